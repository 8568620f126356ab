"""What stands before the colon of a headline says what follows, or is what the article is about."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.text import View

BODY = (
    "“The quay is safe,” Ulla Brand said on Monday.\nThe harbour was quiet, a clerk of the port of Olm said."
)


def labels(headline, *, byline=None):
    """Sources of the statements that stand in the headline, its label read as the source of the rest."""
    text = f"{headline}\n{BODY}"
    first, rest = headline.split(": ", 1)
    lines = BODY.split("\n")
    starts = [text.index(line) for line in lines]
    blocks = [Block("headline", 0, len(headline))]
    blocks += [Block("paragraph", s, s + len(line)) for s, line in zip(starts, lines, strict=True)]
    article = builders.article(text, blocks=tuple(blocks), byline=byline)

    def given(source, cue, content):
        spans = ((Span(text.index(w), text.index(w) + len(w)),) for w in (source, cue, content))
        return Attribution(*spans, 0.5)

    read = (
        given(first, ":", rest),
        given("Ulla Brand", "said", "“The quay is safe,”"),
        given("a clerk of the port of Olm", "said.", "The harbour was quiet"),
    )
    found = assemble(View(article), Reading(read, (), "t"))
    return [s.source_text for s in found if s.headline]


@pytest.mark.parametrize(
    "headline",
    [
        "Brand: the quay will hold",  # speaks below
        "Brand at the harbour fair: the quay will hold",
        "Dock workers: the quay will fall",  # a noun of persons
        "Report: half of the quays are unsafe",  # a document
        "Ministry to Olm: close the quay",  # a body
        "Marsk: “Nobody asked us”",  # a name before a quotation
    ],
)
def test_a_label_that_speaks(headline):
    assert labels(headline) == [headline.split(":")[0]]


@pytest.mark.parametrize(
    "headline",
    [
        "Quay collapse: four people are hurt",
        "Olm: corpses of boats are everywhere",  # the place of a source
        "Opinion: the quay should go",
        "Brand: what we know so far",
        "Brand: will she go?",
        "Harbour fair at Brand: a night of lights",
    ],
)
def test_a_label_that_is_what_it_is_about(headline):
    assert labels(headline) == []


def test_an_author_signs_what_the_headline_says():
    assert labels("Varn: the case for a new quay", byline="Ines Varn") == ["Varn"]
    assert labels("Varn: the case for a new quay") == []


def behind(headline):
    """Source, content and kind of what stands in the headline, of which the reader saw nothing."""
    text = f"{headline}\n{BODY}"
    start = len(headline) + 1
    first = text.index("\n", start)
    blocks = (
        Block("headline", 0, len(headline)),
        Block("paragraph", start, first),
        Block("paragraph", first + 1, len(text)),
    )
    words = ("Ulla Brand", "said", "“The quay is safe,”")
    read = Attribution(*((Span(text.index(w), text.index(w) + len(w)),) for w in words), 0.5)
    found = assemble(View(builders.article(text, blocks=blocks)), Reading((read,), (), "t"))
    return [(s.source_text, s.content[0].of(text), s.kind) for s in found if s.headline]


@pytest.mark.parametrize("dash", ["—", "–", "-"])
@pytest.mark.parametrize("label", ["harbour officials", "Ports Ministry", "sources", "study", "Brand"])
def test_a_dash_parts_what_is_said_from_who_says_it(label, dash):
    assert behind(f"Quay will hold until May {dash} {label}") == [
        (label, "Quay will hold until May", "indirect")
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Quay will hold until May — Marsk",  # a place, or somebody who says nothing below
        "Quay will hold — and the ministry",
        "Quay will hold — for the harbour officials",
        "Quay will hold until May —harbour officials",  # no dash of a label
        "Where will the quay hold? — harbour officials",
        "Quay closed — harbour officials",  # too short to say something
        "Quay will hold until May — “harbour officials”",
    ],
)
def test_other_dashes_part_no_label(headline):
    assert behind(headline) == []


@pytest.mark.parametrize(
    ("headline", "source"),
    [("HALL FIRE THUG CAGED: ‘I LIT THE BIN’", []), ("ULLA BRAND: ‘THE QUAY IS SAFE’", ["ULLA BRAND"])],
)
def test_capitals_make_no_name_of_a_label_unless_the_article_has_it(headline, source):
    assert labels(headline) == source
