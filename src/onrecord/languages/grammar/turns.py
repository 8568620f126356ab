"""What a language supplies to find words whose speaker a line names: transcripts, posts, round-ups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class TurnGrammar(Grammar):
    """Forms of lines that name a speaker; each pattern is matched at the beginning of a line, or of its end.

    Attributes:
        label: ``name`` and ``words`` of a line that begins with a name and a colon, a time stamp set aside;
            ``of``: what stands in brackets between the two.
        letter: the same of a line that begins with the letter of who asks or answers and a stop.
        alone: ``name`` of a line that holds nothing but a name and perhaps an office behind a dash.
        parts: takes part in a conversation without a name ("Operator", "Q"), in lower case.
        askers, answerers: labels of whoever asks and answers in an interview, in lower case.
        interviewed: says that somebody is asked, who is ``one`` before it or ``other`` behind it, or for whom
            a ``pronoun`` stands.
        full_name: a given name and another.
        called: the last ``name`` of whom a question is put to ("Ms Olm, is it shut?").
        asked: says whose interview it is, by ``name`` ("Questions for Ann Olm", "Interview: Ann Olm").
        clock: a time of day and nothing else.
        own, spoken_to: words for whoever speaks, and for whom one speaks to, in lower case.
        talk: words of those who talk to each other, in lower case.
        no_labels: words before a colon that tell what follows, not who says it ("Correction"), in lower case.
        signature: a dash and a ``name`` to the end of a line, with a ``handle`` and a day of a post.
        posted: a ``name``, a handle and the day of a post at the beginning of a line, before its ``words``.
        handle: the line of a handle alone, below the name of whoever posts.
        posted_at: the line below a post's words with its hour and its day, which ``cue`` parts, or ``then``.
        aside: a line of a post that says whom it answers, or how many saw and liked it.
        introduced: ``name`` of a line that says from whom the quotation on the next line comes.
        link: an address that a post ends with, which is none of its words.
        scene: a whole line on what is done and not said ("(Applause)", "Opposition members interjecting—").
        action: what is done and not said, in brackets before the words ("[laughs]").
        salutation: what opens a letter ("To the editor:", "Sir, –").
        signed: the ``name`` on the line that signs one; ``dashed`` behind a dash.
        opinion: says of a title, and ``opinion_url`` of an address, that somebody writes what they think.
        columnist: behind a name at the end of an article, says that its bearer does ("is a columnist").
        speech: a heading that says whose remarks stand below it: ``by`` or ``of`` whom.
        told_to: says that the first person of an article is not who wrote it down ("as told to").
    """

    section: ClassVar[str] = "turns"
    label: re.Pattern[str]
    letter: re.Pattern[str]
    alone: re.Pattern[str]
    parts: frozenset[str]
    askers: frozenset[str]
    answerers: frozenset[str]
    interviewed: re.Pattern[str]
    full_name: re.Pattern[str]
    called: re.Pattern[str]
    asked: re.Pattern[str]
    clock: re.Pattern[str]
    own: frozenset[str]
    spoken_to: frozenset[str]
    talk: frozenset[str]
    no_labels: frozenset[str]
    signature: re.Pattern[str]
    posted: re.Pattern[str]
    handle: re.Pattern[str]
    posted_at: re.Pattern[str]
    aside: re.Pattern[str]
    introduced: re.Pattern[str]
    link: re.Pattern[str]
    scene: re.Pattern[str]
    action: re.Pattern[str]
    salutation: re.Pattern[str]
    signed: re.Pattern[str]
    opinion: re.Pattern[str]
    opinion_url: re.Pattern[str]
    columnist: re.Pattern[str]
    speech: re.Pattern[str]
    told_to: re.Pattern[str]
