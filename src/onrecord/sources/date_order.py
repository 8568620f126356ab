"""Days written in numbers (``03/04/2021``): whether a column, or a page's country, puts the day first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import wraps
from itertools import chain
from typing import Literal, ParamSpec
from urllib.parse import urlsplit

from onrecord.errors import ItemError
from onrecord.records import RawDocument

Order = Literal["day first", "month first"]
Found = RawDocument | ItemError
P = ParamSpec("P")

FIELD = "date_order"
_NUMERIC = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?!\d)")
# Rows looked at before the first is handed on: by then a column has shown a day past the twelfth (the chance
# that 200 days do not is nil, that 20 do not 1 in 8,000).
_ROWS, _CHARS, _WITHOUT = 200, 2_000_000, 20
# Names of columns in languages that all put the day first.
_COLUMNS = frozenset(
    ("fecha", "datum", "erscheinungsdatum", "titular", "título", "titulo", "titolo", "titre", "titel")
)
# Where days are written in numbers month first; elsewhere English puts the day first.
_MONTH_FIRST = frozenset(("us", "ph"))
_DAY_FIRST = frozenset("gb uk ie au nz in za ke ng gh pk sg my hk mt de fr it es nl be at ch pl pt".split())  # noqa: SIM905


def of_columns(reader: Callable[P, Iterator[Found]]) -> Callable[P, Iterator[Found]]:
    """A reader of rows whose documents say how their column of days is written, where its rows show it."""

    @wraps(reader)
    def ordered(*args: P.args, **options: P.kwargs) -> Iterator[Found]:
        rows = reader(*args, **options)
        first: list[Found] = []
        failed: Exception | None = None
        try:
            first.extend(_sample(rows))
        except Exception as error:  # noqa: BLE001 - raised below, behind the rows that were read before
            failed = error
        order = _order_of(first)
        everything = chain(first, rows)
        yield from everything if order is None else (_marked(row, order) for row in everything)
        if failed is not None:
            raise failed

    return ordered


def _sample(rows: Iterator[Found]) -> Iterator[Found]:
    """The first rows, as many as are needed to see how the column is written."""
    size = numeric = 0
    for count, row in enumerate(rows, 1):
        yield row
        if isinstance(row, RawDocument):
            size += len(row.text)
            numeric += _NUMERIC.match(row.fields.get("date", "")) is not None
        if count >= _ROWS or size >= _CHARS or (count >= _WITHOUT and not numeric):
            return


def of_names(names: Iterable[str], written: str) -> dict[str, str]:
    """The field that says how ``written`` is meant, where the columns' names show it; else none."""
    shows = not _COLUMNS.isdisjoint(name.strip().lower() for name in names)
    return {FIELD: "day first"} if shows and _NUMERIC.match(written) else {}


def _order_of(rows: Iterable[Found]) -> Order | None:
    """What the days past the twelfth say; None where there are none, or they disagree."""
    days = (_NUMERIC.match(row.fields.get("date", "")) for row in rows if isinstance(row, RawDocument))
    found = {order for match in days if match and (order := _shown(int(match[1]), int(match[2])))}
    return found.pop() if len(found) == 1 else None


def _shown(first: int, second: int) -> Order | None:
    if first > 12 >= second:
        return "day first"
    return "month first" if second > 12 >= first else None


def _marked(row: Found, order: Order) -> Found:
    if isinstance(row, ItemError) or not _NUMERIC.match(row.fields.get("date", "")):
        return row
    return replace(row, fields=dict(row.fields) | {FIELD: order})


def of_country(language: str, url: str) -> Order | None:
    """How a page's country writes its days, by the page's language tag (``en-US``), else by its domain."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    region = language.replace("_", "-").lower().partition("-")[2] or host.rpartition(".")[2].lower()
    if region in _MONTH_FIRST:
        return "month first"
    return "day first" if region in _DAY_FIRST else None
