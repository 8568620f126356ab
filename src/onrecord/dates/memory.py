"""What a text has mentioned so far, as later time expressions refer back to it."""

from __future__ import annotations

from datetime import date
from typing import Final

from onrecord.dates import calendars
from onrecord.dates.context import Context
from onrecord.dates.grammar import Found
from onrecord.dates.lexer import Lexed
from onrecord.records import TimexType

# A quarter's figures are news for about this long after it has ended.
_REPORTING_DAYS: Final = 200
# A date carries a passage's time for so many words at most, within its paragraph.
_PASSAGE: Final = 60
_OPENERS: Final = ("IN", "ON", "BY", "PREP", "AND", "EARLY", "LATE", "THE")


class Memory:
    """What the text has mentioned so far, as later expressions refer back to it."""

    def __init__(self, anchor: date | None, *, day_first: bool = False) -> None:
        self.anchor = anchor
        self.day_first = day_first
        self.reference: str | None = None
        self.day: str | None = None  # the last reference that was a day
        self.quarter: str | None = None
        self.quarterly = True
        # The last day that the sentence named, and the word up to which no sentence has ended since.
        self.beside: tuple[int, date] | None = None
        self.told: tuple[int, str] | None = None  # word index and value of the last past date with a year

    def context(self, lexed: Lexed, found: Found, tense: int) -> Context:
        """The surroundings of ``found``."""
        return Context(
            grammar=lexed.vocabulary.grammar,
            anchor=self.anchor,
            reference=self.reference,
            day_before=self.day,
            beside=self._beside(lexed, found),
            quarter=self.quarter,
            tense=tense,
            narrative=tense <= 0 and self._narrative(lexed, found),
            quarterly=self.quarterly,
            day_first=self.day_first,
            since=lexed.category(found.first - 1) == "SINCE",
        )

    def _beside(self, lexed: Lexed, found: Found) -> date | None:
        """The day that the sentence of ``found`` has named before it."""
        if self.beside is None:
            return None
        index, day = self.beside
        if lexed.has("BREAK", index, found.first) or lexed.has("DOT", index, found.first):
            self.beside = None
            return None
        self.beside = found.first, day  # no word is looked at twice
        return day

    def _narrative(self, lexed: Lexed, found: Found) -> bool:
        """Whether ``found`` stands in a passage that tells of an earlier year in that year's own time.

        Both dates must open their sentences ("In 1962, … In October, …"): a past year merely mentioned
        leaves the news its own time (9 of 9 such months in TimeBank + AQUAINT are the news's).
        """
        if self.told is None:
            return False
        index, value = self.told
        if found.first - index > _PASSAGE or lexed.has("BREAK", index, found.first):
            return False
        return self.anchor is None or (self.anchor.year > int(value[:4]) and _opens_sentence(lexed, found))

    def note(self, lexed: Lexed, found: Found, value: str, kind: TimexType) -> None:
        """Remember a resolved expression."""
        covered = calendars.bounds(value) if kind in ("DATE", "TIME") else None
        if covered:
            self.reference = value
            self.day = value if covered[0] == covered[1] else self.day
            self.told = self._told(lexed, found, value)
            if found.kind in ("weekday", "day"):
                self.beside = found.last, covered[0]
        if found.kind == "quarter" and not found.has("AGO", "EARLIER") and _names_quarter(value, self.anchor):
            self.quarter = value
        if found.has("QUARTER", "PERIOD") or (found.kind == "duration" and found.has("THE")):
            self.quarterly = found.has("QUARTER", "PERIOD")

    def _told(self, lexed: Lexed, found: Found, value: str) -> tuple[int, str] | None:
        """The past date whose passage this is, once ``found`` is noted."""
        if found.kind in ("calendar", "year") and found.has("YEAR4"):
            opens = self.anchor is None or _opens_sentence(lexed, found)
            return (found.last, value) if opens else self.told
        return None if found.kind in ("weekday", "day", "relative", "time") else self.told


def _opens_sentence(lexed: Lexed, found: Found) -> bool:
    """Whether only a preposition stands between the start of the sentence and ``found``."""
    index = found.first - 1
    while lexed.category(index) in _OPENERS:
        index -= 1
    return index < 0 or lexed.category(index) in ("DOT", "BREAK")


def _names_quarter(value: str, anchor: date | None) -> bool:
    """Whether a quarter has ended before that day, so that an article may report on it."""
    covered = calendars.bounds(value)
    return covered is not None and anchor is not None and 0 <= (anchor - covered[1]).days <= _REPORTING_DAYS
