"""Origins are drawn with lines that pass no box, and can be left out by names that tell them apart."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord import standing
from onrecord.records import Origin, Place
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.origingraph import BOX, graph
from onrecord.reports.brief.origins import evidence
from onrecord.reports.brief.standing import MOST_LEFT_OUT, ground, leave_out
from onrecord.reports.lookup import Lookup
from onrecord.text import view_all

ARTICLES = ("art-b-agency", "art-c-herald", "art-d-post")


def _of(tunnel, *origins):
    """The week's story with ``origins`` in the place of its own."""
    items = {a.article.id: a for a in tunnel.articles}
    facts = standing.gather(
        tunnel.stories,
        items,
        tunnel.utterances,
        origins=origins,
        entries=tunnel.chronicle,
        views=view_all(items),
    )
    left = tuple(standing.leave_out(tunnel.stories, origins, facts))
    lookup = Lookup.of(replace(tunnel, origins=tuple(origins), facts=tuple(facts), standing=left))
    return lookup, next(s for s in lookup.stories if s.id == "story-new")


def _act(tunnel, key, article, *, kind="briefing", name="briefing by Tobin Vael", parents=()):
    ids = tuple(s.id for a in tunnel.articles if a.article.id == article for s in a.statements)
    return Origin(key, kind, "speech_act", name, (article,), (), ids, parents)


def _points(path):
    """The places that a line passes, its curves in small steps."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MCH])([-\d. ]+)", path):
        n = [float(v) for v in numbers.split()]
        if command == "M":
            x, y = n
        elif command == "H":
            yield from ((x + (n[0] - x) * i / 40, y) for i in range(41))
            x = n[0]
        else:
            for i in range(41):
                t = i / 40
                weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                yield tuple(
                    sum(w * v for w, v in zip(weights, (a, *n[k::2]), strict=True))
                    for k, a in enumerate((x, y))
                )
            x, y = n[4:]


def test_a_line_that_passes_a_column_passes_between_its_boxes(tunnel):
    acts = [_act(tunnel, f"act-{n}", a) for n, a in enumerate(ARTICLES)]
    source = Origin("source", "unknown", "source", "a harbour survey", ARTICLES[:1], (), ())
    lookup, story = _of(tunnel, *acts, source)
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    drawn = graph(lookup, links, story, ground(lookup, story))
    assert any(edge.ends.endswith(" source") for edge in drawn.edges)
    for edge in drawn.edges:
        for node in drawn.nodes:
            if node.id in edge.ends.split():
                continue
            inside = [
                (x, y)
                for x, y in _points(edge.path)
                if node.x < x < node.x + node.width and node.y < y < node.y + BOX
            ]
            assert not inside, (edge.ends, node.id)


def test_origins_of_one_name_are_told_apart_by_where_they_appeared(tunnel):
    acts = [_act(tunnel, f"act-{n}", a) for n, a in enumerate(ARTICLES)]
    lookup, story = _of(tunnel, *acts)
    names = [v.name for v in leave_out(lookup, story, ground(lookup, story))]
    assert len(set(names)) == len(names)
    assert "briefing by Tobin Vael (Corvane Press Agency, 14 May 2024)" in names


def test_places_are_told_in_the_words_of_the_page(tunnel):
    place = Place(ARTICLES[0], 0, 9, "the same utterance as in another article (paraphrase / verbatim)")
    lookup, story = _of(tunnel, replace(_act(tunnel, "act", ARTICLES[0]), evidence=(place,)))
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    (told,) = evidence(lookup, links, ground(lookup, story))
    assert [r.note for r in told.references] == [
        "the same utterance as in another article (reported here, same words there)"
    ]


def test_a_known_occasion_is_offered_however_many_texts_weigh_more(tunnel):
    readout = _act(tunnel, "readout", ARTICLES[1], kind="readout", name="readout of the ministry")
    ids = [s.id for a in tunnel.articles for s in a.statements]
    others = [
        Origin(f"u-{n}", "unknown", "speech_act", f"unknown {n}", ARTICLES, (), tuple(ids))
        for n in range(MOST_LEFT_OUT + 3)
    ]
    lookup, story = _of(tunnel, *others, readout)
    offered = leave_out(lookup, story, ground(lookup, story))
    assert len(offered) == MOST_LEFT_OUT
    assert "readout of the ministry" in [v.name for v in offered]
