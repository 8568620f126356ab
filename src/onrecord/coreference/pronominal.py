"""Pronouns as sources: he, she, they, it, who, and "I" inside a quotation."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from onrecord.coreference import antecedents, following
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.plurals import others_before, subject_before
from onrecord.names.roles import PERSON_HEADS, ROLE_OF, describe
from onrecord.records import Span, Statement

# How far back a relative pronoun looks for its name, in words: over one apposition.
_RELATIVE_REACH = 40
# "It" is an organisation only if one is this much in focus: half of all "it" means no speaker at all.
_IN_FOCUS = 1.0
# Words of "the Norvalian prime minister", the longest office that is noted in passing, and one.
_OFFICE = 6
# Words from "in which" back to the noun it hangs on, and from there to its owner.
_REMARK_REACH, _OWNER_REACH = 12, 5


def tracked(discourse: Discourse) -> list[int]:
    """Words where a reference begins that keeps somebody in mind: "he", "the governor", by word index.

    Pronouns inside quotations, and headlines, are left out.
    """
    page = discourse.page
    return [
        i
        for i, low in enumerate(page.lower)
        if (low == page.phrases.definite or (low in page.pronouns.followed and not page.quoted[i]))
        and not page.headline[i]
    ]


def quoted(discourse: Discourse) -> list[int]:
    """Words that are pronouns of one person inside quotations, by word index."""
    page = discourse.page
    return [
        i
        for i, low in enumerate(page.lower)
        if page.quoted[i] and not page.headline[i] and low in page.pronouns.followed
    ]


def note(discourse: Discourse, at: int) -> None:
    """Reads a pronoun or an office that is nobody's source."""
    page = discourse.page
    if page.lower[at] == page.phrases.definite:
        _note_office(discourse, at)
        return
    entity = following.in_passing(discourse, at)
    if entity is None:
        return
    discourse.mention(entity, at, Span(page.starts[at], page.ends[at]), "pronoun")


def _note_office(discourse: Discourse, at: int) -> None:
    """Reads "the governor" where somebody was introduced as one."""
    page = discourse.page
    head = next((i for i in range(at + 1, min(len(page), at + _OFFICE)) if page.lower[i] in ROLE_OF), None)
    if head is None:
        return
    longer = (i for i in range(head + 3, head, -1) if " ".join(page.lower[head : i + 1]) in ROLE_OF)
    last = next(longer, head)  # "the Norvalian head of state"
    if any(page.gap(i) != " " for i in range(at, last)):
        return
    if page.gap(last) == " " and (page.lower[last + 1] in PERSON_HEADS or page.words[last + 1][0].isupper()):
        return
    span = Span(page.starts[at], page.ends[last])
    said = describe(page.lower[at : last + 1], span.of(page.text))
    found = antecedents.fitting(discourse, said, at, frozenset()) if said.kind == "person" else None
    if found is not None:
        discourse.mention(found[0], at, span, f"“{said.text}” fits {found[1]}")
        if page.text[page.ends[last] : page.ends[last] + 1] in ("'", "’"):
            found[0].possessive_at.add(at)


def is_pronoun(page: Page, low: Sequence[str]) -> bool:
    """Whether a source is one pronoun (first person aside)."""
    return len(low) == 1 and any(
        low[0] in words
        for words in (page.pronouns.pronouns, page.pronouns.relative, page.pronouns.impersonal)
    )


def is_first_person(page: Page, low: Sequence[str]) -> bool:
    """Whether a source is "I", "we" or a form of them."""
    return len(low) == 1 and low[0] in page.pronouns.first_person


