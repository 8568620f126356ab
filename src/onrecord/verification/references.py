"""What records say of one another: ids that must be there, places that must lie in their article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache

# The last word of a field that names another record -> what kind of record that is. ``record_id`` of a fact
# may be any of three, which ``Known`` holds as one.
_KINDS = {
    "article": "article",
    "statement": "statement",
    "story": "story",
    "storyline": "storyline",
    "speaker": "speaker",
    "utterance": "utterance",
    "origin": "origin",
    "record": "record",
    "entry": "entry",
}


@dataclass(slots=True)
class Known:
    """What an archive holds: kind -> ids, and the length of each article's text."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, record_id: str) -> None:
        """There is a record of this kind and id."""
        self.ids.setdefault(kind, set()).add(record_id)

    def has(self, kind: str, record_id: str) -> bool:
        """Whether there is; of a kind that nothing is known of, anything is taken to be."""
        return kind not in self.ids or record_id in self.ids[kind]


def broken(record: object, known: Known) -> Iterator[str]:
    """What ``record``, and every record within it, refers to that is not there."""
    if isinstance(record, tuple | list):
        for part in record:
            yield from broken(part, known)
        return
    if not is_dataclass(record):
        return
    names = _names(record.__class__)
    for name in names:
        value = getattr(record, name)
        kind = _kind(name)
        if kind is None:
            yield from broken(value, known)
            continue
        for one in _ids(value):
            if not known.has(kind, one):
                yield f"{name} names {one}, which is not there"
    yield from _misplaced(record, names, known)


def _misplaced(record: object, names: tuple[str, ...], known: Known) -> Iterator[str]:
    """A place outside its article's text."""
    if not {"article_id", "start", "end"} <= set(names):
        return
    start, end, article = (getattr(record, name) for name in ("start", "end", "article_id"))
    if article in known.lengths and not 0 <= start <= end <= known.lengths[article]:
        yield f"{start}-{end} lies outside the text of {article}"


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


@cache
def _kind(name: str) -> str | None:
    """The kind of record that a field of this name refers to; None for fields that hold values."""
    stem, _, last = name.rpartition("_")
    if last not in ("id", "ids") or not stem:
        return None
    return _KINDS.get(stem.rpartition("_")[2])


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        return tuple(map(str, value))
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple | list) else ()
