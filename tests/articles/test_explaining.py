"""What is shown of a reading names where each fact was found."""

from __future__ import annotations

import onrecord
from onrecord.articles import explain
from onrecord.records import RawDocument, Span

TEXT = (
    "Ostrey Herald, 3 November 2022\n\nHarbour dues to double from May\nBy Nora Quill\n\n"
    "Skippers in Ostrey will pay twice as much to moor from May, the harbour trust decided on Monday night.\n\n"
    "Twenty-two boats are registered in the port. Their owners have until Friday to object."
)


def test_each_fact_has_its_value_and_its_origin():
    raw = RawDocument("a.txt", 0, "", "text/plain", TEXT, Span(0, len(TEXT)), {"credit": "Norwire"})
    told = explain(raw)
    facts = {name: (value, origin) for name, value, origin in told.facts}
    assert facts["title"] == ("Harbour dues to double from May", "a line of the text (headline)")
    assert facts["outlet"][0] == "Ostrey Herald"
    assert facts["outlet"][1].startswith("a line of the text (")
    assert facts["byline"] == ("Nora Quill", "a line of the text (byline)")
    assert facts["credit"] == ("Norwire", "the input's field credit")
    assert facts["language"] == ("en", "the words of the body")


def test_the_parts_are_the_raw_documents_own_characters():
    raw = RawDocument("a.txt", 0, "", "text/plain", TEXT, Span(0, len(TEXT)), {})
    told = explain(raw)
    assert told.where == "a.txt#0"
    assert all(words in TEXT for _, words in told.parts)
    assert ("byline", "By Nora Quill") in told.parts


def test_a_run_tells_how_each_file_was_understood(tmp_path):
    page = tmp_path / "a.txt"
    page.write_text(TEXT, encoding="utf-8")
    with onrecord.open(tmp_path / "a.db", create=True) as archive:
        told = archive.read([page]).understood[str(page)]
        assert told["format"] == {"text/plain": 1}
        assert told["parts"]["body"] == 2
        assert told["title"] == {"a line of the text (headline)": 1}
        assert told["byline"] == {"a line of the text (byline)": 1}
        assert archive.last_run()["understood"][str(page)]["parts"]["byline"] == 1
        assert not archive.read([page]).understood
