"""What statements are about: phrases that several articles share, found from the texts themselves.

There is no list of topics. A seed is a pair of neighbouring content words that statements of two or more
articles share ("military bases") or, among what is left, one rare word ("waterworks"); what stands in those
statements besides it is the topic's vocabulary. A statement that never uses the seed still belongs to the
topic when it shares enough of that vocabulary.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import chain, pairwise

from onrecord.languages import Language
from onrecord.languages.grammar import CommitmentGrammar
from onrecord.records import Spans
from onrecord.text import View, Word

Pair = tuple[str, str]

# Natural logarithm of articles per article that uses a word: "country" and "year" are below it, "military"
# and "bridge" above.
_TELLING = 1.5
# The same for a word that makes a topic by itself: "ferry" and "embargo" are above it, "border" is not.
_ALONE = 5.0
# Words of a topic's vocabulary that make up for not naming it; one may be chance, unless the article's
# headline names the topic.
_ENOUGH = 2
_ENOUGH_UNDER_HEADLINE = 1
# Words of a topic's name at most, function words between them included.
_LONGEST_NAME = 5
# What no name of a topic reaches over.
_BREAKS = frozenset(',;:."“”\n')


@dataclass(frozen=True)
class Passage:
    """The content of one statement as words: ``names`` are its capitalised ones, which tell no topic."""

    statement_id: str
    view: View
    spans: Spans
    headline: str = ""

    @property
    def article_id(self) -> str:
        """The id of its article."""
        return self.view.article.id

    @property
    def language(self) -> Language:
        """What it is read with."""
        return self.view.language

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order, function words among them."""
        return tuple(word for part in self.spans for word in self.view.words_in(part))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Keys of content words that can tell a topic: no names, no words of the scale itself."""
        return frozenset(word.key for word in self.words if self._tells(word))

    @cached_property
    def headline_keys(self) -> frozenset[str]:
        """Keys of the words of the article's headline, names among them: headlines capitalise everything."""
        return frozenset(
            self.language.fold(span.of(self.headline)) for span in self.language.words(self.headline)
        )

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """Neighbouring content words that a topic's name can hold."""
        text = self.view.text
        return frozenset(
            (a.key, b.key)
            for a, b in pairwise(self.words)
            if self._tells(a)
            and self._tells(b)
            and not (text[a.end : b.start].strip() or _BREAKS & set(text[a.start : b.end]))
        )

    @cached_property
    def single(self) -> frozenset[Pair]:
        """Words that can be a topic alone ("waterworks"), each as a pair with itself."""
        return frozenset((key, key) for key in self.keys if self.language.rarity(key) >= _ALONE)

    def _tells(self, word: Word) -> bool:
        """Whether a word can tell a topic."""
        if not word.content or len(word.key) < 2 or not word.written[0].isalpha():
            return False
        is_name = word.written[0].isupper() and word.start != self.spans[0].start
        return not is_name and word.key not in self.language.grammar(CommitmentGrammar).scale_words


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that statements share: its name in the texts' own words, and the statements about it."""

    name: str
    statement_ids: frozenset[str]


def find_topics(passages: Sequence[Passage]) -> list[Topic]:
    """Topics of ``passages``, the most shared first; a passage belongs to at most one.

    Lazy greedy: how much a seed is shared only shrinks as passages find their topic, so a stale value is
    measured again when it comes to the top, and all others can wait.
    """
    left = _Left(passages)
    pairs, words = _users(passages, lambda p: p.pairs), _users(passages, lambda p: p.single)
    return [*_greedy(pairs, left), *_greedy(words, left)]


def _users(
    passages: Iterable[Passage], seeds: Callable[[Passage], frozenset[Pair]]
) -> dict[Pair, list[Passage]]:
    """Seed -> the passages that hold it."""
    users: dict[Pair, list[Passage]] = defaultdict(list)
    for passage in passages:
        for seed in seeds(passage):
            users[seed].append(passage)
    return users


