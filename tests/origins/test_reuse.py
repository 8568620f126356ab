"""Shared prose is found whatever the edits; shared quotations and boilerplate are not shared text."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from onrecord.origins import reuse
from onrecord.origins import reuses as reuses_of
from onrecord.origins.texts import text_origins
from onrecord.records import Span
from onrecord.text import View

EVALS = Path(__file__).parents[2] / "evals"
WIRE = (
    "The ferry Marigold ran aground off Skarv on Sunday with ninety people and a circus horse on board. "
    "Its captain had steered around a buoy that a storm had moved during the night, the harbour office found. "
    "All passengers were taken off by fishermen from the village, who also brought blankets and a cake. "
    "The horse swam ashore by itself and was caught in a churchyard two kilometres inland by a postman. "
    "A tug from Port Almery is to pull the vessel free at the next spring tide, weather permitting."
)
OWN = (
    "Ninety travellers and one animal escaped unhurt when a boat hit the rocks near a fishing village. "
    "Officials blame a navigation mark that had drifted. Villagers took part in the rescue with their own "
    "craft. The ship will be towed away once the water is high enough, a company spokesman promised."
)
QUOTE = " “I have seen many things swim past my kitchen window but never before a horse with a plume,” said Per Lyng."


def reuses(articles):
    return reuses_of(map(View, articles))


def origins_of(*articles):
    return text_origins(map(View, articles))


def article(
    name: str, text: str, *, outlet: str | None = None, day: str | None = None, credit: str | None = None
):
    return builders.article(
        text, name, outlet=outlet or f"Outlet {name}", credit=credit, published=builders.day(day)
    )


def test_a_reprint_is_found_with_its_passage():
    copy = "From our desk. " + WIRE
    (found,) = reuses([article("a", WIRE, day="2031-05-04"), article("b", copy, day="2031-05-05")])
    assert found.share > 0.9
    assert max(found.passages, key=lambda p: p.words).a.of(WIRE).startswith("The ferry Marigold")
    assert found.passages[0].b.of(copy) == found.passages[0].a.of(WIRE)


def test_the_earlier_article_is_the_source():
    (found,) = reuses([article("a", WIRE, day="2031-05-06"), article("b", WIRE, day="2031-05-05")])
    assert (found.source, found.basis) == ("b", "published first")


def test_a_credit_tells_more_than_the_clock():
    agency = article("a", WIRE, outlet="Norvik Press", day="2031-05-06")
    copy = article("b", WIRE, outlet="Harbour Mail", day="2031-05-05", credit="Norvik Press")
    (found,) = reuses([agency, copy])
    assert found.source == "a"
    assert "credits Norvik Press" in found.basis


def test_without_date_or_credit_no_source_is_claimed():
    (found,) = reuses([article("a", WIRE), article("b", WIRE, day="2031-05-05")])
    assert found.source is None


def test_shared_quotations_are_no_shared_text():
    assert reuses([article("a", WIRE + QUOTE * 2), article("b", OWN + QUOTE * 2)]) == ()


def test_boilerplate_is_no_shared_text():
    below = " All rights reserved. Sign up for our letter. This material may not be published, broadcast or rewritten."
    assert reuses([article("a", WIRE + below), article("b", OWN + below)]) == ()


def test_order_makes_no_difference():
    items = [article("a", WIRE), article("b", WIRE + " More."), article("c", OWN), article("d", WIRE[:300])]
    assert reuses(items) == reuses(items[::-1])


def test_small_edits_inside_a_passage_do_not_break_it():
    copy = WIRE.replace("ninety people", "some ninety passengers").replace("village, who", "hamlet who")
    (found,) = reuses([article("a", WIRE), article("b", copy)])
    assert len(found.passages) == 1


def test_constructed_cases(monkeypatch):
    monkeypatch.syspath_prepend(str(EVALS))
    import reuse_cases

    counts: Counter[str] = Counter()
    for case in list(reuse_cases.cases())[::3]:
        found = next(iter(reuses([case.a, case.b])), None)
        counts["right"] += case.reused and found is not None
        counts["wrong"] += case.reused != (found is not None)
        if case.told and found is not None:
            counts["told"] += 1
            counts["direction"] += found.source == case.source
    assert 2 * counts["right"] / (2 * counts["right"] + counts["wrong"]) >= 0.95
    assert counts["direction"] / counts["told"] >= 0.9
    sys.modules.pop("reuse_cases", None)


@pytest.mark.parametrize("text", ["", " ", "a " * 50_000, "“" * 500, "x" * 300_000, "\n" * 999, "😀 " * 3000])
def test_odd_text_is_compared_without_complaint(text):
    for found in reuses([article("a", text), article("b", text), article("c", WIRE)]):
        assert {found.a, found.b} == {"a", "b"}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_passages_lie_inside_their_articles(one, two):
    a, b = f"{one} {WIRE} {two}", f"{two} {WIRE} {one}"
    for found in reuses([article("a", a), article("b", b)]):
        for passage in found.passages:
            assert 0 <= passage.a.start < passage.a.end <= len(a)
            assert 0 <= passage.b.start < passage.b.end <= len(b)


def test_an_outlet_named_in_its_own_datelines_credits_nobody():
    def first(outlet: str) -> str | None:
        """Who had it first of an outlet's earlier article and the later one of Norvik Press."""
        one, two = article("b", WIRE, outlet=outlet, day="2031-05-05"), article("a", WIRE, day="2031-05-06")
        line = "KARST (Norvik Press) —"
        pair = replace(one, dateline=line), replace(two, dateline=line, outlet="Norvik Press")
        return reuses(pair)[0].source

    assert first("Harbour Mail") == "a"
    assert first("Norvik Press") == "b"


