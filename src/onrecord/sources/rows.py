"""One row of a table (a JSON object, a CSV record) → RawDocument."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Mapping, Sequence

from onrecord.errors import ItemError, LimitError, NoArticleError
from onrecord.languages.fields import field_of, located, name_fields
from onrecord.records import RawDocument, Span
from onrecord.sources import date_order
from onrecord.sources.limits import MAX_ARTICLE
from onrecord.sources.markup import fragment_text, is_markup, unescaped
from onrecord.sources.objects import main_of, name_in, names_in, told
from onrecord.sources.told_by_values import by_values, prose_in, with_lone_values

# Lists and objects inside a field's value; the deepest seen in an API's answer has 6.
_DEEPEST = 32
# A short list of strings as Python, JSON or R writes it; an empty one too. White space is taken whole: given
# back piece by piece, ten blanks between six strings took a second, ten times that with every string more.
_LIST = re.compile(r"(?:\[|c\()\s*+(?:(?:'[^']{0,200}'|\"[^\"]{0,200}\")\s*+,?\s*+){0,50}[\])]")
# Where an object that stands for a text keeps it.
_TEXT = ("rendered", "processed", "value", "html", "raw", "#text")
# What such an object says of the form of its text.
_FORMAT = "format"
# Below so many letters among the first characters nothing is a text.
_LETTERS, _SHORTEST = 80, 400
# Where an object that stands for a paragraph keeps its words; pictures and the like have none of these.
_PARAGRAPH = ("text", "html", "content", "value", "paragraph")


def document(
    values: Mapping[str, object], *, path: str, item: int, data: bytes, media_type: str
) -> RawDocument | ItemError:
    """The article of one row; ``data`` are the row's own bytes. An error is returned, not raised.

    ``text`` keeps the row's text field to the character, unless it is markup: then its text is taken
    out, and ``media_type`` says so.
    """
    where = f"{path}#{item}"
    named = opened({str(key): _shallow(value, _DEEPEST) for key, value in values.items()})
    plain = told(with_lone_values(named) if has_text(named) else by_values(named))
    fields = name_fields(
        {key: paragraphs(v) if field_of(key) == "text" else _plain(v) for key, v in plain.items()}
    )
    fields |= date_order.of_names(plain, fields.get("date", ""))
    text = unescaped(fields.pop("text", ""))
    if sum(map(str.isalpha, text[:_SHORTEST])) < _LETTERS:  # nothing, a mark, what leads to the text
        text = unescaped(prose_in(values)) or text
    if is_markup(text):
        text, media_type = fragment_text(text), "text/html"
    if not text.strip():
        return NoArticleError(where, f"no text field with text (fields: {_shown(values)})")
    if len(text) > MAX_ARTICLE:
        return LimitError(where, f"{len(text)} characters; an article may have {MAX_ARTICLE}")
    sha256 = hashlib.sha256(data).hexdigest()
    return RawDocument(path, item, sha256, media_type, text, Span(0, len(text)), located(fields), data)


def opened(values: Mapping[str, object]) -> dict[str, object]:
    """``values``; where the text stands in an object within (``fields``), with that one's parts."""
    if has_text(values):
        return dict(values)
    inner = next((v for v in values.values() if isinstance(v, Mapping) and has_text(v)), {})
    return {key: value for key, value in values.items() if value is not inner} | {
        str(key): value for key, value in inner.items()
    }


def has_text(values: Mapping[str, object]) -> bool:
    """Whether one of the values is an article's text: a string, paragraphs, or markup in an object."""
    return any(field_of(str(key)) == "text" and _is_text(value) for key, value in values.items())


def text_of(row: Mapping[str, object]) -> str:
    """The words of the longest of a row's texts, as they are written."""
    values = opened({str(key): value for key, value in row.items()})
    texts = (paragraphs(value) for key, value in values.items() if field_of(key) == "text")
    return max(texts, key=len, default="")


def _is_text(value: object) -> bool:
    if isinstance(value, Mapping):
        return bool(_written(value))
    return isinstance(value, str) or _is_paragraphs(value) or _is_wrapped(value)


def _written(value: Mapping[str, object]) -> str:
    """The words of an object that stands for a text, with what a site's editor says of their form."""
    return next((words for key in _TEXT if isinstance(words := value.get(key), str) and words.strip()), "")


def _is_wrapped(value: object) -> bool:
    """Whether a list holds objects that say how their text is written, as sites write a field's values."""
    items = value if isinstance(value, list) else []
    return bool(items) and all(isinstance(p, Mapping) and _FORMAT in p and _written(p) for p in items)


def _is_paragraphs(value: object) -> bool:
    """Whether a list is an article's paragraphs, not a page of articles: strings, or blocks of a ``type``."""
    if not isinstance(value, list):
        return False
    blocks = (isinstance(part, str) or (isinstance(part, Mapping) and "type" in part) for part in value)
    return all(blocks) and bool(paragraphs(value))


def paragraphs(value: object) -> str:
    """A text field's value: a list is a paragraph each, of strings or of objects that hold a string."""
    if isinstance(value, Mapping) and (words := _written(value)):
        return words
    if not isinstance(value, list):
        return _plain(value)
    parts = (
        next((part[k] for k in _PARAGRAPH if isinstance(part.get(k), str)), "")
        if isinstance(part, Mapping)
        else _plain(part)
        for part in value
    )
    return "\n\n".join(part for part in parts if part.strip())


def _shallow(value: object, depth: int) -> object:
    """``value`` with what is nested deeper than ``depth`` left out, as an ellipsis."""
    if isinstance(value, Mapping):
        return {str(k): _shallow(v, depth - 1) for k, v in value.items()} if depth else "…"
    if isinstance(value, list):
        return [_shallow(v, depth - 1) for v in value] if depth else "…"
    return value


def _plain(value: object) -> str:
    """A field's value as text: names out of objects, lists joined, anything else as JSON."""
    if isinstance(value, str):
        return _listed(value) if _LIST.fullmatch(value) else value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():  # seconds since 1970, as JavaScript writes them
        return str(int(value))
    if isinstance(value, Mapping):
        parts = {str(key): part for key, part in value.items()}
        return name_in(parts) or names_in(parts) or json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence):
        return _joined(value)
    return json.dumps(value, ensure_ascii=False)


def _listed(value: str) -> str:
    """A list that a program wrote into a cell (``['Ida Orr', 'Per Voss']``) as its items, with commas."""
    try:
        items = ast.literal_eval(f"[{value.removeprefix('c(')[:-1]}]" if value.startswith("c(") else value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return value
    return ", ".join(items) if all(isinstance(item, str) for item in items) else value


def _joined(value: Sequence[object]) -> str:
    """A list's items as paragraphs where they are long, else with commas; as JSON what has no name."""
    value = main_of(list(value))
    parts = [_plain(part) for part in value]
    if all(isinstance(part, str) for part in value):
        return ("\n\n" if any(len(part) > 100 for part in parts) else ", ").join(parts)
    named = all(
        isinstance(part, str) or (isinstance(part, Mapping) and _plain(part)[:1] != "{") for part in value
    )
    return ", ".join(parts) if named else json.dumps(value, ensure_ascii=False)


def _shown(values: Mapping[str, object]) -> str:
    names = [str(key)[:30] for key in list(values)[:8]]
    return ", ".join(names) + (", …" if len(values) > 8 else "") if names else "none"
