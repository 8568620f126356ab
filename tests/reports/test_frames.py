"""Tables in a notebook: the rows of the exports, as data frames, and shown without running what they hold."""

from __future__ import annotations

import sys

import pytest
from lxml import html

from onrecord.errors import MissingExtraError
from onrecord.reports.frames import RecordTable
from onrecord.reports.tables import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_frames_hold_the_rows(tunnel, empty, name):
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    for corpus in (tunnel, empty):
        table = RecordTable.of(corpus, name)
        frame, arrow = table.to_pandas(), table.to_arrow()
        assert list(frame.columns) == arrow.column_names == list(TABLES[name].shapes)
        assert len(frame) == arrow.num_rows == len(table)
        if "id" in frame:
            assert list(frame["id"]) == [row["id"] for row in table]


def test_a_notebook_shows_hostile_words_as_words(hostile):
    table = RecordTable.of(hostile, "articles")
    shown = html.fromstring(table._repr_html_())
    assert not shown.xpath(".//script | .//img")
    assert len(shown.xpath(".//tbody/tr")) == len(table[:20])
    assert table[0]["id"] in shown.text_content()


def test_a_missing_library_is_named(tunnel, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"onrecord\[pandas\]"):
        RecordTable.of(tunnel, "statements").to_pandas()
