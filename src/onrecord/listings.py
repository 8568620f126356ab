"""Lists of what an archive holds, counted and cut to a page in the database: for pages that show many."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import store
from onrecord.records import Speaker, Statement, Story, Voice


class Listings:
    """What is asked for many at a time, most first; no record is loaded that is not shown."""

    _database: store.Database

    def files_of(self, article: str) -> list[str]:
        """The files that an article was read from, from the root, the one that is shown first."""
        with self._database.reading() as connection:
            return store.listing.sources_of(connection, article)

    def lines_of(self, speaker: str, *, most: int) -> list[str]:
        """The storylines in which a speaker says something, those with most first."""
        with self._database.reading() as connection:
            return store.listing.lines_of(connection, speaker, most)

    def said_by(self, speaker: str, *, limit: int, offset: int = 0) -> tuple[list[Statement], int]:
        """A speaker's statements in the order in which they were said, and how many there are in all."""
        with self._database.reading() as connection:
            ids, total = store.listing.said_by(connection, speaker, limit=limit, offset=offset)
            return store.tables.load_statements(connection, ids), total

    def said_of(self, speaker: Speaker, *, limit: int) -> list[Statement]:
        """What others say that names a speaker by a name of several words, or by its only name."""
        names = dict.fromkeys((speaker.name, *speaker.variants))
        full = [name for name in names if " " in name.strip()] or list(names)
        with self._database.reading() as connection:
            ids = store.listing.said_of(connection, speaker.id, full, limit)
            return store.tables.load_statements(connection, ids)

    def voices(self, name: str = "", *, limit: int, offset: int = 0) -> tuple[list[Voice], int]:
        """Who says something, who says most first, and how many they are; ``name`` as ``page_of_voices``."""
        with self._database.reading() as connection:
            return store.pages.loudest(connection, name=name or None, limit=limit, offset=offset)

    def lines(
        self, wanted: store.listing.Wanted, *, order: str = "articles", limit: int, offset: int = 0
    ) -> tuple[list[store.listing.Line], int]:
        """Storylines that have a story as ``wanted``, and how many there are in all.

        ``order``: "articles" (most first), "newest" or "oldest".
        """
        with self._database.reading() as connection:
            return store.listing.lines(connection, wanted, order=order, limit=limit, offset=offset)

    def undated_lines(self, wanted: store.listing.Wanted) -> int:
        """How many more storylines may be as ``wanted``, nothing telling when they were published."""
        with self._database.reading() as connection:
            return store.listing.undated(connection, wanted)

    def outlets(self) -> list[tuple[str, int]]:
        """Outlets with their number of articles, most first."""
        with self._database.reading() as connection:
            return store.listing.outlets(connection)

    def outlets_of(self, articles: Sequence[str]) -> dict[str, str]:
        """Article id -> outlet, for those articles that have one."""
        with self._database.reading() as connection:
            return store.listing.outlets_of(connection, articles)

    def beginnings(self) -> list[tuple[str, int]]:
        """ISO days on which stories began to be published, in order, with how many."""
        with self._database.reading() as connection:
            return store.listing.beginnings(connection)

    def totals(self) -> dict[str, int]:
        """How many articles, statements and stories there are."""
        with self._database.reading() as connection:
            return store.listing.totals(connection)


def in_order(story: Story) -> tuple[str, str]:
    """Sorts stories by first day of publication, the undated last, then by id."""
    return story.first_published or "9999", story.id
