"""Quotations that go on: over several paragraphs, or behind "Olm said"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.languages.grammar import TurnGrammar
from onrecord.languages.quotations import Quotation
from onrecord.records import Attribution, Span, Spans, hull
from onrecord.statements.spans import own_spans, sentence_at, trim
from onrecord.text import View

# Characters of the clause in the middle of a broken quotation.
_LONGEST_CLAUSE = 200
# Quotations up to the one that is gone on with: words that the clause between quotes as well.
_BACK = 3
_STOPS = (".", "!", "?")
_LEFT_OUT = " .…–—-["


def gone_on(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions``, each with what its quotation goes on with; linear in the text.

    A paragraph that is opened anew after one that was never closed is the same speech, and so is the second
    half of "“A,” Olm said. “B.”" What a tagger gave to somebody else stays theirs, but for the second half of
    "“A,” Olm said, “and b.”" and for what ``_yields``; what it left without a source is taken in.
    """
    found: dict[int, Attribution] = dict(enumerate(attributions))
    holds: defaultdict[Span, list[int]] = defaultdict(list)
    for n, attribution in found.items():
        for span in own_spans(attribution):
            for quotation in view.quotations_in(span, 0):
                holds[quotation.span].append(n)
    quotations = [q for q in view.quotations_at_level(0) if not q.single]
    for at, following in enumerate(quotations[1:], 1):
        for last in reversed(quotations[max(0, at - _BACK) : at]):
            before = [n for n in holds[last.span] if n in found]
            is_next = last is quotations[at - 1]
            speaks = next((n for n in before if _goes_on(view, found[n], last, following, is_next)), None)
            if speaks is not None:
                _take(view, found, holds, (speaks, last, following))
                break
    return list(found.values())


def _take(
    view: View,
    found: dict[int, Attribution],
    holds: defaultdict[Span, list[int]],
    told: tuple[int, Quotation, Quotation],
) -> None:
    """Give the second of two quotations to whoever says the first, where nobody else has a better claim."""
    speaks, last, following = told
    inside = _holding(found, holds[following.span], following)
    if speaks in inside:
        return
    # "“A,” Olm said, arguing *that else “it leaks.”*" goes on with what was argued.
    argued = _tells_between(last, following, [found[n] for n in inside])
    resumed = not argued and _is_resumed(view, found[speaks], last, following)
    broken = _is_broken(view, found[speaks], last, following)
    yields = {n for n in inside if broken and _yields(view, found[n], last, following)}
    if not resumed and any(found[n].source for n in inside - yields):
        return
    for n in inside:
        attribution = found.pop(n)
        rest = _without(attribution, following) if n in yields else _behind(view, attribution, following)
        if rest is not None:
            found[n] = rest
    found[speaks] = replace(found[speaks], content=_with(found[speaks].content, following.span))
    holds[following.span].append(speaks)


def _holding(found: Mapping[int, Attribution], told: Iterable[int], quotation: Quotation) -> set[int]:
    """Those of the attributions ``told`` that give words of a quotation."""
    return {n for n in told if n in found and _holds_words(found[n], quotation)}


def _tells_between(last: Quotation, following: Quotation, told: Iterable[Attribution]) -> bool:
    """Whether between two quotations stand words that one of ``told`` gives."""
    between = Span(last.end, following.start)
    return any(between.contains(span) for attribution in told for span in attribution.content)


def _goes_on(
    view: View, attribution: Attribution, last: Quotation, following: Quotation, is_next: bool
) -> bool:
    """Whether whoever says the end of ``last`` says ``following`` as well.

    ``is_next``: nothing is quoted between.
    """
    if not attribution.source or not _says(attribution, last) or not _is_speech(view, following):
        return False
    if _is_broken(view, attribution, last, following):
        return True
    return is_next and (last.continues or _is_resumed(view, attribution, last, following))


