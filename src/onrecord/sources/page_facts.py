"""What a page says of its story: its own JSON-LD node, its meta and time elements, its address."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.languages.furniture import DAY, DAY_NAMES, OUTLET_WORDS, PAPER_WORDS, SECTION_WORDS, STAMP_WORDS
from onrecord.sources.letters import letters

_STORIES = re.compile(r"(?:\w*Article|\w*Posting|Report|\w*NewsArticle)$")
_DEEPEST = 12
# What a site's templates leave before such a node, behind it, and behind its last part.
_BEFORE_NODE = re.compile(r"<!--|(?://|/\*)?\s*+<!\[CDATA\[(?:\*/)?")
_BEHIND_NODE = re.compile(r"-->$|(?://|/\*)?(?<!\s)\s*+\]\]>(?:\*/)?$")
_COMMA_LEFT = re.compile(r",\s*([}\]])")
_REFERRING = frozenset(("author", "creator", "publisher"))
_META_DATES = (
    "article:published_time", "datepublished", "og:article:published_time", "publishdate", "publish-date",
    "publish_date", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "date", "publication_date",
    "cxenseparse:recs:publishtime", "rnews:datepublished",
)  # fmt: skip
# A web archive's address in front of the page's own.
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})[a-z_]{0,4}/(.+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"Page saved with \w+\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n]+))?")
_SAVED_FROM = re.compile(r"saved from url=\(\d{4}\)(\S+)")
_NUMERIC = re.compile(r"\b(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})\b")
# The same with a year of two digits, in a line of few characters.
_SHORT_NUMERIC = re.compile(r"(?<![\w/.])\d{1,2}([/.])\d{1,2}\1\d{2}(?![\w/.]*\d)")
_STAMP = 40
_AGO = re.compile(r"\b(\d{1,3}|an?)\s+(minute|min|hour|hr|day|week)s?\s+ago\b", re.IGNORECASE)
_UNITS = {
    "min": "minutes",
    "minute": "minutes",
    "hour": "hours",
    "hr": "hours",
    "day": "days",
    "week": "weeks",
}
_BY_LINE = re.compile(
    rf"(?:(?:Submitted|Posted|Published|Written|Reported)(?: on {DAY})? )?"
    rf"(?:[Bb]y|BY|Von|Por|Par|Di)\s+([A-ZÀ-Þ][^.!?]{{3,80}}?)(?:[,|]? on (?:\w{{3,9}},? )?{DAY}.{{0,20}})?",
)
# "Nora Quill, 14 September 2030": two to four words of a name, none of a paper's.
_NO_NAMES = "|".join(sorted(OUTLET_WORDS | PAPER_WORDS | SECTION_WORDS | STAMP_WORDS))
_NAME_AND_DAY = re.compile(
    rf"((?:(?!(?i:{_NO_NAMES})\b)[A-ZÀ-Þ][\w.’'-]{{1,30}}(?: (?=[A-ZÀ-Þ]))?){{2,4}})"
    rf"(?:,| [|·•–-])? (?:{DAY_NAMES},? )?{DAY}.{{0,20}}",
)
_DAY = re.compile(rf"{DAY}", re.IGNORECASE)
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u")
)
_PUBLISHED = re.compile(r"\W*(?:first )?(?:published|posted|issued)\b", re.IGNORECASE)
# Text beside the heading in which a date is looked for; below it the story begins.
_BESIDE = 400


def story_node(root: etree._Element, title: str, url: str) -> Mapping[str, object]:
    """The JSON-LD node of the story that the page is about; empty where none is, or it cannot be told which.

    A page's lists of other stories are nodes too: the one with the page's heading or address counts, or the
    only one that stands in no list.
    """
    scripts = list(_scripts(root))
    node = _node_of(scripts, title, url)
    named = dict(reversed([*_with_names(scripts)]))  # of several with one id the first
    return {key: _referred(part, named) if key in _REFERRING else part for key, part in node.items()}


def _node_of(scripts: list[object], title: str, url: str) -> Mapping[str, object]:
    nodes = [node for script in scripts for node in _stories(script, listed=False)]
    wanted = letters(title)
    titled = next((node for node, _ in nodes if _has_heading(node, wanted)), None)
    if titled is not None:
        return titled
    addressed = next((node for node, _ in nodes if _has_address(node, url)), None)
    if addressed is not None:
        return addressed
    free = [node for node, listed in nodes if not listed]
    return free[0] if len(free) == 1 else {}


def _referred(value: object, named: Mapping[str, Mapping[str, object]]) -> object:
    """``value``; where it only refers to nodes elsewhere on the page, these (``named``, by their ids)."""
    if isinstance(value, list):
        return [_referred(part, named) for part in value]
    if not isinstance(value, Mapping) or set(value) - {"@id", "@type"}:
        return value
    return named.get(str(value.get("@id")), value)


def _with_names(value: object, depth: int = 4) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The nodes that have a name, with their ids."""
    if isinstance(value, list) and depth:
        for part in value:
            yield from _with_names(part, depth - 1)
    elif isinstance(value, Mapping):
        if value.get("@id") and "name" in value:
            yield str(value["@id"]), value
        yield from _with_names(value.get("@graph"), depth - 1) if depth else ()


