"""English words by which something was not said, or not by anybody: supposed, asked, taken back, sung."""

from __future__ import annotations

import re

from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import RealityGrammar

_NOT = r"(?:not|never|n['’]t)"
# What "did not …" leaves unsaid; who did not deny, confirm or comment did something else.
_SAY = r"(?:sa[yi]|claim|suggest|argu|alleg|stat|assert|tell|told|report|writ|wrote|declar|call|mean)\w*"
_MODAL = r"(?:would|could|might|may|should|ought to|can)"
_HELPERS = "had|did|does|do|has|have|should|were|was|is|will|would|can|could"
_ADVERBS = r"(?:\w+ly |ever |yet |once |also |even |only |just |actually |as well |then |now )*"
_WITHDRAW = "|".join(sorted((w for w in LEXICON.verbs("withdraws")), key=len, reverse=True))
_SOME = r"(?:(?:a|any|the|its?|several|repeated|multiple|immediate|further|detailed|email(?:ed)?|phone) )*"
_REQUEST = rf"{_SOME}(?:requests?|calls?|messages?|emails?|questions?|inquir(?:y|ies))"
_COMMENT = rf"{_SOME}(?:comments?|be interviewed)(?: (?:further|immediately|publicly|on (?:it|this|that)))?"

GRAMMAR = RealityGrammar(
    nobody=re.compile(
        r"(?:nobody|no ?-?one|none|neither|not (?:a|one|a single)|no (?!doubt|wonder)\w+)\b", re.IGNORECASE
    ),
    unsaid=re.compile(
        rf"(?:\b{_NOT}|n['’]t|\b(?:no longer|(?:stop|ceas)\w+(?: short of)?))\b {_ADVERBS}{_SAY}",
        re.IGNORECASE,
    ),
    denied=re.compile(
        r"[“\"‘']?(?:nothing (?:of the|like)|no such)\b"
        r"|(?-i:nothing|little|no more|not a word)(?: (?:more|further|else|publicly))?"
        r"(?: (?:about|of|on) [^“”\"]*)?[ .,;]*$",
        re.IGNORECASE,
    ),
    indirect_question=re.compile(
        r"(?:(?:exactly|precisely|about|on|for) )?(?:what|whether|if|who|whom|whose|how|when|where|why|which"
        r"|much|more|anything|another|in|at)\b",
        re.IGNORECASE,
    ),
    questioned=re.compile(
        r"(?:(?:when|if|was|were|being|been|having been|repeatedly|later|also) )*"
        r"(?:asked|pressed|questioned|quizzed|challenged|grilled)\b",
        re.IGNORECASE,
    ),
    no_comment=re.compile(
        rf"(?:(?:to|for|on|with) )?(?:{_REQUEST}(?: (?:for|seeking) {_COMMENT})?|{_COMMENT})", re.IGNORECASE
    ),
    misquoted=re.compile(
        r"\b(?:falsely|wrongly|incorrectly|erroneously|mistakenly) (?:quot|cit|report)", re.IGNORECASE
    ),
    nameless=re.compile(
        r"(?:not )?to (?:not )?be (?:named|identified|quoted by name)(?: by name| publicly| in print)?"
        r"(?:,? (?:because|as|since|for|so|in order)\b.*)?",
        re.IGNORECASE | re.DOTALL,
    ),
    modal=re.compile(rf"\b{_MODAL}(?:['’]ve)? {_ADVERBS}\w+", re.IGNORECASE),
    declined=re.compile(
        rf"\b{_MODAL}(?: ?{_NOT}|n['’]t| neither)|\bcan(?:not|['’]t)|\bwould (?:only|just)\b", re.IGNORECASE
    ),
    own=frozenset({"i", "we", "you"}),
    conditional=re.compile(
        r"(?:\b(?:if|unless|suppose|supposing|imagine|lest|as if|as though|in case|assuming|provided)"
        r"(?: (?:that|only|even|ever))?"
        r"|\b(?:can|could|might) (?:almost|nearly|practically|all but|just|easily)"
        r" (?:hear|see|imagine|picture)"
        r"|\b(?:wrong|unfair|premature|easy|tempting|absurd|foolish|misleading|inaccurate|false|untrue|silly"
        r"|an? (?:exaggeration|mistake|stretch|lie)) to"
        r"|\b(?:want|wants|wanted|like|liked|wish|wished|expected|expect|wait|waited) (?:\w+ ){1,3}to)"
        r"[ ,]*$",
        re.IGNORECASE,
    ),
    negated_before=re.compile(r"\b(?:not|none of (?:this|that|which|it) (?:is|was)) to\s*$", re.IGNORECASE),
    never_before=re.compile(
        r"(?:^|[;:,.]\s|\b(?:and|but) )(?:not once|never|at no (?:point|time|stage)|nowhere|in no way)\b"
        rf"[^,;:.]{{0,30}}\b(?:{_HELPERS})\s+$",
        re.IGNORECASE,
    ),
    inverted=re.compile(
        r"(?:^|[.!?;,“\"‘]\s*|\b(?:and|but|or|so|why|how|when|where) )"
        rf"(?P<verb>{_HELPERS})\s+$",
        re.IGNORECASE,
    ),
    whether=re.compile(r"\bwhether(?: or not)?\s+$", re.IGNORECASE),
    withdrawn=re.compile(rf"\b(?:{_WITHDRAW})\b", re.IGNORECASE),
    gloss=re.compile(
        r"(?:in )?(?:translation|translated|plain english|other words|short|meaning|subtext|message|read)$",
        re.IGNORECASE,
    ),
    paraphrase=re.compile(
        r"\W{0,3}\s*I(?:['’]m| am) (?:only |loosely )?(?:paraphras|exaggerat|jok|kidd)ing\b"
    ),
    inscribed=LEXICON.nouns("inscribed"),
)
