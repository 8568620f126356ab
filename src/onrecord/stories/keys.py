"""What grouping needs to know of one article: a few hundred words of keys, kept beside the article.

A ``StoryKeys`` is all that the join and the scores read, so an archive stores it and never reads an old
article again to place a new one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

import rensa  # type: ignore[import-untyped]

from onrecord.languages import Language
from onrecord.languages.grammar import StoryGrammar
from onrecord.records import AnnotatedArticle, Article, Span
from onrecord.text import View, Word

# The event is told at the top; what follows is background shared with other events. BASIL dev among 5,000
# articles: 600 words beat 300 and 1,000 by about a point of B-cubed F1.
HEAD_WORDS = 600
LEAD_WORDS = 60
TITLE_WEIGHT = 3.0
LEAD_WEIGHT = 2.0
# Rarest first; the rest of a long article's terms move no score by more than 0.01.
TERMS = 256
SPELLED = 60
NAMES = 40
# Words of names that half of all articles hold ("President", "New") identify nobody.
COMMON_NAME = 1.0
DAYS = 12
# Code points read at most: bounds the work on texts of megabytes; 600 content words end long before.
HEAD_CHARACTERS = 20_000
TITLE_CHARACTERS = 500
TITLE_SHOWN = 90
SKETCH_SIZE = 32
SHINGLE = 5


@dataclass(frozen=True, slots=True)
class StoryKeys:
    """The keys of one article.

    ``earliest``/``latest``: ISO days between which it was published (None: open). ``terms``: ``fold`` keys
    with weights, heaviest first, of unit Euclidean length. ``spelled``: the heaviest of these keys with the
    word as the article writes it. ``names``: ``fold`` keys of proper names' words with the name they stand
    for, as the article spells it. ``days``: ISO days it mentions. ``place``: where its dateline is from.
    ``sketch``: MinHash of its five-word runs, empty when it has none. ``outlet``: who published it.
    ``language``: the code of the one it is read with.
    """

    article_id: str
    title: str
    earliest: str | None = None
    latest: str | None = None
    terms: tuple[tuple[str, float], ...] = ()
    spelled: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    days: tuple[str, ...] = ()
    place: str | None = None
    sketch: tuple[int, ...] = ()
    outlet: str | None = None
    language: str | None = None


def keys(annotated: AnnotatedArticle, view: View) -> StoryKeys:
    """The keys of one article, from its text, names, time expressions and publication date."""
    article = annotated.article
    content = [(w.key, w.written) for w in islice(_content(view), HEAD_WORDS)]
    terms = _terms(article.title or "", [key for key, _ in content], view.language)
    return StoryKeys(
        article_id=article.id,
        title=_title(article),
        earliest=article.published.earliest,
        latest=article.published.latest,
        terms=terms,
        spelled=_spelling(terms, content),
        names=_names(annotated, view),
        days=_days(annotated),
        place=_place(article),
        sketch=_sketch([key for key, _ in content]),
        outlet=article.outlet,
        language=view.language.code,
    )


def _title(article: Article) -> str:
    """The headline; of an article without one the beginning of its first paragraph."""
    if article.title:
        return article.title.strip()
    start = next((b.start for b in article.blocks if b.kind == "paragraph"), 0)
    line = next(iter(article.text[start : start + 4 * TITLE_SHOWN].strip().splitlines()), "")
    return line if len(line) <= TITLE_SHOWN else line[:TITLE_SHOWN].rsplit(" ", 1)[0] + " …"


def _content(view: View) -> Iterator[Word]:
    """Each content word, headline and body, furniture left out."""
    addresses = view.language.grammar(StoryGrammar).address_parts
    article = view.article
    blocks = [b.span for b in article.body()] if article.blocks else [Span(0, len(article.text))]
    for block in blocks:
        if block.start >= HEAD_CHARACTERS:
            return
        for word in view.words_in(Span(block.start, min(block.end, HEAD_CHARACTERS))):
            if word.content and word.plain not in addresses:
                yield word


def _terms(title: str, body: list[str], language: Language) -> tuple[tuple[str, float], ...]:
    counts: defaultdict[str, float] = defaultdict(float)
    for span in language.words(title, 0, min(len(title), TITLE_CHARACTERS)):
        word = span.of(title)
        if language.is_content(word):
            counts[language.fold(word)] += TITLE_WEIGHT
    for position, key in enumerate(body):
        counts[key] += LEAD_WEIGHT if position < LEAD_WORDS else 1.0
    weights = {key: (1 + math.log(count)) * language.rarity(key) for key, count in counts.items()}
    return unit(weights, TERMS)


def _spelling(
    terms: tuple[tuple[str, float], ...], content: list[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The first form in the text of each of the heaviest terms."""
    heaviest = {key for key, _ in terms[:SPELLED]}
    first: dict[str, str] = {}
    for key, word in content:
        if key in heaviest:
            first.setdefault(key, word)
    return tuple(sorted(first.items()))


