"""What statements are about: phrases that several articles share, found from the texts themselves.

There is no list of topics. A seed is a pair of neighbouring content words that statements of two or more
articles share ("military bases"); what stands in those statements besides it is the topic's vocabulary. A
statement that never uses the pair still belongs to the topic when it shares enough of that vocabulary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import pairwise

from onrecord.languages.english.commitments import SCALE_WORDS
from onrecord.languages.rarity import rarity
from onrecord.languages.words import fold, is_content, words
from onrecord.records import Span, Spans

Pair = tuple[str, str]

# Natural logarithm of articles per article that uses a word: "country" and "year" are below it, "military"
# and "bridge" above.
_TELLING = 1.5
# Words of a topic's vocabulary that make up for not naming it; one may be chance, unless the article's
# headline names the topic.
_ENOUGH = 2
_ENOUGH_UNDER_HEADLINE = 1
# Words of a topic's name at most, function words between them included.
_LONGEST_NAME = 5


@dataclass(frozen=True)
class Passage:
    """The content of one statement as words: ``names`` are its capitalised ones, which tell no topic."""

    statement_id: str
    article_id: str
    text: str
    spans: Spans
    headline: str = ""

    @cached_property
    def tokens(self) -> list[tuple[str, Span]]:
        """Folded words in order, with their places; function words are kept as they are."""
        return [
            (fold(s.of(self.text)), s) for part in self.spans for s in words(self.text, part.start, part.end)
        ]

    @cached_property
    def keys(self) -> frozenset[str]:
        """Folded content words that can tell a topic: no names, no words of the scale itself."""
        return frozenset(key for key, span in self.tokens if self._tells(key, span))

    @cached_property
    def headline_keys(self) -> frozenset[str]:
        """Folded words of the article's headline, names among them: headlines capitalise everything."""
        return frozenset(fold(span.of(self.headline)) for span in words(self.headline))

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """Neighbouring content words."""
        found = set()
        for (a, first), (b, second) in pairwise(self.tokens):
            gap = self.text[first.end : second.start]
            if not gap.strip() and self._tells(a, first) and self._tells(b, second):
                found.add((a, b))
        return frozenset(found)

    def _tells(self, key: str, span: Span) -> bool:
        word = span.of(self.text)
        is_name = word[0].isupper() and span.start != self.spans[0].start
        return (
            is_content(word) and not is_name and key not in SCALE_WORDS and len(key) > 1 and word[0].isalpha()
        )


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
    users: dict[Pair, list[Passage]] = defaultdict(list)
    for passage in passages:
        for pair in passage.pairs:
            users[pair].append(passage)
    left = {p.statement_id: p for p in passages}
    queue = [_rank(pair, using) for pair, using in users.items()]
    heapify(queue)
    found: list[Topic] = []
    while queue:
        ranked = heappop(queue)
        seed = ranked[-1]
        now = _rank(seed, [p for p in users[seed] if p.statement_id in left])
        if now[0] > -2:
            continue
        if now != ranked:
            heappush(queue, now)
            continue
        about = _about(seed, left.values())
        found.append(Topic(_name(seed, about), frozenset(p.statement_id for p in about)))
        for passage in about:
            del left[passage.statement_id]
    return found


def _rank(seed: Pair, using: Sequence[Passage]) -> tuple[int, int, float, Pair]:
    """Sort key: shared by most articles, used by most statements, of the rarest words, then by spelling."""
    return (-len({p.article_id for p in using}), -len(using), -sum(map(rarity, seed)), seed)


def _about(seed: Pair, passages: Collection[Passage]) -> list[Passage]:
    """Passages that hold the seed, its second word, or enough of the vocabulary that comes with it."""
    core = [p for p in passages if seed in p.pairs]
    vocabulary = frozenset(key for p in core for key in p.keys if rarity(key) > _TELLING)
    found = []
    for passage in passages:
        enough = _ENOUGH_UNDER_HEADLINE if seed[1] in passage.headline_keys else _ENOUGH
        names_it = seed in passage.pairs or seed[1] in passage.keys
        if names_it or len(passage.keys & vocabulary) >= enough:
            found.append(passage)
    return found


def _name(seed: Pair, about: Iterable[Passage]) -> str:
    """The longest phrase around the seed that two articles share, else the seed, as first written."""
    articles: dict[tuple[str, ...], set[str]] = defaultdict(set)
    written: dict[tuple[str, ...], str] = {}
    for passage in about:
        for keys, surface in _phrases(seed, passage):
            articles[keys].add(passage.article_id)
            written[keys] = min(written.get(keys, surface), surface, key=lambda s: (s != s.lower(), s))
    best = max(articles, key=lambda k: (len(articles[k]) > 1, len(k), len(articles[k]), k))
    return written[best] if len(articles[best]) > 1 else " ".join(seed)


def _phrases(seed: Pair, passage: Passage) -> Iterable[tuple[tuple[str, ...], str]]:
    """Stretches of words around each use of the seed that begin and end with a content word."""
    tokens, text = passage.tokens, passage.text
    for i in range(len(tokens) - 1):
        if (tokens[i][0], tokens[i + 1][0]) != seed:
            continue
        for start in range(max(0, i - 2), i + 1):
            for stop in range(i + 2, min(len(tokens), start + _LONGEST_NAME) + 1):
                first, last = tokens[start][1], tokens[stop - 1][1]
                surface = text[first.start : last.end]
                ends_well = is_content(first.of(text)) and is_content(last.of(text))
                if ends_well and not any(c in surface for c in ',;:."“”\n'):
                    yield tuple(key for key, _ in tokens[start:stop]), surface
