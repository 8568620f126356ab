"""Time expressions of an article, resolved against the day it was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, Final

from onrecord.dates import calendars, numbers
from onrecord.dates.context import Answer, Context
from onrecord.dates.grammar import Found, search
from onrecord.dates.lexer import Lexed, lex
from onrecord.dates.memory import Memory
from onrecord.dates.mention import Mention
from onrecord.dates.namesakes import is_name
from onrecord.dates.parts import narrow, part_of
from onrecord.dates.quoted import speech_days
from onrecord.dates.resolve import resolve
from onrecord.dates.tenses import sentence_tense, tense_of
from onrecord.languages import Language
from onrecord.languages.grammar import DateGrammar
from onrecord.records import Dating, Timex
from onrecord.text import View

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


class Scan:
    """The words of one text by category and the expressions among them, before any is resolved."""

    def __init__(self, text: str, language: Language) -> None:
        self.language = language
        self.lexed = lex(text, language.grammar(DateGrammar))
        self.founds = search(self.lexed)


def find(view: View, published: Dating | None = None, scan: Scan | None = None) -> tuple[Timex, ...]:
    """All time expressions of an article, in text order, none overlapping.

    Values are TIMEX3 (TimeML 1.2.1). ``edtf``, ``earliest`` and ``latest`` are set wherever the value
    names a place on the calendar. Linear in the length of the text.

    Args:
        view: the article's text.
        published: when it was published; by default what the article says of itself.
        scan: of its text, where one was made before.
    """
    published = view.article.published if published is None else published
    scan = scan or Scan(view.text, view.language)
    last = None
    if published.earliest is not None and published.latest is not None:
        first, last = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
        found = mentions(scan, first, view) if first == last else _certain(scan, first, last, view)
    else:
        found = mentions(scan, None)
    return tuple(_timex(view.article.id, mention, last) for mention in found)


def _certain(scan: Scan, first: date, last: date, view: View) -> list[Mention]:
    """What holds on whichever day between ``first`` and ``last`` the text appeared.

    "Last year" is certain in an article of June 2020, "Tuesday" is not.
    """
    late = {(m.start, m.end): m.value for m in mentions(scan, last, view)}
    bare = {(m.start, m.end): m for m in mentions(scan, None)}
    found = []
    for mention in mentions(scan, first, view):
        span = (mention.start, mention.end)
        if late.get(span) == mention.value:
            found.append(mention)
        elif span in bare:
            found.append(bare[span])
    return found


def mentions(scan: Scan, anchor: date | None, view: View | None = None) -> list[Mention]:
    """Each time expression of a text in order; ``anchor`` is the day that "today" means.

    ``view``: the article's, whose quotations tell what "yesterday" means inside them.
    """
    lexed, founds = scan.lexed, scan.founds
    result: list[Mention] = []
    deictic: dict[int, Found] = {}
    memory = Memory(anchor, day_first=_is_day_first(founds))
    for number, found in enumerate(founds):
        tense = tense_of(lexed, found)
        context = memory.context(lexed, found, tense)
        context = replace(context, **_ahead(lexed, founds[number : number + 3], context))
        ranged = bool(result) and _is_range(lexed, founds[number - 1], found)
        if ranged:
            start = _day_of(result[-1].value) if tense > 0 else None
            context = replace(context, range_start=start, beside=None)
        answer = resolve(found, context)
        if answer is None or is_name(lexed, found):
            continue
        if ranged and tense <= 0:
            result[-1] = _not_after(result[-1], answer[1])
        memory.note(lexed, found, answer[1], answer[0])
        if _is_deictic(found):
            deictic[len(result)] = found
        result.append(_mention(lexed, found, answer, tense))
    if anchor is not None and view is not None:
        _reanchor(scan, view, result, deictic)
    return result


def _is_day_first(founds: Sequence[Found]) -> bool:
    """Whether a date in figures shows that the text writes days before months, and none the opposite."""
    slashed = (t.word.split("/") for f in founds for t in f.tokens if t.category == "SLASHDATE")
    pairs = [(int(first), int(second)) for first, second, _ in slashed]
    months = range(1, 13)
    return any(a not in months for a, _ in pairs) and all(b in months for _, b in pairs)


def _is_deictic(found: Found) -> bool:
    """Whether an expression means another day when it is said on another: "yesterday", "tonight"."""
    return found.has("TODAY", "TONIGHT", "DAYPART") and not found.has("WEEKDAY", "THE")


def _ahead(lexed: Lexed, founds: Sequence[Found], context: Context) -> dict[str, Any]:
    """What of the context of the first of ``founds`` stands after it: the end of its range, its day."""
    changes: dict[str, Any] = {}
    if len(founds) > 1:
        changes["range_end"] = _range_end(lexed, founds[0], founds[1], context)
    day = _day_ahead(lexed, founds, context)
    if day is not None:
        changes["reference"] = day
    return changes


def _day_ahead(lexed: Lexed, founds: Sequence[Found], context: Context) -> str | None:
    """The day that follows a time of day in brackets or after them: "at 1653 (2153 GMT) on Tuesday"."""
    if founds[0].kind != "time" or founds[0].has(*_DAYS):
        return None
    for before, found in pairwise(founds):
        between = set(lexed.categories(before.last, found.first))
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
    grammar, word = lexed.vocabulary.grammar, lexed.word(before.last).lower()
    return word in grammar.weekday_joiners or grammar.range_pairs.get(lexed.before(before.first)) == word


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
    if found.kind not in ("calendar", "first_day") or found.has("YEAR4"):
        return None
    joined = lexed.categories(found.last, following.first)
    if len(joined) != 1 or joined[0] not in _JOINING:
        return None
    month = (following if following.kind == "calendar" else found).integer("MONTHFULL", "MONTHABBR", "MAY")
    year = _year_of_end(lexed, found, following, context)
    if month is None or (year is None and found.kind != "first_day"):
        return None
    return year, month


def _year_of_end(lexed: Lexed, found: Found, following: Found, context: Context) -> int | None:
    """The year of the end of a range: "Between April and June they rose" has that of June."""
    year = numbers.year(following.tokens) if following.has("YEAR4") else None
    if year is None and found.kind == following.kind == "calendar" and _leads_on(lexed, found):
        answer = resolve(following, context)
        return int(answer[1][:4]) if answer is not None and answer[1][:4].isdecimal() else None
    return year


def _leads_on(lexed: Lexed, found: Found) -> bool:
    """Whether a range begins here: "from April to", "between April and", "April through"."""
    grammar, word = lexed.vocabulary.grammar, lexed.word(found.last).lower()
    return word in grammar.range_joiners or grammar.range_pairs.get(lexed.before(found.first)) == word


def _reanchor(scan: Scan, view: View, result: list[Mention], deictic: dict[int, Found]) -> None:
    """Resolve "yesterday" and its like in quotations against the day they were spoken."""
    days = speech_days(view, [result[i] for i in deictic], result) if deictic else {}
    grammar = scan.lexed.vocabulary.grammar
    for index, found in deictic.items():
        mention = result[index]
        day = days.get(mention.start)
        answer = resolve(found, Context(grammar, day, tense=mention.tense)) if day else None
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
