"""The bill of materials names every package of the lock once, with hashes, and what ships has a licence."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
LOCK = (HOME / "requirements" / "dev.lock").read_text("utf-8")


@pytest.fixture(scope="module")
def sbom():
    sys.path.insert(0, str(HOME / "tools"))
    try:
        import sbom as module
    finally:
        sys.path.pop(0)
    return module


@pytest.fixture(scope="module")
def bill(sbom):
    return sbom.bill(LOCK, tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"])


def test_every_line_of_the_lock_is_a_component_with_hashes(bill):
    pinned = {line.split(" ")[0] for line in LOCK.splitlines() if "==" in line and line[0] not in " #"}
    assert {f"{c['name']}=={c['version']}" for c in bill["components"]} == pinned
    assert all(c["properties"] for c in bill["components"])
    json.dumps(bill)


def test_what_ships_is_told_from_what_work_needs(bill):
    scopes = {c["name"]: c["scope"] for c in bill["components"]}
    assert scopes["lxml"] == scopes["trafilatura"] == scopes["certifi"] == "required"
    assert scopes["openpyxl"] == "optional"
    assert scopes["pytest"] == scopes["ruff"] == "excluded"


def test_what_the_project_asks_for_has_a_licence(sbom, bill):
    licences = {c["name"]: c.get("licenses") for c in bill["components"]}
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    assert [name for line in project["dependencies"] if not licences[name := sbom.plain(line)]] == []


def test_a_licence_s_text_is_no_name(sbom):
    assert "\n" not in sbom.licence("pytest")
    assert sbom.licence("no-such-package-at-all") == ""


def test_each_dependency_has_its_reason_and_licence_on_the_page():
    page = (HOME / "docs/decisions/0002-dependencies.md").read_text("utf-8").casefold()
    asked = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))
    groups = [*asked["project"]["optional-dependencies"].values(), *asked["dependency-groups"].values()]
    lines = [*asked["project"]["dependencies"], *(x for group in groups for x in group if isinstance(x, str))]
    names = {re.match(r"[\w.-]+", line)[0] for line in lines} - {"onrecord"}
    assert len(names) > 40
    licensed = r"\b.{0,80}\((?:a )?(?:mit|bsd|apache|mpl)\b"
    assert [name for name in sorted(names) if not re.search(rf"\b{re.escape(name)}{licensed}", page)] == []
