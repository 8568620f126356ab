"""On a live page a statement was said on the day of its post, where nothing nearer tells another."""

from __future__ import annotations

import pytest

import builders
from onrecord.dates import date_article, say
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


def page(*lines, day="2031-05-05"):
    """A page of the given lines: those with a clock are furniture."""
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block("furniture" if ":" in line else "paragraph", at, at + len(line)))
        at += len(line) + 2
    return View(builders.article("\n\n".join(lines), blocks=tuple(blocks), published=Dating(day, day, day)))


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("6 May 2031, 07:15", "5 May 2031, 23:40", ("2031-05-06", "2031-05-05")),
        ("7:15 a.m. ET, May 6, 2031", "11:40 p.m. ET, May 5, 2031", ("2031-05-06", "2031-05-05")),
        ("Published at 07:15 6 May", "Published at 23:40 5 May", ("2031-05-06", "2031-05-05")),
        ("07:15", "23:40", ()),
    ],
)
def test_the_lines_above_posts_in_the_forms_that_pages_have(first, second, days):
    posts = posts_of(page(first, "She floats, Orr said.", second, "She is aground, Voss said."))
    assert tuple(dating.day for dating in posts.days) == days


def test_a_year_that_a_line_does_not_give_is_the_nearest_one():
    posts = posts_of(page("07:15 1 Jan", "She floats.", "23:40 31 Dec", "She sank.", day="2031-12-31"))
    assert [dating.day for dating in posts.days] == ["2032-01-01", "2031-12-31"]


def test_two_lines_above_one_text_tell_when_it_came_and_changed():
    assert (
        posts_of(page("Published 5 May 2031, 23:40", "Updated 6 May 2031, 07:15", "She floats.")).starts == ()
    )


@pytest.mark.parametrize(
    ("stamp", "day"), [("9 May 2031, 07:15", "2031-05-09"), ("7 May 2031, 07:15", "2031-05-02")]
)
def test_a_weekday_in_a_post_is_told_from_the_posts_day(stamp, day):
    text = page(stamp, "She floats, Orr said on Friday.", "5 May 2031, 23:40", "She is aground.")
    said = builders.statement(text.article, "She floats", source="Orr", cue="said")
    (dated,) = date_article(text, [said], ()).statements
    assert dated.said.day == day
