"""Label scores become spans under the label scheme, links are chosen together."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements.decoding import Stretch, best_paths, log_softmax, stretches
from onrecord.statements.linking import align

LABELS = 5  # outside, then B and I of two roles


def scheme() -> np.ndarray:
    out = np.zeros((LABELS, LABELS), np.float32)
    for before in range(LABELS):
        for after in (2, 4):
            if before not in (after, after - 1):
                out[before, after] = -1e4
    return out


def total(path, emissions, transitions) -> float:
    steps = sum(transitions[a, b] for a, b in zip([0, *path[:-1]], path, strict=True))
    return float(sum(emissions[n, label] for n, label in enumerate(path)) + steps)


@given(
    st.lists(st.lists(st.floats(-3, 3, width=32), min_size=LABELS, max_size=LABELS), min_size=1, max_size=4)
)
def test_the_best_path_is_the_best_of_all(rows):
    emissions, transitions = np.array(rows, np.float32), scheme()
    [found] = best_paths([emissions], transitions)
    best = max(total(p, emissions, transitions) for p in product(range(LABELS), repeat=len(rows)))
    assert total(found.tolist(), emissions, transitions) == pytest.approx(best, abs=1e-4)


def test_windows_of_other_lengths_change_nothing():
    random = np.random.default_rng(5)
    windows = [random.normal(size=(n, LABELS)).astype(np.float32) for n in (3, 9, 1, 6)]
    together = best_paths(windows, scheme())
    alone = [best_paths([w], scheme())[0] for w in windows]
    assert [p.tolist() for p in together] == [p.tolist() for p in alone]


def test_nothing_is_no_path():
    assert best_paths([], scheme()) == []


def test_labels_become_stretches_of_one_role():
    found = stretches(np.array([0, 1, 2, 1, 3, 4, 4, 0, 2]))
    assert found == [Stretch(1, 1, 2), Stretch(1, 3, 3), Stretch(2, 4, 6), Stretch(1, 8, 8)]


def brute(scores, unused):
    rows, width = scores.shape
    best, choice = -np.inf, None
    for picks in product(range(width), repeat=rows):
        used = [p for p in picks if p]
        if used != sorted(used):
            continue
        value = sum(scores[n, p] for n, p in enumerate(picks)) - unused * (width - 1 - len(set(used)))
        if value > best + 1e-9:
            best, choice = value, picks
    return best, choice


@given(st.integers(0, 4), st.integers(1, 4), st.floats(0, 4), st.randoms(use_true_random=False))
def test_choices_made_together_are_the_best_that_go_forward(rows, width, unused, random):
    scores = log_softmax(
        np.array([[random.uniform(-4, 4) for _ in range(width)] for _ in range(rows)], np.float32).reshape(
            rows, width
        )
    )
    found = align(scores, unused)
    used = [p for p in found if p]
    assert used == sorted(used)
    value = sum(scores[n, p] for n, p in enumerate(found)) - unused * (width - 1 - len(set(used)))
    assert value == pytest.approx(brute(scores, unused)[0], abs=1e-4)


def test_a_cue_keeps_its_content_against_a_louder_neighbour():
    scores = np.log(np.array([[0.01, 0.9, 0.09], [0.01, 0.55, 0.44]], np.float32))
    assert align(scores, 0.0) == [1, 1]
    assert align(scores, 2.0) == [1, 2]
