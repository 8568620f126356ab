"""Of a story of very many articles, those are held against each other that stand for all outlets and days."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import AnnotatedArticle
from onrecord.relations.finding import compared


def item(name: str, outlet: str | None, day: str | None = "2031-03-05"):
    return AnnotatedArticle(builders.article("", name, outlet=outlet, published=builders.day(day)))


def names(*items, most):
    return [i.article.id for i in compared(items, most)]


def test_few_articles_are_all_compared_as_they_stand():
    assert names(item("b", "Post"), item("a", "Post"), item("c", "Post"), most=3) == ["b", "a", "c"]


@pytest.mark.parametrize(("outlet", "chosen"), [("Wire", ["a", "b", "z"]), ("Post", ["a", "b", "c"])])
def test_an_outlet_does_not_go_unread_for_the_many_articles_of_another(outlet, chosen):
    many = [item(name, "Post") for name in "abc"]
    assert names(*many, item("z", outlet), most=3) == chosen


@pytest.mark.parametrize(("day", "chosen"), [("2031-03-09", ["a", "d"]), ("2031-03-05", ["a", "b"])])
def test_nor_does_a_day(day, chosen):
    assert names(*(item(name, "Post") for name in "abc"), item("d", "Post", day), most=2) == chosen


def test_what_names_no_outlet_is_nobody_s_second_article():
    assert names(item("a", "Post"), item("b", "Post"), item("c", None), item("d", None), most=3) == [
        "a",
        "c",
        "d",
    ]
    assert names(item("a", "Post"), item("b", "Post"), item("c", "Gull"), item("d", "Gull"), most=3) == [
        "a",
        "b",
        "c",
    ]
