"""Who stands in a list beside the namesake in office: "President Brill, Anna Brill and Olm" are three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.coreference.entities import Entity
from onrecord.coreference.mentions import NameMention
from onrecord.coreference.page import Page
from onrecord.names.roles import agreement

# How well an office beside a surname must fit what is told of a bearer for the two to be one.
_FITS = 2.0
# Words of an office between two of a list: "President Brill and *first lady* Anna Brill".
_OFFICE = 3


def not_in_office(page: Page, mentions: Iterable[NameMention], people: Iterable[Entity]) -> Iterator[Entity]:
    """Those of ``people`` whom no office before their surname means: they stand beside its holder."""
    titled = [m for m in mentions if m.title_words and m.kind == "person" and len(m.name.parts) == 1]
    for entity in (e for e in people if e.type == "person" and e.best.full):
        held = (m for m in titled if m.name.key == entity.best.key and not _fits(m, entity))
        if any(_is_listed(page, m, entity) for m in held):
            yield entity


def _fits(mention: NameMention, entity: Entity) -> bool:
    return any(agreement(a, b) >= _FITS for a in mention.roles for b in entity.roles)


def _is_listed(page: Page, mention: NameMention, entity: Entity) -> bool:
    """Whether somebody named in full is the next of a list that the office's holder stands in."""
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
