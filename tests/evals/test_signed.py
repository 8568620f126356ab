"""Whose names are set around bulk news is the same in every run."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

# One name but for its capitals: their order must not be that of a set, which changes from run to run.
NAMES = ["ANA Ruiz", "AnA Ruiz", "Ana RUIZ", "Ana RuiZ", "Ana Ruiz", "Ana Ruiz-"]


@pytest.fixture
def signed(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import signed

    return signed


def written(folder, names):
    path = folder / "rows.jsonl.gz"
    path.write_bytes(gzip.compress("".join(json.dumps({"authors": n}) + "\n" for n in names).encode()))
    return path


def test_names_that_differ_in_capitals_alone_have_an_order(signed, tmp_path):
    assert signed.writers(written(tmp_path, NAMES)) == NAMES


def test_more_than_two_writers_and_words_of_pages_are_no_names(signed, tmp_path):
    rows = ["Ana Ruiz", "Ana Ruiz, Bo Lind", "Ana Ruiz, Bo Lind, Cy Orm", "Ana Staff", None]
    assert sorted(signed.writers(written(tmp_path, rows))) == ["Ana Ruiz", "Ana Ruiz; Bo Lind"]
