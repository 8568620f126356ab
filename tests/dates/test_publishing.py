"""An article is dated from what it carries and says; bounds and reasons stand where no day can be told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from onrecord.dates import publish, publish_from_neighbours
from onrecord.records import Block, Dating
from onrecord.text import View


def article(text, *, fields=None, url=None, dateline=None, blocks=(), given_id="a"):
    return builders.article(
        text, given_id, outlet="The Lantern", url=url, dateline=dateline, blocks=blocks, fields=fields or {}
    )


def view(text, **fields):
    return View(article(text, **fields))


def dated(day, given_id="n"):
    return replace(article("", given_id=given_id), published=Dating(day, day, day, "given"))


def test_metadata_wins_over_the_address():
    dating = publish(view("Text.", fields={"date": "2021-03-17"}, url="https://x.example/2021/03/18/y"))
    assert dating.day == "2021-03-17"
    assert "2021-03-17" in dating.basis


def test_a_contradicting_dateline_is_mentioned():
    dating = publish(
        view("KELM, May 3 (AAA) - Rain.", fields={"date": "2021-03-17"}, dateline="KELM, May 3 (AAA) -")
    )
    assert dating.day == "2021-03-17"
    assert "May 3" in dating.basis


def test_an_ambiguous_field_only_bounds():
    dating = publish(view("Text.", fields={"date": "05/06/2020"}))
    assert dating.day is None
    assert (dating.earliest, dating.latest) == ("2020-05-06", "2020-06-05")


def test_a_later_change_is_only_an_upper_bound():
    dating = publish(view("Text.", fields={"date": "Updated June 17, 2020."}))
    assert (dating.day, dating.earliest, dating.latest) == (None, None, "2020-06-17")


def test_the_day_on_which_it_was_saved_is_only_an_upper_bound():
    saved = {"saved": "Wed, 17 Jun 2020 09:00:00 +0000"}
    dating = publish(view("Text.", fields=saved))
    assert (dating.day, dating.earliest, dating.latest) == (None, None, "2020-06-17")
    assert "passed on" in dating.basis
    assert publish(view("Text.", fields=saved | {"date": "2020-06-15"})).latest == "2020-06-15"
    told = "The ferry was freed on 3 July 2021, officials said."  # a clock that was wrong tells nothing
    assert publish(view(told, fields=saved)).latest is None


@pytest.mark.parametrize(
    ("text", "dateline", "day"),
    [
        ("The ferry was freed on Wednesday, officials said.", None, "2020-06-17"),
        ("The ferry was freed on Monday, officials said.", None, None),
        ("KELM, June 16 (AAA) - The ferry was freed, officials said.", "KELM, June 16 (AAA) -", "2020-06-16"),
        ("KELM, May 2 (AAA) - The ferry was freed, officials said.", "KELM, May 2 (AAA) -", None),
    ],
)
def test_a_later_change_tells_the_year_of_a_day_close_to_it(text, dateline, day):
    assert publish(view(text, fields={"date": "Updated June 17, 2020."}, dateline=dateline)).day == day


def test_the_address_dates_to_the_day_or_the_month():
    assert publish(view("Text.", url="https://x.example/2020/12/24/y")).day == "2020-12-24"
    month = publish(view("Text.", url="https://x.example/2020/12/y"))
    assert (month.edtf, month.day) == ("2020-12", None)


def test_a_published_line_dates():
    dating = publish(view("Bridge opens\n\nPublished: March 17, 2021\n\nThe bridge opened."))
    assert dating.day == "2021-03-17"


def test_a_dateline_with_a_year_dates():
    text = "KELM, March 17, 2021 (AAA) - Rain fell."
    assert publish(view(text, dateline="KELM, March 17, 2021 (AAA) -")).day == "2021-03-17"


LINE = "KELM, January 25. /AAA/."
SHORT = f"{LINE} The ferry was lost, the harbour master said on Tuesday."


def test_a_dateline_without_a_year_lists_the_years_that_fit():
    dating = publish(view(SHORT, dateline=LINE))
    assert dating.edtf is None
    assert "2011, 2022" in dating.basis


@pytest.mark.parametrize(
    ("mentioned", "earliest"),
    # January 25 is a Tuesday in 2022, 2033 and 2039; a report of the morning after counts, too.
    [("2020", "2022-01-25"), ("2023", "2028-01-25"), ("2028", "2033-01-25"), ("2034", "2039-01-25")],
)
def test_a_dateline_is_of_the_first_year_that_fits_after_what_is_mentioned(mentioned, earliest):
    caption = f"The ferry on Feb. 8, {mentioned}."
    dating = publish(
        view(f"{caption}\n\n{SHORT}", dateline=LINE, blocks=(Block("caption", 0, len(caption)),))
    )
    assert (dating.earliest, dating.latest) == (earliest, None)


def test_the_year_comes_from_another_report_of_the_story():
    dating = publish_from_neighbours(view(SHORT, dateline=LINE), [dated("2022-01-26")])
    assert dating.day == "2022-01-25"
    assert "Tuesday" in dating.basis
    assert "2022-01-26" in dating.basis


def test_a_neighbour_on_whose_year_the_weekday_does_not_fit_is_not_used():
    assert publish_from_neighbours(view(SHORT, dateline=LINE), [dated("2019-01-26")]).day is None


def test_neighbours_never_supply_a_day():
    text = "The ferry was lost, the harbour master said Tuesday."
    assert publish_from_neighbours(view(text), [dated("2022-01-26")]).edtf is None


def test_mentions_bound_and_the_weekday_is_told():
    caption = "The bridge on Feb. 8, 2016."
    text = f"{caption}\n\nThe bridge was closed, the mayor said Tuesday."
    dating = publish(view(text, blocks=(Block("caption", 0, len(caption)),)))
    assert (dating.edtf, dating.earliest, dating.latest) == (None, "2016-02-08", None)
    assert "a Tuesday" in dating.basis
    assert "after 2016-02-08" in dating.basis


def test_dates_that_may_lie_ahead_do_not_bound():
    assert publish(view("The council will vote in 2030. The race of 2028 was discussed.")).earliest is None


def test_nothing_is_made_of_nothing():
    assert publish(view("")) == Dating()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=60))
def test_any_article_gets_ordered_bounds(text, field, url):
    dating = publish(view(text, fields={"date": field}, url=url, dateline=text[:40] or None))
    assert dating.earliest is None or dating.latest is None or dating.earliest <= dating.latest


def test_a_day_in_a_line_of_captions_bounds_nothing_for_galleries_are_renewed():
    day = "The ferry was raised on 3 May 2019."
    assert publish(view(f"Rain fell.\n\n{day}")).earliest == "2019-05-03"
    assert publish(view(f"Rain fell. Show Caption {day}")).earliest is None
    assert publish(view(f"Rain fell. Show Caption\n\n{day}")).earliest == "2019-05-03"
