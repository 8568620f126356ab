"""A chapter: one storyline, or one of its stories, with everything that a page shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import MOST_COMPARED, Fact, Story, TimelineEntry
from onrecord.reports.brief import (
    coverage,
    findings,
    origingraph,
    origins,
    people,
    points,
    positions,
    silence,
    standing,
    timeline,
    variorum,
)
from onrecord.reports.brief.findings import FindingView
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.marks import Paragraph, paragraphs
from onrecord.reports.brief.people import UNCLEAR, Person, Saying, weight
from onrecord.reports.brief.timeline import Dated
from onrecord.reports.brief.wording import MODES, clip, days, stance_of, years
from onrecord.reports.counting import Counts, counts
from onrecord.reports.lookup import Lookup

MOST_COLUMNS = 7  # more do not fit side by side even when they scroll: then one below the other
MOST_FIRST_DATES = 5
MOST_HEARD = 4
_UNSPOKEN = (MODES["thought"], MODES["plan"])
MOST_DATES = 40  # more of a whole storyline are asked for: of 50 to 200 some 17 matter
MOST_PEOPLE = 12  # with their words, where a story's page has all: in bulk news they say two thirds


@dataclass(frozen=True, slots=True)
class NumberView:
    """A number with links to where it stands."""

    words: str
    references: tuple[Reference, ...]
    rests: str


@dataclass(frozen=True, slots=True)
class Note:
    """A statement beside the text of its article."""

    who: str
    stance: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An article's text, marked, with its statements listed beside it."""

    covered: coverage.Covered
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class StoryPart:
    """One story of a chapter.

    ``whole``: whether all of it is here; otherwise all stands at ``href``, among it ``elsewhere`` statements
    that one article alone tells.
    """

    story: Story
    href: str
    covered: tuple[coverage.Covered, ...]
    shared: tuple[variorum.Row, ...]
    single: tuple[variorum.Row, ...]
    tabular: bool
    headline: str
    graph: origingraph.Graph | None
    evidence: tuple[origins.Evidence, ...]
    leave_out: tuple[standing.StandingView, ...]
    numbers: tuple[NumberView, ...]
    silences: tuple[silence.SilenceView, ...]
    uncovering: tuple[str, ...]
    articles: tuple[Shown, ...]
    rests: Mapping[str, str]
    anchored: frozenset[tuple[str, str]]
    whole: bool = True
    elsewhere: int = 0

    @property
    def rows(self) -> tuple[variorum.Row, ...]:
        """All utterances."""
        return self.shared + self.single

    @property
    def uncompared(self) -> int:
        """How many of its articles were not held against the others for what they tell differently."""
        return max(0, len(self.covered) - MOST_COMPARED)

    @property
    def spoken(self) -> list[variorum.Row]:
        """Statements that only one article reports."""
        return [row for row in self.single if row.mode not in _UNSPOKEN]

    @property
    def held(self) -> list[variorum.Row]:
        """Thoughts and plans that only one article reports: nobody is reported to have said them."""
        return [row for row in self.single if row.mode in _UNSPOKEN]

    @property
    def alone(self) -> list[tuple[coverage.Covered, list[variorum.Row]]]:
        """``spoken`` by the article that reports it, in the order of publication."""
        told: dict[str, list[variorum.Row]] = {}
        for row in self.spoken:
            told.setdefault(row.home, []).append(row)
        return [(c, told[c.article.id]) for c in self.covered if c.article.id in told]


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers at the head of a chapter."""

    counts: Counts
    when: str
    texts: int
    acts: int


@dataclass(frozen=True, slots=True)
class OutletView:
    """One outlet: its articles as published, with what each leads to."""

    name: str
    articles: tuple[coverage.Covered, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a page shows of one storyline; ``more_dates``: how many there are besides ``dates``."""

    id: str
    title: str
    facts: Facts
    findings: tuple[FindingView, ...]
    parts: tuple[StoryPart, ...]
    coverage: coverage.CoverageChart | None
    dates: tuple[timeline.Dated, ...]
    more_dates: int
    date_rests: Mapping[str, str]
    timeline: timeline.Chart | None
    traces: tuple[positions.Trace, ...]
    positions: tuple[positions.PositionView, ...]
    siblings: tuple[tuple[str, str], ...]
    points: tuple[points.Point, ...]
    people: tuple[people.Person, ...]
    outlets: tuple[OutletView, ...]

    @property
    def widest(self) -> tuple[StoryPart, ...]:
        """The stories, those with most statements that several articles tell first; then as they stand."""
        return tuple(sorted(self.parts, key=lambda p: -len(p.shared)))

    @property
    def apart(self) -> tuple[FindingView, ...]:
        """What differs in the open, without what stands in one of the points."""
        return tuple(points.apart((f for f in self.findings if f.shown), self.points))

    @property
    def heard(self) -> tuple[tuple[Person, Saying], ...]:
        """Those who say most, each with one saying: for a first screen without two outlets side by side.

        First those of whom some saying tells something by itself.
        """
        known = (p for p in self.people if p.id != UNCLEAR and p.sayings)
        told = ((p, max(p.sayings, key=weight)) for p in known)
        return tuple(sorted(told, key=lambda one: not one[1].is_telling)[:MOST_HEARD])

    @property
    def first_dates(self) -> tuple[Dated, ...]:
        """The dates that matter most, in order, for the first screen."""
        told = [d for d in self.dates if d.entry.selected and d.entry.clock != "published"]
        first = sorted(told, key=lambda d: -d.entry.weight)[:MOST_FIRST_DATES]
        return tuple(d for d in told if d in first)

    @property
    def possible(self) -> int:
        """How many claims wait behind the fold; 0 hides it."""
        return sum(not f.shown for f in self.findings) + sum(not p.moves for p in self.positions)

    def person(self, speaker_id: str | None) -> str:
        """The id of a speaker's place among the people; empty when it has none."""
        return f"{self.id}-{speaker_id}" if any(p.id == speaker_id for p in self.people) else ""


