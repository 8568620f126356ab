"""The archive's tables, as each version made them of those before: SQL alone, oldest first.

A migration that was once released is never edited. Full records are kept as deflated JSON beside the columns
that are searched, so that a new field needs no migration; ``schema.add_functions`` has what they call.
"""

from __future__ import annotations

from onrecord.store.first_migrations import EIGHTH, FIFTH, FIRST, FOURTH, NINTH, SECOND, SEVENTH, SIXTH, THIRD
from onrecord.store.touched import SCRIPT as TOUCHED

# Most of an archive was JSON that repeats itself. Records are deflated now, those of one article or owner
# together; those of statements stand with their article, apart from the columns by which they are found.
_PACKED = """
ALTER TABLE articles ADD COLUMN statements BLOB NOT NULL DEFAULT '[]';
UPDATE articles SET
    statements = (
        SELECT deflated('[' || coalesce(group_concat(record, ','), '') || ']')
        FROM (SELECT record FROM statements WHERE article_id = articles.id ORDER BY n)
    ),
    record = deflated(record), annotations = deflated(annotations), speakers = deflated(speakers),
    story_keys = deflated(story_keys);
ALTER TABLE statements DROP COLUMN record;
UPDATE copies SET record = deflated(record) WHERE record IS NOT NULL;
DROP INDEX derived_id;
ALTER TABLE derived RENAME TO derived_before;
CREATE TABLE derived (         -- what comes from comparing articles, replaced one owner at a time
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,       -- the story or storyline it belongs to; a story is its own
    records BLOB NOT NULL,
    UNIQUE (kind, owner)
);
CREATE TABLE derived_ids (     -- where a record is found by its id
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (kind, id, owner)
) WITHOUT ROWID;
INSERT INTO derived (kind, owner, records)
    SELECT kind, holder, deflated('[' || group_concat(record, ',') || ']')
    FROM (SELECT kind, iif(owner = '', id, owner) AS holder, record FROM derived_before
          ORDER BY kind, holder, position, id)
    GROUP BY kind, holder;
INSERT INTO derived_ids SELECT kind, id, iif(owner = '', id, owner) FROM derived_before;
DROP TABLE derived_before;
CREATE TABLE place_owners (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
INSERT INTO place_owners (id) SELECT DISTINCT owner FROM places;
ALTER TABLE places RENAME TO places_before;
CREATE TABLE places (          -- by what an article or a story is found; what the numbers are, stories know
    place INTEGER NOT NULL,
    owner INTEGER NOT NULL REFERENCES place_owners (n),
    PRIMARY KEY (place, owner)
) WITHOUT ROWID;
INSERT INTO places SELECT place, n FROM places_before JOIN place_owners ON id = owner;
DROP TABLE places_before;
CREATE INDEX places_owner ON places (owner);
DROP TRIGGER articles_unplaced;
CREATE TRIGGER articles_unplaced AFTER DELETE ON articles BEGIN
    DELETE FROM places WHERE owner = (SELECT n FROM place_owners WHERE id = old.id);
    DELETE FROM place_owners WHERE id = old.id;
    UPDATE members SET gone = 1 WHERE member = old.id;
END;
INSERT INTO article_search (article_search, rank) VALUES ('usermerge', 2);
INSERT INTO statement_search (statement_search, rank) VALUES ('usermerge', 2);
"""

# Stories as pages list and order them, without their records.
_LISTED = """
CREATE TABLE listed (
    story TEXT PRIMARY KEY,
    line TEXT NOT NULL,
    articles INTEGER NOT NULL,
    first TEXT,
    last TEXT
) WITHOUT ROWID;
CREATE INDEX listed_line ON listed (line);
INSERT INTO listed
    SELECT owner, json_extract(record, '$.storyline_id'), json_array_length(record, '$.article_ids'),
        json_extract(record, '$.first_published'), json_extract(record, '$.last_published')
    FROM (SELECT owner, json_extract(inflated(records), '$[0]') AS record FROM derived
          WHERE kind = 'stories');
"""

