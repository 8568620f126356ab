"""RawDocument → Article: clean text with the map back, its blocks, and who published it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import islice

from onrecord.articles.blocks import Layout, fold, lay_out
from onrecord.articles.breaks import restored
from onrecord.articles.bylines import is_person
from onrecord.articles.characters import plain
from onrecord.articles.drafts import Draft
from onrecord.articles.headers import find_header
from onrecord.articles.imprints import date_of, sounds_like_a_paper
from onrecord.articles.language import SAMPLE, language_of
from onrecord.articles.lines import unwrapped
from onrecord.articles.markdown import target_of, unlinked, unmarked, unquoted
from onrecord.articles.outlets import agency_of, outlet_of
from onrecord.articles.page_edges import without_page_edges
from onrecord.articles.repeats import without_repeats
from onrecord.articles.senders import Sender, is_addressed, sender_of
from onrecord.articles.woven import without_woven
from onrecord.errors import NoArticleError
from onrecord.languages.fields import BESIDE, fold_key, located, name_fields
from onrecord.languages.page_asides import PART_BEFORE
from onrecord.records import Article, Part, RawDocument, Span, stable_id

# An article has a sentence; fewer letters are a stub, a menu or a page number.
_FEWEST_LETTERS = 20
_NOT_NAMES = re.compile(r"^by:? +| ?<[^<>@]{0,80}@[^<>]{0,80}>", re.IGNORECASE)
# As catalogues write a name ("Quist, Per", "van der Berg, Ida M."): two names are written otherwise.
_LAST_FIRST = re.compile(r"((?:[a-z]{1,4} ){0,2}[^\W\d_][\w’'-]*), ([^\W\d_][\w’'-]*\.?(?: [A-Z]\.?){0,2})")
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|]{1,200}[|/])?([^\[\]|/]{1,200})\]\]")
_INLINE_LIST = re.compile(r"\[([^\[\]]{0,1000})\]")
# What somebody is called who posts: "dina_m".
_ACCOUNT = re.compile(r"@?[a-z0-9._-]{2,40}")
# What a press review writes before its headlines: "2. Orchestra picks conductor".
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=[A-ZÀ-Þ\"“‘])")
# What an agency writes before and behind its headline of which version a story is: "UPDATE 2-", "(2nd LD)".
_VERSION = re.compile(
    r"^(?:\((?:\d(?:st|nd|rd|th) )?(?:LEAD|LD|URGENT)\)\s+"
    r"|(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED)(?: \d{1,2})?-\s?)+(?=\S)"
)
_VERSION_BEHIND = re.compile(r" \((?:\d(?:st|nd|rd|th) )(?:lead|ld|update)\b[^()]{0,60}\)$", re.IGNORECASE)
# The paper before it: "[Veldt Courier] Orchestra picks conductor".
_PAPER_BEFORE = re.compile(r"(?:\[([^\[\]]{2,40})\]\s+|([^|]{2,40}?)\s+\|\s+)(?=\S)")
# The site behind a headline of three words or more: "Orchestra picks conductor | Veldt Courier".
_SITE = re.compile(r"(?<=\S) ([|–—-]) ((?:[^\s|]+ ){0,3}[^\s|]+)$")
# A title that a field gives is looked for among so many lines of the text.
_FIRST_LINES = 8
# So much of a page's text shows where the lines below its heading end.
_BELOW = 1500
_MAIL = "message/rfc822"
_OWN = ("given_id", "outlet", "title", "url", "byline", "language", "credit", "sender")


def clean(raw: RawDocument) -> Article:
    """The article in ``raw.region`` of ``raw.text``.

    The text is kept as close to the raw as can be: what goes is invisible characters and the header
    record (its values are in ``fields``), what comes in is lost breaks and a title that stood in a field
    of its own. ``published`` is left to the dates stage; the date as written is ``fields["date"]``.

    Raises:
        NoArticleError: nothing that could be an article is in there.
    """
    draft = unquoted(plain(Draft.of(raw.text, raw.region)))
    draft, repeats = without_repeats(draft)
    draft, fields, title = _without_header(draft, dict(raw.fields))
    title = _without_site(draft.text, fields, title)
    pages: list[tuple[int, int]] = []
    if raw.media_type != "text/html":
        draft, pages, ends = without_page_edges(draft)
        draft = unmarked(unwrapped(draft, ends))
    draft = draft.translate({0x0C: "\n"})
    draft, woven = without_woven(restored(draft).stripped())
    if sum(map(str.isalpha, draft.text[:2000])) < _FEWEST_LETTERS:
        where = f"{raw.path}#{raw.item}"
        raise NoArticleError(where, "no article: fewer than 20 letters of text")
    draft = _titled(draft, title)
    _from_beside(draft.text, title, fields)
    sender = _sender(fields)
    layout = lay_out(draft.text, title, sender.lines())
    if raw.media_type == _MAIL and _is_clipping(layout, sender):
        fields["sent"], fields["date"] = fields.get("date", ""), layout.told.stamp or ""
        sender = Sender()
    fields["sender"] = sender.person if sender.person != layout.told.outlet else ""
    left = [Part(*at, "page") for at in pages] + [Part(*at, "repeated") for at in repeats]
    left += [Part(*at, "related") for at in woven]
    return _article(raw, draft, layout, fields, left)


def _without_header(draft: Draft, fields: dict[str, str]) -> tuple[Draft, dict[str, str], str | None]:
    """The draft without its header record (the title stays, on top), the fields of both, the title."""
    title = _one_line(fields.get("title"))
    header = find_header(draft.text)
    if header is None:
        return draft, fields, title
    named = name_fields({key: _listed(value) for key, value in header.fields.items()})
    named = located({key: target_of(v) if key == "url" else unlinked(v) for key, v in named.items()})
    if named.get("byline") in {value for key, value in header.fields.items() if fold_key(key) == "from"}:
        named["sender"] = named.pop("byline")
    fields = named | fields
    lead = len(header.body.of(draft.text)) - len(header.body.of(draft.text).lstrip())
    header.body = Span(header.body.start + lead, header.body.end)
    pieces = [header.body, *header.more]
    if header.title is None or title is not None:
        return draft.select(pieces, "\n\n"), fields, title or _one_line(named.get("title"))
    title = unlinked(header.title.of(draft.text))
    body = header.body.of(draft.text).strip()
    if fold(body.split("\n", 1)[0]) == fold(title):
        return draft.select(pieces, "\n\n"), fields, title
    return draft.select([header.title, *pieces], "\n\n"), fields, title


def _without_site(text: str, fields: dict[str, str], title: str | None) -> str | None:
    """``title`` without the site's name behind it, where the text has it so or the name is the outlet's.

    What is cut off names the outlet where nothing else does.
    """
    site = _SITE.search(title or "")
    if title is None or site is None:
        return title
    words, name = title[: site.start()].rstrip(), site[2]
    lines = (line for line in text[:3000].split("\n") if line.strip())
    is_outlet = fold(name).removeprefix("the") == fold(fields.get("outlet", "")).removeprefix("the")
    if not is_outlet and not any(fold(line) == fold(words) for line in islice(lines, _FIRST_LINES)):
        return title
    if sounds_like_a_paper(name) or is_outlet:
        fields.setdefault("outlet", name)
    fields["title"] = words
    return words


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """``title`` without the outlet's name or address behind it: "Ferry laid up - Velm Courier"."""
    site = _SITE.search(title or "")
    if title is None or site is None or outlet is None:
        return title
    name = fold(outlet if " " in outlet else outlet.partition(".")[0]).removeprefix("the")
    return title[: site.start()].rstrip() if fold(site[2]).removeprefix("the") == name else title


