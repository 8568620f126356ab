"""The archive's tables, as each version made them of those before: SQL alone, oldest first.

A migration that was once released is never edited. Full records are kept as deflated JSON beside the columns
that are searched, so that a new field needs no migration; ``deflated``, ``inflated`` and ``keyed`` are
``codec``'s.
"""

from __future__ import annotations

_FIRST = """
CREATE TABLE articles (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    item INTEGER NOT NULL,
    outlet TEXT,
    title TEXT,
    text TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    digest TEXT NOT NULL,      -- of all that was read off the article alone: equal digest, nothing to do
    own_dating TEXT NOT NULL,  -- by the article's own evidence alone
    redated INTEGER NOT NULL DEFAULT 0,  -- 1 when neighbours gave the dating that the record holds
    record TEXT NOT NULL,      -- Article without its text
    annotations TEXT NOT NULL, -- timexes and names
    speakers TEXT NOT NULL,    -- chains of mentions inside the article
    story_keys TEXT NOT NULL,  -- what grouping needs to know of it
    compared INTEGER NOT NULL DEFAULT 0  -- 0 until it was compared with the others
);
CREATE INDEX articles_place ON articles (path, item);
CREATE TABLE matches (         -- how much two articles report the same happening; a < b
    a TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    b TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    record TEXT NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX matches_b ON matches (b);
CREATE TABLE statements (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    speaker_id TEXT,
    speaker TEXT,
    content TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    record TEXT NOT NULL
);
CREATE INDEX statements_article ON statements (article_id);
CREATE INDEX statements_speaker ON statements (speaker_id);
CREATE TABLE derived (         -- what comes from comparing articles, replaced one owner at a time
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,       -- the story or storyline it belongs to; '' for speakers and stories
    position INTEGER NOT NULL, -- among the owner's
    record TEXT NOT NULL,
    PRIMARY KEY (kind, owner, id)
) WITHOUT ROWID;
CREATE TABLE corrections (n INTEGER PRIMARY KEY, made_at TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE runs (n INTEGER PRIMARY KEY, started_at TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text, content = 'articles', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE statement_search USING fts5 (
    speaker, content, content = 'statements', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_search (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.n, old.title, old.text);
END;
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statement_search (rowid, speaker, content) VALUES (new.n, new.speaker, new.content);
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statement_search (statement_search, rowid, speaker, content)
        VALUES ('delete', old.n, old.speaker, old.content);
END;
"""

# What grouping needs to place an article without loading the others. The articles of an older archive
# count as gone from their stories and wait to be placed again.
_SECOND = """
CREATE TABLE places (          -- by what an article or a story is found; what the numbers are, stories know
    place INTEGER NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (place, owner)
) WITHOUT ROWID;
CREATE INDEX places_owner ON places (owner);
CREATE TABLE likenesses (      -- of two stories, both ways
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE TABLE members (         -- article -> story, story -> storyline
    member TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0  -- 1 for an article that was removed or replaced since the last comparing
) WITHOUT ROWID;
CREATE INDEX members_owner ON members (owner);
CREATE INDEX members_gone ON members (owner) WHERE gone;
CREATE INDEX articles_waiting ON articles (id) WHERE NOT compared;
CREATE TRIGGER articles_unplaced AFTER DELETE ON articles BEGIN
    DELETE FROM places WHERE owner = old.id;
    UPDATE members SET gone = 1 WHERE member = old.id;
END;
INSERT OR IGNORE INTO members (member, owner, gone)
    SELECT article.value, story.id, 1
    FROM derived AS story, json_each(story.record, '$.article_ids') AS article
    WHERE story.kind = 'stories';
INSERT OR IGNORE INTO members (member, owner)
    SELECT id, json_extract(record, '$.storyline_id') FROM derived WHERE kind = 'stories';
UPDATE articles SET compared = 0;
"""

# What joining speakers needs to take in an article without the chains of the others. The articles of an older
# archive wait to be joined; its records of speakers stay until they are.
_THIRD = """
ALTER TABLE articles ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_unjoined ON articles (id) WHERE NOT joined;
CREATE TABLE forms (           -- what chains tell of a speaker in equal words, counted
    key INTEGER PRIMARY KEY,
    bearer TEXT,               -- the forms found to be one; empty where each chain is a speaker of its own
    speaker TEXT,              -- id of the speaker, users' corrections applied; empty as above
    record TEXT NOT NULL
);
CREATE INDEX forms_bearer ON forms (bearer) WHERE bearer <> '';
CREATE INDEX forms_speaker ON forms (speaker) WHERE speaker <> '';
CREATE TABLE form_places (     -- by what a form is found; what the numbers are, speakers know
    place INTEGER NOT NULL,
    form INTEGER NOT NULL,
    PRIMARY KEY (place, form)
) WITHOUT ROWID;
CREATE TABLE form_tallies (place INTEGER PRIMARY KEY, number INTEGER NOT NULL);
CREATE TABLE voices (          -- the articles in which a chain of a form says something
    form INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (form, article_id)
) WITHOUT ROWID;
CREATE TABLE chains_apart (id TEXT PRIMARY KEY) WITHOUT ROWID;  -- chains that users spoke of
CREATE TABLE chains_gone (speakers TEXT NOT NULL);  -- of articles removed since the last comparing
CREATE TRIGGER articles_parted AFTER DELETE ON articles WHEN old.joined BEGIN
    INSERT INTO chains_gone VALUES (old.speakers);
END;
"""

