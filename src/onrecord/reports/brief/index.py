"""The index of a brief of many stories: what differs over all of them, people, outlets, stories over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from operator import attrgetter

from onrecord.records import Finding, Statement, Story
from onrecord.reports.brief.findings import FindingView, in_the_open, who_says
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.points import Point, apart, most_telling, points
from onrecord.reports.brief.variorum import columns
from onrecord.reports.brief.variorum import rows as sayings
from onrecord.reports.brief.wording import MONTHS, clip, dating, first_role, listed
from onrecord.reports.counting import StoryCount, Tally, counts, is_shared
from onrecord.reports.lookup import Lookup

FRONT = "brief.html"
MOST_PEOPLE = 24
MOST_OUTLETS = 24
MOST_NAMES = 40  # of one story that the filter knows
BETWEEN = " · "
MOST_LETTERS = 70  # of those whom a row names
MOST_DIFFERENCES = 12
# Stories whose sayings are laid side by side for the index: the widest hold what most outlets have.
MOST_LOOKED_AT = 30
MOST_BARS = 130
WIDTH, HEIGHT = 1120.0, 96.0


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One story in the index; ``names``: who speaks in it, for the filter; ``differs``: in what sorts."""

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
    differs: tuple[str, ...]

    @property
    def heard(self) -> str:
        """The first of the names, as many as fit a line, none of them cut."""
        kept = ""
        for name in self.names.split(BETWEEN):
            longer = f"{kept}{BETWEEN}{name}" if kept else clip(name, MOST_LETTERS)
            if len(longer) > MOST_LETTERS:
                break
            kept = longer
        return kept


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
    """What the index shows over all stories; ``titles``: what they are called, and where they stand."""

    titles: Mapping[str, tuple[str, str]]
    points: tuple[Point, ...]
    differences: tuple[FindingView, ...]
    possible: int
    people: tuple[PersonRow, ...]
    outlets: tuple[Publisher, ...]
    bars: tuple[Bar, ...]


@dataclass(slots=True)
class _Shelf:
    """What one outlet has, as far as it was counted."""

    articles: int = 0
    stories: int = 0
    statements: int = 0
    shared: int = 0
    absent: int = 0


@dataclass(frozen=True, slots=True)
class _Above:
    """A difference in the open, and whose words differ: by its rank, then by its story's place among all."""

    rank: int
    story: int
    finding: Finding
    who: str
    view: FindingView


