"""Who answers in an interview: its introduction says it, and whoever answers is "you" in what is asked."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.languages.grammar import TurnGrammar
from onrecord.names.persons import parse
from onrecord.records import Span, Statement, hull

# What follows a label: "A:", "A.", "A)".
_MARKS = (":", ".", ")")
# Characters from what is asked to its answer: a question is a few lines.
_REACH = 600


def asks(page: Page, words: range) -> bool:
    """Whether a source is a label for whoever asks: "Question:" may be somebody else each time."""
    askers = page.language.grammar(TurnGrammar).askers
    return len(words) == 1 and page.lower[words[0]] in askers and page.gap(words[0]).startswith(":")


def answering(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """Whose interview it is said to be, or the person of whom most was told before the first answer.

    For the label at word ``at``; None where two were told of as much, or where the label asks.
    """
    page, label = discourse.page, discourse.page.lower[at]
    if label not in page.language.grammar(TurnGrammar).answerers or not page.gap(at).startswith(_MARKS):
        return None
    known = discourse.called.get(("person", label))
    person = known or _asked(discourse, at, span) or _most_told_of(discourse, at)
    if person is None:
        return None
    discourse.called[("person", label)] = person
    return discourse.mention(person, at, span, "who answers in the interview")


def _asked(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """The person named as asked before word ``at``: "Questions for Ann Olm", "The big interview: Ann Olm"."""
    page = discourse.page
    match = page.language.grammar(TurnGrammar).asked.search(page.text, 0, page.starts[at])
    if match is None:
        return None
    known = discourse.registry.by_full_name(parse(match["name"], page.language))
    if known is not None:
        return known
    return discourse.create("person", match["name"], at, span, how="who answers in the interview")


def _most_told_of(discourse: Discourse, at: int) -> Entity | None:
    before = discourse.trail[: bisect_left(discourse.trail_at, at)]
    times = Counter(e for e in before if e.type == "person").most_common(2)
    if not times or (len(times) > 1 and times[0][1] == times[1][1]):
        return None
    return times[0][0]


def give_to_whoever_answers(
    discourse: Discourse, ordered: Sequence[Statement], owner: dict[str, Entity]
) -> None:
    """Gives what a "you" said to whoever answers."""
    lines = (s for s in ordered if not s.cue and s.kind == "direct")
    turns = sorted(lines, key=lambda s: s.content[0].start)
    for statement in ordered if turns else ():
        entity = _spoken_to(discourse.page, statement, turns, owner)
        if entity is None:
            continue
        if statement.id in owner:
            owner[statement.id].statement_ids.remove(statement.id)
        span = hull(statement.source)
        at = discourse.page.inside(span).start
        owner[statement.id] = discourse.mention(entity, at, span, "who answers")
        entity.statement_ids.append(statement.id)


def _spoken_to(
    page: Page, statement: Statement, turns: Sequence[Statement], owner: Mapping[str, Entity]
) -> Entity | None:
    """Who is meant where a "you" said something ("Last year you said …"): whoever speaks next, as a turn.

    ``turns``: what whole lines say, in the order of the text. Nobody, where none is near.
    """
    words = page.inside(hull(statement.source)) if statement.source else range(0)
    if len(words) != 1 or page.lower[words[0]] not in page.language.grammar(TurnGrammar).spoken_to:
        return None
    end = hull((*statement.source, *statement.content)).end
    at = bisect_left(turns, end, key=lambda turn: turn.content[0].start)
    if at == len(turns) or turns[at].content[0].start - end > _REACH:
        return None
    person = owner.get(turns[at].id)
    return person if person is not None and person.type == "person" else None
