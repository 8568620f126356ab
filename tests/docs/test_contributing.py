"""What the guides say about where things are is so: every path and name they give is there."""

from __future__ import annotations

import importlib
import importlib.util
import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from onrecord import languages
from onrecord.records import ConflictKind
from onrecord.records.findings import FindingKind
from onrecord.records.relations import RelationMatter
from onrecord.reports import EXPORTS
from onrecord.sources import reading, sniffing

ROOT = Path(__file__).parents[2]
GUIDES = ("README.md", "CONTRIBUTING.md")
# Where a path in a table may begin, and made by `make`, not kept.
HOMES = ("", "src/onrecord", "src/onrecord/languages", "src/onrecord/languages/english")
MADE = ("brief", ".venv", "tables")


def spoken(guide):
    """What stands in backquotes in the tables and lists of a guide."""
    lines = [x for x in (ROOT / guide).read_text("utf-8").splitlines() if x.startswith(("|", "-", "`"))]
    return sorted({m for line in lines for m in re.findall(r"`([^`\s]+)`", line)})


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_is_there(guide):
    paths = [
        re.sub(r"<\w+>", "english", p)
        for p in spoken(guide)
        if ("/" in p or p.endswith((".py", ".md", ".toml", ".json"))) and not p.startswith(MADE)
    ]
    assert len(paths) > 5
    missing = [p for p in paths if not any(any((ROOT / home).glob(p.rstrip("/"))) for home in HOMES)]
    assert missing == []


@pytest.mark.parametrize("guide", [*GUIDES, "docs/architecture.md", "docs/terms.md"])
def test_every_dotted_name_is_there(guide):
    for name in spoken(guide):
        if re.fullmatch(r"[a-z_]+\.[A-Za-z_]+", name) and not name.endswith((".py", ".md", ".toml", ".json")):
            module, attribute = name.split(".")
            if importlib.util.find_spec(f"onrecord.{module}") is None:
                continue  # a variable of the text ("view.article")
            home = importlib.import_module(f"onrecord.{module}")
            assert hasattr(home, attribute) or importlib.util.find_spec(f"onrecord.{name}"), name


def test_every_make_target_that_is_spoken_of_exists():
    made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    guides = [*GUIDES, "docs/quality.md"]
    asked = {
        m
        for g in guides
        for m in re.findall(r"(?<![\w`])(?:\$ |`)make ([a-z]+)", (ROOT / g).read_text("utf-8"))
    }
    assert asked
    assert asked <= made


def test_every_folder_is_on_the_map_and_every_module_in_a_layer():
    home = ROOT / "src" / "onrecord"
    guide = (ROOT / "README.md").read_text("utf-8")
    assert {
        path.parent.name for path in home.glob("*/__init__.py") if f"{path.parent.name}/" not in guide
    } == set()
    layers = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    told = set(re.findall(r"`(\w+)`", layers[layers.index("| layer |") :]))
    assert {path.stem for path in home.glob("*.py") if not path.stem.startswith("__")} - told == set()


def test_what_can_clash_is_a_conflict_and_a_finding():
    assert set(get_args(RelationMatter)) - {"condition"} == set(get_args(ConflictKind))
    assert set(get_args(ConflictKind)) <= set(get_args(FindingKind))


def test_every_format_that_is_told_apart_is_read():
    assert set(get_args(sniffing.Format)) == set(reading._READERS)


def test_every_export_has_its_row():
    page = (ROOT / "docs" / "howto" / "exports.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == set(EXPORTS)


def test_every_decision_is_in_the_list():
    home = ROOT / "docs" / "decisions"
    listed = re.findall(r"^\| \[\d{4}\]\(([^)]+)\)", (home / "README.md").read_text("utf-8"), re.MULTILINE)
    assert listed == sorted(p.name for p in home.glob("[0-9]*.md"))
    heads = {p.name: p.read_text("utf-8").partition("\n")[0] for p in home.glob("[0-9]*.md")}
    assert [name for name, head in heads.items() if not head.startswith(f"# {name[:4]}: ")] == []


@pytest.mark.parametrize(("folder", "begins"), [("evals", "def measure("), ("benchmarks", "def main(")])
def test_every_script_that_measures_is_in_the_list_of_its_folder(folder, begins):
    told = set(re.findall(r"`(\w+)(?:\.py)?`", (ROOT / folder / "README.md").read_text("utf-8")))
    scripts = {p.stem for p in (ROOT / folder).glob("*.py") if begins in p.read_text("utf-8")}
    assert scripts
    assert scripts - told == set()


def test_no_stage_may_import_any_language():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    forbidden = {module for contract in contracts for module in contract.get("forbidden_modules", ())}
    assert {f"onrecord.languages.{folder}" for folder in languages._FOLDERS.values()} <= forbidden
