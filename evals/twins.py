"""Clippings of many producers, each with what should come out of it.

usage: python evals/twins.py [NAME ...]

``sets/intake/*.txt``: ``=== name`` begins a case; ``@title``, ``@outlet``, ``@byline`` (names, ``;``
between), ``@byline_not``, ``@day`` and ``@url`` say what is to come out, ``@story 3`` that all paragraphs of
that story of ``sets/layouts/stories.txt`` are kept, ``@keep`` and ``@out`` that words are or are not in
paragraphs; ``@next`` begins the next article, ``@none words`` wants a refusal whose reason holds the words.
``@encoding`` and ``@pack`` (one of ``PACKERS``) make the input of the members
below, each after ``>>> its name``; there a backslash and ``xNN`` are a character by its number. ``«3»``
stands for a story's paragraphs, ``«3:form»`` for them in another form: ``FORMS``.

Half of the cases (by a hash of their names) is unseen: its failures are counted and never printed.
"""

from __future__ import annotations

import bz2
import csv
import html
import io
import json
import plistlib
import re
import sys
import tarfile
import tempfile
import textwrap
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from halves import half
from layouts import Story, stories

from onrecord.articles import clean
from onrecord.articles.features import fold
from onrecord.dates import publish
from onrecord.errors import ItemError
from onrecord.records import Article, Skipped
from onrecord.sources import read
from onrecord.text import View

FOLDER = Path(__file__).resolve().parent / "sets" / "intake"
STORIES = FOLDER.parent / "layouts" / "stories.txt"
PROSE = ("paragraph", "dateline", "heading")
# Sets with figures of their own: harder ones, so that those of the others stay comparable.
LATER = {
    "third": "later_",
    "fourth": "later_",
    "fifth": "fifth_",
    "sixth": "sixth_",
    "seventh": "seventh_",
    "eighth": "eighth_",
    "ninth": "ninth_",
    "tenth": "tenth_",
}


@dataclass(frozen=True)
class Wanted:
    """What one article of a case should be: ``(key, value)`` pairs."""

    said: tuple[tuple[str, str], ...] = ()

    def first(self, key: str) -> str | None:
        """The first value under ``key``."""
        return next((value for name, value in self.said if name == key), None)


@dataclass
class Case:
    """A case: its members, how they are packed, and what should come out."""

    name: str
    members: dict[str, str] = field(default_factory=dict)
    pack: str = ""
    encoding: str = "utf-8"
    refused: str | None = None
    later: str = ""
    wanted: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])


# ------------------------------------------------------------------ stories in the forms of their producers


def _paragraphs(story: Story) -> str:
    return "\n\n".join(story.paragraphs)


def _curly(text: str) -> str:
    text = re.sub(r'(^|[\s(>])"', "\\1“", text, flags=re.MULTILINE)
    return text.replace('"', "”").replace("'", "’")


def _marked(story: Story, tag: str = "p") -> str:
    return "".join(f"<{tag}>{html.escape(p, quote=False)}</{tag}>" for p in story.paragraphs)


