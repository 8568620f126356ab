"""A release is its issuer's, where its head says that it is one; a paper's name is a paper's."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

TITLE = "Dam at Lowmere to close for repairs"
BODY = (
    "The dam at Lowmere will be closed for repairs from Monday, the minister decided after a visit on Friday.\n\n"
    "The gates are old and will be made anew, which will cost four million crowns and take until May."
)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            "REPUBLIC OF OSK\nMINISTRY OF WATER AND HARBOURS\n\nPRESS RELEASE",
            "MINISTRY OF WATER AND HARBOURS",
        ),
        ("REPUBLIC OF OSK\n\nPRESS RELEASE", None),
        ("FOR IMMEDIATE RELEASE\nOffice of the Mayor of Velm", "Office of the Mayor of Velm"),
        ("News release\nClaro Springs Ltd", "Claro Springs Ltd"),
        ("News release\nClaro Springs", None),
        ("Press Office\nVelm Police Department", "Velm Police Department"),
    ],
)
def test_whose_a_release_is(head, outlet):
    text = f"{head}\n3 May 2031\n\n{TITLE}\n\n{BODY}"
    article = clean(RawDocument("in.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text))))
    assert (article.title, article.outlet) == (TITLE, outlet)
