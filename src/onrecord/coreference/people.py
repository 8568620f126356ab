"""The persons of one article, found by surname and given name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.coreference.entities import Entity
from onrecord.languages.grammar import Gender
from onrecord.languages.transliteration import romanise
from onrecord.names.matching import compare, of_two_generations
from onrecord.names.persons import PersonName
from onrecord.names.relatives import may_be_theirs
from onrecord.names.roles import Description, agreement

# How well an office beside a surname must fit one of the persons who bear it.
_FITS = 2.0
# Words after a mention in which further mentions still count for who is meant.
_AHEAD = 400
# Mentions that a given name in the headline is worth: the article is about that bearer of a surname.
_HEADLINED = 2


class People:
    """Persons by the parts of their names.

    ``apart``: those whom no office before their surname means.
    """

    def __init__(
        self,
        headlined: frozenset[str],
        parents: frozenset[str],
        kin: frozenset[str],
        speaking: frozenset[int] = frozenset(),
    ) -> None:
        """``headlined``: words of headlines; ``parents``: whose relatives are told; ``kin``: their nouns.

        ``speaking``: the words, by index, of those who speak.
        """
        self._headlined, self._parents, self._kin, self._speaking = headlined, parents, kin, speaking
        self._by_surname: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Entity]] = defaultdict(list)
        self.apart: set[Entity] = set()

    def add(self, entity: Entity) -> None:
        """Makes a person known by its name."""
        name = entity.best
        for part in {romanise(p) for p in name.surname} | {name.key}:
            self._by_surname[part].append(entity)
        given = {name.given[0], name.given[-1]} if name.given else set()
        given |= {name.nickname} if name.nickname.isalpha() else set()
        for part in (g for g in given if len(g) > 1):
            self._by_given[romanise(part)].append(entity)

    def bears(self, surname: str) -> bool:
        """Whether anybody has the surname with this key."""
        return bool(self._by_surname.get(surname))

    def only_bearer(self, surname: str) -> Entity | None:
        """The one person who has the surname with this key."""
        found = self._by_surname.get(surname, [])
        return found[0] if len(found) == 1 else None

    def match(self, name: PersonName) -> Entity | None:
        """The person whom a full name means: one known by that surname, or by another part of the name."""
        for entity in reversed(self._by_surname.get(name.key, [])):
            if any(_is_one(name, known) for known in entity.parsed if known.full):
                return entity
        inner = name.parts[1:-1] + (name.parts[:1] if name.east_asian else ())
        same = (e for p in inner for e in self._by_surname.get(romanise(p), []) if _is_one(name, e.best))
        return next(same, None)

    def by_full_name(self, name: PersonName) -> Entity | None:
        """The person whose fullest name agrees with ``name``."""
        return next((e for e in self._by_surname.get(name.key, []) if _is_one(name, e.best)), None)

    def by_short_name(
        self,
        name: PersonName,
        at: int,
        roles: Iterable[Description],
        *,
        younger: bool = False,
        in_headline: bool = False,
        followed_by: Gender | None = None,
    ) -> Entity | None:
        """Whom a surname or given name at word ``at`` means: title and gender first, then salience.

        ``younger``: the text has said so, and means a child that bears a parent's name. ``in_headline``: the
        name stands where full names are not given yet. ``followed_by``: what the next pronoun tells.
        """
        roles = list(roles)
        found = [e for e in self._bearers(name) if not self._is_relative(e, name, roles)]
        found = [e for e in found if in_headline or not self._is_named_below(e, name, at)]
        found = [e for e in found if younger and e.best.suffix] or found
        if not found:
            return self._by_given_name(name)
        found = self._fitting(found, name, roles, followed_by)
        return max(found, key=lambda e: self._salience(e, at)) if found else None

    def _fitting(
        self, found: list[Entity], name: PersonName, roles: list[Description], followed_by: Gender | None
    ) -> list[Entity]:
        """Those of the bearers whom titles, gender and the next pronoun leave."""
        # Without a title before it "Clinton" tells nothing, though it is a man's given name, too.
        gender = name.gender if name.titles or len(name.parts) > 1 else None
        for narrower in self._narrowed(found, gender, roles):
            found = narrower or found
        return self._of_gender(found, followed_by) if followed_by and not (gender or roles) else found

    def _is_relative(self, entity: Entity, name: PersonName, roles: list[Description]) -> bool:
        """Whether an office beside a surname is another's: of the husband of "his wife, Anna Brill", say."""
        if not roles:
            return False
        if self._is_child(entity) or entity in self.apart:
            return True
        if not entity.roles or any(agreement(a, b) >= _FITS for a in roles for b in entity.roles):
            return False
        if self._is_kin(entity.roles) and may_be_theirs(entity.roles, name, roles):
            return True
        return self._is_kin(roles) and may_be_theirs(roles, entity.best, entity.roles)

    def _of_gender(self, found: list[Entity], gender: Gender) -> list[Entity]:
        """Those of a gender, if that parts them from others, or a relative from whose she is."""
        fitting = [e for e in found if _gender(e) == gender]
        parts = any(_gender(e) not in (None, gender) for e in found) or any(
            self._is_kin(e.roles) for e in fitting
        )
        return fitting if fitting and parts else found

    def has_relative_below(self, name: PersonName, at: int) -> bool:
        """Whether only a relative of whoever a surname at word ``at`` means is named in full, and later."""
        bearers = list(self._bearers(name))
        return bool(bearers) and all(self._is_named_below(e, name, at) for e in bearers)

    def _is_named_below(self, entity: Entity, name: PersonName, at: int) -> bool:
        """Whether somebody is the relative, named below, of a surname at word ``at``.

        "Brill … his wife, Anna Brill": where "Brill" stands first, it is not the wife's.
        """
        owned = any(role.owner for role in entity.roles) and self._is_kin(entity.roles)
        return owned and entity.at[0] > at and name.key == entity.best.key

    def _is_kin(self, roles: Iterable[Description]) -> bool:
        """Whether somebody is told only by whom he or she belongs to."""
        heads = {role.head for role in roles}
        return bool(heads) and heads <= self._kin

    def _is_child(self, entity: Entity) -> bool:
        """Whether somebody is only told from a parent: "President Brill" is not "Jonas Brill Jr." here."""
        name = entity.best
        untitled = not any(known.titles for known in entity.parsed if known.full)
        is_of_parent = not self._parents.isdisjoint(map(str.casefold, name.surname))
        return bool(name.suffix) and untitled and not entity.roles and is_of_parent

    def _salience(self, entity: Entity, at: int) -> tuple[int, tuple[bool, ...], int]:
        """How often somebody is mentioned up to soon after word ``at``, or in a headline.

        A relative who is named in full again does not go by the surname: only the first full name counts.
        Then whether in an own right: "Brill" is the president, not the wife at his side; whether somebody is
        named already; whether both speak, here and elsewhere: the witness, and no namesake who was killed.
        Then how near.
        """
        here = bisect_left(entity.at, at)
        often, is_kin = bisect_right(entity.at, at + _AHEAD), self._is_kin(entity.roles)
        if is_kin:
            often -= max(0, bisect_right(entity.full_at, at + _AHEAD) - 1)
        told = not self._headlined.isdisjoint(map(str.casefold, entity.best.given))
        speaks = at in self._speaking and not self._speaking.isdisjoint(entity.at)
        near = (abs(at - a) for a in entity.at[max(0, here - 1) : here + 1])
        surely = (not is_kin, here > 0, speaks)
        return often + _HEADLINED * told, surely, -min(near, default=0)

    def _bearers(self, name: PersonName) -> Iterator[Entity]:
        """Who has the surname: "Ryan" is one here, whatever it is elsewhere."""
        for entity in self._by_surname.get(name.key, []):
            if len(name.parts) > 1:
                is_same = _is_one(name, entity.best)
            else:
                is_same = (
                    not name.titles or None in (entity.gender, name.gender) or entity.gender == name.gender
                )
            if is_same:
                yield entity

    def _by_given_name(self, name: PersonName) -> Entity | None:
        """The only one who bears a given name, alone or after a title: "Sir Hugh", "Mr Quyet".

        Or all that follows a surname which may be a given name: "Osei-Tan" of "Lin Osei-Tan".
        """
        found = self._by_given.get(romanise(name.parts[0]), [])
        if len(name.parts) > 1:
            whole = [romanise(p) for p in name.parts]
            found = [e for e in found if e.best.east_asian and [romanise(p) for p in e.best.given] == whole]
        told = {name.gender, found[0].gender} - {None} if len(found) == 1 else set()
        return found[0] if len(found) == 1 and len(told) < 2 else None

    @staticmethod
    def _narrowed(
        found: list[Entity], gender: Gender | None, roles: Iterable[Description]
    ) -> Iterator[list[Entity]]:
        """Of several bearers those of a gender, then those with each of some offices, as far as any are."""
        if gender:
            of_gender = [e for e in found if e.gender in (None, gender)]
            found = of_gender or found
            yield of_gender
        for role in roles:
            fitting = [e for e in found if any(agreement(role, r) >= _FITS for r in e.roles)]
            found = fitting or found
            yield fitting


def _gender(entity: Entity) -> Gender | None:
    """What a name or what somebody is called tells: "his wife"."""
    return entity.gender or next((role.gender for role in entity.roles if role.gender), None)


def _is_one(name: PersonName, known: PersonName) -> bool:
    """Whether two full names of one text are one person's."""
    return compare(name, known).same and not (name.full and known.full and of_two_generations(name, known))
