"""Which line is the headline: among those labelled so, else among those that could be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from onrecord.articles.bylines import is_person, signed_by, writers_in
from onrecord.articles.datelines import find_dateline
from onrecord.articles.features import fold
from onrecord.articles.imprints import date_of, is_stamp, sounds_like_a_paper, undated
from onrecord.articles.marked import Marked
from onrecord.articles.tagging import Label
from onrecord.languages.furniture import DAY_WORDS, NOT_PLACES, READER_WORDS, SECTION_WORDS

# A transcript's "ADA VOSS: Good morning."; "LIVE: …" and "UPDATE 2: …" head an article.
SPOKEN = re.compile(rf"(?!(?:{'|'.join(sorted(NOT_PLACES))})\b)(?:[QA]|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{1,40}}): ")
# Sub-headlines of two sentences are leads.
SENTENCES = re.compile(r"[a-z0-9)\"”’%]{2}[.!?][\"”’)]?\s+[\"“‘(]?[A-Z]\w+(?:\s\S+){5}")
CREDIT_END = re.compile(r"[a-z0-9][.!?][\"”’)]?\s+[A-Z][\w&’'/-]*(?: [A-Z][\w&’'/-]*){0,3}$")
# Of PolNeAR's and BASIL's headlines 99 % have at most 24 words; first paragraphs mostly have more.
HEADLINE_WORDS = 28
# A first line of so many words with a full stop is a headline more often than a first sentence: see
# evals/articles.py, headline_recall against headline_false.
_PLAIN_HEADLINE_WORDS = 13
LEADING = 12
# Lines that can be a headline where none is labelled so, and how many words they then have at least.
_HEAD_LABELS: tuple[Label, ...] = ("section", "related", "masthead", "subheadline", "legal", "share")
HEAD_WORDS = 4
# Labels that a headline is given by mistake, of the lines that may stand above it, and of those below it.
_MISTAKEN: tuple[Label, ...] = ("body", "outlet", "note")
_ABOVE: tuple[Label, ...] = ("masthead", "section", "outlet", "date", "page", "navigation", "share", "advert")
_STAMPS: tuple[Label, ...] = ("date", "outlet", "byline")
STAMP_WORDS = 12
_MENU = re.compile(r"[|·•»>/©]|\b(?:you|your|our|us|here|reserved|copyright|terms)\b", re.IGNORECASE)
# What a press review writes before its headlines: "2. Orchestra picks conductor".
_COUNTED = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
# Lines of one or two words above a headline only label it ("Main page", "Rivers").
_LABEL_WORDS = 2
# Words of a short headline at least, and by how many letters a word is known again.
_FEWEST, _STEM = 2, 5
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BARS = re.compile(r"[|•·»>©]|\b(?:reserved|copyright)\b", re.IGNORECASE)
# Words of a paper's name, and of a sentence below a headline.
_NAME_WORDS, _SENTENCE_WORDS = 4, 6


def headline_of(front: Sequence[Marked], title: str) -> int | None:
    """The line that is the headline: the known title, else the first of the last run of such lines."""
    if title:
        return next((n for n, m in enumerate(front) if fold(m.content) == title), None)
    found = _candidates(front)
    if not found:
        return None
    chosen, known = found[-1], set(found)
    if len(found) == 1 and _is_below_headline(front, chosen):
        return chosen - 1
    before = _before(front, chosen)
    while before in known and len(front[before].content.split()) > _LABEL_WORDS:
        chosen = before
        before = _before(front, chosen)
    return chosen


def _candidates(front: Sequence[Marked]) -> list[int]:
    """The lines labelled so that can be it: not a name; one of a single word only where there is no other."""
    found = [n for n, m in enumerate(front) if m.label == "headline" and not is_no_headline(m.content)]
    found = [n for n in found if not _is_name(front[n])]
    for can_be in _RATHER if len(found) > 1 else ():
        found = [n for n in found if can_be(front[n].content)] or found
    return found


# What of several lines is the headline, where one of them is such: not "Read this article in the Herald:".
_RATHER: tuple[Callable[[str], bool], ...] = (
    lambda content: not _is_signature(content),
    lambda content: content[-1] != ":",
    lambda content: len(content.split()) > 1,
)


def _is_below_headline(front: Sequence[Marked], place: int) -> bool:
    """Whether a sentence stands right below a line that can be its headline, on top of all."""
    if place != 1 or front[1].content[-1] not in ".!…" or len(front[1].content.split()) < _SENTENCE_WORDS:
        return False
    content = front[0].content
    words = content.split()
    if not HEAD_WORDS <= len(words) <= HEADLINE_WORDS or not content[-1].isalnum() or _MENU.search(content):
        return False
    plain = date_of(content) is None and not sounds_like_a_paper(content) and not is_person(content)
    return plain and sum(word[0].islower() for word in words) > 1


def _is_signature(content: str) -> bool:
    """Whether a line says who wrote, or is a paper's name and nothing else."""
    if signed_by(content) or writers_in(content):
        return True
    words = content.split()
    return sounds_like_a_paper(content) and len(words) <= _NAME_WORDS and all(w[0].isupper() for w in words)


def _before(front: Sequence[Marked], place: int) -> int:
    """The line above ``place``, over notes that were taken for a date: "This article is three years old"."""
    place -= 1
    while place > 0 and front[place].label == "date" and date_of(front[place].content) is None:
        place -= 1
    return place


def _is_name(line: Marked) -> bool:
    """Whether a line is a person's name, as likely a byline as a headline."""
    return is_person(line.content) and 2 * line.likely("byline") >= line.likely("headline")


