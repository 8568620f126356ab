"""Whether the clause of a time expression looks ahead or back, as the verbs near it tell."""

from __future__ import annotations

from typing import Final

from onrecord.dates.grammar import Found
from onrecord.dates.lexer import OTHER, Lexed

# How many words either side of an expression may tell the tense of its clause.
_TENSE_WINDOW: Final = 12
_SENTENCE: Final = 60


def tense_of(lexed: Lexed, found: Found) -> int:
    """1 when the clause looks ahead, -1 when it looks back, 0 when no verb form near tells.

    The verb to the left decides ("said Tuesday it would"); only a clause that opens with the expression
    is read to its right. "By", "until" and "as early as" look ahead, and so does an infinitive that no past
    verb governs ("Council to vote Tuesday").
    """
    before = lexed.categories(found.first - 3, found.first)
    if _opens_ahead(lexed, found, before):
        return 1
    if lexed.category(found.last) == "POSS":
        return 0
    if _is_of_document(lexed, found):
        return -1
    if before[-2:] == ["ARE", "ON"]:  # "the funeral is on Friday"
        return 1
    tense, infinitive = _tense_left(lexed, found)
    if tense is None:
        tense = _tense_right(lexed, found, infinitive=infinitive)
        infinitive &= _is_short(lexed, found)
    return tense if tense is not None else int(infinitive or _lasts(lexed, found))


def _lasts(lexed: Lexed, found: Found) -> bool:
    """Whether something goes on to the end of the expression: "a warning *through* Thursday"."""
    before = lexed.word(found.first - 1).lower() if found.first else ""
    return before in lexed.vocabulary.grammar.range_joiners and before.isalpha()


def _opens_ahead(lexed: Lexed, found: Found, before: list[str | None]) -> bool:
    """Whether the words just before the expression look ahead: "by Friday", "as early as Friday"."""
    if before[-1:] in (["BY"], ["UNTIL"]):
        return not lexed.has("HAD", found.first - _TENSE_WINDOW, found.last + _TENSE_WINDOW)
    return before[-1:] == ["AS"] and (before[:1] == ["AS"] or found.tokens[0].category == "EARLY")


def _is_of_document(lexed: Lexed, found: Found) -> bool:
    """Whether a document bears the day: "a report *of June 30*", "letters *dated* June 30"."""
    if found.first < 2:
        return False
    grammar = lexed.vocabulary.grammar
    noun, link = (lexed.word(found.first - back).lower() for back in (2, 1))
    return link in grammar.dating and noun in grammar.documents


def _tense_left(lexed: Lexed, found: Found) -> tuple[int | None, bool]:
    """The tense that the nearest verb to the left gives, and whether an infinitive was passed."""
    infinitive = False
    for index in range(found.first - 1, max(-1, found.first - 1 - _TENSE_WINDOW), -1):
        if _is_stop(lexed, index):
            return None, infinitive
        tense = _tense_at(lexed, index, opens=False)
        if tense == -1 and (decided := _decision(lexed, index)) is not None:
            return decided, infinitive
        if tense is not None:
            return tense, infinitive
        infinitive = infinitive or _is_infinitive(lexed, index)
    # A verb beyond the window may be past: the infinitive alone tells only in a short clause.
    return None, infinitive and found.first <= _TENSE_WINDOW


def _tense_right(lexed: Lexed, found: Found, *, infinitive: bool) -> int | None:
    """The tense that the nearest verb to the right gives, in the same clause."""
    for index in range(found.last, min(len(lexed.codes), found.last + _TENSE_WINDOW)):
        if _is_stop(lexed, index) or (infinitive and lexed.category(index) == "AFTER"):
            return None
        tense = _tense_at(lexed, index, opens=True)
        if tense is not None:
            return tense
    return None


def _is_short(lexed: Lexed, found: Found) -> bool:
    """Whether the clause ends within the window to the right."""
    after = range(found.last, found.last + _TENSE_WINDOW)
    return any(i >= len(lexed.codes) or _is_stop(lexed, i) or lexed.category(i) == "AFTER" for i in after)


