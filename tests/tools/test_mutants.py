"""Mutants run in a copy of the tree: a noticed one is killed, an unnoticed one survives and is printed."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

MODULE = "def larger(a, b):\n    return a if a > b else b\n\n\ndef idle():\n    return 3\n"
TEST = "from onrecord.sizes.pick import larger\n\n\ndef test_larger():\n    assert (larger(1, 2), larger(2, 1)) == (2, 2)\n"


@pytest.fixture
def tool(monkeypatch, tmp_path):
    """The tool, over a small tree: one function with a test, one without."""
    import mutants

    files = {
        "src/onrecord/__init__.py": "",
        "src/onrecord/sizes/__init__.py": "",
        "src/onrecord/sizes/pick.py": MODULE,
        "tests/sizes/test_pick.py": TEST,
        "tests/conftest.py": (Path(__file__).parents[1] / "conftest.py").read_text("utf-8"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    return mutants


def chosen(seed, number=3, folders=("sizes",)):
    from mutants import KINDS

    return argparse.Namespace(seed=seed, number=number, folders=list(folders), kinds=KINDS)


def test_the_sample_is_the_same_for_the_same_seed_and_holds_no_place_twice(tool):
    first = tool.sample(chosen(1))
    assert first == tool.sample(chosen(1))
    assert len({(m.path, m.start, m.kind) for m in first}) == len(first) == 3
    assert len(tool.sample(chosen(1, number=99))) == 4


def test_a_folder_that_is_not_there_is_named(tool):
    with pytest.raises(SystemExit, match="nowhere does not exist"):
        tool.sample(chosen(1, folders=["nowhere"]))


def test_named_changes_are_found_by_their_words_and_line(tool, tmp_path):
    file = tmp_path / "named.toml"
    file.write_text("[[mutant]]\npath='src/onrecord/sizes/pick.py'\nold='return'\nnew='yield'\nline=6\n")
    (mutant,) = tool.named(file)
    assert tool.line_of(mutant) == 6
    file.write_text("[[mutant]]\npath='src/onrecord/sizes/pick.py'\nold='return'\nnew='yield'\n")
    with pytest.raises(SystemExit, match="stands not once"):
        tool.named(file)


def test_tests_that_mirror_a_module_run_its_own_first_and_what_readers_see_last(tool, tmp_path):
    (tmp_path / "tests" / "golden").mkdir()
    costs = {"tests/golden/test_a.py": 0.1, "tests/sizes/test_all.py": 0.2, "tests/sizes/test_pick.py": 9.0}
    (mutant, *_) = tool.sample(chosen(1))
    assert tool.ordered(mutant, costs | {"tests/other/test_b.py": 0.1}) == [
        "tests/sizes/test_pick.py",
        "tests/sizes/test_all.py",
        "tests/golden/test_a.py",
    ]


def test_what_a_test_notices_is_killed_and_the_rest_survives(tool, tmp_path, monkeypatch, capsys):
    named = tmp_path / "named.toml"
    named.write_text(
        "[[mutant]]\npath='src/onrecord/sizes/pick.py'\nold='a > b'\nnew='a < b'\n"
        "[[mutant]]\npath='src/onrecord/sizes/pick.py'\nold='return 3'\nnew='return 4'\n"
    )
    monkeypatch.setattr(
        "sys.argv", ["mutants.py", "--file", str(named), "--jobs", "1", "--scratch", str(tmp_path)]
    )
    assert tool.main() == 1
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()[:2]] == ["killed", "survived"]
    assert "old = '''return 3'''\nnew = '''return 4'''" in out
    assert (tmp_path / "src/onrecord/sizes/pick.py").read_text() == MODULE


def test_what_its_own_tests_do_not_notice_is_tried_against_the_others_the_quickest_first(
    tool, tmp_path, monkeypatch
):
    asked = []

    def tested(what, *_):
        asked.append(what)
        return "killed" if "slow and not long" in what else "survived"

    monkeypatch.setattr(tool, "_tested", tested)
    (mutant, *_) = tool.sample(chosen(1))
    assert tool.run(mutant, tmp_path, {"tests/sizes/test_pick.py": 1.0}).outcome == "survived"
    assert tool.run(mutant, tmp_path, {"tests/sizes/test_pick.py": 1.0}, whole=True).outcome == "killed"
    own, others = ["tests/sizes/test_pick.py"], ["--ignore=tests/sizes/test_pick.py", "tests"]
    assert asked == [own, own, ["-m", "not slow", *others], ["-m", "slow and not long", *others]]


def test_a_test_that_fails_without_a_change_notices_none(tool, tmp_path):
    tool.check_others(tmp_path)
    (tmp_path / "tests" / "test_whatever.py").write_text("def test_never():\n    assert False\n")
    with pytest.raises(SystemExit, match="the unchanged tree fails"):
        tool.check_others(tmp_path)
