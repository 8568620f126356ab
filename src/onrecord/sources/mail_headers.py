"""What the headers of a message say of the article in it, and those of a message that was forwarded.

Mail programs write the headers of what they forward in the language of their user.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from onrecord.records import Span
from onrecord.sources.letters import letters

# The header names of mail programs: English, German, French, Spanish, Portuguese, Italian, Dutch, Nordic.
_NAMES: dict[str, str] = {
    name: part
    for part, names in {
        "from": "from von de da van från fra",
        "date": "date datum sent gesendet envoyé enviado enviada fecha data inviato verzonden skickat sendt",
        "subject": "subject betreff objet asunto assunto oggetto onderwerp ämne emne",
        "to": "to an à para a aan till til",
        "cc": "cc kopie bcc reply-to importance wichtigkeit",
    }.items()
    for name in names.split()
}
_LINE = re.compile(rf"[ \t>]*\*?({'|'.join(_NAMES)})\*?[ \t]?:\*?[ \t]*(.*)", re.IGNORECASE)
# Where they say that what follows is somebody else's message.
_MARK = re.compile(
    r"^[ \t>]*(?:-{2,}[ ]*(?:(?:forwarded|original) message|message (?:transféré|d.origine)"
    r"|mensaje (?:reenviado|original)|mensagem (?:encaminhada|original)|messaggio (?:inoltrato|originale)"
    r"|(?:weitergeleitete|ursprüngliche) nachricht|doorgestuurd bericht|vidarebefordrat meddelande)[ ]*-{2,}"
    r"|begin forwarded message:|début du message réexpédié ?:|anfang der weitergeleiteten nachricht:"
    r"|_{20,})[ \t]*\n",
    re.IGNORECASE | re.MULTILINE,
)
_UNMARKED = re.compile(rf"^[ \t>]*\*?(?:{'|'.join(n for n, p in _NAMES.items() if p == 'from')})\*?[ \t]?:",
                       re.IGNORECASE | re.MULTILINE)  # fmt: skip
# Written before a subject by who forwards, by a list, by an alert.
_BEFORE = re.compile(
    r"\s*(?:(?:fwd?|wg|tr|rv|re|aw|enc|i|doorst|vs|vb|sv)\s?:"
    r"|(?:breaking(?: news)?|(?:news )?alert|just in|urgent|live)\s?(?::|\s[–—|-]\s))\s*",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb)\s?:", re.IGNORECASE)
# A quotation of so many characters is more than a sentence that is answered.
_QUOTED = 300
_LIST = re.compile(r"\[([^\]]{2,40})\]\s+(?=\S)")
# What mail programs write above a message that is answered: "On Thu, 20 Sep 2018 at 5:12 PM Ada Voss wrote:".
_ANSWERED = re.compile(
    r"\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)\b[^\n]{0,120}:[ \t]*\n",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"[ \t>]*(?:on|am|le|el|il|op|em|den) .{6}", re.IGNORECASE)
# Within so many lines a block of headers without a mark has its subject.
_BLOCK = 8


def named(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers as fields of an article; who the sender is, is found out where the article's lines are read."""
    sender = headers.get("from", "")
    fields = {
        "title": _subject(headers.get("subject", ""), sender),
        "date": headers.get("date", ""),
        "given_id": headers.get("message-id", ""),
        "sender": sender,
    }
    return {key: value for key, value in fields.items() if value}


def _subject(written: str, sender: str) -> str:
    """The headline in a subject: what forwarding, lists and alerts write before it is not its own."""
    before = None
    while written != before:
        before = written
        lead = _BEFORE.match(written)
        written = written[lead.end() :] if lead else written
        tag = _LIST.match(written)
        if tag is not None and (letters(tag[1]) in letters(sender) or lead is not None):
            written = written[tag.end() :]
    return written


def is_passed_on(subject: str) -> bool:
    """Whether a subject says that the message passes something on."""
    return _PASSED_ON.match(subject) is not None


def answered(text: str) -> Span | None:
    """What a message quotes of the one that it answers, where that is longer than the answer."""
    found = (m for m in _ANSWERED.finditer(text) if _begins_answer(text, m.start()))
    match = next(found, None)
    if match is None:
        return None
    lines = text[match.end() :].splitlines(keepends=True)
    size = sum(map(len, takewhile(lambda line: line.startswith(">") or not line.strip(), lines)))
    return Span(match.end(), match.end() + size) if size > match.start() and size > _QUOTED else None


def _begins_answer(text: str, at: int) -> bool:
    """Whether the line that says who wrote, or the one above it, begins with when."""
    line = text.rfind("\n", 0, at) + 1
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    return any(_ANSWERS.match(text, start) is not None for start in (line, above))


def forwarded(text: str) -> tuple[Span, dict[str, str]]:
    """The part of ``text`` that was forwarded, with its headers; all of it and none where nothing was."""
    for place in _marks(text):
        end, headers = _block(text, place)
        if "from" in headers and len(headers) > 1:
            return Span(end, len(text)), headers
    return Span(0, len(text)), {}


def _marks(text: str) -> Iterator[int]:
    """Where forwarded headers may begin, the innermost first."""
    yield from reversed([match.end() for match in _MARK.finditer(text)])
    for match in reversed(list(_UNMARKED.finditer(text))):
        found = {_NAMES[m[1].lower()] for m in map(_LINE.match, _lines(text, match.start())) if m is not None}
        if {"from", "date", "subject"} <= found:
            yield match.start()


def _lines(text: str, at: int) -> Iterator[str]:
    """The first lines from ``at`` on, as many as a block of headers has."""
    for _ in range(_BLOCK):
        end = text.find("\n", at)
        yield text[at:end] if end >= 0 else text[at:]
        if end < 0:
            return
        at = end + 1


def _block(text: str, at: int) -> tuple[int, dict[str, str]]:
    """Where the header lines at ``at`` end, and what they say."""
    headers: dict[str, str] = {}
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end]
        found = _LINE.match(line)
        if found is not None:
            headers.setdefault(_NAMES[found[1].lower()], found[2].strip(" *\r"))
        elif line.strip(" >\t\r\n"):
            break
        elif len(headers) > 1:
            return end, headers
        at = end
    return at, headers
