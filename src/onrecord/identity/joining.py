"""Speakers across articles: chains that are one person or organisation become one record, with the reasons.

Chains become forms, which are counted; forms of a name are compared part by part (``people``), organisations
by a key of their words and what is short for it (``bodies``), everybody else by what describes them. What
new chains change is found from these alone, and the outcome is that of joining all chains at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.identity.bodies import PREFIX as BODY
from onrecord.identity.bodies import Bodies, Guesses, shorter_keys
from onrecord.identity.books import Books, Shelf
from onrecord.identity.corrections import Party, apply
from onrecord.identity.forms import (
    BODIES,
    Form,
    Held,
    description_bearer,
    form_of,
    person_key,
    power,
)
from onrecord.identity.parting import is_apart
from onrecord.identity.people import PREFIX as PERSON
from onrecord.identity.people import People, founder_of
from onrecord.identity.recording import kind_of, shown_name
from onrecord.identity.roll import Roll
from onrecord.languages.transliteration import unaccented
from onrecord.names.organisations import organisation_key
from onrecord.records import Correction, LocalSpeaker, Speaker, stable_id

_DESCRIBED = "described:"


def join(
    locals: Iterable[LocalSpeaker],  # noqa: A002 - the stage's word for chains of one article
    corrections: Sequence[Correction] = (),
) -> tuple[tuple[Speaker, ...], dict[str, str]]:
    """One record for each speaker of all articles.

    Args:
        locals: Chains from ``resolve``, in any order; the result does not depend on it.
        corrections: What users have merged or split, oldest first.

    Returns:
        ``(speakers, owner)``: the records by name, those included on whose behalf others speak, and the id
        of the record of each chain. Chains without a name have none. Ids depend on names alone: reading
        more articles leaves them as they are, unless a new namesake has to be told apart.
    """
    chains = list(locals)
    joining = Joining(corrections=corrections)
    for chain in chains:
        joining.add(chain)
    joining.settle()
    return joining.roll.everybody(chains)


class Joining:
    """Speakers that grow: ``add`` and ``remove`` chains, then ``settle``, then ask the ``roll``.

    An archive gives a ``Shelf`` that holds what was found before; then only what the chains touch is looked
    at. The outcome equals that of adding all chains at once, in any order.

    Args:
        shelf: What was found before; nothing when left out.
        corrections: What users have merged or split, oldest first; applied at every ``settle``.
    """

    def __init__(self, shelf: Shelf | None = None, corrections: Sequence[Correction] = ()) -> None:
        self._books = Books(shelf or Shelf())
        self._corrections = corrections
        self._people = People(self._books)
        self._bodies = Bodies(self._books)
        self._guesses = Guesses(self._books)
        self._counted = Counter[int]()
        self._changed: set[int] = set()

    @property
    def roll(self) -> Roll:
        """Who is who, as of the last ``settle``."""
        return Roll(self._books, self._corrections)

    def add(self, chain: LocalSpeaker) -> int | None:
        """Count a chain; the key of its form, None for one without a name."""
        return self._count(chain, form_of(chain, apart=self.spoken_of(chain)), 1)

    def remove(self, chain: LocalSpeaker, *, apart: bool | None = None) -> int | None:
        """Take back a chain that was added; the key of its form.

        ``apart``: whether users had spoken of it when it was added, where that may have changed.
        """
        apart = self.spoken_of(chain) if apart is None else apart
        return self._count(chain, form_of(chain, apart=apart), -1)

    def set_apart(self, chain: LocalSpeaker) -> int | None:
        """Look at a chain alone that was added with others before users spoke of it; its form from now on."""
        self._count(chain, form_of(chain), -1)
        return self.add(chain)

    def spoken_of(self, chain: LocalSpeaker) -> bool:
        """Whether users' corrections speak of a chain by its place."""
        return is_apart(chain, self._corrections)

    def settle(self) -> set[int]:
        """Bring up to date whose each form is: the forms that are another's now, or called otherwise."""
        counted = [(self._books.held(key), by) for key, by in sorted(self._counted.items())]
        touched = {held.bearer for held, _ in counted}
        for held, by in counted:
            self._recount(held, by)
        for held in self._guesses.settle():
            touched.add(held.bearer)
            self._leave(held)
            held.personal = not held.personal
            self._enter(held)
        touched |= self._people.settle() | self._bodies.settle() | {held.bearer for held, _ in counted}
        for held in self._books.moved():
            if not held.bearer:
                self._call(held, held.bearer, None)
        self._name({b for b in touched if b})
        self._counted.clear()
        self._books.keep()
        changed, self._changed = self._changed, set()
        return changed

    # ------------------------------------------------------------ counting

    def _count(self, chain: LocalSpeaker, form: Form | None, by: int) -> int | None:
        if form is None:
            return None
        key = form.key
        held = self._books.known(form, key)
        held.number += by
        for name in _tally(held.variants, chain.variants, by):
            self._books.drop(held, "name", unaccented(name))
        if form.type in BODIES:
            shorter = shorter_keys(form.name, chain.variants)
            for short in _tally(held.shorter, shorter, by):
                self._books.drop(held, "short", short)
            self._bodies.ask(form.name, shorter)
        self._guesses.count(form, by)
        self._counted[key] += by
        return key

    def _recount(self, held: Held, by: int) -> None:
        """Make a form that came, went or was told more often or less known where it is asked for."""
        there, before = held.number > 0, held.number - by > 0
        if there and not before:
            held.personal = self._guesses.personal(held.form)
            self._enter(held)
            for name in held.form.acts_for:
                self._books.put(held, "wanted", organisation_key(name))
            if held.form.guessed:
                self._books.put(held, "guess", held.form.parsed.key)
            if held.form.apart:
                self._books.put(held, "apart")
        elif before and not there:
            self._leave(held)
            for name in held.form.acts_for:
                self._books.drop(held, "wanted", organisation_key(name))
            self._books.drop(held, "guess", held.form.parsed.key)
            self._books.drop(held, "apart")
        elif there and held.personal:
            self._people.count(held, by)
        elif there and held.form.type in BODIES:
            self._bodies.put(held)
        act = self._books.put if there else self._books.drop
        for name in held.names:
            act(held, "name", unaccented(name))
        self._books.change(held)

    def _enter(self, held: Held) -> None:
        if held.personal:
            self._people.put(held)
        elif held.form.type in BODIES:
            self._bodies.put(held)
        else:
            key = description_bearer(held.form)
            self._books.give(held, "" if key is None else _DESCRIBED + "\x1f".join(key))

    def _leave(self, held: Held) -> None:
        if held.personal:
            self._people.drop(held)
        else:
            if held.form.type in BODIES:
                self._bodies.drop(held)
            self._books.give(held, None)

    # ------------------------------------------------------------ naming

    def _name(self, touched: set[str]) -> None:
        """Give the forms of ``touched`` their speakers' ids and names, as users have corrected them."""
        bearers = {sibling for bearer in touched for sibling in (bearer, *self._namesakes(bearer))}
        spoken = self._spoken_of_forms()
        told = {h.bearer for h in spoken if h.bearer}
        parties = [Party(self._id(b), m) for b in sorted(bearers | told) if (m := self._books.members(b))]
        if spoken:
            lone = [h for h in spoken if h.bearer == ""]
            parties += [Party(stable_id("speaker", "own", str(h.key)), [h], own=True) for h in lone]
            parties = apply(sorted(parties, key=lambda p: p.id), self._corrections)
        for party in parties:
            shown = party.name or shown_name(party.forms, kind_of(party.forms))
            for held in party.forms:
                self._call(held, "" if party.own else party.id, None if party.own else shown, party.notes)

    def _spoken_of_forms(self) -> list[Held]:
        """The forms that users' corrections name, or that stand at their places."""
        if not self._corrections:
            return []
        found = [h for c in self._corrections for name in c.names for h in self._books.named(name)]
        found += self._books.at("apart")
        return list({h.key: h for h in sorted(found, key=lambda h: h.key)}.values())

    def _namesakes(self, bearer: str) -> list[str]:
        """The persons whose ids are made of the same parts, the one told most often first."""
        if not bearer.startswith(PERSON):
            return []
        founder = founder_of(self._books, bearer)
        found = self._books.at("namesake", *person_key(founder.form.parsed))
        if len(found) < 2:
            return [PERSON + str(h.key) for h in found]
        told = {h.key: sum(m.number for m in self._books.members(PERSON + str(h.key))) for h in found}
        found.sort(key=lambda h: (-power(told[h.key]), h.order))
        return [PERSON + str(h.key) for h in found]

    def _id(self, bearer: str) -> str:
        if bearer.startswith(BODY):
            return stable_id("speaker", bearer.removeprefix(BODY))
        if bearer.startswith(_DESCRIBED):
            return stable_id("speaker", *bearer.removeprefix(_DESCRIBED).split("\x1f"))
        key = person_key(founder_of(self._books, bearer).form.parsed)
        first = self._namesakes(bearer)[0] == bearer
        return stable_id("speaker", *key, *([] if first else [bearer]))

    def _call(self, held: Held, speaker: str | None, shown: str | None, notes: Iterable[str] = ()) -> None:
        if (speaker, shown) != (held.speaker, held.shown):
            self._changed.add(held.key)
            self._books.call(held, speaker, shown)
        if tuple(notes) != held.notes:
            held.notes = tuple(notes)
            self._books.change(held)


def _tally(counts: dict[str, int], found: Iterable[str], by: int) -> list[str]:
    """Count ``found``; what nothing is left of."""
    for name in found:
        counts[name] = counts.get(name, 0) + by
    gone = [name for name, number in counts.items() if not number]
    for name in gone:
        del counts[name]
    return gone
