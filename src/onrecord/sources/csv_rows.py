"""CSV and TSV with a header line: streamed; a row of the wrong width, or never closed, skipped and named."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import count

from onrecord.errors import ItemError, LimitError, NoArticleError, UnsupportedError
from onrecord.languages.fields import fold_key, renamed_all
from onrecord.records import RawDocument
from onrecord.sources import date_order
from onrecord.sources.decoding import decode, marked_encoding
from onrecord.sources.limits import MAX_ROW, MIB
from onrecord.sources.opening import Input
from onrecord.sources.rows import document
from onrecord.sources.sniffing import delimiter_of, lines_above, prose_delimiter

# Bytes that may be read again after marks that never close, beside half of all that are read: lines that each
# open one could have all that follows read for each of them.
_AGAIN_FREE = 4 * MAX_ROW
# What platforms call the words of a post; elsewhere such a column may hold anything.
_POSTED = frozenset(("message", "post", "post_text", "tweet", "tweet_text", "caption", "status"))


class _Lines:
    """Decoded lines for ``csv.reader``; those of the row being read are kept, to be read again if need be."""

    def __init__(self, source: Input) -> None:
        self._where = source.where
        self._stream = source.stream
        encoding = marked_encoding(source.head)
        self._reader = (
            io.TextIOWrapper(source.stream, encoding, errors="replace", newline="\n")
            if encoding is not None and encoding != "utf-8-sig"
            else None
        )
        self._first = True
        self._again: deque[bytes] = deque()
        self._size = self._taken = self._given_back = 0
        self.row: list[bytes] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        data = self._again.popleft() if self._again else self._read()
        if not data:
            raise StopIteration
        self._taken += len(data)
        self.row.append(data)
        self._size += len(data)
        if self._size > MAX_ROW:
            raise LimitError(self._where, f"a row longer than {MAX_ROW // MIB} MB")
        # A NUL would end the row for csv; in text it is noise.
        return decode(data, self._where)[0].replace("\0", "")

    def _read(self) -> bytes:
        if self._reader is not None:
            return self._reader.readline(MAX_ROW).encode("utf-8")
        data = self._stream.readline(MAX_ROW + 1)
        data = data.removeprefix(codecs.BOM_UTF8) if self._first else data
        self._first = False
        return data

    def next_row(self, *, again_from: int | None = None) -> None:
        """Forget the row; ``again_from``: its lines from that one on are read once more."""
        if again_from is not None:
            again = self.row[again_from:]
            self._given_back += sum(map(len, again))
            if self._given_back > _AGAIN_FREE and 2 * self._given_back > self._taken:
                raise LimitError(self._where, "too many quotation marks that never close")
            self._again.extendleft(reversed(again))
        self.row, self._size = [], 0


@date_order.of_columns
def csv_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """One item a row under the header line.

    A quotation mark that never closes takes the rows after it into its own: that row is named, and reading
    goes on at the first line after it that is a row by itself.
    """
    # The csv module's bound is one for the process, 128 KB by default; an article may be longer.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW))
    lines = _Lines(source)
    names, delimiter = _head(lines, source)
    lines.next_row()
    for item in count():
        found = _next(lines, names, f"{source.where}#{item}", delimiter)
        if found is None:
            if not item:
                yield NoArticleError(source.where, "a table without a row below its header line")
            return
        if isinstance(found, ItemError):
            yield found
            if isinstance(found, LimitError):
                return
        else:
            yield _row(found[0], names, path=source.where, item=item, data=found[1], delimiter=delimiter)


def _head(lines: _Lines, source: Input) -> tuple[list[str], str]:
    """The names of the columns and what stands between them, below the lines that tell of the table."""
    head = next(lines)
    for _ in range(lines_above(_plain_head(source), source.columns)):
        head = next(lines)
    columns = dict(source.columns)
    delimiter = delimiter_of(head.encode("utf-8"), columns) or prose_delimiter(_plain_head(source))
    if delimiter is None:
        posts = next((name for name in _cells_of(head, ",") if fold_key(name) in _POSTED), None)
        if posts is None:
            shown = ", ".join(head.split())[:200]
            raise NoArticleError(source.where, f"a table without a column of texts ({shown})")
        columns, delimiter = columns | {posts: "text"}, ","
    return renamed_all(_cells_of(head, delimiter), columns), delimiter


def _cells_of(line: str, delimiter: str) -> list[str]:
    """The names on a line; a carriage return that is no line's end, which csv refuses, is a blank."""
    line = line.replace("\r", " ")
    return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]


