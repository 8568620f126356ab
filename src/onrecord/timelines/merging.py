"""The timeline of a storyline: what its stories tell of one event on compatible dates becomes one entry.

A date is compatible with one that lies inside it: "in 2019" with 4 June 2019. The entry keeps the finest
date, every witness, and the coarser dates. Dates of one event that exclude each other are never averaged
nor chosen between: both entries stay, each pointing at the places that say otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from onrecord.languages import Language
from onrecord.records import AnnotatedArticle, Conflict, Place, Span, Story, TimelineEntry, Timex, stable_id
from onrecord.text import View, Views
from onrecord.timelines.building import in_order
from onrecord.timelines.selection import mark_selected

# What two sentences must share to tell of one event: words, and the part of the rarity of the poorer one.
_EQUAL: Final = (2, 0.3)
# On BASIL dev 5 of 7 such merges are right at (4, 0.4) and one in part; (4, 0.3) adds two right, two wrong.
_COARSER: Final = (4, 0.4)
_CLASHING: Final = (4, 0.5)
# A word in more than this part of a storyline's dated sentences names the matter, not an event of it.
_USUAL: Final = 0.15
_LEAST_USUAL: Final = 4
# Entries that share a word are compared up to this many; a word of more tells little.
_COMPARED: Final = 60
# Days by which two tellings of one event differ at most, by how finely they are dated: farther ones are
# two events. As in the search for conflicts within a story.
_APART: Final = {"day": 7, "month": 70, "year": 3 * 366}
_MOST_CLASHES: Final = 6
# Sentences of one entry that are read.
_TELLINGS: Final = 8
_WITHOUT: Final = date.min, date.max


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry with what its sentences say: the words of each, and ``others``, the dates that stand there."""

    entry: TimelineEntry
    first: date
    last: date
    told: tuple[frozenset[str], ...]
    others: frozenset[tuple[date, date]]
    speaker: str | None
    language: Language

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*self.told)

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    @property
    def grain(self) -> str:
        return (
            "day" if self.days < 1 else "month" if 26 < self.days < 32 else "year" if self.days > 360 else ""
        )


@dataclass(slots=True)
class _Event:
    """Entries taken for one; the first has the finest date."""

    members: list[_Told] = field(default_factory=list)
    clashes: dict[Place, None] = field(default_factory=dict)

    @property
    def lead(self) -> _Told:
        return self.members[0]


def chronicle(
    stories: Sequence[Story],
    entries: Iterable[TimelineEntry],
    articles: Mapping[str, AnnotatedArticle],
    views: Views,
    conflicts: Iterable[Conflict] = (),
) -> tuple[TimelineEntry, ...]:
    """The entries of a storyline, in order, those of one event merged.

    Args:
        stories: the stories of one storyline.
        entries: the timeline entries of these stories.
        articles: article id -> what was read off it.
        views: article id -> its text.
        conflicts: those of the stories; conflicts of date are flagged on the entries they concern.
    """
    pages = {
        key: _Page(articles[key], views[key]) for s in stories for key in s.article_ids if key in articles
    }
    told = [_told(e, pages) for e in entries if e.article_id in pages]
    usual = _usual(told)
    told = [replace(t, told=tuple(w - usual for w in t.told)) for t in told]
    told.sort(key=lambda t: (t.days, t.entry.time is None, in_order(t.entry), t.entry.id))
    events = _merged(told)
    _flag(events)
    _flag_known(events, conflicts)
    return mark_selected(sorted((_entry(event) for event in events), key=in_order))


