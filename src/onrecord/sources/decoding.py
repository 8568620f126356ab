"""Bytes → text: byte order marks, UTF-8, then the likeliest older encoding; never a guess unnamed."""

from __future__ import annotations

import codecs
import re

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
# Labels as browsers read them: what a page calls latin-1 is Windows-1252, and so on. A label that is not in
# here is not believed: Python knows codecs that are no encodings of text.
_LABELS = {
    **dict.fromkeys(
        "ascii us_ascii latin1 latin_1 l1 iso_8859_1 iso8859_1 iso88591 cp819 ibm819 x_cp1252 ansi".split(),  # noqa: SIM905
        "cp1252",
    ),
    **{f"windows_{n}": f"cp{n}" for n in range(1250, 1259)},
    **{f"cp{n}": f"cp{n}" for n in range(1250, 1259)},
    **{f"iso_8859_{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("utf8", "utf_8", "unicode_1_1_utf_8"), "utf-8"),
    **dict.fromkeys(("macintosh", "mac", "x_mac_roman", "mac_roman"), "mac_roman"),
    **dict.fromkeys(("gb2312", "gbk", "x_gbk", "gb_2312_80", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "sjis", "x_sjis", "ms_kanji", "windows_31j"), "cp932"),
    **dict.fromkeys(("euc_kr", "ks_c_5601_1987", "ksc5601", "windows_949"), "cp949"),
    **dict.fromkeys(("iso_8859_9", "latin5", "l5"), "cp1254"),
    **dict.fromkeys(("iso_8859_11", "tis_620", "windows_874"), "cp874"),
    **dict.fromkeys(("big5", "big5_hkscs", "x_x_big5"), "big5hkscs"),
    **dict.fromkeys(("ibm866", "cp866", "866"), "cp866"),
    "koi8_r": "koi8_r",
    "koi8_u": "koi8_u",
    "euc_jp": "euc_jp",
    "iso_2022_jp": "iso2022_jp",
    "utf_16": "utf-16-le",
    "utf_16le": "utf-16-le",
    "utf_16be": "utf-16-be",
}
# Quotation marks as old Macs wrote them: in Windows-1252 they are capitals inside or beside small words.
_MAC_QUOTES = re.compile(rb"[a-z]\xd5[a-z]|[ \r\n(]\xd2[A-Za-z]{2}|[a-z.,!?]\xd3[ \r\n]")
_WINDOWS_QUOTES = re.compile(rb"[\x91-\x97]")
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
        codec = _LABELS.get(declared.strip().lower().replace("-", "_").replace(":", "_"))
        try:
            if codec is not None:
                return (windows_1252(data) if codec == "cp1252" else data.decode(codec)), codec
        except (LookupError, UnicodeDecodeError):
            pass
    return _guess(data, where)


def windows_1252(data: bytes) -> str:
    """``data`` as browsers read it: the five bytes that Windows-1252 leaves open stay controls."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _guess(data: bytes, where: str) -> tuple[str, str]:
    patched = data.decode("utf-8", "replace")
    broken = patched.count("�")
    if broken <= max(1, _DAMAGED_SHARE * len(data)) and broken < sum(c > "\x7f" for c in patched) / 2:
        return patched, f"utf-8, {broken} damaged place(s)"
    if _MAC_QUOTES.search(data, 0, _SAMPLE) and not _WINDOWS_QUOTES.search(data, 0, _SAMPLE):
        return data.decode("mac_roman"), "mac_roman (guessed)"
    high = sum(byte > 0x7F for byte in data[:_SAMPLE])
    if high < _WESTERN_SHARE * min(len(data), _SAMPLE):
        try:
            return data.decode("cp1252"), "windows-1252 (guessed)"
        except UnicodeDecodeError:
            pass  # five bytes that Windows-1252 does not use: likely another encoding
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnsupportedError(where, "not text in any encoding that could be told")
    try:
        return data.decode(best.encoding, "replace"), f"{best.encoding} (guessed)"
    except LookupError as error:
        raise UnsupportedError(where, f"encoding {best.encoding} is not available") from error
