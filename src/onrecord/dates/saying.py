"""When each statement was said: from its own words, else from the same occasion, else bounded.

The words must belong to the cue ("said Tuesday", "On Tuesday, X said", "told Y in August 2014", "Last week,
X warned"); a date inside the content is what the statement is about. Without such words a statement is
only known to precede publication; on a live page its post's time tells the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.dates.beside import from_parent, same_occasion
from onrecord.dates.posts import posts_of
from onrecord.dates.scene import REACH, Scene
from onrecord.dates.sessions import session_of
from onrecord.languages.grammar import SayingGrammar
from onrecord.records import Dating, LocalSpeaker, Span, Statement, Timex, hull
from onrecord.text import View

# A bare weekday in news lies at most this many days before publication.
_WEEK: Final = 6
# Between a cue and a date after it stand an addressee and a place; before it, a subject.
_AFTER: Final = 120
_BEFORE: Final = 160
_NEAR: Final = 25
_DAY: Final = len("2022-01-25")


def say(
    view: View,
    timexes: Sequence[Timex],
    statements: Sequence[Statement],
    published: Dating | None = None,
    speakers: Sequence[LocalSpeaker] = (),
) -> tuple[Statement, ...]:
    """``statements`` with ``said`` filled; order and everything else as given.

    Args:
        view: the article's text.
        timexes: its time expressions.
        statements: those of the article, in text order.
        published: when it was published; by default what the article says of itself.
        speakers: whose the statements are.
    """
    published = view.article.published if published is None else published
    ordered = tuple(sorted(timexes, key=lambda t: t.start))
    grammar = view.language.grammar(SayingGrammar)
    whose = {s: n for n, speaker in enumerate(speakers) for s in speaker.statement_ids}
    posts, session = posts_of(view, published), session_of(view, ordered, statements, published)
    scene = Scene(view, published, ordered, tuple(t.start for t in ordered), grammar, whose, posts)
    own = [_own_words(scene, statement) for statement in statements]
    known = list(own)
    dated = []
    for index, statement in enumerate(statements):
        said = (
            own[index]
            or from_parent(scene, statements, own, index)
            or same_occasion(scene, statements, known, index)
            or (posts.dating_at(statement.content[0].start) if statement.content else None)
            or (session.dating_of(statement) if session is not None else None)
        )
        known[index] = said
        dated.append(replace(statement, said=said or _bounded(published)))
    return tuple(dated)


def _own_words(scene: Scene, statement: Statement) -> Dating | None:
    """The date that the words around the cue give."""
    anchors = statement.cue or statement.source or statement.content
    if not anchors:
        return None
    head = hull(anchors)
    sentence = scene.sentence_at(head.start)
    near = [
        (distance, index, timex)
        for index, timex in enumerate(scene.datable(sentence, statement))
        if (distance := _distance(scene, statement, head, sentence, timex)) is not None
    ]
    if near:
        return _from_timex(scene, min(near, key=lambda n: n[:2])[2])
    return _earlier(scene, sentence, head)


def _distance(scene: Scene, statement: Statement, head: Span, sentence: Span, timex: Timex) -> int | None:
    """Characters between cue and expression where it can belong to the cue; None where it cannot."""
    if _is_part_of_name(scene, sentence, timex):
        return None
    inside = any(s.overlaps(timex.span) for s in statement.source)
    if inside and not _inside_source(scene, statement, timex):
        return None
    if head.overlaps(timex.span):
        return 0
    if timex.start >= head.end:
        return timex.start - head.end if _follows(scene, statement, head, timex) else None
    return head.start - timex.end if _precedes(scene, statement, head, sentence, timex) else None


def _is_part_of_name(scene: Scene, sentence: Span, timex: Timex) -> bool:
    """Whether a date names a thing: "the 2016 election"."""
    before = scene.text[sentence.start : timex.start]
    if timex.value.endswith("_REF") or before.lower().endswith(scene.grammar.definite):
        return True
    return len(timex.value) == len("2016") and scene.grammar.naming.search(before) is not None


def _follows(scene: Scene, statement: Statement, head: Span, timex: Timex) -> bool:
    """Whether a date after the cue stands in its clause."""
    gap = Span(head.end, timex.start)
    told = sum(c.end - c.start for c in statement.content if c.overlaps(gap))
    words = scene.grammar.published.sub("", _less(scene.text, gap, statement))
    return told <= _NEAR and len(words) <= _AFTER and not scene.grammar.other_clause.search(words)


def _precedes(scene: Scene, statement: Statement, head: Span, sentence: Span, timex: Timex) -> bool:
    """Whether a date before the cue stands in its clause, or opens the sentence for all its clauses."""
    if _set_off(scene, statement, sentence, timex):
        return True
    grammar = scene.grammar
    # "X called on Friday for …, saying": the subject of both verbs stands before the date.
    participle = head.of(scene.text).endswith(grammar.participle) and any(
        s.start < timex.start for s in statement.source
    )
    other = grammar.relative if participle else grammar.other_clause
    words = _less(scene.text, Span(timex.end, head.start), statement)
    if len(words) > (REACH if participle else _BEFORE) or other.search(words):
        return False
    return participle or _leads(scene, statement, head, sentence, timex)


def _set_off(scene: Scene, statement: Statement, sentence: Span, timex: Timex) -> bool:
    """Whether the expression opens the sentence and commas set off all that stands before the subject."""
    opening = scene.grammar.opening.fullmatch(scene.text[sentence.start : timex.start])
    if not statement.source or not opening:
        return False
    source = statement.source[0].start
    between = scene.text[timex.end : source].strip()
    return timex.end < source <= timex.end + REACH and between.startswith(",") and between.endswith(",")


def _leads(scene: Scene, statement: Statement, head: Span, sentence: Span, timex: Timex) -> bool:
    """Whether an expression before the cue dates it: it opens the sentence, or follows the subject."""
    grammar, opening = scene.grammar, _less(scene.text, Span(sentence.start, timex.start), statement)
    if grammar.opening.fullmatch(opening):
        return True
    if grammar.occasion_opening.fullmatch(opening) and not grammar.relative.search(opening):
        return True
    subject = any(s.start <= timex.start and timex.start - s.end <= _NEAR for s in statement.source)
    return subject and head.start - timex.end <= _BEFORE


def _inside_source(scene: Scene, statement: Statement, timex: Timex) -> bool:
    """Whether a day inside the source names the occasion: "X, speaking on Friday, said"."""
    source = next(s for s in statement.source if s.overlaps(timex.span))
    before = scene.text[source.start : timex.start]
    return len(timex.value) >= _DAY and not scene.grammar.relative.search(before)


def _less(text: str, span: Span, statement: Statement) -> str:
    """The text of ``span`` with the statement's own source and content left out."""
    pieces, position = [], span.start
    for part in sorted([*statement.source, *statement.content]):
        if part.overlaps(span):
            pieces.append(text[position : max(position, part.start)])
            position = max(position, min(part.end, span.end))
    pieces.append(text[position : span.end])
    return " ".join(pieces)


