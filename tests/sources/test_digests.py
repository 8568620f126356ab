"""Texts that gather articles without a rule between them are read article by article."""

from __future__ import annotations

import pytest

from onrecord.records import Span
from onrecord.sources.digests import digest

FERRY = "The ferry will not sail in May, the board said on Monday, and nobody knows when she will.\n\n" * 2
PIER = "The pier of Merrow opened again on Sunday. Nobody had thought that it would take four years.\n\n" * 2


def pieces(text):
    return [(p.region.of(text).split("\n")[0], p.said) for p in digest(text, Span(0, len(text)))]


def test_a_press_review_gives_its_day_to_articles_that_have_a_page_only():
    text = (
        "EMBASSY OF OLM\nPRESS REVIEW\nTuesday, 4 March 2031\n\nTRADE\n\n"
        f"Ferry laid up\nOlm Herald, p. 3\n\n{FERRY}TRAFFIC\n\nPier opens\nMerrow Post, p. 1\n\n{PIER}"
    )
    day = {"date": "4 March 2031"}
    assert pieces(text) == [("Ferry laid up", day), ("Pier opens", day)]
    first = digest(text, Span(0, len(text)))[0].region.of(text)
    assert first.endswith("when she will.")  # the next section's name is not its own


@pytest.mark.parametrize(
    "under",
    ["{paper}, 4 March 2031", "*{paper}, 4 March 2031*", "{paper} (p. 4)", "{paper} | 04.03.2031 | page 2"],
)
def test_numbered_articles_under_their_papers(under):
    text = (
        "Digest\n\n1. Ferry laid up (Olm Herald)\n2. Pier opens (Merrow Post)\n\n"
        f"1. Ferry laid up\n{under.format(paper='Olm Herald')}\n\n{FERRY}"
        f"2. Pier opens\n{under.format(paper='Merrow Post')}\n\n{PIER}"
    )
    assert [title for title, _ in pieces(text)] == ["1. Ferry laid up", "2. Pier opens"]


def test_a_front_page_gives_paper_and_day():
    text = f"MERROW POST\nTuesday, March 4, 2031    $2\n\nFerry laid up\nBy Ida Orr\n\n{FERRY}Pier opens\nBy Per Voss\n\n{PIER}"
    said = {"date": "March 4, 2031", "outlet": "MERROW POST"}
    assert pieces(text) == [("Ferry laid up", said), ("Pier opens", said)]


def test_a_station_s_log():
    text = f"RADIO OLM  LOG  4 MARCH 2031\n\n0700  Ferry laid up\n\n{FERRY}0704  Pier opens\n\n{PIER}"
    assert [title for title, _ in pieces(text)] == ["0700  Ferry laid up", "0704  Pier opens"]


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry laid up\nBy Ida Orr\n\n{FERRY}",  # one
        f"Ferry laid up\nBy Ida Orr\n\n{FERRY}More news\n\nPier opens\nBy Per Voss\n\nA teaser.",  # the other is none
        f"{'They met for the third time in this year and sat until late. ' * 3}\n\nFerry laid up\nBy Ida Orr\n\n{FERRY}Pier\nBy Per Voss\n\n{PIER}",
        f"The ferry\nOlm Herald photo, 4 March 2031\n\n{FERRY}The ferry\nOlm Herald photo, 4 March 2031\n\n{PIER}",
        f"The board, which sat\nOn 4 March 2031 the ferry\n\n{FERRY}It rose again on\nOn 5 March 2031 it was\n\n{PIER}",
    ],
)  # fmt: skip
def test_one_article_stays_one(text):
    assert pieces(text) == []


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        (  # paper and day behind the headline
            f"Ferry laid up (Olm Herald, 4 March 2031)\n\n{FERRY}",
            f"Pier opens (Merrow Post, 3 March 2031)\n\n{PIER}",
            ["Ferry laid up (Olm Herald, 4 March 2031)", "Pier opens (Merrow Post, 3 March 2031)"],
        ),
        (  # below a writer
            f"Ferry laid up\nIda Orr\nOlm Herald, 4 March 2031\n\n{FERRY}",
            f"Pier opens\nPer Voss\nMerrow Post, 3 March 2031\n\n{PIER}",
            ["Ferry laid up", "Pier opens"],
        ),
        (  # below a blank line
            f"Ferry laid up\n\nOlm Herald, 4 March 2031\n\n{FERRY}",
            f"Pier opens\n\nMerrow Post, 3 March 2031\n\n{PIER}",
            ["Ferry laid up", "Pier opens"],
        ),
        (  # above the headline
            f"Olm Herald, 4 March 2031\nFerry laid up\n\n{FERRY}",
            f"Merrow Post, 3 March 2031\nPier opens\n\n{PIER}",
            ["Olm Herald, 4 March 2031", "Merrow Post, 3 March 2031"],
        ),
        (  # below the text
            f"Ferry laid up\n\n{FERRY}Olm Herald, 4 March 2031\n\n",
            f"Pier opens\n\n{PIER}Merrow Post, 3 March 2031\n",
            ["Ferry laid up", "Pier opens"],
        ),
    ],
)
def test_paper_and_day_may_stand_anywhere_in_a_head(first, second, titles):
    assert [title for title, _ in pieces(first + second)] == titles


