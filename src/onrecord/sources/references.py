"""Exports of reference managers (RIS, MEDLINE, EndNote, BibTeX, CSL JSON): a text is an abstract or note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.errors import ItemError, NoArticleError
from onrecord.records import RawDocument
from onrecord.sources.decoding import decode
from onrecord.sources.objects import day_of
from onrecord.sources.opening import Input
from onrecord.sources.rows import document

_TYPE = "application/x-research-info-systems"
_TAGGED = re.compile(r"^(?:([A-Z][A-Z0-9]{1,3}) {0,2}- ?|(%[0-9A-Z@!?&^*~\[\]<>()+])[ \t]+)(.*)$")
_REFER = re.compile(rb"\s*%0 [A-Z][a-z]+(?: [A-Z][a-z]+){0,3}[ \t]*\r?\n%[A-Z0-9] ")
_RIS = re.compile(rb"\s*(?:TY  ?- ?[A-Z]{3,10}|PMID ?- ?\d+)[ \t]*\r?\n[A-Z][A-Z0-9]{1,3} {0,2}-")
# Its own remarks and abbreviations may stand above the first entry.
_BIBTEX = re.compile(
    rb"(?:\s*@(?:comment|string|preamble)\b[^\n]{0,2000}\n|\s*%[^\n]{0,400}\n)*"
    rb"\s*@[a-z]{3,20}\s*\{[^,\s{}]{0,200},\s*[\w-]{1,40}\s*=",
    re.IGNORECASE,
)
# Tag -> the part of an article that it gives, best first where several do.
_TAGS: dict[str, tuple[str, ...]] = {
    "text": ("N2", "AB", "N1", "%X", "%Z"),
    "title": ("TI", "T1", "%T"),
    "byline": ("AU", "A1", "FAU", "%A"),
    "outlet": ("T2", "JO", "JF", "JT", "JA", "PB", "TA", "%J", "%B", "%I"),
    "date": ("DA", "DP", "Y1", "PY", "%8", "%D"),
    "url": ("UR", "L2", "LK", "%U"),
    "given_id": ("ID", "AN", "PMID", "%M", "%F"),
    "language": ("LA", "%G"),
}
_KEYS: dict[str, tuple[str, ...]] = {
    "text": ("abstract", "annotation", "annote", "note"),
    "title": ("title",),
    "byline": ("author",),
    "outlet": ("journaltitle", "journal", "newspaper", "booktitle", "publisher"),
    "date": ("date", "year"),
    "url": ("url",),
    "given_id": ("key",),
    "language": ("langid", "language"),
}
_CSL: dict[str, tuple[str, ...]] = {
    "text": ("abstract", "note"),
    "title": ("title",),
    "byline": ("author",),
    "outlet": ("container-title", "publisher"),
    "url": ("URL",),
    "given_id": ("id",),
    "language": ("language",),
}
# Tags that begin a record or end one.
_FIRST = ("TY", "PMID", "ER", "%0")
_ENTRY = re.compile(r"@(\w{3,20}+)\s*+\{\s*+([^,\s{}]{0,200}+)\s*+,")
_SHORT = re.compile(r"@string\s*+[{(]\s*+([\w-]{1,40}+)\s*+=\s*+", re.IGNORECASE)
_KEY = re.compile(r"[\s,]*([\w-]{1,40})\s*=\s*")
_MARK = re.compile(r'(?<!\\)[{}"]')
_NO_ENTRIES = ("comment", "string", "preamble")
_BARE = re.compile(r"[^,{}\s]{0,100}")
_AND = re.compile(r"(?<!\s)\s++and\s++")


def is_references(head: bytes) -> bool:
    """Whether ``head`` begins an export of a reference manager."""
    return _RIS.match(head) is not None or _REFER.match(head) is not None or _BIBTEX.match(head) is not None


def described(item: object) -> object:
    """An item of CSL JSON under the names of an article's parts; any other as it is."""
    if (
        not isinstance(item, Mapping)
        or "container-title" not in item
        or not isinstance(item.get("type"), str)
    ):
        return item
    issued = item.get("issued")
    dated = issued.get("date-parts") if isinstance(issued, Mapping) else None
    parts = dated[0] if isinstance(dated, list) and dated and isinstance(dated[0], list) else []
    told = {part: next(filter(None, map(item.get, keys)), "") for part, keys in _CSL.items()}
    told["date"] = day_of(parts) or ""
    return {part: value for part, value in told.items() if value}


def reference_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """One item a record; those without an abstract or note are named."""
    text, _ = decode(source.whole(), source.where)
    is_bibtex = text.lstrip("\ufeff \t\r\n").startswith(("@", "% "))
    names, records = (_KEYS, _entries(text)) if is_bibtex else (_TAGS, _tagged(text))
    item = -1
    for item, record in enumerate(records):
        told = {part: next(filter(None, map(record.get, keys)), "") for part, keys in names.items()}
        data = repr(sorted(record.items())).encode("utf-8", "surrogatepass")
        values = {part: value for part, value in told.items() if value}
        yield document(values, path=source.where, item=item, data=data, media_type=_TYPE)
    if item < 0:
        yield NoArticleError(source.where, "an export of references without an entry that can be read")


def _tagged(text: str) -> Iterator[dict[str, str]]:
    """Records of lines that begin with a tag; several of one tag are one value, with semicolons."""
    record: dict[str, list[list[str]]] = {}
    last: list[str] = []
    for line in text.splitlines():
        match = _TAGGED.match(line)
        if match is None:
            if line.strip():
                last.append(line.strip())
            continue
        tag, value = match[1] or match[2], match[3].strip()
        if record and tag in _FIRST:
            yield _joined(record)
            record = {}
        last = [value]
        if tag != "ER":
            record.setdefault(tag, []).append(last)
    if record:
        yield _joined(record)


def _joined(record: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, str]:
    """The values of a record: the lines of one joined, several of one tag with semicolons."""
    joined = {
        tag: "; ".join(("\n" if tag in _TAGS["text"] else " ").join(lines) for lines in values)
        for tag, values in record.items()
    }
    return {tag: value.rstrip("/ ") if tag in _TAGS["date"] else value for tag, value in joined.items()}


def _entries(text: str) -> Iterator[dict[str, str]]:
    """The entries of a BibTeX file, their values without braces, abbreviations written out."""
    short = {match[1].lower(): _value(text, match.end())[0] for match in _SHORT.finditer(text)}
    at = 0
    while (entry := _ENTRY.search(text, at)) is not None:
        at = entry.end()
        record = {"key": entry[2]}
        while (key := _KEY.match(text, at)) is not None:
            value, at = _value(text, key.end())
            value = short.get(value.lower(), value)
            name = key[1].lower()
            record.setdefault(name, "; ".join(_AND.split(value)) if name == "author" else value)
        if entry[1].lower() not in _NO_ENTRIES:
            yield record


def _value(text: str, at: int) -> tuple[str, int]:
    """The value that begins ``at``, in braces, quotation marks or bare, and where it ends."""
    opened = text[at : at + 1]
    if opened not in ("{", '"'):
        bare = _BARE.match(text, at)
        return (bare.group(), bare.end()) if bare is not None else ("", at)
    depth = 0
    for mark in _MARK.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
        if depth == 0 and mark.start() > at and mark.group() != "{":
            return _plain(text[at + 1 : mark.start()]), mark.end()
    return _plain(text[at + 1 :]), len(text)


def _plain(value: str) -> str:
    """A value without braces that only keep capitals, and without what escapes a sign."""
    return re.sub(r"\\([&%$#_{}])|[{}]", lambda match: match[1] or "", value).strip()
