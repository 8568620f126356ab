"""Time expressions of an article, resolved against the day it was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from onrecord.dates import calendars, numbers
from onrecord.dates.context import Answer, Context
from onrecord.dates.grammar import Found, search
from onrecord.dates.lexer import OTHER, Lexed, lex, lexicon
from onrecord.dates.mention import Mention
from onrecord.dates.parts import narrow, part_of
from onrecord.dates.quoted import speech_days
from onrecord.dates.resolve import resolve
from onrecord.dates.tenses import sentence_tense, tense_of
from onrecord.languages.english.dates import FIRST_NAMES
from onrecord.records import Article, Timex, TimexType

# A quarter's figures are news for about this long after it has ended.
_REPORTING_DAYS: Final = 200
# A date carries a passage's time for so many words at most, within its paragraph.
_PASSAGE: Final = 60
_JOINING: Final = {"HYPHEN", "DASH", "TO", "AND", "OR", "UNTIL", "PREP"}
_BRACKETS: Final = {"OPEN", "CLOSE", "COMMA", "ON"}
_DAYS: Final = (
    "WEEKDAY",
    "WEEKDAYABBR",
    "TODAY",
    "MONTHFULL",
    "MONTHABBR",
    "MAY",
    "ISO",
    "SLASHDATE",
    "DOTDATE",
)
_QUOTES: Final = ("“", "”", '"', "'", "‘", "’")


def find(article: Article) -> tuple[Timex, ...]:
    """All time expressions of ``article.text``, in text order, none overlapping.

    Values are TIMEX3 (TimeML 1.2.1). ``edtf``, ``earliest`` and ``latest`` are set wherever the value
    names a place on the calendar. Linear in the length of the text.
    """
    published = article.published
    if published.earliest is not None and published.latest is not None:
        first, last = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
        found = mentions(article.text, first) if first == last else _certain(article.text, first, last)
        return tuple(_timex(article.id, mention, last) for mention in found)
    return tuple(_timex(article.id, mention, None) for mention in mentions(article.text, None))


def _certain(text: str, first: date, last: date) -> list[Mention]:
    """What holds on whichever day between ``first`` and ``last`` the text appeared.

    "Last year" is certain in an article of June 2020, "Tuesday" is not.
    """
    late = {(m.start, m.end): m.value for m in mentions(text, last)}
    bare = {(m.start, m.end): m for m in mentions(text, None)}
    found = []
    for mention in mentions(text, first):
        span = (mention.start, mention.end)
        if late.get(span) == mention.value:
            found.append(mention)
        elif span in bare:
            found.append(bare[span])
    return found


def mentions(text: str, anchor: date | None) -> list[Mention]:
    """Each time expression of ``text`` in order; ``anchor`` is the day that "today" means."""
    lexed = lex(text)
    result: list[Mention] = []
    deictic: dict[int, Found] = {}
    memory = _Memory(anchor)
    founds = search(lexed)
    for number, found in enumerate(founds):
        tense = tense_of(lexed, found)
        context = memory.context(lexed, found, tense)
        if number + 1 < len(founds):
            context = replace(context, range_end=_range_end(lexed, found, founds[number + 1], context))
        ahead = _day_ahead(lexed, founds[number : number + 3], context)
        if ahead is not None:
            context = replace(context, reference=ahead)
        ranged = bool(result) and number > 0 and _is_range(lexed, founds[number - 1], found)
        if ranged and tense > 0:
            context = replace(context, range_start=_day_of(result[-1].value))
        answer = resolve(found, context)
        if answer is None or _is_title(lexed, found) or _is_first_name(lexed, found):
            continue
        if ranged and tense <= 0:
            result[-1] = _not_after(result[-1], answer[1])
        memory.note(lexed, found, answer[1], answer[0])
        if found.has("TODAY", "TONIGHT", "DAYPART") and not found.has("WEEKDAY", "THE"):
            deictic[len(result)] = found
        result.append(_mention(lexed, found, answer, tense))
    if anchor is not None and deictic:
        _reanchor(text, result, deictic)
    return result


def _day_ahead(lexed: Lexed, founds: Sequence[Found], context: Context) -> str | None:
    """The day that follows a time of day in brackets or after them: "at 1653 (2153 GMT) on Tuesday"."""
    if founds[0].kind != "time" or founds[0].has(*_DAYS):
        return None
    for before, found in pairwise(founds):
        between = {lexicon().name_of.get(code) for code in lexed.codes[before.last : found.first]}
        if not between <= _BRACKETS:
            return None
        if found.kind in ("weekday", "calendar", "day") or found.has(*_DAYS):
            answer = resolve(found, context)
            return answer[1][:10] if answer is not None else None
    return None


def _is_range(lexed: Lexed, before: Found, found: Found) -> bool:
    """Whether a weekday ends a range that another began: "from Monday to Friday", "Monday through Friday"."""
    if before.kind != "weekday" or found.kind != "weekday" or found.first - before.last != 1:
        return False
    if lexed.word(before.last).lower() in ("to", "through", "until", "till", "-", "–"):
        return True
    return bool(before.first) and lexed.word(before.first - 1).lower() == "between"


def _not_after(start: Mention, end: str) -> Mention:
    """A weekday that began a range which is over: the last one before its end."""
    first, last = _day_of(start.value), _day_of(end)
    if first is None or last is None or first <= last:
        return start
    return replace(start, value=calendars.weekday_on_or_before(last, first.isoweekday()).isoformat())


def _day_of(value: str) -> date | None:
    covered = calendars.bounds(value)
    return covered[0] if covered is not None and covered[0] == covered[1] else None


def _range_end(
    lexed: Lexed, found: Found, following: Found, context: Context
) -> tuple[int | None, int] | None:
    """Year and month that a date takes from the end of its range: "March 3-5, 2019", "3-5 March"."""
    joined = [lexicon().name_of.get(c) for c in lexed.codes[found.last : following.first]]
    if found.kind not in ("calendar", "first_day") or found.has("YEAR4"):
        return None
    if not set(joined) <= _JOINING or len(joined) != 1:
        return None
    year = numbers.year(following.tokens) if following.has("YEAR4") else None
    if year is None and found.kind == following.kind == "calendar" and _leads_on(lexed, found):
        # "Between April and June they rose": the year of the end is that of the range.
        answer = resolve(following, context)
        year = int(answer[1][:4]) if answer is not None and answer[1][:4].isdecimal() else None
    month = (following if following.kind == "calendar" else found).integer("MONTHFULL", "MONTHABBR", "MAY")
    known = month is not None and (year is not None or found.kind == "first_day")
    return (year, month) if known and month is not None else None


def _reanchor(text: str, result: list[Mention], deictic: dict[int, Found]) -> None:
    """Resolve "yesterday" and its like in quotations against the day they were spoken."""
    days = speech_days(text, [result[i] for i in deictic], result)
    for index, found in deictic.items():
        mention = result[index]
        day = days.get(mention.start)
        answer = resolve(found, Context(day, tense=mention.tense)) if day else None
        if answer is not None:
            result[index] = replace(mention, type=answer[0], value=answer[1])


def _mention(lexed: Lexed, found: Found, answer: Answer, tense: int) -> Mention:
    return Mention(
        start=lexed.starts[found.first],
        end=lexed.ends[found.last - 1],
        type=answer[0],
        value=answer[1],
        tense=tense,
        sentence_tense=sentence_tense(lexed, found),
        dated=found.has("YEAR4", "ISO"),
        part=part_of(found),
    )


def _is_title(lexed: Lexed, found: Found) -> bool:
    """Whether the words are the name of a paper or a programme: USA Today, "This Week", "60 Minutes"."""
    if found.kind not in ("day", "relative", "duration"):
        return False
    words = [lexed.word(i) for i in range(found.first, found.last)]
    start, end = lexed.starts[found.first], lexed.ends[found.last - 1]
    if not all(word[0].isupper() or word.isdecimal() for word in words):
        return False
    if len(words) == 1:
        before = lexed.word(found.first - 1) if found.first else ""
        return before[:1].isupper() and lexed.text[start - 1 : start] == " "
    return lexed.text[start - 1 : start] in _QUOTES and any(q in lexed.text[end : end + 2] for q in _QUOTES)


class _Memory:
    """What the text has mentioned so far, as later expressions refer back to it."""

    def __init__(self, anchor: date | None) -> None:
        self.anchor = anchor
        self.reference: str | None = None
        self.quarter: str | None = None
        self.quarterly = True
        self.told: tuple[int, str] | None = None  # word index and value of the last past date with a year

    def context(self, lexed: Lexed, found: Found, tense: int) -> Context:
        """The surroundings of ``found``."""
        return Context(
            anchor=self.anchor,
            reference=self.reference,
            quarter=self.quarter,
            tense=tense,
            narrative=tense <= 0 and self._narrative(lexed, found),
            quarterly=self.quarterly,
        )

    def _narrative(self, lexed: Lexed, found: Found) -> bool:
        """Whether ``found`` stands in a passage that tells of an earlier year in that year's own time.

        Both dates must open their sentences ("In 1962, … In October, …"): a past year merely mentioned
        leaves the news its own time (9 of 9 such months in TimeBank + AQUAINT are the news's).
        """
        if self.told is None:
            return False
        index, value = self.told
        near = found.first - index <= _PASSAGE
        broken = near and lexicon().code_of["BREAK"] in lexed.codes[index : found.first]
        if self.anchor is None:
            return near and not broken
        back = self.anchor.year - int(value[:4])
        return near and not broken and back > 0 and _opens_sentence(lexed, found)

    def note(self, lexed: Lexed, found: Found, value: str, kind: TimexType) -> None:
        """Remember a resolved expression."""
        if kind in ("DATE", "TIME") and calendars.bounds(value):
            self.reference = value
            if found.kind in ("calendar", "year") and found.has("YEAR4"):
                opens = self.anchor is None or _opens_sentence(lexed, found)
                self.told = (found.last, value) if opens else self.told
            elif found.kind in ("weekday", "day", "relative", "time"):
                self.told = None
        if found.kind == "quarter" and not found.has("AGO", "EARLIER") and _names_quarter(value, self.anchor):
            self.quarter = value
        if found.has("QUARTER", "PERIOD") or (found.kind == "duration" and found.has("THE")):
            self.quarterly = found.has("QUARTER", "PERIOD")


def _leads_on(lexed: Lexed, found: Found) -> bool:
    """Whether a range begins here: "from April to", "between April and", "April through"."""
    word = lexed.word(found.last).lower()
    opener = lexed.word(found.first - 1).lower() if found.first else ""
    return word in ("through", "until", "till", "-", "–") or (word, opener) in (
        ("to", "from"),
        ("and", "between"),
    )


def _is_first_name(lexed: Lexed, found: Found) -> bool:
    """Whether a bare month is somebody's name: "April Holm said", and not "in April Congress voted"."""
    if found.kind != "calendar" or found.last - found.first != 1 or found.last >= len(lexed.codes):
        return False
    if lexed.word(found.first) not in FIRST_NAMES or lexed.codes[found.last] != OTHER:
        return False
    if lexed.starts[found.last] - lexed.ends[found.first] != 1 or not lexed.word(found.last).istitle():
        return False
    return not found.first or lexicon().name_of.get(lexed.codes[found.first - 1]) in (
        None,
        "DOT",
        "BREAK",
        "COMMA",
    )


def _opens_sentence(lexed: Lexed, found: Found) -> bool:
    """Whether only a preposition stands between the start of the sentence and ``found``."""
    index = found.first - 1
    names = lexicon().name_of
    while index >= 0 and names.get(lexed.codes[index]) in (
        "IN",
        "ON",
        "BY",
        "PREP",
        "AND",
        "EARLY",
        "LATE",
        "THE",
    ):
        index -= 1
    return index < 0 or names.get(lexed.codes[index]) in ("DOT", "BREAK")


def _names_quarter(value: str, anchor: date | None) -> bool:
    """Whether a quarter has ended before that day, so that an article may report on it."""
    covered = calendars.bounds(value)
    return covered is not None and anchor is not None and 0 <= (anchor - covered[1]).days <= _REPORTING_DAYS


def _timex(article_id: str, mention: Mention, anchor: date | None) -> Timex:
    placed = narrow(mention.value, mention.part, anchor) if mention.type in ("DATE", "TIME") else None
    edtf, first, last = placed or (None, None, None)
    return Timex(
        article_id=article_id,
        start=mention.start,
        end=mention.end,
        type=mention.type,
        value=mention.value,
        edtf=edtf,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
    )
