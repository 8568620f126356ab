"""Small changes of Python source, each of which a test ought to notice.

Kinds: ``comparison`` (``<`` for ``<=``, ``==`` for ``!=``, …), ``boolean`` (``and`` for ``or``),
``condition`` (negated, or a ``not`` dropped), ``constant`` (a number moved, halved or with its sign turned;
True for False), ``arithmetic`` (plus for minus), ``call`` (``min`` for ``max``, ``any`` for ``all``) and
``return`` (None instead of the value). Strings, annotations, decorators and f-strings stay as they are, and
so do lines that end in ``# pragma: no mutate`` (for what changes speed alone).

Changes are made in the text, at the places that ``ast`` gives, so that layout and line numbers stay.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

EXEMPT = b"# pragma: no mutate"
# Keyword arguments that decide no outcome: checks, caches.
INERT_KEYWORDS = frozenset({"strict", "maxsize"})
COMPARISONS: dict[type[ast.cmpop], tuple[bytes, bytes]] = {
    ast.Lt: (rb"<", b"<="),
    ast.LtE: (rb"<=", b"<"),
    ast.Gt: (rb">", b">="),
    ast.GtE: (rb">=", b">"),
    ast.Eq: (rb"==", b"!="),
    ast.NotEq: (rb"!=", b"=="),
    ast.Is: (rb"\bis\b", b"is not"),
    ast.IsNot: (rb"\bis\s+not\b", b"is"),
    ast.In: (rb"\bin\b", b"not in"),
    ast.NotIn: (rb"\bnot\s+in\b", b"in"),
}
ARITHMETIC: dict[type[ast.operator], tuple[bytes, bytes]] = {
    ast.Add: (rb"\+", b"-"),
    ast.Sub: (rb"-", b"+"),
    ast.Mult: (rb"\*", b"/"),
    ast.Div: (rb"/", b"*"),
}
CALLS = {b"min": b"max", b"max": b"min", b"any": b"all", b"all": b"any"}
CALLS |= {b"startswith": b"endswith", b"endswith": b"startswith"}


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """One change: the bytes ``start`` to ``end`` of ``path``, which are ``old``, become ``new``."""

    path: str
    start: int
    end: int
    kind: str
    old: str
    new: str

    def applied(self, source: bytes) -> bytes:
        """``source`` with the change.

        Raises:
            ValueError: ``old`` does not stand there.
        """
        if source[self.start : self.end].decode() != self.old:
            raise ValueError(f"{self.path}: {self.old!r} does not stand at byte {self.start}")
        return source[: self.start] + self.new.encode() + source[self.end :]


def mutants(path: str, source: bytes) -> list[Mutant]:
    """Every change of one module, in the order of the text; ``path`` is only noted."""
    text = Source(source)
    found = {
        Mutant(path, start, end, kind, source[start:end].decode(), new.decode())
        for node in mutable(ast.parse(source))
        for maker in MAKERS
        for kind, start, end, new in maker(text, node)
        if not text.exempt(start)
    }
    return sorted(found)


class Source:
    """A module's bytes, and where in them the places of ``ast`` are."""

    def __init__(self, source: bytes) -> None:
        self.bytes = source
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Start and end of a node, in bytes."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self._lines[node.lineno - 1] + node.col_offset, self._lines[end_line - 1] + end_column

    def exempt(self, at: int) -> bool:
        """Whether the line of a place carries the mark that leaves it alone."""
        end = self.bytes.find(b"\n", at)
        return EXEMPT in self.bytes[self.bytes.rfind(b"\n", 0, at) + 1 : end if end >= 0 else None]

    def between(self, left: ast.expr, right: ast.expr, pattern: bytes) -> tuple[int, int] | None:
        """Where the operator between two operands stands; None if it cannot be told."""
        start, end = self.span(left)[1], self.span(right)[0]
        match = re.search(pattern, self.bytes[start:end])
        return (start + match.start(), start + match.end()) if match else None


def mutable(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that decide something at run time."""
    for name, value in ast.iter_fields(tree):
        if name in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _inert(child):
                yield child
                yield from mutable(child)


def _inert(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.keyword) and node.arg in INERT_KEYWORDS)


Change = tuple[str, int, int, bytes]


def _comparison(text: Source, node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        operands = [node.left, *node.comparators]
        for left, operator, right in zip(operands, node.ops, operands[1:], strict=False):
            pattern, new = COMPARISONS[type(operator)]
            if place := text.between(left, right, pattern):
                yield "comparison", *place, new


def _boolean(text: Source, node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.BoolOp):
        pattern, new = (rb"\band\b", b"or") if isinstance(node.op, ast.And) else (rb"\bor\b", b"and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            if place := text.between(left, right, pattern):
                yield "boolean", *place, new


def _condition(text: Source, node: ast.AST) -> Iterator[Change]:
    tests: list[ast.expr] = []
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        tests = [node.test]
    elif isinstance(node, ast.comprehension):
        tests = node.ifs
    for test in tests:
        start, end = text.span(test)
        yield "condition", start, end, b"not (" + text.bytes[start:end] + b")"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        start, end = text.span(node)
        yield "condition", start, end, b"(" + text.bytes[slice(*text.span(node.operand))] + b")"


def _constant(text: Source, node: ast.AST) -> Iterator[Change]:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, bool | int | float):
        return
    start, end = text.span(node)
    for new in _others(node.value):
        yield "constant", start, end, new.encode()


def _others(value: bool | float) -> list[str]:
    if isinstance(value, bool):
        return [repr(not value)]
    if isinstance(value, int):
        return [repr(value + 1)]
    return [f"(-{value!r})", repr(value / 2)] if value else ["1.0"]


def _arithmetic(text: Source, node: ast.AST) -> Iterator[Change]:
    if not isinstance(node, ast.BinOp) or type(node.op) not in ARITHMETIC:
        return
    if any(isinstance(side, ast.JoinedStr | ast.List | ast.Tuple) for side in (node.left, node.right)):
        return
    if any(isinstance(s, ast.Constant) and isinstance(s.value, str | bytes) for s in (node.left, node.right)):
        return
    pattern, new = ARITHMETIC[type(node.op)]
    if place := text.between(node.left, node.right, pattern):
        yield "arithmetic", *place, new


def _call(text: Source, node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
        end = text.span(node.func)[1]
        name = (node.func.id if isinstance(node.func, ast.Name) else node.func.attr).encode()
        if name in CALLS:
            yield "call", end - len(name), end, CALLS[name]


def _returned(text: Source, node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Constant):
        yield "return", *text.span(node.value), b"None"


MAKERS: tuple[Callable[[Source, ast.AST], Iterator[Change]], ...] = (
    _comparison,
    _boolean,
    _condition,
    _constant,
    _arithmetic,
    _call,
    _returned,
)