# Forms and matches were the last records that stood as plain JSON. What an article was made of tells whether
# reading its file again would make another one; for articles of an older archive that is not known. Records
# are found by the row that holds them, not by its owner's name.
_MADE_OF = """
ALTER TABLE articles ADD COLUMN made_of TEXT NOT NULL DEFAULT '';
UPDATE forms SET record = deflated(record);
UPDATE matches SET record = deflated(record);
ALTER TABLE derived_ids RENAME TO derived_ids_before;
CREATE TABLE derived_ids (     -- where a record is found by its id
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    holder INTEGER NOT NULL,   -- n of its row in derived
    PRIMARY KEY (kind, id, holder)
) WITHOUT ROWID;
INSERT INTO derived_ids SELECT i.kind, i.id, d.n FROM derived_ids_before AS i
    JOIN derived AS d ON d.kind = i.kind AND d.owner = i.owner;
DROP TABLE derived_ids_before;
"""

# What a file held before under the same id or address is kept where its words were others.
_STATES = """
ALTER TABLE copies ADD COLUMN replaced_by TEXT;  -- article of the later state; NULL where the file holds it
CREATE INDEX copies_replaced ON copies (replaced_by) WHERE replaced_by IS NOT NULL;
"""

# What searches tell of the articles of their matches: in its row an article's day stands behind all its text.
_TOLD = """
CREATE INDEX articles_told ON articles (id, outlet, earliest);
"""

# An article's text stood as it is, a tenth of an archive; the index of words asks for it through a view (with
# a generated column the file could not be opened where ``inflated`` is unknown). A record is found by a
# number made of its table and id, a third of what both took.
_SMALLER = """
DROP TRIGGER articles_added;
DROP TRIGGER articles_removed;
DROP TABLE article_search;
ALTER TABLE articles RENAME COLUMN text TO packed;
UPDATE articles SET packed = deflated(packed);
CREATE VIEW article_words AS SELECT n, title, inflated(packed) AS text FROM articles;
CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text, content = 'article_words', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO article_search (article_search) VALUES ('rebuild');
INSERT INTO article_search (article_search, rank) VALUES ('usermerge', 2);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_search (rowid, title, text) VALUES (new.n, new.title, inflated(new.packed));
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.n, old.title, inflated(old.packed));
END;
ALTER TABLE derived_ids RENAME TO derived_ids_before;
CREATE TABLE derived_ids (     -- where a record is found by its id
    key INTEGER NOT NULL,      -- of its table and id; two may share one
    holder INTEGER NOT NULL,   -- n of its row in derived
    PRIMARY KEY (key, holder)
) WITHOUT ROWID;
INSERT OR IGNORE INTO derived_ids SELECT keyed(kind, id), holder FROM derived_ids_before;
DROP TABLE derived_ids_before;
"""

# What a story was compared with: where that is as it was, what it gave is kept. Records of speakers, as
# archives up to the second version kept them, go: those are joined by now, or wait to be.
_GIVEN = """
ALTER TABLE made ADD COLUMN given TEXT NOT NULL DEFAULT '{}';  -- what of -> digest, as JSON
DELETE FROM derived_ids WHERE holder IN (SELECT n FROM derived WHERE kind = 'speakers');
DELETE FROM derived WHERE kind = 'speakers';
"""

# By which code chains were joined: forms are found by what it makes of names, so that other code did not find
# a form even among its own namesakes. Of an older archive it is not known: all chains are joined anew.
_JOINED_BY = """
ALTER TABLE corrections_applied ADD COLUMN joined_by TEXT NOT NULL DEFAULT '';
"""

# What a feed's server said of what was read of it last, sent back to be told only what is newer.
_FEEDS = """
CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL
) WITHOUT ROWID;
"""

