"""RawDocument → Article: clean text with a map back to every raw character, and what it says about itself."""

from __future__ import annotations

from onrecord.articles.characters import normalise
from onrecord.articles.cleaning import clean
from onrecord.articles.explaining import Explanation, explain, explained

__all__ = ["Explanation", "clean", "explain", "explained", "normalise"]
