"""Stories into storylines: one matter over years, by shared names and rare words, whatever the dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.lazy import Lazy
from onrecord.records import stable_id, stable_number
from onrecord.stories.gists import Gist
from onrecord.stories.keys import unit
from onrecord.stories.score import cosine
from onrecord.stories.settle import settle
from onrecord.stories.shelf import Places, Shelf

# Heaviest terms that stand for a story, and how many of the first of them two stories must share to be
# compared.
TERMS = 120
JOIN_TERMS = 40
SHARED = 4
# Mean cosine from which stories are one matter, and names they must share besides.
THRESHOLD = 0.2
SHARED_NAMES = 3

Members = tuple[Gist, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a story tells the matter that it belongs to: its heaviest terms, heaviest first, and names."""

    terms: Mapping[str, float]
    names: frozenset[str]

    def places(self) -> list[int]:
        """Where the story is to be found, and where those are that it is compared with."""
        return [stable_number("story", term) for term in list(self.terms)[:JOIN_TERMS]]


def outline(members: Members) -> Outline:
    """The outline of a story of these articles, oldest first."""
    return Outline(_vector(members), _names(members))


def likeness(one: Outline, other: Outline) -> float | None:
    """The cosine of two stories that share ``SHARED`` places; None where it is too little to be kept."""
    if len(one.names & other.names) < SHARED_NAMES:
        return None
    value = cosine(one.terms, other.terms)
    return value if value >= THRESHOLD / 2 else None


class Storylines:
    """Storylines that grow with the stories: ``put`` a story, ``drop`` one that has changed, then ``settle``.

    ``members``: the gists of a story's articles, oldest first.
    """

    def __init__(self, members: Callable[[str], Members], shelf: Shelf) -> None:
        self._members = members
        self._shelf = shelf
        self._outlines = Lazy[str, Outline](lambda story: outline(members(story)), most=shelf.most)
        self._graph = Lazy[str, dict[str, float]](shelf.likenesses)
        self._at = Places(shelf)
        self._line_of = Lazy[str, str | None](shelf.group_of)
        self._stories = Lazy[str, set[str]](shelf.members)
        self._places: dict[str, list[int]] = {}
        self._changed: set[str] = set()

    def put(self, story: str) -> None:
        """Place a story."""
        own = self._outlines[story]
        places = own.places()
        shared = Counter[str]()
        for there in self._at.at(places):
            shared.update(there)
            there.add(story)
        like = {}
        for other, n in shared.items():
            if n >= SHARED and (value := likeness(own, self._outlines[other])) is not None:
                like[other] = value
        for other, value in like.items():
            self._graph[story][other] = self._graph[other][story] = value
        self._places[story] = places
        self._shelf.keep_places(story, places)
        self._shelf.keep_likenesses(story, like)
        self._changed.add(story)

    def drop(self, story: str) -> None:
        """Forget a story; those of its storyline are asked again."""
        for other in self._graph[story]:
            self._graph[other].pop(story, None)
        for there in self._at.at([*self._places.pop(story, ()), *self._shelf.forget(story)]):
            there.discard(story)
        self._graph[story] = {}
        self._outlines.pop(story, None)
        line = self._line_of[story]
        if line is not None:
            self._stories[line].discard(story)
            self._changed.update(self._stories[line])
        self._line_of[story] = None
        self._changed.discard(story)

    def settle(self) -> dict[str, str]:
        """Stories that are in another storyline than before -> its id.

        A storyline goes by its oldest story's first article.
        """
        groups = settle(self._graph, sorted(self._changed), self._mates, THRESHOLD)
        moved = {}
        for group in groups:
            line = stable_id("storyline", min(self._age(story) for story in group)[1])
            self._stories[line] = set(group)
            moved.update({story: line for story in group if self._line_of[story] != line})
        self._line_of.update(moved)
        self._changed.clear()
        return moved

    def line_of(self, story: str) -> str:
        """The storyline of a story, as of the last ``settle``."""
        return self._line_of[story] or story

    def _mates(self, story: str) -> set[str]:
        line = self._line_of[story]
        return {story} if line is None else self._stories[line] | {story}

    def _age(self, story: str) -> tuple[str, str]:
        first = self._members(story)[0]
        return first.earliest or "9999", first.article_id


def _names(members: Members) -> frozenset[str]:
    return frozenset().union(*(m.names for m in members))


def _vector(members: Members) -> dict[str, float]:
    """The mean of the articles' terms, its heaviest ones, of unit length, heaviest first."""
    total: defaultdict[str, float] = defaultdict(float)
    for member in members:
        for key, weight in member.terms.items():
            total[key] += weight
    return dict(unit(total, TERMS))
