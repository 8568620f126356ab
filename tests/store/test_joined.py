"""Forms of chains are found again by key, place, bearer and speaker; articles that go leave their chains to be told."""

from __future__ import annotations

import pytest

import builders
from onrecord import store
from onrecord.identity import FormCount
from onrecord.identity.forms import Form
from onrecord.records import AnnotatedArticle, LocalSpeaker
from onrecord.store import joined

PERSON = LocalSpeaker("local-1", "art-1", "Ann Brill", "person")


@pytest.fixture
def database(tmp_path):
    opened = store.Database(tmp_path / "onrecord.db")
    yield opened
    opened.close()


@pytest.fixture
def connection(database):
    with database.transaction() as opened:
        yield opened


def put(connection, chain):
    article = builders.article("Text.", chain.article_id)
    store.tables.put_article(
        connection, AnnotatedArticle(article, speakers=(chain,)), story_keys="{}", reading=1
    )


def test_a_form_is_found_by_all_it_is_kept_under(connection):
    held = FormCount(Form("Ann Brill", "person"), 7, 3, {"Brill": 2}, bearer="person:7", speaker="speaker-1")
    joined.put_form(connection, 7, held.bearer, held.speaker, held)
    joined.put_places(connection, [(11, 7), (12, 7)])
    joined.drop_places(connection, [(12, 7)])
    back = joined.load_forms(connection, FormCount, [6, 7])[7]
    assert (back.form, back.number, back.variants) == (held.form, 3, {"Brill": 2})
    assert joined.forms_at(connection, 11) == joined.forms_of_bearer(connection, "person:7") == {7}
    assert joined.forms_of_speakers(connection, ["speaker-0", "speaker-1"]) == {"speaker-1": {7}}
    assert joined.forms_at(connection, 12) == set()
    joined.drop_form(connection, 7)
    assert joined.load_forms(connection, FormCount, [7]) == {}


def test_forms_that_belong_to_nobody_are_no_group(connection):
    held = FormCount(Form("Brill", "person"), 8, 1, bearer="", speaker="")
    joined.put_form(connection, 8, held.bearer, held.speaker, held)
    assert joined.forms_of_bearer(connection, "") == set()
    assert joined.forms_of_speakers(connection, [""]) == {}


def test_tallies_and_voices(connection):
    assert joined.load_tally(connection, 5) == 0
    joined.put_tallies(connection, [(5, 2)])
    assert joined.load_tally(connection, 5) == 2
    joined.put_voices(connection, [(7, "art-1"), (7, "art-2"), (8, "art-3")])
    joined.drop_voices(connection, [(7, "art-2")])
    assert joined.heard_in(connection, [7, 8, 9]) == {"art-1", "art-3"}


def test_chains_wait_until_they_are_taken_and_are_told_once_when_their_article_goes(connection):
    put(connection, PERSON)
    assert joined.load_joined(connection, "art-1") == []
    assert store.derived.uncompared(connection)
    assert list(joined.take_waiting(connection, 10)) == [[PERSON]]
    assert list(joined.take_waiting(connection, 10)) == []
    assert joined.load_joined(connection, "art-1") == [PERSON]
    connection.execute("DELETE FROM articles")
    assert list(joined.take_gone(connection)) == [PERSON]
    assert list(joined.take_gone(connection)) == []


def test_an_article_that_goes_before_it_was_joined_leaves_nothing(connection):
    put(connection, PERSON)
    connection.execute("DELETE FROM articles")
    assert list(joined.take_gone(connection)) == []


def test_how_many_corrections_were_applied_is_kept(connection):
    assert joined.load_applied(connection) == 0
    joined.put_applied(connection, 3)
    assert joined.load_applied(connection) == 3
