"""Which body issued a text that says it is a release: "MINISTRY OF HARBOURS | Press release | 3 May 2031"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord import languages
from onrecord.articles.imprints import is_company, undated
from onrecord.articles.marked import Marked
from onrecord.languages.page_asides import RELEASED

_PIECES = re.compile(r"(?:(?<!\s)\s++)?+[|·•;:]\s*+|(?<!\s)\s++[–—-]\s++")
# The state above the name of a ministry: "Republic of Leskara".
STATE = re.compile(
    r"(?:the )?(?:[^\W\d_]+ ){0,3}(?:republic|kingdom|commonwealth|federation) of [^\W\d_].*", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:(?:of|by|from|the) ){1,2}")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MOST_WORDS = 9
# Letters of a word that a name writes with a capital, but for its prepositions.
_LONG = 4


def issuer_in(front: Sequence[Marked]) -> str | None:
    """The body that the lines above a release name; None where none says that it is one."""
    above = [m.content for m in front if m.label != "headline"]
    if not any(RELEASED.search(content) for content in above):
        return None
    pieces = (piece.strip(" ,.") for content in above for piece in _PIECES.split(undated(content)))
    names = (_LEAD.sub("", RELEASED.sub("", piece).strip(" ,.")) for piece in pieces)
    return next(filter(_is_body, names), None)


def _is_body(name: str) -> bool:
    """Whether a name is a body's or a company's: capitals, and a noun of such in it."""
    words = _WORD.findall(name)
    if (
        STATE.fullmatch(name)
        or not 2 <= len(words) <= _MOST_WORDS
        or not all(w[0].isupper() for w in words if len(w) >= _LONG)
    ):
        return False
    lexicon = languages.of(None).lexicon
    return is_company(name) or any(word[0].isupper() and lexicon.has(word.lower(), "body") for word in words)
