"""From the lines' labels to an article's blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.articles.bylines import begins_as_byline
from onrecord.articles.cuts import cut_edge
from onrecord.articles.datelines import Dateline, find_dateline
from onrecord.articles.features import Line, fold
from onrecord.articles.imprints import date_of, paper_of
from onrecord.articles.pointers import without_pointers
from onrecord.articles.tagging import Label, tag
from onrecord.articles.told import Marked, Told, told_by
from onrecord.languages.furniture import CORRECTING, DAY, DAY_WORDS, POINTER
from onrecord.records import Block, BlockKind, Part, Span

__all__ = ["Layout", "fold", "lay_out"]

_KINDS: dict[Label, BlockKind] = {
    "headline": "headline",
    "subheadline": "subheadline",
    "caption": "caption",
    "heading": "heading",
    "body": "paragraph",
}
# Sub-headlines of two sentences are leads.
_SENTENCE = re.compile(r"[a-z0-9)\"”’%]{2}[.!?][\"”’)]?\s+[\"“‘(]?[A-Z]\w+(?:\s\S+){5}")
_SPOKEN = re.compile(r"(?:[QA]|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}): ")  # a transcript's "ADA VOSS: Good morning."
# "Museum returns chest (Tolland Times, 2 December 2017)", "… – Tolland Times – 2017-12-02".
_IMPRINT = re.compile(r"(.{12,400}?)(?:\s*+[(\[](?=[^()]+[)\]]$)|\s++[–—|-]\s+)([^()\[\]]+)[)\]]?")
_CREDIT_END = re.compile(r"[a-z0-9][.!?][\"”’)]?\s+[A-Z][\w&’'/-]*(?: [A-Z][\w&’'/-]*){0,3}$")
# Of PolNeAR's and BASIL's headlines 99 % have at most 24 words; first paragraphs mostly have more.
_HEADLINE_WORDS = 28
# A first line of so many words with a full stop is a headline more often than a first sentence: see
# evals/articles.py, headline_recall against headline_false.
_PLAIN_HEADLINE_WORDS = 13
_LEADING = 12
# Lines that can be a headline where none is labelled so, and how many words they then have at least.
_HEAD_LABELS: tuple[Label, ...] = ("section", "related", "masthead", "subheadline", "legal")
_HEAD_WORDS = 4
_MENU = re.compile(r"[|·•»>/©]|\b(?:you|your|our|us|here|reserved|copyright|terms)\b", re.IGNORECASE)
# Lines of one or two words above a headline only label it ("Main page", "Rivers").
_LABEL_WORDS = 2
_LAST_WORDS = 8
_CORRECTS = re.compile(CORRECTING, re.IGNORECASE)
_POST_TIME = re.compile(rf"{DAY},? \d{{1,2}}[:.]\d\d", re.IGNORECASE)
_POSTED: tuple[Label, ...] = ("headline", "subheadline", "caption", "pullquote", "dateline")
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


def lay_out(text: str, title: str | None) -> Layout:
    """Label every line of ``text``; nothing is dropped. ``title``: the headline where it is known."""
    lines, labels, _ = tag(text, title=title)
    marked = _headline_whole(text, list(_settled(text, lines, labels, title)))
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
    layout.told = told_by(marked)
    _cut_off(text, layout)
    return layout


def _settled(
    text: str, lines: Sequence[Line], labels: Sequence[Label], title: str | None
) -> Iterator[Marked]:
    """The labels as an article can have them: one headline, before the body; sub-headlines below it."""
    marked = [Marked(label, line.span, line.span.of(text)) for line, label in zip(lines, labels, strict=True)]
    for mended in (
        _with_imprint,
        _with_posts,
        _leads_apart,
        _with_talk,
        _with_sentences,
        _without_pointers,
        _without_last_words,
    ):
        marked = mended(marked)
    body = next((n for n, m in enumerate(marked) if m.label == "body"), len(marked))
    if body == len(marked):
        marked, body = _with_a_body(marked)
    chosen = _headline(marked[: body or 1], fold(title) if title else "")
    if chosen is None and not title:
        chosen, body = _headless(marked, body)
    shown = fold(marked[chosen].content) if chosen is not None else ""
    for index, line in enumerate(marked):
        label = _label(line, index, chosen, body, shown)
        if label in _HEADING_LIKE and _is_heading(marked, index):
            label = "heading"
        yield Marked(label, line.span, line.content)


def _headline_whole(text: str, marked: list[Marked]) -> list[Marked]:
    """``marked``; a headline that goes on in small letters on the line right below it is one of two lines."""
    at = next((n for n, m in enumerate(marked[:-1]) if m.label == "headline"), None)
    if at is None:
        return marked
    first, second = marked[at], marked[at + 1]
    whole = Span(first.span.start, second.span.end)
    is_next = text[first.span.end : second.span.start].strip(" \t") == "\n" and second.label != "body"
    is_split = first.content[-1].isalnum() and second.content[0].islower() and second.content[-1].isalnum()
    if begins_as_byline(second.content) or date_of(second.content) is not None:
        return marked
    if not (is_next and is_split and len(whole.of(text).split()) <= _HEADLINE_WORDS):
        return marked
    return [*marked[:at], Marked("headline", whole, whole.of(text)), *marked[at + 2 :]]


def _with_posts(marked: list[Marked]) -> list[Marked]:
    """Where lines give a day and an hour, the sentences below each are a live page's posts."""
    stamps = [n for n, m in enumerate(marked) if _POST_TIME.fullmatch(m.content)]
    if len(stamps) < 2:
        return marked
    return [
        Marked("body", m.span, m.content)
        if n > stamps[0] and m.label in _POSTED and len(m.content.split()) >= 8 and m.content[-1] in '.!?"”'
        else m
        for n, m in enumerate(marked)
    ]


