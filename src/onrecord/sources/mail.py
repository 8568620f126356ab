"""E-mail as it was stored (``.eml``): the plain part, else the HTML part, and what its headers say."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from onrecord.errors import ItemError, LimitError, NoArticleError
from onrecord.records import RawDocument, Span
from onrecord.sources.markup import fragment_text
from onrecord.sources.opening import Input

_HEADERS = re.compile(
    rb"^(?:received|mime-version|message-id|delivered-to|return-path|content-type|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST = re.compile(rb"(?:From |[A-Za-z][A-Za-z-]{1,40}:)")
# Names that only a mail transport writes: two of them near the start are no article's own header.
_FEWEST = 2


def is_mail(head: bytes) -> bool:
    """Whether ``head`` begins with the headers of a stored message."""
    return _FIRST.match(head) is not None and len(_HEADERS.findall(head[:8192])) >= _FEWEST


def mail_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """The one text of a message; attachments are left alone."""
    data = source.whole()
    try:
        message = message_from_bytes(data, policy=default)
    except RecursionError:
        raise LimitError(source.where, "a message whose parts are nested too deep") from None
    body = message.get_body(("plain", "html"))
    try:
        text = str(body.get_content()) if body is not None else ""
    except (LookupError, ValueError):
        text = ""
    if body is not None and body.get_content_type() == "text/html":
        text = fragment_text(text)
    if not text.strip():
        raise NoArticleError(source.where, "a message without a text part")
    names = {"title": "subject", "byline": "from", "date": "date", "given_id": "message-id"}
    fields = {name: value for name, header in names.items() if (value := header_of(message, header))}
    yield RawDocument(
        source.where, 0, hashlib.sha256(data).hexdigest(), "message/rfc822", text, Span(0, len(text)), fields
    )


def header_of(message: EmailMessage, name: str) -> str:
    """The value of the first header ``name``; as it is written where it follows no rule; ``""`` if none."""
    try:
        return str(message[name] or "")
    except Exception:  # noqa: BLE001 - the standard library's parsers of malformed headers raise anything
        written = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
        return " ".join(written.split())
