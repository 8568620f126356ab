"""The outlet is what the input names; a mail address or a person's byline is none."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

BODY = "TARNBY, Sept 13 (Harbourwire) - The mayor dropped the plan for a second tram line.\n\nNobody was surprised."


def cleaned(**fields):
    raw = RawDocument("in.txt", 0, "0" * 64, "text/plain", BODY, Span(0, len(BODY)), fields)
    return clean(raw)


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"outlet": "Tarnby Courier", "byline": "Evening News"}, "Tarnby Courier"),
        ({"outlet": "Tarnby Courier; Tarnby"}, "Tarnby Courier"),
        ({"byline": "Evening News"}, "Evening News"),
        ({"byline": "desk@wire.example"}, "Harbourwire"),
        ({"byline": "Petra Lind"}, "Harbourwire"),
        ({"byline": "Petra Lind", "url": "https://www.tarnbycourier.example/tram"}, "tarnbycourier.example"),
    ],
)
def test_outlet(fields, outlet):
    assert cleaned(**fields).outlet == outlet
