"""On a live page a statement was said on the day of its post, where nothing nearer tells another."""

from __future__ import annotations

import pytest

import builders
from onrecord.dates import say
from onrecord.dates.posts import posts_of
from onrecord.records import Block, Dating
from onrecord.text import View

TEXT = "6 May 2031, 07:15\n\nShe floats, Orr said.\n\n5 May 2031, 23:40\n\nShe is aground, Voss said."


def view(stamped="furniture"):
    blocks, at = [], 0
    for line in TEXT.split("\n\n"):
        kind = stamped if line[0].isdigit() else "paragraph"
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 2
    return View(
        builders.article(
            TEXT, blocks=tuple(blocks), published=Dating("2031-05-05", "2031-05-05", "2031-05-05")
        )
    )


@pytest.mark.parametrize(
    ("content", "name", "day"),
    [("She floats", "Orr", "2031-05-06"), ("She is aground", "Voss", "2031-05-05")],
)
def test_the_posts_day_dates_what_it_reports(content, name, day):
    of = view().article
    said = say(view(), (), [builders.statement(of, content, source=name, cue="said")])[0].said
    assert said.day == day
    assert "post" in said.basis


def test_one_line_alone_or_lines_of_a_paragraph_make_no_posts():
    assert posts_of(view("paragraph")).starts == ()