def _sender(fields: dict[str, str]) -> Sender:
    """Who sent the text, out of ``fields``; a byline with an address is written as senders are."""
    if not fields.get("sender") and is_addressed(fields.get("byline", "")):
        fields["sender"] = fields.pop("byline")
    sender = sender_of(fields.pop("sender", ""))
    writer = sender_of(fields.get("byline", "")) if not fields.get("outlet") else Sender()
    if writer.person and sounds_like_a_paper(writer.paper):  # "Nora Quill, Ostrey Herald"
        fields |= {"byline": writer.person, "outlet": writer.paper}
    if sender.paper:
        fields.setdefault("outlet", sender.paper)
    return sender


def _is_clipping(layout: Layout, sender: Sender) -> bool:
    """Whether the text that somebody sends names a paper that is not the sender's, and its own day."""
    told = layout.told
    is_other = told.outlet is not None and told.outlet not in (sender.person, sender.name)
    return is_other and not sender.paper and date_of(told.stamp or "") is not None


def _from_beside(text: str, title: str | None, fields: dict[str, str]) -> None:
    """Writer, day and paper out of a page's lines below its heading, where ``fields`` have none of them."""
    beside = fields.pop(BESIDE, "")
    missing = [part for part in ("byline", "date", "outlet") if not fields.get(part)]
    if not (beside and title and missing):
        return
    start = max(0, text.find("\n\n")) if text.startswith(title) else 0
    told = lay_out(f"{title}\n{beside}\n\n{text[start : start + _BELOW].lstrip()}", title).told
    is_writers = told.outlet is not None and is_person(told.outlet) and not sounds_like_a_paper(told.outlet)
    named = (told.byline or told.outlet, None) if is_writers else (told.byline, told.outlet)
    found = {"byline": named[0], "date": told.stamp, "outlet": named[1]}
    fields |= {part: value for part in missing if (value := found[part])}


def _listed(value: str) -> str:
    """A list of front matter (``- "[[Lena Orr]]" - "Mo Abelt"``, ``[Lena Orr, "Mo Abelt"]``) with commas.

    A name that is a link among notes (``[[people/Lena Orr|Lena Orr]]``) is what the link shows.
    """
    value = _NOTE_LINK.sub(r"\1", value)
    if value.lstrip().startswith("- "):
        items = re.split(r"(?:^|\s)-\s+", value)
    elif (inline := _INLINE_LIST.fullmatch(value.strip())) is not None:
        items = inline[1].split(",")
    else:
        return value
    return ", ".join(item for item in (item.strip(" \"'[]") for item in items) if item)


