"""Pages and search: what is there all the while comes exactly once, and filters leave nothing out in silence."""

from __future__ import annotations

import random

import pytest

import builders
from onrecord.records import AnnotatedArticle, Filter, Utterance
from onrecord.records.ground import Dating
from onrecord.records.utterances import Rendering
from onrecord.store import Database, derived, pages, placed, search, tables

SAID = "“The weir will hold,” Orla Quist said. “Nobody has to leave,” said Bram Ósk."


def annotated(name, outlet="Tarn Echo", published="2031-03-04", said=(None, None), **fields):
    article = builders.article(
        SAID, name, outlet=outlet, title=f"Weir {name}", published=builders.day(published)
    )
    first = builders.statement(
        article, "The weir will hold", "Orla Quist", "said", id=f"st-{name}-1", speaker_id="sp-quist",
        speaker="Orla Quist", said=builders.day(said[0]), **fields,
    )  # fmt: skip
    second = builders.statement(
        article, "Nobody has to leave", "Bram Ósk", "said", id=f"st-{name}-2", speaker_id="sp-osk",
        speaker="Bram Ósk", said=builders.day(said[1]), stance="deny", confidence=0.4,
    )  # fmt: skip
    return AnnotatedArticle(article, statements=(first, second))


def put(connection, *items):
    for item in items:
        tables.put_article(connection, item, story_keys="{}", reading=1)


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "a.db")
    yield opened
    opened.close()


@pytest.fixture
def connection(database):
    with database.transaction() as open_:
        put(open_, annotated("a", said=("2031-03-04", None)), annotated("b", "Fell Post", "2031-04-09"))
        placed.put_members(open_, [("a", "story-1"), ("b", "story-2"), ("story-1", "line-1")])
        said = Utterance(
            "utt-1", "story-1", "sp-quist", Dating(), (Rendering("st-a-1", "a", (), "verbatim"),)
        )
        derived.put_derived(open_, "utterances", "story-1", [said])
    return database.connection


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(), ["st-a-1", "st-a-2", "st-b-1", "st-b-2"]),
        (Filter(words="weir hold"), ["st-a-1", "st-b-1"]),
        (Filter(speaker="sp-osk"), ["st-a-2", "st-b-2"]),
        (Filter(speaker="osk"), ["st-a-2", "st-b-2"]),
        (Filter(speaker="ósk", outlet="Fell Post"), ["st-b-2"]),
        (Filter(speaker="bra os"), ["st-a-2", "st-b-2"]),
        (Filter(speaker="ram"), []),
        (Filter(published_since="2031-04", published_until="2031-04"), ["st-b-1", "st-b-2"]),
        (Filter(article="a", stance="deny"), ["st-a-2"]),
        (Filter(story="story-2"), ["st-b-1", "st-b-2"]),
        (Filter(storyline="line-1"), ["st-a-1", "st-a-2"]),
        (Filter(claim="utt-1"), ["st-a-1"]),
        (Filter(claim="utt-none"), []),
        (Filter(confidence=0.5), ["st-a-1", "st-b-1"]),
        (Filter(kind="indirect"), []),
        (Filter(said_since="2031-03-01"), ["st-a-1"]),
        (Filter(published_since="2031-04-01"), ["st-b-1", "st-b-2"]),
        (Filter(published_until="2031-04-01"), ["st-a-1", "st-a-2"]),
        (Filter(words="'; DROP TABLE articles; --"), []),
    ],
)
def test_a_filter_finds_what_it_asks_for(connection, asked, expected):
    assert [s.id for s in pages.statements(connection, asked, "", 50)] == expected
    found = search.find(connection, asked)
    assert sorted(found.statement_ids) == expected
    assert (found.total, found.complete) == (len(expected), True)


def test_what_has_no_day_is_left_out_but_counted(connection):
    assert search.find(connection, Filter(said_since="2031-03-01")).perhaps == 3
    assert search.find(connection, Filter(said_since="2031-03-01", outlet="Fell Post")).perhaps == 2
    assert search.find(connection, Filter(published_since="2031-04-01")).perhaps == 0
    assert search.find(connection, Filter()).perhaps == 0


