"""Labels of headlines: "Olm: no talks" names who says it, "Harbour strike: what we know" what it is about.

Agencies put who says it last: "Port to close by May — harbour master".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from onrecord.languages.grammar import TurnGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.tokens import Clause, Token, Tokens
from onrecord.statements.turns import tells_what
from onrecord.text import View, Word

# A noun of these kinds speaks wherever it stands before a colon.
_SPEAKING = ("person", "follower", "author", "group", "members", "body", "document")
# Words before a dash that may be a saying, and behind it that may name who says it.
_SHORTEST, _LONGEST = 3, 6
_DASHES = frozenset("—–-")


def spoken_labels(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions`` without what a headline's label does not say but is about.

    Of the labels that the tagger takes for sources four of ten are topics, columns, places. One says what
    follows if its noun is a person's, a body's or a document's, if it signs the article, if it speaks in the
    article's own lines, or if it is a name before a quotation; never where a question follows, asked or told.
    """
    labelled = [a for a in attributions if _is_labelled(view, a)]
    if not labelled:
        return list(attributions)
    skipped = set(map(id, labelled))
    voices = _voices(view, (a for a in attributions if id(a) not in skipped))
    return [a for a in attributions if id(a) not in skipped or _says(view, a, voices)]


def _is_labelled(view: View, attribution: Attribution) -> bool:
    """Whether a headline's colon hands on what follows it."""
    if len(attribution.source) != 1 or [c.of(view.text).strip() for c in attribution.cue] != [":"]:
        return False
    source = attribution.source[0]
    block = view.block_at(source.start)
    before = source.end <= attribution.cue[0].start <= attribution.content[0].start
    return before and block is not None and block.kind in ("headline", "subheadline")


def label_behind(view: View, tokens: Tokens, attributions: Sequence[Attribution]) -> Clause | None:
    """The clause of a headline that a dash parts from who says it, by the signs of a label before a colon.

    "Port to close by May — *harbour master*"; "Talks hard but useful - *Olm*" where Olm speaks below.
    """
    dash = tokens.first(range(len(tokens) - 1, _SHORTEST - 1, -1), lambda t: t.text in _DASHES)
    if dash is None or not dash >= _SHORTEST or not 0 < len(tokens) - dash - 1 <= _LONGEST:
        return None
    label, content = tokens.span(dash + 1, len(tokens)), tokens.span(0, dash)
    spaced = content.end < tokens.at(dash).start and tokens.at(dash).end < label.start
    head = (
        _head(view, label) if spaced and _is_name(view, label, tokens.part(dash + 1, len(tokens))) else None
    )
    if head is None or _asks(view, content):
        return None
    below = (a for a in attributions if not any(s.overlaps(label) for s in a.source))
    if head.key in _voices(view, below) or _speaks(view, head, is_last=True):
        return Clause((label,), (tokens.span(dash, dash + 1),), (content,))
    return None


def _is_name(view: View, label: Span, tokens: Sequence[Token]) -> bool:
    """Whether what a dash is followed by is words alone that begin with a noun or what belongs to it."""
    first = next(iter(view.words_in(label)), None)
    return first is not None and first.content and all(t.is_word for t in tokens)


def _voices(view: View, attributions: Iterable[Attribution]) -> set[str]:
    """What the sources of ``attributions`` are called by."""
    return {key for a in attributions for span in a.source for key in _called(view, span)}


def _called(view: View, source: Span) -> Iterator[str]:
    """What a source is called by: its noun and its names, but for those that place it ("mayor *of Olm*")."""
    head = _head(view, source)
    yield from () if head is None else (head.key,)
    placed, end = False, source.start
    for word in view.words_in(source):
        placed = (placed and "," not in view.text[end : word.start]) or _is_preposition(view, word)
        end = word.end
        if not placed and word.content and word.written[:1].isupper():
            yield word.key


def _says(view: View, attribution: Attribution, voices: Collection[str]) -> bool:
    """Whether the label of a headline is who says the rest; ``voices``: what other sources are called by."""
    content = attribution.content[0]
    quoted = any(q.start == content.start for q in view.quotations_in(content, 0))
    if not quoted and _asks(view, content):
        return False
    head = _head(view, attribution.source[0])
    if head is None:
        return False
    named = quoted and _is_called(view, head, attribution.source[0])
    return named or head.key in voices or _speaks(view, head) or _signs(view, head)


def _is_called(view: View, head: Word, label: Span) -> bool:
    """Whether a label ends in a name; where all of it has capitals, in one that the article writes below."""
    if not label.of(view.text).isupper() or not head.written[1:].isupper():
        return head.written[:1].isupper()
    below = (w for b in view.blocks("paragraph") for w in view.words_in(b.span) if w.key == head.key)
    return any(w.written[:1].isupper() for w in below)


def _asks(view: View, content: Span) -> bool:
    """Whether a content is a question, or begins as one does that is told: "what we know so far"."""
    words = view.words_in(content)
    lexicon = view.language.lexicon
    asked = bool(words) and lexicon.has(words[0].plain, "interrogative")
    return asked or content.of(view.text).rstrip().endswith("?")


def _head(view: View, label: Span) -> Word | None:
    """The word of a label that tells who or what it is: "*Olm* at the Port", "Port *officials* to Brill"."""
    head = None
    for word in view.words_in(label):
        if head is not None and (_is_preposition(view, word) or "," in view.text[head.end : word.start]):
            break
        head = word
    return head


def _is_preposition(view: View, word: Word) -> bool:
    return view.language.lexicon.has(word.plain, "preposition")


def _speaks(view: View, head: Word, *, is_last: bool = False) -> bool:
    """Whether a noun is that of a person, a body or a document, and of no kind of article ("analysis").

    ``is_last``: it stands behind what is said, where "author" and "sources" do not head what follows.
    """
    lexicon = view.language.lexicon
    if is_last and lexicon.has(head.plain, "person"):
        return True
    told = tells_what(head.written, view.language.grammar(TurnGrammar))
    return not told and any(lexicon.has(head.plain, kind) for kind in _SPEAKING)


def _signs(view: View, head: Word) -> bool:
    """Whether a name is that of the article's author."""
    return head.plain in view.language.plain_words(view.article.byline or "")
