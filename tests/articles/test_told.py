"""What lines around a body say of the article's day: its paper's line, not a picture's caption or another report."""

from __future__ import annotations

import pytest

from onrecord.articles.told import Marked, told_by
from onrecord.records import Span


def _stamp(*lines):
    at, marked = 0, []
    for label, content in lines:
        marked.append(Marked(label, Span(at, at + len(content)), content))
        at += len(content) + 1
    return told_by(marked).stamp


BODY = ("body", "The ferry will not sail before the harbour is dredged, the council of Oskhaven said.")


@pytest.mark.parametrize("label", ["byline", "outlet"])
@pytest.mark.parametrize(
    "caption",
    [
        "The ferry at Oskhaven, March 3, 2031 (Ilka Venn/Coastal Wire)",
        "The ferry at Oskhaven, March 3, 2031. (Coastal Wire photo: Ilka Venn)",
    ],
)
def test_the_day_of_a_picture_is_not_the_papers(label, caption):
    assert _stamp((label, caption), BODY) is None
    assert _stamp((label, caption.split(" (")[0].rstrip(".")), BODY) is not None


def test_a_paper_in_brackets_is_no_pictures_credit():
    assert _stamp(("outlet", "Oskhaven Courier, March 3, 2031 (Morning Edition)"), BODY) is not None


def test_a_day_below_the_body_is_the_papers_where_no_other_reports_address_holds_it():
    assert _stamp(BODY, ("page", "Oskhaven Courier, March 3, 2031")) == "March 3, 2031"
    assert _stamp(BODY, ("page", "https://courier.example/2030/10/19/tolls")) is None
