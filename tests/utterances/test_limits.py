"""Statements of different occasions are never one utterance, nor are points that share nothing that tells."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.records import AnnotatedArticle, Dating, Speaker
from onrecord.text import View
from onrecord.utterances.context import context
from onrecord.utterances.features import measure
from onrecord.utterances.grouping import IMPOSSIBLE, UNSCORED, group
from onrecord.utterances.limits import limit
from onrecord.utterances.points import points

OLD, NEW = Dating("2030-05", "2030-05-01", "2030-05-31"), Dating("2034-02-01", "2034-02-01", "2034-02-01")
TEXT = "“The tunnel will not be flooded.” “The tunnel will be flooded in part.”"


@pytest.fixture
def limited(article_of, statement_of):
    """The limited score, 0.9 before, of two quotations said at the given times in the given articles."""

    def make(texts, said, names=("a", "b"), published=(NEW, NEW)):
        found = []
        for text, when, name, appeared in zip(texts, said, names, published, strict=True):
            article = replace(article_of(name, TEXT + " ".join(texts)), published=appeared)
            statement = statement_of(name, article.text, "oda", text, said=when)
            found.extend(points(AnnotatedArticle(article, statements=(statement,)), View(article)))
        made = context(found, {})
        made.vectors = made.around = np.eye(2, 4, dtype=np.float32)
        return limit(made, [(0, 1)], measure(made, [(0, 1)]), np.array([0.9]))[0]

    return make


TWO = ("The tunnel will not be flooded.", "The tunnel will be flooded in part.")


def test_two_statements_said_years_apart_are_never_one(limited):
    assert limited(TWO, (OLD, NEW)) == IMPOSSIBLE
    assert limited(TWO, (NEW, NEW)) == 0.9


@pytest.mark.parametrize(("day", "expected"), [("2034-02-03", 0.9), ("2034-02-04", IMPOSSIBLE)])
def test_days_that_are_no_error_of_dating_are_two_occasions(limited, day, expected):
    assert limited(TWO, (NEW, Dating(day, day, day))) == expected


def test_one_article_that_dates_an_older_statement_tells_it_from_the_new_one(limited):
    assert limited(TWO, (OLD, Dating()), names=("a", "a")) == IMPOSSIBLE
    assert limited(TWO, (OLD, Dating()), names=("a", "b")) == 0.9


@pytest.mark.parametrize(("said", "expected"), [("2034-01-01", 0.9), ("2033-12-31", IMPOSSIBLE)])
def test_what_an_article_dates_more_than_a_month_back_is_older_than_what_it_gives_no_day(
    limited, said, expected
):
    """The article is of 1 February: 31 and 32 days later."""
    dated = Dating(said, said, said)
    assert limited(TWO, (dated, Dating()), names=("a", "a")) == expected
    assert limited(TWO, (Dating(), dated), names=("a", "a")) == expected


RUNNING = ("So far 45 are known to have died.", "We know of 51 who died.")
EARLY, LATE = (Dating(day, day, day) for day in ("2034-02-01", "2034-02-02"))


@pytest.mark.parametrize(
    ("texts", "said", "expected"),
    [
        (RUNNING, (EARLY, LATE), IMPOSSIBLE),
        (RUNNING, (LATE, LATE), 0.9),
        (RUNNING, (Dating(latest="2034-02-01"), LATE), IMPOSSIBLE),  # said by the day before
        (("At noon 45 are known to have died.", RUNNING[1]), (EARLY, LATE), 0.9),  # one of the two is wrong
        ((RUNNING[0], "We know of 45 who died."), (EARLY, LATE), 0.9),
    ],
)
def test_a_running_count_of_another_day_is_another_saying(limited, texts, said, expected):
    assert limited(texts, said) == expected


def test_a_running_count_without_a_day_is_of_the_day_on_which_it_appeared(limited):
    undated = (Dating(), Dating())
    assert limited(RUNNING, undated, published=(EARLY, EARLY)) == 0.9
    assert limited(RUNNING, undated, published=(EARLY, LATE)) == IMPOSSIBLE


def test_points_without_a_common_word_or_meaning_are_not_held_together(limited):
    assert limited(("The tunnel will not be flooded.", "Cheese is dear."), (NEW, NEW)) == UNSCORED


def person(name, *acts_for):
    return Speaker(name, name, "person", (name,), acts_for=acts_for)


@pytest.fixture
def between(article_of, statement_of):
    """The limited score, 0.9 before, of one quotation of two speakers in two articles."""

    def make(*speakers, stances=("assert", "assert")):
        found = []
        for who, stance, name in zip(speakers, stances, "ab", strict=True):
            article = article_of(name, TWO[0])
            statement = replace(statement_of(name, TWO[0], who.id, TWO[0]), stance=stance)
            found.extend(points(AnnotatedArticle(article, statements=(statement,)), View(article)))
        made = context(found, {who.id: who for who in speakers})
        return limit(made, [(0, 1)], measure(made, [(0, 1)]), np.array([0.9]))[0]

    return make


def test_two_persons_do_not_share_an_utterance_unless_one_speaks_for_the_other(between):
    assert between(person("oda"), person("oda")) == 0.9
    assert between(person("oda"), person("reve")) == IMPOSSIBLE
    assert between(person("oda"), person("reve", "oda")) == 0.9


def test_a_surname_joined_to_nobody_may_be_the_one_who_bears_it(between):
    assert between(person("Mira Oda"), person("Oda")) == 0.9
    assert between(person("Mira Oda"), person("Lena Oda")) == IMPOSSIBLE


def test_a_question_is_not_its_answer(between):
    assert between(person("oda"), person("oda"), stances=("ask", "assert")) == UNSCORED
    assert between(person("oda"), person("oda"), stances=("ask", "ask")) == 0.9


def test_no_group_holds_two_that_cannot_be_one(points_of):
    found = [p for name in "abc" for p in points_of(TWO[0], name=name)]
    scores = {(0, 1): 0.95, (1, 2): 0.95, (0, 2): IMPOSSIBLE}
    assert all(not {0, 2} <= set(members) for members in group(found, scores))
