"""Tables that tell by its wording what a statement does: ordered lines, the first that fits wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.languages.sentences import sentences

_LONGEST = 400  # characters of content; what decides stands early
_MARKS = "\"'“”‘’«»`,;:()[] \n"
_THAT = re.compile(r"^that\b[ ,]*")
_QUOTES = re.compile("[\"“”«»]|''|``")


class Line(NamedTuple):
    """A label and what calls for it: every field that is given must fit.

    The entries of a field are regular expressions of whole words, any of which will do: ``cue`` is found
    anywhere in the cue, ``opens`` at the beginning of the content, ``content`` anywhere in it, ``ends`` at
    its end.
    """

    label: str
    cue: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Wordings:
    """A table of lines, compiled."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = [(line.label, _pattern(r"\b(?:{})\b", line.cue), _of_content(line)) for line in lines]

    def label(self, cue: str, content: str) -> str | None:
        """The label of the first line that fits, or None.

        Cue and content are compared in lower case; of the content its first sentence, without quotation
        marks and without a leading "that".
        """
        first = first_sentence(content)
        cue = " ".join(cue.lower().split())
        for label, cue_pattern, patterns in self._lines:
            if (cue_pattern is None or cue_pattern.search(cue)) and all(p.search(first) for p in patterns):
                return label
        return None


def first_sentence(content: str) -> str:
    """The first sentence in lower case, without quotation marks and without a leading "that"."""
    spans = sentences(content[:_LONGEST])
    first = spans[0].of(content) if spans else content[:_LONGEST]
    return _THAT.sub("", _QUOTES.sub("", first).lower().strip(_MARKS))


def _of_content(line: Line) -> tuple[re.Pattern[str], ...]:
    """The patterns that the content must show."""
    found = (
        _pattern(r"^(?:{})\b", line.opens),
        _pattern(r"\b(?:{})\b", line.content),
        _pattern(r"(?:{})$", line.ends),
    )
    return tuple(p for p in found if p is not None)


def _pattern(form: str, entries: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all entries of a field."""
    return re.compile(form.replace("{}", "|".join(entries))) if entries else None
