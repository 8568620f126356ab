"""The tagger: a trained network that finds sources, cues, contents and names, and joins them.

One pass of a small encoder over windows of consecutive paragraphs gives label scores for every word and
the queries and keys of two pointers; ``decoding`` turns the first into spans, ``linking`` the second into
attributions.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import NamedTuple

import numpy as np

from onrecord.lazy import Lazy
from onrecord.models.arrays import Floats, Ints
from onrecord.models.encoding import Window
from onrecord.models.runtime import workers
from onrecord.models.tagger import Decoder, Model, OnnxModel, Scores
from onrecord.records import Article, Attribution, Name, NameType, Reading, Span, Spans
from onrecord.statements.bearings import Bearings
from onrecord.statements.confidence import confidence, evidence
from onrecord.statements.decoding import Stretch, best_paths, log_softmax, stretches
from onrecord.statements.linking import CONTENT, PointerScores, link, supported
from onrecord.statements.parted import whole
from onrecord.text import View

# How often the windows are read anew with what spans point to. On PolNeAR (held-out and development; end to
# end, soft match, quoted words with the right speaker): once 67.8 70.2 93.1 and 67.0 70.0 93.9, twice 67.9
# 70.4 93.1 and 67.2 70.1 95.0, three times the same.
_ROUNDS = 2
# Windows decoded together: Viterbi's steps are shared, and twice this many results are held in memory.
_WINDOWS = 16
# A window with the number of the article it is of.
Owned = tuple[int, Window]
_NAME_TYPES: tuple[NameType, ...] = ("person", "organisation", "place", "other")


class Judged(NamedTuple):
    """An attribution and the values of ``confidence.EVIDENCE`` for it."""

    attribution: Attribution
    evidence: tuple[float, ...]


class Judgement(NamedTuple):
    """What an article was found to hold: attributions, names, and of whom its words may speak."""

    judged: list[Judged]
    names: list[Name]
    bearings: Bearings


class NeuralTagger:
    """Reads articles with the packaged weights, in threads of its own (at most two unless told otherwise).

    The same article gives the same reading in any company and any order.
    """

    def __init__(self, model: Model | None = None, *, threads: int | None = None) -> None:
        self._model = model if model is not None else OnnxModel()
        self._threads = threads or workers()

    @property
    def models(self) -> Mapping[str, str]:
        """SHA-256 of each file it reads with, by name; empty for a model that is no files."""
        return self._model.hashes if isinstance(self._model, OnnxModel) else {}

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading per article, in order."""
        producer = f"statements.neural/{self._model.decoder.name}"
        return [
            Reading(tuple(j.attribution for j in judged), tuple(names), producer, bearings)
            for judged, names, bearings in self.judge(articles)
        ]

    def judge(self, articles: Sequence[Article]) -> list[Judgement]:
        """Per article its attributions, each with what its confidence rests on, its names and bearings."""
        found = [Judgement([], [], Bearings()) for _ in articles]
        views = Lazy[int, View](lambda owner: View(articles[owner]))
        for group, scores in self._scored(self._windows(articles)):
            readers = [
                WindowReader(window, tags, links, self._model.decoder)
                for (_, window), (tags, links, *_) in zip(group, scores, strict=True)
            ]
            paths = _labelled(readers, self._model.decoder.transitions)
            for (owner, _), reader, path in zip(group, readers, paths, strict=True):
                found[owner].judged.extend(reader.whole(path, partial(views.__getitem__, owner)))
                found[owner].names.extend(reader.names())
            for (owner, window), made in zip(group, scores, strict=True):
                found[owner].bearings.add(window, made.bearings, made.spoken)
        for judgement in found:
            judgement.judged.sort(key=lambda j: (j.attribution.content[0], j.attribution.source))
        return found

    def _scored(self, windows: Iterator[Owned]) -> Iterator[tuple[list[Owned], list[Scores]]]:
        """Groups of windows with their scores; the next group is under way while one is decoded."""
        with ThreadPoolExecutor(self._threads) as pool:
            waiting: deque[tuple[list[Owned], list[Future[Scores]]]] = deque()
            while True:
                group = list(islice(windows, _WINDOWS))
                if group:
                    waiting.append((group, [pool.submit(self._model.forward, w) for _, w in group]))
                if len(waiting) == 2 or (waiting and not group):
                    done, futures = waiting.popleft()
                    yield done, [f.result() for f in futures]
                elif not group:
                    return

    def _windows(self, articles: Sequence[Article]) -> Iterator[Owned]:
        """Every article's windows with the article's number."""
        encoder, limit = self._model.encoder, self._model.decoder.window
        for number, article in enumerate(articles):
            pieces = encoder.pieces(article.text, _paragraphs(article))
            for window in encoder.windows(pieces, limit):
                yield number, window


