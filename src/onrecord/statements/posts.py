"""Posts of social networks as people copy them: what stands below a name with its handle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from onrecord.languages.grammar import TurnGrammar
from onrecord.records import Attribution, Span
from onrecord.text import View

# A name, a handle and a day are as sure as a label of a transcript.
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class _Head:
    """What names who posted: the lines that it takes, the name, the mark before its day, words behind it."""

    first: int
    last: int
    name: Span
    mark: Span | None
    words: Span | None


def posts(view: View, lines: Sequence[Span]) -> Iterator[Attribution]:
    """Each post with whoever posted it; of the last, one line, unless a line with its day ends it."""
    heads = [
        head for i in range(len(lines)) if (head := _day_beside(view, lines, i) or _stacked(view, lines, i))
    ]
    for n, head in enumerate(heads):
        stop = heads[n + 1].first if n + 1 < len(heads) else len(lines)
        under = list(lines[head.last + 1 : stop])
        told = list(takewhile(lambda line: _stamp(view, line) is None, under))
        ended = _stamp(view, under[len(told)]) if len(told) < len(under) else None
        said = [head.words] if head.words is not None else []
        said += [line for line in told if not _is_aside(view, line)]
        content = tuple(said if ended is not None or stop < len(lines) else said[:1])
        mark = head.mark if head.mark is not None else ended
        if content:
            yield Attribution((head.name,), (mark,) if mark else (), content, _SURE)


def _day_beside(view: View, lines: Sequence[Span], i: int) -> _Head | None:
    """A head on one line, with its day: "Ann Olm @olm · May 3, 2031", perhaps with the first words."""
    match = view.language.grammar(TurnGrammar).posted.match(view.text, lines[i].start, lines[i].end)
    if match is None:
        return None
    words = Span(match.start("words"), lines[i].end)
    first = words if words.of(view.text).strip() else None
    return _Head(i, i, Span(*match.span("name")), Span(*match.span("cue")), first)


def _stacked(view: View, lines: Sequence[Span], i: int) -> _Head | None:
    """A head on two lines, a name and its handle; the day may stand below the words."""
    grammar = view.language.grammar(TurnGrammar)
    if i + 1 == len(lines) or not grammar.handle.fullmatch(view.text, lines[i + 1].start, lines[i + 1].end):
        return None
    match = grammar.alone.match(view.text, lines[i].start, lines[i].end)
    return None if match is None else _Head(i, i + 1, Span(*match.span("name")), None, None)


def _stamp(view: View, line: Span) -> Span | None:
    """The mark between hour and day, where a line tells when something was posted."""
    match = view.language.grammar(TurnGrammar).posted_at.fullmatch(view.text, line.start, line.end)
    return None if match is None else Span(*match.span("cue" if match["cue"] else "then"))


def _is_aside(view: View, line: Span) -> bool:
    """Whether a line says whom a post answers, or how many liked it."""
    return view.language.grammar(TurnGrammar).aside.match(view.text, line.start, line.end) is not None
