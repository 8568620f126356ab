"""Rules as data: one package per language."""

from __future__ import annotations

# Languages whose articles are searched for statements (ISO 639-1): those with a package here.
READ = ("en",)
