"""What a speaker does with a statement: assert, deny, decline, hedge, ask, urge or commit."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast, get_args

from onrecord.languages.english.stances import RULES
from onrecord.languages.sentences import sentences
from onrecord.records import Stance

_LONGEST = 400  # characters of content; what decides stands early
_MARKS = "\"'“”‘’«»`,;:()[] \n"
_THAT = re.compile(r"^that\b[ ,]*")
_QUOTES = re.compile("[\"“”«»]|''|``")

_Pattern = re.Pattern[str] | None


class _Rule(NamedTuple):
    """A rule of the table, compiled: what the cue and the content must show."""

    stance: Stance
    cue: _Pattern
    content: tuple[re.Pattern[str], ...]


@cache
def _rules() -> tuple[_Rule, ...]:
    """The table, compiled once."""
    compiled = []
    for rule in RULES:
        if rule.stance not in get_args(Stance):
            raise ValueError(f"no such stance: {rule.stance}")
        content = [
            re.compile(form.format("|".join(entries)))
            for form, entries in (
                (r"^(?:{})\b", rule.opens),
                (r"\b(?:{})\b", rule.content),
                (r"(?:{})$", rule.ends),
            )
            if entries
        ]
        cue = re.compile(r"\b(?:{})\b".format("|".join(rule.cue))) if rule.cue else None
        compiled.append(_Rule(cast("Stance", rule.stance), cue, tuple(content)))
    return tuple(compiled)


def stance(cue: str, content: str) -> Stance:
    """The stance of a statement by the words of its cue and content; "assert" when nothing says otherwise."""
    first = _first_sentence(content[:_LONGEST])
    cue = " ".join(cue.lower().split())
    for rule in _rules():
        if (rule.cue is None or rule.cue.search(cue)) and all(p.search(first) for p in rule.content):
            return rule.stance
    return "assert"


def _first_sentence(content: str) -> str:
    """The first sentence in lower case, without quotation marks and without a leading "that"."""
    spans = sentences(content)
    first = spans[0].of(content) if spans else content
    return _THAT.sub("", _QUOTES.sub("", first).lower().strip(_MARKS))
