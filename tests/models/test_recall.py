"""Networks with a memory answer as those without, ask once, and believe nothing that others remember."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.models import crossencoder, recall, vectors

SAID = ("the", "harbour", "stays", "shut")


class Notes(dict):
    """A memory that counts what it is asked and told."""

    def __init__(self):
        super().__init__()
        self.told = 0

    def put(self, key, value):
        """Remember and count."""
        self.told += 1
        self[key] = value


def passages():
    read = crossencoder.packaged().read
    return read("Venn", "The harbour stays shut.", ()), read("Lode", "It will not open.", ())


def test_answers_are_equal_to_the_last_bit():
    memory = Notes()
    network, reader = recall.Vectors(vectors.packaged(), memory), recall.Odds(crossencoder.packaged(), memory)
    for _ in range(2):
        assert np.array_equal(network.encode(SAID), vectors.packaged().encode(SAID))
        assert reader.score(*passages()) == crossencoder.packaged().score(*passages())
    assert memory.told == 2


def test_no_words_are_not_remembered():
    memory = Notes()
    assert not recall.Vectors(vectors.packaged(), memory).encode(()).any()
    assert not memory


@pytest.mark.parametrize(
    "value", [b"", b"\0" * 4 * vectors.WIDTH, np.full(vectors.WIDTH, np.nan, "<f4").tobytes(), b"\1" * 8]
)
def test_what_is_no_unit_vector_is_asked_again(value):
    memory = Notes()
    network = recall.Vectors(vectors.packaged(), memory)
    network.encode(SAID)
    memory.update(dict.fromkeys(memory, value))
    assert np.array_equal(network.encode(SAID), vectors.packaged().encode(SAID))


@pytest.mark.parametrize("value", [b"", b"\0" * 4, np.float64("nan").tobytes()])
def test_what_is_no_number_is_asked_again(value):
    memory = Notes()
    reader = recall.Odds(crossencoder.packaged(), memory)
    reader.score(*passages())
    memory.update(dict.fromkeys(memory, value))
    assert reader.score(*passages()) == crossencoder.packaged().score(*passages())


class Other:
    """Another network, or the same on another processor: what it says differs."""

    def __init__(self, network, *, files=None, turned=False):
        self._network, self._turned = network, turned
        self.files = network.files if files is None else files
        self.pieces = network.pieces

    def encode(self, words):
        """Backwards where it is turned."""
        found = self._network.encode(words)
        return found[::-1].copy() if self._turned else found


@pytest.mark.parametrize("named", [{"files": ("others",)}, {"turned": True}])
def test_what_another_network_answered_is_no_answer(named):
    memory = Notes()
    recall.Vectors(vectors.packaged(), memory).encode(SAID)
    other = Other(vectors.packaged(), **named)
    assert np.array_equal(recall.Vectors(other, memory).encode(SAID), other.encode(SAID))
    assert memory.told == 2


def test_who_speaks_and_what_is_marked_are_part_of_the_question():
    memory = Notes()
    reader, read = recall.Odds(crossencoder.packaged(), memory), crossencoder.packaged().read
    one, two = passages()
    for asked in ((one, two), (two, one), (read("Odd", "The harbour stays shut.", ()), two)):
        reader.score(*asked)
    reader.score(read("Venn", "The harbour stays shut.", [(0, 11)]), two)
    assert memory.told == 4
