"""Rules as data: one folder per language, reached through ``of(code)`` alone.

Nothing outside this package imports a language's folder. A second language begins with a folder whose modules
fill in the records of ``grammar`` and one line in ``_FOLDERS``.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from onrecord.languages.language import Language

# ISO 639-1 code -> folder here.
_FOLDERS: Final = {"en": "english"}
# Languages whose articles are searched for statements: those with a folder here.
READ: Final = tuple(_FOLDERS)
# The language of what has none: texts too short to tell, names joined across articles, archives' queries.
DEFAULT: Final = "en"


def of(code: str | None) -> Language:
    """The language with this code ("en", "en-GB"); one without a folder is read with the default's words.

    ``None``, where no article is at hand or its language is not known, gives the default.
    """
    primary = (code or DEFAULT).replace("_", "-").split("-")[0].lower()
    return _load(primary if primary in _FOLDERS else DEFAULT)


@cache
def _load(code: str) -> Language:
    return Language(code, f"{__name__}.{_FOLDERS[code]}")


__all__ = ["DEFAULT", "READ", "Language", "of"]