def _with_imprint(marked: list[Marked]) -> list[Marked]:
    """``marked``; where paper and day stand behind the headline on its line, they are a line of their own."""
    front = next((n for n, m in enumerate(marked) if m.label == "body"), len(marked))
    at = next((n for n in range(front) if marked[n].label == "headline"), 0)
    found = _IMPRINT.fullmatch(marked[at].content) if at < front else None
    if found is None or date_of(found[2]) is None:
        return marked
    if marked[at].label != "headline" and not (len(found[1].split()) >= _HEAD_WORDS and paper_of(found[2])):
        return marked
    line = marked[at].content
    start, rest = marked[at].span.start, found.end(1)
    rest += len(line[rest:]) - len(line[rest:].lstrip())  # the line's own marks stay with the paper
    return [
        *marked[:at],
        Marked("headline", Span(start, start + found.end(1)), found[1]),
        Marked("outlet", Span(start + rest, marked[at].span.end), found[2]),
        *marked[at + 1 :],
    ]


def _without_last_words(marked: list[Marked]) -> list[Marked]:
    """``marked``; a heading below the last paragraph ("Have your say?") heads what is not the article's."""
    last = next((n for n in range(len(marked) - 1, 0, -1) if marked[n].label in ("body", "heading")), 0)
    line = marked[last] if last else None
    if line is None or last + 1 == len(marked) or marked[last - 1].label != "body":
        return marked
    is_short = len(line.content.split()) <= _LAST_WORDS and line.content[-1] not in '.!"”’…)'
    if not is_short or _SPOKEN.match(line.content) or not any(m.label == "body" for m in marked[:last]):
        return marked
    return [*marked[:last], Marked("section", line.span, line.content), *marked[last + 1 :]]


def _leads_apart(marked: list[Marked]) -> list[Marked]:
    """Headlines and sub-headlines that run to several sentences are body."""
    long = (m.label in ("headline", "subheadline") and bool(_SENTENCE.search(m.content)) for m in marked)
    return [
        Marked("body" if is_lead else m.label, m.span, m.content)
        for m, is_lead in zip(marked, long, strict=True)
    ]


def _with_talk(marked: list[Marked]) -> list[Marked]:
    """Where somebody speaks twice, the lines that begin with a speaker's name are body."""
    return [
        Marked("body" if talks else m.label, m.span, m.content)
        for m, talks in zip(marked, _talks(marked), strict=True)
    ]


