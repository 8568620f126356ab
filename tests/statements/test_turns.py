"""Lines that name their speaker: transcripts, posts set into a text, signed quotations; and what only looks so."""

from __future__ import annotations

import re

import pytest

import builders
from onrecord.records import Block, Reading
from onrecord.statements import assemble
from onrecord.statements.turns import turns
from onrecord.text import View

HEARING = (
    "Minutes of the pier inquiry\n\n"
    "[10:02] MARTA OLM: When did you first see the crack?\n\n"
    "[10:03] PETER LUNDE: In May, I think.\n\n"
    "I told my brother so.\n\n"
    "[10:05] MARTA: Who else saw it?\n\n"
    "[10:06] PETER: [coughs] Nobody whom I know."
)
CALL = (
    "Moderator\n\nWelcome to the call. We begin with Ann.\n\n"
    "Ann Reve – Chief Engineer\n\nThank you. Our locks held.\n\nWe are glad of that.\n\n"
    "Questions\n\n"
    "Moderator\n\nDo you expect more ice?\n\n"
    "Ann Reve\n\nI do not."
)
HOUSE = (
    "Quay Repairs\n\n"
    "Mrs. Odile Brannock (Easthaven): Will the quay reopen before the summer?\n\n"
    "The Minister for Ports (Mr. Cyril Dace): I can guarantee no such thing. What I can say is that it may, in June.\n\n"
    "Mrs. Brannock: The Minister told this House that it would reopen in May.\n\n"
    "Mr. Dace: I said May if the steel arrived. It did not.\n\n"
    "The Speaker: Order."
)
POSTS = (
    "It was a cold night on the quay.\n\n"
    "The crane is down and nobody is hurt. Stay away, please. https://post.example/x1\n"
    "— Harbour Master Jo Brill (@jobrill) March 4, 2031\n\n"
    "“Never again.” – Tomas Reil\n\n"
    "And from Alderman Ada Holm of the Salt Guild:\n\n"
    "“We said so in May.”"
)


def read(text, **fields):
    view = View(builders.article(text, **fields))
    return [
        (" ".join(s.of(text) for s in t.source), " ".join(s.of(text) for s in t.content)) for t in turns(view)
    ]


def test_turns_go_from_label_to_label_without_times_and_noises():
    assert read(HEARING) == [
        ("MARTA OLM", "When did you first see the crack?"),
        ("PETER LUNDE", "In May, I think. I told my brother so."),
        ("MARTA", "Who else saw it?"),
        ("PETER", "Nobody whom I know."),
    ]


def test_a_parliament_s_labels_have_courtesy_seats_and_offices():
    assert read(HOUSE) == [
        ("Mrs. Odile Brannock", "Will the quay reopen before the summer?"),
        ("Mr. Cyril Dace", "I can guarantee no such thing. What I can say is that it may, in June."),
        ("Mrs. Brannock", "The Minister told this House that it would reopen in May."),
        ("Mr. Dace", "I said May if the steel arrived. It did not."),
        ("The Speaker", "Order."),
    ]


def test_posts_stand_under_their_heads():
    thread = (
        "Jo Brill MP @jobrill · Mar 4, 2031\n\nThe crane is down.\n\nNobody is hurt.\n\n"
        "Jo Brill MP @jobrill · Mar 4, 2031 Stay away, please.\n\n"
        "Ada Holm (@adaholm) · 5 Mar\n\nReplying to @jobrill\n\nWe said so in May.\n\nIt was a cold night."
    )
    assert read(thread) == [
        ("Jo Brill", "The crane is down. Nobody is hurt."),
        ("Jo Brill", "Stay away, please."),
        ("Ada Holm", "We said so in May."),
    ]


def test_a_name_alone_on_its_line_speaks_up_to_the_next_or_to_a_heading():
    assert read(CALL) == [
        ("Moderator", "Welcome to the call. We begin with Ann."),
        ("Ann Reve", "Thank you. Our locks held. We are glad of that."),
        ("Moderator", "Do you expect more ice?"),
        ("Ann Reve", "I do not."),
    ]


