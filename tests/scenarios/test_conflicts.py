"""What two outlets tell differently is explained by time, or not, and only the surest of it is kept."""

from __future__ import annotations

import pytest

from markup import draft, told


def conflicts(one: str, two: str, *, days=("2031-03-05", "2031-03-05")):
    found = told(
        draft(one, "one", outlet="Veld Post", date=days[0]),
        draft(two, "two", outlet="Coastal Wire", date=days[1]),
    )
    return found.found.conflicts


APART = ("2031-03-05", "2031-03-09")


@pytest.mark.parametrize(("days", "explained"), [(APART, True), (APART[::-1], False), (APART[:1] * 2, False)])
def test_a_count_is_explained_when_the_later_article_has_the_higher_one(days, explained):
    one = "Doctors treated 31 wounded passengers of the ferry Marigold."
    two = "Doctors treated 36 wounded passengers of the ferry Marigold."
    (found,) = conflicts(one, two, days=days)
    assert (found.kind, found.explained_by_time) == ("number", explained)


@pytest.mark.parametrize(("days", "explained"), [(APART, True), (("2031-03-16", "2031-03-19"), False)])
def test_a_day_is_explained_when_it_was_still_to_come_for_the_earlier_article(days, explained):
    one = "In Karst the council passes the harbour levy on March 14, 2031."
    two = "It is then that the council passes the harbour levy on March 12, 2031."
    (found,) = conflicts(one, two, days=days)
    assert (found.kind, found.explained_by_time) == ("date", explained)


@pytest.mark.parametrize(("days", "explained"), [(APART, True), (APART[:1] * 2, False)])
def test_a_negation_is_explained_when_the_articles_are_of_different_days(days, explained):
    one = "The harbour council of Karst has approved the loan for the northern pier."
    two = "The harbour council of Karst has not approved the loan for the northern pier."
    (found,) = conflicts(one, two, days=days)
    assert (found.kind, found.explained_by_time) == ("polarity", explained)


FACTS = [
    "A {}-page indictment names the banker.",
    "Doctors treated {} wounded passengers of the ferry Marigold.",
    "Police counted {} steps on the stairs.",
    "The guild owns {} wooden barges in Karst.",
    "Engineers checked {} rusty valves of the reservoir.",
]


@pytest.mark.parametrize(("differ", "kept"), [(2, 2), (5, 3)])
def test_of_two_articles_three_conflicts_of_a_kind_are_kept(differ, kept):
    one = " ".join(fact.format(41) for fact in FACTS)
    two = " ".join(fact.format(52 if n < differ else 41) for n, fact in enumerate(FACTS))
    # Each with numbers of its own, as one difference is told once.
    for n in range(differ):
        one = one.replace("41", str(300 + 7 * n), 1)
        two = two.replace("52", str(400 + 9 * n), 1)
    assert len(conflicts(one, two)) == kept
