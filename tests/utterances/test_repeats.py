"""Word-for-word repeats are compared once: copies of one article cost no more pairs than two of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from onrecord import utterances
from onrecord.records import AnnotatedArticle, Dating, Speaker, Story
from onrecord.text import View, view_all
from onrecord.utterances import repeats
from onrecord.utterances.points import points
from onrecord.utterances.scoring import ExplicitScorer

TEXT = (
    "“The ferry to Orsk will sail again in May,” Lene Aud said. "
    "Her deputy said the quay had been mended and the harbour dredged. "
    "“Nobody was paid twice for the dredging of the harbour,” Aud added."
)
CONTENTS = (
    "“The ferry to Orsk will sail again in May,”",
    "the quay had been mended and the harbour dredged",
    "“Nobody was paid twice for the dredging of the harbour,”",
)
SPEAKERS = {"aud": Speaker("aud", "Lene Aud", "person")}


class Recording(ExplicitScorer):
    """Keeps how many pairs it was asked for."""

    def __init__(self):
        self.pairs = 0

    def score(self, made, pairs):
        """See ``Scorer``."""
        self.pairs += len(pairs)
        return super().score(made, pairs)


@pytest.fixture
def copies(article_of, statement_of):
    """``count`` articles of one text, as annotated articles by name."""

    def make(count, speaker="aud"):
        names = [f"paper{number:02}" for number in range(count)]
        return {
            name: AnnotatedArticle(
                article_of(name, TEXT),
                statements=tuple(statement_of(name, TEXT, speaker, c) for c in CONTENTS),
            )
            for name in names
        }

    return make


def align(items, scorer):
    story = Story("story", "Ferry", tuple(items), None, None, "line")
    return utterances.align(
        story, items, SPEAKERS, view_all(items), scorer=scorer, encoder=builders.Letters()
    )


@pytest.mark.parametrize("speaker", ["aud", None])
def test_forty_copies_are_scored_as_two_are(copies, speaker):
    two, forty = Recording(), Recording()
    align(copies(2, speaker), two)
    found = align(copies(40, speaker), forty)
    assert forty.pairs == two.pairs > 0
    assert sorted(len(u.renderings) for u in found) == [40, 40, 40]


def test_each_copy_is_rendered_and_labelled_as_the_second_is(copies):
    two = {r.content: r.label for u in align(copies(2), Recording()) for r in u.renderings}
    many = align(copies(5), Recording())
    assert {(r.content, r.label) for u in many for r in u.renderings} == set(two.items())
    assert all(len({r.article_id for r in u.renderings}) == 5 for u in many)


def test_the_same_words_of_another_day_are_compared(copies):
    items = copies(3)
    last = items["paper02"]
    dated = tuple(replace(s, said=Dating("2031-05-06", "2031-05-06", "2031-05-06")) for s in last.statements)
    items["paper02"] = replace(last, statements=dated)
    found = sorted(
        (p for item in items.values() for p in points(item, View(item.article))), key=lambda p: p.key
    )
    kept, followers = repeats.apart(found)
    assert kept == found
    assert not followers


def test_a_sentence_that_one_article_prints_twice_is_kept_twice(article_of, statement_of):
    text = "“It opens in May.” “It opens in May.”"
    items = []
    for name in ("a", "b", "c"):
        article = article_of(name, text)
        first = statement_of(name, text, "aud", "“It opens in May.”")
        second = statement_of(name, text, "aud", text[18:]) if name != "b" else None
        items.append(AnnotatedArticle(article, statements=(first,) if second is None else (first, second)))
    found = sorted((p for item in items for p in points(item, View(item.article))), key=lambda p: p.key)
    assert {p.article.id for p in found} == {"a", "b", "c"}
    kept, followers = repeats.apart(found)
    assert sum(len(members) for members in followers.values()) == 1
    assert len(kept) == len(found) - 1
