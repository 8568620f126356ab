"""Boosted decision trees over named features, run by ONNX Runtime.

``training/forests.py`` writes the graph: ``features (N, F) -> odds (N, 1)``, both double, with the features'
names and the version in its metadata. All rows of a story are scored in one call; a row's score does not
depend on the others.
"""

from __future__ import annotations

import numpy as np

from onrecord.errors import ModelError
from onrecord.models.arrays import Table
from onrecord.models.manifest import PACKAGED
from onrecord.models.runtime import session

_BOUND = 30.0  # log-odds beyond which a probability is 0 or 1 for every purpose


class Forest:
    """One ONNX session; ``names`` are the features in the order of the columns, ``version`` the training run.

    Raises:
        ModelError: ``model`` is no forest.
    """

    def __init__(self, model: bytes) -> None:
        self._session = session(model)
        kept = self._session.get_modelmeta().custom_metadata_map
        if not {"features", "version"} <= kept.keys():
            raise ModelError("a packaged model is not a forest: it does not name its features")
        self.names = tuple(kept["features"].split())
        self.version = str(kept["version"])

    def score(self, table: Table) -> Table:
        """Probabilities, shape ``(rows,)``, of features of shape ``(rows, len(names))``."""
        (odds,) = self._session.run(["odds"], {"features": np.ascontiguousarray(table, dtype=np.float64)})
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds[:, 0], -_BOUND, _BOUND))))


def packaged(name: str) -> Forest:
    """The forest ``name`` that ships with the package.

    Raises:
        ModelError: its file is missing or is not the one that was trained.
    """
    return Forest(PACKAGED.read(name))
