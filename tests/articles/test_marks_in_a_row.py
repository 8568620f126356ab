"""A line of nothing but marks is looked at once: from each of them anew, ten thousand took half a minute."""

from __future__ import annotations

import pytest

from onrecord.articles.imprints import paper_of


@pytest.mark.parametrize("mark", ["-", "&#", " \t", "“”"])
def test_marks_in_a_row_name_no_paper_and_cost_their_length(mark):
    assert paper_of(mark * 20_000) is None
    assert paper_of(f"{mark * 20_000} Source: the Harbour Post") is not None


def test_what_leads_to_a_paper_is_found_behind_any_marks():
    assert paper_of("-- Source: The Harbour Post | 4 March 2031") == "Harbour Post"
