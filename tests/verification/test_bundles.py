"""A story in one file: another machine checks it and asks it; whatever was changed on the way is named."""

from __future__ import annotations

import json
import zipfile

import pytest

from onrecord.archive import Archive
from onrecord.errors import ArchiveError, UnreadableError
from onrecord.verification import open_bundle, write_bundle


@pytest.fixture(scope="module")
def bundle(made, tmp_path_factory):
    """The bundle of the story that two outlets tell."""
    with Archive(made / "onrecord.db") as archive:
        story = max(archive.stories(), key=lambda s: len(s.article_ids))
        return write_bundle(archive, story.id, tmp_path_factory.mktemp("out") / "story.zip")


def altered(bundle, path, change):
    """``bundle`` with its files changed by ``change``."""
    with zipfile.ZipFile(bundle) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def test_a_bundle_is_sound_and_opens_as_an_archive(made, bundle, tmp_path):
    found = open_bundle(bundle, tmp_path / "there")
    assert found.faults == ()
    assert all(found.manifest["as_in_the_whole_archive"].values())
    with Archive(made / "onrecord.db") as whole, Archive(found.archive) as part:
        (story,) = part.stories()
        assert part.utterances() == whole.utterances(story=story.id)
        assert {i.article.id for i in part.articles()} == set(story.article_ids)
        assert [s.name for s in part.speakers()] == [s.name for s in whole.speakers(story=story.id)]


def test_nothing_of_other_stories_goes_with_it(bundle):
    with zipfile.ZipFile(bundle) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
    assert b"Torvo" in whole
    assert b"Ferry" not in whole
    assert b"wells" not in whole


def test_equal_stories_are_equal_bytes_but_for_the_database(made, bundle, tmp_path):
    with Archive(made / "onrecord.db") as archive:
        story = max(archive.stories(), key=lambda s: len(s.article_ids))
        again = write_bundle(archive, story.id, tmp_path / "again.zip")
    with zipfile.ZipFile(bundle) as one, zipfile.ZipFile(again) as two:
        assert one.namelist() == two.namelist()
        for name in one.namelist():
            assert name in ("onrecord.db", "manifest.json") or one.read(name) == two.read(name)


CHANGES = {
    "a table": (lambda f: f.update({"tables/statements.jsonl": b"{}"}), "is not the file that"),
    "a raw document": (lambda f: f.update({next(n for n in f if n.startswith("raw/")): b"x"}), "other bytes"),
    "a file more": (lambda f: f.update({"../../evil": b"x"}), "is not listed"),
    "a file less": (lambda f: f.pop("tables/stories.jsonl"), "is listed but missing"),
    "no archive": (lambda f: f.update({"onrecord.db": b"x"}), "not a readable"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_on_the_way_is_named_and_nothing_is_opened(bundle, tmp_path, name):
    change, told = CHANGES[name]
    found = open_bundle(altered(bundle, tmp_path / "a.zip", change), tmp_path / "there")
    assert any(told in fault for fault in found.faults), found.faults
    assert found.archive is None
    assert not (tmp_path / "there").exists()
    assert not (tmp_path.parent / "evil").exists()


@pytest.mark.parametrize("files", [None, [1], {"onrecord.db": None}, {"onrecord.db": "x"}])
def test_a_list_of_files_that_is_none_is_a_fault(bundle, tmp_path, files):
    def change(held):
        told = json.loads(held["manifest.json"]) | {"files": files}
        held["manifest.json"] = json.dumps(told).encode()

    assert open_bundle(altered(bundle, tmp_path / "a.zip", change)).faults


def test_damage_anywhere_is_a_reason_or_a_fault(bundle, tmp_path):
    data = bundle.read_bytes()
    path = tmp_path / "a.zip"
    for at in range(40, len(data), len(data) // 12):
        path.write_bytes(data[:at] + bytes((data[at] ^ 0x55,)) + data[at + 1 :])
        try:
            found = open_bundle(path)
        except UnreadableError:
            continue
        assert found.faults or found.report.is_sound


def test_a_bundle_that_grows_beyond_reason_is_not_unpacked(bundle, tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.verification.bundles._FREE", 1 << 16)
    with zipfile.ZipFile(bundle) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in {**files, "raw/x": b"\0" * (250 * bundle.stat().st_size)}.items():
            made.writestr(name, data)
    with pytest.raises(UnreadableError, match="unpack to"):
        open_bundle(path)


DEEP = b"[" * 100_000


@pytest.mark.parametrize("manifest", [b"{}", b"[]", b"nonsense", b'{"format": "other"}', b"null", DEEP])
def test_what_is_no_bundle_is_refused(bundle, tmp_path, manifest):
    path = altered(bundle, tmp_path / "a.zip", lambda f: f.update({"manifest.json": manifest}))
    with pytest.raises(UnreadableError, match="no bundle"):
        open_bundle(path)
    (tmp_path / "b.zip").write_bytes(b"PK")
    with pytest.raises(UnreadableError, match="no bundle"):
        open_bundle(tmp_path / "b.zip")


def test_a_bundle_does_not_overwrite_an_archive(bundle, tmp_path):
    (tmp_path / "onrecord.db").write_bytes(b"mine")
    with pytest.raises(ArchiveError, match="already"):
        open_bundle(bundle, tmp_path)
    assert (tmp_path / "onrecord.db").read_bytes() == b"mine"


def test_the_manifest_names_what_everything_rests_on(bundle):
    with zipfile.ZipFile(bundle) as packed:
        manifest = json.loads(packed.read("manifest.json"))
    assert {"stages", "models", "packages", "onrecord"} <= manifest.keys()
    assert manifest["packages"]["python"]
    assert manifest["raw_by_hash_alone"] == []
