"""The view of an article: what is found in it lies in order inside it, and is looked up by offset."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import article, span, view
from onrecord import languages
from onrecord.records import AnnotatedArticle, Block, Span
from onrecord.text import View, view_all

TEXT = (
    "Tolls rise in Brackwater\n\n"
    "The harbor board raised tolls on Tuesday. “We had no choice,” said Ines Vold, its head. "
    "“The ‘big’ ships pay 40 percent,” she said.\n\n"
    "Photo: two dozen of the 1,200 ships wait in March."
)
# Pieces of news prose, in any order and number: marks that do not match, line ends, figures, empty text.
PIECES = st.lists(
    st.sampled_from(
        ["“", "”", "‘", "’", '"', ". ", "? ", "\n\n", " ", "Ines Vold", "said", "U.S.", "1,071.5", "40 percent",
         "dozens of", "on Monday", "May", "may", "don’t", "Élan", "é", "—", "Mr. ", "and"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def of(text, records):
    return [r.span.of(text) for r in records]


def check_order(text, records):
    spans = [r.span for r in records]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(PIECES)
def test_what_is_found_is_ordered_inside_the_text_and_what_the_language_finds(text):
    v, english = view(text), languages.of("en")
    for found in (v.sentences, v.words, v.numbers, v.day_names):
        check_order(text, found)
    assert [s.span for s in v.sentences] == english.sentences(text)
    assert [w.span for w in v.words] == english.words(text)
    assert list(v.quotations) == english.quotations(text)
    assert [w.written for w in v.words] == of(text, v.words)
    assert [w.key for w in v.words] == [english.fold(w.written) for w in v.words]


@given(PIECES, st.data())
def test_look_ups_by_offset_and_span_find_what_a_search_through_all_would(text, data):
    v = view(text)
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, len(text)))
    around = Span(at, end)
    holding = [s for s in v.sentences if s.span.start <= at < s.span.end]
    assert v.sentence_at(at) == (holding[0] if holding else None)
    assert v.sentence_index(at) == sum(s.span.start <= at for s in v.sentences) - 1
    assert v.word_index(at) == sum(w.end <= at for w in v.words)
    if around.start < around.end:
        assert list(v.sentences_in(around)) == [s for s in v.sentences if s.span.overlaps(around)]
        assert list(v.numbers_in(around)) == [n for n in v.numbers if n.span.overlaps(around)]
        assert list(v.quotations_in(around)) == sorted(q for q in v.quotations if q.span.overlaps(around))
    words = [w.span for w in v.words if w.span.overlaps(around)]
    if not all(around.contains(w) for w in words):  # one that an edge cuts is read anew, as far as it goes
        words = languages.of("en").words(text, at, end)
    assert [w.span for w in v.words_in(around)] == words
    outer = [q for q in v.quotations if q.level == 0 and q.inner.start <= at < q.inner.end]
    assert v.is_quoted(at) == bool(outer)


def test_sentences_know_their_words_and_what_stands_between():
    v = view(TEXT)
    told = v.sentence_at(TEXT.index("raised"))
    assert told is not None
    assert told.text == "The harbor board raised tolls on Tuesday."
    assert [w.written for w in told.words][:3] == ["The", "harbor", "board"]
    assert told.gap(0) == " "
    assert told.gap(len(told.words) - 1) == "."
    assert v.sentence_at(TEXT.index("\n\n") + 1) is None


def test_the_words_of_a_span_are_cut_where_it_cuts_them():
    v = view(TEXT)
    start = TEXT.index("harbor") + 3
    assert [w.written for w in v.words_in(Span(start, start + 9))] == ["bor", "board"]


def test_content_words_around_a_place_leave_out_those_in_it():
    v = view(TEXT)
    told = v.sentences_in(span(TEXT, "raised"))[0]
    keys = told.context(span(TEXT, "raised tolls"))
    assert v.language.fold("harbor") in keys
    assert v.language.fold("tolls") not in keys
    assert told.context(span(TEXT, "raised"), reach=1) == {v.language.fold("board"), v.language.fold("tolls")}
    shown = told.place(span(TEXT, "raised"), shown=1)
    assert TEXT[shown.start : shown.end] == "board raised tolls"


def test_nested_quotations_have_levels():
    v = view(TEXT)
    assert of(TEXT, v.quotations_at_level(1)) == ["‘big’"]
    assert v.quotations_at_level(2) == ()
    inside = TEXT.index("big")
    assert v.quotation_at(inside, level=1) is not None
    assert v.quotation_at(inside) == v.quotations_at_level(0)[1]
    assert v.is_quoted(inside)
    assert not v.is_quoted(TEXT.index("said Ines"))
    assert not v.is_quoted(TEXT.index("“"))


def test_numbers_are_read_with_value_unit_and_range():
    v = view("It cost $2.5 million, 40 percent of 1,200; dozens of crews left in 2031 on a 48-page order.")
    assert [(n.value, n.unit, n.is_year) for n in v.numbers] == [
        (2_500_000, "$", False), (40, "%", False), (1200, "", False), (61.5, "", False), (2031, "", True),
        (48, "page", False),
    ]  # fmt: skip
    assert [n.bounds for n in v.numbers if n.bounds] == [(24, 99)]


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("$2.5 million", 2.5e6, "$"),
        ("$2.5m", 2.5e6, "$"),
        ("£3bn", 3e9, "£"),
        ("£3 bn", 3e9, "£"),
        ("€4K", 4e3, "€"),
        ("$2 trillion", 2e12, "$"),
        ("£2tn", 2e12, "£"),
        ("3bn", 3e9, ""),
    ],
)
def test_scales_may_be_cut_short(written, value, unit):
    assert [(n.value, n.unit) for n in view(f"It took {written}, they said.").numbers] == [(value, unit)]


@pytest.mark.parametrize("written", ["2.5m", "64k", "3b"])
def test_what_may_be_metres_or_bytes_needs_a_sign_of_money(written):
    (one,) = view(f"It took ${written}, they said.").numbers
    assert one.value != float(written[:-1])
    assert all(n.value != one.value for n in view(f"It took {written}, they said.").numbers)


def test_names_of_days_are_capitalised_words():
    v = view("They may meet on Tuesday, in May or in Sept. and march on.")
    assert [(d.kind, d.value) for d in v.day_names] == [("weekday", 2), ("month", 5), ("month", 9)]


def test_blocks_are_found_by_offset_and_kind():
    first, second = TEXT.index("\n\n"), TEXT.index("Photo")
    blocks = (
        Block("title", 0, first),
        Block("paragraph", first + 2, second - 2),
        Block("caption", second, len(TEXT)),
    )
    v = view(TEXT, blocks=blocks)
    assert v.block_at(3) == blocks[0]
    assert v.block_at(first) is None
    assert v.block_at(len(TEXT) - 1) == blocks[2]
    assert list(v.blocks("title", "caption")) == [blocks[0], blocks[2]]
    assert list(v.blocks()) == list(blocks)


def test_a_span_is_cut_into_sentences_as_if_it_stood_alone():
    v = view("One pier is shut. The other is open.")
    assert [s.of(v.text) for s in v.cut(Span(4, 25))] == ["pier is shut.", "The oth"]
    assert v.cut(Span(4, 25)) is v.cut(Span(4, 25))


def test_a_story_has_a_view_of_each_article():
    items = {n: AnnotatedArticle(article("A pier.", n), (), (), (), ()) for n in "ab"}
    assert set(view_all(items)) == {"a", "b"}
    assert view_all(items)["a"].article is items["a"].article


def test_a_view_reads_with_the_language_of_its_article():
    assert View(article("x")).language is languages.of("en")
    assert repr(View(article("x"))) == "View('a')"
