"""Records to JSON and back, by their own type hints: no second list of fields to keep in step."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from typing import TypeVar, cast

import msgspec

from onrecord.errors import ArchiveError

R = TypeVar("R")


def dumps(record: object) -> str:
    """A record, or a tuple of them, as compact JSON; tuples become arrays, mappings objects."""
    return msgspec.json.encode(record, enc_hook=_unknown).decode()


def loads(kind: type[R], text: str) -> R:
    """What ``dumps`` wrote: a record of type ``kind``, or ``tuple[kind, ...]``.

    Fields that the text lacks take their defaults, unknown ones are ignored, so that an archive written
    before a field was added stays readable. A value of a ``Literal`` once written must stay among its values.

    Raises:
        ArchiveError: the text is not what ``dumps`` writes for ``kind``.
    """
    try:
        return cast("R", _decoder(cast("Hashable", kind)).decode(text))
    except msgspec.MsgspecError as error:
        name = getattr(kind, "__name__", kind)
        raise ArchiveError(f"a record of the archive ({name}) is damaged: {error}") from error


def _unknown(value: object) -> dict[object, object]:
    """Mappings that are no ``dict``, such as read-only ones."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no type of a record")


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast("type[object]", kind))
