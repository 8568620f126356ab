"""When each statement was said: from its own words, else from the same occasion, else bounded.

The words must belong to the cue ("said Tuesday", "On Tuesday, X said", "told Y in August 2014", "Last week,
X warned"); a date inside the content is what the statement is about. Without such words a statement is
only known to precede publication; on a live page its post's time tells the day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from onrecord.dates.posts import Posts, posts_of
from onrecord.dates.sessions import session_of
from onrecord.languages.grammar import SayingGrammar
from onrecord.records import Dating, LocalSpeaker, Span, Statement, Timex, hull
from onrecord.text import View

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
_WORD: Final = re.compile(r"[^\W\d_]+")
_NESTED: Final = 4
_BESIDE_BASIS: Final = "as said beside it by the same source: "


@dataclass(frozen=True, slots=True)
class _Scene:
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
        return Span(max(0, offset - _REACH), min(len(self.text), offset + _REACH))

    def appeared(self, offset: int) -> str | None:
        """The last day on which what stands at ``offset`` may have appeared: its post's, else the page's."""
        return self.posts.day_at(offset) or self.published.latest

    def within(self, span: Span) -> Sequence[Timex]:
        """Time expressions that begin inside ``span``."""
        return self.timexes[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


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
    scene = _Scene(view, published, ordered, tuple(t.start for t in ordered), grammar, whose, posts)
    own = [_own_words(scene, statement) for statement in statements]
    known = list(own)
    dated = []
    for index, statement in enumerate(statements):
        said = (
            own[index]
            or _from_parent(scene, statements, own, index)
            or _same_occasion(scene, statements, known, index)
            or (posts.dating_at(statement.content[0].start) if statement.content else None)
            or (session.dating_of(statement) if session is not None else None)
        )
        known[index] = said
        dated.append(replace(statement, said=said or _bounded(published)))
    return tuple(dated)


def _own_words(scene: _Scene, statement: Statement) -> Dating | None:
    """The date that the words around the cue give."""
    anchors = statement.cue or statement.source or statement.content
    if not anchors:
        return None
    head = hull(anchors)
    sentence = scene.sentence_at(head.start)
    near = [
        (distance, index, timex)
        for index, timex in enumerate(_datable(scene, sentence, statement))
        if (distance := _distance(scene, statement, head, sentence, timex)) is not None
    ]
    if near:
        return _from_timex(scene, min(near, key=lambda n: n[:2])[2])
    return _earlier(scene, sentence, head)


def _datable(scene: _Scene, sentence: Span, statement: Statement) -> Iterator[Timex]:
    """Dates of a sentence outside what is said; none by which the article had not yet appeared."""
    appeared = scene.appeared(sentence.start)
    for timex in scene.within(sentence):
        if timex.type not in ("DATE", "TIME") or any(c.overlaps(timex.span) for c in statement.content):
            continue
        # Nobody is reported to have said what he is still to say.
        if not (timex.earliest and appeared and timex.earliest > appeared):
            yield timex


def _distance(scene: _Scene, statement: Statement, head: Span, sentence: Span, timex: Timex) -> int | None:
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


def _is_part_of_name(scene: _Scene, sentence: Span, timex: Timex) -> bool:
    """Whether a date names a thing: "the 2016 election"."""
    before = scene.text[sentence.start : timex.start]
    if timex.value.endswith("_REF") or before.lower().endswith(scene.grammar.definite):
        return True
    return len(timex.value) == len("2016") and scene.grammar.naming.search(before) is not None


def _follows(scene: _Scene, statement: Statement, head: Span, timex: Timex) -> bool:
    """Whether a date after the cue stands in its clause."""
    gap = Span(head.end, timex.start)
    told = sum(c.end - c.start for c in statement.content if c.overlaps(gap))
    words = scene.grammar.published.sub("", _less(scene.text, gap, statement))
    return told <= _NEAR and len(words) <= _AFTER and not scene.grammar.other_clause.search(words)


def _precedes(scene: _Scene, statement: Statement, head: Span, sentence: Span, timex: Timex) -> bool:
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
    if len(words) > (_REACH if participle else _BEFORE) or other.search(words):
        return False
    return participle or _leads(scene, statement, head, sentence, timex)


def _set_off(scene: _Scene, statement: Statement, sentence: Span, timex: Timex) -> bool:
    """Whether the expression opens the sentence and commas set off all that stands before the subject."""
    opening = scene.grammar.opening.fullmatch(scene.text[sentence.start : timex.start])
    if not statement.source or not opening:
        return False
    source = statement.source[0].start
    between = scene.text[timex.end : source].strip()
    return timex.end < source <= timex.end + _REACH and between.startswith(",") and between.endswith(",")


def _leads(scene: _Scene, statement: Statement, head: Span, sentence: Span, timex: Timex) -> bool:
    """Whether an expression before the cue dates it: it opens the sentence, or follows the subject."""
    grammar, opening = scene.grammar, _less(scene.text, Span(sentence.start, timex.start), statement)
    if grammar.opening.fullmatch(opening):
        return True
    if grammar.occasion_opening.fullmatch(opening) and not grammar.relative.search(opening):
        return True
    subject = any(s.start <= timex.start and timex.start - s.end <= _NEAR for s in statement.source)
    return subject and head.start - timex.end <= _BEFORE


def _inside_source(scene: _Scene, statement: Statement, timex: Timex) -> bool:
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


def _from_timex(scene: _Scene, timex: Timex) -> Dating:
    """The day that an expression names; bounds where the article's own day leaves it open."""
    words, published = timex.span.of(scene.text), scene.published
    if timex.edtf is not None and timex.earliest and timex.latest:
        # What an article reports as said was said by the day it appeared.
        appeared = scene.appeared(timex.start)
        latest = min(timex.latest, appeared) if appeared and appeared >= timex.earliest else timex.latest
        edtf = timex.edtf[:_DAY] if "T" in timex.edtf else timex.edtf
        if latest != timex.latest:
            edtf = f"{timex.earliest}/{latest}"
        return Dating(edtf, timex.earliest, latest, f"“{words}” in its own sentence")
    earliest = None
    if timex.value.startswith("XXXX-WXX-") and published.earliest:
        earliest = (date.fromisoformat(published.earliest) - timedelta(days=_WEEK)).isoformat()
    basis = f"“{words}” in its own sentence; the article is not dated, so the year or week is open"
    return Dating(None, earliest, published.latest, basis)


