"""The tables of words: every entry reads, no feature is unexplained, no two entries contradict each other."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord import languages
from onrecord.languages.lexicon import CLASSES, Entry, Lexicon, read_table

LEXICON = languages.of("en").lexicon
# Features that no word can have together.
EXCLUDE = {
    "verb": [{"factive", "negative"}, {"factive", "hedges"}, {"commits", "refuses"}, {"asks", "factive"}],
    "noun": [{"man", "woman"}, {"person", "group"}, {"person", "document"}, {"person", "members"}],
    "closed": [{"first_person", "third_person"}, {"article", "preposition"}, {"impersonal", "first_person"}],
    "calendar": [{"weekday", "month"}, {"unit", "daypart"}],
}
HEAD = "# says: hands on words\n# day: a day\n"


def regular(word, _word_class, given):
    return {"plural": f"{word}s", **given}


@pytest.mark.parametrize("word_class", CLASSES)
def test_no_word_stands_twice_in_a_table_or_has_features_that_exclude_each_other(word_class):
    entries = [e for form in LEXICON.words(classes=(word_class,)) for e in LEXICON.entries(form)]
    entries = list({id(e): e for e in entries if e.word_class == word_class}.values())
    assert entries
    assert [word for word, n in Counter(e.word for e in entries).items() if n > 1] == []
    for excluded in EXCLUDE[word_class]:
        assert [e.word for e in entries if excluded <= e.features.keys()] == []
    assert [e.word for e in entries if not e.features] == []


def test_a_word_is_found_by_every_form_and_asked_for_its_features():
    assert LEXICON.has("denied", "says", "negative")
    assert LEXICON.has("said", "inverts")
    assert not LEXICON.has("said", "negative")
    assert LEXICON.has("women", "person", "woman")
    assert not LEXICON.has("brimble")
    assert {e.word_class for e in LEXICON.entries("report")} == {"verb", "noun"}


def test_verbs_of_two_words_are_inflected_in_their_first():
    assert LEXICON.has("pointed out", "says", "factive")
    assert LEXICON.verbs("addresses", forms=("past",)) >= {"called on", "told"}


def test_forms_are_told_apart_by_name():
    persons = LEXICON.nouns("person", forms=("base",))
    assert {"lawyer", "wife"} <= persons
    assert not {"lawyers", "wives"} & persons
    assert {"lawyers", "wives", "mothers-in-law"} <= LEXICON.nouns("person", forms=("plural",))


def test_values_stand_with_their_features():
    assert LEXICON.value("march", "month") == 3
    assert LEXICON.value("march", "weekday") is None
    assert LEXICON.value("said", "says") is None


def test_words_of_a_class_have_any_of_the_features_asked_for_in_order_of_the_table():
    found = [e.word for e in LEXICON.of_class("calendar", "weekday", "festival")]
    assert found[:2] == ["monday", "tuesday"]
    assert "christmas" in found
    assert "january" not in found


def test_one_entry_with_all_features_is_needed_not_several_with_one_each():
    lexicon = Lexicon(
        [
            Entry("post", "verb", {"says": None}, {"base": "post"}),
            Entry("post", "noun", {"written": None}, {"base": "post"}),
        ]
    )
    assert lexicon.has("post", "says")
    assert lexicon.has("post", "written")
    assert not lexicon.has("post", "says", "written")
    assert lexicon.verbs("written") == frozenset()


def test_a_table_gives_words_with_values_and_irregular_forms():
    (entry,) = read_table(HEAD + "ox\tsays day:3\tplural=oxen\n", "noun", regular)
    assert entry == Entry("ox", "noun", {"says": None, "day": 3}, {"base": "ox", "plural": "oxen"})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("ox\tknows", "not explained"),
        ("Ox\tsays", "is not a word"),
        ("ox", "is not a word"),
        ("ox\tsays\tplural=oxen\tmore", "is not a word"),
        ("\tsays", "is not a word"),
    ],
)
def test_a_line_that_is_no_entry_is_refused_with_its_place(line, reason):
    with pytest.raises(ValueError, match=rf"noun table, line 3.*{reason}"):
        read_table(f"{HEAD}{line}\n", "noun", regular)


def test_asking_for_a_feature_that_no_table_explains_is_an_error():
    """It would be true of no word, and whatever asks would never find anything."""
    for ask in (LEXICON.verbs, lambda f: LEXICON.has("said", f), lambda f: LEXICON.value("may", f)):
        with pytest.raises(ValueError, match="no table explains saying"):
            ask("saying")
