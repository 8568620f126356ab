"""The timeline of a storyline: four clocks in lanes of their own, distinguished by shape and name.

The still drawing is for paper and for pages without script; ``timeline.js`` draws one that can be zoomed
from the rows of the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.records import Place, Story, TimelineEntry
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.scales import Gap, Tick, TimeScale, moments, points_of, stretch, time_scale
from onrecord.reports.brief.wording import clip, dated, listed
from onrecord.reports.lookup import Lookup

WIDTH, LEFT, RIGHT = 1120.0, 96.0, 1104.0
ROW = 24.0  # px between two rows of marks in a lane
MOST_ROWS = 7
MOST_MARKS = 90  # the chart's share; the table has them all
LABELLED = 16
LETTER = 7.1  # px of one 13 px letter: DejaVu Sans, the widest of the page's fonts, over English names

LONG = 366 * 20  # days; a longer span does not set the axis

CLOCKS = ("said", "about", "published")
_Key = tuple[str, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Dated:
    """One timeline entry as a line of the table.

    ``stories`` tell of it; ``also`` are coarser dates that some give; ``clashes`` are dates that others give
    instead, and where.
    """

    entry: TimelineEntry
    date: str
    before: str
    words: str
    after: str
    references: tuple[Reference, ...]
    who: str
    start: float | None
    end: float | None
    label: str = ""
    stories: int = 1
    also: tuple[str, ...] = ()
    clashes: tuple[tuple[str, Reference], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadClock:
    """When OnRecord read the articles: in words, and as a day number where that is known."""

    words: str
    moment: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry on the chart: a symbol at ``x``; from ``x0`` to ``x1`` a bar, when the date is wide.

    ``label`` begins at ``label_x``, or ends there when that lies left of ``x``.
    """

    clock: str
    x: float
    y: float
    x0: float
    x1: float
    wide: bool
    open_start: bool
    open_end: bool
    href: str
    title: str
    label: str
    label_x: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One clock's rows."""

    clock: str
    y: float
    height: float
    marks: tuple[Mark, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The lanes above one axis."""

    lanes: tuple[Lane, ...]
    scale: TimeScale
    ticks: tuple[Tick, ...]
    gaps: tuple[Gap, ...]
    axis: float
    height: float
    width: float = WIDTH


def entries_of(lookup: Lookup, storyline_id: str, stories: Sequence[Story]) -> list[TimelineEntry]:
    """The storyline's entries that ``stories`` tell of; those of the stories where none were merged."""
    line = lookup.chronicle.get(storyline_id, ())
    if not line:
        return [e for s in stories for e in lookup.timeline.get(s.id, ())]
    inside = {i for s in stories for i in s.article_ids}
    return [e for e in line if not inside.isdisjoint({e.article_id, *(p.article_id for p in e.witnesses)})]


def dated_entries(lookup: Lookup, links: Links, entries: Sequence[TimelineEntry]) -> list[Dated]:
    """The table: by date, undatable ones last."""

    def key(entry: TimelineEntry) -> tuple[str, str, str, str]:
        return entry.earliest or entry.latest or "9999", entry.latest or "9999", entry.clock, entry.id

    rows = [_dated(lookup, links, e) for e in sorted(entries, key=key)]
    return [replace(r, label=clip(_label(r), 34)) for r in rows]


def read_clock(started_at: str) -> ReadClock:
    """The fourth clock, to the day: a brief made twice on one day is the same file.

    Args:
        started_at: the moment a run began in ISO 8601, or empty when not recorded.
    """
    day = started_at[:10]
    start, _ = moments(day, day, day)
    return ReadClock(dated(day) if day else "on a day not recorded", start)


def _without_dateline(lookup: Lookup, article_id: str, before: str) -> str:
    """Words before a date but for "CALVEN, Sarrenia —", which says where and not what."""
    dateline = " ".join((lookup.articles[article_id].article.dateline or "").split())
    return before.partition(dateline)[2].lstrip(" —–-") if dateline and dateline in before else before


def _dated(lookup: Lookup, links: Links, entry: TimelineEntry) -> Dated:
    start, end = moments(_moment(entry), entry.earliest, entry.latest)
    here = Place(entry.article_id, entry.start, entry.end)
    places = dict.fromkeys((p.article_id, p.start, p.end) for p in (here, *entry.witnesses))
    found = (links.place(Place(*p)) for p in places)
    before, words, after = lookup.around(here, reach=110)
    before = _without_dateline(lookup, entry.article_id, before)
    statement = lookup.statements.get(entry.statement_id or "")
    return Dated(
        entry=entry,
        date=dated(_moment(entry), weekday=True),
        before=before,
        words=words,
        after=after,
        references=tuple(r for r in found if r is not None),
        who=(statement.speaker or "") if statement is not None else "",
        start=start,
        end=end,
        stories=len({lookup.story_of[a].id for a, _, _ in places if a in lookup.story_of}),
        also=tuple(dict.fromkeys(map(dated, entry.other_dates))),
        clashes=tuple(
            (dated(p.note, weekday=True), reference)
            for p in entry.clashes
            if (reference := links.place(p)) is not None
        ),
    )


def _moment(entry: TimelineEntry) -> str:
    """The entry's date, with its time of day if that is given."""
    return f"{entry.date}T{entry.time}" if entry.time else entry.date


def chart(rows: Sequence[Dated]) -> Chart | None:
    """The chart of the weightiest rows that have a date; None when none has."""
    drawn = _drawn(rows)
    scale = time_scale(_points(drawn), LEFT, RIGHT, lanes=[_middles(drawn, clock) for clock in CLOCKS])
    if scale is None:
        return None
    labelled = {key for key in drawn if key[0] == "published"}
    labelled |= set([key for key in drawn if key[0] != "published"][:LABELLED])
    lanes, y = [], 14.0
    for clock in CLOCKS:
        marks = [_mark(key, group, scale, key in labelled) for key, group in drawn.items() if key[0] == clock]
        lane = _lane(clock, y, marks)
        lanes.append(lane)
        y += lane.height
    return Chart(tuple(lanes), scale, tuple(scale.ticks()), tuple(scale.gaps()), y + 18, y + 50)


def _drawn(rows: Sequence[Dated]) -> dict[_Key, list[Dated]]:
    """The dated rows by clock and date, the weightiest first, as many as the chart holds."""
    groups: dict[_Key, list[Dated]] = defaultdict(list)
    for row in sorted(rows, key=_weightiest):
        if row.start is not None or row.end is not None:
            groups[row.entry.clock, row.start, row.end].append(row)
    return dict(list(groups.items())[:MOST_MARKS])


def _weightiest(row: Dated) -> tuple[float, int, str, str]:
    return -row.entry.weight, -len(row.references), row.entry.earliest or "", row.entry.id


def _middles(keys: Iterable[_Key], clock: str) -> list[float]:
    """Where the dates of one clock lie."""
    found = (points_of(start, end) for c, start, end in keys if c == clock)
    return [sum(points) / len(points) for points in found if points]


def _points(keys: Iterable[_Key]) -> list[float]:
    """The days that set the axis: "the 21st century" must not stretch it to 2100, if it can be helped."""
    spans = [(start, end) for _, start, end in keys]
    short = [s for s in spans if s[0] is None or s[1] is None or s[1] - s[0] <= LONG]
    return [t for start, end in short or spans for t in points_of(start, end)]


def _lane(clock: str, y: float, marks: Sequence[Mark]) -> Lane:
    """Marks in as few rows as keep them and their labels apart; those beyond the last row are counted."""
    ends: list[float] = []
    placed, more = [], 0
    for mark in sorted(marks, key=lambda m: (_left(m), m.title)):
        right = max(mark.x1 + 8, mark.label_x + LETTER * len(mark.label) if mark.label_x > mark.x else 0) + 6
        row = next((n for n, e in enumerate(ends) if e <= _left(mark)), len(ends))
        if row >= MOST_ROWS:
            more += 1
            continue
        if row == len(ends):
            ends.append(0.0)
        ends[row] = right
        placed.append(replace(mark, y=y + ROW * (row + 0.5)))
    return Lane(clock, y, ROW * max(1, len(ends)) + 10, tuple(placed), more)


def _left(mark: Mark) -> float:
    leftward = mark.label and mark.label_x < mark.x
    return min(mark.x0 - 8, mark.label_x - LETTER * len(mark.label) if leftward else mark.x0)


def _mark(key: _Key, group: Sequence[Dated], scale: TimeScale, labelled: bool) -> Mark:
    """One mark for all rows with the same date on the same clock."""
    clock, start, end = key
    x0, x1 = stretch(scale, start, end)
    wide = start is None or end is None or (end - start > 1.01 and x1 - x0 > 14)
    if not wide:
        x0 = x1 = (x0 + x1) / 2
    label = _shared_label(clock, group) if labelled else ""
    label_x = x1 + 12 if x1 + 12 + LETTER * len(label) <= RIGHT else x0 - 12
    says = " / ".join(clip(r.before + r.words + r.after, 120) for r in group[:3])
    return Mark(
        clock=clock,
        x=(x0 + x1) / 2,
        y=0.0,
        x0=x0,
        x1=x1,
        wide=wide,
        open_start=start is None or start < scale.pieces[0].t0,
        open_end=end is None or end > scale.pieces[-1].t1,
        href=next((r.references[0].href for r in group if r.references), "#"),
        title=f"{clock}: {group[0].date}. {says}",
        label=label,
        label_x=label_x,
    )


def _shared_label(clock: str, group: Sequence[Dated]) -> str:
    """A few words for all rows of a mark; what a date is about cannot be listed."""
    labels = list(dict.fromkeys(r.label for r in group if r.label))
    return clip(listed(labels[:1] if clock == "about" else labels, 2), 34)


def _label(row: Dated) -> str:
    """A few words: the speaker or outlet, or for what a date is about the words that lead up to it."""
    if row.entry.clock == "said":
        return row.who
    if row.entry.clock == "published":
        return row.references[0].label.rpartition(" ")[0] if row.references else ""
    before = row.before.strip(' ,.;:–—-("“').split()
    while before and len(before[-1]) <= 3:  # "in", "at", "the": they lead only to the date
        before.pop()
    if len(before) >= 2:
        return " ".join(before[-4:])
    after = row.after.lstrip("'’").removeprefix("s ").strip(' ,.;:–—-"”').split()
    return " ".join(after[:4])
