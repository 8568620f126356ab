"""The command line: read articles into a brief, and ask an archive; one module a command.

Exit codes: 0 something was read or found, 1 nothing was, 2 the command was used wrongly, 3 the archive or
the models are unusable, 130 interrupted (the archive stays consistent).
"""

from __future__ import annotations

from onrecord.cli.application import app, main

__all__ = ["app", "main"]
