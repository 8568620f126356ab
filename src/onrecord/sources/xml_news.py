"""XML that carries news: RSS, Atom and WordPress feeds; NITF, NewsML 1 and NewsML-G2 from agencies.

Thin readers by local names: agencies differ in namespaces and nesting, hardly in names. No entity is
expanded from outside, nothing is fetched. Offsets point into the extracted body.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.errors import ItemError, LeftAloneError, LimitError, NoArticleError, UnsupportedError
from onrecord.languages.fields import is_placeholder, renamed
from onrecord.records import RawDocument, Span
from onrecord.sources.debates import debates, is_debate
from onrecord.sources.decoding import decode
from onrecord.sources.limits import MAX_ARTICLE
from onrecord.sources.markup import element_text, fragment_text, is_markup, local_name, safe_xml
from onrecord.sources.nested import XML_WRAPPERS, articles_in, bytes_of, tree_value
from onrecord.sources.opening import Input
from onrecord.sources.plain_text import documents_in
from onrecord.sources.rows import document
from onrecord.sources.scanned_pages import scanned_text
from onrecord.sources.told_by_values import all_by_values, prose_in

# Name in ``RawDocument.fields`` -> elements that hold it, best first; "@x" is an attribute.
_FEED = {
    "text": ("encoded", "content", "description", "summary"),
    "title": ("title",),
    "url": ("link", "link@href"),
    "given_id": ("guid", "id"),
    "date": ("pubdate", "published", "post_date_gmt", "date", "updated"),
    "byline": ("creator", "author", "name"),
    "category": ("category",),
    "outlet": ("source/title", "source"),
}
_AGENCY = {
    "text": ("body.content", "inlinedata", "datacontent", "body"),
    "title": ("hl1", "headline", "hedline", "title"),
    "subtitle": ("hl2", "subheadline"),
    "given_id": ("doc-id@id-string", "newsitemid"),
    "date": (
        "date.issue@norm", "story.date@norm", "versioncreated", "thisrevisioncreated", "contentcreated",
        "firstcreated", "dateandtime", "dateid",
    ),
    "byline": ("byline",),
    "dateline": ("dateline",),
    "outlet": (
        "provider@literal", "provider", "provider_name", "party@formalname", "creditline",
        "doc.copyright@holder",
    ),
    "language": ("language@formalname", "language@tag", "contentlanguage"),
    "slug": ("slugline",),
}  # fmt: skip
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})")
# HTML's names, which feeds use though XML knows five only; those five keep their meaning.
_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,20};")
# What stands before the markup of a note.
_PROLOG = re.compile(r"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE[^>]{0,200}>)?")
_LISTS = {
    "opml": "a list of feeds",
    "urlset": "a list of web addresses",
    "sitemapindex": "a list of web addresses",
}
# What a site's backup holds beside what it published.
_ASIDES = frozenset(
    """comment template settings attachment nav_menu_item revision custom_css customize_changeset oembed_cache
    user_request wp_block wp_template wp_template_part wp_global_styles wp_navigation""".split()  # noqa: SIM905
)
# Items of agencies that announce news and are not news themselves.
_ITEMS = {
    "packageitem": "a package that only points to stories",
    "planningitem": "a plan of coverage",
    "conceptitem": "a concept (a person, a place, an event)",
    "knowledgeitem": "a list of concepts",
    "catalogitem": "a catalogue of codes",
}
_FEED_ITEMS = frozenset(("item", "entry"))
# Notes as Evernote exports them: what was clipped, and when that was; who took the note did not write it.
_NOTE: dict[str, tuple[str, ...]] = {
    "text": ("content",),
    "title": ("title",),
    "url": ("source-url",),
    "saved": ("created",),
}
# As a Nordic agency hands out its queue.
_QUEUED: dict[str, tuple[str, ...]] = {
    "text": ("content",),
    "title": ("headline",),
    "subtitle": ("subtitle",),
    "given_id": ("newsid",),
    "date": ("publishdate",),
    "byline": ("byline",),
    "credit": ("origin",),
}
# Corpora in SGML: Reuters-21578 and those of TREC.
_CORPUS = {
    "text": ("body", "text", "main"),
    "title": ("title", "headline", "hl", "doc@title"),
    "given_id": ("reuters@newid", "docno", "docid"),
    "date": ("date", "date_time", "dd", "doc@date"),
    "byline": ("author", "byline", "by", "doc@author"),
    "dateline": ("dateline",),
    "outlet": ("so", "doc@sitename", "source", "publication", "newspaper", "paper", "publisher", "pub"),
    "url": ("url", "doc@url"),
    "language": ("language", "doc@language"),
}
# Editions of the Text Encoding Initiative, as corpora and extractors of pages write news.
_EDITION = {
    "text": ("body",),
    "title": ("title",),
    "date": ("date@when", "date", "date@when-iso"),
    "byline": ("author", "persname"),
    "outlet": ("publisher", "bibl"),
    "url": ("ptr@target", "idno"),
}
_STORIES: dict[str, dict[str, tuple[str, ...]]] = {
    "newsitem": _AGENCY,
    "nitf": _AGENCY,
    "rbnews": _QUEUED,
    "note": _NOTE,
    "reuters": _CORPUS,
    "doc": _CORPUS,
    "tei": _EDITION,
}
# As newspapers of the nineties write their own short name and the day: "920527", "OFP  27 MAY 92 / …".
_SHORT_DAY = re.compile(r"(\d\d)(\d\d)(\d\d)")
_ENTITY = re.compile(r"&#?\w{2,8};")
_STAMPED = re.compile(r"[A-Z]{2,5}\s+\d{1,2} [A-Z]{3} \d\d / (?=\S)")
_CORPUS_HEAD = re.compile(rb"\s*(?:<!doctype lewis\b[^>]{0,200}>\s*)?<(?:reuters|doc)[\s>]", re.IGNORECASE)
_CORPUS_NOISE = re.compile(rb"<!doctype[^>]{0,200}>|&#\d{1,2};|[\0-\x08\x0b\x0c\x0e-\x1f]", re.IGNORECASE)
_BARE_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+);)")
# An attribute's value without its quotation marks.
_BARE_VALUE = re.compile(rb"(\s[\w:-]{1,40}=)([^\s\"'<>]{1,400})(?=[\s/>])")
_TAG = re.compile(rb"<[a-z][^<>]{0,1000}>", re.IGNORECASE)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def xml_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """One item for every entry of a feed or story of an agency's file."""
    data = source.whole()
    root = _root(_as_utf8(data, source.where), source.where)
    if local_name(root) in _LISTS:
        raise NoArticleError(source.where, f"{_LISTS[local_name(root)]}, no articles (nothing is fetched)")
    sha256 = hashlib.sha256(data).hexdigest()
    if scanned := scanned_text(root):
        yield from documents_in(scanned, source.where, data, "text/plain")
        return
    if is_debate(root):
        yield from debates(root, source.where, data)
        return
    if local_name(root) == "document" and (placed := _placed(root)):
        yield from documents_in(placed, source.where, data, "text/plain")
        return
    if local_name(root) in ("rss", "rdf", "feed"):
        shared = {"outlet": _value(root, "title"), "language": _value(root, "language")}
        nodes, names = [node for node in root.iter() if local_name(node) in _FEED_ITEMS], _FEED
    else:
        shared = {}
        nodes, names = _stories(root)
    if not nodes and (other := _planned(root)):
        raise NoArticleError(source.where, f"no article in it: {other}")
    if not nodes:
        yield from _records(root, source)
        return
    for item, node in enumerate(nodes):
        yield _document(node, names, shared, where=source.where, item=item, sha256=sha256, data=data)


