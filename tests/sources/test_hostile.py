"""Files made to cost time or memory: each ends in an article or a named reason, and the rest goes on.

Those on time have no clock: what they read took minutes to for ever while the work grew with the square of
the input, or faster.
"""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile

import openpyxl
import pytest
from lxml import html

from onrecord.sources import limits, markup, page_body, pdf, read, zipped
from onrecord.sources.page_facts import saved_moment, story_node

BODY = "The ministry said on Monday that the talks would go on. Nothing more was said on that day."


def reading(path):
    skipped = []
    return list(read([path], on_skip=skipped.append)), skipped


def packed(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize("gap", [" " * 30, "\t\n" * 15, ""])
def test_a_cell_that_begins_like_a_list_and_never_ends_is_its_own_text(tmp_path, gap):
    value = "[" + gap.join(["''"] * 40) + gap + "x"
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": BODY, "author": value}) + "\n")
    documents, _ = reading(path)
    assert documents[0].fields["byline"].split() == value.split()


def test_containers_in_one_another_may_not_grow_together_more_than_one_may(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.opening.GZIP_FREE", 1 << 16)
    # Each layer grows less than 200 times, the two together some two thousand.
    inner = packed((f"{n:02}.txt", (f"{n:02}" + "a" * 78 + "\n") * 400) for n in range(40))
    layers = packed([("a.txt", BODY), *((f"b{n}.zip", inner) for n in range(9)), ("z.txt", BODY)])
    size = 40 * 400 * 81
    assert len(layers) * 200 > len(inner) * 9
    assert len(inner) * 200 > size > len(layers) * 20
    path = tmp_path / "x.zip"
    path.write_bytes(layers)
    documents, skipped = reading(path)
    assert documents[0].path == f"{path}/a.txt"
    assert {s.error for s in skipped} == {"LimitError"}
    assert "together grow" in skipped[0].reason
    assert sum(len(d.text) for d in documents) < 200 * len(layers)


def test_members_that_are_one_stretch_of_the_file_do_not_count_as_many(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.archives.GZIP_FREE", 1 << 16)
    data = bytearray(packed([("a.txt", "a" * 400_000)]))
    directory, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, number = bytes(data[directory:end]), 300
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, number, number, number * len(entry))
    (tmp_path / "x.zip").write_bytes(bytes(data[:directory]) + entry * number + bytes(tail))
    documents, skipped = reading(tmp_path / "x.zip")
    assert (documents, [s.error for s in skipped]) == ([], ["LimitError"])


def book(chapter, times=1):
    spine = '<itemref idref="c"/>' * times
    container = '<container><rootfile full-path="p.opf"/></container>'
    package = f'<package><item id="c" href="c.html"/><spine>{spine}</spine></package>'
    return packed([("META-INF/container.xml", container), ("p.opf", package), ("c.html", chapter)])


def test_a_chapter_of_a_book_has_a_bound_and_counts_once(tmp_path, monkeypatch):
    path = tmp_path / "book.epub"
    path.write_bytes(book(f"<html><body><p>{BODY}</p></body></html>", times=1000))
    documents, skipped = reading(path)
    assert len(documents) + len(skipped) == 1
    monkeypatch.setattr(zipped, "MAX_WHOLE_FILE", 1000)
    path.write_bytes(book("<p>" + "x" * 2000))
    assert [s.error for s in reading(path)[1]] == ["LimitError"]


def workbook(*replaced):
    book, plain = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "text"])
    book.active.append(["A", BODY])
    book.active.append(["B", BODY])
    book.save(plain)
    with zipfile.ZipFile(plain) as made:
        parts = [(name, made.read(name)) for name in made.namelist()]
    changed = []
    for name, part in parts:
        for old, new in replaced if name.endswith("sheet1.xml") else ():
            assert old in part
            part = part.replace(old, new)  # noqa: PLW2901
        changed.append((name, part))
    return packed(changed)


