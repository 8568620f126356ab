"""A cell of a list is broken at words, and where it must be inside one."""

from __future__ import annotations

import pytest

from onrecord.reports.listed import _wrapped


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (12, ["the old weir"]),  # as wide as it is
        (11, ["the old", "weir"]),
        (4, ["the", "old", "weir"]),
        (3, ["the", "old", "wei", "r"]),
    ],
)
def test_lines_are_as_wide_as_they_may_be(width, lines):
    assert _wrapped("the old weir", width) == lines


def test_a_first_word_wider_than_a_line_leaves_no_empty_line_before_it():
    assert _wrapped("weirs of old", 4) == ["weir", "s of", "old"]
