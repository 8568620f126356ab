"""GUM (CoNLL-U, annotation CC BY 4.0): persons and organisations with their mentions, as clusters.

Documents come as tokens; their text is put together again here, so that the product reads it as any article.
"""

from __future__ import annotations

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import bare
from meantime import Document

from onrecord.records import Block, Span

ARCHIVE = "data/coref/gum.tar.gz"
TYPES = frozenset({"person", "organization"})
Part = Literal["dev", "train"]

# "(12-person-new-…" opens a mention of entity 12; "12)" closes it, ")" alone the one that was opened last.
_EVENT = re.compile(r"\((?P<opened>\d+)-(?P<type>[a-z]+)-[^()]*|(?P<closed>\d*)\)")
_HERE_AND_NOW = re.compile(
    r"(?:i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself)(?:['’]\w+)?$"
)
_TOKEN_COLUMNS = 10


def documents(shared: Path, part: Part, genres: Iterable[str]) -> Iterator[Document]:
    """The documents of some genres ("news", "interview", …), by name."""
    wanted = frozenset(genres)
    with tarfile.open(shared / ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            stream = archive.extractfile(member)
            name = Path(member.name)
            if stream is not None and name.parent.name == part and name.stem.split("_")[1] in wanted:
                yield _document(name.stem, stream.read().decode("utf-8"))


def third_person(document: Document) -> Document:
    """The document without the mentions "I", "we", "you" and their forms."""
    text = document.article.text
    kept = {
        entity: tuple(s for s in spans if _HERE_AND_NOW.match(s.of(text).casefold()) is None)
        for entity, spans in document.entities.items()
    }
    return Document(document.article, {entity: spans for entity, spans in kept.items() if spans})


@dataclass(slots=True)
class _Reader:
    """What was read of a document so far: its text, and the mentions that are open or done."""

    text: str = ""
    glue: bool = True
    headline: int | None = None
    open: list[tuple[str, str, int]] = field(default_factory=list)
    done: dict[str, set[Span]] = field(default_factory=lambda: defaultdict(set))

    def word(self, form: str, *, glued: bool) -> Span:
        """Adds one token; ``glued``: no space follows it."""
        self.text += "" if self.glue else " "
        start = len(self.text)
        self.text += form
        self.glue = glued
        return Span(start, len(self.text))

    def paragraph(self, *, heads: bool) -> None:
        """Begins a new block; the first that ``heads`` the text is its headline."""
        self.text += "\n\n" if self.text else ""
        self.glue = True
        if heads and self.headline is None:
            self.headline = len(self.text)

    def events(self, column: str, span: Span) -> None:
        """Opens and closes mentions at one token."""
        for event in _EVENT.finditer(column):
            if event["opened"]:
                self.open.append((event["opened"], event["type"], span.start))
                continue
            places = [i for i, o in enumerate(self.open) if event["closed"] in ("", o[0])]
            if places:
                entity, kind, start = self.open.pop(places[-1])
                if kind in TYPES:
                    self.done[entity].add(Span(start, self._without_mark(span)))

    def _without_mark(self, span: Span) -> int:
        """Where a mention ends that ends with ``span``: the mark of a possessive is no part of a name."""
        word = span.of(self.text)
        return span.end - 2 * word.endswith(("'s", "’s"))


def _document(name: str, conllu: str) -> Document:
    reader = _Reader()
    whole: dict[str, Span] = {}  # parts of "daughter’s", by their numbers
    for line in conllu.splitlines():
        if line.startswith("# newpar_block"):
            reader.paragraph(heads="= head" in line)
        elif line.startswith("# sent_id"):
            whole = {}
        columns = line.split("\t")
        if len(columns) != _TOKEN_COLUMNS or "." in columns[0]:
            continue
        misc = dict(pair.partition("=")[::2] for pair in columns[9].split("|"))
        span = whole.get(columns[0]) or reader.word(columns[1], glued=misc.get("SpaceAfter") == "No")
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            whole = {str(n): span for n in range(first, last + 1)}
        reader.events(misc.get("Entity", ""), span)
    article = bare.article(name, reader.text, blocks=_blocks(reader.text, reader.headline))
    return Document(article, {e: tuple(sorted(s)) for e, s in sorted(reader.done.items())})


def _blocks(text: str, headline: int | None) -> tuple[Block, ...]:
    """The lines of a text; that which begins at ``headline`` is one."""
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]
    return tuple(Block("headline" if s.start == headline else "paragraph", s.start, s.end) for s in lines)