def _earlier(scene: _Scene, sentence: Span, head: Span) -> Dating | None:
    """As in "Earlier, X said": before the rest of the article, on no stated day."""
    match = scene.grammar.earlier.match(scene.text, sentence.start, min(sentence.end, head.end))
    if match is None:
        return None
    basis = f"“{match.group(1)}”: before publication, on no stated day"
    return Dating(None, None, scene.published.latest, basis)


def _from_parent(
    scene: _Scene, statements: Sequence[Statement], own: Sequence[Dating | None], index: int
) -> Dating | None:
    """The date of the statement that holds this one, when its speaker is speaking of himself."""
    here = statements[index]
    if not here.cue or not here.source:
        return None
    if hull(here.source).of(scene.text).lower() not in scene.grammar.pronouns:
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
    if here.mode != "speech" or not here.cue or _tells_of_before(scene, here):
        return None
    for way in (-1, 1):
        other = index + way
        if 0 <= other + way < len(statements) and not statements[other].source:
            other += way
        dating = known[other] if 0 <= other < len(statements) else None
        if way > 0 and dating is not None and _turns_to(scene, here, statements[other]):
            continue
        if dating is not None and _carries(scene, dating, here, statements[other]):
            basis = dating.basis.removeprefix(_BESIDE_BASIS)
            return replace(dating, basis=f"{_BESIDE_BASIS}{basis}")
    return None


def _turns_to(scene: _Scene, here: Statement, later: Statement) -> bool:
    """Whether ``later`` turns to a time of its own: “We got lucky,” Olm said. *On Tuesday* Olm warned …".

    What stands before it was said at the time that the article is about.
    """
    sentence = scene.sentence_at(hull(later.cue or later.content).start)
    if sentence.contains(hull(here.cue)):
        return False
    if later.cue and _tells_of_before(scene, later):
        return True
    first = next(_datable(scene, sentence, later), None)
    opening = scene.text[sentence.start : first.start] if first is not None else None
    return opening is not None and scene.grammar.opening.fullmatch(opening) is not None


def _tells_of_before(scene: _Scene, here: Statement) -> bool:
    """Whether the cue tells of a time before the story's own: "had said", "first announced"."""
    beside = scene.text[max(0, here.cue[0].start - _NEAR) : hull(here.cue).end]
    return scene.grammar.before_now.search(beside) is not None


