"""English: every word list and rule table, one module per stage that reads it."""

from __future__ import annotations