def test_a_post_and_a_quotation_belong_to_whoever_signs_or_is_announced():
    assert read(POSTS) == [
        ("Harbour Master Jo Brill", "The crane is down and nobody is hurt. Stay away, please."),
        ("Tomas Reil", "“Never again.”"),
        ("Alderman Ada Holm of the Salt Guild", "“We said so in May.”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The pier is old.\n\nNote: It was built in May.",  # what a line is about
        "TRANSCRIPT: THE PIER.\n\nPARTICIPANTS: Ida Olm.\n\nPARTICIPANTS: Tomas Reil.",
        "The mayor said: It will rain.\n\nOlm added: It will snow.",  # verbs of saying are read elsewhere
        "Marta Olm\n\nShe would cut the fare.\n\nPeter Lunde\n\nHe would not.\n\nMarta Olm\n\nSold shoes.",  # a list
        "The pier – Tomas Reil built it – is old.",
        "“Never again” was what he sang – a song of 1920.",
        "Tomas Reil: the last one.",  # one label is no conversation
    ],
)
def test_what_only_looks_like_a_turn_is_none(text):
    assert read(text) == []


def test_turns_and_posts_are_direct_even_where_layout_calls_them_furniture():
    blocks = (Block("paragraph", 0, len(POSTS) - 20),)
    start = POSTS.index("— Harbour")
    blocks = (Block("paragraph", 0, start), Block("furniture", start, len(POSTS)))
    statements = assemble(View(builders.article(POSTS, blocks=blocks)), Reading((), (), "none"))
    assert {s.kind for s in statements} == {"direct"}
    assert len(statements) == 3


EARNINGS = """Mill call, a transcript

Operator: Good morning. Here is our treasurer, Yewa Price.

Yewa Price: Sales rose. We bought the dam.

Odo Marn: Thank you, Yewa. How much of it is water?

Yewa Price: A third of it is.

Odo Marn - Talbot & Hull - Analyst: Thanks.

Price: 4 crowns."""


def test_a_label_is_a_person_s_where_the_text_names_them_too_and_may_tell_for_whom_they_ask():
    assert read(EARNINGS, blocks=(Block("headline", 0, EARNINGS.find("\n")),)) == [
        ("Operator", "Good morning. Here is our treasurer, Yewa Price."),
        ("Yewa Price", "Sales rose. We bought the dam."),
        ("Odo Marn", "Thank you, Yewa. How much of it is water?"),
        ("Yewa Price", "A third of it is."),
        ("Odo Marn", "Thanks."),
    ]


LETTERS = "Q. Were you dropped twice?\n\nA. Twice, yes. I cried.\n\nQ. And now?\n\nA. Now I fish."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LETTERS, ["Q", "A", "Q", "A"]),
        (LETTERS.replace(". ", ") "), ["Q", "A", "Q", "A"]),
        ("A. Smith was dropped twice.\n\nA. Jones was not.\n\nA. Brown cried.", []),
    ],
)
def test_a_letter_and_a_stop_ask_and_answer(text, said):
    view = View(builders.article(text))
    found = turns(view)
    assert [a.source[0].of(text) for a in found] == said
    assert all(a.cue[0].of(text) in ".)" for a in found)


def test_a_member_may_have_a_seat_and_a_party_and_a_minister_an_office_and_all_are_direct():
    text = (
        "PRESIDENT: Order. The question is on clause 4.\n\n"
        "Mr. OLM (North Varn): I beg to move.\n\n"
        "Ms. RENK (Osk) (Lab): Will the Member give way?\n\n"
        "Mr. OLM: No.\n\n"
        "The Minister for Ports (Dame Ida Falk): The Member is mistaken."
    )
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer("[^\n]+", text))
    made = assemble(View(builders.article(text, blocks=blocks)), Reading((), (), "t"))
    assert [(s.source_text, s.content_text(text), s.kind) for s in made] == [
        ("PRESIDENT", "Order. The question is on clause 4", "direct"),
        ("Mr. OLM", "I beg to move", "direct"),
        ("Ms. RENK", "Will the Member give way?", "direct"),
        ("Mr. OLM", "No", "direct"),
        ("Dame Ida Falk", "The Member is mistaken", "direct"),
    ]


