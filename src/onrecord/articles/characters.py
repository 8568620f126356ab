"""Characters that only typesetting put there, brought to plain ones; what was garbled, mended."""

from __future__ import annotations

import html
import re

import ftfy
from ftfy.badness import is_bad

from onrecord.articles.drafts import Draft, Edit

# One to one, so that the map stays one run: spaces of every width, line ends of every system.
ONE_TO_ONE: dict[int, str] = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
    ),
    " ",
) | dict.fromkeys(map(ord, "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")

# Dropped: a carriage return before its line feed, invisible characters (joiners stay: scripts and emoji
# need them), control characters.
DROPPED = re.compile(
    "\r(?=\n)|[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1b\x1f\x7f]+"
)
_ODD = re.compile(f"[{''.join(map(chr, ONE_TO_ONE))}]|{DROPPED.pattern}")
_HEADING_MARK = re.compile(r"^#{1,6} +(?=[^\s#])", re.MULTILINE)  # Markdown's
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|#\d{2,6}|#x[0-9a-fA-F]{2,5}|[lr][sd]quo|[mn]dash|hellip);"
)
# What UTF-8 read as Windows-1252 looks like: a run of characters outside ASCII. ftfy sees the run alone,
# so nothing around it can change; 40 covers a whole garbled word.
_GARBLED = re.compile(r"[^\x00-\x7f]{2,40}")
# Different garbled runs mended in one article; one fix costs up to 4 ms, a real article has under 60.
_MOST_GARBLED = 1000
# The first byte of garbled Latin, Cyrillic, punctuation or emoji; ftfy's own test costs 40 times as much.
_SUSPECT = re.compile(r"[ÂÃâÐÑðÎÏØÙåæçèéï][^\x00-\x7f]")


def normalise(text: str) -> str:
    """The declared one-to-one replacements: mapped characters of an article equal the raw ones so far.

    A single line end inside a hard-wrapped paragraph may also have become a space.
    """
    return text.translate(ONE_TO_ONE)


def plain(draft: Draft) -> Draft:
    """``draft`` with plain spaces and line ends; what is invisible, markup or garbled is gone."""
    text = draft.text
    if _ODD.search(text):
        draft = draft.edit([Edit(m.start(), m.end(), "") for m in DROPPED.finditer(text)])
        # A form feed stays until page edges have been looked for.
        draft = draft.translate({k: v for k, v in ONE_TO_ONE.items() if k != 0x0C})
    if "# " in draft.text:
        draft = draft.edit([Edit(m.start(), m.end(), "") for m in _HEADING_MARK.finditer(draft.text)])
    if "&" in draft.text:
        draft = draft.edit(
            [
                Edit(m.start(), m.end(), _visible(html.unescape(m.group())))
                for m in _ENTITY.finditer(draft.text)
            ]
        )
    return _mended(draft)


def _visible(written: str) -> str:
    """What was written otherwise ("&#8203;") as if it had stood there itself."""
    return normalise(DROPPED.sub("", written))


def _mended(draft: Draft) -> Draft:
    if draft.text.isascii() or not _SUSPECT.search(draft.text):
        return draft
    known: dict[str, str] = {}
    edits = []
    for match in _GARBLED.finditer(draft.text):
        run = match.group()
        if run not in known:
            if len(known) == _MOST_GARBLED:
                break
            known[run] = _fixed(run)
        if known[run] != run:
            edits.append(Edit(match.start(), match.end(), _visible(known[run])))
    return draft.edit(edits)


def _fixed(run: str) -> str:
    fixed = ftfy.fix_encoding(run) if is_bad(run) else run
    return fixed if len(fixed) < len(run) and "\ufffd" not in fixed else run
