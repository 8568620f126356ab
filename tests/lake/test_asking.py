"""Conditions: what they may say, what they become, and that nothing of them is ever SQL."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lake.asking import parse


@pytest.mark.parametrize(
    ("written", "parameters"),
    [
        ("outlet = Sarpress", ("Sarpress",)),
        ("outlet = Harbour Post and language = en", ("Harbour Post", "en")),
        ('speaker = "Ilka ""the voice"" Venn"', ('Ilka "the voice" Venn',) * 2),
        ("(outlet = A or outlet != B) AND title ~ quay", ("A", "B", "quay")),
        ("date >= 2031-03 and said <= 2031-03-04", ("2031-03", "2031-03-04")),
        ("date = 2031-03", ("2031-03", "2031-03")),
    ],
)
def test_values_become_parameters(written, parameters):
    found = parse(written)
    assert found.parameters == parameters
    assert found.sql.count("?") == len(parameters)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "it ends where a field"),
        ("mood = glad", "is not a field"),
        ("speaker", "it ends where ="),
        ("speaker Venn", "comes ="),
        ("speaker =", "it ends where a value"),
        ("speaker > Venn", "is a text"),
        ("date = Tuesday", "date: 'Tuesday' is not a day"),
        ("date = 2031-99", "not a day of the calendar"),
        ("date ~ 2031", "is a day"),
        ("(outlet = A", "it ends where “"),
        ("outlet = A outlet = B", "before"),
        ("outlet = 'A", "not understood"),
        ("(" * 50 + "outlet = A", "too many brackets"),
        ("outlet = A or " * 500, "at most"),
    ],
)
def test_what_is_wrong_is_said(written, told):
    with pytest.raises(ValueError, match=told):
        parse(written)


@given(st.text(max_size=60))
def test_no_value_gets_into_the_question(value):
    quoted = '"' + value.replace('"', '""') + '"'
    found = parse(f"outlet = {quoted}")
    assert found.sql == parse("outlet = A").sql
    assert found.parameters == (value,)


@given(st.text(max_size=60))
def test_anything_else_is_refused_in_words(written):
    with contextlib.suppress(ValueError):
        parse(written)


@pytest.mark.parametrize(
    ("field", "equal", "unequal"), [("date", {"A"}, {"B"}), ("outlet", {"A"}, {"B", "C", None})]
)
def test_what_is_equal_and_what_is_not(field, equal, unequal):
    """Of days what certainly is neither; of texts all else."""
    duck = pytest.importorskip("duckdb").connect()
    duck.execute("CREATE TABLE a (outlet VARCHAR, published_earliest VARCHAR, published_latest VARCHAR)")
    days = (("2031-03-04", "2031-03-05"), ("2031-04-01", "2031-04-01"), ("2031-03-30", "2031-04-02"))
    rows = [(name, *day) for name, day in zip("ABC", days, strict=True)]
    duck.executemany("INSERT INTO a VALUES (?, ?, ?)", [*rows, (None, None, None)])
    value = {"date": "2031-03", "outlet": "A"}[field]

    def found(operator):
        condition = parse(f"{field} {operator} {value}")
        asked = "SELECT outlet FROM a WHERE " + condition.sql  # noqa: S608 - what is tested
        return {outlet for (outlet,) in duck.execute(asked, condition.parameters).fetchall()}

    assert found("=") == equal
    assert found("!=") == unequal
