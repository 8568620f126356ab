"""The invented sets are what was pinned, their gold fits their texts, and the scorer sees what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

EVALS = Path(__file__).parents[2] / "evals"

SMALL = """# pier
## a | Quay News | 2031-03-05
Pier stays open

The pier stays open, mayor Orla Brandt said on Monday. “We have mended it twice,” she said.

=statements
s1 | mayor Orla Brandt | said | The pier stays open | Orla Brandt | indirect | 2031-03-03
s2 | she | said | “We have mended it twice,” | Orla Brandt | direct | -
=dates
Monday | DATE | 2031-03-03
## b | Dock Times | -
Brandt on the pier

“We have mended it,” Orla Brandt said. Published 5 March 2031.

=published 2031-03-05
=statements
s1 | Orla Brandt | said | “We have mended it,” | Orla Brandt | direct | -
# cross
=stories
a b
=utterances
a.s2 verbatim, b.s1 partial dropped
=conflicts
number | a: twice | b: mended it
=positions
Orla Brandt | a.s1 intends
=origins
a b
"""


@pytest.fixture
def goldset(monkeypatch):
    monkeypatch.syspath_prepend(EVALS)
    import goldset

    yield goldset
    sys.modules.pop("goldset", None)


def test_a_set_is_read_with_the_places_of_its_gold(goldset):
    found = goldset.parse(SMALL)
    a, b = found.articles["pier/a"], found.articles["pier/b"]
    assert a.text.startswith("Pier stays open\n\nThe pier")
    assert a.text.endswith("she said.")
    first, second = a.said["s1"], a.said["s2"]
    assert a.text[slice(*first.content[0])] == "The pier stays open"
    # "said" stands twice: the place nearest to each content is meant.
    assert first.cue[0] < second.cue[0]
    assert (a.published, b.published, b.given) == ("2031-03-05", "2031-03-05", None)
    assert found.utterances == [[(second, "verbatim", False), (b.said["s1"], "partial", True)]]
    assert found.conflicts[0][0] == "number"
    assert (found.stories, found.texts) == ([["pier/a", "pier/b"]], [["pier/a", "pier/b"]])


def test_gold_that_does_not_fit_its_text_is_refused(goldset):
    with pytest.raises(ValueError, match="stands 0 times"):
        goldset.parse(SMALL.replace("The pier stays open |", "The pier is shut |"))
    with pytest.raises(ValueError, match="stands 2 times"):
        goldset.place("a word and a word", "word")


def test_the_sets_of_the_repository_are_those_that_were_pinned(goldset, tmp_path):
    sets = goldset.load()
    assert len(sets) >= 12
    assert sum(len(s.articles) for s in sets) >= 37
    for file in [*goldset.HOME.glob("*.txt"), goldset.SUMS]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    changed = tmp_path / "mill-fire.txt"
    changed.write_text(changed.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(ValueError, match="not the text"):
        goldset.load(tmp_path)
    changed.unlink()
    with pytest.raises(ValueError, match="name different sets"):
        goldset.load(tmp_path)


def test_halves_are_both_there_and_never_change(monkeypatch):
    monkeypatch.syspath_prepend(EVALS)
    import halves

    keys = [f"item {n}" for n in range(400)]
    split = halves.both(keys, str)
    assert 150 < len(split["unseen"]) < 250
    assert [halves.half(k) for k in ("mill-fire", "cup-final")] == ["seen", "unseen"]


def test_the_scorer_counts_what_is_right_and_what_is_claimed(monkeypatch):
    monkeypatch.syspath_prepend(EVALS)
    import goldset
    import sets

    found = sets.Found(sets.read([small := goldset.parse(SMALL)]), [small])
    said = small.articles["pier/a"].said["s2"]
    mine = found.statement(said)
    assert mine is not None
    assert mine.kind == "direct"
    tally = sets.Counter()
    for count in sets.COUNTS:
        count(small, found, tally)
    assert tally["statements.there"] == 3
    assert tally["statements.right"] <= tally["statements.claimed"]
    assert tally["pairs.there"] == 1
    assert sets.overlap(found.gold(said), frozenset()) == 0.0
    assert sets.report(sets.Counter({"pairs.claimed": 4, "pairs.there": 2, "pairs.right": 2}))[
        "pairs.F1"
    ] == pytest.approx(66.7, abs=0.1)