class _Left:
    """The passages that have found no topic yet, in their order, looked up by what stands in them."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = {p.statement_id: p for p in passages}
        self._places = {key: n for n, key in enumerate(self._passages)}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        for passage in self._passages.values():
            for key in passage.keys:
                self._by_key[key].add(passage.statement_id)

    def __contains__(self, passage: Passage) -> bool:
        return passage.statement_id in self._passages

    def about(self, seed: Pair) -> list[Passage]:
        """Passages that hold the seed, its second word, or enough of the vocabulary that comes with it."""
        naming = self._by_key.get(seed[1], set())
        core = [p for key in naming if seed in (p := self._passages[key]).pairs]
        vocabulary = {key for p in core for key in p.keys if p.language.rarity(key) > _TELLING}
        used = Counter(chain.from_iterable(self._by_key[key] for key in vocabulary))
        using = {key for key, number in used.items() if number >= self._enough(seed, key)}
        return [self._passages[key] for key in sorted(naming | using, key=self._places.__getitem__)]

    def take(self, passages: Iterable[Passage]) -> None:
        """Let go of passages that found their topic."""
        for passage in passages:
            del self._passages[passage.statement_id]
            for key in passage.keys:
                self._by_key[key].remove(passage.statement_id)

    def _enough(self, seed: Pair, key: str) -> int:
        """How many words of a topic's vocabulary a passage needs that does not name it."""
        named = seed[1] in self._passages[key].headline_keys
        return _ENOUGH_UNDER_HEADLINE if named else _ENOUGH


def _greedy(users: Mapping[Pair, Sequence[Passage]], left: _Left) -> Iterator[Topic]:
    """Topics around the seeds of ``users`` among the passages ``left``, which lose those that find theirs."""
    queue = [_rank(seed, using) for seed, using in users.items()]
    heapify(queue)
    while queue:
        ranked = heappop(queue)
        seed = ranked[-1]
        now = _rank(seed, [p for p in users[seed] if p in left])
        if now[0] > -2:
            continue
        if now != ranked:
            heappush(queue, now)
            continue
        about = left.about(seed)
        yield Topic(_name(seed, about), frozenset(p.statement_id for p in about))
        left.take(about)


def _rank(seed: Pair, using: Sequence[Passage]) -> tuple[int, int, float, Pair]:
    """Sort key: shared by most articles, used by most statements, of the rarest words, then by spelling."""
    rarity = -using[0].language.weight(seed) if using else 0.0
    return (-len({p.article_id for p in using}), -len(using), rarity, seed)


def _name(seed: Pair, about: Iterable[Passage]) -> str:
    """The longest phrase around the seed that two articles share, else the seed, as first written."""
    articles: dict[tuple[str, ...], set[str]] = defaultdict(set)
    written: dict[tuple[str, ...], str] = {}
    for passage in about:
        for keys, surface in _phrases(seed, passage):
            articles[keys].add(passage.article_id)
            written[keys] = min(written.get(keys, surface), surface, key=_plainest)
    if seed[0] == seed[1]:
        return min(
            (w.written for p in about for w in p.words if w.key == seed[0]), key=_plainest, default=seed[0]
        )
    best = max(articles, key=lambda k: (len(articles[k]) > 1, len(k), len(articles[k]), k))
    return written[best] if len(articles[best]) > 1 else " ".join(seed)


def _plainest(written: str) -> tuple[bool, str]:
    """Sorts what is written in lower case first."""
    return written != written.lower(), written


def _phrases(seed: Pair, passage: Passage) -> Iterator[tuple[tuple[str, ...], str]]:
    """Stretches of words around each use of the seed that begin and end with a content word."""
    words = passage.words
    for i, pair in enumerate(pairwise(words)):
        if tuple(w.key for w in pair) != seed:
            continue
        for start in range(max(0, i - 2), i + 1):
            for stop in range(i + 2, min(len(words), start + _LONGEST_NAME) + 1):
                phrase = words[start:stop]
                surface = passage.view.text[phrase[0].start : phrase[-1].end]
                if phrase[0].content and phrase[-1].content and not _BREAKS & set(surface):
                    yield tuple(word.key for word in phrase), surface
