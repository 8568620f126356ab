"""Words keep their places in the text, and folding brings together what is one word to a reader."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.words import fold, is_content, is_negation, plain, words


def shown(text, *bounds):
    return [span.of(text) for span in words(text, *bounds)]


def test_hyphens_apostrophes_initials_and_numbers_hold_together():
    text = "The so-called U.S. envoy didn’t pay $1,071.50, he said—not in 2014."
    assert shown(text) == [
        "The", "so-called", "U.S.", "envoy", "didn’t", "pay", "1,071.50", "he", "said", "not", "in", "2014",
    ]  # fmt: skip


def test_sentences_run_together_come_apart():
    assert shown("talks in Velm.Minister Oda left") == ["talks", "in", "Velm", "Minister", "Oda", "left"]


def test_bounds_limit_the_search_and_offsets_stay_those_of_the_text():
    text = "one two three"
    assert shown(text, 4, 7) == ["two"]
    assert words(text, 4)[0].start == 4


@pytest.mark.parametrize(
    "forms",
    [
        ("synchronise", "synchronized", "synchronisation", "Synchronizing"),
        ("reaffirm", "reaffirmed", "reaffirms", "reaffirming"),
        ("policy", "policies"),
        ("plan", "planned", "plans", "planning"),
        ("Łódź’s", "Łódź"),
        ("naïve", "naive"),
        ("defence", "defense"),
        ("favour", "favor"),
        ("said", "says"),
        ("don’t", "don't"),
        ("co-operation", "cooperation"),
    ],
)
def test_forms_of_one_word_fold_to_one_key(forms):
    assert len({fold(form) for form in forms}) == 1


@pytest.mark.parametrize(("a", "b"), [("plan", "plane"), ("10", "100"), ("not", "note"), ("1.5", "15")])
def test_different_words_stay_apart_in_plain_form(a, b):
    assert plain(a) != plain(b)


def test_thousands_commas_do_not_make_another_number():
    assert plain("1,071") == plain("1071")


def test_function_words_carry_no_content():
    assert not is_content("The")
    assert not is_content("would")
    assert is_content("harbour")
    assert is_negation("won’t")
    assert not is_negation("will")


@given(st.text(max_size=200))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text):
    spans = words(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


@given(st.text(max_size=30))
def test_plain_is_its_own_plain_form_for_words(text):
    for span in words(text):
        assert isinstance(fold(span.of(text)), str)


def test_a_megabyte_without_a_space_is_read_in_one_go():
    assert len(words("a.a" * 300_000)) >= 1
    assert len(words("x" * 1_000_000)) == 1


def test_a_y_after_a_vowel_belongs_to_the_stem():
    assert {fold(word) for word in ("deploy", "deploys", "deployed", "deploying", "deployment")} == {"deploy"}
    assert len({fold(word) for word in ("carry", "carries", "carried", "carrying")}) == 1
