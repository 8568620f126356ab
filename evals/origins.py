"""Reuse of text between articles: constructed pairs, and real articles that name one wire.

    python evals/origins.py [../shared]

The 300 constructed pairs (``reuse_cases.py``) are there always. On PolNeAR train it counts, among articles
whose metadata name the same agency, the pairs in which shared text is found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import bare
import corpora
import reuse_cases

from onrecord.origins import Reuse, reuses
from onrecord.records import Article
from onrecord.text import View


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of pairs with reuse, share of right directions; wire pairs where present."""
    found = constructed()
    train = shared / "data/polnear/train.jsonl.gz"
    if train.exists():
        found |= wire_pairs(train)
    return found


def constructed() -> dict[str, float]:
    """How well reuse is told from shared quotations and boilerplate, and whose text it was first."""
    counts: Counter[str] = Counter()
    for case in reuse_cases.cases():
        reuse = next(iter(reuses(map(View, (case.a, case.b)))), None)
        counts["right"] += case.reused and reuse is not None
        counts["predicted"] += reuse is not None
        counts["gold"] += case.reused
        if case.reused and case.told and reuse is not None:
            counts["told"] += 1
            counts["direction"] += reuse.source == case.source
        if case.reused and not case.told and reuse is not None:
            counts["untold"] += 1
            counts["unclaimed"] += reuse.source is None
        counts[f"{case.kind}_wrong"] += case.reused != (reuse is not None)
    precision, recall = counts["right"] / max(1, counts["predicted"]), counts["right"] / counts["gold"]
    return {
        "reuse.P": 100 * precision,
        "reuse.R": 100 * recall,
        "reuse.F1": 200 * precision * recall / (precision + recall),
        "reuse.direction": 100 * counts["direction"] / max(1, counts["told"]),
        "reuse.no_claim_where_untold": 100 * counts["unclaimed"] / max(1, counts["untold"]),
    }


def wire_pairs(path: Path) -> dict[str, float]:
    """Pairs of PolNeAR articles whose metadata name one agency, and in how many of them text is shared."""
    by_agency: defaultdict[str, list[Article]] = defaultdict(list)
    for agency, article in _articles(path):
        by_agency[agency].append(article)
    found = [reuse for members in by_agency.values() for reuse in reuses(map(View, members))]
    pairs = sum(len(list(combinations(members, 2))) for members in by_agency.values())
    outlets = {a.id: a.outlet for members in by_agency.values() for a in members}
    return {
        "polnear.articles_naming_a_wire": float(sum(map(len, by_agency.values()))),
        "polnear.pairs_naming_one_wire": float(pairs),
        "polnear.pairs_sharing_text": float(len(found)),
        "polnear.of_these_across_outlets": float(_across(found, outlets)),
    }


def _articles(path: Path) -> Iterable[tuple[str, Article]]:
    """(agency, article) of the rows whose metadata name an agency."""
    for row in corpora.rows(path):
        wire = str(row.get("wire") or "").casefold()
        if wire not in ("", "none", "na"):
            yield wire, bare.article(row["id"], row["text"], row["date"], blocks=(), outlet=row["outlet"])


def _across(found: Iterable[Reuse], outlets: dict[str, str | None]) -> int:
    return sum(outlets[r.a] != outlets[r.b] for r in found)


def main() -> None:
    """Print the figures."""
    for name, value in measure(corpora.asked()).items():
        print(f"{name:<36}{value:>8.2f}")


if __name__ == "__main__":
    main()
