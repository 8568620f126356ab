"""Countries, US states and what English calls their people and capitals, read from the lexicon's tables."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from importlib import resources
from typing import NamedTuple


class Region(NamedTuple):
    """A country, territory or state.

    ``names``: its own, then capitals and other names by which its government is called. ``code`` is ISO 3166,
    empty for a state.
    """

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]

    @property
    def called(self) -> tuple[str, ...]:
        """Every word that stands for it."""
        return self.names + self.demonyms


def _rows(table: str) -> list[list[str]]:
    text = resources.files("onrecord.languages.english").joinpath("lexicon", table).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def _several(cell: str) -> tuple[str, ...]:
    return tuple(value for value in cell.split(",") if value)


COUNTRIES = tuple(
    Region(code, (name, *_several(others)), _several(demonyms))
    for name, code, demonyms, others in _rows("countries.tsv")
)
STATES = tuple(
    Region("", (name, *_several(short)), _several(demonyms)) for name, demonyms, short in _rows("states.tsv")
)

# Places that are no country or state but occur everywhere in news; keeps them from being taken for people.
CITIES = frozenset(
    """
    new-york-city los-angeles chicago houston phoenix philadelphia san-antonio san-diego dallas austin
    san-francisco seattle denver boston detroit nashville portland las-vegas baltimore milwaukee atlanta
    miami cleveland orlando tampa brooklyn manhattan queens bronx long-island capitol-hill silicon-valley
    wall-street st-louis new-orleans pittsburgh cincinnati indianapolis charlotte sacramento des-moines
    salt-lake-city oklahoma-city kansas-city virginia-beach palm-beach mar-a-lago camp-david guantanamo-bay
    brussels geneva frankfurt munich hamburg milan naples barcelona zurich amsterdam rotterdam edinburgh
    glasgow belfast manchester birmingham liverpool st-petersburg crimea donetsk luhansk kharkiv odessa aleppo
    raqqa mosul basra gaza west-bank benghazi kandahar karachi lahore mumbai kolkata hong-kong shanghai
    guangzhou shenzhen osaka sydney melbourne toronto montreal vancouver quebec istanbul dubai
    johannesburg cape-town lagos rio-de-janeiro sao-paulo middle-east latin-america south-america
    north-america central-america western-hemisphere eastern-europe western-europe europe asia africa
    antarctica caribbean pacific atlantic mediterranean arctic balkans district-of-columbia scotland wales
    england northern-ireland northeast midwest ground-zero d.c. washington,-d.c.
    """.split(),
)

# any name, demonym or capital, in lower case -> the country's or state's name
NATION_OF: dict[str, str] = {word.casefold(): r.names[0] for r in COUNTRIES for word in r.called}
STATE_OF: dict[str, str] = {word.casefold(): r.names[0] for r in STATES for word in r.called}
DEMONYMS = frozenset(word.casefold() for r in (*COUNTRIES, *STATES) for word in r.demonyms)
PLACES = frozenset(
    {word.casefold() for r in (*COUNTRIES, *STATES) for word in r.names}
    | {city.replace("-", " ") for city in CITIES},
)