def _records(root: etree._Element, source: Input) -> Iterator[RawDocument | ItemError]:
    """The articles of XML of no known kind, told by the names of their parts."""
    value = {local_name(root): tree_value(root)}
    rows = articles_in(value, XML_WRAPPERS, source.columns)
    rows = rows or articles_in(all_by_values(value), XML_WRAPPERS, source.columns)
    if not rows:
        kind = f"XML of a kind that is not read here ({local_name(root) or 'nothing'})"
        raise UnsupportedError(source.where, f"{kind}: no feed, agency's file, notes or scanned page")
    for item, row in enumerate(rows):
        if isinstance(row, dict):
            named = renamed(row, source.columns)
            yield document(
                named, path=source.where, item=item, data=bytes_of(row), media_type="application/xml"
            )
        else:
            yield UnsupportedError(f"{source.where}#{item}", "not an article among others")


def _as_utf8(data: bytes, where: str) -> bytes:
    """``data`` in UTF-8 without its declaration, decoded by what that says as browsers would."""
    declared = _DECLARED.search(data[:200])
    text, _ = decode(data, where, declared.group(1).decode("ascii") if declared else None)
    # "&AMP;" and "&LT;" are HTML's names, too: what they stand for stays escaped.
    text = _NAMED_ENTITY.sub(lambda m: html.escape(html.unescape(m.group()), quote=False), text)
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text).encode("utf-8", "replace")


