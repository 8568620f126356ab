"""English around a cue: which words may stand between it and its date."""

from __future__ import annotations

import re

from onrecord.languages.grammar import SayingGrammar

_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))

# Words that open another clause, or another happening, between a cue and a date: "said officials who met
# Tuesday", "criticised a report published Friday". Nouns in -ing that name an occasion are let through.
_OCCASIONS = (
    "speaking|talking|meetings?|hearing|briefing|gathering|morning|evening|during|following|swearing|filing"
)
_OTHER_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|while|because|if|although|though|unless|but|until|than|whether"
    r"|has|have|had|was|were|is|are|will|would|could|can|should|may|might|[a-z]{2,}ed"
    rf"|(?!(?:{_OCCASIONS})\b)[a-z]{{2,}}ing)\b"
)
# A year after these is a name for something else: "said of the 2016 election".
_NAMING = re.compile(r"\b(?:the|of|since|until|after|before|from|than|for)\s+$", re.IGNORECASE)
# What may stand before a date that opens its sentence, or a phrase for an occasion that does.
_OPENING = re.compile(
    r"[\s\"'“”‘’-]*(?:[\w /.,()—–-]{0,60}[—–-] )?(?:but |and |so |yet |then |also )?"
    r"(?:earlier |later |late |early )?(?:(?:on|in|just|only|at|during|back in|by|as of)[\s,]*){0,2}",
    re.IGNORECASE,
)
_OCCASION_OPENING = re.compile(
    r"[\s\"'“”‘’-]*+(?:[\w /.,()—–-]{0,60}[—–-] )?(?:but |and )?"
    r"(?:in|at|during|speaking|addressing|appearing|asked|testifying|writing|on)\b[^,;:]{0,90}",
    re.IGNORECASE,
)
# Offices by which an article goes on about someone it has named: "Ann Lee, a judge, … the judge".
_SPEAKING_ROLES = ("spokesman", "spokeswoman", "spokesperson", "official", "diplomat", "author", "professor")
_ELECTED_ROLES = ("president", "governor", "mayor", "senator", "candidate", "nominee", "lawmaker", "premier")
_APPOINTED_ROLES = ("secretary", "minister", "director", "chief", "ambassador", "judge", "sheriff", "general")
_CHAIRING_ROLES = ("chairman", "chairwoman", "chancellor", "commissioner")
_ROLES = frozenset((*_SPEAKING_ROLES, *_ELECTED_ROLES, *_APPOINTED_ROLES, *_CHAIRING_ROLES))
_EARLIER = re.compile(r"[\"'“”‘’\s]*+(Earlier|Previously|Before that|Prior to that)\b")
# A cue that tells of a time before the story's own: "first announced", "had said".
_BEFORE_NOW = re.compile(r"\b(?:had|first|originally|previously|once|long|repeatedly|often)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|whose|which|that|where|when|after|before)\b")
# "In an interview published Sunday": the day the words became public is the day the text gives for them; but
# what is called something may have been out for long: "called the letter released on Friday rash".
_PUBLISHED = re.compile(
    r"\b(?:in|on|during|through|via|with|by) (?:[\w’'-]+ ){0,4}?"
    r"(?:interview|statement|article|report|video|post|message|letter|memo|tweet|notice|op-ed|column|essay|speech"
    r"|remarks|email|testimony|documents?)(?: that was)?"
    r" (?:published|posted|released|aired|broadcast|issued|delivered)\b"
)

# What a page writes before the day on which it was made.
_IMPRINT = re.compile(
    r"\b(?:published|posted|updated|modified|uploaded|accessed|retrieved|printed|archived|created|filed|issued)\b",
    re.IGNORECASE,
)

_OCCASION = re.compile(
    r"\b(?:(?:press|news|media) (?:conference|briefing)|daily briefing|(?:earnings|conference) call"
    r"|hearing|town hall|sitting)\b",
    re.IGNORECASE,
)

# Where people write to the public, and the verbs for it.
_WRITTEN = re.compile(
    r"\b(?:wrote|writes|written|writing|tweeted|posted|tweets?|posts?|letter|memo|op-ed|essay)\b"
    r"|\bon (?:(?:his|her|its|their) )?(?:X|Twitter|Facebook|Instagram|Telegram|TikTok|LinkedIn|Threads"
    r"|Bluesky|Truth Social|Weibo|YouTube)\b"
)

GRAMMAR = SayingGrammar(
    pronouns=_PRONOUNS,
    other_clause=_OTHER_CLAUSE,
    relative=_RELATIVE,
    naming=_NAMING,
    definite="the ",
    opening=_OPENING,
    occasion_opening=_OCCASION_OPENING,
    participle="ing",
    roles=_ROLES,
    spokesmen=frozenset(("spokesman", "spokeswoman", "spokesperson", "spokespeople")),
    its=frozenset(("its", "their")),
    earlier=_EARLIER,
    before_now=_BEFORE_NOW,
    published=_PUBLISHED,
    occasion=_OCCASION,
    imprint=_IMPRINT,
    written=_WRITTEN,
    perfect=re.compile(
        r"\b(?:has|have|had|['’]ve|often|always|usually|typically|regularly|routinely|frequently|sometimes|rarely"
        r"|seldom|repeatedly)\b"
    ),
)
