"""Bytes → text: byte order marks, UTF-8, then the likeliest older encoding; never a guess unnamed."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from onrecord.errors import UnsupportedError

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes charset-normalizer looks at; more did not change its answer on mixed Latin and Cyrillic news.
_SAMPLE = 64 * 1024
# Western news in a one-byte encoding has quotation marks, dashes and accents, not whole words, above
# 0x7F: French reaches 5 %, Russian in one byte 70 %.
_WESTERN_SHARE = 0.12
# A UTF-8 file with fewer broken sequences than this per byte was damaged, not written otherwise.
_DAMAGED_SHARE = 0.001


def marked_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark, or the zeros of unmarked UTF-16, give away."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[:2048]
    if len(sample) >= 8:
        half = len(sample) // 2
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if odd > 0.6 * half and even < 0.05 * half:
            return "utf-16-le"
        if even > 0.6 * half and odd < 0.05 * half:
            return "utf-16-be"
    return None


def decode(data: bytes, where: str, declared: str | None = None) -> tuple[str, str | None]:
    """The text of ``data`` and, unless it is clean UTF-8, the name of the encoding used.

    ``declared`` (an HTML meta tag, an XML declaration) is believed after marks and UTF-8.
    ``UnsupportedError`` when no encoding makes text of it.
    """
    marked = marked_encoding(data[:2048])
    if marked is not None:
        try:
            return data.decode(marked), None if marked == "utf-8-sig" else marked
        except UnicodeDecodeError as error:
            raise UnsupportedError(where, f"not the {marked} text that it says it is") from error
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if declared is not None:
        try:
            return data.decode(declared), declared
        except (LookupError, UnicodeDecodeError):
            pass
    return _guess(data, where)


def _guess(data: bytes, where: str) -> tuple[str, str]:
    patched = data.decode("utf-8", "replace")
    broken = patched.count("�")
    if broken <= max(1, _DAMAGED_SHARE * len(data)) and broken < sum(c > "\x7f" for c in patched) / 2:
        return patched, f"utf-8, {broken} damaged place(s)"
    high = sum(byte > 0x7F for byte in data[:_SAMPLE])
    if high < _WESTERN_SHARE * min(len(data), _SAMPLE):
        try:
            return data.decode("cp1252"), "windows-1252 (guessed)"
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnsupportedError(where, "not text in any encoding that could be told")
    try:
        return data.decode(best.encoding, "replace"), f"{best.encoding} (guessed)"
    except LookupError as error:
        raise UnsupportedError(where, f"encoding {best.encoding} is not available") from error
