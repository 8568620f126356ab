"""An article's text cut into words once, with what the rest of the stage asks of every word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from onrecord.languages import Language
from onrecord.languages.grammar import (
    CoreferenceGrammar,
    DateGrammar,
    OfficeGrammar,
    OrganisationGrammar,
    PersonGrammar,
    PhraseGrammar,
    PlaceGrammar,
    PronounGrammar,
    WordGrammar,
)
from onrecord.names.persons import is_given
from onrecord.records import Block, Span
from onrecord.text import View

APOSTROPHES = ("'", "’")
POSSESSIVE_ENDINGS = ("'s", "’s")
_NO_PROSE = frozenset({"headline", "subheadline", "dateline", "furniture"})
# A line counts as set in title case when this share of its longer words is capitalised.
_TITLE_CASE = 0.7
_TITLE_WORDS = 4
_LONG_WORD = 4
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Page:
    """Words of one article in columns: ``words[i]`` is ``text[starts[i]:ends[i]]``.

    ``lower[i]`` is it in small letters, unless these make another word of it ("WHO"). ``sentence[i]`` numbers
    the sentence of a word, ``beat[i]`` the same without sentences that begin inside
    a quotation (a long quotation takes nobody out of mind), ``first[i]`` tells a sentence's first word;
    ``quoted[i]`` whether it stands in quotation marks, ``headline[i]`` whether its line is a headline, set
    like one, or a dateline. ``opened``: words that open whoever speaks; ``speaking``: all words of these.
    ``plain``: words that the article also writes without a capital; ``times``: how often each lower-case word
    stands in it; ``dateline``: those of the dateline. All tuples and lists have equal length.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    sentence: list[int]
    beat: list[int]
    first: list[bool]
    quoted: list[bool]
    headline: list[bool]
    opened: frozenset[int]
    speaking: frozenset[int]
    plain: frozenset[str]
    times: Counter[str]
    dateline: frozenset[str]
    language: Language

    @cached_property
    def rules(self) -> CoreferenceGrammar:
        """Nouns and patterns of references."""
        return self.language.grammar(CoreferenceGrammar)

    @cached_property
    def persons(self) -> PersonGrammar:
        """Words before and inside names."""
        return self.language.grammar(PersonGrammar)

    @cached_property
    def offices(self) -> OfficeGrammar:
        """Nouns of sources."""
        return self.language.grammar(OfficeGrammar)

    @cached_property
    def pronouns(self) -> PronounGrammar:
        """Pronouns and kin."""
        return self.language.grammar(PronounGrammar)

    @cached_property
    def places(self) -> PlaceGrammar:
        """Names of countries, states and cities."""
        return self.language.grammar(PlaceGrammar)

    @cached_property
    def phrases(self) -> PhraseGrammar:
        """Small words around names."""
        return self.language.grammar(PhraseGrammar)

    @cached_property
    def organisations(self) -> OrganisationGrammar:
        """Houses that speak for a government, and acronyms."""
        return self.language.grammar(OrganisationGrammar)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that name nothing."""
        return self.language.grammar(WordGrammar).function_words

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Lower-case words that the text writes right after a given name or a title."""
        after = (i for i in range(1, len(self)) if self.is_capital(i) and self.gap(i - 1) in (" ", ". "))
        return frozenset(self.lower[i] for i in after if self._introduces(self.lower[i - 1]))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Lower-case words that the text writes with a capital."""
        return frozenset(self.capitals_at)

    @cached_property
    def capitals_at(self) -> Mapping[str, Sequence[int]]:
        """Where each lower-case word stands with a capital, in order."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for i in filter(self.is_capital, range(len(self))):
            places[self.lower[i]].append(i)
        return dict(places)

    @cached_property
    def capitals_inside(self) -> frozenset[str]:
        """Lower-case words that the text writes with a capital inside a sentence."""
        inside = (
            i for i in range(len(self)) if self.is_capital(i) and not (self.first[i] or self.headline[i])
        )
        return frozenset(self.lower[i] for i in inside)

    @cached_property
    def shouted(self) -> frozenset[str]:
        """Words that stand in capitals only where their whole line does: of no acronym these tell."""
        lines = _flags(self.starts, _capital_lines(self.text))
        capitals = [(w, inside) for w, inside in zip(self.words, lines, strict=True) if w.isupper()]
        return frozenset(w for w, inside in capitals if inside) - {w for w, inside in capitals if not inside}

    @cached_property
    def called(self) -> frozenset[str]:
        """Lower-case words that the text writes as a surname, whatever else they are: "Ms May", "Ann May"."""
        after = (i for i in range(1, len(self)) if self.is_capital(i) and self.gap(i - 1) in (" ", ". "))
        return frozenset(self.lower[i] for i in after if self._calls(i))

    def _calls(self, i: int) -> bool:
        """Whether a courtesy stands before it, or before a month, outside headlines, a given name.

        Nobody is called like a weekday: "Ann May", but "Ann Clinton *Tuesday*".
        """
        before = self.lower[i - 1]
        if before in self.persons.honorifics and before not in self.phrases.determiners:
            return True
        is_month = self.lower[i] in self.phrases.calendar and not (self.headline[i] or self.is_weekday(i))
        given = is_given(before) or self.is_named_month(i - 1)
        return is_month and self.gap(i - 1) == " " and self.is_capital(i - 1) and given

    def is_named_month(self, i: int) -> bool:
        """Whether a word is a month that people are called by, right before a capital: "May Olm"."""
        months = self.language.grammar(DateGrammar).first_names
        return self.words[i] in months and self.gap(i) == " " and self.is_capital(i + 1)

    def is_weekday(self, i: int) -> bool:
        """Whether a word is a weekday's name in full."""
        return self.words[i] in self.language.grammar(DateGrammar).weekdays

    @cached_property
    def written_names(self) -> frozenset[tuple[str, str]]:
        """Two words, a space between, that both have capitals in the middle of a sentence; lower case."""
        inside = (i for i in range(len(self) - 1) if self.is_capital(i) and self.gap(i) == " ")
        return frozenset(
            (self.lower[i], self.lower[i + 1])
            for i in inside
            if self.is_capital(i + 1) and not (self.first[i] or self.headline[i])
        )

    def _introduces(self, low: str) -> bool:
        return is_given(low) or low in self.persons.honorifics or low in self.persons.titles

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The index of the word that holds ``offset``, or of the first one after it."""
        return bisect_right(self.ends, offset)

    def inside(self, span: Span) -> range:
        """The words that share a character with ``span``."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def span(self, words: range) -> Span:
        """The characters of ``words``, which is not empty."""
        return Span(self.starts[words.start], self.ends[words[-1]])

    def low(self, words: range) -> list[str]:
        """``words`` in lower case."""
        return self.lower[words.start : words.stop]

    def is_capital(self, index: int) -> bool:
        """Whether word ``index`` begins with a capital, a small article joined to it aside: "al-Brill"."""
        word = self.words[index]
        if word[0].isupper():
            return True
        article, _, name = word.partition("-")
        return name[:1].isupper() and article in self.persons.articles

    def is_owner(self, index: int) -> bool:
        """Whether an apostrophe follows word ``index``."""
        return self.text[self.ends[index] : self.ends[index] + 1] in APOSTROPHES

    def is_possessive(self, index: int) -> bool:
        """Whether "'s" follows word ``index``."""
        return self.text[self.ends[index] : self.ends[index] + 2] in POSSESSIVE_ENDINGS

    def first_of_sentence(self, index: int) -> int:
        """The first word of the sentence of word ``index``."""
        return bisect_left(self.sentence, self.sentence[index])

    def end_of_sentence(self, index: int) -> int:
        """The word after the last one of the sentence of word ``index``."""
        return bisect_right(self.sentence, self.sentence[index])

    def is_label(self, words: range) -> bool:
        """Whether a colon stands right behind words: they name who speaks."""
        return self.gap(words.stop - 1).startswith(":")

    def gap(self, index: int) -> str:
        """What stands between word ``index`` and the next one; behind the last a new line."""
        return self.text[self.ends[index] : self.starts[index + 1]] if index + 1 < len(self.words) else "\n"


