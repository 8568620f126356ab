"""Names in sources that capitals alone did not show: known under them, or named only here."""

from __future__ import annotations

import re

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.phrases import is_capital_by_place
from onrecord.coreference.pronominal import several
from onrecord.coreference.slips import misspelt
from onrecord.languages.grammar import CueGrammar
from onrecord.names.organisations import organisation_key, undotted
from onrecord.names.persons import PersonName, parse
from onrecord.names.roles import describe
from onrecord.records import Span

# Words of the longest name looked for at the beginning of a clause.
_NAME = 4
# Words of the longest name that only a source shows.
_LONGEST = 7
EDGES = " ,.:;—–-\"“”'’‘"
COMMA_OR_AND = re.compile(r",\s+|(?<!\s)\s++(?:and|&)\s+")


def named_anew(discourse: Discourse, span: Span, words: range) -> Entity | None:
    """A name in a headline or at the start of a sentence, or one that only a source shows to be one."""
    page = discourse.page
    bare = span.of(page.text).strip(EDGES).removeprefix("the ").removeprefix("The ")
    if not bare or _is_described(page, words) or not any(map(page.is_capital, words)):
        return None
    found = known(discourse, bare, words.start) or _known_but_misspelt(discourse, bare)
    if found is not None:
        return discourse.mention(found, words.start, span, "name")
    if is_capital_by_place(page, words):
        return None
    return _joined(discourse, bare, span, words) or _new_name(discourse, bare, span, words)


