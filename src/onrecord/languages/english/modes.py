"""English words that tell speech from beliefs, plans and documents."""

from __future__ import annotations

import re

from onrecord.languages.english import cues
from onrecord.languages.grammar import ModeGrammar

GRAMMAR = ModeGrammar(
    documents=cues.DOCUMENTS,
    head_ends=re.compile(
        r",|\(|\b(?:of|by|from|in|on|for|to|about|with|that|which|released|published|obtained)\b"
    ),
    plans=re.compile(cues.PLANS),
    estimates=re.compile(
        r"(?:\w+ )?put(?:s|ting)? (?!(?:up|down|off|on|in|out)\b)"
        r"(?:[\w’'-]+ ){1,10}at (?:[\w’'-]+ ){0,3}?\W?\d"
    ),
    plan_nouns=cues.PLAN_NOUNS,
    thoughts=cues.BELIEF_NOUNS | cues.FEELINGS,
)
