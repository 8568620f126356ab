"""Weights of 8 bits give what they give on any processor, and in one thread what they give in two."""

from __future__ import annotations

import time

import pytest

from onrecord.models import runtime
from onrecord.models.manifest import PACKAGED


def test_sums_are_not_cut_on_processors_without_wide_adders():
    made = runtime.session(PACKAGED.read("lines.onnx"))
    assert made.get_session_options().get_session_config_entry("session.x64quantprecision") == "1"


@pytest.mark.parametrize("number", [0, 1, 3, 50])
def test_results_come_in_the_order_of_the_inputs_whoever_is_done_first(number):
    def slow_when_even(value):
        time.sleep(0.002 * (value % 2 == 0))
        return -value

    assert runtime.side_by_side(slow_when_even, range(number)) == [-value for value in range(number)]


def test_what_one_input_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        runtime.side_by_side(lambda value: 1 // value, range(-5, 5))
