"""When a statement was said, by the day of another: the one that contains it, or one of the same occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.dates.scene import Scene
from onrecord.languages.grammar import SayingGrammar
from onrecord.records import Dating, Span, Statement, hull

# Before a cue stands its auxiliary.
_NEAR: Final = 25
_BESIDE: Final = 300
_WORD: Final = re.compile(r"[^\W\d_]+")
_NESTED: Final = 4
# News is of the days before it: what is told of an earlier time is what the article adds.
_WEEK: Final = 7
_BESIDE_BASIS: Final = "as said beside it by the same source: "


def from_parent(
    scene: Scene, statements: Sequence[Statement], own: Sequence[Dating | None], index: int
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


def same_occasion(
    scene: Scene, statements: Sequence[Statement], known: Sequence[Dating | None], index: int
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
        if (
            way > 0
            and dating is not None
            and (_is_over(scene, dating) or _turns_to(scene, here, statements[other]))
        ):
            continue
        if dating is not None and _carries(scene, dating, here, statements[other]):
            basis = dating.basis.removeprefix(_BESIDE_BASIS)
            return replace(dating, basis=f"{_BESIDE_BASIS}{basis}")
    return None


def _turns_to(scene: Scene, here: Statement, later: Statement) -> bool:
    """Whether ``later`` turns to a time of its own: “We got lucky,” Olm said. *On Tuesday* Olm warned …".

    What stands before it was said at the time that the article is about.
    """
    sentence = scene.sentence_at(hull(later.cue or later.content).start)
    if sentence.contains(hull(here.cue)):
        return False
    if later.cue and _tells_of_before(scene, later):
        return True
    first = next(scene.datable(sentence, later), None)
    opening = scene.text[sentence.start : first.start] if first is not None else None
    return opening is not None and scene.grammar.opening.fullmatch(opening) is not None


def _is_over(scene: Scene, dating: Dating) -> bool:
    """Whether a time lies well before the article: “We wait,” Olm said. Olm *told* them *in May* …".

    What an article tells first is its news; later on it tells of other times, too.
    """
    appeared = scene.published.earliest
    if appeared is None or dating.latest is None:
        return dating.day is None
    return (date.fromisoformat(appeared) - date.fromisoformat(dating.latest)).days > _WEEK


def _tells_of_before(scene: Scene, here: Statement) -> bool:
    """Whether the cue tells of a time before the story's own: "had said", "first announced"."""
    beside = scene.text[max(0, here.cue[0].start - _NEAR) : hull(here.cue).end]
    return scene.grammar.before_now.search(beside) is not None


def _carries(scene: Scene, dating: Dating, here: Statement, other: Statement) -> bool:
    """Whether the date of ``other`` holds for ``here``: one source, one occasion, near enough."""
    if dating.edtf is None or len(dating.edtf) == len("2014"):
        return False
    if _is_written(scene, here) != _is_written(scene, other):
        return False
    gap = _between(here, other)
    if gap is None or not (_continues(scene, here, other) or _is_chained(scene, dating, here, other)):
        return False
    return dating.day is not None or "\n" not in gap.of(scene.text)


def _is_written(scene: Scene, statement: Statement) -> bool:
    """Whether somebody wrote it for the public: that is no part of what was said to others that day."""
    told = " ".join(span.of(scene.text) for span in statement.cue)
    return scene.grammar.written.search(f"{told} {statement.venue or ''}") is not None


def _between(a: Statement, b: Statement) -> Span | None:
    """The stretch between two statements; None when one lies inside the other."""
    first, second = sorted(hull([*s.source, *s.cue, *s.content]) for s in (a, b))
    return Span(first.end, max(first.end, second.start)) if second.end > first.end else None


def _continues(scene: Scene, a: Statement, b: Statement) -> bool:
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


def _is_chained(scene: Scene, dating: Dating, here: Statement, other: Statement) -> bool:
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


def _speaks_for(scene: Scene, here: Statement, other: Statement) -> bool:
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
