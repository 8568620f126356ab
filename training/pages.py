"""Real pages with gold, as lines with the labels each may have: what is known of them without a reader."""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped] # lxml ships no types

from onrecord.articles.features import fold
from onrecord.articles.tagging import LABELS
from onrecord.sources.markup import element_text

Page = tuple[list[tuple[str, frozenset[str]]], str | None]

_PAGE = re.compile(r"(.+)_\d{4}_\d\d_\d\d\.html\.gz")
_BODY = frozenset(("body",))
_LEAD = frozenset(("body", "subheadline", "note"))
_HEADING = frozenset(("heading", "body"))
_TITLE = frozenset(("headline",))
_TITLE_AGAIN = frozenset(("headline", "related", "section", "navigation", "caption", "page"))
_REST = frozenset(LABELS) - {"body", "headline", "heading", "subheadline"}
_EITHER = frozenset(LABELS) - {"headline"}
_MOST_LINES = 300
_LONG = 60


def pages(archive: Path) -> Iterator[Page]:
    """Every gold page that can be read, rendered to text: the whole page, then the gold's lines alone."""
    with tarfile.open(archive) as tar:
        members = {member.name: member for member in tar.getmembers() if member.isfile()}
        for name in sorted(members):
            match = _PAGE.fullmatch(PurePosixPath(name).name)
            gold_name = str(PurePosixPath(name).with_name(f"{match.group(1)}.json")) if match else ""
            if gold_name not in members:
                continue
            page, gold = tar.extractfile(members[name]), tar.extractfile(members[gold_name])
            if page is None or gold is None:
                continue
            text = _rendered(gzip.decompress(page.read()))
            for version in list(json.load(gold).values())[:1]:
                marked = labelled(text, version)
                if sum(sets == _BODY for _, sets in marked) >= 3:
                    yield marked[:_MOST_LINES], None


def _rendered(data: bytes) -> str:
    try:
        root = lxml_html.document_fromstring(data)
    except (ValueError, lxml_html.etree.LxmlError):
        return ""
    body = root.find("body")
    return element_text(body) if body is not None else ""


def labelled(text: str, gold: Mapping[str, Any]) -> list[tuple[str, frozenset[str]]]:
    """Each line of ``text`` with the labels that the gold leaves open."""
    title = fold(gold["title"] or "")
    parts = {fold(p) for s in gold["body"]["sections"] for p in s["paragraphs"]}
    summary = {fold(p) for p in gold["body"]["summary"]}
    headings = {fold(h) for s in gold["body"]["sections"] for h in s["headline"]}
    everything = " ".join(parts)
    found: list[tuple[str, frozenset[str]]] = []
    titled = False
    for line in (line.strip() for line in text.split("\n")):
        key = fold(line)
        if not line:
            continue
        if key and key == title:
            found.append((line, _TITLE_AGAIN if titled else _TITLE))
            titled = True
        else:
            found.append((line, _sets(key, parts, summary, headings, everything)))
    return found


def _sets(
    key: str, parts: set[str], summary: set[str], headings: set[str], everything: str
) -> frozenset[str]:
    if key in parts:
        return _BODY
    if key in summary:
        return _LEAD
    if key in headings:
        return _HEADING
    if len(key) >= _LONG and (key in everything or any(p and len(p) > _LONG and p in key for p in parts)):
        return _EITHER
    return _REST
