"""PDF with a text layer: columns in reading order, paragraphs whole, what stands in page margins aside."""

from __future__ import annotations

import hashlib
import io
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import ItemError, LimitError, NoArticleError, UnsupportedError
from onrecord.records import RawDocument, Span
from onrecord.sources.boundaries import extra
from onrecord.sources.limits import MAX_PAGES
from onrecord.sources.opening import Input

# Heads and feet stand in the outer tenth of a page: of a broadsheet's 50 mm, of a letter's 28 mm.
_MARGIN = 0.09
# A headline's letters against the body's: tabloids 1.3 and more, sub-headlines below it.
_HEADLINE = 1.25
# A word that is split at a line's end: longer ones are not words.
_STEM, _LETTERS, _LONGEST_WORD = re.compile(r"(?<![^\W\d])[^\W\d]++-$"), re.compile(r"[^\W\d]+"), 100
_ENDS = re.compile(r"[.!?…:;][\"”’'»)\]]*$")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[A-Z]\d{1,3}", re.IGNORECASE)
_HEAD_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}\.?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
# A running head's name of the paper; not its page, section letter, address or rights.
_OUTLET = re.compile(r"(?:The )?[A-Z][^\W\d]{2,}.{0,60}$")
_NO_OUTLET = re.compile(r"(?i)page\b|www\.|copyright|©|\S+\.\S+$|.*@")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words, its place in points from the lower left, its letters' size."""

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int
    box: int


def pdf_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """The text of a PDF; ``fields["page_starts"]``: the offset at which each page's text begins."""
    with extra("documents", source.where):
        from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415 - an extra
        from pdfminer.psexceptions import PSException  # noqa: PLC0415

    data = source.whole()
    try:
        pages = list(_pages(data, source.where))
    except PDFPasswordIncorrect as error:
        raise UnsupportedError(source.where, "a PDF locked with a password") from error
    except PSException as error:
        raise UnsupportedError(source.where, f"a broken or cut off PDF: {error}") from error
    margins, bodies = _parted(pages)
    if not any(bodies):
        raise NoArticleError(
            source.where, "a PDF without a text layer (scanned pages?); run OCR over it first"
        )
    text, starts = _text(bodies)
    fields = _head_fields(margins) | {"page_starts": " ".join(map(str, starts))}
    title = _headline(bodies[0]) if bodies else ""
    fields |= {"title": title} if title else {}
    sha256 = hashlib.sha256(data).hexdigest()
    yield RawDocument(source.where, 0, sha256, "application/pdf", text, Span(0, len(text)), fields, data)


def _pages(data: bytes, where: str) -> Iterator[tuple[float, list[Line]]]:
    """Height and lines of each page, in reading order."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 - an extra
    from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine  # noqa: PLC0415

    for number, page in enumerate(extract_pages(io.BytesIO(data), laparams=LAParams()), 1):
        if number > MAX_PAGES:
            raise LimitError(where, f"more than {MAX_PAGES} pages")
        lines = []
        boxes = [node for node in page if isinstance(node, LTTextContainer)]
        for box, container in enumerate(boxes):
            for line in container:
                words = " ".join(line.get_text().split()) if isinstance(line, LTTextLine) else ""
                if words:
                    size = statistics.median([c.size for c in line if isinstance(c, LTChar)] or [line.height])
                    lines.append(Line(words, line.x0, line.x1, line.y1, size, number, box))
        yield page.height, lines


def _parted(pages: Sequence[tuple[float, list[Line]]]) -> tuple[list[str], list[list[Line]]]:
    """What stands in the margins of the pages, and the lines of each page's body."""
    everywhere = Counter(_shape(line.text) for _, lines in pages for line in lines)
    body = statistics.median([line.size for _, lines in pages for line in lines] or [0])
    margins: list[str] = []
    bodies: list[list[Line]] = []
    for height, lines in pages:
        kept = []
        for line in lines:
            in_margin = line.top > (1 - _MARGIN) * height or line.top < _MARGIN * height
            repeats = len(pages) > 1 and everywhere[_shape(line.text)] > 1
            if in_margin and (repeats or _PAGE_NUMBER.fullmatch(line.text) or line.size <= body):
                margins.append(line.text)
            else:
                kept.append(line)
        bodies.append(kept)
    return margins, bodies