def named_as_owner(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """The firm whose name looks like an owner's: "*Olm's* said", "*Olm's Inc* said".

    Nobody's own "'s" stands right before what somebody says. Of "*Olm*'s plan" only Olm is meant, and of
    "*Olm's* claim that …" the Olm whom the text knows.
    """
    page, at = discourse.page, words.start
    if page.ends[at] >= span.end or not _may_be_firm(page, at):
        return None
    owner = discourse.registry.by_word.get(at)
    if owner is not None and owner.type == "person" and not _acts_after(page, words):
        return None
    stop = next((i for i in words[1:] if page.gap(i - 1).strip(" ’'").startswith(",")), words.stop)
    rest = page.low(range(at + 1 + (page.lower[min(at + 1, words[-1])] == "s"), stop))
    placed = bool(rest) and rest[0] == page.rules.partitive and page.is_capital(stop - 1)
    if not (placed or page.offices.corporate_words.issuperset(rest)):
        return None
    name = page.text[span.start : page.ends[stop - 1]]
    other = discourse.called.get(("organisation", name.casefold())) or _in_full(discourse, name)
    if other is not None:
        return discourse.mention(other, at, span, "the same words")
    return _organisation(discourse, name, span, at)


def _may_be_firm(page: Page, at: int) -> bool:
    """Whether word ``at`` is a name with "'s", and no place's nor one that is never a name."""
    low = page.lower[at]
    if f"{low}'s" in page.rules.never_names or low in page.places.places:
        return False
    return page.is_possessive(at) and page.is_capital(at)


def _in_full(discourse: Discourse, name: str) -> Entity | None:
    """The one body whose name goes on where this one ends: "Olm's" and "Olm's Rating Service"."""
    begin = f"{name.casefold()} "
    bodies = (e for e in discourse.entities if e.type == "organisation")
    found = [e for e in bodies if any(n.casefold().startswith(begin) for n in e.names)]
    return found[0] if len(found) == 1 else None


def _acts_after(page: Page, words: range) -> bool:
    """Whether a verb that is no noun as well follows: "said", "did", and not "claim"."""
    after = page.lower[words.stop] if words.stop < len(page) else ""
    verbs = page.language.lexicon.verbs(forms=("third", "past")) - page.language.lexicon.nouns()
    return after in verbs or after in page.language.grammar(CueGrammar).auxiliaries


def _is_described(page: Page, words: range) -> bool:
    """Whether a phrase only holds a name: "the aide to Brill", "critics of Brill"."""
    low = page.low(words)
    at = next((i for i, word in enumerate(low) if word in page.phrases.prepositions), None)
    if at and describe(low[:at]).kind == "group":
        return True
    narrowed = (page.phrases.prepositions - {page.rules.partitive}) & set(low)
    return low[0] in page.phrases.determiners and bool(narrowed)


def _known_but_misspelt(discourse: Discourse, bare: str) -> Entity | None:
    found = misspelt(discourse.page, discourse.entities, bare)
    if found is not None and bare not in found.names:
        found.names.append(bare)
    return found


def _joined(discourse: Discourse, bare: str, span: Span, words: range) -> Entity | None:
    """Known names joined by commas and "and", as a group; or the first of them, told more of."""
    pieces = [p for p in COMMA_OR_AND.split(bare) if p]
    if len(pieces) < 2 or not pieces[0][0].isupper():
        return None
    people = [e for p in pieces if (e := known(discourse, p, words.start)) is not None]
    if len(people) > 1 and " and " in bare:
        return several(discourse, [e.name or "" for e in people], words.start, span)
    if people and people[0] is known(discourse, pieces[0], words.start):
        return discourse.mention(people[0], words.start, span, "name")
    return None


def known(discourse: Discourse, text: str, at: int) -> Entity | None:
    """Whom the article knows under ``text``: a full name, a surname, an organisation or its acronym."""
    name = parse(text)
    if name.parts and len(name.parts) <= 5 and not name.full:
        person = discourse.registry.by_short_name(name, at)
    else:
        person = discourse.registry.by_full_name(name)
    return person or discourse.registry.organisation(text)


def _new_name(discourse: Discourse, bare: str, span: Span, words: range) -> Entity | None:
    page, key = discourse.page, bare.casefold()
    if key in page.offices.thing_words and key not in page.language.lexicon.nouns("channel"):
        return None  # "the Act"; where people post is a firm as well, where it speaks
    if _is_known_body(page, bare, key):
        return _organisation(discourse, bare, span, words.start)
    low = page.low(words)
    if describe(low).kind != "none":
        return None
    if _is_clause(page, words):
        return first_known(discourse, span, words)
    if len(words) > _LONGEST or not all(
        page.is_capital(i) or page.lower[i] in page.rules.name_words for i in words
    ):
        return None
    if not any(map(page.is_possessive, words)) and _is_personal(page, parse(bare), low):
        return _new_person(discourse, bare, span, words.start)
    if key in page.places.demonyms:
        return None
    entity = _organisation(discourse, bare, span, words.start)
    entity.guessed = page.offices.organisation_words.isdisjoint(low)
    return entity


def _is_known_body(page: Page, bare: str, key: str) -> bool:
    country = key in page.places.places and key in page.places.nation_of
    return country or key in page.organisations.metonyms or undotted(bare) in page.organisations.acronyms


def _is_clause(page: Page, words: range) -> bool:
    """Whether words in capitals are more than a name ("Brill To Dole: Go")."""
    low = page.low(words)
    if page.headline[words.start] and "to" in low:
        return True
    return not (page.function_words - page.rules.name_words).isdisjoint(low)


def _is_personal(page: Page, name: PersonName, low: list[str]) -> bool:
    if (
        not name.full
        or len(name.parts) > _NAME
        or low[-1] in page.places.places
        or low[0] in page.places.demonyms
    ):
        return False
    bodies = page.offices.organisation_words | page.offices.group_nouns
    return bool(name.gender) or bodies.isdisjoint(low)


def _new_person(discourse: Discourse, bare: str, span: Span, at: int) -> Entity:
    other = discourse.called.get(("person", bare.casefold()))
    if other is not None:
        return discourse.mention(other, at, span, "the same words")
    entity = discourse.create("person", bare, at, span, how="named only here")
    entity.gender = parse(bare).gender
    return entity


def first_known(discourse: Discourse, span: Span, words: range) -> Entity | None:
    """Whom the first words of a clause name that was taken for a source ("Brill Will Not Go")."""
    page = discourse.page
    for stop in range(min(words.stop, words.start + _NAME), words.start, -1):
        found = known(discourse, page.text[page.starts[words.start] : page.ends[stop - 1]], words.start)
        if found is not None:
            return discourse.mention(found, words.start, span, "name")
    return None


def _organisation(discourse: Discourse, name: str, span: Span, at: int) -> Entity:
    entity = discourse.create("organisation", name, at, span, how="name", key=organisation_key(name))
    low = name.casefold()
    if low in discourse.page.organisations.metonyms:
        entity.canonical = discourse.page.organisations.metonyms[low][0]
    return entity
