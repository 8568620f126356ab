"""What looks like a difference between two outlets and is none, each beside one that is."""

from __future__ import annotations

import pytest

import builders
from onrecord.dates import date_article
from onrecord.records import AnnotatedArticle, Story
from onrecord.relations import read
from onrecord.text import View, view_all

pytestmark = pytest.mark.usefixtures("as_if_held")


def told(one: str, two: str, days: tuple[str, str] = ("2031-03-05", "2031-03-05")) -> set[str]:
    """What is said to differ, in the open."""
    items = []
    for text, name, day in zip((one, two), "ab", days, strict=True):
        article = builders.article(text, name, outlet=name, published=builders.day(day))
        items.append(AnnotatedArticle(article, timexes=date_article(View(article), (), ()).timexes))
    by_id = {i.article.id: i for i in items}
    found = read(Story("s", "", tuple(by_id), None, None, "l"), by_id, (), {}, view_all(by_id))
    return {r.what for r in found if r.shown}


LATE = "The northern sluice of Serrin was opened an hour too late"


@pytest.mark.parametrize(
    ("text", "one", "two", "differs"),
    [
        (f"{LATE}, {{}} said in a letter.", "Marit Hollow", "Ruben Osk", True),
        (f"{LATE}, said {{}} in a letter.", "Marit Hollow", "Ruben Osk", True),
        # Whom somebody told it, and whom nobody reached.
        (f"{LATE}, the keeper told {{}} in a letter.", "Marit Hollow", "Ruben Osk", False),
        (f"{LATE} and calls to {{}} were not answered.", "Marit Hollow", "Ruben Osk", False),
        # One name in two spellings, one cut short, one of which a letter is left.
        (f"{LATE}, {{}} said in a letter.", "Serrin Centre", "Serrin Center", False),
        (f"{LATE}, the {{}} said in a letter.", "United Ports", "U.P.", False),
        (f"{LATE}, {{}} said in a letter.", "Hollow", "H", False),
    ],
)
def test_whose_name_stands_beside_a_verb_of_saying(text, one, two, differs):
    assert ("attribution" in told(text.format(one), text.format(two))) is differs


WARDENS = "Whoever saw the ferry run aground near Serrin is asked to reach the wardens on {} today."
DEPOT = "The {} depot by the harbour of Serrin houses two breweries, a bakery and a choir."
RADIO = "The new programme for Serrin is broadcast between {} harbour time on six stations."
PUNCHES = "The champion of Serrin landed {} punches while his challenger from Marl stood by the ropes."


@pytest.mark.parametrize(
    ("text", "one", "two", "differs"),
    [
        (WARDENS, "2222", "2323", True),
        (WARDENS, "0455 125 2222", "0455 125 2323", False),
        (WARDENS, "0455 222", "0455222", False),
        (DEPOT, "170,000-square-foot", "150,000-square-foot", True),
        (DEPOT, "170,000-square-foot", "15,800-square-metre", False),
        (RADIO, "0910 and 0930", "9.10 and 9.30", False),
        (RADIO, "1410 and 1430", "14.10 and 14.30", False),
        (PUNCHES, "28", "178", True),
    ],
)
def test_figures_that_are_one_number_or_none(text, one, two, differs):
    assert ("number" in told(text.format(one), text.format(two))) is differs


PATIENT = "On Tuesday the injured ferry captain of Serrin {} consciousness in the harbour hospital."


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        (PATIENT.format("regained"), PATIENT.format("had not regained"), True),
        (PATIENT.format("has yet to regain"), PATIENT.format("has not yet regained"), False),
        # Until then is not before then.
        (
            "She stayed unknown until 3 May when the harbour board of Serrin revealed her name in a letter.",
            "It wasn't until 3 May that the harbour board of Serrin revealed her name in a letter.",
            False,
        ),
        # Of whom it is said stands in a clause of its own.
        (
            "The board had asked why a group of twenty Serrin pupils had been kept in the town of Marl.",
            "Then it asked for news of a group of twenty Serrin pupils, none of whom had fever, in the town of Marl.",
            False,
        ),
        # Somebody else did not.
        (
            "The stars of the film, Petra Solveig, Rolf Aune and Marit Hollow, are signed for more films.",
            "Unlike its stars, Petra Solveig, Rolf Aune and Marit Hollow, Osk is not signed for a second.",
            False,
        ),
    ],
)
def test_what_denies_in_both_or_of_somebody_else(one, two, differs):
    assert ("polarity" in told(one, two)) is differs


