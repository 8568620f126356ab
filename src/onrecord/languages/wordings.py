"""Tables that tell by its wording what a statement does: ordered lines, the first that fits wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from onrecord.languages.sentences import sentences

_LONGEST = 400  # characters of content; what decides stands early
_CUES = 4096  # cues remembered
_MARKS = "\"'“”‘’«»`,;:()[] \n"
_THAT = re.compile(r"^that\b[ ,]*")
_QUOTES = re.compile("[\"“”«»]|''|``")
# "May" is a month or somebody behind a small word, before a number and before a small word; a verb among
# capitals ("Minister May Resign").
_NO_VERB = re.compile(
    r"(\b[a-z]\w*[,;:]? )May\b(?! (?:be|have|not)\b)|(\w )May\b(?= [a-z]| ?[,.;:)]|$)|()\bMay(?= \d)"
)


class Line(NamedTuple):
    """A label and what calls for it: every field that is given must fit.

    The entries of a field are regular expressions of whole words, any of which will do: ``cue`` is found
    anywhere in the cue, ``opens`` at the beginning of the content's first sentence, ``content`` anywhere in
    that sentence, ``ends`` at the end of the content as a whole.
    """

    label: str
    cue: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class _Compiled(NamedTuple):
    """A line with one pattern per field; None where the field is empty."""

    label: str
    cue: re.Pattern[str] | None
    opens: re.Pattern[str] | None
    content: re.Pattern[str] | None
    ends: re.Pattern[str] | None

    def fits(self, first: str, whole: str) -> bool:
        """Whether first sentence and whole content show all that the line asks for."""
        return (
            (self.opens is None or self.opens.match(first) is not None)
            and (self.content is None or self.content.search(first) is not None)
            and (self.ends is None or self.ends.search(whole) is not None)
        )

    def stands_at(self, first: str) -> tuple[int, int]:
        """Where in the first sentence the words stand that called for the label; 0, 0: the cue alone did."""
        found = (self.opens and self.opens.match(first), self.content and self.content.search(first))
        return max((match.span() for match in found if match), default=(0, 0), key=lambda span: span[1])


class Reading(NamedTuple):
    """A label, the first sentence it was read off, in lower case, and where the words stand that tell it."""

    label: str
    first: str
    start: int
    end: int


class Wordings:
    """A table of lines, compiled."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = [
            _Compiled(
                line.label,
                _pattern(r"\b(?:{})\b", line.cue),
                _pattern(r"(?:{})\b", line.opens),
                _pattern(r"\b(?:{})\b", line.content),
                _pattern(r"(?:{})$", line.ends),
            )
            for line in lines
        ]
        # Half of all statements have one of a dozen cues.
        self._fitting = lru_cache(maxsize=_CUES)(self._fitting_of)

    def read(self, cue: str, content: str) -> Reading | None:
        """What the first line that fits makes of a statement.

        Cue and content are compared in lower case; of the content its first sentence, without quotation
        marks and without a leading "that".
        """
        first, whole = first_sentence(content), _QUOTES.sub("", content[-_LONGEST:]).rstrip(_MARKS)
        cue = " ".join(cue.lower().split())
        for line in self._fitting(cue):
            if line.fits(first, whole):
                return Reading(line.label, first, *line.stands_at(first))
        return None

    def _fitting_of(self, cue: str) -> tuple[_Compiled, ...]:
        """The lines that a cue allows."""
        return tuple(line for line in self._lines if line.cue is None or line.cue.search(cue))

    def label(self, cue: str, content: str) -> str | None:
        """The label of the first line that fits, or None."""
        found = self.read(cue, content)
        return None if found is None else found.label


def first_sentence(content: str) -> str:
    """The first sentence in lower case, without quotation marks and without a leading "that"."""
    spans = sentences(content[:_LONGEST])
    first = spans[0].of(content) if spans else content[:_LONGEST]
    return _THAT.sub("", _NO_VERB.sub(_as_name, _QUOTES.sub("", first)).lower().strip(_MARKS))


def _as_name(match: re.Match[str]) -> str:
    """What stands before "May", and a word that is nothing but a name."""
    return next(part for part in match.groups() if part is not None) + "name"


def _pattern(form: str, entries: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all entries of a field."""
    return re.compile(form.replace("{}", "|".join(entries))) if entries else None
