"""Time expressions of an article, resolved against the day it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.dates import calendars, resolve
from onrecord.dates.grammar import Found, search
from onrecord.dates.lexer import OTHER, Lexed, lex, lexicon
from onrecord.records import Article, Timex, TimexType

PRODUCER: Final = "dates.finder/1"
# A quarter's figures are news for about this long after it has ended.
_REPORTING_DAYS: Final = 200
# How many words either side of an expression may tell the tense of its clause.
_TENSE_WINDOW: Final = 12
_PAST_FORM: Final = re.compile(r"[a-z]{2,}ed")


def find(article: Article) -> tuple[Timex, ...]:
    """All time expressions of ``article.text``, in text order, none overlapping.

    Values are TIMEX3 (TimeML 1.2.1). ``edtf``, ``earliest`` and ``latest`` are set wherever the value
    names a place on the calendar. Linear in the length of the text.
    """
    anchor = date.fromisoformat(article.published.day) if article.published.day else None
    return tuple(_timex(article.id, mention) for mention in mentions(article.text, anchor))


@dataclass(frozen=True, slots=True)
class Mention:
    """One time expression before it becomes a record; ``tense`` is that of its clause (-1, 0, 1)."""

    start: int
    end: int
    type: TimexType
    value: str
    tense: int


def mentions(text: str, anchor: date | None) -> list[Mention]:
    """Each time expression of ``text`` in order; ``anchor`` is the day that "today" means."""
    lexed = lex(text)
    result: list[Mention] = []
    reference: str | None = None
    quarter: str | None = None
    quarterly = True
    for found in search(lexed):
        tense = _tense(lexed, found)
        context = resolve.Context(anchor, reference, quarter, tense=tense, quarterly=quarterly)
        answer = resolve.resolve(found, context)
        if answer is None:
            continue
        kind, value = answer
        if kind in ("DATE", "TIME") and calendars.bounds(value):
            reference = value
        if found.kind == "quarter" and not found.has("AGO", "EARLIER") and _names_quarter(value, anchor):
            quarter = value
        if found.has("QUARTER", "PERIOD") or (found.kind == "duration" and found.has("THE")):
            quarterly = found.has("QUARTER", "PERIOD")
        result.append(Mention(lexed.starts[found.first], lexed.ends[found.last - 1], kind, value, tense))
    return result


def _names_quarter(value: str, anchor: date | None) -> bool:
    """Whether a quarter has ended before that day, so that an article may report on it."""
    covered = calendars.bounds(value)
    return covered is not None and anchor is not None and 0 <= (anchor - covered[1]).days <= _REPORTING_DAYS


def _tense(lexed: Lexed, found: Found) -> int:
    """1 when the clause looks ahead, -1 when it looks back, 0 when no verb form near tells.

    The verb to the left decides ("said Tuesday it would"); only a clause that opens with the expression
    is read to its right. "By", "until" and "as early as" look ahead.
    """
    code_of = lexicon().code_of
    before = [lexicon().name_of.get(c) for c in lexed.codes[max(0, found.first - 3) : found.first]]
    past_perfect = code_of["HAD"] in lexed.codes[found.last : found.last + _TENSE_WINDOW]
    if (before[-1:] in (["BY"], ["UNTIL"]) and not past_perfect) or (before[-1:] == ["AS"] and before[:1] == ["AS"]):
        return 1
    if found.tokens[0].category == "EARLY" and before[-1:] == ["AS"]:
        return 1
    stops = (code_of["DOT"], code_of["BREAK"])
    back = (code_of["WAS"], code_of["HAD"])
    for step, start in ((-1, found.first - 1), (1, found.last)):
        index = start
        while 0 <= index < len(lexed.codes) and abs(index - start) < _TENSE_WINDOW:
            code = lexed.codes[index]
            if code in stops:
                break
            if code == code_of["WILL"]:
                return 1
            if code in back or (code == OTHER and _PAST_FORM.fullmatch(lexed.word(index))):
                return -1
            index += step
    return 0


def _timex(article_id: str, mention: Mention) -> Timex:
    covered = calendars.bounds(mention.value) if mention.type in ("DATE", "TIME") else None
    first, last = covered or (None, None)
    return Timex(
        article_id=article_id,
        start=mention.start,
        end=mention.end,
        type=mention.type,
        value=mention.value,
        edtf=calendars.edtf(mention.value) if covered else None,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        producer=PRODUCER,
    )
