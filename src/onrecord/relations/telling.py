"""What one article says that can be compared with another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.records import AnnotatedArticle, Span, Speaker, Statement
from onrecord.relations import (
    attribution,
    days,
    extents,
    names,
    numbers,
    places,
    possibilities,
    questions,
    retold,
    sayings,
    stances,
    status,
    titles,
    values,
)
from onrecord.relations.facts import told
from onrecord.text import Sentence, View


@dataclass(frozen=True, slots=True)
class Telling:
    """An article with all that the finders compare, found in it once for all pairs it is in.

    ``values``: also those that ``side`` leaves out, days of saying.
    """

    item: AnnotatedArticle
    view: View
    sentences: list[Sentence]
    quantities: list[numbers.Quantity]
    dates: list[days.Dated]
    terms: list[days.Term]
    names: names.Names
    titles: list[titles.Title]
    statuses: list[status.Status]
    places: places.Places
    extents: list[extents.Extent]
    sayings: list[sayings.Saying]
    quoted: dict[tuple[str, ...], tuple[Statement, Span]]
    side: questions.Side
    values: list[values.Value]
    held: list[stances.Held]
    possible: list[possibilities.Possibility]
    retold: list[retold.Telling]


def telling_of(
    item: AnnotatedArticle,
    view: View,
    renders: Mapping[str, frozenset[str]],
    speakers: Mapping[str, Speaker],
) -> Telling:
    """What ``item`` tells.

    Args:
        item: the article.
        view: of the article.
        renders: statement id -> ids of the utterances that it renders.
        speakers: by id.
    """
    sentences = told(view)
    quantities, dates = numbers.quantities(item, sentences), days.dated(item, sentences)
    return Telling(
        item,
        view,
        sentences,
        quantities,
        dates,
        days.terms(sentences),
        names.names(sentences),
        titles.titles(item, view.language),
        status.statuses(sentences),
        places.places(item, sentences),
        extents.extents(sentences),
        sayings.sayings(item, quantities, dates, renders),
        attribution.quoted(item, view, speakers),
        questions.side(view, values.values(quantities, dates, sentences)),
        values.values(quantities, dates, sentences, of_saying=True),
        stances.held(item, view),
        possibilities.possibilities(item, view),
        retold.tellings(item, view, renders),
    )
