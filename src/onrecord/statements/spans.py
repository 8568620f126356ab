"""Spans beside quotations and sentences: trimmed so that marks come in pairs, gathered by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.languages.grammar import ClauseGrammar
from onrecord.languages.quotations import Quotation
from onrecord.records import Attribution, Span, Spans
from onrecord.text import View

_DEEPEST = 3  # levels of nested quotations that are looked after


def words_of(view: View, spans: Spans) -> str:
    """The characters of ``spans``, a blank between them."""
    return " ".join(s.of(view.text) for s in spans)


# ------------------------------------------------------------------ sentences


def sentence_at(view: View, offset: int) -> Span | None:
    """The sentence that holds ``offset``, its block read alone; None between sentences or blocks."""
    found = _block_sentences(view, offset)
    i = bisect_right(found, offset, key=lambda s: s.start) - 1
    return found[i] if i >= 0 and offset < found[i].end else None


def by_sentence(view: View, spans: Iterable[Span]) -> dict[Span, list[Span]]:
    """Sentence -> those of ``spans`` that overlap it; of a span over several blocks, the first's."""
    held: defaultdict[Span, list[Span]] = defaultdict(list)
    for span in spans:
        near = _block_sentences(view, span.start)
        for i in range(bisect_right(near, span.start, key=lambda s: s.end), len(near)):
            if near[i].start >= span.end:
                break
            held[near[i]].append(span)
    return held


def _block_sentences(view: View, offset: int) -> Sequence[Span]:
    block = view.block_at(offset)
    return () if block is None else view.cut(block.span)


def own_spans(attribution: Attribution) -> Spans:
    """Everything that an attribution holds of the text."""
    return (*attribution.source, *attribution.cue, *attribution.content)


class Taken:
    """Which characters of a text are held already."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._held = bytearray(length)
        self.take(spans)

    def take(self, spans: Iterable[Span]) -> None:
        """Hold ``spans`` from now on."""
        for span in spans:
            self._held[span.start : span.end] = b"\x01" * (span.end - span.start)

    def touches(self, spans: Iterable[Span]) -> bool:
        """Whether a character of ``spans`` is held."""
        return any(any(self._held[span.start : span.end]) for span in spans)


# ------------------------------------------------------------------ quotations


def within_marks(view: View, span: Span) -> Span:
    """What stands between the marks when ``span`` is one whole quotation, else ``span`` itself."""
    for quote in view.quotations_in(span, 0):
        if quote.span.contains(span):
            return Span(max(span.start, quote.inner.start), min(span.end, quote.inner.end))
    return span


def outermost(view: View, span: Span) -> list[Quotation]:
    """The outermost quotations that lie wholly within ``span``."""
    levels = ([q for q in view.quotations_in(span, n) if span.contains(q.span)] for n in range(_DEEPEST))
    return next((found for found in levels if found), [])


def holds_whole(view: View, span: Span) -> bool:
    """Whether no quotation is cut by an edge of ``span``."""
    return all(span.contains(q.span) for q in view.quotations_in(span, 0))


def quoted_share(view: View, spans: Spans) -> float:
    """The share of letters and figures of ``spans`` that stand inside quotation marks, 0 to 1."""
    total = sum(_letters(view.text, span) for span in spans)
    inside = sum(
        _letters(view.text, Span(max(span.start, q.inner.start), min(span.end, q.inner.end)))
        for span in spans
        for q in view.quotations_in(span, 0)
    )
    return inside / total if total else 0.0


def _letters(text: str, span: Span) -> int:
    """How many letters and figures a span has; 0 for an empty one."""
    return sum(c.isalnum() for c in text[span.start : span.end]) if span.end > span.start else 0


# ------------------------------------------------------------------ trimming


def trim(view: View, span: Span) -> Span | None:
    """``span`` without half pairs of marks and without white space and pauses around it.

    A mark that was just missed is taken in. A quotation of which the span covers one end is taken in
    whole when at least half of it is covered, else left out; None when no word is left.
    """
    for level in range(_DEEPEST):
        for quote in view.quotations_in(span, level):
            span = _paired(_with_near_marks(span, quote, view.text), quote)
    return _tidy(view, span)


def _with_near_marks(span: Span, quote: Quotation, text: str) -> Span:
    """``span`` with a mark of ``quote`` that no word parts it from."""
    start, end = span.start, span.end
    if quote.start < start < quote.end and not _letters(text, Span(quote.start, start)):
        start = quote.start
    just_missed = quote.start < end < quote.end and not _letters(text, Span(end, quote.end))
    if just_missed and "\n" not in text[end : quote.end]:  # else the mark slipped to the next line
        end = quote.end
    return Span(start, end)


def _paired(span: Span, quote: Quotation) -> Span:
    """``span`` with both marks of ``quote`` or neither."""
    opens, closes = span.start <= quote.start < span.end, span.start < quote.end <= span.end
    if opens and closes:
        return _without_lone_mark(span, quote)
    if opens:
        start, end = _from_opening(span, quote)
    elif closes:
        start, end = _to_closing(span, quote)
    else:
        return span
    return Span(start, max(start, end))


def _without_lone_mark(span: Span, quote: Quotation) -> Span:
    """``span``, which holds ``quote``, without a mark at its edge whose partner is missing."""
    start = quote.inner.start if span.start == quote.start and not quote.closed else span.start
    end = quote.inner.end if span.end == quote.end and not quote.opened else span.end
    return Span(start, max(start, end))


def _from_opening(span: Span, quote: Quotation) -> tuple[int, int]:
    """A span that ends inside ``quote``: all of it, or what stands before it."""
    if 2 * (span.end - quote.start) >= quote.end - quote.start:
        return span.start, quote.end
    return (quote.inner.start, span.end) if span.start == quote.start else (span.start, quote.start)


def _to_closing(span: Span, quote: Quotation) -> tuple[int, int]:
    """A span that begins inside ``quote``: what is said inside a quotation may end with it."""
    if span.end == quote.end:
        return span.start, quote.inner.end
    covered = 2 * (quote.end - span.start) >= quote.end - quote.start
    return (quote.start if covered else quote.end), span.end


def _tidy(view: View, span: Span) -> Span | None:
    """``span`` without white space and pauses, and without a full stop that belongs to its sentence."""
    text, start, end = view.text, span.start, span.end
    manner = view.language.grammar(ClauseGrammar).manner.match(text, start, end)
    start = manner.end() if manner else start  # "answered bluntly" and then the quotation
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    if not _letters(text, Span(start, end)):
        return None
    return Span(start, end - _ends_in_stop(view, start, end))


def _is_edge(character: str) -> bool:
    return character.isspace() or character in ",;"


def _ends_in_stop(view: View, start: int, end: int) -> bool:
    """Whether the last character is a full stop of the sentence, outside quotations and abbreviations."""
    text = view.text
    if text[end - 1] != "." or text[end - 2] == ".":
        return False
    last_word = text[max(start, end - 8) : end - 1].split()[-1:]
    if not last_word or "." in last_word[0]:
        return False
    return not any(q.inner.start < end <= q.end for q in view.quotations_in(Span(end - 1, end), 0))
