"""Topics are phrases that statements of several articles share; nobody lists them beforehand."""

from __future__ import annotations

import random

import pytest

import builders
from onrecord.positions.topics import Passage, find_topics
from onrecord.records import Span


def passage(name, article, text, headline=""):
    return Passage(name, builders.view(text, article), (Span(0, len(text)),), headline)


def test_a_topic_is_named_by_the_longest_shared_phrase():
    (topic,) = find_topics(
        [
            passage("a", "1", "it has no plans for naval bridges in Karst"),
            passage("b", "2", "the two did not discuss naval bridges in Karst"),
            passage("c", "2", "the fever spread through the northern valley"),
        ]
    )
    assert topic.name == "naval bridges in Karst"
    assert topic.statement_ids == {"a", "b"}


def test_one_article_makes_no_topic():
    assert find_topics([passage("a", "1", "naval bridges"), passage("b", "1", "naval bridges")]) == []
    assert find_topics([]) == []


def test_a_headline_that_names_the_topic_brings_in_what_shares_a_word():
    core = [passage("a", "1", "naval bridges will open"), passage("b", "2", "naval bridges are shut")]
    aside = "some naval infrastructure abroad cannot be excluded"
    (named,) = find_topics([*core, passage("c", "3", aside, "Talk of bridges")])
    (unnamed,) = find_topics([*core, passage("c", "3", aside, "Talk of weather")])
    assert "c" in named.statement_ids
    assert "c" not in unnamed.statement_ids


def test_order_does_not_matter_and_many_passages_are_no_burden():
    words = [f"word{i}stem" for i in range(60)]
    rng = random.Random(3)  # noqa: S311 - a repeatable sample
    passages = [
        passage(str(i), str(i // 2), " ".join(rng.choice(words) for _ in range(8))) for i in range(1_500)
    ]
    found = find_topics(passages)
    assert find_topics(passages[::-1]) == found


def test_a_rare_word_is_a_topic_where_no_pair_is():
    said = [
        passage("a", "1", "the waterworks are safe with me"),
        passage("b", "2", "a sale of the waterworks"),
    ]
    assert [t.name for t in find_topics(said)] == ["waterworks"]


def test_a_common_word_is_no_topic():
    said = [passage("a", "1", "the year was hard"), passage("b", "2", "it will be a better year")]
    assert find_topics(said) == []


def test_words_on_two_lines_name_no_topic():
    def topics(gap):
        return find_topics(
            [passage(n, n, f"{verb} naval{gap}bridges") for n, verb in (("1", "close"), ("2", "never open"))]
        )

    assert [t.name for t in topics(" ")] == ["naval bridges"]
    assert "naval bridges" not in [t.name for t in topics("\n")]


@pytest.mark.parametrize(("aside", "joins"), [("the quarry and the lagoon", True), ("the lagoon", False)])
def test_two_words_that_come_with_a_topic_make_up_for_its_name(aside, joins):
    core = [
        passage("a", "1", "naval bridges cross the quarry lagoon"),
        passage("b", "2", "naval bridges shut"),
    ]
    (topic,) = find_topics([*core, passage("c", "3", f"some barges leave {aside}")])
    assert ("c" in topic.statement_ids) == joins
