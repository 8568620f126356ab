"""Who stands in a list beside the namesake in office: "President Brill, Anna Brill and Olm" are three."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
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
    titled = defaultdict[str, list[NameMention]](list)
    for mention in mentions:
        if mention.title_words and mention.kind == "person" and len(mention.name.parts) == 1:
            titled[mention.name.key].append(mention)
    for entity in (e for e in people if e.type == "person" and e.best.full):
        beside = (m for m in titled.get(entity.best.key, ()) if _is_listed(page, m, entity))
        if any(not _fits(m, entity) for m in beside):
            yield entity


def _fits(mention: NameMention, entity: Entity) -> bool:
    return any(agreement(a, b) >= _FITS for a in mention.roles for b in entity.roles)


def _is_listed(page: Page, mention: NameMention, entity: Entity) -> bool:
    """Whether somebody named in full is the next of a list that the office's holder stands in."""
    end = mention.words.stop
    first, last = bisect_left(entity.full_at, end), bisect_right(entity.full_at, end + _OFFICE)
    for at in entity.full_at[first:last]:
        between = page.lower[end:at]
        joined = (
            between[:1] and between[0] in page.rules.joiners and {*map(page.gap, range(end, at))} == {" "}
        )
        if joined or (not between and page.gap(end - 1) == ", "):
            return True
    return False
