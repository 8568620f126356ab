"""Clippings of many producers, each with what should come out of it.

usage: python evals/twins.py [NAME ...]

``sets/intake/*.txt``: ``=== name`` begins a case; ``@title``, ``@outlet``, ``@byline`` (names, ``;``
between), ``@byline_not``, ``@outlet_not``, ``@day`` and ``@url`` say what is to come out, ``@story 3`` that
all paragraphs of that story of ``sets/layouts/stories.txt`` are kept, ``@keep`` and ``@out`` that words are
or are not in paragraphs; ``@next`` begins the next article, ``@none words`` wants a refusal whose reason
holds the words.
``@encoding`` and ``@pack`` (``packing.py``) make the input of the members below, each after ``>>> its name``;
there a backslash and ``xNN`` are a character by its number. ``«3»`` stands for a story's paragraphs,
``«3:form»`` for them in another form (``story_forms.py``).

Half of the cases (by a hash of their names) is unseen: its failures are counted and never printed.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from halves import half
from layouts import PROSE, Story, stories
from packing import PACKERS
from story_forms import formed

from onrecord.articles import clean
from onrecord.articles.features import fold
from onrecord.dates import publish
from onrecord.errors import ItemError
from onrecord.records import Article, Skipped
from onrecord.sources import read
from onrecord.text import View

FOLDER = Path(__file__).resolve().parent / "sets" / "intake"
STORIES = FOLDER.parent / "layouts" / "stories.txt"
_CHARACTER = re.compile(r"\\x([0-9a-f]{2})")
# Sets with figures of their own: harder ones, so that those of the others stay comparable.
LATER = {
    "third": "later_",
    "fourth": "later_",
    "fifth": "fifth_",
    "sixth": "sixth_",
    "seventh": "seventh_",
    "eighth": "eighth_",
    "ninth": "ninth_",
    "tenth": "tenth_",
    "eleventh": "eleventh_",
}


@dataclass
class Case:
    """A case: its members, how they are packed, and what should come out."""

    name: str
    members: dict[str, str] = field(default_factory=dict)
    pack: str = ""
    encoding: str = "utf-8"
    refused: str | None = None
    later: str = ""
    wanted: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every case of the folder's files."""
    told = stories(STORIES)

    def put(match: re.Match[str]) -> str:
        return formed(told[match[1]], match[2] or "")

    for path in sorted(folder.glob("*.txt")):
        text = re.sub(r"«(\d+)(?::([\w:]+))?»", put, path.read_text(encoding="utf-8"))
        for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
            case = _case(block.rstrip("\n"))
            case.later = LATER.get(path.stem, "")
            yield case


def _case(block: str) -> Case:
    head, *members = re.split(r"^>>> ", block, flags=re.MULTILINE)
    name, *lines = head.strip().split("\n")
    case = Case(name)
    for line in lines:
        key, _, value = line.removeprefix("@").partition(" ")
        if key == "next":
            case.wanted.append([])
        elif key == "none":
            case.refused = value
        elif key in ("pack", "encoding"):
            setattr(case, key, value)
        else:
            case.wanted[-1].append((key, value))
    for member in members:
        where, _, content = member.partition("\n")
        content = _CHARACTER.sub(lambda m: chr(int(m[1], 16)), content)
        case.members[where] = re.sub(r"^\\f$", "\f", content, flags=re.MULTILINE)
    return case


def files(case: Case) -> dict[str, bytes]:
    """The files that a user would hand in."""
    members = {name: content.encode(case.encoding) for name, content in case.members.items()}
    if not case.pack:
        return members
    name, pack = PACKERS[case.pack]
    return {name: pack(members)}


# ------------------------------------------------------------------ facts


def opened(case: Case) -> tuple[list[Article], list[Skipped]]:
    """The articles and refusals of a case."""
    skipped: list[Skipped] = []
    articles: list[Article] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files(case).items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for raw in read([folder], on_skip=skipped.append):
            try:
                articles.append(clean(raw))
            except ItemError as error:
                skipped.append(Skipped(error.where, error.reason, type(error).__name__))
    return articles, skipped


def facts(case: Case) -> Iterator[tuple[str, bool, object]]:
    """``(what, whether it is right, what came out)`` for every fact of a case."""
    articles, skipped = opened(case)
    if case.refused is not None:
        reasons = [skip.reason for skip in skipped]
        yield "articles", not articles, [a.text[:80] for a in articles]
        yield "refused", any(re.search(case.refused, reason) for reason in reasons), reasons
        return
    yield "articles", len(articles) == len(case.wanted), [a.title for a in articles] or skipped
    told = stories(STORIES)
    for number, said in enumerate(case.wanted):
        title = next((value for key, value in said if key == "title"), "")
        article = next((a for a in articles if title and fold(a.title or "") == fold(title)), None)
        if article is None and len(articles) == len(case.wanted):
            article = articles[number]
        for key, value in said:
            yield from _fact(key, value, article, told)


def _fact(
    key: str, value: str, article: Article | None, told: Mapping[str, Story]
) -> Iterator[tuple[str, bool, object]]:
    if article is None:
        names = {"story": "kept", "keep": "kept", "byline_not": "byline", "outlet_not": "outlet"}
        yield names.get(key, key), False, "no article"
        return
    prose = fold(" ".join(b.span.of(article.text) for b in article.blocks if b.kind in PROSE))
    if key == "story":
        for paragraph in told[value].paragraphs:
            yield "kept", fold(paragraph) in prose, paragraph
    elif key in ("keep", "out"):
        yield "kept" if key == "keep" else "out", (fold(value) in prose) is (key == "keep"), value
    else:
        yield key.partition("_")[0], *_field(key, value, article)


def _field(key: str, value: str, article: Article) -> tuple[bool, object]:
    if key == "day":
        mine = publish(View(article))
        return mine.day == value, mine
    if key == "outlet":
        ours = fold(article.outlet or "").removeprefix("the")
        return ours == fold(value).removeprefix("the"), article.outlet
    if key == "outlet_not":
        return fold(article.outlet or "") != fold(value), article.outlet
    if key == "title":
        return fold(article.title or "") == fold(value), article.title
    if key == "url":
        return article.url == value, article.url
    byline = (article.byline or "").casefold()
    names = [name.strip().casefold() for name in value.split(";")]
    if key == "byline_not":
        return not any(name in byline for name in names), article.byline
    return all(name in byline for name in names), article.byline


def measure(shared: Path) -> dict[str, float]:  # noqa: ARG001 - the set lies in the repository
    """Shares of facts that are right, of both halves: of all, and of each kind of the unseen one.

    ``later_``, ``fifth_`` and on: those of the sets in ``LATER``.
    """
    hits: dict[str, list[bool]] = {}
    for case in cases():
        kind = case.later + half(case.name)
        for what, right, _ in facts(case):
            hits.setdefault(f"{kind}_facts", []).append(right)
            if half(case.name) == "unseen":
                hits.setdefault(f"{kind}_{what}", []).append(right)
    return {name: 100 * sum(values) / len(values) for name, values in hits.items()}


if __name__ == "__main__":
    for shown in cases():
        if half(shown.name) == "seen" and (not sys.argv[1:] or shown.name in sys.argv[1:]):
            wrong = [fact for fact in facts(shown) if not fact[1]]
            print("wrong" if wrong else "right", shown.name)
            for what_, _, got in wrong:
                print(f"       {what_}: {got}"[:300])
    if not sys.argv[1:]:
        print({name: round(value, 1) for name, value in measure(FOLDER).items()})
