"""Who is who in an archive, row by row; chains are split where users say so."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache, partial
from itertools import groupby, islice
from operator import itemgetter

from onrecord import identity, languages, stages, store
from onrecord.corrections import of_speakers
from onrecord.records import Correction, LocalSpeaker, Speaker

# Chains, or speakers, that are looked at before what was remembered of names is let go.
_AT_ONCE = 5000
# Forms from which on what they make of a speaker is kept.
_SEVERAL = 2
# Stories that ask who is who, before the same.
_ASKED = 500


class _FormRows(identity.Register):
    """What an archive knows of speakers, row by row; ``touched``: whose forms changed, as numbers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.touched: set[int] = set()

    def forms(self, keys: Iterable[int]) -> dict[int, identity.FormCount]:
        return store.joined.load_forms(self._connection, identity.FormCount, keys)

    def in_block(self, block: int) -> set[int]:
        return store.joined.forms_at(self._connection, block)

    def in_blocks(self, blocks: Iterable[int]) -> dict[int, set[int]]:
        return store.joined.forms_in(self._connection, blocks)

    def tally(self, block: int) -> int:
        return store.joined.load_tally(self._connection, block)

    def members(self, bearer: str) -> set[int]:
        return store.joined.forms_of_bearer(self._connection, bearer)

    def of_speakers(self, speakers: Iterable[str]) -> dict[str, set[int]]:
        return store.joined.forms_of_speakers(self._connection, speakers)

    def keep(self, forms: Iterable[identity.FormCount]) -> None:
        kept = list(forms)
        speakers = {held.speaker for held in kept if held.speaker}
        self.touched |= store.joined.drop_profiles(self._connection, (held.key for held in kept), speakers)
        for held in kept:
            if held.number:
                store.joined.put_form(self._connection, held.key, held.bearer, held.speaker, held)
            else:
                store.joined.drop_form(self._connection, held.key)

    def keep_blocks(self, added: Iterable[tuple[int, int]], gone: Iterable[tuple[int, int]]) -> None:
        store.joined.put_places(self._connection, added)
        store.joined.drop_places(self._connection, gone)

    def keep_tallies(self, tallies: Iterable[tuple[int, int]]) -> None:
        store.joined.put_tallies(self._connection, tallies)


class _KnownRows(_FormRows):
    """The same for whoever asks alone: such forms never change, and so are made once."""

    lasting = True

    def forms(self, keys: Iterable[int]) -> dict[int, identity.FormCount]:
        return {key: _form(packed) for key, packed in store.joined.packed_forms(self._connection, keys)}

    def profiles(self, speakers: Iterable[str]) -> dict[str, identity.Profile]:
        found = store.joined.packed_profiles(self._connection, speakers)
        return {speaker: _profile(packed) for speaker, packed in found.items()}

    def profiles_of_forms(self, keys: Iterable[int]) -> dict[int, identity.Profile]:
        found = store.joined.packed_profiles_of(self._connection, keys)
        return {key: _profile(packed) for key, packed in found.items()}


# Whoever is much spoken of has some hundred forms, which every page that names them asks for. 16 MB at most.
@lru_cache(maxsize=1 << 13)
def _form(packed: bytes) -> identity.FormCount:
    return store.loads(identity.FormCount, packed)


# Of whoever is named on many pages.
@lru_cache(maxsize=1 << 11)
def _profile(packed: bytes) -> identity.Profile:
    return store.loads(identity.Profile, packed)


def rows(connection: sqlite3.Connection) -> _FormRows:
    """The speakers' forms as an archive keeps them."""
    return _FormRows(connection)


