"""What invented layouts are made of: forms of lines by label, banks of words, stories between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

Marked = tuple[str, str]  # label, line

_FORMS = Path(__file__).with_name("layout_lines.txt")
_PROSE_END = re.compile(r"[.!?][\"”’')]*$")


def _sections(path: Path) -> dict[str, list[str]]:
    """``[name]`` -> the lines below it."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]+\]", line):
            name = line[1:-1]
            found.setdefault(name, [])
        elif name and line.strip() and not line.startswith("# "):
            found[name].append(line)
    return found


BANKS = _sections(Path(__file__).with_name("layout_words.txt"))


@dataclass(frozen=True, slots=True)
class Story:
    """One real text: its title and its lines of prose."""

    title: str
    body: tuple[str, ...]


def forms() -> dict[str, list[str]]:
    """Label -> forms of its lines."""
    return _sections(_FORMS)


def is_prose(line: str) -> bool:
    """Whether a line of a real text is surely a sentence of its body."""
    return len(line.split()) >= 7 and _PROSE_END.search(line) is not None
