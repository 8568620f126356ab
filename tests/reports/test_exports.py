"""Exports say the same as the tables, in the words of each format, and keep hostile text as text."""

from __future__ import annotations

import csv
import importlib.util
import json
import sys

import pytest

from onrecord.errors import MissingExtraError
from onrecord.reports import EXPORTS, TABLES
from onrecord.reports.exports import comma_separated
from onrecord.reports.exports.comma_separated import exact

PYARROW = importlib.util.find_spec("pyarrow") is not None


@pytest.fixture(scope="module")
def texts(tunnel):
    return {a.article.id: a.article.text for a in tunnel.articles}


def test_each_export_names_the_files_it_wrote(tunnel, tmp_path):
    for name, export in EXPORTS.items():
        if name == "parquet" and not PYARROW:
            continue
        folder = tmp_path / name
        paths = export(tunnel, folder)
        assert paths
        assert set(paths) == {p for p in folder.rglob("*") if p.is_file()}


def test_the_columns_are_those_of_the_rows(tunnel):
    for name, rows in TABLES.items():
        assert list(next(rows(tunnel))) == list(rows.shapes), name


def test_csv_holds_every_row_and_reads_back(tunnel, hostile, tmp_path):
    for number, corpus in enumerate((tunnel, hostile)):
        EXPORTS["csv"](corpus, tmp_path / str(number))
        for name, rows in TABLES.items():
            with (tmp_path / str(number) / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
                read = list(csv.DictReader(stream))
            expected = list(rows(corpus))
            assert [r.get("id") for r in read] == [r.get("id") for r in expected]
            for row, wanted in zip(read, expected, strict=True):
                for field, value in wanted.items():
                    if isinstance(value, str):
                        assert exact(row[field]) == value
                        assert not row[field].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
                    if isinstance(value, list | dict):
                        assert json.loads(row[field]) == value


@pytest.mark.parametrize(
    "text", ["=1+1", "'=1", "''@a", "-2", "+a", "\t=a", "＝a", "'plain", "plain", "", "a=b"]
)
def test_what_a_spreadsheet_would_run_is_defused_and_can_be_had_back(text):
    cell = comma_separated._cell(text)
    assert exact(cell) == text
    assert not cell.lstrip("'").startswith(("=", "+", "-", "@", "\t", "＝")) or cell.startswith("'")


def test_an_empty_table_still_has_its_header(empty, tmp_path):
    EXPORTS["csv"](empty, tmp_path)
    assert (tmp_path / "conflicts.csv").read_text().startswith("id,kind,a,b,note")


def test_annotations_find_their_words_by_quote_and_by_position(tunnel, texts, tmp_path):
    (path,) = EXPORTS["web-annotation"](tunnel, tmp_path)
    page = json.loads(path.read_text("utf-8"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == sum(len(a.statements) for a in tunnel.articles)
    for item in page["items"]:
        assert item["target"]
        for target in item["target"]:
            quote, position = target["selector"]
            found = [t for t in texts.values() if t[position["start"] : position["end"]] == quote["exact"]]
            assert found
            assert any(quote["prefix"] + quote["exact"] + quote["suffix"] in t for t in found)


def test_schema_org_refers_only_to_what_it_describes(tunnel, tmp_path):
    (path,) = EXPORTS["schema-org"](tunnel, tmp_path)
    graph = json.loads(path.read_text("utf-8"))["@graph"]
    described = {node["@id"] for node in graph}
    kinds = {node["@type"] for node in graph}
    assert {"NewsArticle", "Quotation", "Claim", "Person"} <= kinds
    assert "ClaimReview" not in kinds
    for node in graph:
        for value in node.values():
            for reference in value if isinstance(value, list) else [value]:
                if isinstance(reference, dict) and "@id" in reference:
                    assert reference["@id"] in described


def test_an_open_date_is_no_schema_org_date(tunnel, tmp_path):
    (path,) = EXPORTS["schema-org"](tunnel, tmp_path)
    articles = [n for n in json.loads(path.read_text())["@graph"] if n["@type"] == "NewsArticle"]
    dates = {a["publisher"]["name"]: a.get("datePublished") for a in articles}
    assert dates["Morning Ledger"] is None
    assert dates["Harbour Post"] == "2024-05-15"


def test_timelinejs_has_dates_and_no_markup_from_texts(tunnel, hostile, tmp_path):
    (path,) = EXPORTS["timelinejs"](tunnel, tmp_path / "a")
    events = json.loads(path.read_text("utf-8"))["events"]
    assert {"year": 2024, "month": 5, "day": 14} in [e["start_date"] for e in events]
    (path,) = EXPORTS["timelinejs"](hostile, tmp_path / "b")
    assert "<script" not in path.read_text("utf-8")


@pytest.mark.skipif(not PYARROW, reason="pyarrow is an extra")
def test_parquet_reads_back_as_the_rows(tunnel, hostile, empty, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    for number, corpus in enumerate((tunnel, hostile, empty)):
        EXPORTS["parquet"](corpus, tmp_path / str(number))
        for name, rows in TABLES.items():
            read = parquet.read_table(tmp_path / str(number) / f"{name}.parquet").to_pylist()
            maps = [f for f, shape in rows.shapes.items() if isinstance(shape, dict) and "*" in shape]
            assert [{k: dict(v) if k in maps else v for k, v in row.items()} for row in read] == list(
                rows(corpus)
            )


def test_without_pyarrow_the_error_names_the_extra(tunnel, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"onrecord\[parquet\]"):
        EXPORTS["parquet"](tunnel, tmp_path)


def as_graph(path, vocabulary, more=None):
    """What a reader of linked data finds; the public context would have to be fetched, its rule is this."""
    rdflib = pytest.importorskip("rdflib")
    page = json.loads(path.read_text("utf-8"))
    page["@context"] = {"@vocab": vocabulary, "id": "@id", "type": "@type", **(more or {})}
    return rdflib.Graph().parse(data=json.dumps(page), format="json-ld")


@pytest.mark.filterwarnings("ignore")
def test_schema_org_is_read_as_linked_data(tunnel, tmp_path):
    (path,) = EXPORTS["schema-org"](tunnel, tmp_path)
    graph = as_graph(path, "https://schema.org/")
    asked = """PREFIX s: <https://schema.org/> SELECT ?words ?outlet WHERE {
        ?q a s:Quotation ; s:text ?words ; s:isPartOf ?a . ?a a s:NewsArticle ; s:publisher [s:name ?outlet] }"""
    found = {(str(words), str(outlet)) for words, outlet in graph.query(asked)}
    expected = {
        (s.content_text(a.article.text), a.article.outlet)
        for a in tunnel.articles
        for s in a.statements
        if a.article.outlet
    }
    assert found == expected


@pytest.mark.filterwarnings("ignore")
def test_annotations_are_read_as_linked_data(tunnel, hostile, tmp_path):
    for number, corpus in enumerate((tunnel, hostile)):
        (path,) = EXPORTS["web-annotation"](corpus, tmp_path / str(number))
        graph = as_graph(path, "http://www.w3.org/ns/oa#", {"onrecord": "urn:onrecord:terms:"})
        asked = """PREFIX o: <http://www.w3.org/ns/oa#> SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE {
            ?a a o:Annotation ; o:target [o:selector [a o:TextQuoteSelector ; o:exact ?words]] }"""
        (row,) = graph.query(asked)
        assert int(row[0]) == sum(len(a.statements) for a in corpus.articles)


@pytest.mark.parametrize(("edtf", "told"), [("2024-05", "2024-05"), ("2024-21", None)])
def test_a_season_is_no_month_of_schema_org(edtf, told):
    from onrecord.records import Dating, Utterance
    from onrecord.reports.exports.schema_org import claim_node

    said = Dating(edtf, "2024-03-01", "2024-06-21")
    assert claim_node(Utterance("u", "s", None, said, (), ()))["dateCreated"] == told
