"""Articles of one story that are one article in several states: of one address or id, with other words.

The words of headline and paragraphs are compared; what counts is which of them are a quotation's, a number
or a time, since that is what corrections are about. Other marks and white space are no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel, Levenshtein, Opcode

from onrecord.records import (
    AnnotatedArticle,
    Article,
    Place,
    Revised,
    RevisedKind,
    Revision,
    Span,
    Story,
    stable_id,
)
from onrecord.text import View, Word

# Words of each state that are compared; the time grows with the square of them.
_LONGEST = 4000
# Changes that are kept of one revision; a text written anew has no more that anybody reads.
_MOST = 60
# Two texts of one address of which fewer words agree are two articles: a page that shows the day's news.
_ALIKE = 0.5
# Letters in which two words differ that are one, spelt otherwise.
_SPELT, _SHORTEST = 2, 4
_ADDRESS = re.compile(r"^https?://(?:www\.|m\.|amp\.)?|(?:\?(?:utm_|fbclid|ref=|output=)[^#]*)?(?:#.*)?$")
_STATES = ("paragraph", "dateline", "heading", "subheadline")


@dataclass(frozen=True, slots=True)
class _State:
    """One state: its article, its view, and the words that are compared; ``cut``: it has more of them."""

    item: AnnotatedArticle
    view: View
    words: Sequence[Word]
    cut: bool

    @property
    def article(self) -> Article:
        return self.item.article


def find(
    story: Story, items: Mapping[str, AnnotatedArticle], views: Mapping[str, View]
) -> tuple[Revision, ...]:
    """The revisions among the articles of one story, each state against the one that follows it."""
    found: list[Revision] = []
    for name, members in sorted(_named(story, items).items()):
        states = [_state(item, views) for item in _in_order(members)]
        found += (
            revision
            for earlier, later in pairwise(states)
            if (revision := _revision(story, name, earlier, later)) is not None
        )
    return tuple(found)


def _named(story: Story, items: Mapping[str, AnnotatedArticle]) -> dict[str, list[AnnotatedArticle]]:
    """The articles that bear one address, or one id within one outlet, where several do."""
    found: dict[str, list[AnnotatedArticle]] = {}
    for key in story.article_ids:
        article = items[key].article if key in items else None
        if article is None:
            continue
        if article.url:
            found.setdefault(_ADDRESS.sub("", article.url).rstrip("/"), []).append(items[key])
        elif article.given_id:
            found.setdefault(f"{article.outlet or ''} {article.given_id}".strip(), []).append(items[key])
    return {name: members for name, members in found.items() if len(members) > 1}


def _in_order(members: Iterable[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """States by their day; what a file held before another stands before that, whatever their days."""
    held = {item.article.id: item for item in members}

    def place(item: AnnotatedArticle) -> tuple[tuple[str, str, int, str], int]:
        steps, later = 0, _later(item)
        while later in held and steps < len(held):
            item, steps = held[later], steps + 1
            later = _later(item)
        return _place(item), -steps

    return sorted(held.values(), key=place)


def _later(item: AnnotatedArticle) -> str:
    """The article that a later reading found in the stead of this one; ``""`` where none did."""
    return item.article.fields.get("replaced_by", "")


def _place(item: AnnotatedArticle) -> tuple[str, str, int, str]:
    """Sorts states by their day, then as they were read."""
    article = item.article
    return _stated(article) or "9", article.path, article.item, article.id


def _stated(article: Article) -> str | None:
    """The latest moment that the article gives: of a change, else of its appearing."""
    moments = (article.fields.get(key, "") for key in ("updated", "modified", "date_modified", "saved"))
    return next((m for m in moments if re.match(r"\d{4}-\d\d-\d\d", m)), None) or article.published.latest


def _state(item: AnnotatedArticle, views: Mapping[str, View]) -> _State:
    view = views[item.article.id]
    words = [w for block in view.blocks(*_STATES) for w in view.words_in(block.span)]
    return _State(item, view, words[:_LONGEST], len(words) > _LONGEST)


def _revision(story: Story, name: str, earlier: _State, later: _State) -> Revision | None:
    """How ``later`` differs from ``earlier``; None where it does not, or where it is another article."""
    a, b = ([word.plain for word in state.words] for state in (earlier, later))
    ops = list(Indel.opcodes(a, b))
    if _equal(ops) < _ALIKE * max(1, min(len(a), len(b))):
        return None
    while (earlier.cut or later.cut) and ops[-1].tag != "equal":
        ops.pop()  # what one state goes on with may stand in the other behind its last word
    correction = _new(later.article.fields.get("correction"), earlier.article.fields.get("correction"))
    changes = [*_headline(earlier, later), *_changes(earlier, later, _joined(ops))][:_MOST]
    if not changes and correction is None:
        return None
    note = frozenset(re.findall(r"\w+(?:[.,’']\w+)*", (correction or "").casefold()))
    marked = tuple(_with_note(change, note, earlier, later) for change in changes)
    return Revision(
        id=stable_id("rev", story.id, name, earlier.article.id, later.article.id),
        story_id=story.id,
        name=name,
        earlier_id=earlier.article.id,
        later_id=later.article.id,
        ordered=_later(earlier.item) == later.article.id or _is_before(earlier.article, later.article),
        trivial=correction is None and all(change.kind == "spelling" for change in changes),
        changes=marked,
        correction=correction,
    )


def _equal(ops: Iterable[Opcode]) -> int:
    """How many words are equal."""
    return sum(op.src_end - op.src_start for op in ops if op.tag == "equal")


def _is_before(one: Article, two: Article) -> bool:
    """Whether both articles say when they are from, and the first from earlier."""
    moments = _stated(one), _stated(two)
    return moments[0] is not None and moments[1] is not None and moments[0] < moments[1]


def _new(later: str | None, earlier: str | None) -> str | None:
    return later if later and later != earlier else None


def _headline(earlier: _State, later: _State) -> Iterator[Revised]:
    """The headline where its words changed."""
    places = [next(state.view.blocks("headline"), None) for state in (earlier, later)]
    before, after = (
        Place(state.article.id, block.start, block.end) if block is not None else None
        for state, block in zip((earlier, later), places, strict=True)
    )
    words = [
        state.view.keys_in(b.span) if b else None for state, b in zip((earlier, later), places, strict=True)
    ]
    titles = [re.findall(r"\w+", (state.article.title or "").casefold()) for state in (earlier, later)]
    if before is not None and after is not None and words[0] != words[1] and titles[0] != titles[1]:
        yield Revised("headline", before, after)


def _joined(ops: Iterable[Opcode]) -> Iterator[tuple[int, int, int, int]]:
    """Words taken out and put in at one place, as one change."""
    held: tuple[int, int, int, int] | None = None
    for op in ops:
        if op.tag != "equal":
            start, at = (held[0], held[2]) if held else (op.src_start, op.dest_start)
            held = start, op.src_end, at, op.dest_end
        elif held is not None:
            yield held
            held = None
    if held is not None:
        yield held


def _changes(
    earlier: _State, later: _State, bounds: Iterator[tuple[int, int, int, int]]
) -> Iterator[Revised]:
    for a_start, a_end, b_start, b_end in bounds:
        before, after = earlier.words[a_start:a_end], later.words[b_start:b_end]
        yield Revised(_kind(earlier, before, later, after), _at(earlier, before), _at(later, after))


def _at(state: _State, words: Sequence[Word]) -> Place | None:
    return Place(state.article.id, words[0].start, words[-1].end) if words else None


def _kind(earlier: _State, before: Sequence[Word], later: _State, after: Sequence[Word]) -> RevisedKind:
    """What was changed: spelling alone, else the weightiest of what its words belong to."""
    if _is_spelling(before, after):
        return "spelling"
    sides = [(state, Span(w[0].start, w[-1].end)) for state, w in ((earlier, before), (later, after)) if w]
    if any(state.view.quotations_in(span) for state, span in sides):
        return "quote"
    if any(_has_time(state, span) for state, span in sides):
        return "date"
    return "number" if any(state.view.numbers_in(span) for state, span in sides) else "wording"


def _has_time(state: _State, span: Span) -> bool:
    return any(t.start < span.end and span.start < t.end for t in state.item.timexes)


def _is_spelling(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether words are the same, spelt otherwise: a few letters differ and no figure does."""
    if len(before) != len(after) or any(map(str.isdigit, "".join(w.plain for w in (*before, *after)))):
        return False
    return all(
        min(len(a.plain), len(b.plain)) >= _SHORTEST
        and Levenshtein.distance(a.plain, b.plain, score_cutoff=_SPELT) <= _SPELT
        and a.plain[0] == b.plain[0]
        for a, b in zip(before, after, strict=True)
    )


def _with_note(change: Revised, note: frozenset[str], earlier: _State, later: _State) -> Revised:
    """``change``, marked where the note of correction, in words, has its own, before or after."""
    if not note:
        return change
    sides = ((earlier, change.before), (later, change.after))
    told = [
        {w.plain for w in state.view.words_in(Span(at.start, at.end)) if w.content or w.plain[0].isdigit()}
        for state, at in sides
        if at is not None
    ]
    named = any(words and words <= note for words in told)
    return Revised(change.kind, change.before, change.after, noted=True) if named else change
