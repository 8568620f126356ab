"""The articles as BibTeX, for LaTeX, Zotero, JabRef and their like; UTF-8, as biber reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.records import AnnotatedArticle, Article
from onrecord.reports.exports.citing import address, line
from onrecord.reports.files import write_text

# BibTeX counts braces even where TeX would not print them, so that they must go by name.
_MARKS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
}
_MARK = re.compile("[" + re.escape("".join(_MARKS)) + "]")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def write_bibtex(articles: Iterable[AnnotatedArticle], folder: Path) -> list[Path]:
    """Write ``articles.bib``, one entry an article; returns its path."""
    entries = (entry(item.article) for item in articles)
    return [write_text(folder / "articles.bib", "\n".join(entries))]


def entry(article: Article) -> str:
    """An article's entry; what is not known has no field."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(article))
    return f"@article{{{re.sub(r'[^A-Za-z0-9-]', '-', article.id)},\n{fields}}}\n"


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    # Braces within: a byline is no list of names, and a title keeps its capitals.
    for name, value in (("author", article.byline), ("title", article.title), ("journal", article.outlet)):
        if value:
            yield name, f"{{{escaped(value)}}}"
    yield from _dates(article.published.edtf)
    if (url := address(article.url)) is not None:
        yield "url", url
    if article.language:
        yield "language", escaped(article.language)
    yield "note", escaped(f"OnRecord {article.id}")


def _dates(edtf: str | None) -> Iterator[tuple[str, str]]:
    """Year, month and day if all are known; any other date in EDTF, which biblatex reads."""
    if edtf is None:
        return
    found = _DAY.fullmatch(edtf)
    if found is None:
        yield "date", escaped(edtf)
        return
    for name, value in zip(("year", "month", "day"), found.groups(), strict=True):
        if value is not None:
            yield name, value.lstrip("0") or "0"


def escaped(text: str) -> str:
    """``text`` on one line, as TeX prints it."""
    return _MARK.sub(lambda m: _MARKS[m[0]], line(text))
