"""Text files: one article, or several told apart by header records or separator lines."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.errors import ItemError, LimitError, NoArticleError, UnreadableError
from onrecord.languages.fields import field_of, is_header_key
from onrecord.languages.furniture import DAY
from onrecord.records import RawDocument, Span
from onrecord.sources.chats import long_messages
from onrecord.sources.decoding import decode
from onrecord.sources.digests import Piece, digest
from onrecord.sources.limits import MAX_ARTICLE
from onrecord.sources.mail_headers import forwarded, named
from onrecord.sources.opening import Input

_HEADER = re.compile(r"^(?:[ \t\f]{0,3}|- )([^\W\d_][\w .\-/]{0,40}?)[ \t]{0,4}:(?=\s|$)", re.MULTILINE)
# Long rules, and the counters of news databases; short rules may be section breaks or front matter.
_RULE = re.compile(r"^[ \t]*(?:={3,}|-{5,}|_{5,}|~{3,}|#{3,}|\*{5,}|%{2,})[ \t]*$", re.MULTILINE)
_SHORT_RULE = re.compile(
    r"^[ \t]*(?:-{3,4}|\*{3,4}|(?:[*\-#] ){2,}[*\-#]|&{2,4}|\+{3,})[ \t]*$|\f", re.MULTILINE
)
_COUNTER = re.compile(
    r"^[ \t]*(?:load-date: .{6,40}\n\s*)?"
    r"(?:(?:do[ck]ument|arti[ck]el|article|item|story) \d{1,5} (?:of|von|de|sur|av|af) \d{1,5}"
    r"|\d{1,5} of \d{1,5} (?:documents?|articles?)"
    r"|end of (?:document|article|story)|(?:an[ \t]+)?document [a-z]{3,12}\d{8,}[a-z0-9]{4,40})[ \t]*\.?$",
    re.MULTILINE | re.IGNORECASE,
)
# A day with its year, as the line under a clipping's headline has it.
_IMPRINT = re.compile(rf"{DAY}", re.IGNORECASE)
_IMPRINT_AMONG = 4
_ADDRESS = re.compile(r"\s*(?:[-*•]\s+|\d{1,6}[.)]?\s+)?<?(?:https?://|www\.)[^\s<>]+>?[,;]?\s*")
# What a record among other words has: a title and, with it, so many parts.
_TITLED, _TOLD = frozenset(("title",)), 3
# A piece between two rules is an article when it has this many characters and a sentence's end.
_SHORTEST = 160
_TITLE = 200  # characters
# The headers of a message that was passed on; more words than these are a paragraph above it.
_FORWARDED = frozenset(("from", "date", "subject"))
_NOTE_WORDS = 40
# Rules among which several clippings stand.
_BETWEEN = 2
# Cells of a row, less one, from which on rows are no list of a text.
_CELLS = 6
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?(?:\s|$)")


def text_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """Every article of a text file; ``text`` is the whole file, ``region`` the article's part."""
    data = source.whole()
    text, encoding = decode(data, source.where)
    if not text.strip():
        raise UnreadableError(source.where, "nothing but white space")
    if _is_address_list(text):
        raise NoArticleError(source.where, "a list of web addresses, no articles (nothing is fetched)")
    if _is_bare_table(text):
        raise NoArticleError(source.where, "a table without a header line that names a text")
    fields = {"encoding": encoding} if encoding else {}
    if source.about.get("url"):  # a crawler's text of a page
        fields["url"] = source.about["url"]
    if messages := long_messages(text):
        pieces = [Piece(region, {"date": day} if day else {}) for region, day in messages]
        yield from _documents(text, pieces, source.where, data, fields)
        return
    regions, said = _passed_on(text)
    yield from documents_in(text, source.where, data, "text/plain", fields | said, regions=regions)


def _passed_on(text: str) -> tuple[list[Span], dict[str, str]]:
    """Where a text is a message that was forwarded: what it passes on, with the headers; else nothing.

    What stands above it is no article: a greeting, the headers of whoever sent it on.
    """
    region, headers = forwarded(text)
    if not headers.keys() >= _FORWARDED or _is_prose(text[: region.start]):
        return [], {}
    return [region], named(headers)


def _is_prose(text: str) -> bool:
    """Whether a paragraph of ``text`` has the length of an article's."""
    return any(len(line.split()) > _NOTE_WORDS and not _HEADER.match(line) for line in text.split("\n"))


