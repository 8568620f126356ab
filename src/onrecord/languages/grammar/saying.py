"""What a language supplies to tell which date belongs to a cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class SayingGrammar(Grammar):
    """Words around a cue.

    Attributes:
        pronouns: sources that go on with the one before, in lower case.
        other_clause: words that open another clause between a cue and a date.
        relative: words that open a relative clause.
        naming: at the end of what precedes a year that is part of a name ("the 2016 election").
        definite: the article before what is named by its date, with its space, in lower case.
        opening, occasion_opening: all that may stand before a date that opens its sentence.
        participle: the ending of a cue whose subject stands before another verb.
        roles: offices by which an article goes on about someone it has named.
        spokesmen: words for who speaks for a body, in lower case; ``its`` belongs to one named before.
        earlier: at a sentence's start, a word for a time before the rest of the article.
        before_now: beside a cue that tells of a time before the story's own.
        published: words for a text and for its publication, which a date may follow.
        written: in a cue or venue: it was posted or written in a letter.
        perfect: in a cue: it tells of no single occasion ("has said").
        occasion: names what is written down as it is held, and out the same day ("press conference").
        imprint: before a day on a line: it is that of the page ("Updated").
    """

    section: ClassVar[str] = "saying"
    pronouns: frozenset[str]
    other_clause: re.Pattern[str]
    relative: re.Pattern[str]
    naming: re.Pattern[str]
    definite: str
    opening: re.Pattern[str]
    occasion_opening: re.Pattern[str]
    participle: str
    roles: frozenset[str]
    spokesmen: frozenset[str]
    its: frozenset[str]
    earlier: re.Pattern[str]
    before_now: re.Pattern[str]
    published: re.Pattern[str]
    occasion: re.Pattern[str]
    imprint: re.Pattern[str]
    written: re.Pattern[str]
    perfect: re.Pattern[str]
