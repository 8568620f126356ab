"""The log of what is written: the ids of rows that were added, changed or removed.

A page that was kept is still good while none of its ids is in the log since it was made. Triggers keep the
log, whoever writes, and drop old entries: a page that is older than the log reaches is made anew. An id is
logged without its table, so one that several tables share stands for all of them.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

# Under these names is logged that a correction was made, another day begun, an article removed; and this
# stands before the number of a statement that went.
CORRECTIONS, DAY, GONE, _WENT = "corrections", "day", "gone", "-"
Index: TypeAlias = Literal["article_search", "statement_search"]
# Articles that are looked up in the index of words one by one; for more, all is asked again.
_FEW = 50

# A row that is put in the place of an equal one is no change; of one that differs, both are told of.
# The first trigger keeps some 16,000 ids, those of about fifty articles.
SCRIPT = """
CREATE TABLE touched (n INTEGER PRIMARY KEY, key);  -- ids of what was written, in order; the last of them
CREATE TRIGGER touched_bounded AFTER INSERT ON touched WHEN new.n % 4096 = 0 BEGIN
    DELETE FROM touched WHERE n <= new.n - 16384;
END;
CREATE TRIGGER articles_touched_in AFTER INSERT ON articles BEGIN
    INSERT INTO touched (key) VALUES (new.id);
END;
CREATE TRIGGER articles_touched_by AFTER UPDATE ON articles BEGIN
    INSERT INTO touched (key) VALUES (new.id);
END;
CREATE TRIGGER articles_touched_out AFTER DELETE ON articles BEGIN
    INSERT INTO touched (key) VALUES (old.id), ('gone');
END;
CREATE TRIGGER statements_touched_in AFTER INSERT ON statements BEGIN
    INSERT INTO touched (key) VALUES (new.id), (new.article_id), (new.speaker_id);
END;
CREATE TRIGGER statements_touched_by AFTER UPDATE ON statements BEGIN
    INSERT INTO touched (key) VALUES (new.id), (new.article_id), (new.speaker_id), (old.id), (old.article_id),
        (old.speaker_id), ('-' || old.n);
END;
CREATE TRIGGER statements_touched_out AFTER DELETE ON statements BEGIN
    INSERT INTO touched (key) VALUES (old.id), (old.article_id), (old.speaker_id), ('-' || old.n);
END;
CREATE TRIGGER members_touched_in BEFORE INSERT ON members
WHEN NOT EXISTS (
    SELECT 1 FROM members WHERE member = new.member AND owner = new.owner AND gone = new.gone
) BEGIN
    INSERT INTO touched (key) VALUES (new.member), (new.owner);
    INSERT INTO touched (key) SELECT owner FROM members WHERE member = new.member;
END;
CREATE TRIGGER members_touched_by AFTER UPDATE ON members BEGIN
    INSERT INTO touched (key) VALUES (new.member), (new.owner), (old.member), (old.owner);
END;
CREATE TRIGGER members_touched_out AFTER DELETE ON members BEGIN
    INSERT INTO touched (key) VALUES (old.member), (old.owner);
END;
CREATE TRIGGER derived_touched_in AFTER INSERT ON derived BEGIN
    INSERT INTO touched (key) VALUES (new.owner);
END;
CREATE TRIGGER derived_touched_by AFTER UPDATE ON derived BEGIN
    INSERT INTO touched (key) VALUES (new.owner), (old.owner);
END;
CREATE TRIGGER derived_touched_out AFTER DELETE ON derived BEGIN
    INSERT INTO touched (key) VALUES (old.owner);
END;
CREATE TRIGGER forms_touched_in BEFORE INSERT ON forms WHEN NOT EXISTS (
    SELECT 1 FROM forms WHERE key = new.key AND speaker IS new.speaker AND record = new.record
) BEGIN
    INSERT INTO touched (key) VALUES (new.key), (new.speaker);
    INSERT INTO touched (key) SELECT speaker FROM forms WHERE key = new.key;
END;
CREATE TRIGGER forms_touched_by AFTER UPDATE ON forms BEGIN
    INSERT INTO touched (key) VALUES (new.key), (new.speaker), (old.key), (old.speaker);
END;
CREATE TRIGGER forms_touched_out AFTER DELETE ON forms BEGIN
    INSERT INTO touched (key) VALUES (old.key), (old.speaker);
END;
CREATE TRIGGER form_places_touched_in AFTER INSERT ON form_places BEGIN
    INSERT INTO touched (key) VALUES (new.place);
END;
CREATE TRIGGER form_places_touched_by AFTER UPDATE ON form_places BEGIN
    INSERT INTO touched (key) VALUES (new.place), (old.place);
END;
CREATE TRIGGER form_places_touched_out AFTER DELETE ON form_places BEGIN
    INSERT INTO touched (key) VALUES (old.place);
END;
CREATE TRIGGER profiles_touched_in BEFORE INSERT ON profiles
WHEN NOT EXISTS (SELECT 1 FROM profiles WHERE speaker = new.speaker AND record = new.record) BEGIN
    INSERT INTO touched (key) VALUES (new.speaker);
