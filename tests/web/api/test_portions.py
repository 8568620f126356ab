"""A page is made of a portion of its storyline, and shows what all of the storyline would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.lazy import Lazy
from onrecord.queries import Queries
from onrecord.reports.brief.chapter import chapter
from onrecord.reports.brief.variorum import rows
from onrecord.reports.lookup import Lookup
from onrecord.views import story as views_story
from onrecord.views.links import PageLinks, article_page
from onrecord.views.renderings import renderings
from onrecord.web.drawing import environment


@pytest.fixture(scope="module")
def queries(tunnel_archive):
    with Queries(tunnel_archive) as found:
        yield found


def shown(corpus, stories):
    lookup = Lookup.of(corpus)
    told = [lookup.story_of[s.article_ids[0]] for s in stories]
    links = PageLinks(lookup, Lazy(article_page), "/")
    found = chapter(lookup, links, stories[0].storyline_id, told, texts=False)
    dates = {d.entry.id for d in found.dates}
    return replace(found, date_rests={k: v for k, v in found.date_rests.items() if k in dates})


def test_a_story_alone_shows_what_it_shows_among_its_storyline(queries):
    lines = {story.storyline_id for story in queries.stories()}
    several = [line for line in map(queries.stories_of, lines) if len(line) > 1]
    assert several
    for line in several:
        whole = queries.corpus_of(line, speaking=True)
        for stories in (*([s] for s in line), line):
            assert shown(queries.shown_of(stories, line), stories) == shown(whole, stories)


def test_an_article_is_marked_by_what_points_into_it_alone(queries):
    for story in queries.stories():
        whole = Lookup.of(queries.corpus_of([story], speaking=True))
        for article in story.article_ids:
            portion = Lookup.of(queries.marked_of(story, article))
            assert portion.places.get(article) == whole.places.get(article)
            assert portion.articles[article] == whole.articles[article]
            counted = [p for f in whole.facts.get(story.id, ()) for p in f.places if p.article_id == article]
            found = [p for f in portion.facts.get(story.id, ()) for p in f.places if p.article_id == article]
            assert found == counted


def test_a_rendering_is_read_from_the_articles_that_have_it_alone(queries):
    seen = 0
    for story in queries.stories():
        whole = Lookup.of(queries.corpus_of([story], speaking=True))
        links = PageLinks(whole, Lazy(article_page), f"/stories/{story.id}")
        for row in (r for r in rows(whole, links, story) if r.carried > 1):
            having = {w.statement.article_id for w in row.witnesses}
            assert {a.article.id for a in queries.rendered_of(story, row.utterance.id).articles} == having
            found = renderings(queries, story.id, row.utterance.id, None).row
            assert found.witnesses == row.witnesses
            assert found.told_apart == row.told_apart
            assert (found.who, found.role, found.when) == (row.who, row.role, row.when)
            seen += len(having) < len(story.article_ids)
    assert seen
    assert not queries.rendered_of(queries.stories()[0], "utterance-of-no-story").articles


def test_of_many_statements_those_stand_first_that_several_articles_tell(queries, monkeypatch):
    told = max(queries.stories(), key=lambda s: len(s.article_ids))
    whole = views_story.story(queries, told.id).parts[0]
    assert whole.whole
    assert whole.single
    monkeypatch.setattr(views_story, "_SHOWN_STATEMENTS", 1)
    matter = views_story.story(queries, told.id)
    (part,) = matter.parts
    assert (part.whole, part.single, part.elsewhere) == (False, (), len(whole.single))
    assert [r.utterance.id for r in part.shared] == [r.utterance.id for r in whole.shared]
    drawn = environment().get_template("story.html.j2").render(path="/", archive="a", matter=matter)
    assert f'<a href="/stories/{told.id}?all=yes" id="whole">' in drawn
    assert views_story.story(queries, told.id, all_of_it=True).parts[0].rows == whole.rows
    alone = next(s for s in queries.stories() if len(s.article_ids) == 1)
    assert views_story.story(queries, alone.id).parts[0].whole


def test_a_speaker_is_found_by_the_names_of_its_forms(read_once, monkeypatch):
    with Queries(read_once) as queries:
        voices = queries.page_of_voices()
        assert len(voices) > 2
        found = [queries.speaker(voice.id) for voice in voices]
        monkeypatch.setattr("onrecord.roster.names_of", lambda *_: ())  # every chain is looked at
        assert found == [queries.speaker(voice.id) for voice in voices]


def test_a_long_storyline_leads_to_the_stories_it_has_no_room_for(queries, monkeypatch):
    line = max((queries.stories_of(s.storyline_id) for s in queries.stories()), key=len)
    whole = views_story.storyline(queries, line[0].storyline_id)
    assert (len(whole.parts), whole.others) == (len(line), ())
    monkeypatch.setattr(views_story, "_SHOWN_ARTICLES", 1)
    short = views_story.storyline(queries, line[0].storyline_id)
    assert len(short.parts) == 1
    assert short.line_href is None  # the page is that of all of it
    assert [o.href for o in short.others] == [
        f"/stories/{s.id}" for s in line if s.id != short.parts[0].story.id
    ]
    drawn = environment().get_template("story.html.j2").render(path="/", archive="a", matter=short)
    assert all(f'<a href="{o.href}">' in drawn for o in short.others)


@pytest.fixture(scope="module")
def line(queries):
    """The stories of the longest storyline."""
    return max((queries.stories_of(s.storyline_id) for s in queries.stories()), key=len)


def test_a_storyline_has_what_several_articles_tell_and_leads_to_the_rest(queries, line):
    of_line = views_story.storyline(queries, line[0].storyline_id)
    drawn = environment().get_template("story.html.j2").render(path="/", archive="a", matter=of_line)
    apart = 0
    for part in of_line.parts:
        own = views_story.story(queries, part.story.id).parts[0]
        assert [r.utterance.id for r in part.shared] == [r.utterance.id for r in own.shared]
        assert not part.single
        told = {w.statement.id for row in own.single for w in row.witnesses}
        assert part.elsewhere == len(told - {w.statement.id for r in own.shared for w in r.witnesses})
        assert [(s.carried, s.left_out, s.possible) for s in part.silences] == [
            (s.carried, s.left_out, s.possible) for s in own.silences
        ]
        apart += part.elsewhere
        assert not part.elsewhere or f'href="{part.href}#line-{part.story.id}-statements"' in drawn
    assert apart
