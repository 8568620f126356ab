"""Offices of one person that differ by rank: the assistant in one outlet, the head in the other.

"Former" decides nothing: outlets leave it out, or speak of the time when somebody held an office. On BASIL
dev it set apart seven pairs of titles that are no conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.languages import Language
from onrecord.languages.grammar import ConflictGrammar
from onrecord.languages.transliteration import equivalent, romanise
from onrecord.records import AnnotatedArticle, LocalSpeaker, Place, Span

# Characters around a name in which its office stands.
REACH = 160
# Persons and offices of one article that are looked at; more is a list of names.
MOST_PERSONS = 100
MOST_OFFICES = 8
# Rarity of an office's words from which it names one charge and not a profession.
TELLING = 3.0


@dataclass(frozen=True, slots=True)
class Title:
    """An office of a person as an article gives it.

    ``person``: first and last word of the name. ``head``: key of the noun ("attorney" of "then an assistant
    district attorney"); ``core``: keys of its other words but for ``ranks``, the words that rank it.
    """

    person: tuple[str, str]
    head: str
    core: frozenset[str]
    ranks: frozenset[str]
    written: str
    place: Place


def titles(item: AnnotatedArticle, language: Language) -> list[Title]:
    """The offices that an article gives to persons it names in full, with where they stand."""
    found: list[Title] = []
    for chain in item.speakers[:MOST_PERSONS]:
        person = _person(chain, language)
        if person is None:
            continue
        for office in chain.offices[:MOST_OFFICES]:
            parts = _parts(office.title, language)
            place = _place(item, chain, office.title) if parts else None
            if parts is not None and place is not None:
                found.append(Title(person, *parts, office.title, place))
    return found


def _person(chain: LocalSpeaker, language: Language) -> tuple[str, str] | None:
    parts = language.plain_words(chain.name or "")
    return (parts[0], parts[-1]) if chain.type == "person" and len(parts) > 1 else None


def _parts(title: str, language: Language) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """Head, other words and ranks of a title up to its first preposition; None without a noun."""
    grammar = language.grammar(ConflictGrammar)
    kept: list[str] = []
    ranks: set[str] = set()
    for word in language.plain_words(title):
        if word in grammar.office_ends and kept:
            break
        if word in grammar.ranks:
            ranks.add(grammar.ranks[word])
        elif language.is_content(word) and word not in grammar.unranked:
            kept.append(language.fold(word))
    return (kept[-1], frozenset(kept[:-1]), frozenset(ranks)) if kept else None


def _place(item: AnnotatedArticle, chain: LocalSpeaker, title: str) -> Place | None:
    """The words from the office to the name, or from the name to the office."""
    text = item.article.text
    for mention in chain.mentions:
        low, high = max(0, mention.start - REACH), min(len(text), mention.end + REACH)
        at = text.find(title, low, high)
        if at >= 0:
            whole = Span(min(at, mention.start), max(at + len(title), mention.end))
            return Place(item.article.id, whole.start, whole.end)
    return None


def disagreements(one: Sequence[Title], two: Sequence[Title]) -> Iterator[tuple[Title, Title]]:
    """Pairs of titles of one person that name one office at different ranks.

    A rank that the other article gives as well settles it.
    """
    for a in one:
        for b in two:
            one_office = (a.person, a.head, a.core) == (b.person, b.head, b.core)
            if one_office and a.core and a.ranks != b.ranks and not _given(a, two) and not _given(b, one):
                yield a, b


def namesakes(
    one: Sequence[Title], two: Sequence[Title], language: Language
) -> Iterator[tuple[Title, Title]]:
    """Pairs of titles that give one office to two first names before one surname.

    Short forms and romanisations of one name are no difference; nor is a first name that both articles know.
    """
    known = [{t.person for t in titles} for titles in (one, two)]
    for a in one:
        for b in two:
            (a_first, last), (b_first, b_last) = a.person, b.person
            if last != b_last or _one_first_name(a_first, b_first, language):
                continue
            if not _one_office(a, b, language):
                continue
            if (b_first, last) not in known[0] and (a_first, last) not in known[1]:
                yield a, b


def _one_first_name(a: str, b: str, language: Language) -> bool:
    """Whether two first names may be one: short forms, romanisations, or whatever begins alike."""
    if min(len(a), len(b)) == 1 or a[0] == b[0]:
        return True
    short = any(a in line and b in line for line in language.grammar(ConflictGrammar).short_forms)
    return short or romanise(a) == romanise(b) or equivalent(a, b)


def _one_office(a: Title, b: Title, language: Language) -> bool:
    """Whether two titles are the same office, and one that tells more than "senator" or "a farmer"."""
    indefinite = language.grammar(ConflictGrammar).indefinite
    if any(language.plain(t.written.split()[0]) in indefinite for t in (a, b)):
        return False
    same = (a.head, a.core, a.ranks) == (b.head, b.core, b.ranks)
    return same and language.weight({a.head, *a.core}) >= TELLING


def _given(title: Title, others: Sequence[Title]) -> bool:
    return any(o.person == title.person and o.head == title.head and o.ranks == title.ranks for o in others)
