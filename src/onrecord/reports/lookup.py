"""A corpus by id and by story: what every report for readers asks for again and again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.records import (
    AnnotatedArticle,
    Conflict,
    Corpus,
    Corrected,
    Fact,
    Finding,
    Origin,
    Place,
    Position,
    Silence,
    Span,
    Speaker,
    Standing,
    Statement,
    Story,
    TimelineEntry,
    Utterance,
    stable_id,
)
from onrecord.reports.tables import in_order, statement_place
from onrecord.text import View

K = TypeVar("K")
V = TypeVar("V")
S = TypeVar("S", Fact, Standing, Finding)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Records by id, and what belongs to which story or storyline.

    Every article is in exactly one of ``stories``: one that no story claims gets a story of its own.
    ``silences``: article id -> what it carries and leaves out. ``places``: article id -> the ranges that some
    record points to, so that a page can anchor them. ``corrected``: article id -> the
    places in it of users' corrections that hold. ``outlets``: those of the whole collection, of which this
    may be a part.
    """

    corpus: Corpus
    articles: Mapping[str, AnnotatedArticle]
    statements: Mapping[str, Statement]
    speakers: Mapping[str, Speaker]
    stories: tuple[Story, ...]
    lines: Mapping[str, tuple[Story, ...]]
    story_of: Mapping[str, Story]
    utterances: Mapping[str, tuple[Utterance, ...]]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    timeline: Mapping[str, tuple[TimelineEntry, ...]]
    chronicle: Mapping[str, tuple[TimelineEntry, ...]]
    positions: Mapping[str, tuple[Position, ...]]
    origins: Mapping[str, tuple[Origin, ...]]
    silences: Mapping[str, Silence]
    facts: Mapping[str, tuple[Fact, ...]]
    standing: Mapping[str, tuple[Standing, ...]]
    findings: Mapping[str, tuple[Finding, ...]]
    places: Mapping[str, frozenset[tuple[int, int]]]
    corrected: Mapping[str, Sequence[tuple[Place, Corrected]]]
    outlets: frozenset[str]
    _lines: dict[str, list[int]] = field(default_factory=dict)
    _views: dict[str, View] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Corpus, whole: Lookup | None = None) -> Lookup:
        """Index ``corpus`` once, a part of ``whole`` if given; what points at nothing is left out."""
        articles = {a.article.id: a for a in in_order(corpus)}
        statements = {s.id: s for a in articles.values() for s in sorted(a.statements, key=statement_place)}
        stories = _stories(corpus, articles)
        story_of = {i: s for s in stories for i in s.article_ids}
        known = {s.id for s in stories}
        return cls(
            corpus=corpus,
            articles=articles,
            statements=statements,
            speakers={s.id: s for s in corpus.speakers},
            stories=stories,
            lines=_grouped((s.storyline_id, s) for s in stories),
            story_of=story_of,
            utterances=_grouped((u.story_id, u) for u in corpus.utterances if u.story_id in known),
            conflicts=_conflicts(corpus, articles),
            timeline=_entries(corpus.timeline, articles, lambda e: e.story_id),
            chronicle=_entries(corpus.chronicle, articles, lambda e: e.storyline_id),
            positions=_positions(corpus, statements, story_of),
            origins=_origins(corpus, story_of),
            silences={s.article_id: s for s in corpus.silences},
            facts=_by_story(corpus.facts),
            standing=_by_story(corpus.standing),
            findings=_by_story(corpus.findings),
            places=_places(corpus),
            corrected=_corrected(corpus),
            outlets=whole.outlets if whole else _outlets(corpus),
        )

    def storylines(self) -> dict[str, tuple[Story, ...]]:
        """Storyline id -> its stories, oldest first; the storylines of most articles first."""
        size = {key: sum(len(s.article_ids) for s in stories) for key, stories in self.lines.items()}
        keys = sorted(self.lines, key=lambda k: (-size[k], _when(self.lines[k][0], self.articles)))
        return {key: self.lines[key] for key in keys}

    def statements_of(self, article_id: str) -> list[Statement]:
        """An article's statements in text order."""
        return sorted(self.articles[article_id].statements, key=statement_place)

    def line_starts(self, article_id: str) -> list[int]:
        """Where the article's non-empty lines begin; built once for each article."""
        if article_id not in self._lines:
            starts, at = [], 0
            for line in self.articles[article_id].article.text.split("\n"):
                if line.strip():
                    starts.append(at)
                at += len(line) + 1
            self._lines[article_id] = starts or [0]
        return self._lines[article_id]

    def paragraph(self, article_id: str, offset: int) -> int:
        """The number, from 1, of the non-empty line that holds ``offset``."""
        return max(1, bisect_right(self.line_starts(article_id), offset))

    def outlet(self, article_id: str) -> str:
        """What to call an article's publisher: its outlet, or its file when that is unknown."""
        article = self.articles[article_id].article
        return article.outlet or article.path.replace("\\", "/").rsplit("/", 1)[-1] or article.id

    def title(self, article_id: str) -> str:
        """An article's title, or how its text begins when it has none."""
        article = self.articles[article_id].article
        if article.title:
            return article.title
        first = next((b for b in article.blocks if b.kind == "paragraph"), None)
        start = first.start if first else 0
        return " ".join(article.text[start : start + 300].split("\n", 1)[0].split()) or "empty"

    def view(self, article_id: str) -> View:
        """The view of an article's text; made once for each article."""
        if article_id not in self._views:
            self._views[article_id] = View(self.articles[article_id].article)
        return self._views[article_id]

    def around(self, place: Place, reach: int = 240) -> tuple[str, str, str]:
        """What stands before a place in its sentence, the place itself, and what stands after it.

        Args:
            place: in an article that is known.
            reach: at most so many characters on either side, cut at a word and marked by an ellipsis.
        """
        view = self.view(place.article_id)
        span = Span(place.start, place.end)
        # A line's end ends a sentence: to tell those around a place takes only the lines that it stands on.
        last = view.text.find("\n", max(span.start, span.end - 1))
        lines = Span(view.text.rfind("\n", 0, span.start) + 1, last if last >= 0 else len(view.text))
        touched = [s for s in view.cut(lines) if s.start < span.end and span.start < s.end]
        start = min([span.start, *(s.start for s in touched)])
        end = max([span.end, *(s.end for s in touched)])
        before, after = view.text[start : span.start], view.text[span.end : end]
        if len(before) > reach:
            before = "…" + before[-reach:].partition(" ")[2]
        if len(after) > reach:
            after = after[:reach].rpartition(" ")[0] + "…"
        return before, span.of(view.text), after

    def words(self, place: Place) -> str:
        """The characters a place covers; empty when the article is unknown."""
        found = self.articles.get(place.article_id)
        return "" if found is None else found.article.text[place.start : place.end]


