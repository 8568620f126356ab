"""One handle for each language: found by its code, with its grammar and words loaded when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest

from onrecord import languages
from onrecord.languages.grammar import Grammar, NumberGrammar, WordGrammar

ENGLISH = languages.of("en")


@dataclass(frozen=True, slots=True, eq=False)
class ToneGrammar(Grammar):
    """Asked of no language here."""

    section: ClassVar[str] = "tones"


@dataclass(frozen=True, slots=True, eq=False)
class OtherWords(Grammar):
    """Names a module that holds another kind."""

    section: ClassVar[str] = "words"


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "en_US", None, "xx", ""])
def test_a_language_without_a_folder_is_read_with_the_words_of_the_default(code):
    assert languages.of(code) is ENGLISH


def test_a_grammar_is_the_one_of_the_folder_and_always_the_same():
    grammar = ENGLISH.grammar(NumberGrammar)
    assert grammar.small["seven"] == 7
    assert ENGLISH.grammar(NumberGrammar) is grammar


def test_a_grammar_that_a_language_lacks_is_named():
    with pytest.raises(LookupError, match=r"'en' has no ToneGrammar.*tones"):
        ENGLISH.grammar(ToneGrammar)
    with pytest.raises(LookupError, match=r"words holds no OtherWords"):
        ENGLISH.grammar(OtherWords)
    assert ENGLISH.grammar(WordGrammar).function_words  # a wrong kind asked for first does no harm


def test_names_of_days_come_with_their_numbers():
    assert ENGLISH.day_names["sept"] == ("month", 9)
    assert ENGLISH.day_names["sunday"] == ("weekday", 7)
    assert "today" not in ENGLISH.day_names


def test_words_of_a_text_that_is_no_article():
    assert ENGLISH.plain_words("The Dock-Workers’ Union, ÉLAN") == ["the", "dock-workers", "union", "elan"]
    assert ENGLISH.is_negation("didn’t")
    assert not ENGLISH.is_content("whose")
    assert ENGLISH.fold("denies") == ENGLISH.fold("denied")


def test_rare_words_tell_more_and_likeness_is_a_share():
    assert ENGLISH.rarity(ENGLISH.fold("drawbridge")) > ENGLISH.rarity(ENGLISH.fold("people"))
    one, two = frozenset({"drawbridg", "harbor"}), frozenset({"drawbridg"})
    assert ENGLISH.likeness(one, two) == ENGLISH.likeness(two, one) == 1.0
    assert ENGLISH.likeness(two, frozenset({"harbor"})) == 0.0
