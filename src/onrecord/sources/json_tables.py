"""Tables as programs write them into JSON: by columns, or as rows without names below a row of names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.languages.fields import field_of

_FEWEST = 2


def rows_of(value: object) -> object:
    """``value``; a table in it as a list of its rows, each under the names of the columns."""
    if isinstance(value, Mapping):
        names, data = value.get("columns"), value.get("data")
        if isinstance(names, list) and isinstance(data, list):
            return _named(names, data)
        if _names_a_text(list(value)):
            return _by_columns({str(key): column for key, column in value.items()})
    if isinstance(value, list) and len(value) >= _FEWEST and isinstance(value[0], list):
        return _named(value[0], value[1:]) if _names_a_text(value[0]) else value
    return value


def _named(names: Sequence[object], rows: Sequence[object]) -> object:
    """Rows under ``names``; a name may itself be an object that has one."""
    keys = [str(name.get("name", "")) if isinstance(name, Mapping) else str(name) for name in names]
    return [dict(zip(keys, row, strict=False)) if isinstance(row, list) else row for row in rows]


def _names_a_text(names: Sequence[object]) -> bool:
    found = {field_of(name) for name in names if isinstance(name, str)}
    return "text" in found and len(found - {None}) >= _FEWEST


def _by_columns(columns: Mapping[str, object]) -> object:
    """The rows of columns that all have the same places: numbers of rows, or a list of as many."""
    filled = [column for column in columns.values() if isinstance(column, (Mapping, list))]
    if len(filled) < len(columns) or not filled:
        return dict(columns)
    if all(isinstance(column, Mapping) for column in filled):
        places = {tuple(map(str, column)) for column in filled}
        is_table = len(places) == 1 and all(place.isdigit() for place in next(iter(places)))
    else:
        is_table = all(isinstance(column, list) for column in filled) and len({len(c) for c in filled}) == 1
        is_table = is_table and all(isinstance(cell, str) for cell in _cells(columns))
    if not is_table:
        return dict(columns)
    cells = [list(c.values()) if isinstance(c, Mapping) else list(c) for c in filled]
    return [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]


def _cells(columns: Mapping[str, object]) -> list[object]:
    """The cells of the columns that name a text or a title."""
    named = (column for key, column in columns.items() if field_of(key) in ("text", "title"))
    return [cell for column in named if isinstance(column, list) for cell in column]
