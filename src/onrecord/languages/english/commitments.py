"""English evidence for how far a speaker commits itself: an ordered table, the first line that fits wins.

How lines are matched: ``languages.wordings``. The labels are the levels of ``records.Level``.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.english.stances import NOT
from onrecord.languages.grammar import CommitmentGrammar
from onrecord.languages.wordings import Line, Wordings
from onrecord.languages.words import fold

_BE = r"(?:is|are|was|were|be|been|['’]s|['’]re|['’]m|am)"
_DO = r"(?:did|do|does|has|have|had|was|were|is|are)"
_WILL = r"(?:will|wo|would|shall)"
_PLAN = r"(?:plans?|intentions?)"
_GIVEN_UP = (
    r"(?:drop(?:s|ped|ping)?|abandon\w*|scrap(?:s|ped|ping)?|shel(?:ve[sd]?|ving)|cancel\w*|ditch\w*"
    r"|g(?:ive|ave|iven|iving)s? up(?: on)?|call(?:s|ed|ing)? off|back(?:s|ed|ing)? (?:off|out of|away from))"
)
_WE = r"(?:i|we|he|she|it|they|the \w+|[\w’'-]+)"
_SUBJECT = r"(?:(?!(?:that|which|who|if|when|because|but|while)\b)[\w’'-]+,? ){0,24}?"
_STILL = r"(?:still |now |actively |already )?"
_SPEAK = r"(?:comment|speculate|say|answer|elaborate)"
_DONE_THING = r"(?:deployment|launch|opening|sale|purchase|completion|withdrawal|signing|release)"
# Past participles by their endings; "been", "no" and the like are kept out where it is used.
_PARTICIPLE = r"\w+(?:ed|en|wn|ld|lt|ft|nt|ne|ught|ade|un|ut)"
_HAVE = r"(?:has|have|had|['’]ve)"
_NOT_DONE = r"(?!(?:been|no|not|to|an?|the|deep)\b)"
_ACTED = (
    r"(?:did|completed|finished|signed|moved|opened|closed|sold|bought|built|left|sent|launched|withdrew|kept"
    r"|approved)"
)
_TALK = r"(?:discuss|mention|raise|touch(?:ed)? (?:up)?on|talk(?:ed)? about|come up|came up)"
_TALKED = r"(?:discussed|mentioned|raised|touched (?:up)?on|talked about|brought up|come up)"
# No "would have": it tells of what was not done.
_NO_WISH = r"(?!(?:\w+ ){0,4}(?:would|could|might|should) )"
# What may come of a thing, after "could": nobody's act ("the strike could last a month").
_OUTCOME = r"(?:have|be|not|last|lead|cause|mean|happen|result|affect|hurt|harm|allow|cost|prove|become)\b"

_LINES: tuple[Line, ...] = (
    # Refusing to say
    Line(
        "no_comment", cue=(r"neither confirm\w* nor deny", r"(?:neither )?confirm\w* (?:n?or) den(?:y|ied)")
    ),
    Line(
        "does_not_rule_out", cue=(rf"(?:{NOT}|refus\w+ to|declin\w+ to|neither .*) (?:rul\w* out|exclud\w*)",)
    ),
    Line("does_not_rule_out", cue=(r"(?:left|leaves?|leaving) open", r"(?:confirm|deny) nor exclude")),
    Line(
        "no_comment",
        cue=(rf"(?:{NOT}|never) (?:\w+ly )?(?:comment|say|said|answer|elaborate|respond|specify|address)",),
    ),
    Line("no_comment", cue=(r"(?:declin|dodg|sidestep|avoid|evad)\w*", r"with(?:h[eo]ld)\w*")),
    Line(
        "no_comment",
        cue=(r"refus\w*",),
        opens=(
            r"to (?:comment|say|answer|discuss|elaborate|talk|speak|name|confirm|specify|disclose|be drawn)",
        ),
    ),
    Line("no_comment", opens=(r"no comment",)),
    Line(
        "no_comment",
        content=(
            rf"(?:{_WILL}|ca|can|could|am|['’]m|do|does|did) ?{NOT} (?:going to |be )?{_SPEAK}\w*",
            r"nothing to (?:say|add)",
            r"rather not (?:say|speak|talk|comment|discuss)",
            r"neither confirm\w* nor den\w+",
        ),
    ),
    # What was not talked about
    Line(
        "did_not_discuss", cue=(rf"{_DO} ?(?:{NOT}|never) {_TALK}", r"never (?:discussed|mentioned|raised)")
    ),
    Line(
        "did_not_discuss",
        content=(
            rf"{_DO} ?(?:{NOT}|never) (?:even )?(?:{_TALK}|{_TALKED})",
            rf"(?:has|have|had) ?(?:{NOT}|never) been {_TALKED}",
            r"no (?:discussions?|mention|talk) of (?!a (?:return|retreat)\b)",
            r"never (?:discussed|mentioned|raised|came up)",
            r"(?:nothing|none of this) (?:was|has been|had been) (?:discussed|mentioned|raised)",
        ),
    ),
    # Leaving it open
    Line(
        "does_not_rule_out",
        content=(
            rf"{NOT} (?:be )?(?:rul\w*|exclud\w*)(?: \w+){{0,2}}(?: out)?",
            r"neither (?:\w+ n?or )?(?:rul\w* out|exclud\w*)",
            r"(?:nothing|none|no option) (?:is|was|has been|had been|can be|could be|are) (?:excluded|ruled)",
            r"rul\w+ (?:nothing|none) out",
            r"options? (?:is|are|was|were|remain\w*|stay\w*) (?:still )?(?:on the table|open)",
            r"all options|never say never",
            r"(?:left|leaves?|leaving|keep\w*) (?:(?:the|every|all) doors? |it |this )?open",
            r"cannot be excluded",
            r"not go (?:so|as) far as to (?:rule out|exclude)",
            # Nothing is decided
            r"too (?:early|soon) to (?:say|tell|decide|judge)",
            r"(?:no decision|nothing) (?:is|was|has been|had been) (?:yet |so far )?(?:made|taken|decided)",
            rf"{_HAVE} (?:yet|still) to decide",
            rf"{_HAVE} ?{NOT} (?:yet )?decided",
        ),
    ),
    # Having no plans, or none any more
    Line("no_plans", cue=(rf"{_GIVEN_UP} (?:[\w’'-]+ ){{0,3}}{_PLAN}",)),
    Line("no_plans", opens=(rf"{_SUBJECT}{_GIVEN_UP} (?:[\w’'-]+ ){{0,3}}{_PLAN}",)),
    Line(
        "no_plans",
        cue=(rf"no {_PLAN}", rf"{NOT} (?:plan\w*|intend\w*|seek\w*|consider\w*|look\w*|prepar\w*)"),
    ),
    Line(
        "no_plans",
        cue=(r"(?:den(?:y|ied|ies|ying)|reject\w*|dismiss\w*)",),
        opens=(rf"(?:\w+ ){{0,3}}{_PLAN}", r"planning|seeking|wanting|preparing"),
    ),
    Line(
        "no_plans",
        content=(
            rf"(?:no|any|without) (?:\w+ )?{_PLAN}(?! to (?:stop|end|leave|give up)\b)",
            rf"{NOT} (?:currently |now |yet )?(?:plan|intend|seek|aim|prepare)(?:ning|ned|ing|ed|s)?",
            rf"{NOT} (?:currently |now |yet )?want(?:s|ed)? to",
            rf"{NOT} (?:currently |now |yet )?(?:considering|looking to|seeking|preparing)",
            rf"{NOT} (?:currently |now |yet )?thinking (?:of|about)",
            rf"{NOT} (?:currently |now |yet )?under (?:consideration|discussion)",
            rf"{NOT} on the (?:agenda|table|cards)",
            r"no longer (?:plans?|intends?|on the (?:agenda|table))",
        ),
    ),
    # Ruling out
    Line("rules_out", cue=(r"(?:rul\w* out|exclud\w*)",)),
    Line("rules_out", cue=(r"(?:reject|refus|spurn|rebuff)\w*", r"turn(?:s|ed|ing)? down")),
    Line(
        "rules_out",
        cue=(r"(?:vow|promis|pledg|swear|sw[oe]re|insist)\w*",),
        opens=(r"(?:never|not) to", r"there (?:will|would) be no"),
    ),
    Line(
        "rules_out",
        content=(
            # "Would never have" tells of what did not happen.
            rf"{_WILL} ?{NOT} (?!have\b|be (?:able|surprised)\b)",
            rf"{_WILL} (?:never|under no circumstances)(?! have\b)",
            rf"{NOT} (?:going|prepared|willing|ready) to",
            r"never (?:again )?(?:be allowed|accept|agree|allow|give|sell|leave|return|negotiate|happen)",
            r"there (?:will|would|can|could) be no",
            # What somebody "had first ruled out" was so before.
            r"(?<!had )(?<!had first )(?<!had once )(?<!had earlier )(?<!had previously )ruled out",
            r"out of the question|no question of|is impossible|off the (?:table|cards)|red line",
            r"over (?:my|our) dead bod(?:y|ies)",
            r"(?:can|could) be no talk of",
        ),
    ),
    # What somebody "does not do" he will not do, as a rule.
    Line(
        "rules_out",
        opens=(rf"(?:i|we) do ?{NOT} (?:negotiate|bargain|deal|talk|meet|pay|recogni[sz]e|apologi[sz]e)\b",),
    ),
    # Weighing
    Line(
        "considers",
        cue=(r"(?:consider|weigh|mull|explor|examin|float|ponder|stud(?:y|ie))\w*", r"looking into"),
    ),
    Line("considers", opens=(rf"{_SUBJECT}(?:weighs|considers|mulls)\b",)),
    Line(
        "considers",
        content=(
            rf"{_BE} {_STILL}(?:considering|weighing|studying|exploring|examining|mulling)",
            rf"{_BE} {_STILL}(?:discussing|negotiating)",
            rf"{_BE} {_STILL}(?:toying with|leaning towards?|giving (?:\w+ )?thought to)",
            rf"{_BE} {_STILL}(?:looking (?:at|into)|thinking (?:of|about|over)|in (?:talks|negotiations))",
            r"(?:talks|negotiations|discussions) (?:on|about|over) .{0,60}(?:under ?way|continu\w+|ongoing)",
            r"(?:under|in) (?:active )?(?:consideration|discussion|review)",
            r"(?:explore|study|examine|consider|weigh) (?:\w+ )?(?:options?|possibilit(?:y|ies)|ideas?)",
        ),
    ),
    # Possibility of the speaker's own act
    Line(
        "does_not_rule_out",
        opens=(
            rf"{_SUBJECT}(?:might|may|could) (?:well |also |still |yet |soon )?(?!{_OUTCOME})\w+",
            rf"{_SUBJECT}(?:is|was|are|were|remains) (?:possible|conceivable)",
        ),
    ),
    # Having done
    Line(
        "did",
        cue=(r"(?:announc|confirm|report|hail|celebrat)\w*",),
        opens=(rf"(?:the |its |his |her |their )?(?:\w+ )?{_DONE_THING}",),
    ),
    Line(
        "did",
        opens=(
            rf"{_NO_WISH}(?:\w+ ){{0,4}}?{_WE} {_HAVE} (?:already |now |just )?{_NOT_DONE}{_PARTICIPLE}",
            rf"(?:i|we|he|she|it|they) (?:already |now |just )?{_ACTED}(?! not\b|n['’]t)",
            r"the (?:\w+ ){1,3}(?:is|are) (?:now )?(?:open|closed|complete|done|in place|operational|over)",
        ),
    ),
    Line("did", cue=(r"(?:said|says|announc|confirm)\w*",), opens=(rf"(?:the \w+ ){{1,2}}{_ACTED}",)),
    # Intending
    Line(
        "intends",
        cue=(
            r"(?:plan|intend|promis|vow|pledg|decid|resolv|undertak|commit|guarante|swear)\w*",
            r"agree[ds]?(?: to)?",
            r"swore",
        ),
    ),
    Line(
        "intends",
        opens=(
            rf"{_SUBJECT}(?:i|we|he|she|it|they|who) (?:will|shall|would) (?!(?:never )?have\b)",
            rf"{_SUBJECT}(?:i|we|he|she|it|they|who) (?:intends?|intended|plans?|planned) ",
            rf"{_SUBJECT}(?:i|we)['’](?:ll|re going to|m going to)",
            rf"{_SUBJECT}{_BE} (?:going to|preparing to|planning to|about to|ready to|set to)",
            rf"{_SUBJECT}{_BE} (?:determined to|committed to|set on|bent on)",
            rf"{_SUBJECT}(?:i|we) mean to ",
            r"would (?!have)\w+",
        ),
    ),
    Line("intends", cue=(r"announc\w*",), content=(r"(?:will|would|plans?|to)",)),
)

# What will be done, whoever does it ("the town will charge a toll"): no position of the speaker's by itself.
_ACTS: tuple[Line, ...] = (
    Line("intends", opens=(rf"{_SUBJECT}(?:will|would|shall) (?!(?:never |not )?(?:have|be|not|never)\b)",)),
)

# Words that say where on the scale a statement stands, or that it is one: no topic is made of them.
_SCALE_WORDS = frozenset(
    fold(word)
    for word in """agenda agree announce chance comment commit confirm consider decide decline deny discuss
    discussion exclude explore idea intend intention issue matter mention nothing option order
    part plan pledge point position possibility possible prepare promise question raise refuse
    reject report rule say statement study subject table talk thing think time topic view vow
    way weigh will""".split()
)

# At the beginning of a sentence: what follows was said before the news of the article.
_BEFOREHAND = frozenset("earlier previously formerly before beforehand".split())

# Before a clause: what it tells happened before or after the matter at hand.
_BACKGROUND = frozenset("after before when once until since".split())

# As words without marks: "won't" and "I'm" are two each.
_AUXILIARIES = frozenset(
    """will wo won would wouldn wouldnt shall ll m re is isn are aren am was wasn were weren be has hasn have
    haven had hadn ve may might can could couldn do don does doesn did didn should must plan plans planned
    intend intends intended refuse refuses refused never""".split()
)

# Acts of which one undoes the other; whoever means to do one will not do the other.
_OPPOSITES = """
veto sign
support oppose
join leave
resign stay
open close
approve reject
sue settle
buy sell
strike work
extend end
appeal accept
"""

# Nouns that tell an act, each before its verb.
_NOUNS = """
sale sell
merger merge
closure close
purchase buy
withdrawal withdraw
construction build
deployment deploy
expansion expand
extension extend
reduction reduce
abolition abolish
introduction introduce
resignation resign
candidacy run
recognition recognise
removal remove
renewal renew
"""

GRAMMAR = CommitmentGrammar(
    levels=Wordings(_LINES),
    acts=Wordings(_ACTS),
    owning=frozenset(("of",)),
    nouns={fold(noun): fold(verb) for noun, verb in map(str.split, _NOUNS.strip().splitlines())},
    defining=frozenset("on of over against".split()),
    scale_words=_SCALE_WORDS,
    beforehand=_BEFOREHAND,
    background=_BACKGROUND,
    articles=frozenset(("the", "a", "an")),
    auxiliaries=_AUXILIARIES,
    first_person=frozenset(("i", "we", "there")),
    own=frozenset(("he", "she", "they", "it")),
    possessive=frozenset("my our his her its their".split()),
    opposites={
        fold(one): fold(other)
        for line in _OPPOSITES.strip().splitlines()
        for one, other in (line.split(), line.split()[::-1])
    },
    conditional=frozenset(("if", "unless", "provided", "until")),
)
