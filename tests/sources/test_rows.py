"""A row's article, whatever its columns are called and however deep its text stands."""

from __future__ import annotations

import importlib
import io
import json

import pytest

from onrecord.sources import read

BODY = "The ferry will not sail in May, the board said on Monday. Two cracks were found in her side."


def reading(tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")
    skipped = []
    return list(read([tmp_path / name], on_skip=skipped.append)), skipped


@pytest.mark.parametrize(
    "row",
    [
        {"articleTitle": "Ferry laid up", "articleBody": BODY, "publisherName": "Herald", "authorName": "Ida Orr"},
        {"title": {"rendered": "Ferry laid up"}, "content": {"rendered": f"<p>{BODY}</p>"}, "site": "Herald", "author": {"name": "Ida Orr"}},
        {"_id": 4, "_source": {"headline": {"main": "Ferry laid up"}, "body": BODY, "source": "Herald", "by": "Ida Orr"}},
        {"headline": "Ferry laid up", "fields": {"bodyText": BODY, "publication": "Herald"}, "byline": {"original": "Ida Orr"}},
        {"hed": "Ferry laid up", "text": BODY, "source": "https://h.example/1", "website": "Herald",
         "authors": [{"first_name": "Ida", "last_name": "Orr"}]},
        {"Titel": "Ferry laid up", "Volltext": BODY, "Zeitung": "Herald", "Autor": 'c("Ida Orr")'},
    ],
)  # fmt: skip
def test_the_parts_are_found_under_any_known_name(tmp_path, row):
    found, skipped = reading(tmp_path, "a.json", json.dumps({"response": {"items": [row]}}))
    assert not skipped
    assert found[0].text.strip() == BODY
    fields = found[0].fields
    assert (fields["title"], fields["outlet"], fields["byline"]) == ("Ferry laid up", "Herald", "Ida Orr")


def test_columns_of_a_language_that_puts_the_day_first_say_how_days_are_written(tmp_path):
    found, _ = reading(tmp_path, "a.csv", f'Fecha,Titular,Texto\n01/08/2031,Ferry,"{BODY}"\n')
    assert found[0].fields["date_order"] == "day first"


def packed(name, rows):
    data = io.BytesIO()
    if name.endswith("jsonl"):
        return "\n".join(json.dumps(row) for row in rows).encode()
    if name.endswith("json"):
        return json.dumps({"data": {"hits": rows}}).encode()
    if name.endswith("parquet"):
        pa = pytest.importorskip("pyarrow")
        importlib.import_module("pyarrow.parquet").write_table(pa.Table.from_pylist(rows), data)
    elif name.endswith("xlsx"):
        book = pytest.importorskip("openpyxl").Workbook()
        for row in ([*rows[0]], *([*row.values()] for row in rows)):
            book.active.append(row)
        book.save(data)
    else:
        return "".join(
            ",".join(f'"{cell}"' for cell in row) + "\n"
            for row in ([*rows[0]], *([*r.values()] for r in rows))
        ).encode()
    return data.getvalue()


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl", "a.xlsx", "a.parquet"])
def test_columns_mean_what_the_user_says(tmp_path, name):
    rows = [
        {"klartext": BODY, "kopf": f"Ferry laid up {n}", "text": "see klartext", "id": str(n)} for n in (1, 2)
    ]
    (tmp_path / name).write_bytes(packed(name, rows))
    skipped = []
    columns = {"klartext": "text", "kopf": "title"}
    found = list(read([tmp_path / name], on_skip=skipped.append, columns=columns))
    assert not skipped
    assert [(raw.text, raw.fields["title"]) for raw in found] == [
        (BODY, f"Ferry laid up {n}") for n in (1, 2)
    ]
    assert found[0].fields["text (other)"] == "see klartext"


def test_a_table_without_rows_is_named(tmp_path):
    found, skipped = reading(tmp_path, "a.csv", "title,text,date\n")
    assert not found
    assert "without a row" in skipped[0].reason


def test_clippings_between_short_rules_are_told_apart_by_their_paper_and_day(tmp_path):
    pieces = [f"Ferry laid up {n}\nOstrey Herald, {n} May 2031\n\n{BODY} {BODY}\n" for n in (1, 2, 3)]
    found, _ = reading(tmp_path, "a.txt", "\n* * *\n\n".join(pieces))
    assert [raw.region.of(raw.text).strip().split("\n")[0] for raw in found] == [
        f"Ferry laid up {n}" for n in (1, 2, 3)
    ]
    scene, _ = reading(
        tmp_path, "b.txt", f"Ferry laid up\nOstrey Herald, 1 May 2031\n\n{BODY}\n\n* * *\n\n{BODY} {BODY}"
    )
    assert len(scene) == 1


def test_a_site_s_own_fields_are_lists_of_one_value(tmp_path):
    row = {
        "title": [{"value": "Ferry laid up"}],
        "body": [{"value": f"<p>{BODY}</p>", "format": "full_html"}],
    }
    found, skipped = reading(tmp_path, "node.json", json.dumps(row))
    assert not skipped
    assert (found[0].text.strip(), found[0].fields["title"]) == (BODY, "Ferry laid up")


def test_what_a_column_is_called_of_does_not_matter(tmp_path):
    table = f'post_id,post_author,clip title,broadcast date,online source,main text\n7,4,Ferry laid up,2031-03-04,Herald,"{BODY}"\n'
    found, _ = reading(tmp_path, "a.csv", table)
    fields = found[0].fields
    assert (fields["title"], fields["date"], fields["outlet"]) == ("Ferry laid up", "2031-03-04", "Herald")
    assert "given_id" not in fields


def test_endnote_s_own_export(tmp_path):
    record = f"%0 Newspaper Article\n%A Orr, Ida\n%T Ferry laid up\n%B Herald\n%D 2031\n%8 4 March 2031\n%X {BODY}\n"
    found, skipped = reading(tmp_path, "a.enw", record)
    assert not skipped
    fields = found[0].fields
    assert (fields["title"], fields["outlet"], fields["date"]) == ("Ferry laid up", "Herald", "4 March 2031")