def _shape(text: str) -> str:
    """``text`` with its numbers alike: page 4's head is that of page 5."""
    return re.sub(r"\d+", "0", text).casefold()


def _head_fields(margins: Sequence[str]) -> dict[str, str]:
    """Outlet and day, as running heads name them; what the margins hold is kept as it stands."""
    kept = " | ".join(dict.fromkeys(margins))
    fields = {"page_margins": kept} if kept else {}
    day = _HEAD_DATE.search(kept)
    if day is None:
        return fields
    fields["date"] = day.group()
    parts = re.split(r"\s*[|,•·]\s*|\s[–—-]\s|\s{2,}", kept[: day.start()] + " | " + kept[day.end() :])
    name = next((part for part in parts if _OUTLET.match(part) and not _NO_OUTLET.match(part)), None)
    return fields | ({"outlet": name} if name else {})


def _headline(lines: Sequence[Line]) -> str:
    """The words of the largest letters on the first page, where they are clearly larger than the body's."""
    if not lines:
        return ""
    body = statistics.median(line.size for line in lines)
    largest = max(line.size for line in lines)
    if largest < _HEADLINE * body:
        return ""
    first = next(n for n, line in enumerate(lines) if line.size >= largest - 0.5)
    words = []
    for line in lines[first:]:
        if line.size < largest - 0.5:
            break
        words.append(line.text)
    return _joined(words, frozenset())


def _text(bodies: Sequence[Sequence[Line]]) -> tuple[str, list[int]]:
    """The paragraphs, two line ends between them, and the offset where each page begins."""
    hyphenated = frozenset(
        word.casefold()
        for lines in bodies
        for line in lines
        for word in re.findall(r"[^\W\d]+(?:-[^\W\d]+)+", line.text)
    )
    paragraphs: list[tuple[int, list[str]]] = []
    for lines in bodies:
        widths: dict[int, float] = {}
        for line in lines:
            widths[line.box] = max(line.right, widths.get(line.box, line.right))
        before: Line | None = None
        for line in lines:
            last = paragraphs[-1][1][-1] if paragraphs else ""
            if last and _continues(before, line, last, widths):
                paragraphs[-1][1].append(line.text)
            else:
                paragraphs.append((line.page, [line.text]))
            before = line
    return _laid_out(paragraphs, hyphenated, len(bodies))


def _laid_out(
    paragraphs: Sequence[tuple[int, list[str]]], hyphenated: frozenset[str], pages: int
) -> tuple[str, list[int]]:
    pieces: list[str] = []
    starts: dict[int, int] = {}
    at = 0
    for page, words in paragraphs:
        starts.setdefault(page, at)
        pieces.append(_joined(words, hyphenated))
        at += len(pieces[-1]) + 2
    text = "\n\n".join(pieces)
    return text, [starts.get(page, len(text)) for page in range(1, pages + 1)]


def _continues(before: Line | None, line: Line, last: str, widths: dict[int, float]) -> bool:
    """Whether ``line`` goes on with the paragraph that ``last`` ends so far."""
    if before is None or before.box != line.box:
        # Over the edge of a column or page only a sentence that is not done goes on.
        same = before is None or abs(before.size - line.size) < 0.5
        return same and not _ENDS.search(last) and (line.text[0].islower() or last.endswith("-"))
    if abs(before.size - line.size) >= 0.5:
        return False
    if before.top - line.top > 1.7 * max(before.size, line.size):
        return False
    short = before.right < widths[line.box] - 0.15 * (widths[line.box] - before.left)
    return not ((short and _ENDS.search(last)) or line.left > before.left + 0.8 * line.size)


def _joined(lines: Sequence[str], hyphenated: frozenset[str]) -> str:
    """Lines as one; a hyphen at a line's end goes, unless the word has it elsewhere too."""
    pieces = [lines[0]]
    for line in lines[1:]:
        last = pieces[-1]
        stem = _STEM.search(last, max(0, len(last) - _LONGEST_WORD))
        if stem is None or not line[:1].islower():
            pieces += [line] if last.endswith("-") else [" ", line]
            continue
        rest = _LETTERS.match(line)
        whole = stem.group() + (rest.group() if rest else "")
        pieces[-1] = last if whole.casefold() in hyphenated else last[:-1]
        pieces.append(line)
    return "".join(pieces)
