"""Articles whose text is a tree of blocks, a table, or under names that nobody knows are read as others are."""

from __future__ import annotations

import json

import pytest

from onrecord.articles import clean
from onrecord.sources import read

TITLE = "Ferry laid up"
PARTS = (
    "The ferry will not sail in May, the board of the island said on Monday, and nobody knows when she will.",
    "“Two cracks were found in her side,” said Ida Orr, the harbour master.",
    "The board has asked for help from the mainland and hopes to hear more of it soon.",
)
WHOLE = "\n\n".join(PARTS)


def runs(words, name="text", **kind):
    return [{name: words[:20], **kind}, {name: words[20:], "bold": True, **kind}]


FORMS = {
    "runs in nodes": {"title": TITLE, "doc": {"type": "doc", "content": [
        {"type": "paragraph", "content": runs(p, type="text")} for p in PARTS]}},
    "children": {"headline": TITLE, "content": [{"type": "paragraph", "children": runs(p)} for p in PARTS]},
    "insertions": {"title": TITLE, "body": {"ops": [
        op for p in PARTS for op in (*runs(p, "insert"), {"insert": "\n"})]}},
    "blocks": {"title": TITLE, "body": {"blocks": [{"type": "unstyled", "text": p} for p in PARTS], "entityMap": {}}},
    "data of blocks": {"title": TITLE, "content": {"time": 1, "blocks": [
        {"type": "image", "data": {"text": "Her side"}},
        *({"type": "paragraph", "data": {"text": p}} for p in PARTS)]}},
    "languages": {"fields": {"title": {"de": "Fähre", "en-US": TITLE}, "body": {"en-US": {
        "nodeType": "document", "content": [{"nodeType": "paragraph", "content": runs(p, "value")} for p in PARTS]}}}},
    "elements": {"type": "story", "headlines": {"basic": TITLE}, "content_elements": [
        *({"type": "text", "content": f"<p>{p}</p>"} for p in PARTS), {"type": "image", "url": "x"}]},
    "models": {"metadata": {"headlines": {"headline": TITLE}}, "content": {"model": {"blocks": [
        {"type": "text", "model": {"blocks": [{"type": "paragraph", "model": {"text": p}}]}} for p in PARTS]}}},
    "kinds": {"title": TITLE, "contents": [{"type": "kicker", "content": "Local"}, {"type": "byline", "content": "By X"},
        *({"type": "sanitized_html", "content": p} for p in PARTS)]},
    "pages": {"title": TITLE, "pages": [{"page": 1, "text": WHOLE[:105]}, {"page": 2, "text": WHOLE[105:]}]},
    "columns": {"title": {"0": TITLE}, "text": {"0": WHOLE}},
    "rows": {"columns": ["title", "text"], "index": [0], "data": [[TITLE, WHOLE]]},
    "rows below names": [["title", "text"], [TITLE, WHOLE]],
    "longest list": {"articles": [{"title": TITLE, "text": WHOLE}], "related": [{"title": "a", "text": "x"}, {"title": "b", "text": "y"}]},
    "names that nobody knows": {"kicker": "Local", "line1": TITLE + " after cracks", "prose": WHOLE, "when": "2031-03-04"},
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_one_article_with_its_paragraphs(tmp_path, form):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(FORMS[form], ensure_ascii=False), encoding="utf-8")
    skipped = []
    (found,) = read([path], on_skip=skipped.append)
    assert not skipped
    article = clean(found)
    assert (article.title or "").startswith(TITLE)
    body = [b.span.of(article.text) for b in article.blocks if b.kind == "paragraph"]
    assert body == list(PARTS)


@pytest.mark.parametrize(
    "value",
    [
        [{"title": TITLE, "text": WHOLE}, {"title": "Pier opens", "text": WHOLE}],
        {"812": {"title": TITLE, "text": WHOLE}, "813": {"title": "Pier opens", "text": WHOLE}},
        {"title": "A feed", "items": [{"text": WHOLE, "date": "2031-03-04"}, {"text": WHOLE, "date": "2031-03-05"}]},
        [{"text": WHOLE}, {"text": WHOLE}],
    ],
)  # fmt: skip
def test_several_articles_stay_several(tmp_path, value):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    assert len(list(read([path]))) == 2


def test_a_table_under_names_that_nobody_knows_is_told_by_its_first_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'line,klar,wann\nFerry laid up after cracks,"{WHOLE}",2031-03-04\n', encoding="utf-8")
    (found,) = read([path])
    assert (found.text, found.fields["date"]) == (WHOLE, "2031-03-04")
    assert found.fields["title"] == "Ferry laid up after cracks"


@pytest.mark.parametrize("name", ["summary", "Page description", "notes"])
def test_a_summary_is_no_text(tmp_path, name):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"title": TITLE, name: " ".join(PARTS)}]), encoding="utf-8")
    assert list(read([path])) == []


def test_what_is_nested_without_end_is_refused_by_name(tmp_path):
    value: object = WHOLE
    for _ in range(400):
        value = {"title": TITLE, "node": [value]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    skipped = []
    assert list(read([path], on_skip=skipped.append)) == []
    assert skipped


@pytest.mark.parametrize(
    "row",
    [
        {"title": TITLE, "text": "Read on", "details": {"written": WHOLE}},
        {"title": TITLE, "content": "", "lines": [{"no": 1, "said": p} for p in PARTS]},
    ],
)
def test_where_the_text_has_next_to_nothing_the_longest_prose_is_it(tmp_path, row):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (found,) = read([path])
    assert (found.text, found.fields["title"]) == (WHOLE, TITLE)


def test_an_entry_of_xml_without_a_known_text(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(
        f"<rss><channel><title>Herald</title><item><title>{TITLE}</title><x:klar xmlns:x='u:x'>{WHOLE}</x:klar>"
        "</item></channel></rss>",
        encoding="utf-8",
    )
    (found,) = read([path])
    assert (found.text, found.fields["title"]) == (WHOLE, TITLE)
