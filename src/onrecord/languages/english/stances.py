"""English evidence for what a speaker does with a statement: an ordered table, the first line that fits wins.

``NOT`` stands for "not" and "n't". How lines are matched: ``languages.wordings``.
"""

from __future__ import annotations

import re

from onrecord.languages.grammar import StanceGrammar
from onrecord.languages.wordings import Line, Wordings

# "replying to a question about": what follows was asked of the one who replies.
ANSWERED = re.compile(
    r"\b(?:repl(?:y|ie)|respon|answer|react)\w*\b.*\b(?:question|enquir|inquir|quer)\w*", re.IGNORECASE
)

NOT = r"(?:(?<=\w)n['’]t|(?:ca|wo)n['’]t|not)"

# What a claim is called when it is denied rather than an offer declined ("rejected the allegation").
_CLAIM = (
    r"(?:claim|allegation|accusation|report|charge|rumou?r|suggestion|assertion|notion|figure|account|criticism"
    r"|characteri[sz]ation|finding|version|insinuation|speculation|stor(?:y|ie)|idea that|comment)s?"
)
# What a court or an office denies: it was asked for.
_ASKED_FOR = (
    r"(?:motion|request|application|appeal|bail|petition|bid|leave|permission|access|entry|asylum|visa)s?"
    r"(?! (?:was|were|is|are|had|has)\b)"
)
_SPEAK = r"(?:comment|say|said|answer|elaborate|respond|reply|discuss|disclose|specify|talk|speak|explain)"
_SPOKEN = r"(?:comment|say|answer|elaborate|respond|reply|disclose|specify|talk about|speak)"
_DO = r"(?:will|would|wo|ca|can|could|am|are|is|['’]m|['’]re|do|does|did)"
_OWNER = r"(?:[\w’'-]+,? ){0,2}?(?:i|we|he|she|it|they|the \w+)"
_OWN = r"(?:my|our|your|his|her|its|their)"
# The words before the verb of the main clause, none of which opens another clause.
_CLAUSE = r"(?:that|which|who|whom|whose|if|when|where|why|how|what|because|but|while|as|whether|than|unless)"
_SUBJECT = rf"(?:(?!{_CLAUSE}\b)[\w’'-]+,? ){{0,24}}?"
_NEAR = rf"(?:(?!{_CLAUSE}\b)[\w’'-]+,? ){{0,9}}?"
# "I think we must": what is thought is what is said.
_THINK = r"(?:(?:i|we) (?:think|believe|guess|suppose|would say) (?:that )?)?"
# "had no choice": what had to be is no denial.
_NECESSITY = r"(?:other )?(?:choice|option|alternative|doubt)s?\b"
# After "not": a view, a wish or a comparison rather than a denial.
_NO_DENIAL = (
    r"(?:just|only|simply|merely|always|enough|about|going|think|thinking|believe|want|know|like|care|need"
    r"|get|understand|have to|ready|sure|certain|really|even|yet|so much|as|a fan|happy|afraid|surprised"
    r"|interested|supposed|worth|easy|good|right|fair|for|in favor|expect|see|feel|look|seem|appear|mean"
    r"|matter|trust|agree)"
)
_WILL = r"(?:will|shall|would|(?:are |am |is )?going to)"
# Whom one tells, before "to do it": a name, or what stands behind a determiner; nothing with a verb.
_VERB = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|\w+ed)"
_TOLD = (
    r"(?!(?:i|he|she|it|we|they|this|that|there|who|which|(?:appear|seem|need|want)s?|had|has|ought)\b)"
    rf"(?:(?:the|his|her|its|their|our|my|those|these|all|some|other|two)(?: (?!{_VERB}\b)[\w’'-]+){{1,3}}"
    rf"|(?!{_VERB}\b)[\w’'-]+(?: (?!{_VERB}\b)[\w’'-]+[^s\W]s)?)"
)
_NEITHER_EXCLUDED = r"neither (?:\w+ n?or )?(?:rul\w* out|exclud\w*)"
_SHORT_SUBJECT = r"(?:[\w’'-]+,? ){0,3}?"

