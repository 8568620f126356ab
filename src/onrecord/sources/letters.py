"""What two spellings of one title have in common: their letters."""

from __future__ import annotations


def letters(text: str) -> str:
    """The letters and digits of ``text``, case folded: "Ferry laid up!" and "FERRY LAID-UP" are one."""
    return "".join(filter(str.isalnum, text)).casefold()
