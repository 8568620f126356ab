"""Arrays by what they hold; shapes stand where they are used."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

# What networks take and give.
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
# What forests ask and answer: features by pair, probabilities.
Table = npt.NDArray[np.float64]
