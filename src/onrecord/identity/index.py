"""The forms of an archive as joining needs them: loaded on demand, with what has changed.

Forms are found by blocking keys, as record linkage calls them: what forms share that may be one speaker's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from onrecord.identity.forms import Form, FormCount, block_of
from onrecord.identity.profiles import Profile
from onrecord.languages import Language
from onrecord.languages.transliteration import unaccented
from onrecord.lazy import Lazy


class Register:
    """Keeps nothing: all chains are at hand. An archive gives one of its own, which loads and keeps rows.

    A block is named by a number that stands for part of a name or the like (``forms.block_of``). ``lasting``:
    whether equal forms are one object that nobody changes, so that what comes of them may be remembered.
    """

    lasting = False

    def forms(self, keys: Iterable[int]) -> dict[int, FormCount]:
        """Those forms of which there is a chain."""
        del keys
        return {}

    def in_block(self, block: int) -> set[int]:
        """The forms of a block."""
        del block
        return set()

    def in_blocks(self, blocks: Iterable[int]) -> dict[int, set[int]]:
        """The same of several, those left out that have none."""
        return {block: found for block in blocks if (found := self.in_block(block))}

    def tally(self, block: int) -> int:
        """What was counted for a block."""
        del block
        return 0

    def members(self, bearer: str) -> set[int]:
        """The forms of a bearer."""
        del bearer
        return set()

    def of_speakers(self, speakers: Iterable[str]) -> dict[str, set[int]]:
        """Speaker -> its forms, users' corrections applied; without those that have none."""
        del speakers
        return {}

    def profiles(self, speakers: Iterable[str]) -> dict[str, Profile]:
        """Those profiles of speakers that are kept, by id."""
        del speakers
        return {}

    def profiles_of_forms(self, keys: Iterable[int]) -> dict[int, Profile]:
        """Form -> the profile of its speaker, where one is kept."""
        del keys
        return {}

    def keep(self, forms: Iterable[FormCount]) -> None:
        """Keep forms; forget those of which no chain is left."""

    def keep_blocks(self, added: Iterable[tuple[int, int]], gone: Iterable[tuple[int, int]]) -> None:
        """Put forms into blocks and take them out: (block, form)."""

    def keep_tallies(self, tallies: Iterable[tuple[int, int]]) -> None:
        """Keep what is counted: (block, number)."""


