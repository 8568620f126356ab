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
    for found in search(lexed):
        tense = _tense(lexed, found)
        context = resolve.Context(anchor=anchor, reference=reference, quarter=quarter, tense=tense)
        answer = resolve.resolve(found, context)
        if answer is None:
            continue
        kind, value = answer
        if kind in ("DATE", "TIME") and calendars.bounds(value):
            reference = value
        if kind == "DATE" and re.fullmatch(r"\d{4}-Q\d", value):
            quarter = value
        result.append(Mention(lexed.starts[found.first], lexed.ends[found.last - 1], kind, value, tense))
    return result


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
