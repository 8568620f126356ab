"""The first versions' tables of an archive: SQL alone, oldest first; ``migrations`` has the later ones."""

from __future__ import annotations

FIRST = """
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
SECOND = """
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
THIRD = """
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
FOURTH = """
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
FIFTH = """
CREATE TABLE made (            -- stage -> chain of digests by which a story's records were made, as JSON
    story TEXT PRIMARY KEY,
    chains TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE stale (story TEXT PRIMARY KEY) WITHOUT ROWID;  -- read again since a stage changed
"""

# How many corrections joined chains were held against: what the parts of chains depend on.
SIXTH = """
CREATE TABLE corrections_applied (number INTEGER NOT NULL);
INSERT INTO corrections_applied SELECT count(*) FROM corrections;
DROP TABLE chains_apart;
"""

# What searches narrow by, beside the record; and any derived record by its id.
SEVENTH = """
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
EIGHTH = """
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
NINTH = """
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