class FormIndex:
    """Forms, the blocks they are found in, what is counted, and who bears them.

    ``language``: whose rules all names are read by.
    """

    def __init__(self, register: Register, language: Language) -> None:
        self.language = language
        self.lasting = register.lasting
        self._register = register
        self._entries = Lazy[int, FormCount | None](lambda key: register.forms([key]).get(key))
        self._blocks = Lazy[int, set[int]](register.in_block)
        self._tallies = Lazy[int, int](register.tally)
        self._members = Lazy[str, set[int]](register.members)
        self._speakers = Lazy[str, set[int]](lambda key: register.of_speakers([key]).get(key, set()))
        self._profiles: dict[str, Profile | None] = {}
        self._owners: dict[int, Profile] = {}
        self._sorted: dict[str, list[FormCount]] = {}
        self._changed: set[int] = set()
        self._counted: set[int] = set()
        self._moved: set[int] = set()
        self._moves: dict[tuple[int, int], bool] = {}

    def entry(self, key: int) -> FormCount:
        """A form that is there.

        Raises:
            KeyError: no chain is of this form.
        """
        found = self._entries[key]
        if found is None:
            raise KeyError(key)
        return found

    def known(self, form: Form, key: int) -> FormCount:
        """The entry of a form, made when there is none yet."""
        found = self._entries[key]
        if found is None:
            found = self._entries[key] = FormCount(form, key)
        return found

    def find(self, key: int) -> FormCount | None:
        """The entry of a form, None where there is none."""
        return self._entries[key]

    def fetch(self, keys: Iterable[int]) -> None:
        """Ask at once for forms that will be asked for."""
        missing = [key for key in keys if key not in self._entries]
        if missing:
            found = self._register.forms(missing)
            self._entries.update((key, found.get(key)) for key in missing)

    def fetch_speakers(self, speakers: Iterable[str]) -> None:
        """The same for all forms of some speakers, or their profiles where these are kept."""
        wanted = [key for key in speakers if key not in self._speakers and not self._profiles.get(key)]
        self.fetch_profiles(wanted)
        missing = [key for key in wanted if not self._profiles[key]]
        if missing:
            found = self._register.of_speakers(missing)
            self._speakers.update((key, found.get(key, set())) for key in missing)
            self.fetch(key for keys in found.values() for key in keys)

    def fetch_profiles(self, speakers: Iterable[str]) -> None:
        """The same for profiles."""
        missing = [key for key in speakers if key not in self._profiles]
        if missing:
            found = self._register.profiles(missing)
            self._profiles.update((key, found.get(key)) for key in missing)

    def profile(self, speaker: str) -> Profile | None:
        """The profile of a speaker, where one is kept."""
        self.fetch_profiles([speaker])
        return self._profiles[speaker]

    def profiles_of(self, keys: Iterable[int]) -> dict[int, Profile]:
        """Form -> the profile of its speaker, where one is kept."""
        found = self._register.profiles_of_forms(keys)
        self._profiles.update((profile.speaker.id, profile) for profile in found.values())
        return found

    def acts_for(self, speaker: str) -> Collection[str] | None:
        """What those are called for whom a speaker acts; None for one that has no forms."""
        if profile := self.profile(speaker):
            return profile.acts_for
        forms = self.of_speaker(speaker)
        return {name for entry in forms for name in entry.form.acts_for} if forms else None

    def fetch_blocks(self, blocks: Iterable[tuple[object, ...]]) -> None:
        """The same for the forms of some blocks, each told by its parts."""
        missing = {key for parts in blocks if (key := block_of(*parts)) not in self._blocks}
        if missing:
            found = self._register.in_blocks(missing)
            self._blocks.update((key, found.get(key, set())) for key in missing)
            keys = {key for forms in found.values() for key in forms}
            self._owners.update(self.profiles_of(keys))
            self.fetch(keys - self._owners.keys())

    def change(self, entry: FormCount) -> None:
        """Keep what has changed of a form."""
        self._changed.add(entry.key)

    # ------------------------------------------------------------ blocks

    def in_block(self, *parts: object) -> list[FormCount]:
        """The forms of a block, in no order that means anything."""
        keys = self._blocks[block_of(*parts)]
        self.fetch(keys)
        return [h for key in keys if (h := self._entries[key]) is not None]

    def speaker_in(self, *parts: object) -> str | None:
        """The speaker of the first form of a block that has one; whoever parted a body has left two in it."""
        for key in sorted(self._blocks[block_of(*parts)]):
            if key in self._owners:
                return self._owners[key].speaker.id
            entry = self._entries[key]
            if entry is not None and entry.speaker:
                return entry.speaker
        return None

    def persons_in(self, *parts: object) -> list[FormCount]:
        """The forms of a block that are persons'."""
        keys = self._blocks[block_of(*parts)]
        people = {
            key for key in keys if key not in self._owners or self._owners[key].speaker.type == "person"
        }
        self.fetch(people)
        return [h for key in people if (h := self._entries[key]) is not None and h.personal]

    def put(self, entry: FormCount, *parts: object) -> None:
        """Put a form into a block."""
        block = block_of(*parts)
        if entry.key not in self._blocks[block]:
            self._blocks[block].add(entry.key)
            self._moves[(block, entry.key)] = True

    def drop(self, entry: FormCount, *parts: object) -> None:
        """Take a form out of a block."""
        block = block_of(*parts)
        if entry.key in self._blocks[block]:
            self._blocks[block].remove(entry.key)
            self._moves[(block, entry.key)] = False

    def named(self, name: str) -> list[FormCount]:
        """The forms whose chains are called so, case and diacritics ignored."""
        plain = unaccented(name)
        return [h for h in self.in_block("name", plain) if any(unaccented(v) == plain for v in h.names)]

    # ------------------------------------------------------------ tallies

    def tally(self, *parts: object) -> int:
        """What was counted for a block."""
        return self._tallies[block_of(*parts)]

    def count(self, by: int, *parts: object) -> tuple[int, int]:
        """Add to what is counted for a block: before and after."""
        block = block_of(*parts)
        before = self._tallies[block]
        self._tallies[block] = before + by
        self._counted.add(block)
        return before, before + by

    # ------------------------------------------------------------ bearers

    def members(self, bearer: str) -> list[FormCount]:
        """The forms of a bearer, in their order."""
        return self._ordered(self._members[bearer])

    def give(self, entry: FormCount, bearer: str | None) -> None:
        """Make a form the bearer's; nobody's with None."""
        if entry.bearer:
            self._members[entry.bearer].discard(entry.key)
        if bearer:
            self._members[bearer].add(entry.key)
        entry.bearer = bearer
        self._moved.add(entry.key)
        self.change(entry)

    def moved(self) -> list[FormCount]:
        """The forms that were given a bearer, or lost theirs, since this was last asked."""
        moved, self._moved = self._moved, set()
        return [self.entry(key) for key in sorted(moved)]

    def keys_of(self, speaker: str) -> set[int]:
        """The keys of the same."""
        return self._speakers[speaker]

    def of_speaker(self, speaker: str) -> list[FormCount]:
        """The forms of a speaker as last kept, in their order."""
        if speaker not in self._sorted:
            self._sorted[speaker] = self._ordered(self._speakers[speaker])
        return list(self._sorted[speaker])

    def _ordered(self, keys: Collection[int]) -> list[FormCount]:
        self.fetch(keys)
        found = list(map(self.entry, keys))
        if len(found) < 2:  # most speakers, and to see in which order a form comes takes its name apart
            return found
        if self.lasting:
            return list(_lasting_order(frozenset(found), self.language))
        return sorted(found, key=lambda h: h.order(self.language))

    def call(self, entry: FormCount, speaker: str | None, shown: str | None) -> None:
        """Give a form its speaker's id and name."""
        if speaker != entry.speaker:
            if entry.speaker:
                self._speakers[entry.speaker].discard(entry.key)
            if speaker:
                self._speakers[speaker].add(entry.key)
            self._sorted.clear()
        entry.speaker, entry.shown = speaker, shown
        self.change(entry)

    def keep(self) -> None:
        """Hand to the register what has changed."""
        changed = [h for key in sorted(self._changed) if (h := self._entries[key]) is not None]
        self._register.keep(changed)
        for entry in changed:
            if not entry.number:
                self._entries[entry.key] = None
        self._register.keep_blocks(self._moved_forms(into=True), self._moved_forms(into=False))
        self._register.keep_tallies((block, self._tallies[block]) for block in sorted(self._counted))
        self._changed.clear()
        self._counted.clear()
        self._moves.clear()

    def _moved_forms(self, *, into: bool) -> list[tuple[int, int]]:
        return [pair for pair, there in self._moves.items() if there == into]


@lru_cache(maxsize=1 << 10)
def _lasting_order(forms: frozenset[FormCount], language: Language) -> tuple[FormCount, ...]:
    return tuple(sorted(forms, key=lambda h: h.order(language)))
