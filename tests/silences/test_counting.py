"""An omission counts only when the statement was public on an earlier day; every other gap says why it is open."""

from __future__ import annotations

import pytest

import builders
from onrecord import silences
from onrecord.records import AnnotatedArticle, Dating, Rendering, Story, Utterance

TEXT = '"The weir holds," Ansa Quell said.'
SILENT = "The weir was inspected."


def _item(name, published, text=SILENT, **fields):
    dating = published if isinstance(published, Dating) else builders.day(published)
    article = builders.article(text, name, published=dating)
    if text == SILENT:
        return AnnotatedArticle(article, (), (), ())
    found = builders.statement(article, '"The weir holds,"', "Ansa Quell", "said", **fields)
    return AnnotatedArticle(article, (), (), (found,))


def _told(*items):
    found = [s for item in items for s in item.statements]
    return Utterance(
        "u",
        "story",
        None,
        Dating(),
        tuple(Rendering(s.id, s.article_id, s.content, "verbatim") for s in found),
    )


def _count(*items):
    story = Story("story", "A weir", tuple(i.article.id for i in items), None, None, "line")
    counted = silences.count(story, {i.article.id: i for i in items}, [_told(*items)])
    return {s.article_id: s for s in counted}


def _lacking(silence):
    return {
        name: [u.utterance_id for u in getattr(silence, name)]
        for name in ("absent", "early", "unknown")
        if getattr(silence, name)
    }


@pytest.mark.parametrize(
    ("published", "state"),
    [
        ("2031-04-03", "absent"),
        ("2031-04-02", "unknown"),
        ("2031-04-01", "early"),
        (None, "unknown"),
        (Dating("2031-04", "2031-04-01", "2031-04-30"), "unknown"),
        (Dating("2031-04-03/..", "2031-04-03", None), "absent"),
        (Dating("../2031-04-01", None, "2031-04-01"), "early"),
        (Dating("../2031-04-03", None, "2031-04-03"), "unknown"),
    ],
)
def test_the_order_of_publication_decides_whether_an_article_is_silent(published, state):
    counted = _count(_item("first", "2031-04-02", TEXT), _item("other", published))
    assert _lacking(counted["other"]) == {state: ["u"]}
    assert counted["other"].carried == ()
    assert counted["first"].carried == ("u",)
    assert _lacking(counted["first"]) == {}


@pytest.mark.parametrize(("hour", "state"), [("07:00", "early"), ("12:00", "absent"), ("", "unknown")])
def test_of_one_day_the_hours_decide_where_both_give_one(hour, state):
    def at(stamp):
        return Dating("2031-04-02", "2031-04-02", "2031-04-02", f"date given with the article: “{stamp}”")

    other = at(f"2031-04-02T{hour}" if hour else "2031-04-02")
    counted = _count(_item("first", at("2031-04-02T09:30"), TEXT), _item("other", other))
    assert _lacking(counted["other"]) == {state: ["u"]}


def test_public_since_the_earliest_witness_and_not_the_latest():
    counted = _count(
        _item("first", "2031-04-02", TEXT), _item("later", "2031-04-09", TEXT), _item("other", "2031-04-05")
    )
    assert [(u.utterance_id, u.public) for u in counted["other"].absent] == [("u", "2031-04-02")]


def test_between_the_bounds_of_a_witness_nobody_can_tell():
    first = _item("first", Dating("2031-04-02/2031-04-06", "2031-04-02", "2031-04-06"), TEXT)
    assert _lacking(_count(first, _item("other", "2031-04-01"))["other"]) == {"early": ["u"]}
    assert _lacking(_count(first, _item("other", "2031-04-05"))["other"]) == {"unknown": ["u"]}
    assert _lacking(_count(first, _item("other", "2031-04-07"))["other"]) == {"absent": ["u"]}


def test_a_witness_of_an_unknown_day_may_have_been_the_first():
    told = _item("first", None, TEXT), _item("later", "2031-04-09", TEXT)
    assert _lacking(_count(*told, _item("other", "2031-04-05"))["other"]) == {"unknown": ["u"]}
    assert _lacking(_count(*told, _item("other", "2031-04-11"))["other"]) == {"absent": ["u"]}


def test_a_witness_without_a_day_makes_nothing_public():
    assert _lacking(_count(_item("first", None, TEXT), _item("other", "2031-04-05"))["other"]) == {
        "unknown": ["u"]
    }


@pytest.mark.parametrize(("mode", "counted"), [("speech", 1), ("document", 1), ("thought", 0), ("plan", 0)])
def test_what_nobody_said_aloud_or_wrote_is_not_counted(mode, counted):
    found = _count(_item("first", "2031-04-02", TEXT, mode=mode), _item("other", "2031-04-05"))
    assert len(found["first"].carried) == len(found["other"].absent) == counted


def test_a_story_of_one_article_has_no_silence():
    assert _count(_item("first", "2031-04-02", TEXT)) == {}


def test_ids_tell_stories_and_articles_apart_and_stay():
    once, again = (_count(_item("first", "2031-04-02", TEXT), _item("other", "2031-04-05")) for _ in range(2))
    assert once == again
    assert len({s.id for s in once.values()}) == 2
