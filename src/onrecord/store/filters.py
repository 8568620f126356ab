"""A ``Filter`` as conditions of SQL, every value a parameter."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import asdict, dataclass

from onrecord import languages
from onrecord.records import Filter, Utterance, bounds
from onrecord.store import derived

_WORD = re.compile(r'"[^"]+"|[^\s"]+')
# Quotation marks as pages and word processors write them.
_MARKS = str.maketrans("“”„‟«»", '"' * 6)

_MEMBERS = "SELECT member FROM members WHERE owner = {} AND NOT gone"
_OF_STORY = f"({_MEMBERS.format(':story')})"
_TOLD_IN = "SELECT a.member FROM members a JOIN members s ON s.member = a.owner"
_OF_LINE = f"({_TOLD_IN} WHERE s.owner = :storyline AND NOT a.gone)"
_BY_OUTLET = "(SELECT id FROM articles WHERE outlet = :outlet)"
_PUBLISHED = "(SELECT id FROM articles WHERE {})"
_SINCE, _UNTIL = "earliest >= :published_since", "latest <= :published_until"
_NOT_BEFORE, _NOT_AFTER = (
    "latest IS NULL OR latest >= :published_since",
    "earliest IS NULL OR earliest <= :published_until",
)

_STATEMENTS = {
    "words": "n IN (SELECT rowid FROM statement_search WHERE statement_search MATCH :words)",
    "speaker": "(speaker_id = :speaker_id"
    " OR n IN (SELECT rowid FROM statement_search WHERE statement_search MATCH :speaker))",
    "outlet": f"article_id IN {_BY_OUTLET}",
    "article": "article_id = :article",
    "story": f"article_id IN {_OF_STORY}",
    "storyline": f"article_id IN {_OF_LINE}",
    "claim": "id IN (SELECT value FROM json_each(:claim))",
    "kind": "kind = :kind",
    "mode": "mode = :mode",
    "stance": "stance = :stance",
    "said_since": "earliest >= :said_since",
    "said_until": "latest <= :said_until",
    "published_since": f"article_id IN {_PUBLISHED.format(_SINCE)}",
    "published_until": f"article_id IN {_PUBLISHED.format(_UNTIL)}",
    "confidence": "confidence >= :confidence",
}
_ARTICLES = {
    "words": "n IN (SELECT rowid FROM article_search WHERE article_search MATCH :words)",
    "outlet": "outlet = :outlet",
    "article": "id = :article",
    "story": f"id IN {_OF_STORY}",
    "storyline": f"id IN {_OF_LINE}",
    "published_since": _SINCE,
    "published_until": _UNTIL,
}
# What only statements have: articles are asked for one that has all of it.
_HOLDING = "id IN (SELECT article_id FROM statements WHERE {})"
# Where the bounds of a day are wide or open: it may lie within the days asked for.
_POSSIBLY = {
    "said_since": "(latest IS NULL OR latest >= :said_since)",
    "said_until": "(earliest IS NULL OR earliest <= :said_until)",
    "published_since": f"article_id IN {_PUBLISHED.format(_NOT_BEFORE)}",
    "published_until": f"article_id IN {_PUBLISHED.format(_NOT_AFTER)}",
}
_ARTICLES_POSSIBLY = {"published_since": f"({_NOT_BEFORE})", "published_until": f"({_NOT_AFTER})"}


@dataclass(frozen=True, slots=True)
class Conditions:
    """What stands behind WHERE, and its parameters."""

    sql: str
    values: dict[str, object]


def on_statements(connection: sqlite3.Connection, asked: Filter) -> Conditions:
    """The conditions that statements must meet."""
    return _conditions(connection, asked, _STATEMENTS)


def on_articles(connection: sqlite3.Connection, asked: Filter) -> Conditions:
    """The conditions that articles must meet, among them to hold a statement as it is asked for."""
    return _conditions(connection, asked, _ARTICLES, _STATEMENTS)


def possibly(connection: sqlite3.Connection, asked: Filter) -> Conditions | None:
    """Conditions also met by statements whose day may be one asked for; None where no day is asked for."""
    if not _asks_for_days(asked):
        return None
    return _conditions(connection, asked, _STATEMENTS | _POSSIBLY)


def articles_possibly(connection: sqlite3.Connection, asked: Filter) -> Conditions | None:
    """The same for articles."""
    if not _asks_for_days(asked):
        return None
    return _conditions(connection, asked, _ARTICLES | _ARTICLES_POSSIBLY, _STATEMENTS | _POSSIBLY)


def _asks_for_days(asked: Filter) -> bool:
    return any(getattr(asked, name) is not None for name in _POSSIBLY)


def fts_query(text: str, column: str | None = None, *, begun: bool = False) -> str:
    """What a person typed, as an FTS5 query: every word must occur as written, "quoted words" as a phrase.

    Each term is quoted, so that no character of the input is taken for query syntax; a NUL would end
    the query early. With ``column`` they must occur in that one; ``begun``: words may go on.
    """
    mark = "*" if begun else ""
    query = " ".join(f'"{term}"{mark}' for term, _ in _terms(text)) or '""'
    return query if column is None else f"{column} : ({query})"


def forms_query(text: str) -> str:
    """The same, where a word that stands alone may have any of its forms: "rent" is met by "rents"."""
    either = (_forms(term) if not quoted else (term,) for term, quoted in _terms(text))
    return " AND ".join("(" + " OR ".join(f'"{form}"' for form in forms) + ")" for forms in either) or '""'


def _forms(term: str) -> tuple[str, ...]:
    """A word as typed, then its forms; initials and numbers have none."""
    language = languages.of(None)
    word = language.plain(term)
    if not word.isalpha() or "." in term:
        return (term,)
    return (term, *(form for form in language.variants.of(word) if form != term.casefold()))


def _terms(text: str) -> list[tuple[str, bool]]:
    """Words and quoted phrases of what was typed, each with whether it was quoted."""
    found = (m.group() for m in _WORD.finditer(text.replace("\0", " ").translate(_MARKS)))
    terms = ((term.strip('"').replace('"', ""), term.startswith('"')) for term in found)
    return [(term, quoted) for term, quoted in terms if any(c.isalnum() for c in term)]


def name_query(name: str) -> str:
    """Words of a speaker's name, which may be begun only, as an FTS5 query: one meaning, wherever asked."""
    return fts_query(name, "speaker", begun=True)