# Which files an article stands in. An older archive knows one path for each article, as it was written in
# whatever folder; "?:" marks it as such until it is read again.
_FOURTH = """
CREATE TABLE copies (
    source TEXT NOT NULL,      -- the file, from the root, links resolved
    article_id TEXT NOT NULL,  -- no foreign key: an article that is written anew keeps its copies
    item INTEGER NOT NULL,
    given TEXT NOT NULL,       -- id or address by which whoever made the file calls it; empty without
    title TEXT NOT NULL,
    path TEXT NOT NULL,        -- as the user wrote it
    reading INTEGER NOT NULL,  -- number of the last reading that found it there
    record TEXT,               -- Article without its text as it stands here; NULL where articles has it
    PRIMARY KEY (source, article_id)
) WITHOUT ROWID;
CREATE INDEX copies_article ON copies (article_id);
CREATE INDEX copies_item ON copies (source, item);
CREATE INDEX copies_given ON copies (source, given) WHERE given <> '';
CREATE INDEX copies_title ON copies (source, title) WHERE title <> '';
INSERT INTO copies (source, article_id, item, given, title, path, reading)
    SELECT CASE path WHEN '<stdin>' THEN path ELSE '?:' || path END, id, item,
        coalesce(json_extract(record, '$.given_id'), json_extract(record, '$.url'), ''),
        coalesce(title, ''), path, 0
    FROM articles;
DROP INDEX articles_place;
DROP TABLE meta;
"""

# What tells whether a story's records were made by the stages as they are now. Stories of an older archive
# are made again when one of their articles is read again.
_FIFTH = """
CREATE TABLE made (            -- stage -> chain of digests by which a story's records were made, as JSON
    story TEXT PRIMARY KEY,
    chains TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE stale (story TEXT PRIMARY KEY) WITHOUT ROWID;  -- read again since a stage changed
"""

# How many corrections joined chains were held against: what the parts of chains depend on.
_SIXTH = """
CREATE TABLE corrections_applied (number INTEGER NOT NULL);
INSERT INTO corrections_applied SELECT count(*) FROM corrections;
DROP TABLE chains_apart;
"""

# What searches narrow by, beside the record; and any derived record by its id.
_SEVENTH = """
ALTER TABLE statements ADD COLUMN kind TEXT;
ALTER TABLE statements ADD COLUMN mode TEXT;
ALTER TABLE statements ADD COLUMN stance TEXT;
ALTER TABLE statements ADD COLUMN confidence REAL;
UPDATE statements SET
    kind = json_extract(record, '$.kind'),
    mode = json_extract(record, '$.mode'),
    stance = json_extract(record, '$.stance'),
    confidence = json_extract(record, '$.confidence');
CREATE INDEX derived_id ON derived (kind, id);
CREATE INDEX articles_outlet ON articles (outlet);
"""

# What users' corrections put aside, so that taking one back brings it back; watches, and what they saw.
_CORRECTED = """
CREATE TABLE removed (         -- articles that users removed, as they were
    article_id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    story_keys TEXT NOT NULL,
    item TEXT NOT NULL         -- AnnotatedArticle
) WITHOUT ROWID;
CREATE TABLE own_outlets (     -- of articles whose outlet users gave: the one that was read
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    outlet TEXT
) WITHOUT ROWID;
CREATE TABLE watches (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alerts (          -- what a watch has shown; seen: until when it had been looked for
    n INTEGER PRIMARY KEY,
    watch TEXT NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (watch, key)
);
"""

# The raw documents that articles were read from: bytes by hash, and what a reader decoded of them. What an
# older archive holds is not there; it comes when a file is read again.
_RAW = """
CREATE TABLE raw_documents (
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,     -- of the bytes
    data BLOB                  -- compressed; NULL where the hash alone is kept
);
CREATE TABLE raw_texts (       -- by copy: what an article's map points into, in that file
    source TEXT NOT NULL,
    article_id TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES raw_documents (sha256),
    first INTEGER NOT NULL,    -- offset of this part in the decoded document
    text BLOB NOT NULL,        -- compressed
    PRIMARY KEY (source, article_id)
);
CREATE INDEX raw_texts_sha256 ON raw_texts (sha256);
CREATE TRIGGER copies_gone AFTER DELETE ON copies BEGIN
    DELETE FROM raw_texts WHERE source = old.source AND article_id = old.article_id;
END;
CREATE TRIGGER raw_texts_gone AFTER DELETE ON raw_texts BEGIN
    DELETE FROM raw_documents WHERE sha256 = old.sha256
        AND NOT EXISTS (SELECT 1 FROM raw_texts WHERE sha256 = old.sha256);
END;
"""

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

MIGRATIONS: tuple[str, ...] = (
    _FIRST,
    _SECOND,
    _THIRD,
    _FOURTH,
    _FIFTH,
    _SIXTH,
    _SEVENTH,
    _CORRECTED,
    _RAW,
    _PACKED,
    _LISTED,
    _MADE_OF,
    _STATES,
    _TOLD,
    _SMALLER,
    _GIVEN,
    _JOINED_BY,
)
