"""What a language supplies to tell whether two passages answer one question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class RelationGrammar(Grammar):
    """Words by which clauses and measures are told.

    Attributes:
        clause_openers: ``plain`` words that open a clause or a phrase of its own.
        measures: ``plain`` word of a unit -> (dimension, factor, offset): a value times the factor plus the
            offset is in the unit that stands for the dimension.
        confirming: ``plain`` forms of verbs that say that a thing is so.
        bound: words that bound or weaken what is said; the name of the group that matched is their kind.
        strict: those of ``bound`` that limit a predicate whatever else its sentence tells. Named by what they
            limit: a "clause" before them, a "verb" or "number" after, a "plan" that elsewhere will be done.
        hedged: other words that leave a thing as open as a doubt among ``bound`` does.
        telling_only: those of ``bound`` that bound what is denied, and else only tell when, or which.
        retold: opens a clause that limits a claim in whatever words this is told.
        certain: ``plain`` words that say that a thing will be so; ``permits`` that it is allowed.
        unfinished: found at the end of a verb's form on which no clause hangs ("showing").
        possible: says that a thing may be; ``possibility`` are ``plain`` words that say whether, not what.
        asks: ``plain`` words that open an indirect question, in the place of which a bound bounds nothing.
        amounts: ``plain`` words that say of how many in another way ("many" for "most").
        joins: ``plain`` words that join a clause to one before it.
        adds: ``plain`` words of what comes on top of something told before.
        places: ``plain`` words after which a name is where something was said, and not who said it.
        limits: ``plain`` words before a day that make it a limit.
        samples: ``plain`` words of sentences that tell how people were asked.
        tallies: tells that a count was not at its end ("with half of the votes counted").
        growing: tells that a count may be higher the next hour ("so far").
        range_join: matches what stands before the lower number of a range, "|", and what stands before the
            upper one.
    """

    section: ClassVar[str] = "relations"
    clause_openers: frozenset[str]
    confirming: frozenset[str]
    range_join: re.Pattern[str]
    measures: Mapping[str, tuple[str, float, float]]
    bound: re.Pattern[str]
    strict: re.Pattern[str]
    hedged: re.Pattern[str]
    telling_only: re.Pattern[str]
    retold: re.Pattern[str]
    certain: frozenset[str]
    permits: frozenset[str]
    unfinished: re.Pattern[str]
    possible: re.Pattern[str]
    possibility: frozenset[str]
    asks: frozenset[str]
    amounts: frozenset[str]
    places: frozenset[str]
    limits: frozenset[str]
    samples: frozenset[str]
    tallies: re.Pattern[str]
    growing: re.Pattern[str]
    joins: frozenset[str]
    adds: frozenset[str]
