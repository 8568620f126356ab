"""What a condition finds in a lake, into an archive: articles as each was read, compared there anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import store
from onrecord.engines import Duck
from onrecord.engines.duck import Row
from onrecord.engines.tasks import Keyed
from onrecord.errors import ArchiveError
from onrecord.lake.asking import Condition
from onrecord.lake.layout import Layout
from onrecord.records import AnnotatedArticle
from onrecord.stories import StoryKeys

_MEANT = """
CREATE TABLE meant AS SELECT DISTINCT a.id FROM articles AS a
    LEFT JOIN statements AS s ON s.article_id = a.id
    LEFT JOIN (SELECT id, title, storyline_id, unnest(article_ids) AS article_id FROM stories) AS t
    ON t.article_id = a.id
    WHERE
"""
_READ = """
SELECT record, keys, e.sha256, d.media_type, d.size, d.data, first, raw_text FROM every AS e
    JOIN meant USING (id) LEFT JOIN documents AS d ON d.sha256 = e.sha256
    QUALIFY row_number() OVER (PARTITION BY e.id ORDER BY path, item) = 1 ORDER BY path, item
"""


def bring(home: Path, condition: Condition) -> Iterator[tuple[Keyed, store.raw.KeptRaw]]:
    """The articles of the lake at ``home`` that ``condition`` means, as they were read; with their documents.

    Raises:
        ArchiveError: there is no lake, or a damaged one.
    """
    layout = Layout(home)
    told = layout.opened()
    with TemporaryDirectory(prefix="onrecord-") as folder, Duck(Path(folder)) as duck:
        for name in ("articles", "statements", "stories"):
            duck.view(name, [home / file for file in told["files"] if file.startswith(f"{name}/")])
        duck.run(f"{_MEANT} {condition.sql}", condition.parameters)
        duck.view("every", [layout.read / f"{shard}.parquet" for shard in told["shards"]])
        duck.view("documents", [layout.read / f"{shard}.raw.parquet" for shard in told["shards"]])
        for row in duck.ask(_READ):
            try:
                yield _unpacked(row)
            except (TypeError, AttributeError, ValueError) as error:  # nothing where something must be
                raise ArchiveError(f"{home}: an article of the lake is damaged ({error})") from error


def _unpacked(row: Row) -> tuple[Keyed, store.raw.KeptRaw]:
    """The article of a row, and the document that it was read from."""
    record, keys, sha256, kind, size, data, first, text = row
    item = store.loads(AnnotatedArticle, record)
    store.loads(StoryKeys, keys)  # which whoever compares it asks for
    words = text.decode("utf-8", "surrogatepass")
    return Keyed(item, store.inflate(keys)), store.raw.KeptRaw(sha256, kind, size, data, first, words)
