"""What is found in a text is found once for all who look at it, and given up when others were looked at."""

from __future__ import annotations

from onrecord import languages
from onrecord.text.marks import Kept, marks_of

ENGLISH = languages.of("en")


def test_the_same_text_has_the_same_marks_whoever_looks():
    told = "Mayor Olm said no. “We wait,” he said."
    one, two = (marks_of(text, ENGLISH) for text in (told, told.encode().decode()))
    assert one is two
    assert one.words is two.words


def test_marks_of_texts_that_nobody_looked_at_lately_are_given_up():
    kept = Kept(40)
    first = kept.of("a" * 10, ENGLISH)
    for letter in "bcd":
        kept.of(letter * 10, ENGLISH)
    assert kept.of("a" * 10, ENGLISH) is first
    kept.of("e" * 10, ENGLISH)
    assert kept.of("a" * 10, ENGLISH) is first
    assert len(kept) == 4


def test_a_long_text_drives_no_other_out():
    kept = Kept(40)
    first = kept.of("a" * 10, ENGLISH)
    assert kept.of("b" * 1000, ENGLISH) is not kept.of("b" * 1000, ENGLISH)
    assert kept.of("a" * 10, ENGLISH) is first
