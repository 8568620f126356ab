"""How far two texts are apart, in lines."""

from __future__ import annotations

from difflib import SequenceMatcher


def changed(one, two):
    """Lines that only one of two texts has; of lines that stand in each other's place the more."""
    steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    return sum(max(i - h, k - j) for tag, h, i, j, k in steps if tag != "equal")
