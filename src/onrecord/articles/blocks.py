"""What each line of an article is for: headline, caption, dateline, paragraph, furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.articles.datelines import Dateline, find_dateline
from onrecord.languages.english.articles import (
    AGENCIES,
    CAPTION_ENDS,
    CAPTION_STARTS,
    CREDIT_LINE,
    DAY_WORDS,
    FURNITURE,
    MONTH,
    NAVIGATION,
    STAMP_WORDS,
)
from onrecord.records import Block, BlockKind, Span

# The part before the body is looked for in so many lines: navigation, headline, sub-headline, byline,
# dates, a caption, a second headline. Pages copied whole have up to nine.
_LEADING = 12
_FURNITURE = re.compile("|".join(f"(?:{form})" for form in FURNITURE), re.IGNORECASE)
_CREDIT = re.compile(rf"\(?(?:{CREDIT_LINE})", re.IGNORECASE)
_CAPTION_START = re.compile("|".join(CAPTION_STARTS))
_CAPTION_END = re.compile("|".join(CAPTION_ENDS))
# "… at the border. Norwire": a name, and no full stop, after the sentence.
_CREDITED = re.compile(
    r"[.!?][\"”’)]?\s+(?P<credit>[A-Z][\w&’'-]*(?:[ /](?:via|and|for|[A-Z])[\w&’'/-]*){0,4})$"
)
_BYLINE = re.compile(
    r"(?:By|BY)[ :]\s*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:[ ,]+(?:and|in|for|of|&|[A-ZÀ-Þ][\w.'’-]*)){0,14})\s*$"
)
_STAMP = re.compile(rf"\b(?:{MONTH}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})")
_MONTH = re.compile(MONTH)
_PLAIN = re.compile(r"[^\W_]+")
_FINAL = re.compile(r"[.!?…][\"”’'»)\]]*$")
_FULL_STOP = re.compile(r"\.[\"”’'»)\]]*$")
_SENTENCE = re.compile(r"[a-z0-9)\"”’%]{2}[.!?][\"”’)]?\s+[\"“‘(]?[A-Z]")
_CRUMBS = re.compile(r"[^.!?]{1,30}(?:\s[>›»/|•·]\s[^.!?]{1,30}){1,6}$")
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
        kind: BlockKind | None = None
        if index == wanted:
            kind = "headline"
            layout.headline = line
        elif layout.headline is not None and fold(content) == fold(layout.headline.of(text)):
            kind = "furniture"  # the headline a second time: its statements must not count twice
        elif _is_front_furniture(content, layout):
            kind = "furniture"
        elif _is_caption(content, lines, index):
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


def fold(text: str) -> str:
    """Letters and digits of ``text``, lower case: "Trump’s Deal." and "Trump's deal" are one headline."""
    return "".join(_PLAIN.findall(text)).casefold()


def _title_line(text: str, lines: list[Span], folded: str) -> int | None:
    return next((n for n, line in enumerate(lines[:_LEADING]) if fold(line.of(text)) == folded), None)


def _is_front_furniture(content: str, layout: Layout) -> bool:
    if _is_furniture(content) or (
        len(content) < 90 and _CRUMBS.match(content) and not _STAMP.search(content)
    ):
        return True
    byline = _BYLINE.match(content)
    if byline:
        layout.byline = layout.byline or byline.group("name").strip(" ,")
        return True
    if _is_stamp(content):
        layout.stamp = layout.stamp or content
        return True
    return content.isupper() and len(content.split()) <= 2 and content.strip(" .:").isalpha()


def _is_furniture(content: str) -> bool:
    if not any(map(str.isalnum, content)):
        return True  # a rule, a row of stars
    return content.strip(" .:>»|•-–—*#=_").casefold() in NAVIGATION or (
        len(content) <= 400 and _FURNITURE.match(content) is not None
    )


def _is_stamp(content: str) -> bool:
    """A line that is a date and nothing else: "Published January 25, 2022, 10:31 GMT"."""
    if len(content) > 90 or not _STAMP.search(content) or not any(c.isdigit() for c in content):
        return False
    rest = _MONTH.sub(" ", content)
    return all(
        word.isdigit() or word.lower() in STAMP_WORDS or len(word) == 1 for word in _PLAIN.findall(rest)
    )


def _is_caption(content: str, lines: list[Span], index: int) -> bool:
    if len(content) > 600 or index + 1 >= len(lines):
        return False
    if _CAPTION_START.match(content) or _CAPTION_END.search(content) or content in AGENCIES:
        return True
    credited = _CREDITED.search(content)
    return credited is not None and len(credited.group("credit").split()) <= 4


def _is_headline(text: str, lines: list[Span], index: int) -> bool:
    """A short first line with a body below it; a full stop is allowed where the words are set as a title."""
    content = lines[index].of(text)
    words = content.split()
    following = _following(text, lines, index)
    if following is None or not 2 <= len(words) <= _HEADLINE_WORDS or content[-1] in ":,":
        return False
    if content[0].islower():
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
    return next((line for line in lines[index + 1 : index + 4] if not _is_furniture(line.of(text))), None)


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
    ends_front = _is_furniture(following.of(text)) or find_dateline(text, following.start, following.end)
    return bool(ends_front) and not _SENTENCE.search(content)


def _lay_out_body(text: str, lines: list[Span], index: int, layout: Layout) -> None:
    line = lines[index]
    content = line.of(text)
    if layout.dateline is None and not any(b.kind == "paragraph" for b in layout.blocks[-1:]):
        dateline = find_dateline(text, line.start, line.end)
        if dateline is not None:
            _add_dated(text, line, dateline, layout)
            return
    if _is_furniture(content):
        if _CREDIT.match(content) and layout.credit is None:
            layout.credit = content.strip("()")
        layout.blocks.append(Block("furniture", line.start, line.end))
    elif _is_heading(text, lines, index):
        layout.blocks.append(Block("heading", line.start, line.end))
    else:
        layout.blocks.append(Block("paragraph", line.start, line.end))


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
