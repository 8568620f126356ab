"""The headline is the line that most speaks for, not always the one that the rules of its label choose."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.articles.marked import Marked
from onrecord.articles.tagging import LABELS
from onrecord.articles.titles import candidates, weighed
from onrecord.records import RawDocument, Span

BODY = "The ferry to Merrow will not sail in May because two cracks were found in her side, the board said."


def lines(*told):
    at, marked = 0, []
    for label, content, odds in told:
        likely = [odds.get(name, 0.0) for name in LABELS]
        marked.append(Marked(label, Span(at, at + len(content)), content, likely))
        at += len(content) + 1
    return marked


FRONT = lines(
    ("headline", "Five things to know", {"headline": 0.45, "section": 0.4}),
    ("subheadline", "Ferry to Merrow laid up in May after cracks found", {"headline": 0.4, "subheadline": 0.5}),
    ("byline", "By Ida Orr", {"byline": 0.99}),
    ("body", BODY, {"body": 0.99}),
)  # fmt: skip


def test_the_line_whose_words_the_text_goes_on_with_is_the_headline():
    assert weighed(FRONT, 3, 0) == 1


@pytest.mark.parametrize(("above", "chosen"), [("Rigour and flair", 1), ("Ferry in May", 0)])
def test_a_line_that_the_text_does_not_go_on_with_is_a_motto(above, chosen):
    odds = {"headline": 0.95}
    below = (
        "subheadline",
        "Ferry to Merrow laid up in May after cracks found",
        {"subheadline": 0.5, "headline": 0.3},
    )
    assert weighed(lines(("headline", above, odds), below, ("body", BODY, {"body": 0.99})), 2, 0) == chosen


@pytest.mark.parametrize("below", ["Tarnby Courier, 3 May 2031", "3 May 2031"])
@pytest.mark.parametrize(("short", "is_headline"), [("Ferry Laid Up", True), ("Lantern Row", False)])
def test_a_short_line_on_top_is_the_headline_where_the_text_goes_on_with_it(short, below, is_headline):
    text = f"{short}\n\n{below}\n\nThe ferry was laid up. {BODY}\n\nA second crack was found in the hull on Monday."
    article = clean(RawDocument("in.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text))))
    assert (article.title, article.byline) == ((short, None) if is_headline else (None, short))


def test_a_sure_choice_of_the_rules_stays():
    sure = [FRONT[0].under("section"), *FRONT[1:]]
    assert weighed(sure, 3, 1) == 1
    menu = lines(
        ("navigation", "News | Sport | Weather", {"navigation": 0.9}),
        ("body", BODY, {"body": 0.99}),
    )
    assert weighed(menu, 1, None) is None


def test_only_lines_above_the_text_are_weighed():
    assert [at for at, _ in candidates(FRONT, 3, 0)] == [0, 1, 2]
    assert candidates(FRONT[3:], 0, None) == []


@pytest.mark.parametrize("below", ["Tarnby Courier, 3 May 2031", "3 May 2031", "By Ida Orr"])
@pytest.mark.parametrize(
    "headline",
    [
        "Sen. Ida Orr ends her bid for the board of the ferry",
        "She said the ferry leaked. She lost her post on the board",
        "Twice fooled? For crews and owners the ferry's crack is last year's all over again",
    ],
)
def test_a_line_on_top_right_above_that_of_paper_day_or_writer_is_the_headline(headline, below):
    text = f"{headline}\n\n{below}\n\n{BODY}\n\nA second crack was found in the hull on Monday."
    article = clean(RawDocument("in.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text))))
    assert article.title == headline
    assert [b.kind for b in article.blocks if b.span.of(article.text) == below] == ["furniture"]
