"""From the lines' labels to an article's blocks, and what the lines around the body say about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.articles.bylines import names_of
from onrecord.articles.cuts import cut_edge
from onrecord.articles.datelines import Dateline, find_dateline
from onrecord.articles.features import Line, fold
from onrecord.articles.imprints import date_of, is_moved, paper_of, sounds_like_a_paper
from onrecord.articles.tagging import Label, tag
from onrecord.languages.english.articles import DAY_WORDS
from onrecord.records import Block, BlockKind, Part, Span

__all__ = ["Layout", "fold", "lay_out"]

_KINDS: dict[Label, BlockKind] = {
    "headline": "headline",
    "subheadline": "subheadline",
    "caption": "caption",
    "heading": "heading",
    "body": "paragraph",
}
# Which lines name the paper or the day, the surest first.
_PAPER_LABELS: tuple[Label, ...] = ("outlet", "masthead", "page", "byline")
_DATE_LABELS: tuple[Label, ...] = ("date", "outlet", "byline", "masthead", "page", "section", "record")
# Words of a line that gives the day, with paper, page and section: longer ones of bulk news tell another day.
_DATED_WORDS = 14
# Sub-headlines of two sentences are leads.
_SENTENCE = re.compile(r"[a-z0-9)\"”’%]{2}[.!?][\"”’)]?\s+[\"“‘(]?[A-Z]\w+(?:\s\S+){5}")
_SPOKEN = re.compile(r"(?:[QA]|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}): ")  # a transcript's "ADA VOSS: Good morning."
_CREDIT_END = re.compile(r"[a-z0-9][.!?][\"”’)]?\s+[A-Z][\w&’'/-]*(?: [A-Z][\w&’'/-]*){0,3}$")
# Of PolNeAR's and BASIL's headlines 99 % have at most 24 words; first paragraphs mostly have more.
_HEADLINE_WORDS = 28
# A first line of so many words with a full stop is a headline more often than a first sentence: see
# evals/articles.py, headline_recall against headline_false.
_PLAIN_HEADLINE_WORDS = 13
_LEADING = 12
# Lines of one or two words above a headline only label it ("Main page", "Rivers").
_LABEL_WORDS = 2
_HEADING_LIKE: tuple[Label, ...] = (
    "body",
    "section",
    "caption",
    "masthead",
    "outlet",
    "subheadline",
    "navigation",
)
_ADDRESS = re.compile(r"https?://\S{4,500}$")
_CREDITED = re.compile(
    r"\(?(?:\w+ ){0,2}(?:reporting|editing|writing|compiled|written|reported|edited)\b.{0,20}\bby\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A line with its label."""

    label: Label
    span: Span
    content: str


@dataclass(slots=True)
class Layout:
    """The blocks of a text and what its lines say about the article."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    headline: Span | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    stamp: str | None = None
    address: str | None = None
    credit: str | None = None
    outlet: str | None = None
    correction: str | None = None
    cut: bool = False


def lay_out(text: str, title: str | None) -> Layout:
    """Label every line of ``text``; nothing is dropped. ``title``: the headline where it is known."""
    lines, labels = tag(text, title=title)
    marked = list(_settled(text, lines, labels, title))
    layout = Layout(headline=next((m.span for m in marked if m.label == "headline"), None))
    seen = False
    for index, line in enumerate(marked):
        if line.label == "body":
            first = not seen or (index > 0 and marked[index - 1].label != "body")
            _add_body(text, line.span, layout, first=first and layout.dateline is None)
            seen = True
        else:
            layout.blocks.append(Block(_KINDS.get(line.label, "furniture"), line.span.start, line.span.end))
            layout.parts.append(Part(line.span.start, line.span.end, line.label))
    _read_lines(marked, layout)
    _cut_off(text, layout)
    return layout


def _settled(
    text: str, lines: Sequence[Line], labels: Sequence[Label], title: str | None
) -> Iterator[_Marked]:
    """The labels as an article can have them: one headline, before the body; sub-headlines below it."""
    marked = [
        _Marked(label, line.span, line.span.of(text)) for line, label in zip(lines, labels, strict=True)
    ]
    marked = _with_talk(_leads_apart(marked))
    body = next((n for n, m in enumerate(marked) if m.label == "body"), len(marked))
    if body == len(marked):
        marked, body = _with_a_body(marked)
    chosen = _headline(marked[: body or 1], fold(title) if title else "")
    if chosen is None and not title and _heads(marked, body):
        chosen, body = body, body + 1
    shown = fold(marked[chosen].content) if chosen is not None else ""
    for index, line in enumerate(marked):
        label = _label(line, index, chosen, body, shown)
        if label in _HEADING_LIKE and _is_heading(marked, index):
            label = "heading"
        yield _Marked(label, line.span, line.content)


def _leads_apart(marked: list[_Marked]) -> list[_Marked]:
    """Headlines and sub-headlines that run to several sentences are body."""
    long = (m.label in ("headline", "subheadline") and bool(_SENTENCE.search(m.content)) for m in marked)
    return [
        _Marked("body" if is_lead else m.label, m.span, m.content)
        for m, is_lead in zip(marked, long, strict=True)
    ]


def _with_talk(marked: list[_Marked]) -> list[_Marked]:
    """Where somebody speaks twice, the lines that begin with a speaker's name are body."""
    spoken = [_SPOKEN.match(m.content) for m in marked]
    often = Counter(match.group() for match in spoken if match)
    if not any(count > 1 for count in often.values()):
        return marked
    return [
        _Marked("body" if match else m.label, m.span, m.content)
        for m, match in zip(marked, spoken, strict=True)
    ]


