"""From a tagger's reading to statements: the same steps for every tagger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.languages.grammar import StanceGrammar, TurnGrammar
from onrecord.records import (
    Attribution,
    Bearings,
    Kind,
    Reading,
    Span,
    Spans,
    Statement,
    StatementSpans,
    hull,
    stable_id,
)
from onrecord.statements.borders import whole_words, within_borders
from onrecord.statements.frames import frames
from onrecord.statements.going_on import gone_on
from onrecord.statements.modes import is_estimate, mode
from onrecord.statements.neither import both_denied
from onrecord.statements.nesting import parents
from onrecord.statements.occasions import occasion
from onrecord.statements.passives import is_told, quoted_as, with_agents
from onrecord.statements.realities import is_gloss, reality
from onrecord.statements.repairs import repaired
from onrecord.statements.sayings_apart import apart
from onrecord.statements.second_hand import second_hand
from onrecord.statements.spans import quoted_share, trim, words_of
from onrecord.statements.speeches import is_speech
from onrecord.statements.spoken import is_spoken
from onrecord.statements.stances import stance
from onrecord.statements.turns import beside, turns
from onrecord.statements.unread import unread
from onrecord.text import View

# A content whose letters are quoted to this share is direct: "said" may slip into a broken quotation.
_DIRECT = 0.9
# Marks behind a name whose own words follow: a signature's dash, the dot of a post.
_DASHES = frozenset("-–—―·•|")
# What may stand on a line before the name of whoever speaks there: a time.
_STAMP = re.compile(r"[\s\[(\d:.\])–—-]*")
_LONGEST_STAMP = 200


def assemble(view: View, reading: Reading) -> tuple[Statement, ...]:
    """The statements of one article in text order, with everything that the text around them tells.

    Spans are trimmed so that quotation marks come in pairs. What stands in furniture is left out, as are
    attributions whose content holds no word. Ids are hashes of the article and the spans.
    """
    labelled = turns(view)
    whole = gone_on(view, repaired(view, apart(view, quoted_as(view, reading.attributions))))
    entire = (both_denied(view, whole_words(view, a)) for a in whole)
    read = (within_borders(view, with_agents(view, a)) for a in entire)
    kept = beside(view, list(read), labelled)
    kept = _kept(view, (*kept, *unread(view, (*kept, *labelled)))) + _kept(view, labelled, anywhere=True)
    inner = (both_denied(view, a) for a in second_hand(view, kept))
    kept = sorted((*kept, *_kept(view, inner)), key=_order)
    statements = [
        _statement(view, attribution, frame, reader=reading.producer, bearings=reading.bearings)
        for attribution, frame in zip(kept, frames(view, kept), strict=True)
    ]
    return tuple(
        replace(s, parent_id=None if parent is None else statements[parent].id)
        for s, parent in zip(statements, parents(kept), strict=True)
    )


def reworded(view: View, statement: Statement, spans: StatementSpans) -> Statement:
    """``statement`` with the spans that a user gave it, and what the text says about these.

    Its id stays, so that whatever leads to it still does.
    """
    given = Attribution(spans.source, spans.cue, spans.content, statement.confidence)
    made = _statement(view, given, frames(view, [given])[0], reader=statement.producer)
    is_alike = spans.cue == statement.cue and made.kind == statement.kind
    return replace(
        made,
        id=statement.id,
        mode=statement.mode if is_alike else made.mode,
        source=spans.source,
        source_text=words_of(view, spans.source) or None,
        said=statement.said,
        parent_id=statement.parent_id,
        speaker_confidence=statement.speaker_confidence if spans.source == statement.source else None,
        corrected=True,
        read_as=replace(statement, speaker_id=None, speaker=None),
    )


def _order(attribution: Attribution) -> tuple[Span, Spans, Spans]:
    return hull(attribution.content), attribution.source, attribution.cue


def _kept(view: View, attributions: Iterable[Attribution], *, anywhere: bool = False) -> list[Attribution]:
    """Attributions with trimmed spans, each once, in text order; in furniture only if ``anywhere``.

    A line of a conversation, or the one that signs a post, is easily taken for furniture.
    """
    found: dict[tuple[Spans, Spans], Attribution] = {}
    for attribution in attributions:
        content = _joined(s for span in attribution.content if (s := trim(view, span)) is not None)
        is_furniture = bool(content) and _block_kind(view, content) in ("furniture", "dateline")
        if not content or (is_furniture and not anywhere):
            continue
        key = (attribution.source, content)
        if key not in found or found[key].confidence < attribution.confidence:
            found[key] = replace(attribution, content=content)
    return sorted(found.values(), key=_order)


def _block_kind(view: View, content: Spans) -> str | None:
    """The kind of the block in which a content begins; None between blocks."""
    block = view.block_at(content[0].start)
    return None if block is None else block.kind


def _joined(spans: Iterable[Span]) -> Spans:
    """Spans in text order, overlapping ones made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _statement(
    view: View,
    attribution: Attribution,
    frame: Sequence[Span],
    *,
    reader: str,
    bearings: Bearings | None = None,
) -> Statement:
    """One statement, but for its parent.

    Who "replied to a question about" something did not ask it, nor did those who "were told" say
    it: it is said to them, by nobody named.
    """
    source, cue, content = (
        words_of(view, spans) for spans in (attribution.source, attribution.cue, attribution.content)
    )
    kind, stands = _kind(view, attribution), stance(view.language, cue, content)
    told, real = mode(view.language, source, cue, quoted=kind == "direct"), reality(view, attribution)
    asked = bool(attribution.source) and (_is_put(view, attribution, cue) or is_told(view, attribution))
    is_plain = (told, real) == ("speech", "said") and kind != "direct" and stands != "decline" and not asked
    if is_plain and not is_estimate(view.language, cue, content):
        told = "speech" if is_spoken(view.language, attribution, cue, bearings) else "thought"
    where = occasion(view, frame, next(reversed(attribution.cue), None))
    addressee = hull(attribution.source) if asked else where.addressee
    nameless = asked or is_gloss(view, attribution)
    return Statement(
        id=stable_id("st", view.article.id, attribution.source, attribution.cue, attribution.content),
        article_id=view.article.id,
        kind=kind,
        mode=told,
        stance=stands,
        source=() if nameless else attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        confidence=attribution.confidence,
        source_text=None if nameless else source or None,
        addressee=_shown(view, addressee),
        addressee_span=addressee,
        venue=_shown(view, where.venue),
        venue_span=where.venue,
        headline=_block_kind(view, attribution.content) in ("headline", "subheadline"),
        producer=reader,
        reality=real,
    )


