"""Candidates share rare words, a speaker or a meaning; their number grows with the story, not its square."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.utterances.candidates import BY_VECTOR, BY_WORDS, candidates
from onrecord.utterances.context import context


@pytest.fixture(scope="session")
def crowd(points_of):
    """Many articles that say much the same, each with a number of its own."""
    text = "“The harbour takes {0} ships and {1} crews this year.”"
    found = [
        p
        for at in range(120)
        for p in points_of(text.format(1000 + at, 5000 + at // 2), name=f"paper{at:03}", speaker=None)
    ]
    return sorted(found, key=lambda p: p.key)


def test_a_rare_word_in_common_makes_a_candidate(crowd):
    found = set(candidates(context(crowd, {})))
    assert all((at, at + 1) in found for at in range(0, len(crowd), 2))


def test_the_number_of_candidates_is_bounded_per_point(crowd):
    assert len(candidates(context(crowd, {}))) <= len(crowd) * (BY_WORDS + BY_VECTOR)


def test_a_common_speaker_makes_a_candidate_without_common_words(points_of):
    one = points_of("“Ferries are late again.”", name="a", speaker="oda")
    two = points_of("the minister complained of slow boats", name="b", speaker="oda", kind="indirect")
    other = points_of("grain prices fell", name="c", speaker=None, kind="indirect")
    assert candidates(context([*one, *two, *other], {})) == [(0, 1)]


def test_sentences_of_one_statement_are_never_candidates(points_of):
    found = points_of("“The harbour opens in May. The harbour closes in October.”", name="a")
    assert len(found) == 2
    assert candidates(context(found, {})) == []


def test_nothing_to_compare_gives_nothing():
    assert candidates(context([], {})) == []


@pytest.mark.parametrize(("name", "found"), [("b", [(0, 1)]), ("a", [])])
def test_in_one_article_a_common_speaker_alone_is_too_little(points_of, name, found):
    (one,) = points_of("“Ferries are late again.”", name="a")
    (two,) = points_of("the minister complained of slow boats", name=name, kind="indirect")
    two = replace(two, statement=replace(two.statement, id="another"))
    assert candidates(context([one, two], {})) == found


def test_with_vectors_points_of_two_articles_need_words_or_meaning_in_common(points_of):
    texts = ("“Ferries are late again.”", "the minister complained of slow boats", "grain prices fell")
    found = [p for name, text in zip("abc", texts, strict=True) for p in points_of(text, name=name)]
    made = context(found, {})
    made.vectors = np.eye(3, dtype=np.float32)
    assert candidates(made) == []
    made.vectors = np.full((3, 3), 3**-0.5, dtype=np.float32)
    assert candidates(made) == [(0, 1), (0, 2), (1, 2)]
