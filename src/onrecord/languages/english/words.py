"""English words as data: which carry no content, and which forms belong to one word.

``FUNCTION_WORDS`` are closed-class words in the plain form that ``words.plain`` gives. ``IRREGULAR`` maps
inflected forms to their base where no suffix rule can. ``SUFFIXES`` are tried in order on words that keep
at least three letters; they bring together inflections (reaffirm, reaffirms, reaffirmed, reaffirming),
British and American spelling (synchronise, synchronize) and the commonest derivations (synchronisation),
at the known price of a few wrong meetings.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import WordGrammar

FUNCTION_WORDS = LEXICON.words("function", classes=("closed",)) | frozenset(
    "said say says saying told tell tells according added adds mr mrs ms dr".split()
)

NEGATIONS = LEXICON.words("negation")

# Words that begin a new claim after an ellipsis; others go on with the one before it.
CLAUSE_OPENERS = frozenset("and but or so because if when while".split())
# Where one sentence lists two claims. ``before`` ends the first, ``after`` begins the second.
CLAUSE_SEAM = re.compile(
    r"""(?P<before>;
          |(?=,?\s{1,3}(?:and|but|or|as\ well\ as)\s{1,3}(?:[a-z]{2,12}ing\s{1,3})?that\s)
          |(?=,\s{1,3}that\s)
          |[”"],?(?=\s{1,3}(?:(?:and|but|or),?\s{1,3})?[“"]))
        ,?\s{1,3}(?P<after>)(?=\S)""",
    re.VERBOSE,
)

IRREGULAR = dict(
    form.split("=")
    for form in """
    was=be were=be is=be are=be am=be been=be being=be has=have had=have having=have did=do does=do done=do
    went=go gone=go goes=go said=say says=say told=tell gave=give given=give took=take taken=take made=make
    came=come saw=see seen=see knew=know known=know thought=think got=get gotten=get found=find left=leave
    felt=feel kept=keep held=hold brought=bring began=begin begun=begin ran=run wrote=write written=write
    stood=stand heard=hear meant=mean met=meet paid=pay sat=sit spoke=speak spoken=speak led=lead
    grew=grow grown=grow lost=lose fell=fall fallen=fall sent=send built=build broke=break broken=break
    spent=spend rose=rise risen=rise drove=drive driven=drive bought=buy wore=wear worn=wear chose=choose
    chosen=choose drew=draw drawn=draw fought=fight caught=catch taught=teach sold=sell sought=seek
    won=win threw=throw thrown=throw shot=shoot struck=strike stole=steal stolen=steal sworn=swear
    swore=swear forgot=forget forgotten=forget hid=hide hidden=hide laid=lay lay=lie dealt=deal bore=bear
    men=man women=woman children=child people=person persons=person lives=life wives=wife feet=foot
    better=good best=good worse=bad worst=bad defence=defens defense=defens defenses=defens
    offence=offens offense=offens licence=licens license=licens
    died=die dies=die dying=die lied=lie lies=lie lying=lie tied=tie dead=die death=die deaths=die
    """.split()
)

# (ending, what replaces it), longest first within a family; the first that fits is applied, once.
SUFFIXES = (
    ("isations", "iz"),
    ("izations", "iz"),
    ("isation", "iz"),
    ("ization", "iz"),
    ("ising", "iz"),
    ("izing", "iz"),
    ("ised", "iz"),
    ("ized", "iz"),
    ("ises", "iz"),
    ("izes", "iz"),
    ("ise", "iz"),
    ("ize", "iz"),
    ("ations", "at"),
    ("ation", "at"),
    ("ating", "at"),
    ("ated", "at"),
    ("ates", "at"),
    ("ate", "at"),
    ("nesses", ""),
    ("ness", ""),
    ("ments", ""),
    ("ment", ""),
    ("ingly", ""),
    ("edly", ""),
    ("ally", "al"),
    ("ily", "i"),
    ("ly", ""),
    ("iest", "i"),
    ("ier", "i"),
    ("ied", "i"),
    ("ies", "i"),
    ("ying", "i"),
    ("ions", ""),
    ("ion", ""),
    ("ours", "or"),
    ("our", "or"),
    ("ings", ""),
    ("ing", ""),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("eed", "eed"),
    ("ed", ""),
    ("es", ""),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
    ("e", ""),
    ("y", "i"),
)

# Endings whose y belongs to the stem when a vowel stands before it: carry, carrying, but deploy, deploying.
NOT_AFTER_VOWEL = frozenset({"y", "ying"})

GRAMMAR = WordGrammar(
    function_words=FUNCTION_WORDS,
    negations=NEGATIONS,
    clause_openers=CLAUSE_OPENERS,
    clause_seam=CLAUSE_SEAM,
    irregular=IRREGULAR,
    suffixes=SUFFIXES,
    not_after_vowel=NOT_AFTER_VOWEL,
)
