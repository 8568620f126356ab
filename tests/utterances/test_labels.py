"""Labels say how a rendering relates to the fullest one of the same words."""

from __future__ import annotations

import pytest

from onrecord.utterances.labels import fullest, label

FULL = "“We shall not reopen the northern harbour before every crane has been certified by the board.”"


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("“We shall not reopen the northern harbour before every crane has been certified by the board,”", "direct", "verbatim"),
        ("“We shall not reopen the northern harbour”", "direct", "partial"),
        ("the harbour would stay shut until each crane was “certified by the board”", "mixed", "partial"),
        ("“We will not open the north port again until all the cranes are approved.”", "direct", "variant"),
        ("the minister ruled out an early reopening of the harbour", "indirect", "paraphrase"),
    ],
)  # fmt: skip
def test_each_label(rendering, text, kind, wanted):
    best = rendering(FULL)
    best, other = rendering(FULL, name="courier"), rendering(text, kind=kind)
    assert label(other, [best, other]) == wanted


def test_the_fullest_is_the_direct_one_with_most_words_and_labels_itself_verbatim(rendering):
    parts = [
        rendering(
            "the ministry ruled out an early reopening of the harbour in a long and winding note",
            kind="indirect",
        ),
        rendering(FULL, name="courier"),
    ]
    assert fullest(parts) == 1
    assert label(parts[1], parts) == "verbatim"


def test_without_any_direct_rendering_all_are_paraphrases(rendering):
    one = rendering("the harbour stays shut", kind="indirect")
    two = rendering("the port remains closed", kind="indirect", name="courier")
    assert [label(one, [one, two]), label(two, [one, two])] == ["paraphrase", "paraphrase"]


def test_a_rendering_is_laid_beside_the_one_that_shares_its_words_not_beside_the_longest(rendering):
    long = rendering(
        "“The ferries are safe, the pilots are rested and nobody has any reason to stay at home.”"
    )
    full = rendering("“The pier is a disgrace to this proud town,”", name="courier")
    part = rendering("“a disgrace to this proud town,”", name="herald")
    given = [long, full, part]
    assert [label(one, given) for one in given] == ["verbatim", "verbatim", "partial"]


def told(shared, own=0, unquoted=0):
    """A quotation of so many words of the full one, then of its own; words around it."""
    quoted = [f"both{n}" for n in range(shared)] + [f"own{n}" for n in range(own)]
    return " ".join((f"“{' '.join(quoted)}”", *(f"around{n}" for n in range(unquoted))))


@pytest.mark.parametrize(
    ("full", "text", "kind", "wanted"),
    [
        (20, told(16), "direct", "verbatim"),
        (20, told(15), "direct", "partial"),  # not .8 of the sentence
        (20, told(18, 2), "direct", "verbatim"),
        (20, told(17, 3), "direct", "variant"),  # not .9 of its words
        (12, told(10, unquoted=10), "mixed", "verbatim"),
        (12, told(10, unquoted=11), "mixed", "partial"),  # a fragment: less than half of it is quoted
        (12, told(2, 8), "direct", "variant"),
        (12, told(1, 9), "direct", "verbatim"),  # not .2 of its words: other words of the speaker
        (12, told(4, 5, unquoted=9), "mixed", "variant"),
        (12, told(4, 5, unquoted=10), "mixed", "partial"),
    ],
)
def test_how_much_makes_a_label(rendering, full, text, kind, wanted):
    best, other = rendering(told(full), name="courier"), rendering(text, kind=kind)
    assert label(other, [best, other]) == wanted
