"""Forms of news that PolNeAR hardly has, written from its own sources and contents.

Headlines ("Ministry: no talks", "No talks, ministry says"), transcripts ("Q: ...", "VENN: ..."), quotations
over several paragraphs, dashes around the cue, "according to". The words are the training articles', their
order and marks are the form's; every part keeps its role.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from training.data import CONTENT, CUE, SOURCE, Document

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "we", "i", "who", "which", "that", "you", "his", "her", "their"}
)
_VERBS = (
    "said",
    "says",
    "told reporters",
    "added",
    "stressed",
    "noted",
    "insisted",
    "replied",
    "told the agency",
)
_MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"))


class Draft:
    """A document in the making."""

    def __init__(self, identifier: str) -> None:
        self.identifier = identifier
        self.parts: list[str] = []
        self.spans: list[int] = []
        self.roles: list[int] = []
        self.cue_of: dict[int, int] = {}
        self.source_of: dict[int, int] = {}

    def plain(self, text: str) -> Draft:
        """Add text outside every span."""
        self.parts.append(text)
        self.spans += [-1] * len(text)
        return self

    def span(self, role: int, text: str) -> int:
        """Add a span; returns its number."""
        number = len(self.roles)
        self.roles.append(role)
        self.parts.append(text)
        self.spans += [number] * len(text)
        return number

    def joined(self, source: int, cue: int, *contents: int) -> None:
        """Say which spans belong together."""
        self.source_of[cue] = source
        for content in contents:
            self.cue_of[content] = cue

    def document(self) -> Document:
        """The finished document; it has no names."""
        spans = np.array(self.spans, np.int32)
        return Document(self.identifier, "".join(self.parts), spans, self.roles, self.cue_of, self.source_of)


Said = tuple[str, str]


def said(doc: Document) -> tuple[list[Said], list[Said]]:
    """``(source, content)`` of a document's indirect statements, and of quoted ones without their marks."""
    bounds = doc.bounds()
    indirect, direct = [], []
    for content, cue in doc.cue_of.items():
        source = doc.source_of.get(cue, -1)
        if content not in bounds or source not in bounds:
            continue
        who, what = (doc.text[slice(*bounds[n])].strip(" ,") for n in (source, content))
        if "\n" in who + what or len(who) > 60 or len(what) < 15 or who.lower() in _PRONOUNS:
            continue
        inner = what.strip("“”\"'")
        if what[0] in "“\"'" and not re.search("[“”\"]|''", inner):
            direct.append((who, inner.rstrip(",")))
        elif not re.search("[“”\"]|''", what):
            indirect.append((who, what.removeprefix("that ")))
    return indirect, direct


def headline(draft: Draft, pair: Said, random: Random) -> None:
    """A headline: ``X: Y``, ``Y, says X``, ``Y - X`` or ``X says Y``."""
    who, what = pair[0][0].upper() + pair[0][1:], pair[1]
    form = random.randrange(5)
    if form <= 1:
        source, cue = draft.span(SOURCE, who), draft.span(CUE, ":")
        content = draft.plain(" ").span(CONTENT, what)
    elif form == 2:
        source = draft.span(SOURCE, who)
        cue = draft.plain(" ").span(CUE, random.choice(("says", "say", "claims", "confirms")))
        content = draft.plain(" ").span(CONTENT, what)
    else:
        content = draft.span(CONTENT, what[0].upper() + what[1:])
        if form == 3:
            cue = draft.plain(", ").span(CUE, random.choice(("says", "say", "according to", "said")))
            source = draft.plain(" ").span(SOURCE, pair[0])
        else:
            cue = draft.plain(" ").span(CUE, random.choice(("-", "–", "—")))
            source = draft.plain(" ").span(SOURCE, pair[0])
    draft.joined(source, cue, content)


