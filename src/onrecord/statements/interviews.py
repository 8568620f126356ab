"""Interviews without labels: lines that ask somebody, each with the lines that answer it.

Who answers is told once, before the first question ("Five questions for Ann Olm", "Ann Olm spoke to our
reporter"); all else is told by "you" in what asks and "I" in what answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.languages.grammar import TurnGrammar
from onrecord.records import Attribution, Span
from onrecord.text import View

# As sure as turns with labels.
_ANSWER = 0.85
# Questions of an interview; with fewer a column only asks itself something.
_FEWEST = 3
# Characters of the longest line that asks, and lines that one answer may have.
_LONGEST, _LINES = 400, 8


def answers(view: View, lines: Sequence[Span]) -> Iterator[Attribution]:
    """What somebody answers whose name stands before the first question; nothing where it is no interview."""
    headings = {b.start for b in view.blocks("headline", "subheadline", "dateline")}
    asking = [i for i, line in enumerate(lines) if line.start not in headings and _asks(view, line)]
    questions = [i for i in asking if _addresses(view, lines[i])]
    if len(questions) < _FEWEST:
        return
    given = [
        lines[start + 1 : min(stop, start + 1 + _LINES)]
        for start, stop in pairwise([*asking, len(lines)])
        if start >= questions[0]
    ]
    talk = sum(any(_is_mine(view, line) for line in answer) for answer in given)
    who = _answerer(view, Span(0, lines[questions[0]].start))
    if who is None or 2 * talk < len(given):
        return
    for answer in filter(None, given):
        yield Attribution((who,), (), tuple(answer), _ANSWER)


def _asks(view: View, line: Span) -> bool:
    """Whether a line is a question, or puts to somebody what "you" did; it says nothing of an "I"."""
    text = line.of(view.text)
    if len(text) > _LONGEST or view.is_quoted(line.start):
        return False
    return (text.endswith("?") or _addresses(view, line)) and not _is_mine(view, line)


def _addresses(view: View, line: Span) -> bool:
    spoken_to = view.language.grammar(TurnGrammar).spoken_to
    return any(w.plain in spoken_to and not view.is_quoted(w.start) for w in view.words_in(line))


def _is_mine(view: View, line: Span) -> bool:
    """Whether a line speaks of "I" or "my", outside quotations."""
    first = view.language.grammar(TurnGrammar).own
    return any(w.plain in first and not view.is_quoted(w.start) for w in view.words_in(line))


def _answerer(view: View, before: Span) -> Span | None:
    """The name of whom the text says that it was asked."""
    found = view.language.grammar(TurnGrammar).interviewed.finditer(view.text, before.start, before.end)
    match = next(found, None)
    return None if match is None else Span(*match.span("one" if match["one"] else "other"))
