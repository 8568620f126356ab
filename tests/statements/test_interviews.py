"""Interviews without labels: who answers, and what is no interview."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Reading
from onrecord.statements import assemble
from onrecord.text import View

LINES = (
    "Five questions for Olga Dane",
    "Olga Dane builds dams. Our reporter met her in Karst.",
    "You grew up on a barge. Was it cold?",
    "It was. My mother slept in her boots.",
    "Your critics say that you are late with the new dam.",
    "I am late with everything.",
    "And now?",
    "We wait for rain.",
    "Would you go back?",
    "Tomorrow.",
)


def said(*lines):
    """Source and content of each statement that lines alone give."""
    text = "\n\n".join(lines)
    found = assemble(View(builders.article(text)), Reading((), (), "none"))
    return [(s.source_text, "|".join(c.of(text) for c in s.content)) for s in found]


def test_whom_the_questions_are_for_answers_them():
    answers = [("Olga Dane", line.rstrip(".")) for line in LINES[3::2]]
    assert said(*LINES) == answers
    told = (LINES[1].replace(" builds", ", 31, spoke to the Gazette. She builds"), *LINES[2:])
    assert said("The dam builder", *told) == answers


def test_one_line_of_an_answer_of_several_tells_whose_it_is():
    lines = [*LINES[:4], "The barge was old.", *LINES[4:6], "The dam is old, too.", *LINES[6:]]
    assert said(*lines)[0] == ("Olga Dane", "It was. My mother slept in her boots|The barge was old")


@pytest.mark.parametrize(
    ("title", "introduction"),
    [
        ("The dam builder", "Olga Dane has built dams for ten years. She talks to Ned Holt about rain."),
        ("The dam builder", "Ned Holt writes on dams for the Gazette. He spoke to Olga Dane in Karst."),
        ("The dam builder", "Interview by Ned Holt. Olga Dane builds dams."),
        ("Olga Dane on dams", "“She was late”, says Ned Holt, who spoke to Ada Finch."),
    ],
)
def test_whom_a_question_calls_by_name_answers_it(title, introduction):
    lines = ["Ms Dane, was it cold on the barge?", *LINES[3:]]
    assert said(title, introduction, "You grew up on a barge?", LINES[3], *lines)[1:] == [
        ("Olga Dane", line.rstrip(".")) for line in LINES[3::2]
    ]


def test_who_talks_to_somebody_else_is_who_was_named_before():
    told = "Olga Dane has run Karst Dams for ten years. She talks to Ned Holt about rain."
    assert {source for source, _ in said("The dam builder", told, *LINES[2:])} == {"Olga Dane"}
    signed = "Interview by Ned Holt. Our reporter spoke to Olga Dane in Karst."
    assert {source for source, _ in said("The dam builder", signed, *LINES[2:])} == {"Olga Dane"}


def test_a_first_question_may_say_no_you():
    first = ["Is the dam shut?", "No. I've told everybody so."]
    assert said(*LINES[:2], *first, *LINES[2:])[0] == ("Olga Dane", "No. I've told everybody so")


@pytest.mark.parametrize(
    "lines",
    [
        # nobody is told to be asked; nobody answers of himself; two questions
        ("The dam of Karst", "Olga Dane builds dams.", *LINES[2:]),
        (*LINES[:3], "It was cold.", LINES[4], "The dam is late.", LINES[8], "Tomorrow it rains."),
        LINES[:6],
    ],
)
def test_what_is_no_interview(lines):
    assert said(*lines) == []
