"""Names of organisations reduced to keys: word order, "the", legal forms and demonyms folded away."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord import languages
from onrecord.languages import Language
from onrecord.languages.grammar import OrganisationGrammar, PlaceGrammar
from onrecord.languages.transliteration import unaccented

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’&][^\W_]+)*")
# "F.B.I.", its last stop perhaps cut off.
_DOTTED = re.compile(r"(?<!\w)(?:[A-Z]\.){2,}[A-Z](?:\.|(?!\w))|(?<!\w)(?:[A-Z]\.){3,}")
_LETTERS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_BRACKETS = re.compile(r"(?:(?<!\s)\s++)?\([^)]{0,40}\)")
# An adjective of a place is longer than this ("Asian" may be a name).
_SHORT = 6


@lru_cache(maxsize=1 << 15)
def organisation_key(name: str, language: Language | None = None) -> str:
    """Equal for writings of one name: "the Department of Harbours", "Harbours Department"."""
    language = language or languages.of(None)
    grammar = language.grammar(OrganisationGrammar)
    text = undotted(_BRACKETS.sub("", name)).strip(" ,.;:")
    bare = _without_article(text, grammar)
    low = _without_article(text.casefold(), grammar)
    if low in grammar.metonyms:
        return unaccented(grammar.metonyms[low][0])
    letters = bare.replace(".", "") if _LETTERS.fullmatch(bare) else bare
    words = _words(grammar.acronyms.get(letters, text), language)
    if len(words) > 1:
        words = [_stem(w, grammar) for w in words if w not in grammar.kind_only] or words
    if not grammar.home_bodies.isdisjoint(words):
        words = [w for w in words if w != grammar.home]
    return " ".join(sorted(words)) if words else low


def undotted(name: str) -> str:
    """A name with its letters written together, three or more: "F.B.I." as "FBI"; "U.S." stays as it is."""
    return _DOTTED.sub(lambda match: match.group().replace(".", ""), name)


def _without_article(name: str, grammar: OrganisationGrammar) -> str:
    return name.removeprefix(grammar.article).removeprefix(grammar.article.capitalize())


def _words(text: str, language: Language) -> list[str]:
    """The words of a name that tell, each in one spelling; a country stands for its adjectives."""
    grammar = language.grammar(OrganisationGrammar)
    nations = language.grammar(PlaceGrammar).nation_of if " " in text else {}
    written = [_plain(match.group(), grammar) for match in _WORD.finditer(text)]
    words = [nations[w].casefold() if w in nations else unaccented(w) for w in written]
    return [grammar.spellings.get(w, w) for w in _joined_home(words, grammar) if w not in grammar.left_out]


def _plain(word: str, grammar: OrganisationGrammar) -> str:
    return word.casefold().replace("’", "'").removesuffix(grammar.possessive).replace("&", "")


def _joined_home(words: list[str], grammar: OrganisationGrammar) -> list[str]:
    """``words`` with those of the name of the home country as one; none that is empty."""
    found: list[str] = []
    opening, _, rest = grammar.home.partition(" ")
    for word in words:
        if word == rest and found[-1:] == [opening]:
            found[-1] = grammar.home
        elif word:
            found.append(word)
    return found


def _stem(word: str, grammar: OrganisationGrammar) -> str:
    """A place and its adjective share what is left: kesteria, kesterian."""
    ending, place = grammar.adjective
    if len(word) > _SHORT and word.endswith(ending):
        return word.removesuffix(ending) + place
    return word


def acronym_of(name: str, language: Language | None = None) -> str:
    """The acronym of a name of three capitals or more as a key ("National Orchard Association": noa)."""
    unlettered = (language or languages.of(None)).grammar(OrganisationGrammar).unlettered
    words = (w for w in name.replace("-", " ").split() if w.casefold() not in unlettered)
    initials = [w[0] for w in words if w[0].isupper()]
    return "".join(initials).casefold() if len(initials) >= 3 else ""
