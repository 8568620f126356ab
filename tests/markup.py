"""Invented articles written with marks for who says what, and what the program makes of them.

``[Ilka Venn] {said} <"Nothing will be built">`` is an attribution with its source, cue and content. Marks may
lie inside each other. A paragraph's marks are one attribution; where it has several, each mark begins with a
number and a colon (``[1:Venn] {1:said} <1:no>``), and ``[1,2:Venn]`` belongs to two. The tagger that reads
such an article finds exactly what is marked, so that a test asks only for what comes after.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord import identity, languages, pipeline
from onrecord.records import (
    AnnotatedArticle,
    Article,
    Attribution,
    Compared,
    Name,
    NameType,
    RawDocument,
    Reading,
    Skipped,
    Span,
    Speaker,
    Statement,
    Story,
)
from onrecord.stopwatch import Stopwatch

_CLOSING = {"[": "]", "{": "}", "<": ">"}
_NUMBERS = re.compile(r"(\d+(?:,\d+)*):")


@dataclass(frozen=True)
class Draft:
    """One invented article: its text without marks, what is marked, and the fields it came with."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    names: Mapping[str, NameType] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> RawDocument:
        """The article as an input file would give it."""
        whole = Span(0, len(self.text))
        return RawDocument(
            self.name, 0, "", "text/plain", self.text, whole, {"language": "en", **self.fields}
        )

    def reading(self, article: Article) -> Reading:
        """What is marked, at its places in ``article``, whose paragraphs may have moved."""
        moves: dict[int, int] = {}
        position = start = 0
        for line in self.text.split("\n"):
            found = article.text.find(line, position) if line else position
            if found >= 0:
                position = found + len(line)
                moves.update(dict.fromkeys(range(start, start + len(line) + 1), found - start))
            start += len(line) + 1

        def moved(spans: Iterable[Span]) -> tuple[Span, ...]:
            return tuple(Span(s.start + moves[s.start], s.end + moves[s.start]) for s in spans)

        attributions = tuple(
            replace(a, source=moved(a.source), cue=moved(a.cue), content=moved(a.content))
            for a in self.attributions
        )
        names = sorted(
            (m.start(), m.end(), kind)
            for words, kind in self.names.items()
            for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", article.text)
        )
        return Reading(attributions, tuple(Name(*n) for n in names), "marks")


def draft(
    marked: str,
    name: str = "a",
    *,
    confidence: float = 0.9,
    names: Mapping[str, NameType] | None = None,
    **fields: str,
) -> Draft:
    """An article from marked text; ``fields`` are metadata (``date``, ``outlet``, ``title``, ``url``)."""
    text = ""
    opened: list[tuple[str, int, tuple[str, ...]]] = []
    parts: dict[tuple[int, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    at = 0
    while at < len(marked):
        char = marked[at]
        at += 1
        if char in _CLOSING:
            numbers = _NUMBERS.match(marked, at)
            at = numbers.end() if numbers else at
            opened.append((char, len(text), tuple(numbers[1].split(",")) if numbers else ("",)))
        elif opened and char == _CLOSING[opened[-1][0]]:
            kind, start, belongs = opened.pop()
            for number in belongs:
                parts[text.count("\n", 0, start), number][kind].append(Span(start, len(text)))
        else:
            text += char
    if opened:
        raise ValueError(f"a mark is not closed: {marked[:80]!r}")
    found = (
        Attribution(*(tuple(sorted(spans[kind])) for kind in _CLOSING), confidence)
        for spans in parts.values()
    )
    ordered = tuple(sorted(found, key=lambda a: a.content))
    return Draft(name, text, ordered, names or {}, fields)


class Marks:
    """A tagger that finds what is marked in the drafts."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._drafts = {d.name: d for d in drafts}

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading per article, in order."""
        return [self._drafts[a.path].reading(a) for a in articles]


def annotated(*drafts: Draft) -> list[AnnotatedArticle]:
    """Everything that is read off each draft alone; none may be skipped."""
    skipped: list[Skipped] = []
    found = list(pipeline.annotate([d.raw for d in drafts], Marks(drafts), on_skip=skipped.append))
    if skipped:
        raise AssertionError(skipped)
    return found


def annotate(marked: str, name: str = "a", **fields: str) -> AnnotatedArticle:
    """Everything that is read off one marked article."""
    (found,) = annotated(draft(marked, name, **fields))
    return found


@dataclass(frozen=True)
class Told:
    """One story's articles laid side by side: articles by name, speakers by id, and what was found."""

    story: Story
    items: Mapping[str, AnnotatedArticle]
    speakers: Mapping[str, Speaker]
    found: Compared

    def words(self, article: str, start: int, end: int) -> str:
        """What stands at a place of an article."""
        item = next(i for i in self.items.values() if i.article.id == article)
        return item.article.text[start:end]


def told(*drafts: Draft) -> Told:
    """The drafts as one story, whatever they are about, through every stage that compares."""
    items = {a.article.path: a for a in annotated(*drafts)}
    speakers, owner = identity.join(
        [c for i in items.values() for c in i.speakers], (), language=languages.of(None)
    )
    named = {s.id: s for s in speakers}
    items = {name: pipeline.name_speakers(i, owner, named) for name, i in items.items()}
    ids = tuple(sorted(i.article.id for i in items.values()))
    story = Story("story", "", ids, None, None, "line")
    by_id = {i.article.id: i for i in items.values()}
    return Told(story, items, named, pipeline.compare(story, by_id, named, Stopwatch()))


def said(item: AnnotatedArticle, words: str) -> Statement:
    """The one statement of ``item`` whose content holds ``words``, innermost first."""
    text = item.article.text
    at = text.index(words)
    found = [s for s in item.statements if any(c.start <= at and at + len(words) <= c.end for c in s.content)]
    if not found:
        contents = [s.content_text(text) for s in item.statements]
        raise AssertionError(f"nothing said holds {words!r}: {contents}")
    return min(found, key=lambda s: sum(c.end - c.start for c in s.content))


def speaker_of(item: AnnotatedArticle, words: str) -> str | None:
    """The name of the chain that the statement with ``words`` belongs to."""
    statement = said(item, words)
    return next((c.name for c in item.speakers if statement.id in c.statement_ids), None)
