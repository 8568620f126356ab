"""Outlets and agencies as texts name them: one spelling to compare by, and who credits whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from onrecord.languages import Language
from onrecord.languages.grammar import OriginGrammar
from onrecord.records import AnnotatedArticle, Article

# A credit or dateline is no longer than this; what is longer is text that slipped in.
_LONGEST_LINE = 500
# Acronyms this short are agencies only between strokes ("/AP/"): the letters stand in many words.
_SHORT = 3


def folded(name: str, language: Language) -> str:
    """An outlet's name to compare by: plain words without the article before them."""
    return " ".join(language.plain_words(name)).removeprefix(language.grammar(OriginGrammar).definite)


def outlets_of(items: Iterable[AnnotatedArticle], language: Language) -> frozenset[str]:
    """The folded names of the outlets of articles."""
    return frozenset(folded(i.article.outlet, language) for i in items if i.article.outlet)


@cache
def agencies(language: Language) -> frozenset[str]:
    """The folded names of the news agencies that the language knows."""
    return frozenset(folded(name, language) for name in language.grammar(OriginGrammar).agencies)


@cache
def _spelled_out(language: Language) -> Mapping[str, str]:
    letters = language.grammar(OriginGrammar).agency_letters.items()
    return {folded(short, language): folded(name, language) for name, short in letters}


def one_name(plain: str, language: Language) -> str:
    """A folded name, in full where it is an agency's letters: "AP" and the Associated Press are one."""
    return _spelled_out(language).get(plain, plain)


def names_outlet(line: str | None, outlet: str | None, language: Language) -> bool:
    """Whether a credit or dateline names an outlet, whatever the case and punctuation.

    "(AP)" names the outlet that is the Associated Press.
    """
    if not line or not outlet:
        return False
    letters = language.grammar(OriginGrammar).agency_letters.get(outlet, outlet)
    return _stands_in(outlet, line, language) or _stands_in(letters, line, language)


def _stands_in(name: str, line: str, language: Language) -> bool:
    named, wanted = (f" {' '.join(language.plain_words(t[:_LONGEST_LINE]))} " for t in (line, name))
    return len(wanted) > len("  ") + 1 and wanted in named


def agency_of(article: Article, language: Language) -> str | None:
    """The news agency that an article's credit or dateline names, None when there is none."""
    known = language.grammar(OriginGrammar).agencies
    for line in filter(None, (article.credit, article.dateline)):
        if line.strip() in known:
            return line.strip()
        longest = sorted(known, key=lambda a: (-len(a), a))
        found = next((a for a in longest if _is_named(a, line, language)), None)
        if found is not None:
            return found
    return None


def _is_named(agency: str, line: str, language: Language) -> bool:
    return _stands_in(agency, line, language) or (len(agency) <= _SHORT and f"/{agency}/" in line)
