"""Names of one person that two outlets spell in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from onrecord.languages import Language
from onrecord.languages.grammar import ConflictGrammar, PersonGrammar
from onrecord.languages.transliteration import equivalent, romanise
from onrecord.records import Span
from onrecord.relations.facts import MOST_FACTS
from onrecord.text import Sentence, Word

# Shorter names are one letter apart by chance (Ron, Rob).
SHORTEST = 5
# Words in capitals that are a headline, where there is no other.
TITLED = 4
# A name beside it that says little ("New", "President") joins nobody.
COMMON_NAME = 1.0
# A word of the trade in a title ("Adviser", "Advisor") is no name.
COMMON_WORD = 3.0
# What the sentences share besides, in rarity, where only a relation ("his wife") stands beside both.
SHARED = 5.0


@dataclass(slots=True)
class Names:
    """The capitalised words of one article: where each stands, and what stands beside it."""

    at: dict[str, tuple[Sentence, Span]] = field(default_factory=dict)
    beside: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    everything: set[str] = field(default_factory=set)


def names(sentences: Sequence[Sentence]) -> Names:
    """The capitalised words of an article that can be part of a person's name."""
    found = Names()
    for sentence in sentences:
        if _is_headline(sentence):
            found.everything.update(w.plain for w in sentence.words)
            continue
        relations = sentence.language.grammar(ConflictGrammar).relations
        persons = sentence.language.grammar(PersonGrammar)
        unnamed = persons.honorifics | persons.particles
        found.everything.update(w.plain for w in sentence.words)
        for i, word in enumerate(sentence.words if len(found.at) < MOST_FACTS else ()):
            if not _is_name(word):
                continue
            key = word.plain
            found.at.setdefault(key, (sentence, word.span))
            for n in (n for n in (i - 1, i + 1) if 0 <= n < len(sentence.words)):
                other = sentence.words[n]
                if other.key in relations:
                    found.beside[key].add(other.key)
                elif _is_name(other) and other.plain not in unnamed and not _is_cut_short(sentence, n):
                    found.beside[key].add(other.plain)
    return found


def _is_headline(sentence: Sentence) -> bool:
    """Whether all words that tell begin with a capital ("Prison Escapee Added"): any may be no name."""
    telling = [w for w in sentence.words if w.content and w.written[:1].isalpha()]
    return len(telling) >= TITLED and all(w.written[:1].isupper() for w in telling)


def _is_cut_short(sentence: Sentence, i: int) -> bool:
    """Whether a word is an abbreviation, as ranks are ("Gen. Prawut"): two generals are two persons."""
    return i + 1 < len(sentence.words) and sentence.gap(i).startswith(".")


def _is_name(word: Word) -> bool:
    return word.content and word.written.istitle() and word.written.isalpha()


def disagreements(
    one: Names, two: Names, language: Language
) -> Iterator[tuple[Sentence, Span, Sentence, Span]]:
    """Places of a name that each article spells in its own way, beside the same name or relation."""
    for a in sorted(one.at):
        if len(a) < SHORTEST or a in two.everything:
            continue
        for b in sorted(two.at):
            if len(b) < SHORTEST or b in one.everything or not _misspelled(a, b, language):
                continue
            if _same_person(one, a, two, b, language):
                yield *one.at[a], *two.at[b]


def _misspelled(a: str, b: str, language: Language) -> bool:
    """Whether two words are one name in two spellings, and not two romanisations or inflections of one."""
    if abs(len(a) - len(b)) > 1 or a[0] != b[0] or language.fold(a) == language.fold(b):
        return False
    bases = language.fold(a), language.fold(b)
    if _is_derived(a, b, language) or (_is_derived(*bases, language) and _is_listed(bases, language)):
        return False
    if Levenshtein.distance(a, b) > 1 or _sound(a) == _sound(b) or equivalent(a, b):
        return False
    return min(language.rarity(language.fold(word)) for word in (a, b)) >= COMMON_WORD


def _is_derived(a: str, b: str, language: Language) -> bool:
    """Whether an ending alone makes one word of the other."""
    shorter, longer = sorted((a, b), key=len)
    endings = language.grammar(ConflictGrammar).derived_endings
    return longer.startswith(shorter) and longer[len(shorter) :] in endings


def _is_listed(bases: Sequence[str], language: Language) -> bool:
    """Whether one is a word of the language, of which others are made: "Freedom *Rides*" and its "Riders"."""
    return min(map(language.rarity, bases)) < language.rarities.unlisted


def _sound(word: str) -> str:
    """How a name sounds in whatever letters: Rabbo and Rabbu, Sheik and Sheikh are no mistake."""
    key = romanise(word.replace("kh", "k").replace("ae", "ai").replace("gh", "g").replace("gi", "yi"))
    return key.replace("ie", "i").replace("o", "u").removesuffix("h")


def _same_person(one: Names, a: str, two: Names, b: str, language: Language) -> bool:
    relations = language.grammar(ConflictGrammar).relations
    shared = one.beside[a] & two.beside[b]
    if any(language.rarity(language.fold(s)) >= COMMON_NAME for s in shared - relations):
        return True
    together = one.at[a][0].keys() & two.at[b][0].keys()
    return bool(shared & relations) and language.weight(together) >= SHARED
