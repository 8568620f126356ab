"""Every name by which ``tests/conftest.py`` marks tests as slow or long is the beginning of a test's name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def named(conftest):
    """The names in ``SLOW`` and ``LONG``."""
    assigned = {
        target.id: node.value
        for node in ast.parse(conftest).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return [*ast.literal_eval(assigned["SLOW"]), *ast.literal_eval(assigned["LONG"])]


def is_there(name):
    """Whether a file, a folder (its name ends in a stroke) or the beginning of a test's name is in the tests."""
    path, _, test = name.partition("::")
    found = ROOT / path
    if not test:
        return found.is_dir() if path.endswith("/") else found.is_file()
    return found.is_file() and f"\ndef {test}" in found.read_text("utf-8")


def test_every_name_marks_a_test():
    names = named((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    assert len(names) > 50
    assert [name for name in names if not is_there(name)] == []


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("tests/tools/test_marks.py::test_every_name_marks", True),
        ("tests/tools/test_marks.py::test_no_name_marks", False),
        ("tests/tools/", True),
        ("tests/tools", False),
    ],
)
def test_a_name_that_marks_nothing_is_noticed(name, there):
    assert is_there(name) is there
