"""What objects in a row stand for: a name, a day, or what they say of the text beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.languages.fields import field_of, fold_key, rank_of
from onrecord.languages.furniture import OUTLET_WORDS

# Where an object keeps the words that it stands for, best first, and a person's the halves of the name.
_NAME = (
    "name",
    "full_name",
    "fullname",
    "display_name",
    "displayname",
    "title",
    "headline",
    "main",
    "original",
    "originalform",
    "namepart",
    "rendered",
    "raw",
    "default",
    "value",
    "basic",
    "#text",
    "$date",
    "$oid",
    "$numberlong",
    "iso8601",
    "datetime",
)
_HALVES = (
    ("firstname", "first_name", "given", "given_name", "given_names"),
    ("lastname", "last_name", "family", "surname", "family_name"),
)
# A short text may be what an object is there for; a long one is an article's.
_TEXT, _SHORT = "text", 200
# Where interfaces wrap what an object stands for: ``{"data": {"attributes": {"name": …}}}``.
_WRAPPING = frozenset(("data", "attributes", "node", "fields", "item", "person", "name", "$date"))
_WRAPPED = 4
# Names of objects that say something of the text beside: by their last word ("article-meta", "titleInfo").
_DESCRIBING = re.compile(
    r"(?:^|_)(?:fields|meta|metadata|head|headers?|info|information|details?|attributes|properties|front"
    r"|docdata|credits|bibliographic|newslines|group|links?|desc|embedded|thread)$"
    r"|(?:info|meta|stmt|frosting)$"
)
# Objects that are a site or a channel, and those that are an account: whose the text is, where none says so.
_SITES = frozenset(
    """origin feed channel newsroom first_source source_info publisher_info media_info domain_metadata blog
    publication_info""".split()  # noqa: SIM905
)
_ACCOUNTS = frozenset(("account", "actor", "profile", "user"))
_ACCOUNT_NAMES = frozenset(("display_name", "displayname", "screen_name", "username", "handle", "acct"))
# In a list of forms of one thing, the one that is meant.
_ROLES = ("role", "type", "rel", "kind")
_MAIN = frozenset(("main", "primary", "default", "full", "web"))
# When a row was made is the article's day on a site, and in a reader's own list when it was put there.
_CREATED = frozenset(("created", "created_at", "date_created"))
_KEEPING = frozenset(
    """is_archived is_starred is_public starred archived archived_at reading_time reading_progress time_added
    bookmarked saved_at highlights annotations collection collection_id folder favorite unread""".split()  # noqa: SIM905
)
_CAPTURED = re.compile(r"(?:19|20)\d{12}")
# A number in a day. More digits are no day, and Python refuses numbers of thousands of digits.
_FIGURES = re.compile(r"[0-9]{1,4}")
_PARTS_OF_DAY = 3
# Words of a paper's name in a catalogue, its place and what it was before among them.
_LONGEST_NAME = 22
# Parts that objects beside a text say of it.
TOLD = frozenset(("title", "outlet", "byline", "date", "url"))
_DEEPEST = 5


def describes(key: str) -> bool:
    """Whether an object of this name says something of the text beside it."""
    return _DESCRIBING.search(_split(key)) is not None


def _split(key: str) -> str:
    return fold_key(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key))


def name_in(value: Mapping[str, object], depth: int = _WRAPPED) -> str | None:
    """The words that an object stands for: its name, its main form, a day, or the halves of a name."""
    parts = {key.lower().replace("-", "_"): part for key, part in value.items()}
    name = next((parts[key] for key in _NAME if isinstance(parts.get(key), str) and parts[key]), None)
    if isinstance(name, str):
        return name
    if found := (_halves(parts) or _day(parts)):
        return found
    text = parts.get(_TEXT)
    if isinstance(text, str) and 0 < len(text) < _SHORT:
        return text
    return _name_within(parts, depth - 1) if depth else None


def _name_within(parts: Mapping[str, object], depth: int) -> str | None:
    """The words that the first wrapped object stands for, of those that stand for any."""
    within = (part for key, part in parts.items() if key in _WRAPPING and isinstance(part, Mapping))
    return next(filter(None, (name_in(part, depth) for part in within)), None)


def _halves(parts: Mapping[str, object]) -> str | None:
    halves = (next((parts[key] for key in keys if parts.get(key)), None) for keys in _HALVES)
    return " ".join(half for half in halves if isinstance(half, str)) or None


def _day(parts: Mapping[str, object]) -> str | None:
    return day_of([parts.get(key) for key in ("year", "month", "day")])


def day_of(parts: Sequence[object]) -> str | None:
    """The day whose year, month and day stand apart, each in figures; None where they are not."""
    told = [str(part) for part in parts if isinstance(part, (int, str)) and _FIGURES.fullmatch(str(part))]
    if len(told) != len(parts) or len(parts) != _PARTS_OF_DAY:
        return None
    return f"{told[0]}-{int(told[1]):02d}-{int(told[2]):02d}"


def names_in(value: Mapping[str, object]) -> str | None:
    """The names of the objects in ``value``, each under its number; None where it is no such list."""
    parts = [part for part in value.values() if isinstance(part, Mapping)]
    if not parts or len(parts) < len(value) or not all(str(key).isdigit() for key in value):
        return None
    names = [name_in({str(k): v for k, v in part.items()}) for part in parts]
    return ", ".join(name for name in names if name) if all(names) else None


def main_of(value: list[object]) -> list[object]:
    """``value``; of several forms of one thing the one that says it is meant."""
    parts = [part for part in value if isinstance(part, Mapping)]
    if len(parts) < len(value) or len(parts) < 2:
        return value
    return next(([p] for p in parts for key in _ROLES if str(p.get(key)).lower() in _MAIN), value)


def told(values: Mapping[str, object]) -> dict[str, object]:
    """``values``; a part that none of them names, where an object says it that is there to describe the text.

    An object that names nothing is not what its key says: "head" is a title or all that stands above a text.
    """
    kept = {
        f"{k} (other)" if field_of(k) in TOLD and _tells_nothing(k, v) else k: v for k, v in values.items()
    }
    known = {field_of(key) for key in kept}
    for key, value in _described(values):
        part = field_of(key)
        if part in TOLD - known and not _tells_nothing(key, value) and value not in ("", None, []):
            kept[key if key not in kept else str(part)] = value
            known.add(part)
    for key in _when_kept(kept):
        kept["saved"] = kept.pop(key)
    return _periodical(kept | _owner(values, known))


def _when_kept(kept: Mapping[str, object]) -> list[str]:
    """The keys under which stands when somebody kept the text, or an archive of pages took its page."""
    made = [key for key in kept if _split(key) in _CREATED][:1]
    is_kept = any(_split(key) in _KEEPING for key in kept)
    is_taken = _CAPTURED.fullmatch(str(kept.get("timestamp", ""))) is not None
    return [*(made if is_kept else ()), *(("timestamp",) if is_taken else ())]


def _described(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The parts of describing objects, those of outer ones first, of each the best named."""
    level: list[Mapping[str, object]] = [values]
    for depth in range(_DEEPEST):
        below: list[Mapping[str, object]] = []
        for each in level:
            if depth:
                yield from sorted(
                    ((str(key), part) for key, part in each.items()), key=lambda p: rank_of(p[0])
                )
            inner = ((str(key), part) for key, part in each.items())
            below += [
                {str(k): v for k, v in p.items()}
                for key, p in inner
                if isinstance(p, Mapping) and describes(key)
            ]
        level = below


