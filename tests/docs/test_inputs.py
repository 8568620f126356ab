"""The page on inputs names every field name and every limit that the code knows."""

from __future__ import annotations

from pathlib import Path

from onrecord.languages.furniture import FIELD_NAMES
from onrecord.sources import limits

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "inputs.md").read_text("utf-8")


def test_every_known_field_name_is_listed():
    for part, names in FIELD_NAMES.items():
        assert f"| `{part}` | {', '.join(names)} |" in PAGE


def test_limits_are_those_of_the_code():
    assert f"| {limits.MAX_WHOLE_FILE // limits.MIB} MB |" in PAGE
    assert f"| {limits.MAX_ROW // limits.MIB} MB |" in PAGE
    assert f"| {limits.MAX_ARTICLE // limits.MIB} M characters |" in PAGE
    assert f"| {limits.MAX_GZIP_RATIO} times its size |" in PAGE
