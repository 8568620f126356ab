"""Newsrooms of the world: one name for each, whatever a text or an address calls it (``newsrooms.tsv``).

What stands in no row keeps the name that its text gives it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

from onrecord.articles.features import fold
from onrecord.languages.furniture import BRANCH_WORDS


class _Newsrooms(NamedTuple):
    by_name: dict[str, str]
    by_host: dict[str, str]


@cache
def _newsrooms() -> _Newsrooms:
    found = _Newsrooms({}, {})
    table = resources.files(__package__).joinpath("newsrooms.tsv").read_text(encoding="utf-8")
    for line in filter(None, table.splitlines()):
        if line.startswith("#"):
            continue
        name, hosts, *others = line.split("\t")
        found.by_host.update(dict.fromkeys(hosts.split(";"), name))
        for spelling in (name, *(other for cell in others for other in cell.split(";"))):
            found.by_name.setdefault(_key(spelling), name)
    return found


def _key(name: str) -> str:
    """A name to look up, without the article of several words: "The Sun" is a paper, "Sun" a day."""
    article, _, rest = name.partition(" ")
    return fold(rest if article.casefold() == "the" and " " in rest.strip() else name)


def newsroom_called(name: str) -> str | None:
    """The newsroom that bears ``name``, in its own spelling: "THE NEW YORK TIMES" → "The New York Times".

    So does a part of it, and its company: "CNN Business", "Le Monde in English", "… Company".
    """
    called, words = _newsrooms().by_name, name.split()
    found = called.get(_key(name))
    while found is None and len(words) > 1 and words[-1].lower().strip(".,") in BRANCH_WORDS:
        words.pop()
        found = called.get(_key(" ".join(words)))
    return found


def newsroom_at(host: str) -> str | None:
    """The newsroom whose pages a host serves, or one that it is part of: "uk.reuters.com" → "Reuters"."""
    hosts, labels = _newsrooms().by_host, host.lower().split(".")
    parents = (".".join(labels[n:]) for n in range(len(labels) - 1))
    return next((hosts[parent] for parent in parents if parent in hosts), None)
