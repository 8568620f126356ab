"""Who is next: whoever will soon be done, unless another has waited long."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from onrecord.web.turns import Turns


def work(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


@pytest.fixture
def turns():
    """Turns that have learned of two kinds, and a clock that is set by hand."""
    now = [0.0]
    found = Turns(1, lambda: now[0])
    for kind, cost in (("long", 0.1), ("short", 0.002)):
        with found.turn(kind):
            work(cost)
    return found, now


def order(turns, asked):
    """The names of what was asked, (kind, when) each, in the order of their turns."""
    found, now = turns
    told = []

    def ask(name, kind):
        with found.turn(kind):
            told.append(name)

    with ThreadPoolExecutor(len(asked)) as pool, found.turn("first"):
        for n, (name, kind, when) in enumerate(asked, 1):
            now[0] = when
            pool.submit(ask, name, kind)
            while len(found._waiting) < n:
                time.sleep(0.001)
    return told


def test_what_is_soon_done_goes_first(turns):
    assert order(turns, [("story", "long", 0.0), ("glance", "short", 0.1)]) == ["glance", "story"]


def test_nobody_waits_for_ever(turns):
    asked = [("story", "long", 0.0), *((f"glance {n}", "short", 10.0 + n) for n in range(3))]
    assert order(turns, asked)[0] == "story"


def test_those_of_a_kind_go_as_they_came(turns):
    assert order(turns, [(n, "short", n / 100) for n in range(4)]) == [0, 1, 2, 3]


def test_a_turn_that_fails_is_passed_on(turns):
    found, _ = turns
    with pytest.raises(ZeroDivisionError), found.turn("short"):
        raise ZeroDivisionError
    with found.turn("short"):
        assert found._free == 0
    assert found._free == 1
