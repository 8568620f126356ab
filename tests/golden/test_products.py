"""What stages make of every combination of a few small lists is what was last reviewed; ``make golden`` writes it anew."""

from __future__ import annotations

import pytest

from golden.products import PRODUCTS


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_combination(name, unlike_reviewed):
    unlike = unlike_reviewed(name, list(PRODUCTS[name]()))
    assert not unlike, f"look at each line, then keep them with `make golden`:\n{unlike}"
