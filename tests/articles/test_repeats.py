"""What stands in a text hundreds of times in a row is kept some times, and the rest named as left out."""

from __future__ import annotations

import pytest

from onrecord import articles
from onrecord.records import RawDocument, Span

LEAD = "Ferry stays in port\n\nThe ferry to Osk will not sail this week, said Nils Oke, the harbour master. "
END = "\n\nThe council of Osk meets on Thursday. It had asked for a second boat in spring."


def raw_document(text):
    return RawDocument("a.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text)))


@pytest.mark.parametrize(
    "passage",
    [
        "“No,” he said. ",
        "-",
        "By Ida Orr, Harbour Post\n",
        "The crew waits. " * 60 + "\n\n",
        "ab " * 300 + "c ",
    ],
)
def test_a_passage_repeated_without_end_is_kept_some_times(passage):
    raw = raw_document(LEAD + passage * (60_000 // len(passage) + 40) + END)
    found = articles.clean(raw)
    assert "the harbour master" in found.text
    assert "a second boat in spring" in found.text
    assert passage.strip() in found.text
    assert len(found.text) < 8000
    left = [part for part in found.parts if part.label == "repeated"]
    assert [raw.text[p.start : p.end].strip(passage) for p in left] == [""]
    assert sum(p.end - p.start for p in left) > 50_000


@pytest.mark.parametrize(("passage", "times"), [("The crew waits. ", 1000), ("-", 15_000)])
def test_shorter_runs_stay(passage, times):
    assert passage * (times - 1) in articles.clean(raw_document(LEAD + passage * times + END)).text


def test_every_kept_character_has_its_place():
    raw = raw_document(LEAD + "“No,” he said. " * 4000 + "He left. " * 6000 + END)
    found = articles.clean(raw)
    assert len([part for part in found.parts if part.label == "repeated"]) == 2
    for text, at, length in found.text_map:
        assert found.text[text : text + length].split() == raw.text[at : at + length].split()
