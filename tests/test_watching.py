"""Watches tell of what is new where they look, once, and of nothing that was there before."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from onrecord.archive import Archive
from onrecord.records import Watch
from onrecord.views.watches import as_feed, news

FIRST = (
    "Osten Brill, the water minister of Tarn, said on Tuesday that the sluice of Tarn would open in May. "
    '"The sluice will open in May unless the engineers find another crack in its gates," Brill said. '
    "His spokeswoman, Lena Roth, said that 40 ships were waiting at the sluice."
)
SECOND = (
    "The sluice of Tarn will open in May, the water minister Osten Brill said on Tuesday. "
    '"The sluice will open in May," Brill told reporters in Tarn. '
    "His spokeswoman, Lena Roth, said that 60 ships were waiting at the sluice."
)
ORCHARD = (
    'Frost took the pears of Vennborg, the grower Mira Tal said. "Nobody remembers such a spring," Tal said.'
)


def put(folder, name, outlet, text, day="2031-03-05"):
    row = {"outlet": outlet, "date": day, "title": f"{outlet} on the day", "text": text}
    (folder / f"{name}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return folder / f"{name}.jsonl"


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "onrecord.db") as opened:
        opened.read([put(tmp_path, "one", "Harbour Post", FIRST)])
        yield opened


def test_what_was_there_is_no_news_and_what_comes_is_told_once(archive, tmp_path):
    archive.watch(Watch("", "the sluice", words="sluice"))
    archive.watch(Watch("", "pears", words="pears"))
    assert archive.alerts() == []
    added = put(tmp_path, "two", "Coastal Wire", SECOND)
    archive.read([added])
    found = news(archive)
    assert {n.watch for n in found} == {"the sluice"}
    texts = [n for n in found if n.alert.kind == "new_origin"]
    assert [q.outlet for n in texts for q in n.quotes] == ["Coastal Wire"]
    archive.read([added])
    assert news(archive) == found


def test_a_watch_looks_only_where_everything_it_asks_for_is(archive, tmp_path):
    archive.watch(Watch("", "Tal on pears", words="pears", speaker="Mira Tal"))
    archive.watch(Watch("", "Brill on pears", words="pears", speaker="Osten Brill"))
    archive.watch(Watch("", "another paper", words="pears", outlet="Coastal Wire"))
    archive.watch(Watch("", "only clashes", words="pears", kinds=("clash",)))
    archive.read([put(tmp_path, "three", "Northern Gazette", ORCHARD)])
    assert [n.watch for n in news(archive)] == ["Tal on pears"]


def test_a_reprint_is_no_new_text(archive, tmp_path):
    archive.watch(Watch("", "the sluice", speaker="brill"))
    archive.read([put(tmp_path, "four", "Evening Post", FIRST)])
    assert [n for n in news(archive) if n.alert.kind == "new_origin"] == []


def test_a_watch_that_ends_takes_its_news_along(archive, tmp_path):
    kept = archive.watch(Watch("", "the sluice", words="sluice"))
    archive.read([put(tmp_path, "two", "Coastal Wire", SECOND)])
    assert archive.alerts(kept.id)
    assert archive.unwatch(kept.id)
    assert not archive.unwatch(kept.id)
    assert archive.alerts() == []
    assert archive.watches() == []


def test_news_go_out_as_a_feed(archive, tmp_path):
    kept = archive.watch(Watch("", "the <b>sluice</b>", words="sluice"))
    archive.read([put(tmp_path, "two", "Coastal Wire", SECOND)])
    made = as_feed(news(archive), kept, "http://127.0.0.1:8431", "2031-03-06T00:00:00+00:00")
    root = etree.fromstring(made)
    titles = [e.text for e in root.iter("{http://www.w3.org/2005/Atom}title")]
    assert titles[0] == "OnRecord: the <b>sluice</b>"
    assert len(titles) == len(archive.alerts()) + 1


THIRD = SECOND.replace("told reporters in Tarn", "told the Dallow Courier").replace("60 ships", "70 ships")


def test_what_two_outlets_differ_in_is_no_news_again_once_a_third_has_the_saying(archive, tmp_path):
    two = put(tmp_path, "two", "Coastal Wire", SECOND)
    archive.read([two])
    archive.watch(Watch("", "the sluice", words="sluice"))
    archive.read([put(tmp_path, "three", "Dallow Courier", THIRD)])
    found = [n for n in news(archive) if n.alert.kind != "new_origin"]
    assert found
    assert all("Dallow Courier" in {q.outlet for q in n.quotes} for n in found)


def test_news_tells_who_said_it(archive, tmp_path):
    archive.watch(Watch("", "the sluice", words="sluice", kinds=("condition_lost",)))
    archive.read([put(tmp_path, "two", "Coastal Wire", SECOND)])
    found = news(archive)
    assert {n.who for n in found} == {"Osten Brill"}
    assert all(n.line.startswith("Osten Brill: ") for n in found)


JUBILEE = (
    "The sluice of Tarn turned a hundred on Sunday, and Osten Brill, the water minister of Tarn, cut a cake in its"
    " shape. The first barges had carried salt to Vennborg, Lena Roth, who wrote its chronicle, said. Jonas Hale"
    " keeps the lock in the fourth generation; his grandfather painted the winch red."
)
RULED_OUT = (
    "Osten Brill, the water minister of Tarn, ruled out a toll at the sluice on Tuesday after weeks of rumours in"
    " the Vennborg taverns. Brill said that he would {}close the sluice of Tarn to the barges. Bakers had feared"
    " for flour. Lena Roth, the spokeswoman, handed out maps, and Jonas Hale, the lock keeper, showed the winch."
)
CLOSES = (
    "Crews slept on deck for a third night. Osten Brill, the water minister of Tarn, said on Monday that he would"
    " close the sluice of Tarn to the barges. A crack in the eastern wall had grown by a hand, engineers told Lena"
    " Roth. Jonas Hale keeps the lock with two dogs; Vennborg sends bread by cart while masons mix mortar."
)


@pytest.mark.parametrize(("word", "moved"), [("not ", True), ("", False)])
def test_a_position_that_an_older_article_moves_is_news_of_the_story_that_was_there(tmp_path, word, moved):
    """Years apart, these are three stories of one storyline; only the one in the middle is new."""
    there = (("one", "2029-03-04", JUBILEE), ("two", "2031-03-04", CLOSES))
    late = ("three", "2030-03-05", RULED_OUT.format(word))
    paths = [put(tmp_path, name, f"Post {name}", text, day) for name, day, text in (*there, late)]
    with Archive(tmp_path / "turned.db") as archive:
        archive.read(paths[:2])
        archive.watch(Watch("", "the sluice", words="sluice"))
        archive.read(paths[2:])
        assert len({s.storyline_id for s in archive.stories()}) == 1
        assert len(archive.stories()) == 3
        found = [a for a in archive.alerts() if a.kind == "position_moved"]
        assert bool(found) == moved
        assert all(archive.story(a.story_id).first_published == "2031-03-04" for a in found)
