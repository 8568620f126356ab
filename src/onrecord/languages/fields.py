"""The names that exports give the parts of an article, brought to those of ``records.Article``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from onrecord.languages.furniture import FIELD_NAMES, OTHER_KEYS, PLACEHOLDER, QUALIFIERS, TRAILING

# The parts of an article that a column can be.
PARTS = tuple(FIELD_NAMES)
# A field of the first lines that a page shows below its heading: they may say what nothing else does.
BESIDE = "beside_heading"
_SEPARATORS = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# "Journalist(s)", "Autor/in"; "Name of the newspaper".
_EITHER = re.compile(r"_(?:s|in|es)$")
_OF = re.compile(r"([a-z]+)_of_(?:the_|an?_)?([a-z_]+)")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_PLACEHOLDER = re.compile(PLACEHOLDER, re.IGNORECASE)
# Keys without their separators: "article_body", "articleBody" and "Article Body" are one.
_NAMED = {key.replace("_", ""): name for name, keys in FIELD_NAMES.items() for key in keys}

# The parts that a name with such a word before it can be: the id of a post is its site's, no article's.
_QUALIFIED = frozenset(("title", "outlet", "date", "byline", "url", "text"))


def check_columns(columns: Mapping[str, str]) -> None:
    """Whether what columns are said to be, by their names, is a part of an article each.

    Raises:
        ValueError: one is not; which there are.
    """
    for column, part in columns.items():
        if part not in PARTS:
            raise ValueError(f"{column!r} cannot be {part!r}; the parts are {', '.join(PARTS)}")


def fold_key(key: str) -> str:
    """``Published Time`` and ``published-time`` as ``published_time``."""
    return _SEPARATORS.sub("_", key).strip("_").lower()


def field_of(key: str) -> str | None:
    """The part of an article that ``key`` names ("Headline" → "title"), or None.

    A name that nobody listed is read without the words that only say of what it is ("Broadcast date"), or
    how it is written ("published_utc"); turned round ("name_source"), or with an "of" ("Name of newspaper").
    """
    return _NAMED.get(_squeezed(key)) or _qualified(key)


@lru_cache(maxsize=1024)
def _qualified(key: str) -> str | None:
    named = (_NAMED.get(plainer.replace("_", "")) for plainer in _plainer(fold_key(_CAMEL.sub("_", key))))
    return next((part for part in named if part in _QUALIFIED), None)


def _plainer(key: str) -> Iterator[str]:
    """``key`` without the words in it that name no part, the surest way first."""
    first, _, rest = key.partition("_")
    front, _, last = key.rpartition("_")
    if first in QUALIFIERS:
        yield rest
    if _EITHER.search(key):
        yield _EITHER.sub("", key)
    if (part := _NAMED.get(front.replace("_", ""))) and last in TRAILING.get(part, ()):
        yield front
    if (of := _OF.fullmatch(key)) is not None:
        yield f"{of[2]}_{of[1]}"
        yield from _plainer(f"{of[2]}_{of[1]}")
    if front and (part := _NAMED.get(front.replace("_", ""))) and part == _NAMED.get(last):
        yield last
    if first == front and last:
        yield f"{last}_{first}"


def _squeezed(key: str) -> str:
    return fold_key(key).replace("_", "")


def is_header_key(key: str) -> bool:
    """Whether ``key`` is one that opens a line of a header record."""
    folded = fold_key(key)
    return field_of(key) is not None or folded in OTHER_KEYS or folded.rstrip("_0123456789") in OTHER_KEYS


def is_placeholder(value: str) -> bool:
    """Whether ``value`` only says that there is no value ("N/A", "Author details not found")."""
    value = value.strip()
    return not value or (len(value) < 80 and _PLACEHOLDER.fullmatch(value) is not None)


def name_fields(values: Mapping[str, str]) -> dict[str, str]:
    """``values`` under the names of ``Article`` where they are known, else under their own.

    Of several keys for one part the best known counts ("body" before "content"); the others stay under
    their own names. Values that say there is none are left out.
    """
    kept = {key: value for key, value in values.items() if not is_placeholder(value)}
    chosen = _choose(tuple(kept))
    named = {name: kept[key] for name, key in chosen.items()}
    taken = set(chosen.values()) | set(chosen)
    return named | {key: value for key, value in kept.items() if key not in taken}


def renamed_all(names: Sequence[str], columns: Mapping[str, str]) -> list[str]:
    """``names`` with those that ``columns`` has under the best known name of the part that they are.

    A column that would bear that name by chance gives way.
    """
    taken = {FIELD_NAMES[part][0] for part in columns.values()}
    return [
        FIELD_NAMES[columns[name]][0] if name in columns else f"{name} (other)" if name in taken else name
        for name in names
    ]


def renamed(values: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """``values`` under the names that ``renamed_all`` gives."""
    if not columns:
        return dict(values)
    return dict(zip(renamed_all(list(values), columns), values.values(), strict=True))


def located(fields: Mapping[str, str]) -> dict[str, str]:
    """``fields``; a ``source`` that is a web address is where the text is, not who published it.

    Then another field may name the outlet.
    """
    outlet = fields.get("outlet", "")
    if _DOMAIN.fullmatch(outlet):  # "velmpost.example" beside a site's name
        named = next((key for key in FIELD_NAMES["outlet"] if _is_name(fields.get(key, ""))), None)
        return {**fields, "outlet": fields[named]} if named else dict(fields)
    if not outlet.startswith(("http://", "https://")):
        return dict(fields)
    rest = {key: value for key, value in fields.items() if key != "outlet"}
    named = next((key for key in FIELD_NAMES["outlet"] if key in rest and "://" not in rest[key]), None)
    return {"url": outlet} | rest | ({"outlet": rest[named]} if named else {})


def _is_name(value: str) -> bool:
    return bool(value.strip()) and "." not in value


def rank_of(key: str) -> int:
    """How well ``key`` names its part, the best 0; a name that nobody listed comes last."""
    name, squeezed = field_of(key), _squeezed(key)
    known = [each.replace("_", "") for each in FIELD_NAMES.get(name or "", ())]
    return known.index(squeezed) if squeezed in known else len(known)


@lru_cache(maxsize=256)
def _choose(keys: tuple[str, ...]) -> dict[str, str]:
    """Part → the one of ``keys`` that names it best; the rows of a table share their keys."""
    by_folded: dict[str, str] = {}
    for key in keys:
        by_folded.setdefault(_squeezed(key), key)
    chosen = {
        name: next((by_folded[k] for known in names if (k := known.replace("_", "")) in by_folded), None)
        or next((key for key in keys if _squeezed(key) not in _NAMED and _qualified(key) == name), None)
        for name, names in FIELD_NAMES.items()
    }
    return {name: key for name, key in chosen.items() if key is not None}