def _with_a_body(marked: list[_Marked]) -> tuple[list[_Marked], int]:
    """Where no line was taken for body, the long ones are."""
    found = [_Marked("body" if _is_long(m) else m.label, m.span, m.content) for m in marked]
    return found, next((n for n, m in enumerate(found) if m.label == "body"), len(found))


def _is_heading(marked: Sequence[_Marked], index: int) -> bool:
    """A short line without an end mark between two paragraphs."""
    if not 0 < index < len(marked) - 1:
        return False
    content = marked[index].content
    between = marked[index - 1].label == marked[index + 1].label == "body"
    short = len(content) <= 100 and len(content.split()) <= 12 < len(marked[index + 1].content.split())
    return between and short and content[0].isupper() and content[-1].isalnum()


def _is_long(line: _Marked) -> bool:
    return line.label not in ("headline", "correction") and len(line.content.split()) >= 8


def _headline(front: Sequence[_Marked], title: str) -> int | None:
    """The line that is the headline: the known title, else the first of the last run of such lines."""
    if title:
        return next((n for n, m in enumerate(front) if fold(m.content) == title), None)
    found = [n for n, m in enumerate(front) if m.label == "headline" and not _is_no_headline(m.content)]
    if not found:
        return None
    chosen, known = found[-1], set(found)
    while chosen - 1 in known and len(front[chosen - 1].content.split()) > _LABEL_WORDS:
        chosen -= 1
    return chosen


def _heads(marked: Sequence[_Marked], body: int) -> bool:
    """Whether the first line of body can stand above the rest: short, not a sentence, with more below it."""
    if body + 1 >= len(marked) or body >= _LEADING:
        return False
    content = marked[body].content
    words = content.split()
    below = max(len(m.content.split()) for m in marked[body + 1 : body + 3])
    if (
        content[0].islower()
        or content[-1] in ":,"
        or _SPOKEN.match(content)
        or find_dateline(content, 0, len(content))
    ):
        return False
    if content[-1] in '.!?…"”':
        plain = DAY_WORDS.search(content) or _SENTENCE.search(content)
        if _is_titled(words) and 2 <= len(words) <= _HEADLINE_WORDS:
            return True
        return not plain and 2 <= len(words) <= _PLAIN_HEADLINE_WORDS and below >= 1.5 * len(words)
    return 2 <= len(words) <= _HEADLINE_WORDS and not _SENTENCE.search(content)


