"""Debates as parliaments keep them in XML: who spoke, and what; one document under each main heading."""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.records import RawDocument, Span
from onrecord.sources.markup import element_text, local_name

_SPEECHES = frozenset(("speech", "u", "turn", "intervention", "contribution", "utterance"))
_SPEAKER = ("speakername", "speaker", "name")
# Elements that name who speaks, within a speech or before it.
_NAMING = frozenset(("from", "speaker", "label"))
_HEADINGS = frozenset(("heading", "title", "head", "minor-heading"))
# Under one of these another matter begins.
_MAIN = "major-heading"
_DAY = re.compile(r"(?:18|19|20)\d\d-\d\d-\d\d")
_DATED = ("date", "when", "id", "value", "norm")
_FEWEST = 2
_LONGEST_NAME = 80


class _Matter(NamedTuple):
    title: str
    lines: list[str]


def is_debate(root: etree._Element) -> bool:
    """Whether the speeches of several stand in ``root``, each with its speaker."""
    speeches = [node for node in root.iter() if local_name(node) in _SPEECHES]
    named = sum(bool(_speaker(node, "")) or node.get("who") is not None for node in speeches)
    return named >= _FEWEST and named * _FEWEST >= len(speeches)


def debates(root: etree._Element, where: str, data: bytes) -> Iterator[RawDocument]:
    """A document for each main heading that speeches stand under; one for all where there is none."""
    day = next((m.group() for value in _dates(root) if (m := _DAY.search(value))), "")
    sha256 = hashlib.sha256(data).hexdigest()
    matters = [matter for matter in _matters(root) if matter.lines]
    for item, (title, lines) in enumerate(matters):
        text = "\n\n".join(lines)
        fields = {"title": title, "date": day}
        fields = {name: value for name, value in fields.items() if value}
        yield RawDocument(where, item, sha256, "application/xml", text, Span(0, len(text)), fields, data)


def _matters(root: etree._Element) -> list[_Matter]:
    found = [_Matter("", [])]
    before = ""
    for node in root.iter():
        name = local_name(node)
        if name == _MAIN:
            found.append(_Matter(_line(node), []))
        elif name in _HEADINGS and not found[-1].title and not found[-1].lines:
            found[-1] = _Matter(_line(node), [])
        elif name in _NAMING or (name == "note" and node.get("type") == "speaker"):
            before = _line(node)
        elif name in _SPEECHES:
            said = _said(node)
            speaker = _speaker(node, before)
            found[-1].lines.extend(
                [f"{speaker}: {said[0]}" if speaker else said[0], *said[1:]] if said else []
            )
    return found


def _said(speech: etree._Element) -> list[str]:
    """The paragraphs of a speech, without the name at its head."""
    parts = [node for node in speech if local_name(node) and local_name(node) not in _NAMING]
    between = (speech.text, *(node.tail for node in speech))
    if not parts or any(words and words.strip(" :\t\r\n") for words in between):
        words = copy.deepcopy(speech)
        for node in [node for node in words if local_name(node) in _NAMING]:
            node.clear(keep_tail=True)
        parts = [words]
    return [
        line.lstrip(": ") for node in parts for line in element_text(node).split("\n") if line.strip(": ")
    ]


def _speaker(speech: etree._Element, before: str) -> str:
    """Who speaks: by an attribute, an element within, or the name ``before`` the speech."""
    told = next((value for key in _SPEAKER if (value := speech.get(key))), "")
    within = next((_line(node) for node in speech if local_name(node) in _NAMING), "")
    return (told or within or before).strip(" :")[:_LONGEST_NAME]


def _line(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


def _dates(root: etree._Element) -> Iterator[str]:
    """What may hold the day of the sitting: days first, then what things are numbered by."""
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    for node in nodes:
        if "date" in local_name(node):
            yield from (value for key in _DATED if (value := node.get(key)))
            yield node.text or ""
    for node in nodes:
        yield from (value for key in _DATED if (value := node.get(key)))
