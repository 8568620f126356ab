"""Paper, writer, day and headline as sites, keepers of pages and printers set them around a story."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

TITLE = "Grain ship freed after eleven weeks"
BODY = (
    "The bulk carrier Selma Tore left the port of Kesh on Wednesday after eleven weeks under arrest.\n\n"
    'Its owners paid a bond of 4.2 million dollars, the port captain said. "The crew had four days of water left," '
    "said Amal Reddy of the seafarers' mission, who visited the ship twice.\n\n"
    "Nineteen sailors are on board. Six of them have contracts that ran out in June."
)


def read(text):
    text = text.replace("{T}", TITLE).replace("{B}", BODY)
    return clean(RawDocument("-", 0, "", "text/plain", text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Coast Courier logo\n\n{T}\nBea Lind\n14 January 2031\n\n{B}", "The Coast Courier"),
        ("{T}\nPosted at: Jan 14, 2031\nOsk Mirror News Service\n\n{B}", "Osk Mirror"),
        ("Osk Mirror Exclusive\n{T}\nBy Bea Lind\n\n{B}", "Osk Mirror"),
        (
            "{T}\nBea Lind, Averham Echo Correspondent\nFirst published: 14th January 2031\n\n{B}",
            "Averham Echo",
        ),
        ("The following article appeared in Lindow Post on 14 January 2031.\n\n{T}\n\n{B}", "Lindow Post"),
        ("{T}\nBy Bea Lind For Tollmere Argus\n14 January 2031 | 6:41 pm\n\n{B}", "Tollmere Argus"),
        ("Page 7 The Orla Times 14 January 2031\n{T}\nBY BEA LIND\n\n{B}", "The Orla Times"),
        ("{T}\n\nKesh (ANTILA) - {B}\n\nReporter: Bea Lind\nCopyright © ANTILA 2031", "ANTILA"),
    ],
)
def test_what_stands_beside_a_papers_name_is_no_part_of_it(text, outlet):
    assert read(text).outlet == outlet


@pytest.mark.parametrize(
    "text",
    [
        "Averham Echo > News\n\n{T}\n\nBy Bea Lind -January 14, 2031\n\n{B}",
        "{T}\n\nJanuary 14, 2031 by Bea Lind\n\n{B}",
        "{T}\nAverham Echo 14 Jan 2031 By Bea Lind\n\n{B}",
        "{T}\nText by: Averham Echo Follow | Bea Lind\nIssued on: 14/01/2031\n\n{B}",
        "{T}\n\nBea Lind\n\n{B}",
        "{T}\n\n{B}\n\nReporter: Bea Lind\nEditor: Piet Sommer",
    ],
)
def test_who_wrote(text):
    assert read(text).byline == "Bea Lind"


def test_a_lone_title_is_no_writer():
    assert read("Rovers Win Early\n\n{B}").byline is None


def test_an_hour_grown_onto_its_day():
    assert (
        read("{T}\nBy Bea Lind\nJanuary 14, 20316:41 PM UTC\n\n{B}")
        .fields["date"]
        .startswith("January 14, 2031 ")
    )


def test_a_papers_name_before_a_headline_is_none_of_it():
    article = read(
        "[Veldt Weekly] {T}\n2031.01.14 18:41\nBea Lind\n\n{B}\n\nCopyright(c) Veldt Weekly. All rights reserved."
    )
    assert (article.title, article.outlet) == (TITLE, "Veldt Weekly")


def test_a_sentence_below_the_first_line_is_its_deck():
    assert (
        read("{T}\n\nThe captain met the delegates at the Old Pier.\n\nNovember 4, 2031\n17:30\n\n{B}").title
        == TITLE
    )


def test_when_a_page_was_kept_or_printed_is_not_its_day():
    kept = read(
        "webpage capture\nSaved from\nhttps://www.odara.example/well\nno other snapshots from this url\n"
        "21 Sep 2031 07:41:10 UTC\nAll snapshots from host www.odara.example\n\nOdara Sentinel\n\n{T}\n"
        "20 September 2031 | Bea Lind\n\n{B}"
    )
    assert (kept.outlet, kept.byline, kept.fields["date"]) == (
        "Odara Sentinel",
        "Bea Lind",
        "20 September 2031",
    )
    printed = read(
        "10/14/31, 8:02 AM                  Mail - {T}\n\n{T}\n1 message\n\n"
        "Averham Echo <briefing@averhamecho.example>          Tue, Oct 12, 2031 at 6:30 PM\nTo: me@board.example\n\n"
        "By Bea Lind\n\n{B}"
    )
    assert (printed.outlet, printed.fields["date"]) == ("Averham Echo", "Oct 12, 2031")


def test_a_numbered_foot_within_a_sentence_is_taken_out():
    first, _, rest = BODY.partition("four days")
    text = f"{TITLE}\n\n{first}\n\nPage 1 of 2 © 2031 Factbase, Inc. All rights reserved.\n\ffour days{rest}"
    article = read(text)
    assert "four days of water left" in " ".join(article.text.split())
    assert "Factbase" not in article.text


@pytest.mark.parametrize(
    "title", ["UPDATE 2-{T}", "(LEAD) {T}", "{T} (2nd LD, adds quotes)", "CORRECTED-UPDATE 1-{T}"]
)
def test_which_version_of_an_agencys_story_it_is_is_no_part_of_the_headline(title):
    assert read(title + "\nBy Bea Lind\n\nKESH, Sept 30 (Norwire) - {B}").title == TITLE


def test_neither_is_it_where_a_field_gives_the_headline():
    record = "Title: {}\nSource: Norwire\nDate: 30 September 2031\n\n"
    for written in (f"UPDATE 1-{TITLE}", TITLE):
        assert read(record.format(written) + "{B}").title == TITLE


def test_a_magazines_words_line_names_the_writer():
    assert (
        read(
            "Veldt Review — April 17, 2031 issue\n\n{T}\n\nWords BEA LIND / Pictures KASPAR TROY\n\n{B}"
        ).byline
        == "BEA LIND"
    )
