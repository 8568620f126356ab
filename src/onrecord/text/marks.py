"""What is found in a text by its characters alone, kept for whoever looks at the text next.

An article is viewed again and again: when it is read, when its story is laid side by side, when its storyline
is followed. Its words, sentences and quotations are the same each time.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from threading import Lock

from onrecord.languages import Language
from onrecord.languages.grammar import NumberGrammar
from onrecord.languages.quotations import Quotation
from onrecord.records import Span
from onrecord.text.ordered import Ordered
from onrecord.text.values import Number, numbers
from onrecord.text.word import Word

# Characters of the texts whose marks are kept: fifty articles of the usual length, some 20 MB of marks. Those
# of a text that has more than a quarter of that by itself live as long as their view.
_KEPT = 300_000


class Marks:
    """One text's marks, each kind found when it is first asked for; they hold no record but places."""

    def __init__(self, text: str, language: Language) -> None:
        self.text, self.language = text, language

    @cached_property
    def words(self) -> Ordered[Word]:
        """Its words and numbers."""
        return Ordered(tuple(self.word(span) for span in self.language.words(self.text)))

    def word(self, span: Span) -> Word:
        """The word at ``span``."""
        written = self.text[span.start : span.end]
        return Word(span, written, *self.language.forms.of(written))

    @cached_property
    def tokens(self) -> tuple[Span, ...]:
        """Its words as names are read by."""
        return tuple(self.language.tokens(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences."""
        return tuple(self.language.sentences(self.text))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations in order of their start; any two are nested or apart."""
        return tuple(self.language.quotations(self.text))

    @cached_property
    def levels(self) -> tuple[Ordered[Quotation], ...]:
        """The quotations by how many others they stand in."""
        levels: list[list[Quotation]] = []
        for quotation in self.quotations:  # in order of their start: whatever holds one came before it
            if quotation.level == len(levels):
                levels.append([])
            levels[quotation.level].append(quotation)
        return tuple(Ordered(tuple(level)) for level in levels)

    @cached_property
    def numbers(self) -> Ordered[Number]:
        """Its numbers; none reaches over the end of a sentence."""
        grammar = self.language.grammar(NumberGrammar)
        return Ordered(tuple(n for s in self.sentences for n in numbers(self.text, s, grammar)))


class Kept:
    """The marks of the texts that were looked at last, as many as have ``most`` characters together."""

    def __init__(self, most: int) -> None:
        self._most, self._held = most, 0
        self._marks: OrderedDict[tuple[Language, str], Marks] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._marks)

    def of(self, text: str, language: Language) -> Marks:
        """The marks of ``text``, those of before where they are still there."""
        if len(text) > self._most // 4:
            return Marks(text, language)
        key = language, text
        with self._lock:
            found = self._marks.get(key)
            if found is None:
                found = self._marks[key] = Marks(text, language)
                self._held += len(text)
                while self._held > self._most:
                    _, gone = self._marks.popitem(last=False)
                    self._held -= len(gone.text)
            else:
                self._marks.move_to_end(key)
            return found


_kept = Kept(_KEPT)


def marks_of(text: str, language: Language) -> Marks:
    """The marks of a text in a language."""
    return _kept.of(text, language)
