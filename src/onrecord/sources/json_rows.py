"""JSONL, and JSON documents that hold articles: streamed row by row, a broken row skipped and named."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Mapping

from onrecord.errors import ItemError, LimitError, NoArticleError, UnsupportedError
from onrecord.languages.fields import renamed
from onrecord.records import RawDocument
from onrecord.sources import date_order
from onrecord.sources.block_text import with_texts
from onrecord.sources.decoding import decode, marked_encoding
from onrecord.sources.json_tables import rows_of
from onrecord.sources.json_wrapped import loads
from onrecord.sources.limits import MAX_ROW, MIB
from onrecord.sources.nested import WRAPPERS, articles_in, bytes_of
from onrecord.sources.opening import Input, Member
from onrecord.sources.recorded import logged_pages
from onrecord.sources.references import described
from onrecord.sources.rows import document
from onrecord.sources.told_by_values import all_by_values
from onrecord.sources.unboxed import unboxed


@date_order.of_columns
def jsonl_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """One item a line. Never holds more than one row; blank lines do not count."""
    encoding = marked_encoding(source.head)
    if encoding is not None and encoding != "utf-8-sig":
        lines: Iterator[bytes] = _transcoded(source, encoding)
    else:
        lines = _lines(source)
    item = 0
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)  # noqa: PLW2901
        if line.strip():
            yield _row(line, source, item, number)
            item += 1


def _lines(source: Input) -> Iterator[bytes]:
    """Lines; of one longer than ``MAX_ROW`` only the first ``MAX_ROW`` + 1 bytes, the rest passed over."""
    while line := source.stream.readline(MAX_ROW + 1):
        yield line
        while len(line) > MAX_ROW and not line.endswith(b"\n"):
            line = source.stream.readline(MAX_ROW + 1)


def _transcoded(source: Input, encoding: str) -> Iterator[bytes]:
    """``_lines`` of a file in another encoding, counted in characters."""
    reader = io.TextIOWrapper(source.stream, encoding, errors="replace", newline="\n")
    while line := reader.readline(MAX_ROW + 1):
        yield line.encode("utf-8")
        while len(line) > MAX_ROW and not line.endswith("\n"):
            line = reader.readline(MAX_ROW + 1)


def _row(line: bytes, source: Input, item: int, number: int) -> RawDocument | ItemError:
    path, where = source.where, f"{source.where}#{item}"
    if len(line) > MAX_ROW:
        return LimitError(where, f"line {number} is longer than {MAX_ROW // MIB} MB")
    data = line.strip()
    try:
        text, _ = decode(data, where)
        values = unboxed(loads(text))
    except ItemError as error:
        return error
    except (ValueError, RecursionError) as error:
        return UnsupportedError(where, f"line {number} is not JSON: {error}")
    if not isinstance(values, dict):
        return UnsupportedError(where, f"line {number} is not a JSON object")
    whole = with_texts(values)
    row = renamed(whole if isinstance(whole, dict) else values, source.columns)
    return document(row, path=path, item=item, data=data, media_type="application/jsonl")


def json_items(source: Input) -> Iterator[RawDocument | ItemError | Member]:
    """A JSON document: an article, a list of them, what wraps such a list; a log of fetched pages."""
    text, _ = decode(source.whole(), source.where)
    try:
        top = unboxed(loads(text))
    except (ValueError, RecursionError) as error:
        raise UnsupportedError(source.where, f"not valid JSON: {error}") from error
    pages = [*logged_pages(top, source.where)]
    yield from pages or _rows_in(top, source)


@date_order.of_columns
def _rows_in(top: object, source: Input) -> Iterator[RawDocument | ItemError]:
    """The articles of a JSON document."""
    top = [described(part) for part in top] if isinstance(top, list) else top
    top = with_texts(rows_of(top))
    rows = articles_in(top, WRAPPERS, source.columns)
    rows = rows or articles_in(all_by_values(top), WRAPPERS, source.columns)
    if not rows:
        raise NoArticleError(source.where, "JSON without an object that has a text field")
    shared = _of_feed(top)
    for item, row in enumerate(rows):
        if isinstance(row, dict):
            row = shared | row  # noqa: PLW2901 - the item with what its feed says of all
            data, row = bytes_of(row), renamed(row, source.columns)  # noqa: PLW2901
            yield document(row, path=source.where, item=item, data=data, media_type="application/json")
        else:
            yield UnsupportedError(f"{source.where}#{item}", "not a JSON object")


def _of_feed(top: object) -> dict[str, object]:
    """What a JSON Feed says of all its items: its title is their outlet, its author theirs."""
    if not isinstance(top, Mapping) or "jsonfeed.org" not in str(top.get("version")):
        return {}
    authors = top.get("authors") or top.get("author")
    return {"outlet": top.get("title"), "language": top.get("language"), "author": authors}
