"""Whether the clause of a time expression looks ahead or back, as the verbs near it tell."""

from __future__ import annotations

import re
from typing import Final

from onrecord.dates.grammar import Found
from onrecord.dates.lexer import OTHER, Lexed, lexicon
from onrecord.languages.english import date_grammar as english
from onrecord.languages.english.dates import NOT_PAST
from onrecord.languages.english.sentences import TITLES

# How many words either side of an expression may tell the tense of its clause.
_TENSE_WINDOW: Final = 12
_SENTENCE: Final = 60
_AHEAD: Final = english.GROUPS["LOOKS_AHEAD"]
_BACK: Final = english.GROUPS["LOOKS_BACK"]
_PAST_FORM: Final = re.compile(r"[a-z]{2,}ed")


def tense_of(lexed: Lexed, found: Found) -> int:
    """1 when the clause looks ahead, -1 when it looks back, 0 when no verb form near tells.

    The verb to the left decides ("said Tuesday it would"); only a clause that opens with the expression
    is read to its right. "By", "until" and "as early as" look ahead, and so does an infinitive that no past
    verb governs ("Council to vote Tuesday").
    """
    code_of = lexicon().code_of
    before = [lexicon().name_of.get(c) for c in lexed.codes[max(0, found.first - 3) : found.first]]
    past_perfect = (
        code_of["HAD"] in lexed.codes[max(0, found.first - _TENSE_WINDOW) : found.last + _TENSE_WINDOW]
    )
    if (before[-1:] in (["BY"], ["UNTIL"]) and not past_perfect) or (
        before[-1:] == ["AS"] and before[:1] == ["AS"]
    ):
        return 1
    if found.tokens[0].category == "EARLY" and before[-1:] == ["AS"]:
        return 1
    if found.last < len(lexed.codes) and lexed.codes[found.last] == code_of["POSS"]:
        return 0
    if before[-2:] == ["ARE", "ON"]:  # "the funeral is on Friday"
        return 1
    are_to = code_of["ARE"] + code_of["TO"]  # "is to resume Tuesday"
    names, stops = lexicon().name_of, (code_of["DOT"], code_of["BREAK"])
    infinitive = False
    for step, start in ((-1, found.first - 1), (1, found.last)):
        index = start
        while 0 <= index < len(lexed.codes) and abs(index - start) < _TENSE_WINDOW:
            code = lexed.codes[index]
            if (code in stops and not _is_abbreviation(lexed, index)) or (
                infinitive and step > 0 and code == code_of["AFTER"]
            ):
                break
            if code != OTHER and (names[code] in _AHEAD or lexed.codes.startswith(are_to, index)):
                return -1 if _is_overtaken(lexed, index, opens=step > 0) else 1
            if _is_past(lexed, index):
                return -1
            infinitive |= step < 0 and _is_infinitive(lexed, index)
            index += step
        # A verb beyond the window may be past: the infinitive alone tells only in a short clause.
        infinitive &= index < 0 or abs(index - start) < _TENSE_WINDOW
    return 1 if infinitive else 0


def _is_overtaken(lexed: Lexed, index: int, *, opens: bool) -> bool:
    """Whether a plan is one of the past: "had been due Friday"; "On Friday, the premier planned to"."""
    code_of = lexicon().code_of
    if lexed.codes[index] == code_of["SHALL"]:
        return False
    before = index - 1
    while (
        before >= 0
        and index - before <= _TENSE_WINDOW
        and (lexed.word(before) in ("been", "to") or lexicon().name_of.get(lexed.codes[before]) in _AHEAD)
    ):
        before -= 1
    if before >= 0 and lexed.codes[before] == code_of["HAD"]:
        return True
    return opens and lexed.word(index).endswith("ed")


def _is_past(lexed: Lexed, index: int) -> bool:
    """Whether the word at ``index`` is a verb in the past: no "be held", no "a planned strike"."""
    code = lexed.codes[index]
    if code == OTHER:
        word = lexed.word(index)
        if word in NOT_PAST or not _PAST_FORM.fullmatch(word):
            return False
    elif lexicon().name_of[code] not in _BACK:
        return False
    if not index:
        return True
    before = lexed.codes[index - 1]
    return lexicon().name_of.get(before) not in ("THE", "A") and lexed.word(index - 1) != "be"


def _is_abbreviation(lexed: Lexed, index: int) -> bool:
    """Whether the full stop at ``index`` belongs to an initial or a title: "Daniel P. Davison"."""
    if not index or lexed.ends[index - 1] != lexed.starts[index]:
        return False
    word = lexed.word(index - 1)
    return (len(word) == 1 and word.isupper()) or word.lower() in TITLES


def _is_infinitive(lexed: Lexed, index: int) -> bool:
    """Whether a "to" at ``index`` stands before a verb: a plain word in lower case."""
    if lexed.codes[index] != lexicon().code_of["TO"] or index + 1 >= len(lexed.codes):
        return False
    return lexed.codes[index + 1] == OTHER and lexed.word(index + 1).islower()


def sentence_tense(lexed: Lexed, found: Found) -> int:
    """1 when the sentence has a "will", -1 when nothing in it looks ahead, else 0."""
    code_of = lexicon().code_of
    begin, end = max(0, found.first - _SENTENCE), min(len(lexed.codes), found.last + _SENTENCE)
    for stop in (code_of["DOT"], code_of["BREAK"]):
        begin = max(begin, lexed.codes.rfind(stop, begin, found.first))
        after = lexed.codes.find(stop, found.last, end)
        end = after if after >= 0 else end
    sentence = lexed.codes[begin:end]
    if code_of["SHALL"] in sentence:
        return 1
    return 0 if code_of["WILL"] in sentence else -1
