"""For whom an organisation speaks by its name alone: the Kremlin for Russia."""

from __future__ import annotations

from onrecord.languages.english.speakers.countries import NATION_OF
from onrecord.languages.english.speakers.metonyms import METONYMS


def principals_of(name: str) -> list[str]:
    """Names of those for whom an organisation speaks by what it is called; a country speaks for itself."""
    low = name.casefold().removeprefix("the ")
    if low in METONYMS and METONYMS[low][1]:
        return [METONYMS[low][1] or ""]
    nation = NATION_OF.get(low) or (NATION_OF.get(low.split()[0]) if low.split() else None)
    return [nation] if nation and nation.casefold() != low else []
