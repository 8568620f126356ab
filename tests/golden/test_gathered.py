"""What is read of a gathering of invented articles, each full of one stage's work, is what was last reviewed.

The bundled examples are news as it is; these are not: dates of every form, people called in every way, lines of
every furniture, outlets that clash. They see changes of decisions that no example turns on.
"""

from __future__ import annotations

import pytest

from lines import changed

TABLES = (
    "articles",
    "relations",
    "origins",
    "positions",
    "speakers",
    "statements",
    "stories",
    "silences",
    "timeline",
    "timexes",
    "utterances",
)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_as_reviewed(name, gathered, as_reviewed):
    assert as_reviewed(gathered(name))


def test_changed_lines_are_counted():
    assert changed(["a", "b", "c"], ["a", "x", "y", "c"]) == 2
    assert changed(["a"], ["a"]) == 0
