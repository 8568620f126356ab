"""Where sentences end: full stops told from abbreviations, closing marks kept, lost breaks found.

A newline always ends a sentence. Sentences that were glued where a break was lost ("…the talks.Officials
said…") are split. Linear in the length of the text.
"""

from __future__ import annotations

import re

from onrecord.languages.english.sentences import GRAMMAR as ENGLISH
from onrecord.languages.grammar import SentenceGrammar
from onrecord.records import Span

_END = re.compile(r"[.!?…。！？؟।]+|\n")
_CLOSERS = "\"'”’»›)]}"
_OPENERS = "\"'“‘«‹([{`„"
_DASHES = "-–—•*"
# Bounds keep every look-around constant: no abbreviation, name or web address worth telling is longer.
_WORD_BEFORE = 24
_AHEAD = 80
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CLOSED = ("”", '"', "''", "’", "'", "»")


def sentences(
    text: str, start: int = 0, end: int | None = None, *, grammar: SentenceGrammar = ENGLISH
) -> list[Span]:
    """Sentences of ``text[start:end]`` as spans into ``text``, without surrounding white space.

    Every character that is not white space lies in exactly one of them.
    """
    end = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    begin = start
    inside = False  # within straight double quotation marks, since the last newline
    counted = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin:
            continue
        if match.group() == "\n":
            _add(found, text, begin, match.start())
            begin = counted = match.end()
            inside = False
            continue
        inside ^= bool(text.count('"', counted, match.end()) % 2)
        counted = match.end()
        stop = _after_closers(text, match.end(), end, inside)
        if _is_end(text, begin, match, stop, end, grammar=grammar):
            _add(found, text, begin, stop)
            begin = stop
    _add(found, text, begin, end)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Append ``text[start:end]`` without surrounding white space, if anything is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        found.append(Span(start, end))


def _after_closers(text: str, position: int, end: int, inside: bool) -> int:
    """Where the closing marks that follow a terminator stop."""
    limit = min(end, position + 6)
    while position < limit and text[position] in _CLOSERS:
        if text[position] == '"':
            glued = position + 1 < end and text[position + 1].isalnum()
            if glued and not inside:
                break  # it opens the next sentence, whose space was lost
            inside = False
        position += 1
    return position


def _is_end(
    text: str, begin: int, match: re.Match[str], stop: int, end: int, *, grammar: SentenceGrammar
) -> bool:
    """Whether the terminator ``match``, closed at ``stop``, ends the sentence that began at ``begin``."""
    if stop >= end or text[stop] == "\n":
        return True
    mark = match.group()
    if mark[0] in "。！？":
        return True
    if not text[stop].isspace():
        return _is_glued(text, begin, match, stop, end, grammar=grammar)
    follow = stop
    while follow < min(end, stop + _AHEAD) and text[follow].isspace() and text[follow] != "\n":
        follow += 1
    if follow >= end or text[follow] == "\n":
        return True
    first = follow
    while first < min(end, follow + 4) and text[first] in _OPENERS:
        first += 1
    if first >= end or text[first].islower():
        return False
    if (
        stop > match.end()
        and text[match.end() : stop].endswith(_CLOSED)
        and grammar.tag.match(text, first, end)
    ):
        return mark.endswith(".")
    if mark != ".":
        return True
    return text[first] in _DASHES or not _is_abbreviation(
        text, begin, match.start(), first, end, grammar=grammar
    )


def _is_glued(
    text: str, begin: int, match: re.Match[str], stop: int, end: int, *, grammar: SentenceGrammar
) -> bool:
    """Whether a break was lost here: a whole word, a full stop, then a capitalised word or a quote."""
    first = stop
    while first < min(end, stop + 3) and text[first] in _OPENERS:
        first += 1
    if first + 1 >= end or not text[first].isupper():
        return False
    if not (text[first + 1].islower() or first > stop or text[first + 1].isspace()):
        return False
    before = match.start() - 1
    while before > begin and text[before] in _CLOSERS:
        before -= 1
    if before < begin:
        return False
    word = _word_before(text, begin, before + 1)
    is_web = "@" in word or "/" in word or word.lower().startswith(("www", "http"))
    if is_web or word.lower() in grammar.titles or word.lower() in grammar.perhaps_last:
        return False
    if text[before].isdigit():
        return "." not in word
    return "." not in word and len(word) > 1 and (text[before].islower() or text[before].isupper())


def _word_before(text: str, begin: int, position: int) -> str:
    """The run without white space that ends at ``position``, opening marks removed."""
    low = max(begin, position - _WORD_BEFORE)
    piece = text[low:position]
    return piece.split()[-1].lstrip(_OPENERS) if piece.split() and not piece[-1].isspace() else ""


def _is_abbreviation(
    text: str, begin: int, dot: int, first: int, end: int, *, grammar: SentenceGrammar
) -> bool:
    """Whether the full stop at ``dot`` belongs to an abbreviation and the sentence goes on at ``first``."""
    word = _word_before(text, begin, dot).split("—")[-1].split("–")[-1]
    low = word.lower()
    if low in grammar.titles:
        return True
    if low in grammar.before_figures:
        return text[first].isdigit()
    following = _WORD.match(text, first, min(end, first + _AHEAD))
    starts = following is not None and following.group().lower() in grammar.starters
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    is_dotted = "." in word and all(len(part) <= 2 for part in word.split("."))
    if is_initial or is_dotted or (low in grammar.perhaps_last and (word[0].isupper() or "." in word)):
        return not starts
    return low in ("etc", "al", "inc", "corp") and not starts
