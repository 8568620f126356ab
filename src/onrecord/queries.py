"""Questions to an archive file, without the code that reading needs (models, readers).

The pages of the app import nothing else, and so appear at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

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
    stable_id,
)
from onrecord.retrieval import NO_FILTER, Retrieval
from onrecord.stopwatch import Pace
from onrecord.store.noting import Keyed
from onrecord.store.touched import DAY

if TYPE_CHECKING:
    from onrecord.reports.frames import RecordTable

R = TypeVar("R")

_LAST_DAY = Keyed("SELECT substr(started_at, 1, 10) FROM runs ORDER BY n DESC LIMIT 1", DAY)


class Queries(Closing, Retrieval, Listings, Portions):
    """An open archive, to be asked; every answer reflects the last completed reading.

    Where many articles are being compared, or were when that was cut off, it reflects what is done of that:
    ``totals`` says how many articles wait.

    Args:
        path: the file.
        on_progress: told how far it is while an archive of an older version is brought up to date.

    Raises:
        ArchiveError: the file is no archive, or was written by a newer version.
    """

    def __init__(self, path: str | Path, *, on_progress: Callable[[Progress], None] | None = None) -> None:
        self.path = Path(path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"{self.path}: no archive can be made there ({error.strerror})") from error
        self._database = store.Database(self.path, on_progress=on_progress)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    def close(self) -> None:
        """Close the file; whatever is asked afterwards raises ``ArchiveError``."""
        self._database.close()

    @property
    def database(self) -> store.Database:
        """The open file itself, for code that maintains archives."""
        return self._database

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A ``with`` block in which all answers come from one state of the archive, whoever writes to it."""
        with self._database.snapshot():
            yield

    def state(self) -> int:
        """A number that changes whenever another connection has written to the archive."""
        with self._database.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections by users, oldest first, also those that were taken back."""
        with self._database.reading() as connection:
            return tuple(c for _, _, c in store.corrections.load(connection))

    def watches(self) -> list[Watch]:
        """The watches (saved questions) that are kept, oldest first."""
        with self._database.reading() as connection:
            return store.watches.load(connection)

    def alerts(self, watch: str | None = None, *, limit: int = 200) -> list[Alert]:
        """What watches have found, latest first.

        Args:
            watch: the id of one watch; of all when it is None.
            limit: at most so many.
        """
        with self._database.reading() as connection:
            return store.watches.load_alerts(connection, watch, limit)

    def corrected(self) -> tuple[Corrected, ...]:
        """The corrections, numbered, with when each was made and whether it still holds."""
        with self._database.reading() as connection:
            return tuple(listed(store.corrections.load(connection)))

    def sources_of(self, statement_ids: Iterable[str]) -> list[Place]:
        """The place of each statement's source, with the statement's id as its note.

        These are the places that a ``Correction`` which splits a speaker is keyed to.
        """
        with self._database.reading() as connection:
            found = store.tables.load_statements(connection, statement_ids)
        at = [(s, hull(read.source)) for s in found if (read := s.read_as or s).source]
        return [Place(s.article_id, span.start, span.end, s.id) for s, span in at]

    # -------------------------------------------------------------- asking

    def corpus(self, on_progress: Callable[[Progress], None] | None = None) -> Corpus:
        """Everything that the archive holds, in memory; ``on_progress`` reports how far loading has come."""
        tell = on_progress or (lambda _: None)
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
        """The records of the storyline with id ``line``; those of its articles and stories stay empty."""
        return Corpus(
            stories=self.stories_of(line),
            positions=self._derived("positions", Position, owner=line),
            chronicle=self._derived("chronicle", TimelineEntry, owner=line),
            facts=self._derived("facts", Fact, owner=line),
            standing=self._derived("standing", Standing, owner=line),
            findings=self._derived("findings", Finding, owner=line),
        )

    def each_speaker(self) -> Iterator[Speaker]:
        """Every speaker, as ``speakers`` gives them, one at a time: memory holds one."""
        from onrecord.roster import each  # noqa: PLC0415 - it takes tables of names, most questions none

        with self._database.reading() as connection:
            chains = store.tables.load_local_speakers(connection)
            yield from each(connection, self.corrections(), chains)

    def heads(self) -> Iterator[Article]:
        """Every article without its text and all that was read off it: where it is from, when it appeared."""
        with self._database.reading() as connection:
            yield from store.tables.load_heads(connection)

    def stories_of(self, line: str) -> tuple[Story, ...]:
        """The stories of the storyline with id ``line``, by first day; empty for an unknown id."""
        with self._database.reading() as connection:
            ids = store.placed.members_of(connection, line)
            found = store.derived.load_records(connection, "stories", Story, sorted(ids))
        return tuple(sorted(found, key=in_order))

    def stories_by_id(self, ids: Iterable[str]) -> dict[str, Story]:
        """Story id -> story; unknown ids are left out."""
        with self._database.reading() as connection:
            return {s.id: s for s in store.derived.load_records(connection, "stories", Story, ids)}

    def story_of(self, article: str) -> Story | None:
        """The story of the article with id ``article``; None for an unknown id, or before it was compared."""
        with self._database.reading() as connection:
            owner = store.placed.group_of(connection, article)
        return None if owner is None else self.stories_by_id([owner]).get(owner)

    def group_now(self, kind: Literal["story", "storyline"], gone: str) -> str | None:
        """Where the article is now by which a story or storyline went that is no more; None if it left, too.

        Both go by their first article: an older one that arrives, or another border, gives them another id.
        """
        with self._database.reading() as connection:
            first = (a for a in store.pages.article_ids(connection) if stable_id(kind, a) == gone)
            story = store.placed.group_of(connection, next(first, ""))
            return story if kind == "story" or story is None else store.placed.group_of(connection, story)

    def article(self, article_id: str) -> AnnotatedArticle:
        """The article with id ``article_id``, its statements, speakers, names and time expressions.

        Raises:
            ArchiveError: the archive holds no article of that id.
        """
        found = next(iter(self._load_articles([article_id])), None)
        if found is None:
            raise ArchiveError(f"{self.path}: no article has the id {article_id}")
        return found

    def raw_of(self, article: str) -> store.raw.KeptRaw | None:
        """The raw document that the article with id ``article`` was read from; None where none was kept.

        Raises:
            ArchiveError: what is kept is damaged.
        """
        with self._database.reading() as connection:
            return store.raw.load_raw(connection, article)

    def table(self, name: str, asked: Filter = NO_FILTER) -> RecordTable:
        """A table as the exports write it: for notebooks, ``.to_pandas()`` or ``.to_arrow()``.

        Args:
            name: of the table, such as ``statements``.
            asked: which articles and statements; tables of comparisons hold what belongs to their stories.

        Raises:
            KeyError: there is no table of that name; the message lists those that there are.
            ValueError: ``asked`` has a value that there is not.
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
        """Every article with what was read off it, in the order of their ids, one at a time."""
        return self._load_articles(None)

    def speakers(self, story: str | None = None) -> tuple[Speaker, ...]:
        """Every speaker, one record across all articles, by name.

        With the id of a ``story``: those whom its articles speak of and those for whom these speak, with
        their mentions there alone.

        Raises:
            ArchiveError: the archive holds no story of that id.
        """
        ids = None if story is None else self.story(story).article_ids
        with self._database.reading() as connection:
            chains = list(store.tables.load_local_speakers(connection, ids))
        return self._everybody(chains)

    def speaker(self, speaker_id: str, *, most: int = 200) -> tuple[Speaker, tuple[Speaker, ...]]:
        """The speaker with id ``speaker_id``, and the speakers on whose behalf it speaks.

        Its mentions are those of the ``most`` articles in which it has most statements.

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

    def speakers_called(self, matches: Callable[..., bool]) -> list[Speaker]:
        """The speakers any of whose names in any article ``matches``, by id; without their mentions."""
        from onrecord.roster import called, somebody  # noqa: PLC0415 - as above

        with self._database.reading() as connection:
            told = self.corrections()
            found = (somebody(connection, told, (), key) for key in called(connection, matches))
            return [speaker for speaker in found if speaker is not None]

    def is_called(self, name: str) -> bool:
        """Whether any article calls somebody by this name, case and accents ignored."""
        from onrecord.roster import is_called  # noqa: PLC0415 - as above

        with self._database.reading() as connection:
            return is_called(connection, name)

    def statements_by_id(self, ids: Iterable[str]) -> list[Statement]:
        """The statements with these ids, in the order given; unknown ids are left out."""
        with self._database.reading() as connection:
            return store.tables.load_statements(connection, ids)

    def each_article(self, ids: Iterable[str]) -> Iterator[AnnotatedArticle]:
        """The articles with these ids, as ``article`` gives them, one at a time; unknown ids are left out."""
        return self._load_articles(ids)

    def articles_by_id(self, ids: Iterable[str]) -> dict[str, AnnotatedArticle]:
        """Article id -> the article as ``article`` gives it; unknown ids are left out."""
        return {item.article.id: item for item in self._load_articles(ids)}

    def stories(self) -> tuple[Story, ...]:
        """Every story, by first day, with the reasons why each of its articles belongs."""
        return tuple(sorted(self._derived("stories", Story), key=in_order))

    def search(self, query: str, *, limit: int = 20) -> list[store.search.Hit]:
        """Statements, then articles, that hold every word of ``query``; a phrase stands in double quotes."""
        with self._database.reading() as connection:
            found = store.search.statements(connection, query, limit=limit)
            return found + store.search.articles(connection, query, limit=limit)

    def articles_with(self, query: str, *, limit: int = 20) -> list[store.search.Hit]:
        """Articles alone, as ``search`` finds them."""
        with self._database.reading() as connection:
            return store.search.articles(connection, query, limit=limit)

    def last_run(self) -> dict[str, object]:
        """What the last reading did, with the keys of ``records.Run``; empty before the first."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT record FROM runs ORDER BY n DESC LIMIT 1").fetchone()
        return {} if row is None else dict(json.loads(row[0]))

    def last_read(self) -> str:
        """The ISO day on which the last reading began; an empty string before the first."""
        with self._database.reading() as connection:
            row = connection.execute(_LAST_DAY).fetchone()
        return "" if row is None else str(row[0])

    def _everybody(self, chains: Sequence[LocalSpeaker], *, mentions: bool = True) -> tuple[Speaker, ...]:
        from onrecord.roster import everybody  # noqa: PLC0415 - as above

        with self._database.reading() as connection:
            return everybody(connection, self.corrections(), chains, mentions=mentions)
