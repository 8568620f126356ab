"""Labels say how a rendering relates to the fullest direct one."""

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
    assert label(rendering(text, kind=kind), best) == wanted


def test_the_fullest_is_the_direct_one_with_most_words_and_labels_itself_verbatim(rendering):
    parts = [
        rendering(
            "the ministry ruled out an early reopening of the harbour in a long and winding note",
            kind="indirect",
        ),
        rendering(FULL, name="courier"),
    ]
    assert fullest(parts) == 1
    assert label(parts[1], parts[1]) == "verbatim"


def test_without_any_direct_rendering_all_are_paraphrases(rendering):
    one = rendering("the harbour stays shut", kind="indirect")
    two = rendering("the port remains closed", kind="indirect", name="courier")
    assert [label(one, two), label(two, two)] == ["paraphrase", "paraphrase"]
