"""The same quoted words in two outlets, each naming another person as the one who said them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.languages.quotations import quotations
from onrecord.languages.words import plain, words
from onrecord.records import AnnotatedArticle, Span, Speaker, Statement

# Quoted words in a row that two people do not say by chance.
QUOTED = 8
# Characters around a quotation in which the other person's name means that one passes on the other's words.
REACH = 400


def quoted(
    item: AnnotatedArticle, speakers: Mapping[str, Speaker]
) -> dict[tuple[str, ...], tuple[Statement, Span]]:
    """Runs of ``QUOTED`` quoted words -> the statement that holds them and the quotation's span.

    Only statements whose source names a person, in so many words: a wrong reading of "he" would be a
    false alarm of the worst kind.
    """
    text = item.article.text
    marks = [q.span for q in quotations(text)]
    found: dict[tuple[str, ...], tuple[Statement, Span]] = {}
    for statement in item.statements:
        if not _named(statement, speakers):
            continue
        for span in marks:
            if any(span.overlaps(c) for c in statement.content):
                said = [plain(w.of(text)) for w in words(text, span.start, span.end)]
                for i in range(len(said) - QUOTED + 1):
                    found.setdefault(tuple(said[i : i + QUOTED]), (statement, span))
    return found


def _named(statement: Statement, speakers: Mapping[str, Speaker]) -> bool:
    speaker = speakers.get(statement.speaker_id or "")
    if speaker is None or speaker.type != "person" or not statement.source_text or statement.parent_id:
        return False
    source = {plain(w.of(statement.source_text)) for w in words(statement.source_text)}
    return bool(source & _name_words(speaker))


def _name_words(speaker: Speaker) -> set[str]:
    return {plain(w.of(n)) for n in (speaker.name, *speaker.variants) for w in words(n)}


def disagreements(
    one: Mapping[tuple[str, ...], tuple[Statement, Span]],
    two: Mapping[tuple[str, ...], tuple[Statement, Span]],
    texts: tuple[str, str],
    speakers: Mapping[str, Speaker],
) -> Iterator[tuple[Statement, Span, Statement, Span]]:
    """Places of the same quoted words whose speakers are two persons without a name in common."""
    seen: set[tuple[str, str]] = set()
    for run in sorted(one.keys() & two.keys()):
        (a, a_span), (b, b_span) = one[run], two[run]
        if (a.id, b.id) in seen or a.speaker_id == b.speaker_id:
            continue
        seen.add((a.id, b.id))
        pair = [speakers[s.speaker_id] for s in (a, b) if s.speaker_id is not None]
        passed_on = _mentions(texts[0], a_span, pair[1]) or _mentions(texts[1], b_span, pair[0])
        if not passed_on and not _related(pair):
            yield a, a_span, b, b_span


def _mentions(text: str, span: Span, speaker: Speaker) -> bool:
    """Whether the words around ``span`` name ``speaker``."""
    start, end = max(0, span.start - REACH), min(len(text), span.end + REACH)
    return not _name_words(speaker).isdisjoint(plain(w.of(text)) for w in words(text, start, end))


def _related(pair: Sequence[Speaker]) -> bool:
    """Whether one speaks for the other, or their names share a word: then it may be one person after all."""
    a, b = pair
    return bool(_name_words(a) & _name_words(b)) or a.id in b.acts_for or b.id in a.acts_for
