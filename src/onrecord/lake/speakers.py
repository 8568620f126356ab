"""Chains of mentions of all articles -> who is who, and the table of speakers.

Forms of names are joined by the archive's own code in a register of their own, which holds forms and not
articles: by one process, on disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from onrecord import identity, languages, roster, store
from onrecord.engines import Duck
from onrecord.records import LocalSpeaker, Speaker

Chains = tuple[LocalSpeaker, ...]

# Articles whose chains are joined before the register is written to.
ARTICLES = 2000


def join(duck: Duck, folder: Path) -> store.Database:
    """The register of all speakers, in ``folder``; a table ``articles`` is asked for chains."""
    register = store.Database(folder / "speakers.db")
    rows = duck.ask("SELECT chains FROM articles ORDER BY id")
    while batch := list(islice(rows, ARTICLES)):
        with register.transaction() as connection:
            joining = _joining(register)
            for (packed,) in batch:
                for chain in store.loads(Chains, packed):
                    joining.add(chain)
            joining.settle()
            del connection
    return register


def directory(register: store.Database) -> identity.Directory:
    """Who is who; what was asked before is remembered as long as this is."""
    return _joining(register).directory


def table(duck: Duck, register: store.Database) -> Iterator[Speaker]:
    """Every speaker with all mentions; a table ``voices`` is asked for (speaker, article, chain)."""
    voices = duck.ask("SELECT speaker, packed FROM voices ORDER BY speaker, article, chain")
    return roster.speakers_of(lambda: directory(register), ((str(s), packed) for s, packed in voices))


def _joining(register: store.Database) -> identity.Joining:
    return identity.Joining(roster.rows(register.connection), language=languages.of(None))