END;
CREATE TRIGGER profiles_touched_by AFTER UPDATE ON profiles BEGIN
    INSERT INTO touched (key) VALUES (new.speaker), (old.speaker);
END;
CREATE TRIGGER profiles_touched_out AFTER DELETE ON profiles BEGIN
    INSERT INTO touched (key) VALUES (old.speaker);
END;
CREATE TRIGGER copies_touched_in BEFORE INSERT ON copies BEGIN
    INSERT INTO touched (key) VALUES (new.article_id);
END;
CREATE TRIGGER copies_touched_by AFTER UPDATE ON copies BEGIN
    INSERT INTO touched (key) VALUES (new.article_id), (old.article_id);
END;
CREATE TRIGGER copies_touched_out AFTER DELETE ON copies BEGIN
    INSERT INTO touched (key) VALUES (old.article_id);
END;
CREATE TRIGGER corrections_touched_in AFTER INSERT ON corrections BEGIN
    INSERT INTO touched (key) VALUES ('corrections');
END;
CREATE TRIGGER corrections_touched_by AFTER UPDATE ON corrections BEGIN
    INSERT INTO touched (key) VALUES ('corrections');
END;
CREATE TRIGGER corrections_touched_out AFTER DELETE ON corrections BEGIN
    INSERT INTO touched (key) VALUES ('corrections');
END;
CREATE TRIGGER runs_touched_in BEFORE INSERT ON runs WHEN substr(new.started_at, 1, 10)
    IS NOT (SELECT substr(started_at, 1, 10) FROM runs ORDER BY n DESC LIMIT 1) BEGIN
    INSERT INTO touched (key) VALUES ('day');
END;
CREATE TRIGGER runs_touched_by AFTER UPDATE ON runs BEGIN
    INSERT INTO touched (key) VALUES ('day');
END;
CREATE TRIGGER runs_touched_out AFTER DELETE ON runs BEGIN
    INSERT INTO touched (key) VALUES ('day');
END;
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written since some write: ids, and the number of the last."""

    ids: frozenset[str | int]
    upto: int


@dataclass(frozen=True, slots=True)
class Match:
    """Which articles or statements match ``words`` of an index.

    ``last``: the last number of a statement then. ``numbers``: of all statements that match, in order; None
    where it does not matter what their articles tell.
    """

    index: Index
    words: str
    last: int
    numbers: Sequence[int] | None = None


def last_of(connection: sqlite3.Connection) -> int:
    """The number of the last write that is logged."""
    return int(connection.execute("SELECT coalesce(max(n), 0) FROM touched").fetchone()[0])


def last_number(connection: sqlite3.Connection) -> int:
    """The last number that a statement was given."""
    return int(connection.execute("SELECT last FROM numbered").fetchone()[0])


def written_since(connection: sqlite3.Connection, number: int) -> Written | None:
    """What was written since the write of that number; None where that is no longer known."""
    rows = connection.execute("SELECT n, key FROM touched WHERE n > ? ORDER BY n", (number,)).fetchall()
    if rows and rows[0][0] != number + 1:
        return None
    ids = frozenset(key for _, key in rows if key is not None)
    return Written(ids, rows[-1][0] if rows else number)


def may_match_otherwise(connection: sqlite3.Connection, match: Match, written: Written) -> bool:
    """Whether what was written may have changed which match, or what is told of these."""
    if not written.ids:
        return False
    if match.index == "article_search":
        return GONE in written.ids or _articles_match(connection, match, written)
    gone = {int(key[1:]) for key in written.ids if isinstance(key, str) and key[:1] == _WENT}
    if match.numbers is None:
        before = any(number <= match.last for number in gone)
    else:
        before = any(_holds(match.numbers, n) for n in gone.union(_numbers_of(connection, written)))
    asked = "SELECT 1 FROM statement_search WHERE statement_search MATCH ? AND rowid > ? LIMIT 1"
    return before or connection.execute(asked, (match.words, match.last)).fetchone() is not None


def _articles_match(connection: sqlite3.Connection, match: Match, written: Written) -> bool:
    asked = "SELECT n FROM articles WHERE id IN (SELECT value FROM json_each(?)) LIMIT ?"
    found = connection.execute(asked, (_as_list(written), _FEW + 1)).fetchall()
    asked = "SELECT 1 FROM article_search WHERE article_search MATCH ? AND rowid = ?"
    return len(found) > _FEW or any(connection.execute(asked, (match.words, n)).fetchone() for (n,) in found)


def _numbers_of(connection: sqlite3.Connection, written: Written) -> list[int]:
    """The numbers of the statements of articles that were written."""
    asked = "SELECT n FROM statements WHERE article_id IN (SELECT value FROM json_each(?))"
    return [n for (n,) in connection.execute(asked, (_as_list(written),))]


def _as_list(written: Written) -> str:
    return json.dumps(sorted(key for key in written.ids if isinstance(key, str)))


def _holds(numbers: Sequence[int], number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number
