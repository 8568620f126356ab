"""English words that limit, condition or weaken a statement, as data for comparing its renderings.

Each word belongs to a class; a rendering drops a qualifier when it lacks a word of a class that another
rendering of the same utterance has at a place where the two otherwise run on together. Plain forms, see
``words.plain``. Sources for the classes: the hedge and condition lists common in the uncertainty
literature (CoNLL-2010 cues, BioScope), cut to what occurs in reported speech.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.grammar import QualifierGrammar

_CONTRAST = frozenset("but however although though nevertheless nonetheless".split())
_CONDITION = frozenset("if unless until assuming whenever".split())
_EXCEPTION = frozenset("except excluding besides barring exempt exemption exemptions".split())
_DEGREE = frozenset(
    """
    only merely nearly almost roughly partly partially mostly largely generally usually often sometimes
    somewhat limited cases
    """.split(),
)
_DOUBT = frozenset(
    """
    may might perhaps possibly probably likely hopefully maybe seems seem appears appear apparently alleged
    allegedly suggests suggest accused
    """.split(),
)
# What states a condition without a conjunction; a rendering that has one of these has not dropped it.
_CONDITION_OTHERWISE = frozenset("without failure absent otherwise when once should whether".split())
# Pairs of words that state a condition together: "you" after "when" is anybody, so that no one time is meant.
_CONDITION_PAIRS = frozenset(
    {("when", "you"), ("once", "you"), ("as", "long"), ("so", "long"), ("provided", "that"), ("in", "case")}
)
# Pairs of words in which the second, or the first, limits nothing.
_EMPTY_AFTER = frozenset(
    {
        ("help", "but"),
        ("as", "if"),
        ("even", "if"),
        ("even", "though"),
        ("anything", "but"),
        ("not", "only"),
        ("see", "if"),
        ("ask", "if"),
        ("asked", "if"),
        ("know", "if"),
        ("wonder", "if"),
        ("wondered", "if"),
        ("sure", "if"),
        ("determine", "if"),
    }
)
_EMPTY_BEFORE = frozenset(
    {("but", "also"), ("but", "even"), ("but", "rather"), ("if", "not"), ("if", "only")}
)
_COURTESIES = frozenset({("if", "i", "may"), ("if", "i", "might"), ("if", "memory", "serves")})
_QUALIFIERS = {
    word: name
    for name, words in (
        ("contrast", _CONTRAST),
        ("condition", _CONDITION),
        ("exception", _EXCEPTION),
        ("degree", _DEGREE),
        ("doubt", _DOUBT),
    )
    for word in words
}

# Classes whose loss counts wherever it happens; the others only where the rest is nearly word for word.
_STRONG = frozenset({"contrast", "condition", "exception"})

GRAMMAR = QualifierGrammar(
    qualifiers=_QUALIFIERS,
    strong=_STRONG,
    condition=_CONDITION,
    doubt=_DOUBT,
    condition_otherwise=_CONDITION_OTHERWISE,
    condition_pairs=_CONDITION_PAIRS,
    empty_after=_EMPTY_AFTER,
    empty_before=_EMPTY_BEFORE,
    courtesies=_COURTESIES,
    not_only=("not", "only"),
    contrast="but",
    pronouns=frozenset("he she it they i we who him her them".split()),
)
