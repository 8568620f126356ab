"""Tables, shapes and JSON Schema follow from the record types, and what a field says of its column is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Dating, Place, Span, schema
from onrecord.records.schema import column
from onrecord.reports.tables import TABLES


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in a record."""

    colour: Literal["red", "blue"]
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A record with all that a field can say of its column."""

    id: str
    weight: float = field(metadata=column(after="parts", digits=2))
    made: Dating = field(metadata=column(parts={"made_on": "edtf", "made_why": "basis"}))
    at: Place = field(metadata=column(name="place", only=("article_id",)))
    span: Span | None = None
    runs: tuple[tuple[int, int], ...] = ()
    parts: tuple[Part, ...] = ()
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata=column(by_key=True))
    secret: str = field(default="", metadata=column(left_out=True))


THING = Thing(
    "t-1",
    0.125,
    Dating("2031", basis="it says so"),
    Place("a-1", 3, 9, "here"),
    runs=((1, 2),),
    parts=(Part("red", 0.5), Part("blue")),
    reasons={"b": ("y",), "a": ()},
)


def test_a_row_holds_what_json_holds_in_the_order_that_the_fields_ask_for():
    row = schema.row(THING)
    assert json.dumps(row) == json.dumps(
        {
            "id": "t-1",
            "made_on": "2031",
            "made_why": "it says so",
            "place": {"article_id": "a-1"},
            "span": None,
            "runs": [[1, 2]],
            "parts": [{"colour": "red", "share": 0.5}, {"colour": "blue", "share": None}],
            "weight": 0.12,
            "reasons": {"a": [], "b": ["y"]},
        }
    )
    assert list(schema.row(THING, ("parts", "reasons"))) == [*list(row)[:6], "weight"]


def test_shapes_are_those_of_the_row():
    assert schema.shapes(Thing) == {
        "id": "str",
        "made_on": "str",
        "made_why": "str",
        "place": {"article_id": "str"},
        "span": {"start": "int", "end": "int"},
        "runs": [["int"]],
        "parts": [{"colour": "str", "share": "float"}],
        "weight": "float",
        "reasons": {"*": ["str"]},
    }


def test_json_schema_says_what_may_be_null_and_which_words_a_field_may_hold():
    found = schema.json_schema(Thing)
    assert found["required"] == list(schema.row(THING))
    told = found["properties"]
    assert told["made_on"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert told["made_why"] == {"type": "string"}
    assert told["place"]["required"] == ["article_id"]
    colour = told["parts"]["items"]["properties"]["colour"]
    assert colour == {"enum": ["red", "blue"]}
    assert told["runs"] == {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}
    assert told["reasons"]["additionalProperties"] == {"type": "array", "items": {"type": "string"}}


def fits(value, told):
    """Whether a value keeps to the part of JSON Schema that is written here."""
    if "anyOf" in told:
        return any(fits(value, one) for one in told["anyOf"])
    if "enum" in told:
        return value in told["enum"]
    kinds = {"string": str, "integer": int, "number": float, "boolean": bool, "array": list, "object": dict}
    if told["type"] == "null" or type(value) is not kinds[told["type"]]:
        return value is None and told["type"] == "null"
    if isinstance(value, list):
        return all(fits(v, told["items"]) for v in value)
    if "properties" in told:
        inner = told["properties"]
        return list(value) == told["required"] and all(fits(v, inner[k]) for k, v in value.items())
    return not isinstance(value, dict) or all(fits(v, told["additionalProperties"]) for v in value.values())


# Few examples: each has every column, and most of them several of what a list holds.
@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=30)
@given(data=st.data())
def test_every_row_of_every_table_keeps_to_its_json_schema(name, data):
    table = TABLES[name]
    beside = data.draw(st.none() if table.besides is None else st.from_type(table.besides))
    row = table.row(data.draw(st.from_type(table.record)), beside)
    assert fits(row, table.json_schema)
    assert list(row) == list(table.shapes)
