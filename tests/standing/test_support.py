"""A fact stands while one of its witnesses does; an occasion falls with the last of its sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from onrecord.records import Origin, Place, Span
from onrecord.standing import Ground, stands
from onrecord.standing.support import Contents

ARTICLE = builders.article('"The weir holds," Ansa Quell said.', "a")
SAID = builders.statement(ARTICLE, '"The weir holds,"', "Ansa Quell", "said")
MINISTRY = Origin("src-ministry", "unknown", "source", "the ministry", ("a",), ())
STUDY = Origin("src-study", "document", "source", "a study", ("a",), ())
TEXT = Origin("text", "wire", "text", "text of the agency", (ARTICLE.id, "b"), ())


def briefing(*sources, key="act"):
    parents = tuple(s.id for s in sources)
    return Origin(key, "briefing", "speech_act", "a briefing", (ARTICLE.id,), (), (SAID.id,), parents)


@pytest.mark.parametrize(
    ("off", "left"),
    [
        ((), True),
        (("src-ministry",), True),
        (("src-study",), True),
        (("src-ministry", "src-study"), False),
        (("act",), False),
        (("text",), False),
        (("text-b",), True),
    ],
)
def test_an_occasion_falls_with_the_last_of_its_sources(off, left):
    ground = Ground.of((briefing(MINISTRY, STUDY), MINISTRY, STUDY, TEXT), [SAID])
    assert stands(ground.statements[SAID.id], off) is left


def test_a_source_is_known_by_its_record():
    ground = Ground.of((briefing(MINISTRY), TEXT), [SAID])
    assert stands(ground.statements[SAID.id], ("src-ministry",))


def test_of_two_occasions_each_needs_a_source():
    ground = Ground.of((briefing(MINISTRY), briefing(STUDY, key="other"), MINISTRY, STUDY, TEXT), [SAID])
    assert ground.statements[SAID.id] == {
        frozenset({"text", "act", "other", "src-ministry", "src-study"}),
    }


def test_an_article_whose_text_has_no_record_stands_for_itself():
    assert Ground.of((), [SAID]).statements[SAID.id] == {frozenset({f"text-{ARTICLE.id}"})}


@pytest.mark.parametrize(("start", "stood"), [(5, False), (20, True)])
def test_a_place_falls_with_the_statement_that_it_lies_in(start, stood):
    ground = Ground.of((briefing(), TEXT), [SAID])
    place = Place(ARTICLE.id, start, start + 3)
    assert stands(ground.of_place(place), ("act",)) is stood
    assert not stands(ground.of_place(place), ("text",))


def test_what_two_articles_witness_falls_with_neither():
    ground = Ground.of((), [])
    support = ground.of_places([Place("a", 0, 3), Place("b", 0, 3)])
    assert stands(support, ("text-a",))
    assert not stands(support, ("text-a", "text-b"))


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=12),
    st.integers(0, 60),
    st.integers(1, 9),
)
def test_contents_within_one_another_are_found_as_if_all_were_looked_at(places, start, length):
    contents = [
        (Span(at, at + size), frozenset({frozenset({str(n)})})) for n, (at, size) in enumerate(places)
    ]
    span = Span(start, start + length)
    assert Contents.of(contents).over(span) == {support for one, support in contents if one.overlaps(span)}
