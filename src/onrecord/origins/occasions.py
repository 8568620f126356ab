"""What a text says of the occasion of a statement: at a briefing, in an interview, in a statement, a post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.languages.english.articles import AGENCIES, OUTLET_WORDS
from onrecord.languages.english.origins import BODIES, CALLS, OCCASIONS, TELLING, UNNAMED
from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.languages.sentences import sentences
from onrecord.languages.words import plain, words
from onrecord.records import AnnotatedArticle, Article, OriginKind, Place, Span, Spans, Statement, hull

# Characters around a statement that are read for its occasion; longer sentences are lists.
_REACH = 600

_OCCASIONS = tuple(
    (kind, tuple(re.compile(p, re.IGNORECASE) for p in patterns)) for kind, patterns in OCCASIONS
)
_CALLS = re.compile(CALLS, re.IGNORECASE)
_UNNAMED = re.compile(UNNAMED, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The occasion that the text names for one statement.

    ``kind`` is "unknown" and ``place`` None when it names none. ``partner``: the outlet an interview was
    given to, folded. ``about_call``: whether the statement tells of a call or meeting. ``unnamed``: whether
    its source is a person without a name.
    """

    kind: OriginKind = "unknown"
    place: Place | None = None
    partner: str | None = None
    about_call: bool = False
    unnamed: bool = False


class Occasions:
    """Reads the occasions of one article's statements."""

    def __init__(self, item: AnnotatedArticle, outlets: frozenset[str]) -> None:
        self._item = item
        self._outlets = outlets
        self._sentences = sentences(item.article.text)

    def of(self, statement: Statement) -> Occasion:
        """What the words around ``statement``, outside its content, say of its occasion."""
        text = self._item.article.text
        about_call = bool(_CALLS.search(statement.content_text(text)[: 4 * _REACH]))
        unnamed = bool(statement.source_text and _UNNAMED.search(statement.source_text[:_REACH]))
        partner = self._partner(statement)
        if partner is not None and statement.addressee_span is not None:
            place = _place(self._item.article, statement.addressee_span, "told to an outlet: an interview")
            return Occasion("interview", place, partner, about_call, unnamed)
        for start, end in self._carriers(statement):
            found = _first(text, start, end)
            if found is not None:
                kind, span = found
                note = f"“{span.of(text)}” names the occasion"
                return Occasion(kind, _place(self._item.article, span, note), None, about_call, unnamed)
        return Occasion("unknown", None, None, about_call, unnamed)

    def _partner(self, statement: Statement) -> str | None:
        """The outlet that a statement was told to, None when it was told to somebody else."""
        if statement.addressee is None:
            return None
        name = statement.addressee.strip().removeprefix("the ").removeprefix("The ")
        folded = " ".join(plain(s.of(name)) for s in words(name))
        known = {plain(a) for a in AGENCIES} | self._outlets
        if folded in known:
            return folded
        if name[:1].isupper() and any(part in OUTLET_WORDS for part in folded.split()):
            return folded
        cues = {plain(word) for c in statement.cue for word in c.of(self._item.article.text).split()}
        if not cues & TELLING or folded in METONYMS or set(folded.split()) & BODIES:
            return None
        span = statement.addressee_span
        typed = {n.type for n in self._item.names if span is not None and n.span.overlaps(span)}
        if name[:1].isupper() and typed and typed <= {"organisation", "other"} and len(folded.split()) <= 3:
            return folded
        return None

    def _carriers(self, statement: Statement) -> list[tuple[int, int]]:
        """Stretches to read: the statement's own words for venue, source and cue, then its sentence."""
        stretches = [(s.start, s.end) for s in (*statement.cue, *statement.source)]
        if statement.venue_span is not None:
            stretches.insert(0, (statement.venue_span.start, statement.venue_span.end))
        frame = (*statement.cue, *statement.source) or statement.content[:1]
        if frame:
            middle = hull(frame)
            for sentence in self._sentences:
                if sentence.overlaps(middle) and sentence.end - sentence.start <= 2 * _REACH:
                    stretches += _around(sentence, statement.content)
        return stretches


def _around(sentence: Span, content: Spans) -> list[tuple[int, int]]:
    """The parts of ``sentence`` that are not ``content``."""
    parts, start = [], sentence.start
    for span in sorted(content):
        if span.overlaps(sentence):
            parts.append((start, max(start, span.start)))
            start = max(start, span.end)
    parts.append((start, max(start, sentence.end)))
    return [(a, b) for a, b in parts if b > a]


def _first(text: str, start: int, end: int) -> tuple[OriginKind, Span] | None:
    end = min(end, start + _REACH)
    for kind, patterns in _OCCASIONS:
        for pattern in patterns:
            match = pattern.search(text, start, end)
            if match is not None:
                return kind, Span(*match.span())
    return None


def _place(article: Article, span: Span, note: str) -> Place:
    return Place(article.id, span.start, span.end, note)
