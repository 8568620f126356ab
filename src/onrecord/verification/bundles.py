"""One story in one file, to hand on: articles, raw documents, what was found, a hash of everything.

A bundle holds an archive of that story's articles alone, compared anew with nothing else beside them, so that
nothing of other stories goes with it and whoever opens it can make all of it again. ``manifest.json`` says
which tables came out as they are in the whole archive.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord import __version__, stages, store
from onrecord.archive import Archive
from onrecord.comparison import compare_all
from onrecord.errors import ArchiveError, UnreadableError
from onrecord.models.manifest import COMPARING, LINES, PACKAGED, TAGGING
from onrecord.records import OF_STORY, Correction, Story
from onrecord.reports import write_tables
from onrecord.reports.files import replacing
from onrecord.stopwatch import Stopwatch
from onrecord.verification.checking import Report, verify
from onrecord.versions import packages

MANIFEST, DATABASE = "manifest.json", "onrecord.db"
# A bundle unpacks to some five times its size; what grows more than this, past a few megabytes, is a bomb.
_MOST_GROWTH, _FREE, _MOST_BYTES = 200, 64 * 1024**2, 2 * 1024**3
# Documents whose dictionary is the text of an article of another story, and what they are without it.
_TOLD_ELSEWHERE = "SELECT sha256 FROM raw_documents WHERE told NOT IN (SELECT id FROM articles)"
_ALONE = (
    "SELECT untied(d.data, d.size, a.packed) FROM raw_documents AS d JOIN articles AS a ON a.id = d.told"
    " WHERE d.sha256 = ?"
)
_EARLY = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows: equal contents, equal bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle says of itself, and whether that is so. ``faults``: in words, none where all is well."""

    manifest: Mapping[str, object]
    faults: tuple[str, ...]
    archive: Path | None
    report: Report | None


def write_bundle(archive: Archive, story_id: str, path: Path) -> Path:
    """Write one story of ``archive`` as a bundle.

    Raises:
        ArchiveError: the archive holds no such story.
    """
    story = archive.story(story_id)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with Archive(home / DATABASE) as part:
            _copy(archive, part, story)
            compare_all(part.database, part.corrections(), Stopwatch())
            equal = _compared(archive, part, story)
            write_tables(part.corpus(), home / "tables")
            raws = list(_raws(part))
        files = {DATABASE: (home / DATABASE).read_bytes()}
        files |= {f"tables/{p.name}": p.read_bytes() for p in sorted((home / "tables").iterdir())}
        files |= {f"raw/{sha256}": data for sha256, data in raws if data is not None}
    manifest = _manifest(story, files, equal, [sha256 for sha256, data in raws if data is None])
    _zip(path, {MANIFEST: manifest, **files})
    return path


def _copy(archive: Archive, part: Archive, story: Story) -> None:
    """Articles, statements, copies, raw documents and the corrections that concern them."""
    marks = ", ".join("?" * len(story.article_ids))
    of_article = {"statements": "article_id", "copies": "article_id", "raw_texts": "article_id"}
    with archive.database.reading() as old, part.database.transaction() as new:
        asked = f"SELECT DISTINCT sha256 FROM raw_texts WHERE article_id IN ({marks})"  # noqa: S608 - marks
        hashes = [row[0] for row in old.execute(asked, story.article_ids)]
        wanted = {"articles": ("id", story.article_ids), "raw_documents": ("sha256", hashes)}
        wanted |= {table: (column, story.article_ids) for table, column in of_article.items()}
        for table, (column, keys) in wanted.items():
            columns = ", ".join(row[1] for row in old.execute(f"PRAGMA table_info({table})"))
            for key in keys:
                for row in old.execute(f"SELECT {columns} FROM {table} WHERE {column} = ?", (key,)):  # noqa: S608
                    places = ", ".join("?" * len(row))
                    new.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", row)  # noqa: S608 - own names
        for (sha256,) in new.execute(_TOLD_ELSEWHERE).fetchall():
            data = old.execute(_ALONE, (sha256,)).fetchone()
            new.execute("UPDATE raw_documents SET data = ?, told = NULL WHERE sha256 = ?", (*data, sha256))
        new.execute("UPDATE articles SET compared = 0, joined = 0")
        taken: dict[int, int] = {}  # number -> number in the bundle: those of corrections go up by one
        for number, made_at, record in old.execute("SELECT n, made_at, record FROM corrections ORDER BY n"):
            told = store.loads(Correction, record)
            if told.undoes in taken or _concerns(told, archive, story):
                taken[number] = len(taken) + 1
                if told.undoes in taken:
                    record = store.dumps(replace(told, undoes=taken[told.undoes]))  # noqa: PLW2901
                new.execute("INSERT INTO corrections VALUES (?, ?, ?)", (taken[number], made_at, record))


