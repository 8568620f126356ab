"""JSON inside what scripts and services write around it, and several documents one behind the other."""

from __future__ import annotations

import json
import re

# A remark, a guard against being run as a script, a name to which it is given, a function that takes it.
_OPENING = (
    r"\s*(?:/\*[^*]{0,200}\*/\s*|//[^\n]{0,200}\n\s*|\)\]\}',?\s*|for ?\(;;\);\s*|while ?\(1\);\s*)?"
    r"(?:export default\s+|(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$.]{0,80}\s*=\s*)?"
    r"(?:[A-Za-z_$][\w$.]{0,80}\s*\(\s*)?(?=\{\s*\"|\[\s*\{\s*\")"
)
_WRAPPED = re.compile(_OPENING.encode())
_OPENED = re.compile(_OPENING)
# What may stand behind the last document, and between two.
_CLOSING = re.compile(r"[\s);]*(?:export default [\w$]+;?\s*|//[^\n]*\s*)?$")
_BETWEEN = re.compile(r"[\s,\x1e]*")


def is_wrapped(body: bytes) -> bool:
    """Whether ``body``, which begins with no bracket, begins JSON within a script."""
    opening = _WRAPPED.match(body)
    return opening is not None and bool(opening.group().strip())


def loads(text: str) -> object:
    """``text`` as JSON, without what is written around it; several documents as a list.

    Integers past 64 bit stay as they are written.

    Raises:
        ValueError: not JSON.
        RecursionError: nested deeper than the parser goes.
    """
    decoder = json.JSONDecoder(parse_int=lambda digits: int(digits) if len(digits) < 19 else digits)
    opening = _OPENED.match(text)
    at = opening.end() if opening is not None else len(text) - len(text.lstrip())
    found = []
    while True:
        value, at = decoder.raw_decode(text, at)
        found.append(value)
        if _CLOSING.match(text, at) is not None:
            return found[0] if len(found) == 1 else found
        between = _BETWEEN.match(text, at)
        at = between.end() if between is not None else at
