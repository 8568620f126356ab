"""The handle through which every stage gets one language's words and grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib import import_module
from typing import Literal, TypeVar

from onrecord.languages.grammar import (
    Frequencies,
    Grammar,
    QuotationGrammar,
    SentenceGrammar,
    WordGrammar,
)
from onrecord.languages.lexicon import Lexicon, load
from onrecord.languages.quotations import Quotation, quotations
from onrecord.languages.rarity import Rarities, rarities
from onrecord.languages.sentences import sentences
from onrecord.languages.variants import Variants
from onrecord.languages.words import WordForms, tokens, word_forms, words
from onrecord.records import Span

G = TypeVar("G", bound=Grammar)


class Language:
    """One language: its grammar by purpose, its word forms, how rare its words are.

    ``code`` is ISO 639-1; ``package`` the folder that holds its words. A grammar is imported when it is first
    asked for. Two handles are equal when they are one; ``languages.of`` gives one for each language.
    """

    def __init__(self, code: str, package: str) -> None:
        self.code = code
        self._package = package
        self._grammars: dict[type[Grammar], Grammar] = {}

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def grammar(self, kind: type[G]) -> G:
        """What the language supplies for one purpose: its folder's ``GRAMMAR`` of that ``kind``.

        Raises:
            LookupError: the language's folder has no such module, or another kind of grammar in it.
        """
        found = self._grammars.get(kind)
        if found is None:
            found = self._grammars[kind] = self._load(kind)
        if not isinstance(found, kind):
            raise LookupError(f"{self._package}.{kind.section} holds no {kind.__name__}")  # noqa: TRY004 - for every lack
        return found

    def _load(self, kind: type[Grammar]) -> Grammar:
        name = f"{self._package}.{kind.section}"
        try:
            loaded: Grammar = import_module(name).GRAMMAR
        except (ModuleNotFoundError, AttributeError) as error:
            raise LookupError(f"the language {self.code!r} has no {kind.__name__}: {name}.GRAMMAR") from error
        return loaded

    # ------------------------------------------------------------------ words

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words with their features: verbs of saying, nouns of persons and bodies, the calendar."""
        return load(self._package, import_module(f"{self._package}.inflection").inflect)

    @cached_property
    def day_names(self) -> Mapping[str, tuple[Literal["weekday", "month"], int]]:
        """Lower-case name of a weekday or month, in full or short -> which it is."""
        kinds: tuple[Literal["weekday", "month"], ...] = ("weekday", "month")
        found: dict[str, tuple[Literal["weekday", "month"], int]] = {}
        for kind in kinds:
            for word in self.lexicon.words(kind, classes=("calendar",)):
                value = self.lexicon.value(word, kind)
                if value is not None:
                    found[word] = (kind, value)
        return found

    @cached_property
    def forms(self) -> WordForms:
        """What makes two words the same, and which carry meaning."""
        return word_forms(self.grammar(WordGrammar))

    @cached_property
    def variants(self) -> Variants:
        """The forms that a search takes for one word."""
        rules, words = import_module(f"{self._package}.inflection"), self.grammar(WordGrammar)
        irregular = {form: base for form, base in words.irregular.items() if form not in rules.DERIVED}
        return Variants(self.lexicon, irregular, words.function_words, rules.inflect, rules.bases)

    @cached_property
    def rarities(self) -> Rarities:
        """How much each word tells."""
        return rarities(self.grammar(Frequencies), self.forms.fold)

    @property
    def plain(self) -> Callable[[str], str]:
        """A word without case, typographic marks, diacritics and possessive."""
        return self.forms.plain

    @property
    def fold(self) -> Callable[[str], str]:
        """The key that a word's inflections and spellings share."""
        return self.forms.fold

    def is_content(self, word: str) -> bool:
        """Whether a word names something."""
        return self.forms.is_content(word)

    def is_negation(self, word: str) -> bool:
        """Whether a word turns a clause into its opposite."""
        return self.forms.is_negation(word)

    def rarity(self, key: str) -> float:
        """How much the word with this ``fold`` key tells: its inverse document frequency in news."""
        return self.rarities.rarity(key)

    def weight(self, keys: Iterable[str]) -> float:
        """How much words tell together, by their ``fold`` keys."""
        return self.rarities.weight(keys)

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Shared weight over the weight of the poorer of two sets of ``fold`` keys, 0 to 1."""
        return self.rarities.likeness(a, b)

    # ------------------------------------------------------------------ texts that are no article

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Span]:
        """The words of a name, a title or a query; those of an article are in its ``View``."""
        return words(text, start, end)

    def tokens(self, text: str) -> list[Span]:
        """The words of ``text`` as names are read by: without possessive endings, a lone "&" among them."""
        return tokens(text)

    def plain_words(self, text: str) -> list[str]:
        """The ``plain`` forms of the words of a name, a title or a query."""
        return [self.plain(span.of(text)) for span in words(text)]

    def sentences(self, text: str, start: int = 0, end: int | None = None) -> list[Span]:
        """The sentences of a text; those of an article are in its ``View``."""
        return sentences(text, start, end, grammar=self.grammar(SentenceGrammar))

    def quotations(self, text: str) -> list[Quotation]:
        """The quotations of a text; those of an article are in its ``View``."""
        marks, stops = self.grammar(QuotationGrammar), self.grammar(SentenceGrammar)
        return quotations(text, grammar=marks, sentence_grammar=stops)
