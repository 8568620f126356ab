"""The time left at the pace so far, and what a terminal says of it."""

from __future__ import annotations

import pytest

from onrecord.archive import Archive
from onrecord.cli.progress import left
from onrecord.originals import whole
from onrecord.stopwatch import Pace


def test_the_rest_takes_as_long_as_what_was_done():
    now = [0.0]
    pace = Pace(100, lambda: now[0])
    assert (pace.share, pace.left) == (0.0, None)
    for second in range(1, 11):
        now[0] = float(second)
        pace.go_on(10)
        assert pace.share == pytest.approx(second / 10)
        assert pace.left == pytest.approx(10 - second)


def test_what_cost_nothing_tells_nothing_of_the_rest():
    now = [0.0]
    pace = Pace(100, lambda: now[0])
    pace.go_on(50, free=True)
    assert (pace.share, pace.left) == (0.5, None)
    now[0] = 5.0
    pace.go_on(10)
    assert pace.left == pytest.approx(20)


def test_nothing_is_told_where_the_whole_is_unknown_or_was_wrong():
    for total in (None, 0, 5):
        pace = Pace(total)
        pace.go_on(9)
        assert pace.share is pace.left is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.2, "about 1 s left"),
        (59, "about 59 s left"),
        (61, "about 1 min left"),
        (5400, "about 1 h 30 min left"),
    ],
)
def test_a_time_left_is_told_in_words(seconds, words):
    assert left(seconds) == words


def test_inputs_that_hold_more_than_their_bytes_have_no_whole(tmp_path):
    (tmp_path / "a.txt").write_text("four")
    (tmp_path / "b.txt").write_text("sixsix")
    (tmp_path / "c.zip").write_bytes(b"PK")
    plain = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert whole(plain) == 10
    assert whole([*plain, str(tmp_path / "c.zip")]) is None
    assert whole(["-"]) is None


def test_reading_tells_how_far_it_is_and_at_its_end_that_nothing_is_left(folder, tmp_path):
    with Archive(tmp_path / "onrecord.db") as archive:
        told = []
        archive.read([folder], on_progress=told.append)
        read = [p for p in told if p.stage == "reading"]
        assert (read[-1].share, read[-1].left) == (1.0, 0.0)
        assert {"comparing stories", "following storylines"} <= {p.stage for p in told}
        again = []
        archive.read([folder], on_progress=again.append)
        assert [p.share for p in again if p.stage == "reading"][-1] == 1.0
        loaded = []
        archive.corpus(loaded.append)
        assert [p.share for p in loaded if p.stage == "loading"][-1] == 1.0
