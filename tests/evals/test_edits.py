"""Edits change one thing of a sentence, and leave it alone where they cannot."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def edits(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import edits

    return edits


def test_each_kind_changes_what_it_names(edits):
    text = "The lock near Serrin, 20 miles off, may open on Monday unless it rains, said Ilka Venn."
    assert {kind: editor(text) for kind, (editor, _) in edits.EDITORS.items() if editor(text)} == {
        "number": text.replace("20", "33"),
        "date": text.replace("Monday", "Thursday"),
        "place": text.replace("Serrin", edits.ELSEWHERE),
        "attribution": text.replace("Ilka Venn", edits.OTHER),
        "condition.clause": text.replace(" unless it rains", ""),
        "condition.hedge": text.replace("may", "will"),
        "harmless.unit": text.replace("20 miles", "32 kilometers"),
        "harmless.synonym": text.replace("near", "close to"),
    }


def test_a_negation_is_put_in_where_none_is(edits):
    editor, wanted = edits.EDITORS["polarity.not"]
    assert (editor("The lock will be opened."), wanted) == ("The lock will not be opened.", "polarity")
    assert editor("The lock will be opened, not closed.") is None


def test_no_more_than_are_asked_for_of_a_kind_and_source(edits, monkeypatch):
    monkeypatch.setattr(edits, "MOST", 3)
    monkeypatch.setattr(edits, "HARMLESS", 2)
    found = [e for _, e in edits.edits(edits.texts(Path("nowhere")))]
    many = {kind: sum(e.kind == kind for e in found) for kind in edits.EDITORS}
    assert max(many.values()) == 3
    assert max(n for kind, n in many.items() if kind.startswith("harmless")) == 2


def test_what_invented_edits_change_is_found_and_harmless_ones_give_nothing(edits):
    figures = {k.removeprefix("invented."): v for k, v in edits.measure(Path("nowhere")).items()}
    assert min(figures[kind] for kind in ("number", "date", "polarity", "attribution")) > 85
    assert figures["harmless"] == 0
