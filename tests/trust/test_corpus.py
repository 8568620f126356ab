"""The kept inputs of the fuzzer, through the targets that it changes them for, and bytes made of theirs."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
fuzz = importlib.import_module("fuzz")

CASES = [(name, n) for name in fuzz.TARGETS for n in range(len(fuzz.corpus_of(name)))]
SLOW = ("exporters", "app")
pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("name", "n"), CASES)
def test_no_kept_input_breaks_its_target(name, n):
    fuzz.TARGETS[name](fuzz.corpus_of(name)[n])


@pytest.mark.parametrize("name", [name for name in fuzz.TARGETS if name not in SLOW])
@given(data=st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_mixture_of_kept_inputs_breaks_a_target(name, data):
    kept = fuzz.corpus_of(name)
    one, other = data.draw(st.sampled_from(kept)), data.draw(st.sampled_from(kept))
    at, to = data.draw(st.integers(0, len(one))), data.draw(st.integers(0, len(other)))
    fuzz.TARGETS[name](one[:at] + data.draw(st.binary(max_size=8)) + other[to:])


def test_a_target_tells_what_breaks_its_promise(monkeypatch):
    monkeypatch.setattr(fuzz.sources, "read", lambda *_, **__: iter(()))
    with pytest.raises(fuzz.FoundError, match="vanished"):
        fuzz.readers(b"Ferry")


def test_what_is_watched_are_functions_of_modules_and_classes_and_those_behind_a_decorator():
    watched = {f"{f.__module__}.{f.__qualname__}" for f in fuzz.ours()}
    assert {
        "onrecord.sources.reading.read",
        "onrecord.archive.Archive.read",
        "onrecord.languages._load",
    } <= watched
    assert not [name for name in watched if not name.startswith("onrecord.")]


def test_a_run_ends_when_its_seconds_of_the_processor_are_over(monkeypatch):
    clock, told, tried = iter([0.0, 1.0, 2.5, 3.0]), [], []
    monkeypatch.setattr(fuzz.time, "process_time", lambda: next(clock))
    monkeypatch.setattr(fuzz.os, "kill", lambda _, number: told.append(number))
    target = fuzz.Counted(tried.append, 2)
    target(b"a")
    assert told == []
    target(b"b")
    target(b"c")
    assert told == [fuzz.signal.SIGUSR1]
    assert tried == [b"a", b"b", b"c"]
