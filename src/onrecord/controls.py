"""Text of others on a terminal: what would steer the terminal is shown as a mark and does nothing."""

from __future__ import annotations

import re

# C0 but tab and newline, DEL, C1 (8-bit CSI and OSC among them), the overrides and isolates that reorder
# a line, and lone surrogates, which no terminal can be sent.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """``text`` with every character that would steer a terminal replaced by U+FFFD, one for one."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)
