"""When each statement was said: from its own words, else from the same occasion, else bounded.

The words must belong to the cue ("said Tuesday", "On Tuesday, X said", "told Y in August 2014", "Last week,
X warned"); a date inside the content is what the statement is about. Without such words a statement is
only known to precede publication.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from onrecord.languages.english import saying as english
from onrecord.languages.sentences import sentences
from onrecord.records import Article, Dating, Span, Statement, Timex, hull

# A bare weekday in news lies at most this many days before publication.
_WEEK: Final = 6
# No clause needs more text than this on either side of its cue.
_REACH: Final = 400


@dataclass(frozen=True, slots=True)
class _Scene:
    """One article with its time expressions and sentences in order."""

    article: Article
    timexes: tuple[Timex, ...]
    starts: tuple[int, ...]
    sentences: tuple[Span, ...]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds ``offset``, else the whole text."""
        index = bisect_left(self.sentences, Span(offset + 1, 0)) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return Span(max(0, offset - _REACH), min(len(self.article.text), offset + _REACH))

    def within(self, span: Span) -> Sequence[Timex]:
        """Time expressions that begin inside ``span``."""
        return self.timexes[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def say(article: Article, timexes: Sequence[Timex], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """``statements`` with ``said`` filled; order and everything else as given."""
    ordered = tuple(sorted(timexes, key=lambda t: t.start))
    scene = _Scene(article, ordered, tuple(t.start for t in ordered), tuple(sentences(article.text)))
    own = [_own_words(scene, statement) for statement in statements]
    dated = []
    for index, statement in enumerate(statements):
        said = own[index] or _same_occasion(scene, statements, own, index) or _bounded(article)
        dated.append(replace(statement, said=said))
    return tuple(dated)


def _own_words(scene: _Scene, statement: Statement) -> Dating | None:
    """The date that the words around the cue give."""
    core = [*statement.cue, *statement.source] or list(statement.content)
    if not core:
        return None
    head = hull(statement.cue or statement.source or statement.content)
    sentence = scene.sentence_at(head.start)
    best: tuple[int, Timex] | None = None
    for timex in scene.within(sentence):
        if timex.type not in ("DATE", "TIME") or any(c.overlaps(timex.span) for c in statement.content):
            continue
        distance = _distance(scene.article.text, statement, head, sentence, timex)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, timex)
    if best is not None:
        return _from_timex(scene.article, best[1])
    return _earlier(scene.article, sentence, head)


def _distance(text: str, statement: Statement, head: Span, sentence: Span, timex: Timex) -> int | None:
    """Characters between cue and expression where it can belong to the cue; None where it cannot."""
    if timex.value.endswith("_REF"):
        return None
    if timex.start >= head.end:
        gap = _less(text, Span(head.end, timex.start), statement)
        if english.AFTER_CUE.fullmatch(gap):
            return timex.start - head.end
        return None
    gap = _less(text, Span(timex.end, head.start), statement)
    opening = _less(text, Span(sentence.start, timex.start), statement)
    if english.BETWEEN.fullmatch(gap) and (english.OPENING.fullmatch(opening) or len(gap) < 30):
        return head.start - timex.end
    return None


def _less(text: str, span: Span, statement: Statement) -> str:
    """The text of ``span`` with the statement's own source and content left out."""
    pieces, position = [], span.start
    for part in sorted([*statement.source, *statement.content]):
        if part.overlaps(span):
            pieces.append(text[position : max(position, part.start)])
            position = max(position, min(part.end, span.end))
    pieces.append(text[position : span.end])
    return " ".join(pieces)


def _from_timex(article: Article, timex: Timex) -> Dating:
    words = article.text[timex.start : timex.end]
    if timex.edtf is not None:
        edtf = timex.edtf[:10] if "T" in timex.edtf else timex.edtf
        return Dating(edtf, timex.earliest, timex.latest, f"“{words}” in its own sentence")
    published = article.published
    earliest = None
    if timex.value.startswith("XXXX-WXX-") and published.earliest:
        earliest = (date.fromisoformat(published.earliest) - timedelta(days=_WEEK)).isoformat()
    basis = f"“{words}” in its own sentence; the article is not dated, so the year or week is open"
    return Dating(None, earliest, published.latest, basis)


def _earlier(article: Article, sentence: Span, head: Span) -> Dating | None:
    """As in "Earlier, X said": before the rest of the article, on no stated day."""
    match = english.EARLIER.match(article.text, sentence.start, min(sentence.end, head.end))
    if match is None:
        return None
    return Dating(
        None, None, article.published.latest, f"“{match.group(1)}”: before publication, on no stated day"
    )


def _same_occasion(
    scene: _Scene, statements: Sequence[Statement], own: Sequence[Dating | None], index: int
) -> Dating | None:
    """The date of the nearest dated statement by the same source, one statement away or in the same paragraph."""
    here = statements[index]
    for other in (index - 1, index + 1, index - 2, index + 2):
        if not 0 <= other < len(statements):
            continue
        dating = own[other]
        if (
            dating is None
            or dating.earliest is None
            or not _continues(scene.article.text, here, statements[other])
        ):
            continue
        return replace(dating, basis=f"as said beside it by the same source: {dating.basis}")
    return None


def _continues(text: str, a: Statement, b: Statement) -> bool:
    """Whether two statements are by the same source on one occasion, as far as the words show."""
    if not a.source or not b.source:
        return False
    one, other = hull(a.source).of(text).lower(), hull(b.source).of(text).lower()
    spans = sorted([hull([*a.source, *a.cue, *a.content]), hull([*b.source, *b.cue, *b.content])])
    between = text[spans[0].end : spans[1].start]
    if len(between) > _REACH or between.count("\n\n") > 1:
        return False
    if one == other or one in english.PRONOUNS or other in english.PRONOUNS:
        return True
    return bool(_names(hull(a.source).of(text)) & _names(hull(b.source).of(text)))


def _names(words: str) -> set[str]:
    return set(re.findall(r"\b[A-Z][\w'’-]{2,}", words))


def _bounded(article: Article) -> Dating:
    latest = article.published.latest
    if latest is None:
        return Dating(basis="the text does not say, and the article is not dated")
    return Dating(latest=latest, basis=f"the text does not say; before the article was published ({latest})")
