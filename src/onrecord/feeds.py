"""Feeds by their address: fetched when a user asks, kept as files beside the archive, read like any file.

Only the feed itself is fetched; the pages that its entries link to are not. A feed that its server calls
unchanged is not downloaded again (``ETag``, ``Last-Modified``), unless it was read only in part.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from onrecord import store
from onrecord.archive import Archive
from onrecord.errors import UnsupportedError
from onrecord.fetching import Fetched, Tags, fetch
from onrecord.sources import feeds

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was fetched: the file to be read, and what its server said of it."""

    url: str
    path: Path
    tags: Tags


def fetched(archive: Archive, url: str) -> Feed | None:
    """The feed at ``url``, kept in the folder ``feeds`` beside the archive; None where nothing in it is new.

    Raises:
        ItemError: it cannot be had, or is no feed.
    """
    with archive.database.reading() as connection:
        known = store.feeds.load(connection, url)
    found = fetch(url, None if known is None else Tags(*known))
    if found is None:
        return None
    path = _kept(archive.path.parent / "feeds", url, found)
    return Feed(url, path, found.tags)


def keep(archive: Archive, read: list[Feed]) -> None:
    """Keep of feeds that were read what their servers are to be asked with the next time."""
    with archive.database.transaction() as connection:
        for feed in read:
            store.feeds.put(connection, feed.url, feed.tags.etag, feed.tags.modified)


def check_feed(path: str, url: str) -> None:
    """See that the file at ``path``, which came from ``url``, is a feed.

    Raises:
        UnsupportedError: it is not a feed; for a page, the message names the feeds that it links to.
        ItemError: it cannot be read.
    """
    if feeds.is_feed(path):
        return
    named = feeds.named_feeds(path, url)
    hint = f"; the page names {' and '.join(named)}" if named else ""
    raise UnsupportedError(url, f"no feed (RSS, Atom, JSON Feed){hint}")


def _kept(folder: Path, url: str, found: Fetched) -> Path:
    """The file of a feed, always the same, so that an entry's older words are an earlier state."""
    host = re.sub(r"[^a-z0-9.-]", "-", urlsplit(url).hostname or "")[:_LONGEST_NAME]
    path = folder / f"{host}-{hashlib.sha256(url.encode()).hexdigest()[:12]}.feed"
    folder.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_bytes(found.data)
    try:
        check_feed(str(new), found.url)
    except BaseException:
        new.unlink()
        raise
    os.replace(new, path)  # noqa: PTH105 - over what came before
    return path
