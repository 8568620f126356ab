"""Two texts side by side: every word is accounted for once, and what moved is shown as moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord import languages
from onrecord.utterances.comparing import LONGEST, align_words

ENGLISH = languages.of("en")


def runs(a, b):
    left, right = a.split(), b.split()
    found = align_words([ENGLISH.fold(w) for w in left], [ENGLISH.fold(w) for w in right], ENGLISH)
    return [(r.kind, " ".join(left[slice(*r.a)]), " ".join(right[slice(*r.b)])) for r in found]


def test_inflections_are_the_same_and_other_words_changed():
    assert runs("leaders reaffirmed close ties", "leaders reaffirming firm ties") == [
        ("same", "leaders reaffirmed", "leaders reaffirming"),
        ("changed", "close", "firm"),
        ("same", "ties", "ties"),
    ]


def test_words_on_one_side_only_stand_alone():
    assert runs("reopen the harbour", "reopen the harbour in spring") == [
        ("same", "reopen the harbour", "reopen the harbour"),
        ("only_here", "", "in spring"),
    ]


def test_a_phrase_that_stands_elsewhere_is_moved_not_lost_and_found():
    found = runs(
        "next spring the ministry reopens both harbours", "the ministry reopens both harbours next spring"
    )
    assert ("moved", "next spring", "next spring") in found
    assert not any(kind in ("only_here", "changed") for kind, _, _ in found)


def test_function_words_that_meet_by_chance_are_not_called_the_same():
    found = runs("storm winds tore down the old pier walls", "heavy rain filled up the new dry docks")
    assert not any(kind == "same" for kind, _, _ in found)


WORDS = st.lists(st.sampled_from("a b c the of harbour ferry crane opens not".split()), max_size=25)  # noqa: SIM905


@given(WORDS, WORDS)
def test_every_word_is_in_exactly_one_run(a, b):
    found = align_words(a, b, ENGLISH)
    assert sorted(i for r in found for i in range(*r.a)) == list(range(len(a)))
    assert sorted(i for r in found for i in range(*r.b)) == list(range(len(b)))


@given(WORDS)
def test_a_text_beside_itself_is_the_same(a):
    assert all(r.kind == "same" for r in align_words(a, a, ENGLISH))


@given(WORDS, WORDS)
def test_same_and_moved_words_are_equal(a, b):
    for run in align_words(a, b, ENGLISH):
        if run.kind in ("same", "moved"):
            assert a[slice(*run.a)] == b[slice(*run.b)]


def test_very_long_texts_are_compared_up_to_a_bound():
    words = [f"w{i}" for i in range(LONGEST + 50)]
    found = align_words(words, words, ENGLISH)
    assert found[-1].kind == "changed"
    assert sum(r.a[1] - r.a[0] for r in found) == len(words)


def test_two_phrases_that_changed_places_are_both_moved():
    found = runs(
        "next spring the ministry reopens both harbours with new cranes",
        "with new cranes the ministry reopens both harbours next spring",
    )
    assert {a for kind, a, _ in found if kind == "moved"} == {"next spring", "new cranes"}
