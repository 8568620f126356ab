"""The terminal view: a summary, and what matches an id or words; text from articles is no markup."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from onrecord.reports import print_summary, render, show


@pytest.fixture
def console():
    return Console(file=io.StringIO(), width=140, color_system=None)


def _shown(console):
    return console.file.getvalue()


def test_the_summary_counts_and_names_what_differs(tunnel, console):
    print_summary(tunnel, console)
    text = _shown(console)
    assert "4 articles · 4 outlets · 2 stories · 11 statements by 4 speakers" in text
    assert "conflicts: 1 number" in text
    assert "position moved: Ilsa Marrend on tunnel under Harrow Sound: no plans → considers" in text


def test_nothing_is_summed_up_as_nothing(empty, console):
    console.print(render(empty))
    assert "0 articles" in _shown(console)
    assert not show(empty, console)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"story": "harrow CONSIDERED"}, "Harbour Post"),
        ({"story": "story-old"}, "No tunnel, says minister"),
        ({"speaker": "vael"}, "spokesman for transport ministry"),
        ({"article": "c-herald.txt"}, "2,100 jobs"),
        ({}, "story-new"),
    ],
)
def test_what_matches_is_shown(tunnel, console, asked, expected):
    assert show(tunnel, console, **asked)
    assert expected in _shown(console)


@pytest.mark.parametrize("asked", [{"story": "zeppelin"}, {"speaker": ""}, {"article": "zeppelin"}])
def test_what_does_not_match_shows_nothing(tunnel, console, asked):
    assert not show(tunnel, console, **asked)
    assert _shown(console) == ""


def test_square_brackets_in_a_text_stay(hostile, console):
    assert show(hostile, console, article="art-evil")
    assert "<script>" in _shown(console)
