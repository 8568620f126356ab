"""Articles in what is nested: JSON documents, and XML of no known kind read as if it were one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.languages.fields import field_of, fold_key, renamed
from onrecord.sources.markup import element_text, local_name
from onrecord.sources.rows import has_text, opened, text_of

# {"db": [{"data": {"posts": [...]}}]}: lists of articles stand this deep in the exports and APIs known; XML
# has a level for each list and one for each of its items.
WRAPPERS = 4
XML_WRAPPERS = 8
_WRAPPED = 20  # items of a list among which one that wraps an article is looked for
# Where a chat keeps what it shows of the pages that a message leads to, and what an article of these has.
_SHOWING, _TEXT = ("attachments", "embeds"), 160
# What wraps articles says so of all of them; other keys there tell when and by whom they were asked for.
_OF_ALL = {
    "outlet": frozenset(("outlet", "publication", "publication_name", "newspaper", "paper")),
    "date": frozenset(("date", "issue_date", "publication_date", "edition_date", "date_issued")),
}
# Elements whose attribute says what they hold: ``<f id="title">``, ``<field name="body">``.
_HOLDERS = frozenset(("f", "field", "meta", "property", "param", "str", "text_field", "attribute", "column"))
_SAYING = ("name", "id", "key", "property")
_DEEPEST = 40


def articles_in(value: object, depth: int, columns: Mapping[str, str]) -> list[object]:
    """The articles in ``value``, the longest list where objects hold several; ``[]`` when there is none.

    Of a list each of whose items wraps some, all of them; what has no title among what has one answers to it.
    """
    if isinstance(value, list):
        return _in_list(value, depth, columns)
    return _in_object(value, depth, columns) if isinstance(value, Mapping) else []


def _in_list(value: list[object], depth: int, columns: Mapping[str, str]) -> list[object]:
    if shown := list(filter(None, map(_shown, value))):
        return [*shown]
    if any(_is_article(part, columns) for part in value):
        return value
    inner = [part for part in value if isinstance(part, Mapping)] if depth else []
    if not any(articles_in(part, depth - 1, columns) for part in inner[:_WRAPPED]):
        return []
    rows = [row for part in inner for row in articles_in(part, depth - 1, columns)]
    titled: list[object] = [row for row in rows if isinstance(row, Mapping) and _is_titled(row, columns)]
    return titled or rows


def _in_object(value: Mapping[str, object], depth: int, columns: Mapping[str, str]) -> list[object]:
    if numbered := _numbered(value, columns):
        return numbered
    if _is_article(value, columns):
        return [dict(value)]
    if depth == 0:
        return []
    rows = max((articles_in(part, depth - 1, columns) for part in value.values()), key=_size, default=[])
    shared = _of_all(value) if rows else {}
    return [_with(shared, row) for row in rows] if shared else rows


def _numbered(value: Mapping[str, object], columns: Mapping[str, str]) -> list[object]:
    """The values of an object that has several articles and nothing else, each under its own number."""
    each = [part for part in value.values() if isinstance(part, Mapping)]
    if not 1 < len(each) == len(value):
        return []
    return [*each] if all(_is_article(p, columns) and _is_titled(p, columns) for p in each) else []


def _size(rows: list[object]) -> tuple[int, int]:
    """How many of ``rows`` have the text of an article, and how many there are."""
    texts = (text_of(row) for row in rows if isinstance(row, Mapping))
    return sum(len(text) >= _TEXT for text in texts), len(rows)


def _shown(message: object) -> dict[str, object]:
    """The article that a chat shows below a message with its address; empty where it shows none."""
    if not isinstance(message, Mapping):
        return {}
    for key in _SHOWING:
        parts = message.get(key)
        for part in parts if isinstance(parts, list) else ():
            told = {str(k): v for k, v in part.items()} if isinstance(part, Mapping) else {}
            words = told.get("text") or told.pop("description", None)
            if told.get("title") and isinstance(words, str) and len(words) >= _TEXT:
                return told | {"text": words}
    return {}


def _is_article(value: object, columns: Mapping[str, str]) -> bool:
    """Whether ``value`` is an article, its text its own or in an object within."""
    return isinstance(value, Mapping) and has_text(opened(renamed(value, columns)))


def _is_titled(row: Mapping[str, object], columns: Mapping[str, str]) -> bool:
    return any(field_of(key) == "title" for key in opened(renamed(row, columns)))


def _of_all(value: Mapping[str, object]) -> dict[str, object]:
    """The paper and the day that a wrapper gives for all that it holds."""
    return {
        str(key): told
        for key, told in value.items()
        if isinstance(told, str) and any(fold_key(str(key)) in names for names in _OF_ALL.values())
    }


def _with(shared: Mapping[str, object], row: object) -> object:
    """``row`` with what is ``shared`` where it does not name that part itself."""
    if not isinstance(row, Mapping):
        return row
    own = {field_of(str(key)) for key in opened({str(k): v for k, v in row.items()})}
    return {key: told for key, told in shared.items() if field_of(key) not in own} | dict(row)


def bytes_of(row: dict[str, object]) -> bytes:
    """What the hash of a row within a document is made from: equal rows, equal bytes."""
    try:
        return json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    except RecursionError:
        return repr(sorted(row)).encode("utf-8", "surrogatepass")


def tree_value(node: etree._Element, depth: int = _DEEPEST) -> object:
    """An element as JSON would write it: attributes and parts by name, parts of one name as a list."""
    inner = [part for part in node if isinstance(part.tag, str)]
    if depth == 0 or not (inner or node.attrib):
        return _text(node)
    if _is_text(node):
        return _text(node)
    found: dict[str, object] = {local_key(key): value for key, value in node.attrib.items()}
    found |= {
        name: values if len(values) > 1 else values[0] for name, values in _parts(inner, depth - 1).items()
    }
    words = "" if inner else _text(node)
    return words if words and local_name(node) in _HOLDERS else found | ({"#text": words} if words else {})


def _is_text(node: etree._Element) -> bool:
    """Whether an element is an article's text, marked up or not, and no article with a title."""
    return field_of(name_of(node)) == "text" and all(field_of(n) != "title" for n in _names_below(node))


def _parts(inner: Iterable[etree._Element], depth: int) -> dict[str, list[object]]:
    """What the parts of an element hold, by name."""
    found: dict[str, list[object]] = {}
    for part in inner:
        found.setdefault(name_of(part), []).append(tree_value(part, depth))
    return found


def name_of(node: etree._Element) -> str:
    """What an element holds: its own name, or what its attribute says where the name tells nothing."""
    name = local_name(node)
    if name in _HOLDERS:
        return next((str(node.get(key)) for key in _SAYING if node.get(key)), name)
    return name


def local_key(key: str) -> str:
    """The name of an attribute without its namespace."""
    return key.rpartition("}")[2].lower()


def _names_below(node: etree._Element) -> Iterator[str]:
    return (name_of(part) for part in node.iterdescendants() if isinstance(part.tag, str))


def _text(node: etree._Element) -> str:
    """The text of an element, its paragraphs a line each."""
    if len(node):
        return element_text(node)
    return (node.text or "").strip()