def test_a_sheet_that_tells_its_size_wrongly_loses_no_row(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(workbook((b'ref="A1:B3"', b'ref="A1:B2"')))
    assert len(reading(path)[0]) == 2


def test_a_row_numbered_beyond_what_a_sheet_can_hold_ends_its_sheet(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(workbook((b'<row r="3"', b'<row r="3000000000"')))
    documents, skipped = reading(path)
    assert len(documents) == 1
    assert [(s.where, s.error) for s in skipped] == [(f"{path}/Sheet", "LimitError")]


def test_entities_that_grow_in_a_workbook_are_refused(tmp_path):
    named = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    path = tmp_path / "x.xlsx"
    path.write_bytes(
        workbook(
            (b"<worksheet", f'<!DOCTYPE x [<!ENTITY a0 "haha">{named}]><worksheet'.encode()),
            (b"B</t>", b"&a8;</t>"),
        )
    )
    assert [s.error for s in reading(path)[1]] == ["UnsupportedError"]


def test_a_paragraph_of_many_marked_words_is_put_together_once():
    root = html.fragment_fromstring("<p>" + "<i>abcdefgh</i>" * 50_000 + "</p>", create_parent="div")
    assert markup.element_text(root) == "abcdefgh" * 50_000


def test_a_cell_full_of_links_that_manage_a_subscription_is_looked_at_once():
    text = markup.mail_text("<table><tr><td>" + "<a href=x>unsubscribe</a> " * 10_000 + "</table>")
    assert text.count("unsubscribe") == 10_000


def test_many_headings_in_one_short_part_are_looked_at_once():
    page = html.document_fromstring(f"<body><h1>The heading</h1><div>{'<h1></h1>' * 20_000}</div></body>")
    page_body.cut_around(page, page.find(".//h1"))
    assert len(page.findall(".//div")) == 1


def test_links_to_authors_below_a_long_class_are_looked_at_once():
    links = "<a href='/author/x'>Ida Orr</a> " * 5000
    page = html.document_fromstring(f"<body><div class='{'x' * 500_000}'>{links}</div></body>")
    assert page_body.linked_authors(page) == ""
    page = html.document_fromstring(f"<body><div class='byline'><p>{links}</p></div></body>")
    assert page_body.linked_authors(page) == "Ida Orr"


def test_an_address_that_is_none_says_nothing_and_loses_no_page():
    node = '{"@type": "NewsArticle", "url": "http://[1", "headline": "Another"}'
    page = html.document_fromstring(f"<body><script type='application/ld+json'>{node}</script><p>x</body>")
    assert story_node(page, "The heading of it", "http://a.example/b")["url"] == "http://[1"


@pytest.mark.parametrize("stamp", ["20319999999999", "2031030", "00000000000000"])
def test_a_stamp_that_is_no_time_says_nothing(stamp):
    assert saved_moment(stamp) is None


def test_limits_hold_for_parts_of_documents(tmp_path, monkeypatch):
    monkeypatch.setattr(zipped, "MAX_WHOLE_FILE", 100)
    path = tmp_path / "x.docx"
    path.write_bytes(packed([("word/document.xml", f"<d><p><t>{BODY * 3}</t></p></d>")]))
    assert [s.error for s in reading(path)[1]] == ["LimitError"]
    assert limits.MAX_WHOLE_FILE > limits.MAX_ROW


def test_rows_before_a_table_breaks_off_are_read(tmp_path):
    rows = "".join(json.dumps({"text": f"{BODY} {n}", "date": "2031-03-04"}) + "\n" for n in range(100))
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(rows.encode(), 0)[:-900])
    documents, skipped = reading(path)
    assert len(documents) > 10
    assert [s.error for s in skipped] == ["UnreadableError"]


def test_a_page_in_whose_body_another_one_begins_keeps_its_words():
    page = "<html><body><p>The ferry goes.</p></body></htm\x7fe</head><body><p>The ferry stays.</p></body></html>"
    found = markup.fragment_text(page)
    assert "The ferry goes." in found
    assert "The ferry stays." in found


def test_a_node_with_blanks_behind_it_is_read_once():
    page = html.fromstring(
        "<html><head><script type='application/ld+json'>//<![CDATA[\n{"
        + " " * 20_000
        + '"@type": "NewsArticle", '
        '"headline": "Sluice opens at dawn"}' + " " * 20_000 + "\n//]]></script></head><body></body></html>"
    )
    assert story_node(page, "Sluice opens at dawn", "")["headline"] == "Sluice opens at dawn"


def test_many_authors_that_refer_to_nodes_are_looked_up_once():
    nodes = [{"@id": f"#{n}", "name": f"Ida Orr {n}"} for n in range(5_000)]
    story = {
        "@type": "NewsArticle",
        "headline": "Sluice opens at dawn",
        "author": [{"@id": "#4999"}, {"@id": "#x"}],
    }
    story["author"] += [{"@id": "#y"}] * 5_000
    graph = json.dumps({"@graph": [*nodes, story, {"@id": "#4999", "name": "another"}]})
    page = html.fromstring(
        f"<html><head><script type='application/ld+json'>{graph}</script></head><body></body></html>"
    )
    authors = story_node(page, "Sluice opens at dawn", "")["author"]
    assert authors[:2] == [nodes[-1], {"@id": "#x"}]


def test_hidden_words_among_others_are_cut_at_once():
    page = html.fromstring("<p>a" + "<i hidden>b</i>c" * 40_000 + "<b>d</b>e<i hidden>f</i></p>")
    markup.cut_hidden(page)
    assert page.text_content() == "a" + "c" * 40_000 + "de"
    assert [node.tag for node in page] == ["b"]


def test_a_headers_words_are_parsed_as_far_as_an_articles_go():
    head = "From: a@b.example\nMessage-ID: <1@b.example>\nMIME-Version: 1.0\nSubject: Sluice opens at dawn "
    kind = "Content-Type: text/plain; charset=utf-8; " + "a=b; " * 40_000
    (document,) = read(["-"], stdin=io.BytesIO(f"{head}{'and dusk ' * 60_000}\n{kind}\n\n{BODY}\n".encode()))
    assert document.text.strip() == BODY
    assert document.fields["title"].startswith("Sluice opens at dawn and dusk")


def test_a_paragraph_of_a_pdf_that_never_ends_is_put_together_once():
    lines = ["the lock of Olm and its long-", "standing keeper, exam-", "ples of which"] * 7_000
    assert pdf._joined(lines[:3], frozenset(("long-standing",))) == (
        "the lock of Olm and its long-standing keeper, examples of which"
    )
    assert (
        len(pdf._joined(lines, frozenset()))
        == 7_000 * len("the lock of Olm and its longstanding keeper, examples of which ") - 1
    )


def test_lines_that_each_open_a_mark_do_not_have_the_rest_read_for_each(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.csv_rows._AGAIN_FREE", 1 << 21)
    path = tmp_path / "a.csv"
    path.write_text("title,text,date\n" + f'a","b\nSluice,{BODY.replace(",", "")},2031-03-04\n' * 5_000)
    documents, skipped = reading(path)
    assert documents[0].fields["title"] == "Sluice"
    assert skipped[-1].error == "LimitError"
    assert "too many quotation marks" in skipped[-1].reason


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("1. Sluice opens\n\n" * 10_000, 1),
        (
            f"Sluice opens (Olm Herald, 4 March 2031)\n\n{BODY * 2}\n\n{'Local news' + chr(10) * 2}"
            + "At sea\n\n" * 20_000
            + f"Pier shuts (Tarn Herald, 4 March 2031)\n\n{BODY * 2}\n",
            2,
        ),
        ("=====\n".join(["a note\n", *[f"{BODY * 2}\nText: {BODY}\nTitle: x\n"] * 4_000]), 4_000),
    ],
)
def test_many_heads_sections_and_rules_of_a_text_are_looked_at_once(text, articles):
    assert len(list(read(["-"], stdin=io.BytesIO(text.encode())))) == articles


def test_many_days_that_are_none_in_a_debate_are_looked_at_once():
    speech = f'<speech speakername="Ada Voss">{BODY}</speech>' * 2
    text = f"<debates>{'<date/>' * 40_000}{speech}<x id='2031-03-04'/></debates>"
    (document,) = read(["-"], stdin=io.BytesIO(text.encode()))
    assert document.fields == {"date": "2031-03-04"}
