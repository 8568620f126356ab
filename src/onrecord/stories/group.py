"""Keys into stories: join, score, group; one article at a time or all at once, with one result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lazy import Lazy
from onrecord.records import AnnotatedArticle, Story, stable_id
from onrecord.stories.gists import Gist, gist
from onrecord.stories.join import Index
from onrecord.stories.keys import StoryKeys, keys
from onrecord.stories.reasons import reasons
from onrecord.stories.score import APART, cosine, score
from onrecord.stories.settle import settle
from onrecord.stories.shelf import Shelf
from onrecord.stories.storylines import Storylines
from onrecord.stories.told import Ties
from onrecord.text import View

# Mean score from which groups are one story. With names weighed (score.py) .14 gives BASIL dev among 5,000
# articles, clusters/dev and ECB+ a B-cubed F1 of 99.1, 90.6 and 88.0, the largest story of BASIL's 13; .13
# and .155 are up to a point worse. Run evals/stories.py after a change here, in keys.py or in score.py.
THRESHOLD = 0.14
# Weaker scores are not kept, and a pair without a score counts less than nothing in the mean of a group, so
# that no group is strung together by a few near pairs. With .04 and 0 BASIL gives F1 98.1 and ECB+ 87.3, with
# .08 and -.03 99.1 and 88.0 at half the matches; from there to .1 and -.02 nothing moves.
EDGE = 0.07
UNSCORED = -0.03


@dataclass(frozen=True, slots=True)
class Match:
    """Two articles (``a`` < ``b`` by id) and how much they report the same happening."""

    a: str
    b: str
    score: float


def matched(one: Gist, other: Gist) -> Match | None:
    """How much two articles report the same happening; None where that is too little to be kept."""
    similarity = cosine(one.terms, other.terms)
    value = score(one, other, similarity=similarity)
    if value < EDGE and (value != APART or similarity < EDGE):
        return None
    low, high = sorted((one.article_id, other.article_id))
    return Match(low, high, value)


@dataclass(frozen=True, slots=True)
class Changes:
    """``stories`` that are new, or changed in members or storyline, and the ids of those that are no more."""

    stories: tuple[Story, ...]
    gone: frozenset[str]


class Grouping:
    """Stories that grow: ``add`` places one article against those there, ``stories`` says what they are.

    An archive keeps ``StoryKeys`` and ``Match`` records, so that nothing is scored twice, and gives a
    ``Shelf`` that loads them: then ``changes`` says what became of its stories. Only groups that a new
    article touches are grouped again; the result equals that of grouping everything at once, in any order.
    ``told``: what users say of pairs, against their scores.
    """

    def __init__(
        self,
        known: Iterable[StoryKeys] = (),
        matches: Iterable[Match] = (),
        *,
        shelf: Shelf | None = None,
        told: Ties | None = None,
    ) -> None:
        shelf = shelf or Shelf()
        self._index = Index(shelf)
        self._keys = Lazy[str, StoryKeys](shelf.keys, most=shelf.most)
        self._gists = Lazy[str, Gist](shelf.gist, most=shelf.most)
        self._graph = Lazy[str, dict[str, float]](shelf.matches)
        self._told = told or {}
        self._changed: set[str] = set()
        self._groups = Lazy[str, tuple[str, ...]](lambda story: self._by_age(shelf.members(story)))
        self._story_of = Lazy[str, str | None](shelf.group_of)
        self._storylines = Storylines(self._members, shelf)
        self._fresh: set[str] = set()
        self._gone: set[str] = set()
        for item in known:
            self._place(item)
        for match in matches:
            self._connect(match)

    def add(self, item: StoryKeys) -> tuple[Match, ...]:
        """Place one article; the matches that it made. Adding an article again changes nothing."""
        if item.article_id in self._keys:
            return ()
        own, others = gist(item), sorted(self._index.candidates(item))
        scored = (matched(own, self._gists[other]) for other in others)
        found = tuple(match for match in scored if match is not None)
        self._place(item)
        for match in found:
            self._connect(match)
        return found

    def reopen(self, story: str) -> None:
        """Group what is left of a story anew: some of its articles are no more, or users speak of them."""
        left = self._groups[story]
        self._drop(story)
        self._story_of.update(dict.fromkeys(left, None))
        self._changed.update(left)

    def stories(self) -> tuple[Story, ...]:
        """All stories at hand, by first day of publication, then id; every article is in exactly one."""
        self.regroup()
        self._storylines.settle()
        return self._tell(self._groups)

    def changes(self) -> Changes:
        """What became of the stories since the last time, or since the shelf was filled."""
        self.regroup()
        moved = self._storylines.settle()
        changed, gone = self._fresh | moved.keys(), self._gone - self._fresh
        self._fresh, self._gone = set(), set()
        return Changes(self._tell(changed), frozenset(gone))

    def regroup(self) -> None:
        """Group what changed since the last time, and hand the stories that came and went to the storylines.

        ``stories`` and ``changes`` do it when asked.
        """
        graph = Lazy[str, dict[str, float]](lambda a: {**self._graph[a], **self._told.get(a, {})})
        found = settle(graph, sorted(self._changed), self._mates, THRESHOLD, unscored=UNSCORED)
        fresh = {_story_id(m): m for m in map(self._by_age, found)}
        touched = {s for members in fresh.values() for a in members if (s := self._story_of[a]) is not None}
        for story in sorted(touched):
            if fresh.get(story) == self._groups[story]:
                del fresh[story]
            else:
                self._drop(story)
        for story, members in sorted(fresh.items()):
            self._groups[story] = members
            self._story_of.update(dict.fromkeys(members, story))
            self._storylines.put(story)
        self._fresh.update(fresh)
        self._changed.clear()

    def _drop(self, story: str) -> None:
        del self._groups[story]
        self._storylines.drop(story)
        self._fresh.discard(story)
        self._gone.add(story)

    def _mates(self, article_id: str) -> tuple[str, ...]:
        story = self._story_of[article_id]
        return (article_id,) if story is None else self._groups[story]

    def _members(self, story: str) -> tuple[Gist, ...]:
        return tuple(self._gists[m] for m in self._groups[story])

    def _by_age(self, article_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(article_ids, key=self._age))

    def _tell(self, stories: Iterable[str]) -> tuple[Story, ...]:
        found = [self._story(s, self._groups[s], self._storylines.line_of(s)) for s in stories]
        return tuple(sorted(found, key=lambda s: (self._age(s.article_ids[0])[0], s.id)))

    def _place(self, item: StoryKeys) -> None:
        self._keys[item.article_id] = item
        self._gists[item.article_id] = gist(item)
        self._index.add(item)
        self._changed.add(item.article_id)

    def _connect(self, match: Match) -> None:
        self._graph[match.a][match.b] = self._graph[match.b][match.a] = match.score

    def _age(self, article_id: str) -> tuple[str, str]:
        """Sorts by first possible day of publication, the undated last, then by id."""
        return self._gists[article_id].earliest or "9999", article_id

    def _story(self, story_id: str, members: tuple[str, ...], storyline_id: str) -> Story:
        items = [self._keys[m] for m in members]
        days = [k.earliest for k in items if k.earliest is not None and k.earliest == k.latest]
        return Story(
            id=story_id,
            title=_title(items, self._graph),
            article_ids=members,
            first_published=min(days, default=None),
            last_published=max(days, default=None),
            storyline_id=storyline_id,
            reasons=reasons(items, self._graph, self._told),
        )


def _story_id(members: Sequence[str]) -> str:
    """A story goes by its first article, so that it keeps its id while it grows."""
    return stable_id("story", members[0])


def _title(items: Sequence[StoryKeys], graph: Mapping[str, Mapping[str, float]]) -> str:
    """The headline of the article that is closest to all others; of the first one where there is a tie."""
    titled = [k for k in items if k.title] or list(items)
    ids = {k.article_id for k in items}

    def centrality(item: StoryKeys) -> float:
        return sum(s for other, s in sorted(graph[item.article_id].items()) if other in ids)

    return max(titled, key=centrality).title


def group_keys(items: Iterable[StoryKeys]) -> tuple[Story, ...]:
    """Stories from keys alone."""
    grouping = Grouping()
    for item in sorted(items, key=lambda k: k.article_id):
        grouping.add(item)
    return grouping.stories()


def group(articles: Sequence[AnnotatedArticle]) -> tuple[Story, ...]:
    """The stories that ``articles`` tell, and the storylines they belong to.

    The result does not depend on the order of ``articles``. Every article is in exactly one story, alone
    when nothing else reports its happening.
    """
    return group_keys(keys(item, View(item.article)) for item in articles)
