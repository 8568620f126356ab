"""What readers judge is every claim with both passages, drawn by storylines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import invented
from onrecord.records import Corpus


@pytest.fixture
def audit(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import audit

    return audit


@pytest.fixture
def corpus() -> Corpus:
    return invented.tunnel()


def test_each_kind_of_claim_is_listed_with_the_words_of_both_passages(audit, corpus):
    rows = list(audit.claims(corpus))
    assert {"clash/number", "shift"} <= {row["kind"] for row in rows}
    (clash,) = (row for row in rows if row["kind"] == "clash/number")
    assert "⟦1,200 jobs⟧" in clash["a"]["words"]
    assert "⟦2,100 jobs⟧" in clash["b"]["words"]


def test_what_a_first_screen_lays_beside_the_fullest_rendering_is_a_claim_if_it_is_likely(audit, corpus):
    told = corpus.utterances[0]
    full = told.renderings[0]
    other = next(r for r in told.renderings if r.article_id != full.article_id)
    for likely, listed in ((0.7, 1), (0.6, 0)):
        pair = replace(full, probability=None), replace(other, label="paraphrase", probability=likely)
        rows = audit.claims(replace(corpus, utterances=(replace(told, renderings=pair),)))
        assert sum(row["kind"] == "pair" for row in rows) == listed


class _Archive:
    """Storylines of one story each, all of them told alike."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.asked = corpus, []

    def stories(self):
        return [replace(self.corpus.stories[0], storyline_id=f"line-{n}") for n in range(9)]

    def corpus_of(self, stories):
        self.asked += [story.storyline_id for story in stories]
        return self.corpus


def test_a_seed_draws_all_storylines_in_an_order_of_its_own(audit, corpus):
    one, again, other = (_Archive(corpus) for _ in range(3))
    drawn = list(audit.drawn(one, 3))
    assert drawn == list(audit.drawn(again, 3)) == 9 * list(audit.claims(corpus))
    list(audit.drawn(other, 4))
    assert one.asked == again.asked != other.asked
    assert sorted(one.asked) == sorted(other.asked)


def test_so_many_claims_are_drawn_and_the_rest_of_their_last_story(audit):
    rows = [{"story": story} for story in ("a", "b", "b", "c")]
    assert [row["story"] for row in audit.first(rows, 2)] == ["a", "b", "b"]
    assert [row["story"] for row in audit.first(rows, 1)] == ["a"]


@pytest.mark.parametrize("given", [[], ["a.db", "--verdicts", "claims.jsonl"]])
def test_neither_an_archive_nor_verdicts_or_both_is_a_wrong_call(audit, monkeypatch, capsys, given):
    monkeypatch.setattr("sys.argv", ["audit.py", *given])
    with pytest.raises(SystemExit) as ended:
        audit.main()
    assert ended.value.code == 2
    assert "either an archive or a file of verdicts" in capsys.readouterr().err


def test_what_is_of_an_article_that_was_judged_is_not_fresh(audit, tmp_path):
    judged = tmp_path / "claims.jsonl"
    judged.write_text('{"a": ["one", 0, 1], "b": ["two", 0, 1]}\n', "utf-8")
    rows = [{"a": {"article": a}, "b": {"article": b}} for a, b in (("one", "new"), ("new", "newer"))]
    assert list(audit.fresh(rows, judged)) == rows[1:]


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
