"""A point that names somebody and says nothing is compared with nothing in another article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Span
from onrecord.utterances.candidates import candidates
from onrecord.utterances.context import context
from onrecord.utterances.naming import only_names


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ("the former director", "the former director lied"),
        ("the two deputies", "two deputies in seven"),
        ("two deputies who said the ferry sank", "two deputies who swam from the ferry"),
        ("him", "no"),
        ("which", "war"),
        ("that", "that all of it burned"),
        ("the party’s leaders", "the leaders are cowards"),
    ],
)
def test_whom_a_report_names_is_told_from_what_somebody_says(points_of, names, says):
    (naming,), (saying,) = points_of(names, kind="indirect"), points_of(says, kind="indirect")
    assert only_names(naming)
    assert not only_names(saying)


def test_who_somebody_names_in_their_own_words_is_an_answer(points_of):
    (quoted,), (told,) = points_of("“the director”"), points_of("the director", kind="indirect")
    assert only_names(told)
    assert not only_names(quoted)


@pytest.mark.parametrize(
    ("text", "name"), [("Ann Brill", ("Ann", "Brill")), ("a deputy of Brill", ("Brill",))]
)
def test_names_add_nothing_to_whom_a_report_names(points_of, text, name):
    (point,) = points_of(text, kind="indirect")
    keys = {point.view.language.fold(word) for word in name}
    assert not only_names(point)
    assert only_names(replace(point, names=frozenset(keys)))


@pytest.mark.parametrize(
    ("other", "pairs"), [("the former director", []), ("the former director lied", [(0, 1)])]
)
def test_two_articles_share_no_saying_by_naming_one_person(points_of, other, pairs):
    one = points_of("the former director lied", name="a", kind="indirect")
    two = points_of(other, name="b", kind="indirect")
    assert candidates(context([*one, *two], {})) == pairs


@pytest.mark.parametrize(("second", "told"), [("has banned", True), ("praised", False)])
def test_one_act_towards_who_is_named_is_told_twice(points_of, second, told):
    found = []
    for name, cue in (("a", "banned"), ("b", second)):
        text = f"Orm {cue} Pomal."
        (point,) = points_of(text, "Pomal", name=name, kind="indirect")
        start = text.index(cue)
        act = replace(point.statement, cue=(Span(start, start + len(cue)),))
        found.append(replace(point, statement=act, names=frozenset(point.keys)))
    assert candidates(context(found, {})) == [(0, 1)] * told
