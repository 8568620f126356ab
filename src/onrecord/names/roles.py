"""Noun phrases that describe a person or organisation: their head, and what narrows it down.

"the Russian presidential spokesman" has the head ``spokesman`` and the marks ``@Russia`` and ``president``.
The same analysis is run on what introduces a name ("Kremlin spokesman Dmitry …") and on what is used instead
of it, so that the two can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord import languages
from onrecord.languages import Language
from onrecord.languages.grammar import Gender, HeadKind, RoleGrammar

# A longer phrase is a clause.
_MAX_WORDS = 40
# A possessive further on belongs to what narrows the head down.
_OWNER_WORDS = 6
# What a mark begins with that two descriptions may clash in.
_STATE, _NATION, _PARTY = "@@", "@", "%"


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says: head noun (its role where it names one), kind, and narrowing marks.

    ``marks``: ``@Country``, ``@@State``, ``%party`` or plain lower-case words. ``definite``: "the", a
    possessive or no article, against "a". ``owner``: whether a possessive stands before the head.
    """

    head: str
    kind: HeadKind
    marks: frozenset[str]
    gender: Gender | None = None
    definite: bool = True
    plural: bool = False
    former: bool = False
    owner: str = ""
    text: str = ""


def mark(word: str, language: Language | None = None) -> str | None:
    """The mark a lower-case word leaves on a description, or None when it narrows nothing."""
    return (language or languages.of(None)).grammar(RoleGrammar).marks.get(word, word)


def describe(words: Sequence[str], text: str = "", language: Language | None = None) -> Description:
    """The description that a phrase of lower-case words gives; ``text`` is kept as its own words."""
    grammar = (language or languages.of(None)).grammar(RoleGrammar)
    return _describe(tuple(words[:_MAX_WORDS]), text, grammar)


def describe_title(title: str, language: Language) -> Description:
    """The description that an office's title gives."""
    words = title
    for ending in language.grammar(RoleGrammar).possessives:
        words = words.replace(ending, "")
    return describe([w.strip(".,()\"'").casefold() for w in words.replace("-", " ").split()], title, language)


@lru_cache(maxsize=1 << 15)
def _describe(words: tuple[str, ...], text: str, grammar: RoleGrammar) -> Description:
    body, partitive = _members(words[1:] if words[:1] and words[0] in grammar.articles else words, grammar)
    head = _head(body, _cut(body, grammar), grammar)
    member = _member(head.name, grammar) if partitive and head.kind == "group" else None
    name = member or head.name
    return Description(
        head=name,
        kind="person" if member else head.kind,
        marks=_marks((*body[: head.start], *body[head.stop :]), name, grammar),
        gender=grammar.noun_gender.get(body[head.stop - 1]) if head.stop else None,
        definite=not _is_another(words, grammar),
        plural=head.kind == "group" and not member,
        former=not grammar.former.isdisjoint(body[: _cut(body, grammar)]),
        owner=next((w for w in words[:_OWNER_WORDS] if w in grammar.owners), ""),
        text=text,
    )


def _is_another(words: tuple[str, ...], grammar: RoleGrammar) -> bool:
    """Whether a phrase means nobody spoken of before."""
    return not grammar.indefinite.isdisjoint(words[:1]) or not grammar.others.isdisjoint(words[:2])


def _members(body: tuple[str, ...], grammar: RoleGrammar) -> tuple[tuple[str, ...], bool]:
    """``(body, partitive)``: those of whom a phrase takes a number, and whether it takes one of them."""
    if body[:1] == (grammar.one,) and grammar.of in body:  # "one of the lawyers"
        return body[body.index(grammar.of) + 1 :], True
    cut = _cut(body, grammar)
    if len(body) > cut + 1 and body[cut] == grammar.of and body[cut - 1] in grammar.quantifiers:
        return body[cut + 1 :], False  # "more of his aides"
    return body, False


