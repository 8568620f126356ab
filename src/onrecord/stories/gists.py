"""What of an article's keys is compared, in little room: an archive holds thousands at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from sys import intern

from onrecord.stories.keys import StoryKeys


@dataclass(frozen=True, slots=True)
class Gist:
    """Of an article's ``StoryKeys`` those fields by which it is scored, placed and grouped.

    ``terms``: heaviest first, as there; ``names``: their keys.
    """

    article_id: str
    earliest: str | None
    latest: str | None
    terms: Mapping[str, float]
    names: frozenset[str]
    days: tuple[str, ...]
    sketch: tuple[int, ...]
    outlet: str | None


def gist(keys: StoryKeys) -> Gist:
    """What of ``keys`` is compared; words that many articles share are held once."""
    words, weights = zip(*keys.terms, strict=True) if keys.terms else ((), ())
    return Gist(
        article_id=keys.article_id,
        earliest=keys.earliest,
        latest=keys.latest,
        terms=dict(zip(map(intern, words), weights, strict=True)),
        names=frozenset(intern(key) for key, _ in keys.names),
        days=keys.days,
        sketch=keys.sketch,
        outlet=keys.outlet,
    )


@dataclass(frozen=True, slots=True)
class _Packed:
    """A gist with numbers for its words, in a fifth of its room: arrays hold no objects."""

    about: Gist
    terms: array[int]
    weights: array[float]
    names: array[int]
    sketch: array[int]


_NOTHING: Mapping[str, float] = {}


class Gists:
    """The gists of many articles, packed: what thousands of them ask for is read once.

    ``most``: how many are held before all are let go, which are loaded again when asked for.
    """

    def __init__(self, load: Callable[[str], StoryKeys], most: int) -> None:
        self._load, self._most = load, most
        self._words: list[str] = []
        self._numbers = _Numbers(self._words)
        self._held: dict[str, _Packed] = {}

    def __call__(self, article: str) -> Gist:
        """The gist of one article."""
        packed = self._held.get(article)
        if packed is not None:
            return self._unpacked(packed)
        found = gist(self._load(article))
        if len(self._held) >= self._most:
            self._let_go()
        self._held[article] = self._packed(found)
        return found

    def _let_go(self) -> None:
        """Forget the gists, and with them the words that only they are numbered by."""
        self._held.clear()
        self._numbers.clear()
        self._words.clear()

    def _packed(self, found: Gist) -> _Packed:
        number = self._numbers.__getitem__
        return _Packed(
            replace(found, terms=_NOTHING, names=frozenset(), sketch=()),
            array("I", map(number, found.terms)),
            array("d", found.terms.values()),
            array("I", map(number, sorted(found.names))),
            array("Q", found.sketch),
        )

    def _unpacked(self, packed: _Packed) -> Gist:
        word = self._words.__getitem__
        return replace(
            packed.about,
            terms=dict(zip(map(word, packed.terms), packed.weights, strict=True)),
            names=frozenset(map(word, packed.names)),
            sketch=tuple(packed.sketch),
        )


class _Numbers(dict[str, int]):
    """Word -> its number, given where it is first asked for."""

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self._words)
        self._words.append(word)
        return number
