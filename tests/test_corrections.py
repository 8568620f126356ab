"""A correction moves the statements that it names, at once and at every later reading, and no others."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from onrecord.records import Correction

MONDAY = (
    "Osten Brill, the water minister of Tarn, said on Monday that the sluice would open. "
    '"We waited long enough," Brill said. He told reporters that the river was low. '
    "His spokeswoman, Lena Roth, said that the minister had read the report. "
    '"It was read twice," Roth said. She added that Tarn wanted a treaty. '
    "Tarn said that no treaty was needed. Harbour Board spokesman Jonas Hale said that ships were waiting."
)
TUESDAY = (
    "Lena Roth, a spokeswoman for the water minister Osten Brill, said on Tuesday that the sluice had opened. "
    '"Nobody was harmed," Roth said. Brill said that the gauges were read each hour. He said that he was glad. '
    'Jonas Hale of the Harbour Board said that the ships had sailed. "They sailed at noon," he said.'
)
NEWS = (MONDAY, TUESDAY)


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("news") / "rows.jsonl"
    rows = [{"outlet": f"Paper {n}", "date": f"2031-03-0{4 + n}", "text": t} for n, t in enumerate(NEWS)]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


@pytest.fixture(scope="module")
def read_once(source, tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "onrecord.db"
    with Archive(path) as archive:
        archive.read([source])
    return path.read_bytes()


def speakers(archive):
    return {s.id: (s.speaker_id, s.speaker) for item in archive.articles() for s in item.statements}


def named(archive):
    """The statements whose source is in the text, in its order."""
    found = [s for item in archive.articles() for s in item.statements if s.source and s.speaker_id]
    return sorted(found, key=lambda s: (s.article_id, s.source, s.id))


def split(archive, chosen, name):
    archive.correct(Correction("split", (name,) if name else (), tuple(archive.sources_of(chosen))))


@pytest.mark.parametrize("name", [None, "Ada Quill"])
def test_each_statement_can_be_moved_alone(read_once, tmp_path, name):
    with Archive(tmp_path / "a.db") as archive:
        pass
    (tmp_path / "a.db").write_bytes(read_once)
    with Archive(tmp_path / "a.db") as archive:
        ids = [s.id for s in named(archive)]
    assert len(ids) > 8
    for n, chosen in enumerate(ids):
        path = tmp_path / f"{n}.db"
        path.write_bytes(read_once)
        with Archive(path) as archive:
            before = speakers(archive)
            split(archive, [chosen], name)
            after = speakers(archive)
        assert {s for s in before if before[s][0] != after[s][0]} == {chosen}
        assert name is None or after[chosen][1] == name


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_random_splits_move_nothing_else_and_reading_again_changes_nothing(
    read_once, source, tmp_path_factory, data
):
    path = tmp_path_factory.mktemp("random") / "onrecord.db"
    path.write_bytes(read_once)
    with Archive(path) as archive:
        before = speakers(archive)
        ids = [s.id for s in named(archive)]
        expected = {}
        for n in range(data.draw(st.integers(1, 3))):
            chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
            split(archive, chosen, f"Person Number{'abc'[n]}")
            expected |= dict.fromkeys(chosen, f"Person Number{'abc'[n]}")
        after = speakers(archive)
        assert {s: after[s][1] for s in expected} == expected
        assert {s: v for s, v in after.items() if s not in expected} == {
            s: v for s, v in before.items() if s not in expected
        }
        kept = archive.corrections()
        archive.read([source])
        assert speakers(archive) == after
        everybody = archive.speakers()
    with Archive(path.with_name("fresh.db")) as fresh:  # as if all corrections had been made before reading
        for correction in kept:
            fresh.correct(correction)
        fresh.read([source])
        assert speakers(fresh) == after
        assert fresh.speakers() == everybody
