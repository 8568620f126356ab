"""What grouping keeps is found again row by row, and goes with the article or story it belongs to."""

from __future__ import annotations

import pytest

from onrecord import store
from onrecord.store import placed


@pytest.fixture
def connection(tmp_path):
    opened = store.Database(tmp_path / "onrecord.db")
    with opened.transaction() as connection:
        yield connection
    opened.close()


def test_owners_are_found_at_their_places(connection):
    placed.put_places(connection, "art-1", [5, -(2**63)])
    placed.put_places(connection, "art-2", [5, 5])
    both, low = {"art-1", "art-2"}, -(2**63)
    assert placed.load_at(connection, [5, 6, low]) == {5: both, low: {"art-1"}}
    assert placed.load_at(connection, [6]) == {}


def test_a_forgotten_story_leaves_neither_places_nor_likenesses(connection):
    placed.put_places(connection, "sto-1", [1, 2])
    placed.put_places(connection, "sto-2", [2])
    placed.put_places(connection, "sto-3", [3])
    placed.put_likenesses(connection, "sto-1", {"sto-2": 0.25, "sto-3": 0.5})
    assert placed.load_likenesses(connection, "sto-2") == {"sto-1": 0.25}
    assert sorted(placed.forget(connection, "sto-1")) == [1, 2]
    assert placed.load_at(connection, [2]) == {2: {"sto-2"}}
    for story in ("sto-1", "sto-2", "sto-3"):
        assert placed.load_likenesses(connection, story) == {}


def test_members_of_groups(connection):
    placed.put_members(connection, [("art-1", "sto-1"), ("art-2", "sto-1"), ("sto-1", "line-1")])
    assert placed.members_of(connection, "sto-1") == {"art-1", "art-2"}
    assert placed.group_of(connection, "sto-1") == "line-1"
    placed.put_members(connection, [("art-2", "sto-2")])
    assert placed.members_of(connection, "sto-1") == {"art-1"}
    placed.drop_members(connection, ["sto-1"])
    assert placed.group_of(connection, "sto-1") is None
    assert placed.torn(connection) == []


def test_an_article_that_goes_tears_its_story(connection):
    connection.execute(
        "INSERT INTO articles (id, path, item, packed, digest, own_dating, record, annotations, speakers,"
        " story_keys) VALUES ('art-1', 'a.txt', 0, '', '', '', '', '', '', '')"
    )
    placed.put_members(connection, [("art-1", "sto-1"), ("art-2", "sto-1")])
    placed.put_places(connection, "art-1", [1])
    connection.execute("DELETE FROM articles WHERE id = 'art-1'")
    assert placed.torn(connection) == ["sto-1"]
    assert placed.members_of(connection, "sto-1") == {"art-2"}
    assert placed.load_at(connection, [1]) == {}
    with pytest.raises(KeyError):
        placed.load_keys(connection, dict, "art-1")


def test_matches_are_found_from_both_sides_to_the_last_bit_and_go_with_their_articles(connection):
    for key in ("art-1", "art-2", "art-3"):
        connection.execute(
            "INSERT INTO articles (id, path, item, packed, digest, own_dating, record, annotations, speakers,"
            " story_keys) VALUES (?, 'a.txt', 0, '', '', '', '', '', '', '')",
            (key,),
        )

    def matches(article):
        return placed.load_matches(connection, article, placed.numbered(connection))

    score = 0.1 + 0.2
    placed.put_matches(connection, [("art-1", "art-2", score), ("art-2", "art-3", -100.0)])
    assert matches("art-2") == {"art-1": score, "art-3": -100.0}
    assert matches("art-1") == {"art-2": score}
    connection.execute("DELETE FROM articles WHERE id = 'art-1'")
    assert matches("art-2") == {"art-3": -100.0}
    assert matches("nobody") == {}
