"""Where sentences end: full stops told from abbreviations, closing marks kept, lost breaks found.

A newline always ends a sentence. Sentences that were glued where a break was lost ("…the talks.Officials
said…") are split. Linear in the length of the text. None is longer than ``LONGEST``: patterns that look for
something anywhere in a sentence cost no more than that allows, whatever the text.
"""

from __future__ import annotations

import re

from onrecord.languages.english.sentences import GRAMMAR as ENGLISH
from onrecord.languages.grammar import SentenceGrammar
from onrecord.records import Span

# Characters. The longest in 5,000 articles of news has 3,084; what is longer has lost its stops.
LONGEST = 4000
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
    """Append ``text[start:end]`` without surrounding white space, if anything is left; cut where too long."""
    while end - start > LONGEST:
        cut = _blank_before(text, start, start + LONGEST)
        _add(found, text, start, cut)
        start = cut
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        found.append(Span(start, end))


def _blank_before(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` can be cut: behind its last blank; in a word where it has none."""
    last = text[start:end].rstrip(" ").rfind(" ")
    return end if last < 0 else start + last + 1


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
    if match.group()[0] in "。！？":
        return True
    if not text[stop].isspace():
        return _is_glued(text, begin, match, stop, end, grammar=grammar)
    first = _first_after(text, stop, end)
    return first is None or (
        first < end
        and not text[first].islower()
        and _ends_before(text, begin, match, first, end, stop=stop, grammar=grammar)
    )


def _ends_before(
    text: str, begin: int, match: re.Match[str], first: int, end: int, *, stop: int, grammar: SentenceGrammar
) -> bool:
    """Whether a sentence ends at ``match`` when a word that is not in lower case follows at ``first``."""
    mark = match.group()
    if text[match.end() : stop].endswith(_CLOSED) and grammar.tag.match(text, first, end):
        return mark.endswith(".")
    if mark != "." or text[first] in _DASHES:
        return True
    return not _is_abbreviation(text, begin, match.start(), first, end, grammar=grammar)


def _first_after(text: str, stop: int, end: int) -> int | None:
    """Where the first word after ``stop`` begins on its line, opening marks passed; None if there is none."""
    follow = stop
    while follow < min(end, stop + _AHEAD) and text[follow].isspace() and text[follow] != "\n":
        follow += 1
    if follow >= end or text[follow] == "\n":
        return None
    return _past(_OPENERS, text, follow, min(end, follow + 4))


def _past(marks: str, text: str, start: int, end: int) -> int:
    """The first place from ``start`` on, up to ``end``, that holds none of ``marks``."""
    while start < end and text[start] in marks:
        start += 1
    return start


def _is_glued(
    text: str, begin: int, match: re.Match[str], stop: int, end: int, *, grammar: SentenceGrammar
) -> bool:
    """Whether a break was lost here: a whole word, a full stop, then a capitalised word or a quote."""
    first = _past(_OPENERS, text, stop, min(end, stop + 3))
    if first + 1 >= end or not text[first].isupper():
        return False
    if not (text[first + 1].islower() or first > stop or text[first + 1].isspace()):
        return False
    before = match.start() - 1
    while before > begin and text[before] in _CLOSERS:
        before -= 1
    return before >= begin and _is_whole(_word_before(text, begin, before + 1), text[before], grammar)


def _is_whole(word: str, last: str, grammar: SentenceGrammar) -> bool:
    """Whether ``word``, which ends in ``last``, is no abbreviation and no part of an address."""
    low = word.lower()
    is_web = "@" in word or "/" in word or low.startswith(("www", "http"))
    if is_web or "." in word or low in grammar.titles or low in grammar.perhaps_last:
        return False
    return last.isdigit() or (len(word) > 1 and (last.islower() or last.isupper()))


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
    if low in grammar.before_figures and not _is_initial(word):
        return text[first].isdigit()
    following = _WORD.match(text, first, min(end, first + _AHEAD))
    starts = following is not None and following.group().lower() in grammar.starters
    return not starts and _may_be_short(word, grammar)


def _may_be_short(word: str, grammar: SentenceGrammar) -> bool:
    """Whether ``word`` may be an abbreviation: an initial, letters with stops, one of those known."""
    is_dotted = "." in word and all(len(part) <= 2 for part in word.split("."))
    low = word.lower()
    known = low in grammar.perhaps_last and (word[0].isupper() or "." in word)
    return _is_initial(word) or is_dotted or known or low in grammar.short_in_lower_case


def _is_initial(word: str) -> bool:
    """Whether a word is one letter as a name has it: "C." in "Ann C. Brill", no "c." of years."""
    return len(word) == 1 and word.isupper() and word != "I"
