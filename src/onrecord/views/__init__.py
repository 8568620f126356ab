"""What pages draw: a story, a speaker, an article, two articles, the index, each loaded alone from the archive."""

from __future__ import annotations
