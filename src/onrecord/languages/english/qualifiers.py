"""English words that limit, condition or weaken a statement, as data for comparing its renderings.

Each word belongs to a class; a rendering drops a qualifier when it lacks a word of a class that another
rendering of the same utterance has at a place where the two otherwise run on together. Plain forms, see
``words.plain``. Sources for the classes: the hedge and condition lists common in the uncertainty
literature (CoNLL-2010 cues, BioScope), cut to what occurs in reported speech.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

CONTRAST = frozenset("but however although though nevertheless nonetheless".split())
CONDITION = frozenset("if unless until assuming whenever".split())
EXCEPTION = frozenset("except excluding besides barring exempt exemption exemptions".split())
DEGREE = frozenset(
    """
    only merely nearly almost roughly partly partially mostly largely generally usually often sometimes
    somewhat limited cases
    """.split(),
)
DOUBT = frozenset(
    """
    may might perhaps possibly probably likely hopefully maybe seems seem appears appear apparently alleged
    allegedly suggests suggest accused
    """.split(),
)
# What states a condition without a conjunction; a rendering that has one of these has not dropped it.
CONDITION_OTHERWISE = frozenset("without failure absent otherwise when once should whether".split())
# Pairs of words that state a condition together: "you" after "when" is anybody, so that no one time is meant.
CONDITION_PAIRS = frozenset(
    {("when", "you"), ("once", "you"), ("as", "long"), ("so", "long"), ("provided", "that"), ("in", "case")}
)
# Pairs of words in which the second, or the first, limits nothing.
EMPTY_AFTER = frozenset(
    {
        ("help", "but"),
        ("as", "if"),
        ("even", "if"),
        ("even", "though"),
        ("anything", "but"),
        ("not", "only"),
        ("see", "if"),
    }
)
EMPTY_BEFORE = frozenset({("but", "also"), ("but", "even"), ("but", "rather"), ("if", "not"), ("if", "only")})
QUALIFIERS = {
    word: name
    for name, words in (
        ("contrast", CONTRAST),
        ("condition", CONDITION),
        ("exception", EXCEPTION),
        ("degree", DEGREE),
        ("doubt", DOUBT),
    )
    for word in words
}

# Classes whose loss counts wherever it happens; the others only where the rest is nearly word for word.
STRONG = frozenset({"contrast", "condition", "exception"})
