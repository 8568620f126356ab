"""The archive as a library user holds it: read, read again, ask, be interrupted."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

import onrecord
from onrecord import archive as archive_module
from onrecord import identity, roster, store, stories
from onrecord.archive import Archive
from onrecord.errors import ArchiveError, UndatedWarning
from onrecord.identity import FormCount
from onrecord.records import Correction, Filter, Origin, Place
from onrecord.store.codec import inflate
from onrecord.store.copies import STDIN
from onrecord.store.migrations import MIGRATIONS
from onrecord.store.schema import _statements, add_functions
from onrecord.verification.database import check_search


@pytest.fixture
def archive(tmp_path):
    with onrecord.open(tmp_path / "brief" / "onrecord.db", create=True) as opened:
        yield opened


def everything(corpus):
    return replace(corpus, run={})


def test_reading_counts_what_it_read(archive, folder):
    run = archive.read([folder])
    assert (run.added, run.updated, run.known, run.skipped) == (3, 0, 0, ())
    assert run.read == 3
    assert {"tagger.onnx", "pairs-first.onnx", "pairs-cross.onnx", "vectors.onnx"} <= run.models.keys()
    assert set(run.seconds) >= {
        "sources",
        "articles",
        "dates",
        "statements",
        "coreference",
        "identity",
        "stories",
    }


def test_every_span_is_what_it_says(archive, folder):
    archive.read([folder])
    for item in archive.articles():
        text = item.article.text
        assert item.statements, f"no statement found in {item.article.path}"
        for statement in item.statements:
            for span in (*statement.source, *statement.cue, *statement.content):
                assert 0 <= span.start < span.end <= len(text)
                assert span.of(text) == span.of(text).strip()
            if statement.addressee_span:
                assert statement.addressee_span.of(text) == statement.addressee


def test_reading_again_changes_nothing(archive, folder):
    archive.read([folder])
    first = everything(archive.corpus())
    run = archive.read([folder])
    assert (run.added, run.known) == (0, 3)
    assert everything(archive.corpus()) == first


def test_the_order_of_reading_does_not_matter(tmp_path, folder):
    results = []
    for order in (("post.txt", "wire.txt", "old.txt"), ("old.txt", "wire.txt", "post.txt")):
        with Archive(tmp_path / order[0] / "onrecord.db") as opened:
            for name in order:
                opened.read([folder / name])
            results.append(everything(opened.corpus()))
    assert results[0] == results[1]


def test_a_changed_article_replaces_the_old_one(archive, folder):
    archive.read([folder])
    post = folder / "post.txt"
    post.write_text(post.read_text("utf-8").replace("40 million", "60 million"), "utf-8")
    run = archive.read([post])
    assert (run.added, run.updated) == (0, 1)
    assert len(list(archive.articles())) == 3
    assert archive.search('"60 million"')
    assert not archive.search('"40 million"')


def test_leaving_a_text_out(archive, folder):
    archive.read([folder])
    before = everything(archive.corpus())
    text = next(o for o in archive.origins() if o.level == "text")
    (story,) = [s for s in archive.stories() if set(text.article_ids) <= set(s.article_ids)]
    assert text in archive.origins(story.id)
    left = archive.without(text.id)
    assert text.id in left.origin_ids
    assert left.statements.fall
    assert {s.article_id for s in left.statements.fall} == set(text.article_ids)
    assert not {s.article_id for s in left.statements.stand} & set(text.article_ids)
    fallen = {s.id for s in left.statements.fall}
    for utterance in left.utterances.fall:
        assert {r.statement_id for r in utterance.renderings} <= fallen
    for utterance in left.utterances.stand:
        assert {r.statement_id for r in utterance.renderings} - fallen
    whole = [u for u in archive.corpus().utterances if u.story_id == story.id]
    assert {u.id for u in (*left.utterances.stand, *left.utterances.fall)} == {u.id for u in whole}
    for entry in left.timeline.fall:
        assert {entry.article_id, *(w.article_id for w in entry.witnesses)} <= set(text.article_ids)
    assert everything(archive.corpus()) == before


def test_leaving_out_what_is_not_there(archive, folder):
    archive.read([folder])
    with pytest.raises(ArchiveError, match="no origin"):
        archive.without("origin-none")
    left = archive.without()
    assert (left.statements.stand, left.statements.fall) == ((), ())


def test_questions_by_speaker_and_by_day(archive, folder):
    archive.read([folder])
    by_name = archive.statements(speaker="venn")
    assert by_name
    assert {s.speaker for s in by_name} == {"Ilka Venn"}
    assert archive.statements(speaker=by_name[0].speaker_id) == by_name
    with pytest.warns(UndatedWarning):
        assert archive.statements(speaker="Venn", until="2030-12-31") == []
    assert len(archive.statements(limit=2)) == 2


def test_bad_inputs_are_named_and_the_rest_is_read(archive, folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    seen = []
    run = archive.read([folder, folder / "missing.txt"], on_skip=seen.append)
    assert run.read == 3
    assert {s.where.rsplit("/", 1)[-1] for s in run.skipped} == {"empty.txt", "picture.txt", "missing.txt"}
    assert all(s.reason for s in run.skipped)
    assert list(run.skipped) == seen
    assert archive.last_run()["added"] == 3


def test_standard_input(archive, folder):
    run = archive.read(["-"], stdin=io.BytesIO((folder / "old.txt").read_bytes()))
    assert run.added == 1
    assert next(archive.articles()).article.path == STDIN


def test_rows_keep_their_own_ids(archive, tmp_path):
    rows = tmp_path / "rows.jsonl"
    row = {
        "id": "x-1",
        "outlet": "Harbour Post",
        "date": "2031-03-05",
        "text": "Ilka Venn said it would rain.",
    }
    rows.write_text(json.dumps(row) + "\n{broken\n" + json.dumps({**row, "id": "x-2"}) + "\n", "utf-8")
    run = archive.read([rows])
    assert {i.article.given_id for i in archive.articles()} == {"x-1", "x-2"}
    assert [s.where.rsplit("#", 1)[-1] for s in run.skipped] == ["1"]


def test_an_interrupt_between_reading_and_comparing_is_made_good_by_the_next_reading(
    archive, folder, monkeypatch
):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(archive_module, "compare_all", interrupted)
        with pytest.raises(KeyboardInterrupt):
            archive.read([folder])
    assert len(list(archive.articles())) == 3
    assert archive.stories() == ()
    archive.read([])
    assert archive.stories()


def test_articles_in_other_languages_are_kept_unsearched_and_counted(archive, tmp_path):
    text = (
        "Die Regierungssprecherin sagte am Dienstag, dass über den Bau der Anlage noch nicht entschieden sei. "
        "„Unsere Gespräche mit den Bewohnern der Insel stehen noch ganz am Anfang“, sagte sie vor der Presse. "
    )
    (tmp_path / "bericht.txt").write_text(text * 3, "utf-8")
    run = archive.read([tmp_path / "bericht.txt"])
    assert run.unread == {"de": 1}
    item = next(archive.articles())
    assert item.article.language == "de"
    assert item.statements == ()


def tell(day, n, who, what):
    """One invented article of a small world in which stories, speakers and datings depend on each other."""
    return {
        "id": f"n{n}",
        "outlet": f"Paper {n % 3}",
        **({"date": day} if day else {}),
        "title": f"{what} in Tessin, says {who}",
        "text": f"{who}, the mayor of Tessin, said on Monday that {what} would cost {n} million crowns. "
        f"Engineers closed the Kestrel bridge over the river Aldra. {who.split()[-1]} blamed Corvin Mills. "
        f'"We were not warned about {what}," said Harbour Board spokesman Jonas Hale. ' * 2,
    }


WORLD = [
    tell(day, n, who, what)
    for n, (day, who, what) in enumerate(
        (
            ("2031-03-04", "Petra Solveig", "the flood"),
            ("2031-03-05", "Petra Solveig", "the flood"),
            (None, "Solveig", "the flood"),
            ("2031-03-04", "Pavel Solveig", "the tram strike"),
            ("2031-03-06", "Solveig", "the tram strike"),
            ("2033-05-01", "Petra Solveig", "the trial over the flood"),
            ("2033-05-02", "P. Solveig", "the trial over the flood"),
            ("2031-03-06", "Mayor Petra Solveig", "the flood"),
        )
    )
]


def read_parts(path, parts, *, named=True):
    """An archive into which ``parts`` were read one after the other; every row comes from a file of its own.

    ``named``: rows tell their id, under which other words are a later state of an article.
    """
    path.mkdir()
    with Archive(path / "onrecord.db") as opened:
        for part in parts:
            for row in part:
                told = row if named else {key: value for key, value in row.items() if key != "id"}
                (path / f"{row['id']}.jsonl").write_text(json.dumps(told) + "\n", "utf-8")
            opened.read([path / f"{row['id']}.jsonl" for row in part])
        corpus = everything(opened.corpus())
    placeless = [replace(i, article=replace(i.article, path="")) for i in corpus.articles]
    return replace(corpus, articles=tuple(placeless))


def test_reading_in_parts_gives_what_reading_at_once_gives(tmp_path):
    whole = read_parts(tmp_path / "whole", [WORLD])
    assert any(len(s.article_ids) > 1 for s in whole.stories)
    assert read_parts(tmp_path / "single", [[row] for row in WORLD]) == whole
    assert read_parts(tmp_path / "back", [[row] for row in WORLD[::-1]]) == whole
    assert read_parts(tmp_path / "parts", [WORLD[5:], WORLD[:2], WORLD[2:5]]) == whole


def test_corrections_count_alike_whenever_they_are_made(tmp_path):
    results = []
    article, length = "", 0  # known once it was read
    for name, first in (("after", len(WORLD)), ("between", 4), ("before", 0)):
        path = tmp_path / name
        path.mkdir()
        (path / "first.jsonl").write_text("".join(json.dumps(r) + "\n" for r in WORLD[:first]), "utf-8")
        (path / "rest.jsonl").write_text("".join(json.dumps(r) + "\n" for r in WORLD[first:]), "utf-8")
        with Archive(path / "onrecord.db") as opened:
            opened.read([path / "first.jsonl"])
            if not article:
                found = next(i.article for i in opened.articles() if i.article.given_id == "n1")
                article, length = found.id, len(found.text)
            opened.correct(Correction("merge", ("Petra Solveig", "Pavel Solveig"), note="one and the same"))
            opened.correct(Correction("split", ("Another Solveig",), (Place(article, 0, length),)))
            opened.read([path / "rest.jsonl"])
            spoken = {(s.id, s.speaker_id, s.speaker) for i in opened.articles() for s in i.statements}
            results.append((opened.speakers(), spoken))
    assert results[0] == results[1] == results[2]
    assert {"Petra Solveig", "Another Solveig"} <= {s.name for s in results[0][0]}


def test_what_is_kept_of_a_speaker_is_what_its_forms_make_and_is_what_is_told(tmp_path):
    read_parts(tmp_path / "new", [WORLD[5:], WORLD[:2], WORLD[2:5]])
    several = "SELECT speaker FROM forms WHERE speaker IS NOT NULL GROUP BY speaker HAVING count(*) > 1"
    with Archive(tmp_path / "new" / "onrecord.db") as opened:
        opened.correct(Correction("merge", ("Petra Solveig", "Pavel Solveig"), note="one and the same"))
        held = opened.speakers()
        with opened.database.transaction() as connection:
            kept = dict(connection.execute("SELECT speaker, record FROM profiles"))
            connection.execute("DELETE FROM profiles")
            roster.keep_profiles(connection, [n for (n,) in connection.execute(several).fetchall()])
            assert dict(connection.execute("SELECT speaker, record FROM profiles")) == kept != {}
            connection.execute("DELETE FROM profiles")
        assert opened.speakers() == held
        petra = next(s for s in held if s.name == "Petra Solveig")
        told = identity.Profile(replace(petra, name="Nobody", mentions=(), producer=""))
        with opened.database.transaction() as connection:
            store.joined.put_profile(connection, petra.id, told)
        assert [s.name for s in opened.speakers() if s.id == petra.id] == ["Nobody"]


def test_what_a_file_said_before_it_changed_leaves_no_trace(tmp_path):
    other = {**WORLD[1], "text": WORLD[1]["text"].replace("Petra Solveig", "Ilka Venn")}
    assert other != WORLD[1]
    changed = [other if row is WORLD[1] else row for row in WORLD]

    def read(name, *parts):
        return read_parts(tmp_path / name, parts, named=False)

    assert read("edited", WORLD, [other]) == read("new", changed)
    assert read("restored", changed, [WORLD[1]]) == read("old", WORLD)


def test_what_a_file_said_under_the_same_id_stays_as_an_earlier_state(tmp_path):
    other = {**WORLD[1], "text": WORLD[1]["text"].replace("Petra Solveig", "Ilka Venn")}
    found = read_parts(tmp_path / "edited", [WORLD, [other]])
    assert len(found.articles) == len(WORLD) + 1
    earlier = [i.article for i in found.articles if "replaced_by" in i.article.fields]
    assert ["Petra Solveig" in a.text for a in earlier] == [True]


def made_seventeenth(path):
    """Makes of an archive of today one of the seventeenth version: words of statements once more, ids in full."""
    with closing(sqlite3.connect(path)) as connection, connection:
        add_functions(connection)
        log = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%touched%'"
        )
        for (trigger,) in log.fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DROP TABLE touched")
        words = connection.execute("SELECT content, n FROM statement_words").fetchall()
        placed = connection.execute("SELECT place, owner FROM places").fetchall()
        forms = [(*row[:3], bytes(row[3])) for row in connection.execute("SELECT * FROM forms")]
        matched = connection.execute(
            "SELECT x.id, y.id, score FROM matches AS m JOIN articles AS x ON x.n = a JOIN articles AS y ON y.n = b"
        ).fetchall()
        matched = [(a, b, store.pack(stories.Match(a, b, score))) for a, b, score in matched]
        alike = connection.execute(
            "SELECT x.id, y.id, score FROM likenesses JOIN place_owners AS x ON x.n = a JOIN place_owners AS y ON y.n = b"
        ).fetchall()
        made = connection.execute(
            "SELECT story, chains, given FROM made JOIN made_by ON n = made_by"
        ).fetchall()
        connection.execute("DROP TABLE profiles")
        connection.execute("DROP TABLE waiting")
        connection.execute("DROP TABLE numbered")
        connection.execute("DROP TABLE feeds")
        connection.execute("ALTER TABLE listed DROP COLUMN title")
        for trigger in (
            *("statements_added", "statements_removed", "articles_unsaid", "articles_untied"),
            "articles_unplaced",
        ):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DROP VIEW statement_words")
        connection.execute("DROP TABLE statement_search")
        connection.execute("ALTER TABLE statements ADD COLUMN content TEXT NOT NULL DEFAULT ''")
        connection.executemany("UPDATE statements SET content = ? WHERE n = ?", words)
        for column in ("spans", "length"):
            connection.execute(f"ALTER TABLE statements DROP COLUMN {column}")
        of_words = [line for line in _statements(MIGRATIONS[0]) if "statement_search" in line]
        assert [line.split()[1] for line in of_words] == ["VIRTUAL", "TRIGGER", "TRIGGER"]
        for line in (*of_words, "INSERT INTO statement_search (statement_search) VALUES ('rebuild')"):
            connection.execute(line)
        connection.execute(
            "UPDATE raw_documents SET told = NULL,"
            " data = untied(data, size, (SELECT packed FROM articles WHERE id = told)) WHERE told IS NOT NULL"
        )
        connection.execute("DROP INDEX raw_documents_told")
        connection.execute("ALTER TABLE raw_documents DROP COLUMN told")
        for table in ("places", "forms", "made", "made_by", "matches"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE place_owners DROP COLUMN held")
        connection.execute(
            "CREATE TABLE places (place INTEGER NOT NULL, owner INTEGER NOT NULL REFERENCES place_owners (n),"
            " PRIMARY KEY (place, owner)) WITHOUT ROWID"
        )
        connection.execute("CREATE INDEX places_owner ON places (owner)")
        # The upper bits are whatever they were.
        connection.executemany("INSERT INTO places VALUES (? - (5 << 58), ?)", placed)
        connection.execute(
            "CREATE TRIGGER articles_unplaced AFTER DELETE ON articles BEGIN"
            " DELETE FROM places WHERE owner = (SELECT n FROM place_owners WHERE id = old.id);"
            " DELETE FROM place_owners WHERE id = old.id;"
            " UPDATE members SET gone = 1 WHERE member = old.id; END"
        )
        connection.execute(
            "CREATE TABLE forms (key INTEGER PRIMARY KEY, bearer TEXT, speaker TEXT, record TEXT NOT NULL)"
        )
        connection.execute("CREATE INDEX forms_bearer ON forms (bearer) WHERE bearer <> ''")
        connection.execute("CREATE INDEX forms_speaker ON forms (speaker) WHERE speaker <> ''")
        for key, _, _, record in forms:
            told = store.loads(FormCount, record)
            connection.execute(
                "INSERT INTO forms VALUES (?, ?, ?, ?)", (key, told.bearer or "", told.speaker or "", record)
            )
        connection.execute(
            "CREATE TABLE made (story TEXT PRIMARY KEY, chains TEXT NOT NULL, given TEXT NOT NULL DEFAULT '{}')"
            " WITHOUT ROWID"
        )
        connection.executemany("INSERT INTO made VALUES (?, ?, ?)", made)
        connection.execute(
            "CREATE TABLE matches (a TEXT NOT NULL, b TEXT NOT NULL, record TEXT NOT NULL,"
            " PRIMARY KEY (a, b)) WITHOUT ROWID"
        )
        connection.execute("CREATE INDEX matches_b ON matches (b)")
        connection.executemany("INSERT INTO matches VALUES (?, ?, ?)", matched)
        connection.execute("DROP TABLE likenesses")
        connection.execute(
            "CREATE TABLE likenesses (a TEXT NOT NULL, b TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (a, b))"
            " WITHOUT ROWID"
        )
        connection.executemany("INSERT INTO likenesses VALUES (?, ?, ?)", alike)
        connection.execute("PRAGMA user_version = 17")


def test_an_archive_of_the_seventeenth_version_holds_the_same_when_nothing_is_kept_twice(tmp_path):
    read_parts(tmp_path / "new", [WORLD])
    path = tmp_path / "new" / "onrecord.db"
    with Archive(path) as opened:
        held = everything(opened.corpus())
        hits = opened.search("said")
        raws = {i.article.id: opened.raw_of(i.article.id) for i in held.articles}
        titles = [(s.id, s.title) for s in opened.stories()]
    made_seventeenth(path)
    with Archive(path) as opened:
        assert store.listing.stories_as_called(opened.database.connection) == titles
        assert everything(opened.corpus()) == held
        assert opened.search("said") == hits != []
        assert {key: opened.raw_of(key) for key in raws} == raws
        with opened.database.reading() as connection:
            assert connection.execute("SELECT count(*) FROM raw_documents WHERE told IS NULL").fetchone() == (
                0,
            )
        opened.read([])
        assert everything(opened.corpus()) == held
        with opened.database.transaction() as connection:
            assert not list(check_search(connection))
            connection.execute("DELETE FROM articles")
            owned = (
                "SELECT 1 FROM places WHERE owner NOT IN (SELECT n FROM place_owners WHERE id LIKE 'story%')"
            )
            for of_articles in (owned, "SELECT 1 FROM statements", "SELECT 1 FROM matches"):
                assert connection.execute(of_articles).fetchall() == []


def made_ninth(path):
    """Makes of an archive of today one of the ninth version: every record a row of JSON as it is."""
    made_seventeenth(path)
    connection = sqlite3.connect(path)
    connection.create_function("inflated", 1, inflate)
    held = connection.execute("SELECT kind, owner, inflated(records) FROM derived").fetchall()
    told = connection.execute("SELECT id, inflated(statements) FROM articles").fetchall()
    with connection:
        connection.execute("ALTER TABLE statements ADD COLUMN record TEXT NOT NULL DEFAULT ''")
        for record in (record for _, records in told for record in json.loads(records)):
            connection.execute(
                "UPDATE statements SET record = ? WHERE id = ?", (json.dumps(record), record["id"])
            )
        connection.execute("ALTER TABLE articles DROP COLUMN statements")
        for column in ("record", "annotations", "speakers", "story_keys"):
            connection.execute(f"UPDATE articles SET {column} = inflated({column})")  # noqa: S608
        connection.execute("ALTER TABLE articles DROP COLUMN made_of")
        connection.execute("UPDATE copies SET record = inflated(record) WHERE record IS NOT NULL")
        connection.execute("DROP INDEX copies_replaced")
        connection.execute("ALTER TABLE copies DROP COLUMN replaced_by")
        connection.execute("DROP INDEX articles_told")
        for table in ("forms", "matches"):
            connection.execute(f"UPDATE {table} SET record = inflated(record)")  # noqa: S608
        for made in ("TRIGGER articles_added", "TRIGGER articles_removed", "VIEW article_words"):
            connection.execute(f"DROP {made}")
        connection.execute("DROP TABLE article_search")
        connection.execute("ALTER TABLE articles RENAME COLUMN packed TO text")
        connection.execute("UPDATE articles SET text = inflated(text)")
        of_words = [line for line in _statements(MIGRATIONS[0]) if "article_search" in line]
        assert [line.split()[1] for line in of_words] == ["VIRTUAL", "TRIGGER", "TRIGGER"]
        for line in (*of_words, "INSERT INTO article_search (article_search) VALUES ('rebuild')"):
            connection.execute(line)
        connection.execute("DROP TABLE derived")
        connection.execute("DROP TABLE derived_ids")
        connection.execute(
            "CREATE TABLE derived (kind TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL,"
            " position INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (kind, owner, id)) WITHOUT ROWID"
        )
        connection.execute("CREATE INDEX derived_id ON derived (kind, id)")
        for kind, owner, records in held:
            for n, record in enumerate(json.loads(records)):
                whole = "" if kind == "stories" else owner
                row = (kind, record["id"], whole, n, json.dumps(record))
                connection.execute("INSERT INTO derived VALUES (?, ?, ?, ?, ?)", row)
        placed = connection.execute("SELECT place, id FROM places JOIN place_owners ON n = owner").fetchall()
        connection.execute("DROP TRIGGER articles_unplaced")
        connection.execute("DROP TABLE places")
        connection.execute("DROP TABLE place_owners")
        connection.execute(
            "CREATE TABLE places (place INTEGER NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (place, owner))"
        )
        connection.execute("CREATE INDEX places_owner ON places (owner)")
        connection.executemany("INSERT INTO places VALUES (?, ?)", placed)
        connection.execute(
            "CREATE TRIGGER articles_unplaced AFTER DELETE ON articles BEGIN"
            " DELETE FROM places WHERE owner = old.id;"
            " UPDATE members SET gone = 1 WHERE member = old.id; END"
        )
        connection.execute("DROP TABLE listed")
        connection.execute("ALTER TABLE made DROP COLUMN given")
        connection.execute("ALTER TABLE corrections_applied DROP COLUMN joined_by")
        connection.execute("PRAGMA user_version = 9")
    connection.close()


def test_an_archive_of_the_ninth_version_holds_the_same_when_its_records_are_packed(tmp_path):
    whole = read_parts(tmp_path / "new", [WORLD])
    path = tmp_path / "new" / "onrecord.db"
    with Archive(path) as opened:
        origins = [o.id for o in opened.origins()]
        fallen = [opened.without(origin) for origin in origins]
        hits = opened.articles_with("said")
    made_ninth(path)
    with Archive(path) as opened:
        assert opened.articles_with("said") == hits != []
        assert [opened.record("origins", Origin, key).id for key in origins] == origins
        held = everything(opened.corpus())
        assert replace(held, articles=whole.articles) == whole
        assert [s for i in held.articles for s in i.statements] == [
            s for i in whole.articles for s in i.statements
        ]
        assert {s.id for s in opened.statements()} == {s.id for i in whole.articles for s in i.statements}
        assert [opened.without(origin) for origin in origins] == fallen
        opened.read([])
        assert everything(opened.corpus()) == held


def made_older(path):
    """Takes from an archive of today what the third version and later ones added."""
    made_ninth(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE copies")
        connection.execute("CREATE INDEX articles_place ON articles (path, item)")
        connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        connection.execute("DROP TRIGGER articles_parted")
        connection.execute("DROP INDEX articles_unjoined")
        connection.execute("ALTER TABLE articles DROP COLUMN joined")
        for table in (
            "forms",
            "form_places",
            "form_tallies",
            "voices",
            "corrections_applied",
            "chains_gone",
            "made",
            "stale",
            "raw_texts",
            "raw_documents",
            "removed",
            "own_outlets",
            "alerts",
            "watches",
        ):
            connection.execute(f"DROP TABLE {table}")
        for index in ("derived_id", "articles_outlet"):
            connection.execute(f"DROP INDEX {index}")
        for column in ("kind", "mode", "stance", "confidence"):
            connection.execute(f"ALTER TABLE statements DROP COLUMN {column}")
        connection.execute("PRAGMA user_version = 2")
    connection.close()


def test_an_archive_of_the_first_version_is_placed_again_at_the_next_reading(tmp_path):
    whole = read_parts(tmp_path / "new", [WORLD])
    made_older(tmp_path / "new" / "onrecord.db")
    with closing(sqlite3.connect(tmp_path / "new" / "onrecord.db")) as connection, connection:
        for kind, name in (("TRIGGER", "articles_unplaced"), ("INDEX", "articles_waiting")):
            connection.execute(f"DROP {kind} {name}")
        for table in ("places", "likenesses", "members"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Archive(tmp_path / "new" / "onrecord.db") as opened:
        assert opened.stories() == whole.stories
        opened.read([])
        again = everything(opened.corpus())
    assert replace(again, articles=whole.articles) == whole


def test_an_archive_of_the_second_version_joins_its_speakers_anew_at_the_next_reading(tmp_path):
    whole = read_parts(tmp_path / "new", [WORLD])
    path = tmp_path / "new" / "onrecord.db"
    made_older(path)
    with sqlite3.connect(path) as connection:
        for speaker in whole.speakers:
            row = ("speakers", speaker.id, store.dumps(speaker))
            connection.execute("INSERT INTO derived VALUES (?, ?, '', 0, ?)", row)
    connection.close()
    with Archive(path) as opened:
        opened.read([])
        again = everything(opened.corpus())
    assert replace(again, articles=whole.articles) == whole


def test_one_story_is_asked_for_without_the_others(archive, folder):
    archive.read(folder)
    corpus = archive.corpus()
    for story in corpus.stories:
        assert archive.story(story.id) == story
        ids = [i.article.id for i in archive.articles_of(story.id)]
        assert ids == sorted(story.article_ids)
        assert archive.utterances(story=story.id) == tuple(
            u for u in corpus.utterances if u.story_id == story.id
        )
        assert archive.relations(story=story.id) == tuple(
            r for r in corpus.relations if r.story_id == story.id
        )
        assert archive.conflicts(story=story.id) == tuple(
            c for c in corpus.conflicts if c.story_id == story.id
        )
        assert archive.timeline(story=story.id) == tuple(e for e in corpus.timeline if e.story_id == story.id)
        assert set(archive.positions(story=story.id)) <= set(corpus.positions)
    assert archive.utterances() == corpus.utterances
    with pytest.raises(ArchiveError, match="no story has the id"):
        archive.story("story-none")


def test_one_path_may_be_given_as_a_string(archive, folder):
    assert archive.read(str(folder / "old.txt")).paths == (str(folder / "old.txt"),)


@pytest.mark.parametrize("day", ["yesterday", "2031-3-4", "2031-02-30", "20310304", ""])
def test_a_filter_that_is_no_day_is_refused(archive, day):
    with pytest.raises(ValueError, match="not a day"):
        archive.statements(since=day)
    with pytest.raises(ValueError, match="not a day"):
        archive.statements(until=day)


def test_since_asks_for_what_cannot_have_been_said_before(archive, folder):
    archive.read(folder)
    dated = [s for s in archive.statements() if s.said.earliest and s.said.latest]
    assert dated
    loose = [s for s in dated if s.said.earliest < s.said.latest]
    with pytest.warns(UndatedWarning):  # noqa: PT031 - each question warns of those without a day
        for statement in dated:
            assert statement in archive.statements(since=statement.said.earliest)
            assert statement in archive.statements(until=statement.said.latest)
        assert all(s not in archive.statements(since=s.said.latest) for s in loose)


def test_what_has_no_day_is_never_left_out_in_silence(archive, folder):
    archive.read(folder)
    every = archive.statements()
    open_ = [s for s in every if not s.said.earliest]
    assert open_
    with pytest.warns(UndatedWarning, match=rf"^{len(open_)} more may belong"):
        sure = archive.statements(since="1900")
    assert [s for s in every if s not in open_] == sure
    assert archive.statements(since="1900", undated=True) == every


def test_statements_and_tables_are_narrowed_alike(archive, folder):
    archive.read(folder)
    item = next(i for i in archive.articles() if i.article.outlet and i.statements)
    asked = {"outlet": item.article.outlet, "story": archive.story_of(item.article.id).id}
    told = {s.id for s in archive.statements(**asked)}
    assert told >= {s.id for s in item.statements}
    assert {row["id"] for row in archive.table("statements", Filter(**asked))} == told
    assert {row["outlet"] for row in archive.table("articles", Filter(**asked))} == {item.article.outlet}
    assert {row["id"] for row in archive.table("stories", Filter(**asked))} == {asked["story"]}
    stance = item.statements[0].stance
    assert {s.stance for s in archive.statements(stance=stance)} == {stance}


def test_an_archive_that_is_not_there_is_made_only_when_asked_for(tmp_path):
    with pytest.raises(ArchiveError, match="create=True"):
        onrecord.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    onrecord.open(tmp_path / "none.db", create=True).close()
    onrecord.open(tmp_path / "none.db").close()
    assert onrecord.Archive is Archive


def test_a_brief_s_folder_is_opened_by_its_archive(tmp_path):
    onrecord.open(tmp_path / "onrecord.db", create=True).close()
    with onrecord.open(tmp_path) as opened:
        assert opened.path == tmp_path / "onrecord.db"


def test_one_speaker_is_that_of_all_and_comes_with_whom_it_speaks_for(archive, folder):
    archive.read(folder)
    everybody = {s.id: s for s in archive.speakers()}
    voices, _ = archive.voices(limit=100)
    assert voices
    for voice in voices:
        found, principals = archive.speaker(voice.id)
        assert replace(found, mentions=()) == replace(everybody[voice.id], mentions=())
        assert set(found.mentions) <= set(everybody[voice.id].mentions)
        assert [p.id for p in principals] == list(found.acts_for)
        assert [p.name for p in principals] == [everybody[p.id].name for p in principals]


def test_the_speakers_of_one_story_are_those_of_all_with_their_mentions_there(archive, folder):
    archive.read(folder)
    everywhere = {s.id: s for s in archive.speakers()}
    stories = archive.stories()
    for story in stories:
        members = set(story.article_ids)
        there = archive.speakers(story=story.id)
        assert [s.id for s in there] == [s.id for s in sorted(there, key=lambda s: (s.name, s.id))]
        for speaker in there:
            mentions = [m for m in everywhere[speaker.id].mentions if m.article_id in members]
            assert replace(everywhere[speaker.id], mentions=tuple(mentions)) == speaker
        said = {s.speaker_id for i in archive.articles_of(story.id) for s in i.statements}
        assert said - {None} <= {s.id for s in there}
    assert len(stories) > 1
    assert any(len(archive.speakers(story=s.id)) < len(everywhere) for s in stories)


QUESTIONS = {
    "articles": lambda a: list(a.articles()),
    "statements": lambda a: a.statements(),
    "speakers": lambda a: a.speakers(),
    "stories": lambda a: a.stories(),
    "story": lambda a: a.story("story-0"),
    "relations": lambda a: a.relations(),
    "conflicts": lambda a: a.conflicts(),
    "silences": lambda a: a.silences(),
    "findings": lambda a: a.findings("story-0"),
    "without": lambda a: a.without("origin-0"),
    "search": lambda a: a.search("gates"),
    "last_run": lambda a: a.last_run(),
    "corrections": lambda a: a.corrections(),
    "sources_of": lambda a: a.sources_of(["s-0"]),
    "correct": lambda a: a.correct(Correction("merge", ("A", "B"))),
    "corpus": lambda a: a.corpus(),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_to_a_broken_archive_is_answered_by_what_to_do(tmp_path, question):
    with Archive(tmp_path / "a.db") as opened:
        for table in (
            "runs",
            "corrections",
            "derived",
            "derived_ids",
            "statements",
            "articles",
            "article_search",
        ):
            opened._database.connection.execute(f"DROP TABLE {table}")
        with pytest.raises(ArchiveError, match=r"a\.db: .*changed by another program"):
            QUESTIONS[question](opened)
    with pytest.raises(ArchiveError, match="open it here"):
        QUESTIONS[question](opened)
