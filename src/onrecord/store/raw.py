"""Raw documents: the bytes that articles were read from, compressed, once each; callers hold the transaction.

``raw_documents`` holds bytes by their SHA-256. ``raw_texts`` holds, for every file that an article stands in,
the part of the decoded document that its map points into: what a reader made of the bytes, so that a map can
be checked by a version that would decode them otherwise. Where a document is short, its text is compressed
with its bytes for a dictionary and costs next to nothing. So do its bytes: they are compressed with the text
of an article that was read from them, and ``told`` says of which; where that goes, they stand alone again.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from dataclasses import dataclass

from onrecord.errors import ArchiveError
from onrecord.records import Article, RawDocument
from onrecord.store.codec import inflate
from onrecord.store.copies import source_of

# Compressed bytes that are kept of one document: a page has 20 to 60 KB, an export of 6,000 articles 12 MB.
# Of a larger one the hash alone is.
MOST_KEPT = 16 * 1024 * 1024
# What one may unpack to, eight times the largest that is read whole: an archive may be somebody else's.
_MOST_UNPACKED = 256 * 1024 * 1024
# What DEFLATE can look back.
_WINDOW = 32 * 1024
# Bytes of a document up to which the text of an article is tried as its dictionary: pages. What stands
# further on than the window finds nothing in it, and a file of many articles would be tried for each.
_MOST_TIED = 4 * _WINDOW
# With each document the text that its bytes need.
_TEXT = "LEFT JOIN articles AS a ON a.id = d.told"


@dataclass(frozen=True, slots=True)
class KeptRaw:
    """The raw document of an article, as far as it is kept.

    ``text`` is the part from ``first`` of the decoded document, which ``Article.text_map`` points into;
    ``data`` is None where only the hash of the bytes is kept.
    """

    sha256: str
    media_type: str
    size: int
    data: bytes | None
    first: int
    text: str


def kept(raw: RawDocument) -> KeptRaw:
    """A raw document as it is kept beside an article."""
    data = raw.data or None
    text = raw.region.of(raw.text)
    return KeptRaw(raw.sha256, raw.media_type, len(raw.data), data, raw.region.start, text)


def put_raw(connection: sqlite3.Connection, article: Article, raw: KeptRaw) -> None:
    """Keep the raw document of an article as it stands in one file; what is there already stays.

    The article is there, or is put there next.
    """
    source, article_id = source_of(article.path), article.id
    asked = "SELECT sha256, first FROM raw_texts WHERE source = ? AND article_id = ?"
    held = connection.execute(asked, (source, article_id)).fetchone()
    if held == (raw.sha256, raw.first):
        return
    whole = _put_data(connection, raw, article)
    text = raw.text.encode("utf-8", "surrogatepass")
    connection.execute("DELETE FROM raw_texts WHERE source = ? AND article_id = ?", (source, article_id))
    connection.execute(
        "INSERT INTO raw_texts (source, article_id, sha256, first, text) VALUES (?, ?, ?, ?, ?)",
        (
            source,
            article_id,
            raw.sha256,
            raw.first,
            _pack(text, _dictionary(raw.data if whole else None)),
        ),
    )


def _put_data(connection: sqlite3.Connection, raw: KeptRaw, article: Article) -> bool:
    """Keep the document itself, unless it is there; whether its bytes are kept.

    With the article's text for a dictionary at once: where rows were written first and made smaller then,
    half of each page stayed empty.
    """
    asked = "SELECT data IS NOT NULL FROM raw_documents WHERE sha256 = ?"
    held = connection.execute(asked, (raw.sha256,)).fetchone()
    if held is not None:
        return bool(held[0])
    packed = _pack(raw.data, b"") if raw.data else None
    data = packed if packed is not None and len(packed) <= MOST_KEPT else None
    smaller = _tied(data, raw.size, article.text) if data and raw.size <= _MOST_TIED else None
    connection.execute(
        "INSERT INTO raw_documents (sha256, media_type, size, data, told) VALUES (?, ?, ?, ?, ?)",
        (raw.sha256, raw.media_type, raw.size, smaller or data, article.id if smaller else None),
    )
    return data is not None


def load_raw(connection: sqlite3.Connection, article_id: str) -> KeptRaw | None:
    """The raw document of an article as it is shown; None where none was kept.

    Raises:
        ArchiveError: what is kept cannot be unpacked.
    """
    row = connection.execute(
        "SELECT d.sha256, d.media_type, d.size, d.data, d.told, a.packed, t.first, t.text"  # noqa: S608
        " FROM copies AS c"
        " JOIN raw_texts AS t ON t.source = c.source AND t.article_id = c.article_id"
        f" JOIN raw_documents AS d ON d.sha256 = t.sha256 {_TEXT}"
        " WHERE c.article_id = ? AND c.record IS NULL ORDER BY c.source LIMIT 1",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    sha256, media_type, size, packed, told, article, first, text = row
    try:
        data = _data(packed, size, told, article)
        return KeptRaw(
            sha256,
            media_type,
            size,
            data,
            first,
            _unpack(text, _dictionary(data)).decode("utf-8", "surrogatepass"),
        )
    except (zlib.error, UnicodeDecodeError, ValueError, TypeError) as error:
        raise ArchiveError(f"the raw document of {article_id} is damaged: {error}") from error


def load_text(connection: sqlite3.Connection, source: str, article_id: str) -> str | None:
    """What a reader made of an article's part of a file; None where none was kept, or it is damaged."""
    row = connection.execute(
        "SELECT d.data, d.size, d.told, a.packed, t.text"  # noqa: S608 - own text
        f" FROM raw_texts AS t JOIN raw_documents AS d ON d.sha256 = t.sha256 {_TEXT}"
        " WHERE t.source = ? AND t.article_id = ?",
        (source, article_id),
    ).fetchone()
    if row is None:
        return None
    try:
        *told, text = row
        return _unpack(text, _dictionary(_data(*told))).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError, ValueError, TypeError):
        return None


