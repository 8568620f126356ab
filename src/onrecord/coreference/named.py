"""Sources that name their speaker, alone or with titles, appositions and other names around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.named_anew import named_anew
from onrecord.coreference.page import Page
from onrecord.coreference.phrases import core, may_stand_before, parts_of
from onrecord.coreference.pronominal import several
from onrecord.names.roles import describe
from onrecord.records import Span, SpeakerType

# Names in a row that are several persons' or bodies' though nobody knows one of them.
_ROW = 3
# Words of a source that holds more than a name and its office.
_SWALLOWED = 6
_Found: TypeAlias = Sequence[tuple[int, Entity]]


def named(
    discourse: Discourse, span: Span, words: range, *, only: SpeakerType | None = None
) -> Entity | None:
    """The person or organisation that a source names, or None when its names only narrow something down.

    ``only``: "person" leaves out everything else, and names that capitals did not show.
    """
    people, others = _independent(discourse, words)
    row = _in_a_row(discourse, words, people, others)
    if row is not None:
        return several(discourse, row, words.start, span)
    for kind in (people,) if only == "person" else (people, others):
        if len(kind) > 1 and _coordinated(discourse, kind):
            return several(discourse, [e.name or "" for _, e in kind], words.start, span)
    if people and not (len(people) == 1 and _one_of_many(discourse, words, people[0][0])):
        return people[0][1]
    if only == "person":
        return None
    if others:
        return others[0][1] if _is_speaker(discourse, words, others[0][1]) else None
    return named_anew(discourse, span, words)


def _in_a_row(discourse: Discourse, words: range, people: _Found, others: _Found) -> list[str] | None:
    """The names that commas and "and" join, of two kinds or not all of them known: "*Falk*, Brill and Reve".

    Two of whom nobody knows either may be a firm's name.
    """
    page, by_word = discourse.page, discourse.registry.by_word
    parts = parts_of(page, words)
    joined = [i for i in words if page.lower[i] == page.rules.conjunction]
    known = len(people) + len(others)
    if (
        len(parts) < _ROW - bool(known)
        or parts[-1].start - 1 not in joined
        or not by_word.keys().isdisjoint(joined)
    ):
        return None
    if known >= len(parts) and not (people and others):
        return None
    found = dict([*people, *others])
    names = [_part_name(discourse, part, found) for part in parts]
    told = [name for name in names if name]
    return told if len(set(told)) == len(parts) else None


def _part_name(discourse: Discourse, part: range, known: Mapping[int, Entity]) -> str | None:
    """What one of several is called: by a name that the article knows, or else by a word with a capital."""
    page, at = discourse.page, part.start
    while at < part[-1] and may_stand_before(page, page.lower[at]) and at not in known:
        at += 1
    if at in known:
        return known[at].name if own_words(discourse, part, at)[-1] == part[-1] else None
    if len(part) > 1 and all(map(page.is_capital, part)) and not any(map(page.is_owner, part)):
        return page.span(part).of(page.text) if _is_name(page, part) else None
    if len(part) > 1 or not page.is_capital(at) or page.is_owner(at):
        return None
    return page.words[at] if _is_one_word_name(page, page.lower[at]) else None


def _is_one_word_name(page: Page, low: str) -> bool:
    """Whether a word with a capital can be a name by itself: no place, people, body, thing or day."""
    offices, places = page.offices, page.places
    groups = (places.places, places.demonyms, offices.organisation_words, offices.thing_words, page.plain)
    named = not any(low in group for group in (*groups, page.function_words, page.phrases.calendar))
    return named and describe([low]).kind == "none"


def _is_name(page: Page, words: range) -> bool:
    """Whether several words in capitals are a name, no office or people: "*River Watch* and the Forum"."""
    nameless = (page.function_words, page.phrases.quantifiers, page.places.demonyms)
    opens = any(page.lower[words.start] in group for group in nameless)
    return not opens and describe(page.low(words)).kind in ("none", "organisation")


def _independent(
    discourse: Discourse, words: range
) -> tuple[list[tuple[int, Entity]], list[tuple[int, Entity]]]:
    """Persons, and others, whose names narrow nothing down, each with its first word."""
    first: dict[Entity, int] = {}
    for index in words:
        entity = discourse.registry.by_word.get(index)
        if entity is not None and entity not in first and not _dependent(discourse, words, index):
            first[entity] = index
    found = [(index, entity) for entity, index in first.items()]
    return [f for f in found if f[1].type == "person"], [f for f in found if f[1].type != "person"]


def _is_speaker(discourse: Discourse, words: range, entity: Entity) -> bool:
    """Whether an organisation's name is what the source comes down to."""
    page, by_word = discourse.page, discourse.registry.by_word
    kind = describe(page.low(words)).kind
    # Letters in brackets name it, or whose it is: "Press Centre of the Port Service (PS)".
    last = words[-2] if len(words) > 1 and page.gap(words[-2]) == " (" else words[-1]
    if kind in ("none", "document") or by_word.get(last) is entity:
        return True
    # "Brill Motors Inc. (BRM), a maker of engines": what follows the name is told of it.
    return by_word.get(words[0]) is entity and _ends(page, own_words(discourse, words, words[0])[-1])