def page(view: View, sources: Sequence[Span] = ()) -> Page:
    """The article of ``view`` as columns of words.

    ``sources``: who is named there speaks, so these are prose whatever their lines look like but headlines.
    """
    text = view.text
    starts, ends = [t.start for t in view.tokens], [t.end for t in view.tokens]
    words = [t.of(text) for t in view.tokens]
    lower = _lower(view, words)
    sentence, first = _sentences(view, starts)
    quoted = _flags(starts, [q.span for q in view.quotations if not q.single])
    return Page(
        text=text,
        starts=starts,
        ends=ends,
        words=words,
        lower=lower,
        sentence=sentence,
        beat=_beats(first, quoted),
        first=first,
        quoted=quoted,
        headline=_headlines(view, starts, sources),
        opened=frozenset(bisect_left(starts, s.start) for s in sources),
        speaking=frozenset(i for i, spoken in enumerate(_flags(starts, list(sources))) if spoken),
        plain=frozenset(w for w in words if w.islower()),
        times=Counter(lower),
        dateline=_dateline(view, starts, lower),
        language=view.language,
    )


def _lower(view: View, words: list[str]) -> list[str]:
    """The words in lower case, but for a body's letters that are another word there: "the *WHO*"."""
    letters = view.language.grammar(OrganisationGrammar).letters
    found = [w.casefold().replace("’", "'") for w in words]
    for i in (i for i, w in enumerate(words) if w in letters):
        if any(map(str.islower, words[max(0, i - 2) : i + 3])):  # not in a line of capitals
            found[i] = words[i]
    return found


