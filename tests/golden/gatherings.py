"""Invented texts to be read for the reviewed tables, by gathering; of what is in halves the seen one alone.

What is read of them is reviewed line by line, so that no text of an unseen half may stand here.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import onrecord
from golden.page import Page
from onrecord import pipeline, reports, sources
from onrecord.records import Corpus, Reading
from onrecord.statements import default_tagger

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = ROOT / "evals" / "sets"


def _examples(home):
    shutil.copytree(ROOT / "examples", home / "in", ignore=shutil.ignore_patterns("README.md"))


def _written(rows, home):
    """A file of rows, each an article with what is given of it."""
    kept = [{key: value for key, value in row.items() if value} for row in rows]
    (home / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in kept), "utf-8")


def _gathered(home):
    _written(
        ({"id": p.stem, "text": p.read_text("utf-8")} for p in sorted((HERE / "gathered").glob("*"))), home
    )


def _sentences(home):
    """Texts of a few words, each alone: every turn that a rule of one stage is about, of one outlet and day."""
    _written(
        (
            {"id": f"{path.stem}-{n}", "outlet": "Tessin Post", "date": "2031-03-12", "text": text}
            for path in sorted((HERE / "sentences").glob("*"))
            for n, text in enumerate(path.read_text("utf-8").split("\n%\n"))
        ),
        home,
    )


def _pairs(home):
    """Two outlets on one happening each: what differs between them is of every kind that is looked for."""
    _written(
        (
            {
                "id": f"{path.stem}-{n}{side}",
                "outlet": outlet,
                "date": "2031-03-12",
                "title": title,
                "text": text,
            }
            for path in sorted((HERE / "pairs").glob("*"))
            for n, pair in enumerate(path.read_text("utf-8").split("\n%\n"))
            for title, told in [pair.split("\n", 1)]
            for side, outlet, text in zip(
                "ab", ("Tessin Post", "Radio Karst"), told.split("\n=\n"), strict=True
            )
        ),
        home,
    )


def _gold(*folders):
    def put(home):
        goldset, halves = _evals("goldset", "halves")
        _written(
            (
                {"id": a.key, "outlet": a.outlet, "text": a.text, "date": a.given}
                for folder in folders
                for one in goldset.load(SETS / folder)
                if halves.half(one.name) == "seen"
                for a in one.articles.values()
            ),
            home,
        )

    return put


def _differing(name):
    def put(home):
        (differing,) = _evals("differing")
        _written(
            (
                {"id": f"{pair.name}-{side}", "outlet": outlet, "date": day, "text": text}
                for pair in differing.load(name)
                if pair.half == "seen"
                for side, outlet, day, text in zip("ab", pair.outlets, pair.days, pair.texts, strict=True)
            ),
            home,
        )

    return put


def _happenings(home):
    happenings, halves = _evals("happenings", "halves")
    _written(
        (
            {"id": t.id, "outlet": t.id, "date": t.date, "text": t.text}
            for kind, tellings in happenings.kinds().items()
            if halves.half(kind) == "seen"
            for t in tellings
        ),
        home,
    )


def _layouts(home):
    (layouts,) = _evals("layouts")
    _written(({"id": one.name, "text": one.text} for one in layouts.layouts(SETS / "layouts/seen.txt")), home)


def _clippings(home):
    twins, halves = _evals("twins", "halves")
    for case in twins.cases():
        if halves.half(case.name) == "seen":
            for name, data in twins.files(case).items():
                path = home / "in" / case.name / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)


def _evals(*names):
    """Modules of ``evals``, which are scripts: they import each other by name."""
    if str(ROOT / "evals") not in sys.path:
        sys.path.append(str(ROOT / "evals"))
    return [__import__(name) for name in names]


# Each puts its files into a folder, to be read at once into an archive of its own.
GATHERINGS = {
    "examples": _examples,
    "gathered": _gathered,
    "sentences": _sentences,
    "pairs": _pairs,
    "sets": _gold(""),
    "voices": _gold("voices", "tellers"),
    "differing": _differing(""),
    "differing again": _differing("again."),
    "happenings": _happenings,
    "layouts": _layouts,
    "clippings": _clippings,
}
# Where a gathering is there for one stage, or says in other tables what the others say, the tables that are looked at.
ONLY = {
    "sentences": ("chains", "statements", "timexes"),
    "pairs": ("conflicts", "findings", "positions", "relations", "statements", "stories", "utterances"),
    "happenings": ("chains", "relations", "statements", "stories", "timexes", "utterances"),
    "layouts": ("articles", "timexes"),
    "clippings": ("articles",),
}
# Where each text stands by itself: nothing is compared, for no table that is looked at tells of it.
ALONE = frozenset({"sentences", "layouts", "clippings"})
# Where no table that is looked at has anything to do with who said what.
UNREAD = frozenset({"layouts", "clippings"})


class _Nobody:
    """A reader that finds nothing."""

    def read(self, articles):
        return [Reading((), (), "nobody") for _ in articles]


def read(name):
    """What reading a gathering skipped, its tables as rows, and those that are reviewed as lines."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        GATHERINGS[name](home)
        tagger = _Nobody() if name in UNREAD else default_tagger()
        corpus, skipped = (_each if name in ALONE else _together)(home, tagger)
        reports.write_tables(corpus, home / "tables")
        tables = {p.stem: _rows(p) for p in sorted((home / "tables").glob("*.jsonl"))}
    chains = [chain for item in corpus.articles for chain in item.speakers]
    page = Page(tables, chains, alone=name in ALONE)
    told = [f"{Path(one.where).name}: {one.reason}" for one in skipped]
    return tables, {"skipped": told} | {table: page.lines(table) for table in ONLY.get(name, page)}


def _together(home, tagger):
    with onrecord.open(home / "onrecord.db", create=True) as archive:
        # In this process: each worker of the tests reads some of them.
        run = archive.read(sorted(home.glob("in*")), tagger=tagger, jobs=1)
        return archive.corpus(), run.skipped


def _each(home, tagger):
    skipped = []
    raws = sources.read([str(p) for p in sorted(home.glob("in*"))], on_skip=skipped.append)
    items = list(pipeline.annotate(raws, tagger, on_skip=skipped.append))
    # In the order of an archive, and of what has one id the first.
    found = {item.article.id: item for item in reversed(items)}
    return Corpus(tuple(found[key] for key in sorted(found))), skipped


def _rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
