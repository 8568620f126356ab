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
    if _is_document(language, source):
        return "document"
    if quoted:
        return "speech"
    if language.grammar(ModeGrammar).plans.search(cue.lower()):
        return "plan"
    told = _modes(language)
    return next((told[word] for word in _WORD.findall(cue.lower()) if word in told), "speech")


def is_estimate(language: Language, cue: str, content: str) -> bool:
    """Whether somebody gives a figure, and so says it: "*put* the cost *at* 40 million"."""
    return language.grammar(ModeGrammar).estimates.match(f"{cue} {content}") is not None


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


def up_to_head(language: Language, source: str) -> list[str]:
    """The words of a source with its head last: "the banner" of "the banner of the guild"."""
    cut = language.grammar(ModeGrammar).head_ends.search(source, 1)
    return _WORD.findall(source[: cut.start()] if cut and cut.start() > 1 else source)


def _is_document(language: Language, source: str) -> bool:
    """Whether the head of a source names something written."""
    words, grammar = up_to_head(language, source), language.grammar(ModeGrammar)
    if not words or words[-1].lower() not in grammar.documents:
        return False
    return bool(words[-1].islower() or len(words) == 1)
