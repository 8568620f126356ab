"""What an editor would name at once, and what none would: pairs of invented articles, read whole.

    python evals/differing.py [--seen]

``evals/sets/differing`` holds pairs of two articles that tell one thing and clash in one place, or of which
one lacks a bound (``clashes.toml``), and pairs that only tell it in other words, units or order, later or of
another occasion (``harmless.toml``); in ``…_again.toml`` stand such pairs of other kinds, in ``…_third.toml``
short reports in words of their own, written when those before had been learned from, and counted for
themselves. All were written before the product read any of them. A difference is found where a finding of its
kind has its words, or, for whose words they are and for a position, both articles; it stands in the open or
waits behind the fold. Halves are drawn within each kind, by a hash of the names.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import halves
import product

from onrecord.records import Corpus, Finding

HOME = Path(__file__).resolve().parent / "sets" / "differing"
# What merely shows how the wording differs, or dates, is claimed to be nothing.
_NO_CLAIM = frozenset(("wording", "timeline"))
_WHOLE = frozenset(("attribution", "position"))
_ONE_SIDED = frozenset(("condition", "polarity"))
# "Not yet" is a condition of time and a denial: it counts as either.
_EITHER = {"permit-not-yet": frozenset(("condition", "polarity"))}
# Names of figures by the files that they are of.
SETS = {
    "": ("clashes", "harmless"),
    "again.": ("clashes_again", "harmless_again"),
    "third.": ("clashes_third", "harmless_third"),
}
WORD = re.compile(r"[\w$.-]*\w")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, and what differs: a ``kind`` of finding and the ``words`` of each, or nothing."""

    name: str
    kind: str
    clash: bool
    half: halves.Half
    texts: tuple[str, str]
    outlets: tuple[str, str]
    days: tuple[str, str]
    words: tuple[str, str] | None


def load(name: str = "", home: Path = HOME) -> list[Pair]:
    """The pairs of a set, those that clash first."""
    return [pair for file in SETS[name] for pair in of_file(home / f"{file}.toml")]


def of_file(file: Path) -> Iterator[Pair]:
    """The pairs of one file, in its order."""
    rows = tomllib.loads(file.read_text("utf-8"))["pair"]
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: hashlib.sha256(r["name"].encode()).digest()):
        kinds[row["kind"]].append(row["name"])
    drawn = {name: halves.HALVES[n % 2] for names in kinds.values() for n, name in enumerate(names)}
    for row in rows:
        words = tuple(row["places"]) if "places" in row else None
        texts = row["one"].strip(), row["two"].strip()
        outlets, days = tuple(row["outlets"]), tuple(row["days"])
        yield Pair(
            row["name"], row["kind"], words is not None, drawn[row["name"]], texts, outlets, days, words
        )


def read(pairs: Iterable[Pair]) -> Corpus:
    """The product's reading of all articles at once."""
    rows = [
        {"id": f"{p.name}-{side}", "outlet": outlet, "date": day, "text": text}
        for p in pairs
        for side, outlet, day, text in zip("ab", p.outlets, p.days, p.texts, strict=True)
    ]
    return product.corpus(rows)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where what differs stands: "open", "folded", "missed"; and what else is claimed of the pair, where."""

    where: str
    besides: Mapping[str, list[Finding]]


def verdicts(pairs: Iterable[Pair], corpus: Corpus) -> Iterator[tuple[Pair, Verdict]]:
    """Each pair with what the findings say of it."""
    ids = {str(item.article.given_id): item.article for item in corpus.articles}
    for pair in pairs:
        pair_ids = [ids[f"{pair.name}-{side}"].id for side in "ab"]
        found = [f for f in corpus.findings if f.kind not in _NO_CLAIM and _between(f, pair_ids)]
        kinds = _EITHER.get(pair.name, frozenset((pair.kind,))) if pair.clash else frozenset()
        asked = [f for f in found if f.kind in kinds and has(f, pair, pair_ids, corpus)]
        where = "open" if any(f.shown for f in asked) else "folded" if asked else "missed"
        # What a later article may have learned is said to be later, and no clash.
        others = [f for f in found if f not in asked and not f.explained_by_time]
        besides = {"open": [f for f in others if f.shown], "folded": [f for f in others if not f.shown]}
        yield pair, Verdict(where, besides)


def _between(finding: Finding, pair_ids: list[str]) -> bool:
    return bool(finding.places) and {p.article_id for p in finding.places} <= set(pair_ids)


def has(finding: Finding, pair: Pair, pair_ids: list[str], corpus: Corpus) -> bool:
    """Whether a finding's places hold words that only one side's differing words have.

    A bound stands on one side only, and so do words that were put in its place.
    """
    if pair.kind in _WHOLE or pair.words is None:
        return True
    texts = {item.article.id: item.article.text for item in corpus.articles if item.article.id in pair_ids}
    told = [frozenset(WORD.findall(w.casefold())) for w in pair.words]
    own = dict(zip(pair_ids, (told[0] - told[1], told[1] - told[0]), strict=True))
    held = [
        bool(own[p.article_id] & set(WORD.findall(texts[p.article_id][p.start : p.end].casefold())))
        for p in finding.places
    ]
    return any(held) if pair.kind in _ONE_SIDED else all(held)


def measure(shared: Path) -> dict[str, float]:
    """Of each half, percent of the clashes in the open, of those found at all, and of false claims."""
    del shared
    figures: dict[str, float] = {}
    for name in SETS:
        pairs = load(name)
        told = list(verdicts(pairs, read(pairs)))
        for half in halves.HALVES:
            mine = [(p, v) for p, v in told if p.half == half]
            figures |= halves.named(half, {name + figure: value for figure, value in _figures(mine).items()})
    return figures


def _figures(told: list[tuple[Pair, Verdict]]) -> dict[str, float]:
    clashes = [v for p, v in told if p.clash]
    harmless = [v for p, v in told if not p.clash]
    return {
        "open": _percent(v.where == "open" for v in clashes),
        "found": _percent(v.where != "missed" for v in clashes),
        "wrong_open": _percent(bool(v.besides["open"]) for _, v in told),
        "harmless_open": _percent(bool(v.besides["open"]) for v in harmless),
        "harmless_folded": _percent(bool(v.besides["folded"]) for v in harmless),
    }


def _percent(holds: Iterable[bool]) -> float:
    kept = list(holds)
    return 100 * sum(kept) / len(kept)


def main() -> None:
    """Print both sets' figures by kind; ``--seen`` the pairs of that half one by one."""
    for name in SETS:
        pairs = load(name)
        told = list(verdicts(pairs, read(pairs)))
        for half in halves.HALVES:
            by_kind = Counter((p.kind, v.where) for p, v in told if p.half == half and p.clash)
            print(name, half, dict(sorted(by_kind.items())))
            mine = [(p, v) for p, v in told if p.half == half]
            print(
                name,
                half,
                "wrong in the open:",
                sum(bool(v.besides["open"]) for _, v in mine),
                "of",
                len(mine),
            )
        for pair, verdict in (pv for pv in told if pv[0].half == "seen" and "--seen" in sys.argv):
            print(f"{pair.name:<20}{pair.kind:<12}{verdict.where if pair.clash else ''}")
            for where, found in verdict.besides.items():
                for f in found:
                    print(f"    {where} {f.kind}: {f.note}")


if __name__ == "__main__":
    main()
