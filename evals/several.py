"""What differs between two to four outlets that tell one thing: invented stories with known differences.

    python evals/several.py [--seen] [--again]

Each file of ``evals/sets/several`` is one story, told by an agency, a paper, a broadcaster, in words of their
own, on their own days, some without one: what differs between them was planted, and so was what does not
(rounded, in another unit, later news, a part of the whole). All were written before the product read any of
them. A difference is found where a finding of its kind has its words in articles of both sides, or, of a
bound, a denial, a speaker and a position, the words of one side and an article of the other; whatever else is
claimed is false. Twelve more, of other beats, stand in ``several_again``: written when those before had been
learned from, and counted for themselves. Halves are drawn by a hash of the names.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import halves
import product

from onrecord.records import Corpus, Finding, Place

HOME = Path(__file__).resolve().parent / "sets"
# Names of figures by the folders that they are of.
SETS = {"": "several", "again.": "several_again"}
# What merely shows how the wording differs, or dates, is claimed to be nothing.
_NO_CLAIM = frozenset(("wording", "timeline"))
# Of these one side's words tell, since the other has none or the same.
_ONE_SIDED = frozenset(("condition", "attribution", "position", "polarity"))

Words = tuple[str, str]  # an article's key, and words of it


@dataclass(frozen=True, slots=True)
class Differs:
    """A planted difference: where either side tells it."""

    kind: str
    sides: tuple[tuple[Words, ...], tuple[Words, ...]]


@dataclass(frozen=True, slots=True)
class Several:
    """One story as several outlets tell it."""

    name: str
    half: halves.Half
    articles: tuple[dict[str, str], ...]
    differs: tuple[Differs, ...]


def load(name: str = "", home: Path = HOME) -> list[Several]:
    """The stories of a set; every second one, by a hash of the names, is unseen."""
    files = sorted((home / SETS[name]).glob("*.toml"), key=lambda f: hashlib.sha256(f.stem.encode()).digest())
    return [_story(file, halves.HALVES[n % 2]) for n, file in enumerate(files)]


def _story(file: Path, half: halves.Half) -> Several:
    told = tomllib.loads(file.read_text("utf-8"))
    articles = tuple({**a, "text": a["text"].strip()} for a in told["article"])
    texts = {a["key"]: a["text"] for a in articles}
    differs = tuple(
        Differs(d["kind"], (_words(d["a"], texts), _words(d["b"], texts))) for d in told["differs"]
    )
    return Several(file.stem, half, articles, differs)


def _words(given: str | list[str], texts: dict[str, str]) -> tuple[Words, ...]:
    found = [tuple(g.split(": ", 1)) for g in ([given] if isinstance(given, str) else given)]
    for key, words in found:
        if texts[key].count(words) != 1:
            raise ValueError(f"not once in {key}: {words}")
    return tuple((key, words) for key, words in found)


def read(stories: Iterable[Several]) -> Corpus:
    """The product's reading of all articles at once."""
    rows = [
        {"id": f"{s.name}.{a['key']}", "outlet": a["outlet"], "text": a["text"]}
        | ({"date": a["day"]} if a["day"] != "-" else {})
        for s in stories
        for a in s.articles
    ]
    return product.corpus(rows)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands in the open and behind the fold of each planted difference, and what else is claimed."""

    found: tuple[tuple[Differs, str], ...]
    false: tuple[Finding, ...]


def judge(story: Several, corpus: Corpus) -> Verdict:
    """A story's findings beside what was planted."""
    texts = {str(i.article.given_id): i.article for i in corpus.articles}
    mine = {texts[f"{story.name}.{a['key']}"].id: a["key"] for a in story.articles}
    whole = {
        texts[f"{story.name}.{a['key']}"].id: texts[f"{story.name}.{a['key']}"].text for a in story.articles
    }
    claims = [
        f
        for f in corpus.findings
        if f.kind not in _NO_CLAIM and f.places and {p.article_id for p in f.places} <= set(mine)
    ]
    told = {id(f): {id(d) for d in story.differs if _is_of(f, d, mine, whole)} for f in claims}
    found = tuple((d, _where([f for f in claims if id(d) in told[id(f)]])) for d in story.differs)
    # What a later article may have learned is said to be later, and no clash.
    return Verdict(found, tuple(f for f in claims if not told[id(f)] and not f.explained_by_time))


