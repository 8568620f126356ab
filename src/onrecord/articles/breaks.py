"""Paragraph breaks that an export lost, put back: ``over Ukraine.Vladimir``, ``TiesNotwithstanding``.

Conservative: an address, an abbreviation, an initial, a name with a capital inside stays whole. Inside a
quotation only the space is put back, so that the quotation stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.articles.drafts import Draft, Edit
from onrecord.languages.furniture import (
    ABBREVIATIONS,
    ADDRESS_ENDINGS,
    CAMEL_PREFIXES,
    OPENERS,
)

# Both begin with what is rare, so that a search skips from one to the next: three times as fast.
_GLUED = re.compile(r"[.!?](?<=[^\s.!?…][.!?])([\"'”’»)\]“‘«(\[]{0,3})(?=[^\W\d_a-z])")
_NEXT_WORD = re.compile(r"[^\W\d_][\w’'-]{0,30}")
_CAMEL = re.compile(r"[A-Z](?<=[a-z]{3}[A-Z])[a-z]{1,20}(?=[ ,])")
_QUOTE = re.compile('["“”\n]')
_LAST_WORD = re.compile(r"[^\s\"“”‘«»(\[]{1,40}\Z")
_CLOSERS = "”’»)]"
_OPENING_BEFORE = " \n\t([{—–-“‘'"
# A section heading is short; the longest of 300 in one site's pages had ten words.
_HEADING_WORDS = 12
_HEADING_CHARS = 120
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "vs", "with")
)


def restored(draft: Draft) -> Draft:
    """``draft`` with lost breaks put back; what is inserted has no place in the raw document."""
    edits = list(_sentence_breaks(draft.text))
    # Each inserts one character: where the lines that it begins stand afterwards.
    begun = frozenset(edit.start + count for count, edit in enumerate(edits, 1) if edit.new == "\n")
    draft = draft.edit(edits)
    draft = draft.edit(list(_heading_breaks(draft.text, begun)))
    return draft.edit(list(_displaced_quotes(draft.text)))


def _sentence_breaks(text: str) -> Iterator[Edit]:
    if not _GLUED.search(text):
        return
    marks = _QUOTE.finditer(text)
    mark = next(marks, None)
    inside = False
    for match in _GLUED.finditer(text):
        while mark is not None and mark.start() < match.start(1):
            inside = _state(text, mark.start(), inside)
            mark = next(marks, None)
        if not _is_sentence_end(text, match.start(), match.end()):
            continue
        place, still = _between(match.group(1), inside)
        at = match.start(1) + place
        yield Edit(at, at, " " if still else "\n")


def _state(text: str, place: int, inside: bool) -> bool:
    """Whether the text after the mark at ``place`` is inside a quotation."""
    char = text[place]
    if char == "\n":
        return inside and text[place + 1 : place + 2] != "\n"
    if char in "“”":
        return char == "“"
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    opens = (not before or before in _OPENING_BEFORE) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or after.isspace() or after in ".,;:!?)—–-")
    return not inside if opens == closes else opens


def _between(marks: str, inside: bool) -> tuple[int, bool]:
    """How many of ``marks`` close what stands before the lost break; whether a quotation is still open."""
    for count, mark in enumerate(marks):
        closes = mark in _CLOSERS or (mark in "\"'" and inside)
        if not closes:
            return count, False
        if mark in '"”' or mark == "'":
            inside = False
    return len(marks), inside


def _is_sentence_end(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at ``stop`` ends a sentence and the capital at ``after`` begins the next."""
    word = _NEXT_WORD.match(text, after)
    if word is None or not _ends_sentence(text, stop):
        return False
    following = word.group()
    beyond = text[word.end() : word.end() + 1]
    if beyond in ("/", "@", "_") or (beyond == "." and text[word.end() + 1 : word.end() + 2].islower()):
        return False
    return following in OPENERS or _begins_sentence(following, beyond)


