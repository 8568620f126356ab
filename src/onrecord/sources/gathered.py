"""Pages that hold several articles: what a news database gives as one file, a search's results in full.

Such a page has no story of its own: its articles are read as texts, each with the lines above its body.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.errors import ItemError
from onrecord.records import RawDocument, Span
from onrecord.sources.letters import letters
from onrecord.sources.markup import element_text, has_text
from onrecord.sources.page_body import heading_of
from onrecord.sources.plain_text import documents_in, is_counted

# What each of several articles has at least; a card that leads to one has less.
_SHORTEST = 250


def gathered_items(
    root: etree._Element, title: str, where: str, data: bytes
) -> Iterator[RawDocument | ItemError]:
    """The articles of a page that gathers several, none where it is one story's."""
    body = next(iter(root.iter("body")), root)
    text = element_text(body)
    if is_counted(text):
        yield from documents_in(text, where, data, "text/html")
        return
    parts = list(map(element_text, _parts(root, title)))
    if parts:
        yield from documents_in("\f".join(parts), where, data, "text/html", regions=_regions(parts))


def _regions(parts: list[str]) -> list[Span]:
    """Where each of ``parts`` lies in all of them, one character between."""
    ends = list(accumulate(len(part) + 1 for part in parts))
    return [Span(end - len(part) - 1, end - 1) for part, end in zip(parts, ends, strict=True)]


def _parts(root: etree._Element, title: str) -> list[etree._Element]:
    """Two articles or more beside each other, each as long as one, where the page has no story of its own."""
    if _is_one_story(root, title):
        return []
    nodes = root.iter("article")
    found = [node for node in nodes if not any(above.tag == "article" for above in node.iterancestors())]
    if len(found) < 2 or len({node.getparent() for node in found}) > 1:
        return []
    if not all(has_text(node, _SHORTEST) for node in found):
        return []
    called = letters(title)
    lines = (letters(line) for node in found for line in element_text(node).split("\n")[:12])
    return [] if any(len(line) >= 8 and line in called for line in lines) else found


def _is_one_story(root: etree._Element, title: str) -> bool:
    """Whether the page says that it is one article's: by its kind, or by a heading that is its title."""
    if any(
        node.get("property") == "og:type" and node.get("content") == "article" for node in root.iter("meta")
    ):
        return True
    heading = heading_of(root, title)
    return heading is not None and letters(heading.text_content()) in letters(title)
