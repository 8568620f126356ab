"""A path or stdin → one buffered stream of bytes, gzip opened, with its first bytes at hand."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from onrecord.errors import LimitError, UnreadableError, UnsupportedError
from onrecord.sources.limits import GZIP_FREE, MAX_GZIP_RATIO, MAX_WHOLE_FILE, MIB, SNIFF

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Input:
    """One opened input. ``where`` is its name in messages; ``suffix`` its extension without ``.gz``."""

    where: str
    suffix: str
    head: bytes
    stream: io.BufferedReader

    def whole(self) -> bytes:
        """All bytes; ``LimitError`` past ``MAX_WHOLE_FILE``."""
        data = self.stream.read(MAX_WHOLE_FILE + 1)
        if len(data) > MAX_WHOLE_FILE:
            raise LimitError(
                self.where,
                f"more than {MAX_WHOLE_FILE // MIB} MB in a format read whole; split it, or use JSONL",
            )
        return data


@contextmanager
def open_input(where: str, stdin: BinaryIO | None) -> Iterator[Input]:
    """Open ``where`` (``<stdin>`` when ``stdin`` is given); I/O errors become ``UnreadableError``."""
    try:
        raw = stdin if stdin is not None else Path(where).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UnreadableError(where, error.strerror or str(error)) from error
    try:
        stream = _buffered(raw)
        suffixes = [suffix.lower() for suffix in PurePath(where).suffixes]
        if stream.peek(2)[:2] == _GZIP:
            stream = io.BufferedReader(_Gunzip(where, stream), SNIFF)
            suffixes = [suffix for suffix in suffixes if suffix not in (".gz", ".gzip")]
        head = stream.peek(SNIFF)[:SNIFF]
        if head[:2] == _GZIP:
            raise UnsupportedError(where, "gzip within gzip")
        yield Input(where, suffixes[-1] if suffixes else "", head, stream)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableError(where, f"broken gzip: {error}") from error
    except OSError as error:
        raise UnreadableError(where, error.strerror or str(error)) from error
    finally:
        if stdin is None:
            raw.close()


def _buffered(raw: BinaryIO) -> io.BufferedReader:
    """A reader whose ``peek`` sees ``SNIFF`` bytes; a short first read of a pipe is filled up."""
    return io.BufferedReader(_Filled(raw), SNIFF)


class _Filled(io.RawIOBase):
    """Reads that come back short only at the end, so that one ``peek`` is enough to tell a format."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # the caller passes one
        filled = 0
        while filled < len(buffer):
            chunk = self._source.read(len(buffer) - filled)
            if not chunk:
                break
            buffer[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        return filled


class _Gunzip(io.RawIOBase):
    """Gzip members, decompressed under a bound on the ratio to the bytes that went in."""

    def __init__(self, where: str, source: io.BufferedReader) -> None:
        self._where = where
        self._counted = _Counted(source)
        self._gzip = gzip.GzipFile(fileobj=self._counted, mode="rb")
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # the caller passes one
        filled = 0
        while filled < len(buffer):
            chunk = self._gzip.read(len(buffer) - filled)
            if not chunk:
                break
            buffer[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        self._out += filled
        if self._out > GZIP_FREE and self._out > MAX_GZIP_RATIO * self._counted.taken:
            raise LimitError(self._where, f"gzip that grows more than {MAX_GZIP_RATIO} times (a bomb?)")
        return filled


class _Counted(io.RawIOBase):
    """Counts the compressed bytes that the decompressor took."""

    def __init__(self, source: io.BufferedReader) -> None:
        self._source = source
        self.taken = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.taken += len(data)
        return data
