"""The verbs by which a language reports speech, in all their forms, ready for look-up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from onrecord.languages import Language
from onrecord.languages.lexicon import Entry

# Features of a cue verb: what it hands on.
_HANDS_ON = ("says", "reports_plan", "reports_thought", "shows")


@dataclass(frozen=True, slots=True)
class CueWord:
    """A verb that hands on somebody's words: ``particle`` is its second word ("point out"), or empty."""

    lemma: str
    particle: str
    speech: bool
    inverts: bool


@cache
def cue_words(language: Language) -> dict[str, tuple[CueWord, ...]]:
    """Lower-case form of the verb -> the cue verbs it may be a form of, those with a particle first."""
    table: defaultdict[str, list[CueWord]] = defaultdict(list)
    for entry in language.lexicon.of_class("verb", *_HANDS_ON):
        cue = _cue_word(entry)
        for form in {form.partition(" ")[0] for form in entry.forms.values()}:
            table[form].append(cue)
    return {form: tuple(sorted(known, key=lambda k: not k.particle)) for form, known in table.items()}


def _cue_word(entry: Entry) -> CueWord:
    lemma, _, particle = entry.word.partition(" ")
    return CueWord(lemma, particle, "says" in entry.features, "inverts" in entry.features)
