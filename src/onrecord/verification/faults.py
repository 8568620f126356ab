"""What can be wrong with an archive, by what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# file: the database itself; schema: tables and indexes; article: what was read off one, made again from its
# file; raw: the evidence, which nothing brings back but a copy; derived, search: made again from the
# articles; correction: a user's word that cannot be read.
Kind = Literal["file", "schema", "article", "raw", "derived", "search", "correction"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be: ``where`` names the article, record or table."""

    kind: Kind
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.what}"
