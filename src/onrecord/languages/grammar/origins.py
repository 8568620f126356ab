"""What a language supplies to tell where a text and its statements come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar
from onrecord.records import OriginKind


@dataclass(frozen=True, slots=True, eq=False)
class OriginGrammar(Grammar):
    """Words that name an occasion, an outlet or a source.

    Attributes:
        occasions: patterns over the words around a statement by kind; the first kind that fits is taken.
        calls: a call or meeting that a written statement tells of.
        unnamed: a source without a name.
        reporting: verbs, ``plain``, by which an article rests something on another outlet's report.
        telling: verbs, ``plain``, with which an interview is given to an outlet.
        bodies: words, ``plain``, of names that are told things without being an outlet.
        seats: names, in lower case, that stand for a government or body.
        agencies: names of news agencies as they are written.
        agency_letters: an agency's name -> the letters that credits and datelines give for it.
        outlet_words: words, ``plain``, of names of outlets.
        boilerplate: found in sentences that stand under articles of every kind.
        kind_names: kind -> what a reader calls it.
        definite: the article that outlets are named with or without, with its space.
    """

    section: ClassVar[str] = "origins"
    occasions: tuple[tuple[OriginKind, tuple[re.Pattern[str], ...]], ...]
    calls: re.Pattern[str]
    unnamed: re.Pattern[str]
    reporting: frozenset[str]
    telling: frozenset[str]
    bodies: frozenset[str]
    seats: frozenset[str]
    agencies: frozenset[str]
    agency_letters: Mapping[str, str]
    outlet_words: frozenset[str]
    boilerplate: re.Pattern[str]
    kind_names: Mapping[OriginKind, str]
    definite: str