def _ends_sentence(text: str, stop: int) -> bool:
    """Whether the word before the full stop can be a sentence's last: no abbreviation, no address."""
    last = _LAST_WORD.search(text, max(0, stop - 40), stop)
    token = last.group().strip("'’”\"»)],%") if last else ""
    if not token:
        return text[stop - 1] in '"”’»)]'
    if "@" in token or "/" in token[-2:] or "." in token or token in ABBREVIATIONS:
        return False
    return not token.startswith(("http", "www", "#")) and len(token.rsplit("-", 1)[-1]) > 1


def _begins_sentence(following: str, beyond: str) -> bool:
    """Whether a word of no known kind can be a sentence's first: "said.Kerry", not "asp.NETcore"."""
    if following.lower() in ADDRESS_ENDINGS:
        return False
    if not following[0].isupper() or len(following) < 2:
        return following in ("A", "I") and beyond == " "
    return following[1:2].islower() or following[1:2] in "’'" or following.isupper()


def _heading_breaks(text: str, begun: frozenset[int]) -> Iterator[Edit]:
    """Breaks between a heading and its text; ``begun``: starts of lines that a lost break had hidden."""
    words: frozenset[str] | None = None
    for match in _CAMEL.finditer(text):
        at = match.start()
        start = text.rfind("\n", max(0, at - _HEADING_CHARS), at) + 1
        if start == 0 and at > _HEADING_CHARS:
            continue
        heading = text[start:at]
        parts = heading.split()
        found = _NEXT_WORD.match(text, at)
        if found is None or not _is_heading(heading, parts):
            continue
        left, right = re.split(r"[\s-]", heading)[-1], found.group()
        if right in OPENERS and _stands_apart(parts, left, right, after_break=start in begun):
            yield Edit(at, at, "\n")
        elif start in begun and _is_title_case(parts):
            words = frozenset(re.findall(r"[^\W\d_]+", text.lower())) if words is None else words
            if left.lower() in words and right.lower() in words:
                yield Edit(at, at, "\n")


def _is_heading(heading: str, parts: list[str]) -> bool:
    if not 2 <= len(parts) <= _HEADING_WORDS or not parts[0][0].isupper():
        return False
    return not any(mark in heading for mark in '.!?,;"“”@/') and parts[-1] not in CAMEL_PREFIXES


def _stands_apart(parts: list[str], left: str, right: str, *, after_break: bool) -> bool:
    """Whether "TiesThe" is a heading's end and a sentence's start, not a name such as "LinkedIn"."""
    if left[0].islower():
        return len(parts) <= _HEADING_WORDS // 2 or after_break
    return _is_title_case(parts) and (after_break or len(right) > 2)


def _is_title_case(parts: list[str]) -> bool:
    counted = [part for part in parts if part.lower() not in _SMALL_WORDS]
    return len(counted) >= 2 and all(part[0].isupper() or part[0].isdigit() for part in counted)


_DISPLACED = re.compile(r"[.!?](\n)\"(?=[A-Z])")


def _displaced_quotes(text: str) -> Iterator[Edit]:
    """A closing mark that slipped to the start of the next line: ``bluntly "No.⏎"The presidents``.

    It slipped when the line before leaves a quotation open and the mark that follows on the same line
    opens one: in a quotation that goes on over paragraphs the following mark closes it.
    """
    for match in _DISPLACED.finditer(text):
        end = match.start(1)
        line = text.rfind("\n", max(0, end - 2000), end) + 1
        previous = text.rfind('"', line, end)
        following = text.find('"', match.end(), match.end() + 2000)
        if previous < 0 or following < 0 or "\n" in text[match.end() : following]:
            continue
        if _opens(text, previous) and _opens(text, following):
            yield Edit(match.start(1), match.end(1), "")
            yield Edit(match.end(), match.end(), match.group(1))


def _opens(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (place == 0 or before in _OPENING_BEFORE) and bool(after) and not after.isspace()
