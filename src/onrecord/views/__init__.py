"""What pages draw: a story, a speaker, an article, two articles, the index, each loaded alone."""

from __future__ import annotations
