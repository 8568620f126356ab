"""Time expressions are found with TimeML extents and resolved against the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from onrecord import languages
from onrecord.dates import find
from onrecord.dates.finder import Scan, mentions
from onrecord.records import Dating
from onrecord.text import View

ENGLISH = languages.of("en")
# A Wednesday.
DAY = date(2021, 3, 17)


def article(text, day="2021-03-17"):
    return builders.article(text, published=builders.day(day))


def view(text, day="2021-03-17"):
    return View(article(text, day))


def read(text, day=DAY):
    return [(text[m.start : m.end], m.value) for m in mentions(Scan(text, ENGLISH), day, builders.view(text))]


@pytest.mark.parametrize(
    ("before", "value"),
    [("It rained on 10 March.", "2021-03-08"), ("It rained on 10 March, as in January.", "2021-03-08")],
)
def test_days_are_counted_from_a_day_and_not_from_the_month_told_after_it(before, value):
    assert read(f"{before} Two days earlier it snowed.")[-1] == ("Two days earlier", value)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge opened on June 4, 2019.", [("June 4, 2019", "2019-06-04")]),
        ("The bridge opened on 4 June 2019.", [("4 June 2019", "2019-06-04")]),
        ("It was signed on Friday, Jan. 29.", [("Friday, Jan. 29", "2021-01-29")]),
        ("The log reads 2020-11-05.", [("2020-11-05", "2020-11-05")]),
        ("She retired in nineteen ninety-four.", [("nineteen ninety-four", "1994")]),
        ("The harbour froze in October 1962.", [("October 1962", "1962-10")]),
        ("The mayor said Tuesday that he was tired.", [("Tuesday", "2021-03-16")]),
        ("The council will meet on Friday.", [("Friday", "2021-03-19")]),
        ("The ferry sank last Wednesday.", [("last Wednesday", "2021-03-10")]),
        ("It was voted down yesterday.", [("yesterday", "2021-03-16")]),
        ("The strike began last month.", [("last month", "2021-02")]),
        ("The strike began last week.", [("last week", "2021-W10")]),
        ("They agreed in December.", [("December", "2020-12")]),
        ("The work must be finished by August.", [("August", "2021-08")]),
        ("He left three years ago.", [("three years ago", "2018")]),
        ("They waited five hours.", [("five hours", "PT5H")]),
        ("It took two and a half hours.", [("two and a half hours", "PT2H30M")]),
        ("A 10-day truce was agreed.", [("10-day", "P10D")]),
        ("It meets every Thursday.", [("every Thursday", "XXXX-WXX-4")]),
        ("Results for the third quarter of 2019 fell.", [("the third quarter of 2019", "2019-Q3")]),
        ("It was built in the late 1980s.", [("the late 1980s", "198")]),
        ("The summer of 1976 was dry.", [("The summer of 1976", "1976-SU")]),
        ("She arrived at 9:30 a.m. Tuesday.", [("9:30 a.m. Tuesday", "2021-03-16T09:30")]),
        ("It rained on Tuesday night.", [("Tuesday night", "2021-03-16TNI")]),
        ("They met on Thanksgiving Day.", [("Thanksgiving Day", "2020-11-26")]),
        ("The vote is on Nov. 3, 2026, or later.", [("Nov. 3, 2026", "2026-11-03")]),
        ("The fair runs on May 4 and 5.", [("May 4", "2021-05-04"), ("5", "2021-05-05")]),
        ("It ran from Dec. 30 to Jan. 2, 2018.", [("Dec. 30", "2017-12-30"), ("Jan. 2, 2018", "2018-01-02")]),
        ("It ran March 3-5, 2019.", [("March 3", "2019-03-03"), ("5, 2019", "2019-03-05")]),
        ("It reopened at 18:00 UTC.", [("18:00 UTC", "2021-03-17T18:00Z")]),
        ("Nobody knows it now.", [("now", "PRESENT_REF")]),
        ("It failed in March last year.", [("March last year", "2020-03")]),
        ("It failed on 28 March last year.", [("28 March last year", "2020-03-28")]),
        ("It failed on March 28 last year.", [("March 28 last year", "2020-03-28")]),
        ("Summer was dry.", [("Summer", "2020-SU")]),
        ("A warning is in force through Thursday.", [("Thursday", "2021-03-18")]),
        ("The fire raged through Tuesday.", [("Tuesday", "2021-03-16")]),
    ],
)
def test_values_and_extents(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("told", "last", "coming", "plain"),
    [
        ("2021-05-31", "2020-SU", "2021-SU", "2020-SU"),
        ("2021-06-01", "2020-SU", "2022-SU", "2021-SU"),
        ("2021-08-31", "2020-SU", "2022-SU", "2021-SU"),
        ("2021-09-01", "2021-SU", "2022-SU", "2021-SU"),
        ("2021-12-31", "2021-SU", "2022-SU", "2021-SU"),
    ],
)
def test_which_summer_is_meant_turns_on_whether_one_has_begun_and_is_over(told, last, coming, plain):
    day = date.fromisoformat(told)
    assert read("It was dry last summer.", day)[0][1] == last
    assert read("It will be dry next summer.", day)[0][1] == coming
    assert read("It was dry in summer.", day)[0][1] == plain


@pytest.mark.parametrize(
    "sentence",
    [
        "It may rain, and they march on.",
        "The 6-year-old boy and the man, 52 years old, left.",
        "It costs $2 million a year.",
        "He came second and got a second chance.",
        "Three-quarters of it was lost.",
        "Summer Addo of Kelm won, and nobody saw the Winter Palace.",
        "He reads USA Today and watches “This Week” and “60 Minutes” at home.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(sentence):
    assert read(sentence) == []


def test_anaphora_counts_from_the_date_last_mentioned():
    text = "On May 2, 2015, the dam broke. Two days later the valley was empty. The following year it was rebuilt."
    assert [value for _, value in read(text)] == ["2015-05-02", "2015-05-04", "2016"]


def test_anaphora_is_no_finer_than_what_it_refers_to():
    text = "In October 1962 the ships sailed. Two weeks later they turned."
    assert [value for _, value in read(text)] == ["1962-10", "1962"]


def test_a_passage_that_tells_the_past_keeps_its_year():
    text = "In 1987, the mine closed. In March, the town emptied."
    assert [value for _, value in read(text)] == ["1987", "1987-03"]
    news = "The minister, elected in 1987, spoke. He said in February that he was ill."
    assert [value for _, value in read(news)] == ["1987", "2021-02"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("“We met yesterday,” the envoy said on Monday.", ["2021-03-14", "2021-03-15"]),
        ("On Monday the envoy said: “We met yesterday.”", ["2021-03-15", "2021-03-14"]),
    ],
)
def test_yesterday_in_a_quotation_counts_from_the_day_it_was_spoken(text, days):
    assert [value for _, value in read(text)] == days


def test_without_a_publication_day_nothing_is_invented():
    found = find(view("The envoy said Tuesday that in March 2014 and in June it rained.", day=None))
    assert [t.value for t in found] == ["XXXX-WXX-2", "2014-03", "2014-06"]
    assert found[0].edtf is None
    assert found[0].earliest is None


def test_of_an_article_dated_to_a_month_only_what_is_certain_is_resolved():
    held = article("He said Tuesday that last year and in March it rained.", day=None)
    held = replace(held, published=Dating("2020-06", "2020-06-01", "2020-06-30", "address"))
    assert [t.value for t in find(View(held))] == ["XXXX-WXX-2", "2019", "2020-03"]


@pytest.mark.parametrize(
    ("words", "edtf", "earliest", "latest"),
    [
        ("the early 2000s", "2000~/2003~", "2000-01-01", "2003-12-31"),
        ("mid-January 2019", "2019-01-10~/2019-01-22~", "2019-01-10", "2019-01-22"),
        ("late 1997", "1997-08~/1997-12~", "1997-08-01", "1997-12-31"),
        ("the spring of 2012", "2012-21", "2012-03-01", "2012-06-21"),
        ("the second quarter of 2012", "2012-34", "2012-04-01", "2012-06-30"),
        ("the 1990s", "199X", "1990-01-01", "1999-12-31"),
        ("the 19th century", "18XX", "1800-01-01", "1899-12-31"),
        ("about ten years ago", "2011~", "2010-01-01", "2012-12-31"),
        ("earlier this month", "2021-03-01/2021-03-17", "2021-03-01", "2021-03-17"),
    ],
)
def test_edtf_and_bounds(words, edtf, earliest, latest):
    (found,) = find(view(f"It was lost in {words}, they said."))
    assert (found.edtf, found.earliest, found.latest) == (edtf, earliest, latest)


def ordered(text):
    """What is found in ``text``: one after another, inside it, from a day to no earlier one."""
    found = find(view(text))
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all((t.earliest is None) == (t.latest is None) == (t.edtf is None) for t in found)
    assert all(t.earliest is None or t.earliest <= t.latest for t in found)
    return found


WORDS = [
    "the",
    "last",
    "two",
    "years",
    "ago",
    "of",
    "May",
    "5",
    "2014",
    "early",
    "to",
    "a",
    "half",
    "Tuesday",
    ".",
]


MARKS = st.text(st.sampled_from(list("ab 15:./-,“”'\n")) | st.characters(), max_size=8)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | MARKS, max_size=40), st.sampled_from(["", " "]))
def test_any_row_of_time_words_and_marks_gives_ordered_spans_inside_it(words, gap):
    ordered(gap.join(words))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=20), st.lists(st.sampled_from(WORDS), max_size=20))
def test_a_day_is_found_whatever_stands_around_it(before, after):
    text = f"{' '.join(before)}\n\nOn March 4, 2031, it rained.\n\n{' '.join(after)}"
    assert "2031-03-04" in {found.edtf for found in ordered(text)}


@pytest.mark.parametrize(
    "unit",
    [
        "two years ago ",
        "May 5, ",
        "the early ",
        "12:30 p.m. ",
        "a " * 50,
        "“1999",
        "hundred ",
        "two or ",
        "2-",
        "more ",
    ],
)
def test_one_long_line_without_a_sentence_is_read(unit):
    ordered(unit * (40_000 // len(unit)))
