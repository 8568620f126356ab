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
# Between a cue and a date after it stand an addressee and a place; before it, a subject.
_AFTER: Final = 120
_BEFORE: Final = 160
_NEAR: Final = 25
_DAY: Final = len("2022-01-25")
_BESIDE: Final = 300
_NESTED: Final = 4
_BESIDE_BASIS: Final = "as said beside it by the same source: "


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
    known = list(own)
    dated = []
    for index, statement in enumerate(statements):
        said = (
            own[index]
            or _from_parent(article.text, statements, own, index)
            or _same_occasion(scene, statements, known, index)
        )
        known[index] = said
        said = said or _bounded(article)
        dated.append(replace(statement, said=said))
    return tuple(dated)


def _own_words(scene: _Scene, statement: Statement) -> Dating | None:
    """The date that the words around the cue give."""
    anchors = statement.cue or statement.source or statement.content
    if not anchors:
        return None
    head = hull(anchors)
    sentence = scene.sentence_at(head.start)
    best: tuple[int, Timex] | None = None
    appeared = scene.article.published.latest
    for timex in scene.within(sentence):
        if timex.type not in ("DATE", "TIME") or any(c.overlaps(timex.span) for c in statement.content):
            continue
        if timex.earliest and appeared and timex.earliest > appeared:
            continue  # nobody is reported to have said what he is still to say
        distance = _distance(scene.article.text, statement, head, sentence, timex)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, timex)
    if best is not None:
        return _from_timex(scene.article, best[1])
    return _earlier(scene.article, sentence, head)


def _distance(text: str, statement: Statement, head: Span, sentence: Span, timex: Timex) -> int | None:
    """Characters between cue and expression where it can belong to the cue; None where it cannot."""
    before = text[sentence.start : timex.start]
    if timex.value.endswith("_REF") or before.lower().endswith("the "):
        return None  # "the 2016 election" names a thing
    if len(timex.value) == 4 and english.NAMING.search(before):
        return None
    if any(s.overlaps(timex.span) for s in statement.source) and not _inside_source(text, statement, timex):
        return None
    if head.overlaps(timex.span):
        return 0
    if timex.start >= head.end:
        gap = Span(head.end, timex.start)
        told = sum(c.end - c.start for c in statement.content if c.overlaps(gap))
        words = english.PUBLISHED.sub("", _less(text, gap, statement))
        near = told <= _NEAR and len(words) <= _AFTER and not english.OTHER_CLAUSE.search(words)
        return timex.start - head.end if near else None
    words = _less(text, Span(timex.end, head.start), statement)
    if _set_off(text, statement, sentence, timex):
        return head.start - timex.end
    # "X called on Friday for …, saying": the subject of both verbs stands before the date.
    participle = head.of(text).endswith("ing") and any(s.start < timex.start for s in statement.source)
    other = english.RELATIVE if participle else english.OTHER_CLAUSE
    if len(words) > (_REACH if participle else _BEFORE) or other.search(words):
        return None
    return head.start - timex.end if participle or _leads(text, statement, head, sentence, timex) else None


def _set_off(text: str, statement: Statement, sentence: Span, timex: Timex) -> bool:
    """Whether the expression opens the sentence and commas set off all that stands before the subject."""
    if not statement.source or not english.OPENING.fullmatch(text[sentence.start : timex.start]):
        return False
    source = statement.source[0].start
    between = text[timex.end : source].strip()
    return timex.end < source <= timex.end + _REACH and between.startswith(",") and between.endswith(",")


def _leads(text: str, statement: Statement, head: Span, sentence: Span, timex: Timex) -> bool:
    """Whether an expression before the cue dates it: it opens the sentence, or follows the subject."""
    opening = _less(text, Span(sentence.start, timex.start), statement)
    if english.OPENING.fullmatch(opening):
        return True
    if english.OCCASION_OPENING.fullmatch(opening) and not english.RELATIVE.search(opening):
        return True
    subject = any(s.start <= timex.start and timex.start - s.end <= _NEAR for s in statement.source)
    return subject and head.start - timex.end <= _BEFORE


