"""Whether what two articles say of one name can hold of one person.

A rare name is one person even if it is a businessman here and a president there; "John Smith", shortstop,
and "John Smith", senator, are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.languages import Language
from onrecord.languages.grammar import PersonGrammar, PronounGrammar, RoleGrammar
from onrecord.names.persons import PersonName
from onrecord.names.relatives import may_be_theirs
from onrecord.names.roles import Description, agreement


def field_of(description: Description, language: Language) -> str | None:
    """The walk of life an office belongs to (politics, sport, …), or None."""
    fields = language.grammar(RoleGrammar).field_of
    told = (fields.get(word) for word in (description.head, *sorted(description.marks)))
    return next(filter(None, told), None)


def contradict(
    name: PersonName, mine: Sequence[Description], theirs: Sequence[Description], language: Language
) -> bool:
    """Whether the bearer of a common name, or of a surname alone, is described as two different people."""
    if any(agreement(a, b, language) > 0 for a in mine for b in theirs):
        return False
    if not name.full and _are_relatives(name, mine, theirs, language):
        return True
    if not _is_common(name, language):
        return False
    a, b = ({field_of(d, language) for d in said} - {None} for said in (mine, theirs))
    return bool(a) and bool(b) and a.isdisjoint(b)


def _are_relatives(
    name: PersonName, mine: Sequence[Description], theirs: Sequence[Description], language: Language
) -> bool:
    """Whether one of two is told as a relative of the other: "President Brill" and "his wife, Anna Brill"."""
    kin = language.grammar(PronounGrammar).kin
    sides = ((mine, theirs), (theirs, mine))
    return any(
        {d.head for d in one} <= kin and may_be_theirs(one, name, other)
        for one, other in sides
        if one and other
    )


def _is_common(name: PersonName, language: Language) -> bool:
    """Whether two people easily bear the name."""
    grammar = language.grammar(PersonGrammar)
    if not name.full:
        return False
    given, surname = name.given[0].casefold(), name.parts[-1].casefold()
    return given in grammar.common_given and surname in grammar.common_surnames
