"""Speakers within one article: every statement's source to the person, organisation or document it means."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.coreference import excluded, introductions, mentions, pronominal
from onrecord.coreference.certainty import certainty
from onrecord.coreference.chains import chains
from onrecord.coreference.coordination import one_of_two, together, with_others
from onrecord.coreference.descriptors import apposed_after, forged, self_named
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.institutions import seated_in
from onrecord.coreference.interviews import answering, asks, give_to_whoever_answers
from onrecord.coreference.named import body_apposed, named, only_name
from onrecord.coreference.named_anew import named_as_owner
from onrecord.coreference.nominal import described
from onrecord.coreference.page import Page, page
from onrecord.coreference.phrases import core, without_whose
from onrecord.coreference.registry import Registry
from onrecord.coreference.relatives import before_relative, is_of_phrase
from onrecord.coreference.writers import Writers, writer
from onrecord.names.persons import is_given
from onrecord.names.roles import describe
from onrecord.records import Bearings, LocalSpeaker, Name, Span, Statement, hull
from onrecord.text import View

# A quotation without a source takes its neighbour's only across this much text, within one paragraph.
_FLOAT_GAP = 200


@dataclass(frozen=True, slots=True)
class Resolution:
    """The chains of one article, and by statement id how sure its speaker is, from 0 to 1."""

    chains: tuple[LocalSpeaker, ...]
    certainty: Mapping[str, float]


def resolve(view: View, statements: Sequence[Statement], names: Sequence[Name]) -> tuple[LocalSpeaker, ...]:
    """Whom the sources of ``statements`` mean, as chains of mentions inside an article.

    Args:
        view: The article's text; offsets of all else point into it.
        statements: Its statements; their ``source`` spans may be empty, nested or in the headline.
        names: What a name finder has found; types are believed, an empty or noisy list does no harm.

    Returns:
        One record per person, organisation, group or document that some statement is attributed to, and per
        person or organisation that the text names, in order of first mention. A statement whose source
        cannot be told apart belongs to a chain whose ``name`` is None.
    """
    return resolve_all(view, statements, names).chains


def resolve_all(
    view: View, statements: Sequence[Statement], names: Sequence[Name], bearings: Bearings | None = None
) -> Resolution:
    """As ``resolve``, with how sure each statement's speaker is.

    ``bearings``: what the tagger says about whom its words mean, if it does.
    """
    discourse = read_all(view, statements, names, bearings)
    known = {s.id: s for s in statements}
    sure = {s: certainty(discourse, known[s], e) for e in discourse.entities for s in e.statement_ids}
    return Resolution(
        tuple(record for _, record in chains(discourse)), {s: c for s, c in sure.items() if c is not None}
    )


def read_all(
    view: View, statements: Sequence[Statement], names: Sequence[Name], bearings: Bearings | None = None
) -> Discourse:
    """The article's entities once every source and pronoun is read; arguments as for ``resolve_all``."""
    discourse = open_discourse(view, names, [hull(s.source) for s in statements if s.source])
    discourse.bearings = bearings
    if len(discourse.page):
        _read(discourse, statements, Writers(view))
    return discourse


def open_discourse(view: View, names: Sequence[Name], sources: Sequence[Span] = ()) -> Discourse:
    """The article's words and its entities, before any reference is read; ``sources`` as for ``page``."""
    words = page(view, sources)
    found = mentions.find(words, names)
    introductions.introduce(words, found)
    registry = Registry(words)
    registry.add_all(view.article.id, found)
    headlined = frozenset(w for w, h in zip(words.lower, words.headline, strict=True) if h)
    return Discourse(view.article.id, words, registry, headlined)


