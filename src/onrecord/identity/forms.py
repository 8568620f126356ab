"""Forms: what chains of many articles tell of a speaker in equal words, counted instead of kept one by one.

Nine tenths of what an archive adds are chains told before, word for word: joining looks at each form once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from onrecord.identity.unnamed import description_key
from onrecord.languages import Language
from onrecord.languages import transliteration as roman
from onrecord.names.persons import PersonName, is_given, long_form, parse
from onrecord.names.roles import Description, describe, describe_title
from onrecord.records import Correction, LocalSpeaker, Mention, Office, SpeakerType, stable_id, stable_number

BODIES = ("organisation", "office")
# Stands in a description's key for the article that it is bound to.
_ARTICLE = "\0"


@dataclass(frozen=True, slots=True)
class Form:
    """What a chain tells that joining asks for; ``apart``: the mentions of a chain that users spoke of.

    ``spoken_of``: the numbers of the corrections that do; None where only the places tell.
    """

    name: str
    type: SpeakerType
    gender: str | None = None
    offices: tuple[Office, ...] = ()
    acts_for: tuple[str, ...] = ()
    guessed: bool = False
    apart: tuple[Mention, ...] = ()
    spoken_of: tuple[int, ...] | None = None

    @property
    def key(self) -> int:
        """A number of 64 bits that stands for the form, the same in every run."""
        offices = (
            "\x1e".join(map(str, (o.title, o.organisation, o.earliest, o.latest))) for o in self.offices
        )
        mentions = (f"{m.article_id}:{m.start}:{m.end}" for m in self.apart)
        numbers = (f"#{n}" for n in self.spoken_of or ())
        told = map("\x1d".join, (offices, self.acts_for, (*mentions, *numbers)))
        return block_of("form", self.name, self.type, self.gender, self.guessed, *told)

    def parsed(self, language: Language) -> PersonName:
        """The name taken apart as a person's."""
        return parse(self.name, language)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the offices."""
        return tuple(o.title for o in self.offices)

    def descriptions(self, language: Language) -> tuple[Description, ...]:
        """The offices, and the titles before the name, as descriptions."""
        return _descriptions(self.titles, self.parsed(language).titles, language)

    def tells(self, language: Language) -> bool:
        """Whether there is more of a person than a surname."""
        return self.parsed(language).full or bool(self.parsed(language).titles or self.offices)

    def order(self, language: Language) -> tuple[object, ...]:
        """People's forms are looked at in this order: full and long names first, then what tells more."""
        parts, suffix, full = _spelling(self.name, language)
        longest = max(map(len, parts), default=0)
        told = (not self.offices, self.gender is None, len(self.offices), self.titles, self.gender or "")
        return (not full, -len(parts), -longest, parts, suffix, *told, self.name, self.key)


@dataclass(eq=False)
class FormCount:
    """A form with what is counted of it and whose it was found to be.

    ``variants``: what its chains are called besides; ``shorter``: keys that may be short for its name; both
    with the number of chains. ``bearer``: the cluster of forms that it belongs to; empty where every chain is
    a speaker of its own, None before that is known. ``speaker`` and ``shown`` are id and name of the record,
    users' corrections applied, ``notes`` what these say; empty and None as ``bearer`` is. ``personal``:
    whether it is taken for a person; ``weight`` is what it adds to its bearer's fame.
    """

    form: Form
    key: int
    number: int = 0
    variants: dict[str, int] = field(default_factory=dict)
    shorter: dict[str, int] = field(default_factory=dict)
    personal: bool = False
    weight: int = 0
    bearer: str | None = None
    reasons: tuple[str, ...] = ()
    speaker: str | None = None
    shown: str | None = None
    notes: tuple[str, ...] = ()

    @cached_property
    def _orders(self) -> dict[Language, tuple[object, ...]]:
        return {}

    def order(self, language: Language) -> tuple[object, ...]:
        """When the form is looked at."""
        if language not in self._orders:
            self._orders[language] = self.form.order(language)
        return self._orders[language]

    @property
    def names(self) -> list[str]:
        """Everything its chains are called, its own name first."""
        return [self.form.name, *(v for v in self.variants if v != self.form.name)]


@lru_cache(maxsize=1 << 16, typed=True)
def block_of(*parts: object) -> int:
    """The blocking key of ``parts``."""
    return stable_number(*parts)


def power(number: int) -> int:
    """The largest power of two that is no larger; 0 for 0: what is counted so changes seldom."""
    return 1 << number.bit_length() - 1 if number > 0 else 0


def form_of(chain: LocalSpeaker, *, apart: bool = False) -> Form | None:
    """The form of a chain; None for one without a name, which joins nothing."""
    if not chain.name:
        return None
    person = chain.type == "person" or chain.guessed
    return Form(
        name=chain.name,
        type=chain.type,
        gender=chain.gender if person and chain.gender in ("he", "she") else None,
        offices=chain.offices,
        acts_for=chain.acts_for,
        guessed=chain.guessed and chain.type in BODIES,
        apart=chain.mentions if apart else (),
        spoken_of=chain.spoken_of if apart else None,
    )


def stands_at(mentions: Iterable[Mention], correction: Correction) -> bool:
    """Whether one of ``mentions`` is at a place that a user spoke of."""
    return any(
        m.article_id == p.article_id and m.start < p.end and p.start < m.end
        for m in mentions
        for p in correction.places
    )


def own_id(chain: LocalSpeaker, language: Language, *, personal: bool) -> str:
    """The id of a chain that is a speaker of its own."""
    if personal:
        return stable_id("speaker", *person_key(parse(chain.name or "", language), language), chain.id)
    return stable_id("speaker", *description_key(chain, language))


def person_key(name: PersonName, language: Language) -> tuple[str, ...]:
    """What a person's id is made of: it outlives a new spelling."""
    if not name.full:
        return ("person", *map(roman.romanise, name.parts))
    if name.east_asian:
        return (name.key, roman.east_asian(" ".join(name.parts[1:])))
    return (given_key(name.given[0], language), name.key, name.suffix)


def given_key(given: str, language: Language) -> str:
    """One key for a given name, its short forms and its equivalents."""
    return roman.representative(long_form(given, language))


def description_bearer(form: Form, language: Language) -> tuple[str, ...] | None:
    """What a group, a document or somebody unnamed is joined by; None where each article means another."""
    key = _description_key(form.name, form.type, language)
    return None if _ARTICLE in key else key


def known_person(form: Form, language: Language) -> bool:
    """Whether an article gives a full name with something that only a person has."""
    name = form.parsed(language)
    return name.full and bool(form.offices or form.gender or is_given(name.given[0], language))


@lru_cache(maxsize=1 << 15)
def _description_key(name: str, kind: SpeakerType, language: Language) -> tuple[str, ...]:
    return description_key(LocalSpeaker("", _ARTICLE, name, kind), language)


@lru_cache(maxsize=1 << 15)
def _spelling(name: str, language: Language) -> tuple[tuple[str, ...], str, bool]:
    """Equal for names that differ in titles, case and diacritics only."""
    parsed = parse(name, language)
    return tuple(roman.romanise(p) for p in parsed.parts), parsed.suffix, parsed.full


@lru_cache(maxsize=1 << 15)
def _descriptions(
    titles: tuple[str, ...], before: tuple[str, ...], language: Language
) -> tuple[Description, ...]:
    told = [describe_title(t, language) for t in titles]
    return (*told, *((describe(before, language=language),) if before else ()))