def chapter(
    lookup: Lookup,
    links: Links,
    storyline_id: str,
    stories: Sequence[Story],
    *,
    texts: bool = True,
    whole: bool = True,
    all_dates: bool = True,
) -> Chapter:
    """What a page shows of ``stories``, which belong to one storyline.

    Args:
        lookup: Their records.
        links: From the page.
        storyline_id: The storyline.
        stories: Those shown, by day.
        texts: With the articles, marked; otherwise they stand on pages of their own.
        whole: Everything; otherwise what several articles tell, the words of those who say most and where
            it comes from, without the evidence, and where all is.
        all_dates: Of many dates not only those that matter most.
    """
    grounds = {s.id: standing.ground(lookup, s) for s in stories}
    entries = timeline.entries_of(lookup, storyline_id, stories)
    facts = (f for s in lookup.lines[storyline_id] for f in lookup.facts.get(s.id, ()))
    parts = tuple(_part(lookup, links, s, grounds[s.id], texts=texts, whole=whole) for s in stories)
    stands = _stands(lookup, links, storyline_id, stories)
    found = findings.findings(lookup, links, stories, stands)
    shared = (row for part in parts for row in part.shared)
    shown = entries if all_dates else _most_telling(entries)
    dates = timeline.dated_entries(lookup, links, shown)
    return Chapter(
        id=f"line-{stories[0].id}",
        title=title(stories),
        facts=_facts(lookup, stories, grounds),
        findings=tuple(found),
        parts=parts,
        coverage=coverage.coverage_chart([(p.story, p.covered) for p in parts]),
        dates=tuple(dates),
        more_dates=len(entries) - len(dates),
        date_rests=standing.rests(_of_kind(facts, "date")),
        timeline=timeline.chart(dates),
        positions=stands,
        traces=positions.traces(stands),
        siblings=tuple(_siblings(links, lookup.lines[storyline_id], stories)),
        points=tuple(points.points(links, shared, [f for f in found if f.shown])),
        people=tuple(people.people(lookup, links, stories, most=None if whole else MOST_PEOPLE)),
        outlets=_outlets(parts),
    )


def _stands(
    lookup: Lookup, links: Links, storyline_id: str, stories: Sequence[Story]
) -> tuple[positions.PositionView, ...]:
    """The positions that ``stories`` touch."""
    views = (positions.position_view(lookup, links, p) for p in lookup.positions.get(storyline_id, ()))
    return tuple(v for v in views if v is not None and _touches(v, stories))


def _of_kind(facts: Iterable[Fact], kind: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]


def _most_telling(entries: Sequence[TimelineEntry]) -> Sequence[TimelineEntry]:
    """Of many entries those that matter most."""
    return ([e for e in entries if e.selected] or entries) if len(entries) > MOST_DATES else entries


def _siblings(links: Links, line: Sequence[Story], stories: Sequence[Story]) -> Iterator[tuple[str, str]]:
    """Title and href of the storyline's other stories."""
    return ((s.title, links.article(s.article_ids[0])) for s in line if s not in stories)


