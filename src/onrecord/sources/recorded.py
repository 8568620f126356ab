"""What was recorded of fetching pages: a browser's log (HAR), one answer with its headers."""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Iterator, Mapping
from email.parser import BytesParser

from onrecord.errors import NoArticleError
from onrecord.sources.opening import Input, Member

# An answer's first line; a text may begin so only with a number and a reason behind it.
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? \d{3}\b[^\r\n]{0,60}\r?\n")
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")


def answer_items(source: Input) -> Iterator[Member]:
    """The page of an answer that was stored with its headers (``curl -i``), the last where it was sent on."""
    data = source.whole()
    about = dict(source.about)
    while STATUS.match(data):
        end = _HEAD_ENDS.search(data)
        if end is None:
            raise NoArticleError(source.where, "the headers of an answer, and no page")
        lines = data[: end.start()].partition(b"\n")[2]
        headers = BytesParser().parsebytes(lines, headersonly=True)
        about["saved"] = str(headers.get("date") or "")
        charset = headers.get_content_charset()
        about |= {"charset": charset} if charset else {}
        data = data[end.end() :]
    yield Member(source.where, io.BytesIO(data), about)


def logged_pages(top: object, where: str) -> Iterator[Member]:
    """The pages in a browser's log of what it fetched; nothing where ``top`` is no such log."""
    log = top.get("log") if isinstance(top, Mapping) else None
    entries = log.get("entries") if isinstance(log, Mapping) else None
    for entry in entries if isinstance(entries, list) else ():
        request, response = (_object(entry, key) for key in ("request", "response"))
        content = _object(response, "content")
        words = content.get("text")
        if not isinstance(words, str) or "html" not in str(content.get("mimeType")).lower():
            continue
        url, saved = str(request.get("url") or ""), str(_object_of(entry).get("startedDateTime") or "")
        about = {"url": url, "saved": saved, "charset": "utf-8"}
        yield Member(f"{where}/{url}", io.BytesIO(_bytes(words, content)), about)


def _bytes(words: str, content: Mapping[str, object]) -> bytes:
    if content.get("encoding") == "base64":
        try:
            return base64.b64decode(words, validate=True)
        except (binascii.Error, ValueError):
            return b""
    return words.encode("utf-8", "replace")


def _object(value: object, key: str) -> Mapping[str, object]:
    return _object_of(_object_of(value).get(key))


def _object_of(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
