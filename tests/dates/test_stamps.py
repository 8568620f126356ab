"""Dates that machines wrote are read in their common notations, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import languages
from onrecord.dates import stamps

ENGLISH = languages.of("en")


@pytest.mark.parametrize(
    "field",
    [
        "2021-03-17",
        "2021-03-17T08:15:00+01:00",
        "20210317",
        "2021/03/17",
        "17.03.2021",
        "3/17/2021",
        "3/17/21",
        "March 17, 2021",
        "17 Mar 2021 09:00",
        "Wed, 17 Mar 2021 10:00:00 GMT",
        "Published: March 17, 2021 at 6:00 p.m.",
        "1615975200",
        "1615975200000",
        "2021年3月17日",
    ],
)
def test_notations_of_one_day(field):
    assert stamps.read(field, ENGLISH).day == date(2021, 3, 17)


def test_an_ambiguous_order_bounds_and_claims_nothing():
    stamp = stamps.read("05/06/2020", ENGLISH)
    assert stamp.day is None
    assert (stamp.first, stamp.last) == (date(2020, 5, 6), date(2020, 6, 5))


@pytest.mark.parametrize(
    "field", ["", "yesterday", "Tuesday", "May 5", "n/a", "99999999", "0000-00-00", "x" * 500]
)
def test_without_a_year_there_is_no_date(field):
    assert stamps.read(field, ENGLISH) is None


@given(st.text(max_size=80))
def test_any_field_is_read_without_an_error(field):
    stamp = stamps.read(field, ENGLISH)
    assert stamp is None or stamp.first <= stamp.last


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://news.example/2017/06/05/harbour", "2017-06-05", "2017-06-05"),
        ("https://news.example/2017/jun/5/harbour/", "2017-06-05", "2017-06-05"),
        ("https://news.example/World/2017/0605/Harbour", "2017-06-05", "2017-06-05"),
        ("https://news.example/harbour-20170605.html", "2017-06-05", "2017-06-05"),
        ("https://news.example/a/2017-06-05/harbour", "2017-06-05", "2017-06-05"),
        ("https://news.example/2017/06/harbour-opens", "2017-06-01", "2017-06-30"),
    ],
)
def test_addresses(url, first, last):
    stamp = stamps.read_url(url, ENGLISH)
    assert (str(stamp.first), str(stamp.last)) == (first, last)


@pytest.mark.parametrize(
    "url", ["", "https://news.example/story/20199999", "https://2017.example/harbour", "id=12345"]
)
def test_addresses_without_a_date(url):
    assert stamps.read_url(url, ENGLISH) is None


@pytest.mark.parametrize("field", ["Sat, 12/02/2017", "Saturday, 12/02/2017 - 10:12"])
def test_the_day_of_the_week_tells_which_number_is_the_month(field):
    found = stamps.read(field, ENGLISH)
    assert found is not None
    assert found.day == date(2017, 12, 2)


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("Posted: 02/08/2023 06:02 AM EST", date(2023, 2, 8)),
        ("08/02/2023 06:02 GMT", date(2023, 2, 8)),
        ("Publié le 08/02/2023 à 06h02", date(2023, 2, 8)),
        ("6:02 am 02/08/2023", None),
        ("02/08/2023 EST (11:02 GMT)", None),
        ("02/08/2023 - 14:31", date(2023, 8, 2)),
        ("02/08/2023 - 11:31", None),
        ("02/08/2023 13:31 EST", None),
    ],
)
def test_a_zone_or_a_word_beside_a_day_in_numbers_tells_its_order(field, day):
    found = stamps.read(field, ENGLISH)
    assert found is not None
    assert found.day == day


def test_a_day_of_the_week_that_fits_neither_tells_nothing():
    found = stamps.read("Mon, 12/02/2017", ENGLISH)
    assert found is not None
    assert found.day is None


def test_dots_stand_behind_the_day_unless_the_page_says_otherwise():
    assert stamps.read("05.07.22", ENGLISH).day == date(2022, 7, 5)
    assert stamps.read("05.07.22", ENGLISH, "month first").day == date(2022, 5, 7)
