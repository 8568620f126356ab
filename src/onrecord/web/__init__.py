"""The app: an archive's stories, speakers and articles in a browser, served from this machine."""

from __future__ import annotations

from onrecord.web.app import create_app

__all__ = ["create_app"]
