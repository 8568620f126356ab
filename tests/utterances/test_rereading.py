"""The third look: which pairs are read together, what the network is shown, and how much it moves."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.models.crossencoder import Passage
from onrecord.records import AnnotatedArticle
from onrecord.text import View
from onrecord.utterances.context import context
from onrecord.utterances.passages import NOBODY, passage
from onrecord.utterances.points import points
from onrecord.utterances.rereading import reread

SHUT, CLOSED = "The quay will stay shut.", "It is to remain closed."


class Network:
    """Answers with given log-odds and keeps what it was shown."""

    def __init__(self, odds):
        self.odds, self.read_texts, self.asked = odds, [], 0

    def read(self, speaker, text, marked):
        """Keep what was shown."""
        self.read_texts.append((speaker, text, [text[a:b] for a, b in marked]))
        return Passage((1,), (1,))

    def score(self, *_):
        """The same odds for all."""
        self.asked += 1
        return self.odds


@pytest.fixture
def reread_pair(article_of, statement_of):
    """The score of two points after a network with the given log-odds has looked, and that network."""

    def make(score, odds, names=("a", "b")):
        found = []
        for name, text in zip(names, (SHUT, CLOSED), strict=True):
            article = article_of(
                name, f"{SHUT} {CLOSED} said Reve." if names[0] == names[1] else f"{text} said Reve."
            )
            statement = statement_of(name, article.text, "reve", text)
            found.extend(points(AnnotatedArticle(article, statements=(statement,)), View(article)))
        network = Network(odds)
        return reread(context(found, {}), [(0, 1)], np.array([score]), network)[0], network

    return make


def test_a_doubtful_pair_moves_with_what_the_network_says(reread_pair):
    assert reread_pair(0.4, 5.0)[0] > 0.6
    assert reread_pair(0.4, -7.0)[0] < 0.2


def test_what_is_certain_or_in_one_article_is_not_read(reread_pair):
    for score, names in ((0.01, "ab"), (0.99, "ab"), (0.0, "ab"), (0.5, "aa")):
        after, network = reread_pair(score, 8.0, names)
        assert (after, network.asked) == (score, 0)


@pytest.mark.parametrize(
    ("score", "asked"), [(0.07, 0), (0.11, 1), (0.09, 0), (0.29, 1), (0.94, 1), (0.96, 0)]
)
def test_what_lies_between_the_bounds_of_doubt_is_read(reread_pair, score, asked):
    assert reread_pair(score, 3.0)[1].asked == asked


def test_a_network_that_is_surer_than_sure_moves_no_further(reread_pair):
    assert reread_pair(0.4, 1000.0)[0] == reread_pair(0.4, 8.0)[0] > reread_pair(0.4, 6.0)[0]
    assert reread_pair(0.4, -1000.0)[0] == reread_pair(0.4, -8.0)[0] < reread_pair(0.4, -6.0)[0]


def test_the_network_sees_the_speaker_the_sentence_and_where_the_point_stands(reread_pair):
    _, network = reread_pair(0.4, 0.0)
    assert network.read_texts[0] == (NOBODY, f"{SHUT} said Reve.", [SHUT])


def test_a_very_long_sentence_is_left_out(article_of, statement_of):
    text = f"“{SHUT[:-1]},” said Reve, " + "who spoke " * 100 + "at length."
    statement = statement_of("a", text, "reve", SHUT[:-1])
    (point,) = points(
        AnnotatedArticle(article_of("a", text), statements=(statement,)), View(article_of("a", text))
    )
    _, shown, marked = passage(point)
    assert (shown, marked) == (SHUT[:-1], [(0, len(SHUT) - 1)])


def test_equal_words_are_read_once(article_of, statement_of):
    found = []
    for name in ("a", "b", "c"):
        article = article_of(name, f"{SHUT} said Reve.")
        statement = statement_of(name, article.text, "reve", SHUT)
        found.extend(points(AnnotatedArticle(article, statements=(statement,)), View(article)))
    network = Network(5.0)
    pairs, scores = [(0, 1), (0, 2), (1, 2)], np.array([0.4, 0.4, 0.01])
    after = reread(context(found, {}), pairs, scores, network)
    assert after[0] == after[1] > 0.6
    assert after[2] == 0.01
    assert network.asked == 1
