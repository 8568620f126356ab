"""A quotation is hidden whole but for the stop that ends it, which may end the sentence as well."""

from __future__ import annotations

import pytest

import builders
from onrecord.statements.masking import masked
from onrecord.statements.tokens import MASK


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("“It holds.” She left.", f"{MASK * 9}.” She left."),
        ("“It holds,” she said.", f"{MASK * 11} she said."),
        ("“It. Holds” she said.", f"{MASK * 11} she said."),
    ],
)
def test_only_a_stop_before_the_last_mark_is_kept(text, hidden):
    assert masked(text, builders.view(text).quotations) == hidden
