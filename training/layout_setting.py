"""How lines are set: blank ones between, columns of a width with words cut, page heads and feet."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from training.layout_fillers import Filler
from training.layout_forms import Marked, Story


def render(lines: Sequence[Marked], rng: random.Random) -> list[Marked]:
    """The lines with blank ones between, as one of many producers sets them; some wrapped at a column."""
    roll = rng.random()
    if roll < 0.3:
        found = _spaced(lines, rng, lambda _a, _b: True)
    elif roll < 0.42:
        found = list(lines)
    elif roll < 0.75:
        prose = ("body", "pullquote")
        found = _spaced(
            lines, rng, lambda a, b: a in prose or b in prose or a == "headline" or b == "headline"
        )
    else:
        return wrapped(_spaced(lines, rng, lambda a, b: a != b or a == "body"), rng)
    if rng.random() < 0.1:
        found = [(label, "  " * rng.randint(0, 3) + line) for label, line in found]
    return found


def _spaced(lines: Sequence[Marked], rng: random.Random, apart: Callable[[str, str], bool]) -> list[Marked]:
    found: list[Marked] = []
    for index, line in enumerate(lines):
        if index and (apart(lines[index - 1][0], line[0]) ^ (rng.random() < 0.08)):
            found += [("", "")] * rng.choice((1, 1, 1, 2))
        found.append(line)
    return found


def wrapped(lines: Sequence[Marked], rng: random.Random) -> list[Marked]:
    """The lines cut at a column's width, words split at line ends, with page heads and feet between."""
    width = rng.choice((24, 28, 34, 40, 50, 60, 66, 72, 80, 90))
    hyphens = rng.random() < 0.5
    indent = rng.choice(("", "", "", "  ", "   "))
    compact = rng.random() < 0.3
    found: list[Marked] = []
    for label, line in lines:
        if not label:
            found += [] if compact and rng.random() < 0.9 else [("", "")]
            continue
        cut = _cut(line, width, rng if hyphens else None)
        mark = indent if compact and label == "body" else ""
        found += [(label, (mark if n == 0 else "") + part) for n, part in enumerate(cut)]
    return _paged(found, width, rng) if rng.random() < 0.4 else found


def _cut(line: str, width: int, rng: random.Random | None) -> list[str]:
    parts, current = [], ""
    for word in line.split():
        if current and len(current) + 1 + len(word) > width:
            room = width - len(current) - 2
            if rng is not None and room >= 2 and len(word) >= 6 and word.isalpha() and rng.random() < 0.7:
                room = min(room, len(word) - 2)
                parts.append(f"{current} {word[:room]}-")
                current = word[room:]
                continue
            parts.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*parts, current] if current else parts


def _paged(lines: list[Marked], width: int, rng: random.Random) -> list[Marked]:
    """A running head, a foot or both, every so many lines."""
    height = rng.randint(12, 40)
    fill = Filler(rng, [Story("A title", ("A sentence of a story.",))])
    head = fill.fill(
        rng.choice(
            (
                "{outlet}",
                "{outlet}     {date}",
                "{date}   {outlet}",
                "{OUTLET}",
                "{section}",
                "{url}",
                "{outlet} | {date}",
            )
        )
    )
    foot = rng.choice(("Page {n}", "{n}", "- {n} -", "Page {n} of 3", "{n}/3", "p. {n}", "", "{head} {n}"))
    gap = rng.random() < 0.6
    found: list[Marked] = []
    page = 1
    for index, line in enumerate(lines):
        if index and index % height == 0 and lines[index - 1][0]:
            parts: list[Marked] = [("", "")] if gap else []
            if foot:
                parts.append(
                    ("page", _centred(foot.replace("{n}", str(page)).replace("{head}", head), width, rng))
                )
            page += 1
            feed = "\f" if rng.random() < 0.5 else ""
            if rng.random() < 0.7:
                parts.append(("page", feed + _centred(head, width, rng)))
            elif feed:
                parts.append(("", feed))
            found += parts + ([("", "")] if gap else [])
        found.append(line)
    return found


def _centred(line: str, width: int, rng: random.Random) -> str:
    return line.center(width).rstrip() if rng.random() < 0.5 else line
