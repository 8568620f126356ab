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
