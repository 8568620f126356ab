"""A passage that stands in a text hundreds of times in a row: its first ones are kept, the rest left out.

Such a run is damage, or made to cost time; nobody says a thing a thousand times over. Read in full, each
copy would be a statement of its own, at some 20 µs a character.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.articles.drafts import Draft
from onrecord.records import Span

# None of 20,000 articles by 376 outlets has such a run of even a tenth of that.
_FEWEST = 20_000
_LONGEST = 2000  # characters of the passage that is repeated
_KEPT = 1000  # characters of whole copies that stay
_PROBES = _FEWEST - 2 * _LONGEST  # a probe so often falls into every run, with two copies after it


def without_repeats(draft: Draft) -> tuple[Draft, list[tuple[int, int]]]:
    """``draft`` without the rest of each such run, and where in the raw document that stands."""
    left = list(_left(draft.text))
    if not left:
        return draft, []
    starts, ends = [0, *(end for _, end in left)], [*(start for start, _ in left), len(draft.text)]
    return draft.select(map(Span, starts, ends), ""), [draft.raw(start, end) for start, end in left]


def _left(text: str) -> Iterator[tuple[int, int]]:
    """What of each run goes: whole copies, so that what follows the run follows the last one kept."""
    at = 0
    while at + 2 * _LONGEST <= len(text):
        size = text.find(text[at : at + _LONGEST], at + 1, at + 2 * _LONGEST) - at
        start, end = _run(text, at, size) if size > 0 else (at, at)
        if end - start >= _FEWEST:
            yield start + size * -(-_KEPT // size), end
        at = max(end, at) + (0 if end - start >= _FEWEST else _PROBES)


def _run(text: str, at: int, size: int) -> tuple[int, int]:
    """From where to where copies of ``text[at:at + size]`` stand one after the other."""
    many = text[at : at + size] * max(1, _LONGEST // size)  # compared at once
    start = end = at
    while text.startswith(many, end):
        end += len(many)
    while start >= len(many) and text.startswith(many, start - len(many)):
        start -= len(many)
    return start, end
