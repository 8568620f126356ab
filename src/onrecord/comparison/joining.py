"""Chains of mentions into speakers: those of new articles joined, of removed ones taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord import (
    identity,
    languages,
    roster,
    stages,
    store,
)
from onrecord.comparison.grouping import wait_for_named
from onrecord.comparison.pausing import Pauses
from onrecord.comparison.recutting import rehomed
from onrecord.comparison.told import Told
from onrecord.records import (
    AnnotatedArticle,
    Correction,
    LocalSpeaker,
)
from onrecord.roster import parted

# Articles whose chains are joined before what was loaded for them is let go.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Joined:
    """Who is who, and what users say; whether all was joined ``anew``."""

    who: roster.WhoIsWho
    told: Told
    anew: bool = False

    @property
    def directory(self) -> identity.Directory:
        """Who is who, to be asked at once."""
        return self.who.directory


def join(connection: sqlite3.Connection, told: Told, pause: Pauses) -> Joined:
    """Join the chains of new articles with those of all others, and take back those of articles that went.

    Stories in which a statement changes hands or name wait from then on. What other code joined is joined
    anew: forms are found by what code makes of their names.

    Args:
        connection: in a transaction.
        told: what users say.
        pause: called where what was written is whole.
    """
    anew = store.joined.join_anew_by(connection, stages.digest("identity"))
    waiting, touched = store.joined.take_waiting(connection, _AT_ONCE), set[int]()
    register = roster.rows(connection)
    joining = _taking_back(connection, told, register)
    for batch in chain([next(waiting, [])], waiting):
        chains = parted(batch, told.speakers)
        store.joined.put_voices(connection, _voices([(joining.add(part), part) for part in chains]))
        changed = joining.settle()
        touched |= register.touched
        # Whose a statement is that a reader cut anew stands in no table: its article is asked again.
        recut = {c.places[0].article_id for c in told.spans} if changed else set()
        wait_for_named(connection, store.joined.heard_in(connection, changed) | recut)
        if pause.is_due:
            roster.keep_profiles(connection, touched)
            touched.clear()
        pause()
        register = roster.rows(connection)
        joining = identity.Joining(register, told.speakers, language=languages.of(None))
    roster.keep_profiles(connection, touched)
    return Joined(roster.WhoIsWho(connection, told.speakers), told, anew)


def _taking_back(connection: sqlite3.Connection, told: Told, register: identity.Register) -> identity.Joining:
    """Speakers without the chains of articles that went, and with those parted anew of which users speak."""
    corrections, earlier = told.speakers, told.speakers_before
    undone = [c for c in told.touched if c.about == "speaker" and c not in corrections]
    joining = identity.Joining(register, corrections, language=languages.of(None), undone=undone)
    store.joined.put_applied(connection, told.number)
    spoken_of = sorted({p.article_id for c in told.touched if c.about == "speaker" for p in c.places})
    for found in (c for article in spoken_of for c in store.joined.load_joined(connection, article)):
        _part_anew(connection, joining, found, earlier, corrections)
    gone = [
        (joining.remove(part, apart=identity.is_apart(part, earlier)), part)
        for found in store.joined.take_gone(connection)
        for part in identity.parts(found, earlier)
    ]
    store.joined.drop_voices(connection, _voices(gone))
    return joining


def _part_anew(
    connection: sqlite3.Connection,
    joining: identity.Joining,
    found: LocalSpeaker,
    earlier: Sequence[Correction],
    corrections: Sequence[Correction],
) -> None:
    """Take a chain that was joined under ``earlier`` corrections for what all corrections make of it."""
    before, now = identity.parts(found, earlier), identity.parts(found, corrections)
    apart_before = [identity.is_apart(part, earlier) for part in before]
    if before == now and apart_before == [joining.spoken_of(part) for part in now]:
        return
    for part, apart in zip(before, apart_before, strict=True):
        joining.remove(part, apart=apart)
    store.joined.put_voices(connection, _voices([(joining.add(part), part) for part in now]))


def _voices(chains: Iterable[tuple[int | None, LocalSpeaker]]) -> list[tuple[int, str]]:
    return [(form, c.article_id) for form, c in chains if form is not None and c.statement_ids]


def heard(items: Mapping[str, AnnotatedArticle], corrections: Sequence[Correction]) -> list[LocalSpeaker]:
    """The chains that say something, as users' corrections part them."""
    found = parted((c for item in items.values() for c in rehomed(item, corrections)), corrections)
    return [c for c in found if c.statement_ids]
