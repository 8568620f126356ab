"""A text on its way to being clean, with the map back to the raw document kept through every edit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.records import Span

Run = tuple[int, int, int]  # text_start, raw_start, length


class Edit(NamedTuple):
    """Replace ``[start, end)`` by ``new``.

    ``mapped``: ``new`` has the same length and each of its characters still stands for the one it
    replaces; otherwise ``new`` has no place in the raw document.
    """

    start: int
    end: int
    new: str
    mapped: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """``text`` and the runs that map it to the raw document; see ``Article.text_map``."""

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, raw: str, region: Span) -> Draft:
        """The region of a raw document, unchanged."""
        text = region.of(raw)
        return cls(text, ((0, region.start, len(text)),) if text else ())

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """From where to where characters of the draft stand in the raw document; 0 for what has no place."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        run = bisect_right(self.runs, at, key=lambda r: r[0]) - 1
        text_start, raw_start, length = self.runs[run] if run >= 0 else (0, 0, 0)
        return raw_start + at - text_start if at < text_start + length else 0

    def translate(self, table: dict[int, str]) -> Draft:
        """One-to-one replacements; ``table`` holds single characters only, none of them put for another.

        One at a time: ``str.translate`` asks the table for every character outside ASCII, ten times the cost.
        """
        text = self.text
        for code, new in table.items():
            if (old := chr(code)) in text:
                text = text.replace(old, new)
        return self if text is self.text else Draft(text, self.runs)

    def edit(self, edits: Sequence[Edit]) -> Draft:
        """Apply ``edits``, which are in order and do not overlap. Linear in text and edits."""
        if not edits:
            return self
        pieces: list[str] = []
        kept: list[tuple[int, int, int]] = []  # old start, old end, new start
        at = out = 0
        for edit in edits:
            if edit.start > at:
                pieces.append(self.text[at : edit.start])
                kept.append((at, edit.start, out))
                out += edit.start - at
            if edit.mapped:
                kept.append((edit.start, edit.end, out))
            pieces.append(edit.new)
            out += len(edit.new)
            at = edit.end
        pieces.append(self.text[at:])
        kept.append((at, len(self.text), out))
        return Draft("".join(pieces), _compose(self.runs, kept))

    def select(self, spans: Iterable[Span], joiner: str) -> Draft:
        """Only ``spans`` (ascending), with ``joiner`` between them."""
        pieces: list[str] = []
        kept: list[tuple[int, int, int]] = []
        out = 0
        for span in spans:
            if pieces:
                pieces.append(joiner)
                out += len(joiner)
            pieces.append(span.of(self.text))
            kept.append((span.start, span.end, out))
            out += span.end - span.start
        return Draft("".join(pieces), _compose(self.runs, kept))

    def stripped(self) -> Draft:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        if start == 0 and end == len(self.text):
            return self
        return self.select([Span(start, end)], "")

    def under(self, heading: str) -> Draft:
        """``heading``, which has no place in the raw document, on top of the text."""
        shift = len(heading)
        return Draft(heading + self.text, tuple((t + shift, r, n) for t, r, n in self.runs))


def _compose(runs: Sequence[Run], kept: Sequence[tuple[int, int, int]]) -> tuple[Run, ...]:
    """``runs`` of the old text seen from the new one, neighbours that continue each other joined."""
    found: list[Run] = []
    first = 0
    for old_start, old_end, new_start in kept:
        while first < len(runs) and runs[first][0] + runs[first][2] <= old_start:
            first += 1
        index = first
        while index < len(runs) and runs[index][0] < old_end:
            text_start, raw_start, length = runs[index]
            start, end = max(old_start, text_start), min(old_end, text_start + length)
            _append(found, (start - old_start + new_start, raw_start + start - text_start, end - start))
            index += 1
    return tuple(found)


def _append(runs: list[Run], run: Run) -> None:
    if run[2] <= 0:
        return
    if runs:
        text_start, raw_start, length = runs[-1]
        if text_start + length == run[0] and raw_start + length == run[1]:
            runs[-1] = (text_start, raw_start, length + run[2])
            return
    runs.append(run)
