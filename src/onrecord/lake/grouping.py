"""Keys of articles -> pairs -> stories and storylines, and bins of articles that nothing ties to one another.

The engine brings the join: which articles, and which stories, share enough places. What no strong tie joins,
directly or through others, is no story and no storyline: average linkage joins two groups only where some
pair of theirs reaches the threshold. So ``stories.Grouping``, the archive's own, run on each closed part
alone, gives what it gives on everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from onrecord import stages, store, stories
from onrecord.engines import Duck, Runner
from onrecord.lake.running import run
from onrecord.linkage import components
from onrecord.records import Story
from onrecord.stories import storylines
from onrecord.stories.group import THRESHOLD
from onrecord.stories.join import LEAST

# Pairs scored as one task, and articles grouped, compared and written as one: a minute or so of work.
PAIRS = 2000
ARTICLES = 300

_PAIRS_OF_ARTICLES = """
CREATE TABLE pairs AS SELECT DISTINCT a, b FROM (
    SELECT s.id AS a, f.id AS b, s.kind FROM
        (SELECT id, unnest(sought, recursive := true) FROM articles) AS s
        JOIN (SELECT id, unnest(found, recursive := true) FROM articles) AS f
        ON s.place = f.place AND s.id < f.id
    GROUP BY ALL HAVING count(*) >= CASE s.kind {least} END)
"""
_PAIRS_OF_STORIES = """
CREATE TABLE story_pairs AS
    SELECT s.id AS a, f.id AS b FROM
        (SELECT id, unnest(places) AS place FROM drafts) AS s
        JOIN (SELECT id, unnest(places) AS place FROM drafts) AS f ON s.place = f.place AND s.id < f.id
    GROUP BY ALL HAVING count(*) >= {least}
"""
_WITH_BOTH = """
SELECT p.a, p.b, one.{what}, other.{what} FROM {pairs} AS p
    JOIN {of} AS one ON one.id = p.a JOIN {of} AS other ON other.id = p.b ORDER BY p.a, p.b
