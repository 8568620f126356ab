"""What each line of an article is for: headline, caption, dateline, paragraph, furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.articles.datelines import Dateline, find_dateline
from onrecord.articles.marks import (
    address_of,
    byline_of,
    credit_of,
    is_breadcrumb,
    is_caption,
    is_furniture,
    stamp_of,
)
from onrecord.languages.english.articles import DAY_WORDS
from onrecord.records import Block, BlockKind, Span

# The part before the body is looked for in so many lines: navigation, headline, sub-headline, byline,
# dates, a caption, a second headline. Pages copied whole have up to nine.
_LEADING = 12
_PLAIN = re.compile(r"[^\W_]+")
_FINAL = re.compile(r"[.!?…][\"”’'»)\]]*$")
_FULL_STOP = re.compile(r"\.[\"”’'»)\]]*$")
_SENTENCE = re.compile(r"[a-z0-9)\"”’%]{2}[.!?][\"”’)]?\s+[\"“‘(]?[A-Z]")
_SPEAKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}: ")  # a transcript's "ADA VOSS: Good morning."
# Of PolNeAR's and BASIL's headlines 99 % have at most 24 words; first paragraphs mostly have more.
_HEADLINE_WORDS = 28
# A first line of so many words with a full stop and no title's capitals is a headline more often than a
# first sentence: see evals/articles.py, headline_recall against headline_false.
_PLAIN_HEADLINE_WORDS = 15
_SUBHEAD_WORDS = 45
_HEADING_WORDS = 12


@dataclass(slots=True)
class Layout:
    """The blocks of a text and what its front part says about the article."""

    blocks: list[Block] = field(default_factory=list)
    headline: Span | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    stamp: str | None = None
    address: str | None = None
    credit: str | None = None


def lay_out(text: str, title: str | None) -> Layout:
    """Classify every line of ``text``; nothing is dropped. ``title``: the headline where it is known."""
    lines = _line_spans(text)
    layout = Layout()
    body = _lay_out_front(text, lines, title, layout)
    for index in range(body, len(lines)):
        _lay_out_body(text, lines, index, layout)
    return layout


def _line_spans(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            begin = start + line.index(inner)
            spans.append(Span(begin, begin + len(inner)))
        start += len(line) + 1
    return spans


def _lay_out_front(text: str, lines: list[Span], title: str | None, layout: Layout) -> int:
    """Blocks before the body; returns the index of the body's first line."""
    folded = fold(title) if title else ""
    wanted = _title_line(text, lines, folded) if folded else None
    subheads = 0
    for index, line in enumerate(lines[:_LEADING]):
        content = line.of(text)
        following = lines[index + 1].of(text) if index + 1 < len(lines) else ""
        kind: BlockKind | None = None
        if index == wanted:
            kind = "headline"
            layout.headline = line
        elif layout.headline is not None and fold(content) == fold(layout.headline.of(text)):
            kind = "furniture"  # the headline a second time: its statements must not count twice
        elif _is_front_furniture(content, following, layout):
            kind = "furniture"
        elif following and (is_caption(content) or _completes_caption(text, layout)):
            kind = "caption"
        elif not folded and layout.headline is None and _is_label(text, lines, index):
            kind = "furniture"
        elif wanted is not None and index < wanted:
            kind = "furniture" if len(content.split()) < 12 else None
        elif find_dateline(text, line.start, line.end) is not None:
            return index
        elif layout.headline is None and not folded and _is_headline(text, lines, index):
            kind = "headline"
            layout.headline = line
        elif layout.headline is not None and subheads < 2 and _is_subheadline(text, lines, index):
            kind = "subheadline"
            subheads += 1
        if kind is None:
            return index
        layout.blocks.append(Block(kind, line.start, line.end))
    return min(len(lines), _LEADING)


def _completes_caption(text: str, layout: Layout) -> bool:
    """Whether the block before is a caption's label on a line of its own ("Image caption,")."""
    last = layout.blocks[-1] if layout.blocks else None
    return last is not None and last.kind == "caption" and text[last.end - 1] in ",:"


def fold(text: str) -> str:
    """Letters and digits of ``text``, lower case: "Trump’s Deal." and "Trump's deal" are one headline."""
    return "".join(_PLAIN.findall(text)).casefold()


def _title_line(text: str, lines: list[Span], folded: str) -> int | None:
    return next((n for n, line in enumerate(lines[:_LEADING]) if fold(line.of(text)) == folded), None)


def _is_front_furniture(content: str, following: str, layout: Layout) -> bool:
    """Whether a line before the body is none of the article's text; what it says goes to ``layout``."""
    # A name without "By" is a byline only between the headline and a date.
    below = following if layout.headline is not None and not content.isupper() else ""
    byline, stamp, address = byline_of(content, below), stamp_of(content), address_of(content)
    layout.byline = layout.byline or byline
    layout.stamp = layout.stamp or stamp
    layout.address = layout.address or address
    return bool(byline or stamp or address) or is_furniture(content) or is_breadcrumb(content)


