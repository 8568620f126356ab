"""How one input was understood: its format, the article's parts, and where each fact about it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.articles.cleaning import clean
from onrecord.articles.features import fold
from onrecord.records import Article, RawDocument

FACTS = ("title", "outlet", "byline", "date", "url", "credit", "language")


@dataclass(frozen=True, slots=True)
class Explanation:
    """``facts``: name, value and origin of each; ``parts``: label and the raw document's own characters."""

    where: str
    media_type: str
    facts: tuple[tuple[str, str, str], ...]
    parts: tuple[tuple[str, str], ...]


def explain(raw: RawDocument) -> Explanation:
    """What ``clean`` makes of ``raw``, and why.

    Raises:
        NoArticleError: nothing that could be an article is in there.
    """
    return explained(raw, clean(raw))


def explained(raw: RawDocument, article: Article) -> Explanation:
    """How ``article`` was made of ``raw``."""
    parts = tuple((part.label, raw.text[part.start : part.end]) for part in article.parts)
    facts = tuple(_facts(raw, article, parts))
    return Explanation(f"{raw.path}#{raw.item}", raw.media_type, facts, parts)


def _facts(
    raw: RawDocument, article: Article, parts: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str, str]]:
    for name in FACTS:
        value = article.fields.get("date") if name == "date" else getattr(article, name)
        if value:
            yield name, value, _origin(raw, name, value, parts)


def _origin(raw: RawDocument, name: str, value: str, parts: tuple[tuple[str, str], ...]) -> str:
    """Where a value was found: what the input states goes before what stands in the text."""
    if name == "language":
        return "the words of the body"
    key = fold(value)
    if key and key in fold(raw.fields.get(name, "")):
        return f"the input's field {name}"
    label = next((label for label, words in parts if key and key in fold(words)), None)
    if label is not None:
        return f"a line of the text ({label})"
    if name == "outlet" and key in fold(raw.fields.get("url", "")):
        return "the address"
    return (
        "a record in the text"
        if key and key in fold(raw.region.of(raw.text))
        else "several lines of the text"
    )
