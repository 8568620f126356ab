"""Any record by its id, pages of records in a lasting order, and search that can be narrowed."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from onrecord import store
from onrecord.records import (
    Article,
    Correction,
    Filter,
    SearchResult,
    Speaker,
    Statement,
    Voice,
)
from onrecord.registry import somebody

R = TypeVar("R")

NO_FILTER = Filter()
# As many as a page holds at most, whoever asks: a page stays below some megabytes.
MOST = 1000


class Retrieval(ABC):
    """What is asked for one record or one page at a time; nothing else of the archive is read."""

    _database: store.Database

    @abstractmethod
    def corrections(self) -> tuple[Correction, ...]:
        """What users have corrected, oldest first."""

    def page_of_statements(
        self, asked: Filter = NO_FILTER, *, after: str = "", limit: int = 50
    ) -> list[Statement]:
        """Statements in the order of their ids, from the one that follows ``after`` on.

        Who asks on with the last id seen meets every statement that is there all the while exactly once.
        """
        with self._asking(limit) as connection:
            return store.pages.statements(connection, asked, after, limit)

    def page_of_articles(
        self, asked: Filter = NO_FILTER, *, after: str = "", limit: int = 50
    ) -> list[Article]:
        """Articles in the order of their ids; of ``asked``, what tells of articles counts."""
        with self._asking(limit) as connection:
            return store.pages.articles(connection, asked, after, limit)

    def page_of_voices(self, *, name: str | None = None, after: str = "", limit: int = 50) -> list[Voice]:
        """Who says something, in the order of ids; ``name``: words of a name that articles use."""
        with self._asking(limit) as connection:
            return store.pages.voices(connection, name=name, after=after, limit=limit)

    def page_of(
        self,
        name: str,
        kind: type[R],
        *,
        owner: str | None = None,
        equal: Mapping[str, str] | None = None,
        after: str = "",
        limit: int = 50,
    ) -> list[R]:
        """Records that come from comparing articles, in the order of their ids.

        Args:
            name: the table, such as ``utterances``.
            kind: the type of its records.
            owner: the story or storyline that they belong to.
            equal: fields of the record, and the values that they have.
            after: the id that they follow.
            limit: at most so many.
        """
        with self._asking(limit) as connection:
            return store.pages.derived(
                connection, name, kind, owner=owner, equal=equal, after=after, limit=limit
            )

    def record(self, name: str, kind: type[R], record_id: str) -> R | None:
        """One record that comes from comparing articles; None when there is none of that id."""
        with self._database.reading() as connection:
            return store.pages.record(connection, name, kind, record_id)

    def owner_of(self, name: str, record_id: str) -> str | None:
        """The story or storyline that such a record belongs to."""
        with self._database.reading() as connection:
            return store.derived.owner_of(connection, name, record_id)

    def group_of(self, member: str) -> str | None:
        """The story of an article, or the storyline of a story."""
        with self._database.reading() as connection:
            return store.placed.group_of(connection, member)

    def speaker_record(self, speaker_id: str) -> Speaker | None:
        """One speaker, with its mentions where it says something, or only others speak for it; else None."""
        with self._database.reading() as connection:
            heard = store.pages.heard_in(connection, speaker_id)
            chains = list(store.tables.load_local_speakers(connection, heard))
            return somebody(connection, self.corrections(), chains, speaker_id)

    def bare_articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Those articles that there are, by id, without what was read off them."""
        with self._database.reading() as connection:
            return store.pages.articles_of(connection, ids)

    def articles_called(self, told: str, *, limit: int = 20) -> list[Article]:
        """Articles of that id, title or file; else those with its words in a title, or of that outlet."""
        with self._asking(limit) as connection:
            ids = store.search.called(connection, told, limit=limit)
            found = store.pages.articles_of(connection, ids)
        return [found[key] for key in ids]

    def find(self, asked: Filter, *, offset: int = 0, limit: int = 20) -> SearchResult:
        """Statements that meet a filter, the best first, with what they can be narrowed to."""
        with self._asking(limit) as connection:
            return store.search.find(connection, asked, offset=offset, limit=limit)

    def perhaps(self, asked: Filter) -> int:
        """How many more statements may meet a filter than do, their days being unknown or too wide."""
        with self._database.reading() as connection:
            return store.search.perhaps(connection, asked)

    def claims_of(self, statement_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
        """Statement id -> the utterance that it renders, and in how many articles that is told."""
        with self._database.reading() as connection:
            return store.search.claims(connection, statement_ids)

    @contextmanager
    def _asking(self, limit: int) -> Iterator[sqlite3.Connection]:
        if not 1 <= limit <= MOST:
            raise ValueError(f"limit is {limit}, not from 1 to {MOST}")
        with self._database.reading() as connection:
            yield connection