class _Page:
    """One article's text, time expressions and speakers, looked up by place."""

    def __init__(self, annotated: AnnotatedArticle, view: View) -> None:
        self.view = view
        self.timexes = sorted(annotated.timexes, key=lambda t: t.start)
        self.starts = [t.start for t in self.timexes]
        self.speakers = {s.id: s.speaker_id for s in annotated.statements}

    def around(self, place: Place) -> Span:
        """The sentence in which ``place`` begins, and the rest of the place."""
        sentence = self.view.sentence_at(place.start)
        if sentence is None:
            return Span(place.start, place.end)
        return Span(sentence.span.start, max(sentence.span.end, place.end))

    def words(self, span: Span) -> Iterator[str]:
        """Keys of the content words in ``span`` that are no part of a date."""
        dated = [t.span for t in self._within(span)]
        for word in self.view.words_in(span):
            if word.content and not any(d.overlaps(word.span) for d in dated):
                yield word.key

    def dates(self, span: Span) -> Iterator[tuple[date, date]]:
        """Bounds of the dates in ``span``."""
        for timex in self._within(span):
            bounds = _bounds(timex.earliest, timex.latest)
            if bounds != _WITHOUT:
                yield bounds

    def _within(self, span: Span) -> Iterator[Timex]:
        yield from self.timexes[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def _told(entry: TimelineEntry, pages: Mapping[str, _Page]) -> _Told:
    found: dict[frozenset[str], None] = {}
    beside: set[tuple[date, date]] = set()
    for place in _places(entry)[:_TELLINGS]:
        page = pages.get(place.article_id)
        if page is not None and entry.clock != "published":
            span = page.around(place)
            found[frozenset(page.words(span))] = None
            beside.update(page.dates(span))
    speaker = pages[entry.article_id].speakers.get(entry.statement_id or "")
    bounds = _bounds(entry.earliest, entry.latest)
    return _Told(
        entry, *bounds, tuple(found), frozenset(beside), speaker, pages[entry.article_id].view.language
    )


def _places(entry: TimelineEntry) -> tuple[Place, ...]:
    return (_place(entry), *entry.witnesses)


def _place(entry: TimelineEntry) -> Place:
    return Place(entry.article_id, entry.start, entry.end)


def _bounds(earliest: str | None, latest: str | None) -> tuple[date, date]:
    """Both bounds as days; all time where one is missing or no calendar holds it."""
    try:
        first, last = (date.fromisoformat(day) for day in (earliest or "", latest or ""))
    except ValueError:
        return _WITHOUT
    return first, last


def _usual(told: Sequence[_Told]) -> frozenset[str]:
    counts = Counter(word for t in told for word in t.words)
    most = max(_LEAST_USUAL, _USUAL * len(told))
    return frozenset(word for word, count in counts.items() if count > most)


# ------------------------------------------------------------------ one event, compatible dates


def _merged(told: Sequence[_Told]) -> list[_Event]:
    """Events, each entry in the likeliest that its date allows. ``told`` has the finest dates first."""
    events: list[_Event] = []
    by_word: dict[str, list[int]] = {}
    for one in told:
        fits = [
            (likeness, -index)
            for index in _near(one, by_word)
            if (likeness := _likeness_of(one, events[index].lead)) > 0
        ]
        if fits:
            events[-max(fits)[1]].members.append(one)
            continue
        for word in one.words:
            by_word.setdefault(word, []).append(len(events))
        events.append(_Event([one]))
    return events


def _near(one: _Told, by_word: Mapping[str, list[int]]) -> list[int]:
    """Events whose lead shares a word with ``one``, in order."""
    return sorted({i for word in one.words for i in by_word.get(word, ())[-_COMPARED:]})


def _likeness_of(one: _Told, lead: _Told) -> float:
    """How surely ``one`` tells of the event of ``lead``; 0 when its clock, date or speaker says no."""
    if not _may_be_one(one, lead):
        return 0.0
    if one.days == lead.days:
        return _likeness(one, lead, _EQUAL)
    # A sentence that gives the finer date as well tells of two times: "in January, and again on Saturday".
    return 0.0 if (lead.first, lead.last) in one.others else _likeness(one, lead, _COARSER)


def _may_be_one(one: _Told, lead: _Told) -> bool:
    """Whether clock, date, time of day and speaker allow both to tell of one event."""
    a, b = one.entry, lead.entry
    if a.clock != b.clock or a.clock == "published" or (one.first, one.last) == _WITHOUT:
        return False
    if not (one.first <= lead.first and lead.last <= one.last):
        return False
    return not _differ(a.time, b.time) and not _differ(one.speaker, lead.speaker)


def _differ(a: str | None, b: str | None) -> bool:
    return bool(a and b and a != b)


def _likeness(one: _Told, two: _Told, least: tuple[int, float]) -> float:
    """The part of the poorer sentence's rarity that both share, at best of all their sentences.

    0 below the ``least`` number of words or part.
    """
    count, part = least
    likest = max(
        (one.language.likeness(a, b) for a in one.told for b in two.told if len(a & b) >= count), default=0.0
    )
    return likest if likest >= part else 0.0


# ------------------------------------------------------------------ one event, dates that exclude each other


def _flag(events: Sequence[_Event]) -> None:
    """Point events at each other that are told alike and dated apart, in different articles."""
    by_word: dict[str, list[int]] = {}
    for index, event in enumerate(events):
        lead = event.lead
        if lead.entry.clock != "about" or not lead.grain:
            continue
        for other in _near(lead, by_word):
            if _exclude(event, events[other]):
                _point(event, events[other])
        for word in lead.words:
            by_word.setdefault(word, []).append(index)


def _exclude(a: _Event, b: _Event) -> bool:
    """Whether two events are told alike and dated apart, so that both cannot be right."""
    one, two = a.lead, b.lead
    gap = max(one.first - two.last, two.first - one.last).days
    if one.grain != two.grain or not 0 < gap <= _APART[one.grain]:
        return False
    if {p.article_id for p in _witnesses(a)} & {p.article_id for p in _witnesses(b)}:
        return False
    # An article that gives the other date in the same sentence tells of two days, not otherwise.
    if _tells_both(one, two) or _tells_both(two, one):
        return False
    return _likeness(one, two, _CLASHING) > 0


def _tells_both(one: _Told, two: _Told) -> bool:
    return any(_meet(other, (two.first, two.last)) for other in one.others)


def _meet(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _flag_known(events: Sequence[_Event], conflicts: Iterable[Conflict]) -> None:
    """Flag the conflicts of date that were found within the stories."""
    where: dict[str, list[tuple[Place, _Event]]] = {}
    for event in events:
        for place in _witnesses(event):
            where.setdefault(place.article_id, []).append((place, event))
    for conflict in conflicts:
        if conflict.kind == "date":
            a, b = (_event_at(where, place) for place in (conflict.a, conflict.b))
            if a is not None and b is not None and a is not b:
                _point(a, b)


def _event_at(where: Mapping[str, list[tuple[Place, _Event]]], at: Place) -> _Event | None:
    """The event that a place witnesses."""
    return next((e for p, e in where.get(at.article_id, ()) if p.start <= at.start < p.end), None)


def _point(a: _Event, b: _Event) -> None:
    for event, other in ((a, b), (b, a)):
        for member in other.members:
            for place in _places(member.entry):
                event.clashes[replace(place, note=member.entry.date)] = None


# ------------------------------------------------------------------ records


def _witnesses(event: _Event) -> Iterator[Place]:
    for member in event.members:
        yield from _places(member.entry)


def _entry(event: _Event) -> TimelineEntry:
    lead = event.lead.entry
    rest = [m.entry for m in event.members[1:]]
    places = dict.fromkeys(
        (*lead.witnesses, *(_place(e) for e in rest), *(p for e in rest for p in e.witnesses))
    )
    dates = dict.fromkeys(e.date for e in rest if e.date != lead.date)
    several = len({m.entry.story_id for m in event.members})
    return replace(
        lead,
        id=stable_id("line", lead.storyline_id, lead.id),
        witnesses=tuple(places),
        entry_ids=tuple(m.entry.id for m in event.members),
        other_dates=tuple(dates),
        clashes=tuple(event.clashes)[:_MOST_CLASHES],
        # An event that is told again in another story of the matter is one of its landmarks.
        weight=round(max(m.entry.weight for m in event.members) * (1 + 0.5 * (several - 1)), 4),
        producer="",  # made here, whoever made the lead
    )
