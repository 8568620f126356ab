"""Days in numbers are read in the order that their column, or the page's country, shows."""

from __future__ import annotations

import csv
import io

import pytest

from onrecord.articles import clean
from onrecord.dates import publish
from onrecord.records import RawDocument
from onrecord.sources import date_order, read
from onrecord.text import View

BODY = "The dredger at Ostrey broke down near the harbour wall, and nobody knows when it will be mended."


def days(*written: str) -> list[str | None]:
    """The days that the rows of a table come out with, whose column of days holds ``written``."""
    file = io.StringIO()
    table = csv.writer(file)
    table.writerows(
        [("Date", "Headline", "Article"), *((day, f"Dredger {n}", BODY) for n, day in enumerate(written))]
    )
    documents = read(["-"], stdin=io.BytesIO(file.getvalue().encode()))
    return [publish(View(clean(document))).day for document in documents]


def test_one_day_past_the_twelfth_shows_how_the_whole_column_is_written() -> None:
    assert days("03/04/2021", "25/03/2021", "04/05/2021") == ["2021-04-03", "2021-03-25", "2021-05-04"]
    assert days("03/04/2021", "3/25/2021") == ["2021-03-04", "2021-03-25"]


def test_a_column_that_shows_nothing_or_disagrees_stays_open() -> None:
    assert days("03/04/2021", "04/05/2021") == [None, None]
    assert days("03/04/2021", "25/03/2021", "3/25/2021")[0] is None


def test_what_is_looked_at_first_is_handed_on_in_order() -> None:
    found = days(*["25/03/2021"] * 250)
    assert found == ["2021-03-25"] * 250


@pytest.mark.parametrize(
    ("language", "url", "order"),
    [
        ("en-US", "", "month first"),
        ("en_GB", "https://ostreycourier.example/a", "day first"),
        ("en", "https://www.ostreycourier.co.uk/a", "day first"),
        ("en", "https://ostreycourier.com/a", None),
        ("", "http://[broken", None),
    ],
)
def test_a_page_says_its_order_by_its_country(language: str, url: str, order: str | None) -> None:
    assert date_order.of_country(language, url) == order


def test_rows_in_other_forms_are_left_as_they_are() -> None:
    document = RawDocument("t", 0, "", "text/csv", BODY, fields={"date": "2021-03-04"}, region=None)  # type: ignore[arg-type]
    marked = list(date_order.of_columns(lambda: iter([document]))())
    assert marked == [document]
