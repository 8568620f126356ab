"""Marked text is the article's text, character for character, with every anchor once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import invented
from onrecord.records import AnnotatedArticle, Span
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.marks import paragraphs
from onrecord.reports.lookup import Lookup


def _links(lookup):
    return Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")


def test_the_pieces_of_all_lines_are_the_text(tunnel):
    lookup = Lookup.of(tunnel)
    for annotated in tunnel.articles:
        shown = paragraphs(lookup, _links(lookup), annotated.article.id)
        lines = ["".join(p.text for p in line.pieces) for line in shown]
        assert lines == [line for line in annotated.article.text.split("\n") if line.strip()]


def test_a_piece_links_to_the_innermost_statement(tunnel):
    lookup = Lookup.of(tunnel)
    shown = paragraphs(lookup, _links(lookup), "art-c-herald")
    quoted = next(p for line in shown for p in line.pieces if "great interest" in p.text)
    assert quoted.href == f"#{invented.S_HE_1.id}"
    assert quoted.classes == "c"
    assert quoted.title == "Tobin Vael"


def test_low_confidence_is_marked(tunnel):
    lookup = Lookup.of(tunnel)
    shown = paragraphs(lookup, _links(lookup), "art-b-agency")
    assert [p.text for line in shown for p in line.pieces if "low" in p.classes] == [
        "Runa Osk",
        "called",
        '"a hole for money"',
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_spans_over_any_text_keep_the_text_and_each_anchor(data):
    text = data.draw(st.text(alphabet="ab \n“é😀", max_size=80))
    place = st.integers(-3, len(text) + 3)
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=8))
    also = data.draw(st.lists(st.tuples(place, place).map(lambda p: tuple(sorted(p))), max_size=5))
    article = replace(invented.HERALD_ARTICLE, text=text, blocks=(), text_map=())
    statements = tuple(
        replace(invented.S_HE_1, id=f"st-{n}", source=(), cue=(), content=(Span(a, b),))
        for n, (a, b) in enumerate(spans)
    )
    corpus = replace(invented.empty(), articles=(AnnotatedArticle(article, (), (), statements),))
    lookup = Lookup.of(corpus)
    shown = paragraphs(lookup, _links(lookup), article.id, also)
    lines = ["".join(p.text for p in line.pieces) for line in shown]
    assert [x for x in lines if x.strip()] == [line for line in text.split("\n") if line.strip()]
    ids = [i for line in shown for p in line.pieces for i in p.ids]
    expected = {f"in-st-{n}" for n in range(len(spans))} | {f"{article.id}.{a}-{b}" for a, b in also}
    assert sorted(ids) == sorted(expected)
