"""Statements are asked for by the bounds of when they were said."""

from __future__ import annotations

import pytest

from onrecord.records import AnnotatedArticle, Article, Dating, Filter, Span, Statement
from onrecord.store import Database, tables


@pytest.fixture
def connection(tmp_path):
    database = Database(tmp_path / "a.db")
    said = {
        "st-march": Dating("2031-03", "2031-03-01", "2031-03-31"),
        "st-fourth": Dating("2031-03-04", "2031-03-04", "2031-03-04"),
        "st-open": Dating(None, None, "2031-03-20"),
        "st-unknown": Dating(),
    }
    found = tuple(
        Statement(key, "art-1", "indirect", "speech", "assert", (), (), (Span(0, 4),), 0.9, said=when)
        for key, when in said.items()
    )
    article = Article(
        id="art-1", given_id=None, path="a.txt", item=0, sha256="0", outlet=None, title=None, url=None,
        byline=None, dateline=None, credit=None, language="en", text="Rain fell.", text_map=(), blocks=(),
    )  # fmt: skip
    with database.transaction() as open_:
        tables.put_article(open_, AnnotatedArticle(article, statements=found), story_keys="{}", reading=1)
    yield database.connection
    database.close()


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2031-03-01", None, ["st-march", "st-fourth"]),
        ("2031-03-02", None, ["st-fourth"]),
        ("2031-03-04", "2031-03-04", ["st-fourth"]),
        ("2031-03-05", None, []),
        (None, "2031-03-20", ["st-fourth", "st-open"]),
        (None, "2031-03-31", ["st-march", "st-fourth", "st-open"]),
        (None, None, ["st-march", "st-fourth", "st-open", "st-unknown"]),
    ],
)
def test_what_may_have_been_said_outside_the_days_asked_for_is_left_out(connection, since, until, expected):
    asked = Filter(said_since=since, said_until=until)
    assert [s.id for s in tables.find_statements(connection, asked, None)] == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2031-03", "2031-03", ["st-march", "st-fourth"]),
        ("2031", "2031", ["st-march", "st-fourth"]),
        ("2031-04", None, []),
        (None, "2030", []),
    ],
)
def test_a_month_or_year_is_meant_as_a_whole(connection, since, until, expected):
    asked = Filter(said_since=since, said_until=until)
    assert [s.id for s in tables.find_statements(connection, asked, None)] == expected


def test_what_may_lie_within_comes_where_it_is_asked_for(connection):
    found = tables.find_statements(connection, Filter(said_since="2031-03-02"), None, perhaps=True)
    assert [s.id for s in found] == ["st-march", "st-fourth", "st-open", "st-unknown"]
