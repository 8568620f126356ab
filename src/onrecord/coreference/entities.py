"""The persons and organisations of one article: names that belong together, before pronouns are looked at."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.coreference.mentions import NameMention
from onrecord.coreference.page import Page
from onrecord.coreference.slips import misspelt
from onrecord.languages.grammar import Gender
from onrecord.languages.transliteration import romanise
from onrecord.names.matching import compare
from onrecord.names.organisations import acronym_of, organisation_key
from onrecord.names.persons import PersonName
from onrecord.names.roles import Description, agreement
from onrecord.records import Mention, SpeakerType

# A pronoun is looked for in this many words after a name whose gender nothing else tells.
_GENDER_WINDOW = 30
# Parts of a personal name that no known given name shows to be one.
_PERSONAL = 3
_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})


@dataclass(slots=True, eq=False)
class Entity:
    """One referent: its names as written, what the article says it is, and where it is mentioned.

    ``guessed``: nothing in its name or around it tells that it is an organisation and no person.
    ``at``: word indices of its name mentions, ascending. ``best``: its fullest personal name.
    """

    type: SpeakerType
    best: PersonName
    names: list[str] = field(default_factory=list)
    parsed: list[PersonName] = field(default_factory=list)
    roles: list[Description] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    possessive_at: set[int] = field(default_factory=set)
    gender: Gender | None = None
    gender_sure: bool = True
    acronyms: set[str] = field(default_factory=set)
    evidence: list[str] = field(default_factory=list)
    statement_ids: list[str] = field(default_factory=list)
    acts_for: list[str] = field(default_factory=list)
    name: str | None = None
    canonical: str | None = None
    guessed: bool = False

    @property
    def words(self) -> frozenset[str]:
        """Every lower-case word of its names, and of what introduces it."""
        named = {w.casefold() for n in self.parsed for w in n.parts}
        return frozenset(named | {m for r in self.roles for m in r.marks})


class Cast:
    """The entities of one article, found by name.

    Names are added in text order; full names before short ones, so that a surname in an early caption
    finds the person whom a later sentence introduces.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.entities: list[Entity] = []
        self.by_word: dict[int, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_given: dict[str, list[Entity]] = {}
        self._organisations: dict[str, Entity] = {}
        self._article_id = ""
        self._repeated: Counter[str] = Counter()
        self._alone: dict[str, list[int]] = {}
        self._by_edge: dict[str, list[Entity]] = {}
        self.introduced: list[Entity] = []

    def add_all(self, article_id: str, mentions: list[NameMention]) -> None:
        """Sort ``mentions`` into entities."""
        self._article_id = article_id
        people = [m for m in mentions if m.kind in ("person", "unknown")]
        organisations = [m for m in mentions if m.kind == "organisation" and m.hint is None]
        hinted = [m for m in mentions if m.kind == "organisation" and m.hint is not None]
        for mention in sorted(organisations, key=lambda m: -len(m.words)):
            self._organisation(mention)
        for mention in people:
            if mention.kind == "person" and mention.name.full:
                self._person(mention, self._match_full(mention))
        for mention in people + hinted:
            if len(mention.words) == 1:
                self._alone.setdefault(mention.name.key, []).append(mention.words.start)
        for mention in sorted(hinted, key=lambda m: -len(m.words)):
            if len(mention.words) > 1:
                self._hinted(mention)
        self._repeated = Counter(self.page.lower[m.words.start] for m in people if len(m.words) == 1)
        rest = [m for m in people if not (m.kind == "person" and m.name.full)]
        rest += [m for m in hinted if len(m.words) == 1]
        for mention in sorted(rest, key=_sureness):  # "Mr. Brill" makes a person whom "Brill" then finds
            if mention.kind == "organisation":
                self._hinted(mention)
            else:
                self._short(mention)
        for entity in self.entities:
            self._settle(entity)
        self.introduced = [e for e in self.entities if e.type == "person" and e.roles]

    # -------------------------------------------------------------- people

    def _match_full(self, mention: NameMention) -> Entity | None:
        for entity in reversed(self._by_surname.get(mention.name.key, [])):
            if any(compare(mention.name, known).same for known in entity.parsed if known.full):
                return entity
        for part in mention.name.parts[1:-1] + ((mention.name.parts[0],) if mention.name.east_asian else ()):
            for entity in self._by_surname.get(romanise(part), []):
                if compare(mention.name, entity.best).same:
                    return entity
        return None

    def by_full_name(self, name: PersonName) -> Entity | None:
        """The person whose fullest name agrees with ``name``."""
        return next((e for e in self._by_surname.get(name.key, []) if compare(name, e.best).same), None)

    def _person(self, mention: NameMention, entity: Entity | None, how: str = "name") -> Entity:
        if entity is None:
            entity = Entity("person", mention.name)
            self.entities.append(entity)
            for part in {romanise(p) for p in mention.name.surname} | {mention.name.key}:
                self._by_surname.setdefault(part, []).append(entity)
            if mention.name.given and len(mention.name.given[0]) > 1:
                self._by_given.setdefault(romanise(mention.name.given[0]), []).append(entity)
        self._note(entity, mention, how)
        return entity

    def _note(self, entity: Entity, mention: NameMention, how: str) -> None:
        text = mention.span.of(self.page.text)
        if text not in entity.names:
            entity.names.append(text)
            entity.parsed.append(mention.name)
        if (len(mention.name.parts), len(text)) > (
            len(entity.best.parts),
            len(entity.best.text),
        ) and mention.name.full:
            entity.best = mention.name
        entity.roles.extend(r for r in mention.roles if r not in entity.roles)
        entity.mentions.append(Mention(self._article_id, mention.span.start, mention.span.end, how))
        insort(entity.at, mention.words.start)
        if mention.possessive:
            entity.possessive_at.add(mention.words.start)
        told = mention.name.gender if mention.name.full or mention.name.titles else None
        if told and (entity.gender is None or mention.name.titles):
            entity.gender = told
        if mention.acronym:
            entity.acronyms.add(mention.acronym.casefold())
        for index in mention.words:
            self.by_word[index] = entity

    def _short(self, mention: NameMention) -> None:
        """A surname, a given name, or a run of capitals that nothing has told apart."""
        name = mention.name
        entity = self.by_short_name(name, mention.words.start, mention.roles) if name.parts else None
        if entity is not None:
            self._person(mention, entity, "surname" if len(name.parts) == 1 else "name")
        elif mention.kind == "person" or (mention.roles and mention.certain and len(mention.words) <= 3):
            self._person(mention, None)
        elif mention.certain and 2 <= len(mention.words) <= 4:
            if self._personal(mention):
                self._person(mention, None)
            else:
                self._organisation(mention, guessed=True)
        elif self._repeated[self.page.lower[mention.words.start]] > 1 and mention.certain:
            self._single(mention)

    def _personal(self, mention: NameMention) -> bool:
        """Whether two or three words without a known given name are a person's all the same.

        A name finder has said so and nothing speaks against it, or the article goes on with the last word
        alone and "he" or "she".
        """
        name = mention.name
        low = self.page.lower[mention.words.start : mention.words.stop]
        if not name.full or len(name.parts) > _PERSONAL or any(w in self.page.function_words for w in low):
            return False
        if (
            low[0] in self.page.places.demonyms
            or low[-1] in self.page.places.places
            or self.organisation(name.text) is not None
        ):
            return False
        return mention.hint == "person" or any(map(self._followed, self._alone.get(name.key, ())))

    def _hinted(self, mention: NameMention) -> None:
        """What only a name finder calls an organisation: a person's name known from elsewhere is stronger."""
        name = mention.name
        known = None
        if name.full:
            known = self.by_full_name(name)
        elif len(mention.words) == 1 and name.parts:
            known = self.by_short_name(name, mention.words.start) if self._by_surname.get(name.key) else None
            known = known or misspelt(self.page, self.entities, name.text)
        if known is not None:
            self._person(mention, known, "name" if name.full else "surname")
        else:
            self._organisation(mention)

    def _single(self, mention: NameMention) -> None:
        """One capitalised word used again: a person if "he" or "she" follows it, else an organisation."""
        word = self.page.lower[mention.words.start]
        if (
            word in self.page.places.places
            or word in self.page.places.demonyms
            or word.removesuffix("s") in self.page.places.demonyms
            or word in self.page.offices.thing_words
            or word in self.page.function_words
        ):
            return
        if self.organisation(mention.span.of(self.page.text)) is None and self._followed(mention.words.start):
            self._person(mention, None)
        else:
            self._organisation(mention, guessed=mention.hint == "person")

    def _followed(self, at: int) -> bool:
        """Whether the first pronoun soon after word ``at`` in its sentence is "he" or "she"."""
        for index in range(at + 1, min(at + _GENDER_WINDOW, len(self.page))):
            low = self.page.lower[index]
            if (
                self.page.sentence[index] != self.page.sentence[at]
                or low in self.page.pronouns.neuter
                or index in self.by_word
            ):
                return False
            if low in _HE or low in _SHE:
                return True
        return False

    def by_short_name(self, name: PersonName, at: int, roles: Iterable[Description] = ()) -> Entity | None:
        """Whom a surname or given name at word ``at`` means: title and gender first, then salience."""
        if not name.parts:
            return None
        alone = len(name.parts) == 1
        known = self._by_surname.get(name.key, [])
        if alone:  # "Ryan" is a surname here, whatever it is elsewhere
            found = [
                e
                for e in known
                if not name.titles or None in (e.gender, name.gender) or e.gender == name.gender
            ]
        else:
            found = [e for e in known if compare(name, e.best).same]
        if not found and alone:
            found = self._by_given.get(romanise(name.parts[0]), [])
            return found[0] if len(found) == 1 and not name.titles else None
        if len(found) > 1 and name.gender:
            found = [e for e in found if e.gender in (None, name.gender)] or found
        if len(found) > 1:
            for role in roles:
                fitting = [e for e in found if any(agreement(role, r) >= 2.0 for r in e.roles)]
                found = fitting or found
        if len(found) < 2:
            return found[0] if found else None
        return max(
            found,
            key=lambda e: (
                len([a for a in e.at if a <= at + 400]),
                -min((abs(at - a) for a in e.at), default=0),
            ),
        )

    # -------------------------------------------------------------- organisations

    def _organisation(self, mention: NameMention, *, guessed: bool = False) -> None:
        text = mention.span.of(self.page.text)
        entity = self.organisation(text) or self._last_word(mention)
        if entity is None:
            entity = Entity("organisation", mention.name, guessed=guessed)
            self.entities.append(entity)
            self._organisations[organisation_key(text)] = entity
            edges = text.casefold().removeprefix("the ").split()
            for edge in {edges[0], edges[-1]}:
                self._by_edge.setdefault(edge, []).append(entity)
            short = acronym_of(text)
            if short:
                self._organisations.setdefault(short, entity)
        if mention.acronym:
            self._organisations[organisation_key(mention.acronym)] = entity
            entity.guessed = False
        self._note(entity, mention, "name")

    def organisation(self, text: str) -> Entity | None:
        """The organisation that ``text`` names, by its key or acronym."""
        key = organisation_key(text)
        found = self._organisations.get(key)
        if found is None and text.isupper():
            found = self._organisations.get(key.replace(" ", ""))
        return found or self._shortened(text)

    def _shortened(self, text: str) -> Entity | None:
        """The one organisation whose name ``text`` begins or ends ("Northrop", "the Air Force")."""
        words = text.casefold().removeprefix("the ").split()
        if not words or " ".join(words) in self.page.places.places:
            return None
        fits = []
        for entity in dict.fromkeys(self._by_edge.get(words[0], []) + self._by_edge.get(words[-1], [])):
            full = (
                (entity.name or entity.names[0] if entity.names else "")
                .casefold()
                .removeprefix("the ")
                .split()
            )
            rest = full[len(words) :] if full[: len(words)] == words else []
            corporate = (
                bool(rest)
                and not (set(rest) & self.page.offices.organisation_words) - self.page.offices.corporate_words
            )
            tail = len(words) > 1 and len(full) > len(words) and full[-len(words) :] == words
            if corporate or tail:
                fits.append(entity)
        return fits[0] if len(fits) == 1 else None

    def _last_word(self, mention: NameMention) -> Entity | None:
        """The one organisation named in full whose last word stands alone after "the": "the Courier"."""
        at = mention.words.start
        word = self.page.lower[at]
        if (
            len(mention.words) != 1
            or word not in self.page.offices.short_names
            or at == 0
            or self.page.lower[at - 1] != "the"
        ):
            return None
        fits = [e for e in self._by_edge.get(word, []) if len(e.names[0].split()) > 1]
        return fits[0] if len(fits) == 1 and fits[0].names[0].casefold().endswith(word) else None

    def add(self, entity: Entity, key: str | None = None) -> Entity:
        """Take in an entity that a source, not a name, has made."""
        self.entities.append(entity)
        if key:
            self._organisations.setdefault(key, entity)
        return entity

    # -------------------------------------------------------------- afterwards

    def _settle(self, entity: Entity) -> None:
        """Name and gender, once all names are known."""
        if entity.type == "person":
            entity.name = _display(entity.best)
            if entity.gender is None:
                entity.gender = next((r.gender for r in entity.roles if r.gender), None) or self._by_pronouns(
                    entity
                )
            return
        entity.name = max(entity.names, key=len) if entity.names else None
        if entity.name:
            low = entity.name.casefold().removeprefix("the ")
            if low in self.page.organisations.metonyms:
                entity.name = (
                    self.page.organisations.metonyms[low][0]
                    if self.page.organisations.metonyms[low][0] in entity.names
                    else entity.name
                )
                entity.canonical = self.page.organisations.metonyms[low][0]
            elif entity.name in self.page.organisations.acronyms:
                entity.canonical = self.page.organisations.acronyms[entity.name]
            elif low in self.page.places.places:
                entity.canonical = self.page.places.nation_of.get(low)

    def _by_pronouns(self, entity: Entity) -> Gender | None:
        """The pronoun that follows its mentions before anybody else is named."""
        votes = 0
        for at in entity.at:
            for index in range(at + 1, min(at + _GENDER_WINDOW, len(self.page))):
                if self.page.sentence[index] > self.page.sentence[at] + 1:
                    break
                other = self.by_word.get(index)
                if other is not None and other is not entity and other.type == "person":
                    break
                low = self.page.lower[index]
                if low in _HE or low in _SHE:
                    votes += 1 if low in _HE else -1
                    break
        entity.gender_sure = False
        return "he" if votes > 0 else "she" if votes < 0 else None


def _sureness(mention: NameMention) -> int:
    if mention.kind == "person":
        return 0 if mention.name.gender and mention.name.titles else 1
    if mention.kind == "organisation":
        return 2
    return 3 if mention.roles else 4


def _display(name: PersonName) -> str:
    """A personal name as shown: without titles and possessive ending, suffix kept."""
    words = [w for w in name.text.replace(",", " ").split() if w]
    kept = words[len(name.titles) :] if name.titles and len(words) > len(name.titles) else words
    if "of" in kept[1:]:
        kept = kept[: kept.index("of")]
    shown = " ".join(kept)
    for ending in ("'s", "’s"):
        shown = shown.removesuffix(ending)
    return shown.strip(" .,") + (
        "." if name.suffix in ("jr", "sr") and not shown.endswith(name.suffix) else ""
    )
