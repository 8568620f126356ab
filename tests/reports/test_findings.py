"""Of what differs the page marks the words that the claim names, and nothing where a text lacks them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Finding, Place
from onrecord.reports.brief.findings import findings
from onrecord.reports.brief.links import Links
from onrecord.reports.lookup import Lookup


def marked(corpus, kind, note, *words):
    """The marks in a claim of two articles' passages, given by their words."""
    articles = [next(a.article for a in corpus.articles if w in a.article.text) for w in words]
    places = tuple(
        Place(a.id, a.text.index(w), a.text.index(w) + len(w)) for a, w in zip(articles, words, strict=True)
    )
    story = next(s for s in corpus.stories if articles[0].id in s.article_ids)
    lookup = Lookup.of(
        replace(corpus, findings=(Finding("f", story.id, kind, ("r",), (), places, note=note),))
    )
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    (view,) = findings(lookup, links, [story], [])
    for side, place, article in zip(view.sides, places, articles, strict=True):
        whole = f"{side.before}{side.words}{side.after}"
        assert article.text[place.start : place.end] in whole
    return [side.words for side in view.sides]


POST, AGENCY = "closed to ships on Monday", "closed to all ships on Tuesday"


def of(corpus, post, agency):
    """The corpus with a sentence more in each of two articles."""
    added = dict(zip([a.article.id for a in corpus.articles][:2], (post, agency), strict=True))
    return replace(
        corpus,
        articles=tuple(
            replace(a, article=replace(a.article, text=f"{a.article.text}\nIt was {added[a.article.id]}."))
            if a.article.id in added
            else a
            for a in corpus.articles
        ),
    )


def test_what_each_text_has_is_marked_and_not_all_that_was_compared(tunnel):
    told = of(tunnel, POST, AGENCY)
    assert marked(told, "date", "“Monday” and “Tuesday”", POST, AGENCY) == ["Monday", "Tuesday"]
    assert marked(told, "date", "", POST, AGENCY) == [POST, AGENCY]


def test_a_part_of_a_word_or_number_is_not_what_is_named(tunnel):
    told = of(tunnel, "paid in 2018 for 18 boats", "paid for 15 boats")
    sides = ("paid in 2018 for 18 boats", "paid for 15 boats")
    assert marked(told, "number", "“18” and “15”", *sides) == ["18", "15"]
    assert marked(told, "number", "“01” and “5”", *sides) == list(sides)


def test_a_text_that_lacks_a_condition_has_no_mark_and_the_other_the_condition(tunnel):
    sides = ("closed to ships this year", "closed to all this year unless the  harbour freezes")
    told = of(tunnel, *sides)
    note = "without “unless the harbour freezes”"
    assert marked(told, "condition", note, *sides) == ["", "unless the  harbour freezes"]
    assert marked(told, "number", note, *sides) == [sides[0], "unless the  harbour freezes"]
