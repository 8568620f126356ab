"""How often Python collects reference cycles: set by our programs, never for users of the library."""

from __future__ import annotations

import gc

# Objects made, less those gone, before Python looks. At its own 700 it looks 800 times while 60 articles
# are read, a tenth of the time outside the networks; at this 40 times, a thirtieth, in as much memory.
_EVERY = 10_000


def collect_rarely() -> None:
    """Look for garbage less often from now on: a trait of the process, so whoever calls this owns it."""
    gc.set_threshold(_EVERY)
