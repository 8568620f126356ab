"""One reading of inputs into an archive: its progress, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not used: where it is, the reason, and the error's class name."""

    where: str
    reason: str
    error: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: ``stage`` in words, ``done`` of what it counts (articles, stories, pages).

    ``share``: the part of the stage's work that is done, from 0 to 1; ``left``: seconds that the rest will
    take at the present pace. None if unknown.
    """

    stage: str
    done: int
    share: float | None = None
    left: float | None = None


# What is counted in a file -> each value -> how often it occurs.
Understood = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Run:
    """One reading: what was asked for, what was read, what was skipped and why, and where the time went.

    ``unread``: by language, articles that were kept but not searched, because there are no rules for it.
    ``understood``: for each file read now, how many articles have each ``format``, how many
    ``parts`` have each label, and where ``title``, ``outlet``, ``byline`` and ``date`` were found.
    ``inputs``: number of articles by file. ``options``: settings that change the result.
    ``stages``: the digest of each stage's code and data; ``packages``: the versions of everything that runs.
    ``hashes``: by file, the SHA-256 of its raw document, or of the sorted hashes if there are several.
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
        """Articles that were found in the inputs, new or not."""
        return self.added + self.updated + self.known
