"""PolNeAR rows as edit-able documents, and documents as labelled windows."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.models.arrays import Ints
from onrecord.models.encoding import Encoder, Window

# Label scheme of the role head and of the name head, in the order of their outputs.
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = (
    "O",
    "B-person",
    "I-person",
    "B-organisation",
    "I-organisation",
    "B-place",
    "I-place",
    "B-other",
    "I-other",
)
SOURCE, CUE, CONTENT = 1, 2, 3
IGNORED = -100
# spaCy's labels on the four kinds of name; numbers, dates and money are no names.
NAME_TYPES = {
    "PERSON": 1, "ORG": 2, "GPE": 3, "LOC": 3, "FAC": 3,
    "NORP": 4, "EVENT": 4, "PRODUCT": 4, "WORK_OF_ART": 4, "LAW": 4,
}  # fmt: skip


@dataclass(slots=True)
class Document:
    """A text with a span number per character (-1: none), for roles and for names.

    ``roles[n]`` is the role of span ``n``; ``cue_of[n]`` the cue span of content span ``n``,
    ``source_of[n]`` the source span of cue span ``n`` (-1: none). ``labelled``: whether roles are known.
    """

    id: str
    text: str
    spans: npt.NDArray[np.int32]
    roles: list[int] = field(default_factory=list)
    cue_of: dict[int, int] = field(default_factory=dict)
    source_of: dict[int, int] = field(default_factory=dict)
    names: npt.NDArray[np.int32] | None = None
    name_types: list[int] = field(default_factory=list)
    labelled: bool = True

    def edited(self, edits: Sequence[tuple[int, int, str]]) -> Document:
        """A copy with ``(start, end, replacement)`` applied; new characters belong to what they replace.

        An insertion belongs to the span that surrounds it, if one does. Overlapping edits: first wins.
        """
        text: list[str] = []
        spans: list[npt.NDArray[np.int32]] = []
        names: list[npt.NDArray[np.int32]] = []
        at = 0
        for start, end, new in sorted(edits):
            if start < at:
                continue
            text += [self.text[at:start], new]
            for old, out in ((self.spans, spans), (self.names, names)):
                if old is not None:
                    out += [old[at:start], np.full(len(new), _covering(old, start, end), np.int32)]
            at = end
        text.append(self.text[at:])
        spans.append(self.spans[at:])
        if self.names is not None:
            names.append(self.names[at:])
        return Document(
            self.id, "".join(text), np.concatenate(spans), self.roles, self.cue_of, self.source_of,
            np.concatenate(names) if self.names is not None else None, self.name_types, self.labelled,
        )  # fmt: skip

    def bounds(self) -> dict[int, tuple[int, int]]:
        """Where each span begins and ends, by its number; one of which nothing is left is not there."""
        found: dict[int, tuple[int, int]] = {}
        for at, number in enumerate(self.spans.tolist()):
            if number >= 0:
                found[number] = (found.get(number, (at, at))[0], at + 1)
        return found

    def paragraphs(self) -> list[tuple[int, int]]:
        """The non-empty lines."""
        out, at = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                out.append((at, at + len(line)))
            at += len(line) + 1
        return out


def _covering(old: npt.NDArray[np.int32], start: int, end: int) -> int:
    if end > start:
        return int(old[start])
    if 0 < start < len(old) and old[start - 1] == old[start]:
        return int(old[start])
    return -1


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its labels; all per word of ``window.words``.

    ``cue_at``: for words of a content, the word index of its cue's first word; ``source_at``: for the
    first word of a cue, that of its source; 0 is "none" (word indices count from 1), IGNORED is no target.
    """

    window: Window
    roles: Ints
    names: Ints
    cue_at: Ints
    source_at: Ints


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def held_out(identifier: str, percent: int = 8) -> bool:
    """Whether a training article belongs to the slice for model selection and calibration."""
    return int(hashlib.sha256(identifier.encode()).hexdigest()[:8], 16) % 100 < percent


def document(row: Mapping[str, Any], names: Sequence[Sequence[Any]] | None) -> Document:
    """One annotated article. A source that several cues share is one span."""
    text = row["text"]
    doc = Document(str(row["id"]), text, np.full(len(text), -1, np.int32))
    numbers: dict[tuple[int, int, int], int] = {}

    def span(role: int, start: int, end: int) -> int:
        key = (role, start, end)
        if key not in numbers:
            numbers[key] = len(doc.roles)
            doc.roles.append(role)
            doc.spans[start:end] = numbers[key]
        return numbers[key]

    # Contents first: what overlaps (under 2 % of characters) keeps its cue and its source.
    for attribution in row["attributions"]:
        contents = [span(CONTENT, *s) for s in attribution["content"]]
        sources = [span(SOURCE, *s) for s in attribution["source"]]
        cues = [span(CUE, *s) for s in attribution["cue"]]
        for content in contents:
            doc.cue_of[content] = cues[0] if cues else -1
        for cue in cues:
            doc.source_of[cue] = sources[0] if sources else -1
    if names is not None:
        doc.names = np.full(len(text), -1, np.int32)
        for start, end, label in names:
            if label in NAME_TYPES:
                doc.names[start:end] = len(doc.name_types)
                doc.name_types.append(NAME_TYPES[label])
    return doc


def load(polnear: Path, silver: Path) -> list[Document]:
    """All annotated training articles with their silver names."""
    names = {}
    with silver.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            names[entry["id"]] = entry["names"]
    return [document(row, names.get(row["id"])) for row in rows(polnear)]


def examples(doc: Document, encoder: Encoder, limit: int, skip: int = 0) -> Iterator[Example]:
    """Labelled windows of a document; ``skip`` paragraphs are left out at the start."""
    pieces = encoder.pieces(doc.text, doc.paragraphs()[skip:])
    for window in encoder.windows(pieces, limit):
        yield label(doc, window)


def label(doc: Document, window: Window) -> Example:
    """The gold labels of one window's words."""
    count = len(window.words)
    starts = window.starts[window.words]
    real = starts >= 0
    span = np.where(real, doc.spans[np.maximum(starts, 0)], -1)
    roles, names = np.zeros(count, np.int64), np.full(count, IGNORED, np.int64)
    cue_at, source_at = np.full(count, IGNORED, np.int64), np.full(count, IGNORED, np.int64)
    where: dict[int, int] = {}
    for word, number in enumerate(span):
        if number < 0:
            continue
        first = word == 0 or span[word - 1] != number
        roles[word] = 2 * doc.roles[number] - (1 if first else 0)
        where.setdefault(int(number), word + 1)
    for word, number in enumerate(span):
        if number < 0:
            continue
        if doc.roles[number] == CONTENT and number in doc.cue_of:
            cue = doc.cue_of[int(number)]
            cue_at[word] = 0 if cue < 0 else where.get(cue, IGNORED)
        elif doc.roles[number] == CUE and where[int(number)] == word + 1:
            source = doc.source_of.get(int(number), -1)
            source_at[word] = 0 if source < 0 else where.get(source, IGNORED)
    if doc.names is not None:
        name = np.where(real, doc.names[np.maximum(starts, 0)], -1)
        for word, number in enumerate(name):
            first = word == 0 or name[word - 1] != number
            names[word] = 0 if number < 0 else 2 * doc.name_types[number] - (1 if first else 0)
    if not doc.labelled:
        roles = np.full(count, IGNORED, np.int64)
    return Example(window, roles, names, cue_at, source_at)
