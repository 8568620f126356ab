"""The index of a brief of many stories: what differs over all of them, people, outlets, stories over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from onrecord.records import Statement, Story
from onrecord.reports.brief.findings import FindingView, findings
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.points import Point, points
from onrecord.reports.brief.variorum import columns
from onrecord.reports.brief.variorum import rows as sayings
from onrecord.reports.brief.wording import MONTHS, dating, listed
from onrecord.reports.counting import counts, is_shared
from onrecord.reports.lookup import Lookup

MOST_PEOPLE = 24
MOST_OUTLETS = 24
MOST_NAMES = 40  # of one story that the filter knows
MOST_DIFFERENCES = 12
# Stories whose sayings are laid side by side for the index: the widest hold what most outlets have.
MOST_LOOKED_AT = 30
MOST_BARS = 130
WIDTH, HEIGHT = 1120.0, 96.0


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One story in the index; ``names``: who speaks in it, for the filter."""

    title: str
    href: str
    first: str
    sort: str
    last: str
    articles: int
    outlets: str
    statements: int
    shared: int
    names: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who says something, over all stories; ``href``: the story with most of it."""

    name: str
    role: str
    statements: int
    stories: int
    href: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """One outlet beside the others: what it has, and how much it left out that was public."""

    name: str
    articles: int
    stories: int
    statements: int
    shared: int
    absent: int


@dataclass(frozen=True, slots=True)
class Bar:
    """How many stories begin in one stretch of time."""

    x: float
    y: float
    width: float
    height: float
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class Over:
    """What the index shows over all stories."""

    points: tuple[Point, ...]
    differences: tuple[FindingView, ...]
    possible: int
    people: tuple[PersonRow, ...]
    outlets: tuple[Publisher, ...]
    bars: tuple[Bar, ...]


def over(lookup: Lookup, links: Links) -> Over:
    """What differs, who speaks, who publishes, and when stories begin, over the whole corpus."""
    widest = sorted(lookup.stories, key=lambda s: -len(s.article_ids))[:MOST_LOOKED_AT]
    shared = (r for s in widest if len(s.article_ids) > 1 for r in sayings(lookup, links, s) if r.carried > 1)
    above = [f for f in findings(lookup, links, lookup.stories, ()) if f.shown]
    return Over(
        points=tuple(points(links, shared)),
        differences=tuple(above[:MOST_DIFFERENCES]),
        possible=sum(not f.shown for f in lookup.corpus.findings),
        people=tuple(_people(lookup, links)),
        outlets=tuple(_outlets(lookup)),
        bars=tuple(_bars(lookup)),
    )


def rows(lookup: Lookup, links: Links, stories: Sequence[Story]) -> list[IndexRow]:
    """The stories as lines of the index."""
    return [_row(lookup, links, story) for story in stories]


def _row(lookup: Lookup, links: Links, story: Story) -> IndexRow:
    held = counts(lookup, [story])
    first = lookup.articles[columns(lookup, story)[0]].article.published
    names = Counter(s.speaker for s in _said(lookup, story) if s.speaker)
    return IndexRow(
        title=story.title,
        href=links.story(story.id, story.article_ids[0]),
        first=dating(first),
        sort=first.earliest or first.latest or "",
        last=story.last_published or first.latest or "",
        articles=held.articles,
        outlets=listed(list(dict.fromkeys(lookup.outlet(i) for i in story.article_ids))),
        statements=held.statements,
        shared=held.shared,
        names=" · ".join(name for name, _ in names.most_common(MOST_NAMES)),
    )


def _said(lookup: Lookup, story: Story) -> Iterator[Statement]:
    return chain.from_iterable(lookup.articles[i].statements for i in story.article_ids)


def _people(lookup: Lookup, links: Links) -> Iterator[PersonRow]:
    """Who says most, with where most of it stands."""
    where: dict[str, Counter[str]] = defaultdict(Counter)
    for story in lookup.stories:
        for statement in _said(lookup, story):
            if statement.speaker_id is not None and statement.speaker_id in lookup.speakers:
                where[statement.speaker_id][story.id] += 1
    known = {s.id: s for s in lookup.stories}
    most = sorted(where, key=lambda key: (-where[key].total(), lookup.speakers[key].name))
    for key in most[:MOST_PEOPLE]:
        speaker = lookup.speakers[key]
        roles = (", ".join(filter(None, (o.title, o.organisation))) for o in speaker.offices)
        story = known[where[key].most_common(1)[0][0]]
        yield PersonRow(
            speaker.name,
            next(roles, ""),
            where[key].total(),
            len(where[key]),
            links.story(story.id, story.article_ids[0]),
        )


def _outlets(lookup: Lookup) -> Iterator[Publisher]:
    """The outlets beside each other, those with most articles first."""
    articles: dict[str, list[str]] = defaultdict(list)
    for key in lookup.articles:
        articles[lookup.outlet(key)].append(key)
    told: Counter[str] = Counter(
        article
        for utterances in lookup.utterances.values()
        for u in utterances
        if is_shared(u)
        for article in {r.article_id for r in u.renderings}
    )
    for name in sorted(articles, key=lambda n: (-len(articles[n]), n))[:MOST_OUTLETS]:
        ids = articles[name]
        yield Publisher(
            name,
            len(ids),
            len({lookup.story_of[i].id for i in ids}),
            sum(len(lookup.articles[i].statements) for i in ids),
            sum(told[i] for i in ids),
            sum(len(lookup.silences[i].absent) for i in ids if i in lookup.silences),
        )


# ------------------------------------------------------------------ stories over time


def _bars(lookup: Lookup) -> Iterator[Bar]:
    """How many stories begin in each day, month or year, whichever gives few enough bars; dated ones only."""
    days = sorted(s.first_published for s in lookup.stories if s.first_published)
    for length in (10, 7, 4):  # of an ISO day, a month, a year
        stretches = _stretches([day[:length] for day in (days[:1] + days[-1:])], length)
        if len(stretches) <= MOST_BARS:
            break
    held = Counter(day[:length] for day in days)
    most = max(held.values(), default=1)
    width = WIDTH / max(1, len(stretches))
    every = max(1, -(-len(stretches) // 10))
    for n, stretch in enumerate(stretches):
        number = held[stretch]
        height = (HEIGHT - 24) * number / most
        told = _in_words(stretch)
        label = told if n % every == 0 else ""
        yield Bar(
            n * width + 1, HEIGHT - 24 - height, max(1.0, width - 2), height, f"{told}: {number}", label
        )


def _stretches(ends: Sequence[str], length: int) -> list[str]:
    """All days, months or years from the first to the last."""
    if not ends:
        return []
    first, last = (date.fromisoformat((end + "-01-01")[:10]) for end in (ends[0], ends[-1]))
    if length == len("2031-04-02"):
        return [date.fromordinal(n).isoformat() for n in range(first.toordinal(), last.toordinal() + 1)]
    if length == len("2031-04"):
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        return [f"{n // 12:04}-{n % 12 + 1:02}" for n in months]
    return [f"{year:04}" for year in range(first.year, last.year + 1)]


def _in_words(stretch: str) -> str:
    parts = stretch.split("-")
    words: Iterable[str] = (str(int(parts[2])) if len(parts) > 2 else "", _month(parts), parts[0])
    return " ".join(filter(None, words))


def _month(parts: Sequence[str]) -> str:
    return MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
