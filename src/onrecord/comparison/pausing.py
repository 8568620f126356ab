"""Commits from time to time, at points where what was written is consistent."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from onrecord import store

# How long comparing writes before what it wrote is committed. A few articles are done by then: readers see
# all of these or nothing.
_COMMIT_SECONDS = 30.0


@dataclass(slots=True)
class Pauses:
    """Called where what was written is whole, it commits that, once it took long enough."""

    database: store.Database
    _since: float = field(default_factory=time.monotonic)

    @property
    def is_due(self) -> bool:
        """Whether what was written would be committed."""
        return time.monotonic() - self._since >= _COMMIT_SECONDS

    def __call__(self) -> None:
        """What was written is whole.

        Raises:
            RetryError: another process wrote before this one could go on.
        """
        if self.is_due:
            self.database.commit_so_far()
            self._since = time.monotonic()
