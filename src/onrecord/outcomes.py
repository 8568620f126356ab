"""The results of comparing, by story: utterances, conflicts, origins, positions and the rest."""

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

    def positions_of(self, speaker: str, line: str) -> list[Position]:
        """The positions of one speaker in one storyline, by their ids: as ``positions``."""
        held = self._derived("positions", Position, owner=line, ids=[speaker])
        return [position for position in held if position.speaker_id == speaker]

    def story(self, story_id: str) -> Story:
        """The story with id ``story_id``: its title, article ids, days and the reasons that joined them.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        with self._database.reading() as connection:
            found = store.derived.load_records(connection, "stories", Story, [story_id])
        if not found:
            raise ArchiveError(f"{self.path}: no story has the id {story_id}")
        return found[0]

    def utterances(self, story: str | None = None) -> tuple[Utterance, ...]:
        """Speech acts, each with every outlet's rendering of it.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_one_story("utterances", Utterance, story)

    def conflicts(self, story: str | None = None) -> tuple[Conflict, ...]:
        """Pairs of passages that cannot both be right as written.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_one_story("conflicts", Conflict, story)

    def relations(self, story: str | None = None) -> tuple[Relation, ...]:
        """Pairs of passages about one fact: the same, one more exact or later, or in conflict.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_one_story("relations", Relation, story)

    def timeline(self, story: str | None = None) -> tuple[TimelineEntry, ...]:
        """Dates that articles give, each with the passages that give it.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_one_story("timeline", TimelineEntry, story)

    def positions(self, story: str | None = None) -> tuple[Position, ...]:
        """What speakers committed themselves to on a topic, and when that moved.

        Of all storylines, or of the storyline that holds the story with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        owner = None if story is None else self.story(story).storyline_id
        return self._derived("positions", Position, owner=owner)

    def articles_of(self, story: str) -> Iterator[AnnotatedArticle]:
        """The articles of the story with id ``story``, each with what was read off it, by their ids.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._load_articles(self.story(story).article_ids)

    def origins(self, story: str | None = None) -> tuple[Origin, ...]:
        """Texts, occasions and sources that articles rest on.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_one_story("origins", Origin, story)

    def revisions(self, story: str | None = None) -> tuple[Revision, ...]:
        """What outlets changed from one state of an article to the next.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_one_story("revisions", Revision, story)

    def silences(self, story: str | None = None) -> tuple[Silence, ...]:
        """For each article, which utterances of its story it does not carry.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_one_story("silences", Silence, story)

    def facts(self, story: str | None = None) -> tuple[Fact, ...]:
        """What is reported, each with the origins that it rests on.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_its_line("facts", Fact, story)

    def standing(self, story: str | None = None) -> tuple[Standing, ...]:
        """For each origin, which facts fall when it is left out.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_its_line("standing", Standing, story)

    def findings(self, story: str | None = None) -> tuple[Finding, ...]:
        """Differences worth a look, most telling first.

        Of all stories, or of the one with id ``story``.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        return self._of_its_line("findings", Finding, story)

    def differences_in(self, line: str) -> list[Finding]:
        """The findings of one storyline, by its id, that stand in the open, as ranked."""
        with self._database.reading() as connection:
            return store.derived.load_shown(connection, "findings", Finding, line)

    def without(self, *origin_ids: str) -> Without:
        """Leave origins out: which statements, utterances, dates and conflicts still stand, and which fall.

        Looks only at the stories that these origins belong to, and changes nothing in the archive.

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

    def _of_one_story(self, name: str, kind: type[R], story: str | None) -> tuple[R, ...]:
        """Records that are kept by story; a story that is not there is told from one that has none."""
        found = self._derived(name, kind, owner=story)
        if story is not None and not found:
            self.story(story)
        return found

    def _of_its_line(self, name: str, kind: type[S], story: str | None) -> tuple[S, ...]:
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
