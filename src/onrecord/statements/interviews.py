"""Interviews without labels: lines that ask somebody, each with the lines that answer it.

Who answers is told once, before the first question ("Five questions for Ann Olm", "Ann Olm spoke to our
reporter"); all else is told by "you" in what asks and "I" in what answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    asking = _asking(view, lines)
    questions = [i for i in asking if _addresses(view, lines[i])]
    if len(questions) < _FEWEST:
        return
    given = {
        start: lines[start + 1 : min(stop, start + 1 + _LINES)]
        for start, stop in pairwise([*asking, len(lines)])
    }
    talk = [start for start, answer in given.items() if any(_is_mine(view, line) for line in answer)]
    first = min((questions[0], *talk[:1]))
    given = {start: answer for start, answer in given.items() if start >= first}
    if 2 * len(talk) >= len(given):
        yield from _given(view, Span(0, lines[first].start), [lines[i] for i in given], given.values())


def _asking(view: View, lines: Sequence[Span]) -> list[int]:
    """The numbers of the lines that ask somebody; no heading does."""
    headings = {b.start for b in view.blocks("headline", "subheadline", "dateline")}
    return [i for i, line in enumerate(lines) if line.start not in headings and _asks(view, line)]


def _given(
    view: View, before: Span, questions: Sequence[Span], given: Iterable[Sequence[Span]]
) -> Iterator[Attribution]:
    """The answers, where the text tells whose they are."""
    who = _answerer(view, before, questions)
    if who is None:
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


def _answerer(view: View, before: Span, questions: Sequence[Span]) -> Span | None:
    """The name of whom the questions call by name, or of whom the text says that it was asked."""
    grammar = view.language.grammar(TurnGrammar)
    names = [Span(*m.span()) for m in grammar.full_name.finditer(view.text, before.start, before.end)]
    called = {m["name"] for line in questions for m in grammar.called.finditer(line.of(view.text))}
    named = next((name for name in names if name.of(view.text).split()[-1] in called), None)
    return named or _interviewed(view, before, names)


def _interviewed(view: View, before: Span, names: Sequence[Span]) -> Span | None:
    """Of whom the text says that it was asked, and who does not sign it."""
    grammar, at = view.language.grammar(TurnGrammar), before.start
    while match := grammar.interviewed.search(view.text, at, before.end):
        group = next(name for name in ("pronoun", "one", "other") if match[name])
        who: Span | None = Span(*match.span(group))
        at = match.end(group)
        if group == "pronoun":
            who = _subject(view, match.start(), names)
        if who is not None and who.of(view.text) not in (view.article.byline or ""):
            return who
    return None


def _subject(view: View, pronoun: int, names: Sequence[Span]) -> Span | None:
    """Whom the sentence with the last name before a pronoun begins with: "Ann Olm runs it. She …"."""
    before = [name for name in names if name.end <= pronoun]
    last = view.sentence_at(before[-1].start) if before else None
    return next((name for name in before if last and name.start >= last.span.start), None)
