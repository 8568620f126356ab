"""A statement that commits somebody, with what is needed to place it in time and to weigh it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.languages.grammar import CommitmentGrammar
from onrecord.records import Article, Dating, Level, Statement, Utterance
from onrecord.text import View

# How far back in a sentence "Earlier," is looked for, in characters.
_SENTENCE = 300
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Commitment:
    """One statement on the commitment scale."""

    statement: Statement
    view: View
    published: Dating
    level: Level
    utterance: Utterance | None
    speaker_id: str

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.view.article

    @property
    def witnesses(self) -> frozenset[str]:
        """Ids of the articles that report the utterance."""
        if self.utterance is None:
            return frozenset((self.article.id,))
        return frozenset(r.article_id for r in self.utterance.renderings)

    @property
    def keys(self) -> frozenset[str]:
        """Keys of the content words of the statement."""
        return frozenset(key for span in self.statement.content for key in self.view.keys_in(span))

    @property
    def is_beforehand(self) -> bool:
        """Whether the sentence begins with "Earlier" or the like."""
        start = opening(self.statement)
        lead = self.view.text[max(0, start - _SENTENCE) : start]
        words = lead.rsplit("\n", 1)[-1].rsplit(". ", 1)[-1].rsplit(".", 1)[-1].lower()
        beforehand = self.view.language.grammar(CommitmentGrammar).beforehand
        return any(word in beforehand for word in words.replace(",", " ").split())


def said(commitment: Commitment) -> Dating:
    """When it was said; where the text does not say, when it was published, and the basis says so."""
    dating, published = commitment.statement.said, commitment.published
    if dating.earliest or dating.latest or not (published.earliest or published.latest):
        return dating
    return replace(published, basis=f"as published ({published.basis})")


def is_background(statement: Statement, view: View) -> bool:
    """Whether the clause only dates something else: "it ended after Velland agreed to leave"."""
    grammar, start = view.language.grammar(CommitmentGrammar), opening(statement)
    before = view.text[max(0, start - _BEFORE) : start].split()
    if before and before[-1].lower() in grammar.articles:
        before.pop()
    opens_line = view.text[max(0, start - 2) : start].endswith("\n")
    return bool(before) and not opens_line and before[-1] in grammar.background


def opening(statement: Statement) -> int:
    """Where the first part of a statement begins."""
    return min(s.start for s in (*statement.source, *statement.cue, *statement.content))
