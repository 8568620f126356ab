"""Invented passages with their statements marked: kinds of news that PolNeAR has not.

``labels/invented/*.txt``: passages behind ``## kind | a few words``; ``{s1|…}``, ``{c1|…}`` and ``{t1|…}``
hold source, cue and content of the first statement, ``{=Ada Brandt|she}`` says who a pronoun is (``?``:
nobody named). One in five of those that were written, by a hash, is in ``evals/sets/passages`` instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.data import Document, document

PASSAGES = Path(__file__).with_name("labels") / "invented"
_MARK = re.compile(r"\{(?:([sct])(\d+(?:,\d+)*)|=([^|{}]+))\||\}")
_HEADING = re.compile(r"^## (.*)\n", re.MULTILINE)
_ROLES = {"s": "source", "c": "cue", "t": "content"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a row of PolNeAR is, and whom its pronouns mean: ``(start, end, name)``, "" for nobody."""

    row: dict[str, Any]
    kind: str
    meant: tuple[tuple[int, int, str], ...]


def parsed(identifier: str, kind: str, marked: str) -> Passage:
    """A passage out of its marks; raises ``ValueError`` where one is not closed or closes nothing."""
    parts: list[str] = []
    opened: list[tuple[re.Match[str], int]] = []
    meant: list[tuple[int, int, str]] = []
    found: dict[int, dict[str, list[list[int]]]] = {}
    at = size = 0
    for mark in _MARK.finditer(marked):
        parts.append(marked[at : mark.start()])
        size += mark.start() - at
        at = mark.end()
        if mark.group() != "}":
            opened.append((mark, size))
            continue
        if not opened:
            raise ValueError(f"{identifier}: {marked[:at][-40:]!r} closes nothing")
        begun, start = opened.pop()
        role, numbers, name = begun.groups()
        if name is not None:
            meant.append((start, size, "" if name == "?" else name))
            continue
        for number in map(int, numbers.split(",")):
            statement = found.setdefault(number, {"source": [], "cue": [], "content": []})
            statement[_ROLES[role]].append([start, size])
    if opened:
        raise ValueError(f"{identifier}: {opened[-1][0].group()!r} is not closed")
    text = "".join([*parts, marked[at:]])
    row = {"id": identifier, "text": text, "attributions": [found[n] for n in sorted(found)]}
    return Passage(row, kind, tuple(sorted(meant)))


def passages(folder: Path = PASSAGES) -> Iterator[Passage]:
    """All passages, in the order of their files."""
    for path in sorted(folder.glob("*.txt")):
        _, *pieces = _HEADING.split(path.read_text("utf-8"))
        for number, (kind, marked) in enumerate(zip(pieces[::2], pieces[1::2], strict=True)):
            yield parsed(f"{path.stem}-{number:02}", kind, marked.strip("\n"))


def documents(silver: Path | None, folder: Path = PASSAGES) -> list[Document]:
    """The passages to train on, with silver names where there are any."""
    names = {}
    if silver is not None:
        with silver.open(encoding="utf-8") as lines:
            names = {entry["id"]: entry["names"] for entry in map(json.loads, lines)}
    return [document(p.row, names.get(p.row["id"])) for p in passages(folder)]
