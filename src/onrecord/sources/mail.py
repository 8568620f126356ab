"""E-mail as it was stored (``.eml``, mailboxes, pages saved as ``.mhtml``), and what its headers say.

A clipping that was forwarded is the article: then the headers of the forwarded block count, not the sender's.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Container, Iterator, Mapping
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from typing import cast

from onrecord.errors import ItemError, LimitError, NoArticleError
from onrecord.records import RawDocument, Span
from onrecord.sources.decoding import decode
from onrecord.sources.digests import digest
from onrecord.sources.limits import MAX_WHOLE_FILE, MIB
from onrecord.sources.mail_headers import answered, forwarded, is_passed_on, named
from onrecord.sources.markup import declared_charset, mail_text
from onrecord.sources.opening import Input, Member
from onrecord.sources.plain_text import clippings_within, records_within

_HEADERS = re.compile(
    rb"^(?:received|mime-version|message-id|delivered-to|return-path|dkim-signature"
    rb"|content-(?:type|transfer-encoding)):",
    re.IGNORECASE | re.MULTILINE,
)
# What every message says of itself, also where little else was kept of its headers.
_NAMED = re.compile(rb"^(?:from|to|subject|date):", re.IGNORECASE | re.MULTILINE)
_FIRST = re.compile(rb"(?:From |[A-Za-z][A-Za-z-]{1,40}:)")
_BLANK = re.compile(rb"\r?\n\r?\n")
_COUNTED = re.compile(rb"\d{1,9}[ \t]*\r?\n")
_MARKS = re.compile(rb"<\?xml[^>]{0,100}\?>\s*<!DOCTYPE plist\b")
# Names that only a mail transport writes: two of them near the start are no article's own header.
_FEWEST = 2
# What a message says of an article that its sender passes on without saying whose it is; a subject of fewer
# words ("FW: clip") is not its headline.
_PASSED_ON = ("given_id", "title")
_TITLE_WORDS = 4
_DIGEST = "multipart/digest"
_LONGEST_HEADER = 4096  # characters
# What a message that gathers clippings does not say of each.
_SENT = frozenset(("title", "date", "byline", "outlet"))


class _Bounded(EmailPolicy):
    """Headers are read as far as any of an article's goes: parsing them takes the square of their length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_BOUNDED = _Bounded()


def is_mail(head: bytes) -> bool:
    """Whether ``head`` begins with the headers of a stored message."""
    if _FIRST.match(head) is None:
        return False
    own = _BLANK.split(head[:8192], 1)[0]
    is_short = len(_NAMED.findall(own)) > _FEWEST and _HEADERS.search(own) is not None
    return is_short or len(_HEADERS.findall(head[:8192])) >= _FEWEST


def mail_items(source: Input) -> Iterator[RawDocument | ItemError | Member]:
    """The one text of a message, or the page that a browser saved as one; attachments are left alone."""
    yield from message_items(_uncounted(source.whole()), source.where, 0)


def _uncounted(data: bytes) -> bytes:
    """``data`` without the length before it and the marks behind it with which Apple's mail keeps it."""
    counted = _COUNTED.match(data)
    if counted is None:
        return data
    marks = data.rfind(b"<?xml", counted.end())
    is_mark = marks > 0 and _MARKS.match(data, marks) is not None
    return data[counted.end() : marks if is_mark else len(data)]


def mbox_items(source: Input) -> Iterator[RawDocument | ItemError | Member]:
    """Every message of a mailbox file; one that cannot be read is named."""
    item = 0
    for data in _messages(source):
        try:
            found = list(message_items(data, source.where, item))
        except ItemError as error:
            found = [type(error)(f"{source.where}#{item}", error.reason)]
        yield from found
        item += len(found)


def _messages(source: Input) -> Iterator[bytes]:
    """The bytes between "From " lines that follow a blank one, ">From " given back its own form."""
    held: list[bytes] = []
    size, blank = 0, True
    for line in iter(lambda: source.stream.readline(MIB), b""):
        if blank and line.startswith(b"From "):
            if held:
                yield b"".join(held)
            held, size = [], 0
        else:
            held.append(re.sub(rb"^>(>*From )", rb"\1", line))
            size += len(line)
            if size > MAX_WHOLE_FILE:
                raise LimitError(source.where, f"a message of more than {MAX_WHOLE_FILE // MIB} MB")
        blank = not line.strip()
    if held:
        yield b"".join(held)


