"""Containers of inputs: zip, tar, WARC. Members are read where they stand, none is written to disk."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO, cast

from onrecord.errors import ItemError, LeftAloneError, LimitError, UnreadableError, UnsupportedError
from onrecord.records import RawDocument
from onrecord.sources.boundaries import extra
from onrecord.sources.described import described_members
from onrecord.sources.documents import docx_items, odt_items
from onrecord.sources.epub import epub_members
from onrecord.sources.finding import is_about
from onrecord.sources.limits import GZIP_FREE, MAX_GZIP_RATIO, MAX_MEMBERS, MAX_WHOLE_FILE, MIB
from onrecord.sources.opening import Input, Member
from onrecord.sources.sheets import xlsx_items
from onrecord.sources.zipped import BROKEN

Found = RawDocument | ItemError | Member

# Names that a container's maker put there: a Mac's copies of attributes, thumbnails.
_MAKERS = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))
# A file in a zip that tells what kind of document the zip is.
_DOCUMENTS: dict[str, Callable[[str, zipfile.ZipFile, IO[bytes]], Iterator[Found]]] = {
    "word/document.xml": docx_items,
    "xl/workbook.xml": xlsx_items,
    "META-INF/container.xml": epub_members,
    "content.xml": odt_items,
}
# What a crawler stored of pages: answers, files, and the text that was drawn from them.
_RECORDS = frozenset(("response", "resource", "conversion"))
_PAGES = ("text/html", "application/xhtml", "text/plain", "application/json", "application/feed", "xml")


def zip_items(source: Input) -> Iterator[Found]:
    """What a zip file holds; a document that is a zip inside (DOCX, XLSX, EPUB, ODT) is read as such."""
    with source.seekable() as file:
        try:
            packed = zipfile.ZipFile(file)
        except (*BROKEN, ValueError) as error:
            raise UnreadableError(source.where, f"a broken or cut off zip archive: {error}") from error
        with packed:
            _check(packed, source, file.seek(0, io.SEEK_END))
            names = set(packed.namelist())
            kind = next((reader for name, reader in _DOCUMENTS.items() if name in names), None)
            if kind is xlsx_items:
                yield from xlsx_items(source.where, packed, file, source.columns)
            elif kind is not None:
                yield from kind(source.where, packed, file)
            elif "ppt/presentation.xml" in names:
                raise UnsupportedError(source.where, "a presentation; export it as PDF or text")
            elif any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
                raise UnsupportedError(
                    source.where, "a document of Pages, Numbers or Keynote; export it as Word"
                )
            else:
                yield from _zip_members(source.where, packed)


def _check(packed: zipfile.ZipFile, source: Input, taken: int) -> None:
    """``LimitError`` for more members, or more growth, than any collection of articles has.

    ``taken``: bytes of the file; what its entries say that they take may be one stretch, named many times.
    """
    where = source.where
    members = packed.infolist()
    if len(members) > MAX_MEMBERS:
        raise LimitError(where, f"{len(members)} files in one archive; {MAX_MEMBERS} may be")
    size = sum(m.file_size for m in members)
    if size > GZIP_FREE and size > MAX_GZIP_RATIO * taken:
        raise LimitError(where, f"a zip archive that grows more than {MAX_GZIP_RATIO} times (a bomb?)")
    source.growth.check(where, size)


def _zip_members(where: str, packed: zipfile.ZipFile) -> Iterator[Found]:
    found = False
    told = described_members(packed, where)
    for info in sorted(packed.infolist(), key=lambda info: info.filename):
        inner = f"{where}/{info.filename}"
        if info.is_dir() or is_makers(info.filename):
            continue
        if _is_about(info.filename):
            yield LeftAloneError(inner, "hidden, or a README")
        elif info.flag_bits & 1:
            yield UnsupportedError(inner, "locked with a password")
        else:
            found = True
            try:
                with packed.open(info) as stream:
                    said = told.get(PurePosixPath(info.filename).stem, {})
                    yield Member(inner, _Bounded(inner, stream, info.file_size), said=said)
            except BROKEN as error:
                yield UnreadableError(inner, f"broken in the archive: {error}")
    if not found:
        yield UnreadableError(where, "an empty archive")


def is_makers(name: str) -> bool:
    """Whether a member was put there by the program that packed, not by a person."""
    parts = PurePosixPath(name).parts
    return any(part in _MAKERS or part.startswith("._") for part in parts)


def _is_about(name: str) -> bool:
    return any(is_about(part) for part in PurePosixPath(name).parts if part not in (".", ".."))


class _Bounded(io.RawIOBase):
    """A member that may not hold more than its entry says: what says less than it holds is a bomb."""

    def __init__(self, where: str, source: IO[bytes], size: int) -> None:
        self._where = where
        self._source = source
        self._left = size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise LimitError(self._where, "larger than the archive says (a bomb?)")
        return data


def tar_items(source: Input) -> Iterator[Found]:
    """The files of a tar archive, in its order; links and devices are left alone."""
    count = 0
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as packed:
            for info in packed:
                count += 1
                if count > MAX_MEMBERS:
                    raise LimitError(source.where, f"more than {MAX_MEMBERS} files in one archive")
                yield from _tar_member(source.where, packed, info)
    except tarfile.TarError as error:
        raise UnreadableError(source.where, f"a broken or cut off tar archive: {error}") from error
    if not count:
        raise UnreadableError(source.where, "an empty archive")


def _tar_member(where: str, packed: tarfile.TarFile, info: tarfile.TarInfo) -> Iterator[Found]:
    inner = f"{where}/{info.name.removeprefix('./')}"
    if info.isdir() or is_makers(info.name):
        return
    if _is_about(info.name):
        yield LeftAloneError(inner, "hidden, or a README")
        return
    stream = packed.extractfile(info) if info.isfile() else None
    if stream is None:
        yield UnsupportedError(inner, "not a regular file (a link or device in the archive)")
    else:
        yield Member(inner, cast("BinaryIO", stream))


def warc_items(source: Input) -> Iterator[Found]:
    """The pages of a web archive file: answers with status 200 that are text; the rest is named."""
    with extra("archives", source.where):
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    found = False
    try:
        for record in ArchiveIterator(source.stream):
            if record.rec_type in _RECORDS:
                found = True
                yield _record(source.where, record)
    except (ArchiveLoadFailed, EOFError) as error:
        yield UnreadableError(source.where, f"broken or cut off: {error}; what stands before was read")
    if not found:
        raise UnreadableError(source.where, "a WARC file without a page in it, or cut off before the first")


def _record(where: str, record: Any) -> Found:  # noqa: ANN401 - warcio has no types
    """The page that one record holds, or why it holds none."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    inner = f"{where}/{url}"
    http = record.http_headers
    headers = http or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").lower()
    if http is not None and http.get_statuscode() != "200":
        return LeftAloneError(inner, f"an answer with status {http.get_statuscode()}, no page")
    if not any(page in kind for page in _PAGES):
        return LeftAloneError(inner, f"no page ({kind or 'of no kind'})")
    data = record.content_stream().read(MAX_WHOLE_FILE + 1)
    if len(data) > MAX_WHOLE_FILE:
        return LimitError(inner, f"more than {MAX_WHOLE_FILE // MIB} MB")
    about = {"url": url, "saved": record.rec_headers.get_header("WARC-Date") or ""}
    charset = re.search(r"charset=[\"']?([\w-]+)", kind)
    return Member(inner, io.BytesIO(data), about | ({"charset": charset.group(1)} if charset else {}))