def test_facets_count_what_matches(connection):
    found = search.find(connection, Filter(words="weir"))
    assert [(f.value, f.name, f.count) for f in found.facets["speaker"]] == [("sp-quist", "Orla Quist", 2)]
    assert [(f.value, f.count) for f in found.facets["outlet"]] == [("Fell Post", 1), ("Tarn Echo", 1)]
    assert [(f.value, f.count) for f in found.facets["published"]] == [("2031", 2)]
    assert [f.value for f in found.facets["story"]] == ["story-1", "story-2"]


def test_fragments_stand_behind_what_tells_something(connection):
    words = "that the weir and its gates would be looked at again in the spring"
    article = builders.article(f"The board gave a new weir up, and said {words}.", "c")
    short = builders.statement(article, "a new weir", "The board", "gave", id="st-c-1", speaker="weir board")
    whole = builders.statement(article, words, "The board", "said", id="st-c-2", speaker="weir board")
    put(connection, AnnotatedArticle(article, statements=(short, whole)))
    assert search.find(connection, Filter(words="weir board")).statement_ids == ("st-c-2", "st-c-1")


def test_articles_are_filtered_by_what_tells_of_them(connection):
    assert [a.id for a in pages.articles(connection, Filter(words="nobody", outlet="Fell Post"), "", 9)] == [
        "b"
    ]
    assert [a.id for a in pages.articles(connection, Filter(published_until="2031-03-31"), "", 9)] == ["a"]
    assert pages.articles(connection, Filter(), "", 1)[0].text == SAID


def test_articles_are_found_by_what_they_hold(connection):
    def found(**asked):
        return [a.id for a in pages.articles(connection, Filter(**asked), "", 9)]

    assert found(speaker="osk") == found(speaker="sp-osk") == ["a", "b"]
    assert found(speaker="osk", stance="deny", outlet="Fell Post") == ["b"]
    assert found(speaker="quist", stance="deny") == []  # another statement denies, not hers
    assert found(said_since="2031-03") == ["a"]
    assert search.articles_perhaps(connection, Filter(said_since="2031-03")) == 1
    assert search.articles_perhaps(connection, Filter(speaker="osk")) == 0


def test_wherever_a_name_is_asked_for_the_same_speakers_are_found(connection):
    for name in ("osk", "Ósk", "br", "quist orla", "nobody"):
        said = {s.speaker_id for s in pages.statements(connection, Filter(speaker=name), "", 50)}
        voices, total = pages.loudest(connection, name=name, limit=9)
        assert said == {v.id for v in voices} == {v.id for v in pages.voices(connection, name=name, limit=9)}
        assert total == len(said)


def test_who_says_something_is_counted(connection):
    quist, osk = sorted(pages.voices(connection, limit=9), key=lambda v: v.name, reverse=True)
    assert (quist.name, quist.statements, quist.articles, quist.first) == ("Orla Quist", 2, 2, "2031-03-04")
    assert [v.id for v in pages.voices(connection, name="osk", limit=9)] == [osk.id]


def test_a_derived_record_is_found_by_its_id(connection):
    assert pages.record(connection, "utterances", Utterance, "utt-1").story_id == "story-1"
    assert pages.record(connection, "utterances", Utterance, "utt-2") is None
    found = pages.derived(connection, "utterances", Utterance, equal={"speaker_id": "sp-quist"}, limit=5)
    assert [(place, u.id) for place, u in found] == [("story-1/utt-1", "utt-1")]
    assert pages.derived(connection, "utterances", Utterance, owner="story-2", limit=5) == []


def test_paging_has_no_gap_and_no_repeat_while_articles_arrive_and_go(database):
    rng = random.Random(7)  # noqa: S311 - no secret
    names = [f"{n:03}" for n in range(150)]
    rng.shuffle(names)
    with database.transaction() as open_:
        put(open_, *(annotated(name) for name in names[:100]))
    there = {s.id for s in pages.statements(database.connection, Filter(), "", 1000)}
    seen, after, late = [], "", iter(names[100:])
    while page := pages.statements(database.connection, Filter(), after, 7):
        seen += [s.id for s in page]
        after = pages.place(page[-1])
        with database.transaction() as open_:
            if (name := next(late, None)) is not None:
                put(open_, annotated(name))
            tables.put_statements(open_, annotated(rng.choice(names[:100])))  # as when its speakers change
    assert len(seen) == len(set(seen))
    assert there <= set(seen)


def test_a_statement_leads_to_the_claim_it_renders(connection):
    assert search.claims(connection, ["st-a-1", "st-b-1"]) == {"st-a-1": ("utt-1", 1)}
