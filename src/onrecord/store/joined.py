"""What joining speakers stores: forms of chains, the keys they are found by, counts, and who speaks.

Callers hold the transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import TypeVar

from onrecord.records import LocalSpeaker
from onrecord.store.codec import loads, number_of, pack
from onrecord.store.noting import Keyed

R = TypeVar("R")
Chains = tuple[LocalSpeaker, ...]

_FORMS = Keyed("SELECT key, record FROM forms WHERE key IN (SELECT value FROM json_each(?))")
_KEYS = Keyed("SELECT speaker, key FROM forms WHERE speaker IN (SELECT value FROM json_each(?))")
_SPEAKERS = Keyed(
    "SELECT speaker, key FROM forms WHERE key IN (SELECT value FROM json_each(?))"
    " AND speaker IS NOT NULL ORDER BY speaker, key"
)
_PROFILES = Keyed("SELECT speaker, record FROM profiles WHERE speaker IN (SELECT value FROM json_each(?))")
_AT = Keyed("SELECT form FROM form_places WHERE place = ?")
_IN = Keyed("SELECT place, form FROM form_places WHERE place IN (SELECT value FROM json_each(?))")


def load_forms(connection: sqlite3.Connection, kind: type[R], keys: Iterable[int]) -> dict[int, R]:
    """Those forms of which there is a chain."""
    return {key: loads(kind, packed) for key, packed in packed_forms(connection, keys)}


def packed_forms(connection: sqlite3.Connection, keys: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """The same, as they are kept."""
    yield from connection.execute(_FORMS, (json.dumps(sorted(keys)),))


def all_forms(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Every form, as it is kept."""
    return (packed for (packed,) in connection.execute("SELECT record FROM forms"))


def put_form(
    connection: sqlite3.Connection, key: int, bearer: str | None, speaker: str | None, form: object
) -> None:
    """Keep a form."""
    connection.execute(
        "INSERT OR REPLACE INTO forms (key, bearer, speaker, record) VALUES (?, ?, ?, ?)",
        (key, number_of(bearer) if bearer else None, number_of(speaker) if speaker else None, pack(form)),
    )


def drop_form(connection: sqlite3.Connection, key: int) -> None:
    """Forget a form."""
    connection.execute("DELETE FROM forms WHERE key = ?", (key,))


def forms_of_bearer(connection: sqlite3.Connection, bearer: str) -> set[int]:
    """The forms found to be one."""
    asked = "SELECT key FROM forms WHERE bearer = ?"
    return {key for (key,) in connection.execute(asked, (number_of(bearer),))}


def forms_of_speakers(connection: sqlite3.Connection, speakers: Iterable[str]) -> dict[str, set[int]]:
    """Speaker -> its forms; without those that have none."""
    names = {number_of(speaker): speaker for speaker in speakers}
    found: dict[str, set[int]] = {}
    for number, key in connection.execute(_KEYS, (json.dumps(sorted(names)),)):
        found.setdefault(names[number], set()).add(key)
    return found


def packed_profiles(connection: sqlite3.Connection, speakers: Iterable[str]) -> dict[str, bytes]:
    """Speaker -> its profile as it is kept; without those that have none."""
    names = {number_of(speaker): speaker for speaker in speakers}
    return {names[n]: packed for n, packed in connection.execute(_PROFILES, (json.dumps(sorted(names)),))}


def packed_profiles_of(connection: sqlite3.Connection, forms: Iterable[int]) -> dict[int, bytes]:
    """Form -> the profile of its speaker as it is kept; without those that have none."""
    found = connection.execute(_SPEAKERS, (json.dumps(sorted(forms)),)).fetchall()
    speakers = sorted({speaker for speaker, _ in found})
    records = dict(connection.execute(_PROFILES, (json.dumps(speakers),)))
    return {key: records[speaker] for speaker, key in found if speaker in records}


def put_profile(connection: sqlite3.Connection, speaker: str, profile: object) -> None:
    """Keep what the forms of a speaker make of it."""
    row = (number_of(speaker), pack(profile))
    connection.execute("INSERT OR REPLACE INTO profiles (speaker, record) VALUES (?, ?)", row)


def drop_profiles(connection: sqlite3.Connection, forms: Iterable[int], speakers: Iterable[str]) -> set[int]:
    """Forget the profiles of speakers, and of those whose forms these are as kept: their numbers."""
    asked = "SELECT DISTINCT speaker FROM forms WHERE key IN (SELECT value FROM json_each(?))"
    before = {n for (n,) in connection.execute(asked, (json.dumps(sorted(forms)),)) if n is not None}
    found = before | {number_of(speaker) for speaker in speakers}
    asked = "DELETE FROM profiles WHERE speaker IN (SELECT value FROM json_each(?))"
    connection.execute(asked, (json.dumps(sorted(found)),))
    return found


