"""Who answers in an interview whose lines are labelled "Q" and "A": nobody but its introduction says it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.languages.grammar import TurnGrammar
from onrecord.records import Span

# What follows a label: "A:", "A.", "A)".
_MARKS = (":", ".", ")")


def answering(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """The person of whom most was told before the first answer, for the label at word ``at``.

    None where two were told of as much, or where the label asks.
    """
    page, label = discourse.page, discourse.page.lower[at]
    if label not in page.language.grammar(TurnGrammar).answerers or not page.gap(at).startswith(_MARKS):
        return None
    known = discourse.called.get(("person", label))
    person = known if known is not None else _most_told_of(discourse, at)
    if person is None:
        return None
    discourse.called[("person", label)] = person
    return discourse.mention(person, at, span, "who answers in the interview")


def _most_told_of(discourse: Discourse, at: int) -> Entity | None:
    before = discourse.trail[: bisect_left(discourse.trail_at, at)]
    times = Counter(e for e in before if e.type == "person").most_common(2)
    if not times or (len(times) > 1 and times[0][1] == times[1][1]):
        return None
    return times[0][0]
