"""What a speaker committed to on a topic, over the years."""

from __future__ import annotations
