"""One bad item never ends a reading: it is named, what is left of it can be stored, the rest goes on."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import os
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import pipeline
from onrecord.records import Reading
from onrecord.sources import read
from onrecord.sources.storable import shown

BODY = "The ministry said on Monday that the talks would go on. Nothing more was said on that day."
GOOD = json.dumps({"outlet": "Courier", "text": BODY})


def reading(*paths, stdin=None):
    skipped = []
    return list(read(paths, stdin=stdin, on_skip=skipped.append)), skipped


def storable(document):
    for value in (document.path, document.text, *document.fields, *document.fields.values()):
        value.encode("utf-8")
    assert not any("\x00" in value or "\x1b" in value for value in document.fields.values())


@pytest.mark.parametrize(
    "row",
    [
        '{"text": %s, "meta": {"a": ["\\ud83d"]}}',
        '{"text": %s, "\\ud83d": 1}',
        '{"text": %s, "author": ["Ada \\udc00Voss", {"name": "\\ud83d"}]}',
        '{"text": %s, "publisher": {"name": null, "x": "\\ud83d"}}',
        '{"text": [%s, "cut \\ud83d"]}',
        '{"text": %s, "title": "a\\u0000b\\u001b[31m"}',
    ],
)
def test_halves_of_characters_and_controls_in_a_row_are_replaced_and_said(tmp_path, row):
    path = tmp_path / "a.jsonl"
    path.write_text(f"{row % json.dumps(BODY)}\n{GOOD}\n", encoding="utf-8")
    documents, skipped = reading(path)
    assert len(documents) == 2
    assert not skipped
    for document in documents:
        storable(document)
    assert documents[0].fields["changed"]
    assert "changed" not in documents[1].fields


def test_a_row_as_it_should_be_is_not_changed(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": BODY, "title": "Ödön’s “day” 😀", "n": -12.5}), encoding="utf-8")
    fields = reading(path)[0][0].fields
    assert fields == {"title": "Ödön’s “day” 😀", "n": "-12.5"}


@pytest.mark.parametrize("key", ["text", "tags", "author", "date", "title"])
@pytest.mark.parametrize("depth", [40, 490, 5000, 200_000])
def test_values_nested_beyond_reason_end_nothing(tmp_path, key, depth):
    deep = "[" * depth + "1" + "]" * depth
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"body": {json.dumps(BODY)}, "{key}": {deep}}}\n{GOOD}\n', encoding="utf-8")
    documents, skipped = reading(path)
    assert documents[-1].fields["outlet"] == "Courier"
    assert len(documents) + len(skipped) == 2


def test_a_json_document_nested_beyond_reason_is_read_as_far_as_it_goes(tmp_path):
    row = {"text": BODY, "tags": json.loads("[" * 490 + "]" * 490)}
    (tmp_path / "a.json").write_text(json.dumps([row, row], indent=1), encoding="utf-8")
    documents, _ = reading(tmp_path / "a.json")
    assert [document.item for document in documents] == [0, 1]


def test_numbers_past_every_width_stay_as_written(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": {json.dumps(BODY)}, "id": {"9" * 5000}, "n": 12}}', encoding="utf-8")
    document = reading(path)[0][0]
    assert document.fields["given_id"] == "9" * 5000
    assert document.fields["n"] == "12"


def mail(*headers, body=BODY):
    return "\n".join([*headers, "MIME-Version: 1.0", "Received: by a.example", "", body, ""])


@pytest.mark.parametrize(
    "header",
    [
        "From: <a@b@c",
        "From: @",
        "Message-ID: <[",
        "Message-ID: <@",
        "Subject: =?utf-8?b?////?=",
        "Date: Tue, 99 Foo 20333",
    ],
)
def test_malformed_mail_headers_end_nothing(tmp_path, header):
    (tmp_path / "a.eml").write_text(mail("To: desk@b.example", header), encoding="utf-8")
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    documents, skipped = reading(tmp_path)
    assert [BODY in document.text for document in documents] == [True, True]
    assert not skipped
    for document in documents:
        storable(document)


def test_mail_nested_beyond_reason_is_named(tmp_path):
    lines = ["From: a@b.example", "MIME-Version: 1.0", "Received: by a.example"]
    for n in range(1500):
        lines += [f'Content-Type: multipart/mixed; boundary="b{n}"', "", f"--b{n}"]
    (tmp_path / "a.eml").write_text(
        "\n".join([*lines, "Content-Type: text/plain", "", BODY]), encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    documents, skipped = reading(tmp_path)
    assert documents[-1].path.endswith("b.txt")
    assert len(documents) + len(skipped) == 2


def test_a_file_name_in_no_known_encoding_is_read_and_shown(tmp_path):
    name = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - Path takes no bytes
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - the same
        file.write(BODY)
    documents, skipped = reading(tmp_path)
    assert [document.path for document in documents] == [f"{tmp_path}/caf\\xe9.txt"]
    assert not skipped
    assert shown("plain/é.txt") == "plain/é.txt"


def test_a_folder_that_is_a_link_to_itself_is_named(tmp_path):
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "dot").symlink_to(".")
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    documents, skipped = reading(tmp_path / "self", tmp_path / "dot", tmp_path)
    assert len(documents) == 1
    assert {s.error for s in skipped} <= {"UnreadableError", "LimitError"}
    assert str(tmp_path / "self") in [s.where for s in skipped]


ROWS = [
    "1,Courier,One. {b}",
    '2,Herald,"Two, never closed. {b}',
    "3,Courier,Three. {b}",
    "4,Courier,Four. {b}",
]


@pytest.mark.parametrize("last", ["5,Courier,Five. {b}", '5,Courier,"Five, quoted. {b}"'])
def test_a_quotation_mark_that_never_closes_loses_its_own_row_only(tmp_path, last):
    path = tmp_path / "a.csv"
    path.write_text("\n".join(["id,outlet,text", *ROWS, last]).format(b="It went on."), encoding="utf-8")
    documents, skipped = reading(path)
    assert [document.fields["given_id"] for document in documents] == ["1", "3", "4", "5"]
    assert [s.where for s in skipped] == [f"{path}#1"]
    assert "never closes" in skipped[0].reason


def test_rows_of_several_lines_and_loose_quotation_marks_are_rows(tmp_path):
    path = tmp_path / "a.csv"
    loose = '1,Courier,"He said "no" again."\n'
    long = '2,Herald,"He said ""no"" again.\nThen, later, he left.\n\n3,Herald,was the score."\n'
    text = f"id,outlet,text\n{loose}{long}"
    path.write_text(text, encoding="utf-8")
    documents, skipped = reading(path)
    assert [document.fields["given_id"] for document in documents] == ["1", "2"]
    assert documents[1].text.endswith("he left.\n\n3,Herald,was the score.")
    assert not skipped


HEADS = (b'{"text": "', b"[{", b"<html><body><article>", b"<?xml version='1.0'?><rss>", b"id,text\n1,",
         b"From: a\nMessage-ID: x\nMIME-Version: 1.0\n", b"Title: T\nDate: 1\n", b"")  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(head=st.sampled_from(HEADS), tail=st.binary(max_size=300))
def test_no_bytes_raise_and_all_that_is_found_can_be_stored(tmp_path_factory, head, tail):
    path = tmp_path_factory.mktemp("fuzz") / "input"
    path.write_bytes(head + tail)
    documents, skipped = reading(path)
    for document in documents:
        storable(document)
        assert 0 <= document.region.start <= document.region.end <= len(document.text)
    for item in skipped:
        assert item.reason.isprintable()


def test_a_process_without_standard_input_names_it(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", None)
    documents, skipped = reading("-", tmp_path)
    assert len(documents) == 1
    assert [(s.where, s.reason) for s in skipped] == [("<stdin>", "standard input is closed")]


ERRORS = {"poison": ValueError("bad"), "deep": RecursionError(), "huge": MemoryError()}


class Tagger:
    """Finds nothing, and fails on an article that holds one of three words."""

    def read(self, articles):
        """One empty reading an article."""
        for article in articles:
            for word, error in ERRORS.items():
                if word in article.text:
                    raise error
        return [Reading((), (), "test") for _ in articles]


@pytest.mark.parametrize(
    ("word", "told"), [("poison", "ValueError: bad"), ("deep", "nested too deep"), ("huge", "more memory")]
)
def test_an_article_that_a_stage_fails_on_is_named_and_its_batch_goes_on(tmp_path, word, told):
    rows = [json.dumps({"text": f"{BODY} {last}"}) for last in ("one", word, "three")]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    documents, _ = reading(tmp_path)
    skipped = []
    found = list(pipeline.annotate(documents, Tagger(), on_skip=skipped.append))
    assert [item.article.item for item in found] == [0, 2]
    assert [(s.where, s.error) for s in skipped] == [(f"{tmp_path}/a.jsonl#1", type(ERRORS[word]).__name__)]
    assert told in skipped[0].reason


@pytest.mark.parametrize("month", ["²", "٣x", "1" * 5000, -3])
def test_what_is_no_number_of_a_day_loses_no_row(tmp_path, month):
    day = {"year": 2031, "month": month, "day": 4}
    csl = {"type": "article", "container-title": "Olm Herald", "abstract": BODY}
    rows = [{"text": BODY, "date": day}, {"text": BODY, "date": day | {"month": "3"}}]
    items = [csl | {"issued": {"date-parts": [list(each["date"].values())]}} for each in rows]
    for name, held in (("rows.json", rows), ("items.json", items)):
        (tmp_path / name).write_text(json.dumps(held))
        found, skipped = reading(tmp_path / name)
        assert not skipped
        assert [document.fields.get("date") == "2031-03-04" for document in found] == [False, True]


def test_a_place_on_a_scanned_page_that_is_no_number_loses_no_line(tmp_path):
    (tmp_path / "a.xml").write_text(f'<pdf2xml><page><text top="²" height="1">{BODY}</text></page></pdf2xml>')
    assert reading(tmp_path / "a.xml")[0][0].text == BODY


def test_values_of_a_table_that_json_lacks_lose_no_row(tmp_path):
    pa = pytest.importorskip("pyarrow")
    columns = {
        "text": [BODY, BODY], "title": ["Lock shut", "Lock open"], "price": [Decimal("1.50"), None],
        "lasting": [dt.timedelta(hours=30), None], "days": [[dt.date(2031, 3, 4)], []],
        "desk": [{"since": dt.date(2031, 3, 4)}, None],
    }  # fmt: skip
    importlib.import_module("pyarrow.parquet").write_table(pa.table(columns), tmp_path / "a.parquet")
    found, skipped = reading(tmp_path / "a.parquet")
    assert not skipped
    fields = found[0].fields
    assert (fields["price"], fields["lasting"], fields["days"]) == ("1.50", "1 day, 6:00:00", "2031-03-04")
    assert json.loads(fields["desk"]) == {"since": "2031-03-04"}
