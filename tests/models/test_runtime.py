"""Weights of 8 bits give what they give on any processor, and in one thread what they give in two."""

from __future__ import annotations

import time

import numpy as np
import pytest

from onrecord.models import pieces, runtime
from onrecord.models.manifest import PACKAGED

OPTION = "session.x64quantprecision"


@pytest.fixture
def asked_again():
    """Nothing is remembered of how this processor adds, before and after."""
    runtime.sums_are_whole.cache_clear()
    yield
    runtime.sums_are_whole.cache_clear()


def test_sums_are_widened_on_a_processor_that_cuts_them_and_on_no_other(monkeypatch):
    for whole in (True, False):
        monkeypatch.setattr(runtime, "sums_are_whole", lambda whole=whole: whole)
        made = runtime.session(PACKAGED.read("lines.onnx"))
        assert made.get_session_options().get_session_config_entry(OPTION) == str(int(not whole))


@pytest.mark.usefixtures("asked_again")
@pytest.mark.parametrize("factor", [1.0, 0.51])
def test_a_processor_is_asked_by_the_kernels_that_networks_use(monkeypatch, factor):
    real = runtime._session

    class Adding:
        """A session whose sums come out ``factor`` times as large."""

        def __init__(self, *given, **how):
            self._inner = real(*given, **{**how, "widened": True})

        def run(self, names, values):
            return [factor * rows for rows in self._inner.run(names, values)]

    monkeypatch.setattr(runtime, "_session", Adding)
    assert runtime.sums_are_whole() == (factor == 1.0)


def test_networks_give_the_same_bits_however_sums_are_made_whole():
    rows = pieces.table()[1000:1040][None]
    model = PACKAGED.read("vectors.onnx")
    told = [
        runtime._session(model, 1, widened=widened).run(None, {"rows": rows})[0]
        for widened in {True, not runtime.sums_are_whole()}
    ]
    assert all(np.array_equal(told[0], other) for other in told)


@pytest.mark.parametrize("number", [0, 1, 3, 50])
def test_results_come_in_the_order_of_the_inputs_whoever_is_done_first(number):
    def slow_when_even(value):
        time.sleep(0.002 * (value % 2 == 0))
        return -value

    assert runtime.side_by_side(slow_when_even, range(number)) == [-value for value in range(number)]


def test_what_one_input_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        runtime.side_by_side(lambda value: 1 // value, range(-5, 5))
