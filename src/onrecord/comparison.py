"""Compare what is new in an archive with what it holds, and leave alone what cannot have changed.

A story is looked at again when its articles, its storyline or the speakers of its statements changed, and
when one of its articles was read again since a stage's code or data did, from that stage on (``stages``); a
storyline when one of its stories is. The result equals that of comparing everything from the start, but for
what later articles call a speaker besides, or tell of for whom it speaks: older stories are not looked at
again for that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord import (
    corrections,
    engines,
    identity,
    languages,
    pipeline,
    registry,
    stages,
    store,
    stories,
    watching,
)
from onrecord.engines import tasks as work
from onrecord.engines.tasks import LineTask, StoryTask
from onrecord.records import (
    AnnotatedArticle,
    Conflict,
    Correction,
    Dating,
    LocalSpeaker,
    Origin,
    Relation,
    Silence,
    Skipped,
    Speaker,
    Story,
    TimelineEntry,
    Utterance,
)
from onrecord.registry import in_order, parted
from onrecord.stopwatch import Stopwatch

A = TypeVar("A")
B = TypeVar("B")
R = TypeVar("R")

# Stories below which one process is done before others have loaded their models.
_MANY = 12

OF_STORY = ("utterances", "origins", "relations", "conflicts", "timeline", "silences")
OF_STORYLINE = ("positions", "chronicle", "facts", "standing", "findings")


# What comparing makes, with all that it keeps to compare the next articles with.
_COMPARED = (
    *(
        "derived",
        "derived_ids",
        "made",
        "stale",
        "places",
        "place_owners",
        "likenesses",
        "members",
        "matches",
    ),
    *("forms", "form_places", "form_tallies", "voices", "chains_gone"),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What users' corrections say: all of them, and those that earlier comparing held against."""

    speakers: Sequence[Correction]
    speakers_before: Sequence[Correction]
    utterances: Sequence[Correction]
    stories: Sequence[Correction]
    amended: corrections.Amended
    touched: Sequence[Correction]
    number: int

    @classmethod
    def of(cls, told: Sequence[Correction], applied: int) -> _Told:
        """``applied``: how many of ``told``, oldest first, were held against before."""
        before = told[:applied]
        return cls(
            corrections.of_speakers(told),
            corrections.of_speakers(before),
            corrections.of_groups(told, "utterance"),
            corrections.of_groups(told, "story"),
            corrections.amended(told),
            corrections.touched(corrections.in_force(before), corrections.in_force(told)),
            len(told),
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """Who is who, and the articles whose statements change hands or name."""

    directory: identity.Directory
    renamed: frozenset[str]
    told: _Told


@dataclass(frozen=True, slots=True)
class _Running:
    """Who runs the stages, how long each takes, and whom to tell of what could not be done."""

    runner: engines.Runner
    watch: Stopwatch
    on_skip: Callable[[Skipped], None]

    def run(
        self,
        do: Callable[[A], tuple[B, Mapping[str, float]]],
        tasks: Iterable[A],
        name: Callable[[A], str],
    ) -> Iterator[tuple[A, B | None]]:
        """Each task with its result; None where the process that worked on it ended twice."""
        for task, first in self.runner.map(do, tasks):
            found = first if not isinstance(first, engines.Ended) else self._again(do, task, name(task))
            if found is not None:
                self.watch.add(found[1])
            yield task, found and found[0]

    def _again(
        self, do: Callable[[A], tuple[B, Mapping[str, float]]], task: A, name: str
    ) -> tuple[B, Mapping[str, float]] | None:
        for _, found in self.runner.map(do, [task]):
            if not isinstance(found, engines.Ended):
                return found
            reason = f"not compared: the process ended ({found.how}); it may take more memory than there is"
            self.on_skip(Skipped(name, reason, "MemoryError"))
        return None


def compare_all(
    database: store.Database,
    told: Sequence[Correction],
    watch: Stopwatch,
    now: str = "",
    *,
    runner: engines.Runner | None = None,
    on_skip: Callable[[Skipped], None] = lambda _: None,
) -> None:
    """Bring everything that comes from comparing articles up to date, in one transaction.

    Args:
        database: the archive.
        told: users' corrections, oldest first.
        watch: told how long each stage takes.
        now: when this is, for what watches find.
        runner: who runs the stages on many stories; this process when it is None.
        on_skip: told of stories and storylines that ended the process that worked on them.
    """
    with database.transaction() as connection:
        said = _Told.of(told, store.joined.load_applied(connection))
        touched = _amend(connection, said)
        with watch.time("stories"):
            regrouped = _group(connection, said)
        with watch.time("speakers"):
            joined = _join(connection, said)
        changed = _changed(connection, regrouped.stories, joined.renamed | touched)
        stale = _stale(connection, {s.id for s in changed} | regrouped.gone)
        lines = _lines_of(connection, {s.id for s in (*changed, *stale)} | regrouped.gone)
        _keep_groups(connection, changed, regrouped.gone)
        many = len(changed) + len(stale) >= _MANY
        run = _Running((runner if many else None) or engines.Here(), watch, on_skip)
        waiting = sorted([*((s, True) for s in changed), *((s, False) for s in stale)], key=_largest_first)
        _compare_stories(connection, waiting, joined, run)
        _follow_storylines(connection, lines | {s.storyline_id for s in changed}, joined, run)
        with watch.time("watches"):
            watching.look(connection, [*changed, *stale], now)
        with watch.time("store"):
            store.derived.mark_compared(connection)
            store.made.clear_stale(connection)
            store.search.merge(connection)


def _compare_stories(
    connection: sqlite3.Connection,
    waiting: Iterable[tuple[Story, bool]],
    joined: Joined,
    run: _Running,
) -> None:
    """Lay the articles of each story side by side and keep what that gives, and by which code.

    ``waiting``: stories, and whether all is to be made anew, or only what stages made that changed since.
    """
    tasks = (_story_task(connection, story, joined, run.watch, anew=anew) for story, anew in waiting)
    for task, found in run.run(work.compare, tasks, lambda task: f"story {task.story.id}"):
        with run.watch.time("store"):
            _keep_story(connection, task.story, found)


def _story_task(
    connection: sqlite3.Connection, story: Story, joined: Joined, watch: Stopwatch, *, anew: bool
) -> StoryTask:
    kept = pipeline.Kept() if anew else _kept(connection, story)
    items, named = _members(connection, story, joined, watch)
    return StoryTask(_dated(story, items), items, named, kept, tuple(joined.told.utterances))


def _keep_story(connection: sqlite3.Connection, story: Story, found: pipeline.Compared | None) -> None:
    """Keep a story with what comparing it gave; None where nothing could be made of it."""
    store.derived.put_records(connection, "stories", [story])
    store.listing.put_story(connection, story)
    for name in OF_STORY:
        store.derived.put_derived(connection, name, story.id, getattr(found, name) if found else ())
    if found:
        store.made.put_made(connection, story.id, stages.comparing())


def forget_compared(connection: sqlite3.Connection) -> None:
    """Forget all that came from comparing: every article waits as if it had just been read."""
    for table in _COMPARED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - own names
    connection.execute("UPDATE corrections_applied SET number = 0")
    connection.execute("UPDATE articles SET compared = 0, joined = 0")


def _largest_first(waiting: tuple[Story, bool]) -> tuple[int, str]:
    """Sorts stories so that no process is left alone with the largest at the end."""
    story, _ = waiting
    return -len(story.article_ids), story.id


def _stale(connection: sqlite3.Connection, others: Collection[str]) -> list[Story]:
    """The stories besides ``others`` that were read again since a stage that compares them changed."""
    waiting = [story for story in store.made.load_stale(connection) if story not in others]
    return store.derived.load_records(connection, "stories", Story, waiting)


def _kept(connection: sqlite3.Connection, story: Story) -> pipeline.Kept:
    """What the archive holds of a story, of the stages that have not changed since."""
    made, now = store.made.load_made(connection, story.id), stages.comparing()

    def held(stage: str, table: str, kind: type[R]) -> tuple[R, ...] | None:
        if made.get(stage) != now[stage]:
            return None
        return store.derived.load_derived(connection, table, kind, owner=story.id)

    return pipeline.Kept(
        utterances=held("utterances", "utterances", Utterance),
        origins=held("origins", "origins", Origin),
        relations=held("relations", "relations", Relation),
        conflicts=held("conflicts", "conflicts", Conflict),
        timeline=held("timelines", "timeline", TimelineEntry),
        silences=held("silences", "silences", Silence),
    )


class _Shelf(stories.Shelf):
    """What an archive knows of stories, row by row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keys(self, article: str) -> stories.StoryKeys:
        return store.placed.load_keys(self._connection, stories.StoryKeys, article)

    def matches(self, article: str) -> dict[str, float]:
        found = store.placed.load_matches(self._connection, stories.Match, article)
        return {m.b if m.a == article else m.a: m.score for m in found}

    def likenesses(self, story: str) -> dict[str, float]:
        return store.placed.load_likenesses(self._connection, story)

    def at(self, place: int) -> set[str]:
        return store.placed.load_at(self._connection, place)

    def group_of(self, member: str) -> str | None:
        return store.placed.group_of(self._connection, member)

    def members(self, group: str) -> set[str]:
        return store.placed.members_of(self._connection, group)

    def keep_places(self, owner: str, places: Iterable[int]) -> None:
        store.placed.put_places(self._connection, owner, places)

    def keep_likenesses(self, story: str, others: Mapping[str, float]) -> None:
        store.placed.put_likenesses(self._connection, story, others)

    def forget(self, story: str) -> list[int]:
        return store.placed.forget(self._connection, story)


def _group(connection: sqlite3.Connection, told: _Told) -> stories.Changes:
    """Place the articles that wait, and anew those of which users speak now: what that changed."""
    named = {a for c in told.stories for a in (*c.articles, *c.apart_from)}
    ties = stories.ties(told.stories, store.pages.articles_of(connection, named).keys())
    grouping = stories.Grouping(shelf=_Shelf(connection), told=ties)
    spoken_of = {a for c in told.touched if c.about == "story" for a in (*c.articles, *c.apart_from)}
    parted = {store.placed.group_of(connection, a) for a in spoken_of} - {None}
    for story in sorted({*store.placed.torn(connection), *filter(None, parted)}):
        grouping.reopen(story)
    for keys in store.placed.load_waiting(connection, stories.StoryKeys):
        store.placed.put_matches(connection, ((m.a, m.b, m) for m in grouping.add(keys)))
    found = grouping.changes()
    return replace(found, stories=stages.stamp("stories", found.stories))


def _changed(
    connection: sqlite3.Connection, regrouped: Sequence[Story], renamed: Iterable[str]
) -> tuple[Story, ...]:
    """The stories to compare again: those grouped anew, and those in which a statement changed hands."""
    told = {a for story in regrouped for a in story.article_ids}
    found = {store.placed.group_of(connection, a) for a in renamed if a not in told}
    held = store.derived.load_records(connection, "stories", Story, sorted(s for s in found if s is not None))
    return (*regrouped, *held)


def _lines_of(connection: sqlite3.Connection, told: Iterable[str]) -> set[str]:
    """The storylines that stories were in until now."""
    found = {store.placed.group_of(connection, story) for story in told}
    return {line for line in found if line is not None}


def _keep_groups(connection: sqlite3.Connection, changed: Sequence[Story], gone: Collection[str]) -> None:
    store.placed.drop_members(connection, gone)
    store.placed.put_members(connection, ((a, s.id) for s in changed for a in s.article_ids))
    store.placed.put_members(connection, ((s.id, s.storyline_id) for s in changed))
    store.derived.drop_owners(connection, ["stories"], gone)
    store.derived.drop_owners(connection, OF_STORY, gone)
    store.listing.drop_stories(connection, gone)
    store.made.drop_made(connection, gone)


def _dated(story: Story, items: Mapping[str, AnnotatedArticle]) -> Story:
    """``story`` with its first and last day, those included that its articles dated each other to."""
    days = sorted(day for i in items.values() if (day := i.article.published.day) is not None)
    first, last = (days[0], days[-1]) if days else (None, None)
    return replace(story, first_published=first, last_published=last)


def _amend(connection: sqlite3.Connection, told: _Told) -> frozenset[str]:
    """Remove, put back and call articles as users say: those whose stories must be compared again."""
    store.corrections.put_back(connection, told.amended.removed)
    store.corrections.set_aside(connection, told.amended.removed, stories.StoryKeys)
    called = store.corrections.set_outlets(connection, told.amended.outlets)
    said = [c for c in told.touched if c.about in ("date", "utterance")]
    return frozenset(called | {a for c in said for a in (*c.articles, *(p.article_id for p in c.places))})


def _join(connection: sqlite3.Connection, told: _Told) -> Joined:
    """Join the chains of new articles with those of all others, and take back those of articles that went."""
    corrections, earlier = told.speakers, told.speakers_before
    undone = [c for c in told.touched if c.about == "speaker" and c not in corrections]
    joining = identity.Joining(
        registry.rows(connection), corrections, language=languages.of(None), undone=undone
    )
    store.joined.put_applied(connection, told.number)
    spoken_of = sorted({p.article_id for c in told.touched if c.about == "speaker" for p in c.places})
    for chain in (c for article in spoken_of for c in store.joined.load_joined(connection, article)):
        _part_anew(connection, joining, chain, earlier, corrections)
    gone = [
        (joining.remove(part, apart=identity.is_apart(part, earlier)), part)
        for chain in store.joined.take_gone(connection)
        for part in identity.parts(chain, earlier)
    ]
    store.joined.drop_voices(connection, _voices(gone))
    waiting = parted(store.joined.take_waiting(connection), corrections)
    store.joined.put_voices(connection, _voices([(joining.add(part), part) for part in waiting]))
    changed = joining.settle()
    store.derived.drop_table(connection, "speakers")  # as archives up to the second version kept them
    return Joined(joining.directory, frozenset(store.joined.heard_in(connection, changed)), told)


def _part_anew(
    connection: sqlite3.Connection,
    joining: identity.Joining,
    chain: LocalSpeaker,
    earlier: Sequence[Correction],
    corrections: Sequence[Correction],
) -> None:
    """Take a chain that was joined under ``earlier`` corrections for what all corrections make of it."""
    before, now = identity.parts(chain, earlier), identity.parts(chain, corrections)
    apart_before = [identity.is_apart(part, earlier) for part in before]
    if before == now and apart_before == [joining.spoken_of(part) for part in now]:
        return
    for part, apart in zip(before, apart_before, strict=True):
        joining.remove(part, apart=apart)
    store.joined.put_voices(connection, _voices([(joining.add(part), part) for part in now]))


def _voices(chains: Iterable[tuple[int | None, LocalSpeaker]]) -> list[tuple[int, str]]:
    return [(form, c.article_id) for form, c in chains if form is not None and c.statement_ids]


def _members(
    connection: sqlite3.Connection, story: Story, joined: Joined, watch: Stopwatch
) -> tuple[dict[str, AnnotatedArticle], dict[str, Speaker]]:
    """A story's articles, dated by their neighbours and with their speakers; kept so in the archive."""
    with watch.time("store"):
        before = {i.article.id: i for i in store.tables.load_articles(connection, story.article_ids)}
        own = store.tables.load_own_datings(connection, story.article_ids)
    with watch.time("dates"):
        said = joined.told.amended.dates
        alone = {key: _by_own_evidence(item, own.get(key)) for key, item in before.items()}
        alone |= {key: pipeline.redate(alone[key], said[key]) for key in alone.keys() & said.keys()}
        dated = pipeline.date_by_neighbours(story, alone)
    with watch.time("speakers"):
        heard = _heard(dated, joined.told.speakers)
        who, named = joined.directory.owner(heard), joined.directory.speakers(heard)
        dated = {
            key: replace(item, speakers=tuple(parted(item.speakers, joined.told.speakers)))
            for key, item in dated.items()
        }
        items = {key: pipeline.name_speakers(item, who, named) for key, item in dated.items()}
    with watch.time("store"):
        for key, item in items.items():
            if item.article.published != before[key].article.published:
                by_neighbours = key in said or item.article is not alone[key].article
                store.tables.put_dating(connection, item, by_neighbours=by_neighbours)
            if item.statements != before[key].statements:
                store.tables.put_statements(connection, item)
    return items, named


def _heard(items: Mapping[str, AnnotatedArticle], corrections: Sequence[Correction]) -> list[LocalSpeaker]:
    """The chains that say something, as users' corrections part them."""
    found = parted((c for item in items.values() for c in item.speakers), corrections)
    return [c for c in found if c.statement_ids]


def _by_own_evidence(item: AnnotatedArticle, dating: Dating | None) -> AnnotatedArticle:
    """``item`` as it was before its neighbours dated it."""
    return item if dating is None else pipeline.redate(item, dating)


def _follow_storylines(
    connection: sqlite3.Connection, changed: Iterable[str], joined: Joined, run: _Running
) -> None:
    """What comes from whole storylines, for those in which a story changed, or to or from which one went."""
    tasks = _line_tasks(connection, changed, joined, run.watch)
    for task, found in run.run(work.follow, tasks, lambda task: f"storyline {task.id}"):
        with run.watch.time("store"):
            for name in OF_STORYLINE:
                store.derived.put_derived(connection, name, task.id, getattr(found, name) if found else ())


def _line_tasks(
    connection: sqlite3.Connection, changed: Iterable[str], joined: Joined, watch: Stopwatch
) -> Iterator[LineTask]:
    for storyline in sorted(changed):
        ids = store.placed.members_of(connection, storyline)
        line = tuple(sorted(store.derived.load_records(connection, "stories", Story, ids), key=in_order))
        if not line:
            store.derived.drop_owners(connection, OF_STORYLINE, [storyline])
            continue
        with watch.time("store"):
            members = [a for story in line for a in story.article_ids]
            items = {i.article.id: i for i in store.tables.load_articles(connection, members)}
        with watch.time("speakers"):
            named = joined.directory.speakers(_heard(items, joined.told.speakers))
        yield LineTask(
            storyline,
            line,
            items,
            named,
            told=_of_stories(connection, "utterances", Utterance, line),
            entries=_of_stories(connection, "timeline", TimelineEntry, line),
            clashes=_of_stories(connection, "conflicts", Conflict, line),
            roots=_of_stories(connection, "origins", Origin, line),
        )


def _of_stories(
    connection: sqlite3.Connection, name: str, kind: type[R], line: Sequence[Story]
) -> tuple[R, ...]:
    """What one derived table holds for the stories of ``line``, story by story."""
    return tuple(r for s in line for r in store.derived.load_derived(connection, name, kind, owner=s.id))
