"""The interface of a tagger: one method."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from onrecord.records import Article, Reading


class Tagger(Protocol):
    """Finds attributions and names; everything else about statements is ``assemble``'s work."""

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading per article, in the order given; spans are offsets into ``Article.text``."""
        ...
