"""Who runs the stages: this process, or several of this machine; the results are the same, in one order."""

from __future__ import annotations

from onrecord.engines.processes import Processes, processors
from onrecord.engines.runner import Ended, Here, Runner

__all__ = ["Ended", "Here", "Processes", "Runner", "processors"]
