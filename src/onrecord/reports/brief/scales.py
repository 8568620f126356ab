"""A time axis of linear pieces: decades and hours on one line, every jump shown as a break.

One linear axis from 1959 to an hour of 2022 shows nothing but its ends; a logarithmic one misleads. So
the axis is cut at gaps into at most five pieces, each linear and with ticks of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import inf

from onrecord.reports.brief.wording import MONTHS, count

BREAK = 34.0  # px between two pieces: room for the break mark
ROOM = 74.0  # px from one tick to the next: the longest label, "28 May 2024", in 12 px type
CLOSE = 18.0  # px below which two marks, 16 px wide, touch
BREAK_COST = 120.0  # a break must part two marks that lie on each other (18 px squared), or nearly
SHALLOW = 80.0  # a change of scale that leaves out less than it parts must part some marks
CANDIDATES = 8  # gaps tried as breaks, by each of two measures
MOST_BREAKS = 4
OPEN = 365.0  # days of doubt drawn for a date without an end: it is at least unknown to the year
MOST_POINTS = 120  # beyond this, every n-th point decides

# Distance of ticks in days; label width in px (measured for 12 px type) sets which is used.
STEPS = (1, 2, 7, 14, 30.44, 91.3, 182.6, 365.25, 730.5, 1826.25, 3652.5, 7305, 18262.5, 36525)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A linear stretch of the axis: days ``t0`` to ``t1`` (proleptic ordinals) on ``x0`` to ``x1`` px."""

    t0: float
    t1: float
    x0: float
    x1: float

    def x(self, t: float) -> float:
        """Where ``t`` lies, held inside the piece."""
        share = (t - self.t0) / (self.t1 - self.t0)
        return self.x0 + min(1.0, max(0.0, share)) * (self.x1 - self.x0)

    def ticks(self) -> list[Tick]:
        """Round dates on the piece, far enough apart for their labels."""
        days = (self.t1 - self.t0) * ROOM / (self.x1 - self.x0)
        fine = [s for s in STEPS if s < days]
        coarse = [s for s in STEPS if s >= days] or [STEPS[-1]]
        # A piece within one month or year holds no round date of the fitting step: then a finer one.
        tried = (_rounds(self.t0, self.t1, step) for step in (coarse[0], *reversed(fine)))
        return [Tick(self.x(t), label) for t, label in next(filter(None, tried), [])]