def packed_forms_of(connection: sqlite3.Connection, speaker: int) -> list[bytes]:
    """The forms of the speaker with a given number, as they are stored."""
    asked = "SELECT record FROM forms WHERE speaker = ? ORDER BY key"
    return [packed for (packed,) in connection.execute(asked, (speaker,))]


def forms_at(connection: sqlite3.Connection, place: int) -> set[int]:
    """The forms to be found at a place."""
    return {form for (form,) in connection.execute(_AT, (place,))}


def forms_in(connection: sqlite3.Connection, places: Iterable[int]) -> dict[int, set[int]]:
    """Place -> the forms to be found there; without those where none is."""
    found: dict[int, set[int]] = {}
    for place, form in connection.execute(_IN, (json.dumps(sorted(places)),)):
        found.setdefault(place, set()).add(form)
    return found


def put_places(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Make forms findable: (place, form)."""
    connection.executemany("INSERT OR IGNORE INTO form_places VALUES (?, ?)", pairs)


def drop_places(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Make forms not findable any more: (place, form)."""
    connection.executemany("DELETE FROM form_places WHERE place = ? AND form = ?", pairs)


def load_tally(connection: sqlite3.Connection, place: int) -> int:
    """What was counted at a place."""
    row = connection.execute("SELECT number FROM form_tallies WHERE place = ?", (place,)).fetchone()
    return 0 if row is None else int(row[0])


def put_tallies(connection: sqlite3.Connection, tallies: Iterable[tuple[int, int]]) -> None:
    """Keep what is counted: (place, number)."""
    connection.executemany("INSERT OR REPLACE INTO form_tallies VALUES (?, ?)", tallies)


def put_voices(connection: sqlite3.Connection, voices: Iterable[tuple[int, str]]) -> None:
    """Keep in which articles chains of forms say something: (form, article)."""
    connection.executemany("INSERT OR IGNORE INTO voices VALUES (?, ?)", voices)


def drop_voices(connection: sqlite3.Connection, voices: Iterable[tuple[int, str]]) -> None:
    """Forget what ``put_voices`` kept."""
    connection.executemany("DELETE FROM voices WHERE form = ? AND article_id = ?", voices)


def heard_in(connection: sqlite3.Connection, forms: Iterable[int]) -> set[str]:
    """The articles in which chains of ``forms`` say something."""
    asked = "SELECT article_id FROM voices WHERE form = ?"
    return {article for form in forms for (article,) in connection.execute(asked, (form,))}


def take_gone(connection: sqlite3.Connection) -> Iterator[LocalSpeaker]:
    """The chains of articles that were removed since the last time."""
    rows = connection.execute("SELECT speakers FROM chains_gone").fetchall()
    connection.execute("DELETE FROM chains_gone")
    for (record,) in rows:
        yield from loads(Chains, record)


def take_waiting(connection: sqlite3.Connection, most: int) -> Iterator[list[LocalSpeaker]]:
    """The chains of articles that wait to be joined, ``most`` articles at a time; these wait no longer."""
    asked = "SELECT n, speakers FROM articles WHERE NOT joined ORDER BY id LIMIT ?"
    while rows := connection.execute(asked, (most,)).fetchall():
        connection.executemany("UPDATE articles SET joined = 1 WHERE n = ?", ((n,) for n, _ in rows))
        yield [chain for _, record in rows for chain in loads(Chains, record)]


def load_joined(connection: sqlite3.Connection, article: str) -> list[LocalSpeaker]:
    """The chains of one article, none while it waits to be joined."""
    asked = "SELECT speakers FROM articles WHERE id = ? AND joined"
    row = connection.execute(asked, (article,)).fetchone()
    return [] if row is None else list(loads(Chains, row[0]))


def load_applied(connection: sqlite3.Connection) -> int:
    """How many of the corrections, oldest first, joined chains were held against."""
    return int(connection.execute("SELECT number FROM corrections_applied").fetchone()[0])


def join_anew_by(connection: sqlite3.Connection, code: str) -> bool:
    """Let all chains wait to be joined if other code than ``code`` joined them: whether it did."""
    if connection.execute("SELECT joined_by FROM corrections_applied").fetchone()[0] == code:
        return False
    for table in ("forms", "profiles", "form_places", "form_tallies", "voices", "chains_gone"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - own names
    connection.execute("UPDATE articles SET joined = 0 WHERE joined")
    connection.execute("UPDATE corrections_applied SET joined_by = ?", (code,))
    return True


def put_applied(connection: sqlite3.Connection, number: int) -> None:
    """Keep how many of the corrections all joined chains were held against."""
    connection.execute("UPDATE corrections_applied SET number = ?", (number,))