def wrapped(text: str, width: int, *, hyphens: bool) -> str:
    """``text`` in lines of ``width`` characters, long words cut with a hyphen where ``hyphens``."""
    if not hyphens:
        return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))
    lines, line = [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        room = width - len(line) - 2
        if len(joined) <= width:
            line = joined
        elif word.isalpha() and len(word) >= 7 and room >= 3:
            cut = min(room, len(word) - 3)
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


def _misread(byte: int) -> str:
    """A byte of UTF-8 as a program reads it that takes it for Windows-1252."""
    try:
        return bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        return chr(byte)


def _rtf(paragraphs: Sequence[str]) -> str:
    return "\n".join("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in p) + "\\par" for p in paragraphs)


# How a scanner's file writes a line's words: before, between and behind them.
_ALTO = ("<TextLine>", '<String CONTENT="{}"/>', "<SP/>", "</TextLine>")
_HOCR = ("<span class='ocr_line'>", "<span class='ocrx_word'>{}</span>", " ", "</span>")


def _scanned(paragraph: str, form: tuple[str, str, str, str]) -> str:
    before, word, between, behind = form
    lines = (line.split() for line in textwrap.wrap(paragraph, 44))
    return "\n".join(
        before + between.join(word.format(html.escape(w, quote=True)) for w in line) + behind
        for line in lines
    )


def _columns(paragraphs: Sequence[str]) -> str:
    """Two columns side by side, as a page's text is when its layout is kept."""
    rows = [row for p in paragraphs for row in textwrap.wrap(p, 36, initial_indent="  ")]
    half_way = (len(rows) + 1) // 2
    left, right = rows[:half_way], [*rows[half_way:], ""]
    return "\n".join(f"{a:<40}{b}".rstrip() for a, b in zip(left, right, strict=False))


def _dumped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


FORMS: dict[str, Callable[[Story], str]] = {
    "": _paragraphs,
    "title": lambda s: s.title,
    "upper": lambda s: s.title.upper(),
    "1": lambda s: s.paragraphs[0],
    "rest": lambda s: "\n\n".join(s.paragraphs[1:]),
    "p": _marked,
    "div": lambda s: _marked(s, "div"),
    "curly": lambda s: _curly(_paragraphs(s)),
    "curlyp": lambda s: _curly(_marked(s)),
    "escp": lambda s: html.escape(_marked(s)),
    "shyp": lambda s: re.sub(r"([a-z]{4})([a-z]{4})", "\\1&shy;\\2", _marked(s)),
    "json": lambda s: _dumped(_paragraphs(s)),
    "jsonp": lambda s: _dumped(_marked(s)),
    "jsontight": lambda s: _dumped("\n".join(s.paragraphs)),
    "list": lambda s: json.dumps(s.paragraphs, ensure_ascii=False),
    "csv": lambda s: _paragraphs(s).replace('"', '""'),
    "tight": lambda s: "\n".join(s.paragraphs),
    "quoted": lambda s: "> " + "\n> ".join(_paragraphs(s).split("\n")),
    "mojibake": lambda s: "".join(map(_misread, _curly(_paragraphs(s)).encode())),
    "restline": lambda s: "</Content><Br/><Content>".join(s.paragraphs[1:]),
    "tp": lambda s: "".join(f"<text:p>{html.escape(p, quote=False)}</text:p>" for p in s.paragraphs),
    "rtf1": lambda s: _rtf(s.paragraphs[:1]),
    "rtf2": lambda s: _rtf(s.paragraphs[1:]),
    "flat": lambda s: " ".join(s.paragraphs),
    "qpp": lambda s: _marked(s).replace("=", "=3D"),
    "alto": lambda s: "".join(f"<TextBlock>{_scanned(p, _ALTO)}</TextBlock>" for p in s.paragraphs),
    "hocr": lambda s: "".join(f"<p class='ocr_par'>{_scanned(p, _HOCR)}</p>" for p in s.paragraphs),
    "sgml": lambda s: "\n".join(textwrap.fill(p, 68, initial_indent="    ") for p in s.paragraphs),
    "sgmlp": lambda s: "\n".join(f"<P>\n{textwrap.fill(p, 78)}\n</P>" for p in s.paragraphs),
    "cols": lambda s: _columns(s.paragraphs),
    "br": lambda s: "<br><br>".join(html.escape(p, quote=False) for p in s.paragraphs),
    "span": lambda s: "".join(
        f'<p class="c0"><span class="c1">{html.escape(p, quote=False)}</span></p>' for p in s.paragraphs
    ),
}
_CHARACTER = re.compile(r"\\x([0-9a-f]{2})")
_WRAP = re.compile(r"([wh])(\d+)(?::(tight|half1|half2))?")


def formed(story: Story, form: str) -> str:
    """``story`` in one form; ``w40`` and ``h40`` are lines of 40 characters without and with hyphens."""
    wrap = _WRAP.fullmatch(form)
    if wrap is None:
        return FORMS[form](story)
    lines = [wrapped(p, int(wrap[2]), hyphens=wrap[1] == "h") for p in story.paragraphs]
    text = ("\n" if wrap[3] == "tight" else "\n\n").join(lines)
    if wrap[3] in ("half1", "half2"):  # a page ends within the second paragraph
        rows = text.split("\n")
        at = len(lines[0].split("\n")) + 2
        return "\n".join(rows[:at] if wrap[3] == "half1" else rows[at:])
    return text


# ------------------------------------------------------------------ cases


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every case of the folder's files."""
    told = stories(STORIES)

    def put(match: re.Match[str]) -> str:
        return formed(told[match[1]], match[2] or "")

    for path in sorted(folder.glob("*.txt")):
        text = re.sub(r"«(\d+)(?::([\w:]+))?»", put, path.read_text(encoding="utf-8"))
        for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
            case = _case(block.rstrip("\n"))
            case.later = LATER.get(path.stem, "")
            yield case


def _case(block: str) -> Case:
    head, *members = re.split(r"^>>> ", block, flags=re.MULTILINE)
    name, *lines = head.strip().split("\n")
    case = Case(name)
    for line in lines:
        key, _, value = line.removeprefix("@").partition(" ")
        if key == "next":
            case.wanted.append([])
        elif key == "none":
            case.refused = value
        elif key in ("pack", "encoding"):
            setattr(case, key, value)
        else:
            case.wanted[-1].append((key, value))
    for member in members:
        where, _, content = member.partition("\n")
        content = _CHARACTER.sub(lambda m: chr(int(m[1], 16)), content)
        case.members[where] = re.sub(r"^\\f$", "\f", content, flags=re.MULTILINE)
    return case


# ------------------------------------------------------------------ containers


def _zip(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return data.getvalue()


def _tar(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as packed:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
    return bz2.compress(data.getvalue())


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(members: Mapping[str, bytes]) -> bytes:
    lines = next(iter(members.values())).decode().split("\n")
    paragraphs = "".join(
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        if line == "\f"
        else f"<w:p><w:r><w:t>{html.escape(line, quote=False)}</w:t></w:r></w:p>"
        for line in lines
    )
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    return _zip({"word/document.xml": body.encode(), "[Content_Types].xml": b"<Types/>"})


def _rows(members: Mapping[str, bytes]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(next(iter(members.values())).decode())))


def _xlsx(members: Mapping[str, bytes]) -> bytes:
    import openpyxl  # noqa: PLC0415 - an extra

    book = openpyxl.Workbook()
    for row in _rows(members):
        book.active.append([cell or None for cell in row])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _parquet(members: Mapping[str, bytes]) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415

    names, *rows = _rows(members)
    data = io.BytesIO()
    parquet.write_table(pa.table(dict(zip(names, zip(*rows, strict=True), strict=True))), data)
    return data.getvalue()


def _epub(members: Mapping[str, bytes]) -> bytes:
    files: dict[str, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        b'<rootfiles><rootfile full-path="c.opf"/></rootfiles></container>',
    }
    items = spine = ""
    for number, content in enumerate(members.values()):
        page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{content.decode()}</body></html>'
        files[f"{number}.xhtml"] = page.encode()
        items += f'<item id="c{number}" href="{number}.xhtml" media-type="application/xhtml+xml"/>'
        spine += f'<itemref idref="c{number}"/>'
    opf = f"<manifest>{items}</manifest><spine>{spine}</spine>"
    files["c.opf"] = f'<package xmlns="http://www.idpf.org/2007/opf">{opf}</package>'.encode()
    return _zip(files)


def _warc(members: Mapping[str, bytes]) -> bytes:
    records = []
    for url, page in members.items():
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2023-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


def _wet(members: Mapping[str, bytes]) -> bytes:
    records = [
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-03-01T00:00:00Z\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(page)}\r\n\r\n".encode()
        + page
        + b"\r\n\r\n"
        for url, page in members.items()
    ]
    return b"".join(records)


def _wacz(members: Mapping[str, bytes]) -> bytes:
    return _zip({"datapackage.json": b'{"profile": "data-package"}', "archive/data.warc": _warc(members)})


_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def _odt(members: Mapping[str, bytes]) -> bytes:
    lines = next(iter(members.values())).decode().split("\n")
    paragraphs = "".join(f"<text:p>{html.escape(line, quote=False)}</text:p>" for line in lines)
    names = f'xmlns:office="{_OPEN}office:1.0" xmlns:text="{_OPEN}text:1.0"'
    body = f"<office:body><office:text>{paragraphs}</office:text></office:body>"
    return _zip(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>".encode(),
        }
    )


def _pptx(members: Mapping[str, bytes]) -> bytes:
    slide = html.escape(next(iter(members.values())).decode())
    return _zip(
        {
            "[Content_Types].xml": b"<Types/>",
            "ppt/presentation.xml": b"<p:presentation xmlns:p='p'/>",
            "ppt/slides/slide1.xml": f"<a:t xmlns:a='a'>{slide}</a:t>".encode(),
        }
    )


def _pages(members: Mapping[str, bytes]) -> bytes:
    preview = next(iter(members.values()))
    return _zip({"Index/Document.iwa": b"\0\1\2", "Metadata/Properties.plist": b"", "preview.jpg": preview})


def _webarchive(members: Mapping[str, bytes]) -> bytes:
    url, page = next(iter(members.items()))
    main = {"WebResourceData": page, "WebResourceURL": url, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


PACKERS: dict[str, tuple[str, Callable[[Mapping[str, bytes]], bytes]]] = {
    "zip": ("input.zip", _zip),
    "tar.bz2": ("input.tar.bz2", _tar),
    "docx": ("input.docx", _docx),
    "xlsx": ("input.xlsx", _xlsx),
    "parquet": ("input.parquet", _parquet),
    "epub": ("input.epub", _epub),
    "warc": ("input.warc", _warc),
    "wacz": ("input.wacz", _wacz),
    "webarchive": ("input.webarchive", _webarchive),
    "wet": ("input.warc.wet", _wet),
    "odt": ("input.odt", _odt),
    "pptx": ("input.pptx", _pptx),
    "pages": ("input.pages", _pages),
}


def files(case: Case) -> dict[str, bytes]:
    """The files that a user would hand in."""
    members = {name: content.encode(case.encoding) for name, content in case.members.items()}
    if not case.pack:
        return members
    name, pack = PACKERS[case.pack]
    return {name: pack(members)}


# ------------------------------------------------------------------ facts


def opened(case: Case) -> tuple[list[Article], list[Skipped]]:
    """The articles and refusals of a case."""
    skipped: list[Skipped] = []
    articles: list[Article] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files(case).items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for raw in read([folder], on_skip=skipped.append):
            try:
                articles.append(clean(raw))
            except ItemError as error:
                skipped.append(Skipped(error.where, error.reason, type(error).__name__))
    return articles, skipped


def facts(case: Case) -> Iterator[tuple[str, bool, object]]:
    """``(what, whether it is right, what came out)`` for every fact of a case."""
    articles, skipped = opened(case)
    if case.refused is not None:
        reasons = [skip.reason for skip in skipped]
        yield "articles", not articles, [a.text[:80] for a in articles]
        yield "refused", any(re.search(case.refused, reason) for reason in reasons), reasons
        return
    yield "articles", len(articles) == len(case.wanted), [a.title for a in articles] or skipped
    told = stories(STORIES)
    for number, said in enumerate(case.wanted):
        title = next((value for key, value in said if key == "title"), "")
        article = next((a for a in articles if title and fold(a.title or "") == fold(title)), None)
        if article is None and len(articles) == len(case.wanted):
            article = articles[number]
        for key, value in said:
            yield from _fact(key, value, article, told)


def _fact(
    key: str, value: str, article: Article | None, told: Mapping[str, Story]
) -> Iterator[tuple[str, bool, object]]:
    if article is None:
        names = {"story": "kept", "keep": "kept", "byline_not": "byline"}
        yield names.get(key, key), False, "no article"
        return
    prose = fold(" ".join(b.span.of(article.text) for b in article.blocks if b.kind in PROSE))
    if key == "story":
        for paragraph in told[value].paragraphs:
            yield "kept", fold(paragraph) in prose, paragraph
    elif key in ("keep", "out"):
        yield "kept" if key == "keep" else "out", (fold(value) in prose) is (key == "keep"), value
    else:
        yield key.partition("_")[0], *_field(key, value, article)


def _field(key: str, value: str, article: Article) -> tuple[bool, object]:
    if key == "day":
        mine = publish(View(article))
        return mine.day == value, mine
    if key == "outlet":
        ours = fold(article.outlet or "").removeprefix("the")
        return ours == fold(value).removeprefix("the"), article.outlet
    if key == "title":
        return fold(article.title or "") == fold(value), article.title
    if key == "url":
        return article.url == value, article.url
    byline = (article.byline or "").casefold()
    names = [name.strip().casefold() for name in value.split(";")]
    if key == "byline_not":
        return not any(name in byline for name in names), article.byline
    return all(name in byline for name in names), article.byline


def measure(shared: Path) -> dict[str, float]:  # noqa: ARG001 - the set lies in the repository
    """Shares of facts that are right, of both halves: of all, and of each kind of the unseen one.

    ``later_``, ``fifth_`` and on: those of the sets in ``LATER``.
    """
    hits: dict[str, list[bool]] = {}
    for case in cases():
        kind = case.later + half(case.name)
        for what, right, _ in facts(case):
            hits.setdefault(f"{kind}_facts", []).append(right)
            if half(case.name) == "unseen":
                hits.setdefault(f"{kind}_{what}", []).append(right)
    return {name: 100 * sum(values) / len(values) for name, values in hits.items()}


if __name__ == "__main__":
    for shown in cases():
        if half(shown.name) == "seen" and (not sys.argv[1:] or shown.name in sys.argv[1:]):
            wrong = [fact for fact in facts(shown) if not fact[1]]
            print("wrong" if wrong else "right", shown.name)
            for what_, _, got in wrong:
                print(f"       {what_}: {got}"[:300])
    if not sys.argv[1:]:
        print({name: round(value, 1) for name, value in measure(FOLDER).items()})
