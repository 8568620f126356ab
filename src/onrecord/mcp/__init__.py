"""An archive as tools for agents (Model Context Protocol): read-only, every answer with its source.

Needs the extra ``mcp``.
"""

from __future__ import annotations

from onrecord.mcp.server import create_server

__all__ = ["create_server"]
