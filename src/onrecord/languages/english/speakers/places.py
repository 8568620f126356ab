"""What English calls countries, US states, their people and capitals."""

from __future__ import annotations

from onrecord.languages.english.speakers.countries import DEMONYMS, NATION_OF, PLACES, STATE_OF
from onrecord.languages.grammar import PlaceGrammar

GRAMMAR = PlaceGrammar(nation_of=NATION_OF, state_of=STATE_OF, demonyms=DEMONYMS, places=PLACES)
