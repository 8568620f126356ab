"""Stories into storylines: one matter over years, by shared names and rare words, whatever the dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.records import stable_id
from onrecord.stories.cluster import average_link, components
from onrecord.stories.keys import StoryKeys, unit
from onrecord.stories.score import cosine

# Heaviest terms that stand for a story, and how many of the first of them two stories must share to be
# compared.
TERMS = 120
JOIN_TERMS = 40
SHARED = 4
# Mean cosine from which stories are one matter, and names they must share besides.
THRESHOLD = 0.2
SHARED_NAMES = 3

Members = tuple[StoryKeys, ...]


class Storylines:
    """Storylines that grow with the stories: ``put`` a story, ``drop`` one that has changed, then ask."""

    def __init__(self) -> None:
        self._vectors: dict[str, dict[str, float]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._ages: dict[str, tuple[str, str]] = {}
        self._graph: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._postings: defaultdict[str, set[str]] = defaultdict(set)
        self._changed: set[str] = set()
        self._line: dict[str, str] = {}

    def put(self, story: str, members: Members) -> None:
        """Place a story, given the keys of its articles, oldest first."""
        vector = self._vectors[story] = _vector(members)
        names = self._names[story] = frozenset(key for m in members for key, _ in m.names)
        self._ages[story] = (members[0].earliest or "9999", members[0].article_id)
        shared = Counter[str]()
        for term in _join_terms(vector):
            shared.update(self._postings[term])
            self._postings[term].add(story)
        for other, n in shared.items():
            if n >= SHARED and len(names & self._names[other]) >= SHARED_NAMES:
                value = cosine(vector, self._vectors[other])
                if value >= THRESHOLD / 2:
                    self._graph[story][other] = self._graph[other][story] = value
        self._changed.add(story)

    def drop(self, story: str) -> None:
        """Forget a story; those it was compared with are asked again."""
        for other in self._graph.pop(story, {}):
            del self._graph[other][story]
            self._changed.add(other)
        for term in _join_terms(self._vectors.pop(story)):
            self._postings[term].discard(story)
        del self._names[story], self._ages[story]
        self._changed.discard(story)
        self._line.pop(story, None)

    def lines(self) -> dict[str, str]:
        """The storyline id of each story. A storyline goes by its oldest story's first article."""
        for part in components(self._graph, sorted(self._changed), THRESHOLD):
            for group in average_link(self._graph, part, THRESHOLD):
                oldest = min(self._ages[story] for story in group)
                self._line.update(dict.fromkeys(group, stable_id("storyline", oldest[1])))
        self._changed.clear()
        return dict(self._line)


def _join_terms(vector: dict[str, float]) -> Sequence[str]:
    return list(vector)[:JOIN_TERMS]


def _vector(members: Members) -> dict[str, float]:
    """The mean of the articles' terms, its heaviest ones, of unit length, heaviest first."""
    total: defaultdict[str, float] = defaultdict(float)
    for member in members:
        for key, weight in member.terms:
            total[key] += weight
    return dict(unit(total, TERMS))
