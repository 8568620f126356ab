"""Files of the package that are missing or no models are named as such."""

from __future__ import annotations

import pytest

from onrecord.errors import ModelError
from onrecord.models.loading import packaged_file
from onrecord.models.runtime import session


def test_a_missing_file_says_what_to_do():
    with pytest.raises(ModelError, match=r"nothing\.onnx .*reinstall"):
        packaged_file("nothing.onnx")


def test_what_is_no_model_is_refused():
    with pytest.raises(ModelError, match="cannot be loaded"):
        session(b"not a model", 1)
