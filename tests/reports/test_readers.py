"""Corrections are marks at the passages that they name, and at no other."""

from __future__ import annotations

from dataclasses import replace

from builders import article, statement
from onrecord.records import AnnotatedArticle, Corpus, Corrected, Correction, Place
from onrecord.reports.brief.readers import Mark, of_places, of_statement
from onrecord.reports.lookup import Lookup

OF = article("“It will rain,” Tal said. “It will not,” Oke said.")
RAIN, DRY = statement(OF, "It will rain", "Tal", "said"), statement(OF, "It will not", "Oke")
CORPUS = Corpus((AnnotatedArticle(OF, statements=(RAIN, DRY)),))


def told(*corrections, holds=True):
    kept = tuple(Corrected(number, "", c, holds) for number, c in enumerate(corrections, 1))
    return Lookup.of(replace(CORPUS, corrected=kept))


def at(of, note=""):
    return Place(OF.id, of.content[0].start, of.content[0].end, note)


def test_a_mark_stands_where_it_was_made():
    found = told(
        Correction("mark", places=(at(RAIN),), about="statement", verdict="wrong", by="ada", value="x")
    )
    assert of_statement(found, RAIN) == (Mark(1, "wrong, says ada: x"),)
    assert of_statement(found, DRY) == ()


def test_a_place_that_names_its_statement_speaks_of_no_other():
    found = told(Correction("split", ("Oke",), (at(RAIN, DRY.id),)))
    assert of_statement(found, RAIN) == ()
    assert of_statement(found, DRY) == (Mark(1, "speaker corrected by a reader"),)


def test_what_was_taken_back_is_no_mark():
    assert (
        of_statement(told(Correction("mark", places=(at(RAIN),), verdict="wrong"), holds=False), RAIN) == ()
    )


def test_a_claim_is_marked_by_all_its_places():
    found = told(Correction("mark", places=(at(RAIN), at(DRY)), about="claim", verdict="right"))
    assert of_places(found, (at(DRY), at(RAIN))) == (Mark(1, "right, says a reader"),)
    assert of_places(found, (at(RAIN),)) == ()