def _is_stop(lexed: Lexed, index: int) -> bool:
    """Whether the sentence ends at ``index``."""
    return lexed.category(index) in ("DOT", "BREAK") and not _is_abbreviation(lexed, index)


def _tense_at(lexed: Lexed, index: int, *, opens: bool) -> int | None:
    """The tense that the word at ``index`` gives the clause, None when it gives none."""
    if _looks_ahead(lexed, index):
        return -1 if _is_overtaken(lexed, index, opens=opens) else 1
    return -1 if _is_past(lexed, index) else None


def _looks_ahead(lexed: Lexed, index: int) -> bool:
    name = lexed.category(index)
    if name in lexed.vocabulary.grammar.groups["LOOKS_AHEAD"]:
        return True
    return name == "ARE" and lexed.category(index + 1) == "TO"  # "is to resume Tuesday"


def _is_overtaken(lexed: Lexed, index: int, *, opens: bool) -> bool:
    """Whether a plan is one of the past: "had been due Friday"; "On Friday, the premier planned to"."""
    if lexed.category(index) == "SHALL":
        return False
    grammar = lexed.vocabulary.grammar
    before = index - 1
    while (
        before >= 0
        and index - before <= _TENSE_WINDOW
        and (
            lexed.word(before) in grammar.auxiliaries_ahead
            or lexed.category(before) in grammar.groups["LOOKS_AHEAD"]
        )
    ):
        before -= 1
    if lexed.category(before) == "HAD":
        return True
    return opens and grammar.past_form.fullmatch(lexed.word(index).lower()) is not None


def _is_past(lexed: Lexed, index: int) -> bool:
    """Whether the word at ``index`` is a verb in the past: no "be held", no "a planned strike"."""
    grammar = lexed.vocabulary.grammar
    if lexed.codes[index] == OTHER:
        word = lexed.word(index)
        if word in grammar.not_past or not grammar.past_form.fullmatch(word):
            return False
    elif lexed.category(index) not in grammar.groups["LOOKS_BACK"]:
        return False
    before = index - 1
    while before > 0 and grammar.manner.fullmatch(lexed.word(before)):
        before -= 1
    return before < 0 or (
        lexed.category(before) not in ("THE", "A") and lexed.word(before) != grammar.passive
    )


def _decision(lexed: Lexed, index: int) -> int | None:
    """The tense of what somebody promised (1) or decided (0) *to do* on a day; None for other verbs."""
    if lexed.category(index + 1) != "TO" or lexed.category(index + 2) in ("THE", "A"):
        return None
    return lexed.vocabulary.grammar.decisions.get(lexed.word(index).lower())


def _is_abbreviation(lexed: Lexed, index: int) -> bool:
    """Whether the full stop at ``index`` belongs to an initial or a title: "Daniel P. Davison"."""
    if not index or lexed.ends[index - 1] != lexed.starts[index]:
        return False
    word = lexed.word(index - 1)
    return (len(word) == 1 and word.isupper()) or word.lower() in lexed.vocabulary.grammar.titles


def _is_infinitive(lexed: Lexed, index: int) -> bool:
    """Whether a "to" at ``index`` stands before a verb: a plain word in lower case."""
    if lexed.category(index) != "TO" or index + 1 >= len(lexed.codes):
        return False
    return lexed.codes[index + 1] == OTHER and lexed.word(index + 1).islower()


def sentence_tense(lexed: Lexed, found: Found) -> int:
    """1 when the sentence has a "will", -1 when nothing in it looks ahead, else 0."""
    code_of = lexed.vocabulary.code_of
    begin, end = max(0, found.first - _SENTENCE), min(len(lexed.codes), found.last + _SENTENCE)
    for stop in (code_of["DOT"], code_of["BREAK"]):
        begin = max(begin, lexed.codes.rfind(stop, begin, found.first))
        after = lexed.codes.find(stop, found.last, end)
        end = after if after >= 0 else end
    sentence = lexed.codes[begin:end]
    if code_of["SHALL"] in sentence:
        return 1
    return 0 if code_of["WILL"] in sentence else -1