def _from_timex(scene: Scene, timex: Timex) -> Dating:
    """The day that an expression names; bounds where the article's own day leaves it open."""
    words, published = timex.span.of(scene.text), scene.published
    if timex.edtf is not None and timex.earliest and timex.latest:
        # What an article reports as said was said by the day it appeared.
        appeared = scene.appeared(timex.start)
        latest = min(timex.latest, appeared) if appeared and appeared >= timex.earliest else timex.latest
        edtf = timex.edtf[:_DAY] if "T" in timex.edtf else timex.edtf
        if latest != timex.latest:
            edtf = f"{timex.earliest}/{latest}"
        later = f"; the text went on after {published.day}" if scene.is_day_after(timex) else ""
        return Dating(edtf, timex.earliest, latest, f"“{words}” in its own sentence{later}")
    earliest = None
    if timex.value.startswith("XXXX-WXX-") and published.earliest:
        earliest = (date.fromisoformat(published.earliest) - timedelta(days=_WEEK)).isoformat()
    basis = f"“{words}” in its own sentence; the article is not dated, so the year or week is open"
    return Dating(None, earliest, published.latest, basis)


def _earlier(scene: Scene, sentence: Span, head: Span) -> Dating | None:
    """As in "Earlier, X said": before the rest of the article, on no stated day."""
    match = scene.grammar.earlier.match(scene.text, sentence.start, min(sentence.end, head.end))
    if match is None:
        return None
    basis = f"“{match.group(1)}”: before publication, on no stated day"
    return Dating(None, None, scene.published.latest, basis)


def _bounded(published: Dating) -> Dating:
    latest = published.latest
    if latest is None:
        return Dating(basis="the text does not say, and the article is not dated")
    return Dating(latest=latest, basis=f"the text does not say; before the article was published ({latest})")
