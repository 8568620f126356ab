"""The house's shape: a function fits a screen and takes few ways through it, a module is read at one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES, MOST_LINES_OF_FUNCTION, MOST_WAYS = 400, 50, 15
_FORKS = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert, ast.match_case)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def ways(function):
    """Cyclomatic complexity as radon counts it: forks, further parts of "and" and "or", comprehensions."""
    found = 1
    for node in own_nodes(function):
        if isinstance(node, _FORKS):
            found += 1
        elif isinstance(node, ast.BoolOp):
            found += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            found += 1 + len(node.ifs)
    return found


def own_nodes(function):
    """The nodes of a function but for those of functions within, which are counted by themselves."""
    waiting = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if not isinstance(node, _FUNCTIONS):
            yield node
            waiting.extend(ast.iter_child_nodes(node))


def functions(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, _FUNCTIONS):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("def f(): return 1", 1),
        ("def f(a): return a or 1", 2),
        ("def f(a, b, c): return a and b and c", 3),
        ("def f(a): return [b for b in a]", 2),
        ("def f(a): return [b for b in a if b]", 3),
        ("def f(a):\n if a: return 1\n return 2 if not a else 3", 3),
        ("def f(a):\n try: return a()\n except ValueError: return 1", 2),
    ],
)
def test_ways_are_counted(code, counted):
    assert ways(ast.parse(code).body[0]) == counted


def test_no_function_takes_too_many_ways_or_lines():
    long = [
        (name, ways(node), node.end_lineno - node.lineno + 1)
        for path in MODULES
        for name, node in functions(path)
        if ways(node) > MOST_WAYS or node.end_lineno - node.lineno >= MOST_LINES_OF_FUNCTION
    ]
    assert not long


def test_no_module_is_too_long():
    sizes = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {name: lines for name, lines in sizes.items() if lines > MOST_LINES}
