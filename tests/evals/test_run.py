"""Floors only rise, ceilings only fall, and a figure beyond one fails the run."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("evals_run", Path(__file__).parents[2] / "evals" / "run.py")
run = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(run)

FLOORS = {"at_least": {"a.f1": 80.0}, "at_most": {"a.split": 5.0}}


@pytest.mark.parametrize(
    ("metric", "value", "ok"),
    [
        ("a.f1", 80.0, True),
        ("a.f1", 79.9, False),
        ("a.split", 5.1, False),
        ("a.split", 2, True),
        ("b", 0, True),
    ],
)
def test_a_figure_holds_against_its_floor(metric, value, ok):
    assert run.holds(metric, value, FLOORS) is ok


def test_update_raises_floors_less_a_margin_and_lowers_ceilings():
    raised = run.raised(FLOORS, {"a.f1": 90.0, "a.split": 1.0, "b.new": 50.0})
    assert raised == {
        "at_least": {"a.f1": 90.0 - run.MARGIN},
        "at_most": {"a.split": 1.0 + run.MARGIN},
    }


def test_update_never_loosens():
    assert run.raised(FLOORS, {"a.f1": 10.0, "a.split": 99.0}) == FLOORS


def test_a_floor_with_many_decimals_is_not_rounded_down():
    floors = {"at_least": {"a.f1": 80.124}, "at_most": {"a.split": 5.006}}
    assert run.raised(floors, {"a.f1": 10.0, "a.split": 99.0}) == floors
    assert run.raised(floors, {"a.f1": 90.004, "a.split": 1.0})["at_least"] == {"a.f1": 89.7}


def test_every_eval_on_disk_is_listed():
    scripts = {p.stem for p in Path(run.HERE).glob("*.py") if "def measure(" in p.read_text("utf-8")}
    assert scripts <= set(run.EVALS)
