"""Lines that were cut at a column's width, put back together; the map stays one run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from onrecord.articles.drafts import Draft, Edit
from onrecord.articles.tagging import Label, packaged_tagger, tag
from onrecord.languages.furniture import FUNCTION_WORDS, HYPHEN_PREFIXES
from onrecord.records import Span

# Lines of a text in their order, each with what it is for.
Ends = list[tuple[Span, Label]]
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDS = ".!?:;\"”’'»)]…"
_ITEM = re.compile(r"\s*(?:[-*•–—>]|\d{1,3}[.)]|[QA]:)\s")
# Mail and wire systems wrap at 60-80 columns, PDF columns at 35-110.
_WIDEST = 130
_NARROWEST = 30
# Newspapers' own columns, as OCR gives them; lists of short lines are told apart by how their lines begin.
_NARROWEST_COLUMN = 18
_RUNNING_SHARE = 0.5
# Labels between which a part of a sentence may be mistaken for something else.
_PROSE: frozenset[Label] = frozenset(("headline", "subheadline", "pullquote", "caption", "body"))
# Among a text's words: that it was set with words cut at line ends; no word has this form.
_CUTS = "-"
_FEWEST_CUTS = 3
_CUT_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[ \t]*+\n\s*+\w+")
_OPEN_WORDS = FUNCTION_WORDS - frozenset(
    ("in", "on", "not", "no", "it", "he", "they", "her", "this", "there")
)
# A text is hard-wrapped when this share of its single line ends stands near the full width. Paragraphs
# set on lines of their own differ in length: 0.1-0.3.
_FULL_SHARE = 0.6
_FULL = 0.75


class _Break(NamedTuple):
    """A single line end with the lines around it."""

    at: int
    before: str
    after: str


def unwrapped(draft: Draft, ends: Ends | None = None) -> Draft:
    """``draft`` with each line end inside a paragraph turned into the space it stands for.

    ``ends``: its lines and what they are for, where that is known.
    """
    breaks = list(_breaks(draft.text))
    width = _width(breaks)
    breaks = [found for found in breaks if _joins(found, width)]
    if not breaks:
        return draft
    words = frozenset(_WORD.findall(draft.text)) if width else frozenset[str]()
    if width and _cuts_words(breaks):
        words = frozenset(_WORD.findall(_CUT_WORD.sub(" ", draft.text))) | {_CUTS}
    apart = _ends_of_kind(draft.text, ends if ends is not None else _labelled(draft.text, width))
    edits = [edit for found in breaks if found.at not in apart for edit in _joined(found, width, words)]
    return draft.edit(edits)


def _labelled(text: str, width: int) -> Ends:
    lines, labels, _ = tag(text, width=width)
    return [(line.span, label) for line, label in zip(lines, labels, strict=True)]


def _ends_of_kind(text: str, ends: Ends) -> set[int]:
    """Line ends between lines of different use: a headline and the byline below it are never joined."""
    return {
        text.find("\n", line.end)
        for (line, label), (below, other) in pairwise(ends)
        if label != other and not _runs_on(line.of(text), below.of(text), prose={label, other} <= _PROSE)
    }


def _runs_on(before: str, after: str, *, prose: bool) -> bool:
    """Whether a line surely goes on below: it ends in an open word; of prose also before a small letter."""
    last = before.rsplit(None, 1)[-1]
    if last in _OPEN_WORDS:
        return True
    return prose and after[0].islower() and (last[-1].islower() or last[-1] in ",-–")


def width_of(text: str) -> int:
    """The column at which ``text`` was wrapped, or 0 when it was not."""
    return _width(list(_breaks(text)))


def _breaks(text: str) -> Iterator[_Break]:
    start = 0
    lines = text.split("\n")
    for index, line in enumerate(lines[:-1]):
        end = start + len(line)
        if line.strip() and lines[index + 1].strip():
            yield _Break(end, line, lines[index + 1])
        start = end + 1


def _width(breaks: list[_Break]) -> int:
    """The column at which the text was wrapped, or 0 when it was not."""
    if len(breaks) < 4:
        return 0
    lengths = sorted(len(found.before.rstrip()) for found in breaks)
    widest = lengths[int(0.95 * (len(lengths) - 1))]
    if not _NARROWEST_COLUMN <= widest <= _WIDEST or lengths[-1] > 1.3 * widest:
        return 0
    lower = sum(found.after.lstrip()[0].islower() for found in breaks)
    if widest < _NARROWEST and lower < _RUNNING_SHARE * len(breaks):
        return 0
    full = [found for found in breaks if len(found.before.rstrip()) >= _FULL * widest]
    running = [found for found in full if found.before.rstrip()[-1] not in _ENDS]
    if len(full) >= _FULL_SHARE * len(breaks) and len(running) >= 0.5 * len(full):
        return widest
    return 0


def _joins(found: _Break, width: int) -> bool:
    before, after = found.before.rstrip(), found.after.lstrip()
    if _ITEM.match(found.after) or after.startswith(("http", "www.")):
        return False
    runs_on = after[0].islower() and (before[-1].islower() or before[-1] in ",-–")
    if not width:
        return runs_on and len(before) >= _NARROWEST
    indent = len(found.after) - len(after)
    if indent >= 2 and indent > len(found.before) - len(found.before.lstrip()):
        return False
    if len(before) < _FULL * width and before[-1] in _ENDS:
        return False
    # The next word would have fitted: the line was ended on purpose.
    first = after.split(" ", 1)[0]
    return runs_on or len(before) + 1 + len(first) >= 0.85 * width


def _joined(found: _Break, width: int, words: frozenset[str]) -> Iterator[Edit]:
    """The edits that join: white space around the line end goes, the line end becomes a space."""
    before, after = found.before.rstrip(), found.after.lstrip()
    start = found.at - (len(found.before) - len(before))
    end = found.at + 1 + len(found.after) - len(after)
    if len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after[0].islower():
        drop = bool(width) and _is_split_word(before, after, words)
        yield Edit(start - 1 if drop else start, end, "")
        return
    if _is_double_name(before, after):
        yield Edit(start, end, "")
        return
    if start < found.at:
        yield Edit(start, found.at, "")
    yield Edit(found.at, found.at + 1, " ", mapped=True)
    if found.at + 1 < end:
        yield Edit(found.at + 1, end, "")


def _cuts_words(breaks: list[_Break]) -> bool:
    """Whether the text was set with words cut at line ends: more stems there are no prefix than are."""
    stems = [_stem(found.before.rstrip()) for found in breaks if found.before.rstrip().endswith("-")]
    prefixes = sum(stem.lower() in HYPHEN_PREFIXES for stem in stems)
    return len(stems) - prefixes >= max(_FEWEST_CUTS, prefixes)


def _stem(line: str) -> str:
    """The letters before the hyphen at a line's end."""
    return re.split(r"[^\w-]", line[:-1])[-1]


def _is_double_name(before: str, after: str) -> bool:
    """Whether a line ends inside a name with a hyphen ("Mbeki-" / "Rowe"), which keeps it."""
    stem = _stem(before) if before.endswith("-") else ""
    return stem[:1].isupper() and after[0].isupper()


def _is_split_word(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether the hyphen was put there by the wrapping ("govern-" / "ment"), not by the author."""
    stem = _stem(before)
    rest = _WORD.match(after)
    tail = rest.group() if rest else ""
    if f"{stem}-{tail}" in words or "-" in stem:
        return False
    if stem.lower() in HYPHEN_PREFIXES:  # "pro-" / "vide", but "long-" / "term"
        return _CUTS in words and tail not in words and tail.lower() not in packaged_tagger().vocabulary
    return bool(stem)
