"""Whose relative somebody is told to be: "the minister's son", "Harrow son-in-law Reve", "his wife"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord import languages
from onrecord.languages.grammar import RoleGrammar
from onrecord.names.persons import PersonName
from onrecord.names.roles import ROLE_OF, Description


def may_be_theirs(kin: Iterable[Description], name: PersonName, offices: Iterable[Description]) -> bool:
    """Whether a relative may be one of whoever bears ``name`` and holds ``offices``.

    "The minister's son" may be the minister Brill's and "Brill's wife" is his; "Harrow son-in-law" is a
    Harrow's, "the son of miners" theirs. Where no word says whose ("his wife"), it may be anybody's.
    """
    whose = frozenset(word for role in kin for word in _owners(role))
    surname = {part.casefold() for part in name.surname}
    heads = {role.head for role in offices}
    return (
        not whose or not whose.isdisjoint(surname) or not heads.isdisjoint(ROLE_OF.get(w, w) for w in whose)
    )


def _owners(kin: Description) -> list[str]:
    """The words of a description that tell whose relative it is of, by a name, an office or behind "of"."""
    grammar = languages.of(None).grammar(RoleGrammar)
    narrowing = {_owner(mark) for mark in kin.marks}
    before, _, behind = kin.text.replace("’", "'").partition(f" {grammar.of} ")
    words = map(_owner, before.split())
    named = [w.casefold() for w in words if w[:1].isupper() or w.casefold() in ROLE_OF]
    told = (_owner(word).casefold() for word in behind.split())
    return [w for w in named if w in narrowing] + [w for w in told if w in narrowing]


def _owner(word: str) -> str:
    """A word without the ending that makes it an owner."""
    return word.strip(".,").removesuffix("'s").removesuffix("'")
