"""Which quotation marks belong together, over lines and paragraphs, when some are missing or ambiguous.

A straight mark does not say whether it opens or closes, a paragraph of a long quotation opens without
closing, and marks get lost. So every mark is read in several ways, each way has a cost that grows with how
odd it would be, and the cheapest reading of the whole text is taken (Viterbi, linear time). Double marks
are paired first, then single ones; a single pair that would cross a double pair is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.languages.english.quotations import GRAMMAR as ENGLISH
from onrecord.languages.english.sentences import GRAMMAR as ENGLISH_SENTENCES
from onrecord.languages.grammar import QuotationGrammar, SentenceGrammar
from onrecord.languages.sentences import sentences
from onrecord.records import Span


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A quoted stretch ``[start, end)`` with its marks, as far as they are there.

    ``opened`` / ``closed``: whether its first / last characters are marks. ``opener`` and ``closer`` are
    the lengths of those marks (0 when missing). ``continues``: the next quotation of the same level goes
    on with the same speech (a paragraph that was opened anew and never closed). ``level`` is 0 outside
    every other quotation.
    """

    start: int
    end: int
    opener: int
    closer: int
    continues: bool = False
    level: int = 0
    single: bool = False

    @property
    def opened(self) -> bool:
        """Whether the opening mark is there."""
        return self.opener > 0

    @property
    def closed(self) -> bool:
        """Whether the closing mark is there."""
        return self.closer > 0

    @property
    def span(self) -> Span:
        """The stretch with its marks."""
        return Span(self.start, self.end)

    @property
    def inner(self) -> Span:
        """The stretch without its marks."""
        return Span(self.start + self.opener, self.end - self.closer)


class _Event(NamedTuple):
    """A mark or a line break with what each reading of it costs; ``mark`` False is a line break.

    For a line break, ``opens`` is what carrying a quotation over it costs and ``closes`` what leaving
    it unclosed costs.
    """

    start: int
    end: int
    mark: bool
    opens: float
    closes: float
    skip: float
    orphan: float
    at_line_start: bool = False


# The costs were set so that each broken form in tests/languages/test_quotations.py gets the reading a
# person gives it; what matters is their order. A mark shaped like an opener almost never closes.
_NEVER = 99.0
_AGAINST_SHAPE = 4.0
_UNCLEAR = 1.0
_SKIP = 5.0
_DETACHED_CLOSE = 1.5  # a closing mark alone at the start of a line
_NESTED = 2.0
_ORPHAN = 3.0  # a closing mark whose opening mark is missing
_UNCLOSED = 2.0
_REOPENED = -1.9  # given back when the next line opens a quotation: the paragraph form
_CARRY_SOFT, _CARRY_LINE, _CARRY_PARAGRAPH = 0.2, 1.5, 3.5

_OUT, _IN, _DEEP, _PENDING = range(4)

_DOUBLE = re.compile(r"''|``|[\"“”„‟«»]|\n[\s]*")
_SINGLE = re.compile(r"(?<!')'(?!')|[‘’‚‹›]|(?<!`)`(?!`)|\n[\s]*")
_BEFORE_OPENER = frozenset("([{-–—/:…\"“‘'«")
_AFTER_CLOSER = frozenset(".,;:!?)]}-–—/…\"”’'»")
_OPENING = frozenset("“„‟«‘‚‹") | {"``", "`"}
_CLOSING = frozenset("”»›")


def quotations(
    text: str,
    *,
    grammar: QuotationGrammar = ENGLISH,
    sentence_grammar: SentenceGrammar = ENGLISH_SENTENCES,
) -> list[Quotation]:
    """All quotations of ``text`` in order of their start; any two are nested or apart, never crossing."""
    double = _pair(text, _events(text, None), sentence_grammar, single=False)
    single = _pair(text, _events(text, grammar), sentence_grammar, single=True)
    return _levels(_without_crossings(double, single))


def _events(text: str, grammar: QuotationGrammar | None) -> list[_Event]:
    """Marks of one family and line breaks, in text order: single marks with a grammar, double without."""
    found = []
    for match in (_DOUBLE if grammar is None else _SINGLE).finditer(text):
        if match.group()[0] == "\n":
            found.append(_line_break(text, match, single=grammar is not None))
        elif grammar is None:
            found.append(_double_costs(text, match.start(), match.end()))
        else:
            found.append(_single_costs(text, match.start(), match.end(), grammar))
    return found


def _line_break(text: str, match: re.Match[str], *, single: bool) -> _Event:
    """What it costs to carry a quotation over this line break, or to leave it unclosed here."""
    start, end = match.span()
    goes_on = end < len(text) and text[end].islower() and start > 0 and text[start - 1] not in ".!?…"
    if goes_on:
        carry = _CARRY_SOFT
    elif match.group().count("\n") > 1:
        carry = _CARRY_PARAGRAPH
    else:
        carry = _CARRY_LINE
    return _Event(start, end, False, carry * (3 if single else 1), _UNCLOSED * (1.5 if single else 1), 0, 0)


