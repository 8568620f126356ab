"""A headline is dated by the statement of the same speaker that it restates, and by nothing else."""

from __future__ import annotations

import pytest

import builders
from onrecord.dates import say_again
from onrecord.records import Block, Dating, LocalSpeaker, Span, Statement
from onrecord.text import View

HEADLINE = "Premier threatens to close port"
LEAD = "Premier Ada Holm threatened Monday to close the port if unions strike."
OTHER = "Union leader Odd Brenn vowed Sunday to close the port first."
TEXT = f"{HEADLINE}\n\n{LEAD}\n\n{OTHER}"
MONDAY = Dating("2019-03-11", "2019-03-11", "2019-03-11", "“Monday” in its own sentence")
SUNDAY = Dating("2019-03-10", "2019-03-10", "2019-03-10", "“Sunday” in its own sentence")


def article():
    return builders.article(
        TEXT, blocks=(Block("headline", 0, len(HEADLINE)),), published=builders.day("2019-03-11")
    )


def statement(name, words, said=None, *, headline=False):
    start = TEXT.index(words)
    content = (Span(start, start + len(words)),)
    return Statement(
        name,
        "a",
        "indirect",
        "speech",
        "assert",
        (),
        (),
        content,
        1.0,
        said=said or Dating(),
        headline=headline,
    )


TOP = statement("top", "to close port", headline=True)
LED = statement("led", "to close the port if unions strike", MONDAY)
BELOW = statement("below", "to close the port first", SUNDAY)


def dated(statements, **speakers):
    chains = [LocalSpeaker(name, "a", name, "person", statement_ids=ids) for name, ids in speakers.items()]
    return say_again(View(article()), statements, chains)


def test_a_headline_takes_the_day_of_what_its_speaker_says_below():
    top, led, below = dated([TOP, LED, BELOW], holm=("top", "led"), brenn=("below",))
    assert top.said.day == "2019-03-11"
    assert top.said.basis.startswith("the headline of what the text dates")
    assert (led, below) == (LED, BELOW)


@pytest.mark.parametrize(
    "speakers",
    [{"brenn": ("led",), "holm": ("top",)}, {}, {"holm": ("top", "led", "below")}],
    ids=["another speaker", "no speaker", "two days"],
)
def test_without_one_such_statement_it_stays_undated(speakers):
    assert dated([TOP, LED, BELOW], **speakers)[0].said == Dating()


def test_a_headline_with_a_day_of_its_own_keeps_it():
    top = statement("top", "to close port", SUNDAY, headline=True)
    assert dated([top, LED], holm=("top", "led"))[0].said == SUNDAY
