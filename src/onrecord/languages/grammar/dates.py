"""What a language supplies to find and resolve time expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar

# ``(month, day)``; ``(month, weekday, n)``; ``(month, weekday, n, first day)``;
# ``("easter" | "orthodox", days)``; ``("new moon" | "full moon", month, day)``: the first from that day on,
# and with a fourth number so many days later; ``("islamic", month, day)``; ``("varies", 0)`` for a name of a
# day that no rule places.
HolidayRule = (
    tuple[int, int]
    | tuple[int, int, int]
    | tuple[int, int, int, int]
    | tuple[str, int]
    | tuple[str, int, int]
    | tuple[str, int, int, int]
)


@dataclass(frozen=True, slots=True, eq=False)
class DateGrammar(Grammar):
    """Time words by category, and the rules that are searched in the categories.

    Attributes:
        proper: category -> word as it is capitalised -> value.
        words: category -> word in lower case -> value.
        punctuation: mark -> category.
        groups: name -> the categories and groups it stands for in a rule.
        fragments: name -> the piece of a rule it stands for.
        rules: (kind, rule over category names), the one listed first wins among equally long ones.
        holidays: name -> when it falls.
        named_days: a day known by a name in figures -> its ISO day.
        months: month in lower case, in full or short -> 1 to 12.
        weekdays: weekday as it is written in full -> 1 for Monday.
        first_names: months, capitalised, that people are called by.
        past_form, not_past: the form of a regular past verb, and words that only look like one.
        documents: nouns, in singular and plural, of what bears a day; ``dating``: what links the two.
        titles: abbreviations in lower case that end no sentence.
        range_joiners: words and marks between the ends of a range of dates.
        weekday_joiners: those between two weekdays, which need no opener.
        range_pairs: the word that opens a range -> the one between its ends.
        decisions: past verbs -> 1 where what they are followed by with "to" is to come ("pledged to close on
            30 June"), 0 where it may be ("decided to").
        auxiliaries_ahead: words that may stand between "had" and a plan that was overtaken.
        passive: the infinitive of the auxiliary after which a participle is no past.
        manner: the form of an adverb that may stand between the two ("be partly opened").
    """

    section: ClassVar[str] = "dates"
    proper: Mapping[str, Mapping[str, object]]
    words: Mapping[str, Mapping[str, object]]
    punctuation: Mapping[str, object]
    groups: Mapping[str, tuple[str, ...]]
    fragments: Mapping[str, str]
    rules: tuple[tuple[str, str], ...]
    holidays: Mapping[str, HolidayRule]
    named_days: Mapping[str, str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    first_names: frozenset[str]
    past_form: re.Pattern[str]
    not_past: frozenset[str]
    documents: frozenset[str]
    dating: frozenset[str]
    titles: frozenset[str]
    range_joiners: frozenset[str]
    weekday_joiners: frozenset[str]
    range_pairs: Mapping[str, str]
    decisions: Mapping[str, int]
    auxiliaries_ahead: frozenset[str]
    passive: str
    manner: re.Pattern[str]
