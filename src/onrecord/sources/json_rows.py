"""JSONL, and JSON documents that hold articles: streamed row by row, a broken row skipped and named."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator, Mapping

from onrecord.errors import ItemError, LimitError, NoArticleError, UnsupportedError
from onrecord.languages.fields import renamed
from onrecord.records import RawDocument
from onrecord.sources import date_order
from onrecord.sources.decoding import decode, marked_encoding
from onrecord.sources.limits import MAX_ROW, MIB
from onrecord.sources.opening import Input
from onrecord.sources.references import described
from onrecord.sources.rows import document, has_text, opened

# {"db": [{"data": {"posts": [...]}}]}: lists of articles stand this deep in the exports and APIs known.
_WRAPPERS = 4
_WRAPPED = 20  # items of a list that may each wrap one


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
    reader = io.TextIOWrapper(source.stream, encoding, errors="replace", newline="\n")
    while line := reader.readline(MAX_ROW):
        yield line.encode("utf-8")


def _row(line: bytes, source: Input, item: int, number: int) -> RawDocument | ItemError:
    path, where = source.where, f"{source.where}#{item}"
    if len(line) > MAX_ROW:
        return LimitError(where, f"line {number} is longer than {MAX_ROW // MIB} MB")
    data = line.strip()
    try:
        text, _ = decode(data, where)
        values = loads(text)
    except ItemError as error:
        return error
    except (ValueError, RecursionError) as error:
        return UnsupportedError(where, f"line {number} is not JSON: {error}")
    if not isinstance(values, dict):
        return UnsupportedError(where, f"line {number} is not a JSON object")
    row = renamed(values, source.columns)
    return document(row, path=path, item=item, data=data, media_type="application/jsonl")


@date_order.of_columns
def json_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """A JSON document: one article, a list of them, or an object that wraps such a list."""
    text, _ = decode(source.whole(), source.where)
    try:
        top = loads(text)
    except (ValueError, RecursionError) as error:
        raise UnsupportedError(source.where, f"not valid JSON: {error}") from error
    top = [described(part) for part in top] if isinstance(top, list) else top
    rows = _articles(top, _WRAPPERS, source.columns)
    if not rows:
        raise NoArticleError(source.where, "JSON without an object that has a text field")
    shared = _of_feed(top)
    for item, row in enumerate(rows):
        if isinstance(row, dict):
            row = shared | row  # noqa: PLW2901 - the item with what its feed says of all
            data, row = _bytes(row), renamed(row, source.columns)  # noqa: PLW2901
            yield document(row, path=source.where, item=item, data=data, media_type="application/json")
        else:
            yield UnsupportedError(f"{source.where}#{item}", "not a JSON object")


def _bytes(row: dict[str, object]) -> bytes:
    """What the hash of a row within a document is made from: equal rows, equal bytes."""
    try:
        return json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    except RecursionError:
        return repr(sorted(row)).encode("utf-8", "surrogatepass")


def loads(text: str) -> object:
    """``text`` as JSON; integers past 64 bit stay as they are written.

    Raises:
        ValueError: not JSON.
        RecursionError: nested deeper than the parser goes.
    """
    return json.loads(text, parse_int=lambda digits: int(digits) if len(digits) < 19 else digits)


def _of_feed(top: object) -> dict[str, object]:
    """What a JSON Feed says of all its items: its title is their outlet, its author theirs."""
    if not isinstance(top, Mapping) or "jsonfeed.org" not in str(top.get("version")):
        return {}
    authors = top.get("authors") or top.get("author")
    return {"outlet": top.get("title"), "language": top.get("language"), "author": authors}


def _has_text(value: object, columns: Mapping[str, str]) -> bool:
    """Whether ``value`` is an article, its text its own or in an object within."""
    return isinstance(value, Mapping) and has_text(opened(renamed(value, columns)))


def _articles(value: object, depth: int, columns: Mapping[str, str]) -> list[object]:
    """The list of articles in ``value``, the longest when there are several; ``[]`` when there is none."""
    if isinstance(value, list):
        if any(_has_text(part, columns) for part in value):
            return value
        inner = [part for part in value[:_WRAPPED] if isinstance(part, Mapping)] if depth else []
        return max((_articles(part, depth - 1, columns) for part in inner), key=len, default=[])
    if not isinstance(value, Mapping):
        return []
    if _has_text(value, columns):
        return [dict(value)]
    if depth == 0:
        return []
    return max((_articles(part, depth - 1, columns) for part in value.values()), key=len, default=[])
