"""What users have merged or split, applied to the speakers that the program made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.identity.forms import Held, stands_at
from onrecord.languages.transliteration import unaccented
from onrecord.records import Correction, stable_id


@dataclass(slots=True, eq=False)
class Party:
    """Forms taken to be one speaker; ``own`` where each of their chains still is a speaker of its own."""

    id: str
    forms: list[Held]
    name: str | None = None
    notes: dict[str, None] = field(default_factory=dict)
    own: bool = False


def apply(parties: list[Party], corrections: Sequence[Correction]) -> list[Party]:
    """``parties`` after ``corrections``, in their order; one that fits nothing changes nothing."""
    for number, correction in enumerate(corrections):
        change = _merge if correction.action == "merge" else _split
        parties = change(parties, correction, number)
    return parties


def _named(party: Party, names: frozenset[str]) -> bool:
    return any(unaccented(name) in names for held in party.forms for name in held.names)


def _is_spoken_of(held: Held, correction: Correction, number: int) -> bool:
    if held.form.spoken_of is not None:
        return number in held.form.spoken_of
    return stands_at(held.form.apart, correction)


def _note(action: str, correction: Correction) -> str:
    return f"{action} by a user{': ' + correction.note if correction.note else ''}"


def _merge(parties: list[Party], correction: Correction, number: int) -> list[Party]:
    names = frozenset(map(unaccented, correction.names))
    meant = [
        p for p in parties if _named(p, names) or any(_is_spoken_of(h, correction, number) for h in p.forms)
    ]
    if not meant or (len(meant) == 1 and not (meant[0].own and meant[0].forms[0].number > 1)):
        return parties
    first = min(meant, key=lambda p: (p.own, p.id))
    for other in meant:
        if other is not first:
            first.forms.extend(other.forms)
            first.notes.update(other.notes)
    first.name = correction.names[0] if correction.names else first.name
    first.notes[_note("merged", correction)] = None
    first.own = False
    gone = {id(p) for p in meant} - {id(first)}
    return [p for p in parties if id(p) not in gone]


def _split(parties: list[Party], correction: Correction, number: int) -> list[Party]:
    """Take the forms at the correction's places out, and give them to whoever bears its name."""
    name = correction.names[0] if correction.names else None
    moved = [h for p in parties for h in p.forms if _is_spoken_of(h, correction, number)]
    source = next((p for p in parties if any(h in moved for h in p.forms)), None)
    if source is None or (name is None and len(moved) == len(source.forms)):
        return parties  # nothing stands there, or it is a speaker of its own already
    made = stable_id("speaker", "split", source.id, name or str(min(h.key for h in moved)))
    for party in parties:
        party.forms = [h for h in party.forms if h not in moved]
    kept = [p for p in parties if p.forms]
    bearer = next((p for p in kept if name and not p.own and _named(p, frozenset({unaccented(name)}))), None)
    if bearer is None:
        bearer = Party(made, [], name=name)
        kept.append(bearer)
    bearer.forms.extend(moved)
    bearer.notes[_note("split", correction)] = None
    return kept