def documents_in(
    text: str,
    where: str,
    data: bytes,
    media_type: str,
    fields: Mapping[str, str] | None = None,
    *,
    regions: Sequence[Span] = (),
) -> Iterator[RawDocument | ItemError]:
    """Every article of ``text``, each with the whole of it as ``text`` and its part as ``region``.

    ``regions``: where they lie, if that is known.
    """
    pieces = [Piece(region, {}) for region in regions or split(text)]
    pieces = (len(pieces) == 1 and digest(text, pieces[0].region)) or pieces
    yield from _documents(text, pieces, where, data, fields, media_type=media_type)


def _documents(
    text: str,
    pieces: Sequence[Piece],
    where: str,
    data: bytes,
    fields: Mapping[str, str] | None,
    *,
    media_type: str = "text/plain",
) -> Iterator[RawDocument | ItemError]:
    sha256 = hashlib.sha256(data).hexdigest()
    for item, (region, said) in enumerate(pieces):
        size = region.end - region.start
        if size > MAX_ARTICLE:
            yield LimitError(f"{where}#{item}", f"{size} characters; an article may have {MAX_ARTICLE}")
        else:
            yield RawDocument(where, item, sha256, media_type, text, region, said | dict(fields or {}), data)


def _is_address_list(text: str) -> bool:
    """Whether nearly every line is a web address."""
    lines = [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    return len(lines) >= 2 and sum(map(bool, map(_ADDRESS.fullmatch, lines))) >= 0.8 * len(lines)


def _is_bare_table(text: str) -> bool:
    """Whether all lines are rows of as many cells, and many."""
    rows = {line.count("\t") for line in text.split("\n") if line.strip()}
    return len(rows) == 1 and rows.pop() >= _CELLS and text.strip().count("\n") > 0


def is_counted(text: str) -> bool:
    """Whether ``text`` holds what a database counts off: documents, not the parts of a story."""
    return any("document" in text[start:end].lower() for start, end in _counted(text))


def split(text: str) -> list[Span]:
    """The regions of the articles in ``text``, in order; the whole text when it holds one."""
    starts = _record_starts(text)
    if len(starts) < 2:
        return _between_rules(text)
    starts[0] = 0
    ends = [*starts[1:], len(text)]
    return [Span(start, _without_rule(text, start, end)) for start, end in zip(starts, ends, strict=True)]


def _record_starts(text: str) -> list[int]:
    """Where header records begin: runs of at least two header lines that repeat the first one's key."""
    records = [(start, keys) for start, keys, parts in _records(text) if len(parts) >= 2]
    if not records or text[: records[0][0]].strip(" \t\r\n-=*#\ufeff"):
        return _titled_starts(text, records)
    first = {key.lower() for key in records[0][1]}
    # A record begins like the first one, or shares at least two keys with it.
    return [start for start, keys in records if len(first & {key.lower() for key in keys}) >= 2]


def _titled_starts(text: str, records: Sequence[tuple[int, list[str]]]) -> list[int]:
    """Where records begin that each have a title on the line right above, as reports of coverage set them."""
    starts = []
    for start, keys in records:
        if keys[0].lower() != records[0][1][0].lower():
            continue
        line = text.rfind("\n", 0, max(0, start - 1)) + 1
        title = text[line : max(line, start - 1)].strip()
        if (
            not any(map(str.isalpha, title))
            or len(title) > _TITLE
            or _HEADER.match(title)
            or _SENTENCE_END.search(title, 4)
        ):
            return []
        starts.append(line)
    return starts if len(starts) > 1 else []


def records_within(text: str, region: Span) -> list[tuple[Span, frozenset[str]]]:
    """The records in ``region`` that give a title and two parts more, to the next, and the parts they give.

    They may stand below other words, as where a database or a colleague mails an article.
    """
    found = [(start, parts) for start, _, parts in _records(text) if parts >= _TITLED and len(parts) >= _TOLD]
    found = [(start, parts) for start, parts in found if region.start <= start < region.end]
    ends = [start for start, _ in found[1:]] + [region.end]
    return [(Span(start, end), parts) for (start, parts), end in zip(found, ends, strict=False)]


def clippings_within(text: str, region: Span) -> list[Span]:
    """The clippings between long rules in ``region``; none unless several open with a day.

    What stands above the first is who sends them and why.
    """
    rules = [m.span() for m in _RULE.finditer(text, region.start, region.end)]
    if len(rules) < _BETWEEN:
        return []
    ends = [*(start for start, _ in rules[1:]), region.end]
    pieces = [Span(end, stop) for (_, end), stop in zip(rules, ends, strict=True) if text[end:stop].strip()]
    return pieces if len(pieces) > 1 and all(_is_clipping(text, piece) for piece in pieces) else []


def _is_clipping(text: str, piece: Span) -> bool:
    return _is_article(text, piece) and _opens_clipping(text, piece.start)


def _records(text: str) -> list[tuple[int, list[str], frozenset[str]]]:
    """Runs of header lines: where each begins, its keys, and the parts of an article that they name."""
    runs: list[tuple[int, list[str]]] = []
    last = -2
    line_number, counted = 0, 0
    for match in _HEADER.finditer(text):
        key = match.group(1)
        if not is_header_key(key):
            continue
        line_number += text.count("\n", counted, match.start())
        counted = match.start()
        if runs and line_number - last <= 1 and key.lower() != runs[-1][1][0].lower():
            runs[-1][1].append(key)
        else:
            runs.append((match.start(), [key]))
        last = line_number
    return [(at, keys, frozenset(filter(None, map(field_of, keys)))) for at, keys in runs]


def _without_rule(text: str, start: int, end: int) -> int:
    """``end`` moved before a rule that stands between this record and the next."""
    tail = text[start:end].rstrip()
    line = tail.rfind("\n") + 1
    rule = tail[line:]
    if _RULE.fullmatch(rule) or _SHORT_RULE.fullmatch(rule) or _COUNTER.fullmatch(rule):
        return start + line
    return end


def _between_rules(text: str) -> list[Span]:
    """Split at rules when every piece could stand as an article of its own; else at none."""
    counted = _counted(text)
    rules = counted or [m.span() for m in _RULE.finditer(text)] or _short_rules(text)
    whole = [Span(0, len(text))]
    if not rules:
        return whole
    pieces = _pieces(text, rules)
    articles = [piece for piece in pieces if _is_article(text, piece)]
    if len(articles) == len(pieces):
        return pieces or whole
    # What a database counts off, or gives fields and a text, are documents for certain: a cover page or a
    # note among them is none.
    return articles if articles and (counted or _are_records(text, pieces, articles)) else whole


def _pieces(text: str, rules: list[tuple[int, int]]) -> list[Span]:
    """What stands between ``rules`` and is not blank."""
    bounds = [0, *(place for rule in rules for place in rule), len(text)]
    return [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if text[a:b].strip()]


def _counted(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _COUNTER.finditer(text)]


def _short_rules(text: str) -> list[tuple[int, int]]:
    """The short rules above records; else all of them, where each piece begins as a clipping does."""
    rules = list(_SHORT_RULE.finditer(text))
    above_records = [m.span() for m in rules if _opens_record(text, m.end())]
    if len(above_records) == 1 and not text[: above_records[0][0]].strip():
        return []  # front matter: its first rule belongs to it
    if above_records:
        return above_records
    rules = [m for m in rules if m.group() != "\f"]  # a page's head has a day too
    starts = (0, *(m.end() for m in rules))
    return [m.span() for m in rules] if all(_opens_clipping(text, at) for at in starts) else []


def _opens_record(text: str, place: int) -> bool:
    head = text[place : place + 400].lstrip()
    keys = [m.group(1) for m in _HEADER.finditer(head) if is_header_key(m.group(1))]
    first = _HEADER.match(head)
    return first is not None and len({field_of(key) for key in keys} - {None}) >= 2


def _opens_clipping(text: str, place: int) -> bool:
    """Whether one of the first lines from ``place`` gives paper and day and is no sentence."""
    lines = [line.strip() for line in text[place : place + 600].split("\n") if line.strip()][:_IMPRINT_AMONG]
    return any(
        _IMPRINT.search(line) is not None
        and len(line.split()) <= 14
        and not _SENTENCE_END.search(line)
        and not _HEADER.match(line)
        for line in lines
    )


def _are_records(text: str, pieces: list[Span], articles: list[Span]) -> bool:
    """Whether several pieces have lines that name a text and another part, and the others none at all."""
    parts = {piece: _parts(text, piece) for piece in pieces}
    records = all("text" in parts[piece] and len(parts[piece]) > 1 for piece in articles)
    return (
        len(articles) > 1 and records and not any(parts[piece] for piece in set(pieces).difference(articles))
    )


def _parts(text: str, piece: Span) -> set[str]:
    """The parts of an article that lines of ``piece`` name."""
    named = (field_of(match.group(1)) for match in _HEADER.finditer(piece.of(text)))
    return {name for name in named if name is not None}


def _is_article(text: str, piece: Span) -> bool:
    body = piece.of(text).strip()
    return len(body) >= _SHORTEST and _SENTENCE_END.search(body) is not None