def _outlets(parts: Sequence[StoryPart]) -> tuple[OutletView, ...]:
    """The outlets, those with most articles first."""
    found: dict[str, list[coverage.Covered]] = {}
    for covered in (c for part in parts for c in part.covered):
        found.setdefault(covered.outlet, []).append(covered)
    views = (OutletView(name, tuple(articles)) for name, articles in found.items())
    return tuple(sorted(views, key=lambda v: -len(v.articles)))


def title(stories: Sequence[Story]) -> str:
    """The title of the story with most articles, the latest of these."""
    return max(stories, key=lambda s: (len(s.article_ids), s.first_published or "", s.id)).title


def _part(
    lookup: Lookup, links: Links, story: Story, base: standing.Ground, *, texts: bool, whole: bool
) -> StoryPart:
    rows = (variorum.rows if whole else variorum.shared)(lookup, links, story)
    facts = lookup.facts.get(story.id, ())
    numbers = _of_kind(facts, "number")
    covered = coverage.covered(lookup, links, story)
    several = len(story.article_ids) > 1
    return StoryPart(
        story=story,
        href=links.whole(story.id, story.article_ids[0]),
        covered=tuple(covered),
        shared=tuple(r for r in rows if r.carried > 1),
        single=tuple(r for r in rows if r.carried <= 1),
        tabular=len(covered) <= MOST_COLUMNS,
        headline=origins.headline(story, base),
        graph=origingraph.graph(lookup, links, story, base),
        evidence=tuple(origins.evidence(lookup, links, base)) if whole else (),
        leave_out=tuple(standing.leave_out(lookup, story, base)),
        numbers=tuple(_number(links, n) for n in numbers),
        silences=tuple(silence.silences(lookup, story, rows)),
        uncovering=tuple(silence.uncovering(lookup, story)) if several else (),
        articles=tuple(_shown(lookup, links, c, numbers) for c in covered) if texts else (),
        rests=standing.rests(_of_kind(facts, "utterance")),
        anchored=_anchored(rows),
        whole=whole,
        elsewhere=0 if whole else _elsewhere(lookup, story, rows),
    )


def _elsewhere(lookup: Lookup, story: Story, rows: Sequence[variorum.Row]) -> int:
    """How many statements of a story none of ``rows`` shows."""
    said = sum(len(lookup.articles[i].statements) for i in story.article_ids)
    return said - len({w.statement.id for row in rows for w in row.witnesses})


def _shown(lookup: Lookup, links: Links, covered: coverage.Covered, numbers: Sequence[Fact]) -> Shown:
    article = covered.article
    counted = [(p.start, p.end) for n in numbers for p in n.places if p.article_id == article.id]
    notes = tuple(
        Note(
            variorum.speaker_name(lookup, s.speaker_id, [s])[0],
            stance_of(s, article),
            clip(s.content_text(article.text), 74),
            links.entry(s),
        )
        for s in lookup.statements_of(article.id)
    )
    return Shown(covered, tuple(paragraphs(lookup, links, article.id, counted)), notes)


def _anchored(rows: Sequence[variorum.Row]) -> frozenset[tuple[str, str]]:
    """(utterance id, statement id) where each statement has its anchor: in the first row that shows it."""
    first: dict[str, str] = {}
    for row in rows:
        for witness in row.witnesses:
            first.setdefault(witness.statement.id, row.utterance.id)
    return frozenset((utterance, statement) for statement, utterance in first.items())


def _number(links: Links, number: Fact) -> NumberView:
    found = (links.place(p) for p in number.places)
    return NumberView(number.words, tuple(r for r in found if r is not None), standing.as_words(number))


def _touches(view: positions.PositionView, stories: Sequence[Story]) -> bool:
    ids = {i for s in stories for i in s.article_ids}
    return any(s.statement.article_id in ids for s in view.stands)


def _facts(lookup: Lookup, stories: Sequence[Story], grounds: Mapping[str, standing.Ground]) -> Facts:
    published = [lookup.articles[i].article.published for s in stories for i in s.article_ids]
    told = sorted(day for p in published if (day := p.earliest or p.latest))
    exact = all(p.earliest == p.latest for p in published)
    when = (days if exact else years)(told[0], told[-1]) if told else "not dated"
    return Facts(
        counts=counts(lookup, stories),
        when=when,
        texts=sum(len(g.texts) for g in grounds.values()),
        acts=sum(len(g.acts) for g in grounds.values()),
    )