class _Around(NamedTuple):
    """The characters on both sides of a mark; a line break stands for the ends of the text.

    ``may_open``, ``may_close``: whether space and marks around it let it be read so.
    """

    before: str
    after: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> _Around:
        return cls(text[start - 1] if start else "\n", text[end] if end < len(text) else "\n")

    @property
    def may_open(self) -> bool:
        return (self.before.isspace() or self.before in _BEFORE_OPENER) and not self.after.isspace()

    @property
    def may_close(self) -> bool:
        return not self.before.isspace() and (self.after.isspace() or self.after in _AFTER_CLOSER)


def _double_costs(text: str, start: int, end: int) -> _Event:
    """What it costs to read the double mark ``text[start:end]`` as opening, closing, or no mark."""
    mark, around = text[start:end], _Around.of(text, start, end)
    line_start = _opens_line(text, start)
    cost_open, cost_close = _costs_by_place(around)
    if mark in _OPENING:
        cost_open, cost_close = 0.0, cost_close + (_AGAINST_SHAPE if mark != "“" else _UNCLEAR * 3)
    elif mark in _CLOSING:
        cost_open, cost_close = cost_open + _AGAINST_SHAPE, 0.0
    elif line_start and not around.after.isspace():
        cost_open, cost_close = 0.0, _DETACHED_CLOSE
    skip = _UNCLEAR if around.before.isdigit() and mark in ('"', "''") else _SKIP
    orphan = _ORPHAN if cost_close == 0 else _NEVER
    return _Event(start, end, True, cost_open, cost_close, skip, orphan, line_start)


def _opens_line(text: str, start: int) -> bool:
    """Whether at most a few spaces stand before ``start`` on its line."""
    _, line_break, before = text[max(0, start - 4) : start].rpartition("\n")
    return not before.strip() and (line_break == "\n" or start < 4)


def _costs_by_place(around: _Around) -> tuple[float, float]:
    """What opening and closing cost by what stands around a mark, whatever its shape."""
    if around.may_open == around.may_close:  # between two marks, between two letters
        return _UNCLEAR, _UNCLEAR
    return (0.0, _AGAINST_SHAPE) if around.may_open else (_AGAINST_SHAPE, 0.0)


def _single_costs(text: str, start: int, end: int, grammar: QuotationGrammar) -> _Event:
    """The same for a single mark, which is an apostrophe more often than not."""
    mark, around = text[start:end], _Around.of(text, start, end)
    cost_open = cost_close = _NEVER
    skip = 0.0
    if not (around.before.isalnum() and around.after.isalnum()):
        if around.may_open and mark not in "’›":
            cost_open, skip = _single_opens(text, end, mark, grammar)
        if around.may_close and mark not in "‘‹":
            cost_close, skip = _single_closes(text, start, mark, grammar)
    return _Event(start, end, True, cost_open, cost_close, skip, _NEVER, around.before == "\n")


def _single_opens(text: str, end: int, mark: str, grammar: QuotationGrammar) -> tuple[float, float]:
    """What opening costs, and what passing over the mark: little before "’tis" and "’90s"."""
    word = re.match(r"[^\W_]{1,8}", text[end : end + 8])
    elided = word is not None and (word.group().lower() in grammar.elisions or word.group()[0].isdigit())
    return (_UNCLEAR * 2, 0.0) if elided and mark != "‘" else (0.0, 2.0)


def _single_closes(text: str, start: int, mark: str, grammar: QuotationGrammar) -> tuple[float, float]:
    """What closing costs, and what passing over the mark: nothing where it may make a plural an owner."""
    if not text[start - 1].isalnum():
        return 0.0, 2.5
    if text.endswith(grammar.open_ends, 0, start) and mark != "›":
        return 0.4, 0.0
    return 0.0, 1.0


_Step = tuple[float, int]  # cost so far, state before


def _pair(text: str, events: list[_Event], grammar: SentenceGrammar, *, single: bool) -> list[Quotation]:
    """The quotations of the cheapest reading of ``events``."""
    costs = [0.0, _NEVER * 9, _NEVER * 9, _NEVER * 9]
    history: list[tuple[int, int, int, int]] = []
    for event in events:
        steps = _mark_steps(costs, event, single) if event.mark else _line_steps(costs, event)
        costs = [cost for cost, _ in steps]
        history.append((steps[0][1], steps[1][1], steps[2][1], steps[3][1]))
    final = [costs[_OUT], costs[_IN] + _UNCLOSED, costs[_DEEP] + _UNCLOSED * 2, costs[_PENDING]]
    state = min(range(4), key=final.__getitem__)
    states = [state]
    for before in reversed(history):
        state = before[state]
        states.append(state)
    states.reverse()
    return _collect(text, events, states, grammar, single=single)


