"""``python -m onrecord``: the command line, for when its script is not on the path."""

from __future__ import annotations

from onrecord.cli import main

main()
