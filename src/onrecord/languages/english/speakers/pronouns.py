"""English pronouns and nouns that tell gender and number."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import Gender, PronounGrammar

# pronoun -> what it agrees with; "they" takes groups and organisations, and a person at a price
PRONOUNS: dict[str, Gender] = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
    "they": "they",
    "them": "they",
    "their": "they",
    "theirs": "they",
    "themselves": "they",
}
POSSESSIVES = LEXICON.words("possessive", "third_person") | LEXICON.words(
    "possessive_pronoun", "third_person"
)
IMPERSONAL = LEXICON.words("impersonal")
RELATIVE = LEXICON.words("relative")
FIRST_PERSON = LEXICON.words("first_person")

HONORIFIC_GENDER: dict[str, Gender] = {
    "mr": "he",
    "mister": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "sir": "he",
    "lord": "he",
    "lady": "she",
    "dame": "she",
    "madam": "she",
    "madame": "she",
    "king": "he",
    "queen": "she",
    "prince": "he",
    "princess": "she",
    "sheikh": "he",
    "pope": "he",
    "smt": "she",
    "shrimati": "she",
    "kumari": "she",
    "begum": "she",
    "hajia": "she",
    "alhaja": "she",
    "datin": "she",
    "puan": "she",
    "mme": "she",
    "mlle": "she",
    "signora": "she",
    "shri": "he",
    "sri": "he",
    "alhaji": "he",
    "encik": "he",
    "tuan": "he",
    "signor": "he",
    "monsieur": "he",
    "herr": "he",
    "frau": "she",
    "señor": "he",
    "señora": "she",
}

_SHE = """
    woman girl lady mother daughter sister wife widow grandmother granddaughter aunt niece girlfriend
    actress congresswoman spokeswoman chairwoman businesswoman policewoman councilwoman assemblywoman
    saleswoman queen princess duchess heiress hostess waitress first-lady mom businesswomen stateswoman
    ex-wife stepmother stepdaughter mother-in-law daughter-in-law sister-in-law goddaughter nun
    housewife saleslady
"""
_HE = """
    man boy gentleman father son brother husband widower grandfather grandson uncle nephew boyfriend
    actor congressman spokesman chairman businessman policeman councilman assemblyman salesman king prince
    duke heir host waiter dad statesman ex-husband stepfather stepson father-in-law son-in-law
    brother-in-law godson priest monk pope cardinal patriarch imam bishop archbishop fisherman
    frenchman englishman irishman guardsman serviceman
"""
# "host", "actor", "heir" and "chairman" are used of women too: they only lean.
_LEANING = frozenset({"actor", "host", "waiter", "heir", "chairman", "bishop"})

NOUN_GENDER: dict[str, Gender] = {
    **dict.fromkeys(_SHE.split(), "she"),
    **{noun: "he" for noun in _HE.split() if noun not in _LEANING},
}

KIN = frozenset(
    """
    mother father parent son daughter child brother sister sibling twin wife husband spouse widow widower
    grandmother grandfather grandparent granddaughter grandson grandchild aunt uncle niece nephew cousin
    stepmother stepfather stepson stepdaughter stepbrother stepsister mother-in-law father-in-law son-in-law
    daughter-in-law brother-in-law sister-in-law fiance fiancé fiancee fiancée girlfriend boyfriend partner
    mom dad ex-wife ex-husband
    """.split(),
) | {"first lady", "first gentleman"}

GRAMMAR = PronounGrammar(
    pronouns=PRONOUNS,
    followed=frozenset({"he", "she", "his", "her", "him"}),
    neuter=frozenset({"it", "its", "they", "their"}),
    reflexive=frozenset({"himself", "herself", "itself", "themselves"}),
    possessives=POSSESSIVES,
    singular_possessives=frozenset({"his", "her"}),
    impersonal=IMPERSONAL,
    relative=RELATIVE,
    who="who",
    first_person=FIRST_PERSON,
    writer=frozenset({"i"}),
    kin=KIN,
)