@dataclass(frozen=True, slots=True)
class Gap:
    """A break in the axis at ``x``: how much time was left out, in words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True, order=True)
class TimeScale:
    """Pieces from left to right."""

    pieces: tuple[Piece, ...]

    def x(self, t: float) -> float:
        """Where day ``t`` lies; in a break, in its middle."""
        for before, piece in zip((None, *self.pieces), self.pieces, strict=False):
            if t < piece.t0:
                return piece.x0 if before is None else (before.x1 + piece.x0) / 2
            if t <= piece.t1:
                return piece.x(t)
        return self.pieces[-1].x1

    def along(self, ordered: Iterable[float]) -> Iterator[float]:
        """Where days lie that come in order: ``x`` of each, without looking at every piece again."""
        before, remaining = None, list(reversed(self.pieces))
        for t in ordered:
            while remaining and t > remaining[-1].t1:
                before = remaining.pop()
            if not remaining:
                yield self.pieces[-1].x1
            elif t >= (piece := remaining[-1]).t0:  # as Piece.x has it, where nothing has to be held inside
                yield piece.x0 + (t - piece.t0) / (piece.t1 - piece.t0) * (piece.x1 - piece.x0)
            else:
                yield remaining[-1].x0 if before is None else (before.x1 + remaining[-1].x0) / 2

    def gaps(self) -> list[Gap]:
        """The breaks between pieces."""
        return [Gap((a.x1 + b.x0) / 2, _length(b.t0 - a.t1)) for a, b in pairwise(self.pieces)]

    def ticks(self) -> list[Tick]:
        """The ticks of all pieces; where two meet at a break, the piece with more of them gives way."""
        of_pieces = [_apart(piece.ticks()) for piece in self.pieces]
        for before, after in pairwise(of_pieces):
            if before and after and after[0].x - before[-1].x < ROOM:
                if len(after) > len(before):
                    del after[0]
                else:
                    del before[-1]
        return _apart([tick for ticks in of_pieces for tick in ticks])


def _apart(ticks: Sequence[Tick]) -> list[Tick]:
    """The ticks that leave room for the label of the one before."""
    kept: list[Tick] = []
    for tick in ticks:
        if not kept or tick.x - kept[-1].x >= ROOM * 0.9:
            kept.append(tick)
    return kept


def ordinal(iso: str | None) -> float | None:
    """An ISO day as a day number; None for none, and for years that no calendar here holds."""
    try:
        return float(date.fromisoformat(iso[:10]).toordinal()) if iso else None
    except ValueError:
        return None


def moments(edtf: str | None, earliest: str | None, latest: str | None) -> tuple[float | None, float | None]:
    """Bounds as day numbers, end exclusive; with a clock time in ``edtf``, that instant."""
    start, end = ordinal(earliest), ordinal(latest)
    if start is not None and start == end:
        clock = re.fullmatch(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d).*", edtf or "")
        if clock is not None:
            instant = start + int(clock[1]) / 24 + int(clock[2]) / 1440
            return instant, instant
    return start, None if end is None else end + 1


def points_of(start: float | None, end: float | None) -> list[float]:
    """Which days a date asks the axis for: its middle, its ends, or a year's room for an open end."""
    if start is not None and end is not None:
        return [(start + end) / 2] if end - start <= 1.01 else [start, end]
    if start is not None:
        return [start, start + OPEN]
    return [] if end is None else [end - OPEN, end]


def stretch(scale: TimeScale, start: float | None, end: float | None) -> tuple[float, float]:
    """From where to where a date is drawn; an open end reaches as far as ``points_of`` asked for."""
    known = points_of(start, end) or [scale.pieces[0].t0]
    low = start if start is not None else known[0]
    high = end if end is not None else known[-1]
    return scale.x(low), scale.x(high)


