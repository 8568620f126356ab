"""Who bears the surname of a person in office and is somebody else: "President Brill … Anna Brill … he"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from onrecord.coreference.entities import Entity
from onrecord.coreference.mentions import NameMention
from onrecord.coreference.page import Page
from onrecord.languages.grammar import Gender
from onrecord.names.roles import agreement

# How well an office beside a surname must fit what is told of a bearer for the two to be one.
_FITS = 2.0
# Words of an office between two of a list: "President Brill and *first lady* Anna Brill".
_OFFICE = 3


def not_in_office(
    page: Page,
    mentions: Iterable[NameMention],
    people: Iterable[Entity],
    gender_of: Callable[[Entity], Gender | None],
) -> Iterator[Entity]:
    """Those of ``people``, all named in full, whom no office before their surname means.

    They stand beside it in a list, or the sentence goes on with a pronoun that is not theirs. ``gender_of``:
    what the pronouns behind somebody's full name tell.
    """
    bearers = [e for e in people if e.type == "person" and e.best.full]
    titled = [m for m in mentions if m.roles and m.kind == "person" and len(m.name.parts) == 1]
    for entity in bearers:
        held = [m for m in titled if m.name.key == entity.best.key and not _fits(m, entity)]
        if any(_is_listed(page, m, entity) for m in held) or _is_other(page, held, entity, gender_of):
            yield entity


def _fits(mention: NameMention, entity: Entity) -> bool:
    return any(agreement(a, b) >= _FITS for a in mention.roles for b in entity.roles)


def _is_listed(page: Page, mention: NameMention, entity: Entity) -> bool:
    """Whether both are members of one list: "*President Brill, Anna Brill* and Olm"."""
    end = mention.words.stop
    for at in entity.full_at:
        between = page.lower[end:at]
        if not end <= at <= end + _OFFICE:
            continue
        joined = (
            between[:1] and between[0] in page.rules.joiners and {*map(page.gap, range(end, at))} == {" "}
        )
        if joined or (not between and page.gap(end - 1) == ", "):
            return True
    return False


def _is_other(
    page: Page, held: list[NameMention], entity: Entity, gender_of: Callable[[Entity], Gender | None]
) -> bool:
    """Whether the office's holder is of a gender that neither a given name nor the pronouns behind tell."""
    told = {_goes_on_with(page, m.words.stop) for m in held} - {None}
    return (
        bool(told)
        and entity.best.gender is not None
        and told.isdisjoint((entity.best.gender, gender_of(entity)))
    )


def _goes_on_with(page: Page, at: int) -> Gender | None:
    """The gender of the first pronoun in the rest of a sentence that names nobody else before it."""
    for i in range(at, page.end_of_sentence(at - 1)):
        if page.quoted[i] != page.quoted[at - 1]:
            return None
        told = page.pronouns.pronouns.get(page.lower[i])
        if told in ("he", "she"):
            return told
        if page.is_capital(i) and page.lower[i] not in page.phrases.calendar:
            return None
    return None
