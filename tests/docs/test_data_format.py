"""Every field of every table is documented, with the values it may have, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from onrecord.records import schema
from onrecord.reports.tables import TABLES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "data-format.md").read_text("utf-8")


def documented(table):
    section = re.search(rf"^## {table}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)[1]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith(("| `", "| **"))]
    names = set(re.findall(r"`([a-z0-9_]+)`", " ".join(cells)))
    taken = re.findall(r"[Aa]ll\s+fields\s+of `(\w+)`", section)
    return names.union({"producer"} if "`producer`" in section else set(), *map(documented, taken))


def test_every_table_has_a_section():
    assert [t for t in re.findall(r"^## (\w+)$", PAGE, re.MULTILINE) if t != "run"] == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_fields_match(table):
    assert documented(table) == set(TABLES[table].shapes)


@pytest.mark.parametrize("table", TABLES)
def test_every_value_that_a_field_may_have_is_named_in_its_row(table):
    columns = schema.columns(TABLES[table].record, TABLES[table].without)
    told = [c for c in columns if get_origin(c.hint) is Literal]
    missing = [
        f"{c.name}: {value}"
        for c in told
        for value in get_args(c.hint)
        if not re.search(rf"\b{value}\b", row(table, c.name))
    ]
    assert missing == []


def row(table, field):
    """The line of the table that explains ``field``, be it in the section whose fields this one takes."""
    section = re.search(rf"^## {table}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)[1]
    for line in section.splitlines():
        if line.startswith("| ") and f"`{field}`" in line.split("|")[1]:
            return line
    return "".join(row(other, field) for other in re.findall(r"[Aa]ll\s+fields\s+of `(\w+)`", section))
