"""Timelines keep four clocks apart, merge what outlets tell alike, and leave differing dates alone."""

from __future__ import annotations

from dataclasses import replace

import builders
from onrecord import timelines
from onrecord.dates import find
from onrecord.records import AnnotatedArticle, Block, Dating, Span, Statement, Story
from onrecord.text import View, view_all


def annotated(given_id, text, day=None, *, earliest=None):
    published = Dating(day, day, day, "given") if day else Dating(earliest=earliest, basis="bounded")
    article = builders.article(
        text,
        given_id,
        outlet=given_id,
        blocks=(Block("paragraph", 0, len(text)),),
        published=published,
    )
    return AnnotatedArticle(article=article, timexes=find(View(article)))


def build(*articles):
    held = {a.article.id: a for a in articles}
    story = Story("story", "A story", tuple(held), None, None, "line")
    return timelines.build(story, held, view_all(held))


ONE = annotated("one", "The harbour bridge opened to traffic on June 4, 2019.", "2021-03-17")
TWO = annotated("two", "Traffic crossed the harbour bridge first on June 4, 2019.", "2021-03-18")
OTHER = annotated("three", "A baker won the village lottery on June 4, 2019.", "2021-03-18")


def test_the_same_event_in_two_outlets_is_one_entry_with_both_witnesses():
    (about,) = [e for e in build(ONE, TWO) if e.clock == "about"]
    assert about.date == "2019-06-04"
    assert {about.article_id, *(w.article_id for w in about.witnesses)} == {"one", "two"}


def test_another_event_on_the_same_day_stays_apart():
    assert len([e for e in build(ONE, OTHER) if e.clock == "about"]) == 2


def test_differing_dates_are_not_averaged():
    later = annotated("two", "Traffic crossed the harbour bridge first on June 5, 2019.", "2021-03-18")
    assert [e.date for e in build(ONE, later) if e.clock == "about"] == ["2019-06-04", "2019-06-05"]


def test_every_article_has_a_published_entry_and_bounds_stay_open():
    undated = annotated("two", "The bridge.", earliest="2016-02-08")
    dates = {e.article_id: e.date for e in build(ONE, undated) if e.clock == "published"}
    assert dates == {"one": "2021-03-17", "two": "2016-02-08/.."}


def test_a_date_of_saying_is_no_date_of_what_was_said():
    text = "The mayor said Tuesday that the bridge opened in 1959."
    held = annotated("one", text, "2021-03-17")
    said = Dating("2021-03-16", "2021-03-16", "2021-03-16", "“Tuesday” in its own sentence")
    statement = Statement(
        "s",
        "one",
        "indirect",
        "speech",
        "assert",
        (Span(0, 9),),
        (Span(10, 14),),
        (Span(23, 53),),
        1.0,
        said=said,
    )
    entries = build(replace(held, statements=(statement,)))
    assert [(e.clock, e.date) for e in entries] == [
        ("about", "1959"),
        ("said", "2021-03-16"),
        ("published", "2021-03-17"),
    ]
    assert entries[1].statement_id == "s"


def test_the_order_of_articles_does_not_matter():
    held = {a.article.id: a for a in (ONE, TWO, OTHER)}
    forwards = timelines.build(Story("s", "", ("one", "two", "three"), None, None, "l"), held, view_all(held))
    backwards = timelines.build(
        Story("s", "", ("three", "two", "one"), None, None, "l"), held, view_all(held)
    )
    assert forwards == backwards


def test_a_missing_article_is_passed_over():
    assert timelines.build(Story("s", "", ("gone",), None, None, "l"), {}, {}) == ()


def test_selection_takes_the_dates_that_more_articles_mention():
    entries = build(ONE, TWO, annotated("three", "It rained on May 1, 2021.", "2021-05-01"))
    assert [e.date for e in timelines.first(entries, 1)] == ["2019-06-04"]


def test_a_date_that_is_still_told_of_comes_before_one_that_is_not():
    told = "The lock opened on {}. Boats waited."
    entries = build(
        annotated("one", told.format("May 10, 2021"), "2021-05-11"),
        annotated("two", told.format("May 20, 2021"), "2021-05-21"),
        annotated("three", told.format("May 10, 2021"), "2021-05-12"),
        annotated("four", told.format("May 20, 2021"), "2021-06-22"),
    )
    assert [e.date for e in timelines.first(entries, 1)] == ["2021-05-20"]


def test_the_finer_of_two_dates_told_alike_weighs_more():
    finer = "The harbour bridge opened on June 4, 2019.", "The harbour bridge opened in June 2019."
    coarser = "The harbour bridge opened in June 2019.", "The harbour bridge opened in 2019."
    for texts in zip(finer, coarser, strict=True):
        day, year = (
            next(e for e in build(annotated("one", text, "2021-03-17")) if e.clock == "about")
            for text in texts
        )
        assert len(day.date) > len(year.date)
        assert day.weight > year.weight


def test_the_day_of_a_date_line_is_when_it_was_published_and_no_event():
    line, news = "Wednesday, 17 March 2021", "The bridge opened on June 4, 2019."
    article = builders.article(
        f"{line}\n{news}",
        "one",
        blocks=(
            Block("furniture", 0, len(line)),
            Block("paragraph", len(line) + 1, len(line) + 1 + len(news)),
        ),
        published=Dating("2021-03-17", "2021-03-17", "2021-03-17", "given"),
    )
    held = AnnotatedArticle(article=article, timexes=find(View(article)))
    assert len(held.timexes) == 2
    assert [e.date for e in build(held) if e.clock == "about"] == ["2019-06-04"]
