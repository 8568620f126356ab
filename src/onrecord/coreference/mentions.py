"""Names in an article: runs of capitalised words, cut to the name, with what introduces them.

Works on capitals, titles, given names and the words around; what a name finder has marked is taken into
account (its types are believed, its finds are added) but not needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.coreference.page import Page
from onrecord.languages.grammar import SentenceGrammar
from onrecord.names.persons import PARTY, PersonName, is_given, parse
from onrecord.names.roles import ROLE_OF, Description
from onrecord.records import Name, NameType, Span

NameKind = Literal["person", "organisation", "place", "thing", "unknown"]

_INNER = frozenset({"of", "for", "on"})
# Of the trained head's types, "person" is not believed where nothing else says so: on MEANTIME that takes
# persons from F1 80.4 to 73.5.
_BELIEVED: dict[NameType, NameKind] = {"organisation": "organisation", "place": "place"}
# "A380", "737-800": a product, no part of its maker's name.
_MODEL = re.compile(r"\d")
_MAX_RUN = 9
_OFFICE = 4  # words of the longest office before a name
_NICKNAME_OPENS, _NICKNAME_CLOSES = (' "', " “", " ‘", " '"), ('" ', "” ", "’ ", "' ")


@dataclass(slots=True)
class NameMention:
    """One name in the text: ``span`` without titles, ``words`` its range of the page's words.

    ``roles`` are the descriptions that stand with it here; ``certain``: it cannot be an ordinary word that
    opens a sentence. ``hint``: what a name finder takes it for, where that alone does not decide.
    """

    span: Span
    words: range
    kind: NameKind
    name: PersonName
    title_words: range
    certain: bool = True
    possessive: bool = False
    roles: list[Description] = field(default_factory=list)
    acronym: str = ""
    hint: NameType | None = None


def find(page: Page, names: Iterable[Name]) -> list[NameMention]:
    """Every name outside headlines and lines set like them, in text order."""
    typed = sorted(names, key=lambda n: n.start)
    found = [m for run in _runs(page) for m in _split(page, run)]
    _believe(found, typed)
    return sorted(found, key=lambda m: m.span)


def _capital(page: Page, word: str) -> bool:
    return word[0].isupper() and not page.phrases.adjectival.search(word) and not _MODEL.search(word)


def _runs(page: Page) -> Iterator[range]:
    """Maximal runs of capitalised words with the small words that names hold."""
    words, lower = page.words, page.lower
    i, n = 0, len(words)
    while i < n:
        if (
            not words[i][0].isupper()
            or page.headline[i]
            or lower[i] in page.rules.never_names
            or not _capital(page, words[i])
        ):
            i += 1
            continue
        j = i + 1
        while j < n and j - i < _MAX_RUN:
            step = _step(page, i, j)
            if not step:
                break
            j += step
        start = i
        while start < j and _drop_first(page, start, j):
            start += 1
        while i < start < j and words[start].islower():
            start += 1
        if start < j:
            yield range(start, j)
        i = j


def _step(page: Page, begin: int, j: int) -> int:
    """How many words the run ``begin..j`` takes on: 0 at its end."""
    gap = page.gap(j - 1)
    if page.text[page.ends[j - 1] : page.ends[j - 1] + 2] in ("'s", "’s"):
        return _office_of_office(page, j)
    word, low = page.words[j], page.lower[j]
    if gap == ", " and low in page.rules.generations:
        return 1
    initial = len(page.words[j - 1]) == 1 or page.words[j - 1].endswith(".")
    if gap == ". " and (
        page.lower[j - 1] in page.phrases.abbreviated or (initial and page.words[j - 1] != "I")
    ):
        gap = " "
    if gap in _NICKNAME_OPENS and page.gap(j) in _NICKNAME_CLOSES and _capital(page, word):
        return 2 if j + 1 < len(page) and _capital(page, page.words[j + 1]) and not page.first[j + 1] else 0
    if gap not in (" ", "\u00a0"):
        return 0
    if low in page.phrases.calendar and not is_given(page.lower[j - 1]):
        return 0
    if len(word) == 1 and _capital(page, word) and page.gap(j)[:1] == "." and word != "I":
        return 1  # an initial, "A." too
    if _capital(page, word) and low not in page.rules.never_names and not page.first[j]:
        return 1 if low not in page.function_words or low in page.persons.particles else 0
    if low in page.persons.particles and _next_capital(page, j):
        return 2 if j + 1 < len(page) and _capital(page, page.words[j + 1]) else 1
    if low in _INNER and _names_office(page, begin, j, low):
        if j + 1 < len(page) and page.lower[j + 1] in page.phrases.calendar:
            return 0
        if _next_capital(page, j):
            return 2
        if (
            j + 2 < len(page)
            and page.lower[j + 1] == "the"
            and page.gap(j) == " "
            and _next_capital(page, j + 1)
        ):
            return 3
    if low in ("and", "&") and _next_capital(page, j):
        if page.lower[j - 1] in page.offices.coordinated and not is_given(page.lower[j + 1]):
            return 2
        inside = {"of", "for", "&"} & set(page.lower[begin:j])
        organisation = any(w in page.offices.organisation_words for w in page.lower[begin:j])
        return (
            2
            if word == "&" or (inside and organisation and page.lower[j + 1] not in page.persons.titles)
            else 0
        )
    return 0


def _office_of_office(page: Page, j: int) -> int:
    """How many words "’s Office" has where an office and no name owns it: "the U.S. Attorney’s Office"."""
    at = j + (page.lower[j] == "s")
    is_office = at < len(page) and page.words[at] == "Office" and page.gap(at - 1) in ("'s ", "’s ", " ")
    return at + 1 - j if is_office and page.lower[j - 1] in ROLE_OF else 0


def _next_capital(page: Page, j: int) -> bool:
    if page.gap(j) != " " or j + 1 >= len(page):
        return False
    return _capital(page, page.words[j + 1]) or (
        page.lower[j + 1] in page.persons.particles and page.lower[j] in page.persons.particles
    )


def _names_office(page: Page, begin: int, j: int, inner: str) -> bool:
    """Whether the run so far takes "of", "for" or "on" into the name."""
    run = page.lower[begin:j]
    if inner != "of":
        return any(w in page.offices.organisation_words for w in run)
    return any(
        w in page.offices.organisation_words or w in page.persons.titles or w in page.offices.thing_words
        for w in run
    )


def _drop_first(page: Page, start: int, stop: int) -> bool:
    """Whether the run's first word only opens a sentence, or is an article or the like."""
    low = page.lower[start]
    if low in page.function_words and low not in ("mr", "mrs", "ms", "dr"):
        return not (low == "will" and stop - start > 1)
    if (
        not page.first[start]
        or low in page.persons.titles
        or low in page.persons.honorifics
        or low in page.places.demonyms
    ):
        return False
    if stop - start < 2 or is_given(low):
        return False
    following = page.lower[start + 1]
    named = is_given(following) or following in page.persons.titles or following in page.persons.honorifics
    return (
        low in page.language.grammar(SentenceGrammar).starters
        or low in page.phrases.openers
        or (named and page.words[start].casefold() in page.plain)
    )


