"""Web archives of Safari: a property list with the page and its address."""

from __future__ import annotations

import io
import plistlib
from collections.abc import Iterator, Mapping

from onrecord.errors import UnsupportedError
from onrecord.sources.opening import Input, Member


def webarchive_items(source: Input) -> Iterator[Member]:
    """The page of the archive. ``UnsupportedError`` for a property list of another kind."""
    try:
        found = plistlib.loads(source.whole())
    except Exception as error:
        raise UnsupportedError(source.where, f"a property list that cannot be read: {error}") from error
    top = found if isinstance(found, Mapping) else {}
    main = top.get("WebMainResource")
    main = main if isinstance(main, Mapping) else {}
    data = main.get("WebResourceData")
    if not isinstance(data, bytes):
        raise UnsupportedError(source.where, "a property list, but no web archive")
    about = {"url": str(main.get("WebResourceURL") or "")}
    charset = main.get("WebResourceTextEncodingName")
    yield Member(
        f"{source.where}/page.html", io.BytesIO(data), about | ({"charset": str(charset)} if charset else {})
    )
