"""Statements of one story become utterances: paired across outlets, each rendered somewhere, in any order."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

import builders
from onrecord import utterances
from onrecord.records import AnnotatedArticle, Correction, Dating, Place, Speaker, Story
from onrecord.text import view_all
from onrecord.utterances.scoring import ExplicitScorer

SPEAKERS = {
    "oda": Speaker("oda", "Mira Oda", "person"),
    "renn": Speaker("renn", "Pavel Renn", "person"),
}
TUESDAY = Dating("2031-05-06", "2031-05-06", "2031-05-06")
GAZETTE = (
    "The harbour will stay shut until the cranes are inspected, minister Mira Oda said on Tuesday. "
    "“We shall not reopen the harbour unless every crane has been certified. The dockers deserve no less,” "
    "Oda told reporters. Pavel Renn, a shipowner, called the closure “a needless blow to the islands”."
)
COURIER = (
    "“We will not reopen the harbour,” Mira Oda said. "
    "Renn said the closure was a blow to the islands that nobody needed. "
    "“Ferries run tomorrow as usual,” he added."
)


def align(*given):
    return utterances.align(*given, view_all(given[1]), scorer=ExplicitScorer(), encoder=builders.Letters())


@pytest.fixture
def articles(article_of, statement_of):
    def statement(*given, kind="direct"):
        return statement_of(*given, kind=kind, said=TUESDAY)

    gazette = (
        statement("gazette", GAZETTE, "oda", GAZETTE[: GAZETTE.index(", minister")], kind="indirect"),
        statement(
            "gazette", GAZETTE, "oda", GAZETTE[GAZETTE.index("“We shall") : GAZETTE.index(" Oda told")]
        ),
        statement("gazette", GAZETTE, "renn", "the closure “a needless blow to the islands”", kind="mixed"),
    )
    courier = (
        statement("courier", COURIER, "oda", "“We will not reopen the harbour,”"),
        statement(
            "courier",
            COURIER,
            "renn",
            "the closure was a blow to the islands that nobody needed",
            kind="indirect",
        ),
        statement("courier", COURIER, "renn", "“Ferries run tomorrow as usual,”"),
    )
    return {
        "gazette": AnnotatedArticle(article_of("gazette", GAZETTE), statements=gazette),
        "courier": AnnotatedArticle(article_of("courier", COURIER), statements=courier),
    }


def story(*names):
    return Story("s", "Harbour", names, None, None, "line")


def rendering_of(utterances, name, words, articles):
    for utterance in utterances:
        for rendering in utterance.renderings:
            text = articles[rendering.article_id].article.text
            if rendering.article_id == name and words in " ".join(s.of(text) for s in rendering.content):
                return utterance, rendering
    raise AssertionError(words)


def test_a_quote_and_its_shorter_version_are_one_utterance(articles):
    found = align(story("gazette", "courier"), articles, SPEAKERS)
    long, _ = rendering_of(found, "gazette", "unless every crane", articles)
    short, cut = rendering_of(found, "courier", "We will not reopen", articles)
    assert long.id == short.id
    assert long.speaker_id == "oda"
    assert long.said.day == "2031-05-06"
    assert cut.label in ("partial", "variant")


def test_a_quote_cut_before_its_condition_is_marked_with_the_place_of_the_condition(articles):
    found = align(story("gazette", "courier"), articles, SPEAKERS)
    _, cut = rendering_of(found, "courier", "We will not reopen", articles)
    assert cut.dropped_qualifier
    assert cut.qualifier.article_id == "gazette"
    assert "unless" in GAZETTE[cut.qualifier.start : cut.qualifier.end]


def test_every_statement_is_rendered_and_what_one_outlet_has_alone_stands_alone(articles):
    found = align(story("gazette", "courier"), articles, SPEAKERS)
    given = {s.id for a in articles.values() for s in a.statements}
    assert {r.statement_id for u in found for r in u.renderings} == given
    ferries, _ = rendering_of(found, "courier", "Ferries", articles)
    assert len(ferries.renderings) == 1


def test_the_order_of_articles_and_statements_changes_nothing(articles):
    turned = {
        name: AnnotatedArticle(a.article, statements=tuple(reversed(a.statements)))
        for name, a in articles.items()
    }
    outcomes = [
        align(story(*names), given, SPEAKERS)
        for names in itertools.permutations(articles)
        for given in (articles, turned)
    ]
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_comparisons_lay_the_fullest_beside_each_other_rendering(articles):
    found = align(story("gazette", "courier"), articles, SPEAKERS)
    utterance, cut = rendering_of(found, "courier", "We will not reopen", articles)
    comparison = next(c for c in utterance.comparisons if c.b_statement_id == cut.statement_id)
    same = [e for e in comparison.edits if e.kind == "same"]
    assert any("reopen the harbour" in GAZETTE[e.a.start : e.a.end] for e in same)


def test_a_story_without_statements_or_with_unknown_articles_has_no_utterances(articles):
    assert align(story("nowhere"), articles, SPEAKERS) == ()
    bare = {"gazette": AnnotatedArticle(articles["gazette"].article)}
    assert align(story("gazette"), bare, SPEAKERS) == ()


def test_each_rendering_says_how_surely_it_is_of_the_fullest_ones_saying(articles):
    found = align(story("gazette", "courier"), articles, SPEAKERS)
    shared = [u for u in found if len(u.renderings) > 1]
    assert shared
    for utterance in shared:
        told = [r.probability for r in utterance.renderings]
        assert told.count(None) == 1
        assert all(0 < p <= 1 for p in told if p is not None)
    alone = [r for u in found if len(u.renderings) == 1 for r in u.renderings]
    assert {r.probability for r in alone} == {None}


def test_what_a_user_puts_together_is_not_doubted(articles):
    wanted = ("gazette", "The harbour will stay shut"), ("courier", "“Ferries run tomorrow")
    starts = {"gazette": GAZETTE, "courier": COURIER}
    places = tuple(
        Place(name, starts[name].index(words), starts[name].index(words) + 9) for name, words in wanted
    )
    told = Correction("merge", places=places)
    found = utterances.align(
        story("gazette", "courier"),
        articles,
        SPEAKERS,
        view_all(articles),
        scorer=ExplicitScorer(),
        encoder=builders.Letters(),
        corrections=[told],
    )
    merged = next(u for u in found for r in u.renderings if r.content[0].start == places[1].start)
    late = next(r for r in merged.renderings if r.content[0].start == places[1].start)
    assert len(merged.renderings) > 1
    assert late.probability is None


def test_an_utterance_has_the_narrowest_dating_of_its_renderings(articles):
    """Words to the day before words to the week, and these before "some time until then"."""
    week = Dating("2031-05-05/2031-05-11", "2031-05-05", "2031-05-11")
    until = Dating("../2031-05-07", None, "2031-05-07")
    month = Dating("2031-05", "2031-05-01", "2031-05-10")

    def said(one, other):
        dated = {
            name: replace(item, statements=tuple(replace(s, said=day) for s in item.statements))
            for (name, item), day in zip(articles.items(), (one, other), strict=True)
        }
        found = align(story(*articles), dated, SPEAKERS)
        return next(u.said for u in found if len(u.renderings) > 1)

    for narrow, wide in ((week, until), (week, month), (TUESDAY, week), (week, Dating())):
        assert said(narrow, wide) == said(wide, narrow) == narrow


@pytest.mark.parametrize(("day", "told"), [("2031-05-05", Dating()), ("2031-05-06", TUESDAY)])
def test_no_day_is_an_utterances_after_a_rendering_without_one_was_out(articles, day, told):
    gazette, courier = articles["gazette"], articles["courier"]
    undated = replace(
        courier,
        article=replace(courier.article, published=Dating(day, day, day)),
        statements=tuple(replace(s, said=Dating()) for s in courier.statements),
    )
    found = align(story(*articles), {"gazette": gazette, "courier": undated}, SPEAKERS)
    assert next(u.said for u in found if len(u.renderings) > 1) == told