LINES: tuple[Line, ...] = (
    # What is neither confirmed nor excluded
    Line("hedge", cue=(_NEITHER_EXCLUDED,)),
    Line("decline", cue=(r"neither \w+ n?or \w+", rf"{NOT} (?:confirm (?:n?or) deny|deny (?:n?or) confirm)")),
    Line("hedge", cue=(rf"{NOT} (?:rul\w* out|exclud\w*)", r"(?:refus|declin)\w* to (?:rule out|exclude)")),
    Line("hedge", cue=(r"(?:left|leaves?|leaving) open", r"(?:appear|seem)\w* to")),
    Line("hedge", cue=(r"(?:is|are|was|were) (?:said|thought|believed|rumou?red) to",)),
    # Silence and refusal
    Line(
        "deny", cue=(rf"(?:did|do|does|have|has|had) ?(?:{NOT}|never) (?:discuss|mention|raise|promise)\w*",)
    ),
    Line(
        "decline",
        cue=(rf"(?:{NOT}|never|nor) (?:\w+ly )?{_SPEAK}(?! that)", rf"{NOT} (?:be reached|address|return)"),
    ),
    Line(
        "decline", cue=(r"(?:declin|refus|sidestep|dodg|avoid|evad|rebuff|deflect)\w*", r"with(?:h[eo]ld)\w*")
    ),
    Line("decline", cue=(r"turn(?:s|ed|ing)? down",)),
    Line("deny", cue=(r"plead\w*|pled",), opens=(r"not guilty|innocent",)),
    Line("assert", cue=(r"plead\w*|pled",), opens=(r"guilty|no contest",)),
    # A claim is denied, anything else that is rejected was offered or asked for
    Line("decline", cue=(r"(?:deny|denie)\w*",), opens=(rf"(?:[\w’'-]+ ){{0,3}}?{_ASKED_FOR}",)),
    Line("deny", cue=(r"(?:reject|dismiss|brush|shrug)\w*",), content=(_CLAIM,)),
    Line("deny", cue=(r"dismiss\w*",)),
    Line("decline", cue=(r"(?:reject|spurn)\w*",)),
    Line("deny", cue=(r"(?:deny|denie|refut|rebut|disput|contradict|disavow|repudiat|debunk)\w*",)),
    Line("deny", cue=(r"(?:has|have|had|with|made?) no (?:plans?|intentions?|wish|reason|evidence)",)),
    # Questions, unless they ask for something to be done
    Line(
        "urge", cue=(r"(?:ask|beg|press|request|appeal|petition|plead)\w*",), opens=(r"(?:not )?to", r"for")
    ),
    Line("urge", cue=(r"ask(?:s|ed|ing)? for", r"(?:request|petition)\w*")),
    Line("ask", ends=(r"^(?:[^.!]|[.](?! ))*\?",)),  # nothing but questions
    Line("ask", cue=(r"(?:press|quiz|grill|challeng)\w*",), opens=(r"(?:on )?(?:whether|if)",)),
    Line("ask", cue=(r"(?:ask|question|wonder|query|querie)\w*", r"[ei]nquir(?:e[ds]?|ing)")),
    Line("ask", cue=(r"(?:want\w*|like) to know", r"question of")),
    # Urging others
    Line(
        "urge",
        cue=(
            r"urg(?:e|es|ed|ing)",
            r"call(?:s|ed|ing)? (?:on|upon|for)",
            r"insist\w* on",
            r"(?:press|push)\w* for",
        ),
    ),
    Line(
        "urge",
        cue=(r"(?:demand|appeal|implor|beg|plead|recommend|propos|encourag|exhort|instruct|command)\w*",),
    ),
    Line("urge", cue=(r"(?:order|lobb)\w*", r"advis(?:e|es|ed|ing)")),
    Line(
        "urge",
        cue=(r"(?:tell|told|warn|remind)\w*",),
        opens=(r"(?:not )?to \w+", rf"{_TOLD} (?:not )?to \w+"),
    ),
    Line(
        "urge",
        cue=(r"(?:want|direct|insist)\w*",),
        opens=(r"(?:not )?to \w+", r"(?:\w+ ){1,4}to \w+ "),
    ),
    Line("urge", cue=(r"insist\w*",), content=(r"be \w+(?:ed|en)",)),
    # Binding oneself
    Line(
        "commit",
        cue=(r"(?:promis|vow|pledg|swear|guarante|undertak|commit|threaten|intend|resolv|decid)\w*",),
    ),
    Line("commit", cue=(r"(?:swore|sworn|undertook)", r"agree[ds]? to", r"plan(?:s|ned|ning)?", r"assur\w+")),
    Line(
        "commit",
        cue=(r"(?:agree|offer|accept|volunteer)\w*",),
        opens=(r"to", r"the (?:invitation|offer|terms)"),
    ),
    Line("commit", content=(rf"(?:re)?affirm\w* {_OWN} (?:commitment|pledge)", r"you have (?:my|our) word")),
    Line("commit", cue=(r"\w*affirm\w*",), opens=(rf"{_OWN} (?:commitment|pledge|promise)",)),
    # Refusal in the speaker's own words
    Line("decline", opens=(r"no comment", r"comment$", r"requests?")),
    Line(
        "decline",
        opens=(
            rf"{_OWNER} ?{_DO} ?{NOT} (?:going to |be |immediately )?{_SPOKEN}",
            rf"{_OWNER} ?{_DO} ?{NOT} (?:going to |be )?(?:go into|get into|commenting|discussing|drawn)",
            rf"{_OWNER} ?(?:will|would|wo|ca|can|could) ?{NOT} discuss",
            rf"{_OWNER} ?(?:{_DO} ?)?(?:{NOT}|neither) (?:confirm n?or deny|deny n?or confirm)",
            rf"{_OWNER}['’]d rather not (?:say|speak|talk|comment|discuss|go)",
            rf"{_OWNER} (?:would |will )?(?:rather|prefer) not (?:to )?(?:say|speak|talk|comment|discuss|go)",
            r"(?:you|they)(?: will|['’]ll)? have to ask",
        ),
    ),
    # What is left open, in the speaker's own words
    Line(
        "hedge",
        content=(
            rf"\w+ ?{NOT} (?:\w+ )?(?:confirm|rule|exclude|know)",
            r"not (?:sure|certain|clear|known|rule)",
            r"rul\w+ (?:nothing|none) out",
            r"nothing (?:is|was|has been) (?:excluded|ruled)",
            _NEITHER_EXCLUDED,
            r"too early",
            r"options? (?:is|are|were|remain)",
            r"we['’]?ll see",
            r"undecided|unclear|considering|weighing|wait and see",
            r"remains? to be seen",
            r"depend(?:s|ed|ing)? on",
        ),
    ),
    # Urging in the speaker's own words
    Line("urge", opens=(rf"{_THINK}{_NEAR}(?:must|should|ought to)(?! have\b)",)),
    Line(
        "urge",
        opens=(rf"{_THINK}(?!i\b){_NEAR}(?:needs? to|needed to|ha(?:s|ve) to)(?! do\b| be (?:a|the)\b)",),
    ),
    Line(
        "urge",
        opens=(
            rf"{_NEAR}it(?: is| was|['’]s) (?:necessary|time|essential|imperative|vital) (?:to|that|for)",
        ),
    ),
    Line(
        "urge",
        opens=(
            r"please|(?:oh,? )?let['’]?s?|do(?: not|n['’]t)|now is the time",
            r"(?:stop|leave|go|come|give|release|vote|stay|keep|get|listen|join|help|free) (?!is\b|was\b)",
        ),
    ),
    # Possibility
    Line("hedge", opens=(rf"{_NEAR}(?:may|might|could|perhaps|maybe|possibl[ey]|probabl[ey]|presumably)",)),
    Line(
        "hedge",
        opens=(rf"{_NEAR}(?:likely|unlikely|seem(?:s|ed)?|appear(?:s|ed)?|i guess|i suppose|reportedly)",),
    ),
    Line("hedge", cue=(r"(?:hint|speculat|guess|suspect|surmis|indicat|suggest)\w*",)),
    # Binding oneself in the speaker's own words
    Line(
        "commit",
        opens=(
            rf"{_SHORT_SUBJECT}(?:i|we|he|she|it|they)(?:['’](?:m|re))? {_WILL}(?! have| be\b)",
            rf"{_SHORT_SUBJECT}(?:i|we|he|she|it|they) (?:intends?|intended|plans?|planned) to",
            r"(?:i|we)['’]ll",
            r"would (?!have)\w+",
        ),
    ),
    # Saying that it is not so
    Line(
        "deny",
        opens=(r"no(?=[,.! ]|$)(?! one\b| matter\b| doubt\b)|nope|absolutely not|not at all|of course not",),
    ),
    Line(
        "deny",
        content=(rf"\w+ ?{NOT} (?:simply |at all )?(?:true|so|the case|correct|on the (?:agenda|table))",),
    ),
    Line(
        "deny",
        opens=(rf"{_NEAR}(?:is|are|was|were|['’]s) (?:\w+ )?(?:false|untrue|fabricated|baseless|nonsense)",),
    ),
    Line("deny", opens=(rf"{_NEAR}a (?:\w+ )?(?:fabrication|lie|hoax|myth)",)),
    Line("deny", content=(r"(?:no|any) (?:plans?|intentions?|knowledge|role|part in|links?|ties)",)),
    Line("deny", opens=(rf"{_NEAR}there (?:is|was|were|are|has been|has never) (?:no|nothing|been)",)),
    Line(
        "deny",
        opens=(rf"{_NEAR}(?:none of|nobody|no one)",),
    ),
    Line(
        "deny",
        opens=(
            rf"{_NEAR}(?:has|have|had|was|were|did) (?:absolutely )?(?:no|never|nothing)(?! {_NECESSITY})",
        ),
    ),
    Line("deny", opens=(rf"{_SUBJECT}(?:was|were|has|have|had|did|do|does) ?{NOT} (?!{_NO_DENIAL}\b)",)),
    Line("deny", opens=(rf"{_NEAR}(?:is|are|am) ?{NOT} (?!{_NO_DENIAL}\b)",)),
)

GRAMMAR = StanceGrammar(stances=Wordings(LINES), answered=ANSWERED)