def headless(marked: Sequence[Marked], body: int) -> tuple[int | None, int]:
    """Where no line was taken for a headline: the one that can be it, and where the body then begins.

    A first line of body without an end mark is; else a line above the body that is as long as headlines are,
    the first of the last run of such lines, since what follows it is its sub-headline. Whatever it reads
    like, a line on top right above that of the paper, the day or the writer is one.
    """
    over = next((n for n in range(min(body + 1, len(marked) - 1)) if _is_over_stamp(marked, n)), None)
    if over is not None:
        return over, max(body, over + 1)
    heads = _heads(marked, body)
    if not (heads and marked[body].content[-1].isalnum()):
        above = [n for n in range(body) if _could_head(marked[n])]
        if above:
            first = above[-1]
            while first - 1 in above:
                first -= 1
            return first, body
    return (body, body + 1) if heads else (None, body)


def _is_over_stamp(marked: Sequence[Marked], place: int) -> bool:
    """Whether a line of a headline's length stands on top, right above one of the paper, day or writer."""
    line, below = marked[place], marked[place + 1]
    words = line.content.split()
    is_short = len(words) < HEAD_WORDS
    labels = (*_HEAD_LABELS, *_MISTAKEN, *(("byline", "headline") if is_short else ()))
    if any(above.label not in _ABOVE for above in marked[:place]) or line.label not in labels:
        return False
    if line.content[-1] in ":," or len(words) > HEADLINE_WORDS or not _could_open(line.content):
        return False
    if is_short and not _is_short_head(line, marked[place + 1 :]):
        return False
    stamped = below.label in _STAMPS or date_of(below.content) is not None or is_stamp(below.content)
    return stamped and len(undated(below.content).split()) <= STAMP_WORDS


def _could_open(content: str) -> bool:
    """Whether a line is no day, no paper's name, no menu and nobody's byline."""
    if date_of(content) is not None or _is_signature(content) or _BARS.search(content):
        return False
    if content.split(maxsplit=1)[0].lower().strip(",.:") in READER_WORDS:  # "Sign up for our letter"
        return False
    return content[0].isupper() or not content[0].isalpha()


def _is_short_head(line: Marked, below: Sequence[Marked]) -> bool:
    """Whether two or three words head what stands below: its first paragraph goes on with one of them.

    With most of them, where they look like a writer's name or a paper's: "Tram Strike Ends".
    """
    words = line.content.split()
    if len(words) < _FEWEST or not set(map(str.lower, words)).isdisjoint(SECTION_WORDS):
        return False
    between = list(takewhile(lambda m: m.label != "body", below))
    first = below[len(between)].content if len(between) < len(below) else ""
    longer = (m.content for m in between if len(m.content.split()) >= HEAD_WORDS)
    if first[-1:].isalnum() or any(_could_open(content) for content in longer):
        return False  # what heads the text stands below
    told = {word[:_STEM].lower() for word in _LONG_WORD.findall(first)}
    shared = [word[:_STEM].lower() in told for word in _LONG_WORD.findall(line.content)]
    like_a_name = all(word[0].isupper() for word in words)
    return sum(shared) * 3 >= 2 * len(shared) > 0 if like_a_name else any(shared)


def _could_head(line: Marked) -> bool:
    """Whether a line of another label can be the headline: some words, no full stop, not a menu."""
    content = _COUNTED.sub("", line.content)
    words = content.split()
    if line.label not in _HEAD_LABELS or not HEAD_WORDS <= len(words) <= HEADLINE_WORDS:
        return False
    lower = sum(word[0].islower() for word in words)
    spoken_to = [n for n, word in enumerate(words) if word.lower() in READER_WORDS]
    if line.label == "share" and (len(spoken_to) > 1 or 0 in spoken_to):  # "Share this article with friends"
        return False
    if not content[0].isupper() or _MENU.search(line.content) or date_of(line.content) is not None:
        return False
    titled = _is_titled(words)
    return titled if line.content[-1] == "." else line.content[-1].isalnum() and (titled or lower >= 2)


def _heads(marked: Sequence[Marked], body: int) -> bool:
    """Whether the first line of body can stand above the rest: short, not a sentence, with more below it."""
    if body + 1 >= len(marked) or body >= LEADING:
        return False
    content = marked[body].content
    words = content.split()
    below = max(len(m.content.split()) for m in marked[body + 1 : body + 3])
    if _goes_on(content):
        return False
    if content[-1] in '.!?…"”':
        plain = DAY_WORDS.search(content) or SENTENCES.search(content)
        if _is_titled(words) and 2 <= len(words) <= HEADLINE_WORDS:
            return True
        return not plain and 2 <= len(words) <= _PLAIN_HEADLINE_WORDS and below >= 1.5 * len(words)
    return 2 <= len(words) <= HEADLINE_WORDS and not SENTENCES.search(content)


def _goes_on(content: str) -> bool:
    """Whether a line is a part of something: of a sentence, a list, a talk, a report from a place."""
    if content[0].islower() or content[-1] in ":,":
        return True
    return bool(SPOKEN.match(content) or find_dateline(content, 0, len(content)))


def _is_titled(words: Sequence[str]) -> bool:
    """Whether most words of four letters or more begin with a capital."""
    long = [word.strip("\"'“”‘’().,:;") for word in words[1:]]
    long = [word for word in long if len(word) >= 4 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def is_no_headline(content: str) -> bool:
    """A line of a conversation, or a caption with its credit behind the full stop."""
    return bool(SPOKEN.match(content) or CREDIT_END.search(content))
