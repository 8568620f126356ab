"""Time expressions of an article, resolved against the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from onrecord.dates import calendars, resolve
from onrecord.dates.grammar import Found, search
from onrecord.dates.lexer import OTHER, Lexed, lex, lexicon
from onrecord.records import Article, Timex, TimexType

PRODUCER: Final = "dates.finder/1"
# How many words either side of an expression may tell the tense of its clause.
_TENSE_WINDOW: Final = 12
_PAST_FORM: Final = re.compile(r"[a-z]{2,}ed")


def find(article: Article) -> tuple[Timex, ...]:
    """All time expressions of ``article.text``, in text order, none overlapping.

    Values are TIMEX3 (TimeML 1.2.1). ``edtf``, ``earliest`` and ``latest`` are set wherever the value
    names a place on the calendar. Linear in the length of the text.
    """
    anchor = date.fromisoformat(article.published.day) if article.published.day else None
    return tuple(_timex(article.id, *row) for row in expressions(article.text, anchor))


def expressions(text: str, anchor: date | None) -> Iterator[tuple[int, int, TimexType, str]]:
    """``(start, end, type, value)`` of each time expression of ``text``."""
    lexed = lex(text)
    founds = search(lexed)
    reference: str | None = None
    quarter: str | None = None
    for found in founds:
        context = resolve.Context(
            anchor=anchor, reference=reference, quarter=quarter, tense=_tense(lexed, found), narrative=False
        )
        answer = resolve.resolve(found, context)
        if answer is None:
            continue
        kind, value = answer
        if kind in ("DATE", "TIME") and calendars.bounds(value):
            reference = value
        if "-Q" in value and kind == "DATE" and value[:4].isdecimal():
            quarter = value
        yield lexed.starts[found.first], lexed.ends[found.last - 1], kind, value


def _tense(lexed: Lexed, found: Found) -> int:
    """1 when the nearest verb form in the sentence looks ahead, -1 when it looks back, 0 for neither."""
    codes, code_of = lexed.codes, lexicon().code_of
    stops, ahead, back = (code_of["DOT"], code_of["BREAK"]), code_of["WILL"], code_of["WAS"]
    left, right = found.first - 1, found.last
    for _ in range(_TENSE_WINDOW):
        for index in (left, right):
            if not 0 <= index < len(codes) or codes[index] in stops:
                continue
            if codes[index] == ahead:
                return 1
            if codes[index] == back or (codes[index] == OTHER and _PAST_FORM.fullmatch(lexed.word(index))):
                return -1
        left = left - 1 if left >= 0 and codes[left] not in stops else left
        right = right + 1 if right < len(codes) and codes[right] not in stops else right
    return 0


def _timex(article_id: str, start: int, end: int, kind: TimexType, value: str) -> Timex:
    covered = calendars.bounds(value) if kind in ("DATE", "TIME") else None
    first, last = covered or (None, None)
    return Timex(
        article_id=article_id,
        start=start,
        end=end,
        type=kind,
        value=value,
        edtf=calendars.edtf(value) if covered else None,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        producer=PRODUCER,
    )
