"""To whom and on what occasion something was said, where the text itself says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.languages.grammar import OccasionGrammar
from onrecord.records import Span
from onrecord.text import View

_WORD = re.compile(r"[\w’'.&@-]+")
_LONGEST_ADDRESSEE = 7  # words
_LONGEST_VENUE = 9


@dataclass(frozen=True, slots=True)
class Occasion:
    """Addressee and venue as spans into the article, None where the text does not say."""

    addressee: Span | None
    venue: Span | None


def occasion(view: View, frame: Sequence[Span], cue: Span | None) -> Occasion:
    """Read the ``frame`` of a statement: its sentences without their contents and sources."""
    addressees = (_addressee(view, piece, cue) for piece in frame)
    venues = (_venue(view, piece) for piece in frame)
    return Occasion(next(filter(None, addressees), None), next(filter(None, venues), None))


def _run(text: str, start: int, end: int) -> Iterator[Span]:
    """The words from ``start`` on between which nothing but white space stands, without a last stop."""
    position = start
    for match in _WORD.finditer(text, start, end):
        if text[position : match.start()].strip():
            return
        yield Span(match.start(), match.start() + len(match.group().rstrip(".")))
        position = match.end()


# ------------------------------------------------------------------ to whom


def _addressee(view: View, piece: Span, cue: Span | None) -> Span | None:
    """The object of "told", or whom somebody speaks to."""
    grammar, text = view.language.grammar(OccasionGrammar), view.text
    for pattern in (grammar.told, grammar.speaking):
        for match in pattern.finditer(text, piece.start, piece.end):
            found = _named(text, Span(match.end(), piece.end), grammar)
            if found is not None:
                return found
    if cue is None or not piece.start <= cue.start < piece.end:
        return None
    verb = grammar.told_that.search(text, cue.start, cue.end)
    is_last = verb is not None and verb.end() == cue.end
    return _named(text, Span(cue.end, piece.end), grammar) if is_last else None


def _named(text: str, after: Span, grammar: OccasionGrammar) -> Span | None:
    """The words at the start of ``after`` that can name somebody, up to a word that cannot."""
    found: list[Span] = []
    for word in _run(text, after.start, after.end):
        if len(found) == _LONGEST_ADDRESSEE or not _may_name(word.of(text), grammar, is_first=not found):
            break
        found.append(word)
    while found and found[-1].of(text).lower() in grammar.no_end:
        found.pop()
    return Span(found[0].start, found[-1].end) if found and found[-1].end > found[0].start else None


def _may_name(word: str, grammar: OccasionGrammar, *, is_first: bool) -> bool:
    """Whether a word may belong to a name of somebody spoken to."""
    if word in (grammar.owners if is_first else grammar.in_addressee):
        return True
    return word not in grammar.ends_addressee and word.lower() not in grammar.weekdays


# ------------------------------------------------------------------ where


def _venue(view: View, piece: Span) -> Span | None:
    """The first phrase of a preposition and an occasion or channel, or "speaking to …"."""
    grammar = view.language.grammar(OccasionGrammar)
    for match in grammar.preposition.finditer(view.text, piece.start, piece.end):
        stop = _venue_end(view.text, match, piece.end, grammar)
        if stop is not None:
            return Span(match.start(), stop)
    return None


def _venue_end(text: str, opening: re.Match[str], end: int, grammar: OccasionGrammar) -> int | None:
    """Where a venue ends that a preposition opens, and with whom it was ("an interview with Olm")."""
    preposition = opening.group().lower()
    stop = None
    for count, word in enumerate(_run(text, opening.end(), end)):
        written = word.of(text)
        if count >= _LONGEST_VENUE:
            break
        if _is_venue(written.lower(), preposition, count, grammar):
            stop = word.end
        elif stop is None:
            if count and written.lower() in grammar.no_venue:
                break
        elif written[:1].isupper() and written.lower() not in grammar.not_names:
            stop = word.end
        elif written.lower() not in grammar.joins:
            break
    return stop


def _is_venue(word: str, preposition: str, count: int, grammar: OccasionGrammar) -> bool:
    """Whether the word, ``count`` words after its preposition, is an occasion or a channel."""
    nouns = grammar.meetings if preposition in grammar.afterwards else grammar.venues
    is_channel = word in grammar.channels and count <= 1
    return word in nouns or is_channel or (preposition == grammar.talking and count > 0)
