"""Name the decisions of the stages that tests never take both ways: a change of such a one goes unnoticed.

usage: python tools/decisions.py [--folders NAME ...] [-- PYTEST ARGUMENT ...]

``--folders`` are names below ``src/onrecord`` as for ``tools/mutants.py``. The tests that are asked for (all
of the folders' own without any) run once, in this process, over modules in which every condition and every
part of an ``and`` or ``or`` tells whether it was true, and every comparison of order whether both sides were
equal: its edge. What ``mutants.py`` learns of one change in half a minute this learns of all in the time of
one run. It says less: what is taken both ways may still be changed without a test that notices.
"""

from __future__ import annotations

import argparse
import ast
import operator
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "onrecord"
STAGES = (
    *("articles", "statements", "coreference", "identity", "dates", "stories", "utterances", "origins"),
    *("relations", "timelines", "positions", "standing", "silences", "findings", "names", "revisions"),
)
# What a module that is watched calls the decisions.
NAME = "_decisions"
ORDERS: dict[str, Callable[[Any, Any], Any]] = {
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
}


class Decisions:
    """Places where something is decided, in words, and the outcomes that were met at each."""

    def __init__(self) -> None:
        self.places: dict[str, tuple[str, ...]] = {}
        self.met: defaultdict[str, set[str]] = defaultdict(set)

    def truth(self, place: str, value: Any) -> Any:  # noqa: ANN401 - whatever the program decides by
        """``value``, of which is noted whether it counts as true."""
        with suppress(ValueError):  # an array is neither
            self.met[place].add("true" if value else "false")
        return value

    def order(self, place: str, name: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """How two values compare; that they are equal is noted."""
        with suppress(ValueError):
            if left == right:
                self.met[place].add("equal")
        return ORDERS[name](left, right)

    def untaken(self) -> list[tuple[str, str]]:
        """Each outcome that was never met, with its place, in the order of the text."""
        return [
            (place, o) for place, wanted in self.places.items() for o in wanted if o not in self.met[place]
        ]


class Watching(ast.NodeTransformer):
    """Makes a module's decisions tell their outcomes; annotations decide nothing and stay as they are."""

    def __init__(self, path: str, decisions: Decisions) -> None:
        self._path, self._decisions = path, decisions

    def _place(self, node: ast.expr, *wanted: str) -> ast.Constant:
        place = f"{self._path}:{node.lineno}:{node.col_offset}: {ast.unparse(node)}"
        self._decisions.places[place] = wanted
        return ast.Constant(place)

    def _truth(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
            return node
        return _asked("truth", node, self._place(node, "true", "false"), self.visit(node))

    def visit_If(self, node: ast.If) -> ast.AST:
        """A condition and what follows it."""
        node.test = self._truth(node.test)
        node.body = [self.visit(one) for one in node.body]
        node.orelse = [self.visit(one) for one in node.orelse]
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        """A condition, asked again and again."""
        node.test = self._truth(node.test)
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """A condition between two values."""
        node.test, node.body, node.orelse = (
            self._truth(node.test),
            self.visit(node.body),
            self.visit(node.orelse),
        )
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """The conditions of a comprehension."""
        node.iter = self.visit(node.iter)
        node.ifs = [self._truth(one) for one in node.ifs]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """The parts of an ``and`` or ``or``."""
        node.values = [self._truth(one) for one in node.values]
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """A comparison of order; of several in a row none, for what the later compare may not be there."""
        name = type(node.ops[0]).__name__
        if len(node.ops) > 1 or name not in ORDERS:
            return self.generic_visit(node)
        place = self._place(node, "equal")
        sides = self.visit(node.left), self.visit(node.comparators[0])
        return _asked("order", node, place, ast.Constant(name), *sides)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """A value that has an annotation."""
        node.value = self.visit(node.value) if node.value else None
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """A parameter, which has nothing but an annotation."""
        return node


def _asked(how: str, node: ast.expr, *given: ast.expr) -> ast.expr:
    method = ast.Attribute(ast.Name(NAME, ast.Load()), how, ast.Load())
    return ast.copy_location(ast.Call(method, list(given), []), node)


class Loader(SourceFileLoader):
    """Loads a module whose decisions are watched."""

    def __init__(self, name: str, path: str, decisions: Decisions) -> None:
        super().__init__(name, path)
        self._decisions = decisions

    def get_code(self, fullname: str) -> CodeType:
        """The module's code, never from a file that holds it compiled."""
        path = Path(self.get_filename(fullname))
        tree = Watching(path.relative_to(PACKAGE).as_posix(), self._decisions).visit(
            ast.parse(path.read_bytes())
        )
        return compile(ast.fix_missing_locations(tree), path, "exec")

    def exec_module(self, module: ModuleType) -> None:
        """Run a module that knows whom to tell."""
        setattr(module, NAME, self._decisions)
        super().exec_module(module)


class Finder(MetaPathFinder):
    """Finds the modules of some folders of the package, to be watched."""

    def __init__(self, folders: Sequence[str], decisions: Decisions) -> None:
        self._folders, self._decisions = {f"onrecord.{f.removesuffix('.py')}" for f in folders}, decisions

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module is and who loads it; None for those that are not watched."""
        if ".".join(fullname.split(".")[:2]) not in self._folders:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.origin is None:
            return None
        loader = Loader(fullname, spec.origin, self._decisions)
        return spec_from_file_location(
            fullname, spec.origin, loader=loader, submodule_search_locations=spec.submodule_search_locations
        )


def main() -> int:
    """Command line; what pytest answers, for nothing can be said of a run that fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--folders", nargs="+", default=list(STAGES), help="below src/onrecord; the stages without it"
    )
    parser.add_argument("tests", nargs="*", help="for pytest; the folders' own tests without any")
    options = parser.parse_args()
    decisions = Decisions()
    sys.meta_path.insert(0, Finder(options.folders, decisions))
    own = [f"tests/{f.removesuffix('.py')}" for f in options.folders]
    tests = options.tests or [t for t in own if (ROOT / t).exists()]
    outcome = pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", *tests])
    report(decisions)
    return int(outcome)


def report(decisions: Decisions) -> None:
    """Print what was never met, and of how many outcomes in each folder."""
    missed: Counter[str] = Counter()
    for place, outcome in decisions.untaken():
        missed[place.split("/")[0]] += 1
        print(f"never {outcome:<6}{place}")
    wanted = Counter(p.split("/")[0] for p, outcomes in decisions.places.items() for _ in outcomes)
    print(f"\n{'folder':<16}{'outcomes':>9}{'unmet':>7}")
    for name in sorted(wanted):
        print(f"{name:<16}{wanted[name]:>9}{missed[name]:>7}")


if __name__ == "__main__":
    sys.exit(main())