def _with_sentences(marked: list[Marked]) -> list[Marked]:
    """Sentences that were taken for a correction and do not say what they correct are body."""
    return [
        Marked("body", m.span, m.content)
        if m.label == "correction"
        and m.content[-1] in '.!?"”'
        and not _CORRECTS.search(m.content)
        and (not n or marked[n - 1].label == "body")
        else m
        for n, m in enumerate(marked)
    ]


def _without_pointers(marked: list[Marked]) -> list[Marked]:
    return without_pointers(marked, _talks(marked))


def _talks(marked: Sequence[Marked]) -> list[bool]:
    """Which lines begin with a speaker's name, where one speaks twice; "SEE ALSO:" twice is no talk."""
    spoken = [_SPOKEN.match(m.content) for m in marked]
    often = Counter(match.group() for match in spoken if match and not POINTER.match(match.group()))
    if not any(count > 1 for count in often.values()):
        return [False] * len(marked)
    return [match is not None for match in spoken]


def _with_a_body(marked: list[Marked]) -> tuple[list[Marked], int]:
    """Where no line was taken for body, the long ones are."""
    found = [Marked("body" if _is_long(m) else m.label, m.span, m.content) for m in marked]
    return found, next((n for n, m in enumerate(found) if m.label == "body"), len(found))


def _is_heading(marked: Sequence[Marked], index: int) -> bool:
    """A short line without an end mark between two paragraphs."""
    if not 0 < index < len(marked) - 1:
        return False
    content = marked[index].content
    between = marked[index - 1].label == marked[index + 1].label == "body"
    short = len(content) <= 100 and len(content.split()) <= 12 < len(marked[index + 1].content.split())
    return between and short and content[0].isupper() and content[-1].isalnum()


def _is_long(line: Marked) -> bool:
    return line.label not in ("headline", "correction") and len(line.content.split()) >= 8


def _headline(front: Sequence[Marked], title: str) -> int | None:
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


def _headless(marked: Sequence[Marked], body: int) -> tuple[int | None, int]:
    """Where no line was taken for a headline: the one that can be it, and where the body then begins.

    A first line of body without an end mark is; else a line above the body that is as long as headlines are,
    the first of the last run of such lines, since what follows it is its sub-headline.
    """
    heads = _heads(marked, body)
    if not (heads and marked[body].content[-1].isalnum()):
        above = [n for n in range(body) if _could_head(marked[n])]
        if above:
            first = above[-1]
            while first - 1 in above:
                first -= 1
            return first, body
    return (body, body + 1) if heads else (None, body)


def _could_head(line: Marked) -> bool:
    """Whether a line of another label can be the headline: some words, no full stop, not a menu."""
    words = line.content.split()
    if line.label not in _HEAD_LABELS or not _HEAD_WORDS <= len(words) <= _HEADLINE_WORDS:
        return False
    lower = sum(word[0].islower() for word in words)
    if not line.content[0].isupper() or _MENU.search(line.content) or date_of(line.content) is not None:
        return False
    titled = _is_titled(words)
    return titled if line.content[-1] == "." else line.content[-1].isalnum() and (titled or lower >= 2)


def _heads(marked: Sequence[Marked], body: int) -> bool:
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


def _label(line: Marked, index: int, chosen: int | None, body: int, shown: str) -> Label:
    """``line``'s label beside the headline that was ``chosen``."""
    if index == chosen:
        return "headline"
    if shown and index < body + _LEADING and fold(line.content) == shown:
        return "related"  # the headline a second time: its statements must not count twice
    if line.label == "body" and index - 1 == chosen and _is_deck(line.content):
        return "subheadline"
    if line.label in ("outlet", "date", "masthead") and _CREDIT_END.search(line.content):
        return "caption"
    if line.label == "headline":
        return _no_headline(line, index, chosen, body)
    if line.label == "subheadline" and (chosen is None or index < chosen):
        return "related" if chosen is not None else "body" if line.content[-1] in ".!?" else "section"
    if line.label == "pullquote" and index > body and not _marked_quote(line.content):
        return "heading" if line.content[-1] not in '.!?”"' else "body"
    return line.label


def _no_headline(line: Marked, index: int, chosen: int | None, body: int) -> Label:
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
