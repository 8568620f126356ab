"""To whom and on what occasion something was said, where the text itself says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.languages.english.cues import CALENDAR
from onrecord.languages.english.occasions import (
    ADDRESSING,
    ADDRESSING_THAT,
    CALENDAR_DAYS,
    CHANNELS,
    ENDS_ADDRESSEE,
    EXCHANGES,
    MEETINGS,
    SPEAKING_TO,
    VENUES,
)
from onrecord.records import Span

_WORD = re.compile(r"[\w’'.&@-]+")
_TOLD = re.compile(rf"\b(?:{ADDRESSING})\b", re.IGNORECASE)
_TOLD_THAT = re.compile(rf"\b(?:{ADDRESSING_THAT})\b", re.IGNORECASE)
_SPEAKING = re.compile(
    rf"\b(?:{SPEAKING_TO})\s+(?:to|with|before)\b"
    rf"|\bin an? (?:(?:phone|telephone|television|radio) )?(?:{EXCHANGES}) (?:with|to)\b"
    r"|\b(?:said|wrote|complained|explained|replied) to\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|during|via|through|over|by|from|after|following|speaking)\b", re.IGNORECASE
)
_LONGEST_ADDRESSEE = 7  # words
_LONGEST_VENUE = 9
# No occasion was named before them, so none belongs to the preposition read.
_NO_VENUE = frozenset(
    ("that", "and", "which", "on", "in", "with", "at", "during", "to", "about", "from", "after", "by", "for")
)
_JOINS = frozenset(("with", "to", "in", "the", "for", "of"))  # a name may follow the occasion


@dataclass(frozen=True, slots=True)
class Occasion:
    """Addressee and venue as spans into the article, None where the text does not say."""

    addressee: Span | None
    venue: Span | None


def occasion(text: str, frame: list[Span], cue: Span | None) -> Occasion:
    """Read the ``frame`` of a statement: its sentences without their contents and sources."""
    addressee = venue = None
    for piece in frame:
        addressee = addressee or _addressee(text, piece, cue)
        venue = venue or _venue(text, piece)
    return Occasion(addressee, venue)


def _addressee(text: str, piece: Span, cue: Span | None) -> Span | None:
    """The object of "told", or whom somebody speaks to."""
    for pattern in (_TOLD, _SPEAKING):
        for match in pattern.finditer(text, piece.start, piece.end):
            found = _noun_phrase(text, match.end(), piece.end)
            if found is not None:
                return found
    if cue is not None and piece.start <= cue.start < piece.end:
        verb = _TOLD_THAT.search(text, cue.start, cue.end)
        if verb is not None and verb.end() == cue.end:
            return _noun_phrase(text, cue.end, piece.end)
    return None


def _noun_phrase(text: str, start: int, end: int) -> Span | None:
    """The words from ``start`` that can name somebody, up to a word that cannot."""
    first = stop = None
    position = start
    for match in _WORD.finditer(text, start, end):
        between = text[position : match.start()].strip()
        word = match.group().rstrip(".")
        joins = word in ("of", "and") and first is not None
        owns = word in ("his", "her") and first is None
        is_end = word in ENDS_ADDRESSEE or word.lower() in CALENDAR_DAYS
        if between or (is_end and not joins and not owns):
            break
        first = match.start() if first is None else first
        stop = match.start() + len(match.group().rstrip("."))
        position = match.end()
        if len(text[first:stop].split()) >= _LONGEST_ADDRESSEE:
            break
    if first is None or stop is None:
        return None
    words = text[first:stop].split()
    while words and words[-1].lower() in ("of", "and", "the", "a"):
        stop -= len(words.pop()) + 1
    return Span(first, stop) if words and first < stop else None


def _venue(text: str, piece: Span) -> Span | None:
    """The first phrase of a preposition and an occasion or channel, or "speaking to …"."""
    for match in _PREPOSITION.finditer(text, piece.start, piece.end):
        found = _venue_at(text, match, piece.end)
        if found is not None:
            return found
    return None


def _venue_at(text: str, match: re.Match[str], end: int) -> Span | None:
    """The venue that begins at a preposition: up to its noun, and with whom ("an interview with Olm")."""
    position = match.end()
    stop = None
    preposition = match.group().lower()
    speaking = preposition == "speaking"
    nouns = MEETINGS if preposition in ("after", "following", "from") else VENUES
    for count, word in enumerate(_WORD.finditer(text, match.end(), end)):
        if text[position : word.start()].strip() or count >= _LONGEST_VENUE:
            break
        plain = word.group().rstrip(".").lower()
        position = word.end()
        if plain in nouns or (plain in CHANNELS and count <= 1) or (speaking and count):
            stop = word.start() + len(word.group().rstrip("."))
        elif stop is None and count and plain in _NO_VENUE:
            break
        elif stop is not None and word.group()[0].isupper() and plain not in CALENDAR:
            stop = word.start() + len(word.group().rstrip("."))
        elif stop is not None and plain not in _JOINS:
            break
    return Span(match.start(), stop) if stop is not None else None