def _cut(body: tuple[str, ...], grammar: RoleGrammar) -> int:
    """Where what narrows the head down from behind begins."""
    return next((i for i, w in enumerate(body) if w in grammar.after_head and i), len(body))


def _marks(words: Sequence[str], head: str, grammar: RoleGrammar) -> frozenset[str]:
    """What the words besides the head leave, and what the head itself tells of its bearer."""
    left = {grammar.marks.get(w, w) for w in _merge_names(words, grammar)}
    left.add(grammar.member_marks.get(head))
    return frozenset(m for m in left if m) - grammar.former


def _merge_names(words: Sequence[str], grammar: RoleGrammar) -> Iterator[str]:
    """Two-word nations, states and houses as one word each ("white house", "new york")."""
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        compound = at + 1 < len(words) and pair in grammar.compounds
        yield pair if compound else words[at]
        at += 2 if compound else 1


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a phrase: its name, where it stands in the phrase, and what it means."""

    name: str
    start: int
    stop: int
    kind: HeadKind


def _head(body: tuple[str, ...], cut: int, grammar: RoleGrammar) -> _Head:
    """A role of several words, else the last noun before the cut."""
    return _long_role(body, cut, grammar) or _last_noun(body[:cut], grammar) or _Head("", 0, 0, "none")


def _long_role(body: tuple[str, ...], cut: int, grammar: RoleGrammar) -> _Head | None:
    for size in range(grammar.role_words, 1, -1):
        for start in range(min(cut, len(body) - size), -1, -1):
            stop = start + size
            role = grammar.role_of.get(" ".join(body[start:stop]))
            written = stop < cut and grammar.kinds.get(body[cut - 1]) == "document"
            if role is not None and not written:  # "inspector general report" is not a person
                return _Head(role, start, stop, "person")
    return None


def _last_noun(body: tuple[str, ...], grammar: RoleGrammar) -> _Head | None:
    if len(body) == 1 and body[0] in grammar.compatriots:
        return _Head(body[0], 0, 1, "person")
    for index in range(len(body) - 1, -1, -1):
        kind = _kind_of(body[index], grammar)
        if kind == "person":
            return _Head(grammar.role_of.get(body[index], body[index]), index, index + 1, kind)
        if kind is not None:
            return _Head(body[index], index, index + 1, kind)
    return None


def _kind_of(word: str, grammar: RoleGrammar) -> HeadKind | None:
    """What a noun in singular or plural means; None for other words."""
    if word.endswith(grammar.aged):
        return "person"
    if f"-{grammar.of}-" in word:
        return _kind_of(without_number(word, grammar), grammar)
    single = grammar.singular(word) or ""
    listed = grammar.kinds.get(word) or grammar.plural_kinds.get(single)
    if listed is not None:
        return listed
    return "person" if _is_trade(word, grammar) else "group" if _is_trade(single, grammar) else None


def without_number(word: str, grammar: RoleGrammar | None = None) -> str:
    """A noun without how many it is of: "mum-of-two"."""
    return word.partition(f"-{(grammar or _GRAMMAR).of}-")[0]


def _is_trade(word: str, grammar: RoleGrammar) -> bool:
    """Whether a noun that no list has tells what somebody does: "harbormaster"."""
    return word.endswith(grammar.trades) and word not in grammar.trades


def one_of_them(said: Description, language: Language | None = None) -> Description:
    """The description of one of several: "Norvalian diplomats" as "Norvalian diplomat"."""
    grammar = (language or languages.of(None)).grammar(RoleGrammar)
    member = _member(said.head, grammar) if said.kind == "group" else None
    return replace(said, head=member, kind="person", plural=False) if member else said


def _member(head: str, grammar: RoleGrammar) -> str | None:
    """The role of one of a group, None where its members are no persons."""
    single = grammar.singular(head)
    return grammar.role_of.get(single, single) if single and single in grammar.person_heads else None


# ------------------------------------------------------------------ comparing


def agreement(said: Description, known: Description, language: Language | None = None) -> float:
    """How well ``said`` (used instead of a name) fits ``known`` (which introduced one); below 0: it does not.

    0.0 to 3.0 for the head, 1.5 for each mark they share, -4 for two nations or states, -3 for another rank.
    """
    grammar = (language or languages.of(None)).grammar(RoleGrammar)
    if not said.head or not known.head:
        return -1.0
    if _clash(_charge(said, grammar), _charge(known, grammar)):
        return -3.0
    head = _head_score(said.head, known.head, grammar)
    if head < 0 and known.marks & grammar.served.get((said.head, known.head), frozenset()):
        head = 2.0
    if head < 0:
        return head
    if any(_clash(_of_kind(said, kind), _of_kind(known, kind)) for kind in (_STATE, _NATION, _PARTY)):
        return -4.0
    if _clash(_nations(said, grammar), _nations(known, grammar)):
        return -4.0
    if _clash(said.marks & grammar.acronyms, known.marks & grammar.acronyms):
        return -3.0
    shared = sum(_near(m, known.marks, grammar) for m in said.marks)
    return head - _former_gap(said, known) - _rank_gap(said, known, grammar) + 1.5 * shared


def _former_gap(said: Description, known: Description) -> float:
    """Whoever has left an office is still called by it; few are called former who were told to hold it."""
    return (said.former != known.former) * (2.0 if said.former else 1.0)


def _clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both tell something, and not the same."""
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _charge(said: Description, grammar: RoleGrammar) -> frozenset[str]:
    """What somebody is in charge of."""
    return grammar.portfolios & {*said.marks, *said.head.split()}


