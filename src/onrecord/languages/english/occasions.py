"""English words that name the occasion and the addressee of something said."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.english.cues import CALENDAR
from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import OccasionGrammar

# An occasion on which, or a channel through which, things are said.
VENUES = LEXICON.nouns("venue", forms=("base",))

# Occasions after which something is said ("after a private meeting").
MEETINGS = LEXICON.nouns("meeting", forms=("base",))

# Channels that stand without an article ("on Twitter", "by phone").
CHANNELS = LEXICON.nouns("channel", forms=("base",))

# Verbs whose object is the person spoken to.
ADDRESSING = r"tell|tells|told|telling|inform(?:s|ed|ing)?|assur(?:e|es|ed|ing)|remind(?:s|ed|ing)?"
ADDRESSING_THAT = r"warn(?:s|ed|ing)?|advis(?:e|es|ed|ing)|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
SPEAKING_TO = r"speaking|spoke|talking|talked|speaks"

# What one person sends to another or has with another ("in a letter to").
EXCHANGES = r"call|interview|conversation|letter|message|note|memo|speech|statement|email|e-mail|meeting"

# Words that an addressee cannot contain; in capitals they may be part of a name ("This Week").
ENDS_ADDRESSEE = frozenset(
    """that in on at during to by via about when after before if whether while as for from last
    this earlier late early and he she they it what why how who which where yesterday today
    tomorrow not there his her i we you said saying adding with over through of against because
    but""".split()
)
CALENDAR_DAYS = LEXICON.words("weekday")

GRAMMAR = OccasionGrammar(
    told=re.compile(rf"\b(?:{ADDRESSING})\b", re.IGNORECASE),
    told_that=re.compile(rf"\b(?:{ADDRESSING_THAT})\b", re.IGNORECASE),
    speaking=re.compile(
        rf"\b(?:{SPEAKING_TO})\s+(?:to|with|before)\b"
        rf"|\bin an? (?:(?:phone|telephone|television|radio) )?(?:{EXCHANGES}) (?:with|to)\b"
        r"|\b(?:said|wrote|complained|explained|replied) to\b",
        re.IGNORECASE,
    ),
    venues=VENUES,
    meetings=MEETINGS,
    channels=CHANNELS,
    preposition=re.compile(
        r"\b(?:in|on|at|during|via|through|over|by|from|after|following|speaking)\b", re.IGNORECASE
    ),
    afterwards=frozenset({"after", "following", "from"}),
    talking="speaking",
    no_venue=frozenset("that and which on in with at during to about from after by for".split()),
    joins=frozenset("with to in the for of".split()),
    ends_addressee=ENDS_ADDRESSEE,
    in_addressee=frozenset({"of", "and"}),
    owners=frozenset({"his", "her"}),
    no_end=frozenset({"of", "and", "the", "a"}),
    not_names=CALENDAR,
    weekdays=CALENDAR_DAYS,
)