def _is_put(view: View, attribution: Attribution, cue: str) -> bool:
    """Whether the content is what a question was about: "he replied to a question *about the dyke*".

    What stands before the cue, or is quoted, is the answer: "The dyke will hold, she said in reply to …".
    """
    answered = view.language.grammar(StanceGrammar).answered
    behind = bool(attribution.cue) and attribution.content[0].start > attribution.cue[-1].start
    return behind and answered.search(cue) is not None and quoted_share(view, attribution.content) < _DIRECT


def _shown(view: View, span: Span | None) -> str | None:
    return None if span is None else span.of(view.text)


def _kind(view: View, attribution: Attribution) -> Kind:
    """By the share of the content that is quoted; a turn, a post, a speech is direct, whatever it quotes."""
    if _is_labelled(view, attribution) or is_speech(view, attribution):
        return "direct"
    quoted = quoted_share(view, attribution.content)
    if quoted >= _DIRECT:
        return "direct"
    return "mixed" if quoted > 0 else "indirect"


def _is_labelled(view: View, attribution: Attribution) -> bool:
    """Whether a label names the source: a colon or dash is the cue, or it stands on a line of its own.

    A headline's label does not count: the words beside it are rarely the source's own.
    """
    if not attribution.source:
        return False
    source, content = hull(attribution.source), hull(attribution.content)
    cue = words_of(view, attribution.cue)
    if _block_kind(view, (source,)) in ("headline", "subheadline"):
        return False
    if cue and set(cue) <= _DASHES:
        return True
    line = view.text.rfind("\n", max(0, source.start - _LONGEST_STAMP), source.start) + 1
    if not _opens(view, line, source):
        return False
    return cue == ":" or (not cue and "\n" in view.text[source.end : content.start])


def _opens(view: View, line: int, source: Span) -> bool:
    """Whether a name opens its line, but for a time or an office: "The Minister for Ports (Mr. *Dace*)"."""
    label = view.language.grammar(TurnGrammar).label.match(view.text, line)
    named = label is not None and source.start in (label.start("name"), label.start("of"))
    return named or _STAMP.fullmatch(view.text, line, source.start) is not None
