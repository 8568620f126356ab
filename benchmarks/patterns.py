"""Time every pattern of the package on text made to hurt it: those whose time grows faster than the text.

All compiled patterns that modules of ``onrecord`` hold are found (in their names, their records and tables).
One that its module only ever matches at a text's start is timed so, all others from every place of the text.
Each is given strings of one piece repeated: pieces that hurt patterns elsewhere, and what each of its own
repetitions matches, behind what stands before that. A thousand characters show which strings are slow at all;
those are doubled three times, each time under a limit of processor time. A pattern is named where its time
grows faster than the ``--growth``-th power of the length; what follows depends on how much text it is given.

    python benchmarks/patterns.py
    python benchmarks/patterns.py --only dates. sources.
    python benchmarks/patterns.py --quick
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import importlib
import inspect
import math
import pkgutil
import re
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined] # what compiles patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Literal

import hardware

import onrecord
from onrecord import languages

_ONES = "aA \n\t-.,'\"“”([<&=1é—\u200b"
_LONGER = (
    *("A ", "Aa ", "a ", "1 ", "1,", "1.", "A.", "A. ", "Aa-", "aA", '" ', '"a', ". ", "\n ", "\r\n", "- "),
    *("&amp;", "Mr. ", "the ", "of ", "and ", "said ", "on Monday ", "May 1, ", "2031-01-", "10:00 "),
    *(
        "Title: ",
        "http://a.b/",
        "Aa Aa, ",
        "the Aa of ",
        "aged 40, ",
        "<p>",
        "<div class=",
        "&#",
        "he said, ",
    ),
    *("no ", "$1 million ", "1/2/", "Aa’s "),
)
PIECES = (*_ONES, *_LONGER)
SIZES = (1000, 2000, 4000, 8000)
SLOW = 0.0002  # seconds that a thousand characters take where doubling them is worth a look
LIMIT = 1.0  # seconds for one search
Way = Literal["finditer", "match", "fullmatch"]
# What these are given is never longer: a line's head, a short page, what follows a name or a quotation.
BOUNDED = {
    "articles.datelines._FORMS": 160,
    "sources.html_pages._NOTICE": 600,
    "languages.english.coreference.GRAMMAR.party": 40,
    "languages.english.clauses.GRAMMAR.said": 90,
}
# Looked up where they are asked: other fields bear the same name, or they are asked under another one.
ASKED: dict[str, Way] = {
    "dates.lexer._SHAPES": "fullmatch",
    "lake.layout.": "fullmatch",
    "languages.english.clauses.GRAMMAR.told": "match",
    "languages.english.coreference.GRAMMAR.acts": "match",
    "languages.english.clauses.GRAMMAR.said": "match",
    "languages.english.saying._OCCASION_OPENING": "fullmatch",
    "languages.english.saying._EARLIER": "match",
    "languages.english.turns.GRAMMAR.label": "match",
}
_IMPORTED = re.compile(r"^(?:from|import) [^(\n]*$|^from [^(\n]*\([^)]*\)", re.MULTILINE)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def patterns() -> dict[re.Pattern[str], str]:
    """Every pattern of text in the package -> where it was found first."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name.endswith("__main__"):
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ImportError as error:  # an extra that is not installed
            print(f"{module.name}: not looked at ({error})")
            continue
        for name, value in names.items():
            for pattern, path in _inside(value, name, 3):
                found.setdefault(pattern, f"{module.name.removeprefix('onrecord.')}.{path}")
    return found


def way(where: str) -> Way:
    """How a pattern is asked: at the start only where nothing else is done with its name.

    A name at the top of a module is looked for in it, a field of a grammar in all modules that ask for that
    grammar: there another field of that name may only make it be timed from every place.
    """
    if told := next((asked for name, asked in ASKED.items() if where.startswith(name)), None):
        return told
    found = re.match(r"(?P<module>[\w.]+?)\.(?P<name>_?[A-Z]\w*)(?:\.(?P<field>[a-z_]+))?$", where)
    if found is None:
        return "finditer"
    held = importlib.import_module(f"onrecord.{found['module']}")
    name, field = found["name"], found["field"]
    if field is not None:
        grammar = type(getattr(held, name)).__name__
        uses = {use for source in _package() if grammar in source for use in _uses(source, field)}
        uses = uses or {use for source in _package() for use in _uses(source, field)}
    else:
        sources = [inspect.getsource(held)] if name.startswith("_") else _package()
        read = _IMPORTED.sub("", "\n".join(sources))
        uses = set(re.findall(rf"\b{name}\b(?!: | =)(?:\.(\w+))?", read))
    if uses and uses <= {"match", "fullmatch"}:
        return "fullmatch" if "fullmatch" in uses else "match"
    return "finditer"


