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

import rensa  # type: ignore[import-untyped]

from onrecord.languages.english.stories import ADDRESS_PARTS, NOT_NAMES
from onrecord.languages.rarity import rarity
from onrecord.languages.words import fold, is_content, plain, words
from onrecord.records import AnnotatedArticle, Article

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


def keys(annotated: AnnotatedArticle) -> StoryKeys:
    """The keys of one article, from its text, names, time expressions and publication date."""
    article = annotated.article
    content = list(islice(_content(article), HEAD_WORDS))
    terms = _terms(article.title or "", [key for key, _ in content])
    return StoryKeys(
        article_id=article.id,
        title=_title(article),
        earliest=article.published.earliest,
        latest=article.published.latest,
        terms=terms,
        spelled=_spelling(terms, content),
        names=_names(annotated),
        days=_days(annotated),
        place=_place(article),
        sketch=_sketch([key for key, _ in content]),
        outlet=article.outlet,
    )


def _title(article: Article) -> str:
    """The headline; of an article without one the beginning of its first paragraph."""
    if article.title:
        return article.title.strip()
    start = next((b.start for b in article.blocks if b.kind == "paragraph"), 0)
    line = next(iter(article.text[start : start + 4 * TITLE_SHOWN].strip().splitlines()), "")
    return line if len(line) <= TITLE_SHOWN else line[:TITLE_SHOWN].rsplit(" ", 1)[0] + " …"


def _content(article: Article) -> Iterator[tuple[str, str]]:
    """(fold key, word as written) of each content word, headline and body, furniture left out."""
    text = article.text
    blocks = [b.span for b in article.body()] if article.blocks else None
    for block in [None] if blocks is None else blocks:
        start, end = (0, len(text)) if block is None else (block.start, block.end)
        if start >= HEAD_CHARACTERS:
            return
        for span in words(text, start, min(end, HEAD_CHARACTERS)):
            word = span.of(text)
            if is_content(word) and plain(word) not in ADDRESS_PARTS:
                yield fold(word), word


def _terms(title: str, body: list[str]) -> tuple[tuple[str, float], ...]:
    counts: defaultdict[str, float] = defaultdict(float)
    for span in words(title, 0, min(len(title), TITLE_CHARACTERS)):
        word = span.of(title)
        if is_content(word):
            counts[fold(word)] += TITLE_WEIGHT
    for position, key in enumerate(body):
        counts[key] += LEAD_WEIGHT if position < LEAD_WORDS else 1.0
    weights = {key: (1 + math.log(count)) * rarity(key) for key, count in counts.items()}
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
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    length = math.sqrt(sum(w * w for _, w in kept)) or 1.0
    return tuple((key, round(weight / length, 4)) for key, weight in kept)


def _names(annotated: AnnotatedArticle) -> tuple[tuple[str, str], ...]:
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in _spelled(annotated):
        for key in {fold(span.of(name)) for span in words(name)}:
            if len(key) > 2 and rarity(key) > COMMON_NAME:
                forms[key][name] += 1
    kept = sorted(forms, key=lambda key: (-forms[key].total(), key))[:NAMES]
    return tuple((key, _likeliest(forms[key])) for key in sorted(kept))


def _likeliest(forms: Counter[str]) -> str:
    """The commonest form; of equally common ones the longest: "Petra Solveig" rather than "Solveig"."""
    return max(forms, key=lambda form: (forms[form], len(form), form))


def _spelled(annotated: AnnotatedArticle) -> Iterator[str]:
    """Proper names as written: those that were read off the article, else runs of capitalised words."""
    text = annotated.article.text
    if annotated.names:
        yield from (n.span.of(text) for n in annotated.names if n.start < HEAD_CHARACTERS)
        return
    headline = next((b.end for b in annotated.article.blocks[:1] if b.kind == "headline"), 0)
    run_start, run_end = -1, -1
    for span in words(text, headline, min(len(text), HEAD_CHARACTERS)):
        word = span.of(text)
        if word[0].isupper() and plain(word) not in NOT_NAMES and _inside_sentence(text, span.start):
            if run_end >= 0 and text[run_end : span.start] == " ":
                run_end = span.end
                continue
            if run_end >= 0:
                yield text[run_start:run_end]
            run_start, run_end = span.start, span.end
        elif run_end >= 0:
            yield text[run_start:run_end]
            run_start, run_end = -1, -1
    if run_end >= 0:
        yield text[run_start:run_end]


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
