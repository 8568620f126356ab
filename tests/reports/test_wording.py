"""Dates and lists in a reader's words; what has no words stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from onrecord.records import Dating, Office
from onrecord.reports.brief.wording import (
    bare,
    clip,
    dated,
    dating,
    days,
    held,
    listed,
    roles,
    stance_of,
    standing_alone,
    years,
)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "not dated"),
        ("2024-05-14", "14 May 2024"),
        ("2024-05-14T14:30", "14 May 2024, 14:30"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("199X", "1990s"),
        ("19XX", "1900s"),
        ("2002~", "about 2002"),
        ("2002?", "2002 (uncertain)"),
        ("2021-22", "summer 2021"),
        ("2021-34", "quarter 2 of 2021"),
        ("2001/2004", "2001 – 2004"),
        ("1990-01-01/1993-12-31", "1990 – 1993"),
        ("2022-01-17/2022-01-23", "17 – 23 Jan 2022"),
        ("2021-11-30/2021-12-02", "30 Nov – 2 Dec 2021"),
        ("2018-03-01/..", "on or after 1 Mar 2018"),
        ("../2018-03-01", "on or before 1 Mar 2018"),
        ("2024-02-31", "2024-02-31"),
        ("[1667,1668]", "[1667,1668]"),
    ],
)
def test_a_date_in_words(edtf, words):
    assert dated(edtf) == words


def test_a_weekday_on_demand():
    assert dated("2024-05-14", weekday=True) == "Tue 14 May 2024"


def test_a_dating_without_edtf_is_told_by_its_bounds():
    assert dating(Dating(None, "2024-05-01", None)) == "on or after 1 May 2024"
    assert dating(Dating(None, None, "2024-05-01")) == "on or before 1 May 2024"
    assert dating(Dating()) == "not dated"


@given(st.text(max_size=60))
def test_any_string_has_some_words(text):
    assert dated(text)


@given(st.text(max_size=300), st.integers(10, 80))
def test_clipping_keeps_to_its_length_and_one_line(text, length):
    short = clip(text, length)
    assert len(short) <= length + 1
    assert "\n" not in short


def test_lists_and_years():
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B", "C", "D"]) == "A, B and 2 others"
    assert years("2018-03", "2024") == "2018 – 2024"
    assert years("2024-01", "2024-02") == "2024"
    assert days("2031-05-12", "2031-05-14") == "12 – 14 May 2031"
    assert days("2031-05-30", "2031-06-02") == "30 May – 2 Jun 2031"
    assert days("2031-05-12", "2031-05-12") == "12 May 2031"
    assert days("2030-12-30", "2031-01-02") == "2030 – 2031"


def test_roles_stand_without_whose_they_are():
    told = [Office("His lawyer"), Office("the Union's secretary", "Dockers"), Office("lawyer"), Office("A")]
    assert standing_alone("The former harbour chief") == "former harbour chief"
    assert roles(told) == ["lawyer", "Union's secretary, Dockers", "A"]
    assert roles([Office("dockers spokesman", "Dockers"), Office("", "Dockers")]) == [
        "dockers spokesman",
        "Dockers",
    ]
    assert bare("“Yes.”") == "Yes."


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Corvane Sen", "Corvane Sen."),
        ("Corvane senator", "Corvane senator"),
        ("fellow Dockers Mr", "fellow Dockers"),
        ("Mr", ""),
        ("former Gov", "former Gov."),
        ("Brig. Gen.", "Brig. Gen."),
        ("", ""),
    ],
)
def test_an_abbreviated_title_has_its_stop_and_a_courtesy_is_none(title, shown):
    assert standing_alone(title) == shown


@pytest.mark.parametrize(
    ("cue", "words", "told"),
    [
        ("said", "the engines did not stop", ""),
        ("denied", "that the engines stopped", "denies"),
        ("denied", "that the engines did not stop", "denies"),
    ],
)
def test_what_the_words_themselves_deny_is_not_called_a_denial(cue, words, told):
    article = builders.article(f"Olm {cue} {words}.")
    assert stance_of(builders.statement(article, words, "Olm", cue, stance="deny"), article) == told


@pytest.mark.parametrize(
    ("titles", "kept"),
    [
        (("chief executive", "chief executive of Olm Ferries", "Olm Ferries' chief executive"), [1]),
        (("mayor of Tessin", "mayor of Corvane"), [0, 1]),
        (("foreign minister", "deputy foreign minister"), [0, 1]),
        (("Foreign Minister", "Deputy Foreign Minister"), [0, 1]),
        (("president", "former president"), [0, 1]),
    ],
)
def test_a_title_that_says_only_whose_office_it_is_stands_for_the_one_that_does_not(titles, kept):
    assert [o.title for o in held(map(Office, titles))] == [titles[n] for n in kept]
