"""Marks of invented passages become spans; what is marked wrong is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.invented import documents, parsed, passages

UNREAD = Path(__file__).parents[2] / "evals/sets/passages"
MARKED = (
    "{s1,2|{=Ada Brandt|She}} {c1|said} {t1|“no”} and {c2|plans} {t2|to go}, {t1|“now.”} Ada Brandt. {=?|He}."
)


def test_marks_become_spans_and_pronouns() -> None:
    """A source of two statements, a content of two stretches, one pronoun that means nobody named."""
    passage = parsed("a", "kind", MARKED)
    text = passage.row["text"]
    assert text == "She said “no” and plans to go, “now.” Ada Brandt. He."
    first, second = passage.row["attributions"]
    assert [text[s:e] for s, e in first["content"]] == ["“no”", "“now.”"]
    assert [text[s:e] for s, e in second["source"]] == ["She"]
    assert [(text[s:e], name) for s, e, name in passage.meant] == [("She", "Ada Brandt"), ("He", "")]


@pytest.mark.parametrize("marked", ["{s1|She", "She} said"])
def test_what_does_not_close(marked: str) -> None:
    """A mark without its other half is an error that shows it."""
    with pytest.raises(ValueError, match=r"a: .*(not closed|closes nothing)"):
        parsed("a", "kind", marked)


def test_every_passage_is_whole() -> None:
    """The passages that are here: each has its text, every statement one cue at most, every name its place."""
    found = [*passages(), *passages(UNREAD)]
    texts = {passage.row["text"] for passage in found}
    assert len(texts) == len(found) > 250
    for passage in found:
        text = passage.row["text"]
        assert not set("{}") & set(text), passage.row["id"]
        for statement in passage.row["attributions"]:
            assert len(statement["cue"]) < 2, passage.row["id"]
            assert statement["content"], passage.row["id"]
        for _, _, name in passage.meant:
            assert name in text, passage.row["id"]
    assert len(documents(None)) == len(list(passages()))
