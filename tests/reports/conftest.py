"""Corpora for the reports, and one brief of each, written once."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from onrecord.reports import write_brief


def _load():
    """``invented.py`` beside this file; tests are no package, so it has no import path."""
    spec = importlib.util.spec_from_file_location("invented", Path(__file__).with_name("invented.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def invented():
    return _load()


@pytest.fixture(scope="session")
def tunnel(invented):
    return invented.tunnel()


@pytest.fixture(scope="session")
def hostile(invented):
    return invented.hostile()


@pytest.fixture(scope="session")
def empty(invented):
    return invented.empty()


@pytest.fixture(scope="session")
def briefs(tmp_path_factory, invented):
    """Name of a corpus -> the folder of its brief."""
    folders = {}
    corpora = {
        "tunnel": invented.tunnel(),
        "hostile": invented.hostile(),
        "empty": invented.empty(),
        "many": invented.many(70),
    }
    for name, corpus in corpora.items():
        folders[name] = tmp_path_factory.mktemp(name)
        write_brief(corpus, folders[name])
    return folders
