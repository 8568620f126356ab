"""What a language supplies to tell how far a statement commits its speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from onrecord.languages.grammar.base import Grammar

if TYPE_CHECKING:
    from onrecord.languages.wordings import Wordings  # which cuts sentences by a grammar


@dataclass(frozen=True, slots=True, eq=False)
class CommitmentGrammar(Grammar):
    """Words by which somebody commits himself.

    Attributes:
        levels: cue and content to a level of ``records.Level``.
        acts: content to the level of what it says will be done, where ``levels`` says nothing of the speaker.
        defining: prepositions whose phrase tells which thing an act is done to ("a tax *on land*").
        owning: the one before what an act told as a noun is done to ("the sale *of* boats").
        nouns: ``fold`` key of a noun that tells an act -> that of its verb.
        scale_words: ``fold`` keys of words that say where on the scale a statement stands; no topic's.
        beforehand: words at the start of a sentence after which is told what was said before the news.
        background: words before a clause that only dates something else.
        articles: words that may stand between such a word and the clause's subject.
        auxiliaries: words by which a clause binds its subject ("will", "is").
        first_person: words by which a speaker means himself, or nobody ("there are no plans").
        own: words by which a reporter means the speaker.
        possessive: words by which a body is his or the speaker's.
        opposites: ``fold`` key of a verb -> that of the verb that undoes what it does.
        conditional: words that bind an act to something else.
    """

    section: ClassVar[str] = "commitments"
    levels: Wordings
    acts: Wordings
    defining: frozenset[str]
    owning: frozenset[str]
    nouns: Mapping[str, str]
    scale_words: frozenset[str]
    beforehand: frozenset[str]
    background: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    first_person: frozenset[str]
    own: frozenset[str]
    possessive: frozenset[str]
    opposites: Mapping[str, str]
    conditional: frozenset[str]
