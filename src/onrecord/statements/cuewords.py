"""The cue words of ``languages.english.cues``, every form of each, ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.languages.english import cues


@dataclass(frozen=True, slots=True)
class CueWord:
    """A verb that hands on somebody's words: ``particle`` is its second word ("point out"), or empty."""

    lemma: str
    particle: str
    speech: bool
    inverts: bool


def inflect(entry: str) -> tuple[str, ...]:
    """All forms of ``base``, or of ``base:past[:participle]`` when it is irregular."""
    base, *irregular = entry.split(":")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    if base in cues.DOUBLING:
        stem = base + base[-1]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = [base + "d" if base.endswith("e") else stem + "ed"]
    if base.endswith("y") and base[-2] not in "aeiou":
        third, past = base[:-1] + "ies", [base[:-1] + "ied"]
    return (base, third, stem + "ing", *(irregular or past))


@cache
def cue_words() -> dict[str, tuple[CueWord, ...]]:
    """Lower-case form -> the cue verbs it may be a form of, those with a particle first."""
    table: dict[str, list[CueWord]] = {}
    groups = (
        (cues.INVERTING, True, True),
        (cues.SPEAKING, True, False),
        (cues.PLANNING, False, False),
        (cues.THINKING, False, False),
        (cues.SHOWING, False, False),
    )
    for entries, speech, inverts in groups:
        for entry in entries:
            verb, _, particle = entry.partition("~")
            lemma = verb.partition(":")[0]
            for form in inflect(verb):
                known = table.setdefault(form, [])
                if not any(k.lemma == lemma and k.particle == particle for k in known):
                    known.append(CueWord(lemma, particle, speech, inverts))
    return {form: tuple(sorted(known, key=lambda k: not k.particle)) for form, known in table.items()}
