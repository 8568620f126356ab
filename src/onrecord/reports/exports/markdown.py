"""A list of citations in Markdown: who said what, word for word, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from onrecord.records import Corpus
from onrecord.reports.exports.citing import Quotation, address, line, quotations
from onrecord.reports.files import write_text

# What Markdown (CommonMark, GitHub's tables, strikethrough and autolinks, formulas) or HTML takes for markup
# anywhere; and at a line's beginning for a heading, a list, a rule or a quotation.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|&~$^@]|:(?=//)|(?<=www)\.|^[-+=]|^\d+(?=[.)]))", re.IGNORECASE)


def write_markdown(corpus: Corpus, folder: Path) -> list[Path]:
    """Write ``citations.md``; returns its path."""
    return [write_text(folder / "citations.md", "\n".join(_lines(corpus)))]


def _lines(corpus: Corpus) -> Iterator[str]:
    yield "# Who said what"
    for speaker, said in groupby(quotations(corpus), key=lambda q: q.speaker):
        yield from ("", f"## {escaped(speaker)}")
        for quotation in said:
            yield from ("", f"> {escaped(quotation.words)}", "", _reference(quotation))
    yield ""


def _reference(quotation: Quotation) -> str:
    url = address(quotation.article.url)
    where = escaped(quotation.where)
    linked = f"[{where}](<{url}>)" if url is not None else where
    told = "; ".join(filter(None, (escaped(quotation.when), linked)))
    return f"{told} · {escaped(quotation.statement.id)}"


def escaped(text: str) -> str:
    """``text`` on one line, with no character that Markdown or HTML would take for markup."""
    return _MARKUP.sub(_escape, line(text))


def _escape(found: re.Match[str]) -> str:
    mark = found[0]
    return f"&#{ord(mark[0])};{mark[1:]}" if mark[0].isdigit() else f"\\{mark}"
