"""Whether what two articles say of one name can hold of one person.

A rare name is one person even if it is a businessman here and a president there; "John Smith", shortstop,
and "John Smith", senator, are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.languages.english.speakers.fields import COMMON_GIVEN, COMMON_SURNAMES, FIELD_OF
from onrecord.names.persons import PersonName
from onrecord.names.roles import Description, agreement


def field_of(description: Description) -> str | None:
    """The walk of life an office belongs to (politics, sport, …), or None."""
    return FIELD_OF.get(description.head) or next(
        (FIELD_OF[m] for m in sorted(description.marks) if m in FIELD_OF), None
    )


def contradict(name: PersonName, mine: Sequence[Description], theirs: Sequence[Description]) -> bool:
    """Whether the bearer of a common name is described as two different people."""
    if (
        not name.full
        or not name.given
        or name.given[0].casefold() not in COMMON_GIVEN
        or name.parts[-1].casefold() not in COMMON_SURNAMES
    ):
        return False
    if any(agreement(a, b) > 0 for a in mine for b in theirs):
        return False
    a, b = {field_of(d) for d in mine} - {None}, {field_of(d) for d in theirs} - {None}
    return bool(a and b and not a & b)
