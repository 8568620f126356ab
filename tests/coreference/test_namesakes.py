"""Of two who bear one surname it means the one whom pronouns, headlines and what they say speak for."""

from __future__ import annotations

import pytest

from .test_resolve import names_of


@pytest.mark.parametrize(("pronoun", "wanted"), [("her", "Ada Clinton"), ("his", "Bill Clinton")])
def test_a_surname_that_is_a_given_name_too_tells_no_gender(pronoun, wanted):
    text = (
        "Ada Clinton came to Tarn on Monday, and Bill Clinton stayed at sea.\n\n"
        f"Clinton told {pronoun} aides that it rained."
    )
    assert names_of(text, [("Clinton", "that it rained")]) == [wanted]


@pytest.mark.parametrize(("opens", "wanted"), [("said it was", "Ada Hale"), ("was not", "Ida Hale")])
def test_whoever_speaks_elsewhere_speaks_again(opens, wanted):
    text = f"Ada Hale {opens} late. The death of Ida Hale shook Tarn.\n\n“It rains,” Hale said."
    pairs = [("Ada Hale", "it was late")] if "said" in opens else []
    assert names_of(text, [*pairs, ("Hale", "“It rains,”")])[-1] == wanted


def test_nobody_is_meant_who_is_named_only_below():
    text = "Adan Hale, 18, of Tarn, fell ill.\n\n“I was a fool,” Hale said.\n\n“He was lucky,” Ida Hale said."
    assert names_of(text, [("Hale", "“I was a fool,”"), ("Ida Hale", "“He was lucky,”")])[0] == "Adan Hale"


@pytest.mark.parametrize(
    ("known", "short", "wanted"),
    [
        ("Lin Osei-Tan", "Osei-Tan", "Lin Osei-Tan"),
        ("Kim Jong-sul", "Jong-sul", "Kim Jong-sul"),
        ("Lin Osei-Tan", "Osei-Mohn", "Osei-Mohn"),
    ],
)
def test_all_that_follows_what_may_be_a_surname_means_its_bearer(known, short, wanted):
    text = f"Health minister {known} opened the clinic.\n\n“It rains,” {short} said."
    assert names_of(text, [(short, "“It rains,”")]) == [wanted]


def test_whom_a_source_alone_names_is_meant_by_the_surname():
    text = "Ysolde Vey Said It Rains\n\n“Never,” Vey said."
    assert names_of(text, [("Ysolde Vey", "It Rains"), ("Vey", "“Never,”")], headline=True)[1] == "Ysolde Vey"


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("Crowds met President Varn and first lady Anna Varn.", "Varn"),
        ("Crowds met President Varn, Anna Varn and Ole Modan.", "Varn"),
        ("Crowds met President Varn. The band was late.", "Anna Varn"),
    ],
)
def test_whose_surname_an_office_stands_before(opening, wanted):
    text = f"It rained on Monday.\n\n{opening}\n\nAnna Varn came to Tarn.\n\nPresident Varn said it was late."
    assert names_of(text, [("President Varn", "it was late")]) == [wanted]


@pytest.mark.parametrize(("who", "wanted"), [("His son", "Varn"), ("A driver", "Peter Varn")])
def test_a_relative_named_in_full_again_does_not_go_by_the_surname(who, wanted):
    text = (
        "It rained on Monday.\n\nPresident Varn opened the bridge.\n\n"
        f"{who}, Peter Varn, was charged. Peter Varn told the court to wait.\n\n“It is a lie,” Varn said."
    )
    assert names_of(text, [("Varn", "“It is a lie,”")]) == [wanted]
