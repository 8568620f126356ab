"""Text to the tagger's input: word pieces with exact offsets, case and quotation features, windows.

Training and run time share this module, so a model can never see other features than it was trained
on. Offsets are code points of the text handed in. A *word* is what BERT's pre-tokenizer makes of the
text (letters and digits in a row, or one punctuation mark); only a word's first piece is labelled.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.models.arrays import Ints

Bools = npt.NDArray[np.bool_]

PAD, CLS, SEP, UNKNOWN = "[PAD]", "[CLS]", "[SEP]", "[UNK]"

# Case of a word (the vocabulary is lower-case): none (digits, marks), lower, Title, UPPER, miXed.
CASES = 5
# Where a character stands: outside, inside double marks, opening mark, closing mark, inside single marks,
# inside double marks that the paragraph never closes.
QUOTES = 6
FEATURES = CASES * QUOTES

# A paragraph is tokenised in stretches of at most this many characters, so that one line of a megabyte
# costs no more memory than many paragraphs.
_STRETCH = 20_000
_DOUBLE = re.compile(r"''|``|[\"“”„‟«»]")
_SINGLE_OPEN = re.compile(r"(?<![\w'’‘])[‘'‚‹](?=[\w\"“(\[$£€…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…)\]%])[’'›](?!\w)")
_OPENING = frozenset([*"“„«", "``"])
_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one stretch of text; all arrays have one entry per piece."""

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    first: Bools

    def cut(self, start: int, end: int) -> Pieces:
        """The pieces ``start`` to ``end``, end exclusive."""
        part = slice(start, end)
        return Pieces(
            self.ids[part], self.features[part], self.starts[part], self.ends[part], self.first[part]
        )


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive paragraphs as one input: ``[CLS] paragraph [SEP] paragraph [SEP]``.

    ``words`` are the positions of the labelled pieces, the ``[SEP]`` of every paragraph among them;
    ``starts`` and ``ends`` are -1 at special pieces. ``paragraph`` counts paragraphs from 0.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    words: Ints
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.ids)


def quote_states(text: str) -> npt.NDArray[np.int8]:
    """One value of ``QUOTES`` per character of a paragraph.

    Curly marks and guillemets open and close by shape (the Danish and German reversed guillemets
    simply toggle), straight marks and ``''`` toggle; a stretch left open runs to the paragraph's end.
    """
    states = np.zeros(len(text), dtype=np.int8)
    if not _DOUBLE.search(text) and not _SINGLE_OPEN.search(text):
        return states
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text):
        opens = _opens(mark.group(), inside=opened is not None)
        if opens and opened is None:
            opened = mark
        elif not opens and opened is not None:
            _mark(states, opened.span(), mark.span(), inside=1)
            opened = None
    if opened is not None:
        _mark(states, opened.span(), (len(text), len(text)), inside=5)
    _mark_single(text, states)
    return states


def _opens(mark: str, *, inside: bool) -> bool:
    """Whether a double mark opens a quotation: by its shape, a straight one by what came before."""
    return mark in _OPENING or (mark not in _CLOSING and not inside)


def _mark(
    states: npt.NDArray[np.int8], first: tuple[int, int], last: tuple[int, int], *, inside: int
) -> None:
    """Write a quotation between two marks into ``states``."""
    states[slice(*first)], states[first[1] : last[0]], states[slice(*last)] = 2, inside, 3


def _mark_single(text: str, states: npt.NDArray[np.int8]) -> None:
    """Mark stretches between single marks where no double marks stand (British style)."""
    opens = [m.start() for m in _SINGLE_OPEN.finditer(text)]
    closes = [m.start() for m in _SINGLE_CLOSE.finditer(text)]
    done = -1
    for start, limit in pairwise([*opens, len(text)]):
        if start <= done or states[start] != 0:
            continue
        free = [c for c in closes[bisect_right(closes, start) : bisect_left(closes, limit)] if states[c] == 0]
        if free:
            done = _closing(text, free)
            inside = states[start:done]
            inside[inside == 0] = 4
            states[start], states[done] = 2, 3


def _closing(text: str, marks: Sequence[int]) -> int:
    """The single mark that closes: one after a comma or a full stop, else the last ("the workers' vote'")."""
    return next((mark for mark in marks if text[mark - 1] in ".,!?…"), marks[-1])