def test_a_bulletin_counts_its_articles_and_an_article_its_parts():
    counted = f"1. Ferry laid up\n\n{FERRY}2. Pier opens\n\n{PIER}"
    said = {"date": "4 March 2031", "outlet": "OLM NEWS AGENCY"}
    assert pieces(f"OLM NEWS AGENCY\nBULLETIN\n4 March 2031\n\n{counted}") == [
        ("1. Ferry laid up", said),
        ("2. Pier opens", said),
    ]
    assert pieces(f"Two things we learned this week\nBy Ida Orr\n\n{counted}") == []


def test_a_list_of_contents_is_no_article():
    contents = "Ferry laid up (Olm Herald, 4 March 2031)\nPier opens (Merrow Post, 3 March 2031)\n\n"
    articles = (
        f"Ferry laid up (Olm Herald, 4 March 2031)\n\n{FERRY}Pier opens (Merrow Post, 3 March 2031)\n\n{PIER}"
    )
    assert len(pieces(contents + articles)) == 2


HEADS = {
    "day": ("Ferry laid up\n4 March 2031", "Pier opens\n5 March 2031"),
    "paper": ("Ferry laid up\nOlm Herald", "Pier opens\nMerrow Post"),
    "paper in brackets": ("Ferry laid up (Olm Herald)", "Pier opens (Merrow Post)"),
    "paper before": ("Olm Herald: Ferry laid up", "Merrow Post: Pier opens"),
    "three lines": ("Ferry laid up\nOlm Herald\n4 March 2031", "Pier opens\nMerrow Post\n5 March 2031"),
    "address": ("Ferry laid up\nhttps://olm.example/1", "Pier opens\nhttps://merrow.example/2"),
    "source": ("Ferry laid up\nSource: Olm Herald", "Pier opens\nSource: Merrow Post"),
    "Markdown": ("# Ferry laid up", "# Pier opens"),
    "stars": ("*** Ferry laid up ***", "*** Pier opens ***"),
}


@pytest.mark.parametrize("kind", HEADS)
def test_heads_of_one_shape_begin_articles(kind):
    first, second = HEADS[kind]
    assert len(pieces(f"{first}\n\n{FERRY}{second}\n\n{PIER}")) == 2
    # Prose above them is an article's, and they its parts.
    intro = "They met for the third time in this year and sat until late. " * 3
    assert pieces(f"{intro}\n\n{first}\n\n{FERRY}{second}\n\n{PIER}") == []


@pytest.mark.parametrize("foot", ["ENDS", "Back to top", "© Olm Herald 2031"])
def test_a_line_that_ends_each_article_parts_them(foot):
    assert len(pieces(f"Ferry laid up\n\n{FERRY}{foot}\n\nPier opens\n\n{PIER}{foot}\n")) == 2
    assert pieces(f"Ferry laid up\n\n{FERRY}{foot}\n\n{PIER}") == []


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry laid up\n\n{FERRY}What is next\n\n{PIER}Who pays\n\n{FERRY}",
        f"Ferry laid up (Photo: Olm Herald)\n\n{FERRY}The pier (Photo: Merrow Post)\n\n{PIER}",
        f"Ferry laid up\n4 March 2031\n\n{FERRY}What is next\n\n{PIER}",
    ],
)
def test_headings_within_an_article_begin_none(text):
    assert pieces(text) == []
