"""What a language supplies to find to whom and on what occasion something was said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class OccasionGrammar(Grammar):
    """Words around a cue that name an addressee or a venue.

    Attributes:
        told: a verb whose object is always the one spoken to.
        told_that: one whose object may be that.
        speaking: "speaking to", "in an interview with", "wrote to".
        venues: nouns of occasions and channels; ``meetings`` those after which something is said.
        channels: those that stand without an article ("on Twitter").
        preposition: begins the phrase of a venue; ``afterwards`` are the prepositions that only meetings
            follow, and ``talking`` the participle that is a venue with any object.
        no_venue: prepositions and conjunctions at which the phrase read names no venue.
        joins: words inside the phrase of a venue after which a name may follow.
        ends_addressee: words that an addressee cannot contain.
        in_addressee: words that it can nevertheless, once it has begun; ``owners`` while it has not.
        no_end: words that it cannot end in.
        not_names: capitalised words that belong to no name.
        weekdays: in lower case.
    """

    section: ClassVar[str] = "occasions"
    told: re.Pattern[str]
    told_that: re.Pattern[str]
    speaking: re.Pattern[str]
    venues: frozenset[str]
    meetings: frozenset[str]
    channels: frozenset[str]
    preposition: re.Pattern[str]
    afterwards: frozenset[str]
    talking: str
    no_venue: frozenset[str]
    joins: frozenset[str]
    ends_addressee: frozenset[str]
    in_addressee: frozenset[str]
    owners: frozenset[str]
    no_end: frozenset[str]
    not_names: frozenset[str]
    weekdays: frozenset[str]