def _split(page: Page, run: range) -> Iterator[NameMention]:
    """A run as one name, or as an organisation or place with a person after it ("Fox News Sean Brill")."""
    lower = page.lower
    for k in range(min(run.stop - 1, run.start + _OFFICE), run.start + 2, -1):
        office = " ".join(lower[run.start : k])
        if (
            office in ROLE_OF and "of" in lower[run.start : k] and is_given(lower[k])
        ):  # "Chief of Staff Ann Brill"
            yield _mention(page, range(k, run.stop))
            return
    for k in range(run.start + 1, run.stop - 1):
        before = lower[k - 1]
        known = is_given(lower[k]) and page.words[k + 1][0].isupper()
        place = (
            " ".join(lower[run.start : k]) in page.places.places
            or before in page.offices.organisation_words
            or page.words[k - 1].isupper()
        )
        titled = any(w in page.persons.titles for w in lower[run.start : k])
        if (
            known
            and place
            and len(page.words[k - 1]) > 1
            and not titled
            and lower[k + 1] not in page.offices.organisation_words
        ):
            yield _mention(page, range(run.start, k))
            yield _mention(page, range(k, run.stop))
            return
    yield _mention(page, run)


def _mention(page: Page, run: range) -> NameMention:
    text = page.text[page.starts[run.start] : page.ends[run.stop - 1]]
    name = parse(text)
    kind = _kind(page, run, name)
    title_words = range(run.start, run.start)
    if kind == "person":
        size = _name_words(page, run, name)
        title_words = range(run.start, run.stop - size)
        run = range(run.stop - size, run.stop)
    end = page.ends[run.stop - 1]
    certain = not (page.first[run.start] and len(run) == 1 and not title_words)
    return NameMention(
        span=Span(page.starts[run.start], end),
        words=run,
        kind=kind,
        name=name,
        title_words=title_words,
        certain=certain or is_given(page.lower[run.start]),
        possessive=page.text[end : end + 2] in ("'s", "’s") or page.text[end : end + 1] in ("'", "’"),
        acronym=_acronym(page, run),
    )