def _labelled(readers: Sequence[WindowReader], transitions: Floats) -> list[Ints]:
    """Each window's labels; one that a round has not changed would not change in the next."""
    paths = best_paths([r.closed() for r in readers], transitions)
    unsettled = list(range(len(readers)))
    for _ in range(_ROUNDS):
        found = best_paths([readers[n].supported(paths[n]) for n in unsettled], transitions)
        changed = [n for n, path in zip(unsettled, found, strict=True) if not np.array_equal(path, paths[n])]
        for n, path in zip(unsettled, found, strict=True):
            paths[n] = path
        unsettled = changed
    return paths


def _paragraphs(article: Article) -> list[tuple[int, int]]:
    """The lines of an article's own blocks; an article without blocks is read line by line."""
    spans = [(b.start, b.end) for b in article.body()] if article.blocks else [(0, len(article.text))]
    return [line for start, end in spans for line in _lines(article.text, start, end)]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].split("\n"):
        if line and not line.isspace():
            yield at, at + len(line)
        at += len(line) + 1


class WindowReader:
    """Decodes one window's scores."""

    def __init__(self, window: Window, tags: Floats, links: Floats, decoder: Decoder) -> None:
        self.window, self.decoder = window, decoder
        self.emissions = tags[window.words]
        self.pointers = _pointers(window, links, decoder)
        # The last piece of every word ends where the next word's first piece begins.
        following = np.append(window.words[1:], len(window))
        self._ends = window.ends[following - 1]
        self._starts = window.starts[window.words]

    def closed(self) -> Floats:
        """Role scores under which the ends of paragraphs lie outside every span."""
        out = self.emissions[:, : self.decoder.roles].copy()
        out[self._starts < 0, 1:] = -1e4
        return out

    def supported(self, labels: Ints) -> Floats:
        """Role scores after what the spans of an earlier reading point to."""
        return supported(self.closed(), stretches(labels), *self.pointers)

    def attributions(self, labels: Ints) -> Iterator[Judged]:
        """The window's attributions under a label sequence, in the order of their cues."""
        logs = log_softmax(self.emissions[:, : self.decoder.roles])
        for linked in link(stretches(labels), *self.pointers):
            content = tuple(sorted(s for c in linked.contents if (s := self._span(c)) is not None))
            if content:
                grounds = evidence(linked, logs)
                sure = confidence(grounds, self.decoder.calibration)
                source, cue = self._spans(linked.source), self._spans(linked.cue)
                yield Judged(Attribution(source, cue, content, sure), grounds)

    def whole(self, labels: Ints, view: Callable[[], View]) -> list[Judged]:
        """The same, each with the rest of a sentence that its source parts."""
        judged = list(self.attributions(labels))
        read = whole(view, [j.attribution for j in judged], self.likelihood)
        return [Judged(a, j.evidence) for a, j in zip(read, judged, strict=True)]

    def likelihood(self, span: Span) -> float:
        """How likely the words of ``span`` are content, in the mean; 0 without a word of the window."""
        within = (self._starts >= span.start) & (self._ends <= span.end)
        logs = log_softmax(self.emissions[within, : self.decoder.roles])
        return float(np.exp(logs[:, 2 * CONTENT - 1 :]).sum(1).mean()) if len(logs) else 0.0

    def names(self) -> Iterator[Name]:
        """The window's names."""
        labels = self.emissions[:, self.decoder.roles :].argmax(1)
        labels[self._starts < 0] = 0
        for stretch in stretches(labels):
            span = self._span(stretch)
            if span is not None:
                yield Name(span.start, span.end, _NAME_TYPES[stretch.role - 1])

    def _span(self, stretch: Stretch) -> Span | None:
        start, end = int(self._starts[stretch.first]), int(self._ends[stretch.last])
        return Span(start, end) if 0 <= start < end else None

    def _spans(self, stretch: Stretch | None) -> Spans:
        span = self._span(stretch) if stretch is not None else None
        return (span,) if span is not None else ()


def _pointers(window: Window, links: Floats, decoder: Decoder) -> tuple[PointerScores, PointerScores]:
    """The pointers to cues and to sources over a window's words, "none" in front."""
    size = decoder.pointer
    rows = np.append(np.zeros(1, np.int64), window.words)
    links, paragraph = links[rows], window.paragraph[rows]
    cue, source = links[:, : 2 * size + 1], links[:, 2 * size + 1 :]
    return (
        PointerScores(cue[:, :size], cue[:, size:], paragraph, decoder.to_cue),
        PointerScores(source[:, :size], source[:, size:], paragraph, decoder.to_source),
    )
