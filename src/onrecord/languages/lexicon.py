"""The words of a language, each once, with features: what a stage asks instead of keeping word lists.

The tables are the ``.tsv`` files in the folder ``lexicon`` of a language, for a linguist to read and extend.
A line is a word in lower case, its features separated by spaces, and forms that no rule gives, each
``name=form`` (``past=told``). A feature may carry a number (``weekday:1``). Lines that begin with "#" explain
the features of the table; one that uses a feature which its head does not explain is refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal

Class = Literal["verb", "noun", "closed", "calendar"]
TABLES: dict[Class, str] = {
    "verb": "verbs.tsv",
    "noun": "nouns.tsv",
    "closed": "closed.tsv",
    "calendar": "calendar.tsv",
}
CLASSES: tuple[Class, ...] = tuple(TABLES)
# What a language derives from a base form: (word, its class, forms given) -> name of the form -> form.
Inflect = Callable[[str, Class, Mapping[str, str]], Mapping[str, str]]
_EXPLAINED = re.compile(r"#\s+([a-z_]+): ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word: its class, its features with their values (None: it just has it), its forms by name.

    ``forms`` holds the base itself as ``base``.
    """

    word: str
    word_class: Class
    features: Mapping[str, int | None] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)


class Lexicon:
    """Entries, looked up by form and by feature; every answer is a frozen set made once.

    ``explained``: the features that the tables explain; to ask for another is a ``ValueError``, as it would
    silently be true of no word. None: whatever is asked.
    """

    def __init__(self, entries: Iterable[Entry], explained: Collection[str] | None = None) -> None:
        self._entries = tuple(entries)
        self._explained = explained
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._entries:
            for form in dict.fromkeys(entry.forms.values()):
                found[form].append(entry)
        self._by_form = {form: tuple(held) for form, held in found.items()}
        self._asked: dict[tuple[tuple[Class, ...], tuple[str, ...], tuple[str, ...]], frozenset[str]] = {}

    def entries(self, form: str) -> tuple[Entry, ...]:
        """The words that have this form (lower case), empty for an unknown one."""
        return self._by_form.get(form, ())

    def _check(self, *features: str) -> None:
        if self._explained is not None and (unknown := set(features).difference(self._explained)):
            raise ValueError(f"no table explains {', '.join(sorted(unknown))}")

    def of_class(self, word_class: Class, *features: str) -> tuple[Entry, ...]:
        """The words of a class that have any of ``features``, in the order of the table."""
        self._check(*features)
        return tuple(
            e
            for e in self._entries
            if e.word_class == word_class and not e.features.keys().isdisjoint(features)
        )

    def has(self, form: str, *features: str) -> bool:
        """Whether one word of this form has all of ``features``; without features, whether it is known."""
        self._check(*features)
        return any(all(f in e.features for f in features) for e in self.entries(form))

    def value(self, form: str, feature: str) -> int | None:
        """The number that a feature of this form carries, None where it has none."""
        self._check(feature)
        values = (e.features[feature] for e in self.entries(form) if feature in e.features)
        return next(values, None)

    def verbs(self, *features: str, forms: tuple[str, ...] = ()) -> frozenset[str]:
        """Forms of the verbs that have all of ``features``; only those named ("base", "past"), if any."""
        return self.words(*features, classes=("verb",), forms=forms)

    def nouns(self, *features: str, forms: tuple[str, ...] = ()) -> frozenset[str]:
        """Forms of the nouns that have all of ``features``; only those named ("base", "plural"), if any."""
        return self.words(*features, classes=("noun",), forms=forms)

    def words(
        self, *features: str, classes: tuple[Class, ...] = CLASSES, forms: tuple[str, ...] = ()
    ) -> frozenset[str]:
        """Forms of the words of ``classes`` that have all of ``features``."""
        asked = (classes, features, forms)
        if asked not in self._asked:
            self._check(*features)
            self._asked[asked] = frozenset(
                form
                for e in self._entries
                if e.word_class in classes and all(f in e.features for f in features)
                for name, form in e.forms.items()
                if not forms or name in forms
            )
        return self._asked[asked]


@cache
def load(package: str, inflect: Inflect) -> Lexicon:
    """The lexicon in the folder ``lexicon`` of a language's package.

    Raises:
        ValueError: a line is no entry, or a feature is not explained; the message names table and line.
    """
    folder = resources.files(package) / "lexicon"
    entries: list[Entry] = []
    explained: set[str] = set()
    for word_class in CLASSES:
        table = (
            folder / f"{word_class}s.tsv" if word_class in ("verb", "noun") else folder / f"{word_class}.tsv"
        )
        text = table.read_text("utf-8")
        entries += read_table(text, word_class, inflect)
        explained.update(_EXPLAINED.findall(text))
    return Lexicon(entries, explained)


def read_table(table: str, word_class: Class, inflect: Inflect) -> list[Entry]:
    """The entries of one table; ``ValueError`` as of ``load``."""
    explained = set(_EXPLAINED.findall(table))
    found = []
    for number, line in enumerate(table.splitlines(), 1):
        if line and not line.startswith("#"):
            found.append(_entry(line, f"{word_class} table, line {number}", word_class, inflect))
            if unknown := found[-1].features.keys() - explained:
                raise ValueError(f"{word_class} table, line {number}: {sorted(unknown)} not explained above")
    return found


def _entry(line: str, where: str, word_class: Class, inflect: Inflect) -> Entry:
    word, *rest = line.split("\t")
    if not word or word != word.lower() or not 1 <= len(rest) <= 2:
        raise ValueError(f"{where}: {line!r} is not a word, its features and its forms, parted by tabs")
    features: dict[str, int | None] = {}
    for told in rest[0].split():
        name, _, value = told.partition(":")
        features[name] = int(value) if value else None
    given = dict(form.split("=", 1) for form in "".join(rest[1:]).split())
    return Entry(word, word_class, features, {"base": word, **inflect(word, word_class, given)})
