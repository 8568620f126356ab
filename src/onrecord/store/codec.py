"""Records to JSON and back, driven by their own type hints: no second list of fields to keep in step."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

R = TypeVar("R")

_Convert = Callable[[Any], Any]
_AS_IT_IS = frozenset((type(None), str, int, float, bool))


def dumps(record: object) -> str:
    """One record as compact JSON; tuples become arrays, mappings objects."""
    return json.dumps(plain(record), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[R], text: str) -> R:
    """The record of type ``kind`` that ``dumps`` wrote.

    Fields that the text lacks take their defaults, unknown ones are ignored, so that an archive written
    before a field was added stays readable.
    """
    return revive(kind, json.loads(text))


def plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """``value`` as dicts, lists, strings, numbers and None."""
    kind = type(value)
    if kind in _AS_IT_IS or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    values = ((name, getattr(value, name)) for name in _names(cast("Any", kind)))
    return {name: v if type(v) in _AS_IT_IS else plain(v) for name, v in values}


def revive(kind: type[R], value: Any) -> R:  # noqa: ANN401 - JSON has no narrower type
    """The inverse of ``plain`` for a record type."""
    result: R = _reviver(cast("Any", kind))(value)
    return result


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any dataclass
    return tuple(f.name for f in fields(kind) if f.init)  # the others are worked out


def _same(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    return value


@cache
def _reviver(kind: Any) -> _Convert:  # noqa: ANN401 - type hints are no types
    """How to turn plain JSON into ``kind``; built once per type."""
    if is_dataclass(kind):
        return _record_reviver(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _reviver(next(a for a in args if a is not type(None)))
        if inner is _same:
            return _same
        return lambda v: None if v is None else inner(v)
    if origin is tuple:
        return _tuple_reviver(args)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        inner = _reviver(args[1])
        return lambda v: {k: inner(x) for k, x in v.items()}
    return _same


def _record_reviver(kind: Any) -> _Convert:  # noqa: ANN401 - any dataclass
    hints = get_type_hints(kind)
    revivers = {f.name: _reviver(hints[f.name]) for f in fields(kind) if f.init}
    # What JSON gives as it is needs no call: archives hold millions of such fields.
    converted = tuple((name, convert) for name, convert in revivers.items() if convert is not _same)

    def revive_record(value: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any dataclass
        known = dict(value) if revivers.keys() >= value.keys() else _known(value, revivers)
        for name, convert in converted:
            if name in known:
                known[name] = convert(known[name])
        return kind(**known)

    return revive_record


def _known(value: Mapping[str, Any], revivers: Mapping[str, _Convert]) -> dict[str, Any]:
    return {name: v for name, v in value.items() if name in revivers}


def _tuple_reviver(args: tuple[Any, ...]) -> _Convert:
    variadic = 2
    if len(args) == variadic and args[1] is Ellipsis:
        inner = _reviver(args[0])
        return tuple if inner is _same else lambda v: tuple([inner(x) for x in v])
    inners = [_reviver(a) for a in args]
    if all(inner is _same for inner in inners):
        return tuple
    return lambda v: tuple(inner(x) for inner, x in zip(inners, v, strict=True))
