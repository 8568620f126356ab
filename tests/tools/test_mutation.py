"""A mutant is one change of the text: everything else stays as it was, and the result is still Python."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "onrecord"


def changes(source):
    """What stands in place of what, for each mutant of one kind."""
    from mutation import mutants

    return {(m.kind, m.old, m.new) for m in mutants("x.py", source.encode())}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", {("comparison", "<", "<=")}),
        ("a <= b != c", {("comparison", "<=", "<"), ("comparison", "!=", "==")}),
        ("a is not b", {("comparison", "is not", "is")}),
        ("a not in b", {("comparison", "not in", "in")}),
        ("a and b", {("boolean", "and", "or")}),
        ("x = a if b else c", {("condition", "b", "not (b)")}),
        ("[x for x in y if z]", {("condition", "z", "not (z)")}),
        ("not a", {("condition", "not a", "(a)")}),
        ("7", {("constant", "7", "8")}),
        ("0.5", {("constant", "0.5", "(-0.5)"), ("constant", "0.5", "0.25")}),
        ("True", {("constant", "True", "False")}),
        ("a - b", {("arithmetic", "-", "+")}),
        ("min(a)", {("call", "min", "max")}),
        ("a.startswith(b)", {("call", "startswith", "endswith")}),
        ("def f():\n    return g", {("return", "g", "None")}),
    ],
)
def test_every_kind_of_change(source, expected):
    assert changes(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "'words < 3'",
        "f'{a < 3}'",
        "x: Literal[3]",
        "@cache(maxsize=3)\ndef f() -> Literal[3]: ...",
        "zip(a, b, strict=True)",
        "BATCH = 16  # pragma: no mutate",
        "if TYPE_CHECKING:\n    x = 3",
    ],
)
def test_what_decides_nothing_at_run_time_is_left_alone(source):
    assert changes(source) == set()


def test_offsets_count_bytes_so_that_typographic_marks_before_a_change_move_nothing():
    from mutation import mutants

    source = "x = '“é”'; y = a < b\n".encode()
    (mutant,) = mutants("x.py", source)
    assert mutant.applied(source).decode() == "x = '“é”'; y = a <= b\n"


def test_a_change_that_does_not_fit_the_text_is_refused():
    from mutation import Mutant

    with pytest.raises(ValueError, match="does not stand"):
        Mutant("x.py", 0, 1, "comparison", "<", "<=").applied(b"a < b")


def test_every_mutant_of_a_module_of_the_package_is_python():
    from mutation import mutants

    source = (PACKAGE / "relations" / "__init__.py").read_bytes() + (PACKAGE / "pipeline.py").read_bytes()
    source = source.replace(b"from __future__ import annotations", b"")
    found = mutants("x.py", source)
    assert len(found) > 20
    for mutant in found:
        ast.parse(mutant.applied(source))
