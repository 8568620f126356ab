"""What readers judged is counted in one file, and the product says of its claims what is counted there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.records import measured


@pytest.fixture
def claims(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import claims

    return claims


def test_the_shares_that_are_shown_are_those_of_the_judged_claims(claims):
    assert dict(measured.MEASURED) == claims.counted((*claims.load(), *claims.load(claims.ELSEWHERE)))


def test_no_text_and_no_claim_twice_is_kept(claims):
    found = claims.load()
    assert len({(c.how, c.a, c.b) for c in found}) == len(found) > 300
    assert {c.verdict for c in found} == {"right", "wrong", "open"}
    assert {c.half for c in found} == {"fit", "unseen"}


def test_of_what_is_unseen_in_the_open_so_many_hold_as_its_line_asks(claims):
    held = claims.counted(c for c in claims.load() if c.half == "unseen")
    open_ = {how for how, judged in measured.MEASURED.items() if judged.rate >= measured.line(how)}
    assert open_ == {"attribution.quoted", "name.spelling", "number.counted", "number.worded", "pair.first"}
    for how in measured.MEASURED.keys() - open_:
        judged = measured.MEASURED[how]
        assert measured.in_the_open(how) == (judged.right == judged.of and how in measured.CONSTRUCTED)
    for how in open_:
        if held[how].of >= measured.ENOUGH:
            assert held[how].right >= measured.line(how) * held[how].of


def test_what_news_hardly_gives_needs_many_constructed_ones_and_no_wrong_one(monkeypatch):
    monkeypatch.setattr(measured, "MEASURED", {"met": measured.Judged(1, 2), "once": measured.Judged(1, 1)})
    for kind in ("met", "once", "never", "few"):
        given = measured.Judged(10, 10) if kind == "few" else measured.Judged(30, 30)
        monkeypatch.setitem(measured.CONSTRUCTED, kind, given)
    opened = {kind for kind in ("met", "once", "never", "few", "unknown") if measured.in_the_open(kind)}
    assert opened == {"once", "never"}
    assert measured.Judged(10, 10).least < 0.8 < measured.Judged(11, 11).least < measured.Judged(99, 99).least


def test_few_judgements_promise_little():
    assert measured.Judged(0, 0).rate == 0.5 < measured.Judged(4, 4).rate < measured.Judged(9, 9).rate < 1
    assert measured.found_right(0.91) == "about 9 in 10 right"
    assert measured.share(0.91) == "readers found about 9 in 10 of these right; on other news fewer may be"
    assert measured.folded().rate < measured.POSITION


def test_a_second_reader_mostly_agrees_with_the_first(claims):
    both = claims.agreement()
    assert both.claims >= 125
    assert both.share > 0.9
    assert both.kappa > 0.8


def test_agreement_by_chance_alone_is_none(claims, monkeypatch, tmp_path):
    rows = [
        {"how": "name", "a": [str(n), 0, 1], "b": ["x", 0, 1], "verdict": v} for n, v in enumerate("rrww")
    ]
    words = {"r": "right", "w": "wrong"}
    second = tmp_path / "second.jsonl"
    second.write_text("".join(json.dumps(row | {"verdict": words[row["verdict"]]}) + "\n" for row in rows))
    monkeypatch.setattr(claims, "SECOND", second)
    firsts = [
        claims.Claim("name", (str(n), 0, 1), ("x", 0, 1), words[v], "fit", "") for n, v in enumerate("rwrw")
    ]
    monkeypatch.setattr(claims, "load", lambda: firsts)
    assert claims.agreement() == claims.Agreement(4, 0.5, 0.0)