def refer(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """Whom the pronoun at word ``at`` means, or None."""
    low = discourse.page.lower[at]
    if low in discourse.page.pronouns.relative:
        return _relative(discourse, at, span)
    if low in discourse.page.pronouns.impersonal:
        last = discourse.recent(at)
        if last is not None and is_collective(discourse, last):
            return discourse.mention(last, at, span, f"“{low}”: the group that spoke last")
        if last is not None and discourse.last_written:
            return discourse.mention(last, at, span, f"“{low}”: what was written last is theirs")
        return _spoke_last(discourse, at, span, ("organisation", "document")) or _organisation(
            discourse, at, span
        )
    if discourse.page.pronouns.pronouns[low] == "they":
        return _plural(discourse, at, span)
    author = _author(discourse, at)
    if author is not None:
        return discourse.mention(author, at, span, f"“{low}”: whose words these are")
    scores = antecedents.rank(discourse, at, discourse.page.pronouns.pronouns[low])
    best = antecedents.choose(scores)
    if best is None:
        return None if scores else _followed(discourse, at, span)
    discourse.leads[at] = antecedents.lead(scores)
    return discourse.mention(best.entity, at, span, f"“{low}”: {antecedents.explain(best)}")


def _followed(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """Whom a pronoun would mean in passing, where nobody else can be meant; never surely."""
    entity = following.followed(discourse, at)
    if entity is None:
        return None
    discourse.leads[at] = 0.0
    return discourse.mention(entity, at, span, f"“{discourse.page.lower[at]}”: followed")


def is_collective(discourse: Discourse, entity: Entity) -> bool:
    """Whether several people are spoken of as one body."""
    return entity.type == "group" and any(r.head in discourse.page.offices.collectives for r in entity.roles)


def _author(discourse: Discourse, at: int) -> Entity | None:
    """Whose words they are in which a "he" speaks: "Olm’s remark on air in which he said …".

    With "his" it is whom they are held against: "they mocked Brill over his remark in which he said …".
    """
    page = discourse.page
    if tuple(page.lower[max(0, at - 2) : at]) != page.rules.in_which:
        return None
    remark = _remark_before(page, at)
    author = _owner_before(discourse, remark) if remark is not None else None
    if author is None or author.type != "person":
        return None
    return author if author.gender in (None, page.pronouns.pronouns[page.lower[at]]) else None


def _remark_before(page: Page, at: int) -> int | None:
    """The noun that the "in which" before word ``at`` hangs on, if it is one of what is said."""
    nouns = range(at - 3, max(0, at - _REMARK_REACH), -1)
    noun = next((i for i in nouns if page.lower[i] in page.rules.said_nouns), None)
    return noun if noun is not None and page.sentence[noun] == page.sentence[at] else None


def _owner_before(discourse: Discourse, remark: int) -> Entity | None:
    """Whose remark is told of at word ``remark``: "*Olm’s* remark", or "mocked *Brill* over his remark"."""
    page, by_word = discourse.page, discourse.registry.by_word
    for i in range(remark - 1, max(0, remark - _OWNER_REACH), -1):
        owner = by_word.get(i)
        if owner is not None and page.is_owner(i):
            return owner
        if page.lower[i] in page.pronouns.possessives and page.lower[i - 1] in page.rules.held_against:
            return by_word.get(i - 2)
    return None


def first_person(span: Span, statements: Sequence[Statement], owner: Mapping[str, Entity]) -> Entity | None:
    """Whoever is quoted is the "I" inside the quotation."""
    for other in statements:
        if other.id in owner and any(c.contains(span) for c in other.content):
            return owner[other.id]
    return None


def _spoke_last(discourse: Discourse, at: int, span: Span, kinds: tuple[str, ...]) -> Entity | None:
    last = discourse.recent(at)
    if last is None or last.type not in kinds:
        return None
    return discourse.mention(last, at, span, f"“{discourse.page.lower[at]}”: the {last.type} that spoke last")


def _plural(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """Whom "they" means; in what somebody says of others, who spoke last in the article tells nothing."""
    if discourse.page.quoted[at]:
        return pair(discourse, at, span)
    found = subject_before(discourse, at, span)
    found = found or _spoke_last(discourse, at, span, ("group", "organisation", "document"))
    return found or pair(discourse, at, span) or _one_person(discourse, at, span)


def _one_person(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """The one person in mind who goes by "they", or who spoke last and has no told gender: "a nurse"."""
    best = antecedents.choose(antecedents.rank(discourse, at, None))
    if best is None or others_before(discourse, at):
        return None
    entity = best.entity
    goes_by_it = entity.gender == "they"
    if not goes_by_it and (entity.gender is not None or entity is not discourse.recent(at)):
        return None
    discourse.leads[at] = 0.0  # never sure: the words may as well be those of several who are not told of
    return discourse.mention(entity, at, span, f"“they” of one person: {antecedents.explain(best)}")


def pair(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """Two persons just named together, for "they" and "the two"."""
    people = _pair_before(discourse, at)
    return several(discourse, [e.name or "" for e in people], at, span) if people else None


def _organisation(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """The organisation in focus, for an "it" after no statement."""
    best = antecedents.choose(antecedents.rank(discourse, at, None, kind="organisation"))
    if best is None or best.total < _IN_FOCUS:
        return None
    return discourse.mention(best.entity, at, span, f"“it”: {antecedents.explain(best)}")


def _pair_before(discourse: Discourse, at: int) -> list[Entity]:
    """The last two persons joined by "and" in this or the previous sentence.

    Nothing but what belongs to their names may stand between them, and "pressed by the two, *they* …" is
    somebody else.
    """
    page, by_word = discourse.page, discourse.registry.by_word
    for index in range(at - 1, max(0, at - 80), -1):
        if page.sentence[at] - page.sentence[index] > 1:
            break
        if page.lower[index] not in page.rules.joiners or page.quoted[index]:
            continue
        before = next((i for i in range(index - 1, max(0, index - 12), -1) if i in by_word), None)
        after = next((i for i in range(index + 1, min(len(page), index + 8)) if i in by_word), None)
        if before is None or after is None or not _side_by_side(discourse, before, index, after):
            continue
        left, right = by_word[before], by_word[after]
        if left is not right and left.type == right.type == "person" and not _agents(discourse, before, at):
            return [left, right]
    return []


def _side_by_side(discourse: Discourse, left: int, joiner: int, right: int) -> bool:
    """Whether a name and what is said of it reach up to the "and", and titles alone follow it."""
    page = discourse.page
    aside = left + 1 == joiner or page.gap(left).strip()[:1] in (",", "(")
    return aside and all(
        page.words[i][0].isupper() or page.lower[i] in PERSON_HEADS | page.phrases.determiners
        for i in range(joiner + 1, right)
    )


def _agents(discourse: Discourse, name: int, at: int) -> bool:
    """Whether the name at word ``name`` follows a "by" in the sentence of word ``at``."""
    page = discourse.page
    start = name
    while start > 0 and name - start < _OFFICE and (page.words[start][0].isupper() or start == name):
        start -= 1
    return page.sentence[start] == page.sentence[at] and page.lower[start] == page.rules.agent


def several(discourse: Discourse, names: Sequence[str], at: int, span: Span) -> Entity:
    """Two or more named speakers of one statement, as a group that bears their names."""
    name = " and ".join([", ".join(names[:-1]), names[-1]])
    known = discourse.called.get(("group", name.casefold()))
    if known is not None:
        return discourse.mention(known, at, span, "the same persons")
    group = discourse.create("group", name, at, span, how="several speakers of one statement")
    group.acts_for = [n for n in names if n]
    return group


def _relative(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """The nearest name before in the sentence, past an apposition: "Ann Brill, who said"."""
    page = discourse.page
    for index in range(at - 1, max(-1, at - _RELATIVE_REACH), -1):
        if page.sentence[index] != page.sentence[at]:
            break
        entity = discourse.registry.by_word.get(index)
        person = entity is not None and (entity.type == "person" or page.lower[at] != page.pronouns.who)
        if entity is not None and person and index not in entity.possessive_at:
            return discourse.mention(entity, at, span, "relative pronoun")
    return None


def note_before(discourse: Discourse, pronouns: deque[int], statement: Statement, source: int) -> list[int]:
    """Note whom the pronouns before character ``source`` mean, but for those that a statement quotes.

    Of these ("“*He* lied,” she said") whom the speaker means is known after the speaker: they are returned.
    """
    spoken: list[int] = []
    while pronouns and discourse.page.starts[pronouns[0]] < source:
        at = pronouns.popleft()
        if _is_spoken(discourse.page, at, statement):
            spoken.append(at)
        else:
            note(discourse, at)
    return spoken


def _is_spoken(page: Page, at: int, statement: Statement) -> bool:
    """Whether a word stands in what a statement quotes."""
    return page.quoted[at] and any(s.start <= page.starts[at] < s.end for s in statement.content)
