"""Where the stages run: this process, several processes, or several machines, with the same result.

``Duck`` brings the joins of what outgrows an archive.
"""

from __future__ import annotations

from onrecord.engines.cluster import Cluster
from onrecord.engines.duck import Duck
from onrecord.engines.processes import Processes, processors
from onrecord.engines.runner import Ended, Here, Runner

__all__ = ["Cluster", "Duck", "Ended", "Here", "Processes", "Runner", "processors"]