def _carries(scene: _Scene, dating: Dating, here: Statement, other: Statement) -> bool:
    """Whether the date of ``other`` holds for ``here``: one source, one occasion, near enough."""
    if dating.edtf is None or len(dating.edtf) == len("2014"):
        return False
    if _is_written(scene, here) != _is_written(scene, other):
        return False
    gap = _between(here, other)
    if gap is None or not (_continues(scene, here, other) or _is_chained(scene, dating, here, other)):
        return False
    return dating.day is not None or "\n" not in gap.of(scene.text)


def _is_written(scene: _Scene, statement: Statement) -> bool:
    """Whether somebody wrote it for the public: that is no part of what was said to others that day."""
    told = " ".join(span.of(scene.text) for span in statement.cue)
    return scene.grammar.written.search(f"{told} {statement.venue or ''}") is not None


def _between(a: Statement, b: Statement) -> Span | None:
    """The stretch between two statements; None when one lies inside the other."""
    first, second = sorted(hull([*s.source, *s.cue, *s.content]) for s in (a, b))
    return Span(first.end, max(first.end, second.start)) if second.end > first.end else None


def _continues(scene: _Scene, a: Statement, b: Statement) -> bool:
    """Whether two statements are by the same source on one occasion, as far as the words show."""
    if not a.source or not b.source:
        return False
    wholes = {hull([*s.source, *s.cue, *s.content]): s for s in (a, b)}
    if len(wholes) < 2:
        return True
    first, second = sorted(wholes)
    between = scene.text[first.end : second.start]
    if len(between) > _BESIDE or between.count("\n\n") > 1:
        return False
    earlier, later = (hull(wholes[whole].source).of(scene.text) for whole in (first, second))
    return _is_same(scene.grammar, earlier, later)


def _is_chained(scene: _Scene, dating: Dating, here: Statement, other: Statement) -> bool:
    """Whether a day goes on to whom the article takes for the speaker right before, by whatever name.

    A time in its own sentence, and what "has" been said, belong to other occasions.
    """
    if dating.day is None or not here.source or not other.source:
        return False
    if scene.whose.get(here.id, -1) != scene.whose.get(other.id) and not _speaks_for(scene, here, other):
        return False
    first, last = (hull([*s.source, *s.cue, *s.content]) for s in (other, here))
    between = scene.text[first.end : last.start]
    if first.end > last.start or len(between) > _BESIDE or between.count("\n\n") > 1:
        return False
    told = scene.text[here.source[-1].end : here.cue[-1].end]
    sentence = scene.sentence_at(here.cue[0].start)
    timed = (t for t in scene.within(sentence) if not any(c.overlaps(t.span) for c in here.content))
    return scene.grammar.perfect.search(told) is None and next(timed, None) is None


def _speaks_for(scene: _Scene, here: Statement, other: Statement) -> bool:
    """Whether the body that spoke right before is the one that this source speaks for.

    "The *port authority* said on Friday … “We wait,” *port authority spokesman* Olm told reporters."
    """
    spoken_for, speaking = (hull(s.source).of(scene.text).lower() for s in (other, here))
    body, words = _WORD.findall(spoken_for.split(",")[0]), set(_WORD.findall(speaking))
    if not body or body[-1] in scene.grammar.spokesmen or words.isdisjoint(scene.grammar.spokesmen):
        return False
    return body[-1] in words or not words.isdisjoint(scene.grammar.its)


def _is_same(grammar: SayingGrammar, earlier: str, later: str) -> bool:
    """Whether the words of the later source can mean the earlier one: a pronoun, its name, its office."""
    if later.lower() in grammar.pronouns or earlier.lower() == later.lower():
        return True
    surname = _surname(later)
    if surname is not None and surname == _surname(earlier):
        return True
    roles = grammar.roles & set(earlier.lower().split()) & set(later.lower().split())
    return later.lower().startswith(grammar.definite) and bool(roles)


def _surname(words: str) -> str | None:
    """The last capitalised word of a source before any apposition: "Mayor Ode Tamm (L), who …" is Tamm."""
    head = re.split(r"[,(]", words)[0]
    names = re.findall(r"\b[A-Z][\w'’-]*[a-z][\w'’-]*", head)
    return str(names[-1]) if names else None


def _bounded(published: Dating) -> Dating:
    latest = published.latest
    if latest is None:
        return Dating(basis="the text does not say, and the article is not dated")
    return Dating(latest=latest, basis=f"the text does not say; before the article was published ({latest})")
