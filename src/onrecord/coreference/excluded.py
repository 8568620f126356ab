"""Whom a source cannot mean: whoever is told, named in the words, or asked; who answers or speaks on."""

from __future__ import annotations

from onrecord.coreference import antecedents
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.languages.grammar import CueGrammar
from onrecord.names.roles import describe
from onrecord.records import Span, Statement, hull

# Words of a content looked through for names.
_CONTENT = 200
# Words of a sentence before the source that breaks it off behind its subject.
_SUBJECT = 6
# Words from "by" to the name of whoever asked, titles between.
_ASKER = 5


def others(discourse: Discourse, statement: Statement) -> frozenset[int]:
    """Identities of persons who are not the speaker: whom it is said to, and whom the words call by name.

    "He said Brill was late" and "“Brill is late,” he said" are not Brill's words; "Brill would go, he said"
    may be.
    """
    if not statement.source:
        return frozenset()
    page, source = discourse.page, hull(statement.source)
    words = page.inside(source)
    if describe(page.low(words)).kind == "document":  # "“…,” Brill said, according to a video of his speech"
        return frozenset()
    found = _askers(discourse, words.start) | _interrupted(discourse, words, statement)
    found |= _quoting(discourse, words, statement)
    spans = [s for s in statement.content if s.start >= source.end or _is_quoted(page, s)]
    if statement.addressee_span is not None:
        spans.append(statement.addressee_span)
        found |= _described(discourse, statement.addressee_span)
    for span in spans:
        if not span.overlaps(source):
            found |= _named_in(discourse, page.inside(span)[:_CONTENT])
    return frozenset(found)


def whoever_quotes(outer: tuple[Statement, Entity] | None, source: Span) -> frozenset[int]:
    """The identity of whose own words a source stands in: "Brill: As *the minister* said …" is not Brill."""
    if outer is None or not any(s.start <= source.start and source.end <= s.end for s in outer[0].content):
        return frozenset()
    return frozenset((id(outer[1]),))


def _interrupted(discourse: Discourse, words: range, statement: Statement) -> set[int]:
    """The identity of whom a sentence is about that the source breaks off: "*Brill*, he said, would go"."""
    page, at = discourse.page, words.start
    cue = hull(statement.cue) if statement.cue else None
    first = page.first_of_sentence(at) if words else at
    if (
        cue is None
        or not 0 < at - first <= _SUBJECT
        or page.gap(at - 1) != ", "
        or cue.start < page.starts[at]
    ):
        return set()
    before = range(first, at)
    if page.text[cue.end : cue.end + 1] != "," or page.quoted[first]:
        return set()
    return _named_in(discourse, before) or _described(discourse, page.span(before))


def _quoting(discourse: Discourse, words: range, statement: Statement) -> set[int]:
    """The identity of whoever quotes the source: "*Brill* quoted him as saying …"."""
    page = discourse.page
    objects = page.language.grammar(CueGrammar).objects
    if len(words) != 1 or page.lower[words.start] not in objects or not statement.cue:
        return set()
    verb = page.at(hull(statement.cue).start)
    is_before = 0 < verb < words.start and page.sentence[verb - 1] == page.sentence[words.start]
    subject = discourse.registry.by_word.get(verb - 1) if is_before else None
    return set() if subject is None else {id(subject)}


def _is_quoted(page: Page, span: Span) -> bool:
    """Whether ``span`` begins inside quotation marks."""
    return page.quoted[min(page.at(span.start), len(page) - 1)]


def _described(discourse: Discourse, span: Span) -> set[int]:
    """The identity of whom the words of ``span`` mean, if they describe a person and name nobody."""
    words = discourse.page.inside(span)
    said = describe(discourse.page.low(words))
    if said.kind != "person" or _named_in(discourse, words):
        return set()
    fits = antecedents.fitting(discourse, said, words.start, frozenset())
    return {id(fits[0])} if fits is not None else set()


def _named_in(discourse: Discourse, words: range) -> set[int]:
    """Identities of those whom ``words`` name, but for the name in "the Brill campaign"."""
    page = discourse.page
    named = ((i, e) for i in words if (e := discourse.registry.by_word.get(i)) is not None)
    return {
        id(e)
        for i, e in named
        if e.type != "person" or not i or page.lower[i - 1] != page.phrases.definite or page.gap(i) != " "
    }


def _askers(discourse: Discourse, at: int) -> set[int]:
    """Identities of those by whom whoever speaks was told or asked: "Pressed by Brill on it, she said …"."""
    page = discourse.page
    found: set[int] = set()
    if at >= len(page):
        return found
    for i in range(page.first_of_sentence(at) + 1, at):
        if page.lower[i] == page.rules.agent and page.lower[i - 1] in page.rules.told:
            found |= _named_in(discourse, range(i + 1, min(i + _ASKER, at)))
    return found


def answers(page: Page, statement: Statement) -> bool:
    """Whether the words around a statement call it an answer: "His *response*: “…”"."""
    return any(page.lower[i] in page.rules.answers for span in statement.cue for i in page.inside(span))


def asked(discourse: Discourse, question: Statement, source: Span) -> Entity | None:
    """Who was asked by name, where a pronoun answers: "Reve asked *Olm* … *His* response: …"."""
    words = discourse.page.inside(source)
    told = (
        discourse.page.pronouns.pronouns.get(discourse.page.lower[words.start]) if len(words) == 1 else None
    )
    if told is None or question.addressee_span is None:
        return None
    named = _named_in(discourse, discourse.page.inside(question.addressee_span))
    found = [
        e for e in discourse.entities if id(e) in named and e.type == "person" and e.gender in (None, told)
    ]
    if len(found) != 1:
        return None
    return discourse.mention(found[0], words.start, source, "was asked, and answers")


def continuing(
    discourse: Discourse, statement: Statement, quoted: tuple[Statement, Entity] | None
) -> Entity | None:
    """Whoever was quoted last, where a pronoun speaks on: "“…,” *a clerk* said … “…,” she continued".

    ``quoted``: the last quotation, and whose it is.
    """
    if quoted is None or statement.kind != "direct" or not statement.source:
        return None
    page, source, entity = discourse.page, hull(statement.source), quoted[1]
    words = page.inside(source)
    told = page.pronouns.pronouns.get(page.lower[words.start]) if len(words) == 1 else None
    speaks_on = any(
        page.lower[i] in page.rules.continues for span in statement.cue for i in page.inside(span)
    )
    if not speaks_on or told is None or entity.name is None or entity.gender not in (None, told):
        return None
    between = page.text[hull(quoted[0].content).start : source.start]
    if "\n" in between or entity.type not in ("person", "unknown"):
        return None
    return discourse.mention(entity, words.start, source, "speaks on")
