"""English words for facts that can clash: how a number is hedged, which verbs name one event."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.english.speakers.nicknames import NICKNAMES
from onrecord.languages.english.words import GRAMMAR as WORDS
from onrecord.languages.furniture import MONTH
from onrecord.languages.grammar import ConflictGrammar
from onrecord.languages.words import word_forms

# Words before a number that make it a bound or an estimate; matched at the end of what precedes it.
_AT_LEAST = r"(?:more than|at least|over|above|exceed(?:s|ed|ing)?|upwards? of|no fewer than|no less than)"
_AT_MOST = (
    r"(?:less than|fewer than|under|below|nearly|almost|close to|up to|as (?:much|many) as|at most"
    r"|no more than)"
)
_ROUGHLY = r"(?:about|some|roughly|around|approximately|an? estimated|estimated|or so|perhaps|more or less)"

# Words before a number that make it a name and no count.
_NUMBERED = r"(?:No\.|Section|Article|Chapter|Title|Rule|Route|Highway|Page|Channel|Part|District)"

# Words after "not" with which it denies nothing ("not only", "not until May").
_NOT_DENIED = frozenset("only just merely simply until till".split())

# Verbs that report one event in different words; the first stands for all.
_EVENTS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    pass vote approve adopt
    quit leave resign depart
    publish release
    fire oust dismiss sack
    arrest detain
    die kill
    start begin open
    end finish expire
    sign enact
    fly travel arrive
    hold schedule
    charge indict
    injure wound hurt
    buy acquire purchase
    cut shed axe slash
    exchange swap
    rescue save
    missing unaccounted
    recruit hire
    build construct
    destroy wreck
    seize confiscate
    """.strip().splitlines()
)

