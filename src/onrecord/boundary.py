"""The boundary around the work on one article: a failure inside is reported, and the rest goes on.

Errors that a reader raises over an input's bytes are handled in ``sources.boundaries``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.errors import FatalError, ItemError, RetryError
from onrecord.records import Skipped


@contextmanager
def item(where: str, on_skip: Callable[[Skipped], None]) -> Iterator[None]:
    """A boundary; ``where`` names the item, where the error does not.

    Raises:
        FatalError, RetryError: they concern the whole run.
    """
    try:
        yield
    except ItemError as error:
        on_skip(Skipped(error.where, error.reason, type(error).__name__))
    except (FatalError, RetryError):
        raise
    except Exception as error:  # noqa: BLE001 - no article may end the run, whatever it makes a stage raise
        on_skip(Skipped(where, _reason(error), type(error).__name__))


def _reason(error: Exception) -> str:
    """What kind of thing kept an article from being read."""
    if isinstance(error, RecursionError):
        return "not understood: something in it is nested too deep"
    if isinstance(error, MemoryError):
        return "not understood: it takes more memory than there is"
    return f"not understood ({type(error).__name__}: {error})"[:300]
