"""Names in an article: runs of capitalised words, cut to the name, with what introduces them.

Works on capitals, titles, given names and the words around; what a name finder has marked is taken into
account (its types are believed, its finds are added) but not needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.coreference.kinds import NameKind, kind_of
from onrecord.coreference.offices import holder_in
from onrecord.coreference.page import Page
from onrecord.coreference.runs import runs
from onrecord.names.persons import PersonName, is_given, parse
from onrecord.names.roles import ROLE_OF, Description, describe
from onrecord.records import Name, NameType, Span

# Of the trained head's types, "person" is not believed where nothing else says so: on MEANTIME that takes
# persons from F1 80.4 to 73.5.
_BELIEVED: dict[NameType, NameKind] = {"organisation": "organisation", "place": "place"}
_OFFICE = 4  # words of the longest office before a name
# Parts of a personal name that holds a thing's word.
_SHORT = range(2, 4)


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
    found = [m for run in runs(page) for m in _split(page, run)]
    _believe(page, found, typed)
    return sorted(_with_bearers(page, found, typed), key=lambda m: m.span)


def _split(page: Page, run: range) -> Iterator[NameMention]:
    """A run as one name, or as an organisation or place with a person after it ("Fox News Sean Brill")."""
    office = _after_office(page, run)
    holder = holder_in(page, run) if office is None else None
    person = None if office is not None else _person_after(page, run)
    if office is not None:
        yield _mention(page, range(office, run.stop))
    elif holder is not None:
        yield from _held(page, run, holder)
    elif person is not None:
        yield _mention(page, range(run.start, person))
        yield _mention(page, range(person, run.stop))
    else:
        yield _mention(page, run)


def _held(page: Page, run: range, holder: range) -> Iterator[NameMention]:
    """Who holds the office that opens a run, with titles, and the body that follows it, if one does."""
    titled = _mention(page, range(run.start, holder.stop))
    yield titled if titled.words == holder and titled.kind == "person" else _mention(page, holder, "person")
    rest = next((i for i in range(holder.stop, run.stop) if page.is_capital(i)), run.stop)
    if rest < run.stop:
        yield _mention(page, range(rest, run.stop))


def _after_office(page: Page, run: range) -> int | None:
    """Where the name begins that an office of several words opens: "Chief of Staff *Ann Brill*"."""
    for k in range(min(run.stop - 1, run.start + _OFFICE), run.start + 2, -1):
        office = page.lower[run.start : k]
        if (
            page.rules.partitive in office
            and " ".join(office) in ROLE_OF
            and _opens_name(page, range(k, run.stop))
        ):
            return k
    return None


def _opens_name(page: Page, rest: range) -> bool:
    """Whether a given name stands behind an office, or two or three words that are no body's."""
    bodies = page.offices.organisation_words | page.offices.thing_words
    return is_given(page.lower[rest.start]) or (len(rest) in (2, 3) and bodies.isdisjoint(page.low(rest)))


def _person_after(page: Page, run: range) -> int | None:
    """Where a person's name begins right after that of a body or place."""
    for k in range(run.start + 1, run.stop - 1):
        before = page.lower[run.start : k]
        if any(w in page.persons.titles for w in before):
            return None
        if _begins_person(page, k) and _ends_body(page, before, page.words[k - 1]):
            return k
    return None


def _begins_person(page: Page, k: int) -> bool:
    goes_on = page.is_capital(k + 1) and page.lower[k + 1] not in page.offices.organisation_words
    return goes_on and is_given(page.lower[k])


def _ends_body(page: Page, before: list[str], last: str) -> bool:
    if len(last) == 1:
        return False
    listed = before[-1] in page.offices.organisation_words or " ".join(before) in page.places.places
    return listed or last.isupper()


