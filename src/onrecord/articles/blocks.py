"""From the lines' labels to an article's blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.articles.asides import without_asides
from onrecord.articles.bylines import begins_as_byline
from onrecord.articles.cuts import cut_edge
from onrecord.articles.datelines import Dateline, find_dateline, town_before_colon
from onrecord.articles.features import fold
from onrecord.articles.headlines import (
    CREDIT_END,
    HEADLINE_WORDS,
    LEADING,
    SENTENCES,
    SPOKEN,
    STAMP_WORDS,
    headless,
    headline_of,
    is_no_headline,
)
from onrecord.articles.imprints import date_of
from onrecord.articles.marked import Marked
from onrecord.articles.mending import mended, with_a_body
from onrecord.articles.tagging import Label, Tagged, tag
from onrecord.articles.titles import weighed
from onrecord.articles.told import Told, told_by
from onrecord.records import Block, BlockKind, Part, Span

__all__ = ["Layout", "fold", "lay_out"]

_KINDS: dict[Label, BlockKind] = {
    "headline": "headline",
    "subheadline": "subheadline",
    "caption": "caption",
    "heading": "heading",
    "body": "paragraph",
}
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# Letters of a headline that nobody writes twice by chance.
_CITED, _LONGEST_CITATION = 16, 400
_ADDRESS = re.compile(r"\w[.@]\w")
_HEADING_LIKE: tuple[Label, ...] = (
    "body",
    "section",
    "caption",
    "masthead",
    "outlet",
    "subheadline",
    "navigation",
)


@dataclass(slots=True)
class Layout:
    """The blocks of a text and what its lines say about the article."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    headline: Span | None = None
    dateline: Dateline | None = None
    told: Told = field(default_factory=Told)
    cut: bool = False


def lay_out(text: str, title: str | None, beside: Sequence[Marked] = ()) -> Layout:
    """Label every line of ``text``; nothing is dropped. ``title``: the headline where it is known.

    ``beside``: what stands beside the text and says who published it.
    """
    marked = _headline_whole(text, list(_settled(text, tag(text, title=title), title)))
    layout = Layout(headline=next((m.span for m in marked if m.label == "headline"), None))
    seen = False
    shown = without_asides(marked)
    for index, line in enumerate(shown):
        if line.label == "body":
            first = not seen or (index > 0 and shown[index - 1].label != "body")
            _add_body(text, line.span, layout, first=first and layout.dateline is None)
            seen = True
        else:
            layout.blocks.append(Block(_KINDS.get(line.label, "furniture"), line.span.start, line.span.end))
            layout.parts.append(Part(line.span.start, line.span.end, line.label))
    layout.told = told_by(marked, beside)
    _cut_off(text, layout)
    return layout


def _settled(text: str, tagged: Tagged, title: str | None) -> Iterator[Marked]:
    """The labels as an article can have them: one headline, before the body; sub-headlines below it."""
    read = zip(tagged.lines, tagged.labels, tagged.odds.tolist(), strict=True)
    marked = mended([Marked(label, ln.span, ln.span.of(text), odds) for ln, label, odds in read])
    body = next((n for n, m in enumerate(marked) if m.label == "body"), len(marked))
    if body == len(marked):
        marked, body = with_a_body(marked)
    chosen, body = _headline_in(marked, body, title)
    shown = fold(marked[chosen].content) if chosen is not None else ""
    for index, line in enumerate(marked):
        label = _label(line, index, chosen, body, shown)
        if label in _HEADING_LIKE and index - 1 != chosen and _is_heading(marked, index):
            label = "heading"
        elif label == "body" and index - 1 == chosen and _is_stamp(line.content):
            label = "date"
        yield line.under(label)


def _headline_in(marked: list[Marked], body: int, title: str | None) -> tuple[int | None, int]:
    """Which line is the headline, and where the body begins; ``title``: what the input gives as one."""
    chosen = headline_of(marked[: body or 1], fold(title) if title else "")
    if title:
        return chosen, body
    if chosen is None:
        chosen, body = headless(marked, body)
    return weighed(marked, body, chosen), body


def _is_stamp(content: str) -> bool:
    """Whether a line gives a day and is too short to tell anything else."""
    return date_of(content) is not None and len(content.split()) <= STAMP_WORDS


def _headline_whole(text: str, marked: list[Marked]) -> list[Marked]:
    """``marked``; a headline that goes on in small letters on the line right below it is one of two lines."""
    at = next((n for n, m in enumerate(marked[:-1]) if m.label == "headline"), None)
    if at is None:
        return marked
    first, second = marked[at], marked[at + 1]
    whole = Span(first.span.start, second.span.end)
    is_next = text[first.span.end : second.span.start].strip(" \t") == "\n" and second.label != "body"
    is_split = first.content[-1].isalnum() and second.content[0].islower() and second.content[-1].isalnum()
    if (
        _ADDRESS.search(second.content)
        or begins_as_byline(second.content)
        or date_of(second.content) is not None
    ):
        return marked
    if not (is_next and is_split and len(whole.of(text).split()) <= HEADLINE_WORDS):
        return marked
    return [*marked[:at], Marked("headline", whole, whole.of(text)), *marked[at + 2 :]]


