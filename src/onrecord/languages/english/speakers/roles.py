"""English noun phrases that describe a person or organisation."""

from __future__ import annotations

import re

from onrecord.languages.english.speakers import offices as data
from onrecord.languages.english.speakers.countries import DEMONYMS, NATION_OF, PLACES, STATE_OF
from onrecord.languages.english.speakers.fields import FIELD_OF
from onrecord.languages.english.speakers.metonyms import ADJECTIVES, METONYMS, SEATS
from onrecord.languages.english.speakers.organisations import LETTERS
from onrecord.languages.english.speakers.phrases import (
    AFTER_HEAD,
    AMERICAS,
    BELOW,
    FORMER,
    OTHERS,
    PARTIES,
    PORTFOLIOS,
    QUANTIFIERS,
    RANKS,
    UNMARKED,
)
from onrecord.languages.english.speakers.pronouns import KIN, NOUN_GENDER
from onrecord.languages.grammar import HeadKind, RoleGrammar

# A state and a country, a body and its kind: what such a word names is not told by it alone.
_EITHER_STATE = ("georgia", "georgian")
_EITHER_BODY = ("congress",)
_NO_BODIES = ("gop", "g.o.p.")
_DEGREE_WORDS = ("senior", "former", "current", "more", "various", "numerous", "certain")


def _singular(word: str) -> str | None:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return None


def _roles() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in data.SAME_ROLE.strip().split("\n"):
        names = line.split(",")
        for name in names:
            found.setdefault(name, names[0])
    return found


def _broader(role_of: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in data.BROADER.strip().split("\n"):
        general, _, special = line.partition("=")
        covered = {role_of.get(s.strip(), s.strip()) for s in special.split(",")}
        for name in (general, role_of.get(general, general)):
            found[name] = found.get(name, frozenset()) | covered
    return found


def _kinds(*nouns: tuple[frozenset[str], HeadKind]) -> dict[str, HeadKind]:
    """Noun -> kind; where several have it, the first."""
    return {noun: kind for words, kind in reversed(nouns) for noun in words}


_ROLE_OF = _roles()
_BROADER = _broader(_ROLE_OF)
_PERSON_HEADS = data.PERSON_NOUNS | set(_ROLE_OF) | set(_BROADER) | KIN
# The later ones count where a word is in several.
_MARKS: dict[str, str | None] = {
    **ADJECTIVES,
    **{word: "@" + nation for word, nation in NATION_OF.items()},
    **{word: "@@" + state for word, state in STATE_OF.items() if word not in _EITHER_STATE},
    **{word: house[0].casefold() for word, house in METONYMS.items() if word not in _EITHER_BODY},
    **PARTIES,
    **dict.fromkeys(UNMARKED),
}

GRAMMAR = RoleGrammar(
    role_of=_ROLE_OF,
    broader=_BROADER,
    served={("diplomat", "spokesman"): frozenset(("foreign", "u.s. state department"))},
    person_heads=_PERSON_HEADS,
    kinds=_kinds(
        (_PERSON_HEADS, "person"),
        (data.GROUP_NOUNS, "group"),
        (data.DOCUMENT_NOUNS, "document"),
        (data.ORGANISATION_NOUNS, "organisation"),
    ),
    plural_kinds=_kinds(
        (_PERSON_HEADS, "group"), (data.DOCUMENT_NOUNS, "document"), (data.ORGANISATION_NOUNS, "group")
    ),
    singular=_singular,
    aged="-year-old",
    # None of these ends a common surname, as "master", "smith" and "man" do.
    trades=(
        *(
            "breeder",
            "catcher",
            "driver",
            "dweller",
            "farmer",
            "fighter",
            "gatherer",
            "goer",
            "grower",
            "hunter",
        ),
        *("keeper", "monger", "ographer", "ologist", "picker", "planner", "player", "seeker", "trader"),
        *("walker", "watcher", "worker"),
    ),
    doers=("er", "or", "ist", "ian", "man", "woman", "eer"),
    # "The British" are several, "the Vatican" is none.
    compatriots=frozenset(
        w for w in DEMONYMS - PLACES if not w.endswith(("ish", "ch", "ese", "ss", "ic")) and w != "vatican"
    )
    | {"scot"},
    role_words=4,
    noun_gender=NOUN_GENDER,
    field_of=FIELD_OF,
    marks=_MARKS,
    compounds=frozenset({*METONYMS, *NATION_OF, *STATE_OF, *(f"{word} american" for word in AMERICAS)}),
    member_marks={"republican": "%republican", "democrat": "%democrat"},
    seats=tuple(("@" + country, METONYMS[seat][0].casefold()) for country, seat in SEATS.items()),
    state_head="president",
    union="@United States",
    acronyms=frozenset(a.casefold() for a in data.FAMOUS_ACRONYMS) - frozenset(_NO_BODIES) | LETTERS,
    articles=frozenset(("the", "a", "an")),
    indefinite=frozenset(("a", "an", "one")),
    others=OTHERS,
    owners=frozenset(("his", "her", "their", "its")),
    after_head=AFTER_HEAD,
    of="of",
    one="one",
    quantifiers=QUANTIFIERS,
    former=FORMER,
    ranks=RANKS,
    below=BELOW,
    portfolios=PORTFOLIOS,
    uncounted=QUANTIFIERS | UNMARKED | frozenset(_DEGREE_WORDS),
    possessives=("’s", "'s"),
    listing=re.compile(r",\s+|(?<!\s)\s++and\s+"),
)
