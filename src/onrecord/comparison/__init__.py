"""Compare what is new in an archive with what it holds, and leave alone what cannot have changed.

A story is looked at again when its articles, its storyline or the speakers of its statements may have
changed, or for whom these speak, and when one of its articles was read again since a stage's code or data
did, from that stage on (``stages``). It is compared again where something did (``given``), and its storyline
followed. The result equals that of comparing everything from the start, but for what later articles call a
speaker besides: older stories are not looked at again for that.
"""

from __future__ import annotations

from onrecord.comparison.comparing import compare_all, forget_compared
from onrecord.comparison.joining import heard
from onrecord.comparison.members import dated

__all__ = ["compare_all", "dated", "forget_compared", "heard"]
