"""What one speaker excludes in one outlet and leaves open in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.languages.grammar import CommitmentGrammar, RelationGrammar
from onrecord.records import AnnotatedArticle, Place, Statement, hull
from onrecord.relations.times import Times
from onrecord.text import View

# Of the poorer and of the richer content's weight that both share, and what this tells, in rarity: one noun
# that names the thing ("a subsidy") is enough of one speaker within a day.
POORER, RICHER, TELLING = 0.6, 0.4, 2.0
# Statements of one article that are looked at; a longer list is a transcript.
MOST = 300
_LEVELS = {"rules_out": False, "does_not_rule_out": True}


@dataclass(frozen=True, slots=True)
class Possibility:
    """Something of which a known speaker says that it is possible (``open``), or that it is not.

    ``keys``: of the content words that name it.
    """

    statement: Statement
    place: Place
    open: bool
    keys: frozenset[str]


def possibilities(item: AnnotatedArticle, view: View) -> list[Possibility]:
    """What the known speakers of an article exclude or leave open."""
    return list(islice((p for s in item.statements if (p := _possibility(s, view)) is not None), MOST))


def _possibility(statement: Statement, view: View) -> Possibility | None:
    if statement.speaker_id is None or statement.mode == "thought":
        return None
    grammar = view.language.grammar(RelationGrammar)
    cue, content = (
        " ".join(view.text[s.start : s.end] for s in x) for x in (statement.cue, statement.content)
    )
    level = view.language.grammar(CommitmentGrammar).levels.label(cue, content)
    is_open = _LEVELS.get(level or "", True if grammar.possible.search(content) else None)
    if is_open is None:
        return None
    words = (w for span in statement.content for w in view.words_in(span))
    keys = frozenset(w.key for w in words if w.content and w.plain not in grammar.possibility)
    whole = hull((*statement.cue, *statement.content))
    return Possibility(statement, Place(statement.article_id, whole.start, whole.end), is_open, keys)


def disagreements(
    one: Sequence[Possibility], two: Sequence[Possibility], view: View, times: Times
) -> Iterator[tuple[Possibility, Possibility]]:
    """Pairs of one speaker's statements within a day of which one excludes what the other leaves open."""
    if times.settles:
        return
    for a in one:
        for b in two:
            same = a.statement.speaker_id == b.statement.speaker_id
            if same and a.open != b.open and _one_thing(a, b, view):
                yield a, b


def _one_thing(a: Possibility, b: Possibility, view: View) -> bool:
    weight = view.language.weight
    shared = weight(a.keys & b.keys)
    poorer, richer = sorted((weight(a.keys), weight(b.keys)))
    return shared >= max(TELLING, POORER * poorer, RICHER * richer)
