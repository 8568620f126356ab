"""One record for each origin without which something falls; numbers are facts with what they count."""

from __future__ import annotations

import pytest

import builders
from onrecord import standing
from onrecord.records import AnnotatedArticle, Dating, Fact, Rendering, Story, Timex, Utterance
from onrecord.text import view_all


def gathered(*texts, statements=(), timexes=(), told=()):
    articles = [builders.article(text, f"{n}") for n, text in enumerate(texts)]
    items = {
        a.id: AnnotatedArticle(a, tuple(t for t in timexes if t.article_id == a.id), (), tuple(statements))
        for a in articles
    }
    story = Story("story", "Weir", tuple(items), None, None, "line")
    facts = standing.gather([story], items, told, origins=(), entries=(), views=view_all(items))
    return story, facts


def words(*texts, **fields):
    return [f.words for f in gathered(*texts, **fields)[1] if f.kind == "number"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council closed 1,200 wells.", ["1,200 wells"]),
        ("Forty people came, and 40 people left.", ["Forty people"]),
        ("It cost $4.5 million and 60 per cent of that is lost.", ["$4.5 million", "60 per cent"]),
        ("One of them left and dozens of people stayed.", []),
        ("The weir was built in 1987.", []),
        ("It counted 12. Wells were closed.", ["12"]),
    ],
)
def test_a_number_stands_with_what_it_counts(text, found):
    assert sorted(words(text)) == sorted(found)


def test_a_number_in_a_date_is_no_number():
    text = "They met on 14 May."
    article = builders.article(text, "0")
    day = Timex(article.id, 12, 18, "DATE", "XXXX-05-14", None, None, None)
    assert words(text) != []
    assert words(text, timexes=(day,)) == []


def test_numbers_that_more_articles_give_come_first():
    assert words("It closed 9 wells and 12 gates.", "It closed 12 gates.") == ["12 gates", "9 wells"]


def fact(key, *support, kind="number"):
    return Fact(key, "story", kind, None, support)


STORY = Story("story", "Weir", ("a", "b"), None, None, "line")
BOTH = fact("both", ("text-a",), ("text-b",))


def test_what_two_texts_carry_falls_with_neither():
    assert list(standing.leave_out([STORY], (), [BOTH])) == []


def test_what_falls_is_named_and_counted_by_its_kind():
    (left,) = standing.leave_out(
        [STORY], (), [BOTH, fact("b", ("text-b",)), fact("d", ("text-b",), kind="date")]
    )
    assert (left.origin_id, left.fallen) == ("text-b", ("b", "d"))
    assert [(s.stand, s.of) for s in (left.utterances, left.dates, left.numbers)] == [(0, 0), (0, 1), (1, 2)]


def test_the_origin_without_which_most_falls_comes_first():
    facts = [fact("1", ("text-a",)), fact("2", ("text-b",)), fact("3", ("text-b",))]
    assert [s.origin_id for s in standing.leave_out([STORY], (), facts)] == ["text-b", "text-a"]


def test_a_story_that_one_article_tells_has_no_origin_to_leave_out():
    alone = Story("story", "Weir", ("a",), None, None, "line")
    assert list(standing.leave_out([alone], (), [fact("1", ("text-a",))])) == []


def test_a_statement_in_no_utterance_is_a_fact_of_its_own():
    text = '"The weir holds," Ansa Quell said. "It will last," she added.'
    article = builders.article(text, "0")
    first = builders.statement(article, '"The weir holds,"', "Ansa Quell", "said")
    other = builders.statement(article, '"It will last,"', "she", "added")
    rendering = Rendering(first.id, article.id, first.content, "verbatim")
    told = Utterance("u", "story", None, Dating(), (rendering,))
    _, facts = gathered(text, statements=(first, other), told=(told,))
    assert [f.record_id for f in facts if f.kind == "utterance"] == ["u", other.id]
