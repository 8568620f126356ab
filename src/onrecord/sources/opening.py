"""A path or stdin → one buffered stream of bytes, gzip opened, with its first bytes at hand."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from typing import IO, Any, Protocol

from onrecord.errors import LimitError, UnreadableError, UnsupportedError
from onrecord.sources.limits import GZIP_FREE, MAX_GZIP_RATIO, MAX_PACKED, MAX_WHOLE_FILE, MIB, SNIFF


@dataclass(slots=True)
class Growth:
    """What one input that a user named unpacks to, over all containers in it.

    Each layer alone keeps to ``MAX_GZIP_RATIO``; four in one another could make a gigabyte of every byte.
    """

    taken: int = 0
    given: int = 0

    def take(self, size: int) -> None:
        """``size`` bytes of the input itself were read."""
        self.taken += size

    def give(self, where: str, size: int) -> None:
        """``size`` bytes came out of a container or packer; ``LimitError`` past what the input may become."""
        self.given += size
        self.check(where)

    def check(self, where: str, more: int = 0) -> None:
        """``LimitError`` where ``more`` bytes, not unpacked yet, would be too many."""
        size = self.given + more
        if size > GZIP_FREE and size > MAX_GZIP_RATIO * self.taken:
            raise LimitError(
                where, f"its containers together grow more than {MAX_GZIP_RATIO} times (a bomb?)"
            )


class Readable(Protocol):
    """A stream of bytes, as far as the readers need one."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes, all when negative; none at the end."""
        ...


class _Unpacker(Protocol):
    """A decompressor: what it has is handed out before it finds that its input is broken."""

    def read1(self, size: int = -1, /) -> bytes: ...


# What one stream is packed as, by its first bytes.
_PACKERS: tuple[tuple[bytes, str, Callable[[Any], _Unpacker]], ...] = (
    (b"\x1f\x8b", "gzip", lambda raw: gzip.GzipFile(fileobj=raw, mode="rb")),
    (b"BZh", "bzip2", bz2.BZ2File),
    (b"\xfd7zXZ\0", "xz", lzma.LZMAFile),
)
_PACKED_SUFFIXES = (".gz", ".gzip", ".bz2", ".xz")


@dataclass(frozen=True, slots=True)
class Input:
    """One opened input. ``where`` is its name in messages; ``suffix`` its extension without ``.gz``.

    ``about``: what the container that it stands in says of it: ``url``, ``saved`` (when it was fetched),
    ``charset``. ``growth``: what it and the inputs that it stands in have unpacked to.
    ``columns``: which part of an article a column or key is, as the user says.
    """

    where: str
    suffix: str
    head: bytes
    stream: io.BufferedReader
    about: Mapping[str, str] = field(default_factory=dict)
    growth: Growth = field(default_factory=Growth)
    columns: Mapping[str, str] = field(default_factory=dict)

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
    def seekable(self) -> Iterator[IO[bytes]]:
        """All bytes as a file to seek in, on disk where they are many; ``LimitError`` past ``MAX_PACKED``."""
        with tempfile.SpooledTemporaryFile(max_size=MAX_WHOLE_FILE) as file:
            while chunk := self.stream.read(MIB):
                file.write(chunk)
                if file.tell() > MAX_PACKED:
                    raise LimitError(self.where, f"a container of more than {MAX_PACKED // MIB} MB")
            file.seek(0)
            yield file


@dataclass(frozen=True, slots=True)
class Member:
    """What a container holds, to be read as an input of its own; ``about``: see ``Input``.

    ``said``: fields of its article that stand elsewhere in the container, surer than what it says itself.
    """

    where: str
    stream: Readable
    about: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def open_input(
    where: str,
    stdin: Readable | None,
    about: Mapping[str, str] | None = None,
    growth: Growth | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Input]:
    """Open ``where`` (``<stdin>`` when ``stdin`` is given); I/O errors become ``UnreadableError``.

    ``growth``: that of the container that this is a member of. ``columns``: see ``Input``.
    """
    held = growth or Growth()
    count = held.take if growth is None else partial(held.give, where)
    with _named_errors(where), ExitStack() as closing:
        file = closing.enter_context(Path(where).open("rb")) if stdin is None else stdin
        stream, suffix = _unpacked(where, _buffered(_Filled(file, count)), held)
        head = stream.peek(SNIFF)[:SNIFF]
        yield Input(where, suffix, head, stream, about or {}, held, columns or {})


@contextmanager
def _named_errors(where: str) -> Iterator[None]:
    """Errors of files and packers as those of the input at ``where``."""
    try:
        yield
    except (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile) as error:
        raise UnreadableError(where, f"broken or cut off (gzip, bzip2, xz): {error}") from error
    except OSError as error:
        raise UnreadableError(where, error.strerror or str(error)) from error


def _unpacked(where: str, stream: io.BufferedReader, held: Growth) -> tuple[io.BufferedReader, str]:
    """``stream`` as what is packed in it, once, and the suffix that its name then has."""
    suffixes = [suffix.lower() for suffix in PurePath(where).suffixes]
    packer = _packer(stream.peek(6))
    if packer is not None:
        stream = _buffered(_Unpacked(where, stream, *packer, held))
        suffixes = [suffix for suffix in suffixes if suffix not in _PACKED_SUFFIXES]
        again = _packer(stream.peek(SNIFF)[:SNIFF])
        if again is not None:
            raise UnsupportedError(where, f"{again[0]} within {packer[0]}")
    return stream, suffixes[-1] if suffixes else ""


def _packer(head: bytes) -> tuple[str, Callable[[Any], _Unpacker]] | None:
    return next(((name, opener) for magic, name, opener in _PACKERS if head.startswith(magic)), None)


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """A reader whose ``peek`` sees ``SNIFF`` bytes, given a stream that fills what it is asked for."""
    return io.BufferedReader(raw, SNIFF)


class _Filled(io.RawIOBase):
    """Reads that come back short only at the end, so that one ``peek`` is enough to tell a format.

    ``count`` is told how many bytes were read.
    """

    def __init__(self, source: Readable, count: Callable[[int], None]) -> None:
        self._source = source
        self._count = count

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
        self._count(filled)
        return filled


class _Unpacked(io.RawIOBase):
    """A packed stream, decompressed under a bound on the ratio to the bytes that went in."""

    def __init__(
        self,
        where: str,
        source: io.BufferedReader,
        name: str,
        opener: Callable[[Any], _Unpacker],
        growth: Growth,
    ) -> None:
        self._where = where
        self._growth = growth
        self._name = name
        self._counted = _Counted(source)
        self._unpacker = opener(self._counted)
        self._out = 0
        self._broken: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # the caller passes one
        if self._broken is not None:
            raise self._broken
        filled = 0
        while filled < len(buffer):
            try:
                chunk = self._unpacker.read1(len(buffer) - filled)
            except (EOFError, OSError, zlib.error, lzma.LZMAError) as error:
                if not filled:
                    raise
                self._broken = error  # told next time: what came before it can be read
                break
            if not chunk:
                break
            buffer[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        self._out += filled
        self._growth.give(self._where, filled)
        if self._out > GZIP_FREE and self._out > MAX_GZIP_RATIO * self._counted.taken:
            raise LimitError(
                self._where, f"{self._name} that grows more than {MAX_GZIP_RATIO} times (a bomb?)"
            )
        return filled


class _Counted(io.RawIOBase):
    """Counts the compressed bytes that the decompressor took."""

    def __init__(self, source: io.BufferedReader) -> None:
        self._source = source
        self.taken = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.taken += len(data)
        return data
