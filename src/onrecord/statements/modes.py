"""Speech told apart from beliefs, plans and documents."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import Language
from onrecord.languages.grammar import ModeGrammar
from onrecord.records import Mode

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def mode(language: Language, source: str, cue: str, *, quoted: bool) -> Mode:
    """How the source stands behind the content: it said, thought, planned, or (being a document) states it.

    ``quoted``: the content stands in quotation marks, which no belief does.
    """
    grammar = language.grammar(ModeGrammar)
    if _is_document(source, grammar):
        return "document"
    if quoted:
        return "speech"
    if grammar.plans.search(cue.lower()):
        return "plan"
    told = _modes(language)
    return next((told[word] for word in _WORD.findall(cue.lower()) if word in told), "speech")


@cache
def _modes(language: Language) -> dict[str, Mode]:
    """Word of a cue -> the mode it tells; a plan before a thought, where a word may be either."""
    grammar = language.grammar(ModeGrammar)
    kinds: tuple[tuple[Mode, frozenset[str]], ...] = (
        ("speech", first_words(language, "says")),
        ("thought", first_words(language, "thinks") | grammar.thoughts),
        ("plan", first_words(language, "decides") | grammar.plan_nouns),
    )
    return {word: told for told, words in kinds for word in words}


def first_words(language: Language, feature: str) -> frozenset[str]:
    """First words of the forms of all verbs that have ``feature``."""
    return frozenset(form.partition(" ")[0] for form in language.lexicon.verbs(feature))


def _is_document(source: str, grammar: ModeGrammar) -> bool:
    """Whether the head of a source names something written."""
    cut = grammar.head_ends.search(source, 1)
    words = _WORD.findall(source[: cut.start()] if cut and cut.start() > 1 else source)
    if not words or words[-1].lower() not in grammar.documents:
        return False
    return bool(words[-1].islower() or len(words) == 1)