def only_name(discourse: Discourse, words: range) -> Entity | None:
    """The one person in a source that has swallowed its verb: "The row peaked with Ann Brill"."""
    if len(words) < _SWALLOWED:
        return None
    found = {
        e: i for i in words if (e := discourse.registry.by_word.get(i)) is not None and e.type == "person"
    }
    if len(found) != 1:
        return None
    entity, at = found.popitem()
    first = next(i for i in words if discourse.registry.by_word.get(i) is entity)
    page = discourse.page
    narrows = page.gap(at) == " " and _modifies(page, at, page.low(range(at + 1, words.stop)))
    is_owner = at in entity.possessive_at
    return None if is_owner or narrows or _one_of_many(discourse, words, first) else entity


def body_apposed(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """The body named behind what it is: "Karst's vaccine institute, *the Olm Institute*, said"."""
    page = discourse.page
    comma = next((i for i in words[1:] if page.gap(i - 1).strip() == ","), words.stop)
    name = range(comma + (comma in words and page.lower[comma] == page.phrases.definite), words.stop)
    if not name or page.is_capital(comma - 1) or not _all_capital(page, name):
        return None
    said = describe(page.low(range(words.start, comma)))
    if said.plural or said.kind != "organisation":
        return None
    known = discourse.registry.by_word.get(name.start)
    if known is None:
        known = named_anew(discourse, page.span(name), name)
    elif not _is_whole(discourse, name):
        return None
    if known is None or known.type == "person":
        return None
    return discourse.mention(known, words.start, span, "named behind what it is")


def _is_whole(discourse: Discourse, name: range) -> bool:
    """Whether one name is all of ``name``, but for its place: "*Miners' Union* of Karst"."""
    after = own_words(discourse, name, name.start)[-1] + 1
    return after == name.stop or discourse.page.lower[after] in discourse.page.phrases.prepositions


def _all_capital(page: Page, words: range) -> bool:
    """Whether words are a name's: with capitals at both ends, and small between them only what joins."""
    inner = page.phrases.prepositions | page.phrases.determiners | {page.rules.conjunction}
    ends = page.is_capital(words[0]) and page.is_capital(words[-1])
    return ends and all(page.is_capital(i) or page.lower[i] in inner for i in words)


def _one_of_many(discourse: Discourse, words: range, at: int) -> bool:
    """Whether the only name is that of one of several: "three aides, *among them Brill*".

    Or of whom they speak for: "spokesmen for the mayor of Karst, *Ann Brill*, and for the guild"; or of who
    met them: "the clerks *Brill* spoke to".
    """
    page = discourse.page
    ahead = page.lower[words.start : at]
    if ahead and page.gap(at - 1) == " " and _are_met(page, words.start, ahead):
        return True
    if (
        ahead
        and page.gap(at - 1).strip() == ","
        and page.phrases.prepositions & set(ahead)
        and describe(ahead).plural
    ):
        return True
    before = core(discourse.page, range(words.start, words.stop))
    return before.stop <= at and describe(discourse.page.lower[before.start : before.stop]).plural


def _are_met(page: Page, start: int, ahead: list[str]) -> bool:
    """Whether several people stand right before somebody's name, who is then not one of them."""
    opens = page.lower[start] in page.phrases.determiners or page.lower[start] in page.phrases.quantifiers
    noun = ahead[-1] not in page.phrases.quantifiers and describe(ahead[-1:]).kind == "group"
    return opens and noun and describe(ahead).plural


def _coordinated(discourse: Discourse, found: list[tuple[int, Entity]]) -> bool:
    """Whether the first and the last of several names are joined, not one the other's."""
    between = discourse.page.lower[found[0][0] : found[-1][0]]
    return not discourse.page.rules.joiners.isdisjoint(between)


def _dependent(discourse: Discourse, words: range, index: int) -> bool:
    """Whether a name only narrows a noun down: "Brill's lawyer", "the Brill campaign"."""
    page, name = discourse.page, own_words(discourse, words, index)
    after = page.low(range(name.stop, words.stop))
    if _in_clause(page, words, name.start) or _is_of_one(page, words, name, after):
        return True
    if after and page.is_owner(name[-1]):
        return describe(after).kind != "document"
    if _governed(discourse, words, name) or _shares_noun(page, words, name.start):
        return True
    return not _leads(discourse, words, name, after) and _modifies(page, name[-1], after)


def _leads(discourse: Discourse, words: range, name: range, after: list[str]) -> bool:
    """Whether a person's name is told more of behind a preposition: "co-author *Brill* of the university".

    Another's may be told so before: "Brill of Karst and *Olm* of Orn".
    """
    page, by_word = discourse.page, discourse.registry.by_word
    prepositions = page.phrases.prepositions
    inside = any(
        page.lower[i] in prepositions and i - 1 not in by_word for i in range(words.start, name.start)
    )
    is_person = by_word[name.start].type == "person"
    return is_person and not inside and bool(after) and after[0] in prepositions


def _in_clause(page: Page, words: range, at: int) -> bool:
    """Whether a clause tells of the name: "a member of the guild *that ousted* Brill"."""
    opening = (i for i in range(at - 1, words.start, -1) if page.lower[i] in page.phrases.relatives)
    opens = next(opening, at)
    return opens < at - 1 and all(page.gap(i) in (" ", ". ") for i in range(opens, at))


def _is_of_one(page: Page, words: range, name: range, after: list[str]) -> bool:
    """Whether a noun that a name narrows is one of several: "*a* former Brill *roofer*"."""
    if not after or page.gap(name[-1]) != " " or page.is_capital(name.stop):
        return False
    one = page.phrases.determiners - {page.phrases.definite}
    narrows = page.lower[words.start] in one and after[0] not in page.phrases.prepositions
    return narrows and describe(after).kind != "document"


def own_words(discourse: Discourse, words: range, index: int) -> range:
    """Those of ``words`` around word ``index`` that are the same name."""
    entity = discourse.registry.by_word[index]
    begin = end = index
    while begin - 1 >= words.start and discourse.registry.by_word.get(begin - 1) is entity:
        begin -= 1
    while end + 1 < words.stop and discourse.registry.by_word.get(end + 1) is entity:
        end += 1
    return range(begin, end + 1)


def _modifies(page: Page, last: int, after: list[str]) -> bool:
    """Whether a noun follows a name that ends with word ``last``: "the Brill *campaign*"."""
    if not after or _ends(page, last) or after[0] in page.rules.joiners:
        return False
    said = describe(after)
    return bool(said.head) and said.kind in ("person", "group", "organisation")


def _ends(page: Page, last: int) -> bool:
    """Whether a name ends with word ``last``: a comma or a bracket follows it, or the stop of "Inc."."""
    return page.gap(last).strip(" .")[:1] in (",", "(")


def _governed(discourse: Discourse, words: range, name: range) -> bool:
    """Whether a preposition stands before the name and its title ("a spokesman for President Brill").

    Before a name that is no person's any word may stand that is none of grammar: "the head *of ferry
    operator* Brill Lines". Before a person's it is what is overseen: "the head of operations Ann Brill".
    """
    page = discourse.page
    is_person = discourse.registry.by_word[name.start].type == "person"
    at = _before_titles(page, words.start, name.start - 1, described=not is_person)
    if at - 2 >= words.start and page.gap(at) == " " and page.lower[at - 1] in page.phrases.determiners:
        at -= 2  # "published in the journal Dry Matters"
    if at < words.start or page.lower[at] not in page.phrases.prepositions | page.phrases.relatives:
        return False
    if at > words.start and page.lower[at] == page.rules.agent and page.lower[at - 1] in page.rules.seen:
        return True  # "papers seen by the Courier" are not the paper's words
    before = describe(page.lower[words.start : at + 1])
    return not (before.kind == "document" and page.lower[at] in page.rules.sources | {page.rules.partitive})


def _before_titles(page: Page, first: int, at: int, *, described: bool) -> int:
    """The word before those up to word ``at`` that are titles, or, where asked for, that describe."""
    while at >= first and (
        (page.gap(at) in (" ", ". ") and _is_title(page, page.lower[at]))
        or (described and page.gap(at) == " " and _describes(page, at))
    ):
        at -= 1
    return at


def _shares_noun(page: Page, words: range, at: int) -> bool:
    """Whether it stands, joined to others, behind several people: "the ministers of Orm and *Brill*"."""
    first = at
    while (before := _joined_before(page, words, at)) is not None:
        at = before
    if at == first or at - 1 <= words.start or page.lower[at - 1] not in page.phrases.prepositions:
        return False
    if at - 2 > words.start and page.is_capital(at - 2):
        return False  # "two aides, Olm of Orm and *Brill*"
    return describe(page.lower[words.start : at - 1]).plural


def _joined_before(page: Page, words: range, at: int) -> int | None:
    """The first word of the name in capitals that a comma or "and" joins to the one that begins at ``at``."""
    joined = at - 1 > words.start and page.lower[at - 1] == page.rules.conjunction
    last = at - 1 - joined
    if last <= words.start or not page.is_capital(last):
        return None
    if not joined and page.gap(last).strip() != ",":
        return None
    begin = last
    while begin - 1 > words.start and page.is_capital(begin - 1) and page.gap(begin - 1) == " ":
        begin -= 1
    return begin


def _describes(page: Page, at: int) -> bool:
    """Whether word ``at`` may stand between a preposition and a name: small, and no word of grammar."""
    word = page.lower[at]
    grammatical = word in page.function_words or word in page.phrases.prepositions - page.phrases.asides
    return not page.is_capital(at) and not grammatical


def _is_title(page: Page, word: str) -> bool:
    is_courtesy = word in page.persons.honorifics  # "ms" is Mississippi, too
    return may_stand_before(page, word) and (is_courtesy or word not in page.places.state_of)
