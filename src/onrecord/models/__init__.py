"""The networks and trees that ship with the package: their files, checked, and the sessions that run them."""

from __future__ import annotations
