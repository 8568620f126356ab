"""The audit against a copy of advisories: invented ones, and those of a lock file that they name."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import advisories

LOCK = (
    "tarn-reader==2.1.0 \\\n    --hash=sha256:" + "0" * 64 + "\nvenn==1.0 \\\n    --hash=sha256:" + "1" * 64
)


def advisory(name="Tarn.Reader", events=(), versions=(), **more):
    ranges = [{"type": "ECOSYSTEM", "events": list(events)}] if events else []
    package = {"ecosystem": "PyPI", "name": name}
    return {
        "id": "OSV-1",
        "modified": "2031-05-02T10:00:00Z",
        "summary": "reads  too\nfar",
        "affected": [{"package": package, "ranges": ranges, "versions": list(versions)}],
        **more,
    }


def lines(tmp_path, *known):
    for number, one in enumerate(known):
        (tmp_path / f"{number}.json").write_text(json.dumps(one))
    return advisories.found(tmp_path, LOCK)[2]


@pytest.mark.parametrize(
    ("events", "named"),
    [
        ([{"introduced": "0"}], True),
        ([{"introduced": "0"}, {"fixed": "2.1.0"}], False),
        ([{"introduced": "0"}, {"fixed": "2.1.1"}], True),
        ([{"introduced": "2.1.0"}], True),
        ([{"introduced": "2.1.1"}], False),
        ([{"introduced": "1.0"}, {"last_affected": "2.1.0"}], True),
        ([{"introduced": "1.0"}, {"last_affected": "2.0.9"}], False),
        ([{"introduced": "2.10"}, {"introduced": "0"}, {"fixed": "2.2"}], True),
        ([{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.0"}, {"fixed": "2.0.5"}], False),
        ([{"introduced": "0"}, {"fixed": "a later one"}], True),
    ],
)
def test_ranges(tmp_path, events, named):
    assert bool(lines(tmp_path, advisory(events=events))) == named


def test_versions_listed_names_and_withdrawals(tmp_path):
    assert lines(tmp_path, advisory(versions=["2.1.0"])) == ["tarn-reader 2.1.0: OSV-1 reads too far"]
    assert lines(tmp_path, advisory(versions=["2.0"])) == []
    assert lines(tmp_path, advisory("reader", versions=["2.1.0"])) == []
    assert lines(tmp_path, advisory(versions=["2.1.0"], withdrawn="2031-06-01T00:00:00Z")) == []


def test_a_zip_is_read_and_its_age_told(tmp_path, capsys, monkeypatch):
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "dev.lock").write_text(LOCK)
    monkeypatch.setattr(advisories, "HOME", tmp_path)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.writestr("OSV-1.json", json.dumps(advisory(versions=["2.1.0"])))
    assert advisories.main(tmp_path / "all.zip") == 1
    assert "1 of 1 entries match; the newest is of 2031-05-02" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"no zip", b""])
def test_what_is_no_copy_is_refused(tmp_path, content, capsys):
    (tmp_path / "all.zip").write_bytes(content)
    assert advisories.main(tmp_path / "all.zip") == 2
    (tmp_path / "empty").mkdir()
    assert advisories.main(tmp_path / "empty") == 2
    (tmp_path / "empty" / "a.json").write_text("[]")
    assert advisories.main(tmp_path / "empty") == 2
    assert "advisor" in capsys.readouterr().err


@pytest.mark.parametrize(("without", "named"), [((), False), (("events",), True)])
def test_a_range_without_bounds_is_looked_at(tmp_path, without, named):
    told = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.0"}]}
    one = advisory() | {"affected": [{"package": {"ecosystem": "PyPI", "name": "venn"}, "ranges": [told]}]}
    for key in without:
        del told[key]
    assert bool(lines(tmp_path, one)) is named
