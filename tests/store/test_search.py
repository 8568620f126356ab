"""Search takes what people type: words must all occur, quoted words are a phrase, nothing is syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import store
from onrecord.store.search import fts_query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("quay open", '"quay" "open"'),
        ('"stay open" quay', '"stay open" "quay"'),
        ("it's", '"it\'s"'),
        ("a OR b*", '"a" "OR" "b*"'),
        ("-- '", '""'),
        ("", '""'),
    ],
)
def test_words_become_quoted_terms(typed, query):
    assert fts_query(typed) == query


@given(st.text(max_size=40))
def test_no_input_breaks_the_query(tmp_path_factory, typed):
    database = store.Database(tmp_path_factory.mktemp("search") / "onrecord.db")
    assert store.search.statements(database.connection, typed) == []
    database.close()
