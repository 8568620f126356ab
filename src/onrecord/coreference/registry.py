"""The persons and organisations of one article: names that belong together, before pronouns are looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import filterfalse
from typing import TypeAlias

from onrecord.coreference import lone
from onrecord.coreference.apart import not_in_office
from onrecord.coreference.entities import Entity
from onrecord.coreference.mentions import NameMention
from onrecord.coreference.organisations import Organisations
from onrecord.coreference.page import Page
from onrecord.coreference.people import People
from onrecord.coreference.pronouns_after import PronounsAfter
from onrecord.coreference.slips import misspelt
from onrecord.coreference.told_beside import is_told_body
from onrecord.names.organisations import undotted
from onrecord.names.persons import PersonName, shown
from onrecord.names.roles import Description

# Words behind a possessive among which a relative stands: "’s eldest son".
_RELATIVE = 5
# Parts of a personal name that no known given name shows to be one.
_PERSONAL = 3
# Words of the longest run of capitals that is a name though nothing tells so, with an office and without.
_WITH_OFFICE, _UNTOLD = 3, 4
_Treated: TypeAlias = Callable[[Page, str, Sequence[int]], bool]


class Registry:
    """The entities of one article, found by name.

    Full names are added before short ones, so that a surname in an early caption finds the person whom a
    later sentence introduces.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.entities: list[Entity] = []
        self.by_word: dict[int, Entity] = {}
        self._pronouns = PronounsAfter(page, self.by_word)
        self.introduced: list[Entity] = []
        headlined = frozenset(w for w, h in zip(page.lower, page.headline, strict=True) if h)
        self._people = People(headlined, frozenset(_parents(page)), page.pronouns.kin, page.speaking)
        self._organisations = Organisations(page)
        self._article_id = ""
        self._repeated: Counter[str] = Counter()
        self._bodies: set[str] = set()
        self._alone: defaultdict[str, list[int]] = defaultdict(list)
        self._treated: dict[tuple[_Treated, str, str], bool] = {}
        self._leaning: dict[str, tuple[Entity, list[NameMention]]] = {}

    def add_all(self, article_id: str, mentions: list[NameMention]) -> None:
        """Sort ``mentions`` into entities."""
        self._article_id = article_id
        people = [m for m in mentions if m.kind in ("person", "unknown")]
        bodies = sorted((m for m in mentions if m.kind == "organisation"), key=lambda m: -len(m.words))
        for mention in (m for m in bodies if m.hint is None):
            self._organisation(mention)
        for mention in filter(_is_full, people):
            self._person(mention, self._people.match(mention.name))
        self._people.apart.update(not_in_office(self.page, people, self.entities))
        self._add_uncertain(people, [m for m in bodies if m.hint is not None])
        for entity in self.entities:
            self._settle(entity)
        self._settle_own_pronouns()
        self.introduced = [e for e in self.entities if e.type == "person" and e.roles]

    def _add_uncertain(self, people: list[NameMention], hinted: list[NameMention]) -> None:
        """Names that others must explain: surnames, and what only a name finder calls an organisation."""
        lone = list(filter(_is_one_word, hinted))
        self._count_lone(list(filter(_is_one_word, people)), lone)
        for mention in filterfalse(_is_one_word, hinted):
            self._hinted(mention)
        rest = [*filterfalse(_is_full, people), *lone]
        for mention in sorted(rest, key=_sureness):  # "Mr. Brill" makes a person whom "Brill" then finds
            (self._hinted if mention.kind == "organisation" else self._short)(mention)

    def _count_lone(self, people: list[NameMention], hinted: list[NameMention]) -> None:
        """Where each name of one word stands, how often those of ``people`` do, and which are told bodies."""
        for mention in people + sorted(hinted, key=lambda m: m.span):
            self._alone[mention.name.key].append(mention.words.start)
        self._repeated = Counter(self.page.lower[m.words.start] for m in people)
        self._bodies = {m.name.key for m in (*people, *hinted) if is_told_body(self.page, m.words)}

    def add(self, entity: Entity, key: str | None = None) -> Entity:
        """Take in an entity that a source, not a name, has made."""
        self.entities.append(entity)
        if key:
            self._organisations.add_key(entity, key)
        if entity.type == "person":
            self._people.add(entity)
        return entity

    @property
    def leaning(self) -> list[Entity]:
        """Names of one word that a name finder alone calls persons, none of them among ``entities``."""
        return [entity for entity, _ in self._leaning.values()]

    def prove(self, entity: Entity) -> None:
        """Takes a leaning name for a person: a pronoun means it."""
        entity.leaning, entity.type = False, "person"
        _, mentions = self._leaning.pop(entity.best.key, (entity, []))
        if mentions:
            self.entities.append(entity)
        for mention in mentions:
            self.by_word.update(dict.fromkeys(mention.words, entity))
        self._people.add(entity)
        self._settle(entity)

    # -------------------------------------------------------------- by name

    def by_full_name(self, name: PersonName) -> Entity | None:
        """The person whose fullest name agrees with ``name``."""
        return self._people.by_full_name(name)

    def by_short_name(self, name: PersonName, at: int, roles: Iterable[Description] = ()) -> Entity | None:
        """Whom a surname or given name at word ``at`` means: title and gender first, then salience."""
        page, before = self.page, at - 1
        while before > 0 and page.lower[before].strip(".") in page.persons.honorifics:
            before -= 1  # "the younger Mr. Brill"
        younger = before >= 0 and page.lower[before] in page.rules.younger
        if not name.parts:
            return None
        return self._people.by_short_name(
            name,
            at,
            roles,
            younger=younger,
            in_headline=page.headline[at],
            followed_by=self._pronouns.after(None, at) if self._people.bears(name.key) else None,
        )

    def organisation(self, text: str) -> Entity | None:
        """The organisation that ``text`` names, by its key or acronym."""
        return self._organisations.find(text)

    # -------------------------------------------------------------- one mention

    def _note(self, entity: Entity, mention: NameMention, how: str) -> None:
        entity.add(self.page, mention, self._article_id, how)
        self.by_word.update(dict.fromkeys(mention.words, entity))

    def _person(
        self, mention: NameMention, entity: Entity | None, how: str = "name", *, guessed: bool = False
    ) -> None:
        if entity is None:
            entity = Entity("person", mention.name, guessed=guessed)
            self.entities.append(entity)
            self._people.add(entity)
        self._note(entity, mention, how)

    def _organisation(self, mention: NameMention, *, guessed: bool = False) -> None:
        text = mention.span.of(self.page.text)
        entity = self.organisation(text) or self._organisations.by_last_word(mention)
        if entity is None:
            entity = Entity("organisation", mention.name, guessed=guessed)
            self.entities.append(entity)
            self._organisations.add(entity, text)
        if mention.acronym:
            self._organisations.add_acronym(entity, mention.acronym)
            entity.guessed = False
        self._note(entity, mention, "name")

    def _short(self, mention: NameMention) -> None:
        """A surname, a given name, or a run of capitals that nothing has told apart."""
        name, size = mention.name, len(mention.words)
        entity = self.by_short_name(name, mention.words.start, mention.roles) or self._misjudged(name)
        if entity is not None:
            self._person(mention, entity, "surname" if len(name.parts) == 1 else "name")
        elif mention.kind == "person" or self._people.has_relative_below(name, mention.words.start):
            self._person(mention, None)
        elif size == 1 and name.key in self._bodies:
            self._organisation(mention)
        elif not mention.certain:
            self._lean(mention)
        elif mention.roles and size <= _WITH_OFFICE:
            self._person(mention, None)
        elif 1 < size <= _UNTOLD:
            self._untold(mention)
        elif self._is_told(mention):
            self._person(mention, None, guessed=True)
        elif self._repeated[self.page.lower[mention.words.start]] > 1:
            self._single(mention)
        else:
            self._lean(mention)

    def _misjudged(self, name: PersonName) -> Entity | None:
        """The only bearer of a surname whose given name misled: "Ms Strand" of Michael Strand, a "she"."""
        entity = self._people.only_bearer(name.key) if name.titles and name.gender and name.parts else None
        if entity is None or entity.best.titles or self._pronouns.gender(entity) != name.gender:
            return None
        entity.gender = name.gender
        return entity

    def _untold(self, mention: NameMention) -> None:
        if self._is_personal(mention):
            self._person(mention, None)
        else:
            self._organisation(mention, guessed=True)

    def _is_personal(self, mention: NameMention) -> bool:
        """Whether two or three words without a known given name are a person's all the same.

        A name finder has said so and nothing speaks against it, or the article goes on with the last word
        alone and "he" or "she".
        """
        name, low, places = mention.name, self.page.low(mention.words), self.page.places
        if not name.full or len(name.parts) > _PERSONAL or not self.page.function_words.isdisjoint(low):
            return False
        if low[0] in places.demonyms or low[-1] in places.places or self.organisation(name.text) is not None:
            return False
        return mention.hint == "person" or any(map(self._pronouns.follow, self._alone.get(name.key, ())))

    def _hinted(self, mention: NameMention) -> None:
        """What only a name finder calls an organisation: a person's name known from elsewhere is stronger."""
        known = self._person_called(mention)
        if known is not None:
            self._person(mention, known, "name" if mention.name.full else "surname")
        else:
            self._organisation(mention)
            if len(mention.words) == 1 and mention.name.gender is not None:
                self.by_word[mention.words.start].leaning |= self._may_be_person(mention)

    def _person_called(self, mention: NameMention) -> Entity | None:
        name = mention.name
        if name.full:
            return self.by_full_name(name)
        if len(mention.words) > 1 or not name.parts:
            return None
        is_borne = self._people.bears(name.key) or len(name.parts) > 1
        known = self.by_short_name(name, mention.words.start) if is_borne else None
        return known or misspelt(self.page, self.entities, name.text)

    def _is_told(self, mention: NameMention) -> bool:
        """Whether what a name finder calls a person is treated as one by the text."""
        low = self.page.lower[mention.words.start]
        if mention.hint != "person" or self._names_nobody(low):
            return False
        if self.organisation(mention.span.of(self.page.text)) is not None:
            return False
        return self._is_treated(lone.is_person, mention)

    def _single(self, mention: NameMention) -> None:
        """One capitalised word used again: a person if "he" or "she" follows it, else an organisation."""
        if self._names_nobody(self.page.lower[mention.words.start]):
            return
        known = self.organisation(mention.span.of(self.page.text))
        is_place = self._is_treated(lone.is_place, mention)
        if known is None and not is_place and self._pronouns.follow(mention.words.start):
            self._person(mention, None)
        else:
            self._organisation(mention, guessed=mention.hint == "person")
            self.by_word[mention.words.start].leaning |= self._may_be_person(mention)

    def _lean(self, mention: NameMention) -> None:
        """What a name finder alone calls a person's name, and nothing speaks against."""
        if not self._may_be_person(mention) or self._names_nobody(self.page.lower[mention.words.start]):
            return
        entity, mentions = self._leaning.setdefault(
            mention.name.key, (Entity("person", mention.name, guessed=True, leaning=True), [])
        )
        entity.add(self.page, mention, self._article_id, "name")
        mentions.append(mention)

    def _may_be_person(self, mention: NameMention) -> bool:
        """Whether it is called a person or a given name, and the text treats it as nothing else."""
        low = self.page.lower[mention.words.start]
        if mention.name.key in self._bodies:
            return False
        given = mention.hint in (None, "organisation") and mention.name.gender is not None
        if not (given or mention.hint == "person") or low in self.page.plain or self._is_of_body(low):
            return False
        return not self._is_treated(lone.is_thing, mention)

    def _is_of_body(self, low: str) -> bool:
        """Whether the name of a body begins with a word: "Brightwater" beside "Brightwater Mills"."""
        bodies = (e for e in self.entities if e.type == "organisation")
        return any(n.casefold().startswith(f"{low} ") for e in bodies for n in e.names)

    def _is_treated(self, asked: _Treated, mention: NameMention) -> bool:
        """Whether the text treats a name so; all its places are looked at once, not once from each."""
        low, key = self.page.lower[mention.words.start], mention.name.key
        found = self._treated.get((asked, low, key))
        if found is None:
            found = self._treated[asked, low, key] = asked(self.page, low, self._alone[key])
        return found

    def _names_nobody(self, word: str) -> bool:
        page = self.page
        groups = (page.places.places, page.places.demonyms, page.offices.thing_words, page.function_words)
        return any(word in group for group in groups) or word.removesuffix("s") in page.places.demonyms

    # -------------------------------------------------------------- afterwards

    def _settle(self, entity: Entity) -> None:
        """Name and gender, once all names are known."""
        if entity.type != "person":
            entity.name = max(entity.names, key=len) if entity.names else None
            if entity.name:
                self._name_as_known(entity, entity.name)
            return
        entity.name = shown(entity.best)
        if entity.gender is None:
            self._settle_gender(entity)

    def _settle_gender(self, entity: Entity) -> None:
        """By what somebody is, or by the pronouns around; a lone given name may speak against either."""
        given = entity.best.gender
        told = next((r.gender for r in entity.roles if r.gender), None)
        if told is None:
            entity.gender = self._pronouns.gender(entity, given)
        else:
            entity.gender = told if given in (None, told) else None
        entity.gender_sure = told is not None and entity.gender is not None

    def _settle_own_pronouns(self) -> None:
        """Whoever goes by "they", as the sentence in which they are named tells."""
        for told in self.page.rules.own_pronouns.finditer(self.page.text):
            at = self.page.at(told.start())
            sentence = range(at - 1, self.page.first_of_sentence(min(at, len(self.page) - 1)) - 1, -1)
            named = (e for i in sentence if (e := self.by_word.get(i)) is not None and e.type == "person")
            person = next(named, None)
            if person is not None:
                person.gender, person.gender_sure = "they", True

    def _name_as_known(self, entity: Entity, name: str) -> None:
        """What a house, an acronym or a capital is otherwise called."""
        organisations, low = self.page.organisations, name.casefold().removeprefix("the ")
        if low in organisations.metonyms:
            entity.canonical = organisations.metonyms[low][0]
            entity.name = entity.canonical if entity.canonical in entity.names else name
        elif (letters := undotted(name)) in organisations.acronyms:
            entity.canonical = organisations.acronyms[letters]
        elif low in self.page.places.places:
            entity.canonical = self.page.places.nation_of.get(low)


def _parents(page: Page) -> Iterator[str]:
    """Names whose relatives are spoken of: "President *Brill’s* eldest son"."""
    for i, word in enumerate(page.lower):
        if page.is_owner(i) and not page.pronouns.kin.isdisjoint(page.lower[i + 1 : i + _RELATIVE]):
            yield word


def _is_full(mention: NameMention) -> bool:
    return mention.kind == "person" and mention.name.full


def _is_one_word(mention: NameMention) -> bool:
    return len(mention.words) == 1


def _sureness(mention: NameMention) -> int:
    if mention.kind == "person":
        return 0 if mention.name.gender and mention.name.titles else 1
    if mention.kind == "organisation":
        return 3
    if mention.hint == "person" and mention.name.full and mention.roles:  # "Grete Moen", whom "Moen" finds
        return 2
    return 4 if mention.roles else 5
