"""Rows of a collection are articles as the product reads them, and nothing of their annotation."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

SAID = "The lock at Serrin will stay shut until Monday, mayor Ilka Venn said, and nobody objected. " * 3


@pytest.fixture
def corpora(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import corpora

    return corpora


@pytest.mark.parametrize(
    ("given", "folder"), [(["--seen", "elsewhere"], "elsewhere"), (["--seen"], "shared")]
)
def test_the_collections_are_where_the_first_argument_says(corpora, monkeypatch, given, folder):
    monkeypatch.setattr("sys.argv", ["eval.py", *given])
    assert corpora.asked().name == folder


def test_blank_lines_are_no_rows(corpora, tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a"}\n\n{"id": "b"}\n'))
    assert [row["id"] for row in corpora.rows(path)] == ["a", "b"]


def test_a_row_without_a_text_is_passed_over_and_its_annotation_is_not_given(corpora):
    rows = [{"id": name, "date": "2031-03-05", "text": text} for name, text in (("a", SAID), ("b", ""))]
    (item,) = corpora.dated(row | {"event": "e1"} for row in rows)
    assert (item.article.given_id, item.article.published.day) == ("a", "2031-03-05")
    assert "event" not in json.dumps(dict(item.article.fields))
    assert [t.value for t in item.timexes] == ["2031-03-10"] * 3


@pytest.mark.parametrize(("text", "titles"), [(f"Lock stays shut\n\n{SAID}", ["Lock stays shut"]), ("", [])])
def test_a_text_is_an_article_or_none(corpora, text, titles):
    found = corpora.plain(text)
    assert [article.title for article in (found,) if article is not None] == titles
