"""The same quoted words in two outlets, each naming another as the one who said them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from onrecord.acting import either_acts
from onrecord.languages import Language
from onrecord.records import AnnotatedArticle, Span, Speaker, Statement
from onrecord.text import View

# Quoted words in a row that two people do not say by chance.
QUOTED = 8
# Nor as all of what both are quoted with: so many words, that tell this much, in rarity. A slogan tells less.
WHOLE, TELLING = 4, 6.0
# Of the shorter quotation's words, those that the other has in the same order.
ALIKE = 0.6
# Characters around a quotation in which the other person's name means that one passes on the other's words.
REACH = 400
_NAMED = frozenset(("person", "organisation", "office"))


def quoted(
    item: AnnotatedArticle, view: View, speakers: Mapping[str, Speaker]
) -> dict[tuple[str, ...], tuple[Statement, Span]]:
    """Runs of ``QUOTED`` quoted words -> the statement that holds them and the quotation's span.

    A shorter quotation is found by all of its words, where these tell enough. Only statements whose source
    names somebody, in so many words: a wrong reading of "he" would be a false alarm of the worst kind.
    """
    found: dict[tuple[str, ...], tuple[Statement, Span]] = {}
    for statement in item.statements:
        if not _named(statement, view.language, speakers):
            continue
        for span in (q.span for q in view.quotations):
            if any(span.overlaps(c) for c in statement.content):
                for run in _runs(view, span):
                    found.setdefault(run, (statement, span))
    return found


def is_short(view: View, span: Span) -> bool:
    """Whether a quotation is known by all of its words and not by a run of them."""
    return len(view.words_in(span)) < QUOTED


def _runs(view: View, span: Span) -> Iterator[tuple[str, ...]]:
    """The words by which a quotation is known again."""
    said = tuple(w.plain for w in view.words_in(span))
    if is_short(view, span) and len(said) >= WHOLE and view.language.weight(view.keys_in(span)) >= TELLING:
        yield said
    yield from (said[i : i + QUOTED] for i in range(len(said) - QUOTED + 1))


def _named(statement: Statement, language: Language, speakers: Mapping[str, Speaker]) -> bool:
    speaker = speakers.get(statement.speaker_id or "")
    if speaker is None or speaker.type not in _NAMED or not statement.source_text or statement.parent_id:
        return False
    source = set(language.plain_words(statement.source_text))
    return bool(source & _name_words(speaker, language))


def _name_words(speaker: Speaker, language: Language) -> set[str]:
    return {word for n in (speaker.name, *speaker.variants) for word in language.plain_words(n)}


def disagreements(
    one: Mapping[tuple[str, ...], tuple[Statement, Span]],
    two: Mapping[tuple[str, ...], tuple[Statement, Span]],
    views: tuple[View, View],
    speakers: Mapping[str, Speaker],
) -> Iterator[tuple[Statement, Span, Statement, Span]]:
    """Places of the same quoted words whose speakers are two persons without a name in common."""
    for (a, a_span), (b, b_span), pair in _shared(one, two, speakers):
        if not _alike(views, a_span, b_span):
            continue
        passed_on = _mentions(views[0], a_span, pair[1]) or _mentions(views[1], b_span, pair[0])
        persons = all(s.type == "person" for s in pair)
        if persons and not passed_on and not _related(pair, views[0].language):
            yield a, a_span, b, b_span


def _alike(views: tuple[View, View], one: Span, two: Span) -> bool:
    """Whether two quotations are one: a saying that both contain may be the name of a thing."""
    words = [[w.plain for w in view.words_in(span)] for view, span in zip(views, (one, two), strict=True)]
    return LCSseq.similarity(*words) >= ALIKE * min(map(len, words))


def spokesmen(
    one: Mapping[tuple[str, ...], tuple[Statement, Span]],
    two: Mapping[tuple[str, ...], tuple[Statement, Span]],
    speakers: Mapping[str, Speaker],
) -> Iterator[tuple[tuple[Statement, Span], tuple[Statement, Span]]]:
    """The same quoted words given to a body here, and there, second, to the person who speaks for it.

    A person's spokesman repeats that person's words ("as the mayor said today"): both may have said them.
    """
    for here, there, (a, b) in _shared(one, two, speakers):
        if b.type == "person" != a.type and a.id in b.acts_for:
            yield here, there
        elif a.type == "person" != b.type and b.id in a.acts_for:
            yield there, here


def _shared(
    one: Mapping[tuple[str, ...], tuple[Statement, Span]],
    two: Mapping[tuple[str, ...], tuple[Statement, Span]],
    speakers: Mapping[str, Speaker],
) -> Iterator[tuple[tuple[Statement, Span], tuple[Statement, Span], tuple[Speaker, Speaker]]]:
    """Statements that hold the same quoted words and have two speakers, each pair once."""
    seen: set[tuple[str, str]] = set()
    for run in sorted(one.keys() & two.keys()):
        a, b = one[run][0], two[run][0]
        if (a.id, b.id) not in seen and a.speaker_id and b.speaker_id and a.speaker_id != b.speaker_id:
            seen.add((a.id, b.id))
            yield one[run], two[run], (speakers[a.speaker_id], speakers[b.speaker_id])


def _mentions(view: View, span: Span, speaker: Speaker) -> bool:
    """Whether the words around ``span`` name ``speaker``."""
    around = Span(max(0, span.start - REACH), min(len(view.text), span.end + REACH))
    return not _name_words(speaker, view.language).isdisjoint(w.plain for w in view.words_in(around))


def speaks_for(one: str, two: str, speakers: Iterable[Speaker], language: Language) -> bool:
    """Whether one of two persons, by their names, is known to speak for the other."""
    named = [
        [s for s in speakers if words <= _name_words(s, language)]
        for words in (set(language.plain_words(name)) for name in (one, two))
    ]
    return any(either_acts(s, t) for s in named[0] for t in named[1])


def _related(pair: Sequence[Speaker], language: Language) -> bool:
    """Whether one speaks for the other, or their names share a word: then it may be one person after all."""
    a, b = pair
    return bool(_name_words(a, language) & _name_words(b, language)) or either_acts(a, b)
