"""Stories into storylines: one matter over years, by shared names and rare words, whatever the dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.records import stable_id
from onrecord.stories.cluster import average_link, components
from onrecord.stories.keys import StoryKeys, unit
from onrecord.stories.score import cosine

# Heaviest terms that stand for a story, and how many two stories must share to be compared.
TERMS = 80
JOIN_TERMS = 12
SHARED = 3
# Mean cosine from which stories are one matter, and names they must share besides.
THRESHOLD = 0.2
SHARED_NAMES = 2


def storylines(stories: Sequence[Sequence[StoryKeys]]) -> list[str]:
    """The storyline id of each story; ``stories`` hold their articles' keys, oldest first.

    A storyline goes by its oldest story's first article. Independent of the order of ``stories``.
    """
    ids = [members[0].article_id for members in stories]
    vectors = {i: _vector(members) for i, members in zip(ids, stories, strict=True)}
    names = {i: {key for m in members for key, _ in m.names} for i, members in zip(ids, stories, strict=True)}
    graph: defaultdict[str, dict[str, float]] = defaultdict(dict)
    postings: defaultdict[str, list[str]] = defaultdict(list)
    for i in sorted(ids):
        shared = Counter[str]()
        for term in list(vectors[i])[:JOIN_TERMS]:
            shared.update(postings[term])
            postings[term].append(i)
        for other, n in sorted(shared.items()):
            if n >= SHARED and len(names[i] & names[other]) >= SHARED_NAMES:
                graph[i][other] = graph[other][i] = cosine(vectors[i], vectors[other])
    ages = {i: (members[0].earliest or "9999", i) for i, members in zip(ids, stories, strict=True)}
    line: dict[str, str] = {}
    for part in components(graph, sorted(ids), THRESHOLD):
        for group in average_link(graph, part, THRESHOLD):
            line.update(dict.fromkeys(group, stable_id("storyline", min(group, key=ages.__getitem__))))
    return [line[i] for i in ids]


def _vector(members: Sequence[StoryKeys]) -> dict[str, float]:
    """The mean of the articles' terms, its heaviest ones, of unit length, heaviest first."""
    total: defaultdict[str, float] = defaultdict(float)
    for member in members:
        for key, weight in member.terms:
            total[key] += weight
    return dict(unit(total, TERMS))
