"""What in an article's own text speaks about the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.dates import calendars, finder, stamps
from onrecord.dates.finder import Scan
from onrecord.dates.mention import Mention
from onrecord.languages.grammar import DateGrammar, EvidenceGrammar
from onrecord.text import View

# The lead: where a bare weekday is the day of the news itself.
_LEAD: Final = 1500
_HEAD: Final = 1200
_TAIL: Final = 600
_STAMP_REACH: Final = 60
_BESIDE: Final = 60
_AFTER: Final = 12
_LINE: Final = 3000


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A day of a month, with a year or without, in the article's words."""

    month: int
    day: int
    year: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """A bare weekday of the lead: 1 for Monday, its name in full, and the text's own words."""

    number: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A date that the text names, as days and in its own words."""

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True)
class Stamped:
    """A "Published …" line."""

    stamp: stamps.Stamp
    text: str


@dataclass(frozen=True, slots=True)
class Clues:
    """All evidence of one article's text; each part None when there is none."""

    dateline: DayMonth | None
    stamp: Stamped | None
    weekday: Weekday | None
    after: Named | None


def gather(view: View, scan: Scan | None = None) -> Clues:
    """Read the evidence off an article's text, once, without an anchor.

    ``scan``: of its text, where one was made before.
    """
    found = finder.mentions(scan or Scan(view.text, view.language), None)
    return Clues(
        dateline=_dateline(view),
        stamp=_stamped(view),
        weekday=_weekday(view, found),
        after=_after(view, found),
    )


def _dateline(view: View) -> DayMonth | None:
    dateline = view.article.dateline
    if not dateline:
        return None
    for mention in finder.mentions(Scan(dateline, view.language), None):
        match = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?", mention.value)
        if match:
            year = None if match[1] == "XXXX" else int(match[1])
            return DayMonth(int(match[2]), int(match[3]), year, dateline[mention.start : mention.end])
    return None


def _stamped(view: View) -> Stamped | None:
    """The date after "Published", within the first or last lines."""
    text, words = view.text, view.language.grammar(EvidenceGrammar).stamp
    for start, end in ((0, _HEAD), (max(len(text) - _TAIL, _HEAD), len(text))):
        for match in words.finditer(text, start, min(end, len(text))):
            line = text[match.end() : match.end() + _STAMP_REACH].partition("\n")[0]
            first = next(iter(finder.mentions(Scan(line, view.language), None)), None)
            if first is None or line[: first.start].strip(" ,:|"):
                continue
            stamp = stamps.read(line[first.start : first.end], view.language)
            if stamp is not None and stamp.day is not None:
                return Stamped(stamp, (match.group() + line[: first.end]).strip())
    return None


def _weekday(view: View, found: Iterable[Mention]) -> Weekday | None:
    """The first bare weekday of the lead in a clause that looks back."""
    on = view.language.grammar(EvidenceGrammar).on
    names = {number: name for name, number in view.language.grammar(DateGrammar).weekdays.items()}
    for mention in found:
        if mention.start > _LEAD:
            break
        match = re.fullmatch(r"XXXX-WXX-([1-7])", mention.value)
        words = view.text[mention.start : mention.end]
        if match and mention.tense <= 0 and " " not in words:
            before = view.text[max(0, mention.start - len(on)) : mention.start]
            number = int(match[1])
            return Weekday(number, names[number], on + words if before == on else words)
    return None


def _after(view: View, found: Iterable[Mention]) -> Named | None:
    """The latest date with a year of its own that the text speaks of as past, or that a caption gives."""
    past = (
        m
        for m in found
        if m.dated and (_told_as_past(view, m) or _in_caption(view, m)) and not _in_gallery(view, m)
    )
    return _latest(view, past)


def _told_as_past(view: View, mention: Mention) -> bool:
    """Whether the clause looks back and nothing in its sentence looks ahead.

    A year or a month needs its verb beside it ("was elected in 2012"): "the race in 2020" may be ahead.
    """
    if mention.tense >= 0 or mention.sentence_tense >= 0:
        return False
    grammar = view.language.grammar(EvidenceGrammar)
    before = view.text[max(0, mention.start - _BESIDE) : mention.start]
    after = view.text[mention.end : mention.end + _AFTER]
    if any(p.search(before) for p in (grammar.later_change, grammar.ahead)) or grammar.ahead.search(after):
        return False
    return len(mention.value) == 10 or bool(grammar.past_verb_beside.search(before))


def _in_caption(view: View, mention: Mention) -> bool:
    """Whether a full day stands in a caption: the day of the picture."""
    block = view.block_at(mention.start)
    return block is not None and block.kind == "caption" and len(mention.value) == len("2016-02-08")


def _in_gallery(view: View, mention: Mention) -> bool:
    """Whether the captions of a picture gallery run into the line before the date."""
    start = max(0, mention.start - _LINE)
    line = view.text[start : mention.start].rpartition("\n")[2]
    return view.language.grammar(EvidenceGrammar).gallery.search(line) is not None


def _latest(view: View, found: Iterable[Mention]) -> Named | None:
    best: Named | None = None
    post = view.language.grammar(EvidenceGrammar).post
    for mention in found:
        covered = calendars.bounds(mention.value) if mention.type == "DATE" else None
        if covered is None:
            continue
        if post.search(view.text, max(0, mention.start - _BESIDE), mention.start):
            covered = (covered[0] - timedelta(days=1), covered[1])
        here = Named(*covered, view.text[mention.start : mention.end])
        if best is None or here.first > best.first:
            best = here
    return best