def _is_broken(view: View, attribution: Attribution, last: Quotation, following: Quotation) -> bool:
    """Whether nothing but who said so stands between the two, and a sentence begins with the second."""
    between = Span(last.end, following.start)
    gap = between.of(view.text)
    clause = (*attribution.source, *attribution.cue)
    if not attribution.cue or len(gap) > _LONGEST_CLAUSE or not gap.rstrip().endswith(_STOPS) or "\n" in gap:
        return False
    if not all(between.contains(span) for span in clause):
        return False
    sentence = sentence_at(view, hull(clause).end - 1)
    if sentence is None or view.text[sentence.end : following.start].strip():
        return False
    return _first(view.text, following.inner).isupper()


def _is_resumed(view: View, attribution: Attribution, last: Quotation, following: Quotation) -> bool:
    """Whether a sentence goes on behind who said so and a comma: "“A,” Olm said, “and b.”"."""
    gap = Span(last.end, following.start).of(view.text)
    told = len(gap) <= _LONGEST_CLAUSE and "\n" not in gap and gap.rstrip().endswith(",")
    within = all(last.end <= s.start < following.start for s in (*attribution.source, *attribution.cue))
    return told and within and _first(view.text, following.inner).islower()


def _yields(view: View, attribution: Attribution, last: Quotation, following: Quotation) -> bool:
    """Whether ``attribution`` keeps words of its own without ``following``, in another sentence.

    "“A,” Olm said, *adding that it leaks*. “B.” *Reve said: “C.”*": B is neither what was added nor Reve's.
    """
    if not attribution.cue or _without(attribution, following) is None:
        return False
    cue = attribution.cue[0]
    if Span(last.end, following.start).contains(cue):
        return True
    ended = following.closed and view.text.endswith(".", 0, following.inner.end)
    return ended and cue.start > following.end and attribution.source[:1] > (following.span,)


def _without(attribution: Attribution, quotation: Quotation) -> Attribution | None:
    """``attribution`` but for the words of ``quotation``; None where nothing is left."""
    parts = (
        Span(*edges)
        for s in attribution.content
        for edges in ((s.start, min(s.end, quotation.start)), (max(s.start, quotation.end), s.end))
        if edges[0] < edges[1]
    )
    rest = tuple(dict.fromkeys(parts))
    return replace(attribution, content=rest) if rest else None


def _behind(view: View, attribution: Attribution, quotation: Quotation) -> Attribution | None:
    """What somebody else was given behind ``quotation``; None where nobody is named or nothing is left."""
    later = (Span(max(s.start, quotation.end), s.end) for s in attribution.content if s.end > quotation.end)
    rest = tuple(filter(None, (trim(view, s) for s in later)))
    return replace(attribution, content=rest) if rest and attribution.source else None


def _is_speech(view: View, quotation: Quotation) -> bool:
    """Whether words follow the mark, and no label of somebody else, as in a transcript set in marks.

    What stands beside the article, such as a sentence that an interface cut off, is nobody's speech.
    """
    inner = quotation.inner
    block = view.block_at(quotation.start)
    if block is not None and block.kind == "furniture":
        return False
    label = view.language.grammar(TurnGrammar).label.match(view.text, inner.start, inner.end)
    return quotation.opened and label is None and _first(view.text, inner).isalnum()


def _first(text: str, span: Span) -> str:
    """The first character of ``span`` behind dots and dashes that stand for what was left out."""
    return span.of(text).lstrip(_LEFT_OUT)[:1]


def _says(attribution: Attribution, quotation: Quotation) -> bool:
    """Whether the words before the end of ``quotation`` are the attribution's."""
    return any(s.start < quotation.inner.end <= s.end + 1 for s in attribution.content)


def _holds_words(attribution: Attribution, quotation: Quotation) -> bool:
    """Whether more than the mark is held."""
    return any(s.overlaps(quotation.inner) for s in own_spans(attribution))


def _with(content: Spans, more: Span) -> Spans:
    return tuple(sorted([*(s for s in content if not s.overlaps(more)), more]))
