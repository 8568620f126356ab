"""Who "I" is where nobody is quoted: whoever signs the letter around it, else whom the byline names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise, takewhile

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.languages.grammar import OfficeGrammar, TurnGrammar
from onrecord.names.persons import parse
from onrecord.records import Span, Statement, hull
from onrecord.text import View

# Words of the longest name in a byline, and lines below a letter in which its signature is looked for.
_LONGEST, _BELOW = 4, 3
# A line of more characters, or one that ends like a sentence, is no part of what stands below a letter.
_LINE = 80
# Characters at the end of an article in which a note tells who wrote it.
_NOTE = 500
_STOPS = (".", "!", "?", "…", "”", '"')
_NO_ONE_NAME = re.compile(r"[,;&|/@\d]|\band\b", re.IGNORECASE)


class Writers:
    """The writers of one article, looked for when they are first asked for."""

    def __init__(self, view: View) -> None:
        self._view = view

    def name_at(self, offset: int) -> str | None:
        """Whose the first person at ``offset`` is, outside quotations; None where the text does not say."""
        letter = next((name for span, name in self._letters if span.start <= offset < span.end), self._byline)
        return letter if letter != "" else None

    @cached_property
    def _byline(self) -> str | None:
        """The one person who wrote the article, if it names one and the words are that person's own."""
        view = self._view
        words = (view.article.byline or "").strip()
        name = parse(words, view.language)
        if not name.full or len(name.parts) > _LONGEST or _NO_ONE_NAME.search(words):
            return None
        bodies = view.language.grammar(OfficeGrammar).organisation_words
        if not bodies.isdisjoint(map(str.casefold, name.parts)) or words in (view.article.outlet or ""):
            return None
        return words if self._is_opinion(words) else None

    def _is_opinion(self, name: str) -> bool:
        """Whether the article says that its writer tells what he or she thinks: by title, address or note.

        Elsewhere "I" may as well be somebody's whose statement or interview is printed without marks: so were
        6 of 12 in 222 articles of bulk news.
        """
        article, text = self._view.article, self._view.text
        grammar = self._view.language.grammar(TurnGrammar)
        if grammar.told_to.search(text):
            return False
        at = text.rfind(name)
        noted = at >= len(text) - _NOTE and grammar.columnist.match(text, at + len(name)) is not None
        titled = grammar.opinion.match(article.title or "") is not None
        addressed = grammar.opinion_url.search(article.url or "") is not None
        return noted or titled or addressed or self._is_labelled(grammar)

    def _is_labelled(self, grammar: TurnGrammar) -> bool:
        """Whether a line of its own above the article says what a title could: "OPINION"."""
        above = takewhile(lambda block: block.kind != "paragraph", self._view.article.blocks)
        lines = (block.span.of(self._view.text) for block in above if block.kind == "furniture")
        return any(grammar.opinion.fullmatch(f"{line}:") for line in lines)

    @cached_property
    def _letters(self) -> list[tuple[Span, str]]:
        """The letters of the article, each with the name below it; "" where none stands there."""
        text, grammar = self._view.text, self._view.language.grammar(TurnGrammar)
        lines = [Span(*m.span()) for m in re.finditer(r"[^\n]*\S", text)]
        opening = [i for i, line in enumerate(lines) if grammar.salutation.match(text, line.start, line.end)]
        found = []
        for first, stop in pairwise([*opening, len(lines)]):
            letter = lines[first:stop]
            found.append((Span(letter[0].start, letter[-1].end), _signature(text, letter, grammar)))
        return found


def _signature(text: str, letter: Sequence[Span], grammar: TurnGrammar) -> str:
    """The name on the lines below the last sentence of a letter."""
    last = max((i for i, line in enumerate(letter) if _is_prose(line.of(text))), default=len(letter))
    for line in letter[last + 1 : last + 1 + _BELOW]:
        match = grammar.signed.match(text, line.start, line.end)
        if match is not None and (match["dashed"] or " " in match["name"]):
            return match["name"]
    return ""


def _is_prose(line: str) -> bool:
    return len(line) > _LINE or line.endswith(_STOPS)


def writer(
    discourse: Discourse, writers: Writers, statement: Statement, statements: Sequence[Statement]
) -> Entity | None:
    """Who says ``statement`` in the first person, if it is whoever wrote the words around it."""
    page, source = discourse.page, hull(statement.source)
    words = page.inside(source)
    if len(words) != 1 or page.lower[words[0]] not in page.pronouns.writer or page.headline[words[0]]:
        return None
    if page.quoted[words[0]] or _is_somebodys(source, statement, statements):
        return None
    name = writers.name_at(source.start)
    if name is None:
        return None
    known = discourse.registry.by_full_name(parsed) if (parsed := parse(name, page.language)).full else None
    known = known or discourse.called.get(("person", name.casefold()))
    if known is not None:
        return discourse.mention(known, words.start, source, f"“{page.words[words[0]]}”: who writes")
    entity = discourse.create("person", name, words.start, source, how="who writes")
    entity.gender = parsed.gender
    return entity


def _is_somebodys(source: Span, statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a first person stands in what somebody else says in their own words."""
    others = (s for s in statements if s is not statement and s.kind == "direct")
    return any(c.contains(source) for other in others for c in other.content)
