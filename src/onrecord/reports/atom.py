"""News as an Atom feed (RFC 4287), for any reader of feeds; every character of others is text in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news: its identifier, its words, when it came, and where it is shown."""

    id: str
    title: str
    summary: str
    updated: str
    href: str


def feed(title: str, address: str, updated: str, entries: Sequence[Entry]) -> bytes:
    """A feed as XML.

    Args:
        title: what it is called.
        address: where the feed itself is, which is its id.
        updated: when it last changed (RFC 3339).
        entries: the latest first.
    """
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed")
    _put(root, "title", title)
    _put(root, "id", address)
    _put(root, "updated", updated)
    _link(root, address, "self")
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _put(author, "name", "OnRecord")
    for entry in entries:
        item = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _put(item, "title", entry.title)
        _put(item, "id", entry.id)
        _put(item, "updated", entry.updated)
        _put(item, "summary", entry.summary)
        _link(item, entry.href, "alternate")
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written


def _put(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _link(parent: ET.Element, href: str, relation: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", rel=relation, href=_UNWRITABLE.sub("", href))