# Nouns for what is counted that count the same; the first stands for all.
_COUNTED: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    job post
    prisoner captive detainee
    worker employee
    home house
    person people inhabitant resident
    soldier troop
    child pupil
    """.strip().splitlines()
)

# Words for people of whom nothing else is said, and what befalls people, by the first verb of its line above.
_ANYBODY = ("person", "other", "more")
_FATES = "die injure arrest rescue missing".split()

# Verbs of saying recur every day, and words that count or place in time name no event.
_NO_EVENTS = frozenset(
    """
    say tell add ask call note write tweet report speak talk announce declare claim argue insist warn urge
    explain comment reply respond answer describe mention statement interview day week month year time
    morning afternoon evening night today early late late new first last next second two three four five
    people president former official group party state house white man woman make take get give go come do
    have be see want think know use work try look need include according percent million billion follow
    """.split()
)

# Words that join two persons' names or a name and a relation: a first name beside them is a person's.
_RELATIONS = frozenset(
    """
    wife husband son daughter father mother brother sister spouse partner widow aide spokesman spokeswoman
    spokesperson lawyer attorney
    """.split()
)
# An ending alone makes another word of a name, not another spelling: "Veld" and "Velder" are two words.
_DERIVED_ENDINGS = frozenset("s n an ian ans ians ish ese i ite er ers ic ical ist ists ism".split())

# Words that rank an office, each with the one that stands for all that mean the same.
_RANKS = {
    word: line.split()[0]
    for line in """
    assistant
    deputy vice
    acting interim
    lieutenant
    under
    """.strip().splitlines()
    for word in line.split()
}
# Those that say when somebody held it, or how long.
_UNRANKED = frozenset("former ex retired onetime then now later longtime current senior first second".split())
# Words before what several people are at a time ("a farmer", "one of the deputies").
_INDEFINITE = frozenset("a an one another some two three".split())
# Words at which the noun of an office has been named ("an official at …").
_OFFICE_ENDS = frozenset("of at for in to and or who that with on from under since until by".split())

# Participles of what is done to a person by law, office or force; the first of a line stands for all.
_STATUSES = {
    word: line.split()[0]
    for line in """
    charged indicted
    arrested detained jailed imprisoned
    convicted
    acquitted exonerated
    sentenced
    fired ousted dismissed sacked
    suspended
    appointed named
    nominated
    confirmed
    elected
    impeached
    pardoned
    killed slain
    wounded injured hurt
    released freed
    deported expelled extradited
    hospitalized hospitalised
    evacuated
    """.strip().splitlines()
    for word in line.split()
}
# Forms of the verb that make a passive of what is done; "be" alone tells nothing.
_BEING = frozenset("been is are was were".split())
# With one of these before "be", an act is still to come. What may or could be contradicts nothing.
_PENDING = frozenset("expected likely will shall set due about".split())
# Words that begin another clause, of which the name before is no subject.
_OTHER_SUBJECTS = frozenset(
    "i you he she it we they who that which when while since until after before if".split()
)

# How much of something is meant, as patterns before its name; the longer ones first.
_EXTENTS = {
    "nearly_all": r"(?:nearly|almost|virtually) (?:all|every)(?: of)?(?: the)?|most(?: of)?(?: the)?",
    "none": r"(?:none|not one) of(?: the)?",
    "part": r"(?:not all|part|parts|some|half|a few|several) of(?: the)?|not all",
    "all": r"all(?: of)?(?: the)?|every|the (?:entire|whole)",
}

# Prepositions after which stands where something happened.
_PLACED = r"in|at|near|outside|off"

_fold = word_forms(WORDS).fold


def _at_end(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern} ?\W?$", re.IGNORECASE)


def _forms(verb: str) -> tuple[str, ...]:
    """All regular forms, for their keys may differ ("pass", "passed")."""
    stem = verb.removesuffix("e")
    return verb, f"{verb}s", f"{verb}es", f"{verb}ed", f"{stem}ed", f"{stem}ing"


GRAMMAR = ConflictGrammar(
    at_least=_at_end(_AT_LEAST),
    at_most=_at_end(_AT_MOST),
    roughly=_at_end(_ROUGHLY),
    no_count=re.compile(rf"(?:{_NUMBERED}|{MONTH}) ?$"),
    exact_date=re.compile(rf"\d|\b{MONTH}"),
    same_event={_fold(form): _fold(line[0]) for line in _EVENTS for verb in line for form in _forms(verb)},
    unchanging=frozenset("cut shed hurt".split()),
    same_thing={_fold(noun): _fold(line[0]) for line in _COUNTED for noun in line},
    somebody=_fold("person"),
    singly=frozenset("he she his her him who".split()),
    anybody=frozenset({"", *map(_fold, _ANYBODY)}),
    fates=frozenset(map(_fold, _FATES)),
    past=re.compile(r"(?:ed|hurt|shot)$"),
    no_events=frozenset(map(_fold, _NO_EVENTS)),
    verb_endings=("ed", "s", "ing"),
    extent=re.compile(
        r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _EXTENTS.items()) + r")\b",
        re.IGNORECASE,
    ),
    placed=re.compile(rf"\b(?:{_PLACED}) (?:the )?(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|de|la))*)"),
    range_of_years=re.compile(
        r"\b(1[5-9]\d\d|20\d\d)(?: to | until | through | ?[-–] ?)(1[5-9]\d\d|20\d\d)\b"
    ),
    not_denied=_NOT_DENIED,
    not_counted=frozenset({"nor"}),
    denying=re.compile(r"(?<!not )\b(?:yet|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)) to\b", re.IGNORECASE),
    of_nouns=frozenset({"no", "nor"}),
    of_nobody=re.compile(r"\b(?:nobody|no[ -]one|nothing|none(?: of (?:\w+ )?\w+)?)$", re.IGNORECASE),
    part_of=re.compile(r" of (?:the |its |their |our |his |her |all )?", re.IGNORECASE),
    relations=frozenset(map(_fold, _RELATIONS)),
    derived_endings=_DERIVED_ENDINGS,
    statuses=_STATUSES,
    being=_BEING,
    be="be",
    pending=_PENDING,
    other_subjects=_OTHER_SUBJECTS,
    ranks=_RANKS,
    unranked=_UNRANKED,
    indefinite=_INDEFINITE,
    office_ends=_OFFICE_ENDS,
    short_forms=tuple(frozenset(line.split()) for line in NICKNAMES.strip().splitlines()),
)
