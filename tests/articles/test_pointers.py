"""Lines that send the reader to another piece are no part of the article."""

from __future__ import annotations

import pytest

from onrecord.articles.marked import Marked
from onrecord.articles.pointers import without_pointers
from onrecord.records import Span


def labels(*lines, speaks=False):
    marked = [Marked("body", Span(0, len(line)), line) for line in lines]
    return [m.label for m in without_pointers(marked, [speaks] * len(marked))]


@pytest.mark.parametrize(
    "line",
    [
        "WATCH: Crowd boos mayor at the dam",
        "WATCHED Olm: “We will not go”",
        "( PHOTOS: Dams of the coast)",
        "SEE ALSO: Olm: The dam can’t be stopped",
        "Read more: Ten mills that changed Karst",
        "JUST WATCHED Olm pressed on dam Replay More Videos ... MUST WATCH Olm pressed on dam 01:38",
        "Olm pressed on the dam Play it again Olm pressed on the dam 01:38",
    ],
)
def test_a_line_that_points_elsewhere(line):
    assert labels(line) == ["related"]


@pytest.mark.parametrize(
    "line",
    [
        "Watch: he said no. She said yes.",
        "Watching the dam, Olm said it would hold.",
        "WATCH OUT FOR THE DAM",
        "WATCH “THE DAM IS SHUT”",
        "WATCH Olm cross the dam.",
        "Read the letter: he said it was over. It was.",
        "The dam opens at 11:30",
    ],
)
def test_a_line_of_the_article(line):
    assert labels(line) == ["body"]


def test_headlines_below_a_line_that_lists_others_are_theirs():
    others = ["Two held over theft of a chest", "Ferry runs aground in fog"]
    assert labels("Read more from the Ostrey Herald:", *others, "The dam is shut.") == [
        *["related"] * 3,
        "body",
    ]
    assert labels("The dam is shut:", *others, "The dam is shut.") == ["body"] * 4
    assert (
        labels("Read more from the Ostrey Herald:", others[0], "The dam is shut.")[1] == "body"
    )  # a heading


def test_who_is_called_more_speaks_in_a_conversation():
    assert labels("MORE: I think so", speaks=True) == ["body"]
