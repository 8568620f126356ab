"""One proposition that a source affirms in one outlet and denies, or will not confirm, in another.

"Denied that acid had leaked" beside "admitted that acid had leaked" shares every word of what was said; what
differs is the cue. The same holds for "could not confirm" told as "confirmed".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import LCSseq

from onrecord.languages.grammar import RelationGrammar
from onrecord.records import AnnotatedArticle, Place, Statement, hull
from onrecord.text import View

# Of the poorer content's weight, and of the richer one's, that both must share to be one proposition.
POORER, RICHER = 0.75, 0.5
# Of the shorter content's words, those that the other has in the same order.
ORDERED = 0.6
# What the shared words tell at least, in rarity: two rare words, or three of a headline.
TELLING = 6.0
# Statements of one article that are looked at; a longer list is a transcript.
MOST = 300
_STANDS = {"assert": 1, "commit": 1, "deny": 1, "decline": 0}


@dataclass(frozen=True, slots=True)
class Held:
    """A proposition and whether its source stands by it: 1, -1, or 0 where it will not say.

    ``confirms``, ``denies``: whether its cue is of confirming (or of not being able to), of denying.
    ``keys``: of its content words in order, negations left out; ``acts``: names left out, too.
    """

    statement: Statement
    place: Place
    stands: int
    confirms: bool
    denies: bool
    keys: tuple[str, ...]
    acts: tuple[str, ...]
    speaker_id: str


def held(item: AnnotatedArticle, view: View) -> list[Held]:
    """What the known speakers of an article affirm, deny or decline to confirm."""
    return list(islice((h for s in item.statements if (h := _held(s, view)) is not None), MOST))


def _held(statement: Statement, view: View) -> Held | None:
    stands = _STANDS.get(statement.stance)
    if stands is None or statement.speaker_id is None or statement.mode == "thought":
        return None
    words = [w for span in statement.content for w in view.words_in(span)]
    negations = sum(view.language.is_negation(w.written) for w in words)
    telling = [w for w in words if w.content and not view.language.is_negation(w.written)]
    keys = tuple(w.key for w in telling)
    acts = tuple(w.key for w in telling if w.written.islower())
    confirms, denies, negated = _cue(statement, view)
    stands = 0 if confirms and negated else stands * (-1) ** (negations + denies)
    whole = hull((*statement.cue, *statement.content))
    place = Place(statement.article_id, whole.start, whole.end)
    return Held(statement, place, stands, confirms, denies, keys, acts, statement.speaker_id)


def _cue(statement: Statement, view: View) -> tuple[bool, bool, bool]:
    """Whether the cue is of confirming, whether of denying, and whether a negation stands in it."""
    words = [w for span in statement.cue for w in view.words_in(span)]
    confirming = view.language.grammar(RelationGrammar).confirming
    lexicon = view.language.lexicon
    return (
        any(w.plain in confirming for w in words),
        any(lexicon.has(w.plain, "says", "negative") for w in words),
        any(view.language.is_negation(w.written) for w in words),
    )


def disagreements(one: Sequence[Held], two: Sequence[Held], view: View) -> Iterator[tuple[Held, Held]]:
    """Pairs of one speaker's statements of one proposition that it cannot have meant both at once."""
    for a in one:
        for b in two:
            if a.speaker_id == b.speaker_id and _opposed(a, b) and _one_proposition(a, b, view):
                yield a, b


def _opposed(a: Held, b: Held) -> bool:
    """Whether one cue affirms what the other denies, or confirms what the other cannot; silence is no denial.

    A "not" inside alone tells too little: of eight such pairs on unseen news one held.
    """
    if a.confirms and b.confirms and a.stands != b.stands:
        return True
    return a.denies != b.denies and a.stands * b.stands == -1


def _one_proposition(a: Held, b: Held, view: View) -> bool:
    language = view.language
    one, two = frozenset(a.keys), frozenset(b.keys)
    shared = language.weight(one & two)
    poorer, richer = sorted((language.weight(one), language.weight(two)))
    if shared < TELLING or shared < POORER * poorer or shared < RICHER * richer:
        return False
    # A rare name weighs much and tells nothing of what is said of it.
    return LCSseq.similarity(a.acts, b.acts) >= max(1, ORDERED * min(len(a.acts), len(b.acts)))
