"""The index of many stories shows what differs, who speaks, which outlets, and when; one file holds them all if asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

import invented
from onrecord.reports import write_brief
from onrecord.reports.brief import index
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.pages import plan
from onrecord.reports.lookup import Lookup


@pytest.fixture(scope="module")
def lookup():
    return Lookup.of(invented.many(70))


@pytest.fixture(scope="module")
def links(lookup):
    where = {i: p.path for p in plan(lookup) for _, told in p.chapters for s in told for i in s.article_ids}
    return Links(lookup, where, "brief.html")


@pytest.fixture(scope="module")
def gathered(lookup, links):
    found = index.Gathering(lookup, {story.id: "brief.html" for story in lookup.stories})
    found.add(lookup, lambda _: links, reversed(lookup.stories))
    return found


def test_what_differs_over_all_stories_leads_to_the_pages_of_these(gathered, lookup, links):
    over = gathered.over(links)
    assert over.points[0].row.who == "Tobin Vael"
    assert over.points[0].href.startswith("stories/")
    assert over.points[0].href.endswith(f"#{over.points[0].row.utterance.id}")
    assert over.possible == len(lookup.corpus.findings) > 0


def test_people_are_counted_over_stories_and_outlets_stand_beside_each_other(gathered, lookup, links):
    over = gathered.over(links)
    said = [s for a in lookup.articles.values() for s in a.statements]
    for voice in over.people:
        assert voice.statements == sum(s.speaker == voice.name for s in said)
    assert [v.statements for v in over.people] == sorted((v.statements for v in over.people), reverse=True)
    assert sum(o.articles for o in over.outlets) == len(lookup.articles)
    assert sum(o.statements for o in over.outlets) == len(said)
    assert sum(o.absent for o in over.outlets) == sum(len(s.absent) for s in lookup.silences.values())


@pytest.mark.parametrize(
    ("first", "last", "bars", "labels"),
    [
        ("2031-04-02", "2031-04-05", 4, "2 Apr 2031"),
        ("2031-04-02", "2031-09-05", 6, "Apr 2031"),
        ("2019-04-02", "2031-09-05", 13, "2019"),
    ],
)
def test_stories_over_time_are_counted_by_day_month_or_year(tunnel, first, last, bars, labels):
    old, new = Lookup.of(tunnel).stories
    stories = replace(old, first_published=first), replace(new, first_published=last)
    drawn = list(index._bars(replace(Lookup.of(tunnel), stories=stories)))
    assert len(drawn) == bars
    assert drawn[0].label == labels
    assert [b.title.rpartition(": ")[2] for b in drawn] == ["1", *["0"] * (bars - 2), "1"]


def test_the_filter_knows_the_speakers_and_the_days_of_a_story(gathered):
    row = next(r for r in gathered.rows.values() if "Tobin Vael" in r.names)
    assert "Runa Osk" in row.names
    assert (row.sort, row.last) == ("2024-05-14", "2024-05-15")


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("Tobin Vael · Runa Osk", "Tobin Vael · Runa Osk"),
        (f"Tobin Vael · {'Runa ' * 13}Osk", "Tobin Vael"),
        ("", ""),
    ],
)
def test_a_row_names_who_fits_its_line_and_cuts_no_name(gathered, names, shown):
    row = next(iter(gathered.rows.values()))
    assert replace(row, names=names).heard == shown


def test_one_file_holds_all_stories_and_no_other_page_is_left(tmp_path):
    write_brief(invented.many(70), tmp_path)
    assert list((tmp_path / "stories").glob("*.html"))
    write_brief(invented.many(70), tmp_path, one_file=True)
    assert not list((tmp_path / "stories").glob("*.html"))
    text = (tmp_path / "brief.html").read_text("utf-8")
    for story in Lookup.of(invented.many(70)).stories:
        assert f'id="{story.id}"' in text
