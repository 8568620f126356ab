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
