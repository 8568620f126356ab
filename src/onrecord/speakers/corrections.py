"""What users have merged or split, applied to the clusters that the program made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.languages.transliteration import unaccented
from onrecord.records import Correction, LocalSpeaker

if TYPE_CHECKING:
    from onrecord.speakers.joining import Cluster


def apply(clusters: list[Cluster], corrections: Sequence[Correction]) -> list[Cluster]:
    """``clusters`` after ``corrections``, in their order; one that fits nothing changes nothing."""
    for correction in corrections:
        clusters = (
            _merge(clusters, correction) if correction.action == "merge" else _split(clusters, correction)
        )
    return clusters


def _named(cluster: Cluster, names: frozenset[str]) -> bool:
    return any(unaccented(v) in names for c in cluster.locals for v in (c.name, *c.variants) if v)


def _stands_at(chain: LocalSpeaker, correction: Correction) -> bool:
    return any(
        m.article_id == p.article_id and m.start < p.end and p.start < m.end
        for m in chain.mentions
        for p in correction.places
    )


def _merge(clusters: list[Cluster], correction: Correction) -> list[Cluster]:
    names = frozenset(map(unaccented, correction.names))
    meant = [
        c for c in clusters if _named(c, names) or any(_stands_at(chain, correction) for chain in c.locals)
    ]
    if len(meant) < 2:
        return clusters
    first = min(meant, key=lambda c: (c.key, c.type))
    for other in meant:
        if other is not first:
            first.locals.extend(other.locals)
            first.names.extend(n for n in other.names if n not in first.names)
            first.evidence.update(other.evidence)
    first.name = correction.names[0] if correction.names else first.name
    first.evidence[f"merged by a user{': ' + correction.note if correction.note else ''}"] = None
    gone = {id(c) for c in meant} - {id(first)}
    return [c for c in clusters if id(c) not in gone]


def _split(clusters: list[Cluster], correction: Correction) -> list[Cluster]:
    moved: list[LocalSpeaker] = []
    kept: list[Cluster] = []
    source: Cluster | None = None
    for cluster in clusters:
        out = [c for c in cluster.locals if _stands_at(c, correction)]
        if out and len(out) < len(cluster.locals):
            source = cluster
            moved.extend(out)
            cluster.locals = [c for c in cluster.locals if c not in out]
        kept.append(cluster)
    if source is None:
        return clusters
    name = correction.names[0] if correction.names else None
    own = type(source)(
        source.type, ("split", *source.key, name or min(c.article_id for c in moved)), moved, name=name
    )
    own.evidence[f"split by a user{': ' + correction.note if correction.note else ''}"] = None
    return [*kept, own]
