"""Ending what runs beside the requests."""

from __future__ import annotations

import asyncio
from contextlib import suppress


async def cancel(task: asyncio.Task[None] | None) -> None:
    """End a task, and wait until it has ended; None was never begun."""
    if task is not None:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
