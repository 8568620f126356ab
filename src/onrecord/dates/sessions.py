"""Transcripts: a day above the first turn, on a line that is no sentence, is that of all turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from onrecord.languages.grammar import SayingGrammar
from onrecord.records import Dating, Span, Statement, Timex
from onrecord.text import View

# Turns of a transcript: fewer labels introduce quotations.
_FEWEST: Final = 4
_STOPS: Final = (".", "!", "?", "”", '"', "’")


@dataclass(frozen=True, slots=True)
class Session:
    """Which statements are turns of a transcript, and the day of all of them."""

    turns: frozenset[str]
    day: Dating

    def dating_of(self, statement: Statement) -> Dating | None:
        """The day of a turn; None for what else the article tells."""
        return self.day if statement.id in self.turns else None


def session_of(
    view: View, timexes: Sequence[Timex], statements: Sequence[Statement], published: Dating
) -> Session | None:
    """The session that an article is the transcript of; None where no day stands above the first turn.

    The day on which the article appeared is as likely its imprint, but where what it is the transcript of is
    over within hours ("Press conference"); one after it was not held yet.
    """
    turns = [s for s in statements if _is_turn(view, s)]
    if len(turns) < _FEWEST or 2 * len(turns) < len(statements) or not _is_talk(turns):
        return None
    first = min(s.source[0].start for s in turns)
    timex = _day_above(view, timexes, first)
    if timex is None:
        return None
    day = timex.earliest or ""
    is_late = bool(published.earliest) and day >= (published.earliest or "")
    if is_late and not _is_of_its_day(view, first, day, published):
        return None
    basis = f"“{timex.span.of(view.text)}” above what is said"
    return Session(frozenset(s.id for s in turns), Dating(day, day, day, basis))


def _day_above(view: View, timexes: Sequence[Timex], first: int) -> Timex | None:
    """The first day that stands above character ``first`` as the session's."""
    above = takewhile(lambda timex: timex.start < first, timexes)
    days = (timex for timex in above if timex.edtf and timex.earliest == timex.latest)
    return next((timex for timex in days if _is_above(view, timexes, timex.span)), None)


def _is_of_its_day(view: View, first: int, day: str, published: Dating) -> bool:
    """Whether what stands above the first turn names an occasion whose words are out the same day."""
    occasion = view.language.grammar(SayingGrammar).occasion
    return day == published.day and occasion.search(view.text, 0, first) is not None


def _is_turn(view: View, statement: Statement) -> bool:
    """Whether a statement is words behind their speaker's name, on its line or below it."""
    if statement.kind != "direct" or not statement.source or statement.parent_id is not None:
        return False
    source = statement.source[0]
    between = view.text[source.end : statement.content[0].start]
    return statement.content[0].start > source.end and (
        ":" in between or (not statement.cue and "\n" in between)
    )


def _is_talk(turns: Sequence[Statement]) -> bool:
    """Whether speakers take turns: most follow somebody else's."""
    changes = sum(a.source_text != b.source_text for a, b in pairwise(turns))
    return 2 * changes >= len(turns) - 1


def _is_above(view: View, timexes: Sequence[Timex], span: Span) -> bool:
    """Whether a day stands on a line that is no sentence and does not tell when the page was made.

    The stop behind an hour is none of a sentence ("2 p.m.").
    """
    start = view.text.rfind("\n", 0, span.start) + 1
    stop = view.text.find("\n", span.end)
    line = view.text[start : stop if stop >= 0 else len(view.text)].rstrip()
    ends = start + len(line)
    is_time = any(t.type == "TIME" and t.start < ends <= t.end + 1 for t in timexes)
    imprint = view.language.grammar(SayingGrammar).imprint
    is_sentence = line.endswith(_STOPS) and not is_time
    return not is_sentence and imprint.search(view.text, start, span.start) is None