@pytest.mark.parametrize(
    ("dateline", "words"), [("KARST (AP) —", "KARST (AP) —"), ("KARST, May 3 —", "AP"), ("", "AP")]
)
def test_the_evidence_of_wire_copy_stands_where_the_agency_is_named(dateline, words):
    text = f"{dateline} APRIL was wet. {OWN} With reports by AP."
    where = Span(0, len(dateline)) if dateline else None
    item = builders.article(text, credit="AP", dateline=dateline or None, dateline_span=where)
    (found,) = origins_of(item)
    (place,) = (p for p in found.evidence if p.note == "credit: AP")
    assert text[place.start : place.end] == words
    assert place.start != text.index("APRIL")


@pytest.mark.parametrize("number", [2, 5])
def test_each_copy_of_a_text_is_shown_beside_its_first_article_alone(number):
    copies = [
        builders.article(f"{WIRE} Printed in town {n}.", f"a{n}", published=builders.day(f"2031-05-0{n}"))
        for n in range(1, number + 1)
    ]
    (found,) = origins_of(*copies)
    shown = {p.article_id for p in found.evidence}
    assert shown == set(found.article_ids)
    assert len(found.evidence) == 2 * (number - 1)


@pytest.mark.parametrize(("number", "compared"), [(4, 6), (5, 9), (40, 114)])
def test_more_copies_than_a_few_are_each_held_against_the_first_of_them(monkeypatch, number, compared):
    monkeypatch.setattr(reuse, "MOST_EARLIER", 3)
    # By id the last one was first.
    copies = [
        article(f"{99 - n}", f"{WIRE} Paper {n} adds this.", day=f"2031-{1 + n // 28:02}-{1 + n % 28:02}")
        for n in range(number)
    ]
    assert len(reuses(copies)) == compared
    (text,) = origins_of(*copies)
    assert text.article_ids == tuple(f"{99 - n}" for n in range(number))


def test_a_copy_of_the_last_of_many_is_found_beside_it(monkeypatch):
    monkeypatch.setattr(reuse, "MOST_EARLIER", 2)
    many = [article(f"m{n}", WIRE, day=f"2031-05-0{n + 1}") for n in range(5)]
    updated = article("u", f"{WIRE} {OWN}", day="2031-05-07")
    copy = article("v", OWN, day="2031-05-08")
    assert [(r.a, r.b, r.source) for r in reuses([*many, updated, copy]) if "v" in (r.a, r.b)] == [
        ("u", "v", "u")
    ]


def test_a_text_that_draws_on_another_is_shown_beside_the_article_that_it_shares_most_with():
    first = [
        builders.article(WIRE, f"a{n}", outlet=f"Wire {n}", published=builders.day("2031-05-01"))
        for n in (1, 2)
    ]
    part = WIRE[: WIRE.index("All passengers")]
    drawing = builders.article(f"{part} {OWN}", "b", published=builders.day("2031-05-09"))
    text, drawn = origins_of(*first, drawing)
    assert drawn.parent_ids == (text.id,)
    assert len({p.article_id for p in drawn.evidence}) == 2


def compared(runs: int, words: int, apart: int, own: int = 0):
    """How two articles share ``runs`` runs of so many words, as many other words of each ``apart``."""

    def text(name: str) -> str:
        told = [f"{name}end{n}" for n in range(own)]
        for run in range(runs):
            told += [f"both{run}x{n}" for n in range(words)] + [f"{name}{run}x{n}" for n in range(apart)]
        return " ".join(told)

    one, two = (reuse._read(View(article(name, text(name)))) for name in ("a", "b"))
    return reuse._compare(one, two, reuse._places(one.words))


@pytest.mark.parametrize(
    ("given", "passages"),
    [
        ({"runs": 3, "words": 8, "apart": 7}, 3),
        ({"runs": 4, "words": 7, "apart": 7}, 0),  # too short to stand alone
        ({"runs": 4, "words": 7, "apart": 6}, 1),
        ({"runs": 6, "words": 4, "apart": 1}, 0),  # too short beside others
        ({"runs": 6, "words": 5, "apart": 1}, 1),
        ({"runs": 1, "words": 23, "apart": 0}, 0),
        ({"runs": 1, "words": 24, "apart": 0}, 1),
        ({"runs": 1, "words": 24, "apart": 0, "own": 147}, 1),
        ({"runs": 1, "words": 24, "apart": 0, "own": 148}, 0),  # under .14 of the shorter
    ],
)
def test_how_much_is_shared_text(given, passages):
    found = compared(**given)
    assert (len(found.passages) if found else 0) == passages


@pytest.mark.parametrize(("own", "texts"), [(30, [("a", "b")]), (31, [("a",), ("b",)])])
def test_half_of_the_shorter_article_makes_one_text_and_less_of_it_draws_on_the_other(own, texts):
    both = " ".join(f"xboth{n}" for n in range(30))
    found = origins_of(
        *(
            article(name, f"{both} {' '.join(f'{name}own{n}' for n in range(own))}", day=day)
            for name, day in (("a", "2031-05-01"), ("b", "2031-05-02"))
        )
    )
    assert sorted(o.article_ids for o in found) == texts
    parents = {o.article_ids: o.parent_ids for o in found}
    assert [bool(parents[ids]) for ids in texts] == [False, True][: len(texts)]