def _one_line(value: str | None) -> str | None:
    return " ".join(value.split()) if value and value.strip() else None


def _byline(value: str | None) -> str | None:
    """The names alone: without "By" and without an address in angle brackets."""
    names = _one_line(_NOT_NAMES.sub("", " ".join(value.split()))) if value else None
    if names is None or not any(map(str.isalpha, names)):  # a writer's number in a site's own tables
        return None
    turned = [_LAST_FIRST.fullmatch(name.strip()) for name in names.split(";")]
    return ", ".join(f"{m[2]} {m[1]}" for m in turned if m) if all(turned) else names


def _writer(given: str | None, told: str | None) -> str | None:
    """Who wrote: as a field gives it, unless it has only the name of an account and the text a writer's."""
    names = _byline(given)
    return told if told and names and _ACCOUNT.fullmatch(names) else names or told


def _titled(draft: Draft, title: str | None) -> Draft:
    """``title`` on top, unless the text has it among its first lines."""
    if title is None:
        return draft
    lines = [line for line in draft.text[:3000].split("\n") if line.strip()][:_FIRST_LINES]
    if not fold(title) or any(fold(line) == fold(title) for line in lines):
        return draft
    return draft.under(title + "\n\n")


def _article(
    raw: RawDocument, draft: Draft, layout: Layout, fields: Mapping[str, str], left: list[Part]
) -> Article:
    text = draft.text
    date = fields.get("date") or layout.told.stamp or date_of(fields.get("outlet", ""))
    outlet = outlet_of(fields, layout)
    title = _unversioned(_one_line(fields.get("title")) or "") or _headline(text, layout, outlet)
    title = _without_outlet(title, outlet)
    dateline = layout.dateline.span if layout.dateline else None
    given_id, url = fields.get("given_id"), fields.get("url") or layout.told.address
    return Article(
        id=stable_id("art", outlet, given_id, url, title, date, text),
        given_id=given_id,
        path=raw.path,
        item=raw.item,
        sha256=raw.sha256,
        outlet=outlet,
        title=title,
        url=url,
        byline=_writer(fields.get("byline"), layout.told.byline) or fields["sender"] or None,
        dateline=dateline.of(text) if dateline else None,
        credit=_one_line(fields.get("credit")) or agency_of(layout) or layout.told.credit,
        language=_language(fields.get("language"), text, layout),
        text=text,
        text_map=draft.runs,
        blocks=tuple(layout.blocks),
        dateline_span=dateline,
        fields=_others(fields, layout, date),
        parts=_parts(draft, layout, left),
    )


def _others(fields: Mapping[str, str], layout: Layout, date: str | None) -> dict[str, str]:
    """What else the input or the text says of an article."""
    rest = {key: value for key, value in fields.items() if key not in _OWN}
    if date:
        rest["date"] = date
    if layout.told.correction:
        rest.setdefault("correction", layout.told.correction)
    if layout.cut:
        rest["incomplete"] = "cut off by the interface that gave it"
    return rest


def _parts(draft: Draft, layout: Layout, left: list[Part]) -> tuple[Part, ...]:
    """The labelled lines by their place in the raw document, with those that were left out."""
    found = [*left]
    starts = [text_start for text_start, _, _ in draft.runs]
    for part in layout.parts:
        first = max(0, bisect_right(starts, part.start) - 1)
        last = bisect_left(starts, part.end)
        places = [
            (r + max(part.start, t) - t, r + min(part.end, t + n) - t)
            for t, r, n in draft.runs[first:last]
            if t < part.end and part.start < t + n
        ]
        if places:
            found.append(Part(places[0][0], places[-1][1], part.label))
    return tuple(sorted(found, key=lambda part: part.start))


def _unversioned(words: str) -> str:
    """A headline without what an agency writes around it of which version a story is."""
    words = PART_BEFORE.sub("", words, count=1) if PART_BEFORE.match(words) else words
    return _VERSION_BEHIND.sub("", _VERSION.sub("", words)) or words


def _headline(text: str, layout: Layout, outlet: str | None) -> str | None:
    """The headline's words; a full stop or semicolon that an export added to them is not one of them."""
    if layout.headline is None:
        return None
    words = _NUMBER.sub("", " ".join(layout.headline.of(text).split()).rstrip(" ;"))
    words = _unversioned(words)
    before = _PAPER_BEFORE.match(words)
    if before is not None and outlet and fold(before[1] or before[2]) == fold(outlet):
        words = words[before.end() :]
    site = _SITE.search(words)
    if site is not None and (site[1] == "|" or sounds_like_a_paper(site[2])):
        words = words[: site.start()]
    return words[:-1] if words.endswith(".") and "." not in words.split()[-1][:-1] else words


def _language(given: str | None, text: str, layout: Layout) -> str | None:
    """The language of the body; what the input says about it only where the body is too short."""
    start = next((block.start for block in layout.blocks if block.kind == "paragraph"), 0)
    found = language_of(text[start : start + SAMPLE])
    if found is None and given and re.match(r"[A-Za-z]{2}(?:[-_]|$)", given):
        return given[:2].lower()
    return found
