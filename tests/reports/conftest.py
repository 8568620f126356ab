"""Corpora for the reports, and one brief of each, written once."""

from __future__ import annotations

import pytest

import invented
from onrecord.reports import write_brief


@pytest.fixture(scope="session")
def tunnel():
    return invented.tunnel()


@pytest.fixture(scope="session")
def hostile():
    return invented.hostile()


@pytest.fixture(scope="session")
def empty():
    return invented.empty()


@pytest.fixture(scope="session")
def briefs(tmp_path_factory):
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
