"""What a language calls countries, their parts, their people and their capitals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class PlaceGrammar(Grammar):
    """Names of places, all keys in lower case.

    Attributes:
        nation_of: a country's names, demonyms and capitals -> the country's name.
        state_of: names, demonyms and abbreviations of a country's states -> the state's name.
        demonyms: what the people of a country or state are called, adjectives included.
        places: countries, states, capitals and well-known cities and regions.
    """

    section: ClassVar[str] = "speakers.places"
    nation_of: Mapping[str, str]
    state_of: Mapping[str, str]
    demonyms: frozenset[str]
    places: frozenset[str]
