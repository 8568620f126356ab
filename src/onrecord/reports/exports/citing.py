"""What citations are made of: quotations with who said them where, and texts of others made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from onrecord.controls import visible
from onrecord.records import Article, Corpus, Statement
from onrecord.reports.brief.wording import dated
from onrecord.reports.tables import in_order, statement_place

# What no XML 1.0 document may hold, beside the controls that ``visible`` replaces.
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
# What RFC 3986 lets stand in an address; all else is percent-encoded.
_OF_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement as it is cited; ``words`` are exactly those of the article."""

    statement: Statement
    article: Article
    words: str

    @property
    def speaker(self) -> str:
        """Who said it: the speaker's name, else what the article calls the source."""
        return self.statement.speaker or self.statement.source_text or "speaker not named"

    @property
    def where(self) -> str:
        """Outlet, title and day of publication, as far as they are known, and the place in the text."""
        spans = ", ".join(f"{s.start}–{s.end}" for s in self.statement.content)
        known = (self.article.outlet, self.article.title and f"“{self.article.title}”", self._published)
        return ", ".join((*(k for k in known if k), f"characters {spans}"))

    @property
    def when(self) -> str:
        """When it was said; empty where the text does not tell."""
        return f"said {dated(self.statement.said.edtf)}" if self.statement.said.edtf else ""

    @property
    def _published(self) -> str:
        edtf = self.article.published.edtf
        return f"published {dated(edtf)}" if edtf else "publication not dated"


def quotations(corpus: Corpus) -> list[Quotation]:
    """All statements by speaker, then by when they were said, the undated last."""
    return sorted(_quotations(corpus), key=_by_speaker)


def _quotations(corpus: Corpus) -> Iterator[Quotation]:
    for item in in_order(corpus):
        for statement in sorted(item.statements, key=statement_place):
            yield Quotation(statement, item.article, statement.content_text(item.article.text))


def _by_speaker(quotation: Quotation) -> tuple[str, str, str, str]:
    said = quotation.statement.said
    when = said.earliest or said.latest or "9999"
    return quotation.speaker.casefold(), quotation.speaker, when, quotation.statement.id


def plain(text: str) -> str:
    """``text`` without what would steer a reader's program, or what XML cannot hold; as long as before."""
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", visible(text))


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def address(url: str | None) -> str | None:
    """``url`` where it is one of the web, fit to stand in any format; else None."""
    if not url:
        return None
    found = quote(line(url), safe=_OF_ADDRESS)
    try:
        parts = urlsplit(found)
    except ValueError:
        return None
    return found if parts.scheme in ("http", "https") and parts.netloc else None