def _mark_steps(costs: list[float], event: _Event, single: bool) -> list[_Step]:
    """The cheapest way into each state over a mark."""
    reopened = _REOPENED if event.at_line_start else 0.0
    out = min(
        (costs[_OUT] + event.skip, _OUT),
        (costs[_IN] + event.closes, _IN),
        (costs[_PENDING] + event.skip, _PENDING),
    )
    if event.orphan < _NEVER:  # reading it as the end of a quotation without a beginning leaves us outside
        out = min(out, (costs[_OUT] + event.orphan, _OUT), (costs[_PENDING] + event.orphan, _PENDING))
    within = min(
        (costs[_OUT] + event.opens, _OUT),
        (costs[_PENDING] + event.opens + reopened, _PENDING),
        (costs[_IN] + event.skip, _IN),
        (costs[_DEEP] + event.closes, _DEEP),
    )
    nested = _NEVER if single else event.opens + _NESTED
    deep = min((costs[_IN] + nested, _IN), (costs[_DEEP] + event.skip, _DEEP))
    return [out, within, deep, (_NEVER * 9, _OUT)]


def _line_steps(costs: list[float], event: _Event) -> list[_Step]:
    """The cheapest way into each state over a line break."""
    unclosed = min((costs[_IN] + event.closes, _IN), (costs[_DEEP] + event.closes * 2, _DEEP))
    return [
        min((costs[_OUT], _OUT), (costs[_PENDING], _PENDING)),
        (costs[_IN] + event.opens, _IN),
        (costs[_DEEP] + event.opens, _DEEP),
        unclosed,
    ]


def _collect(
    text: str, events: list[_Event], states: list[int], grammar: SentenceGrammar, *, single: bool
) -> list[Quotation]:
    """Turn the chosen states into quotations."""
    found: list[Quotation] = []
    open_marks: list[_Event] = []
    line = 0  # where the current line, or what follows the last quotation on it, begins
    for event, before, after in zip(events, states[:-1], states[1:], strict=True):
        if not event.mark:
            if after == _PENDING:
                found.extend(_unclosed(text, open_marks, event.start, single=single))
                open_marks = []
            line = event.end
        elif (before, after) in ((_OUT, _IN), (_PENDING, _IN), (_IN, _DEEP)):
            if before == _PENDING and event.at_line_start and found:
                last = found[-1]
                found[-1] = Quotation(last.start, last.end, last.opener, 0, continues=True, single=single)
            open_marks.append(event)
        elif (before, after) in ((_IN, _OUT), (_DEEP, _IN)):
            opener = open_marks.pop()
            size = opener.end - opener.start
            found.append(Quotation(opener.start, event.end, size, event.end - event.start, single=single))
            line = event.end
        elif event.orphan <= event.skip and before in (_OUT, _PENDING) and line < event.start:
            begin = sentences(text, line, event.start, grammar=grammar)
            start = begin[-1].start if begin else event.start
            found.append(Quotation(start, event.end, 0, event.end - event.start, single=single))
            line = event.end
    found.extend(_unclosed(text, open_marks, len(text), single=single))
    return sorted(found)


def _unclosed(text: str, open_marks: list[_Event], stop: int, *, single: bool) -> list[Quotation]:
    """Quotations whose closing mark is missing: they end with the line."""
    end = stop
    while end and text[end - 1].isspace():
        end -= 1
    return [
        Quotation(mark.start, end, mark.end - mark.start, 0, single=single)
        for mark in open_marks
        if mark.end < end
    ]


def _without_crossings(double: list[Quotation], single: list[Quotation]) -> list[Quotation]:
    """All of ``double`` and those of ``single`` that cross none of them, sorted."""
    merged = sorted([*double, *single], key=lambda q: (q.start, -q.end))
    kept: list[Quotation] = []
    crossing: set[Quotation] = set()
    stack: list[Quotation] = []
    for quotation in merged:
        while stack and (stack[-1].end <= quotation.start or _crosses_single(stack[-1], quotation)):
            outer = stack.pop()
            if outer.end > quotation.start:
                crossing.add(outer)
        if not stack or stack[-1].end >= quotation.end:
            stack.append(quotation)
            kept.append(quotation)
    return [quotation for quotation in kept if quotation not in crossing]


def _crosses_single(outer: Quotation, quotation: Quotation) -> bool:
    """Whether ``outer`` is of single marks and ends inside ``quotation``."""
    return outer.single and outer.end < quotation.end


def _levels(ordered: list[Quotation]) -> list[Quotation]:
    """Give each of the nested ``ordered`` quotations its depth."""
    found: list[Quotation] = []
    ends: list[int] = []
    for q in ordered:
        while ends and ends[-1] <= q.start:
            ends.pop()
        found.append(Quotation(q.start, q.end, q.opener, q.closer, q.continues, len(ends), q.single))
        ends.append(q.end)
    return found
