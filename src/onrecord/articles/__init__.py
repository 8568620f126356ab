"""Raw documents to articles: clean text with an exact map back."""

from __future__ import annotations