def _where(found: Sequence[Finding]) -> str:
    return "open" if any(f.shown for f in found) else "folded" if found else "missed"


def _is_of(finding: Finding, differs: Differs, keys: dict[str, str], texts: dict[str, str]) -> bool:
    if finding.kind != differs.kind or len(finding.places) < 2:
        return False
    for side, other in (differs.sides, differs.sides[::-1]):
        for a in finding.places:
            for b in finding.places:
                if a.article_id == b.article_id:
                    continue
                near, far = _holds(a, side, keys, texts), _holds(b, other, keys, texts)
                of_both = keys[b.article_id] in {key for key, _ in other}
                if near and (far or (of_both and differs.kind in _ONE_SIDED)):
                    return True
    return False


def _holds(place: Place, side: Iterable[Words], keys: dict[str, str], texts: dict[str, str]) -> bool:
    """Whether a place touches a side's words."""
    for key, words in side:
        start = texts[place.article_id].find(words)
        if key == keys[place.article_id] and place.start < start + len(words) and start < place.end:
            return True
    return False


def measure(shared: Path) -> dict[str, float]:
    """Of each half, percent of planted differences in the open and found at all; false claims a story."""
    del shared
    return {f"{name}{key}": value for name in SETS for key, value in _figures(load(name)).items()}


def _figures(stories: Sequence[Several]) -> dict[str, float]:
    corpus = read(stories)
    figures: dict[str, float] = {}
    for half in halves.HALVES:
        told = [judge(s, corpus) for s in stories if s.half == half]
        where = [w for v in told for _, w in v.found]
        false = [f for v in told for f in v.false]
        figures |= halves.named(
            half,
            {
                "open": 100 * where.count("open") / len(where),
                "found": 100 * (len(where) - where.count("missed")) / len(where),
                "false_open": sum(f.shown for f in false) / len(told),
                "false_folded": sum(not f.shown for f in false) / len(told),
            },
        )
    return figures


def main() -> None:
    """Print the figures by story; ``--seen`` what was found and claimed in those of that half."""
    stories = load("again." if "--again" in sys.argv else "")
    corpus = read(stories)
    for story in stories:
        verdict = judge(story, corpus)
        where = [w for _, w in verdict.found]
        print(
            f"{story.half:<8}{story.name if story.half == 'seen' else '':<18}open {where.count('open')}"
            f" folded {where.count('folded')} of {len(where)}; false:"
            f" open {sum(f.shown for f in verdict.false)}, folded {sum(not f.shown for f in verdict.false)}"
        )
        if story.half == "seen" and "--seen" in sys.argv:
            _print(story, verdict, corpus)


def _print(story: Several, verdict: Verdict, corpus: Corpus) -> None:
    texts: dict[str, Any] = {i.article.id: i.article for i in corpus.articles}
    groups = {
        s.id[-4:]: [texts[a].outlet for a in s.article_ids]
        for s in corpus.stories
        if any(str(texts[a].given_id).startswith(story.name) for a in s.article_ids)
    }
    print("   stories", groups)
    for differs, where in verdict.found:
        print(f"   {where:<8}{differs.kind:<12}{differs.sides[0][0]} | {differs.sides[1][0]}")
    for f in verdict.false:
        print(f"   FALSE {'open' if f.shown else 'folded'} {f.kind}: {f.note}")
        for p in f.places:
            print(f"       {texts[p.article_id].outlet}: {texts[p.article_id].text[p.start : p.end]!r}")


if __name__ == "__main__":
    main()
