"""What joining knows of the forms of an archive, loaded as it is asked for, and what changed of it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.identity.forms import Form, Held, place
from onrecord.languages.transliteration import unaccented
from onrecord.lazy import Lazy


class Shelf:
    """Holds nothing: all chains are at hand. An archive gives one of its own, which loads and keeps rows.

    ``place``: a number that stands for part of a name or the like (``forms.place``).
    """

    def form(self, key: int) -> Held | None:
        """A form; None when no chain is of it."""
        del key
        return None

    def at(self, found: int) -> set[int]:
        """The forms to be found at a place."""
        del found
        return set()

    def tally(self, counted: int) -> int:
        """What was counted at a place."""
        del counted
        return 0

    def members(self, bearer: str) -> set[int]:
        """The forms of a bearer."""
        del bearer
        return set()

    def of_speaker(self, speaker: str) -> set[int]:
        """The forms of a speaker, users' corrections applied."""
        del speaker
        return set()

    def keep(self, forms: Iterable[Held]) -> None:
        """Keep forms; forget those of which no chain is left."""

    def keep_places(self, added: Iterable[tuple[int, int]], gone: Iterable[tuple[int, int]]) -> None:
        """Make forms findable, or not any more: (place, form)."""

    def keep_tallies(self, tallies: Iterable[tuple[int, int]]) -> None:
        """Keep what is counted: (place, number)."""


class Books:
    """Forms, where they are found, what is counted, and who bears them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._held = Lazy[int, Held | None](shelf.form)
        self._at = Lazy[int, set[int]](shelf.at)
        self._tallies = Lazy[int, int](shelf.tally)
        self._members = Lazy[str, set[int]](shelf.members)
        self._speakers = Lazy[str, set[int]](shelf.of_speaker)
        self._changed: set[int] = set()
        self._counted: set[int] = set()
        self._moved: set[int] = set()
        self._places: dict[tuple[int, int], bool] = {}

    def held(self, key: int) -> Held:
        """A form that is there.

        Raises:
            KeyError: no chain is of this form.
        """
        found = self._held[key]
        if found is None:
            raise KeyError(key)
        return found

    def known(self, form: Form, key: int) -> Held:
        """What is held of ``form``, made when there is nothing yet."""
        found = self._held[key]
        if found is None:
            found = self._held[key] = Held(form, key)
        return found

    def find(self, key: int) -> Held | None:
        """What is held of a form, None for nothing."""
        return self._held[key]

    def change(self, held: Held) -> None:
        """Keep what has changed of a form."""
        self._changed.add(held.key)

    # ------------------------------------------------------------ places

    def at(self, *parts: object) -> list[Held]:
        """The forms found at a place, in no order that means anything."""
        return [h for key in self._at[place(*parts)] if (h := self._held[key]) is not None]

    def put(self, held: Held, *parts: object) -> None:
        """Make a form findable at a place."""
        found = place(*parts)
        if held.key not in self._at[found]:
            self._at[found].add(held.key)
            self._places[(found, held.key)] = True

    def drop(self, held: Held, *parts: object) -> None:
        """Make a form not findable at a place any more."""
        found = place(*parts)
        if held.key in self._at[found]:
            self._at[found].remove(held.key)
            self._places[(found, held.key)] = False

    def named(self, name: str) -> list[Held]:
        """The forms whose chains are called so, case and diacritics ignored."""
        plain = unaccented(name)
        return [h for h in self.at("name", plain) if any(unaccented(v) == plain for v in h.names)]

    # ------------------------------------------------------------ tallies

    def tally(self, *parts: object) -> int:
        """What was counted at a place."""
        return self._tallies[place(*parts)]

    def count(self, by: int, *parts: object) -> tuple[int, int]:
        """Add to what is counted at a place: before and after."""
        found = place(*parts)
        before = self._tallies[found]
        self._tallies[found] = before + by
        self._counted.add(found)
        return before, before + by

    # ------------------------------------------------------------ bearers

    def members(self, bearer: str) -> list[Held]:
        """The forms of a bearer, in their order."""
        return sorted((self.held(key) for key in self._members[bearer]), key=lambda h: h.order)

    def give(self, held: Held, bearer: str | None) -> None:
        """Make a form the bearer's; nobody's with None."""
        if held.bearer:
            self._members[held.bearer].discard(held.key)
        if bearer:
            self._members[bearer].add(held.key)
        held.bearer = bearer
        self._moved.add(held.key)
        self.change(held)

    def moved(self) -> list[Held]:
        """The forms that were given a bearer, or lost theirs, since this was last asked."""
        moved, self._moved = self._moved, set()
        return [self.held(key) for key in sorted(moved)]

    def of_speaker(self, speaker: str) -> list[Held]:
        """The forms of a speaker as last kept, in their order."""
        return sorted((self.held(key) for key in self._speakers[speaker]), key=lambda h: h.order)

    def call(self, held: Held, speaker: str | None, shown: str | None) -> None:
        """Give a form its speaker's id and name."""
        if speaker != held.speaker:
            if held.speaker:
                self._speakers[held.speaker].discard(held.key)
            if speaker:
                self._speakers[speaker].add(held.key)
        held.speaker, held.shown = speaker, shown
        self.change(held)

    def keep(self) -> None:
        """Hand to the shelf what has changed."""
        self._shelf.keep(h for key in sorted(self._changed) if (h := self._held[key]) is not None)
        for key in self._changed:
            held = self._held[key]
            if held is not None and not held.number:
                self._held[key] = None
        self._shelf.keep_places(
            (pair for pair, there in self._places.items() if there),
            (pair for pair, there in self._places.items() if not there),
        )
        self._shelf.keep_tallies((counted, self._tallies[counted]) for counted in sorted(self._counted))
        self._changed.clear()
        self._counted.clear()
        self._places.clear()
