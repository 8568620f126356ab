"""``python -m onrecord``: the command, where its script is not on the path."""

from __future__ import annotations

from onrecord.cli import main

main()
