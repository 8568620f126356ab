"""Speeches: the body of a text whose heading says whose remarks they are ("Remarks by …", "…'s speech").

A heading alone proves little ("Statement by minister angers farmers"): the words below it must be spoken in
the first person, and by somebody who does not name themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.languages.grammar import TurnGrammar
from onrecord.names.persons import is_given, parse
from onrecord.records import Attribution, Span
from onrecord.text import View

# As sure as turns with labels.
_SPEECH = 0.85
# Lines at the top in which its heading is looked for, and in which an editor may present whoever speaks.
_TOP, _PRESENTED = 4, 6
# First persons outside quotations: so many in all, and one for so many words.
_FEWEST, _WORDS = 2, 120
# Characters of a line that ends like a heading or a date.
_LONGEST_HEADING = 60
_STOPS = (".", "!", "?", "…", "”", '"', "’", ")")


def speech(view: View, lines: Sequence[Span], stop: int) -> Iterator[Attribution]:
    """What is said below such a heading, up to the line that begins at ``stop`` or the end."""
    name = _speaker(view, lines[:_TOP])
    if name is None:
        return
    below = [line for line in lines if name.end < line.start < stop]
    named = [i for i, line in enumerate(below) if name.of(view.text).split()[-1] in line.of(view.text)]
    if named and named[-1] >= _PRESENTED:
        return
    body = [line for line in below[named[-1] + 1 if named else 0 :] if _is_spoken(view, line)]
    if _is_first_person(view, body):
        yield Attribution((name,), (), tuple(body), _SPEECH)


def is_speech(view: View, read: Attribution) -> bool:
    """Whether what was read is a speech: in its speaker's own words, without quotation marks."""
    if read.cue or not read.source or read.content[0].start < read.source[0].end:
        return False
    start, end = read.source[0].start, read.source[0].end
    stop = view.text.find("\n", end)
    return stop >= 0 and _speaker(view, [Span(view.text.rfind("\n", 0, start) + 1, stop)]) == read.source[0]


def _speaker(view: View, top: Sequence[Span]) -> Span | None:
    """The name that a heading gives as the speaker's, without the offices before it."""
    grammar = view.language.grammar(TurnGrammar)
    for line in top:
        match = grammar.speech.match(view.text, line.start, line.end)
        if match is not None:
            kind = match.lastgroup or ""
            return _person(view, Span(*match.span(kind)), marked=kind != "by")
    return None


def _person(view: View, named: Span, *, marked: bool) -> Span | None:
    """The name in what may be one with its offices; None where nothing shows that it is somebody's.

    ``marked``: the heading says that the words stand there whole; "Speech by Popular Demand" does not.
    """
    parts = parse(named.of(view.text), view.language).parts
    start = view.text.find(parts[0], named.start, named.end) if parts else -1
    known = marked or start > named.start or (bool(parts) and is_given(parts[0].casefold(), view.language))
    return Span(start, named.end) if known and start >= 0 else None


def _is_spoken(view: View, line: Span) -> bool:
    """Whether a line is neither a separator between the parts nor one that says when and where."""
    said = line.of(view.text)
    starts = {b.start for b in view.blocks("headline", "subheadline", "dateline", "byline")}
    return line.start not in starts and (len(said) > _LONGEST_HEADING or said.endswith(_STOPS))


def _is_first_person(view: View, body: Sequence[Span]) -> bool:
    first = view.language.grammar(TurnGrammar).own
    words = [w for line in body for w in view.words_in(line) if not view.is_quoted(w.start)]
    mine = sum(w.plain in first for w in words)
    return mine >= max(_FEWEST, len(words) / _WORDS)
