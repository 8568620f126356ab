"""Spans that readers gave hold for the statement that they meant, however a later reading cuts it."""

from __future__ import annotations

import pytest

import builders
from onrecord.comparison.recutting import given
from onrecord.records import AnnotatedArticle, Correction, Place, Span, StatementSpans

TEXT = "Orle said the weir would hold. Venn said the road was dry."
SPANS = StatementSpans((), (), (Span(0, 4),))


def item():
    article = builders.article(TEXT)
    told = (
        builders.statement(article, "the weir would hold", "Orle", "said", id="one"),
        builders.statement(article, "the road was dry", "Venn", "said", id="two"),
    )
    return AnnotatedArticle(article, statements=told)


def of(place):
    return given(item(), [Correction("mark", about="statement", places=(place,), spans=SPANS)])


WEIR = len("Orle said the weir would hold")


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        (Place("a", 0, 4, "two"), ["two"]),  # by its id, wherever it stood
        (Place("a", 0, WEIR, "gone"), ["one"]),
        (Place("a", 0, 15, "gone"), ["one"]),  # more than half of it
        (Place("a", 0, 14, "gone"), []),
        (Place("a", 31, 57, "gone"), ["two"]),
        (Place("b", 0, WEIR, "one"), []),
    ],
)
def test_which_statement_a_reader_meant(place, meant):
    assert list(of(place)) == meant


def test_the_last_word_counts():
    last = StatementSpans((), (), (Span(5, 9),))
    told = [
        Correction("mark", about="statement", places=(Place("a", 0, 4, "one"),), spans=spans)
        for spans in (SPANS, last)
    ]
    assert given(item(), told) == {"one": last}
