"""Who is next: whoever will soon be done, unless another has waited long."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from onrecord.errors import TooLongError
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


def test_a_program_lets_those_go_first_who_come_a_little_later(turns):
    found, now = turns
    told = []

    def ask(name, later):
        with found.turn("short", later=later):
            told.append(name)

    with ThreadPoolExecutor(2) as pool, found.turn("first"):
        for n, (name, later) in enumerate((("program", 0.3), ("reader", 0.0)), 1):
            now[0] = n / 10
            pool.submit(ask, name, later)
            while len(found._waiting) < n:
                time.sleep(0.001)
    assert told == ["reader", "program"]


def test_whoever_has_waited_long_enough_is_told_so_and_takes_no_turn(turns):
    found, _ = turns
    with found.turn("first"), pytest.raises(TooLongError), found.turn("short", patience=0.01):
        raise AssertionError
    assert found._free == 1
    assert not found._waiting
