"""English forms that rules give: "says", "reported", "agencies"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.languages.lexicon import Class

_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
# Verbs of more than one syllable that double their last consonant before -ed and -ing.
_DOUBLING = frozenset({"admit", "commit", "refer", "rebut", "permit", "submit", "concur", "regret", "omit"})

# Words in -s that are no form of the word without it.
_ALONE = frozenset({"news", "politics", "economics", "physics", "ethics", "arms", "goods", "customs"})
# Words that comparing takes for one with a verb, though they are no forms of it.
DERIVED = frozenset({"dead", "death", "deaths"})
# (what a form ends in, what its base has in that place).
_ENDINGS = (
    *(("ies", "y"), ("es", ""), ("s", "")),
    *(("ied", "y"), ("ed", ""), ("d", "")),
    *(("ing", ""), ("ing", "e")),
)
_SHORTEST_BASE = 3


def bases(word: str) -> Iterator[str]:
    """Words that ``word`` may be a form of, by rule alone: of "planned" and "plans" that is "plan".

    Some are no words ("planne"). What stands before the ending has a vowel ("bring" is no form of "bre"), and
    more than one where the word ends in -eed ("agreed", not "feed").
    """
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if word in _ALONE or stem == word or not any(c in "aeiouy" for c in stem):
            continue
        if word.endswith("eed") and sum(c in _VOWELS for c in stem) <= 2:
            continue
        doubled = stem[-1:] == stem[-2:-1] and stem[-1:] not in "lsz"
        for base in (stem + instead, *((stem[:-1],) if doubled else ())):
            forms = {**inflect(base, "noun", {}), **inflect(base, "verb", {})}
            if len(base) >= _SHORTEST_BASE and word in forms.values():
                yield base


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
