"""Posts of channels: a mark, a name and a colon; what is said stands behind it or under marks below.

"🗣 Harbour master Ann Olm: “We wait.”"; "❗ Ann Olm:" above "💬 We wait." News agencies, ministries and
parties write so on messengers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.languages.grammar import TurnGrammar
from onrecord.names.persons import is_given
from onrecord.records import Attribution, Span
from onrecord.text import View

_CONFIDENCE = 0.85
# Characters of a name with its office, and of the marks before it.
_LONGEST, _MARKS = 80, 8
_NOT_IN_NAME = frozenset('“”"«».!?;@#/')
# Speech, whoever is named behind it; what leads elsewhere is no speech.
_SPEECH = frozenset("🗣💬🎙🗨📢📣")
_LINKS = frozenset("👉👁🔗📎📷📹🎥📺➡▶📌🔔")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line below its marks: where its words begin, and its first mark ("" without one)."""

    span: Span
    start: int
    mark: str

    @property
    def words(self) -> Span:
        """The line without its marks."""
        return Span(self.start, self.span.end)


def marked(view: View, lines: Sequence[Span]) -> Iterator[Attribution]:
    """What marked lines hand on, each with the lines below that go on under a mark and name nobody."""
    read = [_line(view.text, span) for span in lines]
    for i, line in enumerate(read):
        name = _named(view, line)
        if name is None:
            continue
        colon = Span(name.end, view.text.index(":", name.end) + 1)
        rest = view.text[colon.end : line.span.end]
        first = [Span(line.span.end - len(rest.lstrip()), line.span.end)] if rest.strip() else []
        below = list(_below(view, read[i + 1 :], any_mark=not first))
        if first or below:
            yield Attribution((name,), (Span(colon.end - 1, colon.end),), (*first, *below), _CONFIDENCE)


def _line(text: str, span: Span) -> _Line:
    start = span.start
    while start < span.end and start - span.start < _MARKS and _is_mark(text[start]):
        start += 1
    return _Line(span, start, text[span.start] if start > span.start else "")


def _is_mark(character: str) -> bool:
    """Whether a character is a pictograph, or what joins or varies one, or the space behind it."""
    return unicodedata.category(character) in ("So", "Sk", "Mn", "Cf", "Me", "Zs")


def _named(view: View, line: _Line) -> Span | None:
    """Who a marked line says speaks; None where it names nobody."""
    colon = view.text.find(":", line.start, min(line.span.end, line.start + _LONGEST))
    if not line.mark or colon < 0 or line.mark in _LINKS:
        return None
    name = view.text[line.start : colon]
    if not name[:1].isupper() or not _NOT_IN_NAME.isdisjoint(name) or name.rstrip() != name:
        return None
    grammar, words = view.language.grammar(TurnGrammar), name.split()
    told = grammar.no_labels.isdisjoint((words[0].lower(), words[-1].lower()))
    speaks = line.mark in _SPEECH or any(is_given(w.lower()) or _is_person(view, w) for w in words)
    return Span(line.start, colon) if told and speaks and words[-1][:1].isupper() else None


def _is_person(view: View, word: str) -> bool:
    return view.language.lexicon.has(word.lower(), "person")


def _below(view: View, lines: Sequence[_Line], *, any_mark: bool) -> Iterator[Span]:
    """The words under marks right below; ``any_mark``: of whatever kind, for the label's line has none."""
    for line in lines:
        goes_on = line.mark in _SPEECH or (any_mark and line.mark and line.mark not in _LINKS)
        if not goes_on or _named(view, line) is not None or not line.words.of(view.text).strip():
            return
        yield line.words