def _is_headline(text: str, lines: list[Span], index: int) -> bool:
    """A short first line with a body below it; a full stop is allowed where the words are set as a title."""
    content = lines[index].of(text)
    words = content.split()
    following = _following(text, lines, index)
    if following is None or not 2 <= len(words) <= _HEADLINE_WORDS or content[-1] in ":,":
        return False
    if content[0].islower() or _SPEAKER.match(content):
        return False
    if not _FINAL.search(content):
        return not _SENTENCE.search(content) or len(words) <= 16
    if _is_titled(words):
        return True
    if _SENTENCE.search(content.rstrip(".?!\"”’'")):
        return False
    if find_dateline(text, following.start, following.end) is not None:
        return True
    if DAY_WORDS.search(content):
        return False
    below = max(len(line.of(text).split()) for line in lines[index + 1 : index + 3])
    return len(words) <= _PLAIN_HEADLINE_WORDS and below >= 1.5 * len(words)


def _is_label(text: str, lines: list[Span], index: int) -> bool:
    """Whether a line of one or two words only labels the headline below it ("Main page", "Rivers")."""
    content = lines[index].of(text)
    if index + 2 >= len(lines) or len(content.split()) > 2 or _FINAL.search(content):
        return False
    below = lines[index + 1].of(text)
    return 4 <= len(below.split()) <= _HEADLINE_WORDS and not _FINAL.search(below)


def _following(text: str, lines: list[Span], index: int) -> Span | None:
    """The next line that is not navigation."""
    return next((line for line in lines[index + 1 : index + 4] if not is_furniture(line.of(text))), None)


def _is_titled(words: list[str]) -> bool:
    """Whether most words of four letters or more begin with a capital."""
    long = [word.strip("\"'“”‘’().,:;") for word in words[1:]]
    long = [word for word in long if len(word) >= 4 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _is_subheadline(text: str, lines: list[Span], index: int) -> bool:
    content = lines[index].of(text)
    if index + 1 >= len(lines) or len(content.split()) > _SUBHEAD_WORDS or content[-1] in ":,;":
        return False
    if not _FINAL.search(content) or lines[index - 1].of(text).endswith(";"):
        return True
    following = lines[index + 1]
    below = following.of(text)
    ends_front = (
        is_furniture(below)
        or stamp_of(below)
        or byline_of(below, "")
        or find_dateline(text, following.start, following.end)
    )
    return bool(ends_front) and not _SENTENCE.search(content)


def _lay_out_body(text: str, lines: list[Span], index: int, layout: Layout) -> None:
    line = lines[index]
    content = line.of(text)
    if layout.dateline is None and not any(b.kind == "paragraph" for b in layout.blocks[-1:]):
        dateline = find_dateline(text, line.start, line.end)
        if dateline is not None:
            _add_dated(text, line, dateline, layout)
            return
    if is_furniture(content):
        layout.credit = layout.credit or credit_of(content)
        layout.blocks.append(Block("furniture", line.start, line.end))
    elif _is_heading(text, lines, index):
        layout.blocks.append(Block("heading", line.start, line.end))
    elif _trails(content, layout):
        layout.blocks.append(Block("furniture", line.start, line.end))
    else:
        layout.blocks.append(Block("paragraph", line.start, line.end))


def _trails(content: str, layout: Layout) -> bool:
    """Whether a short line only continues the furniture above it: a list of topics, of links."""
    last = layout.blocks[-1] if layout.blocks else None
    return (
        last is not None
        and last.kind == "furniture"
        and len(content.split()) <= 6
        and not _FINAL.search(content)
        and content[-1] not in '"”’:,'
    )


def _add_dated(text: str, line: Span, dateline: Dateline, layout: Layout) -> None:
    layout.dateline = dateline
    layout.blocks.append(Block("dateline", dateline.span.start, dateline.span.end))
    rest = text[dateline.span.end : line.end]
    start = dateline.span.end + len(rest) - len(rest.lstrip())
    if start < line.end:
        layout.blocks.append(Block("paragraph", start, line.end))


def _is_heading(text: str, lines: list[Span], index: int) -> bool:
    """A short line without an end mark between paragraphs."""
    content = lines[index].of(text)
    if index + 1 >= len(lines) or len(content) > 100 or _FINAL.search(content) or content[-1] in ':,;"”':
        return False
    words = content.split()
    if len(words) > _HEADING_WORDS or content[0] in "-•*–—\"“‘'" or content[0].islower():
        return False
    return len(lines[index + 1].of(text).split()) >= 12
