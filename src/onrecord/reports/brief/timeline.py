"""The timeline of a storyline: four clocks in lanes of their own, told apart by shape and by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.languages.sentences import sentences
from onrecord.records import Place, TimelineEntry
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.scales import Gap, Tick, TimeScale, moments, points_of, stretch, time_scale
from onrecord.reports.brief.wording import clip, dated
from onrecord.reports.lookup import Lookup

WIDTH, LEFT, RIGHT = 1120.0, 96.0, 1104.0
ROW = 24.0  # px between two rows of marks in a lane
MOST_ROWS = 5
MOST_MARKS = 90  # the chart's share; the table has them all
LABELLED = 16
LETTER = 6.3  # px of one 12 px letter, mean over English text in the page's sans-serif

CLOCKS = {"said": "said", "about": "about", "published": "published"}


@dataclass(frozen=True, slots=True)
class Dated:
    """One timeline entry as a line of the table."""

    entry: TimelineEntry
    date: str
    before: str
    words: str
    after: str
    references: tuple[Reference, ...]
    who: str


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


def dated_entries(lookup: Lookup, links: Links, entries: Sequence[TimelineEntry]) -> list[Dated]:
    """The table: by date, undatable ones last."""

    def key(entry: TimelineEntry) -> tuple[str, str, str, str]:
        return entry.earliest or entry.latest or "9999", entry.latest or "9999", entry.clock, entry.id

    return [_dated(lookup, links, e) for e in sorted(entries, key=key)]


def _dated(lookup: Lookup, links: Links, entry: TimelineEntry) -> Dated:
    here = Place(entry.article_id, entry.start, entry.end)
    places = dict.fromkeys((p.article_id, p.start, p.end) for p in (here, *entry.witnesses))
    found = (links.place(Place(*p)) for p in places)
    before, words, after = _context(lookup, entry)
    statement = lookup.statements.get(entry.statement_id or "")
    return Dated(
        entry=entry,
        date=dated(entry.date, weekday=True),
        before=before,
        words=words,
        after=after,
        references=tuple(r for r in found if r is not None),
        who=(statement.speaker or "") if statement is not None else "",
    )


def _context(lookup: Lookup, entry: TimelineEntry, reach: int = 110) -> tuple[str, str, str]:
    """The sentence around an entry's place, cut to ``reach`` characters on each side."""
    text = lookup.articles[entry.article_id].article.text
    line_start = text.rfind("\n", 0, entry.start) + 1
    line_end = text.find("\n", entry.end)
    line_end = len(text) if line_end < 0 else line_end
    lower, upper = max(line_start, entry.start - 600), min(line_end, entry.end + 600)
    for sentence in sentences(text, lower, upper):
        if sentence.start <= entry.start < sentence.end:
            lower, upper = sentence.start, max(sentence.end, entry.end)
            break
    before, after = text[lower : entry.start], text[entry.end : upper]
    if len(before) > reach:
        before = "…" + before[-reach:].partition(" ")[2]
    if len(after) > reach:
        after = after[:reach].rpartition(" ")[0] + "…"
    return before, text[entry.start : entry.end], after


def chart(rows: Sequence[Dated]) -> Chart | None:
    """The chart of the weightiest rows that have a date; None when none has."""
    ranked = sorted(
        rows, key=lambda r: (-r.entry.weight, -len(r.references), r.entry.earliest or "", r.entry.id)
    )
    drawn = [(row, *_bounds(row)) for row in ranked]
    drawable = [d for d in drawn if d[1] is not None or d[2] is not None][:MOST_MARKS]
    scale = time_scale((t for _, start, end in drawable for t in points_of(start, end)), LEFT, RIGHT)
    if scale is None:
        return None
    labelled = {
        row.entry.id for row, _, _ in [d for d in drawable if d[0].entry.clock != "published"][:LABELLED]
    }
    lanes, y = [], 14.0
    for clock in CLOCKS:
        items = [d for d in drawable if d[0].entry.clock == clock]
        lane = _lane(clock, y, items, scale, labelled)
        lanes.append(lane)
        y += lane.height
    return Chart(tuple(lanes), scale, tuple(scale.ticks()), tuple(scale.gaps()), y + 18, y + 50)


def _bounds(row: Dated) -> tuple[float | None, float | None]:
    return moments(row.entry.date, row.entry.earliest, row.entry.latest)


def _lane(
    clock: str,
    y: float,
    items: Sequence[tuple[Dated, float | None, float | None]],
    scale: TimeScale,
    labelled: set[str],
) -> Lane:
    """Marks in as few rows as keep them and their labels apart; those beyond the last row are counted."""
    ends: list[float] = []
    marks, more = [], 0
    placed = sorted(
        (_mark(row, start, end, scale, row.entry.id in labelled) for row, start, end in items), key=_left
    )
    for mark in placed:
        right = max(mark.x1 + 8, mark.label_x + LETTER * len(mark.label) if mark.label_x > mark.x else 0) + 6
        row = next((n for n, e in enumerate(ends) if e <= _left(mark)), len(ends))
        if row >= MOST_ROWS:
            more += 1
            continue
        if row == len(ends):
            ends.append(0.0)
        ends[row] = right
        marks.append(replace(mark, y=y + ROW * (row + 0.5)))
    return Lane(clock, y, ROW * max(1, len(ends)) + 10, tuple(marks), more)


def _left(mark: Mark) -> float:
    leftward = mark.label and mark.label_x < mark.x
    return min(mark.x0 - 8, mark.label_x - LETTER * len(mark.label) if leftward else mark.x0)


def _mark(row: Dated, start: float | None, end: float | None, scale: TimeScale, labelled: bool) -> Mark:
    x0, x1 = stretch(scale, start, end)
    wide = start is None or end is None or (end - start > 1.01 and x1 - x0 > 14)
    x = (x0 + x1) / 2
    if not wide:
        x0 = x1 = x
    label = clip(_label(row), 30) if labelled else ""
    label_x = x1 + 12 if x1 + 12 + LETTER * len(label) <= RIGHT else x0 - 12
    return Mark(
        clock=row.entry.clock,
        x=x,
        y=0.0,
        x0=x0,
        x1=x1,
        wide=wide,
        open_start=start is None,
        open_end=end is None,
        href=row.references[0].href if row.references else "#",
        title=f"{row.entry.clock}: {row.date}. {clip(row.before + row.words + row.after, 200)}",
        label=label,
        label_x=label_x,
    )


def _label(row: Dated) -> str:
    """A few words: the speaker for what was said, else the words that follow or lead up to the date."""
    if row.entry.clock == "said" and row.who:
        return row.who
    after = row.after.strip(" ,.;:–—-")
    before = row.before.strip(" ,.;:–—-(")
    if len(before.split()) >= 3:
        return "… " + " ".join(before.split()[-4:])
    return after or before or row.words