def keep_profiles(connection: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Keep what their forms make of those speakers, told by number, who have several."""
    language = languages.of(None)
    for speaker in sorted(touched):
        forms = [
            store.loads(identity.FormCount, packed)
            for packed in store.joined.packed_forms_of(connection, speaker)
        ]
        if len(forms) >= _SEVERAL and (key := forms[0].speaker):
            forms.sort(key=lambda held: held.order(language))
            store.joined.put_profile(connection, key, identity.profile(key, forms, language))


def _directory(connection: sqlite3.Connection, corrections: Sequence[Correction]) -> identity.Directory:
    """Who is who, for whoever asks alone; ``corrections`` of speakers."""
    return identity.Joining(_KnownRows(connection), corrections, language=languages.of(None)).directory


class WhoIsWho:
    """Who is who, for many questions one after another: what was remembered is let go from time to time."""

    def __init__(self, connection: sqlite3.Connection, corrections: Sequence[Correction]) -> None:
        self._make = partial(_directory, connection, corrections)
        self._held, self._asked = self._make(), 0

    @property
    def directory(self) -> identity.Directory:
        """As of the last settling, to be asked at once."""
        self._asked += 1
        if self._asked % _ASKED == 0:
            self._held = self._make()
        return self._held


def everybody(
    connection: sqlite3.Connection,
    corrections: Sequence[Correction],
    chains: Iterable[LocalSpeaker],
    *,
    mentions: bool = True,
) -> tuple[Speaker, ...]:
    """All speakers of an archive, by name; ``chains`` are those of all its articles."""
    told = of_speakers(corrections)
    named = sorted((c for c in parted(chains, told) if c.name), key=lambda c: (c.article_id, c.id))
    held = _directory(connection, told).speakers(named, mentions=mentions)
    found = stages.stamp("identity", tuple(held.values()))
    return tuple(sorted(found, key=lambda s: (s.name, s.id)))


def each(
    connection: sqlite3.Connection, corrections: Sequence[Correction], chains: Iterable[LocalSpeaker]
) -> Iterator[Speaker]:
    """``everybody``, by id, without holding all chains or all speakers at once."""
    told = of_speakers(corrections)

    directory = partial(_directory, connection, told)
    remaining = iter(chains)
    with closing(sqlite3.connect("")) as held:  # on disk as soon as it is larger than a cache
        held.execute("PRAGMA journal_mode = OFF")
        held.execute("CREATE TABLE voices (speaker, article, chain, packed)")
        while batch := parted(islice(remaining, _AT_ONCE), told):
            owners = directory().owner(batch)
            held.executemany(
                "INSERT INTO voices VALUES (?, ?, ?, ?)",
                ((owners[c.id], c.article_id, c.id, store.pack(c)) for c in batch if c.id in owners),
            )
        voices = held.execute("SELECT speaker, packed FROM voices ORDER BY speaker, article, chain, rowid")
        yield from speakers_of(directory, voices)


def speakers_of(
    directory: Callable[[], identity.Directory], voices: Iterable[tuple[str, bytes]]
) -> Iterator[Speaker]:
    """Speakers with all their mentions, then those on whose behalf they speak and who have none.

    Args:
        directory: gives who is who; what one remembers is bounded by asking for another.
        voices: speaker and packed chain, by speaker, article and chain.
    """
    who, known = directory(), set[str]()
    principals: dict[str, Speaker] = {}
    for speaker, told in groupby(voices, itemgetter(0)):
        if len(known) % _AT_ONCE == _AT_ONCE - 1:
            who = directory()
        found = who.speakers([store.loads(LocalSpeaker, packed) for _, packed in told], mentions=True)
        known.add(speaker)
        yield from stages.stamp("identity", [found.pop(speaker)])
        principals |= found
    yield from stages.stamp("identity", (principals[key] for key in sorted(principals.keys() - known)))


def somebody(
    connection: sqlite3.Connection,
    corrections: Sequence[Correction],
    chains: Sequence[LocalSpeaker],
    speaker_id: str,
) -> Speaker | None:
    """One speaker of an archive, with its mentions in ``chains``; None when there is none of that id."""
    told = of_speakers(corrections)
    found = _directory(connection, told).speaker(speaker_id, parted(chains, told))
    return None if found is None else stages.stamp("identity", [found])[0]


def acquainted(
    connection: sqlite3.Connection,
    corrections: Sequence[Correction],
    chains: Sequence[LocalSpeaker],
    speaker_id: str,
) -> dict[str, Speaker]:
    """One speaker, with its mentions in ``chains``, and for whom it speaks; none where these lack it."""
    told = of_speakers(corrections)
    found = _directory(connection, told).acquainted(speaker_id, parted(chains, told))
    return {s.id: s for s in stages.stamp("identity", tuple(found.values()))}


def names_of(connection: sqlite3.Connection, speaker_id: str) -> frozenset[str]:
    """What chains of a speaker are called that was joined of several; none for one that is a single chain.

    Other names of it may be among them.
    """
    register = _KnownRows(connection)
    for profile in register.profiles([speaker_id]).values():
        return frozenset((profile.speaker.name, *profile.speaker.variants))
    keys = register.of_speakers([speaker_id]).get(speaker_id, set())
    return frozenset(entry.form.name for entry in register.forms(keys).values())


def called(connection: sqlite3.Connection, matches: Callable[..., bool]) -> list[str]:
    """Ids of the speakers joined of forms, any of whose names ``matches``."""
    forms = (store.loads(identity.FormCount, packed) for packed in store.joined.all_forms(connection))
    return sorted({h.speaker for h in forms if h.speaker and matches(h.form.name, *h.variants)})


def is_called(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a chain of any article has this name, case and accents ignored."""
    return _directory(connection, ()).is_called(name)


def parted(chains: Iterable[LocalSpeaker], corrections: Sequence[Correction]) -> list[LocalSpeaker]:
    """Chains as users' corrections part them."""
    return [part for chain in chains for part in identity.parts(chain, corrections)]
