"""Edits that make PolNeAR look like the rest of the world's news.

PolNeAR is American, political, from 2015-16, and mostly uses curly double quotation marks. Every edit
keeps the gold spans (``Document.edited``), and each is drawn per article with its own probability.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from training.data import CONTENT, CUE, Document

_DOUBLE = re.compile(r"''|[\"“”„‟]")
STYLES = (("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"), ("‘", "’"), ("'", "'"), ("„", "“"))
# Curly and straight marks are what readers will meet most; the rest only has to be known.
STYLE_WEIGHTS = (4, 6, 1, 1, 2, 2, 0.3)
_SAYS = frozenset({"says", "said", "say", "claims", "announced", "reported", "reports", "warns", "vows"})
Edit = tuple[int, int, str]


def augmented(doc: Document, random: Random, surnames: list[str]) -> Document:
    """One random variant of ``doc``."""
    if random.random() < 0.3:
        doc = doc.edited(restyled(doc.text, random))
    if random.random() < 0.08:
        doc = doc.edited(unclosed(doc.text, random))
    if random.random() < 0.35:
        doc = doc.edited(headline_colon(doc, random))
    if random.random() < 0.12:
        doc = doc.edited(dashes(doc, random))
    if random.random() < 0.12:
        doc = doc.edited(transcript(doc, random))
    if random.random() < 0.15:
        doc = doc.edited(broken_up(doc, random))
    if random.random() < 0.25 and surnames:
        doc = doc.edited(renamed(doc, random, surnames))
    draw = random.random()
    if draw < 0.03:
        doc = _cased(doc, str.lower)
    elif draw < 0.10:
        doc = _cased_headline(doc, random)
    return doc


def restyled(text: str, random: Random) -> list[Edit]:
    """All double quotation marks in another style."""
    opening, closing = random.choices(STYLES, STYLE_WEIGHTS)[0]
    edits: list[Edit] = []
    opened, at = False, 0
    for mark in _DOUBLE.finditer(text):
        if "\n" in text[at : mark.start()]:
            opened = False
        at = mark.start()
        opened = not opened if mark.group() not in "“”" else mark.group() == "“"
        edits.append((mark.start(), mark.end(), opening if opened else closing))
    return edits


def unclosed(text: str, random: Random) -> list[Edit]:
    """Some closing marks lost."""
    return [(m.start(), m.end(), "") for m in re.finditer("”", text) if random.random() < 0.25]


def headline_colon(doc: Document, random: Random) -> list[Edit]:
    """``X says Y`` as ``X: Y`` in the first paragraph."""
    edits: list[Edit] = []
    bounds = doc.bounds()
    first = doc.text.find("\n")
    for number, (start, end) in bounds.items():
        if doc.roles[number] != CUE or doc.text[start:end].lower() not in _SAYS:
            continue
        before = doc.source_of.get(number, -1)
        if before not in bounds or bounds[before][1] + 1 != start:
            continue
        if start < first and random.random() < 0.5 and doc.text[end : end + 1] == " ":
            edits += [(start - 1, start, ""), (start, end, ":")]
            if doc.text[end + 1 : end + 6] == "that ":
                edits.append((end + 1, end + 6, ""))
    return edits


def broken_up(doc: Document, random: Random) -> list[Edit]:
    """Long quotations continued in new paragraphs, each opened anew and not closed before the last."""
    edits: list[Edit] = []
    opening = "“" if "“" in doc.text else '"'
    for m in re.finditer(r"(?<=[.!?]) (?=[A-Z])", doc.text):
        number = int(doc.spans[m.start()])
        if number < 0 or doc.roles[number] != CONTENT or random.random() > 0.5:
            continue
        line = doc.text[doc.text.rfind("\n", 0, m.start()) + 1 : m.start()]
        if opening in line and (
            line.count("“") > line.count("”") or (opening == '"' and line.count('"') % 2)
        ):
            edits.append((m.start(), m.end(), "\n\n" + opening))
    return edits


def dashes(doc: Document, random: Random) -> list[Edit]:
    """``"A," he said. "B"`` as ``"A – he said – B"``: the marks around an inserted cue become dashes."""
    edits: list[Edit] = []
    dash = random.choice((" – ", " — ", " - ", "—"))
    pattern = re.compile(r"([,.])[”\"]( )([^“”\"\n]{3,60}?)([,.]) [“\"]")
    for m in pattern.finditer(doc.text):
        if doc.spans[m.start(1) - 1] < 0 or doc.roles[doc.spans[m.start(1) - 1]] != CONTENT:
            continue
        roles = {doc.roles[n] for n in doc.spans[m.start(3) : m.end(3)].tolist() if n >= 0}
        if CUE in roles and random.random() < 0.6:
            edits += [
                (m.start(1), m.start(2), ""),
                (m.start(2), m.end(2), dash),
                (m.start(4), m.end(), dash),
            ]
    return edits


def transcript(doc: Document, random: Random) -> list[Edit]:
    """``"A," X said.`` alone in a paragraph as ``X: A``; source and cue move by rewriting the paragraph.

    Only the order source, cue, content is rewritten here (``X said: "A"`` to ``X: A``), because
    ``edited`` replaces and never moves.
    """
    edits: list[Edit] = []
    bounds = doc.bounds()
    for content, cue in doc.cue_of.items():
        source = doc.source_of.get(cue, -1)
        if cue not in bounds or source not in bounds or content not in bounds:
            continue
        (s0, s1), (u0, u1), (c0, c1) = bounds[source], bounds[cue], bounds[content]
        starts_line = s0 == 0 or doc.text[s0 - 1] == "\n"
        quoted = doc.text[c0 : c0 + 1] in ("“", '"') and doc.text[c1 - 1 : c1] in ("”", '"')
        if starts_line and quoted and s1 < u0 and u1 < c0 and c0 - s1 < 40 and random.random() < 0.8:
            edits += [(s1, u0, ""), (u0, u1, ":"), (u1, c0, " "), (c0, c0 + 1, ""), (c1 - 1, c1, "")]
    return edits


def renamed(doc: Document, random: Random, surnames: list[str]) -> list[Edit]:
    """Every person's last name replaced by another, the same one throughout the article."""
    if doc.names is None:
        return []
    known: dict[str, str] = {}
    last: dict[int, tuple[int, int]] = {}
    for at, number in enumerate(doc.names.tolist()):
        if number >= 0 and doc.name_types[number] == 1:
            last[number] = (last.get(number, (at, at))[0], at + 1)
    words = {
        doc.text[a:b].split()[-1].removesuffix("’s").removesuffix("'s")
        for a, b in last.values()
        if doc.text[a:b].split()
    }
    for word in sorted(words):
        if word.isalpha() and word[0].isupper() and len(word) > 2:
            known[word] = random.choice(surnames)
    if not known:
        return []
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, sorted(known))) + r")\b")
    return [(m.start(), m.end(), known[m.group()]) for m in pattern.finditer(doc.text)]


