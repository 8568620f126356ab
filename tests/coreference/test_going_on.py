"""“…,” he said: who spoke in the sentence before goes on, whoever else was named in it."""

from __future__ import annotations

import pytest

from .test_resolve import names_of

_OFTEN = "Jonas Brill won. Brill smiled. Brill bowed. Brill left, and nobody but Brill came back.\n\n"


@pytest.mark.parametrize(
    ("text", "pairs", "wanted"),
    [
        (
            _OFTEN + "After Brill was cheered, Peter Olm said it rained.\n\n“It was wet,” he said.",
            [("Olm", "it rained"), ("he", "“It was wet,”")],
            "Peter Olm",
        ),
        (
            _OFTEN + "Brill was fined by the port after a clerk said it rained.\n\nHe vowed to pay.",
            [("a clerk", "it rained"), ("He", "to pay")],
            "Jonas Brill",
        ),
        (
            _OFTEN + "Peter Olm said it rained. And no doubt Brill was proud of his boat, he added.",
            [("Olm", "it rained"), ("he", "And no doubt Brill was proud of his boat")],
            "Peter Olm",
        ),
    ],
)  # fmt: skip
def test_who_goes_on(text, pairs, wanted):
    assert names_of(text, pairs)[-1] == wanted
