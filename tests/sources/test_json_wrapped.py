"""JSON is read within a script, behind a guard, in a service's call, and one document behind the other."""

from __future__ import annotations

import io
import json

import pytest

from onrecord.sources import json_rows, read

ROW = {
    "title": "Ferry laid up",
    "source": "Olm Herald",
    "text": "The ferry will not sail in May, the board said. " * 4,
}
TABLE = {
    "cols": [{"id": "A", "label": "Date"}, {"id": "B", "label": "Headline"}, {"id": "C", "label": "Text"}],
    "rows": [
        {"c": [{"v": "Date(2031,2,27)", "f": "27/03/2031"}, {"v": "Ferry laid up"}, {"v": ROW["text"]}]}
    ],
}


def rows(data: str):
    skipped = []
    return list(read(["-"], stdin=io.BytesIO(data.encode()), on_skip=skipped.append)), skipped


@pytest.mark.parametrize(
    "around",
    [
        "callback({});",
        "/**/ cb_1([{}])",
        "var data = [{}];",
        "window.__DATA__ = {};\n",
        "export default {};",
        "// made by a script\nconst rows = [{}];",
        ")]}}',\n{}",
        "for(;;);{}",
        "{}",
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_what_stands_around_is_left_out(around, indent):
    found, _ = rows(around.format(json.dumps(ROW, indent=indent)))
    assert [document.fields["title"] for document in found] == ["Ferry laid up"]


def test_documents_one_behind_the_other_are_a_list():
    each = json.dumps(ROW, indent=2)
    assert len(rows(each + "\n" + each + ",\n" + each)[0]) == 3
    assert "not valid JSON" in rows(each + "\nand so on")[1][0].reason


def test_a_sentence_that_calls_a_function_is_text():
    assert (
        rows(f'As print(["a"]) shows, nothing is as it seems. {ROW["text"]}')[0][0].media_type == "text/plain"
    )


def test_a_sheet_that_a_service_answers_with():
    found, _ = rows(
        f"google.visualization.Query.setResponse({json.dumps({'status': 'ok', 'table': TABLE})});"
    )
    assert [(d.fields["title"], d.fields["date"]) for d in found] == [("Ferry laid up", "2031-03-27")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_row_too_long_costs_itself_alone_in_any_encoding(tmp_path, monkeypatch, encoding):
    monkeypatch.setattr(json_rows, "MAX_ROW", 1000)
    lines = [json.dumps(ROW), json.dumps(ROW | {"text": ROW["text"] * 20}), json.dumps(ROW)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding=encoding)
    skipped = []
    found = list(read([tmp_path], on_skip=skipped.append))
    assert [document.item for document in found] == [0, 2]
    assert [skip.error for skip in skipped] == ["LimitError"]
