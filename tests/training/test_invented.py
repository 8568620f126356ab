"""Marks of invented passages become spans; what is marked wrong is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.invented import documents, parsed, passages

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


def test_some_are_never_trained_on(tmp_path: Path) -> None:
    """Every passage is either unread or a document of training."""
    (tmp_path / "x.txt").write_text("".join(f"## kind | {n}\n{MARKED}\n\n" for n in range(60)))
    unread = {p.row["id"] for p in passages(tmp_path) if p.unread}
    taught = {d.id for d in documents(None, tmp_path)}
    assert len(unread | taught) == 60
    assert not unread & taught
    assert 3 < len(unread) < 25