def _root(data: bytes, where: str) -> etree._Element:
    """The root of a document; of a corpus in SGML one that is put around its stories."""
    if not _CORPUS_HEAD.match(data):
        try:
            return safe_xml(data, where)
        except UnsupportedError:
            loose = _loose(_TAG.sub(_in_marks, data), where)
            if not articles_in({"": tree_value(loose)}, XML_WRAPPERS, {}):
                raise
            return loose
    return _loose(b"<corpus>" + data + b"</corpus>", where)


def _in_marks(tag: re.Match[bytes]) -> bytes:
    """An element's tag with the values of its attributes in quotation marks."""
    return _BARE_VALUE.sub(rb'\1"\2"', tag.group()) if b"=" in tag.group() else tag.group()


def _loose(data: bytes, where: str) -> etree._Element:
    """The root of SGML, and of what nearly is XML: bare signs, elements that are never closed."""
    plain = _BARE_AMPERSAND.sub(b"&amp;", _CORPUS_NOISE.sub(b" ", data))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(plain, parser)
    except etree.XMLSyntaxError as error:
        raise UnsupportedError(where, f"SGML that cannot be parsed: {error.msg}") from error
    if root is None:
        raise UnsupportedError(where, "SGML that cannot be parsed")
    return root


def _planned(root: etree._Element) -> str:
    """What an agency's file holds in a story's stead; ``""`` for none of its kinds."""
    return next((_ITEMS[name] for node in root.iter() if (name := local_name(node)) in _ITEMS), "")


def _stories(root: etree._Element) -> tuple[list[etree._Element], dict[str, tuple[str, ...]]]:
    """The outermost story elements, and the names of their parts.

    Pictures and planning items among them fail for lack of text.
    """
    for name, names in _STORIES.items():
        found = [node for node in root.iter() if local_name(node) == name]
        if found:
            return found, names
    return [], _AGENCY


def _placed(root: etree._Element) -> str:
    """The paragraphs of the stories that a layout program hands to its editors (ICML); a break ends each."""
    parts: list[str] = []
    for story in root.iter():
        if local_name(story) != "story":
            continue
        for inner in story.iter():
            if local_name(inner) == "content":
                parts.append(inner.text or "")
            elif local_name(inner) == "br":
                parts.append("\n\n")
        parts.append("\n\n")
    return "".join(parts).strip()


def _document(
    node: etree._Element,
    names: dict[str, tuple[str, ...]],
    shared: dict[str, str],
    *,
    where: str,
    item: int,
    sha256: str,
    data: bytes,
) -> RawDocument | ItemError:
    if _is_aside(node):
        return LeftAloneError(f"{where}#{item}", "a comment, or a setting of the site")
    as_sent = names is _CORPUS and not _has_paragraphs(node)
    text = (_lines if as_sent else _text)(node, names["text"])
    if not text:
        text = prose_in(tree_value(node))
        text = fragment_text(text) if is_markup(text) else text
    if not text:
        return NoArticleError(
            f"{where}#{item}", "no text in this item (a picture, an event, an empty entry?)"
        )
    if len(text) > MAX_ARTICLE:
        return LimitError(f"{where}#{item}", f"{len(text)} characters; an article may have {MAX_ARTICLE}")
    fields = _fields(node, names, shared)
    return RawDocument(where, item, sha256, "application/xml", text, Span(0, len(text)), fields, data)