# Nothing twice: 7.2 times the text became 5.9. The words of statements stand in their article's text, and
# so do those of a raw document: ``told`` says which text was its dictionary. Its own row tells the places of
# an owner, in 47 bits for 63; bearers and speakers are asked for by a number made of their names; by which
# code stories were made is alike in nearly all; matches name articles by their rows.
_NOT_TWICE = """
DROP TRIGGER statements_added;
DROP TRIGGER statements_removed;
DROP TABLE statement_search;
CREATE TABLE spans_before (id TEXT PRIMARY KEY, spans TEXT NOT NULL) WITHOUT ROWID;
INSERT OR IGNORE INTO spans_before
    SELECT json_extract(s.value, '$.id'), spanned(json_extract(s.value, '$.content'))
    FROM articles, json_each(iif(json_valid(inflated(statements)), inflated(statements), '[]')) AS s;
ALTER TABLE statements ADD COLUMN spans TEXT NOT NULL DEFAULT '';  -- of its words in the article's text
ALTER TABLE statements ADD COLUMN length INTEGER NOT NULL DEFAULT 0;  -- of these words
UPDATE statements SET length = length(content),
    spans = coalesce((SELECT spans FROM spans_before WHERE spans_before.id = statements.id), '');
ALTER TABLE statements DROP COLUMN content;
DROP TABLE spans_before;
CREATE VIEW statement_words AS SELECT s.n, s.speaker, said(a.packed, s.spans) AS content
    FROM statements AS s JOIN articles AS a ON a.id = s.article_id;
CREATE VIRTUAL TABLE statement_search USING fts5 (
    speaker, content, content = 'statement_words', content_rowid = 'n',
    tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO statement_search (statement_search) VALUES ('rebuild');
INSERT INTO statement_search (statement_search, rank) VALUES ('usermerge', 2);
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statement_search (rowid, speaker, content)
        SELECT new.n, new.speaker, said(packed, new.spans) FROM articles WHERE id = new.article_id;
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statement_search (statement_search, rowid, speaker, content)
        SELECT 'delete', old.n, old.speaker, said(packed, old.spans) FROM articles WHERE id = old.article_id;
END;
CREATE TRIGGER articles_unsaid BEFORE DELETE ON articles BEGIN  -- while its text is there
    DELETE FROM statements WHERE article_id = old.id;
END;
ALTER TABLE raw_documents ADD COLUMN told TEXT;  -- article whose text is the dictionary of data, if one is
CREATE INDEX raw_documents_told ON raw_documents (told) WHERE told IS NOT NULL;
CREATE TABLE told_before (sha256 TEXT PRIMARY KEY, told TEXT, data BLOB) WITHOUT ROWID;
INSERT INTO told_before SELECT d.sha256, a.id, tied(d.data, d.size, a.packed) FROM raw_documents AS d
    JOIN (SELECT sha256, min(article_id) AS article FROM raw_texts GROUP BY sha256) AS t
    ON t.sha256 = d.sha256 JOIN articles AS a ON a.id = t.article;
UPDATE raw_documents SET told = b.told, data = b.data FROM told_before AS b
    WHERE b.sha256 = raw_documents.sha256 AND b.data IS NOT NULL;
DROP TABLE told_before;
CREATE TRIGGER articles_untied BEFORE DELETE ON articles BEGIN
    UPDATE raw_documents SET data = untied(data, size, old.packed), told = NULL WHERE told = old.id;
END;
ALTER TABLE place_owners ADD COLUMN held BLOB NOT NULL DEFAULT '[]';  -- its places, ascending
UPDATE place_owners SET held = coalesce((
    SELECT deflated('[' || group_concat(place) || ']')
    FROM (SELECT DISTINCT place & 0x7fffffffffff AS place FROM places WHERE owner = n ORDER BY 1)
), '[]');
DROP TRIGGER articles_unplaced;
ALTER TABLE places RENAME TO places_before;
CREATE TABLE places (          -- by what an article or a story is found; what the numbers are, stories know
    place INTEGER NOT NULL,
    owner INTEGER NOT NULL,    -- n in place_owners; as a reference, each that goes would be looked for in all
    PRIMARY KEY (place, owner)
) WITHOUT ROWID;
INSERT OR IGNORE INTO places SELECT place & 0x7fffffffffff, owner FROM places_before;
DROP TABLE places_before;
CREATE TRIGGER articles_unplaced AFTER DELETE ON articles BEGIN
    DELETE FROM places WHERE owner = (SELECT n FROM place_owners WHERE id = old.id) AND place IN (
        SELECT value
        FROM place_owners AS o, json_each(iif(json_valid(inflated(o.held)), inflated(o.held), '[]'))
        WHERE o.id = old.id
    );
    DELETE FROM place_owners WHERE id = old.id;
    UPDATE members SET gone = 1 WHERE member = old.id;
END;
ALTER TABLE forms RENAME TO forms_before;
DROP INDEX forms_bearer;
DROP INDEX forms_speaker;
CREATE TABLE forms (           -- what chains tell of a speaker in equal words, counted
    key INTEGER PRIMARY KEY,
    bearer INTEGER,            -- the forms found to be one; NULL where each chain is a speaker of its own
    speaker INTEGER,           -- id of the speaker, users' corrections applied; NULL as above
    record BLOB NOT NULL
);
INSERT INTO forms
    SELECT key, iif(bearer <> '', numbered(bearer), NULL), iif(speaker <> '', numbered(speaker), NULL), record
    FROM forms_before;
DROP TABLE forms_before;
CREATE INDEX forms_bearer ON forms (bearer) WHERE bearer IS NOT NULL;
CREATE INDEX forms_speaker ON forms (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE made_by (         -- stage -> chain of digests by which records were made, as JSON
    n INTEGER PRIMARY KEY,
    chains TEXT NOT NULL UNIQUE
);
INSERT INTO made_by (chains) SELECT DISTINCT chains FROM made;
ALTER TABLE made RENAME TO made_before;
CREATE TABLE made (            -- of a story whose records were made: by which code, what of
    story TEXT PRIMARY KEY,
    made_by INTEGER NOT NULL REFERENCES made_by (n),
    given TEXT NOT NULL DEFAULT '{}'  -- what of -> digest, as JSON
) WITHOUT ROWID;
INSERT INTO made SELECT story, n, given FROM made_before JOIN made_by USING (chains);
DROP TABLE made_before;
ALTER TABLE matches RENAME TO matches_before;
CREATE TABLE matches (         -- how much two articles report the same happening; by id a < b
    a INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    record BLOB NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
INSERT INTO matches SELECT one.n, two.n, m.record FROM matches_before AS m
    JOIN articles AS one ON one.id = m.a JOIN articles AS two ON two.id = m.b;
DROP TABLE matches_before;
CREATE INDEX matches_b ON matches (b);
"""

