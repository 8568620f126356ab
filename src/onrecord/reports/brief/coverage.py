"""Coverage of a storyline: one lane for each story, one mark for each article, placed by publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Article, Story
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.scales import Gap, Tick, TimeScale, moments, points_of, stretch, time_scale
from onrecord.reports.brief.variorum import columns
from onrecord.reports.brief.wording import clip, count, dating
from onrecord.reports.lookup import Lookup

WIDTH, LEFT, RIGHT = 1120.0, 20.0, 1100.0
LANE = 62.0


@dataclass(frozen=True, slots=True)
class Covered:
    """One article as a line of the table."""

    article: Article
    title: str
    outlet: str
    published: str
    basis: str
    statements: int
    reasons: tuple[str, ...]
    href: str
    url: str | None
    published_short: str
    citation: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One article on the chart; a hollow bar when its date is not one day."""

    x: float
    y: float
    x0: float
    x1: float
    wide: bool
    open_start: bool
    open_end: bool
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class StoryLane:
    """One story on the chart."""

    title: str
    note: str
    y: float
    label_x: float
    anchor: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """The lanes above one axis."""

    lanes: tuple[StoryLane, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Gap, ...]
    axis: float
    height: float
    width: float = WIDTH


def covered(lookup: Lookup, links: Links, story: Story) -> list[Covered]:
    """The story's articles as published."""
    out = []
    for article_id in columns(lookup, story):
        annotated = lookup.articles[article_id]
        article = annotated.article
        url = article.url if (article.url or "").lower().startswith(("https://", "http://")) else None
        out.append(
            Covered(
                article,
                lookup.title(article_id),
                lookup.outlet(article_id),
                dating(article.published, weekday=True),
                article.published.basis,
                len(annotated.statements),
                tuple(story.reasons.get(article_id, ())),
                links.article(article_id),
                url,
                dating(article.published),
                _citation(lookup, article, url),
            )
        )
    return out


def _citation(lookup: Lookup, article: Article, url: str | None) -> str:
    """How the article is cited: outlet, title, day and link, as far as they are known."""
    title = f"“{article.title}”" if article.title else ""
    day = dating(article.published) if article.published.edtf else ""
    return ", ".join(filter(None, (lookup.outlet(article.id), title, day, url or "")))


def coverage_chart(stories: Sequence[tuple[Story, Sequence[Covered]]]) -> CoverageChart | None:
    """The chart; None when no article has a date."""
    bounds = [(story, [(c, *_bounds(c.article)) for c in articles]) for story, articles in stories]
    points = (t for _, items in bounds for _, start, end in items for t in points_of(start, end))
    scale = time_scale(points, LEFT, RIGHT)
    if scale is None:
        return None
    lanes = []
    for number, (story, items) in enumerate(bounds):
        y = 46 + LANE * number
        dots = _dots(items, scale, y)
        lanes.append(_lane(story, items, dots, y))
    axis = 46 + LANE * (len(lanes) - 1) + 26
    return CoverageChart(tuple(lanes), tuple(scale.ticks()), tuple(scale.gaps()), axis, axis + 32)


def _bounds(article: Article) -> tuple[float | None, float | None]:
    return moments(article.published.edtf, article.published.earliest, article.published.latest)


def _dots(
    items: Sequence[tuple[Covered, float | None, float | None]], scale: TimeScale, y: float
) -> tuple[Dot, ...]:
    """Dots pushed to the right where they would cover each other."""
    dots: list[Dot] = []
    for item, start, end in items:
        if start is None and end is None:
            continue
        x0, x1 = stretch(scale, start, end)
        wide = start is None or end is None or (end - start > 1.01 and x1 - x0 > 18)
        middle = (x0 + x1) / 2
        if not wide and dots and not dots[-1].wide and middle - dots[-1].x < 15:
            middle = min(RIGHT, dots[-1].x + 15)
        title = f"{item.outlet}, {item.published}: {clip(item.title, 120)}"
        dots.append(Dot(middle, y, x0, x1, wide, start is None, end is None, item.href, title))
    return tuple(dots)


def _lane(
    story: Story, items: Sequence[tuple[Covered, float | None, float | None]], dots: tuple[Dot, ...], y: float
) -> StoryLane:
    first = min((d.x0 if d.wide else d.x - 7 for d in dots), default=LEFT)
    last = max((d.x1 if d.wide else d.x + 7 for d in dots), default=LEFT)
    right = first > WIDTH * 0.62
    note = " · ".join(filter(None, (count(len(items), "article"), *_when(items))))
    return StoryLane(
        clip(story.title, 70), note, y, last if right else first, "end" if right else "start", dots
    )


def _when(items: Sequence[tuple[Covered, float | None, float | None]]) -> tuple[str, str]:
    """From which day to which, and how many articles have no such day; the first date where none has."""
    days = [c.published for c, start, end in items if _one_day(start, end)]
    undated = len(items) - len(days)
    if not days:
        return "", items[0][0].published if items else ""
    loose = f"{undated} not dated to the day" if undated else ""
    return " – ".join(dict.fromkeys((days[0], days[-1]))), loose


def _one_day(start: float | None, end: float | None) -> bool:
    return start is not None and end is not None and end - start <= 1.01