def test_who_asks_is_named_in_brackets_behind_the_label():
    asked = (
        "The harbour master meets the press\n\nQuestion ({}): Why was the ferry late?\n\n"
        "Mara Olm: There was fog, and we said so.\n\nQuestion ({}): Will it be late again?\n\n"
        "Mara Olm: If the fog comes back, I suppose."
    )
    assert [who for who, _ in read(asked.format("Senn Radio", "Ida Holm, Karst Post"))] == [
        "Senn Radio",
        "Mara Olm",
        "Ida Holm",
        "Mara Olm",
    ]
    assert [who for who, _ in read(asked.format("off mic", "off mic"))][::2] == ["Question", "Question"]


def test_courtesy_in_brackets_is_no_name_and_what_the_house_does_is_no_speech():
    house = (
        "Statement on boreholes\n\nHon. Barre: I rise to ask why it was paid for twice.\n\n"
        "{}\n\nHon. (Ms.) Odu: The people drink from the river, I tell you.\n\nHon. Barre: I agree."
    )
    assert read(house.format("(Applause)")) == [
        ("Hon. Barre", "I rise to ask why it was paid for twice."),
        ("Odu", "The people drink from the river, I tell you."),
        ("Hon. Barre", "I agree."),
    ]
    assert read(house.format("Opposition members interjecting—"))[0][1].endswith("twice.")
    assert read(house.format("Opposition members were paid, too."))[0][1].endswith("too.")


def test_the_words_of_a_post_below_its_head_are_direct():
    text = "It rained.\n\nIda Holm (@ida) {} March 3, 2031\nDay four. Who did we offend?"
    for mark, kinds in (("·", ["direct"]), ("on", [])):
        posted = builders.article(text.format(mark))
        assert [s.kind for s in assemble(View(posted), Reading((), (), "none"))] == kinds


@pytest.mark.parametrize("dash", ["-", "–", "--", "—"])
def test_an_office_may_stand_between_a_name_and_its_colon(dash):
    call = "Ann Reve {0} Halden Bank {0} Analyst: What changed?\n\nJan Oster {0} Chief Engineer: We hold.\n\nAnn Reve {0} Halden Bank {0} Analyst: I see."
    assert read(call.format(dash)) == [
        ("Ann Reve", "What changed?"),
        ("Jan Oster", "We hold."),
        ("Ann Reve", "I see."),
    ]


POSTED = (
    "Ida Holm\n@idaholm\nDay four. Who did we offend?\n9:14 PM · Mar 3, 2031 from Karst\n412 Reposts 1.9K Likes\n\n"
    "Port of Karst\n@karstport\nReplying to @idaholm\nNobody.\nWe wait, too.{}"
)


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("\n10:02 PM · Mar 3, 2031 · 45.2K Views\nIt rained all night.", "Nobody. We wait, too."),
        ("\n4 March 2031 at 10:02\nIt rained all night.", "Nobody. We wait, too."),
        ("\nIt rained all night.", "Nobody."),  # where it ends, nothing tells
    ],
)
def test_posts_below_a_name_and_a_handle_end_where_their_day_is_told(end, last):
    assert read(POSTED.format(end)) == [("Ida Holm", "Day four. Who did we offend?"), ("Port of Karst", last)]
    assert read(POSTED.replace("@", "at ").format(end)) == []


def test_a_marked_line_with_a_name_hands_on_what_is_behind_its_colon():
    assert read("The lock\n\n🗣 Harbour master Olm: “We wait.”") == [("Harbour master Olm", "“We wait.”")]
    assert read("The lock\n\nHarbour master Olm: “We wait.”") == []  # left to the reader
    assert read("The lock\n\n👉 Harbour master Olm: the whole text") == []
    assert read("The lock\n\n⚡ Correction: the lock is open") == []


def test_a_marked_name_alone_on_its_line_says_what_stands_under_marks_below():
    post = "❗️ Harbour spokeswoman Ann Olm:\n\n💬 We wait.\n\n💬 Nobody asked us.\n\n{} Read it here."
    said = [("Harbour spokeswoman Ann Olm", "We wait. Nobody asked us.")]
    assert read(post.format("👉")) == said
    assert read(post.format("Reporters left.")) == said
    assert read("❗️ Harbour spokeswoman Ann Olm:\n\nWe wait.") == []
    assert read("❗️ Work on the lock:\n\n💬 We wait.") == []
