"""What saying.py and beside.py look at: one article with its dating and its time expressions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.dates.posts import Posts
from onrecord.languages.grammar import DateGrammar, SayingGrammar
from onrecord.records import Dating, Span, Statement, Timex
from onrecord.text import View

# No clause needs more text than this on either side of its cue.
REACH: Final = 400


@dataclass(frozen=True, slots=True)
class Scene:
    """One article with its dating, its time expressions in order, and the words that go with cues.

    ``whose``: by statement the number of its speaker. ``posts``: of a live page.
    """

    view: View
    published: Dating
    timexes: tuple[Timex, ...]
    starts: tuple[int, ...]
    grammar: SayingGrammar
    whose: Mapping[str, int]
    posts: Posts

    @property
    def text(self) -> str:
        """The article's text."""
        return self.view.text

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds ``offset``, else the text around it."""
        sentence = self.view.sentence_at(offset)
        if sentence is not None:
            return sentence.span
        return Span(max(0, offset - REACH), min(len(self.text), offset + REACH))

    def appeared(self, offset: int) -> str | None:
        """The last day on which what stands at ``offset`` may have appeared: its post's, else the page's."""
        return self.posts.day_at(offset) or self.published.latest

    def within(self, span: Span) -> Sequence[Timex]:
        """Time expressions that begin inside ``span``."""
        return self.timexes[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def datable(self, sentence: Span, statement: Statement) -> Iterator[Timex]:
        """Dates of a sentence outside what is said; none by which the article had not yet appeared."""
        appeared = self.appeared(sentence.start)
        for timex in self.within(sentence):
            if timex.type not in ("DATE", "TIME") or any(c.overlaps(timex.span) for c in statement.content):
                continue
            # Nobody is reported to have said what he is still to say.
            ahead = timex.earliest is not None and appeared is not None and timex.earliest > appeared
            if not ahead or (statement.reality == "said" and self.is_day_after(timex)):
                yield timex

    def is_day_after(self, timex: Timex) -> bool:
        """Whether a bare weekday is the day after that which the article bears: it went on being written.

        A post bears the day on which it was written.
        """
        day = self.published.day
        if day is None or self.posts.day_at(timex.start) is not None:
            return False
        after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        opens = timex.span.of(self.text).split()[0]
        names = self.view.language.grammar(DateGrammar).weekdays
        return timex.earliest == timex.latest == after and opens in names
