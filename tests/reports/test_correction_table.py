"""Corrections as a table: whatever they hold comes back as it was, and edits become further corrections."""

from __future__ import annotations

import contextlib
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.corrections import listed
from onrecord.records import Correction, Place, Span, StatementSpans
from onrecord.reports.correction_table import as_csv, changes

WORDS = st.text(
    st.characters(exclude_characters="|\r\n\0", exclude_categories=("Cs", "Cc", "Zs")), min_size=1
)
PLACES = st.builds(lambda n: Place("art-1", n, n + 4, "st-1"), st.integers(0, 90))
SPANS = st.lists(st.builds(lambda n: Span(n, n + 3), st.integers(0, 90)), max_size=2).map(tuple)
CORRECTIONS = st.one_of(
    st.builds(
        Correction,
        st.just("split"),
        names=st.tuples(WORDS),
        places=st.lists(PLACES, max_size=3).map(tuple),
        note=WORDS,
        by=WORDS,
    ),
    st.builds(
        Correction,
        st.just("mark"),
        about=st.sampled_from(["outlet", "date"]),
        articles=st.just(("art-1", "art-2")),
        verdict=st.sampled_from(["right", "wrong"]),
        value=WORDS,
    ),
    st.builds(
        Correction,
        st.just("mark"),
        about=st.just("statement"),
        verdict=st.just("wrong"),
        places=st.tuples(PLACES),
        spans=st.builds(StatementSpans, SPANS, SPANS, SPANS),
    ),
    st.just(Correction("undo", undoes=1)),
)


def kept(corrections):
    return listed((n, "2031-03-04T10:00:00+00:00", c) for n, c in enumerate(corrections))


def edited(text, **cells):
    rows = list(csv.DictReader(io.StringIO(text)))
    rows[0] |= cells
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


@given(st.lists(CORRECTIONS, max_size=5))
def test_a_table_that_nobody_edited_asks_for_nothing(corrections):
    assert changes(as_csv(kept(corrections)), kept(corrections)) == []


@given(CORRECTIONS)
def test_a_row_without_a_number_is_that_very_correction(correction):
    assert changes(edited(as_csv(kept([correction])), number=""), ()) == [correction]


def test_an_edited_row_takes_the_old_one_back_and_says_the_new_one():
    old = Correction("split", ("Ada Quill",), (Place("art-1", 3, 9),))
    asked = changes(edited(as_csv(kept([old])), names="Mira Tal"), kept([old]))
    assert asked == [Correction("undo", undoes=1), Correction("split", ("Mira Tal",), old.places)]


def test_a_row_that_no_longer_holds_is_taken_back_once():
    old = Correction("merge", ("A", "B"))
    assert changes(edited(as_csv(kept([old])), holds="no"), kept([old])) == [Correction("undo", undoes=1)]
    both = kept([old, Correction("undo", undoes=1)])
    assert changes(as_csv(both), both) == []


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"action": "drop"}, "action is 'drop'"),
        ({"about": "weather"}, "about is 'weather'"),
        ({"places": "art-1:9"}, "not a place"),
        ({"places": "art-1:9-3"}, "not a place"),
        ({"number": "7"}, "no correction 7"),
        ({"undoes": "x"}, "line 2"),
    ],
)
def test_a_row_that_is_no_correction_is_named(cells, told):
    with pytest.raises(ValueError, match=told):
        changes(
            edited(as_csv(kept([Correction("merge", ("A", "B"))])), **cells),
            kept([Correction("merge", ("A", "B"))]),
        )


@given(st.text())
def test_any_text_is_refused_and_below_a_table_refused_or_read(text):
    with pytest.raises(ValueError, match="table"):
        changes(text, ())
    merge = Correction("merge", ("A", "B"))
    with contextlib.suppress(ValueError):
        found = changes(edited(as_csv(kept([merge])), number="") + text, ())
        assert found[0] == merge
        assert all(isinstance(c, Correction) for c in found)


@pytest.mark.parametrize(
    "told",
    [
        Correction("merge", names=("Radio|Orr", "Orr")),
        Correction("merge", names=("Orr", "Radio Orr"), note=" as she says herself "),
    ],
)
def test_what_a_table_cannot_tell_is_no_change(told):
    (one,) = kept([told])
    assert changes(as_csv([one]), [one]) == []
    assert changes(edited(as_csv([one]), note="another"), [one])[0] == Correction("undo", undoes=1)
