"""What in an article's own text speaks about the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.dates import calendars, finder, stamps
from onrecord.dates.mention import Mention
from onrecord.languages.english import evidence as english
from onrecord.languages.english.dates import WEEKDAYS
from onrecord.records import Article

# The lead: where a bare weekday is the day of the news itself.
_LEAD: Final = 1500
_HEAD: Final = 1200
_TAIL: Final = 600
_STAMP_WORDS: Final = re.compile(
    r"(?:^|[\n|])[ \t]*(?:(?:first |originally )?(?:published|posted|filed)|date published|publication date"
    r"|published time)"
    r"(?: on| at| by [^\n]{1,40}?)?\s*[:|–—-]?\s*(?:on\s+)?",
    re.IGNORECASE,
)
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
    """A bare weekday of the lead; ``own_day``: nothing later in the text moves past it."""

    number: int
    text: str
    own_day: bool = True

    @property
    def name(self) -> str:
        """Its English name."""
        return next(n for n, number in WEEKDAYS.items() if number == self.number)


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


def gather(article: Article) -> Clues:
    """Read the evidence off ``article``'s text, once, without an anchor."""
    found = finder.mentions(article.text, None)
    return Clues(
        dateline=_dateline(article),
        stamp=_stamped(article.text),
        weekday=_weekday(article, found),
        after=_after(article, found),
    )


def _dateline(article: Article) -> DayMonth | None:
    if not article.dateline:
        return None
    for mention in finder.mentions(article.dateline, None):
        match = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?", mention.value)
        if match:
            year = None if match[1] == "XXXX" else int(match[1])
            return DayMonth(int(match[2]), int(match[3]), year, article.dateline[mention.start : mention.end])
    return None


def _stamped(text: str) -> Stamped | None:
    """The date after "Published", within the first or last lines."""
    for start, end in ((0, _HEAD), (max(len(text) - _TAIL, _HEAD), len(text))):
        for match in _STAMP_WORDS.finditer(text, start, min(end, len(text))):
            line = text[match.end() : match.end() + _STAMP_REACH].partition("\n")[0]
            first = next(iter(finder.mentions(line, None)), None)
            if first is None or line[: first.start].strip(" ,:|"):
                continue
            stamp = stamps.read(line[first.start : first.end])
            if stamp is not None and stamp.day is not None:
                return Stamped(stamp, (match.group() + line[: first.end]).strip())
    return None


def _weekday(article: Article, found: Iterable[Mention]) -> Weekday | None:
    """The first bare weekday of the lead in a clause that looks back."""
    for mention in found:
        if mention.start > _LEAD:
            break
        match = re.fullmatch(r"XXXX-WXX-([1-7])", mention.value)
        words = article.text[mention.start : mention.end]
        if match and mention.tense <= 0 and " " not in words:
            before = article.text[max(0, mention.start - 3) : mention.start]
            return Weekday(int(match[1]), "on " + words if before == "on " else words)
    return None


def _after(article: Article, found: Iterable[Mention]) -> Named | None:
    """The latest date with a year of its own that the text speaks of as past, or that a caption gives."""
    past = (
        m
        for m in found
        if m.dated and (_told_as_past(article, m) or _in_caption(article, m)) and not _in_gallery(article, m)
    )
    return _latest(article, past)


def _told_as_past(article: Article, mention: Mention) -> bool:
    """Whether the clause looks back and nothing in its sentence looks ahead.

    A year or a month needs its verb beside it ("was elected in 2012"): "the race in 2020" may be ahead.
    """
    if mention.tense >= 0 or mention.sentence_tense >= 0:
        return False
    before = article.text[max(0, mention.start - _BESIDE) : mention.start]
    after = article.text[mention.end : mention.end + _AFTER]
    if english.LATER_CHANGE.search(before) or english.AHEAD.search(before) or english.AHEAD.search(after):
        return False
    return len(mention.value) == 10 or bool(english.PAST_VERB_BESIDE.search(before))


def _in_caption(article: Article, mention: Mention) -> bool:
    """Whether a full day stands in a caption: the day of the picture."""
    block = article.block_at(mention.start)
    return block is not None and block.kind == "caption" and len(mention.value) == len("2016-02-08")


def _in_gallery(article: Article, mention: Mention) -> bool:
    """Whether the captions of a picture gallery run into the line before the date."""
    start = max(0, mention.start - _LINE)
    line = article.text[start : mention.start].rpartition("\n")[2]
    return bool(english.GALLERY.search(line))


def _latest(article: Article, found: Iterable[Mention]) -> Named | None:
    best: Named | None = None
    for mention in found:
        covered = calendars.bounds(mention.value) if mention.type == "DATE" else None
        if covered is None:
            continue
        if english.POST.search(article.text, max(0, mention.start - _BESIDE), mention.start):
            covered = (covered[0] - timedelta(days=1), covered[1])
        here = Named(*covered, article.text[mention.start : mention.end])
        if best is None or here.first > best.first:
            best = here
    return best
