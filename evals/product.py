"""The product's own output on annotated sets: read once a process, scored by several evals."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

import onrecord
from onrecord.records import Corpus

GOLD = {
    "polnear": "data/polnear/dev.jsonl.gz",
    "basil": "data/basil/dev.jsonl.gz",
    "clusters": "data/clusters/dev.jsonl.gz",
    "tempeval3": "data/tempeval3/tbaq.tar.gz",
}


def scorer(shared: Path, name: str) -> ModuleType:
    """A module of ``shared/eval``: the definitions that our figures must agree with."""
    folder = str(shared / "eval")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location(name, shared / "eval" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "eval" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def gold(shared: Path, name: str) -> Path:
    """The annotated file of a set; it may be absent."""
    return shared / GOLD[name]


@cache
def output(shared: Path, name: str) -> Path:
    """The folder that ``onrecord read`` writes for a set's plain texts (id, outlet, date, text)."""
    from onrecord import reports  # noqa: PLC0415 - only evals that read need the product
    from onrecord.archive import Archive  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp(prefix=f"onrecord-{name}-"))
    rows = folder / "in.jsonl"
    script = shared / "eval" / "inputs.py"
    command = [sys.executable, str(script), name, str(gold(shared, name)), str(rows)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with Archive(folder / "onrecord.db") as archive:
        run = archive.read([rows])
        if run.skipped:
            raise AssertionError(json.dumps([s.where for s in run.skipped]))
        reports.write_tables(archive.corpus(), folder)
    return folder


def corpus(rows: Iterable[Mapping[str, str]]) -> Corpus:
    """What the product reads of articles given as rows, all at once."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "in.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with onrecord.open(Path(home) / "onrecord.db", create=True) as archive:
            archive.read([path])
            return archive.corpus()
