"""English clauses around a cue: participles, asides, lists, adverbs of manner."""

from __future__ import annotations

import re

from onrecord.languages.english.cues import DEGREES
from onrecord.languages.grammar import ClauseGrammar

GRAMMAR = ClauseGrammar(
    manner=re.compile(r"[a-z]+ly\s+(?=[\"“‘«])"),
    degree_and_manner=re.compile(rf"\s*(?:(?:{'|'.join(DEGREES)}|[a-z]+ly)\s+)?[a-z]+ly,?\s+(?=[\"“‘«])"),
    lead=re.compile(r"\s*(?:(?:but|and|that)\s+)?"),
    aside=re.compile(r",?\s*(?:,[^,]{1,40},|,)\s*(?P<verb>[a-z]+ing)\b"),
    # "with *the guild, the board and* both pilots calling for a pause": those before the "and" do so as well.
    beside=re.compile(r"(?P<with>\bwith )(?:(?!\bwith\b)[\w’' .-])+(?:, (?:(?!\bwith\b)[\w’' .-])+)+ and $"),
    doing=re.compile(r" [a-z]+ing\b"),
    agent=re.compile(r"\S+(?: \S+){0,4} (?:was|were|been) \w+ed by (?=\S)"),
    predicate=re.compile(r",\s+(?P<verb>[a-z]+)\b"),
    item=re.compile(r"\s*(?:(?:and|or)\s+)?(?P<first>(?P<to>to)\s+[a-z]+|[a-z]+ing)\b"),
    said=re.compile(
        r"\s+(?P<source>[^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,5}?) (?P<cue>said|says|told|added|wrote)\b"
    ),
    # "he's", "hasn't", "74 percent"
    no_name=re.compile(r"['’](?:s|re|ve|d|ll|m)$|n['’]t$|^\d|%|^percent$"),
)
