"""What is read of each gathering of invented texts is what was last reviewed; ``make golden`` writes it anew.

A change here is a change of what readers see: look at each line before it is kept. The bundled examples are news
as it is; the others are full of one thing each: dates of every form, people called in every way, lines of
every furniture, outlets that clash. They see changes of decisions that no example turns on.
"""

from __future__ import annotations

import pytest

from golden.gatherings import GATHERINGS, read
from golden.page import Page
from lines import changed, differences


@pytest.mark.parametrize("name", GATHERINGS)
def test_what_is_read(name, unlike_reviewed):
    tables, lines = read(name)
    unlike = [told for table, found in lines.items() if (told := unlike_reviewed(table, found))]
    assert not unlike, "look at each line, then keep them with `make golden`:\n" + "\n".join(unlike)
    if name != "clippings":  # a paragraph that a table's cells are made of stands nowhere
        see_that_texts_map_back(tables)
    see_that_spans_lie_in_their_articles(tables)


def see_that_texts_map_back(tables):
    for article in tables["articles"]:
        mapped = sum(length for _, _, length in article["text_map"])
        headlines = sum(b["end"] - b["start"] for b in article["blocks"] if b["kind"] == "headline")
        assert mapped >= 0.9 * (len(article["text"]) - headlines), article[
            "path"
        ]  # a field of its own has none


def see_that_spans_lie_in_their_articles(tables):
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

    found = [
        s for name, rows in tables.items() if name != "articles" for row in rows for s in spans(row, None)
    ]
    assert len(found) > 300
    assert all(0 <= start < end <= size[article] for article, start, end in found)


def test_changed_lines_are_counted():
    assert changed(["a", "b", "c"], ["a", "x", "y", "c"]) == 2
    assert changed(["a"], ["a"]) == 0


def test_of_changed_lines_what_differs_is_shown():
    reviewed, found = ["a | k: 1 | l: 2", "b"], ["a | k: 1 | l: 3", "c", "b"]
    assert list(differences(reviewed, found)) == ["~ a | l: 2  ->  l: 3", "+ c"]
    assert list(differences(["a", "b"], ["b"])) == ["- a"]


def paper(key, text):
    bare = {"given_id": key, "path": "in", "item": 0, "text_map": [], "parts": [], "blocks": []}
    return bare | {"id": f"a-{key * 16}", "text": text}


def found(key, number, start):
    return {
        "id": f"e-{number}{key * 15}",
        "article_id": f"a-{key * 16}",
        "start": start,
        "end": start + 3,
        "story_id": "s",
    }


def told(*entries):
    line = {"article_id": "a-" + "c" * 16, "start": 0, "end": 3, "entry_ids": [e["id"] for e in entries]}
    papers = [paper("b", "May, May"), paper("c", "May"), paper("d", "May")]
    page = Page({"articles": papers, "timeline": entries, "chronicle": [line], "facts": [], "speakers": []})
    (line,) = page.lines("chronicle")
    return line.partition("entry_ids: ")[2]


def test_what_bears_the_same_words_is_counted_in_its_article_and_told_with_its_key_from_others():
    assert told(found("b", 1, 0), found("b", 2, 5), found("c", 1, 0)) == "b ‹May›; b ‹May› (2); ‹May›"
    # What another article has more changes nothing of it.
    assert told(found("d", 1, 0), found("c", 1, 0)) == "d ‹May›; ‹May›"


def test_speakers_of_one_name_are_told_apart_by_where_they_are_met_first():
    papers = [paper("b", "Venn"), paper("c", "Venn")]
    speakers = [
        {"id": f"p-{key * 16}", "name": "Venn", "mentions": [{"article_id": f"a-{key * 16}"}]} for key in "bc"
    ]
    facts = [{"id": "", "kind": "person", "record_id": speaker["id"]} for speaker in speakers]
    page = Page({"articles": papers, "speakers": speakers, "facts": facts})
    assert page.lines("facts") == [f"kind: person | record_id: Venn of {key}" for key in "bc"]