def _plain_head(source: Input) -> bytes:
    """The first bytes of a table as UTF-8."""
    encoding = marked_encoding(source.head)
    return source.head if encoding is None else source.head.decode(encoding, "ignore").encode()


def _next(
    lines: _Lines, names: Sequence[str], where: str, delimiter: str
) -> tuple[list[str], bytes] | ItemError | None:
    """The values and bytes of the next row that is not blank; None at the end."""
    failed: Exception | None = None
    values: list[str] = []
    while not values and failed is None:
        lines.next_row()
        try:
            values = next(csv.reader(lines, delimiter=delimiter))
        except StopIteration:
            return None
        except (csv.Error, ItemError) as error:
            failed = error
    swallowed = _swallowed(lines.row, names, delimiter)
    data = b"".join(lines.row)
    if swallowed is not None:
        lines.next_row(again_from=swallowed)
        return UnsupportedError(where, f"a quotation mark that never closes, {swallowed} line(s) lost")
    if isinstance(failed, LimitError):
        return LimitError(where, f"{failed.reason} (a quotation mark never closed?)")
    return UnsupportedError(where, f"not a readable row: {failed}") if failed is not None else (values, data)


def _swallowed(row: Sequence[bytes], names: Sequence[str], delimiter: str) -> int | None:
    """The first line inside a row that is a row by itself, where the row's own quotation marks do not fit."""
    if (
        len(row) < 2
        or _cells("".join(line.decode("utf-8", "replace") for line in row), delimiter) is not None
    ):
        return None
    return next((n for n in range(1, len(row)) if _is_row(row[n], names, delimiter)), None)


def _is_row(line: bytes, names: Sequence[str], delimiter: str) -> bool:
    """Whether ``line`` has the header's columns; a comma with a space after it belongs to prose."""
    cells = _cells(line.decode("utf-8", "replace"), delimiter)
    # In a table of two columns many a sentence has one comma too: there a cell in quotation marks tells.
    return (
        cells is not None
        and len(cells) == len(names)
        and not any(cell.startswith(" ") for cell in cells)
        and (len(names) > 2 or any(cell.startswith('"') for cell in cells))
    )


def _cells(text: str, delimiter: str) -> list[str] | None:
    """The cells of one row as written, None where a quotation mark stands in a cell that is not in marks."""
    text = text.rstrip("\r\n")
    cell = re.compile(rf'("(?:[^"]|"")*"|[^"{re.escape(delimiter)}\n]*)({re.escape(delimiter)}|$)')
    cells: list[str] = []
    at = 0
    while (found := cell.match(text, at)) is not None:
        cells.append(found.group(1))
        at = found.end()
        if not found.group(2):
            return cells if at == len(text) else None
    return None


def _row(
    values: list[str], names: list[str], *, path: str, item: int, data: bytes, delimiter: str
) -> RawDocument | ItemError:
    if len(values) != len(names):
        return UnsupportedError(
            f"{path}#{item}", f"{len(values)} columns where the header line has {len(names)}"
        )
    media_type = "text/tab-separated-values" if delimiter == "\t" else "text/csv"
    row = dict(zip(names, values, strict=True))
    return document(row, path=path, item=item, data=data.rstrip(b"\r\n"), media_type=media_type)
