"""Make again what can be made again; what only a copy could bring back is named and left as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord import store
from onrecord.archive import Archive
from onrecord.comparison import compare_all, forget_compared
from onrecord.records import Progress
from onrecord.statements import Tagger
from onrecord.stopwatch import Stopwatch
from onrecord.store.schema import migrate
from onrecord.verification.checking import Report, verify
from onrecord.verification.database import INDEXES
from onrecord.verification.faults import Fault
from onrecord.verification.salvage import salvage


@dataclass(frozen=True, slots=True)
class Repair:
    """What was wrong before, what was done about it, and what is wrong now."""

    before: Report
    done: tuple[str, ...]
    after: Report


def repair(
    path: Path, *, tagger: Tagger | None = None, tell: Callable[[Progress], None] = lambda _: None
) -> Repair:
    """Make an archive sound as far as its articles and files allow.

    A file that SQLite cannot read is salvaged row by row into a new one; the damaged one stays beside it.
    What is wrong with an article, or with its raw document, is mended by reading its file again where that is
    still there; without it nothing is taken out.

    Raises:
        RetryError: another process is writing.
        ArchiveError: nothing can be read of the file, or it was written by a newer version.
    """
    tell(Progress("checking", 0))
    before, done = verify(path), list[str]()
    faults = before.faults
    if _of(faults, "file"):
        done.append(salvage(path))
        faults = verify(path).faults
    with Archive(path) as archive:
        database = archive.database
        if _of(faults, "schema"):
            done.append(_make_schema(database))
        if damaged := {f.where for f in _of(faults, "article") + _of(faults, "raw")}:
            done += _read_again(archive, damaged, tagger, tell)
        if faults or done:
            tell(Progress("making search anew", 0))
            done.append(_search_anew(database))
            done.append(_compare_anew(database, archive, tell))
    tell(Progress("checking again", 0))
    return Repair(before, tuple(filter(None, done)), verify(path))


def _of(faults: Iterable[Fault], kind: str) -> list[Fault]:
    return [fault for fault in faults if fault.kind == kind]


def _make_schema(database: store.Database) -> str:
    """Tables, indexes and triggers that are missing, as a new archive has them."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    migrate(fresh)
    asked = (
        "SELECT name, sql FROM sqlite_master"
        " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    wanted = dict(fresh.execute(asked).fetchall())
    fresh.close()
    with database.transaction() as connection:
        held = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        for name, sql in wanted.items():
            if name not in held and not _is_shadow(name):
                connection.execute(sql)
    return "made the missing tables, indexes and triggers"


def _is_shadow(name: str) -> bool:
    """Whether a table is one that a full-text index makes for itself."""
    return any(name.startswith(f"{index}_") for index in INDEXES)


def _read_again(
    archive: Archive, damaged: set[str], tagger: Tagger | None, tell: Callable[[Progress], None]
) -> list[str]:
    """Read the files of damaged articles again, once what is held of these has been taken out."""
    with archive.database.reading() as connection:
        files = {
            (source, article_id)
            for source, article_id, sha256 in connection.execute(
                "SELECT c.source, c.article_id, t.sha256 FROM copies AS c"
                " LEFT JOIN raw_texts AS t USING (source, article_id)"
            )
            if (article_id in damaged or sha256 in damaged) and Path(source).is_file()
        }
    gone = {article_id for _, article_id in files}
    with archive.database.transaction() as connection:
        for article_id in sorted(gone):
            connection.execute("DELETE FROM copies WHERE article_id = ?", (article_id,))
            connection.execute("DELETE FROM statements WHERE article_id = ?", (article_id,))
            connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    if files:
        archive.read(sorted({source for source, _ in files}), tagger=tagger, on_progress=tell)
    return (
        [f"read {len({source for source, _ in files})} files again for {len(gone)} articles"] if files else []
    )


def _search_anew(database: store.Database) -> str:
    with database.transaction() as connection:
        for index in INDEXES:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - own names
    return "made the search indexes again"


def _compare_anew(database: store.Database, archive: Archive, tell: Callable[[Progress], None]) -> str:
    """Forget what came from comparing and compare everything as if it had just been read."""
    with database.transaction() as connection:
        forget_compared(connection)
    store.answers.forget(database.path)
    compare_all(database, archive.corrections(), Stopwatch(), tell=tell)
    return "compared all articles again"
