"""Records to JSON and back, by their own type hints: no second list of fields to keep in step.

Most of an archive is kept deflated: the records of one article or story repeat their ids and field names, so
that a list of them takes a fifth to an eighth of its JSON. A single record repeats nothing, so zlib starts
from a text that has all field names (``preset.json.txt``, records of the invented articles in examples/): the
record of a speaker's form then takes 0.3 of its JSON instead of 0.6. Archives contain what was deflated with
that file, so it must never be edited.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TypeVar, cast

import msgspec

from onrecord.errors import ArchiveError

R = TypeVar("R")

# zlib's own default. On the records of 150 news articles 9 saves 1 % more and 1 leaves 25 % more.
_LEVEL = 6
# Bytes that one column may inflate to. Those of an article of a million words take 0.1 GB.
_MOST = 2**30
# msgspec publishes what it knows about a dataclass before it knows all of its fields: a second thread that
# decodes meanwhile reads memory that is not filled yet, and the process crashes.
_MAKING = Lock()


def dumps(record: object) -> str:
    """A record, or a tuple of them, as compact JSON; tuples become arrays, mappings objects."""
    return msgspec.json.encode(record, enc_hook=_unknown).decode()


def pack(record: object) -> bytes:
    """``dumps``, deflated."""
    return deflate(dumps(record))


def deflate(text: str) -> bytes:
    """JSON as ``loads`` reads it, small."""
    deflater = zlib.compressobj(_LEVEL, zdict=_preset())
    return deflater.compress(text.encode()) + deflater.flush()


def scored(record: bytes) -> float:
    """The score in a match that an older archive kept as a whole record: SQLite might round it."""
    try:
        return float(msgspec.json.decode(inflate(record))["score"])
    except (msgspec.DecodeError, KeyError, TypeError):  # damaged: no score
        return 0.0


def inflate(packed: str | bytes) -> str:
    """The JSON of a stored record, deflated or not; empty if it is neither."""
    try:
        return packed if isinstance(packed, str) else _inflated(packed).decode()
    except (zlib.error, UnicodeDecodeError):
        return ""


def key_of(table: str, record_id: str) -> int:
    """A number of 47 bits for a record of a table: SQLite keeps it in six bytes."""
    told = f"{table}\x1f{record_id}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=6).digest(), "big") >> 1


def number_of(name: str) -> int:
    """A number of 63 bits for a name that is only looked up: no two names of an archive share one."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big") >> 1


def loads(kind: type[R], text: str | bytes) -> R:
    """What ``dumps`` or ``pack`` wrote: a record of type ``kind``, or ``tuple[kind, ...]``.

    Fields that the text lacks take their defaults, unknown ones are ignored, so that an archive written
    before a field was added stays readable. A value of a ``Literal`` once written must stay among its values.

    Raises:
        ArchiveError: the text is not what ``dumps`` or ``pack`` writes for ``kind``.
    """
    try:
        json = text if isinstance(text, str) else _inflated(text)
        return cast("R", _decoder(cast("Hashable", kind)).decode(json))
    except (msgspec.MsgspecError, zlib.error) as error:
        raise _damaged(kind, error) from error


def _damaged(kind: object, error: Exception) -> ArchiveError:
    name = getattr(kind, "__name__", kind)
    return ArchiveError(f"a record of the archive ({name}) is damaged: {error}")


@dataclass(frozen=True, slots=True)
class Named:
    """A record of which only the id is read."""

    id: str


# How a record in a list begins if its first field is its id. Inside a string, quotation marks are escaped.
_BEGINS = b',{"id":"'


def pick(kind: type[R], packed: str | bytes, ids: Iterable[str]) -> list[R]:
    """The records with the given ``ids`` out of a list that ``loads`` could read, in the list's order.

    Raises:
        ArchiveError: as ``loads`` does.
    """
    wanted = set(ids)
    found = holding(kind, packed, [f'{{"id":{dumps(key)}' for key in wanted])
    return [record for record in found if getattr(record, "id", None) in wanted]


def holding(kind: type[R], packed: str | bytes, words: Iterable[str]) -> list[R]:
    """The records whose JSON has one of ``words``, out of a list that ``loads`` could read.

    Only these are decoded: finding words takes an eighth of the time of finding where each record ends.

    Raises:
        ArchiveError: as ``loads`` does.
    """
    try:
        text = packed.encode() if isinstance(packed, str) else _inflated(packed)
        if not (text.startswith(b"[") and text.endswith(b"]")):
            raise msgspec.DecodeError("it is not a list")
        if not text.startswith(b"[" + _BEGINS[1:]):
            text = msgspec.json.format(text, indent=-1)  # other programs write spaces
        json = b"," + text[1:-1]  # so that each record begins alike
        parts = sorted({_around(json, at) for one in words for at in _places(json, one.encode())})
        decode = _decoder(cast("Hashable", kind)).decode
        return [cast("R", decode(json[start:end])) for start, end in parts]
    except (msgspec.MsgspecError, zlib.error) as error:
        raise _damaged(kind, error) from error


def _places(text: bytes, word: bytes) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _around(text: bytes, at: int) -> tuple[int, int]:
    """Where the record that stands at an offset begins and ends."""
    end = text.find(_BEGINS, at)
    return text.rfind(_BEGINS, 0, at + len(_BEGINS)) + 1, len(text) if end < 0 else end


def convert(kind: type[R], value: object) -> R:
    """A record of type ``kind`` from decoded JSON.

    Raises:
        msgspec.ValidationError: ``value`` is not one.
    """
    with _MAKING:
        return msgspec.convert(value, kind)


def _inflated(packed: bytes) -> bytes:
    """The inflated bytes.

    Raises:
        zlib.error: the data is cut off, not deflated, or larger than anything an archive stores in one place.
    """
    inflater = zlib.decompressobj(zdict=_preset())  # which is asked for only where it was used
    json = inflater.decompress(packed, _MOST)
    if not inflater.eof:
        raise zlib.error("it is cut off or too large")
    return json


@cache
def _preset() -> bytes:
    return files("onrecord.store").joinpath("preset.json.txt").read_bytes()


def _unknown(value: object) -> dict[object, object]:
    """Mappings that are no ``dict``, such as read-only ones."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not a type of record")


def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    with _MAKING:
        return _made(kind)


@cache
def _made(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast("type[object]", kind))