def _is_titled(words: Sequence[str]) -> bool:
    """Whether most words of four letters or more begin with a capital."""
    long = [word.strip("\"'“”‘’().,:;") for word in words[1:]]
    long = [word for word in long if len(word) >= 4 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _is_deck(content: str) -> bool:
    """A short line without a full stop right below the headline."""
    if len(content.split()) > _HEADLINE_WORDS or _SENTENCE.search(content):
        return False
    return content[-1] not in ".!?:,;…)]" and content[-2:] not in ('."', ".”", ',"', ",”")


def _is_no_headline(content: str) -> bool:
    """A line of a conversation, or a caption with its credit behind the full stop."""
    return bool(_SPOKEN.match(content) or _CREDIT_END.search(content))


def _label(line: _Marked, index: int, chosen: int | None, body: int, shown: str) -> Label:
    """``line``'s label beside the headline that was ``chosen``."""
    if index == chosen:
        return "headline"
    if shown and index < body + _LEADING and fold(line.content) == shown:
        return "related"  # the headline a second time: its statements must not count twice
    if line.label == "body" and index - 1 == chosen and _is_deck(line.content):
        return "subheadline"
    if line.label == "headline":
        return _no_headline(line, index, chosen, body)
    if line.label == "subheadline" and (chosen is None or index < chosen):
        return "related" if chosen is not None else "body" if line.content[-1] in ".!?" else "section"
    if line.label == "pullquote" and index > body and not _marked_quote(line.content):
        return "heading" if line.content[-1] not in '.!?”"' else "body"
    return line.label


def _no_headline(line: _Marked, index: int, chosen: int | None, body: int) -> Label:
    """What a line is that looks like a headline and was not chosen."""
    if _is_no_headline(line.content):
        return "body" if _SPOKEN.match(line.content) else "caption"
    if index > body:
        return "heading"
    return "subheadline" if chosen is not None and index > chosen else "related"


def _marked_quote(content: str) -> bool:
    return content[0] in '“"‘>—-–' or len(content.split()) <= 6


def _add_body(text: str, line: Span, layout: Layout, *, first: bool) -> None:
    dateline = find_dateline(text, line.start, line.end) if first else None
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


def _read_lines(marked: Sequence[_Marked], layout: Layout) -> None:
    """Byline, day, address, paper, credit and correction out of the lines that give them."""
    body = [n for n, m in enumerate(marked) if m.label == "body"]
    first, last = (body[0], body[-1]) if body else (len(marked), len(marked))
    front, back = marked[:first], marked[last + 1 :]
    around = [m for m in marked if m.label not in ("body", "headline")]
    layout.byline = _first(names_of(m.content) for m in (*front, *back) if m.label == "byline")
    layout.byline = layout.byline or _first(
        names_of(m.content) for m in front if m.label in ("date", "outlet") and m.content[:3].lower() == "by "
    )
    layout.stamp = _day(front) or _day([m for m in back[:3] if m.label == "date"])
    layout.address = _first(m.content for m in around if _ADDRESS.match(m.content))
    layout.outlet = _paper(front, marked)
    layout.credit = _first(m.content.strip("()") for m in around if _CREDITED.match(m.content))
    layout.correction = " ".join(m.content for m in marked if m.label == "correction") or None


def _first(found: Iterable[str | None]) -> str | None:
    return next((value for value in found if value), None)


def _day(lines: Sequence[_Marked]) -> str | None:
    """The day that the surest line gives; one of a later change only where no other does."""
    dated = [m for label in _DATE_LABELS for m in lines_of_label(lines, label) if _is_dated(m)]
    dated.sort(key=lambda m: is_moved(m.content))
    return date_of(dated[0].content) if dated else None


def _is_dated(line: _Marked) -> bool:
    """Whether a line gives the paper's day: not a sentence that tells a date, nor a picture's caption."""
    if date_of(line.content) is None or len(line.content.split()) > _DATED_WORDS:
        return False
    return line.label != "byline" or names_of(line.content) is not None


def lines_of_label(lines: Iterable[_Marked], label: Label) -> list[_Marked]:
    """Those of ``lines`` with one label."""
    return [m for m in lines if m.label == label]


def _paper(front: Sequence[_Marked], marked: Sequence[_Marked]) -> str | None:
    """The paper that the lines name; a byline or a footer must sound like one."""
    for label in _PAPER_LABELS[:3]:
        for line in (*lines_of_label(front, label), *lines_of_label(marked, label)):
            name = paper_of(line.content)
            if name and not _ADDRESS.match(line.content):
                return name
    for line in marked:
        if line.label in ("byline", "legal", "record", "section", "date", "related"):
            name = _named(line)
            if name:
                return name
    return None


def _named(line: _Marked) -> str | None:
    """A paper that a byline ("… for the Lowmere Gazette") or a footer names, where it sounds like one."""
    if line.label == "byline":
        match = re.search(
            r"(?:\b(?:for|of) (?:the )?|[|,/(·•–-] ?)([A-ZÀ-Þ][^|,/()·•]{3,40})$", line.content.rstrip(" )")
        )
        name = match.group(1) if match else None
    elif line.label in ("legal", "record"):
        name = (
            paper_of(line.content)
            if "©" in line.content or "opyright" in line.content or line.label == "record"
            else None
        )
    else:
        name = line.content if line.label == "section" and len(line.content.split()) >= 2 else None
        name = paper_of(name) if name else None
    return name if name and sounds_like_a_paper(name) and len(name.split()) <= 5 else None


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
