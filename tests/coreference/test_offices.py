"""Whom an office means: not whoever holds the one below it, nor who quotes its holder."""

from __future__ import annotations

import pytest

from .test_resolve import names_of


@pytest.mark.parametrize(
    ("introduced", "said", "wanted"),
    [
        ("Deputy Mayor Jonas Abelt", "The mayor", None),
        ("Vice Chancellor Jonas Abelt", "The chancellor", None),
        ("Acting Mayor Jonas Abelt", "The mayor", "Jonas Abelt"),
        ("Mayor Jonas Abelt", "The mayor", "Jonas Abelt"),
        ("Deputy Mayor Jonas Abelt", "The deputy mayor", "Jonas Abelt"),
        ("Foreign Ministry spokesman Jonas Abelt", "The diplomat", "Jonas Abelt"),
        ("State Department spokesman Jonas Abelt", "The diplomat", "Jonas Abelt"),
        ("Police spokesman Jonas Abelt", "The diplomat", None),
    ],
)
def test_an_office_is_its_own_holder_s(introduced, said, wanted):
    text = f"{introduced} came to Tarn with Ilka Venn, the harbour's owner.\n\n{said} spoke: “It rains.”"
    assert names_of(text, [(said, "“It rains.”")]) == [wanted]


@pytest.mark.parametrize(
    ("text", "inside", "wanted"),
    [
        ("Jonas Abelt: “Dear Lord. As the governor said, it rains.”", "it rains", None),
        ("Jonas Abelt: “Dear Lord.” As the governor said, “it rains.”", "“it rains.”", "Jonas Abelt"),
    ],
)
def test_who_quotes_an_office_does_not_hold_it(text, inside, wanted):
    outer = text[text.index("“") : text.index("”") + 1]
    assert names_of(text, [("Jonas Abelt", outer), ("the governor", inside)]) == ["Jonas Abelt", wanted]
