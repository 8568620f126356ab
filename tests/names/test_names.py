"""A personal name is taken apart into given names and surname; titles, suffixes and brackets are set aside."""

from __future__ import annotations

import pytest

from onrecord import languages
from onrecord.names.matching import compare
from onrecord.names.persons import gender_of, long_form, parse

ENGLISH = languages.of("en")


@pytest.mark.parametrize(
    ("text", "given", "surname"),
    [
        ("Rep. Louis Castine Jr.", ("Louis",), ("Castine",)),
        ("former Norvalian President Ansel Dorvik", ("Ansel",), ("Dorvik",)),
        ("Secretary of State Joanne Fisk", ("Joanne",), ("Fisk",)),
        ("Pieter van der Hoeven", ("Pieter",), ("van", "der", "Hoeven")),
        ("J.P. Almeyda", ("J", "P"), ("Almeyda",)),
        ("Kim Jong-sul", ("Jong", "sul"), ("Kim",)),
        ("Mohammed al-Hariti", ("Mohammed",), ("Hariti",)),
        ("Brill’s", (), ("Brill",)),
        ("Diaz-Corvel", (), ("Diaz", "Corvel")),
        ("Ruth", ("Ruth",), ()),
        ("", (), ()),
    ],
)
def test_parts(text, given, surname):
    name = parse(text)
    assert (name.given, name.surname) == (given, surname)


def test_a_modifier_alone_is_no_title():
    assert parse("Foreign Relations").titles == ()


@pytest.mark.parametrize(
    ("name", "gender"), [("Ruth", "she"), ("Miguel", "he"), ("Alex", None), ("Xyz", None)]
)
def test_gender(name, gender):
    assert gender_of(name, ENGLISH) == gender


def test_long_form_only_of_what_is_short_for_one_name():
    assert (long_form("Mike", ENGLISH), long_form("Alex", ENGLISH), long_form("Ruth", ENGLISH)) == (
        "michael",
        "Alex",
        "Ruth",
    )


def test_a_verdict_says_why():
    assert compare(parse("Bill Harkaway"), parse("William Harkaway")).reasons == (
        "Bill is short for William",
        "same surname",
    )
    assert compare(parse("Mr. Calloway"), parse("Mrs. Calloway")).reasons == (
        "one is a man's name, the other a woman's",
    )


def test_comparison_is_symmetric():
    names = [
        parse(n) for n in ("Ann Brill", "A. Brill", "Brill", "Anne-Marie Brill", "Kim Jong-sul", "Ruth", "")
    ]
    assert all(compare(a, b).same == compare(b, a).same for a in names for b in names)


@pytest.mark.parametrize("text", ["al-", "“", "-", "al- ", "...-", ""])
def test_marks_and_a_lone_article_are_a_name_without_parts(text):
    assert parse(text).parts == ()


@pytest.mark.parametrize(
    ("text", "given"), [("Senators Ada Quill", ("Ada",)), ("Peters Ada Quill", ("Peters", "Ada"))]
)
def test_the_plural_of_an_office_is_no_part_of_a_name(text, given):
    name = parse(text)
    assert (name.given, name.surname) == (given, ("Quill",))


@pytest.mark.parametrize(
    ("written", "titles", "parts"),
    [
        ("Treasurer Mary Brill", ("treasurer",), 2),
        ("Paramedic Ada Olm", ("paramedic",), 2),
        ("Hunter Jo Brill", (), 3),  # people are called so
        ("Porter Brill", (), 2),  # nothing would be left but a surname
    ],
)
def test_a_noun_of_a_person_before_a_whole_name_is_what_the_person_does(written, titles, parts):
    name = parse(written)
    assert (name.titles, len(name.parts)) == (titles, parts)


@pytest.mark.parametrize(
    ("text", "titles", "parts"),
    [
        ("Town Treasurer Ruth Brill", ("town", "treasurer"), ("Ruth", "Brill")),
        ("Mum-of-two Ruth Brill", ("mum-of-two",), ("Ruth", "Brill")),
        ("Ruth Baker Brill", (), ("Ruth", "Baker", "Brill")),
        # No given name follows: it may be a body's.
        ("Harbour Pilot Training Brill", (), ("Harbour", "Pilot", "Training", "Brill")),
    ],
)
def test_what_somebody_does_before_the_name_is_a_title(text, titles, parts):
    name = parse(text)
    assert (name.titles, name.parts) == (titles, parts)
