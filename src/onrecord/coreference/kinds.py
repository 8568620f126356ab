"""What a run of capitalised words names, by its own words: a person, an organisation, a place or a thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from onrecord.coreference.page import Page
from onrecord.languages.grammar import RoleGrammar
from onrecord.names.persons import PARTY, PersonName, is_given
from onrecord.names.roles import ROLE_OF, describe

NameKind = Literal["person", "organisation", "place", "thing", "unknown"]
# Letters of the longest acronym, and words of the longest personal name.
_ACRONYM, _LONGEST_NAME = 6, 5

_Rule: TypeAlias = Callable[[Page, Sequence[str], Sequence[str], PersonName], "NameKind | None"]


def kind_of(page: Page, run: range, name: PersonName) -> NameKind:
    """The kind of the name in ``run``, by the first rule that tells it."""
    words, low = page.words[run.start : run.stop], page.low(run)
    if any(_opens_with_owner(page, i) for i in run[:-1]):
        return _owning(page, run)
    if _is_named_like_month(page, run):
        return "person"
    kinds = (rule(page, words, low, name) for rule in _RULES)
    return next((kind for kind in kinds if kind is not None), "unknown")


def _is_named_like_month(page: Page, run: range) -> bool:
    """Whether a month that people are called by opens who speaks: "*May Olm* said"."""
    speaks = run.start in page.opened and page.is_named_month(run.start)
    return speaks and len(run) <= _LONGEST_NAME and page.offices.organisation_words.isdisjoint(page.low(run))


def _opens_with_owner(page: Page, at: int) -> bool:
    """Whether a possessive stands in a name: "*Reve's* Ladder", "*Pilots'* Guild", no "'Mike' Olm"."""
    members = page.is_owner(at) and describe([page.lower[at]]).kind == "group"
    return members or page.is_possessive(at)


def _owning(page: Page, run: range) -> NameKind:
    """A body's name, or a thing's where it has no word of one and never speaks: "Reve's Ladder"."""
    bodies = page.offices.organisation_words | page.language.lexicon.nouns("body", forms=("base",))
    marked = not bodies.isdisjoint(page.low(run))
    return "organisation" if marked or not page.speaking.isdisjoint(run) else "thing"


def _listed(page: Page, words: Sequence[str], low: Sequence[str], _: PersonName) -> NameKind | None:
    joined = " ".join(low)
    organisations, places = page.organisations, page.places
    if joined in organisations.metonyms or (len(words) == 1 and words[0] in organisations.acronyms):
        return "organisation"
    if joined in places.places or joined in places.demonyms or _is_american(page, low):
        return "place"
    return "place" if len(words) == 1 and PARTY.fullmatch(words[0]) else None  # "R-Ky."


def _is_american(page: Page, low: Sequence[str]) -> bool:
    return low[-1] == "american" and set(low[:-1]) <= page.phrases.americas


def _title_alone(page: Page, _: Sequence[str], low: Sequence[str], name: PersonName) -> NameKind | None:
    # "Hon. Josephine Lund MP" is somebody, "the Lord Mayor" an office.
    called = is_given(low[0]) or (low[0] in page.persons.honorifics and any(map(is_given, low[1:-1])))
    is_title = low[-1] in page.persons.titles and (len(low) == 1 or not called)
    return _organisation_or_thing(page, low) if is_title or not name.parts else None


def _one_word(page: Page, words: Sequence[str], low: Sequence[str], _: PersonName) -> NameKind | None:
    if len(words) != 1:
        return None
    roles = page.language.grammar(RoleGrammar)
    if low[0] in ROLE_OF or low[0] in roles.compatriots:  # "the CEO", "the IG", "the Scot"
        return "thing"
    if is_given(low[0]) or low[0] in page.surnames:  # "EVAN:", "PRYCE:" in a transcript
        return None
    if words[0] in page.shouted:
        return None
    if words[0].isupper() and 1 < len(words[0].replace(".", "")) <= _ACRONYM:
        return "place" if words[0].casefold() in page.places.state_of else "organisation"
    return None


def _titled(page: Page, _: Sequence[str], __: Sequence[str], name: PersonName) -> NameKind | None:
    rest = _parts(name)
    if not name.titles or not 1 <= len(rest) <= _LONGEST_NAME or page.rules.partitive in rest:
        return None
    return None if _is_marked(page, name) or " ".join(rest) in page.places.places else "person"


def _marked(page: Page, _: Sequence[str], low: Sequence[str], name: PersonName) -> NameKind | None:
    marked = _is_marked(page, name) or not page.rules.joining.isdisjoint(low)
    return _organisation_or_thing(page, low) if marked else None


def _placed(page: Page, _: Sequence[str], low: Sequence[str], __: PersonName) -> NameKind | None:
    places = page.places
    ends = low[-1] in places.places or " ".join(low[-2:]) in places.places
    if low[0] not in places.demonyms and not ends:
        return None
    return "person" if is_given(low[0]) else "unknown"


def _personal(_: Page, words: Sequence[str], low: Sequence[str], name: PersonName) -> NameKind | None:
    if (is_given(low[0]) or name.east_asian) and 2 <= len(name.parts) <= _LONGEST_NAME:
        return "person"
    initial = any(len(w) == 1 for w in words[:-1])
    return "person" if initial and 2 <= len(words) <= _LONGEST_NAME else None


_RULES: tuple[_Rule, ...] = (_listed, _title_alone, _one_word, _titled, _marked, _placed, _personal)


def _parts(name: PersonName) -> list[str]:
    return [p.casefold() for p in name.parts]


def _is_marked(page: Page, name: PersonName) -> bool:
    """Whether a word of the name, a given name or known surname aside, is one of a body's or thing's."""
    rest, offices = _parts(name), page.offices
    # A surname may be a number's word: "Nora Five".
    known = page.called | page.phrases.quantifiers if is_given(rest[0]) else page.called
    told = rest[1:] if len(rest) > 1 and (is_given(rest[0]) or rest[-1] in page.called) else rest
    told = [w for w in told if w not in known]
    groups = (offices.organisation_words, offices.thing_words, offices.group_nouns)
    return any(not group.isdisjoint(told) for group in groups)


def _organisation_or_thing(page: Page, low: Sequence[str]) -> NameKind:
    if low[-1] in page.offices.thing_words or page.offices.organisation_words.isdisjoint(low):
        return "thing"
    return "organisation"
