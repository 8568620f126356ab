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
    """Take the chains at the correction's places out, and give them to whoever bears its name."""
    name = correction.names[0] if correction.names else None
    source = next((c for c in clusters if any(_stands_at(chain, correction) for chain in c.locals)), None)
    moved = [chain for c in clusters for chain in c.locals if _stands_at(chain, correction)]
    if source is None or (name is None and len(moved) == len(source.locals)):
        return clusters  # nothing stands there, or it is a speaker of its own already
    evidence = f"split by a user{': ' + correction.note if correction.note else ''}"
    key = ("split", *source.key, name or min(c.article_id for c in moved))
    for cluster in clusters:
        cluster.locals = [c for c in cluster.locals if c not in moved]
    kept = [c for c in clusters if c.locals]
    bearer = next((c for c in kept if name and _named(c, frozenset({unaccented(name)}))), None)
    if bearer is None:
        bearer = type(source)(source.type, key, [], name=name)
        kept.append(bearer)
    bearer.locals.extend(moved)
    bearer.evidence[evidence] = None
    return kept
