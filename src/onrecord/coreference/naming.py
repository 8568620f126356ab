"""Sources that name their speaker, alone or with titles, appositions and other names around."""

from __future__ import annotations

import re

from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.phrases import core, may_stand_before
from onrecord.coreference.pronominal import several
from onrecord.coreference.scene import Scene
from onrecord.coreference.slips import misspelt
from onrecord.names.organisations import organisation_key
from onrecord.names.persons import parse
from onrecord.names.roles import describe
from onrecord.records import Span, SpeakerType

# Words of the longest name looked for at the beginning of a clause.
_NAME = 4
# Words of a source that holds more than a name and its office.
_SWALLOWED = 6
_APOSTROPHES = ("'", "’")
_EDGES = " ,.:;—–-\"“”'’‘"
_COMMA_OR_AND = re.compile(r",\s+|\s+(?:and|&)\s+")


def named(scene: Scene, span: Span, words: range, *, only: SpeakerType | None = None) -> Entity | None:
    """The person or organisation that a source names, or None when its names only narrow something down.

    ``only``: "person" leaves out everything else, and names that capitals did not show.
    """
    people: list[tuple[int, Entity]] = []
    others: list[tuple[int, Entity]] = []
    for index in words:
        entity = scene.cast.by_word.get(index)
        if entity is None or _dependent(scene, words, index):
            continue
        kind = people if entity.type == "person" else others
        if all(e is not entity for _, e in kind):
            kind.append((index, entity))
    for kind in (people,) if only == "person" else (people, others):
        if len(kind) > 1 and _coordinated(scene, kind):
            return several(scene, [e for _, e in kind], words.start, span)
    if people and not (len(people) == 1 and _one_of_many(scene, words, people[0][0])):
        return people[0][1]
    if only == "person":
        return None
    said = describe(scene.page.lower[words.start : words.stop])
    if others and (
        said.kind in ("none", "document") or words.stop - 1 in _own_words(scene, others[0][1], words)
    ):
        return others[0][1]
    return None if others else named_anew(scene, span, words)


def _own_words(scene: Scene, entity: Entity, words: range) -> set[int]:
    return {i for i in words if scene.cast.by_word.get(i) is entity}


def only_name(scene: Scene, words: range) -> Entity | None:
    """The one person in a source that has swallowed its verb: "The row peaked with Ann Brill"."""
    if len(words) < _SWALLOWED:
        return None
    found = {
        id(e): (i, e) for i in words if (e := scene.cast.by_word.get(i)) is not None and e.type == "person"
    }
    if len(found) != 1:
        return None
    at, entity = next(iter(found.values()))
    first = min(_own_words(scene, entity, words))
    is_other = at in entity.possessive_at or _one_of_many(scene, words, first)
    return None if is_other else entity


def _one_of_many(scene: Scene, words: range, at: int) -> bool:
    """Whether the only name is that of one of several: "three aides, *among them Brill*".

    Or of whom they speak for: "spokesmen for the mayor of Karst, *Ann Brill*, and for the guild".
    """
    page = scene.page
    ahead = page.lower[words.start : at]
    if (
        ahead
        and page.gap(at - 1).strip() == ","
        and page.phrases.prepositions & set(ahead)
        and describe(ahead).plural
    ):
        return True
    before = core(scene.page, range(words.start, words.stop))
    return before.stop <= at and describe(scene.page.lower[before.start : before.stop]).plural


def _coordinated(scene: Scene, found: list[tuple[int, Entity]]) -> bool:
    """Whether the first and the last of several names are joined, not one the other's."""
    between = scene.page.lower[found[0][0] : found[-1][0]]
    return "and" in between or "or" in between


def _dependent(scene: Scene, words: range, index: int) -> bool:
    """Whether a name only narrows a noun down: "Brill's lawyer", "the Brill campaign"."""
    page, entity = scene.page, scene.cast.by_word[index]
    begin = end = index
    while begin - 1 >= words.start and scene.cast.by_word.get(begin - 1) is entity:
        begin -= 1
    while end + 1 < words.stop and scene.cast.by_word.get(end + 1) is entity:
        end += 1
    after = page.lower[end + 1 : words.stop]
    follows = page.text[page.ends[end] : page.ends[end] + 2]
    if after and (follows in ("'s", "’s") or follows[:1] in _APOSTROPHES):
        return describe(after).kind != "document"
    if _governed(scene, words, begin):
        return True
    if after and follows.strip()[:1] not in (",", "(") and after[0] not in ("and", "or"):
        said = describe(after)
        return bool(said.head) and said.kind in ("person", "group", "organisation")
    return False


