"""Every table of the bundled examples, and of sets of invented articles, written so that a person can review a change.

Ids are hashes: a letter more in an article changes hundreds of them. Each is shown as what it names (an article's
file, a statement's words), each span with its characters, and numbers between 0 and 1 to one digit.
One digit because the models' kernels differ between processors: on x86 with and without VNNI and on ARM
logits move by about a hundredth, and what stands on an edge there turns over: a digit, or the first word of a content.
``processor.json`` keeps how the processor adds on which the tables were reviewed. One that adds alike has to
give the same tables; another may part from them in few lines.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import onrecord
from lines import changed
from onrecord import reports
from onrecord.models import vectors
from onrecord.models.manifest import COMPARING, PACKAGED, TAGGING

REVIEWED = Path(__file__).parent / "processor.json"
EXAMPLES = Path(__file__).parents[2] / "examples"
EVALS = Path(__file__).parents[2] / "evals"
GATHERED = Path(__file__).parent / "gathered"
# Lines of a table that may change on another kind of processor, and the share that may: between two of x86, six
# tables changed, by 2 to 12 lines.
FEW, SHARE = 12, 0.04
# How many characters of a span are shown, and what of a row says nothing about the articles.
SHOWN = 48
LEFT_OUT = frozenset({"id", "text", "text_map", "sha256", "producer"})


class _Lines(SingleFileSnapshotExtension):
    """One text file a table, so that a change is a diff of lines."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def snapshot(snapshot):
    return snapshot.use_extension(_Lines)


@pytest.fixture
def as_reviewed(request, snapshot, adds_otherwise):
    """Whether a test's text is the one that was reviewed, or nearly so where the processor adds otherwise."""

    def holds(text):
        if not adds_otherwise:
            return text == snapshot
        home = request.path.parent / "__snapshots__" / request.path.stem
        reviewed, found = (
            (home / f"{request.node.name}.txt").read_text("utf-8").splitlines(),
            text.splitlines(),
        )
        return changed(reviewed, found) <= max(FEW, SHARE * len(reviewed))

    return holds


@pytest.fixture(scope="session")
def adds_otherwise(pytestconfig):
    """Whether this processor gives other numbers than the one of the review, by the same weights."""
    vector = vectors.packaged().encode(["The", "gates", "of", "the", "dam", "stay", "open"])
    weights = repr(sorted(PACKAGED.hashes({*TAGGING, *COMPARING}).items()))
    here = {"weights": _digest(weights.encode()), "numbers": _digest(vector.tobytes())}
    if pytestconfig.option.update_snapshots:
        REVIEWED.write_text(json.dumps(here, indent=1) + "\n", "utf-8")
    reviewed = json.loads(REVIEWED.read_text("utf-8"))
    return here["weights"] == reviewed["weights"] and here["numbers"] != reviewed["numbers"]


def _digest(data):
    return hashlib.sha256(data).hexdigest()[:16]


@pytest.fixture(scope="session")
def tables(tmp_path_factory):
    """The tables of ``examples/``, each a list of rows, read as a user would."""
    home = tmp_path_factory.mktemp("golden")
    shutil.copytree(EXAMPLES, home / "examples", ignore=shutil.ignore_patterns("README.md"))
    return _read(home, home / "examples")


def _read(home, inputs):
    with onrecord.open(home / "onrecord.db", create=True) as archive:
        run = archive.read([inputs])
        assert not run.skipped
        reports.write_tables(archive.corpus(), home)
    return {p.stem: _rows(p) for p in sorted(home.glob("*.jsonl"))}


@pytest.fixture(scope="session")
def gathered(tmp_path_factory):
    """Name of a table -> its rows as text, of the articles below ``gathered`` and of the sets that may be read."""
    home = tmp_path_factory.mktemp("gathered")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(EVALS)
        import goldset
        import halves

        sets = [s for s in goldset.load() if halves.half(s.name) == "seen"]
    rows = [
        {"id": a.key, "outlet": a.outlet, "text": a.text} | ({"date": a.given} if a.given else {})
        for one in sets
        for a in one.articles.values()
    ]
    rows += [{"id": p.stem, "text": p.read_text("utf-8")} for p in sorted(GATHERED.glob("*.txt"))]
    inputs = home / "in.jsonl"
    inputs.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return _Page(_read(home, inputs)).table


def _rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


@pytest.fixture(scope="session")
def readable(tables):
    """Name of a table -> its rows as text."""
    return _Page(tables).table


class _Page:
    """The tables with names for ids and words for spans."""

    def __init__(self, tables):
        self._tables = tables
        self._texts = {a["id"]: a["text"] for a in tables["articles"]}
        self._names = {}
        for name, rows in tables.items():
            taken = Counter()
            for row in rows:
                label = self._label(name, row)
                taken[label] += 1
                if "id" in row and label:
                    self._names[row["id"]] = f"{label} ({taken[label]})" if taken[label] > 1 else label

    def table(self, name):
        """One block of lines a row, in the order of the words: ids, which order some tables, say nothing."""
        blocks = ["\n".join(self._row(row)) for row in self._tables[name]]
        return "\n\n".join(blocks if name in {"articles", "statements", "timexes"} else sorted(blocks)) + "\n"

    def _label(self, table, row):
        if table == "articles":
            return row.get("given_id") or f"{Path(row['path']).name}#{row['item']}"
        if table == "statements":
            return f"‹{self._words(row['article_id'], row['content'][0])}›"
        return row.get("name") if table == "speakers" else row.get("title")

    def _row(self, row):
        if {"article_id", "start", "end"} <= set(row):
            yield f"words: {self._words(row['article_id'], row)!r}"
        for key, value in row.items():
            if key not in LEFT_OUT and value not in (None, [], {}, ""):
                yield f"{key}: {self._value(value, row.get('article_id') or row.get('id'), key)}"

    def _value(self, value, article, key=""):
        if isinstance(value, dict):
            return self._mapping(value, article)
        if isinstance(value, list):
            return "".join(f"\n  - {self._value(one, article)}" for one in value)
        if isinstance(value, float):
            return f"{value:.1f}"
        if key == "path":
            return Path(value).name
        if key in {"start", "end"} or not isinstance(value, str):
            return json.dumps(value)
        return self._names.get(value, value if not _hashed(value) else "…")

    def _mapping(self, value, article):
        article = value.get("article_id", article)
        if {"start", "end"} <= set(value):
            words = f"{value['start']}-{value['end']} {self._words(article, value)!r}"
            rest = {k: v for k, v in value.items() if k not in {"start", "end"}}
            return " ".join([words, *(f"{k}={self._value(v, article)}" for k, v in rest.items())])
        return " ".join(f"{self._names.get(k, k)}={self._value(v, article)}" for k, v in value.items())

    def _words(self, article, span):
        words = " ".join(self._texts.get(article, "")[span["start"] : span["end"]].split())
        return words if len(words) <= SHOWN else f"{words[: SHOWN // 2]} … {words[-SHOWN // 2 :]}"


def _hashed(value):
    """Whether a string is an id: a prefix and sixteen hexadecimal digits."""
    prefix, _, digits = value.rpartition("-")
    return bool(prefix) and len(digits) == 16 and not set(digits) - set("0123456789abcdef")
