"""Which forms are one organisation, and which that look like one are a person whom other articles name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.identity.books import Books
from onrecord.identity.forms import BODIES, Form, Held, given_key, known_person
from onrecord.languages import transliteration as roman
from onrecord.names.organisations import acronym_of, organisation_key

# A shortened name is one organisation's when so large a share of the articles that give both agree.
_NEARLY_ALL = 0.8
PREFIX = "body:"


class Bodies:
    """Organisations by key of the name; shorter names by what they are short for in nearly all articles."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._asked: set[str] = set()

    def put(self, held: Held) -> None:
        """A form that is there from now on, or has changed."""
        self.ask(held.form.name, held.shorter)
        self._books.put(held, "body", organisation_key(held.form.name))
        for short in held.shorter:
            self._books.put(held, "short", short)

    def drop(self, held: Held) -> None:
        """A form that is not there any more, or a person's."""
        self._books.drop(held, "body", organisation_key(held.form.name))
        for short in held.shorter:
            self._books.drop(held, "short", short)
        self.ask(held.form.name, held.shorter)

    def ask(self, name: str, shorter: Iterable[str]) -> None:
        """What a key is short for rests on the votes for it, and on what that is short for in turn."""
        self._asked.add(organisation_key(name))
        for short in shorter:
            self._asked.add(short)
            for other in self._books.at("body", short):
                self._asked.update(other.shorter)

    def settle(self) -> set[str]:
        """Look at the forms of all keys that were asked: the bearers that gained or lost forms."""
        touched: set[str] = set()
        for key in sorted(self._asked):
            bearer = PREFIX + self.long_key(key)
            for held in self._books.at("body", key):
                if held.bearer != bearer:
                    touched.update(b for b in (held.bearer, bearer) if b)
                    self._books.give(held, bearer)
        self._asked.clear()
        return touched

    def long_key(self, key: str) -> str:
        """The key of the one full name that a name of this key stands for; the key itself for most."""
        best = self._stands_for(key)
        return key if best is None or self._stands_for(best) == key else best

    def _stands_for(self, short: str) -> str | None:
        votes = Counter[str]()
        for held in self._books.at("short", short):
            votes[organisation_key(held.form.name)] += held.shorter.get(short, 0)
        if not votes:
            return None
        (best, most), total = votes.most_common(1)[0], sum(votes.values())
        return best if most and most >= _NEARLY_ALL * total else None


def shorter_keys(name: str, variants: tuple[str, ...]) -> set[str]:
    """Keys of acronyms and shortened names that an article gives beside a name."""
    key = organisation_key(name)
    found = {organisation_key(v) for v in variants} | {acronym_of(name)}
    return {other for other in found - {key, ""} if len(other) < len(key) or other.isalpha()}


class Guesses:
    """Forms that are organisations by guess only, and what tells that such a name is a person's.

    A full name that some article gives a person whose office, gender or given name it knows, or a word that
    more articles give as a person's surname than as the beginning of an organisation's name ("Fox" is not
    taken from "Fox News").
    """

    def __init__(self, books: Books) -> None:
        self._books = books
        self._asked: set[str] = set()

    def count(self, form: Form, by: int) -> None:
        """A form is there so many times more."""
        name = form.parsed
        if form.type == "person" and known_person(form):
            self._books.count(by, "person named", given_key(name.given[0]), name.key)
            self._books.count(by, "surname", name.key)
            self._asked.add(name.key)
        words = form.name.removeprefix("the ").split() if form.type in BODIES else []
        if len(words) > 1:
            opening = roman.romanise(words[0])
            self._books.count(by, "opening", opening)
            self._asked.add(opening)

    def settle(self) -> list[Held]:
        """The guesses that are another thing than before."""
        asked = [held for key in sorted(self._asked) for held in self._books.at("guess", key)]
        turned = [held for held in asked if self.personal(held.form) != held.personal]
        self._asked.clear()
        return turned

    def personal(self, form: Form) -> bool:
        """Whether a form is a person's."""
        if not form.guessed:
            return form.type == "person"
        name = form.parsed
        if not name.parts:
            return False
        if name.full:
            return self._books.tally("person named", given_key(name.given[0]), name.key) > 0
        counts = (self._books.tally(kind, name.key) for kind in ("surname", "opening"))
        return len(name.parts) == 1 and next(counts) > next(counts)
