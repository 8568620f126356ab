"""The renderings of one utterance collated: a row of readings in which every witness keeps its exact words.

The fullest rendering is the base. A word that stands in every witness alike is common text; between two such
words each witness has a reading of its own, which may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Comparison, Rendering, Span, Utterance

_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Witness:
    """One rendering: its statement's id, and its words in order."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variation:
    """A place of variation: reading -> the witnesses that have it, the base's own first."""

    readings: Mapping[tuple[str, ...], tuple[str, ...]]

    @property
    def substantive(self) -> bool:
        """Whether more than capitals and punctuation differ."""
        return len({_letters(words) for words in self.readings}) > 1


Segment = str | Variation


def collate(utterance: Utterance, texts: Mapping[str, str]) -> tuple[list[Witness], list[Segment]]:
    """The witnesses, the base first, and the text as words common to all and places of variation.

    Args:
        utterance: What was said; its comparisons lay every rendering beside the fullest.
        texts: Article id -> text, of all its renderings.
    """
    tokens = {r.statement_id: _tokens(r, texts[r.article_id]) for r in utterance.renderings}
    base = next((c.a_statement_id for c in utterance.comparisons), utterance.renderings[0].statement_id)
    laid = {c.b_statement_id: c for c in utterance.comparisons if c.a_statement_id == base}
    # One that was not laid beside the base has no word in common with it for sure.
    pairs = {
        key: _aligned(tokens[base], found, laid[key]) if key in laid else {}
        for key, found in tokens.items()
        if key != base
    }
    witnesses = [Witness(key, _words(tokens[key])) for key in (base, *pairs)]
    return witnesses, list(_segments(witnesses, pairs))


_Token = tuple[Span, str]


def _tokens(rendering: Rendering, text: str) -> list[_Token]:
    found = (m for span in rendering.content for m in _TOKEN.finditer(text, span.start, span.end))
    return [(Span(m.start(), m.end()), m.group()) for m in found]


def _words(tokens: Sequence[_Token]) -> tuple[str, ...]:
    return tuple(word for _, word in tokens)


def _aligned(a: Sequence[_Token], b: Sequence[_Token], comparison: Comparison) -> dict[int, int]:
    """Word of the base -> word of the other that is the same to the character; both only go forward."""
    found: dict[int, int] = {}
    last = -1
    for edit in comparison.edits:
        if edit.kind != "same" or edit.a is None or edit.b is None:
            continue
        ours, theirs = _within(a, edit.a), _within(b, edit.b)
        if len(ours) != len(theirs):
            continue
        for i, j in zip(ours, theirs, strict=True):
            if j > last and i not in found and a[i][1] == b[j][1]:
                found[i] = last = j
    return found


def _within(tokens: Sequence[_Token], span: Span) -> list[int]:
    return [n for n, (place, _) in enumerate(tokens) if place.overlaps(span)]


def _segments(witnesses: Sequence[Witness], pairs: Mapping[str, Mapping[int, int]]) -> list[Segment]:
    base, *others = witnesses
    common = [n for n in range(len(base.words)) if all(n in pairs[w.id] for w in others)]
    ends = len(base.words), {w.id: len(w.words) for w in others}
    found: list[Segment] = []
    at, seen = 0, {w.id: 0 for w in others}
    for n in (*common, None):
        until = ends[0] if n is None else n
        reached = ends[1] if n is None else {w.id: pairs[w.id][n] for w in others}
        readings = [(base.id, base.words[at:until])]
        readings += [(w.id, w.words[seen[w.id] : reached[w.id]]) for w in others]
        if any(words for _, words in readings):
            found.append(Variation(_grouped(readings)))
        if n is not None:
            found.append(base.words[n])
            at, seen = n + 1, {key: place + 1 for key, place in reached.items()}
    return found


def _grouped(readings: Sequence[tuple[str, tuple[str, ...]]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for witness, words in readings:
        found[words] = (*found.get(words, ()), witness)
    return found


def _letters(words: Sequence[str]) -> str:
    return "".join(c for word in words for c in word.casefold() if c.isalnum())
