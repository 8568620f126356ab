"""Claims on real news that a reader judged from the texts alone, and what the product says of them now.

    python evals/claims.py [../shared]

``data/claims.jsonl`` holds one judged claim a line: what found it (``how``, as in ``records.measured``), the
two places by article and offsets (``pair.first``: two renderings side by side on the first screen), the
verdict, and its half: ``fit`` was read while rules were mended, ``unseen`` are other articles, drawn
afterwards. ``gone``: no rule gives it any more. ``data/claims_elsewhere.jsonl`` holds the same, in halves of
its own, of news of other years, countries and beats than all rules were written on: what stood in the open
there before any of it was read; ``records.measured`` counts what of both is still given.
``data/claims_second.jsonl`` holds what a second reader said of 129 of them, who knew neither the program nor
the first one's verdicts.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import corpora
import tokenised

from onrecord import relations
from onrecord.records import AnnotatedArticle, Relation, Story
from onrecord.records.measured import Judged
from onrecord.text import view_all

DATA = Path(__file__).parent / "data" / "claims.jsonl"
ELSEWHERE = DATA.with_name("claims_elsewhere.jsonl")
SECOND = DATA.with_name("claims_second.jsonl")
SOURCES = {
    "allsides": "data/allsides/articles.jsonl.gz",
    "clusters": "data/clusters/dev.jsonl.gz",
    "basil": "data/basil/dev.jsonl.gz",
    "polnear": "data/polnear/train.jsonl.gz",
    "ecb": "data/ecbplus/train_dev.tar.gz",
    "timeline17": "data/timeline17/dev.tar.gz",
}
_TOKENISED = {"ecb": tokenised.ecb, "timeline17": tokenised.timeline17}
# What needs no statements: two articles are dated and laid side by side.
ALONE = (
    "name.spelling", "condition.worded", "number.counted", "number.worded", "number.forest", "number.rule",
    "date.worded", "date.forest", "place.worded", "polarity.worded", "attribution.worded",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """One judged claim."""

    how: str
    a: tuple[str, int, int]
    b: tuple[str, int, int]
    verdict: str
    half: str
    source: str
    gone: bool = False


def load(path: Path = DATA) -> list[Claim]:
    """All judged claims of one file."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [
        Claim(
            r["how"], tuple(r["a"]), tuple(r["b"]), r["verdict"], r["half"], r["from"], r.get("gone", False)
        )
        for r in rows
    ]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two readers judge the same claims, those left open by either set aside: a share, Cohen's kappa."""

    claims: int
    share: float
    kappa: float


def agreement() -> Agreement:
    """Of the first reader with the second, over what both have judged."""
    first = {(c.how, c.a, c.b): c.verdict for c in load()}
    rows = (json.loads(line) for line in SECOND.read_text("utf-8").splitlines())
    pairs = [(first[r["how"], tuple(r["a"]), tuple(r["b"])], r["verdict"]) for r in rows]
    pairs = [pair for pair in pairs if "open" not in pair]
    share = sum(one == two for one, two in pairs) / len(pairs)
    ones, twos = (sum(pair[n] == "right" for pair in pairs) / len(pairs) for n in (0, 1))
    chance = ones * twos + (1 - ones) * (1 - twos)
    return Agreement(len(pairs), share, (share - chance) / (1 - chance))


def counted(claims: Iterable[Claim]) -> dict[str, Judged]:
    """By what found them, how many claims that are still made held; those left open count for nothing."""
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if not claim.gone and claim.verdict != "open":
            tally[claim.how][claim.verdict] += 1
    return {how: Judged(n["right"], n.total()) for how, n in tally.items()}


def measure(shared: Path) -> dict[str, float]:
    """By half: how many judged claims stand in the open now, how many of these hold, and their percentage."""
    if not all((shared / path).exists() for path in SOURCES.values()):
        return {}
    claims = [c for c in (*load(), *load(ELSEWHERE)) if c.how in ALONE]
    items = _articles(shared, claims)
    shown: defaultdict[str, list[bool]] = defaultdict(list)
    for claim in claims:
        if claim.verdict != "open" and claim.a[0] in items and claim.b[0] in items and _shown(claim, items):
            for name in (claim.half, f"{claim.half}.{claim.how.partition('.')[0]}"):
                shown[name].append(claim.verdict == "right")
    found: dict[str, float] = {}
    for name, held in sorted(shown.items()):
        counts = {"right": 100 * sum(held) / len(held), "held": float(sum(held)), "shown": float(len(held))}
        found |= {f"{name}.{what}": count for what, count in counts.items()}
    return found


def _shown(claim: Claim, items: Mapping[str, AnnotatedArticle]) -> bool:
    """Whether a relation of its matter at its places stands in the open."""
    pair = {i.article.id: i for i in (items[claim.a[0]], items[claim.b[0]])}
    story = Story("s", "", tuple(pair), None, None, "l")
    found = relations.read(story, pair, (), {}, view_all(pair))
    ends = {items[n].article.id: (start, end) for n, start, end in (claim.a, claim.b)}
    return any(r.shown and r.what == claim.how.partition(".")[0] and _at(r, ends) for r in found)


def _at(relation: Relation, ends: Mapping[str, tuple[int, int]]) -> bool:
    """Whether both places of a relation touch those of a claim."""
    return all(
        p.start < ends[p.article_id][1] and ends[p.article_id][0] < p.end for p in (relation.a, relation.b)
    )


def _articles(shared: Path, claims: Iterable[Claim]) -> dict[str, AnnotatedArticle]:
    """The articles of claims by the id they were given, with their time expressions."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        wanted[claim.source] |= {claim.a[0], claim.b[0]}
    found: dict[str, AnnotatedArticle] = {}
    for source, ids in wanted.items():
        path = shared / SOURCES[source]
        every = _TOKENISED[source](path) if source in _TOKENISED else corpora.rows(path)
        items = corpora.dated(row for row in every if row["id"] in ids)
        found |= {str(item.article.given_id): item for item in items}
    return found


def main() -> None:
    """Print what was judged, and what of it stands in the open."""
    for how, judged in sorted(counted((*load(), *load(ELSEWHERE))).items()):
        print(f"{how:<24}{judged.right:>4} of {judged.of}")
    both = agreement()
    print(f"two readers agree on {both.share:.1%} of {both.claims}, kappa {both.kappa:.2f}")
    for name, value in measure(corpora.asked()).items():
        print(f"{name:<32}{value:>8.1f}")


if __name__ == "__main__":
    main()
