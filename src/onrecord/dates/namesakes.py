"""Words of time that are part of a name: USA Today, "60 Minutes", April Holm, Summer Addo."""

from __future__ import annotations

from typing import Final

from onrecord.dates.grammar import Found
from onrecord.dates.lexer import OTHER, Lexed

_QUOTES: Final = ("“", "”", '"', "'", "‘", "’")


def is_name(lexed: Lexed, found: Found) -> bool:
    """Whether an expression is the name, or part of the name, of a paper, a programme or a person."""
    return (
        _is_title(lexed, found)
        or _is_first_name(lexed, found)
        or _is_person(lexed, found)
        or _is_seasons_name(lexed, found)
    )


def _is_title(lexed: Lexed, found: Found) -> bool:
    """Whether the words are the name of a paper or a programme: USA Today, "This Week", "60 Minutes"."""
    words = [lexed.word(i) for i in range(found.first, found.last)]
    if found.kind not in ("day", "relative", "duration") or not all(
        word[0].isupper() or word.isdecimal() for word in words
    ):
        return False
    start, end = lexed.starts[found.first], lexed.ends[found.last - 1]
    if len(words) == 1:
        return _follows_name(lexed, found)
    return lexed.text[start - 1 : start] in _QUOTES and any(q in lexed.text[end : end + 2] for q in _QUOTES)


def _follows_name(lexed: Lexed, found: Found) -> bool:
    """Whether a capitalised word stands just before."""
    start = lexed.starts[found.first]
    before = lexed.word(found.first - 1) if found.first else ""
    return before[:1].isupper() and lexed.text[start - 1 : start] == " "


def _is_first_name(lexed: Lexed, found: Found) -> bool:
    """Whether a bare month is somebody's name: "April Holm said", and not "in April Congress voted"."""
    if found.kind != "calendar" or found.last - found.first != 1 or found.last >= len(lexed.codes):
        return False
    if lexed.word(found.first) not in lexed.vocabulary.grammar.first_names:
        return False
    surname = lexed.codes[found.last] == OTHER and lexed.word(found.last).istitle()
    if not surname or lexed.starts[found.last] - lexed.ends[found.first] != 1:
        return False
    return lexed.category(found.first - 1) in (None, "DOT", "BREAK", "COMMA")


def _is_person(lexed: Lexed, found: Found) -> bool:
    """Whether a bare weekday is somebody's name: "Mr Friday Okoro", "Wednesday Addo said".

    News writes "On Wednesday Addo said" or "Wednesday, Addo": none of 850 bulk articles opened a sentence
    with a bare weekday before a capitalised word.
    """
    if found.kind != "weekday" or found.last - found.first != 1 or found.last >= len(lexed.codes):
        return False
    if lexed.codes[found.last] != OTHER or not lexed.word(found.last).istitle():
        return False
    before = lexed.before(found.first - (lexed.category(found.first - 1) == "DOT"))
    if before in lexed.vocabulary.grammar.titles:
        return True
    return lexed.category(found.first - 1) in (None, "DOT", "BREAK")


def _is_seasons_name(lexed: Lexed, found: Found) -> bool:
    """Whether a season with a capital begins a longer name: "Summer Addo", the Winter Palace."""
    bare = found.tokens[0].category == "THE" or found.last - found.first == 1
    if found.kind != "season" or not bare or found.last >= len(lexed.codes):
        return False
    season, after = lexed.word(found.last - 1), lexed.word(found.last)
    joined = lexed.starts[found.last] - lexed.ends[found.last - 1] == 1
    return joined and season.istitle() and after[:1].isupper() and after[1:].islower()