def unit(weights: Mapping[str, float], most: int) -> tuple[tuple[str, float], ...]:
    """The ``most`` heaviest of ``weights``, heaviest first, scaled to unit Euclidean length."""
    kept = sorted(sorted(weights.items()), key=itemgetter(1), reverse=True)[:most]  # of equal ones by word
    length = math.sqrt(sum(w * w for _, w in kept)) or 1.0
    return tuple((key, round(weight / length, 4)) for key, weight in kept)


def _names(annotated: AnnotatedArticle, view: View) -> tuple[tuple[str, str], ...]:
    language = view.language
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in _spelled(annotated, view):
        for key in {language.fold(span.of(name)) for span in language.words(name)}:
            if len(key) > 2 and language.rarity(key) > COMMON_NAME:
                forms[key][name] += 1
    kept = sorted(forms, key=lambda key: (-forms[key].total(), key))[:NAMES]
    return tuple((key, _likeliest(forms[key])) for key in sorted(kept))


def _likeliest(forms: Counter[str]) -> str:
    """The commonest form; of equally common ones the longest: "Petra Solveig" rather than "Solveig"."""
    return max(forms, key=lambda form: (forms[form], len(form), form))


def _spelled(annotated: AnnotatedArticle, view: View) -> Iterator[str]:
    """Proper names as written: those that were read off the article, else runs of capitalised words."""
    if annotated.names:
        yield from (n.span.of(view.text) for n in annotated.names if n.start < HEAD_CHARACTERS)
    else:
        yield from (run.of(view.text) for run in _capitalised(view))


def _capitalised(view: View) -> Iterator[Span]:
    """Runs of words that may be names, below the headline and inside their sentences."""
    headline = next((b.end for b in view.article.blocks[:1] if b.kind == "headline"), 0)
    run: Span | None = None
    for word in view.words_in(Span(headline, min(len(view.text), HEAD_CHARACTERS))):
        goes_on = run is not None and view.text[run.end : word.start] == " "
        if not _may_be_name(view, word):
            if run is not None:
                yield run
            run = None
        elif run is not None and goes_on:
            run = Span(run.start, word.end)
        else:
            if run is not None:
                yield run
            run = word.span
    if run is not None:
        yield run


def _may_be_name(view: View, word: Word) -> bool:
    if not word.written[0].isupper() or word.plain in view.language.grammar(StoryGrammar).not_names:
        return False
    return _inside_sentence(view.text, word.start)


def _inside_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] in ",'’)")


def _days(annotated: AnnotatedArticle) -> tuple[str, ...]:
    days: dict[str, None] = {}
    for timex in annotated.timexes:
        if timex.type == "DATE" and timex.earliest is not None and timex.earliest == timex.latest:
            days[timex.earliest] = None
    return tuple(sorted(islice(days, DAYS)))


def _place(article: Article) -> str | None:
    """The place a dateline begins with ("VALMORA, May 3" -> "Valmora"), None without a dateline."""
    if not article.dateline:
        return None
    head = article.dateline.split(",")[0].split("(")[0].strip(" —–-.")
    return head.title() or None


def _sketch(content: list[str]) -> tuple[int, ...]:
    if len(content) < 2 * SHINGLE:
        return ()
    shingles = [" ".join(content[i : i + SHINGLE]) for i in range(len(content) - SHINGLE + 1)]
    sketch = rensa.RMinHash(num_perm=SKETCH_SIZE, seed=1)
    sketch.update(shingles)
    return tuple(sketch.digest())
