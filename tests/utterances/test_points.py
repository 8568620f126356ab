"""Statements are cut into sentences; words keep their places and know whether they are quoted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import AnnotatedArticle, Span, Statement
from onrecord.text import View
from onrecord.utterances.points import points


def test_each_sentence_of_a_long_quotation_is_a_point(points_of):
    text = "“The bridge opens in May. The ferry keeps running until then. We thank the crews for it.”"
    found = points_of(text)
    assert [p.index for p in found] == [0, 1, 2]
    assert found[1].text == "The ferry keeps running until then."


def test_a_sentence_broken_by_its_attribution_is_one_point_of_two_stretches(points_of):
    text = "“The bridge opens in May,” Oda said, “and the ferry stops the same day.”"
    found = points_of(text, "“The bridge opens in May,”", "“and the ferry stops the same day.”")
    assert len(found) == 1
    assert len(found[0].spans) == 2


def test_a_new_sentence_after_the_attribution_is_a_point_of_its_own(points_of):
    text = "“The bridge opens in the month of May.” Oda said. “The ferry stops the same day.”"
    found = points_of(text, "“The bridge opens in the month of May.”", "“The ferry stops the same day.”")
    assert len(found) == 2


def test_a_stop_after_the_attribution_ends_the_sentence_before_it(points_of):
    text = "“The bridge opens in the month of May,” Oda said. “Ferries stop the very same day.”"
    found = points_of(text, "“The bridge opens in the month of May,”", "“Ferries stop the very same day.”")
    assert [p.text for p in found] == [
        "“The bridge opens in the month of May,”",
        "“Ferries stop the very same day.”",
    ]


def test_claims_listed_in_one_sentence_are_points(points_of):
    found = points_of("that the bridge opens in May, and that the ferry stops the same day", kind="indirect")
    assert [p.text for p in found] == [
        "that the bridge opens in May",
        "and that the ferry stops the same day",
    ]
    found = points_of("the crews were owed three months of wages; the port had paid nobody since")
    assert [p.text for p in found] == [
        "the crews were owed three months of wages;",
        "the port had paid nobody since",
    ]


def test_short_members_of_a_list_are_not_cut_off(points_of):
    assert len(points_of("that it opens and that it stays", kind="indirect")) == 1


def test_very_short_sentences_are_read_with_their_neighbour(points_of):
    found = points_of("“What is this? A regatta? The harbour is no place for a regatta in winter.”")
    assert [p.text for p in found] == [
        "“What is this? A regatta?",
        "The harbour is no place for a regatta in winter.”",
    ]


def test_words_know_whether_they_are_quoted(points_of):
    text = "the closure “a needless blow” to the islands"
    (point,) = points_of(text, kind="mixed")
    assert [w for w, q in zip(point.plain, point.quoted, strict=True) if q] == ["a", "needless", "blow"]


def test_an_answer_without_content_words_still_has_content(points_of):
    (point,) = points_of("“No.”")
    assert point.content == {"no"}


@given(st.text(max_size=120), st.data())
def test_points_lie_inside_their_statement_whatever_the_text(article_of, text, data):
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    statement = Statement(
        id="s",
        article_id="a",
        kind="direct",
        mode="speech",
        stance="assert",
        source=(),
        cue=(),
        content=(Span(low, high),),
        confidence=1.0,
    )
    for point in points(
        AnnotatedArticle(article_of("a", text), statements=(statement,)), View(article_of("a", text))
    ):
        assert all(low <= span.start < span.end <= high for span in point.spans)
        assert len(point.words) == len(point.keys) == len(point.quoted)


def test_an_ellipsis_between_two_claims_parts_them(points_of):
    found = points_of("“The bridge has a long history...and the ferry is of great use to both islands.”")
    assert [p.text for p in found] == [
        "“The bridge has a long history...",
        "and the ferry is of great use to both islands.”",
    ]
