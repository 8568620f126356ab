"""English forms that rules give: "says", "reported", "agencies"."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.languages.lexicon import Class

_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
# Verbs of more than one syllable that double their last consonant before -ed and -ing.
_DOUBLING = frozenset({"admit", "commit", "refer", "rebut", "permit", "submit", "concur", "regret", "omit"})


def inflect(word: str, word_class: Class, given: Mapping[str, str]) -> Mapping[str, str]:
    """The forms of ``word`` by name; ``given`` ones are kept, closed-class words have none but these.

    Verbs: ``third`` (says), ``past``, ``participle``, ``ing``. A participle that is not given is the past.
    Nouns: ``plural``.
    """
    if word_class == "noun":
        return {"plural": _with_s(word), **given}
    if word_class != "verb":
        return given
    past = given.get("past", _with_ending(word, "ed"))
    regular = {"third": _with_s(word), "past": past, "participle": past, "ing": _with_ending(word, "ing")}
    return {**regular, **given}


def _with_s(word: str) -> str:
    if word.endswith(_HISSING):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def _with_ending(word: str, ending: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + ending
    if ending == "ed" and word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ied"
    return word + word[-1] + ending if _doubles(word) else word + ending


def _doubles(word: str) -> bool:
    """Whether the last consonant is doubled: "plan", "quip", not "fear", "say" or "visit"."""
    if word in _DOUBLING:
        return True
    ends_short = len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS
    one_syllable = sum(c in _VOWELS for c in word.replace("qu", "q")) == 1
    return ends_short and one_syllable
