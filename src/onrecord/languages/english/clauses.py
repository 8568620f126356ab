"""English clauses around a cue: participles, asides, lists, adverbs of manner."""

from __future__ import annotations

import re

from onrecord.languages.english.cues import TOLD
from onrecord.languages.english.numerals import CARDINALS, TEENS, TENS
from onrecord.languages.grammar import ClauseGrammar

_NUMBERS = "|".join((*CARDINALS, *TEENS, *TENS))
_TOLD = "|".join(sorted(TOLD))
_MANNER = r"(?=[a-z]{3})[a-z]++(?<=ly)"
_AGENT = r"(?:(?:the|an?|his|her|their|its) )?[\w’'.-]+(?: [\w’'.-]+){0,8}?"

# A noun with what stands before it, without a clause or another participle.
_ABSOLUTE = r"(?=[A-Za-z])(?:(?!\b(?:with|who|that|which|while|and|but)\b|\w+ing\b)[^,.;:“”\"\n]){2,60}(?<! )"

_AS_SAYING = r"as (?:saying|telling|writing|claiming|warning|arguing|alleging|insisting)\b(?: that\b)?[:,]?"

GRAMMAR = ClauseGrammar(
    manner=re.compile(rf"{_MANNER}\s++(?=[\"“‘«])"),
    lead=re.compile(r"\s*+(?:(?:but|and|that)\s++)?"),
    aside=re.compile(r",?\s*(?:,[^,]{1,40},|,)\s*(?P<verb>[a-z]+ing)\b"),
    # "with *the guild, the board and* both pilots calling for a pause": those before the "and" do so as well.
    beside=re.compile(r"(?P<with>\bwith )(?:(?!\bwith\b)[\w’' .-])+(?:, (?:(?!\bwith\b)[\w’' .-])+)+ and $"),
    # With its name in commas only behind a comma: not in "sided with its head, Ann Olm, saying".
    absolute=re.compile(
        rf"(?:, with (?P<named>{_ABSOLUTE}, [A-Z][^,.;:]{{1,40}},)|\bwith (?P<who>{_ABSOLUTE})) $"
    ),
    doing=re.compile(r" [a-z]+ing\b"),
    agent=re.compile(r"\S++(?: \S++){0,4} (?:was|were|been) \w+ed by (?=\S)"),
    told=re.compile(
        rf"[\s,]*+(?:(?:have|has|had) (?:also |now |since )?)?(?:was|were|been|being|are|is|got|get)\s+"
        rf"(?:(?:also|later|then|again|first|only|\w+ly) )?(?:{_TOLD})\b"
    ),
    heard=re.compile(
        r"[\s,]*+(?:(?:has|have|had) )?(?:(?:also|later|then|previously|earlier) )?(?:heard|hears?)$"
    ),
    matter=re.compile(r"(?:that|how|why)\b"),
    accused=re.compile(
        r"[\s,]*+(?:(?:have|has|had) (?:also |now |since )?)?(?:(?:was|were|been|being|are|is)\s+){1,2}"
        r"(?:\w+ly )?(?:accused|suspected|convicted|acquitted)\b"
    ),
    by_agent=re.compile(
        rf"\b(?P<verb>{_TOLD})\s+by\s+(?P<agent>{_AGENT})"
        r"(?=,|\s+(?:on|about|over|if|whether|that|to|how|why|what|when|in an?)\b)",
        re.IGNORECASE,
    ),
    quoted_as=re.compile(
        r"\b(?:(?:has|have|had) )?(?:is|are|was|were|been|being) (?:\w+ly |also |later )?quoted\b"
        rf"[^.;:“”\"]{{0,80}}? {_AS_SAYING}"
    ),
    quotes_as=re.compile(
        r"(?P<verb>\b(?:\w+ly )?quot(?:ed|es|ing)) "
        r"(?P<whom>(?!(?:by|in|on|as|from|at|last|this|earlier|yesterday|today|\w+ly)\b)[^;:“”\"\n]{2,90}?),?"
        rf"(?: (?:on|late|last|in)?\b ?(?:\w+day|week|month|year|\d{{4}})\b,?)?"
        rf" (?P<says>{_AS_SAYING})"
    ),
    figure=re.compile(
        r"(?P<first>(?:(?:at|least|about|some|nearly|over|up|to|more|fewer|than) )*"
        rf"(?:\W?\d[\d,.]*|(?:{_NUMBERS})\b)"
        r"(?: (?!and\b|but\b)[a-z]+)?),? (?:and|but|while) (?:(?:the|an?|its) )?[\w’' ]{2,40}?"
        r" (?:say|says|said|puts?|counted)\b"
    ),
    figure_before=re.compile(r"\W?\d[\d,.]* (?:and|but) (?=[A-Za-z])"),
    comment=re.compile(r",?\s+which\b"),
    item=re.compile(r"\s*+(?:(?:and|or)\s++)?(?P<first>(?P<to>to)\s++[a-z]++|(?=[a-z]{4})[a-z]++(?<=ing))\b"),
    said=re.compile(
        r"\s+(?P<source>[^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,5}?) (?P<cue>said|says|told|added|wrote)\b"
    ),
    meanwhile=re.compile(
        r"(?:(?:While|After|Before|Since|When|In|On|By) )?(?!\w*(?:[Tt]hing|[Ss]pring)\b)"
        r"(?:\w+ly )?[^\W\d_][a-z]{2,}ing\b"
        r"(?!['’])"
    ),
    neither=re.compile(r"\bneither [a-z]+(?: out)? n?or [a-z]+(?: out)?\b", re.IGNORECASE),
    # "he's", "hasn't", "74 percent"
    no_name=re.compile(r"['’](?:s|re|ve|d|ll|m)$|n['’]t$|^\d|%|^percent$"),
)
