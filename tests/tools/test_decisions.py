"""A decision tells its outcomes, and stays what it was."""

from __future__ import annotations

import ast

import pytest


def untaken(source, *given):
    """The outcomes that a function ``f`` of ``source`` never had for what it was given, in words."""
    from decisions import NAME, Decisions, Watching

    found = Decisions()
    tree = Watching("folder/x.py", found).visit(ast.parse(source))
    module = {NAME: found}
    exec(compile(ast.fix_missing_locations(tree), "x.py", "exec"), module)  # noqa: S102 - what is looked at
    plain = {}
    exec(source, plain)  # noqa: S102
    for values in given:
        assert module["f"](*values) == plain["f"](*values)
    return [f"{place.partition(': ')[2]} {outcome}" for place, outcome in found.untaken()]


def test_a_comparison_is_met_on_its_edge_or_not():
    source = "def f(a, b):\n    return a < b"
    assert untaken(source, (1, 2), (2, 1)) == ["a < b equal"]
    assert untaken(source, (1, 2), (2, 2)) == []


def test_a_condition_is_met_both_ways_or_not():
    source = "def f(a):\n    return 1 if a else 2"
    assert untaken(source, (1,)) == ["a false"]
    assert untaken(source, (1,), (0,)) == []


def test_the_second_part_of_a_guard_is_met_only_behind_the_first():
    source = "def f(a, b):\n    return a is not None and b"
    assert untaken(source, (None, 1), (1, 1)) == ["b false"]
    assert untaken(source, (None, 1), (1, 1), (1, 0)) == []


def test_a_loop_and_a_comprehension_have_conditions():
    source = "def f(a):\n    while a:\n        a -= 1\n    return [x for x in range(a) if x]"
    assert untaken(source, (0,)) == ["a true", "x true", "x false"]


@pytest.mark.parametrize("source", ["def f(a: 1 < 2): return a", "def f(a):\n    b: 1 < 2 = a\n    return b"])
def test_annotations_decide_nothing(source):
    assert untaken(source, (1,)) == []


def test_comparisons_in_a_row_stay_lazy():
    assert untaken("def f(a, b):\n    return 0 < a < 1 // b", (0, 0)) == []


def test_modules_of_the_folders_that_are_named_are_watched_and_no_others():
    from decisions import Decisions, Finder, Loader

    find = Finder(["text", "pipeline.py"], Decisions()).find_spec
    import onrecord
    import onrecord.text

    assert isinstance(find("onrecord.text.view", onrecord.text.__path__).loader, Loader)
    assert isinstance(find("onrecord.pipeline", onrecord.__path__).loader, Loader)
    assert find("onrecord.texts", onrecord.__path__) is None
    assert find("onrecord.languages", onrecord.__path__) is None