def message_items(data: bytes, where: str, item: int) -> Iterator[RawDocument | ItemError | Member]:
    """The article of one message, or those whose records stand in it; a saved page is a member."""
    try:
        message = cast("EmailMessage", message_from_bytes(data, policy=_BOUNDED))
        if _is_page(message):
            yield _page(message, where)
            return
        if message.get_content_type() == _DIGEST:
            yield from _gathered(message, where, item)
            return
        body = message.get_body(("plain", "html"))
    except RecursionError:
        raise LimitError(where, "a message whose parts are nested too deep") from None
    text = _part_text(body, where)
    if not text.strip():
        raise NoArticleError(where, "a message without a text part")
    region, fields = _sent(message, text)
    sha256 = hashlib.sha256(data).hexdigest()
    pieces = _pieces(text, region)
    for number, (part, told, said) in enumerate(pieces, item):
        own = _own(fields, told, said, alone=len(pieces) == 1)
        yield RawDocument(where, number, sha256, "message/rfc822", text, part, own, data)


def _sent(message: EmailMessage, text: str) -> tuple[Span, dict[str, str]]:
    """What of a message's text is the article that it brings, and what its headers tell of that."""
    fields = named({name: header_of(message, name) for name in ("subject", "from", "date", "message-id")})
    passed_on = {"saved": fields["date"]} if "date" in fields else {}
    region, inner = forwarded(text)
    if inner:
        return region, _only(fields, {"given_id"}) | passed_on | named(inner)
    if (quoted := answered(text)) is not None:
        return quoted, _only(fields, {"given_id"}) | passed_on
    if not is_passed_on(header_of(message, "subject")):
        return region, fields
    fields = _only(fields, _PASSED_ON) | passed_on
    if len(fields.get("title", "").split()) < _TITLE_WORDS:
        fields.pop("title", None)
    return region, fields


def _only(fields: Mapping[str, str], names: Container[str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name in names}


def _pieces(text: str, region: Span) -> list[tuple[Span, frozenset[str], Mapping[str, str]]]:
    """The articles in a message's text: where each stands, what it tells itself, and what its place tells."""
    if records := records_within(text, region):
        return [(part, told, {}) for part, told in records]
    if clippings := clippings_within(text, region):
        return [(part, _SENT, {}) for part in clippings]
    if gathered := digest(text, region):
        return [(piece.region, _SENT, piece.said) for piece in gathered]
    return [(region, frozenset(), {})]


def _own(
    fields: Mapping[str, str], told: frozenset[str], said: Mapping[str, str], *, alone: bool
) -> dict[str, str]:
    """What an article has of its message's ``fields``: not what it tells itself, nor what is of several."""
    own = dict(said) | {name: value for name, value in fields.items() if name not in told}
    if told & {"outlet", "byline"}:
        own.pop("sender", None)
    if not alone:
        own.pop("given_id", None)
    return own


def _gathered(message: EmailMessage, where: str, item: int) -> Iterator[RawDocument | ItemError | Member]:
    """The messages that a mailing list sends on as one."""
    for part in message.iter_parts():
        inner = part.get_payload()
        each = inner[0] if isinstance(inner, list) and inner else part
        try:
            found = list(message_items(cast("EmailMessage", each).as_bytes(), where, item))
        except ItemError as error:
            found = [type(error)(f"{where}#{item}", error.reason)]
        yield from found
        item += len(found)


def _is_page(message: EmailMessage) -> bool:
    """Whether a browser saved a page as this message (MHTML): nobody sent it, and it has an address."""
    if "received" in message or "to" in message:
        return False
    located = any("content-location" in map(str.lower, part.keys()) for part in message.walk())
    return "snapshot-content-location" in message or located


def _page(message: EmailMessage, where: str) -> Member:
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes):
        raise NoArticleError(where, "a saved page without HTML in it")
    url = header_of(message, "snapshot-content-location") or header_of(page, "content-location")
    about = {"url": url, "saved": header_of(message, "date")}
    charset = page.get_content_charset()
    return Member(f"{where}/page.html", io.BytesIO(data), about | ({"charset": charset} if charset else {}))


def _part_text(part: MIMEPart | None, where: str) -> str:
    """The text of one part, decoded by its label, else by what the bytes are."""
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes) or not data.strip():
        return ""
    is_html = part.get_content_type() == "text/html"
    declared = part.get_content_charset() or (declared_charset(data) if is_html else None)
    text = decode(data, where, declared)[0]
    return mail_text(text) if is_html else text


def header_of(message: EmailMessage, name: str) -> str:
    """The value of the first header ``name``; as it is written where it follows no rule; ``""`` if none."""
    written = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    try:
        # A parsed sender is lost if a name has a comma: "Nora Quill, Ostrey Herald <n@…>".
        return str(make_header(decode_header(written)) if name == "from" else message[name] or "")
    except Exception:  # noqa: BLE001 - the standard library's parsers of malformed headers raise anything
        return " ".join(written.split())
