"""Asking an archive: nothing of reading is loaded for it, and what is asked together is of one state."""

from __future__ import annotations

import subprocess
import sys

import pytest

from onrecord import store
from onrecord.queries import Queries


@pytest.mark.parametrize("asking", ["onrecord.queries", "onrecord.utterances.comparing"])
def test_asking_and_laying_words_side_by_side_load_neither_models_nor_readers(asking):
    assert not loaded(f"import {asking}") & NETWORKS
    assert loaded("import onrecord.utterances; onrecord.utterances.align") & NETWORKS


def loaded(code):
    """The modules that are loaded once ``code`` has run."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(told.stdout.split())


NETWORKS = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "onrecord.pipeline"}


def test_a_snapshot_does_not_see_what_others_write(tmp_path):
    with Queries(tmp_path / "a.db") as asked:
        before = asked.state()
        writer = store.Database(tmp_path / "a.db")
        with asked.snapshot():
            assert asked.last_run() == {}
            with writer.transaction() as connection:
                connection.execute(
                    "INSERT INTO runs (started_at, record) VALUES ('2031-03-04', '{\"n\": 1}')"
                )
            assert asked.last_run() == {}
        writer.close()
        assert asked.last_run() == {"n": 1}
        assert asked.state() != before