# What a story is called: whoever looks for one by its words read the records of all.
_TITLED = """
ALTER TABLE listed ADD COLUMN title TEXT NOT NULL DEFAULT '';
UPDATE listed SET title = coalesce((
    SELECT json_extract(iif(json_valid(inflated(records)), inflated(records), '[]'), '$[0].title')
    FROM derived WHERE kind = 'stories' AND owner = story
), '');
"""

# What the forms of a speaker make of it: a page that names twenty people whom all news speak of put together
# some thousand forms, half of its time. Kept as speakers are joined; who has none is put together as before.
_PROFILES = """
CREATE TABLE profiles (
    speaker INTEGER PRIMARY KEY,   -- as in forms
    record BLOB NOT NULL
);
"""

# Comparing commits from time to time; what is left of it is told here.
_WAITING = """
CREATE TABLE waiting (         -- stories to be compared, storylines to be followed
    owner TEXT PRIMARY KEY,
    why TEXT NOT NULL          -- as store.waiting has it
) WITHOUT ROWID;
"""

# Both pairs by number, and of a match nothing but its score: 59 bytes of deflated JSON stood for eight.
_BY_NUMBER = """
ALTER TABLE matches RENAME TO matches_before;
CREATE TABLE matches (         -- how much two articles report the same happening; by id a < b
    a INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    score REAL NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
INSERT INTO matches SELECT a, b, scored(record) FROM matches_before;
DROP TABLE matches_before;
CREATE INDEX matches_b ON matches (b);
ALTER TABLE likenesses RENAME TO likenesses_before;
CREATE TABLE likenesses (      -- of two stories, both ways: n in place_owners
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
INSERT INTO likenesses SELECT one.n, two.n, score FROM likenesses_before
    JOIN place_owners AS one ON one.id = a JOIN place_owners AS two ON two.id = b;
DROP TABLE likenesses_before;
"""

# Numbers of statements are never given again, so that what was read of one holds for good.
_NUMBERED = """
CREATE TABLE numbered (last INTEGER NOT NULL);  -- the last number that a statement was given
INSERT INTO numbered SELECT coalesce(max(n), 0) FROM statements;
"""

MIGRATIONS: tuple[str, ...] = (
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH,
    SEVENTH,
    EIGHTH,
    NINTH,
    _PACKED,
    _LISTED,
    _MADE_OF,
    _STATES,
    _TOLD,
    _SMALLER,
    _GIVEN,
    _JOINED_BY,
    _FEEDS,
    _NOT_TWICE,
    _TITLED,
    _PROFILES,
    _WAITING,
    _BY_NUMBER,
    _NUMBERED,
    TOUCHED,
)
