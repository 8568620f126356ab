"""Which articles are told in one story, and which are not, where users say so against the scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, product

from onrecord.linkage import VETO
from onrecord.records import Correction

# Scores lie between -1 and 1: no mean over the pairs of a story outweighs a user's word.
BOND = 1e6

Ties = Mapping[str, Mapping[str, float]]


def ties(corrections: Iterable[Correction], present: Collection[str]) -> Ties:
    """Symmetric scores that stand in for those of pairs of which users speak; the last word counts.

    Args:
        corrections: merges and splits of stories, oldest first.
        present: the articles that there are; of others nothing is said.
    """
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for told in corrections:
        named = [a for a in told.articles if a in present]
        others = [a for a in told.apart_from if a in present]
        one = ((a, b, BOND) for a, b in combinations(named, 2) if a != b)
        apart = ((a, b, VETO) for a, b in product(named, others) if a != b)
        for a, b, score in (*one, *apart):
            found[a][b] = found[b][a] = score
    return found
