"""Equal and cut quotations of one speaker are one utterance, and a scorer trained on other features is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import builders
from onrecord.errors import ModelError
from onrecord.records import AnnotatedArticle
from onrecord.text import View
from onrecord.utterances.context import context
from onrecord.utterances.features import NAMES
from onrecord.utterances.points import points
from onrecord.utterances.scoring import TrainedScorer
from onrecord.utterances.support import SUPPORT

DOUBT = 0.2


class Trees:
    """A forest that finds every pair equally doubtful."""

    version = "doubt"

    def __init__(self, names):
        self.names = names

    def score(self, table):
        """The same for each row."""
        return np.full(len(table), DOUBT)


TREES = TrainedScorer(Trees(NAMES), Trees((*NAMES, *SUPPORT)))


def score(one, two, scorer=TREES):
    """The score of two quotations, each given as name of the article, words and fields of the statement."""
    found = []
    for name, said, fields in (one, two):
        article = builders.article(f"“{said}” the mayor said.", name)
        statement = replace(builders.statement(article, f"“{said}”"), **fields)
        found += points(AnnotatedArticle(article, statements=(statement,)), View(article))
    return scorer.score(context(sorted(found, key=lambda p: p.key), {}), [(0, 1)])[0]


SHUT, OPEN = "The lock gates stay shut.", "The lock gates stay open."
DORN, REIL, NOBODY = {"speaker_id": "dorn"}, {"speaker_id": "reil"}, {"speaker_id": None}


def on(day):
    return DORN | {"said": builders.day(day)}


@pytest.mark.parametrize(
    ("one", "two"),
    [(DORN, DORN), (on("2031-03-04"), DORN), (on("2031-03-04"), on("2031-03-04"))],
)
def test_the_same_quotation_of_one_speaker_in_two_articles_is_certain(one, two):
    assert score(("a", SHUT, one), ("b", SHUT, two)) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("said", "who", "certain"),
    [
        ("The lock gates stay shut, unless it rains.", DORN, True),  # cut behind
        ("If it rains the lock gates stay shut.", DORN, True),  # cut before
        ("If the lock gates stay shut, boats wait.", DORN, False),  # out of the middle: of another claim
        ("The lock gates stay shut, unless it rains.", REIL, False),
    ],
)
def test_a_quotation_cut_before_or_behind_its_condition_is_the_same_one(said, who, certain):
    cut = "The lock gates stay shut,"
    assert bool(score(("a", said, who), ("b", cut, DORN)) > DOUBT) is certain


def test_of_two_words_a_cut_quotation_is_not_certain():
    assert score(("a", "It is shut until spring.", DORN), ("b", "It is", DORN)) < 0.9


class Stranger:
    """A reader to whom every two passages are two claims."""

    def read(self, *passage):
        """The passage, in a form that can be held against others."""
        return repr(passage)

    def score(self, *_):
        """Log-odds of strangers."""
        return -5.0


def test_what_is_certain_is_not_doubted_again():
    plain, doubting = TREES, TrainedScorer(TREES.first, TREES.second, Stranger())
    pair = ("a", "It is an option, if the islanders agree.", DORN), ("b", "It is an option,", DORN)
    assert score(*pair, plain) == score(*pair, doubting) == pytest.approx(0.9)
    assert score(("a", SHUT, DORN), ("b", OPEN, DORN), doubting) < score(
        ("a", SHUT, DORN), ("b", OPEN, DORN), plain
    )


@pytest.mark.parametrize(
    ("words", "one", "two"),
    [
        (OPEN, DORN, DORN),
        (SHUT, DORN, REIL),
        (SHUT, NOBODY, NOBODY),
        (SHUT, DORN, NOBODY),
        (SHUT, on("2031-03-04"), on("2031-03-05")),
    ],
)
def test_other_words_speakers_or_days_are_left_to_the_trees(words, one, two):
    assert score(("a", SHUT, one), ("b", words, two)) <= DOUBT + 1e-9


def test_trees_of_other_features_are_refused():
    with pytest.raises(ModelError, match="other features"):
        TrainedScorer(Trees(NAMES[1:]), Trees((*NAMES, *SUPPORT)))
    with pytest.raises(ModelError, match="other features"):
        TrainedScorer(Trees(NAMES), Trees(NAMES))