def _has_heading(node: Mapping[str, object], wanted: str) -> bool:
    """Whether a node's headline is the page's, ``wanted``, or one of the two goes on where the other ends."""
    headline = letters(_text(node.get("headline") or node.get("name")))
    return len(headline) >= 8 and (wanted.startswith(headline) or headline.startswith(wanted or "\0"))


def _has_address(node: Mapping[str, object], url: str) -> bool:
    """Whether a node's address has the path of the page's."""
    address = _text(node.get("url")) or _text(node.get("mainEntityOfPage")) or _text(node.get("@id"))
    return bool(url and address) and _path(address) == _path(url) != ""


def _path(address: str) -> str:
    """The path of an address; ``""`` where it has none, or is no address."""
    try:
        return urlsplit(address).path.rstrip("/")
    except ValueError:
        return ""


def _scripts(root: etree._Element) -> Iterator[object]:
    for node in root.iter("script"):
        if (node.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            written = (node.text or "").strip()
            before = _BEFORE_NODE.match(written)
            written = _BEHIND_NODE.sub("", written[before.end() :] if before else written)
            for text in (written, _COMMA_LEFT.sub(r"\1", written)):
                try:
                    yield json.loads(text, strict=False)
                except (ValueError, RecursionError):
                    continue
                break


def _stories(
    value: object, *, listed: bool, depth: int = _DEEPEST
) -> Iterator[tuple[Mapping[str, object], bool]]:
    """Every node of a story's type in ``value``, and whether it only stands in a list of others."""
    if depth == 0:
        return
    if isinstance(value, list):
        for part in value:
            yield from _stories(part, listed=listed, depth=depth - 1)
    if not isinstance(value, Mapping):
        return
    if any(_STORIES.match(str(kind)) for kind in _list(value.get("@type"))):
        yield value, listed
        return  # what stands in it are its updates, parts and neighbours
    for key, part in value.items():
        in_list = listed or key in ("itemListElement", "hasPart", "relatedLink", "mentions")
        yield from _stories(part, listed=in_list, depth=depth - 1)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return _text(value.get("name") or value.get("@value") or value.get("@id"))
    return ""


def node_fields(node: Mapping[str, object]) -> dict[str, str]:
    """Title, day, authors and publisher as a JSON-LD node states them; without what it does not state."""
    authors = [_text(author) for author in _list(node.get("author") or node.get("creator"))]
    named = {
        "title": _text(node.get("headline")),
        "date": _text(node.get("datePublished")) or _text(node.get("dateCreated")),
        "byline": ", ".join(dict.fromkeys(a for a in authors if a and not a.startswith(("http", "#", "/")))),
        "outlet": _text(next(iter(_list(node.get("publisher"))), None)),
    }
    return {key: value for key, value in named.items() if value and not value.startswith(("http", "#"))}


def story_date(root: etree._Element, heading: etree._Element | None, saved: str) -> str:
    """The day as the page states it for its story: meta, marked times, then what is beside the heading."""
    stated = _meta_date(root) or _marked_date(_story_of(heading) if heading is not None else root)
    return stated or (_beside(heading, saved) if heading is not None else "")


def _meta_date(root: etree._Element) -> str:
    """The day in the best of the page's meta elements that give one; ``""`` where none does."""
    metas = {
        (m.get("property") or m.get("name") or m.get("itemprop") or "").lower(): m for m in root.iter("meta")
    }
    contents = (str(metas[name].get("content") or "").strip() for name in _META_DATES if name in metas)
    return next(filter(None, contents), "")


def _marked_date(story: etree._Element) -> str:
    """The first time in ``story`` that is marked as that of its publication; ``""`` where none is."""
    for node in story.iter():
        marked = node.get("itemprop") or ""
        if "datePublished" in marked or (node.tag == "time" and node.get("pubdate") is not None):
            value = node.get("datetime") or node.get("content") or node.text_content()
            if value.strip():
                return str(value.strip())
    return ""


def _story_of(heading: etree._Element) -> etree._Element:
    """The article or main part that holds the heading, else the page."""
    above = list(heading.iterancestors())
    return next((node for node in above if node.tag in ("article", "main")), above[-1] if above else heading)


def _beside(heading: etree._Element, saved: str) -> str:
    """The first date under the heading, as written; "hours ago" is counted from when the page was saved."""
    taken = 0
    for node in heading.xpath("following::*")[:60]:
        if not isinstance(node.tag, str) or len(node):
            continue
        words = " ".join(node.text_content().split())
        taken += len(words)
        if taken > _BESIDE:
            break
        if node.tag == "time" and node.get("datetime") and "Modified" not in (node.get("itemprop") or ""):
            return str(node.get("datetime"))
        numeric, ago = _NUMERIC.search(words), _first_ago(words)
        if numeric is None and len(words) <= _STAMP:
            numeric = _SHORT_NUMERIC.search(words)
        if numeric is not None:
            return numeric.group()
        if ago is not None:
            return _before(saved, ago)
    return ""


def _first_ago(words: str) -> re.Match[str] | None:
    """The first "hours ago" in ``words`` that is not that of an update."""
    start = 0
    for match in _AGO.finditer(words):
        if "pdate" not in words[start : match.start()]:
            return match
        start = match.end()
    return None


def _before(saved: str, ago: re.Match[str]) -> str:
    """The day so long before ``saved``; ``""`` where that is not known."""
    moment = saved_moment(saved)
    if moment is None:
        return ""
    number = int(ago.group(1)) if ago.group(1).isdigit() else 1
    try:
        return (moment - dt.timedelta(**{_UNITS[ago.group(2).lower()]: number})).date().isoformat()
    except OverflowError:
        return ""


def saved_moment(saved: str) -> dt.datetime | None:
    """When a page was saved, from a mail's date, an ISO time or a web archive's stamp; else None."""
    for read in (_stamp, dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(saved)
        except (ValueError, TypeError, IndexError):
            continue
    return None


def _stamp(saved: str) -> dt.datetime:
    if not re.fullmatch(r"\d{14}", saved):
        raise ValueError("no stamp of a web archive")
    return dt.datetime.strptime(saved + "+0000", "%Y%m%d%H%M%S%z")


def below_heading(heading: etree._Element) -> dict[str, str]:
    """Byline and day of the first lines below the heading that are nothing else, in the page's own words."""
    found: dict[str, str] = {}
    taken = 0
    for piece in heading.xpath("following::text()[normalize-space()]")[:30]:
        words = " ".join(piece.split())
        taken += len(words)
        if taken > _BESIDE:
            break
        byline = _BY_LINE.fullmatch(words) or _NAME_AND_DAY.fullmatch(words)
        day = _DAY.search(words) if len(words) <= 60 else None
        if byline is not None:
            found.setdefault("byline", byline[1])
        if day is not None:
            found.setdefault("published" if _PUBLISHED.match(words) else "date", day.group())
    return found


def lines_below(heading: etree._Element) -> str:
    """The first lines below the heading as the page shows them: what stands in one block is one line."""
    lines: list[str] = []
    last, taken = None, 0
    for piece in heading.xpath("following::text()[normalize-space()]")[:40]:
        words, node = " ".join(piece.split()), piece.getparent()
        is_broken = piece.is_tail and node.tag == "br"
        node = node.getparent() if piece.is_tail else node
        while node.tag in _INLINE and node.getparent() is not None:
            node = node.getparent()
        taken += len(words)
        if taken > _BESIDE:
            break
        if node is last and not is_broken:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
        last = node
    return "\n".join(lines)


def canonical(root: etree._Element) -> str:
    """The address that the page gives as its own, or a browser's view for reading as the page's."""
    for node in root.iter("link", "a"):
        named = "canonical" if node.tag == "link" else "reader-domain"
        told = (node.get("rel") if node.tag == "link" else node.get("class")) or ""
        if named in told.lower().split() and (node.get("href") or "").startswith("http"):
            return str(node.get("href"))
    return ""


def original(page: str, url: str) -> tuple[str, str]:
    """Address of the page before it was saved, and when that was; ``""`` for what is not known."""
    saved = ""
    found = _SINGLE_FILE.search(page, 0, 5000)
    if found is not None:
        url, saved = found.group(1), " ".join((found.group(2) or "").split()[:5])
        try:
            saved = dt.datetime.strptime(saved, "%a %b %d %Y %H:%M:%S").isoformat()  # noqa: DTZ007 - local time
        except ValueError:
            saved = ""
    else:
        from_url = _SAVED_FROM.search(page, 0, 5000)
        url = from_url.group(1) if from_url is not None else url
    archived = _ARCHIVED.match(url)
    if archived is not None:
        url, saved = archived.group(2), archived.group(1)
    return re.sub(r"^(https?:)/(?=[^/])", r"\1//", url), saved
