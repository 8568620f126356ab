"""What readers judge is every claim with both passages, drawn by whole stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.records import Corpus


@pytest.fixture
def audit(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import audit

    return audit


@pytest.fixture
def corpus() -> Corpus:
    from reports import invented

    return invented.tunnel()


def test_each_kind_of_claim_is_listed_with_the_words_of_both_passages(audit, corpus):
    rows = list(audit.claims(corpus))
    assert {"clash/number", "shift"} <= {row["kind"] for row in rows}
    (clash,) = (row for row in rows if row["kind"] == "clash/number")
    assert "⟦1,200 jobs⟧" in clash["a"]["words"]
    assert "⟦2,100 jobs⟧" in clash["b"]["words"]


def test_a_seed_draws_whole_stories_and_the_same_ones_again(audit, corpus):
    rows = list(audit.claims(corpus))
    drawn = audit.draw(rows, 3, 1)
    assert drawn == audit.draw(rows, 3, 1)
    stories = {row["story"] for row in drawn}
    assert drawn == [row for row in rows if row["story"] in stories]


def test_verdicts_are_counted_by_kind_and_once_more_where_likely(audit):
    rows = [
        {"kind": "shift", "verdict": "right"},
        {"kind": "clash/number", "verdict": "wrong", "probability": 0.61},
        {"kind": "clash/number", "probability": 0.2},
    ]
    found = audit.count(rows)
    assert found["shift"] == {"right": 1}
    assert found["clash/number"] == {"wrong": 1, "unread": 1}
    assert found["likely"] == {"wrong": 1}
