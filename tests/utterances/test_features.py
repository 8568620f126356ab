"""What two points have in common: for each feature two small pairs that differ in that alone."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import reduce
from operator import add

import numpy as np
import pytest

import builders
from onrecord.records import AnnotatedArticle, Speaker
from onrecord.text import View
from onrecord.utterances.context import Context, context
from onrecord.utterances.features import NAMES, measure
from onrecord.utterances.points import points

SAID, TOLD = "The lock gates at Ostrel stay shut.", "Ostrel keeps the lock gates shut."
DORN = Speaker("dorn", "Pia Dorn", "person", acts_for=("guild",))
GUILD = Speaker("guild", "Guild of Bakers", "organisation")
REIL = Speaker("reil", "Tomas Reil", "person")


class Letters:
    """Vectors of letter counts: near where words share letters."""

    def encode(self, words):
        """One unit row."""
        row = np.zeros(26, np.float32)
        for letter in "".join(words).lower():
            if letter.isascii() and letter.isalpha():
                row[ord(letter) - 97] += 1
        return row / max(float(np.linalg.norm(row)), 1e-6)


def point(name, content, around="{} said the mayor.", published=None, **fields):
    text = around.format(content)
    article = builders.article(text, name, published=builders.day(published))
    statement = replace(builders.statement(article, content), **fields)
    (found,) = points(AnnotatedArticle(article, statements=(statement,)), View(article))
    return found


def features(one, two, *others, encoder=None):
    """The features of two points, by name, in a story with ``others``."""
    found = [*sorted((one, two), key=lambda p: p.key), *others]
    made = context(found, {s.id: s for s in (DORN, GUILD, REIL)}, encoder)
    table = measure(made, [(0, 1)])
    assert np.array_equal(table, measure(made, [(1, 0)])), "features are symmetric"
    return dict(zip(NAMES, table[0].tolist(), strict=True))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("dorn", "dorn", ("speaker_same",)),
        ("dorn", "reil", ("speaker_other",)),
        ("dorn", "guild", ("speaker_other", "speaker_acts_for")),
        ("dorn", None, ("speaker_unknown",)),
        (None, None, ("speaker_unknown",)),
    ],
)
def test_who_speaks(one, two, expected):
    found = features(point("a", SAID, speaker_id=one), point("b", TOLD, speaker_id=two))
    who = ("speaker_same", "speaker_other", "speaker_unknown", "speaker_acts_for")
    assert {name: found[name] for name in who} == {name: float(name in expected) for name in who}


def test_rare_words_in_common_weigh_more_than_none():
    shared = features(point("a", SAID), point("b", TOLD))
    other = features(point("a", SAID), point("b", "Bread costs more this winter."))
    assert shared["shared_rarity"] > 0.5 > other["shared_rarity"] == 0
    assert shared["shared_of_shorter"] > 0.5 > other["shared_of_shorter"] == 0


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("a radio interview", "the radio interview", 1),
        ("a radio interview", "a rally", 0),
        (None, "a rally", 0),
    ],
)
def test_the_occasion_is_shared_by_its_words(one, two, expected):
    found = features(point("a", SAID, venue=one), point("b", TOLD, venue=two))
    assert found["venue_shared"] == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [("2031-03-04", "2031-03-04", 0), ("2031-03-09", "2031-03-04", 5), ("2031-03-04", "2033-01-01", 30),
     (None, "2031-03-04", -1)],
)  # fmt: skip
def test_days_between_publications(one, two, expected):
    found = features(point("a", SAID, published=one), point("b", TOLD, published=two))
    assert found["published_apart"] == expected
    assert found["days_apart"] == -1


@pytest.mark.parametrize(
    ("one", "two", "same", "apart"),
    [("2031-03-04", "2031-03-04", 1, 0), ("2031-03-04", "2031-03-06", 0, 2), (None, None, 0, -1)],
)
def test_days_between_sayings(one, two, same, apart):
    found = features(point("a", SAID, said=builders.day(one)), point("b", TOLD, said=builders.day(two)))
    assert (found["same_day"], found["days_apart"]) == (same, apart)


def test_of_two_crossed_cosines_the_smaller_is_the_least():
    """One stands alone, the other deep in a sentence of other letters: the two crossings differ."""
    one = point("a", "Bakers bake bread.", around="{}")
    two = point("b", "bakers baked", around="Yesterday many mighty zoologists say {} until fully unfit.")
    other = point("c", "Quite vexed judges quit.")
    found = features(one, two, other, encoder=Letters())
    assert found["vector_crossed_least"] < found["vector_crossed_most"] - 0.01


def test_what_words_weigh_together_is_the_same_in_any_order():
    rarity = {f"w{n}": 0.1 * n + 1 / (n + 3) for n in range(40)}
    made = Context([], {}, rarity, np.zeros((0, 0)), np.zeros((0, 0)))
    keys = sorted(rarity)
    shuffled = [random.Random(seed).sample(keys, len(keys)) for seed in range(30)]  # noqa: S311
    assert (
        len({reduce(add, (rarity[k] for k in order)) for order in shuffled}) > 1
    )  # added plainly they differ
    assert {made.weigh(order) for order in shuffled} == {made.weigh(keys)}


def test_all_that_two_points_have_in_common_at_once():
    """Every feature that is not nothing; the tests above say what each is about."""
    one = point(
        "a",
        "“The lock gates” at Ostrel will not open for 12 ships before the spring.",
        around="It rained.\n\nLunde saw it. {} said the mayor.",
        published="2031-03-05",
        speaker_id="dorn",
        source_text="the mayor of Ostrel",
        said=builders.day("2031-03-04"),
    )
    two = point(
        "b",
        "Ostrel may keep “the lock gates” shut for 14 ships if it rains.",
        published="2031-03-07",
        speaker_id="guild",
        source_text="the mayor",
        said=builders.day("2031-03-06"),
        kind="indirect",
    )
    others = point("c", SAID), point("d", "Bread costs more at Ostrel this spring.")
    expected = {
        "shared_rarity": 1.51,
        "shared_of_shorter": 0.33,
        "shared_of_longer": 0.26,
        "rarest_shared": 0.69,
        "shared_count": 4.0,
        "common_order": 0.38,
        "longest_run": 3.0,
        "longest_run_content": 2.0,
        "edit_ratio": 0.57,
        "partial_ratio": 0.58,
        "quoted_both": 1.0,
        "quoted_run": 3.0,
        "quoted_shared": 1.0,
        "around_shared": 0.45,
        "near_shared": 0.31,
        "vector": -0.06,
        "vector_around": -0.09,
        "vector_crossed_least": -0.09,
        "vector_crossed_most": -0.07,
        "speaker_other": 1.0,
        "speaker_acts_for": 1.0,
        "source_words": 0.5,
        "days_apart": 2.0,
        "published_apart": 2.0,
        "mode_same": 1.0,
        "stance_same": 1.0,
        "numbers_differ": 1.0,
        "negation_differs": 1.0,
        "condition_differs": 1.0,
        "doubt_differs": 1.0,
        "length_shorter": 2.64,
        "length_ratio": 0.93,
        "content_least": 7.0,
        "place_apart": 0.23,
        "confidence_least": 0.9,
        "overlap": 0.33,
        "quoted_share": 0.45,
        "quoted_share_differs": 0.02,
        "place_last": 0.23,
        "paragraph_last": 2.0,
        "spoken_here_least": 1.0,
        "spoken_here_most": 1.0,
        "overlap_lift": 0.49,
        "overlap_margin_least": 0.33,
        "overlap_margin_most": 0.33,
        "vector_lift": -0.09,
        "vector_margin_least": -0.06,
        "vector_margin_most": -0.06,
    }
    found = {name: value for name, value in features(one, two, *others, encoder=Letters()).items() if value}
    assert found == pytest.approx(expected, abs=0.006)


def test_very_long_points_are_laid_beside_each_other_by_their_beginnings():
    def ratio(words, more):
        told = " ".join(f"gate{n}" for n in range(words))
        one, two = (point(name, f"“{told} {end}”") for name, end in (("a", "shut"), ("b", more)))
        return features(one, two)["partial_ratio"]

    assert ratio(20, "wharf " * 20) < 1
    assert ratio(200, "wharf " * 20) == 1
