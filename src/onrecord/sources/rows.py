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
from onrecord.sources.limits import MAX_ARTICLE
from onrecord.sources.markup import fragment_text, is_markup

# Lists and objects inside a field's value; the deepest seen in an API's answer has 6.
_DEEPEST = 32
# A short list of strings as Python or JSON writes it; an empty one too. White space is taken whole: given
# back piece by piece, ten blanks between six strings took a second, ten times that with every string more.
_LIST = re.compile(r"\[\s*+(?:(?:'[^']{0,200}'|\"[^\"]{0,200}\")\s*+,?\s*+){0,50}\]")
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
    plain = {str(key): _shallow(value, _DEEPEST) for key, value in values.items()}
    fields = name_fields(
        {key: paragraphs(v) if field_of(key) == "text" else _plain(v) for key, v in plain.items()}
    )
    text = fields.pop("text", "")
    if is_markup(text):
        text, media_type = fragment_text(text), "text/html"
    if not text.strip():
        return NoArticleError(where, f"no text field with text (fields: {_shown(values)})")
    if len(text) > MAX_ARTICLE:
        return LimitError(where, f"{len(text)} characters; an article may have {MAX_ARTICLE}")
    sha256 = hashlib.sha256(data).hexdigest()
    return RawDocument(path, item, sha256, media_type, text, Span(0, len(text)), located(fields), data)


def paragraphs(value: object) -> str:
    """A text field's value: a list is a paragraph each, of strings or of objects that hold a string."""
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
    if isinstance(value, Mapping):
        name = next((value[key] for key in ("name", "title", "value") if value.get(key)), None)
        return name if isinstance(name, str) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence):
        return _joined(value)
    return json.dumps(value, ensure_ascii=False)


def _listed(value: str) -> str:
    """A list that a program wrote into a cell (``['Ida Orr', 'Per Voss']``) as its items, with commas."""
    try:
        items = ast.literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return value
    return ", ".join(items) if all(isinstance(item, str) for item in items) else value


def _joined(value: Sequence[object]) -> str:
    """A list's items as paragraphs where they are long, else with commas; as JSON what has no name."""
    parts = [_plain(part) for part in value]
    if all(isinstance(part, str) for part in value):
        return ("\n\n" if any(len(part) > 100 for part in parts) else ", ").join(parts)
    named = all(isinstance(part, str) or (isinstance(part, Mapping) and part.get("name")) for part in value)
    return ", ".join(parts) if named else json.dumps(value, ensure_ascii=False)


def _shown(values: Mapping[str, object]) -> str:
    names = [str(key)[:30] for key in list(values)[:8]]
    return ", ".join(names) + (", …" if len(values) > 8 else "") if names else "none"
