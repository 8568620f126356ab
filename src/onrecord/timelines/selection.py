"""Which entries of a timeline to read first."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import TimelineEntry


def select(entries: Sequence[TimelineEntry], count: int) -> tuple[TimelineEntry, ...]:
    """The ``count`` entries of greatest weight, one a date and clock first, in the order of ``entries``."""
    best: dict[tuple[str, str], TimelineEntry] = {}
    for entry in entries:
        key = (entry.clock, entry.date)
        if key not in best or entry.weight > best[key].weight:
            best[key] = entry
    ranked = sorted(best.values(), key=lambda e: (-e.weight, e.date, e.id))
    chosen = {e.id for e in ranked[:count]}
    if len(chosen) < count:
        rest = sorted((e for e in entries if e.id not in chosen), key=lambda e: (-e.weight, e.date, e.id))
        chosen |= {e.id for e in rest[: count - len(chosen)]}
    return tuple(e for e in entries if e.id in chosen)
