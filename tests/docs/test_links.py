"""Every link between the pages leads to a file, and to a heading in it; the notebook's contents are complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = (
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "evals/README.md",
    "benchmarks/README.md",
    "training/README.md",
    "examples/README.md",
)
DOCUMENTS = sorted([*(ROOT / guide for guide in GUIDES), *(ROOT / "docs").rglob("*.md")])


def test_every_relative_link_leads_somewhere():
    link = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
    code = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
    prose = {path: code.sub("", path.read_text("utf-8")) for path in DOCUMENTS}
    targets = [(path, target) for path, text in prose.items() for target in link.findall(text)]
    assert [(str(p), t) for p, t in targets if not (p.parent / t).exists()] == []


def anchors(path):
    """The names under which a page's headings can be linked to, as GitHub makes them."""
    heads = re.findall(
        r"^#+ (.+)$", re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_to_a_heading_leads_to_one(path):
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", path.read_text("utf-8"))
    pages = [(path.parent / page if page else path, anchor) for page, anchor in links]
    lost = [f"{page.name}#{anchor}" for page, anchor in pages if anchor not in anchors(page)]
    assert lost == []


def test_the_notebooks_contents_have_the_sections():
    """Three may wait for their line: several people write in it at once."""
    page = (ROOT / "docs" / "notebook.md").read_text("utf-8")
    listed = re.findall(r"^  - \[(.+)\]\(#", page, re.MULTILINE)
    heads = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert set(listed) <= set(heads)
    assert len(set(heads) - set(listed)) <= 3
