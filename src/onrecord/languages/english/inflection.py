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

    Verbs: ``third`` (says), ``past``, ``participle``, ``ing``. A participle that is not given is the past. Of
    a verb of two words the first is inflected, and given forms are those of the first ("pointed out").
    Nouns: ``plural``.
    """
    if word_class == "noun":
        return {"plural": _with_s(word), **given}
    if word_class != "verb":
        return given
    verb, *particle = word.split(" ")
    past = given.get("past", _with_ed(verb))
    regular = {"third": _with_s(verb), "past": past, "participle": past, "ing": _with_ing(verb)}
    return {name: " ".join((form, *particle)) for name, form in {**regular, **given}.items()}


def _with_s(word: str) -> str:
    """The third person of a verb, the plural of a noun."""
    if word.endswith(_HISSING):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ied"
    return f"{_before_ending(word)}ed"


def _with_ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return f"{word[:-1]}ing"
    return f"{_before_ending(word)}ing"


def _before_ending(word: str) -> str:
    """``word`` with its last consonant doubled where English does: "plan", "quip", not "fear" or "visit"."""
    ends_short = len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS
    one_syllable = sum(c in _VOWELS for c in word.replace("qu", "q")) == 1
    return word + word[-1] if word in _DOUBLING or (ends_short and one_syllable) else word