def surname_pool(docs: list[Document]) -> list[str]:
    """Last names of the persons named in ``docs``, each once."""
    pool = set()
    for doc in docs:
        if doc.names is None:
            continue
        previous = -1
        for at, number in enumerate([*doc.names.tolist(), -1]):
            if number != previous and previous >= 0 and doc.name_types[previous] == 1:
                word = (doc.text[max(0, at - 60) : at].split() or [""])[-1]
                if word.isalpha() and word[0].isupper() and len(word) > 2:
                    pool.add(word)
            previous = number
    return sorted(pool)


def _same_length(text: str, change: Callable[[str], str]) -> str:
    return "".join(c if len(change(c)) != 1 else change(c) for c in text)


def _cased(doc: Document, change: Callable[[str], str]) -> Document:
    return Document(
        doc.id, _same_length(doc.text, change), doc.spans, doc.roles, doc.cue_of, doc.source_of,
        doc.names, doc.name_types, doc.labelled,
    )  # fmt: skip


def _cased_headline(doc: Document, random: Random) -> Document:
    """The first paragraph in capitals, in title case or in lower case."""
    end = doc.text.find("\n")
    if end < 0:
        return doc
    change = random.choice((str.upper, str.title, str.lower))
    head = change(doc.text[:end])
    if len(head) != end:
        return doc
    return Document(
        doc.id, head + doc.text[end:], doc.spans, doc.roles, doc.cue_of, doc.source_of,
        doc.names, doc.name_types, doc.labelled,
    )  # fmt: skip
