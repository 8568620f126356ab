"""Channels that a messenger exports as a page: each message that is long enough is an article of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.records import RawDocument, Span
from onrecord.sources.markup import element_text

_FEWEST = 2
# A message of fewer characters is a remark, or a line that leads elsewhere.
_SHORTEST = 200


def chat_items(root: etree._Element, where: str, data: bytes) -> Iterator[RawDocument]:
    """The messages of an exported channel, none where the page is no such export.

    A message is a block of the class ``message`` with blocks of the classes ``text`` and ``date`` within, the
    moment in the latter's title; who wrote it (``from_name``) may stand above the first of several only.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    writer, found = "", []
    for node in root.iter("div"):
        if "message" not in _classes(node):
            continue
        words, date, name = (_inner(node, kind) for kind in ("text", "date", "from_name"))
        writer = element_text(name).strip() if name is not None else writer
        if words is not None and date is not None and date.get("title"):
            found.append((element_text(words).strip(), date.get("title"), writer))
    if len(found) < _FEWEST:
        return
    for item, (text, date, outlet) in enumerate(each for each in found if len(each[0]) >= _SHORTEST):
        fields = {"date": date} | ({"outlet": outlet} if outlet else {})
        yield RawDocument(where, item, sha256, "text/html", text, Span(0, len(text)), fields, data)


def _classes(node: etree._Element) -> list[str]:
    return (node.get("class") or "").split()


def _inner(node: etree._Element, kind: str) -> etree._Element | None:
    return next((inner for inner in node.iter("div") if kind in _classes(inner)), None)
