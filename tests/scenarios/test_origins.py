"""Statements come from one occasion or from two, as day and partner in the text have it."""

from __future__ import annotations

import pytest

from markup import draft, told


def acts(*articles: str, date="2031-03-05", names=None):
    drafts = [
        draft(text, f"a{n}", outlet=f"Outlet {n}", date=date, names=names or {})
        for n, text in enumerate(articles)
    ]
    return [o for o in told(*drafts).found.origins if o.level == "speech_act"]


@pytest.mark.parametrize(("day", "number"), [("Tuesday", 1), ("Monday", 2)])
def test_what_one_speaker_says_at_briefings_of_one_day_is_one_act(day, number):
    one = "<“The gates of the dam are open,”> [Ilse Marant] {said} at a briefing on Tuesday."
    two = f"[Ilse Marant] {{said}} at a briefing on {day} <that two villages had been cleared>."
    assert len(acts(one, two)) == number


@pytest.mark.parametrize(("outlet", "number"), [("Veld News", 1), ("the Karst Gazette", 2)])
def test_interviews_of_one_day_with_two_outlets_are_two_acts(outlet, number):
    one = "<“The gates of the dam are open,”> [Ilse Marant] {told} Veld News on Tuesday."
    two = f"[Ilse Marant] {{told}} {outlet} on Tuesday <that two villages had been cleared>."
    assert len(acts(one, two)) == number


@pytest.mark.parametrize(("outlet", "number"), [("Veld News", 1), ("the Karst Gazette", 2)])
def test_one_article_that_quotes_two_interviews_tells_of_two_acts(outlet, number):
    one = "<1:“The gates of the dam are open,”> [1:Ilse Marant] {1:told} Veld News."
    two = f"[2:Ilse Marant] {{2:told}} {outlet} <2:that two villages had been cleared>."
    assert len(acts(f"{one}\n\n{two}")) == number
