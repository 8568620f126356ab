"""Labels of lines that the lines around them, or their length, show to be others."""

from __future__ import annotations

import pytest

from onrecord.articles.marked import Marked
from onrecord.articles.mending import mended, with_a_body
from onrecord.articles.tagging import LABELS
from onrecord.records import Span

PROSE = "The two governments agreed to reopen the bridge over the Velm and to share what the repairs will cost, officials said"


def labels(*lines):
    at, marked = 0, []
    for label, content in lines:
        marked.append(Marked(label, Span(at, at + len(content)), content))
        at += len(content) + 2
    return [m.label for m in mended(marked)]


@pytest.mark.parametrize(
    ("words", "label"), [(f"Lead: {PROSE} on Monday at 9", "body"), ("Length: 343 words", "record")]
)
def test_a_field_of_the_length_of_a_paragraph_is_body(words, label):
    assert labels(("headline", "Bridge reopens"), ("record", words), ("body", f"{PROSE}."))[1] == label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("No. I have told the council twice that the mill will stay.", "body"),
        ("No. I have told the council twice that the mill will stay", "record"),
        ("Subject: I have told the council twice that the mill will stay.", "record"),
        ("No. I have told you.", "record"),
    ],
)
def test_a_sentence_behind_a_paragraph_is_no_field_of_a_record(words, label):
    prose = ("body", f"{PROSE}.")
    assert labels(prose, ("record", words), prose)[1] == label
    assert labels(("headline", "Bridge reopens"), ("record", words), prose)[1] == "record"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("PROSECUTOR: DIRECTOR KNEW THE TANKS LEAKED", ["headline", "subheadline"]),
        ("PROSECUTOR: Director knew the tanks leaked", ["body", "headline"]),
        ("PROSECUTOR: THE TANKS", ["body", "headline"]),
    ],
)
def test_a_line_in_capitals_above_the_headline_is_the_headline(line, found):
    lines = [("body", line), ("headline", "Defence says it was about fish"), ("body", f"{PROSE}.")]
    assert labels(*lines)[:2] == found


DECK = "The announcement, made hours before a vote, fell short of what monitors asked for."
PICTURE = "A checkpoint outside the plant. Inspectors left in April. Credit...Lena Vos for The Tolland Times"


@pytest.mark.parametrize(
    ("deck", "picture", "paragraphs", "found"),
    [
        ("body", "body", 2, ["subheadline", "caption", "byline", "note"]),
        ("body", "headline", 2, ["subheadline", "caption", "byline", "note"]),
        ("body", "body", 1, ["body", "body", "byline", "subheadline"]),  # too little below for all above
    ],
)
def test_paragraphs_between_headline_and_writers_are_a_deck_and_captions(deck, picture, paragraphs, found):
    lines = [("headline", "Bridge reopens"), (deck, DECK), (picture, PICTURE), ("byline", "By Nora Quill")]
    lines += [("subheadline", "Nora Quill reported from Tolland")] + [("body", f"{PROSE}.")] * paragraphs
    assert labels(*lines)[1:5] == found


IMPRINT = "(Tolland Times, 2 December 2017)"


@pytest.mark.parametrize(
    ("label", "line", "found"),
    [
        ("headline", f"Returns chest {IMPRINT}", ["headline", "outlet", "body"]),
        ("section", f"Museum returns chest of a king {IMPRINT}", ["headline", "outlet", "body"]),
        ("section", f"Returns chest {IMPRINT}", ["section", "body"]),  # too short for a headline
    ],
)
def test_paper_and_day_behind_a_headline_are_a_line_of_their_own(label, line, found):
    assert labels((label, line), ("body", f"{PROSE}.")) == found


@pytest.mark.parametrize(
    ("last", "label"),
    [
        ("— Nora Quill", "byline"),
        ("Nora Quill", "credit"),
        ("— Nothing was said of the cost", "credit"),
        ("This article was first published on 3 May 2031.", "credit"),
    ],
)
def test_a_dash_and_a_name_on_the_last_line_sign(last, label):
    assert labels(("headline", "Bridge reopens"), ("body", f"{PROSE}."), ("credit", last))[-1] == label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("This story was originally published May 3, 2031 at 5:00 AM.", "date"),
        ("This story was originally published May 3, 2031 and has been updated.", "correction"),
        ("This story was originally about May 3, 2031 and its storm.", "body"),
        ("Ida Orr does not work for, consult, own shares in or receive funds from any company.", "legal"),
        ("Ida Orr does not work for any company that owns shares in the bridge.", "body"),
    ],
)
def test_what_a_foot_says_of_the_text_is_none_of_it(words, label):
    assert labels(("headline", "Bridge reopens"), ("body", f"{PROSE}."), ("body", words))[-1] == label


