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
    """The country that a name is, or that it begins with as a state's own bodies do: "Norvalian Navy".

    A paper, a firm or a club that bears a country or its capital in its name does not speak for it.
    """
    nations = language.grammar(PlaceGrammar).nation_of
    first, *others = low.split() or [""]
    own = any(language.lexicon.has(language.plain(word), "state") for word in others)
    return nations.get(low) or (nations.get(first) if own else None)
