"""On whose behalf speakers speak: a spokesman for the Kremlin, the Kremlin for Russia."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.identity.bodies import Bodies
from onrecord.identity.forms import FormCount
from onrecord.identity.index import FormIndex
from onrecord.languages.transliteration import unaccented
from onrecord.lazy import Lazy
from onrecord.names.organisations import organisation_key
from onrecord.names.principals import principals_of
from onrecord.records import stable_id


class Principals:
    """Names of principals as ids of speakers: the one person called so, else the organisation.

    An organisation that no article has as a speaker gets the id that it would have as one.
    """

    def __init__(self, index: FormIndex) -> None:
        self._index = index
        self._bodies = Bodies(index)
        self._ids = Lazy[str, str](self._find)
        self._direct = Lazy[str, frozenset[str]](self._wanted)
        self._made: dict[str, str] = {}

    def fetch(self, names: Iterable[str]) -> None:
        """Ask at once for what ``of`` and ``name_of`` will ask for, told these names."""
        language, todo = self._index.language, set(names)
        while todo := todo - self._ids.keys():
            keys = {organisation_key(name, language) for name in todo}
            called = {("name", unaccented(name)) for name in todo}
            self._index.fetch_blocks(called | {(kind, key) for key in keys for kind in ("short", "body")})
            speakers = {self._ids[name] for name in todo}
            self._index.fetch_speakers(speakers)
            made = {organisation_key(self._made[s], language) for s in speakers if s in self._made}
            self._index.fetch_blocks(("wanted", key) for key in made)
            todo = {name for s in speakers for name in self._index.acts_for(s) or ()}

    def of(self, speaker: str, names: Iterable[str]) -> tuple[str, ...]:
        """The principals of a speaker told to act for ``names``, less those for whom another speaks."""
        direct = self._direct[speaker] | {self._ids[name] for name in names} - {speaker}
        further = {p for d in direct for p in self._direct[d] if d not in self._direct[p]}
        return tuple(sorted(direct - further))

    def named(self, speaker: str, forms: Iterable[FormCount]) -> set[str]:
        """For whom a speaker acts as ``forms`` tell, those included for whom another speaks."""
        return {self._ids[name] for name in {n for h in forms for n in h.form.acts_for}} - {speaker}

    def name_of(self, speaker: str) -> str:
        """What a principal is called that is no speaker: as most articles do, those that ``of`` has seen."""
        language = self._index.language
        key = organisation_key(self._made[speaker], language)
        told = Counter[str]()
        for entry in self._index.in_block("wanted", key):
            told.update(
                {n: entry.number for n in entry.form.acts_for if organisation_key(n, language) == key}
            )
        return max(told, key=lambda n: (told[n], n)) if told else self._made[speaker]

    def _wanted(self, speaker: str) -> frozenset[str]:
        names: Iterable[str] | None = self._index.acts_for(speaker)
        if names is None and speaker in self._made:
            names = principals_of(self._made[speaker], self._index.language)
        return frozenset(self._ids[name] for name in names or ()) - {speaker}

    def _find(self, name: str) -> str:
        people = self._people(name)
        if len(people) == 1:
            return people.pop()
        full = self._bodies.long_key(organisation_key(name, self._index.language))
        known = self._index.speaker_in("body", full)
        if known is not None:
            return known
        made = stable_id("speaker", full)
        self._made[made] = name
        return made

    def _people(self, name: str) -> set[str]:
        """The persons who are called exactly so."""
        forms = self._index.persons_in("name", unaccented(name))
        return {h.speaker for h in forms if h.speaker and (name == h.form.name or name in h.variants)}
