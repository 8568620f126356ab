"""What comparing gave, asked by story: utterances, conflicts, origins, positions and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord import store
from onrecord.errors import ArchiveError
from onrecord.records import (
    AnnotatedArticle,
    Conflict,
    Fact,
    Finding,
    Origin,
    Position,
    Relation,
    Revision,
    Silence,
    Standing,
    Story,
    TimelineEntry,
    Utterance,
)

if TYPE_CHECKING:
    from onrecord.standing import Without

R = TypeVar("R")
S = TypeVar("S", Fact, Standing, Finding)


class Outcomes:
    """What is kept of each story and storyline; nothing of the others is read."""

    path: Path
    _database: store.Database

    def positions_in(self, line: str) -> tuple[Position, ...]:
        """What speakers committed to in one storyline."""
        return self._derived("positions", Position, owner=line)

    def story(self, story_id: str) -> Story:
        """One story; nothing of the others is read.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        with self._database.reading() as connection:
            found = store.derived.load_records(connection, "stories", Story, [story_id])
        if not found:
            raise ArchiveError(f"{self.path}: no story has the id {story_id}")
        return found[0]

    def utterances(self, *, story: str | None = None) -> tuple[Utterance, ...]:
        """What was said and how each article renders it, in all stories or in the one with id ``story``."""
        return self._derived("utterances", Utterance, owner=story)

    def conflicts(self, *, story: str | None = None) -> tuple[Conflict, ...]:
        """Places that differ, in all stories or in the one with id ``story``."""
        return self._derived("conflicts", Conflict, owner=story)

    def relations(self, *, story: str | None = None) -> tuple[Relation, ...]:
        """How passages that speak of one fact stand to each other, in all stories or in one."""
        return self._derived("relations", Relation, owner=story)

    def timeline(self, *, story: str | None = None) -> tuple[TimelineEntry, ...]:
        """Dates and who witnesses them, in all stories or in the one with id ``story``."""
        return self._derived("timeline", TimelineEntry, owner=story)

    def positions(self, *, story: str | None = None) -> tuple[Position, ...]:
        """What speakers committed to, in all storylines or in the one that the story belongs to."""
        owner = None if story is None else self.story(story).storyline_id
        return self._derived("positions", Position, owner=owner)

    def articles_of(self, story: str) -> Iterator[AnnotatedArticle]:
        """The articles of one story, by id."""
        return self._load_articles(self.story(story).article_ids)

    def origins(self, story: str | None = None) -> tuple[Origin, ...]:
        """Where texts and statements come from, in all stories or in the one with id ``story``."""
        return self._derived("origins", Origin, owner=story)

    def revisions(self, story: str | None = None) -> tuple[Revision, ...]:
        """What outlets changed in articles of theirs, in all stories or in the one with id ``story``."""
        return self._derived("revisions", Revision, owner=story)

    def silences(self, story: str | None = None) -> tuple[Silence, ...]:
        """What each article leaves out of what was public, in all stories or in the one with id ``story``."""
        return self._derived("silences", Silence, owner=story)

    def facts(self, story: str | None = None) -> tuple[Fact, ...]:
        """What is told and what it rests on, in all stories or in the one with id ``story``."""
        return self._of_story("facts", Fact, story)

    def standing(self, story: str | None = None) -> tuple[Standing, ...]:
        """What stands without each origin, in all stories or in the one with id ``story``."""
        return self._of_story("standing", Standing, story)

    def findings(self, story: str | None = None) -> tuple[Finding, ...]:
        """What differs between texts, most telling first, in all stories or in the one with id ``story``."""
        return self._of_story("findings", Finding, story)

    def without(self, *origin_ids: str) -> Without:
        """Leave origins out: which statements, utterances, dates and conflicts still stand, and which fall.

        Only the stories that these origins belong to are looked at; nothing in the archive changes.

        Args:
            origin_ids: ids of texts, occasions or sources, as ``origins`` gives them.

        Raises:
            ArchiveError: the archive holds no origin of that id.
        """
        from onrecord import standing  # noqa: PLC0415 - this question alone takes the stage

        told = sorted({self._story_of(origin) for origin in origin_ids})

        def of_stories(name: str, kind: type[R]) -> list[R]:
            return [record for story in told for record in self._derived(name, kind, owner=story)]

        statements = [s for story in told for item in self.articles_of(story) for s in item.statements]
        return standing.weigh(
            standing.without(origin_ids, of_stories("origins", Origin), statements),
            statements,
            of_stories("utterances", Utterance),
            of_stories("timeline", TimelineEntry),
            of_stories("conflicts", Conflict),
        )

    def _story_of(self, origin: str) -> str:
        with self._database.reading() as connection:
            story = store.derived.owner_of(connection, "origins", origin)
        if story is None:
            raise ArchiveError(f"{self.path}: no origin has the id {origin}")
        return story

    def _load_articles(
        self, ids: Iterable[str] | None, *, annotated: bool = True
    ) -> Iterator[AnnotatedArticle]:
        with self._database.reading() as connection:
            yield from store.tables.load_articles(connection, ids, annotated=annotated)

    def _of_story(self, name: str, kind: type[S], story: str | None) -> tuple[S, ...]:
        """Records that are kept by storyline and tell their story."""
        if story is None:
            return self._derived(name, kind)
        found = self._derived(name, kind, owner=self.story(story).storyline_id)
        return tuple(r for r in found if r.story_id == story)

    def _derived(
        self, name: str, kind: type[R], *, owner: str | None = None, ids: Iterable[str] | None = None
    ) -> tuple[R, ...]:
        with self._database.reading() as connection:
            return store.derived.load_derived(connection, name, kind, owner=owner, ids=ids)