def _name_words(page: Page, run: range, name: PersonName) -> int:
    """How many of the run's words are the name itself, titles set aside."""
    titles = 0
    for index in run:
        if titles < len(name.titles) and page.lower[index].strip(".") == name.titles[titles]:
            titles += 1
        elif titles >= len(name.titles):
            return run.stop - index
        else:
            return max(1, min(len(run), len(run) - len(name.titles)))
    return 1


def _acronym(page: Page, run: range) -> str:
    """What stands in brackets right after a name, if an acronym: "National Orchard Association (NOA)"."""
    end = page.ends[run.stop - 1]
    tail = page.text[end : end + 12]
    if not tail.startswith(" ("):
        return ""
    inner = tail[2:].partition(")")[0]
    return inner if inner.isupper() and inner.isalpha() and 1 < len(inner) < 9 else ""


def _kind(page: Page, run: range, name: PersonName) -> NameKind:
    words, low = page.words[run.start : run.stop], page.lower[run.start : run.stop]
    joined = " ".join(low)
    if joined in page.organisations.metonyms or any(
        w in page.organisations.acronyms for w in words if len(words) == 1
    ):
        return "organisation"
    if (
        joined in page.places.places
        or joined in page.places.demonyms
        or (low[-1] == "american" and set(low[:-1]) <= page.phrases.americas)
    ):
        return "place"
    if len(words) == 1 and PARTY.fullmatch(words[0]):  # "R-Ky."
        return "place"
    rest = [p.casefold() for p in name.parts]
    if not name.parts or (low[-1] in page.persons.titles and (len(low) == 1 or not is_given(low[0]))):
        return (
            "thing"
            if len(low) == 1 and low[-1] not in page.offices.organisation_words
            else _organisation_or_thing(page, low)
        )
    if len(words) == 1 and low[0] in ROLE_OF:  # "the CEO", "the IG"
        return "thing"
    if len(words) == 1 and words[0].isupper() and 1 < len(words[0].replace(".", "")) <= 6:
        return "place" if words[0].casefold() in page.places.state_of else "organisation"
    told = rest[1:] if len(rest) > 1 and is_given(rest[0]) else rest
    marked = {
        w
        for w in told
        if w in page.offices.organisation_words
        or w in page.offices.thing_words
        or w in page.offices.group_nouns
    }
    if (
        name.titles
        and rest
        and not marked
        and " ".join(rest) not in page.places.places
        and 1 <= len(rest) <= 5
        and "of" not in rest
    ):
        return "person"
    if marked or {"of", "for", "and", "&"} & set(low):
        return _organisation_or_thing(page, low)
    if (
        low[0] in page.places.demonyms
        or " ".join(low[-2:]) in page.places.places
        or low[-1] in page.places.places
    ):
        return "unknown" if not is_given(low[0]) else "person"
    if (is_given(low[0]) or name.east_asian) and 2 <= len(rest) <= 5:
        return "person"
    if 2 <= len(words) <= 5 and any(len(w) == 1 for w in words[:-1]):
        return "person"
    return "unknown"


def _organisation_or_thing(page: Page, low: Sequence[str]) -> NameKind:
    if low[-1] in page.offices.thing_words:
        return "thing"
    if any(w in page.offices.organisation_words for w in low):
        return "organisation"
    return "thing"


def _believe(found: list[NameMention], typed: list[Name]) -> None:
    """Take over the types of a name finder where the words themselves do not tell."""
    at = 0
    by_start = sorted(found, key=lambda m: m.span)
    for name in typed:
        while at < len(by_start) and by_start[at].span.end <= name.start:
            at += 1
        overlapping = at < len(by_start) and by_start[at].span.overlaps(name.span)
        if overlapping:
            mention = by_start[at]
            exact = mention.span.start >= name.start and mention.span.end <= name.end
            if exact and mention.kind == "unknown":
                mention.hint = name.type
                mention.kind = _BELIEVED.get(name.type, mention.kind)
