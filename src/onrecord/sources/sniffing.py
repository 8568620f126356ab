"""The first bytes of an input → its format, by content; the file name decides only a tie."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

from onrecord.errors import UnreadableError, UnsupportedError
from onrecord.languages.fields import field_of, renamed_all
from onrecord.sources.captions import is_captions
from onrecord.sources.decoding import marked_encoding
from onrecord.sources.json_wrapped import is_wrapped
from onrecord.sources.mail import is_mail
from onrecord.sources.opening import Input
from onrecord.sources.recorded import STATUS
from onrecord.sources.references import is_references
from onrecord.sources.rows import has_text
from onrecord.sources.told_by_values import by_values

Format = Literal[
    "text", "html", "xml", "mail", "mbox", "jsonl", "json", "csv",
    "zip", "tar", "warc", "pdf", "rtf", "parquet", "webarchive", "captions", "references", "answer",
]  # fmt: skip
# What is told by its first bytes alone.
_KNOWN: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"bplist00", "webarchive"),
    (b"\x16\x16\x01", "text"),  # an agency's wire (ANPA 1312): text between a few control codes
)

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or video)"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"(\xb5/\xfd", "a zstd archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; convert it first"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\xff\xfb", "a sound file"),
    (b"0&\xb2u", "a film or sound file"),
    (b"\x1aE\xdf\xa3", "a film (Matroska or WebM)"),
    (b"AT&TFORM", "scanned pages (DjVu); convert them to text first"),
    (b"%!PS", "pages for a printer (PostScript); convert them to PDF first"),
    (b"\xffWPC", "an old WordPerfect document; convert it first"),
    (b"8BPS", "an image"),
    (b"!BDN", "a mailbox of Outlook; export it as mail first"),
    (b"ITSF", "a help file (CHM)"),
    (b"ARROW1", "a table in Arrow's own form; save it as Parquet first"),
    (b"ORC", "a table in ORC; save it as Parquet first"),
    (b"Obj\x01", "a table in Avro; save it as JSON or Parquet first"),
    (b"RDX", "data of R; save them as CSV first"),
    (b"<stata_dta>", "data of Stata; save them as CSV first"),
    (b"$FL2", "data of SPSS; save them as CSV first"),
    (b"\x89HDF", "data in HDF5"),
    (b"\x93NUMPY", "an array of numbers"),
    (b"\x80\x04\x95", "a program's own objects (pickle), which are not opened"),
    (b"-----BEGIN PGP MESSAGE", "an encrypted message"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"BEGIN:VCARD", "an address book"),
)
# Those that stand behind a file's first bytes.
_MAGIC_AT = (
    (4, b"ftyphei", "an image (HEIC)"),
    (4, b"ftypavif", "an image"),
    (4, b"ftyp", "a film or sound file"),
    (60, b"BOOKMOBI", "an e-book (Kindle, Mobipocket); convert it to EPUB first"),
    (60, b"TEXtREAd", "an e-book (Palm); convert it first"),
)
# A file that only leads to a page, as browsers and desktops keep them.
_SHORTCUT = re.compile(
    rb"\[InternetShortcut\]|\[Desktop Entry\]"
    rb"|<\?xml[^>]{0,100}>\s*(?:<!DOCTYPE plist[^>]{0,200}>\s*)?<plist[^>]{0,100}>\s*<dict>\s*<key>URL</key>"
)
# The length of a message before it, as Apple's mail program keeps each.
_COUNTED = re.compile(rb"\d{1,9}[ \t]*\r?\n")
_HTML = re.compile(
    rb"<!doctype html|<html[\s>]|<(?:head|body|article|div|p|meta|title)\b[^<]{0,400}>", re.IGNORECASE
)
_XML = re.compile(
    rb"\s*(?:<\?xml|<!doctype (?!html)"
    rb"|<[a-z0-9:]{0,20}?(?:rss|rdf|feed|nitf|news\w{0,12}|en-export|alto|reuters|doc|tei|rbnews|content(?:set|meta))[\s>])",
    re.IGNORECASE,
)
# A text that begins with an element of no page, and in it another that is closed: XML whose declaration was
# left out. What is never closed are a text's own marks ("<TYPE>EX-99.1").
_ELEMENT = re.compile(
    rb"<([a-z][\w:.-]{0,40})(?:\s[^<>]{0,1000})?>\s*<([a-z][\w:.-]{0,40})[^<>]{0,1000}>", re.IGNORECASE
)
_PAGES = frozenset(
    b"""a abbr article aside b blockquote body br center code dd div dl dt em figure font footer form h1 h2 h3
    h4 h5 h6 head header hr html i iframe img li link main meta nav noscript ol p pre script section small
    span strong style sub sup svg table tbody td template th thead title tr u ul""".split()
)
# Elements of pages that are the outermost of other markup, too: there one that no page has follows.
_SHARED = frozenset((b"article", b"section", b"body"))
# Annotations of a text that lies beside them, a line each: "T1\tPerson 4 18\tRuta Feno".
_ANNOTATIONS = re.compile(rb"(?:[TREAMN#*]\d*\t[^\t\n]{1,200}(?:\t[^\n]*)?(?:\n+|$)){2,}")
_DELIMITERS = ",;\t|"
_NAME = 40  # characters of a column's name
# Lines above a table that tell of it, and columns that a table below such lines has at least.
_ABOVE, _WIDE = 12, 5


def sniff(source: Input) -> Format:
    """The format of ``source``; ``UnsupportedError`` names what it is when nothing here reads it."""
    head = source.head
    if not head:
        raise UnreadableError(source.where, "an empty file")
    known = next((form for magic, form in _KNOWN if head.startswith(magic)), None)
    if known is not None or head[257:262] == b"ustar":
        return known or "tar"
    _refuse_binary(source)
    encoding = marked_encoding(head)
    if encoding is not None:
        head = head.decode(encoding, "ignore").encode()
    body = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _SHORTCUT.match(body):
        raise UnsupportedError(source.where, "a shortcut to a web address, no article (nothing is fetched)")
    if STATUS.match(body):
        return "answer"
    if _ANNOTATIONS.match(body):
        raise UnsupportedError(source.where, "annotations of a text that lies beside them")
    return _marked_up(body, source.suffix) or _plain(body, source.columns)


def _marked_up(body: bytes, suffix: str) -> Format | None:
    """The format of what begins with a bracket or holds a page; None for other text."""
    if is_captions(body):
        return "captions"
    if body[:1] in (b"{", b"["):
        return _json_format(body, suffix)
    if is_wrapped(body):
        return "json"
    if _XML.match(body) and b"<html" not in body[:512].lower():
        return "xml"
    if _is_undeclared(body):
        return "xml"
    is_page = body[:1] == b"<" and _HTML.search(body[:8192])
    return "html" if is_page or (suffix in (".html", ".htm", ".xhtml") and _HTML.search(body)) else None


def _is_undeclared(body: bytes) -> bool:
    """Whether ``body`` is XML whose declaration was left out."""
    element = _ELEMENT.match(body)
    if element is None or (element[1].lower() in _PAGES and element[1].lower() not in _SHARED):
        return False
    if element[1].lower() in _SHARED and (element[2].lower() in _PAGES or b"-" in element[2]):
        return False
    return element.group().endswith(b"/>") or b"</" + element[2] + b">" in body


def _plain(body: bytes, columns: Mapping[str, str]) -> Format:
    """The format of text without markup."""
    if is_captions(body):
        return "captions"
    if is_references(body):
        return "references"
    counted = _COUNTED.match(body)
    if is_mail(body) or (counted is not None and is_mail(body[counted.end() :])):
        return "mbox" if body.startswith(b"From ") else "mail"
    is_table = delimiter_of(body, columns) or delimiter_of(body, columns, texts=False)
    return "csv" if is_table or prose_delimiter(body) or lines_above(body, columns) else "text"


def _refuse_binary(source: Input) -> None:
    head = source.head
    for at, magic, name in (*((0, magic, name) for magic, name in _MAGIC), *_MAGIC_AT):
        if head.startswith(magic, at):
            raise UnsupportedError(source.where, f"not text: {name}")
    if marked_encoding(head) is not None:
        return
    if b"\0" in head:
        raise UnsupportedError(source.where, "not text: binary data")
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
    if controls > len(head) / 100:
        raise UnsupportedError(source.where, "not text: binary data")


def _json_format(body: bytes, suffix: str) -> Format:
    """One object a line, or one document; a bracket may also just begin a text."""
    if body[:1] == b"[":
        return "json" if re.match(rb"\[\s*(?:\{|\]\s*$|\[\s*\")", body) else "text"
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    lines = [line.strip() for line in body.rstrip().split(b"\n", 20)[:20]]
    if len(lines) == 1 and re.match(rb'\{\s*"', body):
        return "json"  # one row reads the same there, and what wraps a list of articles is opened
    if _is_object(lines[0]):
        return "jsonl"
    if any(line.startswith(b'{"') and line.endswith(b"}") for line in lines[1:]):
        return "jsonl"
    return "json" if re.match(rb'\{\s*"|\{\s*\}', body) else "text"


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def delimiter_of(body: bytes, columns: Mapping[str, str] | None = None, *, texts: bool = True) -> str | None:
    """The delimiter of a table whose first line names a text and another field, else None.

    ``texts`` False: of a table that names parts of articles but no text, and whose second line has as many
    columns.
    """
    line, _, below = (part.decode("utf-8", "replace").strip() for part in body.partition(b"\n"))
    if len(line) > 4000:
        return None
    for delimiter in _DELIMITERS:
        try:
            names = next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
        except csv.Error:
            continue
        found = {field_of(name) for name in renamed_all(names, columns or {}) if len(name) <= 60}
        if len(found - {None}) < 2:
            continue
        is_table = "text" in found if texts else len(names) >= 3 and _has_columns(below, names, delimiter)
        if is_table:
            return delimiter
    return None


def lines_above(body: bytes, columns: Mapping[str, str] | None = None) -> int:
    """How many lines of a report stand above its table: what was asked for, by whom, when; 0 for none."""
    lines = body.split(b"\n", _ABOVE + 2)[: _ABOVE + 2]
    for number, (line, below) in enumerate(pairwise(lines[1:]), 1):
        delimiter = delimiter_of(line, columns)
        if delimiter is None:
            continue
        cells = [each.count(delimiter.encode()) + 1 for each in (*lines[:number], line, below)]
        if cells[-2] >= _WIDE and 2 * max(cells[:number]) <= cells[-2] and cells[-1] >= cells[-2] // 2:
            return number
    return 0


def prose_delimiter(body: bytes) -> str | None:
    """The delimiter of a table whose header line names no text, and whose first row has one; else None."""
    text = body.decode("utf-8", "replace")
    for delimiter in _DELIMITERS:
        rows = csv.reader(io.StringIO(text), delimiter=delimiter)
        try:
            names, row = next(rows, []), next(rows, [])
        except csv.Error:
            continue
        is_head = len(names) > 1 and len(set(names)) == len(names) and all(0 < len(n) <= _NAME for n in names)
        if is_head and len(row) == len(names) and has_text(by_values(dict(zip(names, row, strict=True)))):
            return delimiter
    return None


def _has_columns(below: str, names: list[str], delimiter: str) -> bool:
    """Whether the line under a header line has its columns; ``False`` where there is none."""
    try:
        row = next(csv.reader(io.StringIO(below.split("\n", 1)[0]), delimiter=delimiter), [])
    except csv.Error:  # a carriage return alone
        return False
    return len(row) == len(names) and all(0 < len(name.strip()) <= 60 for name in names)
