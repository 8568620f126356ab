"""The columns of a table, their shapes and their rows, all from the type of its records.

A field becomes a column of the same name, unless ``column`` says otherwise where the field is declared.
Tables, Arrow types, JSON Schema and the check of ``docs/data-format.md`` come from here: there is no second
list of fields.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import Field, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

Row = dict[str, object]
# "str", "int", "float", "bool"; [x] a list; {…} a struct; {"*": x} a map from strings.
Shape: TypeAlias = Any
_Take = Callable[[Any], Any]

_KEY = "column"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the declaration of a field says about its column."""

    name: str | None = None
    after: str | None = None
    parts: Mapping[str, str] | None = None
    only: tuple[str, ...] = ()
    digits: int | None = None
    by_key: bool = False
    left_out: bool = False


def column(
    *,
    name: str | None = None,
    after: str | None = None,
    parts: Mapping[str, str] | None = None,
    only: tuple[str, ...] = (),
    digits: int | None = None,
    by_key: bool = False,
    left_out: bool = False,
) -> Mapping[str, _Told]:
    """How a field is shown in tables; for ``field(metadata=…)``.

    Args:
        name: the name of the column, if not that of the field.
        after: the field that the column follows, if not the one before it in the declaration.
        parts: column -> attribute of the field's record, each a column of the row instead of one struct.
        only: the fields of the field's record that are shown.
        digits: to how many decimals a float is rounded.
        by_key: whether a mapping is put in the order of its keys.
        left_out: whether tables do not show it.
    """
    return {_KEY: _Told(name, after, parts, only, digits, by_key, left_out)}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its field, its type hint, whether it may be null, and how it is read off."""

    name: str
    of: str
    hint: Any
    shape: Shape
    null: bool
    take: _Take


def columns(kind: type, without: Collection[str] = ()) -> tuple[Column, ...]:
    """The columns of records of type ``kind``, in order; without those of the fields named."""
    return _columns(cast("Hashable", kind), frozenset(without))


@cache
def _columns(key: Hashable, without: frozenset[str]) -> tuple[Column, ...]:
    kind = cast("type", key)
    hints = get_type_hints(kind)
    ordered: list[Field[Any]] = []
    for one in sorted(fields(kind), key=lambda f: _told(f).after is not None):
        after = _told(one).after
        at = len(ordered) if after is None else [f.name for f in ordered].index(after) + 1
        ordered.insert(at, one)
    shown = [f for f in ordered if f.name not in without and not _told(f).left_out]
    return tuple(c for f in shown for c in _columns_of(f, hints[f.name]))


def row(record: object, without: Collection[str] = ()) -> Row:
    """A record as JSON holds it."""
    return {c.name: c.take(getattr(record, c.of)) for c in columns(type(record), without)}


def shapes(kind: type, without: Collection[str] = ()) -> dict[str, Shape]:
    """Column -> shape."""
    return {c.name: c.shape for c in columns(kind, without)}


def json_schema(kind: type, without: Collection[str] = ()) -> dict[str, Any]:
    """The rows of ``kind`` in JSON Schema, draft 2020-12."""
    found = columns(kind, without)
    return {
        "type": "object",
        "properties": {c.name: _json_schema(c.hint, c.null, c.shape) for c in found},
        "required": [c.name for c in found],
    }


def _told(one: Field[Any]) -> _Told:
    told: _Told = one.metadata.get(_KEY, _Told())
    return told


def _columns_of(one: Field[Any], hint: Any) -> Iterator[Column]:  # noqa: ANN401 - type hints are no types
    told = _told(one)
    bare, null = _bare(hint)
    if told.parts is not None:
        inner = get_type_hints(bare)
        for name, part in told.parts.items():
            kind, open_ = _bare(inner[part])
            yield Column(name, one.name, kind, _shape(kind), open_, _part(part))
        return
    shape = shapes(bare, _others(bare, told.only)) if told.only else _shape(bare)
    take = _taking(bare, told)
    yield Column(told.name or one.name, one.name, bare, shape, null, _or_none(take) if null else take)


def _others(kind: type, only: tuple[str, ...]) -> frozenset[str]:
    """The fields besides ``only``."""
    return frozenset(f.name for f in fields(kind)) - set(only) if only else frozenset()


def _or_none(take: _Take) -> _Take:
    return lambda value: None if value is None else take(value)


def _part(name: str) -> _Take:
    return lambda value: getattr(value, name)


def _bare(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - type hints are no types
    """A hint without None, and whether None was in it."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    (inner,) = (a for a in get_args(hint) if a is not NoneType)
    return inner, True


def _shape(hint: Any) -> Shape:  # noqa: ANN401 - type hints are no types
    bare, _ = _bare(hint)
    origin, args = get_origin(bare), get_args(bare)
    if is_dataclass(bare) and isinstance(bare, type):
        return shapes(bare)
    if origin is Literal:
        return "str"
    if origin is tuple:
        return [_shape(args[0])]
    if origin is not None:
        return {"*": _shape(args[1])}
    return {str: "str", int: "int", float: "float", bool: "bool"}[bare]


def _taking(hint: Any, told: _Told) -> _Take:  # noqa: ANN401 - type hints are no types
    """How a value is read off; what the field says applies to the value itself, not to what it holds."""
    if told.digits is not None:
        return lambda value: round(value, told.digits)
    if told.by_key:
        plain = _plain(hint)
        return lambda value: dict(sorted(plain(value).items()))
    if told.only:
        without = _others(hint, told.only)
        return lambda value: row(value, without)
    return _plain(hint)


@cache
def _plain(hint: Any) -> _Take:  # noqa: ANN401 - type hints are no types
    """How to turn a value into what JSON holds; built once per type hint."""
    bare, null = _bare(hint)
    if null:
        return _or_none(_plain(bare))
    origin, args = get_origin(bare), get_args(bare)
    if is_dataclass(bare):
        return row
    if origin is tuple:
        inner = _plain(args[0])
        return lambda value: [inner(v) for v in value]
    if origin is not None and origin is not Literal:
        inner = _plain(args[1])
        return lambda value: {k: inner(v) for k, v in value.items()}
    return lambda value: value


def _json_schema(hint: Any, null: bool, shape: Shape) -> dict[str, Any]:  # noqa: ANN401 - type hints are no types
    found = _json_type(hint, shape)
    return {"anyOf": [found, {"type": "null"}]} if null else found


def _json_type(hint: Any, shape: Shape) -> dict[str, Any]:  # noqa: ANN401 - type hints are no types
    bare, null = _bare(hint)
    if null:
        return _json_schema(bare, null, shape)
    origin, args = get_origin(bare), get_args(bare)
    if is_dataclass(bare) and isinstance(bare, type):
        return json_schema(bare, frozenset(c.of for c in columns(bare) if c.name not in shape))
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _json_type(args[0], shape[0])}
    if origin is not None:
        return {"type": "object", "additionalProperties": _json_type(args[1], shape["*"])}
    return {"type": {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}[shape]}