@pytest.mark.parametrize(
    ("text", "one", "two", "differs"),
    [
        (
            "The crew of Marl secured the fifth seat in {} with a late win over Velm.",
            "Karst",
            "Ostrand",
            True,
        ),
        ("The crew of Marl secured the fifth seat in the {} games over Velm.", "Karst", "Ostrand", False),
        ("The crew of Marl secured the fifth seat in the {}.", "Northern Ferry League", "NFL", False),
    ],
)
def test_names_behind_in_that_tell_no_place(text, one, two, differs):
    assert ("place" in told(text.format(one), text.format(two))) is differs


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        # One sentence, and another player.
        (
            "He served four months in the prison of Marl.",
            "He served five months in the prison of Marl.",
            True,
        ),
        (
            "Marl lost at Ostrand in heavy snow, though he had scored six touchdowns before the fog came.",
            "The new runner of Velm, who came from nowhere, scored five touchdowns.",
            False,
        ),
        (
            "The virus of Marl was linked to 50 cases at the school.",
            "The virus of Marl was linked to 64 cases at the school.",
            True,
        ),
        (
            "The school of Marl has already been linked to 50 cases of the virus.",
            "The virus was linked to 64 cases at the school of Marl.",
            False,
        ),
    ],
)
def test_counts_of_somebody_else_and_what_comes_on_top(one, two, differs):
    assert ("number" in told(one, two)) is differs


BERTH = "The harbour board of Serrin will close the northern ferry berth for repairs"
PATCH = "The board of Serrin has put a {}fence beside the northern ferry berth"


@pytest.mark.parametrize(
    ("one", "two", "lost"),
    [
        (
            f"{LATE}, and the keeper called for help.",
            f"{LATE}, and the keeper apparently called for help.",
            True,
        ),
        (
            f"{LATE}, and it appears the keeper called for help.",
            f"{LATE}, and the keeper apparently called for help.",
            False,
        ),
        # What is told of the same thing anywhere is kept.
        (PATCH.format("") + ".", PATCH.format("temporary ") + ".", True),
        (
            PATCH.format("") + ". The wind fell. The sea was calm. The fence is a temporary one.",
            PATCH.format("temporary ") + ".",
            False,
        ),
        # Only when, and only which.
        (f"{BERTH}.", f"{BERTH} five days before the feast of the fishermen.", False),
        (f"{BERTH}, and some of the captains wept.", f"{BERTH}, and captains wept.", True),
        (f"{BERTH}, and some captains wept.", f"{BERTH}, and captains wept.", False),
        # Not yet is denied in other words.
        (f"{LATE}, and the cause is known.", f"{LATE}, and the cause is not yet known.", True),
        (f"{LATE}, and the cause won't be known.", f"{LATE}, and the cause is not yet known.", False),
        # A sentence that begins in the middle of another.
        (f"{BERTH}.", f"{BERTH} if the list of ships is long enough for it.", True),
        (f"{BERTH}.", f"{BERTH} If the list of ships is long enough for it.", False),
    ],
)
def test_bounds_that_bound_nothing_or_are_kept(one, two, lost):
    assert ("condition" in told(one, two)) is lost


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ("Warden Rolf Trennick slept.", "Warden Rolf Trendick slept.", True),
        ("Prison Escapee Added To Serrin List", "Prison Escapes Sought By Serrin", False),
        ("The clinic of Castro La Mancha was shut.", "The paper La Marcha was there.", False),
        ("Alexis Kougias spoke for both.", "Alexis Kouyias spoke for both.", False),
    ],
)
def test_words_that_are_no_two_spellings(one, two, differs):
    assert ("name" in told(one, two)) is differs


def test_an_hour_without_a_day_is_of_no_other_day():
    text = "The pilot boat of the harbour board of Serrin leaves the northern ferry berth {}."
    days = "2031-03-03", "2031-03-04"
    assert "date" in told(text.format("on 3 March 2031"), text.format("on 7 March 2031"), days)
    assert "date" not in told(text.format("at 09:30"), text.format("at 09:45"), days)


FOUND = "Six sailors of the ferry Marl are {} after the storm off Serrin, the harbour master said on Monday."


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [("missing", "missing", True), ("missing", "dead", False), ("injured", "missing", False)],
)
def test_the_missing_are_not_the_dead(one, two, differs):
    texts = FOUND.format(one), FOUND.replace("Six", "Nine").format(two)
    assert ("number" in told(*texts)) is differs
