"""What an archive answers: every question to one file, without what reading takes (models, readers).

The pages of the app ask this alone, and so are there at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord import store
from onrecord.closing import Closing
from onrecord.corrections import listed
from onrecord.errors import ArchiveError
from onrecord.listings import Listings, in_order
from onrecord.portions import Portions
from onrecord.records import (
    OF_STORY,
    OF_STORYLINE,
    Alert,
    AnnotatedArticle,
    Article,
    Corpus,
    Corrected,
    Correction,
    Fact,
    Filter,
    Finding,
    LocalSpeaker,
    Place,
    Position,
    Progress,
    Speaker,
    Standing,
    Statement,
    Story,
    TimelineEntry,
    Watch,
    hull,
)
from onrecord.retrieval import NO_FILTER, Retrieval
from onrecord.stopwatch import Pace

if TYPE_CHECKING:
    from onrecord.reports.frames import RecordTable

R = TypeVar("R")


class Queries(Closing, Retrieval, Listings, Portions):
    """An open archive, to be asked; every answer reflects the last completed reading.

    Raises:
        ArchiveError: the file is no archive, or was written by a newer version.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"{self.path}: no archive can be made there ({error.strerror})") from error
        self._database = store.Database(self.path)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def database(self) -> store.Database:
        """The file itself, for what looks after archives."""
        return self._database

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Whatever is asked inside is answered from one state of the archive, though others write to it."""
        with self._database.snapshot():
            yield

    def state(self) -> int:
        """A number that changes whenever another connection has written to the archive."""
        with self._database.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def corrections(self) -> tuple[Correction, ...]:
        """What users have corrected, oldest first."""
        with self._database.reading() as connection:
            return tuple(c for _, _, c in store.corrections.load(connection))

    def watches(self) -> list[Watch]:
        """Saved questions, the oldest first."""
        with self._database.reading() as connection:
            return store.watches.load(connection)

    def alerts(self, watch: str | None = None, *, limit: int = 200) -> list[Alert]:
        """What watches found, or one of them, the latest first."""
        with self._database.reading() as connection:
            return store.watches.load_alerts(connection, watch, limit)

    def corrected(self) -> tuple[Corrected, ...]:
        """The corrections, numbered, with when each was made and whether it still holds."""
        with self._database.reading() as connection:
            return tuple(listed(store.corrections.load(connection)))

    def sources_of(self, statement_ids: Iterable[str]) -> list[Place]:
        """Where the sources of statements were read, the id as note; what a split is keyed to."""
        with self._database.reading() as connection:
            found = store.tables.load_statements(connection, statement_ids)
        at = [(s, hull(read.source)) for s in found if (read := s.read_as or s).source]
        return [Place(s.article_id, span.start, span.end, s.id) for s, span in at]

    # -------------------------------------------------------------- asking

    def corpus(self, tell: Callable[[Progress], None] = lambda _: None) -> Corpus:
        """Everything, as the reports take it; ``tell`` is told how far loading it is."""
        articles = tuple(self._told_of("loading", self.articles(), self.totals()["articles"], tell))
        tell(Progress("gathering what was compared", 0))
        tables = {**OF_STORY, **OF_STORYLINE}
        held: dict[str, Any] = {name: self._derived(name, kind) for name, kind in tables.items()}
        return Corpus(
            articles=articles,
            speakers=self._everybody([c for item in articles for c in item.speakers]),
            stories=self.stories(),
            **held,
            run=self.last_run(),
            corrected=self.corrected(),
        )

    @staticmethod
    def _told_of(
        stage: str, items: Iterable[R], number: int, tell: Callable[[Progress], None]
    ) -> Iterator[R]:
        pace = Pace(number)
        for done, item in enumerate(items, 1):
            yield item
            pace.go_on(1)
            tell(Progress(stage, done, pace.share, pace.left))

    def of_line(self, line: str) -> Corpus:
        """What comes of one storyline as a whole, without what comes of its articles and stories alone."""
        return Corpus(
            articles=(),
            speakers=(),
            stories=self.stories_of(line),
            utterances=(),
            origins=(),
            timeline=(),
            conflicts=(),
            positions=self._derived("positions", Position, owner=line),
            chronicle=self._derived("chronicle", TimelineEntry, owner=line),
            facts=self._derived("facts", Fact, owner=line),
            standing=self._derived("standing", Standing, owner=line),
            findings=self._derived("findings", Finding, owner=line),
        )

    def each_speaker(self) -> Iterator[Speaker]:
        """Every speaker, without holding them all."""
        from onrecord.roster import each  # noqa: PLC0415 - it takes tables of names, most questions none

        with self._database.reading() as connection:
            chains = store.tables.load_local_speakers(connection)
            yield from each(connection, self.corrections(), chains)

    def heads(self) -> Iterator[Article]:
        """Every article without its text and what stands in it: where it is from, when it was published."""
        with self._database.reading() as connection:
            yield from store.tables.load_heads(connection)

    def stories_of(self, line: str) -> tuple[Story, ...]:
        """The stories of one storyline, by day; none where there is no such storyline."""
        with self._database.reading() as connection:
            ids = store.placed.members_of(connection, line)
            found = store.derived.load_records(connection, "stories", Story, sorted(ids))
        return tuple(sorted(found, key=in_order))

    def stories_by_id(self, ids: Iterable[str]) -> dict[str, Story]:
        """Those stories that there are, by id."""
        with self._database.reading() as connection:
            return {s.id: s for s in store.derived.load_records(connection, "stories", Story, ids)}

    def story_of(self, article: str) -> Story | None:
        """The story that an article tells; None where there is no such article, or none compared yet."""
        with self._database.reading() as connection:
            owner = store.placed.group_of(connection, article)
        return None if owner is None else self.stories_by_id([owner]).get(owner)

    def article(self, article_id: str) -> AnnotatedArticle:
        """One article with what was read off it.

        Raises:
            ArchiveError: the archive holds no article of that id.
        """
        found = next(iter(self._load_articles([article_id])), None)
        if found is None:
            raise ArchiveError(f"{self.path}: no article has the id {article_id}")
        return found

    def raw_of(self, article: str) -> store.raw.KeptRaw | None:
        """The raw document that an article was read from; None where none was kept.

        Raises:
            ArchiveError: what is kept is damaged.
        """
        with self._database.reading() as connection:
            return store.raw.load_raw(connection, article)

    def table(self, name: str, asked: Filter = NO_FILTER) -> RecordTable:
        """A table as the exports write it, for notebooks: ``.to_pandas()``, ``.to_arrow()``, or shown.

        Args:
            name: of the table.
            asked: which articles and statements; of what comes from comparing, the stories of these articles.

        Raises:
            KeyError: there is no table of that name; which there are.
            ValueError: a bound of days is none.
        """
        from onrecord.reports.frames import RecordTable  # noqa: PLC0415 - pages never ask for one

        return RecordTable.of(self.corpus() if asked == NO_FILTER else self._narrowed(asked), name)

    def _narrowed(self, asked: Filter) -> Corpus:
        """What is asked for, with all of the stories that it belongs to."""
        articles, said = self.ids_of(asked)
        with self._database.reading() as connection:
            stories = {s for a in articles if (s := store.placed.group_of(connection, a)) is not None}
        told = sorted(self.stories_by_id(stories).values(), key=in_order)
        items = self._load_articles(articles)
        kept = (replace(i, statements=tuple(s for s in i.statements if s.id in said)) for i in items)
        return replace(self.corpus_of(told), articles=tuple(kept))

    def articles(self) -> Iterator[AnnotatedArticle]:
        """Every article with what was read off it, by id."""
        return self._load_articles(None)

    def speakers(self, *, story: str | None = None) -> tuple[Speaker, ...]:
        """Every speaker, one record across all articles, by name; or those of the story with id ``story``.

        The latter are whom its articles speak of and on whose behalf these act, with their mentions there.
        """
        ids = None if story is None else self.story(story).article_ids
        with self._database.reading() as connection:
            chains = list(store.tables.load_local_speakers(connection, ids))
        return self._everybody(chains)

    def speaker(self, speaker_id: str, *, most: int = 200) -> tuple[Speaker, tuple[Speaker, ...]]:
        """One speaker, with its mentions in the ``most`` articles in which it says most; for whom it speaks.

        Raises:
            ArchiveError: no statement of the archive is by a speaker of that id.
        """
        from onrecord.roster import acquainted, names_of  # noqa: PLC0415 - as above

        with self._database.reading() as connection:
            ids = store.listing.articles_of(connection, speaker_id, most)
            named = names_of(connection, speaker_id)
            chains = list(store.tables.load_local_speakers(connection, ids, named=named))
            known = acquainted(connection, self.corrections(), chains, speaker_id)
        if speaker_id not in known:
            raise ArchiveError(f"{self.path}: no speaker has the id {speaker_id}")
        found = known[speaker_id]
        return found, tuple(known[key] for key in found.acts_for if key in known)

    def statements_by_id(self, ids: Iterable[str]) -> list[Statement]:
        """Those statements that there are, in the order of ``ids``."""
        with self._database.reading() as connection:
            return store.tables.load_statements(connection, ids)

    def each_article(self, ids: Iterable[str]) -> Iterator[AnnotatedArticle]:
        """Those articles that there are, by id."""
        return self._load_articles(ids)

    def articles_by_id(self, ids: Iterable[str]) -> dict[str, AnnotatedArticle]:
        """Those articles that there are, by id."""
        return {item.article.id: item for item in self._load_articles(ids)}

    def stories(self) -> tuple[Story, ...]:
        """Every story, by day, with the reasons why its articles belong."""
        return tuple(sorted(self._derived("stories", Story), key=in_order))

    def search(self, query: str, *, limit: int = 20) -> list[store.search.Hit]:
        """Statements, then articles, that hold every word of ``query`` ("…" for a phrase)."""
        with self._database.reading() as connection:
            found = store.search.statements(connection, query, limit=limit)
            return found + store.search.articles(connection, query, limit=limit)

    def articles_with(self, query: str, *, limit: int = 20) -> list[store.search.Hit]:
        """Articles that hold every word of ``query``, as ``search`` finds them."""
        with self._database.reading() as connection:
            return store.search.articles(connection, query, limit=limit)

    def last_run(self) -> dict[str, object]:
        """The last reading, as ``run.json`` shows it; empty before the first."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT record FROM runs ORDER BY n DESC LIMIT 1").fetchone()
        return {} if row is None else dict(json.loads(row[0]))

    def last_read(self) -> str:
        """The ISO day on which the last reading began; empty before the first."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT substr(started_at, 1, 10) FROM runs ORDER BY n DESC LIMIT 1"
            ).fetchone()
        return "" if row is None else str(row[0])

    def _everybody(self, chains: Sequence[LocalSpeaker], *, mentions: bool = True) -> tuple[Speaker, ...]:
        from onrecord.roster import everybody  # noqa: PLC0415 - as above

        with self._database.reading() as connection:
            return everybody(connection, self.corrections(), chains, mentions=mentions)
