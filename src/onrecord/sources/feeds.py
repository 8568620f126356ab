"""Whether a file is a feed, and where a page says that its feeds are."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from onrecord.errors import ItemError
from onrecord.sources.decoding import marked_encoding
from onrecord.sources.markup import fragment_text
from onrecord.sources.opening import open_input
from onrecord.sources.sniffing import sniff

_ASIDE = re.compile(r"<!--.*?-->|<[?!][^>]*>", re.DOTALL)
_ROOT = re.compile(r"\s*<(?:[\w.-]+:)?(rss|rdf|feed)[\s>/]", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_TYPE = re.compile(r"application/(?:rss|atom|feed)\+(?:xml|json)", re.IGNORECASE)
_WHERE = re.compile(r"href\s*=\s*[\"']?([^\"'\s<>]{1,500})", re.IGNORECASE)
_MOST_NAMED = 3


def is_feed(path: str) -> bool:
    """Whether the file at ``path`` is RSS, Atom or a JSON Feed, packed or not.

    Raises:
        ItemError: it cannot be read.
    """
    with open_input(path, None) as source:
        form, head = sniff(source), _text(source.head)
    if form in ("json", "jsonl"):
        return "jsonfeed.org/version" in head.replace("\\/", "/")
    return form == "xml" and _ROOT.match(_ASIDE.sub("", head)) is not None


def named_feeds(path: str, url: str) -> tuple[str, ...]:
    """Addresses of the feeds that a page names, the page being saved at ``path`` and from ``url``."""
    try:
        with open_input(path, None) as source:
            head = _text(source.head)
    except ItemError:
        return ()
    links = (link for link in _LINK.findall(head) if _TYPE.search(link))
    found = (urljoin(url, fragment_text(m.group(1))) for link in links if (m := _WHERE.search(link)))
    return tuple(dict.fromkeys(found))[:_MOST_NAMED]


def _text(head: bytes) -> str:
    return head.decode(marked_encoding(head) or "utf-8", "replace").removeprefix("\ufeff")
