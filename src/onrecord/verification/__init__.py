"""Checks that an archive is sound (every span, map, hash and reference), and repairs what can be repaired."""

from __future__ import annotations

from onrecord.verification.bundles import Bundle, open_bundle, write_bundle
from onrecord.verification.checking import Report, verify
from onrecord.verification.faults import Fault
from onrecord.verification.repairing import Repair, repair

__all__ = ["Bundle", "Fault", "Repair", "Report", "open_bundle", "repair", "verify", "write_bundle"]
