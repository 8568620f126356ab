"""English lines that name whoever speaks on them or around them."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import TurnGrammar

_STAMP = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?[\])]?\s*+(?:[-–—]\s*+)?)?"
_CAPITAL = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
_PARTICLES = "of|de|la|van|von|der|den|bin|al|el|the"
# Capitals alone, small words between them.
_CAPITALS = rf"{_CAPITAL}(?: (?:(?:{_PARTICLES}) )*{_CAPITAL}){{0,4}}"
# Two capitals and more, none of them longer than any name: it is looked for at every place of a text.
_BOUNDED = r"(?<!\w)[^\W\d_a-zà-ÿ][\w.'’-]{0,40}+"
_FULL = rf"{_BOUNDED}(?: (?:(?:{_PARTICLES}) )*{_BOUNDED}){{1,4}}"
# The same, where a stop ends the name but for behind a letter.
_NAMED = r"(?<![\w.])[^\W\d_a-zà-ÿ](?:\.|[\w'’-]{0,40}+)"
_TALKED = r"(?:[Ss]poke|[Ss]peaks|[Tt]alked|[Tt]alks|[Ss]at down|[Ss]its down)"
_TO_ASK = (
    r"[Qq]uestions (?:for|to)|[Ii]nterview(?:ed|s)?(?: with)?|[Qq]&[Aa](?: with|:)|[Ww]e (?:asked|met)|"
    rf"(?:{_TALKED}|[Ii]n conversation) (?:to|with)"
)
# An office before a name in brackets: "The Minister for Ports (Mr. Dace):".
_OFFICE = r"[A-Z][^:()\n]{2,60}+\((?=(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Hon|Cllr|Sen|Rep)\b)"
# Courtesy in brackets between a rank and a name: "Hon. (Ms.) Odu:".
_COURTESY = r"(?:[A-Z][a-z]{1,4}\.? )?\((?:Mr|Mrs|Ms|Miss|Dr|Prof|Eng|Rev)\.?\) "
_AFTER_NAMES = "MPP?|MEP|MSP|MLA|MHA|TD|KC|QC|OBE|CBE|MBE|MD|PhD|Jr|Sr"
_DASH = r"[-–—―]{1,2}"
# What is given before listeners ("message": heads of state); letters and interviews are not.
_SPEECH = (
    r"(?:(?:full|prepared|opening|closing|inaugural|convention|acceptance|farewell|victory|concession"
    r"|resignation|christmas|easter|new year|keynote|joint|press|written|welcome|budget|policy|commencement"
    r"|maiden) ){0,3}"
    r"(?:remarks?|speech|address|statement|message|keynote|lecture|sermon|homily|eulogy|toast|testimony|briefing)"
)
_WHOLE = r"(?:read |watch )?(?:the )?(?:(?:full )?(?:text|transcript)(?: of |: )|in full: )|read:? (?:the )?"
_OCCASION = (
    r"(?:,? (?i:at|on|to|in|before|for|during|after|following|ahead|as)\b.{0,120}|[,:].{0,120}| full text"
    r"| transcript)?\s*$"
)
_OWN = LEXICON.words("first_person") | {"i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll"}
_HOUR = r"\d{1,2}[.:]\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"

GRAMMAR = TurnGrammar(
    label=re.compile(
        rf"{_STAMP}(?:{_OFFICE})?(?:{_COURTESY})?(?P<name>{_CAPITALS})"
        r"(?:,[^:\n]{1,50}|(?: \((?P<of>[^)\n]{1,50})\)){1,3}|\)| [-–—]{1,2} [^:\n]{1,60})?"
        r"(?: [\[(]\d[\d:.]*[\])])?:\s+(?P<words>\S)"
    ),
    letter=re.compile(r"(?P<name>[QA])[.)]\s+(?P<words>\S)"),
    alone=re.compile(rf"{_STAMP}(?P<name>{_CAPITALS})(?:\s*(?:[-–—]|,| \()\s*[^.!?\n]{{2,90}})?:?\s*$"),
    parts=frozenset(
        """
        operator moderator host president interviewer interviewee questioner q a question answer announcer
        caller audience chair chairman chairwoman chairperson speaker reporter anchor witness judge counsel
        narrator clerk the court unidentified male female voice
        """.split()
    ),
    askers=frozenset("question q questioner interviewer reporter journalist".split()),
    answerers=frozenset({"a", "answer", "interviewee"}),
    interviewed=re.compile(
        rf"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey) {_TALKED} (?:to|with)\b"
        rf"|\b(?:{_TO_ASK}) (?:(?:the|our) )?(?:(?!by )[a-z-]+ ){{0,4}}(?P<other>{_FULL})"
        rf"|(?P<one>{_FULL})(?:,[^,\n]{{2,80}},)? (?:{_TALKED}|answers|answered|tells us)\b"
    ),
    full_name=re.compile(rf"{_NAMED}(?: (?:(?:{_PARTICLES}) )*{_NAMED}){{1,4}}"),
    called=re.compile(rf"(?:^|, )(?:(?P<courtesy>{_CAPITAL}) )?(?P<name>{_CAPITAL})(?=, |[?.]?$)"),
    asked=re.compile(
        r"\b(?i:questions (?:for|to)|interview(?: with)?|q ?& ?a(?: with)?|in conversation with):?\s+"
        rf"(?:(?:the|our) )?(?:[a-z-]+ ){{0,4}}(?P<name>{_FULL})"
    ),
    clock=re.compile(r"[\[(]?\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?[\])]?"),
    own=_OWN,
    spoken_to=frozenset({"you", "your", "yours", "you're", "you've", "you'd", "you'll"}),
    talk=_OWN | {"you", "your", "yours"},
    no_labels=frozenset(
        """
        correction update note editor's editors published updated photo photos picture image video
        watch watched read listen source sources location venue date time when where who what why
        how price tickets contact email phone tel fax website result results score title author text
        category subject re via follow related more videos pictures gallery podcast slideshow also
        transcript participants present attendees panelists panellists panel
        warning breaking live developing exclusive analysis opinion summary editorial commentary column
        story review explainer trending revealed
        """.split()
    ),
    signature=re.compile(
        rf"\s*{_DASH}\s*(?P<name>{_CAPITALS})(?P<more>,[^“”\"\n]{{2,80}})?\s*"
        rf"(?P<handle>\(@\w+\)|@\w+)?,?\s*"
        rf"(?P<day>{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})?\s*$"
    ),
    posted=re.compile(
        rf"(?P<name>{_CAPITALS}?)(?: (?:{_AFTER_NAMES})\b\.?)* \(?@\w{{1,30}}\)?\s*(?P<cue>[·•|]|{_DASH})\s*"
        rf"(?:{_DAY}|\d{{1,2}} ?[smhd])\b"
        r"(?:[ ,·]+\d{1,2}:\d\d(?: ?[AaPp][Mm])?)?\s*(?P<words>)"
    ),
    handle=re.compile(r"\(?@\w{1,30}\)?(?:\s*[·•]\s*(?:Follow|Verified|\d{1,2} ?[smhd]))?"),
    posted_at=re.compile(
        rf"(?:{_HOUR}\s*(?P<cue>[·•|,]|{_DASH})\s*{_DAY}|{_DAY}\s*(?P<then>[·•|,]|{_DASH}|at)\s*{_HOUR})"
        r"(?:\s*[·•|]\s*[^\n]{0,60}| (?:from|via) [^\n]{0,60})?"
    ),
    aside=re.compile(
        r"(?:Replying to|In reply to) (?:@\w{1,30}(?:,? and |,? )?){1,5}\s*$"
        r"|(?:[\d.,]{1,12}+ ?[KMkm]?"
        r"(?: (?:Repost|Retweet|Quote|Like|View|Repl|Comment|Share|Bookmark)[a-z]*+)?\b[ ·]*+){1,6}$"
        r"|(?:Translate post|Show (?:more|this thread)|Read \d+ replies)$"
    ),
    introduced=re.compile(
        r"(?:(?:And|Also|Next|This|Then|A statement|A message|Word)[ ,]+)?"
        r"[Ff]rom (?:the (?:desk|office) of )?"
        rf"(?P<name>(?:the )?{_CAPITALS}(?:,? [^:\n“”\"]{{2,80}})?):\s*$"
    ),
    link=re.compile(r"(?:(?<!\s)\s++)?(?:https?://\S++|pic\.\S++|t\.co/\S++)\s*+$"),
    salutation=re.compile(
        r"(?:[Tt]o the [Ee]ditors?|(?:[Dd]ear )?(?:[Ss]ir or [Mm]adam|[Ss]irs?|[Mm]adam|[Ee]ditors?)"
        rf"|Dear {_CAPITALS})"
        r"(?: ?[:,.]| ?[-–—])(?:\s*[-–—])?(?=\s|$)"
    ),
    signed=re.compile(
        rf"(?P<dashed>{_DASH}\s*)?(?P<name>{_CAPITALS})"
        r"(?:,? \([^)\n]{1,40}\))?(?:, [^.!?:;\n]{2,80})?\s*$"
    ),
    opinion=re.compile(
        r"\s*(?:(?:Guest |My )?(?:Opinion|Comment|Commentary|Column|Op-?Ed|Essay|Viewpoint|Perspective)"
        r"|First Person)(?:\s*[:|]|\s[–—-])",
        re.IGNORECASE,
    ),
    opinion_url=re.compile(
        r"[/.](?:opinions?|comment|commentary|commentisfree|columns?|columnists?|op-?eds?|perspectives?"
        r"|viewpoints?|essays?)(?=[/.])"
    ),
    columnist=re.compile(
        r" (?:teaches\b|(?:is|was) (?:an? |the )?[^.\n]{0,60}"
        r"\b(?:columnist|contributor|professor|fellow|author)\b)"
    ),
    speech=re.compile(
        rf"(?:(?i:{_WHOLE})?(?i:(?:the )?{_SPEECH}) (?:by|of|from) (?:(?:the|our) )?(?P<by>{_CAPITALS})"
        rf"|(?i:{_WHOLE})(?P<of>{_CAPITALS})[’']s? (?i:{_SPEECH})|(?P<whole>{_CAPITALS})[’']s? (?i:{_SPEECH})"
        rf"(?=[,:]? (?i:in full|full text|transcript)\b)){_OCCASION}"
    ),
    told_to=re.compile(r"\b[Aa]s told to\b"),
    scene=re.compile(r"[\[(][^\])\n]{1,80}[\])]\W*|[A-Z][\w’' ]{2,60} (?:interjecting|having spoken)\W*"),
    action=re.compile(r"(?:[\[(][a-z][^\])\n]{0,40}[\])]\s*)+"),
)