def _when(story: Story, articles: Mapping[str, AnnotatedArticle]) -> tuple[bool, str, str]:
    """Sort key of a story: by the first day on which one of its articles can have appeared."""
    datings = [articles[i].article.published for i in story.article_ids if i in articles]
    days = [day for d in datings if (day := d.earliest or d.latest)]
    return not days, min(days, default=""), story.id


def _stories(corpus: Corpus, articles: Mapping[str, AnnotatedArticle]) -> tuple[Story, ...]:
    claimed: set[str] = set()
    stories = []
    for story in sorted(corpus.stories, key=lambda s: s.id):
        ids = tuple(i for i in story.article_ids if i in articles and i not in claimed)
        claimed.update(ids)
        if ids:
            stories.append(_having(story, ids))
    stories += [_alone(a) for i, a in articles.items() if i not in claimed]
    return tuple(sorted(stories, key=lambda s: _when(s, articles)))


def _having(story: Story, ids: tuple[str, ...]) -> Story:
    if ids == story.article_ids:
        return story
    return Story(
        id=story.id,
        title=story.title,
        article_ids=ids,
        first_published=story.first_published,
        last_published=story.last_published,
        storyline_id=story.storyline_id,
        reasons=story.reasons,
    )


def _alone(annotated: AnnotatedArticle) -> Story:
    article = annotated.article
    story_id = stable_id("story", article.id)
    return Story(
        id=story_id,
        title=article.title or article.path,
        article_ids=(article.id,),
        first_published=article.published.edtf,
        last_published=article.published.edtf,
        storyline_id=story_id,
    )


def _outlets(corpus: Corpus) -> frozenset[str]:
    return frozenset(filter(None, (item.article.outlet for item in corpus.articles)))


def _by_story(records: Iterable[S]) -> dict[str, tuple[S, ...]]:
    return _grouped((record.story_id, record) for record in records)


def _corrected(corpus: Corpus) -> dict[str, tuple[tuple[Place, Corrected], ...]]:
    """What readers corrected and still holds, by the articles that it names places of."""
    return _grouped(
        (place.article_id, (place, kept))
        for kept in corpus.corrected
        if kept.holds
        for place in kept.correction.places
    )


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _conflicts(corpus: Corpus, articles: Mapping[str, object]) -> dict[str, tuple[Conflict, ...]]:
    known = (c for c in corpus.conflicts if {c.a.article_id, c.b.article_id} <= articles.keys())
    return _grouped((c.story_id, c) for c in known)


def _entries(
    entries: Iterable[TimelineEntry], articles: Mapping[str, object], owner: Callable[[TimelineEntry], str]
) -> dict[str, tuple[TimelineEntry, ...]]:
    return _grouped((owner(e), e) for e in entries if e.article_id in articles)


def _origins(corpus: Corpus, story_of: Mapping[str, Story]) -> dict[str, tuple[Origin, ...]]:
    """Story id -> the origins that one of its articles has, by id."""
    return _grouped(
        (story_id, o)
        for o in sorted(corpus.origins, key=lambda o: o.id)
        for story_id in sorted({story_of[i].id for i in o.article_ids if i in story_of})
    )


def _positions(
    corpus: Corpus, statements: Mapping[str, Statement], story_of: Mapping[str, Story]
) -> dict[str, tuple[Position, ...]]:
    """Storyline id -> the positions most of whose statements stand in its stories."""
    pairs = []
    for position in corpus.positions:
        found = (statements.get(e.statement_id) for e in position.entries)
        lines = Counter(story_of[s.article_id].storyline_id for s in found if s and s.article_id in story_of)
        if lines:
            pairs.append((min(lines, key=lambda line: (-lines[line], line)), position))
    return _grouped(pairs)


def _places(corpus: Corpus) -> dict[str, frozenset[tuple[int, int]]]:
    """Every range that a finding, an origin or a date points to."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for place in _pointed_to(corpus):
        found[place.article_id].add((place.start, place.end))
    return {key: frozenset(ranges) for key, ranges in found.items()}


def _pointed_to(corpus: Corpus) -> Iterator[Place]:
    for finding in corpus.findings:
        yield from finding.places
    for origin in corpus.origins:
        yield from origin.evidence
    for entry in (*corpus.timeline, *corpus.chronicle):
        yield Place(entry.article_id, entry.start, entry.end)
        yield from (*entry.witnesses, *entry.clashes)
