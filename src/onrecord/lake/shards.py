"""Inputs into shards, and a shard into its articles, each alone: in any process, in any order, once.

A shard is some files, or every so manieth document of a large one. What it is called by is made of its files
(path, size, time of change) and of the code that reads them: what is finished and unchanged is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord import pipeline, sources, store, stories, unchanged
from onrecord.engines import tasks
from onrecord.engines.tasks import Keyed
from onrecord.errors import ItemError, UnreadableError, UnsupportedError
from onrecord.extras import imported
from onrecord.lake.layout import digest, done, finish, parquet, write
from onrecord.originals import Originals
from onrecord.records import RawDocument, Skipped
from onrecord.sources.finding import STDIN, find
from onrecord.store.raw import MOST_KEPT
from onrecord.stories.join import asked_at, places_of

# Bytes of a shard: about 1,300 articles of 1,000 words, ten minutes of one processor: what a kill costs.
SHARD = 8 * 2**20
# Every shard of a file goes through the whole of it, and reads its own articles. Going past a row costs
# nothing beside reading an article; going past a page costs a tenth, so a web archive is parted less.
CONTAINER = 256 * 2**20
_CONTAINERS = (".warc", ".zip", ".tar", ".tgz", ".mbox")
# Articles of a row group.
_GROUP = 64
# Files of one shard; a shard of tiny ones has an end.
MOST_FILES = 1000


# A file's path, size and time of change in nanoseconds.
State = tuple[str, int, int]
Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shard:
    """Work on some inputs: the documents of ``files`` whose number, divided by ``parts``, leaves ``part``.

    ``by``: digest of the code that reads. ``folder``: where what it gives is kept. ``columns``: as
    ``sources.read`` takes them.
    """

    id: str
    files: tuple[State, ...]
    part: int
    parts: int
    by: str
    folder: str
    columns: Columns = ()

    @property
    def articles(self) -> Path:
        """Its articles."""
        return Path(self.folder) / f"{self.id}.parquet"

    @property
    def documents(self) -> Path:
        """The raw documents that these were read from, each once."""
        return Path(self.folder) / f"{self.id}.raw.parquet"

    @property
    def mark(self) -> Path:
        """That it is finished."""
        return Path(self.folder) / f"{self.id}.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """The shards to be read, finished or not, and the ids of those that are outdated when they are."""

    shards: tuple[Shard, ...]
    outdated: frozenset[str]


def plan(
    paths: Iterable[str | Path],
    folder: Path,
    *,
    columns: Mapping[str, str] | None,
    on_skip: Callable[[Skipped], None],
) -> Plan:
    """The shards of all that ``paths`` name, but for files that finished ones in ``folder`` hold as they are.

    What is named and cannot be used goes to ``on_skip``. Where a file of a finished shard changed, or the
    code did, all files of that shard are read again.
    """

    def report(error: ItemError) -> None:
        on_skip(Skipped(sources.shown(error.where), error.reason, type(error).__name__))

    told = tuple(sorted((columns or {}).items()))
    by = digest([unchanged.code(), repr(told)])
    met: dict[str, State] = {}
    for path in find(paths, report):
        if path == STDIN:
            report(UnsupportedError(STDIN, "standard input cannot be read twice; name files"))
        else:
            met[path] = _state(path)
    intact: set[State] = set()
    outdated: list[str] = []
    for mark in marks(folder):
        files = [(path, size, time) for path, size, time in mark["files"]]
        named = [file for file in files if file[0] in met]
        if mark["by"] == by and all(met[file[0]] == file for file in named):
            intact.update(files if mark["parts"] == 1 else ())
        elif named:
            outdated.append(mark["id"])
            met |= _others(files, met, report)
    left = [state for state in met.values() if state not in intact]
    return Plan(tuple(_shards(left, folder, by, told)), frozenset(outdated))


def _others(
    files: Iterable[State], met: Mapping[str, State], report: Callable[[ItemError], None]
) -> dict[str, State]:
    """The files of a shard that is read again which were not named this time."""
    found = {}
    for path, _, _ in files:
        if path not in met:
            try:
                found[path] = _state(path)
            except OSError as error:
                reason = f"{error.strerror or error}; it stood beside what is read again, and leaves the lake"
                report(UnreadableError(path, reason))
    return found


def _shards(states: Iterable[State], folder: Path, by: str, columns: Columns) -> list[Shard]:
    """Files, a large one in parts and small ones together."""
    found: list[Shard] = []
    held: list[State] = []
    for state in states:
        path, size, _ = state
        parts = -(-size // (CONTAINER if _is_container(path) else SHARD))
        if parts > 1:
            found += [_shard(folder, by, columns, [state], part=part, parts=parts) for part in range(parts)]
            continue
        if held and (sum(s for _, s, _ in held) + size > SHARD or len(held) >= MOST_FILES):
            found.append(_shard(folder, by, columns, held))
            held = []
        held.append(state)
    return [*found, _shard(folder, by, columns, held)] if held else found


def marks(folder: Path) -> list[dict[str, Any]]:
    """What the marks of all finished shards tell, by their names."""
    found = ((path, done(path)) for path in sorted(folder.glob("*.json")))
    return [mark | {"id": path.stem} for path, mark in found if mark is not None]


def forget(folder: Path, ids: Iterable[str]) -> None:
    """Remove shards."""
    for key in ids:
        for name in (".json", ".parquet", ".raw.parquet"):
            (folder / f"{key}{name}").unlink(missing_ok=True)


def _shard(
    folder: Path, by: str, columns: Columns, files: Sequence[State], *, part: int = 0, parts: int = 1
) -> Shard:
    name = digest([by, repr((files, part, parts))])
    return Shard(name, tuple(files), part, parts, by, str(folder), columns)


def _state(path: str) -> State:
    """By what it is seen that a file has changed: its path, size and time of change."""
    told = Path(path).stat()
    return path, told.st_size, told.st_mtime_ns


def _is_container(path: str) -> bool:
    return any(suffix in _CONTAINERS for suffix in Path(path.lower()).suffixes)


def read(shard: Shard) -> dict[str, object]:
    """Read a shard and keep what that gives; what its mark tells."""
    skipped: list[Skipped] = []
    seconds: dict[str, float] = {}
    inputs: dict[str, dict[str, list[str]]] = {}
    count = 0
    with _Documents(shard.documents) as documents, _Articles(shard.articles) as articles:
        for keyed, raw in _annotated(shard, skipped, seconds):
            articles.add(keyed, raw)
            documents.add(raw)
            article, count = keyed.item.article, count + 1
            inputs.setdefault(article.path, {}).setdefault(article.language or "", []).append(article.sha256)
    told = {
        "files": shard.files,
        "by": shard.by,
        "part": shard.part,
        "parts": shard.parts,
        "articles": count,
        "skipped": [asdict(s) for s in skipped],
        "seconds": seconds,
        "inputs": inputs,
    }
    finish(shard.mark, told)
    return told


def _annotated(
    shard: Shard, skipped: list[Skipped], seconds: dict[str, float]
) -> Iterator[tuple[Keyed, RawDocument]]:
    """Articles as they are alone, with their raw documents."""
    # What the file holds besides documents is told of by its first shard.
    tell: Callable[[Skipped], None] = (lambda _: None) if shard.part else skipped.append
    met = sources.read([path for path, _, _ in shard.files], on_skip=tell, columns=dict(shard.columns))
    originals = Originals(raw for n, raw in enumerate(met) if n % shard.parts == shard.part)
    remaining = iter(originals)
    while batch := tuple(islice(remaining, pipeline.BATCH)):
        found = tasks.annotate(batch)
        skipped += found.skipped
        for stage, spent in found.seconds.items():
            seconds[stage] = seconds.get(stage, 0.0) + spent
        for keyed in found.items:
            raw = originals.of(keyed.item.article)
            if raw is not None:
                yield keyed, raw


class _Rows:
    """Rows on their way into a Parquet file of a shard, a batch at a time."""

    def __init__(self, path: Path, schema: Mapping[str, object]) -> None:
        arrow = imported("pyarrow")
        self._schema = arrow.schema(list(schema.items()))
        self._file = parquet(path, self._schema)
        self._held: list[dict[str, object]] = []

    def __enter__(self) -> Self:
        self._writer = self._file.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._write()
        self._file.__exit__(kind, error, trace)

    def put(self, row: dict[str, object]) -> None:
        """Add a row."""
        self._held.append(row)
        if len(self._held) >= _GROUP:
            self._write()

    def _write(self) -> None:
        write(self._writer, self._schema, self._held)
        self._held.clear()


class _Articles(_Rows):
    """An article a row: as the archive keeps it, with what grouping and joining ask of it."""

    def __init__(self, path: Path) -> None:
        pa = imported("pyarrow")
        places = pa.list_(pa.struct([("kind", pa.string()), ("place", pa.int64())]))
        super().__init__(
            path,
            {
                "id": pa.string(),
                "day": pa.string(),
                "path": pa.string(),
                "item": pa.int64(),
                "record": pa.binary(),
                "keys": pa.binary(),
                "chains": pa.binary(),
                "found": places,
                "sought": places,
                "sha256": pa.string(),
                "first": pa.int64(),
                "raw_text": pa.binary(),
            },
        )

    def add(self, keyed: Keyed, raw: RawDocument) -> None:
        """Add an article."""
        item = replace(keyed.item, statements=store.tables.once(keyed.item.statements))
        keys = store.loads(stories.StoryKeys, keyed.keys)
        self.put(
            {
                "id": item.article.id,
                "day": item.article.published.earliest,
                "path": item.article.path,
                "item": item.article.item,
                "record": store.pack(item),
                "keys": store.deflate(keyed.keys),
                "chains": store.pack(item.speakers),
                "found": [{"kind": kind, "place": place} for kind, place in places_of(keys)],
                "sought": [{"kind": kind, "place": place} for kind, place in asked_at(keys)],
                "sha256": raw.sha256,
                "first": raw.region.start,
                "raw_text": raw.region.of(raw.text).encode("utf-8", "surrogatepass"),
            }
        )


class _Documents(_Rows):
    """The raw documents of a shard, each once; of too large a one the hash alone, as in an archive."""

    def __init__(self, path: Path) -> None:
        pa = imported("pyarrow")
        super().__init__(
            path,
            {"sha256": pa.string(), "media_type": pa.string(), "size": pa.int64(), "data": pa.binary()},
        )
        self._known: set[str] = set()

    def add(self, raw: RawDocument) -> None:
        """Add a document, unless it is there."""
        if raw.sha256 in self._known:
            return
        self._known.add(raw.sha256)
        data = raw.data if 0 < len(raw.data) <= MOST_KEPT else None
        self.put({"sha256": raw.sha256, "media_type": raw.media_type, "size": len(raw.data), "data": data})