"""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs to be scored, and what of each of their members is packed."""

    held: dict[str, bytes]
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """Articles that nothing ties to others: their keys, packed, and their matches."""

    number: int
    keys: tuple[bytes, ...]
    matches: tuple[stories.Match, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A story, and by what it is compared with others."""

    story: Story
    outline: bytes
    places: tuple[int, ...]


def score(task: Pairs) -> tuple[stories.Match, ...]:
    """How much pairs of articles report the same happening, where that is enough to be kept."""
    gists = {key: stories.gist(store.loads(stories.StoryKeys, held)) for key, held in task.held.items()}
    found = (stories.matched(gists[a], gists[b]) for a, b in task.pairs)
    return tuple(match for match in found if match is not None)


def liken(task: Pairs) -> tuple[tuple[str, str], ...]:
    """The pairs of stories that are alike enough to be of one storyline."""
    held = {key: store.loads(stories.Outline, packed) for key, packed in task.held.items()}
    return tuple(
        (a, b)
        for a, b in task.pairs
        if (value := stories.likeness(held[a], held[b])) is not None and value >= storylines.THRESHOLD
    )


def group(task: Closed) -> tuple[Draft, ...]:
    """The stories and storylines of articles that nothing ties to others."""
    keys = {k.article_id: k for k in (store.loads(stories.StoryKeys, packed) for packed in task.keys)}
    found = stages.stamp("stories", stories.Grouping(keys.values(), task.matches).stories())
    drafts = []
    for story in found:
        told = stories.outline(tuple(stories.gist(keys[a]) for a in story.article_ids))
        drafts.append(Draft(story, store.pack(told), tuple(told.places())))
    return tuple(drafts)


def bins(duck: Duck, runner: Runner) -> dict[int, tuple[Story, ...]]:
    """Number -> stories; the table ``bins`` (article, bin) says which articles are in which.

    Asks a table ``articles`` for keys and places. No story and no storyline is in two bins.
    """
    _match(duck, runner)
    members = _first_stories(duck, runner)
    _like(duck, runner)
    linked = duck.ask("SELECT a, b FROM likenesses ORDER BY a, b")
    parts = components(members, ((str(a), str(b)) for a, b in linked))
    _assign(duck, "bins", [[a for story in part for a in members[story]] for part in parts])
    found = run(runner, group, _closed(duck, "bins"), lambda task: f"bin {task.number}")
    return {task.number: tuple(draft.story for draft in drafts) for task, drafts in found}


def _match(duck: Duck, runner: Runner) -> None:
    """Fill ``matches`` with the pairs of articles whose score is kept."""
    least = " ".join(f"WHEN '{kind}' THEN {number}" for kind, number in LEAST.items())
    duck.run(_PAIRS_OF_ARTICLES.format(least=least))
    asked = _WITH_BOTH.format(what="keys", of="articles", pairs="pairs")
    types = {"a": "VARCHAR", "b": "VARCHAR", "score": "DOUBLE"}
    duck.fill("matches", {}, types)
    for _, found in run(runner, score, _pairs(duck, asked), lambda task: f"pairs from {task.pairs[0]}"):
        columns = {name: [getattr(match, name) for match in found] for name in types}
        duck.fill("matches", columns, types)


def _first_stories(duck: Duck, runner: Runner) -> dict[str, tuple[str, ...]]:
    """Story -> its articles; fills ``drafts`` with what stories are compared by."""
    everyone = [str(key) for (key,) in duck.ask("SELECT id FROM articles ORDER BY id")]
    linked = duck.ask("SELECT a, b FROM matches WHERE score >= ? ORDER BY a, b", [THRESHOLD])
    _assign(duck, "parts", components(everyone, ((str(a), str(b)) for a, b in linked)))
    members: dict[str, tuple[str, ...]] = {}
    types = {"id": "VARCHAR", "outline": "BLOB", "places": "BIGINT[]"}
    duck.fill("drafts", {}, types)
    for _, drafts in run(runner, group, _closed(duck, "parts"), lambda task: f"part {task.number}"):
        members |= {draft.story.id: draft.story.article_ids for draft in drafts}
        columns: dict[str, list[object]] = {
            "id": [draft.story.id for draft in drafts],
            "outline": [draft.outline for draft in drafts],
            "places": [list(draft.places) for draft in drafts],
        }
        duck.fill("drafts", columns, types)
    return members


def _like(duck: Duck, runner: Runner) -> None:
    """Fill ``likenesses`` with the pairs of stories that may be of one storyline."""
    duck.run(_PAIRS_OF_STORIES.format(least=storylines.SHARED))
    asked = _WITH_BOTH.format(what="outline", of="drafts", pairs="story_pairs")
    types = {"a": "VARCHAR", "b": "VARCHAR"}
    duck.fill("likenesses", {}, types)
    for _, found in run(runner, liken, _pairs(duck, asked), lambda task: f"stories from {task.pairs[0]}"):
        duck.fill("likenesses", {"a": [a for a, _ in found], "b": [b for _, b in found]}, types)


def _pairs(duck: Duck, asked: str) -> Iterator[Pairs]:
    """Tasks of so many pairs, with what is packed of their members."""
    held: dict[str, bytes] = {}
    pairs: list[tuple[str, str]] = []
    for a, b, one, other in duck.ask(asked):
        held[a], held[b] = one, other
        pairs.append((a, b))
        if len(pairs) >= PAIRS:
            yield Pairs(held, tuple(pairs))
            held, pairs = {}, []
    if pairs:
        yield Pairs(held, tuple(pairs))


def _closed(duck: Duck, table: str) -> Iterator[Closed]:
    """The articles of each number in ``table``, with their matches among themselves."""
    keys = groupby(
        duck.ask(f"SELECT t.number, keys FROM {table} AS t JOIN articles USING (id) ORDER BY t.number, id"),  # noqa: S608 - own names
        itemgetter(0),
    )
    ties = groupby(
        duck.ask(
            f"SELECT one.number, m.a, m.b, m.score FROM matches AS m JOIN {table} AS one ON one.id = m.a"  # noqa: S608 - own names
            f" JOIN {table} AS other ON other.id = m.b AND other.number = one.number"
            " ORDER BY one.number, m.a, m.b"
        ),
        itemgetter(0),
    )
    tied = next(ties, None)
    for number, rows in keys:
        packed = tuple(row[1] for row in rows)
        matches: tuple[stories.Match, ...] = ()
        if tied is not None and tied[0] == number:
            matches = tuple(stories.Match(*row[1:]) for row in tied[1])
            tied = next(ties, None)
        yield Closed(int(number), packed, matches)


def _assign(duck: Duck, table: str, parts: Iterable[Sequence[str]]) -> None:
    """Fill ``table`` with the number of each article: whole parts together, those of a month, up to a size.

    A number holds what is of one month, so that the news of today leaves the numbers of other months alone.
    """
    day: dict[str, str] = {str(key): str(day or "") for key, day in duck.ask("SELECT id, day FROM articles")}
    firsts = sorted((min(day[a] for a in part), min(part), part) for part in parts)
    ids: list[str] = []
    numbers: list[int] = []
    number, size, month = -1, 0, None
    for first, _, part in firsts:
        if number < 0 or size + len(part) > ARTICLES or first[:7] != month:
            number, size, month = number + 1, 0, first[:7]
        size += len(part)
        ids += part
        numbers += [number] * len(part)
    duck.fill(table, {"id": ids, "number": numbers}, {"id": "VARCHAR", "number": "INTEGER"})
