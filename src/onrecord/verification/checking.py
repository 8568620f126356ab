"""Look at everything an archive holds; nothing is changed, but an older archive is brought up to date."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args, get_type_hints

from onrecord import stages, store
from onrecord.errors import ArchiveError
from onrecord.records import AnnotatedArticle, Corpus, Correction, Story
from onrecord.roster import each
from onrecord.verification.articles import check_article
from onrecord.verification.database import check_file, check_schema, check_search, is_database, views_of
from onrecord.verification.faults import Fault
from onrecord.verification.references import Known, broken


@dataclass(slots=True)
class Report:
    """What was looked at, what is wrong, and what is right but was made by other code than today's.

    ``checked``: number by what was looked at. ``raw``: articles whose raw document is kept whole, by hash
    alone, or (of older archives) not at all. ``older``: stage -> records that another version of it made.
    """

    checked: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    raw: dict[str, int] = field(default_factory=dict)
    older: dict[str, int] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def count(self, what: str, number: int = 1) -> None:
        """``number`` more of this were looked at."""
        self.checked[what] = self.checked.get(what, 0) + number


def derived_kinds() -> Mapping[str, type]:
    """Tables that come from comparing articles -> type of their records, as ``Corpus`` holds them."""
    hints = get_type_hints(Corpus)
    kinds = {f: get_args(h)[0] for f, h in hints.items() if get_args(h) and f not in ("articles", "run")}
    return {name: kind for name, kind in kinds.items() if isinstance(kind, type) and name != "speakers"}


def verify(path: Path) -> Report:
    """Recheck the file, its schema and search, every article, raw document, derived record and correction.

    Args:
        path: an archive's file; one that cannot be opened is a fault, too.

    Raises:
        RetryError: another process is writing.
    """
    try:
        if not is_database(path):
            return Report(faults=[Fault("file", path.name, "it is not a readable OnRecord archive")])
        if views := views_of(path):
            # No version makes one, and what it is asked for may never end: nothing of such a file is asked.
            return Report(faults=[Fault("schema", name, "no version of OnRecord makes it") for name in views])
        database = store.Database(path)
    except ArchiveError as error:
        return Report(faults=[Fault("file", path.name, str(error))])
    try:
        return _verify(database)
    except ArchiveError as error:  # SQLite met what its own check did not see
        return Report(faults=[Fault("file", path.name, str(error))])
    finally:
        database.close()


def _verify(database: store.Database) -> Report:
    report = Report()
    with database.reading() as connection:
        file_faults = list(check_file(connection))
        report.faults += file_faults
        report.faults += check_schema(connection)
        if any(fault.kind == "file" for fault in file_faults):
            return report  # what cannot be read cannot be looked at; ``repair`` takes out what can
        known = Known()
        _check_articles(connection, report, known)
        _check_raw(connection, report)
        _check_speakers(connection, report, known)
        _check_derived(connection, report, known)
        _check_corrections(connection, report, known)
        report.faults += check_search(connection)
    return report


def _check_articles(connection: sqlite3.Connection, report: Report, known: Known) -> None:
    known.ids |= {"article": set(), "statement": set()}
    for (article_id,) in connection.execute("SELECT id FROM articles ORDER BY id").fetchall():
        item = _loaded(connection, article_id, report)
        if item is None:
            continue
        known.add("article", article_id)
        known.lengths[article_id] = len(item.article.text)
        for statement in item.statements:
            known.add("statement", statement.id)
        report.count("articles")
        report.count("statements", len(item.statements))
        report.count("map runs", len(item.article.text_map))
        report.faults += check_article(connection, item)
        own = Known({"statement": {s.id for s in item.statements}})
        report.faults += (Fault("article", article_id, what) for what in broken(item.speakers, own))
        for record in (item.article, *item.timexes[:1], *item.statements, *item.speakers):
            _note_age(record, report)


def _loaded(connection: sqlite3.Connection, article_id: str, report: Report) -> AnnotatedArticle | None:
    """One article; None, and a fault, where its records cannot be read."""
    try:
        return next(store.tables.load_articles(connection, [article_id]))
    except ArchiveError as error:
        report.faults.append(Fault("article", article_id, str(error)))
        return None


def _check_raw(connection: sqlite3.Connection, report: Report) -> None:
    """Raw bytes against their hashes; how many articles have theirs beside them."""
    hashes = [row[0] for row in connection.execute("SELECT sha256 FROM raw_documents ORDER BY sha256")]
    for sha256 in hashes:
        report.count("raw documents")
        try:
            sound = store.raw.is_whole(connection, sha256)
        except ArchiveError as error:
            report.faults.append(Fault("raw", sha256, str(error)))
            continue
        if not sound:
            report.faults.append(
                Fault("raw", sha256, "the bytes kept are not those that the hash was made of")
            )
    asked = (
        "SELECT CASE WHEN d.sha256 IS NULL THEN 'not kept' WHEN d.data IS NULL THEN 'hash alone'"
        " ELSE 'whole' END, count(*) FROM copies AS c LEFT JOIN raw_texts AS t USING (source, article_id)"
        " LEFT JOIN raw_documents AS d ON d.sha256 = t.sha256 WHERE c.record IS NULL GROUP BY 1"
    )
    report.raw = dict(connection.execute(asked).fetchall())


def _check_speakers(connection: sqlite3.Connection, report: Report, known: Known) -> None:
    """Who is who, as the joined forms tell; where these cannot be read, nothing is known of speakers."""
    try:
        rows = connection.execute("SELECT record FROM corrections ORDER BY n")
        corrections = [store.loads(Correction, text) for (text,) in rows]
        chains = store.tables.load_local_speakers(connection)
        speakers = [speaker.id for speaker in each(connection, corrections, chains)]
    except ArchiveError as error:
        report.faults.append(Fault("derived", "speakers", str(error)))
        return
    for speaker in speakers:
        known.add("speaker", speaker)
        report.count("speakers")


def _check_derived(connection: sqlite3.Connection, report: Report, known: Known) -> None:
    """Everything that came from comparing articles: readable, and about what is there.

    Read twice, first for the ids: all at once would take a hundred times the memory of these. What a story
    holds that waits to be compared may name what is no more: it is to be replaced.
    """
    holding: dict[str, frozenset[str]] = {}
    known.ids["record"] = set(known.ids.get("statement", ()))
    for name, kind in derived_kinds().items():
        told = known.ids.setdefault(_KNOWN_AS.get(name, name), set())
        for where, record in _records(connection, name, kind, report):
            told.add(where)
            known.add("record", where)
            if isinstance(record, Story):
                known.add("storyline", record.storyline_id)
                holding[record.id] = frozenset(record.article_ids)
    waiting = set(store.waiting.owners(connection, "anew", "named", "code"))
    if waiting:
        report.count("stories that wait to be compared", len(waiting))
    for name, kind in derived_kinds().items():
        for where, record in _records(connection, name, kind, Report(), but=waiting):
            report.count("derived records")
            report.faults += (Fault("derived", where, what) for what in broken(record, known))
            _note_age(record, report)
    for (article_id,) in connection.execute("SELECT id FROM articles WHERE compared"):
        if article_id not in holding.get(store.placed.group_of(connection, article_id) or "", ()):
            report.faults.append(Fault("derived", article_id, "it was compared, but no story holds it"))


_KNOWN_AS = {
    "stories": "story",
    "utterances": "utterance",
    "origins": "origin",
    "timeline": "entry",
    "chronicle": "entry",
}


def _records(
    connection: sqlite3.Connection, name: str, kind: type, report: Report, but: Collection[str] = ()
) -> Iterator[tuple[str, object]]:
    """The records of a table, those left out that belong to an owner in ``but``."""
    asked = "SELECT key, holder FROM derived_ids JOIN derived ON n = holder WHERE kind = ?"
    listed = set(connection.execute(asked, (name,)))
    rows = connection.execute("SELECT n, owner, records FROM derived WHERE kind = ? ORDER BY owner", (name,))
    for number, owner, packed in rows:
        if owner in but:
            continue
        try:
            held: tuple[object, ...] = store.loads(tuple[kind, ...], packed)  # type: ignore[valid-type]
        except ArchiveError as error:
            report.faults.append(Fault("derived", f"{name} of {owner}", str(error)))
            continue
        for record in held:
            record_id = store.derived.id_of(record)
            if (store.key_of(name, record_id), number) not in listed:
                report.faults.append(Fault("derived", f"{name} {record_id}", "it is not found by its id"))
            yield record_id, record


def _check_corrections(connection: sqlite3.Connection, report: Report, known: Known) -> None:
    for number, text in connection.execute("SELECT n, record FROM corrections ORDER BY n"):
        report.count("corrections")
        try:
            record = store.loads(Correction, text)
        except ArchiveError as error:
            report.faults.append(Fault("correction", str(number), str(error)))
            continue
        misplaced = (what for what in broken(record, known) if "outside" in what)  # an article may have gone
        report.faults += (Fault("correction", str(number), what) for what in misplaced)


def _note_age(record: object, report: Report) -> None:
    """Count ``record`` where another version of its stage made it."""
    made = str(getattr(record, "producer", "")).partition(" ")[0]
    stage = made.partition("/")[0]
    today = stages.digests()
    if stage in today and made != f"{stage}/{today[stage]}":
        report.older[stage] = report.older.get(stage, 0) + 1


def as_json(report: Report) -> str:
    """``report`` for a program."""
    told = {
        "sound": report.is_sound,
        "checked": report.checked,
        "raw": report.raw,
        "older": report.older,
        "faults": [{"kind": f.kind, "where": f.where, "what": f.what} for f in report.faults],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
