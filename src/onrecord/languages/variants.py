"""The forms that a search takes for one word: "rent", "rents", "rented", "renting".

Narrower than ``fold``, which brings together spellings and derivations ("synchronise", "synchronisation") and
sometimes strangers: who searches sees every wrong meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from onrecord.languages.lexicon import Inflect, Lexicon

# A word shorter than this is no more than itself ("is", "AI").
_SHORTEST = 3
_CACHED = 1 << 12


class Variants:
    """The forms of one language's words; answers are cached.

    ``irregular``: form -> base; ``closed``: words without forms of their own; ``inflect`` and ``bases``: the
    rules, one the reverse of the other.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        irregular: Mapping[str, str],
        closed: Collection[str],
        inflect: Inflect,
        bases: Callable[[str], Iterable[str]],
    ) -> None:
        self._lexicon, self._irregular, self._closed = lexicon, irregular, closed
        self._inflect, self._ruled = inflect, bases
        self._told: defaultdict[str, set[str]] = defaultdict(set)
        for form, base in irregular.items():
            self._told[base].add(form)
        self._bases = lru_cache(maxsize=_CACHED)(self._bases_of)
        self.of = lru_cache(maxsize=_CACHED)(self._of)

    def _of(self, word: str) -> tuple[str, ...]:
        """``word`` (in its ``plain`` form), then the other forms of all that it may be a form of."""
        if len(word) < _SHORTEST or word in self._closed or not word.isalpha():
            return (word,)
        bases = self._bases(word)
        found = {
            form for base in bases for form in self._forms(base, as_verb=base != word or len(bases) == 1)
        }
        return (word, *sorted(f for f in found - {word} if not bases.isdisjoint(self._bases(f))))

    def _bases_of(self, word: str) -> frozenset[str]:
        """``word``, unless it is an irregular form, and all that it may be a form of."""
        known = {e.word for e in self._lexicon.entries(word) if e.word_class in ("verb", "noun")}
        own = self._irregular.get(word, word)
        return frozenset({own, *self._ruled(word), *known}.difference(self._closed))

    def _forms(self, base: str, *, as_verb: bool) -> Iterator[str]:
        """Forms of a word that may be a noun or a verb; where some are irregular, no past by rule."""
        yield base
        yield from self._told[base]
        for entry in self._lexicon.entries(base):
            yield from (form for form in entry.forms.values() if entry.word == base and form.isalpha())
        yield self._inflect(base, "noun", {})["plural"]
        verb = self._inflect(base, "verb", {}) if as_verb else {}
        yield from (form for name, form in verb.items() if not self._told[base] or name in ("third", "ing"))
