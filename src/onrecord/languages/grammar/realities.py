"""What a language supplies to tell what was said from what was not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class RealityGrammar(Grammar):
    """Words in and around an attribution by which its saying did not take place.

    Attributes:
        nobody: a source that is nobody ("no one").
        unsaid: a cue by which nothing of the kind was said ("never said"); of "did not say whether", the
            content begins as ``indirect_question`` tells, and the source declined.
        denied: a content by which nothing was said ("nothing of the sort").
        indirect_question: how the content of an answer that was not given begins.
        questioned: a cue of putting a question; ``no_comment`` a content that only names a comment.
        misquoted: a cue by which words are given to somebody who did not say them.
        nameless: a content by which somebody only keeps their own name back.
        modal: a cue of what would or might be said; ``declined`` one of what somebody would not say.
        own: sources that hedge with a modal what they do say ("I would say").
        conditional: right before a source or cue: what follows is supposed ("if", "it would be wrong to").
        negated_before: right before a cue: what follows is not meant ("which is not to").
        never_before: right before a source: it never said so ("Not once did").
        inverted: right before a source: it is asked, or supposed, whether it said so ("had", "did").
        whether: right before a source: it is asked whether it said so.
        withdrawn: a cue by which something said is taken back.
        gloss: a label that gives somebody else's words a meaning ("Translation").
        paraphrase: right after a content: the writer says that he made it up.
        inscribed: nouns of what bears words ("banner") or is made of them ("song"), in lower case.
    """

    section: ClassVar[str] = "realities"
    nobody: re.Pattern[str]
    unsaid: re.Pattern[str]
    denied: re.Pattern[str]
    indirect_question: re.Pattern[str]
    questioned: re.Pattern[str]
    no_comment: re.Pattern[str]
    misquoted: re.Pattern[str]
    nameless: re.Pattern[str]
    modal: re.Pattern[str]
    declined: re.Pattern[str]
    own: frozenset[str]
    conditional: re.Pattern[str]
    negated_before: re.Pattern[str]
    never_before: re.Pattern[str]
    inverted: re.Pattern[str]
    whether: re.Pattern[str]
    withdrawn: re.Pattern[str]
    gloss: re.Pattern[str]
    paraphrase: re.Pattern[str]
    inscribed: frozenset[str]
