"""Which forms are one organisation, and which that look like one are a person whom other articles name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.identity.forms import BODIES, Form, FormCount, given_key, known_person
from onrecord.identity.index import FormIndex
from onrecord.languages import Language
from onrecord.languages import transliteration as roman
from onrecord.languages.grammar import OrganisationGrammar
from onrecord.names.organisations import acronym_of, organisation_key

# A shortened name is one organisation's when so large a share of the articles that give both agree.
_NEARLY_ALL = 0.8
PREFIX = "body:"


class Bodies:
    """Organisations by key of the name; shorter names by what they are short for in nearly all articles."""

    def __init__(self, index: FormIndex) -> None:
        self._index = index
        self._asked: set[str] = set()

    def put(self, entry: FormCount) -> None:
        """A form that is there from now on, or has changed."""
        self.ask(entry.form.name, entry.shorter)
        self._index.put(entry, "body", self._key(entry.form.name))
        for short in entry.shorter:
            self._index.put(entry, "short", short)

    def drop(self, entry: FormCount) -> None:
        """A form that is not there any more, or a person's."""
        self._index.drop(entry, "body", self._key(entry.form.name))
        for short in entry.shorter:
            self._index.drop(entry, "short", short)
        self.ask(entry.form.name, entry.shorter)

    def ask(self, name: str, shorter: Iterable[str]) -> None:
        """What a key is short for rests on the votes for it, and on what that is short for in turn."""
        self._asked.add(self._key(name))
        for short in shorter:
            self._asked.add(short)
            for other in self._index.in_block("body", short):
                self._asked.update(other.shorter)

    def settle(self) -> set[str]:
        """Look at the forms of all keys that were asked: the bearers that gained or lost forms."""
        touched: set[str] = set()
        for key in sorted(self._asked):
            bearer = PREFIX + self.long_key(key)
            for entry in self._index.in_block("body", key):
                if entry.bearer != bearer:
                    touched.update(b for b in (entry.bearer, bearer) if b)
                    self._index.give(entry, bearer)
        self._asked.clear()
        return touched

    def long_key(self, key: str) -> str:
        """The key of the one full name that a name of this key stands for; the key itself for most."""
        best = self._stands_for(key)
        return key if best is None or self._stands_for(best) == key else best

    def _key(self, name: str) -> str:
        return organisation_key(name, self._index.language)

    def _stands_for(self, short: str) -> str | None:
        votes = Counter[str]()
        for entry in self._index.in_block("short", short):
            votes[self._key(entry.form.name)] += entry.shorter.get(short, 0)
        if not votes:
            return None
        (best, most), total = votes.most_common(1)[0], sum(votes.values())
        return best if most and most >= _NEARLY_ALL * total else None


def shorter_keys(name: str, variants: tuple[str, ...], language: Language) -> set[str]:
    """Keys of acronyms and shortened names that an article gives beside a name."""
    key = organisation_key(name, language)
    found = {organisation_key(v, language) for v in variants} | {acronym_of(name, language)}
    return {other for other in found - {key, ""} if len(other) < len(key) or other.isalpha()}


class Guesses:
    """Forms that are organisations by guess only, and what tells that such a name is a person's.

    A full name that some article gives a person whose office, gender or given name it knows, or a word that
    more articles give as a person's surname than as the beginning of an organisation's name ("Fox" is not
    taken from "Fox News").
    """

    def __init__(self, index: FormIndex) -> None:
        self._index = index
        self._asked: set[str] = set()

    def count(self, form: Form, by: int) -> None:
        """A form is there so many times more."""
        language = self._index.language
        name = form.parsed(language)
        if form.type == "person" and known_person(form, language):
            self._index.count(by, "person named", given_key(name.given[0], language), name.key)
            self._index.count(by, "surname", name.key)
            self._asked.add(name.key)
        article = language.grammar(OrganisationGrammar).article
        words = form.name.removeprefix(article).split() if form.type in BODIES else []
        if len(words) > 1:
            opening = roman.romanise(words[0])
            self._index.count(by, "opening", opening)
            self._asked.add(opening)

    def settle(self) -> list[FormCount]:
        """The guesses that are another thing than before."""
        asked = [entry for key in sorted(self._asked) for entry in self._index.in_block("guess", key)]
        turned = [entry for entry in asked if self.personal(entry.form) != entry.personal]
        self._asked.clear()
        return turned

    def personal(self, form: Form) -> bool:
        """Whether a form is a person's."""
        if not form.guessed:
            return form.type == "person"
        name = form.parsed(self._index.language)
        if name.full:
            given = given_key(name.given[0], self._index.language)
            return self._index.tally("person named", given, name.key) > 0
        surname, opening = (self._index.tally(kind, name.key) for kind in ("surname", "opening"))
        return len(name.parts) == 1 and surname > opening
