"""How tests run (where they write, which are slow or long), and three invented articles that many read.

The articles are two outlets on one briefing, and one report years earlier.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

# Reference cycles are collected less often: this saves a tenth of the processor time of all tests.
gc.set_threshold(100_000, 50, 100)

# Tests write to memory where there is plenty: otherwise SQLite waits for the disk some thousand times.
MEMORY, PLENTY = Path("/dev/shm"), 4 << 30  # noqa: S108 - each run makes a folder of its own there
if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > PLENTY:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

# No deadline: how long an example takes depends on how busy the machine is. ``mutants`` is for tools/mutants.py:
# few examples, the same ones each time. ``deep`` is for once in a while: ``DEEP`` times the examples of each
# property, also where a test says how many.
settings.register_profile("plain", deadline=None)
settings.register_profile("deep", deadline=None)
settings.register_profile("mutants", deadline=None, derandomize=True, max_examples=25, database=None)
settings.load_profile("plain")
DEEP = 20

# Tests that run the whole product, its commands or its models on much text, or that draw many examples: each
# takes a fifth of a second or more. ``make fast`` leaves them out.
SLOW = (
    "tests/articles/test_breaks.py::test_long_hostile_text",
    "tests/articles/test_explaining.py::test_a_run_tells",
    "tests/articles/test_hostile.py",
    "tests/articles/test_map.py",
    "tests/cli/test_exits.py",
    "tests/coreference/test_resolve.py::test_odd_text",
    "tests/dates/test_expressions.py::test_any_digits",
    "tests/dates/test_expressions.py::test_long_lines",
    "tests/dates/test_finder.py::test_any_row",
    "tests/dates/test_finder.py::test_one_long_line",
    "tests/dates/test_publishing.py::test_any_article",
    "tests/dates/test_stamps.py::test_any_field",
    "tests/docs/test_architecture.py",
    "tests/docs/test_cli_reference.py",
    "tests/evals/test_edits.py::test_what_invented_edits",
    "tests/evals/test_sets.py::test_the_scorer",
    "tests/golden/",
    "tests/identity/",
    "tests/languages/test_quotations.py::test_many_marks",
    "tests/languages/test_wordings.py::test_any_text",
    "tests/languages/test_words.py::test_a_megabyte",
    "tests/mcp_server/",
    "tests/models/test_crossencoder.py",
    "tests/models/test_encoding.py::test_a_megabyte",
    "tests/models/test_encoding.py::test_windows_hold",
    "tests/models/test_vectors.py",
    "tests/origins/test_reuse.py",
    "tests/positions/test_topics.py::test_order_does_not_matter",
    "tests/records/test_schema.py",
    "tests/relations/test_find.py::test_odd_text",
    "tests/reports/test_brief.py",
    "tests/reports/test_citations.py::test_collation",
    "tests/reports/test_correction_table.py::test_a_table_that_nobody",
    "tests/reports/test_exports.py::test_annotations_are_read",
    "tests/reports/test_exports.py::test_each_export",
    "tests/reports/test_exports.py::test_parquet",
    "tests/reports/test_frames.py",
    "tests/reports/test_index.py::test_one_file_holds",
    "tests/reports/test_marks.py::test_any_spans",
    "tests/reports/test_points.py",
    "tests/reports/test_scales.py::test_later_is",
    "tests/revisions/",
    "tests/sources/test_archives.py::test_a_warc",
    "tests/sources/test_date_order.py::test_what_is_looked_at_first",
    "tests/sources/test_faults.py::test_mail_nested",
    "tests/sources/test_faults.py::test_no_bytes_raise",
    "tests/sources/test_faults.py::test_values_nested",
    "tests/sources/test_hostile.py::test_a_row_numbered",
    "tests/sources/test_hostile.py::test_entities_that_grow",
    "tests/sources/test_hostile.py::test_many_headings",
    "tests/sources/test_plain_text.py::test_regions_ascend",
    "tests/sources/test_read.py::test_limits",
    "tests/statements/test_embedded.py::test_endless",
    "tests/statements/test_forms.py::test_many_statements",
    "tests/statements/test_bearings.py::test_what_the_packaged",
    "tests/statements/test_neural.py",
    "tests/statements/test_neural_decoding.py::test_choices",
    "tests/statements/test_neural_decoding.py::test_the_best_path",
    "tests/statements/test_parted.py::test_the_reader_gives",
    "tests/statements/test_unread.py::test_endless",
    "tests/store/test_codec.py::test_records_are_picked",
    "tests/store/test_codec.py::test_two_threads",
    "tests/store/test_codec.py::test_what_goes_in",
    "tests/store/test_copies.py::test_a_rolling_feed",
    "tests/store/test_copies.py::test_the_copy_that_is_shown",
    "tests/store/test_pages.py::test_paging_has",
    "tests/store/test_search.py::test_no_input",
    "tests/store/test_states.py",
    "tests/stories/test_group.py::test_odd_text",
    "tests/stories/test_group.py::test_pairwise",
    "tests/stories/test_told.py::test_those_that_are_one",
    "tests/test_archive.py",
    "tests/test_cli.py",
    "tests/test_cli_asking.py",
    "tests/test_comparison.py",
    "tests/test_corrected.py",
    "tests/test_corrections.py",
    "tests/test_linkage.py::test_a_veto",
    "tests/test_linkage.py::test_no_two_groups",
    "tests/test_pace.py::test_reading_tells_how_far",
    "tests/test_parts.py",
    "tests/test_queries.py::test_asking_and_laying",
    "tests/test_rerunning.py",
    "tests/test_stages.py",
    "tests/test_unchanged.py",
    "tests/test_watching.py",
    "tests/text/test_view.py::test_look_ups",
    "tests/tools/test_mutation.py::test_every_mutant",
    "tests/trust/test_faults.py",
    "tests/utterances/test_comparing.py::test_same_and_moved",
    "tests/utterances/test_grouping.py::test_order_of_pairs",
    "tests/utterances/test_points.py::test_points_lie",
    "tests/utterances/test_repeats.py::test_forty_copies",
    "tests/verification/",
    "tests/views/test_histogram.py::test_every_story",
    "tests/web/api/test_api.py::test_a_thousand_statements",
    "tests/web/test_adding.py",
    "tests/web/test_correcting.py",
    "tests/web/test_pages.py",
    "tests/web/test_readers.py::test_whoever_asks",
    "tests/web/test_watching.py",
)
# Tests that start browsers, servers, commands and processes one after another: each takes seconds. ``make test``
# leaves them to ``make long``; both run before a change lands.
LONG = (
    "tests/cli/test_exits.py::test_a_full_disk",
    "tests/cli/test_exits.py::test_one_interrupt",
    "tests/docs/test_code_blocks.py",
    "tests/docs/test_notebooks.py",
    "tests/engines/",
    "tests/lake/",
    "tests/mcp_server/test_tools.py::test_a_speaker_is_told_over_the_years_by_the_command",
    "tests/models/test_quiet.py",
    "tests/reports/test_timeline.py::test_in_a_browser",
    "tests/test_archive.py::test_reading_in_parts",
    "tests/test_cli.py::test_ctrl_c",
    "tests/test_cli.py::test_python_dash_m",
    "tests/tools/test_mutants.py::test_a_test_that_fails",
    "tests/tools/test_mutants.py::test_what_a_test_notices",
    "tests/trust/test_faults.py::test_an_article_that_memory",
    "tests/trust/test_harnesses.py",
    "tests/web/api/test_contract.py",
    "tests/web/browsing/",
)


def pytest_ignore_collect(collection_path, config):
    """Do not even import files that are left out as a whole: this saves a quarter of the time of collecting."""
    left_out = {"not slow": SLOW + LONG, "not long": LONG}.get(config.option.markexpr, ())
    name = collection_path.relative_to(config.rootpath).as_posix()
    return True if name in left_out or f"{name}/" in left_out else None


def pytest_collection_modifyitems(config, items):
    """Mark the slow and the long tests, by the beginning of their names; give properties the profile's examples.

    A long test is slow, too.
    """
    if config.getoption("--hypothesis-profile", None) == "deep":
        for test in {item.obj for item in items if is_hypothesis_test(getattr(item, "obj", None))}:
            own = getattr(test, "_hypothesis_internal_use_settings", None) or settings()
            test._hypothesis_internal_use_settings = settings(  # it offers no other way
                own, max_examples=DEEP * own.max_examples
            )
    for item in items:
        if item.nodeid.startswith(LONG):
            item.add_marker(pytest.mark.long)
        if item.nodeid.startswith(SLOW + LONG):
            item.add_marker(pytest.mark.slow)


HARBOUR_POST = """Published Time: 2031-03-05
Title: Marenia says it has not decided on island radar
Author: Harbour Post
Text:
Marenia has made no decision about a radar station on Isla Torvo, government spokeswoman Ilka Venn told reporters on Tuesday.
"Our talks with the islanders are at an early stage, and nothing will be built unless they agree," Venn said.
Last week the opposition leader, Tomas Reil, warned that the station would cost "at least 40 million crowns".
"""

COASTAL_WIRE = """VENNBORG, March 4. /COASTAL/. Marenia's talks with the inhabitants of Isla Torvo are at an early stage, the government's spokeswoman Ilka Venn said on Tuesday.

"The talks with the islanders are only beginning," she told a briefing. "Nothing will be built without their consent."

Asked whether the station was linked to the naval exercise in April, Venn replied: "No."
"""

OLD_REPORT = """Published Time: 2027-06-11
Title: No radar for Torvo, minister says
Author: Northern Gazette
Text:
There are no plans for a radar station on Isla Torvo, Marenia's defence minister Harald Osk said on Friday.
"This question is not on the table," he told the Northern Gazette.
"""


@pytest.fixture(scope="session")
def three_articles(tmp_path_factory):
    """A folder with the three articles, for those who only read it."""
    home = tmp_path_factory.mktemp("three")
    for name, text in (("post.txt", HARBOUR_POST), ("wire.txt", COASTAL_WIRE), ("old.txt", OLD_REPORT)):
        (home / name).write_text(text, "utf-8")
    return home


@pytest.fixture
def folder(tmp_path, three_articles):
    """A folder with the three articles, to be changed at will."""
    return Path(shutil.copytree(three_articles, tmp_path / "articles"))
