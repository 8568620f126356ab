"""Conversations as chat programs export them: what is long enough to be an article, message by message."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.languages.furniture import DAY
from onrecord.records import Span

_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_NAME = r"[^\n:\[\]]{1,50}"
# "[13/03/2020, 20:12:31] Eva: …", "13/03/2020, 20:12 - Eva: …", "Eva, [13.03.20 20:12]", "[20:12] Eva: …".
_SAID = re.compile(
    rf"^[\u200e\u200f]?(?:\[(?:{DAY})[, ]+{_CLOCK}\]\s(?:{_NAME}):[ \t]"
    rf"|(?:{DAY})[, ]+{_CLOCK}\s[-–]\s(?:{_NAME}):[ \t]"
    rf"|(?:{_NAME}), \[(?:{DAY})[, ]+(?:at )?{_CLOCK}\][ \t]*\n)",
    re.IGNORECASE | re.MULTILINE,
)
_DAY = re.compile(DAY, re.IGNORECASE)
_ENDED = re.compile(r"[.!?][\"”’)]?(?:\s|$)")
_FEWEST = 2
# An article's characters and sentences; what is said in a chat has fewer.
_SHORTEST, _SENTENCES = 240, 2
# Its first lines, in which it may give its own day.
_HEAD = 300


class Message(NamedTuple):
    """Where a long message lies, and the day that it was sent, where it gives none itself."""

    region: Span
    day: str


def long_messages(text: str) -> list[Message]:
    """The messages of a chat that can be articles; none where ``text`` is no chat."""
    found = list(_SAID.finditer(text))
    if len(found) < _FEWEST or text[: found[0].start()].strip():
        return []
    ends = [*(match.start() for match in found[1:]), len(text)]
    long = []
    for match, end in zip(found, ends, strict=True):
        said = text[match.end() : end]
        if len(said) >= _SHORTEST and len(_ENDED.findall(said)) >= _SENTENCES:
            sent = _DAY.search(match.group())
            own = _DAY.search(said[:_HEAD])
            long.append(Message(Span(match.end(), end), sent.group() if sent and not own else ""))
    return long