def _governed(scene: Scene, words: range, begin: int) -> bool:
    """Whether a preposition stands before the name and its title ("a spokesman for President Brill")."""
    page = scene.page
    at = begin - 1
    while at >= words.start and page.gap(at) in (" ", ". ") and _is_title(page, page.lower[at]):
        at -= 1
    if at < words.start or page.lower[at] not in page.phrases.prepositions | page.phrases.relatives:
        return False
    before = describe(page.lower[words.start : at + 1])
    return not (before.kind == "document" and page.lower[at] in ("by", "from", "of"))


def _is_title(page: Page, word: str) -> bool:
    return may_stand_before(page, word) and word not in page.places.state_of


# ------------------------------------------------------------------ names that capitals did not give


def named_anew(scene: Scene, span: Span, words: range) -> Entity | None:
    """A name in a headline or at the start of a sentence, or one that only a source shows to be one."""
    page = scene.page
    text = span.of(page.text).strip(_EDGES)
    bare = text.removeprefix("the ").removeprefix("The ")
    low = page.lower[words.start : words.stop]
    described = low[0] in page.phrases.determiners and (page.phrases.prepositions - {"of"}) & set(low)
    if not bare or described or not any(page.words[i][0].isupper() for i in words):
        return None
    found = known(scene, bare, words.start)
    if found is None:
        found = misspelt(scene.page, scene.entities, bare)
        if found is not None and bare not in found.names:
            found.names.append(bare)
    if found is not None:
        return scene.mention(found, words.start, span, "name")
    pieces = [p for p in _COMMA_OR_AND.split(bare) if p]
    if len(pieces) > 1 and all(p[0].isupper() for p in pieces[:2]):
        people = [e for p in pieces if (e := known(scene, p, words.start)) is not None]
        if len(people) > 1 and " and " in bare:
            return several(scene, people, words.start, span)
        if people and people[0] is known(scene, pieces[0], words.start):
            return scene.mention(people[0], words.start, span, "name")
    return _new_name(scene, bare, span, words)


def known(scene: Scene, text: str, at: int) -> Entity | None:
    """Whom the cast knows under ``text``: a full name, a surname, an organisation or its acronym."""
    name = parse(text)
    if name.parts and len(name.parts) <= 5 and not name.full:
        person = scene.cast.by_short_name(name, at)
    else:
        person = scene.cast.by_full_name(name)
    return person or scene.cast.organisation(text)


def _new_name(scene: Scene, bare: str, span: Span, words: range) -> Entity | None:
    key, at = bare.casefold(), words.start
    if key in scene.page.offices.thing_words:
        return None
    if (
        key in scene.page.organisations.metonyms
        or (key in scene.page.places.places and key in scene.page.places.nation_of)
        or bare in scene.page.organisations.acronyms
    ):
        return _organisation(scene, bare, span, at)
    low = scene.page.lower[words.start : words.stop]
    if describe(low).kind != "none":
        return None
    clause = scene.page.headline[words.start] and "to" in low  # "Brill To Dole: Go"
    if clause or any(w in scene.page.function_words and w not in scene.page.rules.name_words for w in low):
        return first_known(scene, span, words)
    if len(words) > 7:
        return None
    if not all(
        scene.page.words[i][0].isupper() or scene.page.lower[i] in scene.page.rules.name_words for i in words
    ):
        return None
    name = parse(bare)
    personal = name.gender or not any(
        w in scene.page.offices.organisation_words or w in scene.page.offices.group_nouns for w in low
    )
    if (
        name.full
        and personal
        and len(name.parts) <= 4
        and low[-1] not in scene.page.places.places
        and low[0] not in scene.page.places.demonyms
    ):
        other = scene.called.get(("person", key))
        if other is not None:
            return scene.mention(other, at, span, "the same words")
        entity = scene.create("person", bare, at, span, how="named only here")
        entity.gender = name.gender
        return entity
    if key in scene.page.places.demonyms:
        return None
    entity = _organisation(scene, bare, span, at)
    entity.guessed = not any(w in scene.page.offices.organisation_words for w in low)
    return entity


def first_known(scene: Scene, span: Span, words: range) -> Entity | None:
    """Whom the first words of a clause name that was taken for a source ("Brill Will Not Go")."""
    page = scene.page
    for stop in range(min(words.stop, words.start + _NAME), words.start, -1):
        found = known(scene, page.text[page.starts[words.start] : page.ends[stop - 1]], words.start)
        if found is not None:
            return scene.mention(found, words.start, span, "name")
    return None


def _organisation(scene: Scene, name: str, span: Span, at: int) -> Entity:
    entity = scene.create("organisation", name, at, span, how="name", key=organisation_key(name))
    low = name.casefold()
    if low in scene.page.organisations.metonyms:
        entity.canonical = scene.page.organisations.metonyms[low][0]
    return entity
