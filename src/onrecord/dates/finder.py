"""Time expressions of an article, resolved against the day it was published."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.dates import calendars, numbers
from onrecord.dates.context import Answer, Context
from onrecord.dates.grammar import Found, search
from onrecord.dates.lexer import OTHER, Lexed, lex, lexicon
from onrecord.dates.mention import Mention
from onrecord.dates.parts import narrow, part_of
from onrecord.dates.quoted import speech_days
from onrecord.dates.resolve import resolve
from onrecord.languages.english import date_grammar as english
from onrecord.languages.english.dates import NOT_PAST
from onrecord.languages.english.sentences import TITLES
from onrecord.records import Article, Timex, TimexType

PRODUCER: Final = "dates.finder/1"
# A quarter's figures are news for about this long after it has ended.
_REPORTING_DAYS: Final = 200
# A date carries a passage's time for so many words at most, within its paragraph.
_PASSAGE: Final = 60
# How many words either side of an expression may tell the tense of its clause.
_TENSE_WINDOW: Final = 12
_SENTENCE: Final = 60
_JOINING: Final = {"HYPHEN", "DASH", "TO", "AND", "OR", "UNTIL", "PREP"}
_QUOTES: Final = ("“", "”", '"', "'", "‘", "’")
_AHEAD: Final = english.GROUPS["LOOKS_AHEAD"]
_BACK: Final = english.GROUPS["LOOKS_BACK"]
_PAST_FORM: Final = re.compile(r"[a-z]{2,}ed")


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
        tense = _tense(lexed, found)
        context = memory.context(lexed, found, tense)
        if number + 1 < len(founds):
            context = replace(context, range_end=_range_end(lexed, found, founds[number + 1]))
        answer = resolve(found, context)
        if answer is None or _is_title(lexed, found):
            continue
        memory.note(lexed, found, answer[1], answer[0])
        if found.has("TODAY", "TONIGHT", "DAYPART") and not found.has("WEEKDAY", "THE"):
            deictic[len(result)] = found
        result.append(_mention(lexed, found, answer, tense))
    if anchor is not None and deictic:
        _reanchor(text, result, deictic)
    return result


def _range_end(lexed: Lexed, found: Found, following: Found) -> tuple[int | None, int] | None:
    """Year and month that a date takes from the end of its range: "March 3-5, 2019", "3-5 March"."""
    joined = [lexicon().name_of.get(c) for c in lexed.codes[found.last : following.first]]
    if found.kind not in ("calendar", "first_day") or found.has("YEAR4"):
        return None
    if not set(joined) <= _JOINING or len(joined) != 1:
        return None
    year = numbers.year(following.tokens) if following.has("YEAR4") else None
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
        sentence_tense=_sentence_tense(lexed, found),
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


def _tense(lexed: Lexed, found: Found) -> int:
    """1 when the clause looks ahead, -1 when it looks back, 0 when no verb form near tells.

    The verb to the left decides ("said Tuesday it would"); only a clause that opens with the expression
    is read to its right. "By", "until" and "as early as" look ahead, and so does an infinitive that no past
    verb governs ("Council to vote Tuesday").
    """
    code_of = lexicon().code_of
    before = [lexicon().name_of.get(c) for c in lexed.codes[max(0, found.first - 3) : found.first]]
    past_perfect = (
        code_of["HAD"] in lexed.codes[max(0, found.first - _TENSE_WINDOW) : found.last + _TENSE_WINDOW]
    )
    if (before[-1:] in (["BY"], ["UNTIL"]) and not past_perfect) or (
        before[-1:] == ["AS"] and before[:1] == ["AS"]
    ):
        return 1
    if found.tokens[0].category == "EARLY" and before[-1:] == ["AS"]:
        return 1
    if found.last < len(lexed.codes) and lexed.codes[found.last] == code_of["POSS"]:
        return 0
    are_to = code_of["ARE"] + code_of["TO"]  # "is to resume Tuesday"
    names, stops = lexicon().name_of, (code_of["DOT"], code_of["BREAK"])
    infinitive = False
    for step, start in ((-1, found.first - 1), (1, found.last)):
        index = start
        while 0 <= index < len(lexed.codes) and abs(index - start) < _TENSE_WINDOW:
            code = lexed.codes[index]
            if (code in stops and not _is_abbreviation(lexed, index)) or (
                infinitive and step > 0 and code == code_of["AFTER"]
            ):
                break
            if code != OTHER and (names[code] in _AHEAD or lexed.codes.startswith(are_to, index)):
                return 1
            if _is_past(lexed, index):
                return -1
            infinitive |= step < 0 and _is_infinitive(lexed, index)
            index += step
        # A verb beyond the window may be past: the infinitive alone tells only in a short clause.
        infinitive &= index < 0 or abs(index - start) < _TENSE_WINDOW
    return 1 if infinitive else 0


def _is_abbreviation(lexed: Lexed, index: int) -> bool:
    """Whether the full stop at ``index`` belongs to an initial or a title: "Daniel P. Davison"."""
    if not index or lexed.ends[index - 1] != lexed.starts[index]:
        return False
    word = lexed.word(index - 1)
    return (len(word) == 1 and word.isupper()) or word.lower() in TITLES


def _is_past(lexed: Lexed, index: int) -> bool:
    """Whether the word at ``index`` is a verb in the past: no "be held", no "a planned strike"."""
    code = lexed.codes[index]
    if code == OTHER:
        word = lexed.word(index)
        if word in NOT_PAST or not _PAST_FORM.fullmatch(word):
            return False
    elif lexicon().name_of[code] not in _BACK:
        return False
    if not index:
        return True
    before = lexed.codes[index - 1]
    return lexicon().name_of.get(before) not in ("THE", "A") and lexed.word(index - 1) != "be"


def _is_infinitive(lexed: Lexed, index: int) -> bool:
    """Whether a "to" at ``index`` stands before a verb: a plain word in lower case."""
    if lexed.codes[index] != lexicon().code_of["TO"] or index + 1 >= len(lexed.codes):
        return False
    return lexed.codes[index + 1] == OTHER and lexed.word(index + 1).islower()


def _sentence_tense(lexed: Lexed, found: Found) -> int:
    """1 when the sentence has a "will", -1 when nothing in it looks ahead, else 0."""
    code_of = lexicon().code_of
    begin, end = max(0, found.first - _SENTENCE), min(len(lexed.codes), found.last + _SENTENCE)
    for stop in (code_of["DOT"], code_of["BREAK"]):
        begin = max(begin, lexed.codes.rfind(stop, begin, found.first))
        after = lexed.codes.find(stop, found.last, end)
        end = after if after >= 0 else end
    sentence = lexed.codes[begin:end]
    if code_of["SHALL"] in sentence:
        return 1
    return 0 if code_of["WILL"] in sentence else -1


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
        producer=PRODUCER,
    )
