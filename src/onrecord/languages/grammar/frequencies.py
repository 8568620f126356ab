"""What a language supplies to tell how rare a word is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class Frequencies(Grammar):
    """In how many of ``articles`` a word stands.

    ``bands``: n -> the words, separated by white space, that about 2 ** (n / 2) articles hold; every other
    word counts as standing in ``unlisted`` of them.
    """

    section: ClassVar[str] = "frequencies"
    articles: int
    unlisted: float
    bands: Mapping[int, str]