def _owner(values: Mapping[str, object], known: set[str | None]) -> dict[str, object]:
    """Whose site or account a text is on, where no part names paper or writer."""
    found: dict[str, object] = {}
    for key, value in values.items():
        if not isinstance(value, Mapping):
            continue
        name = name_in({str(k): v for k, v in value.items()})
        folded = _split(key)
        if "outlet" not in known and folded in _SITES and name:
            found.setdefault("outlet", name)
        if "byline" not in known and folded in _ACCOUNTS and name:
            keys = {str(k).lower() for k in value}
            found |= {} if keys.isdisjoint(_ACCOUNT_NAMES) else {"byline": name}
    return found


def _periodical(values: dict[str, object]) -> dict[str, object]:
    """``values``; beside a heading, a title that sounds like a paper's is that of the paper."""
    titles = {key: value for key, value in values.items() if field_of(key) == "title"}
    known = {field_of(key) for key in values}
    if len(titles) < 2 or "outlet" in known:
        return values
    for key, value in titles.items():
        name = name_in({str(k): v for k, v in value.items()}) if isinstance(value, Mapping) else value
        if fold_key(key) == "title" and isinstance(name, str) and _is_papers(name):
            return {k: v for k, v in values.items() if k != key} | {"outlet": name}
    return values


def _is_papers(name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", name)
    return (
        1 < len(words) <= _LONGEST_NAME
        and all(w[0].isupper() for w in words if len(w) > 3)
        and not OUTLET_WORDS.isdisjoint(word.lower() for word in words[:5])
    )


def _tells_nothing(key: str, value: object) -> bool:
    """Whether a value names nothing: an object without a name, a writer's number in a site's tables."""
    if not isinstance(value, Mapping):
        return isinstance(value, int) and field_of(key) in ("byline", "title", "outlet")
    parts = {str(key): part for key, part in value.items()}
    return not (name_in(parts) or names_in(parts))
