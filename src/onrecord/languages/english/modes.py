"""English words that tell speech from beliefs, plans and documents."""

from __future__ import annotations

import re

from onrecord.languages.english import cues
from onrecord.languages.english.numerals import CARDINALS, SCALES, TEENS, TENS
from onrecord.languages.grammar import ModeGrammar

# "Put the toll at 12", and not "put the carts on at 12"; of numbers in words only with a noun for a figure.
_PUT = r"(?:\w+ )?put(?:s|ting)? "
_PARTICLES = r"(?:up|down|off|on|in|out|back|away|aside)\b"
_FIGURES = (
    "figure|number|toll|tally|count|total|dead|deaths|injured|wounded|casualties|losses|crowd|turnout|cost"
)
_NUMBERS = "|".join((*CARDINALS, *TEENS, *TENS, *SCALES))
_WORDS = r"(?:[\w’'-]+ )"

GRAMMAR = ModeGrammar(
    documents=cues.DOCUMENTS,
    head_ends=re.compile(
        r",|\(|\b(?:of|by|from|in|on|for|to|about|with|that|which|released|published|obtained"
        r"|above|at|beside|outside|over)\b"
    ),
    plans=re.compile(cues.PLANS),
    estimates=re.compile(
        rf"{_PUT}(?:(?!{_PARTICLES}){_WORDS}){{1,10}}at {_WORDS}{{0,3}}?\W?\d(?![\d:.]* ?[ap]\.?m\b)"
        rf"|{_PUT}(?:it|{_WORDS}{{1,6}}?(?:{_FIGURES})) at {_WORDS}{{0,3}}?(?:{_NUMBERS})\b"
    ),
    plan_nouns=cues.PLAN_NOUNS,
    thoughts=cues.BELIEF_NOUNS | cues.FEELINGS,
)
