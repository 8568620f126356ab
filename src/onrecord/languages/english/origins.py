"""English words by which a report says where it has something from: a briefing, an interview, a statement.

``_OCCASIONS`` are patterns over the words around a statement, outside its content, by kind of origin; the
first kind with a pattern that fits is taken. All patterns are matched without regard to case.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.languages.furniture import AGENCIES, OUTLET_WORDS
from onrecord.languages.grammar import OriginGrammar
from onrecord.records import OriginKind


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_SITE = _any("twitter facebook telegram instagram weibo vkontakte youtube linkedin tiktok x") + r"\b"
_SHOW = _any("programme? show broadcast podcast radio television tv")
_PRESS = _any("reporters journalists")
_PAPER = _any(
    """report letter memo memorandum filing indictment complaint lawsuit affidavit study order resolution
    directive survey poll book op-ed essay documents? warrant ruling opinion transcript"""
)
_CROWD = _any("crowd audience rally supporters congregation delegates gathering")
_STATEMENT = r"(?:statement|communiqu[eé])"
_OF_A = r"(?:an?|the|its|his|her|their) (?:[\w-]+ ){0,4}"
_READS = _any("reads? said says adds? added continued noted posted issued released")

_OCCASIONS: tuple[tuple[OriginKind, tuple[str, ...]], ...] = (
    (
        "post",
        (
            r"\b(?:re)?tweet(?:s|ed|ing)?\b",
            rf"\b(?:on|to|via) (?:\w+ )?{_SITE}",
            r"\bon social media\b",
            r"\b(?:a|blog|facebook) post\b",
            r"\bposted\b",
        ),
    ),
    ("readout", (r"\bread-?out of\b",)),
    ("press_release", (r"\b(?:press|news|media) release\b",)),
    (
        "briefing",
        (
            r"\b(?:news|press) (?:conference|briefing)\b",
            r"\b(?:briefing|briefed|conference call|media availability)\b",
            rf"\b(?:told|tells|telling|to|with|by|among) (?:\w+ ){{0,2}}{_PRESS}\b",
            rf"\b(?:replying|answering|responding) to (?:an?|the) (?:{_PRESS}['’]? )?question",
        ),
    ),
    (
        "interview",
        (
            r"\binterview(?:s|ed)?\b",
            rf"\b(?:on|to) [\w .'’“”\"-]{{0,40}}\b{_SHOW}\b",
            r"\bin an? (?:e-?mail|text|message) to\b",
        ),
    ),
    (
        "statement",
        (
            rf"\b(?:in|issued|released|published) {_OF_A}{_STATEMENT}\b",
            rf"\b{_STATEMENT} (?:\w+ ){{0,3}}{_READS}\b",
            r"\bpress (?:service|office)\b",
            r"\bwritten (?:response|answer)\b",
            r"\bstatement\b",
        ),
    ),
    (
        "speech",
        (
            r"\b(?:speech|keynote|sermon|debate|lecture|toast|addressed|addressing)\b",
            r"\bremarks (?:at|to|in|before)\b",
            r"\baddress (?:to|at|in)\b",
            rf"\b(?:told|to|before) (?:an?|the) (?:\w+ ){{0,3}}{_CROWD}\b",
            r"\b(?:house|senate|chamber|parliament) floor\b",
            r"\b(?:testif(?:y|ied|ying)|testimony|hearing)\b",
        ),
    ),
    ("document", (rf"\b{_PAPER}\b",)),
)

# A written statement about one of these is what governments call a readout.
_CALLS = (
    r"\b(?:tele)?phone (?:call|conver|talk)|\b(?:tele)?phoned\b"
    r"|\b(?:speak(?:s|ing)?|spoken?|talk(?:s|ed|ing)?|discuss(?:ed|ion|ions)?|conver\w+|talks)"
    r"(?: \w+){0,4} (?:by|over the|on the|via) (?:video|(?:tele)?phone)\b"
    r"|\bheld (?:talks|a meeting)\b|\b(?:meeting|talks|(?<!to )calls?) (?:with|between)\b"
)

# Verbs by which an article rests something on another outlet's report.
_REPORTING = frozenset(
    "reported reports reporting quoted quotes cited cites published broadcast revealed".split()
)

# Verbs with which an interview is given to an outlet ("told the Valmora Gazette").
_TELLING = frozenset("told tells tell telling".split())
# Words of names that are told things without being an outlet.
_BODIES = frozenset(
    """
    congress senate house parliament council committee court assembly commission board ministry department
    government police army party union nations nato conference convention club university school church
    jury investigators agents
    """.split()
)

# Sources without a name; what they say cannot be told apart from what another of them says.
_SOMEBODY = _any(
    """officials? sources? people persons? aides? diplomats? insiders? lawmakers advisers? someone lawyers?
    staffers?"""
)
_UNNAMED = (
    rf"\b{_SOMEBODY},? (?:who|familiar|close|with (?:direct )?knowledge|briefed|speaking|granted"
    r"|on condition|not authori[sz]ed)|\b(?:anonymous|unnamed|unidentified)\b"
)

# Sentences that stand under articles of every kind and are nobody's text.
_BOILERPLATE_PHRASES = (
    r"all rights reserved",
    r"may not be (?:published, broadcast|reproduced|republished)",
    r"contributed to this (?:report|article|story)",
    r"sign up (?:for|to)",
    r"subscribe",
    r"follow (?:us|\w+ on)",
    r"click here",
    r"read more",
    r"copyright",
    r"newsletter",
    r"this (?:article|story) (?:was|has been) (?:originally|first|updated|corrected|amended)",
    r"download (?:the|our) app",
    r"terms of (?:use|service)",
    r"privacy policy",
    r"advertisement",
    r"is an? (?:staff )?(?:writer|reporter|correspondent) ",
    r"\b(?:reporting|editing|writing) by ",
    r"our standards",
    r"support our",
    r"become a member",
    r"the views expressed",
    r"send (?:us )?(?:tips|letters)",
    r"e-?mail us",
)

_KIND_NAMES: dict[OriginKind, str] = {
    "briefing": "briefing",
    "interview": "interview",
    "statement": "statement",
    "readout": "readout",
    "post": "post",
    "wire": "wire copy",
    "press_release": "press release",
    "document": "document",
    "speech": "speech",
    "unknown": "unknown occasion",
}

GRAMMAR = OriginGrammar(
    occasions=tuple(
        (kind, tuple(re.compile(p, re.IGNORECASE) for p in patterns)) for kind, patterns in _OCCASIONS
    ),
    calls=re.compile(_CALLS, re.IGNORECASE),
    unnamed=re.compile(_UNNAMED, re.IGNORECASE),
    reporting=_REPORTING,
    telling=_TELLING,
    bodies=_BODIES,
    seats=frozenset(METONYMS),
    agencies=frozenset(AGENCIES),
    agency_letters={
        "Associated Press": "AP",
        "Agence France-Presse": "AFP",
        "Agencia EFE": "EFE",
        "Press Trust of India": "PTI",
        "United Press International": "UPI",
    },
    outlet_words=frozenset(OUTLET_WORDS),
    boilerplate=re.compile("|".join(_BOILERPLATE_PHRASES), re.IGNORECASE),
    kind_names=_KIND_NAMES,
    definite="the ",
)
