"""How far two texts are apart, in lines."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import zip_longest


def changed(one, two):
    """Lines that only one of two texts has; of lines that stand in each other's place the more."""
    return sum(max(i - h, k - j) for tag, h, i, j, k in _steps(one, two) if tag != "equal")


def differences(one, two):
    """The lines that only one of two texts has; of two that begin alike, the parts that differ."""
    for tag, h, i, j, k in _steps(one, two):
        for old, new in zip_longest(one[h:i], two[j:k]) if tag != "equal" else ():
            if old and new and old.split(" | ")[0] == new.split(" | ")[0]:
                yield f"~ {old.split(' | ')[0]} | {_parts(old, new)}"
            else:
                yield from (f"{sign} {line}" for sign, line in (("-", old), ("+", new)) if line is not None)


def _parts(old, new):
    old, new = old.split(" | "), new.split(" | ")
    return "  ->  ".join(
        " | ".join(p for p in one if p not in other) for one, other in ((old, new), (new, old))
    )


def _steps(one, two):
    return SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
