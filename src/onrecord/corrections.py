"""Users' corrections: which of them still hold, and what each kind asks for.

Corrections are only ever added. One that is undone stays in its place as one that says nothing, so that
the numbers by which speakers' forms refer to them (``identity.parting``) never shift.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from onrecord.records import Corrected, Correction, CorrectionAction, Dating, StatementSpans, bounds

# Names nobody, points at nothing: it changes nothing whoever applies it.
VOID = Correction("merge")


@dataclass(frozen=True, slots=True)
class Amended:
    """What corrections say of articles: to be left out, their outlets, their dates; by article id."""

    removed: frozenset[str]
    outlets: dict[str, str]
    dates: dict[str, Dating]


def check(correction: Correction, number: int) -> None:
    """Whether a correction says something that can be applied, as the ``number``-th of an archive.

    Raises:
        ValueError: what is missing or cannot be.
    """
    c, missing = correction, ""
    if c.action not in get_args(CorrectionAction):
        missing = f"the action is {c.action!r}, not one of {', '.join(get_args(CorrectionAction))}"
    elif c.action == "undo":
        missing = "" if c.undoes and 0 < c.undoes < number else f"there is no correction {c.undoes} to undo"
    elif c.action == "remove":
        missing = "" if c.articles else "no article is named"
    elif c.action == "mark":
        missing = _missing_of_mark(c)
    elif c.about == "speaker":
        missing = "" if c.names or c.places else "neither a name nor a place is given"
    elif c.about == "utterance":
        missing = "" if c.places else "no place is given"
    elif c.about == "story":
        missing = _missing_of_story(c)
    else:
        missing = f"{c.action} cannot be said of {c.about}"
    if missing:
        raise ValueError(missing)


def _missing_of_story(c: Correction) -> str:
    if c.action == "merge":
        return "" if len(set(c.articles)) > 1 else "one story takes at least two articles"
    if not c.articles or not c.apart_from:
        return "it is not said which articles are told apart from which"
    return "an article cannot be apart from itself" if set(c.articles) & set(c.apart_from) else ""


def _missing_of_mark(c: Correction) -> str:
    if c.verdict is None:
        return "neither right nor wrong is said"
    if c.about == "date" and c.articles:
        dating_of(c.value)
    if c.spans is not None:
        return _missing_of_spans(c, c.spans)
    return "" if c.places or c.articles or c.names else "nothing is named"


def _missing_of_spans(c: Correction, spans: StatementSpans) -> str:
    if c.about != "statement" or c.verdict != "wrong" or not c.places:
        return "spans are given for one statement, which is wrong as it is"
    if not spans.content:
        return "it is not said which words the statement consists of"
    for part in (spans.source, spans.cue, spans.content):
        ends = [0, *(x for span in part for x in (span.start, span.end))]
        if any(s.start >= s.end for s in part) or ends != sorted(ends):
            return "spans do not follow each other"
    return ""


def in_force(corrections: Sequence[Correction]) -> list[Correction]:
    """``corrections``, those ``VOID`` that were taken back and those that only take back.

    An undo may itself be undone: then what it took back holds again.
    """
    holds = _holding(corrections)
    return [c if held and c.action != "undo" else VOID for c, held in zip(corrections, holds, strict=True)]


def _holding(corrections: Sequence[Correction]) -> list[bool]:
    """Whether each holds. An undo comes after what it undoes, so the last are settled first."""
    holds = [True] * len(corrections)
    for number in range(len(corrections), 0, -1):
        undoes = corrections[number - 1].undoes or 0
        if corrections[number - 1].action == "undo" and holds[number - 1] and 0 < undoes < number:
            holds[undoes - 1] = False
    return holds


def listed(rows: Iterable[tuple[int, str, Correction]]) -> list[Corrected]:
    """(place in the archive, when it was made, correction) as kept corrections, numbered from 1."""
    found = list(rows)
    holds = _holding([c for _, _, c in found])
    return [
        Corrected(number, made, correction, held)
        for number, ((_, made, correction), held) in enumerate(zip(found, holds, strict=True), 1)
    ]


def of_speakers(corrections: Sequence[Correction]) -> list[Correction]:
    """Those that hold and say who is who, in their places; ``VOID`` for all others."""
    return [
        c if c.about == "speaker" and c.action in ("merge", "split") else VOID for c in in_force(corrections)
    ]


def of_groups(corrections: Sequence[Correction], about: str) -> list[Correction]:
    """Those that hold and merge or split what ``about`` says, oldest first."""
    return [c for c in in_force(corrections) if c.about == about and c.action in ("merge", "split")]


def marks(corrections: Sequence[Correction]) -> list[Correction]:
    """Those that hold and mark something right or wrong, oldest first."""
    return [c for c in in_force(corrections) if c.action == "mark"]


def of_spans(corrections: Sequence[Correction]) -> list[Correction]:
    """Those that hold and give a statement other spans, oldest first."""
    return [c for c in in_force(corrections) if c.spans is not None]


def amended(corrections: Sequence[Correction]) -> Amended:
    """What those that hold say of whole articles; the last word counts."""
    removed: set[str] = set()
    outlets: dict[str, str] = {}
    dates: dict[str, Dating] = {}
    for c in in_force(corrections):
        if c.action == "remove":
            removed.update(c.articles)
        elif c.action == "mark" and c.verdict == "wrong" and c.about == "outlet":
            outlets |= dict.fromkeys(c.articles, c.value)
        elif c.action == "mark" and c.verdict == "wrong" and c.about == "date" and not c.places:
            dates |= dict.fromkeys(c.articles, dating_of(c.value))
    return Amended(frozenset(removed), outlets, dates)


def dating_of(value: str) -> Dating:
    """A year, month or day as a user wrote it; unknown where nothing was written.

    Raises:
        ValueError: it is not one.
    """
    if not value:
        return Dating(basis="a reader says that the day is not known")
    first, last = bounds(value)
    return Dating(value, first, last, "a reader says so")


def touched(before: Sequence[Correction], now: Sequence[Correction]) -> list[Correction]:
    """What holds now and did not before, and the other way round; ``now`` continues ``before``."""
    padded = [*before, *[VOID] * (len(now) - len(before))]
    return [c for old, new in zip(padded, now, strict=True) if old != new for c in (old, new) if c != VOID]
