"""Tables as programs write them into JSON: by columns, or as rows without names below a row of names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.languages.fields import field_of

_FEWEST = 2
# A day as a script writes it: its months count from nought.
_SCRIPT_DAY = re.compile(r"Date\((\d{4}),\s?(\d{1,2}),\s?(\d{1,2})\b[\d, ]{0,40}\)")


def rows_of(value: object) -> object:
    """``value``; a table in it as a list of its rows, each under the names of the columns."""
    if isinstance(value, Mapping):
        if (cells := _cells_of(value.get("table"))) is not None:
            return _named(*cells)
        names, data = value.get("columns"), value.get("data")
        if isinstance(names, list) and isinstance(data, list):
            return _named(names, data)
        if _names_a_text(list(value)):
            return _by_columns({str(key): column for key, column in value.items()})
    if isinstance(value, list) and len(value) >= _FEWEST and isinstance(value[0], list):
        return _named(value[0], value[1:]) if _names_a_text(value[0]) else value
    return value


def _cells_of(table: object) -> tuple[list[object], list[object]] | None:
    """The names and rows of a sheet as a service answers for it: every cell an object with its value."""
    names, rows = (table.get("cols"), table.get("rows")) if isinstance(table, Mapping) else (None, None)
    if not isinstance(names, list) or not isinstance(rows, list):
        return None
    labels = [
        name.get("label") or name.get("id") or "" if isinstance(name, Mapping) else "" for name in names
    ]
    cells = [row.get("c") if isinstance(row, Mapping) else None for row in rows]
    return labels, [[_cell(each) for each in row] if isinstance(row, list) else row for row in cells]


def _cell(value: object) -> object:
    held = value.get("v") if isinstance(value, Mapping) else value
    day = _SCRIPT_DAY.fullmatch(held) if isinstance(held, str) else None
    return f"{day[1]}-{int(day[2]) + 1:02d}-{int(day[3]):02d}" if day is not None else held


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
    if len(filled) < len(columns) or not (_are_numbered(filled) or _are_lists(filled, columns)):
        return dict(columns)
    cells = [list(c.values()) if isinstance(c, Mapping) else list(c) for c in filled]
    return [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]


def _are_numbered(filled: Sequence[object]) -> bool:
    """Whether all columns have their cells under the same numbers of rows."""
    places = {tuple(map(str, column)) if isinstance(column, Mapping) else None for column in filled}
    numbers = places.pop() if len(places) == 1 else None
    return numbers is not None and all(number.isdigit() for number in numbers)


def _are_lists(filled: Sequence[object], columns: Mapping[str, object]) -> bool:
    """Whether all columns are lists of one length, those of texts and titles of nothing but words."""
    sizes = {len(column) if isinstance(column, list) else None for column in filled}
    return len(sizes) == 1 and None not in sizes and all(isinstance(cell, str) for cell in _cells(columns))


def _cells(columns: Mapping[str, object]) -> list[object]:
    """The cells of the columns that name a text or a title."""
    named = (column for key, column in columns.items() if field_of(key) in ("text", "title"))
    return [cell for column in named if isinstance(column, list) for cell in column]