def refer(discourse: Discourse, span: Span) -> Entity | None:
    """Whom the words of ``span`` mean, given what was read before; first person is not asked for here."""
    page = discourse.page
    words, span = _without_reflexive(page, span)
    answers = answering(discourse, words.start, span) if len(words) == 1 else None
    if answers is not None:
        return answers
    low = page.low(words)
    if not words or _is_letter(low) or asks(page, words) or pronominal.is_first_person(page, low):
        return None
    if not pronominal.is_pronoun(page, low):
        return _refer_phrase(discourse, words, span)
    phrase = before_relative(discourse, words.start) if low[0] == page.pronouns.who else None
    if phrase is not None and is_of_phrase(discourse, phrase, words.start):
        return _refer_phrase(discourse, phrase, page.span(phrase))
    found = pronominal.refer(discourse, words.start, span)
    return (
        found if found is not None or phrase is None else _refer_phrase(discourse, phrase, page.span(phrase))
    )


def _without_reflexive(page: Page, span: Span) -> tuple[range, Span]:
    """The words of ``span``, and their characters, without the last one of "Brill herself"."""
    words = page.inside(span)
    if len(words) < 2 or page.lower[words[-1]] not in page.pronouns.reflexive:
        return words, span
    words = words[:-1]
    return words, Span(span.start, page.ends[words[-1]])


def _is_letter(low: Sequence[str]) -> bool:
    """Whether a source is one letter: "Q:" names nobody."""
    return len(low) == 1 and len(low[0]) == 1


