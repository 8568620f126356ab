"""Values that databases and translators box are read as the values in the boxes."""

from __future__ import annotations

import io
import json

import pytest

from onrecord.sources import read
from onrecord.sources.unboxed import unboxed

BODY = "The ferry will not sail in May, the board said on Monday. Two cracks were found in her side."


def fields(value):
    found = list(read(["-"], stdin=io.BytesIO(json.dumps(value).encode())))
    assert [document.text for document in found] == [BODY]
    return {key: found[0].fields.get(key) for key in ("title", "outlet", "byline", "date")}


FERRY = {"title": "Ferry laid up", "outlet": "Olm Herald", "byline": "Ida Orr", "date": "2031-03-04"}


@pytest.mark.parametrize(
    "row",
    [
        {
            "title": {"S": "Ferry laid up"}, "outlet": {"S": "Olm Herald"}, "author": {"L": [{"S": "Ida Orr"}]},
            "date": {"S": "2031-03-04"}, "words": {"N": "20"}, "body": {"S": BODY},
        },
        {
            "name": "projects/olm/articles/1", "fields": {
                "title": {"stringValue": "Ferry laid up"}, "outlet": {"stringValue": "Olm Herald"},
                "author": {"arrayValue": {"values": [{"stringValue": "Ida Orr"}]}},
                "date": {"timestampValue": "2031-03-04"}, "body": {"stringValue": BODY},
            },
        },
        {
            "title": {"_text": "Ferry laid up"}, "outlet": {"_text": "Olm Herald"}, "author": {"$t": "Ida Orr"},
            "date": {"_text": "2031-03-04"}, "body": {"_cdata": BODY},
        },
    ],
)  # fmt: skip
def test_a_typed_value_is_the_value(row):
    assert fields({"items": [row]}) == FERRY


def test_parsed_microformats_have_their_properties_in_lists():
    card = {"type": ["h-card"], "properties": {"name": ["Ida Orr"], "url": ["https://olm.example/ida"]}}
    entry = {"name": ["Ferry laid up"], "published": ["2031-03-04"], "author": [card]}
    entry["content"] = [{"html": f"<p>{BODY}</p>", "value": BODY}]
    found = fields({"items": [{"type": ["h-entry"], "properties": entry}]})
    assert found == FERRY | {"outlet": None}


def test_what_only_looks_like_a_box_stays():
    plain = {"S": ["south"], "type": "Feature", "properties": {"name": ["Olm"]}, "L": "left"}
    assert unboxed(plain) == plain
    assert unboxed({"N": 3}) == {"N": 3}
