"""A name that only looks like another is not that other: letters of two scripts in one word join nothing."""

from __future__ import annotations

from functools import partial

import pytest

from onrecord import identity, languages
from onrecord.records import LocalSpeaker, Mention

join = partial(identity.join, language=languages.of("en"))


def chain(name, article_id):
    return LocalSpeaker(
        f"{article_id}/{name}", article_id, name, "person", mentions=(Mention(article_id, 0, 5),)
    )


def together(a, b):
    one, two = chain(a, "a"), chain(b, "b")
    _, owner = join([one, two], ())
    return owner[one.id] == owner[two.id]


@pytest.mark.parametrize(
    "alike",
    [
        "Pаvel Dorsin",  # Cyrillic а
        "Pavel Dоrsin",  # Cyrillic о
        "Pavel Dοrsin",  # Greek ο
        "Ρavel Dorsin",  # Greek Ρ
        "Pavel Dorsіn",  # Ukrainian і
        "Pаvеl Dоrѕіn",
    ],
)
def test_letters_of_another_script_within_a_word_make_another_name(alike):
    assert alike != "Pavel Dorsin"
    assert not together("Pavel Dorsin", alike)


def test_accents_and_transliterations_still_join():
    assert together("José Ibáñez Cordal", "Jose Ibanez Cordal")
    assert together("Pawel Dorsin", "Pavel Dorsin")


def test_no_name_however_odd_ends_the_joining():
    odd = ["\u202e", "\u200b", "x" * 100_000, "A " * 20_000, "\U0001f600", "' - '", "-" * 5000, "Q. " * 3000]
    speakers, owner = join([chain(name, f"a{n}") for n, name in enumerate(odd)], ())
    assert set(owner.values()) <= {s.id for s in speakers}