def _inside_source(text: str, statement: Statement, timex: Timex) -> bool:
    """Whether a day inside the source names the occasion: "X, speaking on Friday, said"."""
    source = next(s for s in statement.source if s.overlaps(timex.span))
    return len(timex.value) >= _DAY and not english.RELATIVE.search(text[source.start : timex.start])


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
    if timex.edtf is not None and timex.earliest and timex.latest:
        # What an article reports as said was said by the day it appeared.
        appeared = article.published.latest
        latest = min(timex.latest, appeared) if appeared and appeared >= timex.earliest else timex.latest
        edtf = timex.edtf[:10] if "T" in timex.edtf else timex.edtf
        if latest != timex.latest:
            edtf = f"{timex.earliest}/{latest}"
        return Dating(edtf, timex.earliest, latest, f"“{words}” in its own sentence")
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


def _from_parent(
    text: str, statements: Sequence[Statement], own: Sequence[Dating | None], index: int
) -> Dating | None:
    """The date of the statement that holds this one, when its speaker is speaking of himself."""
    here = statements[index]
    if not here.cue or not here.source or hull(here.source).of(text).lower() not in english.PRONOUNS:
        return None
    for other in range(max(0, index - _NESTED), min(len(statements), index + _NESTED)):
        dating = own[other]
        if other == index or dating is None or dating.edtf is None:
            continue
        if any(c.contains(here.cue[0]) for c in statements[other].content):
            return replace(dating, basis=f"inside what was said then: {dating.basis}")
    return None


def _same_occasion(
    scene: _Scene, statements: Sequence[Statement], known: Sequence[Dating | None], index: int
) -> Dating | None:
    """The date of a dated statement beside this one, by the same source on the same occasion.

    Beside is the next statement with a source either way. A month goes no further than its paragraph.
    """
    here = statements[index]
    text = scene.article.text
    if (
        here.mode != "speech"
        or not here.cue
        or english.BEFORE_NOW.search(text[max(0, here.cue[0].start - _NEAR) : hull(here.cue).end])
    ):
        return None
    for way in (-1, 1):
        other = index + way
        if 0 <= other + way < len(statements) and not statements[other].source:
            other += way
        dating = known[other] if 0 <= other < len(statements) else None
        if dating is None or dating.edtf is None or len(dating.edtf) == len("2014"):
            continue
        gap = _between(here, statements[other])
        if gap is None or not _continues(text, here, statements[other]):
            continue
        if dating.day is None and "\n" in text[gap.start : gap.end]:
            continue
        basis = dating.basis.removeprefix(_BESIDE_BASIS)
        return replace(dating, basis=f"{_BESIDE_BASIS}{basis}")
    return None


def _between(a: Statement, b: Statement) -> Span | None:
    """The stretch between two statements; None when one lies inside the other."""
    first, second = sorted(hull([*s.source, *s.cue, *s.content]) for s in (a, b))
    return Span(first.end, max(first.end, second.start)) if second.end > first.end else None


def _continues(text: str, a: Statement, b: Statement) -> bool:
    """Whether two statements are by the same source on one occasion, as far as the words show."""
    if not a.source or not b.source:
        return False
    wholes = {whole: s for s in (a, b) for whole in (hull([*s.source, *s.cue, *s.content]),)}
    if len(wholes) < 2:
        return True
    first, second = sorted(wholes)
    between = text[first.end : second.start]
    if len(between) > _BESIDE or between.count("\n\n") > 1:
        return False
    earlier, later = (hull(wholes[whole].source).of(text) for whole in (first, second))
    if later.lower() in english.PRONOUNS or earlier.lower() == later.lower():
        return True
    surname = _surname(later)
    if surname is not None and surname == _surname(earlier):
        return True
    return later.lower().startswith("the ") and bool(_roles(earlier) & _roles(later))


def _surname(words: str) -> str | None:
    """The last capitalised word of a source before any apposition: "Mayor Ode Tamm (L), who …" is Tamm."""
    head = re.split(r"[,(]", words)[0]
    names = re.findall(r"\b[A-Z][\w'’-]*[a-z][\w'’-]*", head)
    return str(names[-1]) if names else None


def _roles(words: str) -> frozenset[str]:
    return english.ROLES & set(words.lower().split())


def _bounded(article: Article) -> Dating:
    latest = article.published.latest
    if latest is None:
        return Dating(basis="the text does not say, and the article is not dated")
    return Dating(latest=latest, basis=f"the text does not say; before the article was published ({latest})")