def _head_score(said: str, known: str, grammar: RoleGrammar) -> float:
    """3 for the same role, less where one only covers the other, below 0 for two."""
    if said == known:
        return 3.0
    if known in grammar.broader.get(said, frozenset()):
        return 2.0
    return 1.0 if said in grammar.broader.get(known, frozenset()) else -1.0


def _of_kind(said: Description, kind: str) -> frozenset[str]:
    """The marks that begin with a sign and name a state, a nation or a party."""
    return frozenset(m for m in said.marks if m[: len(m) - len(m.lstrip("@%"))] == kind)


def _nations(said: Description, grammar: RoleGrammar) -> frozenset[str]:
    """The nations it names, or the one whose state it names: "the senator from Ohio" is American."""
    return _of_kind(said, _NATION) or frozenset({grammar.union} if _of_kind(said, _STATE) else ())


def _rank_gap(said: Description, known: Description, grammar: RoleGrammar) -> float:
    """What counts against one role at two ranks or below another; less where only the known one tells it."""
    mine, theirs = grammar.ranks & said.marks, grammar.ranks & known.marks
    if said.head != known.head:  # a "deputy chief" is no president, whatever else a chief may be
        return 3.0 if (mine - theirs) & grammar.below else 0.0
    if mine == theirs:
        return 0.0
    return 3.0 if mine or theirs & grammar.below else 1.0


def _near(told: str, marks: frozenset[str], grammar: RoleGrammar) -> bool:
    """Whether ``marks`` hold ``told`` or its institution: a country's house stands for its president."""
    return told in marks or any(_is_seat(told, marks, seat, grammar) for seat in grammar.seats)


def _is_seat(told: str, marks: frozenset[str], seat: tuple[str, str], grammar: RoleGrammar) -> bool:
    country, house = seat
    if house in marks and told in (house, country, grammar.state_head):
        return True
    return told == house and {country, grammar.state_head} <= marks


# Until what reads articles asks the grammar.
_GRAMMAR = languages.of(None).grammar(RoleGrammar)
singular = _GRAMMAR.singular
ROLE_OF, PERSON_HEADS, ACRONYMS = _GRAMMAR.role_of, _GRAMMAR.person_heads, _GRAMMAR.acronyms
