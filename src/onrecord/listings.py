"""Lists of what an archive holds, counted and cut to a page in the database: for pages that show many."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import store
from onrecord.records import Speaker, Statement, Story, Voice


class Listings:
    """Lists and counts; only the records that are returned are loaded."""

    _database: store.Database

    def files_of(self, article: str) -> list[str]:
        """Absolute paths of the files that an article was read from; first the one that pages show."""
        with self._database.reading() as connection:
            return store.listing.sources_of(connection, article)

    def lines_of(self, speaker: str, *, most: int) -> list[str]:
        """Ids of at most ``most`` storylines in which the speaker with id ``speaker`` says something.

        Those with most of its statements come first.
        """
        with self._database.reading() as connection:
            return store.listing.lines_of(connection, speaker, most)

    def said_by(self, speaker: str, *, limit: int, offset: int = 0) -> tuple[list[Statement], int]:
        """What one speaker said, in the order in which it was said.

        Args:
            speaker: the speaker's id.
            limit: at most so many.
            offset: how many to leave out first.

        Returns:
            The statements asked for, and how many there are in all.
        """
        with self._database.reading() as connection:
            ids, total = store.listing.said_by(connection, speaker, limit=limit, offset=offset)
            return store.tables.load_statements(connection, ids), total

    def said_of(self, speaker: Speaker, *, limit: int) -> list[Statement]:
        """At most ``limit`` statements by others whose words name ``speaker``.

        Names of one word count only for a speaker that has no longer one.
        """
        names = dict.fromkeys((speaker.name, *speaker.variants))
        full = [name for name in names if " " in name.strip()] or list(names)
        with self._database.reading() as connection:
            ids = store.listing.said_of(connection, speaker.id, full, limit)
            return store.tables.load_statements(connection, ids)

    def voices(self, name: str = "", *, limit: int, offset: int = 0) -> tuple[list[Voice], int]:
        """Those who say something, with the number of their statements; who says most comes first.

        Args:
            name: only those whose name has these words, each given whole or by its first letters.
            limit: at most so many.
            offset: how many to leave out first.

        Returns:
            The voices asked for, and how many there are in all.
        """
        with self._database.reading() as connection:
            return store.pages.loudest(connection, name=name or None, limit=limit, offset=offset)

    def lines(
        self, wanted: store.listing.Wanted, *, order: str = "articles", limit: int, offset: int = 0
    ) -> tuple[list[store.listing.Line], int]:
        """Storylines with at least one story that meets ``wanted``, and how many there are in all.

        ``order``: "articles" (most first), "newest" or "oldest".
        """
        with self._database.reading() as connection:
            return store.listing.lines(connection, wanted, order=order, limit=limit, offset=offset)

    def largest_stories(self, wanted: store.listing.Wanted, *, limit: int) -> list[Story]:
        """The ``limit`` stories that meet ``wanted`` and that most articles tell, these first."""
        with self._database.reading() as connection:
            ids = store.listing.largest(connection, wanted, limit)
            found = {s.id: s for s in store.derived.load_records(connection, "stories", Story, ids)}
        return [found[key] for key in ids if key in found]

    def undated_lines(self, wanted: store.listing.Wanted) -> int:
        """How many more storylines might meet ``wanted`` if it were known when they were published."""
        with self._database.reading() as connection:
            return store.listing.undated(connection, wanted)

    def outlets(self, *, limit: int = 200) -> list[tuple[str, int]]:
        """The ``limit`` outlets with most articles, each with their number, most first."""
        with self._database.reading() as connection:
            return store.listing.outlets(connection, limit)

    def statements_in(self, articles: Sequence[str]) -> int:
        """How many statements articles make together."""
        with self._database.reading() as connection:
            return store.listing.statements_in(connection, articles)

    def outlets_of(self, articles: Sequence[str]) -> dict[str, str]:
        """Article id -> outlet, for those articles that have one."""
        with self._database.reading() as connection:
            return store.listing.outlets_of(connection, articles)

    def beginnings(self) -> list[tuple[str, int]]:
        """Each ISO day on which a story was first published, in order, with the number of such stories."""
        with self._database.reading() as connection:
            return store.listing.beginnings(connection)

    def totals(self) -> dict[str, int]:
        """The numbers of ``articles``, ``statements`` and ``stories``, under these names."""
        with self._database.reading() as connection:
            return store.listing.totals(connection)


def in_order(story: Story) -> tuple[str, str]:
    """Sorts stories by first day of publication, the undated last, then by id."""
    return story.first_published or "9999", story.id
