"""Every field of every table is documented, and nothing else is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from onrecord.reports.tables import TABLES

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "onrecord" / "reports" / "tables.py"
PAGE = (ROOT / "docs" / "data-format.md").read_text("utf-8")
BUILDERS = {
    "articles": "article_row",
    "timexes": "timex_row",
    "statements": "statement_row",
    "speakers": "speaker_row",
    "stories": "story_row",
    "utterances": "utterance_row",
    "origins": "origin_row",
    "timeline": "timeline_row",
    "chronicle": "chronicle_row",
    "conflicts": "conflict_row",
    "positions": "position_row",
    "silences": "silence_row",
}


def written(builder):
    tree = ast.parse(SOURCE.read_text("utf-8"))
    function = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == builder)
    row = next(n.value for n in function.body if isinstance(n, ast.Return))
    own = {key.value for key in row.keys if key is not None}
    # A row may take over another's fields: {**timeline_row(entry), ...}.
    taken = [value.func.id for key, value in zip(row.keys, row.values, strict=True) if key is None]
    return own.union(*map(written, taken))


def documented(table):
    section = re.search(rf"^## {table}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)[1]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith(("| `", "| **"))]
    names = set(re.findall(r"`([a-z0-9_]+)`", " ".join(cells)))
    taken = re.findall(r"[Aa]ll\s+fields\s+of `(\w+)`", section)
    return names.union({"producer"} if "`producer`" in section else set(), *map(documented, taken))


def test_every_table_has_a_builder_and_a_section():
    assert set(TABLES) == set(BUILDERS)


@pytest.mark.parametrize("table", BUILDERS)
def test_fields_match(table):
    assert documented(table) == written(BUILDERS[table])
