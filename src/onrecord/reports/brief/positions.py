"""Positions: a speaker's statements on one topic, on the scale from ruling out to having done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import Dating, Position, PositionEntry, Statement
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.scales import Gap, Tick, moments, points_of, stretch, time_scale
from onrecord.reports.brief.variorum import speaker_name
from onrecord.reports.brief.wording import LEVELS, clip, dating
from onrecord.reports.lookup import Lookup

WIDTH, LEFT, RIGHT = 600.0, 136.0, 580.0
STEP = 32.0
TOP = 30.0
MOST_POINTS = 60
# Words on one topic are laid in a row only when this many days lie between first and last: within the news of
# weeks they answer different questions nearly always (of 73 moved positions read on bulk news none held).
APART = 60
MOST_TRACES = 2


@dataclass(frozen=True, slots=True)
class Stand:
    """One statement of a position, in words."""

    statement: Statement
    level: str
    when: str
    who: str
    principal: bool
    words: str
    outlet: str
    href: str
    entry: PositionEntry


@dataclass(frozen=True, slots=True)
class Move:
    """A shift: two quotes and the explanations that the texts leave open."""

    before: Stand
    after: Stand
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One statement on the chart; ``principal`` is round, a spokesman square."""

    x: float
    y: float
    x0: float
    x1: float
    wide: bool
    principal: bool
    shifted: bool
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class PositionChart:
    """Levels as lines, time from left to right."""

    points: tuple[Point, ...]
    path: str
    levels: tuple[tuple[float, str], ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Gap, ...]
    axis: float
    height: float
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position, ready to show."""

    position: Position
    who: str
    stands: tuple[Stand, ...]
    moves: tuple[Move, ...]
    chart: PositionChart | None


def position_view(lookup: Lookup, links: Links, position: Position) -> PositionView | None:
    """The view of a position; None when none of its statements is known."""
    stands = [s for e in _by_time(position.entries) if (s := _stand(lookup, links, position, e)) is not None]
    if not stands:
        return None
    by_id = {s.statement.id: s for s in stands}
    moves = tuple(
        Move(by_id[s.from_statement_id], by_id[s.to_statement_id], s.rivals)
        for s in position.shifts
        if s.from_statement_id in by_id and s.to_statement_id in by_id
    )
    own = [s.statement for s in stands if s.principal] or [s.statement for s in stands]
    who, _ = speaker_name(lookup, position.speaker_id, own)
    shifted = {m.after.statement.id for m in moves}
    return PositionView(position, who, tuple(stands), moves, _chart(stands, shifted))


@dataclass(frozen=True, slots=True)
class Trace:
    """What was said of a topic in the order of days, whoever said it; no claim that anything moved."""

    topic: str
    stands: tuple[Stand, ...]


def traces(views: Iterable[PositionView]) -> tuple[Trace, ...]:
    """The topics on which several articles have words that lie ``APART`` days or more, the widest first."""
    topics: dict[str, dict[str, Stand]] = {}
    for view in views:
        stands = topics.setdefault(view.position.topic, {})
        stands.update((s.statement.id, s) for s in view.stands if _first_day(s)[0])
    found = [Trace(topic, tuple(sorted(s.values(), key=_first_day))) for topic, s in topics.items()]
    told = [t for t in found if len({s.statement.article_id for s in t.stands}) > 1 and _days(t) >= APART]
    return tuple(sorted(told, key=lambda t: (-_days(t), t.topic))[:MOST_TRACES])


def _first_day(stand: Stand) -> tuple[str, str]:
    said = stand.entry.said
    return said.earliest or said.latest or "", stand.statement.id


def _days(trace: Trace) -> int:
    """Days between the first and the last of a trace, by the bounds that are known."""
    first, last = (date.fromisoformat(_first_day(trace.stands[n])[0][:10]) for n in (0, -1))
    return (last - first).days


def _by_time(entries: Sequence[PositionEntry]) -> list[PositionEntry]:
    def key(entry: PositionEntry) -> tuple[str, str]:
        return entry.said.earliest or entry.said.latest or "9999", entry.statement_id

    return sorted(entries, key=key)


def _stand(lookup: Lookup, links: Links, position: Position, entry: PositionEntry) -> Stand | None:
    statement = lookup.statements.get(entry.statement_id)
    if statement is None:
        return None
    speaker_id = entry.speaker_id or statement.speaker_id
    who, _ = speaker_name(lookup, speaker_id, [statement])
    text = lookup.articles[statement.article_id].article.text
    return Stand(
        statement=statement,
        level=LEVELS[entry.level],
        when=_when(entry.said),
        who=who,
        principal=speaker_id in (None, position.speaker_id),
        words=clip(statement.content_text(text), 320),
        outlet=lookup.outlet(statement.article_id),
        href=links.span(statement),
        entry=entry,
    )


def _when(said: Dating) -> str:
    words = dating(said)
    return "day not given" if words == "not dated" else words


def _chart(stands: Sequence[Stand], shifted: set[str]) -> PositionChart | None:
    """The chart of the statements with a date; None when none has one."""
    bounds = [(s, *moments(s.entry.said.edtf, s.entry.said.earliest, s.entry.said.latest)) for s in stands]
    drawn = [b for b in bounds if b[1:] != (None, None)][:MOST_POINTS]
    scale = time_scale((t for _, a, b in drawn for t in points_of(a, b)), LEFT + 20, RIGHT)
    if scale is None:
        return None
    height = TOP + STEP * (len(LEVELS) - 1)
    y_of = {name: height - STEP * n for n, name in enumerate(LEVELS.values())}
    points: list[Point] = []
    for stand, start, end in drawn:
        y = y_of[stand.level]
        x0, x1 = stretch(scale, start, end)
        x = _beside(points, _marked(start, end, x0, x1), y)
        wide = start is None or end is None or (end - start > 1.01 and x1 - x0 > 18)
        title = f"{stand.who}, {stand.when}: {stand.level}. {clip(stand.words, 160)}"
        moved = stand.statement.id in shifted
        points.append(Point(x, y, x0, x1, wide, stand.principal, moved, stand.href, title))
    path = "M" + " L".join(f"{p.x:.1f} {p.y:.1f}" for p in points)
    levels = tuple((y, name) for name, y in y_of.items())
    return PositionChart(
        tuple(points), path, levels, tuple(scale.ticks()), tuple(scale.gaps()), height + 22, height + 50
    )


def _marked(start: float | None, end: float | None, x0: float, x1: float) -> float:
    """Where a date is marked: in its middle, or at its one known end, with its doubt drawn beside it."""
    if end is None:
        return x0
    return x1 if start is None else (x0 + x1) / 2


def _beside(points: Sequence[Point], x: float, y: float) -> float:
    """``x``, moved right past points already on the same level there."""
    for point in points:
        if point.y == y and abs(point.x - x) < 16:
            x = point.x + 16
    return min(x, RIGHT)