def _mention(page: Page, run: range, kind: NameKind | None = None) -> NameMention:
    name = parse(page.span(run).of(page.text))
    kind = kind or kind_of(page, run, name)
    title_words = range(run.start, run.start)
    if kind == "person":
        size = _name_words(page, run, name)
        title_words = range(run.start, run.stop - size)
        run = range(run.stop - size, run.stop)
    certain = not (page.first[run.start] and len(run) == 1 and not title_words)
    return NameMention(
        span=page.span(run),
        words=run,
        kind=kind,
        name=name,
        title_words=title_words,
        certain=certain or is_given(page.lower[run.start]),
        possessive=page.is_owner(run[-1]),
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
    is_acronym = inner.isupper() and inner.isalpha() and 1 < len(inner) < 9
    return inner if is_acronym and not _is_of_owner(page, run, inner) else ""


def _is_of_owner(page: Page, run: range, acronym: str) -> bool:
    """Whether the letters are those of the body that a name ends with: "Press Room of the Port Service (PS)".

    "Office of the High Commissioner (UNHCR)" is called by its holder's.
    """
    of = next((i for i in reversed(run[1:-1]) if page.lower[i] == page.rules.partitive), None)
    if of is None:
        return False
    owner = [i for i in range(of + 1, run.stop) if page.is_capital(i)]
    if not owner or any(describe([page.lower[i]]).kind == "person" for i in owner):
        return False
    whole, part = (page.words[i][0].casefold() for i in (run.start, owner[0]))
    return acronym[0].casefold() == part != whole


def _believe(page: Page, found: list[NameMention], typed: list[Name]) -> None:
    """Take over the types of a name finder where the words themselves do not tell."""
    by_start = sorted(found, key=lambda m: m.span)
    at = 0
    for name in typed:
        while at < len(by_start) and by_start[at].span.end <= name.start:
            at += 1
        if at < len(by_start) and name.span.contains(by_start[at].span) and by_start[at].kind == "unknown":
            by_start[at].hint = name.type
            if name.type != "place" or not _is_surname(page, by_start[at].words):
                by_start[at].kind = _BELIEVED.get(name.type, "unknown")


def _is_surname(page: Page, words: range) -> bool:
    """Whether a word that somebody of the article bears stands where no place does: "*Brill* and Dole"."""
    at = words.start
    if len(words) > 1 or page.lower[at] not in page.surnames:
        return False
    before = page.lower[at - 1] if at and page.gap(at - 1) == " " else ""
    return before not in page.phrases.prepositions and not page.gap(at).startswith(",")


def _with_bearers(page: Page, found: list[NameMention], typed: list[Name]) -> list[NameMention]:
    """``found`` with persons whose surname is a thing's word: "Ann *Park*, 45, said", then "Park"."""
    finds = {page.at(n.end - 1): page.at(n.start) for n in typed if n.type == "person"}
    things = (m for m in found if m.kind == "thing")
    people = {m.words: p for m in things if (p := _bearer(page, m, finds)) is not None}
    surnames = {p.name.key for p in people.values()}
    kept = [people.get(m.words, m) for m in found]
    for mention in kept:
        if mention.kind == "thing" and len(mention.words) == 1 and mention.name.key in surnames:
            mention.kind = "unknown"
            mention.hint = "person" if mention.words.start in finds else mention.hint
    return kept


def _bearer(page: Page, mention: NameMention, finds: Mapping[int, int]) -> NameMention | None:
    """A thing's name as a person's, if a name finder's find ends there, and the words around bear it out.

    ``finds``: the last word of each person that a name finder has found, and the first.
    """
    name, words = mention.name, mention.words
    begins = finds.get(words[-1])
    if begins is None or not name.full or len(name.parts) not in _SHORT:
        return None
    starts_there = begins == words.start and (is_given(page.lower[begins]) or _has_aside(page, words.stop))
    return _mention(page, words, "person") if name.titles or starts_there else None


def _has_aside(page: Page, after: int) -> bool:
    """Whether an age or what somebody is stands behind a comma: ", 45, …", ", director of …"."""
    if page.gap(after - 1) != ", ":
        return False
    return page.words[after].isdecimal() or describe(page.lower[after : after + 1]).kind == "person"
