"""Pages that a script draws: the article in the data that the page carries for its script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.languages.fields import field_of
from onrecord.sources.block_text import with_texts
from onrecord.sources.letters import letters
from onrecord.sources.nested import articles_in
from onrecord.sources.objects import name_in
from onrecord.sources.rows import text_of
from onrecord.sources.unboxed import unboxed

# Data that a script sets: ``window.__STATE__ = {…};``
_SET = re.compile(r"\s*(?:window|self|globalThis)?\.?[\w$.\[\]\"']{1,60}\s*=\s*(?=[{\[])")
# So deep stands an article in what frameworks hand to a page.
_DEEP = 8
# Below this it is a teaser.
_SHORTEST = 160


def carried_article(root: etree._Element, title: str) -> dict[str, object]:
    """The article that a page's scripts carry, by the page's title, else the only one; empty for none."""
    rows = [
        row
        for value in _data(root)
        for row in articles_in(with_texts(unboxed(value)), _DEEP, {})
        if isinstance(row, dict) and len(text_of(row)) >= _SHORTEST
    ]
    wanted = letters(title)
    titled = [row for row in rows if (own := letters(_title(row))) and (own in wanted or wanted in own)]
    found = titled or (rows if len(rows) == 1 else [])
    return max(found, key=lambda row: len(text_of(row)), default={})


def _data(root: etree._Element) -> Iterator[object]:
    """What the page's scripts carry as JSON."""
    for node in root.iter("script"):
        words = node.text or ""
        kind = (node.get("type") or "").split(";")[0].strip().lower()
        if "json" in kind and "ld+json" not in kind:
            start = 0
        elif (found := _SET.match(words)) is not None:
            start = found.end()
        else:
            continue
        try:
            yield json.JSONDecoder(strict=False).raw_decode(words[start:].lstrip())[0]
        except (ValueError, RecursionError):
            continue


def _title(row: Mapping[str, object]) -> str:
    value = next((part for key, part in row.items() if field_of(str(key)) == "title"), "")
    if isinstance(value, Mapping):
        return name_in({str(key): part for key, part in value.items()}) or ""
    return str(value)
