"""What a language supplies to set attributions right: how clauses are built around a cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class ClauseGrammar(Grammar):
    """Forms of clauses, as patterns.

    Attributes:
        manner: an adverb before a quotation, how it was said ("bluntly").
        lead: conjunctions before a clause's first word.
        aside: a participle after a comma, as group ``verb``, matched right after a source.
        beside: what is done together ("with the guild, the board and "); ``with`` ends at its preposition.
        absolute: who does what the participle behind it says (``who``: "with *officials* saying").
        doing: a participle right after a source.
        agent: a passive before the one who did it ("was sued by ").
        told: a passive of telling, right after whoever was told ("were warned").
        heard: what a court does that is told something, right after it; ``matter`` opens what it is told.
        accused: a passive of reproach, right after whoever is reproached ("are being accused").
        by_agent: the ``agent`` of such a passive after its ``verb`` ("pressed by Olm on whether").
        quotes_as: ``whom`` a medium quotes, with ``verb`` and ``says`` around ("quotes Brill as saying").
        quoted_as: from whoever a medium quotes up to what is said ("was quoted by Brill as saying").
        figure: a content that is a figure (``first``) and then what another says ("15 and Brill said 19").
        figure_before: a figure that opens a source and is what another said.
        comment: what begins a writer's comment, right after a quotation (", which …").
        item: an item of a list of infinitives (group ``to``) or participles; ``first`` is its first word.
        said: a short ``source`` and its ``cue``, right after a quotation.
        meanwhile: a participle that opens a sentence ("Opening the fair").
        neither: two verbs that are denied together ("neither confirmed nor denied").
        no_name: found in a word that is part of no name.
    """

    section: ClassVar[str] = "clauses"
    manner: re.Pattern[str]
    lead: re.Pattern[str]
    aside: re.Pattern[str]
    beside: re.Pattern[str]
    absolute: re.Pattern[str]
    doing: re.Pattern[str]
    agent: re.Pattern[str]
    told: re.Pattern[str]
    heard: re.Pattern[str]
    matter: re.Pattern[str]
    accused: re.Pattern[str]
    by_agent: re.Pattern[str]
    quoted_as: re.Pattern[str]
    quotes_as: re.Pattern[str]
    figure: re.Pattern[str]
    figure_before: re.Pattern[str]
    comment: re.Pattern[str]
    item: re.Pattern[str]
    said: re.Pattern[str]
    meanwhile: re.Pattern[str]
    neither: re.Pattern[str]
    no_name: re.Pattern[str]
