"""What a text says of the occasion of a statement: at a briefing, in an interview, in a statement, a post."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.grammar import OriginGrammar
from onrecord.origins.outlets import agencies, folded, one_name
from onrecord.records import AnnotatedArticle, OriginKind, Place, Span, Spans, Statement, hull
from onrecord.text import View

# Characters around a statement that are read for its occasion; longer sentences are lists.
_REACH = 600

# Words of an outlet's name at most, where nothing but its capitals tells that it is one.
_LONGEST_NAME = 3


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

    def __init__(self, item: AnnotatedArticle, view: View, outlets: frozenset[str]) -> None:
        self._item = item
        self._view = view
        self._outlets = outlets
        self._grammar = view.language.grammar(OriginGrammar)

    def of(self, statement: Statement) -> Occasion:
        """What the words around ``statement``, outside its content, say of its occasion."""
        text, source = self._view.text, statement.source_text
        about_call = bool(self._grammar.calls.search(statement.content_text(text)[: 4 * _REACH]))
        unnamed = bool(source and self._grammar.unnamed.search(source[:_REACH]))
        kind, place, partner = self._named(statement)
        return Occasion(kind, place, partner, about_call, unnamed)

    def _named(self, statement: Statement) -> tuple[OriginKind, Place | None, str | None]:
        """The kind of occasion, the place that names it, and the outlet an interview was given to."""
        partner = self._partner(statement)
        if partner is not None and statement.addressee_span is not None:
            place = self._place(statement.addressee_span, "told to an outlet: an interview")
            return "interview", place, partner
        for carrier in self._carriers(statement):
            found = self._first(carrier)
            if found is not None:
                kind, span = found
                return kind, self._place(span, f"“{span.of(self._view.text)}” names the occasion"), None
        return "unknown", None, None

    def _partner(self, statement: Statement) -> str | None:
        """The outlet that a statement was told to, None when it was told to somebody else."""
        if statement.addressee is None:
            return None
        name = statement.addressee.strip()
        name = name.removeprefix(self._grammar.definite).removeprefix(self._grammar.definite.capitalize())
        plain = folded(name, self._view.language)
        is_known = plain in self._outlets or plain in agencies(self._view.language)
        is_named = name[:1].isupper() and bool(self._grammar.outlet_words & set(plain.split()))
        is_outlet = is_known or is_named or self._may_be_outlet(statement, name, plain)
        return one_name(plain, self._view.language) if is_outlet else None

    def _may_be_outlet(self, statement: Statement, name: str, plain: str) -> bool:
        """Whether a name that nobody knows for an outlet's was told something as one."""
        language, parts = self._view.language, plain.split()
        cues = {language.plain(w) for c in statement.cue for w in c.of(self._view.text).split()}
        if not cues & self._grammar.telling or plain in self._grammar.seats:
            return False
        if set(parts) & self._grammar.bodies or not name[:1].isupper() or len(parts) > _LONGEST_NAME:
            return False
        span = statement.addressee_span
        types = {n.type for n in self._item.names if span is not None and n.span.overlaps(span)}
        return bool(types) and types <= {"organisation", "other"}

    def _carriers(self, statement: Statement) -> list[Span]:
        """Stretches to read: the statement's own words for venue, source and cue, then its sentence."""
        frame = (*statement.cue, *statement.source)
        stretches = [statement.venue_span] if statement.venue_span is not None else []
        stretches += frame
        around = frame or statement.content[:1]
        if around:
            for sentence in self._view.sentences_in(hull(around)):
                if sentence.span.end - sentence.span.start <= 2 * _REACH:
                    stretches += _outside(sentence.span, statement.content)
        return stretches

    def _first(self, carrier: Span) -> tuple[OriginKind, Span] | None:
        """The first kind of occasion that the words of ``carrier`` name."""
        end = min(carrier.end, carrier.start + _REACH)
        for kind, patterns in self._grammar.occasions:
            for pattern in patterns:
                match = pattern.search(self._view.text, carrier.start, end)
                if match is not None:
                    return kind, Span(*match.span())
        return None

    def _place(self, span: Span, note: str) -> Place:
        return Place(self._view.article.id, span.start, span.end, note)


def _outside(sentence: Span, content: Spans) -> list[Span]:
    """The parts of ``sentence`` that are not ``content``."""
    parts, start = [], sentence.start
    for span in sorted(content):
        if span.overlaps(sentence):
            parts.append((start, max(start, span.start)))
            start = max(start, span.end)
    parts.append((start, max(start, sentence.end)))
    return [Span(a, b) for a, b in parts if b > a]
