"""English clauses and measures, for telling whether two passages answer one question."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.grammar import RelationGrammar

_OPENERS = frozenset(
    """
    that which who whom whose while when whenever after before because if unless until although though but
    whether where since as than so
    """.split()
)

# A count that is not at its end: of the dead, the missing, those rescued.
_GROWING = re.compile(
    r"\b(?:so far|to date|thus far|as of|by now|at last count|death toll|still (?:missing|unaccounted)"
    r"|(?:rose|risen|rises|rising|climbed|climbs|climbing|jumped|grown|mounted) to"
    r"|toll (?:\w+ ){0,2}(?:stands|stood|reached|passed))\b",
    re.IGNORECASE,
)

# Exact by definition (international yard and pound, US gallon, statute acre), as in CLDR's units.xml.
_MEASURES = {
    word: (dimension, factor, offset)
    for dimension, factor, offset, words in (
        ("length", 1.0, 0.0, "metre metres meter meters m"),
        ("length", 1000.0, 0.0, "kilometre kilometres kilometer kilometers km"),
        ("length", 0.01, 0.0, "centimetre centimetres centimeter centimeters cm"),
        ("length", 1609.344, 0.0, "mile miles"),
        ("length", 0.9144, 0.0, "yard yards"),
        ("length", 0.3048, 0.0, "foot feet ft"),
        ("length", 0.0254, 0.0, "inch inches"),
        ("area", 10000.0, 0.0, "hectare hectares ha"),
        ("area", 4046.8564224, 0.0, "acre acres"),
        ("mass", 1.0, 0.0, "kilogram kilograms kilogramme kilogrammes kilo kilos kg"),
        ("mass", 0.45359237, 0.0, "pound pounds lb lbs"),
        ("mass", 1000.0, 0.0, "tonne tonnes"),
        ("mass", 907.18474, 0.0, "ton tons"),
        ("volume", 1.0, 0.0, "litre litres liter liters"),
        ("volume", 3.785411784, 0.0, "gallon gallons"),
        ("speed", 1.0, 0.0, "kph km/h kmh"),
        ("speed", 1.609344, 0.0, "mph"),
        ("time", 1.0, 0.0, "second seconds"),
        ("time", 60.0, 0.0, "minute minutes"),
        ("time", 3600.0, 0.0, "hour hours"),
        ("time", 86400.0, 0.0, "day days"),
        ("time", 604800.0, 0.0, "week weeks"),
        ("temperature", 1.0, 0.0, "celsius °c"),
        ("temperature", 5 / 9, -160 / 9, "fahrenheit °f"),
    )
    for word in words.split()
}

# What limits a claim, by what it limits: whether it holds, for whom, when, how much of it, how surely.
_BOUND = re.compile(
    r"\b(?:"
    r"(?P<condition>if|unless|until|provided that|(?<=, )provided|as long as|so long as|once|subject to"
    r"|assuming|in case|pending|before|only (?:if|when|after)|depend(?:s|ed|ing)? on"
    r"|hing(?:es?|ed|ing) on|conditional on|contingent on|on condition that)"
    r"|(?P<exception>except(?: for)?|excluding|other than|apart from|with the exception of|but not|all but)"
    r"|(?P<time>not yet|yet to|for now|so far|for the time being|for the moment|temporar(?:y|ily)|at present)"
    r"|(?P<extent>(?<!the )only(?! (?:the|an?|that)\b)"
    r"|some(?= of\b| (?:[\w-]+ )?(?:[\w-]+s|people|men|women)\b)|up to|as many as|at most|at least|most"
    r"|mostly|largely|partly|partially|almost|nearly|in part|half of|part of)"
    r"|(?P<doubt>(?-i:may)|might|could|possibl[ey]|perhaps|probabl[ey]|likely|apparently|allegedly|alleged"
    r"|reportedly|appears? to|seems? to|suspected|believed to|consider(?:s|ing)?|hopes? to|plans? to"
    r"|wants? to|aims? to|tries to|try to)"
    r")\b",
    re.IGNORECASE,
)

# Other words that leave as open what a hedge does ("could start", "enabling it to start").
_HEDGED = re.compile(
    r"\b(?:appear(?:s|ed)?|seem(?:s|ed|ingly)?|presumabl[ey]|potential(?:ly)?|enabl\w+|allow\w*|able|possib\w+|capable)\b",
    re.IGNORECASE,
)

_STRICT = re.compile(
    r"(?:"
    r"(?P<clause>(?<!\beven )(?<!\bas )if|unless|provided that|as long as|so long as|subject to|assuming"
    r"|in case|only (?:if|when|after)|except(?: for)?|excluding|with the exception of)"
    r"|(?P<verb>(?-i:may)|might|could|appears? to|seems? to|not yet|yet to)"
    r"|(?P<plan>considers?|hopes? to|plans? to|wants? to|aims? to|tries to|try to)"
    r"|(?P<number>up to|as many as|at most|no more than)"
    r")\b",
    re.IGNORECASE,
)

_RETOLD = re.compile(
    r"\b(?:(?<!\beven )(?<!\bas )(?<!\bask )(?<!\basked )(?<!\bsee )(?<!\bknow )(?<!\bsure )(?<!\bwonder )"
    r"(?<!\bwondered )(?:only )?if|unless|until|provided that|(?<=, )provided|as long as"
    r"|so long as|on condition that|only (?:after|when|once))\b",
    re.IGNORECASE,
)

_POSSIBLE = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )\b(?:(?:be|is|are|was|were|remain(?:s|ed)?|seem(?:s|ed)?) (?:\w+ly |still )?"
    r"(?:possible|conceivable|thinkable|an option|on the table)|possibility (?:of|that))\b",
    re.IGNORECASE,
)
_POSSIBILITY = frozenset(
    """
    rule ruled rules ruling out exclude excluded excludes possible possibility confirm confirmed deny denied
    option options table conceivable thinkable open question
    """.split()
)

GRAMMAR = RelationGrammar(
    clause_openers=_OPENERS,
    confirming=frozenset(
        "confirm confirms confirmed confirming verify verified corroborate corroborated".split()
    ),
    range_join=re.compile(
        r".*\bbetween [^\w|]?\| and [$€£¥]?|.*\|(?: to |[-–]| or )[$€£¥]?", re.IGNORECASE | re.DOTALL
    ),
    measures=_MEASURES,
    bound=_BOUND,
    strict=_STRICT,
    hedged=_HEDGED,
    telling_only=re.compile(
        r"(?:before|once|some(?! of\b)|(?:most|some|half|part) of (?:whom|which|them))\b", re.IGNORECASE
    ),
    retold=_RETOLD,
    certain=frozenset(("will", "shall")),
    permits=frozenset(("can",)),
    unfinished=re.compile(r"ing$"),
    possible=_POSSIBLE,
    possibility=_POSSIBILITY,
    asks=frozenset(("whether",)),
    amounts=frozenset("many several few various numerous".split()),
    places=frozenset("in at near outside inside off from of on across around through".split()),
    limits=frozenset("before after until till by since".split()),
    samples=frozenset(
        "poll polls polled pollster pollsters survey surveys surveyed sampling respondents".split()
    ),
    tallies=re.compile(r"\bwith\b[^.;,]{0,60}\b(?:counted|reporting|reported)\b", re.IGNORECASE),
    growing=_GROWING,
    joins=frozenset("and or but so".split()),
    adds=frozenset("also already another additional further more other earlier previously".split()),
)
