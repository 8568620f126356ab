"""From the words of a time expression to its TIMEX3 type and value.

One resolver per kind of the grammar. A resolver never invents: without an anchor for "Tuesday" it writes
``XXXX-WXX-2``, which has no bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from onrecord.dates import clocks, counted, days, durations, relative, stretches
from onrecord.dates.context import Answer, Context
from onrecord.dates.grammar import Found

Resolver = Callable[[Found, Context], Answer | None]


def resolve(found: Found, context: Context) -> Answer | None:
    """Type and value of ``found``; None when on a closer look it is no time expression."""
    return _RESOLVERS[found.kind](found, context)


_RESOLVERS: Final[Mapping[str, Resolver]] = {
    "iso": days.iso,
    "slash": days.slash,
    "dotted": days.dotted,
    "named": days.named,
    "first_day": days.first_day,
    "nth_weekday": days.nth_weekday,
    "day_but_one": days.day_but_one,
    "week_ago": days.week_ago,
    "day_of_month": days.day_of_month,
    "week_on": counted.week_on,
    "ago_from": counted.ago_from,
    "this_last": counted.this_last,
    "day_of_week": counted.day_of_week,
    "weekday_after": counted.weekday_after,
    "of_month": counted.of_month,
    "before_last": counted.before_last,
    "hours": clocks.hours,
    "hours_at": clocks.hours_at,
    "month_quarter": stretches.month_quarter,
    "year_span": stretches.year_span,
    "calendar": days.calendar,
    "weekday": days.weekday,
    "day": days.day,
    "time": clocks.time,
    "holiday": days.holiday,
    "year": stretches.year,
    "decade": stretches.decade,
    "century": stretches.century,
    "season": stretches.season,
    "quarter": stretches.quarter,
    "half": stretches.half,
    "fiscal": stretches.fiscal,
    "relative": relative.relative,
    "chain": relative.chain,
    "the_unit": stretches.the_unit,
    "edge_unit": relative.relative,
    "latest": stretches.latest,
    "ended_unit": stretches.ended_unit,
    "year_end": stretches.year_end,
    "next_day": days.next_day,
    "age": relative.unmarked,
    "rate": relative.unmarked,
    "ago": relative.ago,
    "yearago": relative.yearago,
    "lately": relative.lately,
    "duration": durations.duration,
    "bare_units": durations.duration,
    "set": durations.repeated,
    "ref": relative.reference,
}
