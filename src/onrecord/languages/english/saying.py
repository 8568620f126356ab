"""English around a cue: which words may stand between it and its date."""

from __future__ import annotations

import re

PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))

# "said", then perhaps whom it was said to and where, then the date; no further verb in between.
AFTER_CUE = re.compile(
    r"[\s,\"'”’]*(?:(?:reporters?|journalists?|lawmakers?|viewers|supporters|(?:the |a |an )?[\w.’'& -]{2,40}?)?[\s,]*"
    r"(?:(?:in|at|during|on|to|from|via|by|with|after|before) [\w.,’'& -]{2,60}?)?)?[\s,]*"
    r"(?:on|in|at|late|early|earlier|as of|since|back in|during|by|and)?[\s,]*",
)
# The date, then the source and perhaps an adverb or auxiliary, then the cue.
BETWEEN = re.compile(r"[\s,\"'”’]*(?:[\w.,’'&() -]{0,160}?)[\s,]*")
# What may stand before a date that opens its sentence.
OPENING = re.compile(
    r"[\s\"'“”‘’-]*(?:[\w /.,()—–-]{0,60}[—–-] )?(?:(?:on|in|but|and|late|early|earlier|just|only|at|during|back in|since|by|then)[\s,]*){0,3}",
    re.IGNORECASE,
)
EARLIER = re.compile(r"[\"'“”‘’\s]*(Earlier|Previously|Before that|Prior to that)\b")