def test_a_report_from_a_town_is_no_deck():
    deck = "The bridge over the Velm will open in May."
    assert (
        labels(("headline", "Bridge reopens"), ("subheadline", f"VELM (AP) — {deck}"), ("body", PROSE))[1]
        == "body"
    )
    assert labels(("headline", "Bridge reopens"), ("subheadline", deck), ("body", PROSE))[1] == "subheadline"


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ([("headline", "Museum returns chest")], ["note", "headline", "body"]),
        ([], ["body", "body"]),
        (
            [
                ("headline", "Museum returns chest"),
                ("subheadline", "It was old. It was sold, as nobody there knew or would say."),
            ],
            ["note", "headline", "body", "body"],
        ),
    ],
)
def test_a_greeting_is_a_note_only_above_the_headline_it_greets_before(after, found):
    greeting = ("headline", "Good morning. Here is the news of the week, and we hope that you like it.")
    assert labels(greeting, *after, ("body", f"{PROSE}.")) == found


def test_a_sentence_below_a_byline_is_the_text_s_first():
    head = [("headline", "Ferry laid up"), ("byline", "By Ida Orr")]
    assert labels(*head, ("subheadline", "She will not sail in May."), ("body", PROSE + "."))[2] == "body"
    still_to_come = [
        ("subheadline", "She will not sail in May."),
        ("date", "4 March 2031"),
        ("body", PROSE + "."),
    ]
    assert labels(*head, *still_to_come)[2] == "subheadline"


@pytest.mark.parametrize(
    ("line", "odds", "label"),
    [
        ("The light has been automatic since 1998.", 0.6, "body"),
        ("The light has been automatic since 1998.", 0.9, "note"),
        ("This article was first printed in May.", 0.6, "note"),
    ],
)
def test_a_last_sentence_that_hardly_was_a_note_is_body(line, odds, label):
    likely = [0.0] * len(LABELS)
    likely[LABELS.index("note")] = odds
    body = Marked("body", Span(0, len(PROSE)), PROSE)
    assert mended([body, body, Marked("note", Span(200, 240), line, likely)])[-1].label == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("This article was amended on 4 March 2031 because it gave the wrong sum.", "correction"),
        ("An earlier version of this story gave the wrong sum.", "correction"),
        ("This article is about a sum that nobody corrected before the court did.", "body"),
        ("Copyright Olm Herald. All rights reserved. No part of it may not be reproduced.", "legal"),
        ("All rights reserved for farmers were lost in the court's ruling of Monday.", "legal"),
        ("The company said that all rights reserved for farmers had been bought.", "body"),
    ],
)
def test_what_a_line_says_of_its_own_text_is_none_of_it(line, label):
    assert labels(("headline", "Bridge reopens"), ("body", line), ("body", f"{PROSE}."))[1] == label


@pytest.mark.parametrize(("last", "label"), [("body", "correction"), ("note", "body")])
def test_corrections_are_the_body_where_there_is_no_other(last, label):
    lines = [("headline", "Corrections"), ("correction", f"{PROSE}."), (last, "It is closed.")]
    marked = [Marked(label, Span(0, len(text)), text) for label, text in lines]
    assert with_a_body(marked)[0][1].label == label


def test_posts_below_an_hour_are_body_under_their_headings_and_a_clip_s_length_is_no_hour():
    posts = [("date", "15:02"), ("caption", "Bridge open"), ("caption", f"{PROSE}."), ("share", "Share")]
    later = [("share", "2.31pm"), ("body", f"{PROSE}.")]
    found = labels(("headline", "Live: the bridge"), *posts, *later)
    assert found[2:5] == ["heading", "body", "share"]
    clip = [("share", "0:00"), ("share", "1:12"), ("caption", "Show Caption"), ("body", f"{PROSE}.")]
    assert labels(("headline", "Bridge reopens"), *clip)[3] == "caption"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Sent from my phone", "contact"),
        ("Von meinem Telefon gesendet", "contact"),
        ("Get Letters for Android", "contact"),
        ("Sent from the front, letters reach Velm", "headline"),
        ("Aid sent from my town", "headline"),
    ],
)
def test_what_a_mail_program_adds_heads_nothing(line, label):
    assert labels(("headline", line), ("body", f"{PROSE}."))[0] == label


@pytest.mark.parametrize(
    ("top", "below", "found"),
    [
        ("THE VELM CHRONICLE.", "No. 4,117. FRIDAY, NOVEMBER 3, 1911. ONE PENNY.", ["masthead", "date"]),
        ("Velm buys Chronicle", "No. 4,117. FRIDAY, NOVEMBER 3, 1911. ONE PENNY.", ["headline", "body"]),
        (
            "THE VELM CHRONICLE.",
            "The quarrymen left their work at noon, and will not come back.",
            ["headline", "body"],
        ),
    ],
)
def test_a_papers_name_above_its_day_is_a_masthead(top, below, found):
    lines = (("headline", top), ("body", below), ("body", "STRIKE AT THE QUARRIES."), ("body", f"{PROSE}."))
    assert labels(*lines)[:2] == found


def test_a_paragraph_above_the_writers_that_tells_no_picture_stays():
    lines = [("headline", "Bridge reopens"), ("share", "Share"), ("body", f"{PROSE}.")]
    assert labels(*lines, ("byline", "By Nora Quill"), *[("body", f"{PROSE}.")] * 2)[2] == "body"
