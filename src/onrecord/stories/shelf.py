"""What grouping knows of older articles and stories, loaded as it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.stories.gists import Gist, gist
from onrecord.stories.keys import StoryKeys


class Shelf:
    """Holds nothing: all articles are at hand. An archive gives one of its own, which loads and keeps rows.

    ``place``: a number that stands for a term in a month, or the like (``records.stable_number``). What is
    kept is kept at once, so that what is loaded later holds it. ``most``: how many articles' gists, or
    stories' outlines, are held at once; None where they cannot be loaded again.
    """

    most: int | None = None

    def keys(self, article: str) -> StoryKeys:
        """The keys of an article."""
        raise KeyError(article)

    def gist(self, article: str) -> Gist:
        """What of an article's keys is compared."""
        return gist(self.keys(article))

    def matches(self, article: str) -> dict[str, float]:
        """The articles that one matches, with their scores."""
        del article
        return {}

    def likenesses(self, story: str) -> dict[str, float]:
        """The stories that one was found like, with their cosines."""
        del story
        return {}

    def at(self, places: Collection[int]) -> dict[int, set[str]]:
        """Place -> the articles, or the stories, to be found there; without those where none is."""
        del places
        return {}

    def group_of(self, member: str) -> str | None:
        """The story of an article, the storyline of a story; None when it has none yet."""
        del member
        return None

    def members(self, group: str) -> set[str]:
        """The articles of a story, the stories of a storyline."""
        del group
        return set()

    def keep_places(self, owner: str, places: Iterable[int]) -> None:
        """Make an article or a story findable."""

    def keep_likenesses(self, story: str, others: Mapping[str, float]) -> None:
        """Keep what a story was found like."""

    def forget(self, story: str) -> list[int]:
        """Drop the places and likenesses of a story; the places."""
        del story
        return []


class Places:
    """Who is found where, as a shelf has it: loaded where it is first asked for, many places at once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._at: dict[int, set[str]] = {}

    def at(self, places: Sequence[int]) -> list[set[str]]:
        """For each of some places those who are found there, to be added to or taken from."""
        if missing := [place for place in places if place not in self._at]:
            found = self._shelf.at(missing)
            self._at.update((place, found.get(place, set())) for place in missing)
        return [self._at[place] for place in places]
