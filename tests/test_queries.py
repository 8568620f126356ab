"""Asking an archive: nothing of reading is loaded for it, and what is asked together is of one state."""

from __future__ import annotations

import subprocess
import sys

from onrecord import store
from onrecord.queries import Queries


def test_asking_loads_neither_models_nor_readers():
    told = subprocess.run(
        [sys.executable, "-c", "import onrecord.queries, sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    loaded = set(told.stdout.split())
    assert not loaded & {"numpy", "onnxruntime", "tokenizers", "trafilatura", "onrecord.pipeline"}


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
