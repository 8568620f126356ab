"""Invented articles with gold for every stage: ``evals/sets/*.txt``, pinned by ``evals/sets/SHA256SUMS``.

A file is one set, written to be read::

    # name of the set
    ## a | Outlet | 2032-02-11        (key, outlet, the day that is given with it or "-")
    Headline

    Paragraphs …

    =statements                      (source | cue | content | speaker | kind | said on)
    s1 | Ilka Venn | said | first part + second part | Ilka Venn | direct | 2032-02-10
    =dates                           (words | type | TIMEX3 value)
    =published 2032-02-11
    =never                           (words that nobody said, one stretch a line)
    ## b | …
    # cross
    =stories                         (article keys of one story)
    =utterances                      (renderings: statement, label, "dropped" when a qualifier is missing)
    =conflicts                       (kind | key: words | key: words)
    =positions                       (speaker | statement level, …)
    =origins                         (article keys that are one text)

Words stand for their only place in the article, those of a source or cue for their place nearest to the
content. ``[...]`` stands for what is left out of a long quotation. A story is one happening: what follows
from it on another day is a story of its own.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

HOME = Path(__file__).parent / "sets"
SUMS = HOME / "SHA256SUMS"
Range = tuple[int, int]
# An end of a conflict: article, place.
End = tuple[str, Range]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the gold; ``article`` is the article's full key, None what the text does not say."""

    article: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    speaker: str | None
    kind: str
    said_on: str | None


@dataclass(slots=True)
class GoldArticle:
    """One article: what is given to the product, and what is to be found in it."""

    key: str
    outlet: str
    given: str | None
    text: str = ""
    published: str | None = None
    said: dict[str, Said] = field(default_factory=dict)
    dates: list[tuple[Range, str, str]] = field(default_factory=list)
    never: list[Range] = field(default_factory=list)


@dataclass(slots=True)
class GoldSet:
    """One file: articles by key, and what comes from comparing them; statements by ``article.name``."""

    name: str
    articles: dict[str, GoldArticle] = field(default_factory=dict)
    stories: list[list[str]] = field(default_factory=list)
    utterances: list[list[tuple[Said, str, bool]]] = field(default_factory=list)
    conflicts: list[tuple[str, End, End]] = field(default_factory=list)
    positions: list[tuple[str, list[tuple[Said, str]]]] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)


def load(home: Path = HOME) -> list[GoldSet]:
    """Every set, in the order of its name.

    Raises:
        ValueError: a file is not the one that was pinned or not in the list, or its gold does not fit.
    """
    lines = (home / "SHA256SUMS").read_text("utf-8").splitlines()
    pinned = {name: digest for digest, name in map(str.split, lines)}
    files = sorted(home.glob("*.txt"))
    if {f.name for f in files} != set(pinned):
        raise ValueError(f"{home}: files and SHA256SUMS name different sets")
    found = []
    for file in files:
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() != pinned[file.name]:
            raise ValueError(f"{file}: not the text that SHA256SUMS pins")
        found.append(parse(data.decode("utf-8")))
    return found


def parse(text: str) -> GoldSet:
    """One set from its text."""
    head, *parts = re.split(r"^##? ", text, flags=re.MULTILINE)[1:]
    found = GoldSet(head.strip())
    for part in parts:
        title, _, rest = part.partition("\n")
        if title.strip() == "cross":
            _cross(found, sections(rest)[1])
        else:
            article = _article(found.name, title, rest)
            found.articles[article.key] = article
    return found


def sections(text: str) -> tuple[str, list[tuple[str, list[str]]]]:
    """What stands before the first ``=`` line, and each ``=`` line with the lines under it."""
    before, *rest = re.split(r"^=", text, flags=re.MULTILINE)
    cut = [part.strip().split("\n") for part in rest]
    return before.strip(), [(lines[0].strip(), [x for x in lines[1:] if x.strip()]) for lines in cut]


def place(text: str, words: str, near: Range | None = None) -> Range:
    """Where ``words`` stand in ``text``: their only place, or the one nearest to another.

    Raises:
        ValueError: nowhere, or more than once with nothing to be near to.
    """
    pattern = ".*?".join(re.escape(half.strip()) for half in words.split("[...]"))
    places = [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.DOTALL)]
    if not places or (len(places) > 1 and near is None):
        raise ValueError(f"{words!r} stands {len(places)} times in {text[:60]!r}")
    low, high = near or (0, 0)
    return min(places, key=lambda p: max(low - p[1], p[0] - high, 0))


def _article(name: str, title: str, rest: str) -> GoldArticle:
    key, outlet, given = _cells(title)
    text, parts = sections(rest)
    article = GoldArticle(f"{name}/{key}", outlet or "", given, text, given)
    for head, lines in parts:
        if head.startswith("published"):
            article.published = head.split()[1]
        elif head == "statements":
            article.said = dict(_said(article, line) for line in lines)
        elif head == "never":
            article.never = [place(text, line) for line in lines]
        else:
            cells = [_cells(line) for line in lines]
            article.dates = [(place(text, w or ""), t or "", v or "") for w, t, v in cells]
    return article


def _cells(line: str) -> list[str | None]:
    return [None if c.strip() in {"-", ""} else c.strip() for c in line.split("|")]


def _said(article: GoldArticle, line: str) -> tuple[str, Said]:
    name, source, cue, content, speaker, kind, said_on = _cells(line)
    parts = tuple(place(article.text, part) for part in (content or "").split(" + "))
    near = (min(p[0] for p in parts), max(p[1] for p in parts))
    by, verb = ((place(article.text, words, near),) if words else () for words in (source, cue))
    return name or "", Said(article.key, by, verb, parts, speaker, kind or "", said_on)


def _cross(found: GoldSet, parts: list[tuple[str, list[str]]]) -> None:
    def said(name: str) -> Said:
        key, _, statement = name.partition(".")
        return found.articles[f"{found.name}/{key}"].said[statement]

    def end(cell: str | None) -> End:
        key, _, words = (cell or "").partition(": ")
        article = found.articles[f"{found.name}/{key}"]
        return article.key, place(article.text, words)

    for head, lines in parts:
        for line in lines:
            cells = _cells(line)
            if head == "utterances":
                told = [one.split() for one in line.split(",")]
                found.utterances.append([(said(n), label, "dropped" in more) for n, label, *more in told])
            elif head == "conflicts":
                found.conflicts.append((cells[0] or "", end(cells[1]), end(cells[2])))
            elif head == "positions":
                entries = [one.split() for one in (cells[1] or "").split(",")]
                found.positions.append((cells[0] or "", [(said(n), level) for n, level in entries]))
            else:
                keys = [f"{found.name}/{key}" for key in line.split()]
                (found.stories if head == "stories" else found.texts).append(keys)