def _refer_phrase(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """Whom a noun phrase means as it stands, or else without what only says more of its core."""
    page = discourse.page
    words = without_whose(page, words)
    span = Span(span.start, min(span.end, max(span.start + 1, page.ends[words[-1]])))
    whole = (
        forged(discourse, words, span)
        or named_as_owner(discourse, words, span)
        or seated_in(discourse, words, span)
        or one_of_two(discourse, words, span)
        or with_others(discourse, words, span)
        or named(discourse, span, words, only="person")
        or self_named(discourse, words, span)
        or apposed_after(discourse, words, span)
        or body_apposed(discourse, words, span)
        or together(discourse, span, words)
    )
    if whole is not None:
        return whole
    words = core(page, words)
    span = Span(max(span.start, page.starts[words.start]), min(span.end, page.ends[words[-1]]))
    return (
        named(discourse, span, words)
        or described(discourse, span, words)
        or only_name(discourse, words)
        or _proved(discourse, span, words)
    )


def _proved(discourse: Discourse, span: Span, words: range) -> Entity | None:
    """The one name of a source that is a given name and that a name finder alone calls a person's."""
    low, high = bisect_left(discourse.leaning_at, words.start), bisect_left(discourse.leaning_at, words.stop)
    found = {e for e in discourse.leaners[low:high] if e.leaning and is_given(e.best.text.casefold())}
    if len(found) != 1:
        return None
    discourse.prove(entity := found.pop())
    return discourse.mention(entity, words.start, span, "name")


# ------------------------------------------------------------------ statements in text order


def _read(discourse: Discourse, statements: Sequence[Statement], writers: Writers) -> None:
    ordered = sorted((s for s in statements if s.content), key=lambda s: (_anchor(s), s.id))
    owner = _read_sources(discourse, ordered)
    _read_first_person(ordered, owner)
    give_to_whoever_answers(discourse, ordered, owner)
    _read_writers(discourse, ordered, owner, writers)
    _float(discourse, ordered, owner)
    _read_quoted(discourse, ordered, owner)


def _read_quoted(discourse: Discourse, ordered: Sequence[Statement], owner: Mapping[str, Entity]) -> None:
    """Whom pronouns in quotations mean, when all speakers are known: not whoever speaks.

    Last, since whom a speaker speaks of is not whom the article follows.
    """
    sources = {hull(s.source) for s in ordered if s.source}
    speaks: dict[int, Entity] = {}
    for statement in ordered:  # one inside another comes later
        if statement.id in owner:
            words = (i for span in statement.content for i in discourse.page.inside(span))
            speaks.update(dict.fromkeys(words, owner[statement.id]))
    for at in pronominal.quoted(discourse):
        if discourse.page.span(range(at, at + 1)) not in sources:
            with discourse.barring(_only(speaks.get(at))):
                pronominal.note(discourse, at)


def _only(entity: Entity | None) -> frozenset[int]:
    """The identity of one entity, or of none."""
    return frozenset() if entity is None else frozenset((id(entity),))


def _read_sources(discourse: Discourse, ordered: Sequence[Statement]) -> dict[str, Entity]:
    """The speakers by statement id, each read with the pronouns before it in mind; "I" is left out."""
    owner: dict[str, Entity] = {}
    meant: dict[Span, Entity] = {}
    asked: tuple[Statement, Entity] | None = None
    direct: tuple[Statement, Entity] | None = None
    sources = {hull(s.source) for s in ordered if s.source}
    pronouns = deque(
        i for i in pronominal.tracked(discourse) if discourse.page.span(range(i, i + 1)) not in sources
    )
    for statement in ordered:
        spoken = pronominal.note_before(discourse, pronouns, statement, _anchor(statement).start)
        with discourse.barring(excluded.whoever_quotes(direct, _anchor(statement))):
            entity = excluded.continuing(discourse, statement, direct)
            entity = entity or _speaker(discourse, statement, meant, asked)
        asked = (statement, entity) if entity is not None and statement.stance == "ask" else None
        with discourse.barring(_only(entity)):
            for at in spoken:
                pronominal.note(discourse, at)
        if entity is not None:
            direct = (statement, entity) if statement.kind == "direct" else direct
            owner[statement.id] = entity
            entity.statement_ids.append(statement.id)
            _remember(discourse, statement, entity)
    for at in pronouns:
        pronominal.note(discourse, at)
    return owner


def _speaker(
    discourse: Discourse,
    statement: Statement,
    meant: dict[Span, Entity],
    asked: tuple[Statement, Entity] | None,
) -> Entity | None:
    """Who says ``statement``: nobody who is barred, nor whom its own words rule out.

    Args:
        discourse: What was read before.
        statement: The one in question.
        meant: Whom a source meant before, as it does in all its statements.
        asked: What was asked right before, and by whom: they do not answer.
    """
    anchor = _anchor(statement)
    barred = discourse.barred | excluded.others(discourse, statement)
    entity = meant.get(anchor) if statement.source else None
    if asked is not None and excluded.answers(discourse.page, statement):
        barred |= _only(asked[1])
        entity = entity or excluded.asked(discourse, asked[0], anchor)
    if entity is None or id(entity) in barred:
        with discourse.barring(barred):
            entity = _read_source(discourse, statement)
    if statement.source and entity is not None and entity.name is not None:
        meant[anchor] = entity
    return entity


def _read_first_person(ordered: Sequence[Statement], owner: dict[str, Entity]) -> None:
    """Adds the speakers of statements inside those of others to ``owner``: the "I" of a quotation."""
    for statement in ordered:
        if statement.id in owner or not statement.source:
            continue
        speaker = pronominal.first_person(hull(statement.source), ordered, owner)
        if speaker is not None:
            owner[statement.id] = speaker
            speaker.statement_ids.append(statement.id)


def _read_writers(
    discourse: Discourse, ordered: Sequence[Statement], owner: dict[str, Entity], writers: Writers
) -> None:
    """Adds who wrote the words around it to ``owner`` for each "I" that nobody quoted says."""
    for statement in ordered:
        if statement.id in owner or not statement.source:
            continue
        entity = writer(discourse, writers, statement, ordered)
        if entity is not None:
            owner[statement.id] = entity
            entity.statement_ids.append(statement.id)


def _anchor(statement: Statement) -> Span:
    return hull(statement.source) if statement.source else hull(statement.content)


def _read_source(discourse: Discourse, statement: Statement) -> Entity | None:
    if not statement.source:
        return None
    span = hull(statement.source)
    words = discourse.page.inside(span)
    if not words:
        return None
    if pronominal.is_first_person(discourse.page, [discourse.page.lower[i] for i in words]):
        return None  # read when whoever is quoted around it is known
    if _is_topic(discourse.page, words.start, statement):
        last = discourse.recent(words.start)
        return discourse.mention(last, words.start, span, "spoke last, on this") if last is not None else None
    return refer(discourse, span) or discourse.create("unknown", None, words.start, span, how="not resolved")


def _is_topic(page: Page, at: int, statement: Statement) -> bool:
    """Whether a source before a colon is what somebody speaks on: "On the captain, whose deal ends: “…”"."""
    if (
        statement.kind != "direct"
        or not at
        or not page.first[at - 1]
        or page.lower[at - 1] not in page.rules.topics
    ):
        return False
    cue = hull(statement.cue).of(page.text) if statement.cue else ":"
    return cue.strip() == ":"


def _is_impersonal(discourse: Discourse, words: Sequence[int]) -> bool:
    """Whether a source is "it"."""
    return len(words) == 1 and discourse.page.lower[words[0]] in discourse.page.pronouns.impersonal


def _remember(discourse: Discourse, statement: Statement, entity: Entity) -> None:
    """Who spoke last, and what the sentence says they issued ("… said in a statement")."""
    if statement.headline:
        return
    source, content = _anchor(statement), hull(statement.content)
    last = discourse.page.at(max(source.end, content.end) - 1)
    if statement.parent_id is None:  # whom a speaker quotes, the writer does not follow
        discourse.last_speaker = entity
        discourse.last_beat = discourse.page.beat[min(last, len(discourse.page) - 1)]
        discourse.last_source = discourse.page.at(source.start) if statement.source else -1
        words = discourse.page.inside(source) if statement.source else range(0)
        written = bool(words) and describe(discourse.page.low(words)).kind == "document"
        # "The letter asks … “…,” it says."
        discourse.last_written = written or (discourse.last_written and _is_impersonal(discourse, words))
    if entity.name is None:
        return
    start = min(source.start, statement.cue[0].start) if statement.cue else source.start
    far = source.end + 160
    stop = discourse.page.text.find("\n", source.end, far)
    window = discourse.page.text[start : stop if stop >= 0 else far]
    for match in discourse.page.phrases.issued.finditer(window):
        if match.group(1).casefold() in discourse.page.offices.document_nouns:
            discourse.documents[match.group(1).casefold()] = entity


def _float(discourse: Discourse, ordered: Sequence[Statement], owner: dict[str, Entity]) -> None:
    """A quotation with no source belongs to its neighbour in the same paragraph, if to anybody.

    So do words without quotation marks whose verb lost its subject ("Olm slams guild, *calls for* peace"),
    and no others: in "after calls for his resignation" and "he was offered a post" nobody around speaks.
    """
    text = discourse.page.text
    for index, statement in enumerate(ordered):
        if statement.id in owner or statement.source or not _floats(discourse, statement):
            continue
        here = hull(statement.content)
        for other in (*ordered[max(0, index - 1) : index], *ordered[index + 1 : index + 2]):
            speaker = owner.get(other.id)
            if speaker is None or speaker.name is None:
                continue
            there = hull(other.content)
            between = text[min(here.end, there.end) : max(here.start, there.start)]
            if "\n" not in between and len(between) < _FLOAT_GAP:
                owner[statement.id] = speaker
                speaker.statement_ids.append(statement.id)
                break


def _floats(discourse: Discourse, statement: Statement) -> bool:
    """Whether words without a source are a quotation, or stand after a comma and a verb in the present.

    "*The call for* “peace”" names an utterance, and nobody whose it is; who was "asked about the “pause”" did
    not ask.
    """
    if statement.cue and discourse.page.rules.noun_before.match(discourse.page.text, statement.cue[0].start):
        return False
    if statement.cue and statement.stance == "ask" and statement.kind != "direct":
        return False
    if statement.kind != "indirect" or not statement.cue:
        return statement.kind != "indirect"
    cue = statement.cue[0]
    before = discourse.page.text[max(0, cue.start - 4) : cue.start].rstrip("\"'”’ ")
    return (
        before.endswith(",")
        and discourse.page.rules.present.match(discourse.page.text, cue.start) is not None
    )
