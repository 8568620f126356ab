"""Users take out of a chain the statements that they name, by id or by where the source stands."""

from __future__ import annotations

import pytest

from onrecord.identity.parting import is_apart, parts
from onrecord.records import Correction, LocalSpeaker, Mention, Place, Span

SOURCES = (Span(0, 9), Span(50, 52), Span(90, 92))


def chain(**fields):
    mentions = tuple(Mention("art", s.start, s.end, "name") for s in SOURCES)
    plain = {"mentions": mentions, "statement_ids": ("one", "two", "three"), "sources": SOURCES}
    return LocalSpeaker("l", "art", "Ann Brill", "person", **(plain | fields))


def split(*places):
    return Correction("split", ("Ann Brill",), places)


def statements(*corrections, **fields):
    return [part.statement_ids for part in parts(chain(**fields), corrections)]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place("art", 0, 9, "two"), [("one", "three"), ("two",)]),  # the id tells, not the place
        (
            Place("art", 51, 60, "gone"),
            [("one", "three"), ("two",)],
        ),  # an id of another reading: the place does
        (Place("art", 53, 60, "gone"), [("one", "two", "three")]),
        (Place("other", 50, 52, "two"), [("one", "two", "three")]),
        (
            Place("art", 50, 52),
            [("one", "two", "three")],
        ),  # the place of a mention: all of the chain is meant
    ],
)
def test_what_a_split_takes_out(place, found):
    assert statements(split(place)) == found


def test_two_splits_of_two_statements_make_two_parts():
    told = split(Place("art", 0, 9, "one")), split(Place("art", 0, 9, "two"))
    assert statements(*told) == [("three",), ("one",), ("two",)]
    assert statements(told[0], told[0]) == [("two", "three"), ("one",)]


def test_a_split_of_all_statements_leaves_none_behind():
    places = (
        Place("art", s.start, s.end, name) for s, name in zip(SOURCES, ("one", "two", "three"), strict=True)
    )
    assert statements(split(*places)) == [("one", "two", "three")]


def test_an_older_chain_without_places_of_sources_stays_whole():
    told = split(Place("art", 0, 9, "two"))
    assert len(parts(chain(), [told])) == 2
    assert parts(chain(sources=None), [told]) == (chain(sources=None),)


def test_a_part_tells_which_corrections_speak_of_it():
    elsewhere, told = split(Place("other", 0, 9, "two")), split(Place("art", 0, 9, "two"))
    rest, part = parts(chain(), [elsewhere, told])
    assert (rest.spoken_of, part.spoken_of) == ((), (1,))
    assert (is_apart(rest, [told]), is_apart(part, [told])) == (False, True)