def _concerns(correction: Correction, archive: Archive, story: Story) -> bool:
    if correction.places:
        return any(place.article_id in story.article_ids for place in correction.places)
    if correction.articles:
        return any(article in story.article_ids for article in correction.articles)
    names = {name.casefold() for s in archive.speakers(story=story.id) for name in (s.name, *s.variants)}
    return any(name.casefold() in names for name in correction.names)


def _compared(archive: Archive, part: Archive, story: Story) -> dict[str, bool]:
    """Table -> whether the story's records alone are those of the whole archive."""
    found: dict[str, bool] = {}
    for name in OF_STORY:
        asked = "SELECT records FROM derived WHERE kind = ? AND owner = ?"
        with archive.database.reading() as old, part.database.reading() as new:
            whole = old.execute(asked, (name, story.id)).fetchall()
            found[name] = whole == new.execute(asked, (name, story.id)).fetchall()
    return found


def _raws(part: Archive) -> Iterator[tuple[str, bytes | None]]:
    with part.database.reading() as connection:
        hashes = connection.execute("SELECT sha256 FROM raw_documents ORDER BY sha256").fetchall()
        for (sha256,) in hashes:
            yield sha256, store.raw.load_data(connection, sha256)


def _manifest(
    story: Story, files: Mapping[str, bytes], equal: Mapping[str, bool], by_hash: Sequence[str]
) -> bytes:
    told = {
        "format": "onrecord-bundle/1",
        "onrecord": __version__,
        "story": {"id": story.id, "title": story.title, "article_ids": story.article_ids},
        "as_in_the_whole_archive": equal,
        "raw_by_hash_alone": list(by_hash),
        "stages": stages.digests(),
        "models": PACKAGED.hashes((*LINES, *TAGGING, *COMPARING)),
        "packages": packages(),
        "files": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for name, data in sorted(files.items())
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _zip(path: Path, files: Mapping[str, bytes]) -> None:
    with replacing(path) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EARLY)
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, data)


def open_bundle(path: Path, folder: Path | None = None) -> Bundle:
    """Check a bundle: files against the manifest, raw documents against their names, the archive whole.

    Args:
        path: a bundle, perhaps somebody else's: nothing in it chooses where anything is written.
        folder: where its archive is put, if it is sound; nowhere when None.

    Raises:
        UnreadableError: it is no bundle.
        ArchiveError: ``folder`` holds an archive already.
    """
    if folder is not None and (folder / DATABASE).exists():
        raise ArchiveError(f"{folder / DATABASE} is there already; open the bundle into another folder")
    try:
        with zipfile.ZipFile(path) as packed:
            manifest, files = _unzipped(packed, str(path), path.stat().st_size)
    except UnreadableError:
        raise
    except Exception as error:
        # On a stranger's bytes zipfile, zlib and json raise what they like: a dozen types were seen.
        raise UnreadableError(str(path), f"no bundle of OnRecord, or a damaged one: {error}") from error
    faults = list(_differences(manifest, files))
    with tempfile.TemporaryDirectory() as home:
        copy = Path(home) / DATABASE
        copy.write_bytes(files.get(DATABASE, b""))
        report = verify(copy)
        faults += map(str, report.faults)
        opened = None
        if folder is not None and not faults:
            folder.mkdir(parents=True, exist_ok=True)
            opened = folder / DATABASE
            opened.write_bytes(copy.read_bytes())
    return Bundle(manifest, tuple(faults), opened, report)


def _unzipped(packed: zipfile.ZipFile, where: str, taken: int) -> tuple[dict[str, object], dict[str, bytes]]:
    """The manifest, and the bytes of every member by its name; ``taken``: the size of the file."""
    size = sum(member.file_size for member in packed.infolist())
    if size > min(_MOST_BYTES, max(_FREE, _MOST_GROWTH * taken)):
        raise UnreadableError(where, f"a bundle that would unpack to {size:,} bytes")
    files = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(files.pop(MANIFEST))
    if not str(manifest["format"]).startswith("onrecord-bundle/"):
        raise ValueError("its manifest is of another kind")
    return manifest, files


def _differences(manifest: Mapping[str, object], files: Mapping[str, bytes]) -> Iterator[str]:
    listed = manifest.get("files")
    if not isinstance(listed, dict):
        yield "the manifest lists no files"
        return
    for name in sorted(listed.keys() - files.keys()):
        yield f"{name} is listed but missing"
    for name in sorted(files.keys() - listed.keys()):
        yield f"{name} is not listed"
    for name, data in sorted(files.items()):
        found = hashlib.sha256(data).hexdigest()
        told = listed.get(name, {})
        if name in listed and (not isinstance(told, dict) or told.get("sha256") != found):
            yield f"{name} is not the file that the manifest lists"
        if name.startswith("raw/") and name != f"raw/{found}":
            yield f"{name} holds other bytes than its name says"
