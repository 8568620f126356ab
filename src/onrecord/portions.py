"""Parts of an archive: exactly what some stories need, or what the page of a story or an article shows."""

from __future__ import annotations

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from onrecord import store
from onrecord.outcomes import Outcomes
from onrecord.records import (
    OF_STORY,
    OF_STORYLINE,
    AnnotatedArticle,
    Corpus,
    Corrected,
    Fact,
    Finding,
    LocalSpeaker,
    Origin,
    Position,
    Speaker,
    Standing,
    Statement,
    Story,
    TimelineEntry,
    Utterance,
)

# Of what is kept by storyline, what belongs to one of its stories.
_TELL_THEIR_STORY = ("facts", "standing", "findings")
# What points to places of articles that their pages mark.
_POINTING = frozenset({"origins", "timeline", "chronicle", "facts", "findings"})


class Portions(Outcomes):
    """A ``Corpus`` of a part of the archive; nothing of the rest is read."""

    @abstractmethod
    def article(self, article_id: str) -> AnnotatedArticle:
        """One article with what was read off it."""

    @abstractmethod
    def statements_by_id(self, ids: Iterable[str]) -> list[Statement]:
        """Those statements that there are, in the order of ``ids``."""

    @abstractmethod
    def corrected(self) -> tuple[Corrected, ...]:
        """The corrections, numbered, with when each was made and whether it still holds."""

    @abstractmethod
    def last_run(self) -> dict[str, object]:
        """The last reading."""

    @abstractmethod
    def _everybody(self, chains: Sequence[LocalSpeaker], *, mentions: bool = True) -> tuple[Speaker, ...]:
        """The speakers of chains, and those for whom they speak."""

    def corpus_of(self, stories: Sequence[Story], *, speaking: bool = False) -> Corpus:
        """All records of some stories and of their storylines.

        Args:
            stories: the stories.
            speaking: of speakers only those who say something there, and for whom they speak, without their
                mentions, and nothing of the last reading: all that a page shows.
        """
        items = tuple(self._load_articles(a for story in stories for a in story.article_ids))
        lines = sorted({story.storyline_id for story in stories})

        def of(owners: Iterable[str], tables: Mapping[str, type[Any]]) -> dict[str, Any]:
            return {
                name: tuple(r for owner in owners for r in self._derived(name, kind, owner=owner))
                for name, kind in tables.items()
            }

        told = frozenset(story.id for story in stories)
        of_lines = of(lines, OF_STORYLINE)
        for name in _TELL_THEIR_STORY:
            of_lines[name] = tuple(r for r in of_lines[name] if r.story_id in told)
        return Corpus(
            articles=items,
            speakers=self._everybody(
                [c for item in items for c in item.speakers if c.statement_ids or not speaking],
                mentions=not speaking,
            ),
            stories=tuple(stories),
            **of([story.id for story in stories], OF_STORY),
            **of_lines,
            run={} if speaking else self.last_run(),
            corrected=self.corrected(),
        )

    def shown_of(self, stories: Sequence[Story], line: Sequence[Story], *, weighed: bool = True) -> Corpus:
        """The records that a page about ``stories`` shows, its texts without marks, and those it links to.

        Args:
            stories: of one storyline.
            weighed: with what each fact rests on, and what stands without an origin.
            line: these and others of it, whose articles are loaded where the former point to them; of the
                rest it is known where they are from and when they appeared.
        """
        own = {a for story in stories for a in story.article_ids}
        items = list(self._load_articles(own, annotated=False))
        said = {s.id for item in items for s in item.statements}
        held = self._held_of(stories, line, own, said, weighed=weighed)
        far = _said_in(held) - said
        others = {a for story in line for a in story.article_ids} - own
        near = others & (_places_in(held) | {s.article_id for s in self.statements_by_id(far)})
        items += self._load_articles(near, annotated=False)
        with self._database.reading() as connection:
            items += map(AnnotatedArticle, store.tables.load_heads(connection, others - near))
        speaking = said | far
        chains = [c for item in items for c in item.speakers if not speaking.isdisjoint(c.statement_ids)]
        return Corpus(
            articles=tuple(items),
            speakers=self._everybody(chains, mentions=False),
            stories=tuple(line),
            **held,
            corrected=self.corrected(),
        )

    def _held_of(
        self,
        stories: Sequence[Story],
        line: Sequence[Story],
        own: Collection[str],
        said: Collection[str],
        *,
        weighed: bool,
    ) -> dict[str, Any]:
        """What came of comparing ``stories``, and of following their storyline what is about them.

        ``own``: the ids of their articles; ``said``: of their statements.
        """
        keys, key = [story.id for story in stories], stories[0].storyline_id
        held: dict[str, Any] = {
            name: tuple(r for owner in keys for r in self._derived(name, kind, owner=owner))
            for name, kind in OF_STORY.items()
            if name != "origins"
        }
        origins = (self._derived("origins", Origin, owner=story.id, ids=own) for story in line)
        held["origins"] = tuple(chain.from_iterable(origins))
        held["positions"] = self._derived("positions", Position, owner=key, ids=said)
        held["chronicle"] = self._derived("chronicle", TimelineEntry, owner=key, ids=own)
        held["findings"] = self._derived("findings", Finding, owner=key, ids=keys)
        if weighed:
            about = [*keys, *(e.id for e in held["chronicle"])]
            held["facts"] = self._derived("facts", Fact, owner=key, ids=about)
            held["standing"] = self._derived("standing", Standing, owner=key, ids=keys)
        return held

    def stating(self, ids: Iterable[str]) -> Corpus:
        """The statements with these ids, who makes them, and where they stand; all else stays empty."""
        said: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements_by_id(ids):
            said[statement.article_id].append(statement)
        ids_of = {key: [s.id for s in statements] for key, statements in said.items()}
        with self._database.reading() as connection:
            articles = store.pages.told_of(connection, said)
            chains = list(store.tables.load_local_speakers(connection, said, saying=ids_of))
        items = tuple(
            AnnotatedArticle(article, statements=tuple(said[key]))
            for key, article in sorted(articles.items())
        )
        return Corpus(items, self._everybody(chains, mentions=False))

    def rendered_of(self, story: Story, utterance: str) -> Corpus:
        """One utterance of ``story`` with the articles that render it; empty where the story has none."""
        held = self._derived("utterances", Utterance, owner=story.id, ids=[utterance])
        own = tuple(u for u in held if u.id == utterance)
        said = {r.statement_id for u in own for r in u.renderings}
        items = tuple(self._load_articles({r.article_id for u in own for r in u.renderings}, annotated=False))
        chains = [c for item in items for c in item.speakers if not said.isdisjoint(c.statement_ids)]
        who = self._everybody(chains, mentions=False)
        return Corpus(items, who, (story,) if own else (), own, corrected=self.corrected())

    def marked_of(self, story: Story, article: str) -> Corpus:
        """The records that the page of one article shows: its text, and what of ``story`` points into it."""
        item = self.article(article)
        here: dict[str, Any] = {
            name: self._derived(name, kind, owner=owner, ids=[article])
            for owner, tables in ((story.id, OF_STORY), (story.storyline_id, OF_STORYLINE))
            for name, kind in tables.items()
            if name in _POINTING
        }
        for name in _POINTING & frozenset(_TELL_THEIR_STORY):
            here[name] = tuple(r for r in here[name] if r.story_id == story.id)
        return Corpus(
            articles=(item,),
            speakers=self._everybody([c for c in item.speakers if c.statement_ids], mentions=False),
            stories=(story,),
            **here,
            corrected=self.corrected(),
        )


def _said_in(held: Mapping[str, Any]) -> set[str]:
    """The statements that positions and findings speak of."""
    entries = (e.statement_id for position in held["positions"] for e in position.entries)
    return {*entries, *(key for finding in held["findings"] for key in finding.statement_ids)}


def _places_in(held: Mapping[str, Any]) -> set[str]:
    """The articles that findings and entries of timelines point to."""
    entries: Sequence[TimelineEntry] = held["chronicle"]
    places = (p for record in held["findings"] for p in record.places)
    witnesses = (p for e in entries for p in (*e.witnesses, *e.clashes))
    return {e.article_id for e in entries} | {p.article_id for p in chain(places, witnesses)}
