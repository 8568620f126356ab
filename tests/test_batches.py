"""Items come in lists that are full or that have waited long enough, in order, none lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.batches import batches


class Clock:
    """A clock that a test turns."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        """The time now."""
        return self.now


def test_a_full_list_comes_at_once():
    assert list(batches(range(5), most=2, seconds=9, clock=Clock())) == [[0, 1], [2, 3], [4]]


def test_what_has_waited_comes_before_the_list_is_full():
    clock = Clock()

    def slow():
        for n in range(6):
            clock.now += n
            yield n

    assert list(batches(slow(), most=9, seconds=4, clock=clock)) == [[0, 1, 2, 3], [4, 5]]


def test_nothing_comes_of_nothing():
    assert list(batches([], most=2, seconds=1)) == []


@given(st.lists(st.tuples(st.integers(), st.floats(0, 5))), st.integers(1, 7))
def test_every_item_comes_once_in_order(items, most):
    clock = Clock()

    def told():
        for value, wait in items:
            clock.now += wait
            yield value

    found = list(batches(told(), most=most, seconds=3, clock=clock))
    assert [value for held in found for value in held] == [value for value, _ in items]
    assert all(0 < len(held) <= most for held in found)