def _fields(
    node: etree._Element, names: dict[str, tuple[str, ...]], shared: dict[str, str]
) -> dict[str, str]:
    """What a story says of itself, and where it says nothing, what its file says of all (``shared``)."""
    fields = dict(shared)
    for name, places in names.items():
        if name != "text":
            value = next(filter(None, (_value(node, place) for place in places)), "")
            fields[name] = value or fields.get(name, "")
    if _ENTITY.search(fields.get("title", "")):  # a title in HTML, escaped once more for the feed
        fields["title"] = " ".join(fragment_text(fields["title"]).split())
    if names is _CORPUS:
        fields |= _of_corpus(fields.get("title", ""), fields.get("date", ""))
    language = node.get(_LANG) or next((inner.get(_LANG) for inner in node.iter() if inner.get(_LANG)), "")
    fields["language"] = fields.get("language") or language
    fields["given_id"] = fields.get("given_id") or node.get("guid", "")
    return {name: value for name, value in fields.items() if value and not is_placeholder(value)}


def _of_corpus(title: str, date: str) -> dict[str, str]:
    """The title and day of a corpus of the last century: the one without its stamp, the other in full."""
    is_short = _SHORT_DAY.fullmatch(date) is not None
    return {
        "title": _STAMPED.sub("", title, count=1),
        "date": _SHORT_DAY.sub(r"19\1-\2-\3", date) if is_short else date,
    }


def _is_aside(node: etree._Element) -> bool:
    """Whether an entry of a site's backup is not one of its posts: a comment, a template, a menu's item."""
    for inner in node:
        name, words = local_name(inner), (inner.text or "").strip()
        if name == "in-reply-to" or (name == "post_type" and words in _ASIDES):
            return True
        if name == "category" and (inner.get("term") or "").rpartition("kind#")[2] in _ASIDES:
            return True
    return False


def _text(node: etree._Element, places: tuple[str, ...]) -> str:
    """The longest body under the best name; markup written as text is opened."""
    for place in places:
        found = [inner for inner in node.iter() if local_name(inner) == place]
        texts = [
            element_text(inner) if len(inner) else fragment_text(_PROLOG.sub("", inner.text or ""))
            for inner in found
        ]
        text = max(texts, key=len, default="")
        if text:
            return text
    return ""


def _has_paragraphs(node: etree._Element) -> bool:
    """Whether a corpus's story is in marked paragraphs, not in lines as they were sent."""
    return any(local_name(inner) == "p" for inner in node.iter())


def _lines(node: etree._Element, places: tuple[str, ...]) -> str:
    """The body of a corpus's story as it stands, with its own line ends."""
    found = (inner for place in places for inner in node.iter() if local_name(inner) == place)
    return next((text for inner in found if (text := "".join(inner.itertext()).strip("\n"))), "")


def _value(node: etree._Element, place: str) -> str:
    """The text of the first element or attribute (``element@attribute``, ``outer/inner``) that has one."""
    outer, _, inner_name = place.rpartition("/")
    if outer:
        found = (node for node in node.iter() if local_name(node) == outer)
        return next((value for node in found if (value := _value(node, inner_name))), "")
    name, _, attribute = place.partition("@")
    for inner in node.iter():
        if local_name(inner) != name:
            continue
        if attribute:
            value = next(
                (v for k, v in inner.attrib.items() if k.rpartition("}")[2].lower() == attribute), ""
            )
        else:
            value = " ".join("".join(inner.itertext()).split())
        if value:
            return value
    return ""
