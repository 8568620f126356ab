"""Over a storyline one event is one entry with all its witnesses, and dates that differ are flagged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from onrecord import timelines
from onrecord.dates import find
from onrecord.records import AnnotatedArticle, Block, Conflict, Place, Story
from onrecord.text import View, view_all


def annotated(name, text, day):
    article = builders.article(
        text,
        name,
        outlet=name,
        blocks=(Block("paragraph", 0, len(text)),),
        published=builders.day(day),
    )
    return AnnotatedArticle(article=article, timexes=find(View(article)))


def chronicle(*stories, conflicts=(), clock="about"):
    """The chronicle of stories given as lists of articles."""
    held = {a.article.id: a for story in stories for a in story}
    lines = [
        Story(f"s{n}", "", tuple(a.article.id for a in story), None, None, "line")
        for n, story in enumerate(stories)
    ]
    views = view_all(held)
    entries = [e for line in lines for e in timelines.build(line, held, views)]
    found = timelines.chronicle(lines, entries, held, views, conflicts)
    return [e for e in found if e.clock == clock]


OPENED = annotated("one", "The Quillon harbour bridge opened to lorry traffic on June 4, 2019.", "2019-06-05")
LATER = annotated(
    "two", "Lorry traffic has crossed the Quillon harbour bridge since it opened in 2019.", "2023-02-01"
)
OTHERWISE = annotated(
    "three", "The Quillon harbour bridge opened to lorry traffic on June 6, 2019.", "2023-02-02"
)
ELSE = annotated("four", "A baker from Tarn won the village lottery in 2019.", "2023-02-02")


def test_an_event_told_in_two_stories_is_one_entry_with_the_finest_date_and_all_witnesses():
    (event,) = chronicle([OPENED], [LATER])
    assert event.date == "2019-06-04"
    assert event.other_dates == ("2019",)
    assert {event.article_id, *(w.article_id for w in event.witnesses)} == {"one", "two"}
    assert len(event.entry_ids) == 2
    assert event.clashes == ()


def test_another_event_of_that_year_stays_apart():
    assert len(chronicle([OPENED], [ELSE])) == 2


def test_days_that_exclude_each_other_are_flagged_and_both_kept():
    first, second = chronicle([OPENED], [OTHERWISE])
    assert [first.date, second.date] == ["2019-06-04", "2019-06-06"]
    assert [(p.article_id, p.note) for p in first.clashes] == [("three", "2019-06-06")]
    assert [(p.article_id, p.note) for p in second.clashes] == [("one", "2019-06-04")]


def test_two_days_that_one_sentence_names_do_not_clash():
    text = "The Quillon harbour bridge opened to lorry traffic on June 4, 2019 and to trams on June 6, 2019."
    both = annotated("both", text, "2023-02-02")
    assert not any(e.clashes for e in chronicle([OPENED], [both]))


def test_years_far_apart_are_two_events():
    again = annotated(
        "two", "The Quillon harbour bridge opened to lorry traffic on June 4, 2021.", "2023-02-01"
    )
    assert not any(e.clashes for e in chronicle([OPENED], [again]))


def test_a_conflict_found_within_a_story_is_flagged_on_both_entries():
    a = annotated("one", "The ferry sank on June 4, 2019.", "2019-07-01")
    b = annotated("two", "It went down on June 7, 2019, a witness thought.", "2019-07-01")
    places = [Place(x.article.id, t.start, t.end) for x in (a, b) for t in x.timexes]
    found = chronicle([a, b], conflicts=[Conflict("c", "date", *places, "", "s0")])
    assert [e.clashes[0].note for e in found] == ["2019-06-07", "2019-06-04"]


def test_publication_days_are_never_merged():
    assert len(chronicle([OPENED], [LATER], clock="published")) == 2


@given(st.permutations([OPENED, LATER, OTHERWISE, ELSE]))
def test_the_order_of_articles_does_not_matter(order):
    assert chronicle(order[:2], order[2:]) is not None
    one, two = chronicle(order), chronicle([OPENED, LATER, OTHERWISE, ELSE])
    assert [(e.date, e.article_id, e.witnesses, e.clashes) for e in one] == [
        (e.date, e.article_id, e.witnesses, e.clashes) for e in two
    ]


@pytest.mark.parametrize("texts", [(), ("",), ("2019",), ("On 31 February 2019.", "In 0000.")])
def test_odd_texts_do_not_fail(texts):
    assert chronicle([annotated(str(i), t, "2023-02-01") for i, t in enumerate(texts)]) is not None


def test_a_short_selection_is_marked():
    many = [annotated(f"a{n}", f"Item {n} came in {1950 + n}.", "2023-02-01") for n in range(40)]
    found = chronicle(many)
    assert len(found) == 40
    assert sum(e.selected for e in found) == 12