def load_data(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """The bytes of a raw document; None where only the hash is kept.

    Raises:
        ArchiveError: it is not there, or cannot be unpacked.
    """
    row = connection.execute(
        f"SELECT d.data, d.size, d.told, a.packed FROM raw_documents AS d {_TEXT} WHERE d.sha256 = ?",  # noqa: S608
        (sha256,),
    ).fetchone()
    if row is None:
        raise ArchiveError(f"no raw document {sha256} is kept")
    try:
        return _data(*row)
    except (zlib.error, TypeError) as error:
        raise ArchiveError(f"the raw document {sha256} is damaged: {error}") from error


def is_whole(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether the bytes kept of a raw document are those that its hash was made of; true where none are.

    Raises:
        ArchiveError: as ``load_data``.
    """
    data = load_data(connection, sha256)
    return data is None or hashlib.sha256(data).hexdigest() == sha256


def tie(connection: sqlite3.Connection, article_id: str, text: str) -> None:
    """Let the documents of an article that is there by now take its text for a dictionary."""
    held = connection.execute(
        "SELECT d.sha256, d.data, d.size FROM copies AS c JOIN raw_texts AS t USING (source, article_id)"
        " JOIN raw_documents AS d ON d.sha256 = t.sha256"
        " WHERE c.article_id = ? AND d.told IS NULL AND d.data IS NOT NULL AND d.size <= ?",
        (article_id, _MOST_TIED),
    ).fetchall()
    for sha256, packed, size in held:
        smaller = _tied(packed, size, text)
        if smaller is not None:
            asked = "UPDATE raw_documents SET data = ?, told = ? WHERE sha256 = ?"
            connection.execute(asked, (smaller, article_id, sha256))


def tied(packed: bytes | None, size: int, article: bytes) -> bytes | None:
    """What was compressed alone, with an article's deflated text for a dictionary; None if not smaller."""
    return None if packed is None or size > _MOST_TIED else _tied(packed, size, inflate(article))


def _tied(packed: bytes, size: int, text: str) -> bytes | None:
    try:
        found = _pack(_unpack(packed, b"", size), text.encode())
    except (zlib.error, TypeError, UnicodeEncodeError):
        return None
    return found if len(found) < len(packed) else None


def untied(packed: bytes, size: int, article: bytes) -> bytes:
    """What ``tied`` was given; what is damaged stays as it is."""
    try:
        return _pack(_unpack(packed, inflate(article).encode(), size), b"")
    except (zlib.error, TypeError):
        return packed


def _data(packed: bytes | None, size: int, told: str | None, article: bytes | None) -> bytes | None:
    """The bytes of a document.

    Raises:
        zlib.error: they are damaged, or the text is another than they were compressed with.
    """
    if packed is None:
        return None
    return _unpack(packed, inflate(article or b"").encode() if told else b"", size)


def _dictionary(data: bytes | None) -> bytes:
    return data if data is not None and len(data) <= _WINDOW else b""


def _pack(data: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(6, zdict=dictionary) if dictionary else zlib.compressobj(6)
    return packer.compress(data) + packer.flush()


def _unpack(packed: bytes, dictionary: bytes, size: int | None = None) -> bytes:
    """At most ``size`` bytes and one, where it is known, and never more than ``_MOST_UNPACKED``."""
    unpacker = zlib.decompressobj(zdict=dictionary) if dictionary else zlib.decompressobj()
    most = _MOST_UNPACKED if size is None else min(size + 1, _MOST_UNPACKED)
    return unpacker.decompress(packed, most)