def _conditions(
    connection: sqlite3.Connection,
    asked: Filter,
    known: dict[str, str],
    held: dict[str, str] | None = None,
) -> Conditions:
    """``asked`` by what is ``known`` of each; what is not, by a statement ``held``.

    Raises:
        ValueError: a value does not exist.
    """
    asked.check()
    given = {key: value for key, value in asdict(asked).items() if value is not None}
    values = dict(given)
    if "words" in given:
        values["words"] = forms_query(str(given["words"]))
    if "speaker" in given:
        values["speaker_id"] = given["speaker"]
        values["speaker"] = name_query(str(given["speaker"]))
    if "claim" in given:
        values["claim"] = _renderings(connection, str(given["claim"]))
    for key in given.keys() & _POSSIBLY.keys():
        values[key] = bounds(str(given[key]))[key.endswith("_until")]
    conditions = [known[key] for key in given if key in known]
    if of_statements := [held[key] for key in given if held and key not in known]:
        conditions.append(_HOLDING.format(" AND ".join(of_statements)))
    return Conditions(" AND ".join(conditions) or "1", values)


def _renderings(connection: sqlite3.Connection, utterance: str) -> str:
    """The ids of the statements that render an utterance, as a JSON list."""
    held = derived.load_record(connection, "utterances", Utterance, utterance)
    return json.dumps([r.statement_id for r in held.renderings] if held else [])
