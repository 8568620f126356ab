"""Page heads and feet inside a running text, taken out so that the sentence around them is whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.articles.drafts import Draft, Edit
from onrecord.articles.features import Line, fold
from onrecord.articles.imprints import PAGE_COUNT
from onrecord.articles.lines import Ends, width_of
from onrecord.articles.tagging import Label, tag
from onrecord.records import Span

_FEED = "\f"
_HEADS = ("page", "masthead", "outlet", "date", "record", "legal", "section", "navigation", "related")
_NUMBERED = re.compile(
    r"(?<!\s)\s{3,}+\d{1,4}$|^\d{1,4}\s{3,}|(?<!\s)\s{3,}+(?:page|p\.?)\s*+\w?\d{1,4}$", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:][\"”’')]*$")
_CONTINUED = re.compile(r"\(?(?:continued|turn to|see page|from page)\b", re.IGNORECASE)


def without_page_edges(draft: Draft) -> tuple[Draft, list[tuple[int, int]], Ends | None]:
    """``draft`` without heads and feet between lines of body, and their places in the raw document.

    Also what the lines left are for, which costs as much as all else to find out; None where nobody asked.
    """
    text = draft.text
    width = width_of(text)
    if not width and _FEED not in text:
        return draft, [], None
    lines, labels, _ = tag(text, width=width)
    runs = list(_runs(text, lines, labels))
    edits, places = [], []
    for first, last in runs:
        before, after = lines[first - 1].span, lines[last + 1].span
        joint = "\n" if _goes_on(before.of(text), after.of(text)) else "\n\n"
        edits.append(Edit(before.end, after.start - lines[last + 1].indent, joint))
        places.append((lines[first].span.start, lines[last].span.end))
    raw = [draft.raw(start, end) for start, end in places]
    shifted = draft.edit(edits).translate({ord(_FEED): "\n"})
    return shifted, raw, _ends(lines, labels, runs, edits)


def _ends(
    lines: Sequence[Line], labels: Sequence[Label], runs: Sequence[tuple[int, int]], edits: Sequence[Edit]
) -> Ends:
    """Start, end and label of each line that is left, where it stands after ``edits``, one for each run."""
    found: Ends = []
    shift = at = 0
    for (first, last), edit in zip(runs, edits, strict=True):
        found += _moved(lines[at:first], labels[at:first], shift)
        shift += len(edit.new) - (edit.end - edit.start)
        at = last + 1
    return found + _moved(lines[at:], labels[at:], shift)


def _moved(lines: Sequence[Line], labels: Sequence[Label], shift: int) -> Ends:
    return [
        (Span(line.span.start + shift, line.span.end + shift), label)
        for line, label in zip(lines, labels, strict=True)
    ]


def _runs(text: str, lines: Sequence[Line], labels: Sequence[Label]) -> list[tuple[int, int]]:
    """``(first, last)`` of the runs of page lines that have body above and below."""
    keys = [_key(line.span.of(text)) for line in lines]
    often = {key for key, count in Counter(keys).items() if count > 1}
    labels = [
        "page"
        if (key in often and _is_numbered(line.span.of(text))) or PAGE_COUNT.match(line.span.of(text))
        else label
        for line, key, label in zip(lines, keys, labels, strict=True)
    ]
    edges = [
        _is_edge(label, text, line, again=key in often)
        for line, key, label in zip(lines, keys, labels, strict=True)
    ]
    return [(first, last) for first, last in _between_body(labels) if all(edges[first : last + 1])]


def _between_body(labels: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """``(first, last)`` of the runs of other lines that have body above and below."""
    body = [n for n, label in enumerate(labels) if label == "body"]
    return ((above + 1, below - 1) for above, below in pairwise(body) if below > above + 1)


def _is_numbered(content: str) -> bool:
    """Whether a number stands at the line's edge, apart from its words: "Orla Times      7"."""
    return _NUMBERED.search(content) is not None


def _is_edge(label: Label, text: str, line: Line, *, again: bool) -> bool:
    """Whether a line can be a page's head or foot; ``again``: it stands in the text more than once."""
    return (
        label == "page"
        or (label in _HEADS and (again or line.page))
        or bool(_CONTINUED.match(line.span.of(text)))
    )


def _key(content: str) -> str:
    return fold(_NUMBERS.sub("", content))


def _goes_on(before: str, after: str) -> bool:
    return not _ENDED.search(before.rstrip()) or after[:1].islower()
