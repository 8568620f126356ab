"""The record of one speaker from its forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.identity.bodies import PREFIX as BODY
from onrecord.identity.forms import BODIES, FormCount
from onrecord.identity.profiles import Profile
from onrecord.languages import Language
from onrecord.languages.grammar import CoreferenceGrammar
from onrecord.names.organisations import organisation_key
from onrecord.names.persons import parse
from onrecord.records import Mention, Office, Speaker, SpeakerType

# Reasons kept per speaker; the first ones say the most.
_MAX_EVIDENCE = 12
_MAX_OFFICES = 24


def profile(identity: str, forms: Sequence[FormCount], language: Language) -> Profile:
    """The profile of the speaker whose forms these are, in their order."""
    named = {name for entry in forms for name in entry.form.acts_for}
    return Profile(record(identity, forms, language), tuple(sorted(named)))


def record(
    identity: str,
    forms: Sequence[FormCount],
    language: Language,
    *,
    acts_for: tuple[str, ...] = (),
    mentions: Sequence[Mention] = (),
) -> Speaker:
    """A speaker's record; its mentions are given apart, for there may be thousands."""
    kind = kind_of(forms)
    name = forms[0].shown or shown_name(forms, kind, language)
    names = Counter[str]()
    for entry in forms:
        names[entry.form.name] += entry.number
        names.update(entry.variants)
    del names[name]
    return Speaker(
        id=identity,
        name=name,
        type=kind,
        variants=tuple(sorted(names, key=lambda n: (-names[n], n))),
        offices=_offices(forms, language),
        mentions=tuple(sorted(mentions, key=lambda m: (m.article_id, m.start, m.end))),
        acts_for=acts_for,
        evidence=_evidence(forms, name, language),
    )


def kind_of(forms: Sequence[FormCount]) -> SpeakerType:
    """What kind of speaker ``forms`` are: a person if one of them is, else what most of them are."""
    if any(h.personal for h in forms):
        return "person"
    kinds = Counter[SpeakerType]()
    for entry in forms:
        kinds[entry.form.type] += entry.number
    if "group" in kinds and not any(k in BODIES for k in kinds):
        return "group"
    return max(kinds, key=lambda k: (kinds[k], k))


def shown_name(forms: Sequence[FormCount], kind: SpeakerType, language: Language) -> str:
    """The name most articles give in full; ties go to the longer, then to the alphabet."""
    counts = Counter[str]()
    for entry in forms:
        counts[entry.form.name] += entry.number
    return max(counts, key=lambda n: (_full(n, kind, language), counts[n], len(n), n))


def _full(name: str, kind: SpeakerType, language: Language) -> bool:
    return parse(name, language).full if kind == "person" else not name.isupper()


def _offices(forms: Sequence[FormCount], language: Language) -> tuple[Office, ...]:
    """The offices, first what most articles call the speaker: all wordings of one noun are counted together.

    “Chief executive”, “the firm’s chief executive” and “chief executive of Olm Ferries” outweigh one “boss”;
    of nouns given as often a party with a seat (“D-Ore.”) stands last.
    """
    counts, nouns = Counter[str](), Counter[str]()
    written: dict[str, tuple[Office, str]] = {}
    for entry in forms:
        heads = set[str]()
        for office, said in zip(entry.form.offices, entry.form.descriptions(language), strict=False):
            key = _written(office.title)
            counts[key] += entry.number
            written.setdefault(key, (office, said.head or key))
            heads.add(written[key][1])
        nouns.update(dict.fromkeys(heads, entry.number))

    begins = {noun: min(k for k, (_, n) in written.items() if n == noun) for noun in nouns}

    party = language.grammar(CoreferenceGrammar).party

    def order(key: str) -> tuple[int, bool, str, int, str]:
        office, noun = written[key]
        return -nouns[noun], bool(party.fullmatch(f",{office.title},")), begins[noun], -counts[key], key

    return tuple(written[key][0] for key in sorted(counts, key=order)[:_MAX_OFFICES])


def _written(title: str) -> str:
    return title.casefold().replace("’", "'")


def _evidence(forms: Sequence[FormCount], name: str, language: Language) -> tuple[str, ...]:
    """Why the forms are one speaker's; users' reasons first."""
    found = dict.fromkeys(note for entry in forms for note in entry.notes)
    for entry in forms:
        found.update(dict.fromkeys(entry.reasons))
        if (entry.bearer or "").startswith(BODY):
            found.update(dict.fromkeys(_body_reasons(entry, name, language)))
    return tuple(found)[:_MAX_EVIDENCE]


def _body_reasons(entry: FormCount, name: str, language: Language) -> list[str]:
    """Why a form is the organisation's that bears it and is called ``name``."""
    body = (entry.bearer or "").removeprefix(BODY)
    if organisation_key(entry.form.name, language) != body:
        return [f"{entry.form.name} is short for {body} wherever both are named"]
    return [f"{entry.form.name} = {name}: the same words"] if entry.form.name != name else []
