"""Scanned pages as readers of print write them into XML: ALTO, PAGE, ABBYY, DjVu and pdf2xml.

All agree in the shape: blocks hold lines, lines hold words or characters; of a block its lines are kept as
they were printed, blocks stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.sources.markup import local_name

# Root -> the elements that are its blocks and its lines.
_KINDS = {
    "alto": ("textblock", "textline"),
    "pcgts": ("textregion", "textline"),
    "document": ("par", "line"),
    "djvuxml": ("paragraph", "line"),
    "pdf2xml": ("page", "text"),
}
# What is printed on a page and is no text: of one line each, at its edges.
_EDGES = frozenset(("header", "footer", "page-number", "signature-mark", "catch-word"))
# A line that starts so much lower than the one above, in lines' heights, begins a paragraph.
_APART = 1.6
_FIGURES = re.compile(r"[0-9]{1,9}")


def scanned_text(root: etree._Element) -> str:
    """The lines of a scanned page, its blocks apart; ``""`` if ``root`` is not one. Hyphens are kept."""
    names = _KINDS.get(local_name(root))
    if names is None:
        return ""
    block, line = names
    blocks = (node for node in root.iter() if local_name(node) == block and node.get("type") not in _EDGES)
    read = _placed if local_name(root) == "pdf2xml" else _printed
    return "\n\n".join(filter(None, ("\n".join(read(node, line)) for node in blocks)))


def _printed(block: etree._Element, line: str) -> Iterator[str]:
    return filter(None, (_words(node) for node in block.iter() if local_name(node) == line))


def _placed(page: etree._Element, line: str) -> Iterator[str]:
    """Lines of which only their places are known: a gap between two is a blank line."""
    lines = [node for node in page.iter() if local_name(node) == line]
    places = [(_number(node, "top"), _number(node, "height")) for node in lines]
    gaps = [
        False,
        *(below - above > _APART * max(1, height) for (above, height), (below, _) in pairwise(places)),
    ]
    for node, gap in zip(lines, gaps, strict=False):
        if gap:
            yield ""
        if words := " ".join("".join(node.itertext()).split()):
            yield words


def _number(node: etree._Element, name: str) -> int:
    found = _FIGURES.fullmatch(node.get(name) or "")
    return int(found.group()) if found is not None else 0


def _words(line: etree._Element) -> str:
    """The words of a line: strings in attributes, its own transcript, its words, or its characters."""
    if strings := _parts(line, "string"):
        words = " ".join(node.get("CONTENT") or "" for node in strings)
        return words + ("-" if _parts(line, "hyp") else "")
    if own := _parts(line, "textequiv"):
        return _text(own[0])
    if inner := _parts(line.iter(), "word"):
        return " ".join(filter(None, map(_text, inner)))
    characters = "".join(node.text or " " for node in _parts(line.iter(), "charparams"))
    return " ".join(characters.split()) if characters else _text(line)


def _parts(nodes: Iterable[etree._Element], name: str) -> list[etree._Element]:
    return [node for node in nodes if local_name(node) == name]


def _text(node: etree._Element) -> str:
    """All text in a node, with one space where it has several."""
    return " ".join("".join(node.itertext()).split())
