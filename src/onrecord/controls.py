"""Other people's text on a terminal: characters that would control the terminal are shown as a mark."""

from __future__ import annotations

import re

# C0 but tab and newline, DEL, C1 (8-bit CSI and OSC among them), the overrides and isolates that reorder a
# line, lone surrogates, which no terminal can be sent, and what has no width and no use: zero-width spaces,
# byte order marks, invisible operators, tags that hide a second text. Joiners and direction marks stay:
# Persian, Hindi and emoji are written with them.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """``text`` with every character that would steer a terminal replaced by U+FFFD, one for one."""
    if text.isprintable():  # which none of them is; asked first, since most of a page is
        return text
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)
