"""Chains of mentions into speakers: those of new articles joined, of removed ones taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord import (
    identity,
    languages,
    roster,
    stages,
    store,
)
from onrecord.comparison.recutting import rehomed
from onrecord.comparison.told import Told
from onrecord.records import (
    AnnotatedArticle,
    Correction,
    LocalSpeaker,
)
from onrecord.roster import parted


@dataclass(frozen=True, slots=True)
class Joined:
    """Who is who, and the articles whose statements change hands or name; whether all was joined ``anew``."""

    directory: identity.Directory
    renamed: frozenset[str]
    told: Told
    anew: bool = False


def join(connection: sqlite3.Connection, told: Told) -> Joined:
    """Join the chains of new articles with those of all others, and take back those of articles that went.

    What other code joined is joined anew: forms are found by what code makes of their names.
    """
    anew = store.joined.join_anew_by(connection, stages.digest("identity"))
    corrections, earlier = told.speakers, told.speakers_before
    undone = [c for c in told.touched if c.about == "speaker" and c not in corrections]
    register = roster.rows(connection)
    joining = identity.Joining(register, corrections, language=languages.of(None), undone=undone)
    store.joined.put_applied(connection, told.number)
    spoken_of = sorted({p.article_id for c in told.touched if c.about == "speaker" for p in c.places})
    for chain in (c for article in spoken_of for c in store.joined.load_joined(connection, article)):
        _part_anew(connection, joining, chain, earlier, corrections)
    gone = [
        (joining.remove(part, apart=identity.is_apart(part, earlier)), part)
        for chain in store.joined.take_gone(connection)
        for part in identity.parts(chain, earlier)
    ]
    store.joined.drop_voices(connection, _voices(gone))
    waiting = parted(store.joined.take_waiting(connection), corrections)
    store.joined.put_voices(connection, _voices([(joining.add(part), part) for part in waiting]))
    changed = joining.settle()
    roster.keep_profiles(connection, register.touched)
    # Whose a statement is that a reader cut anew stands in no table: its article is asked again.
    recut = {c.places[0].article_id for c in told.spans} if changed else set()
    renamed = store.joined.heard_in(connection, changed) | recut
    return Joined(joining.directory, frozenset(renamed), told, anew)


def _part_anew(
    connection: sqlite3.Connection,
    joining: identity.Joining,
    chain: LocalSpeaker,
    earlier: Sequence[Correction],
    corrections: Sequence[Correction],
) -> None:
    """Take a chain that was joined under ``earlier`` corrections for what all corrections make of it."""
    before, now = identity.parts(chain, earlier), identity.parts(chain, corrections)
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
