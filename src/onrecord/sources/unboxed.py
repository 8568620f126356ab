"""JSON values that databases, XML converters and feeds have wrapped → the plain values.

``{"title": {"S": "Ferry laid up"}}``, and ``{"title": ["Ferry laid up"]}`` among the properties of what is
of the type ``h-entry``, say ``{"title": "Ferry laid up"}``.
"""

from __future__ import annotations

from collections.abc import Mapping

# A typed value's only key, by what it holds: those of tables (DynamoDB), of documents (Firestore), and those
# that programs give the words of an element of XML.
_WORDS = frozenset(
    ("S", "N", "stringValue", "timestampValue", "integerValue", "doubleValue", "referenceValue")
)
_ELEMENT = frozenset(("$t", "_text", "__text", "_cdata", "__cdata", "#cdata-section", "_"))
_LISTS = frozenset(("L", "SS", "arrayValue"))
_OBJECTS = frozenset(("M", "mapValue"))
# What stands between a typed list or object and what it holds.
_BETWEEN = frozenset(("values", "fields"))
# A thing as parsed microformats have it: its kind, and its properties in lists.
_KIND, _PROPERTIES, _MICROFORMAT = "type", "properties", "h-"
# A property's markup, beside its plain words.
_MARKUP = "html"
# What has a text has its headline for a name.
_CONTENT, _TITLE = "content", {"name": "title"}
_DEEPEST = 40


def unboxed(value: object, depth: int = _DEEPEST) -> object:
    """``value`` with what is boxed in it taken out of its boxes; itself where nothing is."""
    if depth == 0:
        return value
    if isinstance(value, list):
        return [unboxed(part, depth - 1) if isinstance(part, (dict, list)) else part for part in value]
    if not isinstance(value, Mapping):
        return value
    if len(value) == 1:
        key, held = next(iter(value.items()))
        inner = _held(key, held)
        if inner is not None:
            return unboxed(inner, depth - 1)
    if (properties := _properties(value)) is not None:
        return unboxed(properties, depth - 1)
    return {
        key: unboxed(part, depth - 1) if isinstance(part, (dict, list)) else part
        for key, part in value.items()
    }


def _held(key: str, held: object) -> object:
    """What a box with one key holds; None where the key is no box's."""
    if key in _WORDS or key in _ELEMENT:
        return held if isinstance(held, str) else None
    if key in _LISTS or key in _OBJECTS:
        if isinstance(held, Mapping) and len(held) == 1 and (inner := next(iter(held))) in _BETWEEN:
            held = held[inner]
        return held if isinstance(held, list if key in _LISTS else dict) else None
    return None


def _properties(value: Mapping[str, object]) -> dict[str, object] | None:
    """The properties of a thing in parsed microformats, each as itself; None if ``value`` is not one."""
    kinds, properties = value.get(_KIND), value.get(_PROPERTIES)
    if not isinstance(kinds, list) or not isinstance(properties, Mapping):
        return None
    if not any(str(kind).startswith(_MICROFORMAT) for kind in kinds):
        return None
    lone = {k: p[0] if isinstance(p, list) and len(p) == 1 else p for k, p in properties.items()}
    plain = {k: p.get(_MARKUP, p) if isinstance(p, Mapping) else p for k, p in lone.items()}
    return {_TITLE.get(k, k): p for k, p in plain.items()} if _CONTENT in plain else plain
