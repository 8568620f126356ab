"""A name that stands in an article thousands of times is looked at once: from each place anew it took the square."""

from __future__ import annotations

from builders import view
from onrecord.coreference import lone, resolve_all


def test_each_name_is_asked_for_once_however_often_it_stands(monkeypatch):
    asked = []
    own = lone.is_place
    monkeypatch.setattr(
        lone, "is_place", lambda page, low, places: asked.append(low) or own(page, low, places)
    )
    text = "The council met. " + "Merrow sat, Brill sat. " * 300
    resolve_all(view(text), (), ())
    assert "brill" in asked
    assert len(asked) <= 4
