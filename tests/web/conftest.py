"""An archive of three invented articles, read once, and a browser that asks the app over it."""

from __future__ import annotations

import shutil

import pytest
from starlette.testclient import TestClient

from onrecord.archive import Archive
from onrecord.web import create_app

SLUICE_POST = """Published Time: 2031-03-05
Title: Sluice to open <b>soon</b>, minister says
Author: Harbour Post
Text:
Osten Brill, the water minister of Tarn, said on Tuesday that the sluice would open in May.
"The sluice will open unless the engineers find another crack," Brill said.
His spokeswoman, Lena Roth, said that 40 ships were waiting.
"""

SLUICE_WIRE = """Published Time: 2031-03-05
Title: Tarn to open the sluice
Author: Coastal Wire
Text:
The sluice of Tarn will open in May, the water minister Osten Brill said on Tuesday.
"The sluice will open," Brill said. Lena Roth, his spokeswoman, said that 60 ships were waiting.
"""

ORCHARD = """Published Time: 2029-10-11
Title: Pears fail in the Vennborg orchards
Author: Northern Gazette
Text:
Frost took nine pears in ten, the grower Mira Tal said on Thursday. "Nobody remembers such a spring," she said.
"""


@pytest.fixture(scope="session")
def read_once(tmp_path_factory):
    """The folder of the archive; to be copied, never written."""
    home = tmp_path_factory.mktemp("news")
    for name, text in (("post.txt", SLUICE_POST), ("wire.txt", SLUICE_WIRE), ("orchard.txt", ORCHARD)):
        (home / name).write_text(text, "utf-8")
    path = tmp_path_factory.mktemp("web") / "onrecord.db"
    with Archive(path) as archive:
        archive.read([home])
    return path


@pytest.fixture
def archive_file(read_once, tmp_path):
    """A copy of the archive for one test."""
    return shutil.copy(read_once, tmp_path / "onrecord.db")


@pytest.fixture
def browser(archive_file):
    """A browser on this machine."""
    with TestClient(create_app(archive_file), base_url="http://127.0.0.1:8431") as client:
        yield client


@pytest.fixture
def empty(tmp_path):
    """A browser that asks an archive without articles."""
    with TestClient(create_app(tmp_path / "onrecord.db"), base_url="http://127.0.0.1:8431") as client:
        yield client
