"""Articles that outgrow an archive: read by shard, joined by an engine, kept as Parquet by month.

    shards     inputs -> shards; a shard -> its articles, each alone
    grouping   their keys -> pairs -> stories and storylines, in bundles that nothing ties to one another
    speakers   their chains -> who is who
    comparing  bundles -> the tables of the output contract
    asking     a condition in words -> SQL;  importing: what it finds -> an archive

Stages, scores and joins are those of the archive: a lake's rows are the archive's rows.
"""

from __future__ import annotations

from onrecord.lake.asking import FIELDS, Condition, parse
from onrecord.lake.importing import bring
from onrecord.lake.making import make

__all__ = ["FIELDS", "Condition", "bring", "make", "parse"]