def turns(draft: Draft, pairs: Sequence[Said], random: Random) -> None:
    """A transcript: questions and answers, or speakers by name."""
    letters = random.random() < 0.5
    labels = random.choice((("Q", "A"), ("Question", "Answer"), ("QUESTION", "ANSWER")))
    names = [random.choice((str, str.upper))(p[0].split()[-1]) for p in pairs]
    for number, (_, what) in enumerate(pairs):
        label = labels[number % 2] if letters else names[number]
        source, cue = draft.span(SOURCE, label), draft.span(CUE, ":")
        text = what[0].upper() + what[1:].rstrip(".,")
        mark = "?" if letters and number % 2 == 0 else random.choice((".", ".", ".", "!"))
        draft.joined(source, cue, draft.plain(" ").span(CONTENT, text + mark))
        draft.plain(random.choice(("\n", "\n\n")))


def paragraphs(draft: Draft, pair: Said, random: Random) -> bool:
    """A quotation of several paragraphs, each opened anew and only the last one closed."""
    sentences = _SENTENCE.split(pair[1])
    if len(sentences) < 2:
        return False
    opening, closing = random.choice(_MARKS[:2])
    contents = [draft.span(CONTENT, f"{opening}{sentences[0].rstrip('.,')},{closing}")]
    source = draft.plain(" ").span(SOURCE, pair[0])
    cue = draft.plain(" ").span(CUE, random.choice(_VERBS))
    draft.plain(". ")
    for number, sentence in enumerate(sentences[1:]):
        last = number == len(sentences) - 2
        if number:
            draft.plain("\n\n")
        contents.append(draft.span(CONTENT, opening + sentence + (closing if last else "")))
    draft.joined(source, cue, *contents)
    draft.plain("\n\n")
    return True


def dashed(draft: Draft, pair: Said, random: Random) -> None:
    """The cue between dashes (``"A - X said - B"``), marks around each part or around the whole."""
    sentences = _SENTENCE.split(pair[1])
    opening, closing = random.choice(_MARKS)
    dash = random.choice((" – ", " — ", " - ", ", — ", "—"))
    around = random.random() < 0.6
    first = sentences[0].rstrip(".,") + (f",{closing}" if not around else "")
    contents = [draft.span(CONTENT, opening + first)]
    source = draft.plain(dash).span(SOURCE, pair[0])
    cue = draft.plain(" ").span(CUE, random.choice(_VERBS))
    if len(sentences) > 1:
        rest = " ".join(sentences[1:])
        contents.append(
            draft.plain(dash.lstrip(",")).span(CONTENT, (opening if not around else "") + rest + closing)
        )
    elif around:
        draft.plain("." + closing)
    draft.joined(source, cue, *contents)
    draft.plain("\n\n")


def according(draft: Draft, pair: Said, random: Random) -> None:
    """A statement in the order ``According to X, Y``."""
    cue = draft.span(CUE, "According to")
    source = draft.plain(" ").span(SOURCE, pair[0])
    content = draft.plain(", ").span(CONTENT, pair[1].rstrip("."))
    draft.joined(source, cue, content)
    draft.plain(random.choice((".\n", ".\n\n", ". ")))


def documents(docs: Sequence[Document], random: Random, count: int) -> list[Document]:
    """``count`` invented documents from the words of as many articles."""
    out: list[Document] = []
    for doc in random.sample(list(docs), min(count, len(docs))):
        indirect, direct = said(doc)
        if len(indirect) < 4 or len(direct) < 2:
            continue
        draft = Draft(doc.id + "-forms")
        if random.random() < 0.8:
            headline(draft, random.choice(indirect), random)
            draft.plain("\n\n")
        if random.random() < 0.3:
            turns(draft, random.sample(indirect + direct, 4), random)
        forms: list[Callable[[Draft, Said, Random], object]] = [paragraphs, dashed, dashed, paragraphs]
        for form in random.sample(forms, 3):
            form(draft, random.choice(direct), random)
        if random.random() < 0.6:
            according(draft, random.choice(indirect), random)
        out.append(draft.document())
    return out
