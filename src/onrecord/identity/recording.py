"""The record of one speaker from its forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.identity.bodies import PREFIX as BODY
from onrecord.identity.forms import BODIES, Held
from onrecord.names.organisations import organisation_key
from onrecord.names.persons import parse
from onrecord.records import Mention, Office, Speaker, SpeakerType

# Reasons kept per speaker; the first ones say the most.
_MAX_EVIDENCE = 12
_MAX_OFFICES = 24


def record(
    identity: str, forms: Sequence[Held], *, acts_for: tuple[str, ...] = (), mentions: Sequence[Mention] = ()
) -> Speaker:
    """A speaker's record; its mentions are given apart, for there may be thousands."""
    kind = kind_of(forms)
    name = forms[0].shown or shown_name(forms, kind)
    names = Counter[str]()
    for held in forms:
        names[held.form.name] += held.number
        names.update(held.variants)
    del names[name]
    return Speaker(
        id=identity,
        name=name,
        type=kind,
        variants=tuple(sorted(names, key=lambda n: (-names[n], n))),
        offices=_offices(forms),
        mentions=tuple(sorted(mentions, key=lambda m: (m.article_id, m.start, m.end))),
        acts_for=acts_for,
        evidence=_evidence(forms, name),
    )


def kind_of(forms: Sequence[Held]) -> SpeakerType:
    """What kind of speaker ``forms`` are: a person if one of them is, else what most of them are."""
    if any(h.personal for h in forms):
        return "person"
    kinds = Counter[SpeakerType]()
    for held in forms:
        kinds[held.form.type] += held.number
    if "group" in kinds and not any(k in BODIES for k in kinds):
        return "group"
    return max(kinds, key=lambda k: (kinds[k], k))


def shown_name(forms: Sequence[Held], kind: SpeakerType) -> str:
    """The name most articles give in full; ties go to the longer, then to the alphabet."""
    counts = Counter[str]()
    for held in forms:
        counts[held.form.name] += held.number
    return max(counts, key=lambda n: (_full(n, kind), counts[n], len(n), n))


def _full(name: str, kind: SpeakerType) -> bool:
    return parse(name).full if kind == "person" else not name.isupper()


def _offices(forms: Sequence[Held]) -> tuple[Office, ...]:
    """The offices that most articles give first."""
    counts, written = Counter[str](), dict[str, Office]()
    for held in forms:
        for office in held.form.offices:
            key = office.title.casefold().replace("’", "'")
            counts[key] += held.number
            written.setdefault(key, office)
    return tuple(written[key] for key in sorted(counts, key=lambda k: (-counts[k], k))[:_MAX_OFFICES])


def _evidence(forms: Sequence[Held], name: str) -> tuple[str, ...]:
    """Why the forms are one speaker's; users' reasons first."""
    found = dict.fromkeys(note for held in forms for note in held.notes)
    for held in forms:
        found.update(dict.fromkeys(held.reasons))
        body = (held.bearer or "").removeprefix(BODY)
        if body == held.bearer:
            continue
        if organisation_key(held.form.name) != body:
            found[f"{held.form.name} is short for {body} wherever both are named"] = None
        elif held.form.name != name:
            found[f"{held.form.name} = {name}: the same words"] = None
    return tuple(found)[:_MAX_EVIDENCE]
