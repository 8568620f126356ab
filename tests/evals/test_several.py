"""The invented stories of several outlets, and the turns: whole, in two halves, and what counts as found in them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.records import Finding, Place


@pytest.fixture
def evals(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import several

    import positions

    return SimpleNamespace(several=several, positions=positions)


@pytest.mark.parametrize(("name", "of_each"), [("", 3), ("again.", 6)])
def test_every_story_has_outlets_of_its_own_and_is_in_a_half(evals, name, of_each):
    stories = evals.several.load(name)
    assert [s.half for s in stories] == ["seen", "unseen"] * of_each
    for story in stories:
        assert len({a["outlet"] for a in story.articles}) > 1
        assert len(story.articles) <= 4
        assert story.differs


def test_turns_and_stays_are_cut_in_half(evals):
    pairs = evals.positions.both()
    for clash in (True, False):
        assert sorted(p.half for p in pairs if p.clash == clash) == ["seen"] * 6 + ["unseen"] * 6


def test_a_difference_is_found_where_its_words_stand_on_both_sides(evals):
    story = next(s for s in evals.several.load() if s.name == "reservoir-leak")
    texts = {a["key"]: a["text"] for a in story.articles}

    def finding(kind, shown, *ends):
        places = tuple(Place(k, texts[k].index(w), texts[k].index(w) + len(w)) for k, w in ends)
        return Finding("f", "s", kind, (), (), places, shown=shown)

    items = [
        SimpleNamespace(article=SimpleNamespace(id=k, given_id=f"{story.name}.{k}", text=t))
        for k, t in texts.items()
    ]
    right = finding("number", True, ("agency", "340 litres"), ("paper", "430 litres"))
    other = finding("number", True, ("agency", "2,150 people"), ("paper", "two thousand people"))
    bound = finding("condition", False, ("paper", "assured them"), ("agency", "if the level does not rise"))
    corpus = SimpleNamespace(articles=items, findings=[right, other, bound])
    verdict = evals.several.judge(story, corpus)
    assert [where for d, where in verdict.found if d.kind in ("number", "condition")] == ["open", "folded"]
    assert verdict.false == (other,)
