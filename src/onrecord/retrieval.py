"""Any record by its id, pages of records in a lasting order, and search that can be narrowed."""

from __future__ import annotations

import warnings
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from onrecord import store
from onrecord.errors import UndatedWarning
from onrecord.records import (
    Article,
    Correction,
    Filter,
    SearchResult,
    Speaker,
    Stance,
    Statement,
    Voice,
)
from onrecord.store.noting import Connection

R = TypeVar("R")

NO_FILTER = Filter()
# As many as a page holds at most, whoever asks: a page stays below some megabytes.
MOST = 1000


class Retrieval(ABC):
    """Records one by one or page by page; nothing else of the archive is read."""

    _database: store.Database

    @abstractmethod
    def corrections(self) -> tuple[Correction, ...]:
        """What users have corrected, oldest first."""

    def statements(
        self,
        *,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        story: str | None = None,
        stance: Stance | None = None,
        published_since: str | None = None,
        published_until: str | None = None,
        undated: bool = False,
        limit: int | None = None,
    ) -> list[Statement]:
        """Statements in the order in which they were said; every argument narrows which.

        Args:
            speaker: a speaker's id, or words of the name as shown, whole or begun; any case.
            since: a day, month or year; only statements that cannot have been said before it.
            until: the same; only statements that cannot have been said after it.
            outlet: the outlet, as articles name it.
            story: the story's id.
            stance: how it was said.
            published_since: a day, month or year; only of articles that cannot have appeared before it.
            published_until: the same, after it.
            undated: also those that may lie within, their day being unknown or too wide. Without it a
                warning tells how many were left out.
            limit: at most so many.

        Raises:
            ValueError: a bound is no day, month or year as ISO 8601 writes it (2031-03-04, 2031-03, 2031),
                ``since`` is after ``until``, or there is no such stance.
        """
        asked = Filter(
            speaker=speaker,
            outlet=outlet,
            story=story,
            stance=stance,
            said_since=since,
            said_until=until,
            published_since=published_since,
            published_until=published_until,
        )
        with self._database.reading() as connection:
            left = 0 if undated else store.search.perhaps(connection, asked)
            found = store.tables.find_statements(connection, asked, limit, perhaps=undated)
        _tell_of(left)
        return found

    def ids_of(self, asked: Filter) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of all articles and of all statements that meet ``asked``.

        Warns (``UndatedWarning``) of how many may meet it besides, their day being unknown or too wide.
        """
        with self._database.reading() as connection:
            left = store.search.perhaps(connection, asked)
            articles = store.tables.ids_of(connection, "articles", asked)
            said = store.tables.ids_of(connection, "statements", asked)
        _tell_of(left)
        return articles, said

    def page_of_statements(
        self, asked: Filter = NO_FILTER, *, after: Statement | str = "", limit: int = 50
    ) -> list[Statement]:
        """One page of statements, in the order of their article's id and then their own.

        To go through all of them, pass the last one of each page as ``after``: every statement that stays in
        the archive meanwhile is met exactly once.

        Args:
            asked: which statements.
            after: the last statement seen, or its id while it is there.
            limit: at most so many.

        Raises:
            ValueError: no statement has the id ``after``.
        """
        with self._asking(limit) as connection:
            if isinstance(after, Statement):
                place: str | None = store.pages.place(after)
            else:
                place = after and store.pages.place_of(connection, after)
            if place is None:
                raise ValueError(f"no statement has the id {after}: go on from the statement itself")
            return store.pages.statements(connection, asked, place, limit)

    def statements_behind(self, place: str, asked: Filter = NO_FILTER, *, limit: int = 50) -> list[Statement]:
        """One page of statements as ``page_of_statements`` gives them, from those behind ``place`` on.

        ``place`` is a ``store.pages.place``; any other string sorts before or behind all statements.
        """
        with self._asking(limit) as connection:
            return store.pages.statements(connection, asked, place, limit)

    def page_of_articles(
        self, asked: Filter = NO_FILTER, *, after: str = "", limit: int = 50
    ) -> list[Article]:
        """One page of articles that hold a statement as ``asked`` for, in the order of their ids.

        Args:
            asked: which statements; its ``words`` are looked for in the whole article.
            after: the id of the last article seen.
            limit: at most so many, 1 to 1000.

        Raises:
            ValueError: ``limit`` is out of bounds, or ``asked`` has a value that there is not.
        """
        with self._asking(limit) as connection:
            return store.pages.articles(connection, asked, after, limit)

    def page_of_voices(self, *, name: str | None = None, after: str = "", limit: int = 50) -> list[Voice]:
        """One page of those who say something, with the number of their statements, by their ids.

        Args:
            name: only those whose name has these words, each given whole or by its first letters.
            after: the id of the last one seen.
            limit: at most so many, 1 to 1000.
        """
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
    ) -> list[tuple[str, R]]:
        """One page of a table that comes from comparing articles, by the ids of stories, then of records.

        Args:
            name: the table, such as ``utterances``.
            kind: the type of its records.
            owner: the story or storyline that they belong to.
            equal: fields of the record, and the values that they have.
            after: the place of the last record seen; that record may be gone by now.
            limit: at most so many, 1 to 1000.

        Returns:
            Each record with its place, to be given as ``after``.
        """
        with self._asking(limit) as connection:
            return store.pages.derived(
                connection, name, kind, owner=owner, equal=equal, after=after, limit=limit
            )

    def record(self, name: str, kind: type[R], record_id: str) -> R | None:
        """One record of a table that comes from comparing articles, by its id; None when there is none."""
        with self._database.reading() as connection:
            return store.pages.record(connection, name, kind, record_id)

    def owner_of(self, name: str, record_id: str) -> str | None:
        """The id of the story or storyline that a record of the table ``name`` belongs to, if any."""
        with self._database.reading() as connection:
            return store.derived.owner_of(connection, name, record_id)

    def group_of(self, member: str) -> str | None:
        """The id of an article's story, or of a story's storyline; None for an unknown id."""
        with self._database.reading() as connection:
            return store.placed.group_of(connection, member)

    def groups_of(self, members: Iterable[str]) -> dict[str, str]:
        """Article id -> the id of its story, story id -> that of its storyline; unknown ids are left out."""
        with self._database.reading() as connection:
            return store.placed.groups_of(connection, members)

    def speaker_record(self, speaker_id: str) -> Speaker | None:
        """The speaker with that id, as a row of the table of speakers shows it; None when there is none.

        Its mentions are those in articles in which it says something, or in which others speak for it.
        """
        from onrecord.roster import somebody  # noqa: PLC0415 - it takes tables of names, most questions none

        with self._database.reading() as connection:
            heard = store.pages.heard_in(connection, speaker_id)
            chains = list(store.tables.load_local_speakers(connection, heard))
            return somebody(connection, self.corrections(), chains, speaker_id)

    def bare_articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Article id -> the article without its statements, names and dates; unknown ids are left out."""
        with self._database.reading() as connection:
            return store.pages.articles_of(connection, ids)

    def told_of(self, ids: Iterable[str]) -> dict[str, Article]:
        """Article id -> the article with all that is needed to quote it; unknown ids are left out.

        As ``bare_articles``, but what has a title is without ``text_map``, ``blocks`` and ``parts``.
        """
        with self._database.reading() as connection:
            return store.pages.told_of(connection, ids)

    def articles_called(self, told: str, *, limit: int = 20) -> list[Article]:
        """Articles with the id, title or file name ``told``.

        Where there are none, those with its words in their title, or of the outlet of that name.
        """
        with self._asking(limit) as connection:
            ids = store.search.called(connection, told, limit=limit)
            found = store.pages.articles_of(connection, ids)
        return [found[key] for key in ids]

    def find(self, asked: Filter, *, offset: int = 0, limit: int = 20) -> SearchResult:
        """Search for statements: ids, best first, how many there are, and facets to narrow them by.

        Args:
            asked: what to look for.
            offset: how many to leave out first.
            limit: at most so many, 1 to 1000.

        Raises:
            ValueError: ``limit`` is out of bounds, or ``asked`` has a value that there is not.
        """
        with self._asking(limit) as connection:
            return store.search.find(
                connection, asked, offset=offset, limit=limit, columns=self._database.columns
            )

    def perhaps(self, asked: Filter) -> int:
        """How many more statements may meet ``asked``, their days being unknown or too wide to tell."""
        with self._database.reading() as connection:
            return store.search.perhaps(connection, asked)

    def articles_perhaps(self, asked: Filter) -> int:
        """How many more articles may meet ``asked``, their days being unknown or too wide to tell."""
        with self._database.reading() as connection:
            return store.search.articles_perhaps(connection, asked)

    def claims_of(self, statement_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
        """Statement id -> the id of the utterance that it renders, and how many articles carry that."""
        with self._database.reading() as connection:
            return store.search.claims(connection, statement_ids)

    @contextmanager
    def _asking(self, limit: int) -> Iterator[Connection]:
        if not 1 <= limit <= MOST:
            raise ValueError(f"limit is {limit}, not from 1 to {MOST}")
        with self._database.reading() as connection:
            yield connection


def _tell_of(left: int) -> None:
    """Warn whoever asked an archive for days of how many have no such day."""
    if left:
        told = f"{left} more may belong: their day is unknown or too wide"
        warnings.warn(told, UndatedWarning, stacklevel=3)
