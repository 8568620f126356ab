"""MEANTIME (English Wikinews, CC BY 4.0): persons and organisations with their mentions, as clusters.

Documents come as tokens; their text is put together again here, so that the product reads it as any article.
"""

from __future__ import annotations

import tarfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import bare

from onrecord.records import Article, Block, Span

ARCHIVE = "data/meantime/english.tar.gz"
_NO_SPACE_BEFORE = frozenset([*",.;:!?)]}%'’”", "'s", "’s", "n't"])
_NO_SPACE_AFTER = frozenset([*"([{$£€#“-", "``"])
TYPES = ("PER", "ORG")


@dataclass(frozen=True, slots=True)
class Document:
    """One article and the mentions of its persons and organisations: instance -> spans."""

    article: Article
    entities: dict[str, tuple[Span, ...]]


def documents(shared: Path, layer: str) -> Iterator[Document]:
    """The documents of a layer: ``intra-doc_annotation`` or ``intra_cross-doc_annotation``."""
    with tarfile.open(shared / ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            stream = archive.extractfile(member) if member.name.endswith(".xml") else None
            if stream is not None and f"/{layer}/" in member.name:
                yield _document(ET.fromstring(stream.read()))  # noqa: S314 - a local, trusted file


def _document(root: ET.Element) -> Document:
    places: dict[str, Span] = {}
    text, last, sentence = "", "", "0"
    quotes = 0
    for token in root.iter("token"):
        word = token.text or ""
        if token.get("sentence") != sentence:
            text += "\n\n" if sentence in ("0", "1") else " "
            sentence, last = token.get("sentence") or "", ""
        glued = (
            not last or word in _NO_SPACE_BEFORE or last in _NO_SPACE_AFTER or (last == '"' and quotes % 2)
        )
        glued |= word == '"' and quotes % 2 == 1
        text += ("" if glued else " ") + word
        quotes += word == '"'
        last = word
        places[token.get("t_id") or ""] = Span(len(text) - len(word), len(text))
    mentions: dict[str, Span] = {}
    kinds: dict[str, str] = {}
    for element in root.find("Markables") or ():
        anchors = [places[a.get("t_id") or ""] for a in element.iter("token_anchor")]
        if element.tag == "ENTITY_MENTION" and anchors:
            mentions[element.get("m_id") or ""] = Span(
                min(a.start for a in anchors), max(a.end for a in anchors)
            )
        elif element.tag == "ENTITY" and element.get("ent_type") in TYPES:
            kinds[element.get("m_id") or ""] = element.get("instance_id") or ""
    entities: dict[str, set[Span]] = defaultdict(set)
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        instance = kinds.get((target.get("m_id") if target is not None else None) or "")
        if instance:
            entities[instance] |= {
                mentions[i] for s in relation.iter("source") if (i := s.get("m_id") or "") in mentions
            }
    name = root.get("doc_name") or ""
    headline = Block("headline", 0, text.find("\n"))
    article = bare.article(name, text, blocks=(headline,))
    return Document(article, {i: tuple(sorted(s)) for i, s in sorted(entities.items()) if s})