def _uses(source: str, field: str) -> Iterator[str]:
    """What is called on a field of that name in a module, or on the local name that it was given."""
    for name, use in re.findall(rf"(?:(\w+) = .*)?\.{field}\b(?:\.(\w+))?", source):
        if use or not name:
            yield use
        else:
            yield from re.findall(rf"(?<![\w.]){name}\b(?! = )(?:\.(\w+))?", source)


@functools.cache
def _package() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(Path(onrecord.__path__[0]).rglob("*.py")))


def _inside(value: object, path: str, depth: int) -> Iterator[tuple[re.Pattern[str], str]]:
    """The patterns in ``value``, each with the way to it."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value, path
        return
    parts: Iterable[tuple[object, object]] = ()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = ((field.name, getattr(value, field.name, None)) for field in dataclasses.fields(value))
    elif isinstance(value, Mapping):
        parts = value.items()
    elif isinstance(value, tuple | list | frozenset):
        parts = enumerate(value)
    for name, part in parts if depth else ():
        yield from _inside(part, f"{path}.{name}", depth - 1)


def _sample(tree: Any, times: int, optional: int) -> str:  # noqa: ANN401 - re's own trees have no types
    """A string that ``tree`` matches, its repetitions ``times`` long, ``optional`` where they may be none."""
    return "".join(_piece(code, told, times, optional) for code, told in tree)


def _piece(code: Any, told: Any, times: int, optional: int) -> str:  # noqa: ANN401
    if code in (codes.LITERAL, codes.NOT_LITERAL):
        return chr(told) if code is codes.LITERAL else "a" if told != ord("a") else "b"
    if code is codes.IN:
        return _of_set(told)
    if code in _REPEATS:
        low, high, body = told
        often = optional if (low, high) == (0, 1) else max(low, min(times, high))
        return _sample(body, times, optional) * often
    if code is codes.BRANCH:
        return _sample(told[1][0], times, optional)
    if code is codes.SUBPATTERN:
        return _sample(told[-1], times, optional)
    if code is codes.ATOMIC_GROUP:
        return _sample(told, times, optional)
    return "a" if code is codes.ANY else ""


_OF_CATEGORY = {codes.CATEGORY_SPACE: " ", codes.CATEGORY_DIGIT: "1", codes.CATEGORY_NOT_WORD: "-"}


def _of_set(members: Any) -> str:  # noqa: ANN401
    """A character that a set holds."""
    if members[0][0] is codes.NEGATE:
        return next(c for c in "aA1 -" if (codes.LITERAL, ord(c)) not in members)
    for code, told in members:
        if code is codes.LITERAL:
            return chr(told)
        if code is codes.RANGE:
            return chr(told[0])
        if code is codes.CATEGORY:
            return _OF_CATEGORY.get(told, "a")
    return "a"


def _repeated(tree: Any, before: str, times: int, optional: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """What stands before each repetition in ``tree``, and what it repeats."""
    for code, told in tree:
        if code in _REPEATS:
            if told[1] > 2:
                yield before, _sample(told[2], times, optional)
            yield from _repeated(told[2], before, times, optional)
        elif code is codes.BRANCH:
            for branch in told[1]:
                yield from _repeated(branch, before, times, optional)
        elif code in (codes.SUBPATTERN, codes.ATOMIC_GROUP, codes.ASSERT, codes.ASSERT_NOT):
            inner = told if code is codes.ATOMIC_GROUP else told[-1]
            yield from _repeated(inner, before, times, optional)
        before += _piece(code, told, times, optional)


def attacks(pattern: re.Pattern[str], *, quick: bool = False) -> set[tuple[str, str]]:
    """Strings against a pattern: what they begin with, what is repeated; ``quick``: the same for all."""
    if quick:
        return {("", piece) for piece in PIECES}
    tree = parser.parse(pattern.pattern, pattern.flags)
    own = {made for times in (1, 10) for optional in (0, 1) for made in _repeated(tree, "", times, optional)}
    again = {("", before + piece) for before, piece in own if before}  # its beginning once more each time
    return {("", piece) for piece in PIECES} | {(before, piece) for before, piece in own if piece} | again


class _TooLongError(Exception):
    pass


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Ends what is inside after so much processor time; ``re`` looks for signals while it searches."""

    def stop(_number: int, _frame: object) -> None:
        raise _TooLongError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def seconds(pattern: re.Pattern[str], text: str, how: Way = "finditer") -> float:
    """Processor time of finding all of a pattern in a text, the best of two; ``inf`` past ``LIMIT``.

    The thread's: the process's moves by ticks of some milliseconds while a timer of the process runs.
    """
    ask = getattr(pattern, how)
    spent = math.inf
    for _ in range(2):
        started = time.thread_time()
        try:
            with limited(LIMIT):
                deque(ask(text) if how == "finditer" else (ask(text),), maxlen=0)
        except _TooLongError:
            return spent
        spent = min(spent, time.thread_time() - started)
    return spent


