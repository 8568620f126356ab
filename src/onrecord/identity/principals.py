"""On whose behalf speakers speak: a spokesman for the Kremlin, the Kremlin for Russia."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.identity.bodies import Bodies
from onrecord.identity.books import Books
from onrecord.lazy import Lazy
from onrecord.names.organisations import organisation_key
from onrecord.names.principals import principals_of
from onrecord.records import stable_id


class Principals:
    """Names of principals as ids of speakers: the one person called so, else the organisation.

    An organisation that no article has as a speaker gets the id that it would have as one.
    """

    def __init__(self, books: Books) -> None:
        self._books = books
        self._bodies = Bodies(books)
        self._ids = Lazy[str, str](self._find)
        self._direct = Lazy[str, frozenset[str]](self._wanted)
        self._made: dict[str, str] = {}

    def of(self, speaker: str, names: Iterable[str]) -> tuple[str, ...]:
        """The principals of a speaker told to act for ``names``, less those for whom another speaks."""
        direct = self._direct[speaker] | {self._ids[name] for name in names} - {speaker}
        further = {p for d in direct for p in self._direct[d] if d not in self._direct[p]}
        return tuple(sorted(direct - further))

    def name_of(self, speaker: str) -> str:
        """What a principal is called that is no speaker: as most articles do, those that ``of`` has seen."""
        key = organisation_key(self._made[speaker])
        told = Counter[str]()
        for held in self._books.at("wanted", key):
            told.update({n: held.number for n in held.form.acts_for if organisation_key(n) == key})
        return max(told, key=lambda n: (told[n], n)) if told else self._made[speaker]

    def _wanted(self, speaker: str) -> frozenset[str]:
        forms = self._books.of_speaker(speaker)
        names = [name for h in forms for name in h.form.acts_for]
        if not forms and speaker in self._made:
            names = principals_of(self._made[speaker])
        return frozenset(self._ids[name] for name in names) - {speaker}

    def _find(self, name: str) -> str:
        called = (h for h in self._books.named(name) if h.personal and h.speaker and name in h.names)
        people = {h.speaker for h in called if h.speaker}
        if len(people) == 1:
            return people.pop()
        full = self._bodies.long_key(organisation_key(name))
        for held in self._books.at("body", full):
            if held.speaker:
                return held.speaker
        made = stable_id("speaker", full)
        self._made[made] = name
        return made