def _case(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4 if any(c.isalpha() for c in word) else 0


class Encoder:
    """The word-piece vocabulary, ready to encode; ``vocabulary`` has one piece a line."""

    def __init__(self, vocabulary: str) -> None:
        tokens = vocabulary.splitlines()
        vocab = {token: number for number, token in enumerate(tokens)}
        self._tokenizer = Tokenizer(WordPiece(vocab, unk_token=UNKNOWN, max_input_chars_per_word=100))
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self.size = len(tokens)
        self.pad, self.cls, self.sep = vocab[PAD], vocab[CLS], vocab[SEP]

    def pieces(self, text: str, spans: Iterable[tuple[int, int]]) -> list[Pieces]:
        """Word pieces of each span of ``text``, offsets into ``text``; empty spans give empty pieces."""
        stretches: list[tuple[int, int]] = []
        owner: list[int] = []
        spans = list(spans)
        for number, (start, end) in enumerate(spans):
            for at in range(start, end, _STRETCH):
                stretches.append((at, min(at + _STRETCH, end)))
                owner.append(number)
        encodings = self._tokenizer.encode_batch([text[a:b] for a, b in stretches], add_special_tokens=False)
        parts: list[list[Pieces]] = [[] for _ in spans]
        for number, (start, end), encoding in zip(owner, stretches, encodings, strict=True):
            parts[number].append(_features(text[start:end], start, encoding))
        return [_joined(part) for part in parts]

    def windows(self, paragraphs: Sequence[Pieces], limit: int) -> Iterator[Window]:
        """Pack consecutive paragraphs into windows of at most ``limit`` pieces."""
        held: list[Pieces] = []
        size = 1
        for paragraph in paragraphs:
            for part in _bounded(paragraph, limit - 2):
                if held and size + len(part.ids) + 1 > limit:
                    yield self._window(held)
                    held, size = [], 1
                held.append(part)
                size += len(part.ids) + 1
        if held:
            yield self._window(held)

    def _window(self, parts: Sequence[Pieces]) -> Window:
        one, none = np.ones(1, np.int64), np.zeros(1, np.int64)
        ids, features, starts, ends, first, paragraph = (
            [one * self.cls],
            [none],
            [-one],
            [-one],
            [none > 0],
            [none],
        )
        for number, part in enumerate(parts):
            ids += [part.ids, one * self.sep]
            features += [part.features, none]
            starts += [part.starts, -one]
            ends += [part.ends, -one]
            first += [part.first, one > 0]
            paragraph.append(np.full(len(part.ids) + 1, number, np.int64))
        return Window(
            np.concatenate(ids),
            np.concatenate(features),
            np.concatenate(starts),
            np.concatenate(ends),
            np.flatnonzero(np.concatenate(first)),
            np.concatenate(paragraph),
        )


def _features(text: str, base: int, encoding: object) -> Pieces:
    ids = np.asarray(encoding.ids, np.int64)  # type: ignore[attr-defined]
    offsets = np.asarray(encoding.offsets, np.int64).reshape(-1, 2)  # type: ignore[attr-defined]
    words = np.asarray(encoding.word_ids, np.int64)  # type: ignore[attr-defined]
    first = np.ones(len(ids), np.bool_)
    first[1:] = words[1:] != words[:-1]
    begin = np.flatnonzero(first)
    # A word's case is read off the whole word, and its pieces share it.
    stop = np.append(begin[1:], len(ids)) - 1
    cases = np.fromiter(
        (_case(text[offsets[a, 0] : offsets[b, 1]] or " ") for a, b in zip(begin, stop, strict=True)),
        np.int64,
        len(begin),
    )
    spread = cases[np.cumsum(first) - 1] if len(ids) else cases
    states = quote_states(text)[offsets[:, 0]].astype(np.int64) if len(ids) else cases
    return Pieces(ids, spread * QUOTES + states, offsets[:, 0] + base, offsets[:, 1] + base, first)


def _joined(parts: Sequence[Pieces]) -> Pieces:
    if len(parts) == 1:
        return parts[0]
    none = np.zeros(0, np.int64)
    if not parts:
        return Pieces(none, none, none, none, none > 0)
    return Pieces(
        np.concatenate([p.ids for p in parts]),
        np.concatenate([p.features for p in parts]),
        np.concatenate([p.starts for p in parts]),
        np.concatenate([p.ends for p in parts]),
        np.concatenate([p.first for p in parts]),
    )


def _bounded(pieces: Pieces, limit: int) -> Iterator[Pieces]:
    """Cut a paragraph that is too long for one window, at a word and if possible after a full stop."""
    start = 0
    while len(pieces.ids) - start > limit:
        stop = _stop(pieces, start, limit)
        yield pieces.cut(start, stop)
        start = stop
    if len(pieces.ids) > start or start == 0:
        yield pieces.cut(start, len(pieces.ids))


def _stop(pieces: Pieces, start: int, limit: int) -> int:
    """Where a window that begins with piece ``start`` and holds at most ``limit`` is best cut."""
    stop = start + limit
    while stop > start + 1 and not pieces.first[stop]:
        stop -= 1
    if stop == start + 1:
        stop = start + limit
    # A sentence's end in the last third is worth a shorter window.
    ends = (at for at in range(stop - 1, start + 2 * limit // 3, -1) if _begins(pieces, at))
    return next(ends, stop)


def _begins(pieces: Pieces, at: int) -> bool:
    """Whether piece ``at`` seems to begin a sentence: a mark and a space before, a capital."""
    apart = pieces.ends[at - 1] < pieces.starts[at]
    return bool(apart and pieces.features[at] // QUOTES == 2 and _ends(pieces, at - 1))


def _ends(pieces: Pieces, at: int) -> bool:
    """Whether piece ``at`` is a mark that can end a sentence (one character, no letter)."""
    return bool(pieces.features[at] // QUOTES == 0 and pieces.ends[at] - pieces.starts[at] == 1)
