"""A time expression between being resolved and becoming a record."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import TimexType


@dataclass(frozen=True, slots=True)
class Mention:
    """One time expression before it becomes a record.

    ``tense`` is that of its clause (-1, 0, 1), ``sentence_tense`` that of its whole sentence: -1 when
    nothing in it looks ahead, 1 when it has a "will". ``dated``: it names its year itself. ``part``: of
    the stretch that ``value`` names (``parts.part_of``).
    """

    start: int
    end: int
    type: TimexType
    value: str
    tense: int
    sentence_tense: int
    dated: bool
    part: str | None = None