def _beats(first: list[bool], quoted: list[bool]) -> list[int]:
    """The number of each word's sentence, where one that begins inside a quotation counts for none."""
    return list(accumulate(int(new and not inside) for new, inside in zip(first, quoted, strict=True)))


def _headlines(view: View, starts: list[int], sources: Sequence[Span]) -> list[bool]:
    """Whether each word stands in no prose: apart from it or set like a headline, and in nobody's source."""
    roster = view.language.grammar(CoreferenceGrammar).roster
    titles = [line for line in _title_case_lines(view.text) if not roster.match(view.text, line.start)]
    apart = _flags(starts, _set_apart(view) + titles)
    heads = [b.span for b in view.blocks("headline", "subheadline")]
    speaks = _flags(starts, [s for s in sources if not any(h.contains(s) for h in heads)])
    return [a and not s for a, s in zip(apart, speaks, strict=True)]


def _dateline(view: View, starts: list[int], lower: list[str]) -> frozenset[str]:
    span = view.article.dateline_span
    if span is None:
        return frozenset()
    return frozenset(lower[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


def _set_apart(view: View) -> list[Span]:
    """Headlines, the dateline, and furniture but for notes to readers."""
    note = view.language.grammar(CoreferenceGrammar).note
    blocks = [b.span for b in view.blocks(*_NO_PROSE) if not _is_note(view, b, note)]
    dateline = view.article.dateline_span
    return [*blocks, dateline] if dateline else blocks


def _is_note(view: View, block: Block, note: re.Pattern[str]) -> bool:
    """Whether a block of furniture tells readers something in sentences: a correction."""
    return block.kind == "furniture" and note.match(view.text, block.start, block.end) is not None


def _sentences(view: View, starts: list[int]) -> tuple[list[int], list[bool]]:
    """The number of each word's sentence, from 1, and whether the word is its first."""
    numbers = [view.sentence_index(start) + 1 for start in starts]
    return numbers, [n == 0 or numbers[n - 1] != number for n, number in enumerate(numbers)]


def _flags(starts: list[int], spans: list[Span]) -> list[bool]:
    flags = [False] * len(starts)
    for span in spans:
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        flags[low:high] = [True] * (high - low)
    return flags


def _title_case_lines(text: str) -> list[Span]:
    return [line for line in _lines(text) if _is_title_case(line.of(text))]


def _capital_lines(text: str) -> list[Span]:
    """Lines without a small letter that are more than a label."""
    return [line for line in _lines(text) if (words := line.of(text)).isupper() and _is_title_case(words)]


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1


def _is_title_case(line: str) -> bool:
    if len(line) >= _LONGEST_TITLE or line.rstrip().endswith((".", ".”", '."')):
        return False
    long = [w for w in line.split() if len(w) >= _LONG_WORD and w[0].isalpha()]
    return len(long) >= _TITLE_WORDS and sum(w[0].isupper() for w in long) >= _TITLE_CASE * len(long)