def growth(
    pattern: re.Pattern[str],
    attack: tuple[str, str, str],
    how: Way = "finditer",
    sizes: Sequence[int] = SIZES,
) -> tuple[float, float]:
    """The power of the length that the time grows with, and the seconds for the longest that was timed."""
    spent: list[float] = []
    before, piece, tail = attack
    for size in sizes:
        text = before + piece * (size // len(piece)) + tail
        spent.append(seconds(pattern, text, how))
        if spent[0] < SLOW:
            return 0.0, spent[0]
        if math.isinf(spent[-1]):
            return math.inf, LIMIT
    return math.log2(max(spent[-1], SLOW) / spent[0]) / (len(sizes) - 1), spent[-1]


def lengths(where: str) -> Sequence[int]:
    """How long the strings for a pattern are: as long as what it is given may be."""
    longest = next((most for name, most in BOUNDED.items() if where.startswith(name)), SIZES[-1])
    return [longest >> n for n in (3, 2, 1, 0)]


def worst(
    pattern: re.Pattern[str],
    how: Way = "finditer",
    most: float = math.inf,
    sizes: Sequence[int] = SIZES,
    *,
    quick: bool = False,
) -> tuple[float, float, str]:
    """Power, seconds and string of what hurts a pattern most, as far as ``most`` seconds suffice to look."""
    found = (0.0, 0.0, "")
    began = time.thread_time()
    for before, piece in sorted(attacks(pattern, quick=quick)):
        if time.thread_time() - began > most:
            return (*found[:2], f"{found[2]} (not all tried)")
        for attack in ((before, piece, "\x00"), (before, piece, ""))[: 1 if quick else 2]:
            found = max(found, (*growth(pattern, attack, how, sizes), "|".join(attack)))
            if math.isinf(found[0]):
                return found
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the patterns that grow faster than the text, worst first; 1 where there is one."""
    asked_for = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked_for.add_argument("--growth", type=float, default=1.3)
    asked_for.add_argument("--only", nargs="*", default=[""], help="what the names of modules begin with")
    asked_for.add_argument("--most", type=float, default=20.0, help="seconds for one pattern")
    asked_for.add_argument(
        "--quick", action="store_true", help="only the strings that all patterns are given"
    )
    asked_for.add_argument("--save", action="store_true")
    asked = asked_for.parse_args(arguments)
    languages.of("en")
    every = {p: where for p, where in patterns().items() if where.startswith(tuple(asked.only))}
    steep: list[tuple[float, float, str, str]] = []
    untried = 0
    for number, (pattern, where) in enumerate(every.items(), 1):
        power, spent, piece = worst(pattern, way(where), asked.most, lengths(where), quick=asked.quick)
        untried += piece.endswith("tried)")
        if power > asked.growth:
            steep.append((power, spent, piece, where))
            told = f"n^{power:.1f} {spent:.3f} s on {piece!r}"
            print(f"{number} of {len(every)} {where:60} {told}", flush=True)
    print(
        f"{len(every)} patterns, {len(steep)} of them grow faster than n^{asked.growth}; {untried} cut short"
    )
    if asked.save:
        names = ("power", "seconds", "string", "where")
        kept = [dict(zip(names, t, strict=True)) for t in steep]
        hardware.save(__file__, {"patterns": len(every), "characters": SIZES[-1], "steep": kept})
    return int(bool(steep))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
