"""English words of names of organisations."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.languages.english.speakers.offices import FAMOUS_ACRONYMS
from onrecord.languages.english.words import FUNCTION_WORDS
from onrecord.languages.grammar import OrganisationGrammar

_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "dept": "department",
    "univ": "university",
}

# Letters of bodies that are small words as well: "the WHO".
LETTERS = frozenset(a for a in FAMOUS_ACRONYMS if a.lower() in FUNCTION_WORDS)

GRAMMAR = OrganisationGrammar(
    metonyms=METONYMS,
    acronyms=FAMOUS_ACRONYMS,
    letters=LETTERS,
    left_out=frozenset(
        "the of for and on at in a an inc incorporated corp corporation co company ltd plc llc gmbh s".split()
    ),
    kind_only=frozenset(("news", "magazine", "newspaper")),  # "BuzzFeed News", "Vanity Fair magazine"
    spellings=_SPELLINGS,
    # "U.S. Department of …" is the department that American news names without the country.
    home="united states",
    home_bodies=frozenset("department service bureau administration commission".split()),
    unlettered=frozenset(("the", "u.s.", "us", "american")),
    article="the ",
    possessive="'s",
    adjective=("ian", "ia"),
)
