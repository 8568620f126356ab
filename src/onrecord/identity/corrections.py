"""What users have merged or split, applied to the speakers that the program made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from onrecord.identity.forms import FormCount, stands_at
from onrecord.languages.transliteration import unaccented
from onrecord.records import Correction, stable_id


@dataclass(slots=True, eq=False)
class NamedCluster:
    """Forms taken to be one speaker; ``own`` where each of their chains still is a speaker of its own."""

    id: str
    forms: list[FormCount]
    name: str | None = None
    notes: dict[str, None] = field(default_factory=dict)
    own: bool = False


def apply(clusters: list[NamedCluster], corrections: Sequence[Correction]) -> list[NamedCluster]:
    """``clusters`` after ``corrections``, in their order; one that fits nothing changes nothing."""
    for number, correction in enumerate(corrections):
        change = _merge if correction.action == "merge" else _split
        clusters = change(clusters, correction, number)
    return clusters


def _named(cluster: NamedCluster, names: frozenset[str]) -> bool:
    return any(unaccented(name) in names for entry in cluster.forms for name in entry.names)


def _is_spoken_of(entry: FormCount, correction: Correction, number: int) -> bool:
    if entry.form.spoken_of is not None:
        return number in entry.form.spoken_of
    return stands_at(entry.form.apart, correction)


def _note(action: str, correction: Correction) -> str:
    return f"{action} by a user{': ' + correction.note if correction.note else ''}"


def _merge(clusters: list[NamedCluster], correction: Correction, number: int) -> list[NamedCluster]:
    """Make one of the clusters that a correction names or points at."""
    names = frozenset(map(unaccented, correction.names))
    meant = [c for c in clusters if _named(c, names) or _spoken_forms(c, correction, number)]
    if len(meant) < 2 and not any(map(_is_several, meant)):
        return clusters
    first = min(meant, key=lambda c: (c.own, c.id))
    others = [c for c in meant if c is not first]
    for other in others:
        first.forms.extend(other.forms)
        first.notes.update(other.notes)
    first.name = correction.names[0] if correction.names else first.name
    first.notes[_note("merged", correction)] = None
    first.own = False
    return [c for c in clusters if c not in others]


def _spoken_forms(cluster: NamedCluster, correction: Correction, number: int) -> list[FormCount]:
    return [entry for entry in cluster.forms if _is_spoken_of(entry, correction, number)]


def _is_several(cluster: NamedCluster) -> bool:
    """Whether several chains, each a speaker of its own, are in it."""
    return cluster.own and cluster.forms[0].number > 1


def _split(clusters: list[NamedCluster], correction: Correction, number: int) -> list[NamedCluster]:
    """Take the forms at the correction's places out, and give them to whoever bears its name."""
    name = next(iter(correction.names), None)
    spoken = {c.id: _spoken_forms(c, correction, number) for c in clusters}
    moved = list(chain.from_iterable(spoken.values()))
    source = next((c for c in clusters if spoken[c.id]), None)
    if source is None or (name is None and len(moved) == len(source.forms)):
        return clusters  # nothing stands there, or it is a speaker of its own already
    for cluster in clusters:
        cluster.forms = [entry for entry in cluster.forms if entry not in moved]
    kept = [c for c in clusters if c.forms]
    bearer = _bearer(kept, name)
    if bearer is None:
        made = stable_id("speaker", "split", source.id, name or str(min(h.key for h in moved)))
        bearer = NamedCluster(made, [], name=name)
        kept.append(bearer)
    bearer.forms.extend(moved)
    bearer.notes[_note("split", correction)] = None
    return kept


def _bearer(clusters: list[NamedCluster], name: str | None) -> NamedCluster | None:
    """The first cluster that is called so, those left out in which each chain is a speaker of its own."""
    if not name:
        return None
    return next((c for c in clusters if not c.own and _named(c, frozenset({unaccented(name)}))), None)
