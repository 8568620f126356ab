"""The recipe that trains the tagger: ``python -m training.run``."""

from __future__ import annotations

import os

# Before any module here imports ONNX Runtime, for what it quantises: see ``onrecord.models.runtime``.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