def time_scale(
    points: Iterable[float], left: float, right: float, *, lanes: Iterable[Iterable[float]] = ()
) -> TimeScale | None:
    """The clearest axis from ``left`` to ``right`` px for day numbers ``points``; None without points.

    ``lanes``: the marks that share a lane and should not touch; all points share one when none are given.
    """
    ordered = sorted(set(points))
    if not ordered:
        return None
    crowds = [sorted(set(lane)) for lane in lanes] or [ordered]
    if len(ordered) > MOST_POINTS:
        ordered = sorted({*ordered[:: len(ordered) // MOST_POINTS + 1], ordered[0], ordered[-1]})
    free = _candidates(ordered)
    cuts: list[int] = []
    best = _lay_out(ordered, cuts, left, right)
    cost = _crowding(crowds, best)
    if cost < BREAK_COST:
        return best
    # One break at a time, or two around a crowd, the best first: all sets would be some thousand layouts.
    while len(cuts) < MOST_BREAKS:
        move: tuple[int, ...] = ()
        least, scale = cost, best
        moves: list[tuple[int, ...]] = [(cut,) for cut in range(1, len(ordered)) if cut not in cuts]
        if len(cuts) + 2 <= MOST_BREAKS:
            moves += combinations(free, 2)
        for tried in sorted(moves):
            laid = _lay_out(ordered, sorted([*cuts, *tried]), left, right)
            price = BREAK_COST * len(tried)
            found = _crowding(crowds, laid, least - price + 1e-6) + price
            if found < least:
                least, move, scale = found, tried, laid
        if not move:
            break
        cost, best = least - BREAK_COST * len(move), scale
        cuts += move
        free = [cut for cut in free if cut not in move]
    return best


def _candidates(points: Sequence[float]) -> list[int]:
    """Where a break may help: at the widest gaps, and at those much wider than a gap beside them."""
    wide = [b - a for a, b in pairwise(points)]
    widest = sorted(range(len(wide)), key=lambda i: -wide[i])[:CANDIDATES]

    def contrast(i: int) -> float:
        beside = [*wide[max(0, i - 1) : i], *wide[i + 1 : i + 2]]
        return wide[i] / max(min(beside, default=wide[i]), 0.5)

    sharpest = sorted(range(len(wide)), key=lambda i: -contrast(i))[:CANDIDATES]
    return sorted(i + 1 for i in {*widest, *sharpest})


def _lay_out(points: Sequence[float], cuts: Sequence[int], left: float, right: float) -> TimeScale:
    """Pieces as wide as the number of their points asks, padded so that no mark sits on an end."""
    edges = [0, *cuts, len(points)]
    groups = [points[a:b] for a, b in pairwise(edges)]
    room = right - left - BREAK * len(cuts)
    weights = [2.0 + len(g) for g in groups]
    pieces, x = [], left
    for group, weight in zip(groups, weights, strict=True):
        width = room * weight / sum(weights)
        span = group[-1] - group[0]
        pad = max(0.6, span * 20 / max(width - 40, 40))
        pieces.append(Piece(group[0] - pad, group[-1] + pad, x, x + width))
        x += width + BREAK
    return TimeScale(tuple(pieces))


def _crowding(crowds: Iterable[Sequence[float]], scale: TimeScale, most: float = inf) -> float:
    """How much neighbouring marks overlap, in square px; a break that leaves little out costs as well.

    Where it is more than ``most``, it is not known how much more.
    """
    gaps = ((b.t0 - a.t1) / min(a.t1 - a.t0, b.t1 - b.t0) for a, b in pairwise(scale.pieces))
    shallow = sum(SHALLOW * (1 if gap >= 0.1 else 5) for gap in gaps if gap < 1)
    overlap = 0.0
    for crowd in crowds:
        for a, b in pairwise(scale.along(crowd)):
            if b - a < CLOSE:
                overlap += (CLOSE - (b - a)) ** 2
                if overlap + shallow > most:
                    return overlap + shallow
    return overlap + shallow


def _length(days: float) -> str:
    if days >= 365:
        return count(round(days / 365.25), "year")
    if days >= 45:
        return count(round(days / 30.44), "month")
    return count(max(1, round(days)), "day")


def _rounds(t0: float, t1: float, step: float) -> list[tuple[float, str]]:
    """Round dates between two day numbers: days, firsts of a month, or years."""
    if step < 30:
        return _days(t0, t1, int(step))
    return _months(t0, t1, max(1, round(step / 30.44)))


def _day(t: float) -> date:
    return date.fromordinal(min(date.max.toordinal(), max(1, int(t))))


def _days(t0: float, t1: float, step: int) -> list[tuple[float, str]]:
    first = _day(t0 + 0.999)
    out: list[tuple[float, str]] = []
    shown = None
    while first.toordinal() <= t1 and len(out) < 400:
        label = f"{first.day} {MONTHS[first.month - 1]}"
        out.append((float(first.toordinal()), label if first.year == shown else f"{label} {first.year}"))
        shown = first.year
        first += timedelta(days=step)
    return out


def _months(t0: float, t1: float, step: int) -> list[tuple[float, str]]:
    first, last = _day(t0 + 0.999), _day(t1)
    out: list[tuple[float, str]] = []
    month = first.year * 12 + first.month - 1
    month += -month % step if step >= 12 or 12 % step == 0 else 0
    while month <= last.year * 12 + last.month - 1 and len(out) < 400:
        year, index = divmod(month, 12)
        if 1 <= year <= 9999:
            start = float(date(year, index + 1, 1).toordinal())
            if t0 <= start <= t1:
                out.append((start, str(year) if step >= 12 else f"{MONTHS[index]} {year}"))
        month += step
    return out
