"""What a resolver of time expressions gets besides the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.dates import calendars
from onrecord.dates.grammar import Found
from onrecord.languages.grammar import DateGrammar
from onrecord.records import TimexType

Answer = tuple[TimexType, str]

# "Two days earlier" than May is no day; it is two days earlier than whatever day was told before May.
_FINE = ("D", "W", "WE", "FN")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an expression.

    ``grammar``: of its language. ``anchor``: the day "today" means, None when unknown. ``reference``: the
    value of the date last mentioned; ``day_before``: of the last that was a day. ``quarter``: the
    business quarter the article is about; ``quarterly``: the figures at hand are a quarter's, not those
    of nine months or a year. ``tense``: 1 when the clause looks ahead, -1 when it looks back, 0 when it
    does not say. ``narrative``: the passage tells a past in its own time, so dates without a year belong
    to the reference, not to the anchor. ``range_end``: year, if told, and month of the date that this one
    leads up to ("Jan. 3 to Feb. 7, 2018", "3-5 March"). ``range_start``: the day that leads up to this
    one ("Monday through Wednesday"). ``beside``: the day that the sentence named before this expression.
    ``day_first``: the text writes days before months ("25/4/2031"). ``since``: "since" stands before it.
    """

    grammar: DateGrammar
    anchor: date | None
    reference: str | None = None
    quarter: str | None = None
    tense: int = 0
    narrative: bool = False
    quarterly: bool = True
    range_end: tuple[int | None, int] | None = None
    range_start: date | None = None
    day_before: str | None = None
    beside: date | None = None
    day_first: bool = False
    since: bool = False

    def reference_day(self) -> date | None:
        """First day of the date last mentioned, else the anchor."""
        covered = self.reference_days()
        return covered[0] if covered else None

    def reference_days(self) -> tuple[date, date] | None:
        """First and last day of the date last mentioned, else the anchor twice."""
        covered = calendars.bounds(self.reference) if self.reference else None
        return covered or ((self.anchor, self.anchor) if self.anchor else None)

    def counted_from(self, unit: str) -> tuple[date, date] | None:
        """First and last day of what is counted from: days and weeks from a day, where one was told."""
        covered = self.reference_days()
        if unit in _FINE and covered and (covered[1] - covered[0]).days > _WEEK and self.day_before:
            return calendars.bounds(self.day_before)
        return covered


def direction_of(found: Found) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this"; None when there is no such word."""
    if found.has("THIS"):
        return -1 if found.has("PAST", "GONE") else 1 if found.has("COMING") else 0
    token = found.token("LAST", "NEXT", "PAST", "COMING", "PREVIOUS", "FOLLOWING", "GONE")
    return token.value if token is not None and isinstance(token.value, int) else None


def unit_of(found: Found) -> str | None:
    """The unit counted: D, W, M, Q, Y, DE, CE, FN, WE, H, MIN or S."""
    token = found.token("DUNIT", "DUNITS", "QUARTER", "QUARTERS", "WEEKEND", "WEEKENDS", "TUNIT", "TUNITS")
    if token is not None:
        return str(token.value)
    return "S" if found.has("SECOND") else None
