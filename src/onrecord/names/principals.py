"""For whom an organisation speaks by its name alone: the Kremlin for Russia."""

from __future__ import annotations

from onrecord import languages
from onrecord.languages import Language
from onrecord.languages.grammar import OrganisationGrammar, PlaceGrammar


def principals_of(name: str, language: Language | None = None) -> list[str]:
    """Names of those for whom an organisation speaks by what it is called; a country speaks for itself."""
    language = language or languages.of(None)
    grammar = language.grammar(OrganisationGrammar)
    low = name.casefold().removeprefix(grammar.article)
    _, principal = grammar.metonyms.get(low, (low, None))
    if principal:
        return [principal]
    nation = _nation_of(low, language)
    return [nation] if nation and nation.casefold() != low else []


def _nation_of(low: str, language: Language) -> str | None:
    """The country that a name is, or begins with."""
    nations = language.grammar(PlaceGrammar).nation_of
    return nations.get(low) or next((nations.get(word) for word in low.split()[:1]), None)
