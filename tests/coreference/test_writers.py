"""Whose "I" it is where nobody is quoted: the letter's, by its signature, or else the byline's."""

from __future__ import annotations

import pytest

from onrecord.records import Block

from .test_resolve import names_of

LETTERS = """The hens of Olm

To the editor:

Mayor Brill said hens are loud. I told him otherwise.

Marta Kett
Orchard Street

Give it time

To the editor:

I believe a week is not too long.

P. Varg (aged 11), Quay School"""


def test_a_letter_is_its_signers():
    said = [("I", "otherwise"), ("I", "a week is not too long")]
    assert names_of(LETTERS, said, byline="Ulla Brand") == ["Marta Kett", "P. Varg"]


def test_a_letter_without_a_name_is_nobodys_and_not_the_bylines():
    assert names_of("Sir, – I told him otherwise.", [("I", "otherwise")], byline="Ulla Brand") == [None]


@pytest.mark.parametrize(
    ("byline", "writer"),
    [
        ("Ulla Brand", "Ulla Brand"),
        ("Folasade Adewun-Bright", "Folasade Adewun-Bright"),
        ("Ulla Brand, Ann Olm", None),
        ("Ulla Brand and Ann Olm", None),
        ("Harbour News Agency", None),
        ("Brand", None),
        (None, None),
    ],
)
def test_an_article_in_the_first_person_is_its_only_writers(byline, writer):
    text = "I said in March that the rule was modest. It rained."
    found = names_of(text, [("I", "that the rule was modest")], byline=byline, title="Opinion: Let it rain")
    assert found == [writer]


@pytest.mark.parametrize(
    ("fields", "note", "known"),
    [
        ({"title": "Commentary: Let it rain"}, "", True),
        ({"url": "https://karst.example/opinion/let-it-rain"}, "", True),
        ({}, "\n\nUlla Brand is a columnist for the Echo.", True),
        ({}, "\n\nUlla Brand teaches economics.", True),
        # Somebody else's statement may be printed without marks.
        ({"title": "Full text: the mayor on rain"}, "\n\nUlla Brand is at sea.", False),
        ({"url": "https://karst.example/news/opinion-polls-fall"}, "", False),
    ],
)
def test_only_where_the_article_says_that_somebody_tells_what_they_think(fields, note, known):
    text = f"I said it rained.{note}"
    found = names_of(text, [("I", "it rained")], byline="Ulla Brand", **fields)
    assert found == ["Ulla Brand" if known else None]


@pytest.mark.parametrize(
    "text",
    [
        "As told to our reporter: I said it rained.",
        "A clerk spoke. “I said it rained,” somebody wrote.",
        "We said it rained.",
    ],
)
def test_a_first_person_that_is_not_the_writers(text):
    source = "We" if text.startswith("We") else "I"
    found = names_of(text, [(source, "it rained")], byline="Ulla Brand", title="Opinion: Let it rain")
    assert found == [None]


def test_the_writer_is_whom_the_text_names():
    text = "I said it rained. Ulla Brand is a columnist. Brand said it snowed."
    found = names_of(text, [("I", "it rained"), ("Brand", "it snowed")], byline="Ulla Brand")
    assert found == ["Ulla Brand", "Ulla Brand"]


@pytest.mark.parametrize(("label", "known"), [("OPINION", True), ("OPINION POLLS", False)])
def test_a_line_above_the_article_says_that_somebody_tells_what_they_think(label, known):
    text = f"{label}\n\nI said it rained."
    blocks = (Block("furniture", 0, len(label)), Block("paragraph", len(label) + 2, len(text)))
    found = names_of(text, [("I", "it rained")], byline="Ulla Brand", blocks=blocks)
    assert found == ["Ulla Brand" if known else None]
