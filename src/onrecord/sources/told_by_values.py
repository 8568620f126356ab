"""Parts of an article told by what they hold, where no name of a row says which of them is its text.

Whatever a key is called, prose is a text; beside it, a lone line of some words is its headline, a lone day
its day, a lone address its address. What a name says already is left to the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from onrecord.languages.fields import field_of, fold_key
from onrecord.languages.furniture import DAY, OTHER_KEYS
from onrecord.sources.objects import name_in

_SENTENCE = re.compile(r"[a-z0-9)\"”’][.!?](?:[\"”’)]|&\w+;)?(?=\s|[<&\\]|$)")
_DAY = re.compile(rf"(?:\w{{3,9}},? )?(?:{DAY})(?:[T ,]+\d.*)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_WRITER = re.compile(r"(?:By|BY|by) (?=[A-ZÀ-Þ])")
# A text of fewer characters or sentences may be a summary; what is called one is.
_SHORTEST, _SENTENCES = 240, 2
_SUMMING = frozenset(
    """abstract summary description snippet teaser excerpt caption comment comments note notes bio about
    disclaimer copyright terms prompt query rationale""".split()  # noqa: SIM905
)
# Days that are not those of the article, by what their names begin or end with.
_LATER = re.compile(
    r"(?:^|_)(?:updated?|modified|changed?|access\w*|retriev\w+|saved|added|load\w*|crawl\w*|scrap\w+|fetch\w*"
    r"|import\w*|inserted|index\w*|clipped|captured|due|born|birth\w*|highlight\w*|annotat\w*|read|archived"
    r"|tagged|label\w*|export\w*|visited|received|processed|collected|synced|starred)(?:_|$)"
)
# What a name tells of a day at least, where the text has a name of its own.
_PUBLISHING = re.compile(
    r"publ|pub_|pubdate|issue|print|air|broadcast|release|post|creat|date|time|start|display|day"
)
_PARAGRAPH = re.compile(r"\S[^\n<]{20,}(?:\n|<|$)")
_PARAGRAPHS = 3
_TEXTS = (None, "text")
_HEADLINE_WORDS = (3, 25)
_DEEPEST = 12
_LONG = re.compile(r"[^\W\d_]{4,}")
_STEM, _BEGINNING = 5, 600
# Of several values of a kind the one whose name has this is meant: "alphaPubDate".
_PUBLISHED = "pub"


def is_prose(value: object) -> bool:
    """Whether a value is a text of several sentences."""
    return isinstance(value, str) and len(value) >= _SHORTEST and len(_SENTENCE.findall(value)) >= _SENTENCES


def by_values(row: Mapping[str, object]) -> dict[str, object]:
    """``row`` with its longest prose as its text, and with what values alone tell of the parts beside it."""
    found = {str(key): value for key, value in row.items()}
    texts = [key for key, value in found.items() if is_prose(value) and may_be_text(key, str(value))]
    if not texts:
        return found
    text = max(texts, key=lambda key: len(str(found[key])))
    names = {text: "text"} | _lone(found, [key for key in found if key not in texts])
    return {names.get(key, key): value for key, value in found.items()}


def with_lone_values(row: Mapping[str, object]) -> dict[str, object]:
    """``row``, whose text is named; a lone headline that leads into it, a lone day, by their parts."""
    found = {str(key): value for key, value in row.items()}
    text = next((v for k, v in found.items() if field_of(k) == "text" and isinstance(v, str)), "")
    keys = [k for k, v in found.items() if not _is_headline(k, _words(v)) or _leads_into(_words(v), text)]
    keys = [k for k in keys if _PUBLISHING.search(fold_key(k)) or not _is_day(k, _words(found[k]))]
    names = _lone(found, keys)
    return {names.get(key, key): value for key, value in found.items()}


def _lone(found: Mapping[str, object], keys: list[str]) -> dict[str, str]:
    """Which of ``keys``, whose names say nothing, is which part that no name gives: each the only one."""
    known = {field_of(key) for key in found}
    loose = {key: words for key in keys if _is_free(key) and (words := _words(found[key]))}
    taken: dict[str, str] = {}
    for part, tells in _TELLING.items():
        told = [key for key, words in loose.items() if tells(key, words)]
        told = [key for key in told if len(told) == 1 or _PUBLISHED in key.lower()]
        if part not in known and told:
            taken[told[0]] = part
    return taken


def _words(value: object) -> str:
    """What a value or an object stands for, in words."""
    if isinstance(value, Mapping):
        name = name_in({str(key): part for key, part in value.items()}, 0) or ""
        return name if _DAY.fullmatch(name) else ""
    return value.strip() if isinstance(value, str) else ""


def _leads_into(words: str, text: str) -> bool:
    """Whether two words or more of a line come again where a text begins."""
    first = {word[:_STEM].lower() for word in _LONG.findall(text[:_BEGINNING])}
    return len(first & {word[:_STEM].lower() for word in _LONG.findall(words)}) > 1


def prose_in(value: object, depth: int = _DEEPEST) -> str:
    """The longest prose in a row, wherever it stands; ``""`` where it has none."""
    if depth == 0 or not isinstance(value, (list, Mapping)):
        return ""
    if isinstance(value, list):
        whole = "\n\n".join(filter(None, map(_sentences, value)))
        return max((whole if is_prose(whole) else "", *(prose_in(p, depth - 1) for p in value)), key=len)
    inner = [prose_in(part, depth - 1) for part in value.values()]
    own = [str(p) for k, p in value.items() if is_prose(p) and may_be_text(str(k), str(p), among=_TEXTS)]
    return max((*own, *inner), key=len, default="")


def _sentences(part: object) -> str:
    """A paragraph that an item of a list is: its words, or the longest that it has."""
    words = [part] if isinstance(part, str) else list(part.values()) if isinstance(part, Mapping) else []
    longest = max((word for word in words if isinstance(word, str)), key=len, default="")
    return longest if _SENTENCE.search(longest) else ""


def all_by_values(value: object, depth: int = _DEEPEST) -> object:
    """``value`` with each object in it as ``by_values`` reads it, unless a name in it tells a text."""
    if depth == 0:
        return value
    if isinstance(value, list):
        return [all_by_values(part, depth - 1) for part in value]
    if not isinstance(value, Mapping):
        return value
    return by_values({str(key): all_by_values(part, depth - 1) for key, part in value.items()})


def _is_free(key: str) -> bool:
    """Whether a name says nothing of what it holds."""
    folded = fold_key(key)
    words = set(folded.split("_"))
    return field_of(key) is None and folded not in OTHER_KEYS and words.isdisjoint(_SUMMING)


def may_be_text(key: str, words: str, among: Collection[str | None] = (None,)) -> bool:
    """Whether prose is a text: no name says otherwise, or it has more paragraphs than what sums one up."""
    return _is_free(key) or (field_of(key) in among and len(_PARAGRAPH.findall(words)) >= _PARAGRAPHS)


def _is_headline(_: str, words: str) -> bool:
    fewest, most = _HEADLINE_WORDS
    is_line = fewest <= len(words.split()) <= most and "\n" not in words and words[-1:] not in ".;,"
    return is_line and words[:1].isupper() and not _WRITER.match(words) and _DAY.fullmatch(words) is None


def _is_day(key: str, words: str) -> bool:
    return _DAY.fullmatch(words) is not None and _LATER.search(fold_key(key)) is None


def _is_address(_: str, words: str) -> bool:
    return _ADDRESS.fullmatch(words) is not None


def _is_signed(_: str, words: str) -> bool:
    return _WRITER.match(words) is not None and len(words.split()) <= _HEADLINE_WORDS[1]


_TELLING: Mapping[str, Callable[[str, str], bool]] = {
    "title": _is_headline,
    "date": _is_day,
    "url": _is_address,
    "byline": _is_signed,
}
