"""Training that is broken off goes on where it was kept, and ends when its time is up."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="only training needs it")

from datetime import datetime, timedelta
from itertools import repeat

import torch
from training.network import Encoder, Shape, Tagger
from training.train import Pace, Pacing, Run, learn


def run(tmp_path) -> Run:
    torch.manual_seed(1)
    tagger = Tagger(Encoder(Shape(layers=1, hidden=24, heads=3, inner=48, vocabulary=20, positions=64)))
    return Run(tagger, Pacing(out=str(tmp_path)))


def go_on(begun: Run, total: int, until: datetime | None = None) -> None:
    pace = Pace(total, every=100, logged=100, minutes=60, until=until)
    learn(begun, repeat((0, 1.0)), lambda to: {"roles": (begun.tagger.roles.bias - to).pow(2).sum()}, pace)


def test_a_run_goes_on_where_it_was_kept(tmp_path):
    first, second = run(tmp_path), run(tmp_path)
    go_on(first, 3)
    second.resume()
    assert second.step == 3
    assert torch.equal(second.tagger.roles.bias, first.tagger.roles.bias)
    go_on(second, 5)
    assert second.step == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["average.pt", "log.jsonl", "state.pt"]


@pytest.mark.parametrize(("minutes", "steps"), [(-1, 0), (5, 3)])
def test_a_run_ends_when_its_time_is_up(tmp_path, minutes, steps):
    begun = run(tmp_path)
    go_on(begun, 3, datetime.now().astimezone() + timedelta(minutes=minutes))
    assert begun.step == steps
    assert (tmp_path / "state.pt").exists() is (steps > 0)
