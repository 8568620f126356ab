"""Layouts in other shapes: what is read off them must be what is read off them as they are.

usage: python evals/variations.py [VARIATION ...]

Each layout of ``sets/layouts`` is written anew in ways that change nothing it says (line ends, blanks,
marks, a footer, capitals, the headline twice, byline and day in the other order), and its title, outlet,
byline, day and the words of its paragraphs are compared with those of the text as it is. Of the unseen half
nothing is printed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import corpora
from layouts import FOLDER, PROSE, Layout, layouts
from story_forms import wrapped

from onrecord.articles.features import fold
from onrecord.dates import publish
from onrecord.sources.decoding import decode
from onrecord.text import View

Lines = list[tuple[str, str]]


def _text(lines: Lines) -> str:
    return "\n".join(line for _, line in lines)


def _each(change: Callable[[str], str], *labels: str) -> Callable[[Layout], str]:
    """A variation that changes the lines of some labels."""
    return lambda layout: _text([(k, change(c) if k in labels else c) for k, c in layout.lines])


def _whole(change: Callable[[str], str]) -> Callable[[Layout], str]:
    return lambda layout: change(layout.text)


def _twice(layout: Layout) -> str:
    """The headline a second time, as where a page's title stands above its own."""
    found = []
    for label, line in layout.lines:
        found += [(label, line), ("", ""), (label, line)] if label == "headline" else [(label, line)]
    return _text(found)


def _turned(layout: Layout) -> str:
    """A byline and a date that stand beside each other, the other way round."""
    lines = list(layout.lines)
    for n in range(len(lines) - 1):
        if {lines[n][0], lines[n + 1][0]} == {"byline", "date"}:
            lines[n], lines[n + 1] = lines[n + 1], lines[n]
            break
    return _text(lines)


def _spaced(layout: Layout) -> str:
    """A blank line between any two lines."""
    return "\n\n".join(line for _, line in layout.lines if line.strip())


def _numbered(layout: Layout) -> str:
    """A page's number between the second and the third paragraph."""
    found, bodies = [], 0
    for label, line in layout.lines:
        bodies += label == "body"
        if label == "body" and bodies == 3:
            found += [("page", "- 2 -"), ("", "")]
        found.append((label, line))
    return _text(found)


def _cut(layout: Layout) -> str:
    """Paragraphs set in a column of 60 characters, long words cut at its edge."""
    lines = [(k, wrapped(c, 60, hyphens=True) if k == "body" and len(c) > 60 else c) for k, c in layout.lines]
    between = ((line, ("", "")) if line[0] == "body" else (line,) for line in lines)
    return _text([line for pair in between for line in pair])


def _curly(text: str) -> str:
    text = re.sub(r'(^|[\s(\[—])"', "\\1“", text, flags=re.MULTILINE)
    return text.replace('"', "”").replace("'", "’")


def _straight(text: str) -> str:
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


SHARED = "\n\nShare this article\nFacebook\nX\nEmail\nPrint\n"
FOOT = "\n\nSent from my phone\n"
VARIATIONS: Mapping[str, Callable[[Layout], str]] = {
    "crlf": _whole(lambda t: t.replace("\n", "\r\n")),
    "cr": _whole(lambda t: t.replace("\n", "\r")),
    "bom": _whole(lambda t: "\ufeff" + t),
    "blank lines before": _whole(lambda t: "\n\n \n\n" + t),
    "blanks at line ends": _whole(lambda t: t.replace("\n", "  \n")),
    "indented": _whole(lambda t: re.sub(r"^(?=.)", "    ", t, flags=re.MULTILINE)),
    "a tab before each line": _whole(lambda t: re.sub(r"^(?=.)", "\t", t, flags=re.MULTILINE)),
    "hard blanks": _whole(lambda t: t.replace(" ", "\u00a0")),
    "two blanks after a full stop": _whole(lambda t: re.sub(r"(?<=[.!?]) (?=[A-Z\"“])", "  ", t)),
    "curly quotes": _whole(_curly),
    "straight quotes": _whole(_straight),
    "a foot": _whole(lambda t: t + FOOT),
    "a page number below": _whole(lambda t: t + "\n\n1/1\n"),
    "blank lines between all": _spaced,
    "blank lines doubled": _whole(lambda t: t.replace("\n\n", "\n\n\n")),
    "shared below": _whole(lambda t: t + SHARED),
    "a page number amid": _numbered,
    "words cut at 60": _cut,
    "paper in capitals": _each(str.upper, "outlet", "masthead"),
    "headline in capitals": _each(str.upper, "headline"),
    "headline twice": _twice,
    "headline marked": _each(lambda line: f"# {line}", "headline"),
    "headline in stars": _each(lambda line: f"**{line}**", "headline"),
    "byline in capitals": _each(str.upper, "byline"),
    "byline and day turned": _turned,
    "invisible marks": _whole(lambda t: t.replace(" ", " \u200b", 3) + "\u00ad"),
    "quoted": _whole(lambda t: re.sub(r"^", "> ", t, flags=re.MULTILINE)),
}  # fmt: skip


def facts(text: str) -> dict[str, str]:
    """What is read off a text; empty where it is no article."""
    article = corpora.plain(decode(text.encode(), "-")[0])
    if article is None:
        return {}
    prose = "".join(fold(b.span.of(article.text)) for b in article.blocks if b.kind in PROSE)
    return {
        "title": fold(article.title or ""),
        "outlet": fold(article.outlet or ""),
        "byline": fold(article.byline or ""),
        "day": publish(View(article)).day or "",
        "prose": prose,
    }


def compared(
    path: Path, chosen: Mapping[str, Callable[[Layout], str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    """``(variation, layout, fact, as it is, varied)`` for every fact."""
    for layout in layouts(path):
        plain = facts(layout.text)
        for name, vary in chosen.items():
            varied = facts(vary(layout))
            for fact, value in plain.items():
                yield name, layout.name, fact, value, varied.get(fact, "")


def measure(shared: Path) -> dict[str, float]:  # noqa: ARG001 - the set lies in the repository
    """Shares of facts that stay what they are, of both halves."""
    found = {}
    for half in ("seen", "unseen"):
        same = [a == b for *_, a, b in compared(FOLDER / f"{half}.txt", VARIATIONS)]
        found[f"{half}_same"] = 100 * sum(same) / len(same)
    return found


if __name__ == "__main__":
    wanted = {name: v for name, v in VARIATIONS.items() if not sys.argv[1:] or name in sys.argv[1:]}
    told: dict[str, list[bool]] = {}
    for name_, layout_, fact_, as_is, other in compared(FOLDER / "seen.txt", wanted):
        told.setdefault(name_, []).append(as_is == other)
        if as_is != other:
            print(f"{name_} | {layout_} | {fact_}: {as_is[-70:]!r} -> {other[-70:]!r}")
    for name_, same_ in told.items():
        print(f"{name_:<32}{100 * sum(same_) / len(same_):6.1f}")
