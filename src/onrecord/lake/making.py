"""A lake made, or made again where something is new: every step in order."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord import __version__, languages, sources, stages, store
from onrecord.engines import Duck, Runner
from onrecord.extras import imported
from onrecord.lake import comparing, grouping, shards, speakers
from onrecord.lake.layout import VERSION, Layout, done, finish, parquet, write
from onrecord.lake.running import run
from onrecord.models.manifest import COMPARING, LINES, PACKAGED, RELATING, TAGGING
from onrecord.records import Progress, Run, Skipped, Story
from onrecord.reports.exports.parquet import arrow_rows, arrow_schema
from onrecord.reports.tables import TABLES, write_run
from onrecord.stopwatch import Stopwatch
from onrecord.versions import packages

# Of a text that stands in several files the first by path is the article, as in an archive.
_ARTICLES = """
CREATE TABLE chosen AS SELECT id, path, item, filename FROM every
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY path, item) = 1
"""
_VIEW = "CREATE VIEW articles AS SELECT every.* FROM every JOIN chosen USING (id, path, item, filename)"
_OF_BINS = "SELECT number, id, record FROM bins JOIN articles USING (id) ORDER BY number"
# Rows of one file of the table of speakers.
_SPEAKERS = 50_000


def make(
    paths: Iterable[str | Path],
    home: Path,
    runner: Runner,
    *,
    columns: Mapping[str, str] | None = None,
    on_skip: Callable[[Skipped], None] = lambda _: None,
    on_progress: Callable[[Progress], None] = lambda _: None,
) -> Run:
    """Read what ``paths`` name into the lake at ``home``, and bring its tables up to date.

    What is finished is never done twice; a run that was cut off goes on where it was. ``home`` and the paths
    are the same on every machine of the ``runner``.

    Raises:
        RetryError: another run is at work on the lake, or a task ended every process that tried it.
        MissingExtraError: the engine is not installed.
    """
    asked, started, watch = [str(p) for p in paths], _now(), Stopwatch()
    home.mkdir(parents=True, exist_ok=True)
    lock = store.Database(home / "_lock.db")
    try:
        with lock.transaction():
            making = _Making(Layout(home), runner, on_progress)
            making.layout.begin()
            fresh, outdated, skipped = making.read(asked, columns)
            for item in skipped:
                on_skip(item)
            found = [mark for mark in shards.marks(making.layout.read) if mark["id"] not in outdated]
            if any(mark["articles"] for mark in found):
                with watch.time("comparing"):
                    making.compare([str(mark["id"]) for mark in found])
            made = replace(_run(found, fresh, watch), started_at=started, skipped=skipped)
            made = replace(made, paths=tuple(map(sources.shown, asked)))
            write_run(store.loads(dict[str, Any], store.dumps(made)), home)
            shards.forget(making.layout.read, outdated)  # now that no manifest names them
            shutil.rmtree(making.layout.work)
    finally:
        lock.close()
    return made


@dataclass(frozen=True, slots=True)
class _Making:
    """A run that is under way."""

    layout: Layout
    runner: Runner
    tell: Callable[[Progress], None]

    def read(
        self, asked: Sequence[str], columns: Mapping[str, str] | None
    ) -> tuple[set[str], frozenset[str], tuple[Skipped, ...]]:
        """Read the shards that are not finished: their ids, those outdated, and what was skipped."""
        skipped: list[Skipped] = []
        planned = shards.plan(asked, self.layout.read, columns=columns, on_skip=skipped.append)
        todo = [shard for shard in planned.shards if done(shard.mark) is None]
        count = 0
        for n, (_, told) in enumerate(run(self.runner, shards.read, todo, lambda s: f"shard {s.id}"), 1):
            count += int(str(told["articles"]))
            self.tell(Progress(f"reading, {n} of {len(todo)} shards", count))
        skipped += [Skipped(**s) for shard in todo for s in (done(shard.mark) or {}).get("skipped", ())]
        return {shard.id for shard in todo}, planned.outdated, tuple(skipped)

    def compare(self, ids: Sequence[str]) -> None:
        """Group, join and compare all articles; write what is new of the tables, remove what is no more."""
        home = self.layout.home
        with Duck(self.layout.work) as duck:
            duck.view("every", [self.layout.read / f"{key}.parquet" for key in ids])
            duck.run(_ARTICLES)
            duck.run(_VIEW)
            count = int(next(duck.ask("SELECT count(*) FROM chosen"))[0])
            self.tell(Progress("grouping", count))
            told = grouping.bins(duck, self.runner)
            self.tell(Progress("joining speakers", count))
            register = speakers.join(duck, self.layout.work)
            try:
                files = [*self._bins(duck, told, register), *_schemas(home)]
                files += _speakers(duck, register, home)
            finally:
                register.close()
        _remove_others(home, files)
        whole = {"version": VERSION, "articles": count, "shards": ids, "files": sorted(files)}
        finish(self.layout.manifest, whole)

    def _bins(
        self, duck: Duck, told: Mapping[int, Sequence[Story]], register: store.Database
    ) -> Iterator[str]:
        """Compare the bins that are not finished; the files of all. Fills ``voices``: whose each chain is."""
        source, marks = self.layout.work / "bins", self.layout.compared
        duck.write(_OF_BINS, source, by="number")
        duck.fill("voices", {}, comparing.VOICES)
        kept: list[comparing.Bin] = []

        def waiting() -> Iterator[comparing.Bin]:
            # Who is who is remembered for one bin at a time, so that memory is bounded by what one asks.
            directory = partial(speakers.directory, register)
            for task, voices in comparing.plan(duck, told, directory, self.layout.home, (source, marks)):
                columns = {name: [getattr(v, name) for v in voices] for name in comparing.VOICES}
                duck.fill("voices", columns, comparing.VOICES)
                kept.append(task)
                if done(task.mark) is None:
                    yield task

        count = 0
        for _, found in run(self.runner, comparing.compare, waiting(), lambda task: f"bin {task.id}"):
            count += int(str(found["articles"]))
            self.tell(Progress("comparing", count))
        known = {task.id for task in kept}
        for mark in marks.glob("*.json"):
            if mark.stem not in known:
                mark.unlink()
        for task in kept:
            yield from (done(task.mark) or {}).get("files", ())


def _schemas(home: Path) -> Iterator[str]:
    """A file without rows for each table, so that whoever asks finds every table and column."""
    arrow = imported("pyarrow")
    for name in TABLES:
        file = f"{name}/{_folder(name)}part-none.parquet"
        with parquet(home / file, arrow_schema(arrow, name)):
            yield file


def _folder(name: str) -> str:
    return "" if name == comparing.SPEAKERS else f"month={comparing.UNKNOWN}/"


def _speakers(duck: Duck, register: store.Database, home: Path) -> Iterator[str]:
    """Write the table of speakers."""
    name = comparing.SPEAKERS
    schema = arrow_schema(imported("pyarrow"), name)
    rows = (TABLES[name].row(speaker) for speaker in speakers.table(duck, register))
    number = 0
    while batch := list(islice(rows, _SPEAKERS)):
        file = f"{name}/part-{number:04}.parquet"
        with parquet(home / file, schema) as writer:
            write(writer, schema, arrow_rows(name, batch))
        yield file
        number += 1


def _remove_others(home: Path, files: Sequence[str]) -> None:
    """Remove the files that earlier runs wrote and that hold nothing any more."""
    kept = set(files)
    for name in TABLES:
        for path in (home / name).rglob("*.parquet"):
            outside = not path.resolve().is_relative_to(home.resolve())  # a folder in a link's place
            if path.relative_to(home).as_posix() not in kept and not outside:
                path.unlink()


def _run(found: Sequence[Mapping[str, Any]], fresh: set[str], watch: Stopwatch) -> Run:
    """What the lake holds and what of it was read now, as ``run.json`` tells it of an archive."""
    unread, inputs = Counter[str](), Counter[str]()
    documents: dict[str, set[str]] = {}
    for mark in found:
        watch.add(mark["seconds"] if mark["id"] in fresh else {})
        for path, by_language in mark["inputs"].items():
            for language, hashes in by_language.items():
                inputs[path] += len(hashes)
                documents.setdefault(path, set()).update(hashes)
                if language and language not in languages.READ:
                    unread[language] += len(hashes)
    count = sum(int(mark["articles"]) for mark in found)
    added = sum(int(mark["articles"]) for mark in found if mark["id"] in fresh)
    return Run(
        version=__version__,
        started_at="",
        paths=(),
        added=added,
        known=count - added,
        unread=dict(sorted(unread.items())),
        inputs=dict(sorted(inputs.items())),
        seconds={stage: round(spent, 3) for stage, spent in watch.seconds.items()},
        models=dict(PACKAGED.hashes((*TAGGING, *LINES, *COMPARING, *RELATING))),
        stages=stages.digests(),
        packages=packages(),
        hashes={path: _hash_of(sorted(told)) for path, told in documents.items()},
    )


def _hash_of(several: Sequence[str]) -> str:
    """The hash of one document, or of the sorted hashes of several."""
    return several[0] if len(several) == 1 else hashlib.sha256("\n".join(several).encode()).hexdigest()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
