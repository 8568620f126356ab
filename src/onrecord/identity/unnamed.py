"""Groups, documents and unnamed people across articles: what makes two descriptions one record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.languages import Language
from onrecord.languages.grammar import RoleGrammar
from onrecord.names.organisations import organisation_key
from onrecord.names.roles import mark
from onrecord.records import LocalSpeaker

_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")


def description_key(chain: LocalSpeaker, language: Language) -> tuple[str, ...]:
    """What a chain without a name of its own is joined by; its last part is the article where nothing is.

    "White House officials" and "a senior White House official" are one source wherever they speak, for
    nobody can tell them apart; "critics" and "the letter" are others in each article. "Brill and Orle" are
    "Orle and Brill".
    """
    name = chain.name or ""
    parts = [p for p in language.grammar(RoleGrammar).listing.split(name) if p]
    if chain.type == "group" and len(parts) > 1 and all(p[0].isupper() for p in parts):
        return ("together", *sorted(organisation_key(part, language) for part in parts))
    words = [m.group() for m in _WORD.finditer(name)]
    if not _names_something(words, language):
        return (chain.type, " ".join(sorted(w.casefold() for w in words)), chain.article_id)
    if chain.type == "document":
        return ("document", organisation_key(name, language))
    return ("people", *sorted(_marks(words, language)))


def _marks(words: Sequence[str], language: Language) -> set[str]:
    """Whose people words name, in singular, without how many and how high they are."""
    grammar = language.grammar(RoleGrammar)
    single = (grammar.singular(w) or w for w in (_without_possessive(w.casefold(), grammar) for w in words))
    return {mark(w, language) or w for w in single if w not in grammar.uncounted and not w.isdigit()}


def _without_possessive(word: str, grammar: RoleGrammar) -> str:
    for ending in grammar.possessives:
        word = word.removesuffix(ending)
    return word


def _names_something(words: Sequence[str], language: Language) -> bool:
    """Whether a word names something; a description's first word may owe its capital to its place."""
    if any(word[0].isupper() for word in words[1:]):
        return True
    first = words[0] if words else ""
    if not first[:1].isupper():
        return False
    return first[1:].isupper() or (mark(first.casefold(), language) or "").startswith(("@", "%"))