def _is_heading(marked: Sequence[Marked], index: int) -> bool:
    """A short line without an end mark between two paragraphs."""
    if not 0 < index < len(marked) - 1:
        return False
    content = marked[index].content
    between = marked[index - 1].label == marked[index + 1].label == "body"
    short = len(content) <= 100 and len(content.split()) <= 12 < len(marked[index + 1].content.split())
    return between and short and content[0].isupper() and content[-1].isalnum()


def _is_deck(content: str) -> bool:
    """A short line without a full stop right below the headline."""
    if len(content.split()) > HEADLINE_WORDS or SENTENCES.search(content):
        return False
    return content[-1] not in ".!?:,;…)]" and content[-2:] not in ('."', ".”", ',"', ",”")


def _label(line: Marked, index: int, chosen: int | None, body: int, shown: str) -> Label:
    """``line``'s label beside the headline that was ``chosen``."""
    if index == chosen:
        return "headline"
    if shown and index < body + LEADING and fold(line.content) == shown:
        return "related"  # the headline a second time: its statements must not count twice
    if line.label == "body":
        return _of_body(line, index, chosen, body, shown)
    if line.label in ("outlet", "date", "masthead") and CREDIT_END.search(line.content):
        return "caption"
    if line.label in ("headline", "subheadline"):
        return _no_headline(line, index, chosen, body)
    if line.label == "pullquote" and index > body and not _marked_quote(line.content):
        return "heading" if line.content[-1] not in '.!?”"' else "body"
    return line.label


def _of_body(line: Marked, index: int, chosen: int | None, body: int, shown: str) -> Label:
    """The label of what was taken for body: a list of sources, a line below the headline, or the text."""
    if index > body and _cites(line.content, shown):
        return "record"
    return "subheadline" if index - 1 == chosen and _is_deck(line.content) else "body"


def _cites(content: str, shown: str) -> bool:
    """Whether a line below gives the headline ``shown`` with its year, as a list of sources does."""
    if len(shown) < _CITED or _YEAR.search(content) is None or len(content) > _LONGEST_CITATION:
        return False
    return shown in fold(content)


def _no_headline(line: Marked, index: int, chosen: int | None, body: int) -> Label:
    """What a line is that looks like a headline or one below it and was not chosen."""
    if line.label == "subheadline":
        return _no_deck(line, index, chosen)
    if is_no_headline(line.content):
        return "body" if SPOKEN.match(line.content) else "caption"
    if index > body:
        return "heading"
    return "subheadline" if chosen is not None and index > chosen else "related"


def _no_deck(line: Marked, index: int, chosen: int | None) -> Label:
    """A deck as it is; above the headline it leads elsewhere; without one it is what it reads like."""
    if chosen is None:
        return "body" if line.content[-1] in ".!?" else "section"
    return line.label if index > chosen else "related"


def _marked_quote(content: str) -> bool:
    return content[0] in '“"‘>—-–' or len(content.split()) <= 6


def _add_body(text: str, line: Span, layout: Layout, *, first: bool) -> None:
    dateline = find_dateline(text, line.start, line.end) if first else None
    if first and dateline is None:
        dateline = town_before_colon(text, line.start, line.end)
    start = line.start
    if dateline is not None:
        layout.dateline = dateline
        layout.blocks.append(Block("dateline", dateline.span.start, dateline.span.end))
        layout.parts.append(Part(dateline.span.start, dateline.span.end, "dateline"))
        rest = text[dateline.span.end : line.end]
        start = dateline.span.end + len(rest) - len(rest.lstrip())
    if start < line.end:
        layout.blocks.append(Block("paragraph", start, line.end))
        layout.parts.append(Part(start, line.end, "body"))


def _cut_off(text: str, layout: Layout) -> None:
    """Where an interface cut the text, the sentence at the edge is no paragraph's."""
    last = layout.blocks[-1] if layout.blocks else None
    if last is None or last.kind not in ("paragraph", "furniture"):
        return
    edge = cut_edge(text, last.start, last.end)
    if edge is None:
        return
    layout.cut = True
    layout.blocks[-1:] = [Block("paragraph", last.start, edge.whole)] if edge.whole > last.start else []
    layout.blocks.append(Block("furniture", edge.start, last.end))
    layout.parts[-1:] = [Part(last.start, edge.whole, "body")] if edge.whole > last.start else []
    layout.parts.append(Part(edge.start, last.end, "cut"))
