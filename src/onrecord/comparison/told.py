"""What users' corrections say, and what of it changes articles before they are compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord import (
    corrections,
    store,
    stories,
)
from onrecord.records import (
    Correction,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What users' corrections say: all of them, and those that earlier comparing held against."""

    speakers: Sequence[Correction]
    speakers_before: Sequence[Correction]
    utterances: Sequence[Correction]
    stories: Sequence[Correction]
    spans: Sequence[Correction]
    amended: corrections.Amended
    touched: Sequence[Correction]
    number: int

    @classmethod
    def of(cls, told: Sequence[Correction], applied: int) -> Told:
        """``applied``: how many of ``told``, oldest first, were held against before."""
        before = told[:applied]
        return cls(
            corrections.of_speakers(told),
            corrections.of_speakers(before),
            corrections.of_groups(told, "utterance"),
            corrections.of_groups(told, "story"),
            corrections.of_spans(told),
            corrections.amended(told),
            corrections.touched(corrections.in_force(before), corrections.in_force(told)),
            len(told),
        )


def amend(connection: sqlite3.Connection, told: Told) -> frozenset[str]:
    """Remove, put back and call articles as users say: those whose stories must be compared again."""
    store.corrections.put_back(connection, told.amended.removed)
    store.corrections.set_aside(connection, told.amended.removed, stories.StoryKeys)
    called = store.corrections.set_outlets(connection, told.amended.outlets)
    said = [c for c in told.touched if c.about in ("date", "utterance") or c.spans is not None]
    return frozenset(called | {a for c in said for a in (*c.articles, *(p.article_id for p in c.places))})
