"""How sure it is whose words they are: a name is surer than a pronoun between two, and nobody is never sure."""

from __future__ import annotations

from dataclasses import replace

from onrecord import coreference
from onrecord.records import UNCLEAR_SPEAKER
from onrecord.text import View

from .test_resolve import article, statement


def certainties(text, pairs):
    made = [statement(text, n, *pair) for n, pair in enumerate(pairs)]
    found = coreference.resolve_all(View(article(text)), made, ()).certainty
    return [found.get(m.id) for m in made]


def test_a_name_and_a_clear_pronoun_are_sure_and_a_close_pronoun_is_not():
    clear = "Jonas Abelt left. He said it rained."
    close = "Peter Lunde met Jonas Abelt. Lunde sat down beside Abelt. He said it rained."
    named, pronoun = (
        certainties("Jonas Abelt said it rained. He left.", [("Jonas Abelt", "it rained")]),
        certainties(clear, [("He", "it rained")]),
    )
    assert named[0] > UNCLEAR_SPEAKER
    assert pronoun[0] > UNCLEAR_SPEAKER
    between = certainties(close, [("He", "it rained")])[0]
    assert between is None or between <= pronoun[0]


def test_a_description_of_its_own_is_less_sure_than_a_name():
    own = certainties("The council said it rained.", [("The council", "it rained")])[0]
    named = certainties("Jonas Abelt said it rained.", [("Jonas Abelt", "it rained")])[0]
    assert own < named


def test_they_of_one_person_is_unclear():
    text = "A witness said it rained. They said it snowed."
    found = certainties(text, [("A witness", "it rained"), ("They", "it snowed")])
    assert found[1] < UNCLEAR_SPEAKER


def test_a_source_that_was_read_with_less_confidence_is_less_sure():
    text = "Jonas Abelt said it rained."
    made = statement(text, 1, "Jonas Abelt", "it rained")
    sure, unsure = replace(made, confidence=0.95), replace(made, id="other", confidence=0.3)
    found = [coreference.resolve_all(View(article(text)), [s], ()).certainty[s.id] for s in (sure, unsure)]
    assert found[1] < found[0] <= 1.0


def test_of_nobody_nothing_is_sure():
    assert certainties("It was late. They said it rained.", [("They", "it rained")]) == [None]
    assert certainties("", []) == []


def test_words_without_a_source_are_unclear():
    text = "“Go,” Jonas Abelt said. “Now.”"
    assert certainties(text, [("Jonas Abelt", "“Go,”"), ("", "“Now.”")])[1] < UNCLEAR_SPEAKER
