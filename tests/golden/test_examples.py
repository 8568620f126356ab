"""Each table of the bundled examples is what was last reviewed; ``make golden`` writes it anew.

A change here is a change of what readers see: look at each line before it is kept.
"""

from __future__ import annotations

import pytest

TABLES = (
    "articles",
    "chronicle",
    "relations",
    "conflicts",
    "origins",
    "positions",
    "revisions",
    "silences",
    "facts",
    "standing",
    "findings",
    "speakers",
    "statements",
    "stories",
    "timeline",
    "timexes",
    "utterances",
)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_as_reviewed(name, readable, as_reviewed):
    assert as_reviewed(readable(name))


def test_every_table_is_reviewed(tables):
    assert sorted(tables) == sorted(TABLES)


def test_article_texts_map_back_to_what_was_read(tables):
    for article in tables["articles"]:
        mapped = sum(length for _, _, length in article["text_map"])
        assert mapped >= 0.9 * len(article["text"]), article["path"]


def test_every_span_of_every_table_lies_in_its_article(tables):
    size = {a["id"]: len(a["text"]) for a in tables["articles"]}

    def spans(value, article):
        if isinstance(value, dict):
            article = value.get("article_id", article)
            if "start" in value and article:
                yield article, value["start"], value["end"]
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                yield from spans(one, article)

    found = [s for name in TABLES if name != "articles" for row in tables[name] for s in spans(row, None)]
    assert len(found) > 500
    assert all(0 <= start < end <= size[article] for article, start, end in found)
