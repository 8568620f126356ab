"""Trim content spans so that quotation marks come in pairs and no span holds half of one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from onrecord.languages.quotations import Quotation, quotations
from onrecord.records import Span, Spans

_MANNER = re.compile(r"[a-z]+ly\s+(?=[\"“‘«])")
_DEEPEST = 3  # levels of nested quotations that are looked after


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of one text by level, found once; those of one level do not overlap."""

    text: str
    levels: tuple[tuple[Quotation, ...], ...]

    @classmethod
    def of(cls, text: str) -> Quotes:
        """The quotations of ``text``."""
        found = quotations(text)
        return cls(text, tuple(tuple(q for q in found if q.level == n) for n in range(_DEEPEST)))

    def touching(self, span: Span, level: int = 0) -> list[Quotation]:
        """Quotations of one level that share a character with ``span``, in order."""
        quotes = self.levels[level]
        first = bisect_right(quotes, span.start, key=lambda q: q.end)
        found = []
        for i in range(first, len(quotes)):
            if quotes[i].start >= span.end:
                break
            found.append(quotes[i])
        return found

    def inside(self, span: Span) -> Span:
        """What stands between the marks when ``span`` is one whole quotation, else ``span`` itself."""
        whole = next((q for q in self.touching(span) if q.start <= span.start and span.end <= q.end), None)
        return Span(max(span.start, whole.inner.start), min(span.end, whole.inner.end)) if whole else span

    def nested(self, span: Span) -> list[Quotation]:
        """Outermost quotations within ``span``, relative to its start."""
        for level in range(_DEEPEST):
            quotes = [q for q in self.touching(span, level) if span.contains(q.span)]
            if quotes:
                return [replace(q, start=q.start - span.start, end=q.end - span.start) for q in quotes]
        return []

    def quoted_share(self, spans: Spans) -> float:
        """The share of letters and figures of ``spans`` that stand inside quotation marks, 0 to 1."""
        inside = total = 0
        for span in spans:
            total += _letters(self.text, span)
            for quote in self.touching(span):
                inner = quote.inner
                inside += _letters(self.text, Span(max(span.start, inner.start), min(span.end, inner.end)))
        return inside / total if total else 0.0

    def trim(self, span: Span) -> Span | None:
        """``span`` without half pairs of marks and without white space and pauses around it.

        A mark that was just missed is taken in. A quotation of which the span covers one end is taken in
        whole when at least half of it is covered, else left out; None when no word is left.
        """
        for level in range(_DEEPEST):
            for quote in self.touching(span, level):
                span = self._settle(span, quote)
        return self._tidy(span)

    def _settle(self, span: Span, quote: Quotation) -> Span:
        """``span`` with both marks of ``quote`` or neither."""
        start, end = span.start, span.end
        if quote.start < start < quote.end and not self._has_words(quote.start, start):
            start = quote.start
        if quote.start < end < quote.end and not self._has_words(end, quote.end):
            slipped = "\n" in self.text[end : quote.end]  # the closing mark stands on the next line
            end = end if slipped else quote.end
        opens, closes = start <= quote.start < end, start < quote.end <= end
        if opens and closes:
            start = quote.inner.start if start == quote.start and not quote.closed else start
            end = quote.inner.end if end == quote.end and not quote.opened else end
        elif opens:
            covered = 2 * (end - quote.start) >= quote.end - quote.start
            end = quote.end if covered else end
            if not covered:
                start, end = (quote.inner.start, end) if start == quote.start else (start, quote.start)
        elif closes and end == quote.end:
            end = quote.inner.end  # what is said inside a quotation may end with it
        elif closes:
            start = quote.start if 2 * (quote.end - start) >= quote.end - quote.start else quote.end
        return Span(start, max(start, end))

    def _tidy(self, span: Span) -> Span | None:
        """Strip white space, pauses, and a full stop that belongs to the sentence around an unquoted span."""
        text, start, end = self.text, span.start, span.end
        if manner := _MANNER.match(text, start, end):
            start = manner.end()  # "answered bluntly" and then the quotation
        while start < end and (text[start].isspace() or text[start] in ",;"):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in ",;"):
            end -= 1
        if not self._has_words(start, end):
            return None
        last_word = text[max(start, end - 8) : end - 1].split()[-1:]
        is_stop = text[end - 1] == "." and text[end - 2] != "." and last_word and "." not in last_word[0]
        if is_stop and not any(q.inner.start < end <= q.end for q in self.touching(Span(end - 1, end))):
            end -= 1
        return Span(start, end)

    def _has_words(self, start: int, end: int) -> bool:
        """Whether a letter or figure stands in ``text[start:end]``."""
        return any(c.isalnum() for c in self.text[start:end])


def _letters(text: str, span: Span) -> int:
    """How many letters and figures a span has; 0 for an empty one."""
    return sum(c.isalnum() for c in text[span.start : span.end]) if span.end > span.start else 0
