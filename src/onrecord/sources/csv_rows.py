"""CSV and TSV with a header line: streamed, a row of the wrong width skipped and named."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from onrecord.errors import ItemError, LimitError, UnsupportedError
from onrecord.records import RawDocument
from onrecord.sources.decoding import decode, marked_encoding
from onrecord.sources.limits import MAX_ROW, MIB
from onrecord.sources.opening import Input
from onrecord.sources.rows import document
from onrecord.sources.sniffing import delimiter_of


class _Lines:
    """Decoded lines for ``csv.reader``, keeping the bytes of the row being read."""

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
        self.row = bytearray()

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._reader is not None:
            text = self._reader.readline(MAX_ROW)
            data = text.encode("utf-8")
        else:
            data = self._stream.readline(MAX_ROW + 1)
            data = data.removeprefix(codecs.BOM_UTF8) if self._first else data
            text = decode(data, self._where)[0] if data else ""
        self._first = False
        if not data:
            raise StopIteration
        self.row += data
        if len(self.row) > MAX_ROW:
            raise LimitError(
                self._where, f"a row longer than {MAX_ROW // MIB} MB (a quotation mark never closed?)"
            )
        # A NUL would end the row for csv; in text it is noise.
        return text.replace("\0", "")


def csv_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """One item a row under the header line.

    ``LimitError`` ends the file: after a quotation mark that never closes, nothing tells where rows begin.
    """
    # The csv module's bound is one for the process, 128 KB by default; an article may be longer.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW))
    lines = _Lines(source)
    head = next(lines)
    delimiter = delimiter_of(head.encode("utf-8")) or ","
    names = [name.strip() for name in next(csv.reader([head], delimiter=delimiter))]
    lines.row.clear()
    item = 0
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        where = f"{source.where}#{item}"
        try:
            values = next(rows)
        except StopIteration:
            return
        except LimitError as error:
            yield LimitError(where, error.reason)
            return
        except (csv.Error, ItemError) as error:
            yield UnsupportedError(where, f"not a readable row: {error}")
            values = []
        else:
            if values:
                yield _row(
                    values,
                    names,
                    path=source.where,
                    item=item,
                    data=bytes(lines.row),
                    delimiter=delimiter,
                )
        item += bool(lines.row.strip())
        lines.row.clear()


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
