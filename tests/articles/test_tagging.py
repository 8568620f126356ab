"""Every line has a label, the likeliest sequence is found, and no length makes it slow or fail."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.features import (
    FIRST,
    LAST,
    NUMBERS,
    _beside_title,
    fold,
    lines_of,
    see,
)
from onrecord.articles.tagging import LABELS, best_sequence, packaged_tagger, tag
from onrecord.articles.tokens import SHAPES, word_id


@given(st.text(alphabet='ab .\n\f"“©|9é', max_size=300))
def test_every_line_gets_one_label(text):
    """Spans are the lines without the white space around them, in order."""
    lines, labels, _ = tag(text)
    assert len(lines) == len(labels) == sum(bool(line.strip()) for line in text.split("\n"))
    assert set(labels) <= set(LABELS)
    assert [line.span.of(text) for line in lines] == [x.strip() for x in text.split("\n") if x.strip()]


def test_furniture_and_body_are_told_apart():
    """A page as it is copied from a browser."""
    text = (
        "Skip to main content\nOstrey Herald\nHome | News | Sport | Culture\n\nHarbour dues to double from May\n"
        "By Nora Quill\n12 April 2021\nShare this article\n\nSkippers will pay twice as much to moor from May, the "
        "trust decided on Monday night.\n\n“We have patched the wall for eleven years,” said Dell Arrow.\n\n"
        "Advertisement\n\nThe trust last raised its dues in 2009, when the market opened.\n\nSubscribe to our "
        "newsletter\n© 2021 Ostrey Herald. All rights reserved."
    )
    labels = tag(text).labels
    assert labels.count("body") == 3
    assert [labels[n] for n in (3, 4, 5, 6)] == ["headline", "byline", "date", "share"]
    assert labels[-1] == "legal"


def test_a_long_text_has_a_label_for_each_line():
    """Far more lines than any article's: the middle is body."""
    text = "a line\n" * 5000
    lines, labels, _ = tag(text)
    assert len(lines) == len(labels) == 5000
    assert labels[2500] == "body"


def test_the_best_sequence_weighs_lines_and_their_order():
    """The lines alone would give 0, 1; the order forbids it."""
    scores = np.array([[1.0, 0.0], [0.0, 0.5]], np.float32)
    free = np.zeros((3, 2), np.float32)
    assert best_sequence(scores, free) == [0, 1]
    forbidden = free.copy()
    forbidden[1, 1] = -5
    assert best_sequence(scores, forbidden) == [0, 0]


def test_words_outside_the_vocabulary_are_seen_by_their_shape():
    """Names say nothing by themselves."""
    assert SHAPES[word_id("Ostrey", {})[0]] == "<Title>"
    assert SHAPES[word_id("2021", {})[0]] == "<d4>"
    assert SHAPES[word_id("10:31", {})[0]] == "<clock>"
    assert SHAPES[word_id("nora@x.example", {})[0]] == "<mail>"
    assert word_id("Share", {"share": 99}) == (99, 2)


def test_the_features_have_the_shapes_that_the_network_takes():
    """One row a line; the last words stand at the right."""
    text = "Share this\nA line of body."
    seen = see(text, lines_of(text), packaged_tagger().vocabulary, title=None, width=0)
    assert seen.words.shape == seen.cases.shape == (2, FIRST + LAST)
    assert seen.numbers.shape == (2, NUMBERS)
    assert seen.words[0, 0] == seen.words[0, -2]
    assert fold("Trump’s Deal.") == "trumpsdeal"


@pytest.mark.parametrize(
    ("line", "same", "part"),
    [
        ("the river bridge reopens", True, False),
        ("river bridge", False, True),
        ("river bridg", False, False),  # what is shorter may stand in any title
        ("another line", False, False),
    ],
)
def test_a_line_is_the_known_title_or_a_good_part_of_it(line, same, part):
    assert _beside_title(line, "the river bridge reopens") == (same, part)
    assert _beside_title(line, "") == (False, False)
