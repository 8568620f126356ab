"""English words that limit, condition or weaken a statement, as data for comparing its renderings.

Each word belongs to a class; a rendering drops a qualifier when it lacks a word of a class that another
rendering of the same utterance has at a place where the two otherwise run on together. Plain forms, see
``words.plain``. Sources for the classes: the hedge and condition lists common in the uncertainty
literature (CoNLL-2010 cues, BioScope), cut to what occurs in reported speech.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

CONTRAST = frozenset("but however although though nevertheless nonetheless yet despite".split())
CONDITION = frozenset("if unless until provided assuming otherwise whether when once".split())
EXCEPTION = frozenset("except excluding besides barring exempt exemption exemptions limited".split())
DEGREE = frozenset(
    """
    only merely just nearly almost about around approximately roughly some many most partly partially mostly
    largely generally usually often sometimes somewhat certain at-least up-to cases
    """.split(),
)
DOUBT = frozenset(
    """
    may might could would should perhaps possibly probably likely hopefully maybe seems seem appears appear
    apparently alleged allegedly suggests suggest potential potentially think believe feel hope
    """.split(),
)
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

# Classes whose loss changes a statement most surely: what was said under a condition is told without it.
STRONG = frozenset({"contrast", "condition", "exception"})
