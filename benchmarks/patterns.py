"""Time every pattern of the package on text made to hurt it: those whose time grows faster than the text.

All compiled patterns that modules of ``onrecord`` hold are found (in their names, their records and
tables), and each searches strings of one piece repeated, and of twice as many. A pattern that takes over
three times as long for twice as much is named with the piece; what follows from that depends on how much
text it is given.

    python benchmarks/patterns.py --characters 8000
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence

import hardware

import onrecord
from onrecord import languages

_ONES = "aA \n\t-.,'\"“”([<&=1é—\u200b"
_LONGER = (
    *("A ", "Aa ", "a ", "1 ", "1,", "1.", "A.", "A. ", "Aa-", "aA", '" ', '"a', ". ", "\n ", "\r\n", "- "),
    *(
        "&amp;",
        "Mr. ",
        "the ",
        "of ",
        "and ",
        "said ",
        "on Monday ",
        "May 1, ",
        "2031-01-",
        "10:00 ",
        "Title: ",
    ),
    *("http://a.b/", "Aa Aa, ", "the Aa of ", "aged 40, ", "<p>", "<div class=", "&#", "he said, ", "no "),
    *("$1 million ", "1/2/", "Aa’s "),
)
PIECES = (*_ONES, *_LONGER)
GROWTH = 3.0  # for twice the text: 2 is linear, 4 quadratic
NOISE = 0.004  # seconds under which nothing is told


def patterns() -> dict[re.Pattern[str], str]:
    """Every pattern of text in the package -> where it was found first."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if ".web" in module.name or module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in _inside(value, 3):
                found.setdefault(pattern, f"{module.name.removeprefix('onrecord.')}.{name}")
    return found


def _inside(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _inside(getattr(value, field.name, None), depth - 1)
    elif depth and isinstance(value, Mapping):
        for part in value.values():
            yield from _inside(part, depth - 1)
    elif depth and isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _inside(part, depth - 1)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Processor time of finding all of a pattern in a text."""
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


def worst(pattern: re.Pattern[str], characters: int) -> tuple[float, float, str]:
    """Growth, seconds and piece of the text that hurts a pattern most."""
    found = (0.0, 0.0, "")
    for piece in PIECES:
        text = piece * (characters // len(piece))
        for tail in ("", "\x00"):
            whole = seconds(pattern, text + tail)
            if whole > NOISE:
                half = seconds(pattern, text[: len(text) // 2] + tail)
                found = max(found, (whole / max(half, 1e-6), whole, piece + tail))
    return found


def main(arguments: Sequence[str]) -> None:
    """Print the patterns that grow faster than the text, worst first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, default=8000)
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args(arguments)
    languages.of("en")
    every = patterns()
    timed = [(*worst(pattern, asked.characters), where) for pattern, where in every.items()]
    steep = sorted((t for t in timed if t[0] > GROWTH), key=lambda t: -t[1])
    print(f"{len(every)} patterns, {len(steep)} of them grow over {GROWTH} times for twice the text")
    for growth, spent, piece, where in steep:
        print(f"{where:60} x{growth:.1f} {spent:.3f} s on {piece!r}")
    if asked.save:
        names = ("growth", "seconds", "piece", "where")
        told = [dict(zip(names, t, strict=True)) for t in steep]
        hardware.save(__file__, {"patterns": len(every), "characters": asked.characters, "steep": told})


if __name__ == "__main__":
    main(sys.argv[1:])