@dataclass(slots=True)
class Gathering:
    """What the index shows, gathered storyline by storyline, in whatever order they come.

    ``outline`` knows which articles and stories there are, and need not know what stands in them; ``home``:
    story -> the page of the index that names it.
    """

    outline: Lookup
    home: Mapping[str, str]
    rows: dict[str, IndexRow] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    _order: dict[str, int] = field(default_factory=dict)
    _widest: dict[str, int] = field(default_factory=dict)
    _points: dict[str, list[Point]] = field(default_factory=dict)
    shown: int = 0  # differences in the open
    _possible: int = 0
    _above: list[_Above] = field(default_factory=list)
    _said: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _known: dict[str, tuple[str, str]] = field(default_factory=dict)
    _shelves: defaultdict[str, _Shelf] = field(default_factory=lambda: defaultdict(_Shelf))

    def __post_init__(self) -> None:
        stories = self.outline.stories
        self._order = {story.id: n for n, story in enumerate(stories)}
        widest = sorted(stories, key=lambda s: -len(s.article_ids))[:MOST_LOOKED_AT]
        self._widest = {story.id: n for n, story in enumerate(widest) if len(story.article_ids) > 1}

    def add(self, lookup: Lookup, links: Callable[[str], Links], stories: Iterable[Story]) -> None:
        """Gather what the index shows of ``stories``; ``links``: as seen from a page."""
        front = links(FRONT)
        for story in stories:
            self.tally.add(lookup, story)
            above = in_the_open(lookup, front, story)
            sorts = dict.fromkeys(view.sort for _, view in above)
            self.rows[story.id] = _row(lookup, links(self.home[story.id]), story, tuple(sorts))
            self._hear(lookup, story)
            self._shelve(lookup, story)
            if story.id in self._widest:
                shared = (row for row in sayings(lookup, front, story) if row.carried > 1)
                self._points[story.id] = points(front, shared, [view for _, view in above])
            self.shown += len(above)
            self._possible += len(lookup.findings.get(story.id, ())) - len(above)
            at = self._order[story.id]
            self._above += [_Above(f.rank, at, f, who_says(lookup, f), view) for f, view in above]
        self._above = sorted(self._above, key=attrgetter("rank", "story"))[:MOST_DIFFERENCES]

    @property
    def differences(self) -> list[tuple[Finding, str]]:
        """The first of the differences in the open, as ranked, each with whose words differ."""
        return [(above.finding, above.who) for above in self._above]

    def counted(self, most: int) -> list[StoryCount]:
        """What stories hold, at most so many, in the order of the index."""
        stories = (s for group in self.outline.storylines().values() for s in group)
        held = ((story, self.rows[story.id]) for story in islice(stories, most))
        return [StoryCount(story, row.articles, row.statements, row.shared) for story, row in held]

    def over(self, links: Links) -> Over:
        """What differs, who speaks, who publishes, and when stories begin, over everything gathered."""
        widest = sorted(self._points, key=self._widest.__getitem__)
        told = most_telling(chain.from_iterable(self._points[story] for story in widest))
        differ = list(apart((above.view for above in self._above), told))
        known = {s.id: s for s in self.outline.stories}
        shown = {p.row.utterance.story_id for p in told} | {f.story_id for f in differ}
        return Over(
            points=tuple(told),
            differences=tuple(differ),
            titles={key: (known[key].title, links.story(key, known[key].article_ids[0])) for key in shown},
            possible=self._possible,
            people=tuple(self._people(links)),
            outlets=tuple(self._outlets()),
            bars=tuple(_bars(self.outline)),
        )

    def _hear(self, lookup: Lookup, story: Story) -> None:
        for statement in _said(lookup, story):
            speaker = lookup.speakers.get(statement.speaker_id or "")
            if speaker is not None:
                self._said[speaker.id][story.id] += 1
                role = first_role(speaker.offices)
                self._known.setdefault(speaker.id, (speaker.name, role))

    def _people(self, links: Links) -> Iterator[PersonRow]:
        """Who says most, with where most of it stands."""

        def first(key: str) -> int:
            return min(self._order[story] for story in self._said[key])

        known = {s.id: s for s in self.outline.stories}
        most = sorted(self._said, key=lambda k: (-self._said[k].total(), self._known[k][0], first(k)))
        for key in most[:MOST_PEOPLE]:
            name, role = self._known[key]
            told = self._said[key]
            story = known[min(told, key=lambda s: (-told[s], self._order[s]))]
            href = links.story(story.id, story.article_ids[0])
            yield PersonRow(name, role, told.total(), len(told), href)

    def _shelve(self, lookup: Lookup, story: Story) -> None:
        """Count what each outlet has of a story."""
        for name in {lookup.outlet(i) for i in story.article_ids}:
            self._shelves[name].stories += 1
        for i in story.article_ids:
            shelf = self._shelves[lookup.outlet(i)]
            shelf.articles += 1
            shelf.statements += len(lookup.articles[i].statements)
            shelf.absent += len(lookup.silences[i].absent) if i in lookup.silences else 0
        for utterance in filter(is_shared, lookup.utterances.get(story.id, ())):
            for article in {r.article_id for r in utterance.renderings}:
                self._shelves[lookup.outlet(article)].shared += 1

    def _outlets(self) -> Iterator[Publisher]:
        """The outlets beside each other, those with most articles first."""
        held = self._shelves
        for name in sorted(held, key=lambda n: (-held[n].articles, n))[:MOST_OUTLETS]:
            shelf = held[name]
            yield Publisher(name, shelf.articles, shelf.stories, shelf.statements, shelf.shared, shelf.absent)


def _row(lookup: Lookup, links: Links, story: Story, differs: tuple[str, ...]) -> IndexRow:
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
        names=BETWEEN.join(name for name, _ in names.most_common(MOST_NAMES)),
        differs=differs,
    )


def _said(lookup: Lookup, story: Story) -> Iterator[Statement]:
    return chain.from_iterable(lookup.articles[i].statements for i in story.article_ids)


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
