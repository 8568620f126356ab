"""A reading to the statements of the ledger: the same for every reader, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.languages.english.stances import ANSWERED
from onrecord.records import Article, Attribution, Kind, Reading, Span, Spans, Statement, hull, stable_id
from onrecord.statements.blocks import Blocks
from onrecord.statements.modes import mode
from onrecord.statements.nesting import parents
from onrecord.statements.occasions import occasion
from onrecord.statements.repairs import repaired
from onrecord.statements.second_hand import second_hand
from onrecord.statements.spans import Quotes
from onrecord.statements.stances import stance
from onrecord.statements.unread import unread

# A content whose letters are quoted to this share is direct: "said" may slip into a broken quotation.
_DIRECT = 0.9


def assemble(article: Article, reading: Reading) -> tuple[Statement, ...]:
    """The statements of one article in text order, with everything that the text around them tells.

    Spans are trimmed so that quotation marks come in pairs. What stands in furniture is left out, as are
    attributions whose content holds no word. Ids are hashes of the article and the spans.
    """
    quotes = Quotes.of(article.text)
    blocks = Blocks(article)
    kept = repaired(article, reading.attributions, quotes, blocks)
    kept = _kept((*kept, *unread(article, kept, quotes, blocks)), quotes, blocks)
    inner = _kept(second_hand(kept, quotes), quotes, blocks)
    kept = sorted((*kept, *inner), key=lambda a: (hull(a.content), a.source, a.cue))
    frames = _frames(article, kept, blocks)
    statements = [
        _statement(article, attribution, frame, quotes, blocks, reader=reading.producer)
        for attribution, frame in zip(kept, frames, strict=True)
    ]
    held_in = parents(kept)
    return tuple(
        replace(s, parent_id=None if parent is None else statements[parent].id)
        for s, parent in zip(statements, held_in, strict=True)
    )


def _kept(attributions: Iterable[Attribution], quotes: Quotes, blocks: Blocks) -> list[Attribution]:
    """Attributions with trimmed spans, each once, without those in furniture, in text order."""
    found: dict[tuple[Spans, Spans], Attribution] = {}
    for attribution in attributions:
        content = _joined(s for span in attribution.content if (s := quotes.trim(span)) is not None)
        if not content:
            continue
        block = blocks.at(content[0].start)
        if block is not None and block.kind in ("furniture", "dateline"):
            continue
        trimmed = replace(attribution, content=content)
        key = (attribution.source, content)
        if key not in found or found[key].confidence < trimmed.confidence:
            found[key] = trimmed
    return sorted(found.values(), key=lambda a: (hull(a.content), a.source, a.cue))


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
    article: Article,
    attribution: Attribution,
    frame: list[Span],
    quotes: Quotes,
    blocks: Blocks,
    *,
    reader: str,
) -> Statement:
    """One statement, but for its parent.

    Who "replied to a question about" something did not ask it: the question is put to them, by nobody named.
    """
    text = article.text
    source, cue, content = (
        " ".join(s.of(text) for s in spans)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    kind = _kind(quotes.quoted_share(attribution.content), attribution, text)
    where = occasion(text, frame, attribution.cue[-1] if attribution.cue else None)
    asked = attribution.source and ANSWERED.search(cue) is not None
    addressee = hull(attribution.source) if asked else where.addressee
    block = blocks.at(attribution.content[0].start)
    return Statement(
        id=stable_id("st", article.id, attribution.source, attribution.cue, attribution.content),
        article_id=article.id,
        kind=kind,
        mode=mode(source, cue, quoted=kind == "direct"),
        stance=stance(cue, content),
        source=() if asked else attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        confidence=attribution.confidence,
        source_text=None if asked else source or None,
        addressee=None if addressee is None else addressee.of(text),
        addressee_span=addressee,
        venue=None if where.venue is None else where.venue.of(text),
        venue_span=where.venue,
        headline=block is not None and block.kind in ("headline", "subheadline"),
        producer=reader,
    )


def _kind(quoted: float, attribution: Attribution, text: str) -> Kind:
    """By the share of the content that is quoted; a line after "Name:" in a transcript is direct."""
    if quoted >= _DIRECT:
        return "direct"
    if quoted > 0:
        return "mixed"
    is_colon = [s.of(text) for s in attribution.cue] == [":"]
    opens_line = bool(attribution.source) and text[: attribution.source[0].start].endswith(("\n", "\n\n"))
    return "direct" if is_colon and opens_line else "indirect"


# ------------------------------------------------------------------ the words around a statement


def _frames(article: Article, attributions: list[Attribution], blocks: Blocks) -> list[list[Span]]:
    """For each attribution what its cue's sentence says besides sources, contents and other cues."""
    taken = blocks.by_sentence(s for a in attributions for s in (*a.source, *a.content))
    cues = blocks.by_sentence(s for a in attributions for s in a.cue)
    frames: list[list[Span]] = []
    for attribution in attributions:
        anchors = attribution.cue or attribution.source
        sentence = blocks.sentence_at(anchors[0].start) if anchors else None
        if sentence is None:
            frames.append([])
            continue
        other_cues = [c for c in cues.get(sentence, ()) if c not in attribution.cue]
        pieces = _without(sentence, sorted((*taken.get(sentence, ()), *other_cues)))
        frames.append([p for p in pieces if _is_near(article.text, p, attribution)])
    return frames


def _is_near(text: str, piece: Span, attribution: Attribution) -> bool:
    """Whether a piece of the sentence holds the cue, follows the source or leads up to it ("On air, …")."""
    if any(piece.overlaps(cue) for cue in attribution.cue):
        return True
    leads = any(0 <= s.start - piece.end <= 1 for s in (*attribution.source, *attribution.cue))
    follows = any(0 <= piece.start - s.end <= 1 for s in attribution.source)
    return follows or (leads and piece.of(text).rstrip().endswith(","))


def _without(whole: Span, holes: list[Span]) -> list[Span]:
    """What is left of ``whole`` when the sorted ``holes`` are cut out."""
    found = []
    position = whole.start
    for hole in holes:
        if hole.start > position:
            found.append(Span(position, min(hole.start, whole.end)))
        position = max(position, hole.end)
    if position < whole.end:
        found.append(Span(position, whole.end))
    return found
