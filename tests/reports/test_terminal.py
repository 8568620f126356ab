"""The terminal view: a summary, and what matches an id or words; text from articles is no markup."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from onrecord.records import Office, Story, measured
from onrecord.reports import print_summary, render, show
from onrecord.reports.counting import StoryCount
from onrecord.reports.listed import show_stories


@pytest.fixture
def console():
    return Console(file=io.StringIO(), width=140, color_system=None)


def _shown(console):
    return console.file.getvalue()


def test_the_summary_counts_and_claims_nothing(tunnel, console):
    print_summary(tunnel, console)
    text = _shown(console)
    assert (
        "4 articles · 4 outlets · 2 stories · 11 statements by 4 speakers · 3 reported by more than" in text
    )
    assert not re.search("conflict|qualifier|moved|differ", text)


def test_how_often_such_claims_held_is_said_once_for_those_that_follow(tunnel, console):
    shown = [replace(f, shown=True, probability=0.97, id=f"f-{n}") for n, f in enumerate(tunnel.findings * 2)]
    print_summary(replace(tunnel, findings=tuple(shown)), console)
    text = " ".join(_shown(console).split())
    assert text.count("in The ") > 1
    assert text.count(measured.share(0.97)) == 1


def test_what_may_differ_is_told_to_those_who_ask_with_how_often_it_is_wrong(tunnel, console):
    print_summary(tunnel, console, possible=True)
    text = _shown(console)
    assert text.index("mostly wrong so far") < text.index("1 × numbers differ")
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


@pytest.mark.parametrize(("possible", "marks"), [(False, 0), (True, 1)])
def test_a_rendering_is_called_shorter_only_for_those_who_ask(tunnel, console, possible, marks):
    assert show(tunnel, console, story="story-new", possible=possible)
    assert _shown(console).count("possibly a condition left out") == marks


@pytest.mark.parametrize("steering", ["\x1b[2J", "\x9b31m", "\x1b]0;x\x07", "\x08", "\r", "\u202e", "\ud800"])
def test_text_of_others_does_not_steer_the_terminal(tunnel, console, steering):
    first = tunnel.articles[0]
    article = replace(first.article, title=f"A{steering}B", outlet=f"C{steering}D", path=f"{steering}/e.txt")
    corpus = replace(
        tunnel,
        articles=(replace(first, article=article), *tunnel.articles[1:]),
        speakers=tuple(replace(s, name=f"{steering}{s.name}") for s in tunnel.speakers),
        stories=tuple(replace(s, title=f"{steering}{s.title}") for s in tunnel.stories),
    )
    print_summary(corpus, console, possible=True)
    assert show(corpus, console, story="story-old")
    assert show(corpus, console, speaker="Marrend")
    assert show(corpus, console, article=article.id)
    assert steering[0] not in _shown(console)


def test_a_list_of_stories_breaks_titles_at_words_and_long_words_anywhere():
    story = Story(
        "story-7", f"Weir board {'x' * 50} and \x1b[2J more", (), "2031-03-04", "2031-03-04", "line-7"
    )
    narrow = Console(file=io.StringIO(), width=62, color_system=None)
    show_stories([StoryCount(story, 3, 1204, 0)], 3, narrow)
    assert _shown(narrow).split("\n") == [
        "story                 published   articles  statements  shared",
        "Weir board            4 Mar 2031         3        1204       –",
        "x" * 20,
        "x" * 20,
        "x" * 10 + " and \N{REPLACEMENT CHARACTER}[2J",
        "more",
        "story-7",
        "and 2 more stories",
        "",
    ]


def test_an_office_is_told_once_however_texts_call_it(tunnel, console):
    (vael,) = [s for s in tunnel.speakers if "Vael" in s.name]
    offices = [Office(t) for t in ("spokesman", "the spokesman", "a Spokesman", "one " * 9)]
    shown = replace(tunnel, speakers=(replace(vael, offices=tuple(offices)),))
    assert show(shown, console, speaker="vael")
    assert "office: spokesman\n" in _shown(console)
