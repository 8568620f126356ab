"""Labels of headlines: "Olm: no talks" names who says it, "Harbour strike: what we know" what it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from onrecord.languages.grammar import TurnGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.turns import tells_what
from onrecord.text import View, Word

# A noun of these kinds speaks wherever it stands before a colon.
_SPEAKING = ("person", "follower", "author", "group", "members", "body", "document")


def spoken_labels(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions`` without what a headline's label does not say but is about.

    Of the labels that the reader takes for sources four of ten are topics, columns, places. One says what
    follows if its noun is a person's, a body's or a document's, if it signs the article, if it speaks in the
    article's own lines, or if it is a name before a quotation; never where a question follows, asked or told.
    """
    labelled = [a for a in attributions if _is_labelled(view, a)]
    if not labelled:
        return list(attributions)
    skipped = set(map(id, labelled))
    sources = [span for a in attributions if id(a) not in skipped for span in a.source]
    voices = {key for span in sources for key in _called(view, span)}
    return [a for a in attributions if id(a) not in skipped or _says(view, a, voices)]


def _is_labelled(view: View, attribution: Attribution) -> bool:
    """Whether a headline's colon hands on what follows it."""
    if len(attribution.source) != 1 or [c.of(view.text).strip() for c in attribution.cue] != [":"]:
        return False
    source = attribution.source[0]
    block = view.block_at(source.start)
    before = source.end <= attribution.cue[0].start <= attribution.content[0].start
    return before and block is not None and block.kind in ("headline", "subheadline")


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
    named = quoted and head.written[:1].isupper()
    return named or head.key in voices or _speaks(view, head) or _signs(view, head)


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


def _speaks(view: View, head: Word) -> bool:
    """Whether a noun is that of a person, a body or a document, and of no kind of article ("analysis")."""
    lexicon = view.language.lexicon
    told = tells_what(head.written, view.language.grammar(TurnGrammar))
    return not told and any(lexicon.has(head.plain, kind) for kind in _SPEAKING)


def _signs(view: View, head: Word) -> bool:
    """Whether a name is that of the article's author."""
    return head.plain in view.language.plain_words(view.article.byline or "")
