"""Who is who, asked for some chains or for all: the speakers of chains, and for whom these speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.identity.forms import FormCount, form_of, own_id
from onrecord.identity.index import FormIndex
from onrecord.identity.parting import is_apart
from onrecord.identity.principals import Principals
from onrecord.identity.profiles import Profile
from onrecord.identity.recording import record
from onrecord.languages import Language
from onrecord.records import Correction, LocalSpeaker, Mention, Speaker


class Directory:
    """The speakers that joining found, by what was kept of them."""

    def __init__(self, index: FormIndex, corrections: Sequence[Correction]) -> None:
        self._index = index
        self._corrections = corrections
        self._principals = Principals(index)
        self._records: dict[str, Speaker] = {}

    def is_called(self, name: str) -> bool:
        """Whether a chain has this name, case and accents ignored."""
        return bool(self._index.named(name))

    def owner(self, chains: Iterable[LocalSpeaker]) -> dict[str, str]:
        """Chain id -> speaker id, for the chains that have a name."""
        keyed = self._keyed(chains)
        profiles = self._index.profiles_of({key for _, key in keyed})
        found = {c.id: profiles[key].speaker.id for c, key in keyed if key in profiles}
        left = ((c, key) for c, key in keyed if key not in profiles)
        return found | {c.id: self._id(c, entry) for c, entry in self._entries(left)}

    def speakers(self, chains: Iterable[LocalSpeaker], *, mentions: bool = False) -> dict[str, Speaker]:
        """The speakers of ``chains`` by id, and those on whose behalf they speak.

        Their ``mentions`` are those in ``chains``, when asked for, and empty otherwise.
        """
        places: dict[str, list[Mention]] = defaultdict(list)
        keyed = self._keyed(chains)
        profiles = self._index.profiles_of({key for _, key in keyed})
        entries = self._entries((chain, key) for chain, key in keyed if key not in profiles)
        if mentions:
            own = [(profiles[key].speaker.id, chain) for chain, key in keyed if key in profiles]
            for speaker, chain in [*own, *((self._id(c, entry), c) for c, entry in entries)]:
                places[speaker].extend(chain.mentions)
        forms = self._forms_of(entries)
        self._index.fetch_speakers(forms)
        known = {profile.speaker.id: profile for profile in profiles.values()}
        self._fetch_principals(forms, known)
        found = {
            s: self._of_profile(known[s], places[s]) if s in known else self._record(s, forms[s], places[s])
            for s in sorted({*forms, *known})
        }
        self._add_principals(found)
        return found

    def _fetch_principals(
        self, forms: Mapping[str, Sequence[FormCount]], known: Mapping[str, Profile]
    ) -> None:
        """Load those for whom speakers speak, whose forms, or profiles, are given by id."""
        acting = {n for held in forms.values() for h in held for n in h.form.acts_for}
        self._principals.fetch(acting.union(*(profile.acts_for for profile in known.values())))

    def _forms_of(self, entries: Sequence[tuple[LocalSpeaker, FormCount]]) -> dict[str, list[FormCount]]:
        """The forms of the speakers that chains without a profile are of."""
        self._index.fetch_speakers({entry.speaker for _, entry in entries if entry.speaker})
        forms: dict[str, list[FormCount]] = defaultdict(list)
        for chain, entry in entries:
            speaker = self._id(chain, entry)
            if not entry.speaker:
                forms[speaker].append(_alone(chain, entry))
            elif speaker not in forms:
                forms[speaker] = self._index.of_speaker(speaker)
        return forms

    def speaker(self, speaker_id: str, chains: Sequence[LocalSpeaker]) -> Speaker | None:
        """One speaker, with its mentions in ``chains``; None where neither these nor a form tell of it."""
        found = self.acquainted(speaker_id, chains)
        if found:
            return found[speaker_id]
        return self._by_id(speaker_id)

    def acquainted(self, speaker_id: str, chains: Sequence[LocalSpeaker]) -> dict[str, Speaker]:
        """A speaker with its mentions in ``chains``, and for whom it speaks; none where these lack it."""
        keys = self._index.keys_of(speaker_id)
        if keys:  # of the other chains nothing has to be loaded
            own = [c for c in chains if self._key(c) in keys]
        else:
            owners = self.owner(chains)
            own = [c for c in chains if owners.get(c.id) == speaker_id]
        return self.speakers(own, mentions=True) if own else {}

    def everybody(self, chains: Sequence[LocalSpeaker]) -> tuple[tuple[Speaker, ...], dict[str, str]]:
        """All speakers by name, with their mentions in ``chains``, and the speaker of each chain."""
        ordered = sorted((c for c in chains if c.name), key=lambda c: (c.article_id, c.id))
        found = self.speakers(ordered, mentions=True)
        return tuple(sorted(found.values(), key=lambda s: (s.name, s.id))), self.owner(ordered)

    def _keyed(self, chains: Iterable[LocalSpeaker]) -> list[tuple[LocalSpeaker, int]]:
        """The chains that have a form, with its key."""
        return [(chain, key) for chain in chains if (key := self._key(chain)) is not None]

    def _entries(self, keyed: Iterable[tuple[LocalSpeaker, int]]) -> list[tuple[LocalSpeaker, FormCount]]:
        """The chains whose forms are there, with their entries."""
        keys = list(keyed)
        self._index.fetch({key for _, key in keys})
        return [(chain, entry) for chain, key in keys if (entry := self._index.find(key)) is not None]

    def _key(self, chain: LocalSpeaker) -> int | None:
        form = form_of(chain, apart=is_apart(chain, self._corrections))
        return None if form is None else form.key

    def _record(self, speaker: str, forms: Sequence[FormCount], mentions: Sequence[Mention]) -> Speaker:
        if speaker in self._records and not mentions:
            return self._records[speaker]
        acts_for = self._principals.of(speaker, (name for h in forms for name in h.form.acts_for))
        if self._index.lasting and forms[0].speaker and not mentions:
            found = _lasting_record(speaker, tuple(forms), self._index.language, acts_for)
        else:
            found = record(speaker, forms, self._index.language, acts_for=acts_for, mentions=mentions)
        if forms[0].speaker and not mentions:
            self._records[speaker] = found
        return found

    def _of_profile(self, profile: Profile, mentions: Sequence[Mention]) -> Speaker:
        acts_for = self._principals.of(profile.speaker.id, profile.acts_for)
        told = tuple(sorted(mentions, key=lambda m: (m.article_id, m.start, m.end)))
        return replace(profile.speaker, acts_for=acts_for, mentions=told)

    def _by_id(self, speaker: str) -> Speaker | None:
        """The record of a speaker without its mentions; None where no form tells of it."""
        if profile := self._index.profile(speaker):
            return self._of_profile(profile, ())
        forms = self._index.of_speaker(speaker)
        return self._record(speaker, forms, ()) if forms else None

    def _add_principals(self, found: dict[str, Speaker]) -> None:
        """Add those on whose behalf the speakers in ``found`` speak, and so on."""
        todo = [p for s in found.values() for p in s.acts_for if p not in found]
        while todo:
            speaker = todo.pop()
            if speaker in found:
                continue
            found[speaker] = self._principal(speaker)
            todo.extend(found[speaker].acts_for)

    def _principal(self, speaker: str) -> Speaker:
        """The record of one on whose behalf others speak, whether an article has it as a speaker or not."""
        if (found := self._by_id(speaker)) is not None:
            return found
        name, acts_for = self._principals.name_of(speaker), self._principals.of(speaker, ())
        return Speaker(speaker, name, "organisation", acts_for=acts_for)

    def _id(self, chain: LocalSpeaker, entry: FormCount) -> str:
        return entry.speaker or own_id(chain, self._index.language, personal=entry.personal)


@lru_cache(maxsize=1 << 11)
def _lasting_record(
    speaker: str, forms: tuple[FormCount, ...], language: Language, acts_for: tuple[str, ...]
) -> Speaker:
    return record(speaker, forms, language, acts_for=acts_for)


def _alone(chain: LocalSpeaker, entry: FormCount) -> FormCount:
    """The form of a chain that is a speaker of its own, as if no other had it."""
    return replace(entry, number=1, variants=dict.fromkeys(chain.variants, 1))
