"""A rendering that stops before a qualifier is marked; one that only begins later, or rephrases it, is not."""

from __future__ import annotations

import pytest

from onrecord.utterances.qualifiers import dropped, flipped


@pytest.mark.parametrize(
    ("short", "full", "word"),
    [
        ("“We want the ferry to run,”", "“We want the ferry to run, but the pier will not carry it,”", "but"),
        ("“The harbour opens in May.”", "“The harbour opens in May if the cranes pass.”", "if"),
        ("“The harbour opens in May.”", "“Unless it storms, the harbour opens in May.”", "Unless"),
        ("“All ships may enter the harbour.”", "“All ships may enter the harbour except tankers.”", "except"),
        ("“The cranes are ready.”", "“The cranes are nearly ready.”", "nearly"),
        (
            "“There is room for every ship.”",
            "“When you keep the old pier mended, there is room for every ship.”",
            "When",
        ),
        ("“Ferries sail.”", "“Unless it storms hard all through the long night, ferries sail.”", "Unless"),
    ],
)
def test_what_is_left_out_is_found_at_its_place(rendering, short, full, word):
    place = dropped(rendering(short), rendering(full, name="courier"))
    assert place is not None
    assert place.article_id == "courier"
    assert word in full[place.start : place.end]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("“The harbour opens in May.”", "“But the harbour opens in May.”"),  # a connective, not a limit
        ("“the ferry will run”", "“I know the pier is old, but the ferry will run,”"),  # stops before nothing
        (
            "without new cranes the harbour stays shut",
            "“If there are no new cranes, the harbour stays shut.”",
        ),
        ("“The harbour opens.”", "“They acted as if nothing had happened on the northern pier.”"),
        (  # they share a name and little else
            "“Crews, sheds, cranes, dredgers and the harbour master all cost us dearly this year.”",
            "“The ferries stay in port if the harbour master says so.”",
        ),
        ("“It is a disgrace for the port”", "“It is not only a disgrace for the port but also a danger”"),
    ],
)
def test_what_limits_nothing_or_is_said_otherwise_is_not_missed(rendering, short, full):
    assert dropped(rendering(short), rendering(full, name="courier")) is None


def test_a_not_on_one_side_of_otherwise_equal_words_is_a_flip(rendering):
    yes, no = (
        rendering("“The ferry is safe for the crews.”"),
        rendering("“The ferry is not safe for the crews.”"),
    )
    assert flipped(yes, no)
    assert flipped(no, yes)
    assert not flipped(no, no)


def test_negation_in_unlike_sentences_is_no_flip(rendering):
    assert not flipped(rendering("“No ship left the harbour.”"), rendering("“The cranes are certified.”"))


def test_a_correction_limits_nothing(rendering):
    whole = rendering("“I spoke not of the pilots but of the pier and its owners.”", name="courier")
    cut = rendering("“I spoke not of the pilots”")
    assert dropped(cut, whole) is None


def test_what_another_sentence_limits_is_not_dropped(rendering):
    whole = rendering(
        "“The old pier is a disgrace to this proud town. Unless it rains, the ferries will sail.”",
        name="courier",
    )
    assert dropped(rendering("“The old pier is a disgrace to this proud town.”"), whole) is None


def test_a_hedge_counts_only_where_the_word_it_limits_is_repeated(rendering):
    whole = rendering("“The council will probably close the old pier in the spring.”", name="courier")
    assert dropped(rendering("the council will close the old pier in the spring", kind="indirect"), whole)
    other = rendering("the council will inspect the old pier in the spring", kind="indirect")
    assert dropped(other, whole) is None


def test_negation_in_a_short_part_of_a_long_sentence_is_no_flip(rendering):
    short = rendering("“The ferry is safe.”")
    long = rendering(
        "“The ferry is not safe, says a paper that was shut for debts in May and has few readers left.”"
    )
    assert not flipped(short, long)
    assert not flipped(long, short)


@pytest.mark.parametrize(
    ("short", "missed"),
    [
        ("“The harbour opens in May.”", True),
        ("“In the harbour nobody opens a shop before noon.”", False),
    ],
)
def test_a_condition_is_missed_only_by_who_says_about_the_same(rendering, short, missed):
    """A third of the words in common is another matter: what it lacks means nothing."""
    whole = rendering("“The harbour opens in May if the cranes pass.”", name="courier")
    assert (dropped(rendering(short), whole) is not None) is missed


@pytest.mark.parametrize(("opening", "missed"), [("If I pay", True), ("If I may", False)])
def test_a_courtesy_is_no_condition(rendering, opening, missed):
    whole = rendering(f"“{opening}, we had no report of any fault in the cranes.”", name="courier")
    cut = rendering("“We had no report of any fault in the cranes.”")
    assert (dropped(cut, whole) is not None) is missed


BEFORE = ("pier", "ferry", "crane", "harbour", "captain", "rope", "anchor", "sail")
BEHIND = ("net", "lamp", "bell", "mast", "oar", "keel", "deck", "hull")
OTHER = ("tar", "coal", "salt", "wool", "hemp")


def quoted(*words):
    return f"“{' '.join(words)}”"


@pytest.mark.parametrize(
    ("short", "missed"),
    [((*BEFORE[:2], *BEFORE[6:]), True), ((*BEFORE[:2], BEFORE[7], OTHER[0]), False)],
)
def test_a_condition_limits_what_is_repeated_where_two_words_near_it_are(rendering, short, missed):
    whole = rendering(quoted(*BEFORE, "if", *BEHIND), name="courier")
    assert (dropped(rendering(quoted(*short)), whole) is not None) is missed


@pytest.mark.parametrize(("kept", "missed"), [(2, True), (3, False)])
def test_who_has_more_than_a_third_of_what_follows_a_but_does_not_stop_before_it(rendering, kept, missed):
    whole = rendering(quoted(*BEFORE[:3], "but", *BEHIND[:6]), name="courier")
    assert (dropped(rendering(quoted(*BEFORE[:3], *BEHIND[:kept])), whole) is not None) is missed


@pytest.mark.parametrize(("kept", "missed"), [(6, True), (5, False)])
def test_in_other_words_a_condition_is_missed_by_who_repeats_three_quarters(rendering, kept, missed):
    whole = rendering(quoted(*BEFORE, "if", *BEHIND), name="courier")
    told = rendering(" ".join((*BEFORE[8 - kept :], *OTHER[: 8 - kept])), kind="indirect")
    assert (dropped(told, whole) is not None) is missed


@pytest.mark.parametrize(("shared", "is_flip"), [(7, True), (6, False)])
def test_a_flip_needs_seven_tenths_of_the_words(rendering, shared, is_flip):
    yes = rendering(quoted(*BEFORE[:shared], *OTHER[: 10 - shared]))
    no = rendering(quoted(*BEFORE[:shared], "not", *BEHIND[: 9 - shared]), name="courier")
    assert flipped(yes, no) is is_flip
