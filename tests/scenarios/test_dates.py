"""When an article appeared and a statement was made turns on one date in the text or beside it."""

from __future__ import annotations

import pytest

from markup import annotate, annotated, draft, said
from onrecord import pipeline
from onrecord.records import Story


@pytest.mark.parametrize(("published", "day"), [("2031-03-09", "2031-03-07"), ("2031-03-05", None)])
def test_nothing_is_said_on_a_day_after_the_article_appeared(published, day):
    item = annotate("[Ode Tamm] {said} on March 7, 2031, <that the bridge was safe>.", date=published)
    assert said(item, "the bridge").said.day == day


def test_a_published_line_goes_before_the_address():
    text = "[Ode Tamm] {said} <that the bridge was safe>. People crossed it and cheered."
    line = "This report was first printed in the Lantern.\n\nFirst published on March 17, 2031"
    address = "https://veld.example/2031/03/19/bridge"
    assert annotate(text, url=address).article.published.day == "2031-03-19"
    assert annotate(f"{text}\n\n{line}", url=address).article.published.day == "2031-03-17"


@pytest.mark.parametrize(("neighbour", "day"), [("2031-01-30", "2031-01-25"), ("2031-02-20", None)])
def test_a_neighbour_gives_a_dateline_its_year_only_when_it_is_near(neighbour, day):
    items = annotated(
        draft("KELM, January 25. /AAA/. The ferry Marigold was lost in the night.", "short"),
        draft("The ferry Marigold was lost.", "dated", date=neighbour),
    )
    by_id = {i.article.id: i for i in items}
    found = pipeline.date_by_neighbours(Story("s", "", tuple(by_id), None, None, "l"), by_id)
    assert found[items[0].article.id].article.published.day == day
