"""One article in two states: what its outlet changed under the same address or id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.ground import Place

RevisedKind = Literal["headline", "quote", "number", "date", "wording", "spelling"]


@dataclass(frozen=True, slots=True)
class Revised:
    """One change: the words before and after, None where a state has none there.

    ``noted``: the later state's note of correction names it.
    """

    kind: RevisedKind
    before: Place | None
    after: Place | None
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """Two states of one article that follow each other: ``earlier_id`` and ``later_id`` are articles.

    ``name``: the address or id that both have. ``ordered``: whether days, times of change or readings of the
    file show which is earlier; otherwise they are in the order of their paths. ``trivial``: only spelling,
    punctuation and white space changed. ``correction``: the later state's note of correction, if the earlier
    one has none like it.
    """

    id: str
    story_id: str
    name: str
    earlier_id: str
    later_id: str
    ordered: bool
    trivial: bool
    changes: tuple[Revised, ...] = ()
    correction: str | None = None
    producer: str = ""
