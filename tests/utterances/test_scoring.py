"""Equal quotations of one speaker are one utterance, and a scorer trained on other features is refused."""

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


def score(one, two):
    """The score of two quotations, each given as name of the article, words and fields of the statement."""
    found = []
    for name, said, fields in (one, two):
        article = builders.article(f"“{said}” the mayor said.", name)
        statement = replace(builders.statement(article, f"“{said}”"), **fields)
        found += points(AnnotatedArticle(article, statements=(statement,)), View(article))
    scorer = TrainedScorer(Trees(NAMES), Trees((*NAMES, *SUPPORT)))
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
