"""What a language supplies to find facts that clash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class ConflictGrammar(Grammar):
    """Words by which two accounts of one thing are told to agree or not.

    Attributes:
        at_least, at_most, roughly: match at the end of what precedes a number they bound or hedge.
        no_count: the same for what makes a number a name or a date ("Section", "June").
        exact_date: found in a date that is told by a month or a figure.
        same_event: ``fold`` key of a verb -> that of the verb that stands for all of its meaning.
        unchanging: plain verbs that tell in their base form what happened ("cut").
        same_thing: the same of a noun for what is counted.
        somebody: the key that ``same_thing`` gives to people; ``anybody`` those that say no more of whom
            something befell, ``fates`` what befalls people.
        singly: ``plain`` words for one person who did what is counted.
        past: found at the end of a verb that tells what happened, and of no noun.
        no_events: keys of words that name no event, verbs of saying among them.
        verb_endings: endings of regular verbs that tell what happened.
        extent: a share of something before its name; the group that matched says which.
        placed: a preposition and the name (group ``name``) of where something happened.
        range_of_years: a term of years, its first and last as groups 1 and 2.
        not_denied: keys of words after "not" with which it denies nothing ("not only").
        not_counted: keys that look like a negation and are none of their own ("nor"); ``of_nouns`` those that
            deny the noun after them and not the clause ("no").
        denying: other words that deny what they come before ("yet to").
        of_nobody: what stands for nobody and nothing as the subject of a verb, at the end of some words.
        part_of: what stands between the number of a part and that of its whole ("nine of the fourteen").
        relations: keys of words that join two persons' names ("wife", "spokesman").
        derived_endings: endings that make another word of a name, not another spelling.
        statuses: participle of what is done to a person -> the one that stands for all of its meaning.
        being: forms of the verb that make a passive; ``be`` the bare one, that tells nothing yet.
        pending: words that put an act ahead.
        other_subjects: words that begin a clause of which the name before is no subject.
        ranks: word that ranks an office -> the one that stands for all of its meaning.
        unranked: words of a title that say when, or how long.
        indefinite: words before what several people are at a time.
        office_ends: words at which the noun of an office has been named.
        short_forms: first names that are one.
    """

    section: ClassVar[str] = "conflicts"
    at_least: re.Pattern[str]
    at_most: re.Pattern[str]
    roughly: re.Pattern[str]
    no_count: re.Pattern[str]
    exact_date: re.Pattern[str]
    same_event: Mapping[str, str]
    unchanging: frozenset[str]
    same_thing: Mapping[str, str]
    somebody: str
    singly: frozenset[str]
    anybody: frozenset[str]
    fates: frozenset[str]
    past: re.Pattern[str]
    no_events: frozenset[str]
    verb_endings: tuple[str, ...]
    extent: re.Pattern[str]
    placed: re.Pattern[str]
    range_of_years: re.Pattern[str]
    not_denied: frozenset[str]
    not_counted: frozenset[str]
    of_nouns: frozenset[str]
    denying: re.Pattern[str]
    of_nobody: re.Pattern[str]
    part_of: re.Pattern[str]
    relations: frozenset[str]
    derived_endings: frozenset[str]
    statuses: Mapping[str, str]
    being: frozenset[str]
    be: str
    pending: frozenset[str]
    other_subjects: frozenset[str]
    ranks: Mapping[str, str]
    unranked: frozenset[str]
    indefinite: frozenset[str]
    office_ends: frozenset[str]
    short_forms: tuple[frozenset[str], ...]
