"""One reading of inputs into an archive: how far it is, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not used: where it stands, why, and the error's class name."""

    where: str
    reason: str
    error: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: ``stage`` in words, ``done`` of what it counts (articles, stories, pages).

    ``share``: the part of the stage's work that is done, from 0 to 1; ``left``: seconds that the rest takes
    at the pace so far. None where nothing tells.
    """

    stage: str
    done: int
    share: float | None = None
    left: float | None = None


# What is counted of a file -> each of its values -> how often.
Understood = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Run:
    """One reading: what was asked, what was read, what was skipped and why, where the time went.

    ``unread``: articles by language that were kept but not searched, for want of rules for it.
    ``understood``: by file that was read now, how many of its articles were of which ``format``, how many
    ``parts`` of each label they have, where their ``title``, ``outlet``, ``byline`` and ``date`` stood.
    ``inputs``: articles by the file they were read from. ``options``: what reading depended on.
    ``stages``: the digest of each one's code and data; ``packages``: the versions of all that it runs on.
    ``hashes``: by file, the SHA-256 of its one raw document, or of those of all that was read from it.
    """

    version: str
    started_at: str
    paths: tuple[str, ...]
    added: int = 0
    updated: int = 0
    known: int = 0
    skipped: tuple[Skipped, ...] = ()
    unread: dict[str, int] = field(default_factory=dict)
    inputs: dict[str, int] = field(default_factory=dict)
    understood: dict[str, Understood] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    models: dict[str, str] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    packages: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Articles that were read, new or not."""
        return self.added + self.updated + self.known
