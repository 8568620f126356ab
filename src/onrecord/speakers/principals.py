"""On whose behalf speakers speak: a spokesman for the Kremlin, the Kremlin for Russia."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.languages.english.speakers.countries import NATION_OF
from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.records import Speaker, stable_id
from onrecord.speakers.organisations import organisation_key


def add_principals(
    speakers: Sequence[Speaker], wanted: Mapping[str, Sequence[str]], producer: str
) -> list[Speaker]:
    """``speakers`` with ``acts_for`` filled from names (``wanted``), and a record for every principal named.

    Principals of principals are followed (spokesman, Kremlin, Russia); nobody acts for itself.
    """
    by_key = {organisation_key(s.name): s for s in speakers if s.type == "organisation"}
    people = Counter(name for s in speakers if s.type == "person" for name in {s.name, *s.variants})
    by_name = {n: s for s in speakers if s.type == "person" for n in (s.name, *s.variants) if people[n] == 1}
    acts: dict[str, list[str]] = {}
    found = {s.id: s for s in speakers}
    todo = [(s.id, name) for s in speakers for name in wanted.get(s.id, ())]
    while todo:
        agent, name = todo.pop()
        key = organisation_key(name)
        principal = by_name.get(name) or by_key.get(key)
        if principal is None:
            principal = Speaker(
                stable_id("speaker", "organisation", key), name, "organisation", producer=producer
            )
            by_key[key] = found[principal.id] = principal
            todo.extend((principal.id, further) for further in principals_of(name))
        if principal.id != agent and principal.id not in acts.setdefault(agent, []):
            acts[agent].append(principal.id)
    return [replace(s, acts_for=_nearest(acts, s.id)) for s in found.values()]


def _nearest(acts: Mapping[str, list[str]], agent: str) -> tuple[str, ...]:
    """The principals of ``agent`` less those for whom another of them speaks already."""
    direct = acts.get(agent, [])
    further = {p for d in direct for p in acts.get(d, ()) if d not in acts.get(p, ())}
    return tuple(sorted(set(direct) - further))


def principals_of(name: str) -> list[str]:
    """Names of those for whom an organisation speaks by what it is called; a country speaks for itself."""
    low = name.casefold().removeprefix("the ")
    if low in METONYMS and METONYMS[low][1]:
        return [METONYMS[low][1] or ""]
    nation = NATION_OF.get(low) or (NATION_OF.get(low.split()[0]) if low.split() else None)
    return [nation] if nation and nation.casefold() != low else []
