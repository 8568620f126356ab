"""Where texts and utterances come from: reprints, briefings, shared sources."""

from __future__ import annotations
