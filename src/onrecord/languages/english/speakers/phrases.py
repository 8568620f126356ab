"""Small words around names and titles: what opens, ends, narrows or cuts a phrase about a person."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import PhraseGrammar

# Written with a full stop that ends no sentence.
ABBREVIATED = frozenset(
    """
    mr mrs ms dr sen rep gov gen lt col sgt capt maj adm cmdr prof rev hon st jr sr atty supt det insp no del
    messrs mme smt cllr ven mgr brig cpl pvt barr engr evang pst pol ptl
    """.split(),
)

CALENDAR = LEXICON.words("weekday") | LEXICON.words("month") | LEXICON.words("festival")

# Capitalised at the start of a sentence before a name, and no part of it.
OPENERS = frozenset(
    "plus meanwhile however yesterday today tonight critics supporters speaking asked".split()
)

# Second halves of adjectives ("Arkansas-based", "Soviet-era").
ADJECTIVAL = """
based style led backed born era turned owned like wide bound speaking controlled friendly trained made run
funded dominated majority leaning allied aligned appointed educated area only class sponsored held linked
"""

PREPOSITIONS = LEXICON.words("preposition")
RELATIVES = LEXICON.words("relative")
# What an aside after a comma or dash begins with, determiners and relative pronouns besides.
ASIDES = frozenset("including like among led both all each also then now still some most many".split())
# Verbs that no description of a person holds: what has one is a clause.
REPORTING = frozenset("said says told tells asked added wrote writes".split())
# Before a phrase in the voice of the article: what is "your" or "our" is so in somebody's words.
DETERMINERS = LEXICON.words("article") | LEXICON.words("possessive", "third_person")

# What follows one of these narrows the head of a noun phrase down but does not hold it.
AFTER_HEAD = frozenset(
    """
    of for at in to from with who that which whose on by about and as under against over when where while
    after
    """.split(),
)

# Words that leave no mark on a description.
UNMARKED = frozenset(
    """
    the a an his her their its our my your this that these those of for at in to from with on by and 's s
    himself herself itself themselves who is was which has had been one mr mrs ms
    top highest-ranking top-ranking high-ranking highest-profile high-profile leading prominent
    """.split(),
)

PARTIES: dict[str, str] = {
    **dict.fromkeys(("republican", "republicans", "gop", "g.o.p.", "r"), "%republican"),
    **dict.fromkeys(("democrat", "democrats", "democratic", "d"), "%democrat"),
    **dict.fromkeys(("tory", "tories"), "%tory"),
    "labour": "%labour",
}

# What "Republican claims" are the claims of.
PARTY_MEMBERS = frozenset("republican democrat conservative liberal progressive".split())
# Words that make another office of the one they stand before.
RANKS = frozenset("deputy vice assistant associate acting shadow under chief lieutenant first".split())
# Whoever acts as a director is "the director", a deputy minister is not "the minister".
BELOW = frozenset("deputy vice shadow under lieutenant".split())
# "the second official" is nobody who was spoken of before.
OTHERS = frozenset("another second third fourth fifth unnamed anonymous".split())
# A source of nothing else names nobody.
QUANTIFIERS = frozenset(
    """
    many more some several few most others both two three four five six seven eight nine ten dozens hundreds
    thousands half all one another other these those
    nobody none everybody everyone anybody anyone somebody someone
    """.split()
)
# Sources that are the two persons just named together.
PAIRS = frozenset(
    {("both",), ("both", "of", "them"), ("the", "two"), ("the", "pair"), ("the", "duo"), ("the", "couple")}
)
# Who is described so is not to be named.
ANONYMOUS = frozenset(
    "source insider knowledge familiar briefed anonymity anonymously condition unnamed anonymous".split()
)
# What is described so only passes for somebody's.
FORGED = frozenset(
    """
    fake forged bogus spoof parody hoax deepfake doctored fabricated falsified counterfeit impostor imposter
    ai-generated
    """.split()
)
# What a minister or secretary is in charge of: two of them in different charge are two persons.
PORTFOLIOS = frozenset(
    """
    agriculture aviation budget communications culture defence defense development economic economy education
    employment energy environment finance fisheries foreign forestry health home housing immigration industry
    information infrastructure interior justice labor labour migration mines oil petroleum planning rail
    research science security sport sports telecommunications tourism trade transport transportation treasury
    water welfare
    """.split(),
)
FORMER = frozenset("former ex onetime late then previous outgoing retired past".split())

# "Latin American" is no American.
AMERICAS = frozenset("latin north south central african native asian mexican".split())

# Verbs of a sentence whose subject issues the document that it speaks of.
ISSUING = frozenset(
    """
    said says say saying wrote writes released issued published sent posted read tweeted added argued
    announced denied told called concluded found filed made gave provided obtained
    """.split(),
)

# Those of them whose object is the document itself.
PUBLISHING = frozenset(
    """
    wrote writes released releases issued issues published publishes sent sends posted posts tweeted filed
    files made gave provided obtained read reads
    """.split(),
)

GRAMMAR = PhraseGrammar(
    abbreviated=ABBREVIATED,
    calendar=CALENDAR,
    openers=OPENERS,
    adjectival=re.compile(rf"[-‐‑](?:{'|'.join(ADJECTIVAL.split())})$"),
    prepositions=PREPOSITIONS,
    relatives=RELATIVES,
    asides=ASIDES,
    determiners=DETERMINERS,
    articles=("the ", "The ", "a ", "A ", "an ", "An "),
    definite="the",
    reporting=REPORTING,
    issuing=ISSUING,
    channel_prepositions=frozenset({"in", "through", "via"}),
    publishing=PUBLISHING,
    issued=re.compile(
        r"\b(?:in|via|through|from|by)\s+(?:an?|his|her|its|their|the)\s+"
        r"(?:(?:brief|joint|lengthy|long|media|news|official|press|prepared|public|separate|short|written)\s+){0,2}"
        r"(\w+)"
    ),
    quantifiers=QUANTIFIERS,
    pairs=PAIRS,
    anonymous=ANONYMOUS,
    withheld=re.compile(
        r"\banonym(?:ity|ously)\b|\bnot (?:(?:to|want to|wish to) )?be(?:ing)? (?:named|identified|quoted)\b"
        r"|\b(?:declin|refus)(?:ed|ing|es) to be (?:named|identified)\b"
        r"|\bnot (?:been )?authori[sz]ed to (?:speak|talk|comment|discuss)\b",
        re.IGNORECASE,
    ),
    self_named=re.compile(
        r",?\s+who\s+(?:(?:only\s+)?gave\s+(?:only\s+)?(?:his|her|their)"
        r"|(?:asked|wanted|wished|agreed)\s+to\s+be\s+(?:called|identified|known|named|quoted)"
        r"|identified\s+(?:him|her|them)self|goes\s+by|asked\s+(?:\w+\s+){1,3}to\s+call\s+(?:him|her|them))\b"
        r"(?:\s+(?:as|by|family|first|full|given|her|his|just|last|name|nickname|only|simply|their))*"
        r",?\s+(?P<name>[A-Z][\w’'-]*\w(?:\s[A-Z][\w’'-]*\w)?)"
    ),
    forged=FORGED,
    forged_news="news",
    former=FORMER,
    parties=PARTIES,
    party_members=PARTY_MEMBERS,
    americas=AMERICAS,
)
