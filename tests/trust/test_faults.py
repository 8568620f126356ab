"""Faults of the machine: memory that ends, clocks that jump, days that pass, archives mended after corrections."""

from __future__ import annotations

import ast
import datetime as dt
import importlib
import itertools
import json
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest
from training.rules import RuleTagger

import onrecord
from onrecord import archive as archives
from onrecord.archive import Archive
from onrecord.records import Correction
from onrecord.reports import write_brief, write_tables
from onrecord.verification import repair, verify, write_bundle

HOME = Path(onrecord.__path__[0])
# Who asks what time it is, and what for: a reading, a correction, a watch, the name of an upload.
ASKS_THE_CLOCK = {"archive", "lake.making", "rerunning", "cli.watch", "web.watching", "web.adding"}
_WALL = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}

ROWS = [
    {
        "id": f"f{n}",
        "outlet": outlet,
        "date": f"2031-05-0{n + 1}",
        "title": f"Oskhaven shuts its ferry, {outlet} says",
        "text": f"Ferry master {who} told the council of Oskhaven on Monday that the boat would not sail.\n\n"
        f"“The boat stays in port,” {who} said. “It needs a new hull.” Repairs would cost {n + 2} million crowns.",
    }
    for n, (outlet, who) in enumerate((("Harbour Post", "Nils Oke"), ("Gull Daily", "Nils Oke"), ("Tarn News", "Ada Quill")))
]  # fmt: skip


def read(home, rows=ROWS):
    """An archive in ``home`` of these rows; what was skipped."""
    home.mkdir(exist_ok=True)
    path = home.parent / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with Archive(home / "onrecord.db") as archive:
        return archive.read([path], tagger=RuleTagger()).skipped


def tables(home):
    """Every table as it is written, but for the record of the reading."""
    with Archive(home / "onrecord.db") as archive:
        write_tables(archive.corpus(), home / "tables")
    return {p.name: p.read_bytes() for p in (home / "tables").iterdir() if p.name != "run.json"}


# ------------------------------------------------------------------ memory

SHORT_OF_MEMORY = """
    import json, resource, sys
    from pathlib import Path
    from onrecord import pipeline, sources
    from training.rules import RuleTagger

    def read(path):
        skipped = []
        found = pipeline.annotate(sources.read([path], on_skip=skipped.append), RuleTagger(), on_skip=skipped.append)
        return [a.article.given_id for a in found], [s.reason for s in skipped]

    read(Path(sys.argv[1]) / "small.jsonl")  # whatever is loaded once is loaded
    told = Path("/proc/self/status").read_text()
    held = int(told.split("VmSize:")[1].split()[0]) * 1024
    resource.setrlimit(resource.RLIMIT_AS, (held + 96 * 1024 * 1024,) * 2)
    print(json.dumps(read(Path(sys.argv[1]) / "rows.jsonl")))
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is Linux's")
def test_an_article_that_memory_does_not_suffice_for_is_named_and_the_rest_read(tmp_path):
    words = (f"Ferry {n} sailed, said Nils Oke of Oskhaven pier {n}." for n in itertools.count())
    huge = {"id": "huge", "text": " ".join(itertools.islice(words, 70_000))}
    rows = [ROWS[0], huge, ROWS[1]]
    (tmp_path / "small.jsonl").write_text(json.dumps(ROWS[2]) + "\n", "utf-8")
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code = textwrap.dedent(SHORT_OF_MEMORY)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": f"{root / 'src'}:{root}", "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    ids, reasons = json.loads(done.stdout)
    assert ids == ["f0", "f1"]
    assert len(reasons) == 1
    assert "more memory than there is" in reasons[0]


@pytest.mark.parametrize("stage", ["articles.clean", "coreference.resolve_all", "dates.date_article"])
def test_memory_that_ends_in_one_stage_is_told_by_its_kind(monkeypatch, tmp_path, stage):
    module, name = stage.split(".")
    stage_of = importlib.import_module(f"onrecord.{module}")
    own = getattr(stage_of, name)

    def short(*given, **more):
        if "Ada Quill" in str(getattr(given[0], "text", "")):
            raise MemoryError
        return own(*given, **more)

    monkeypatch.setattr(stage_of, name, short)
    skipped = read(tmp_path / "a")
    assert [s.reason for s in skipped] == ["not understood: it takes more memory than there is"]
    with Archive(tmp_path / "a" / "onrecord.db") as archive:
        assert sorted(a.article.given_id for a in archive.articles()) == ["f0", "f1"]


# ------------------------------------------------------------------ time


@pytest.mark.slow
def test_a_clock_that_jumps_changes_nothing_but_the_record_of_the_reading(monkeypatch, tmp_path):
    read(tmp_path / "plain")
    years = itertools.cycle((2100, 1970, 2031))

    class Jumping(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(next(years), 1, 1, tzinfo=tz)

    monkeypatch.setattr(archives, "dt", SimpleNamespace(datetime=Jumping, UTC=dt.UTC))
    read(tmp_path / "jumping", ROWS[:2])
    read(tmp_path / "jumping")
    with Archive(tmp_path / "jumping" / "onrecord.db") as archive:
        assert archive.corpus().run["started_at"][:4] in ("2100", "1970", "2031")
    assert verify(tmp_path / "jumping" / "onrecord.db").is_sound
    assert tables(tmp_path / "jumping") == tables(tmp_path / "plain")


def test_nobody_else_asks_what_time_it_is():
    asking = set()
    for path in HOME.rglob("*.py"):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if any(f".{name}(" in text for name in _WALL) else ():
            asked = node.func if isinstance(node, ast.Call) else None
            if isinstance(asked, ast.Attribute) and asked.attr in _WALL:
                of = ast.unparse(asked.value).rsplit(".", 1)[-1]
                if of in ("time", "datetime", "date"):
                    asking.add(".".join(path.relative_to(HOME).with_suffix("").parts))
    assert asking == ASKS_THE_CLOCK


@pytest.mark.slow
def test_the_page_and_the_bundle_of_two_days_are_equal(monkeypatch, tmp_path):
    read(tmp_path / "a")
    made = []
    for year in (2031, 2044):

        class Later(dt.datetime):
            of = year

            @classmethod
            def now(cls, tz=None):
                return cls(cls.of, 6, 7, tzinfo=tz)

        monkeypatch.setattr(archives, "dt", SimpleNamespace(datetime=Later, UTC=dt.UTC))
        monkeypatch.setattr("time.time", lambda of=Later: of.now(dt.UTC).timestamp())
        home = tmp_path / str(year)
        shutil.copytree(tmp_path / "a", home)
        with Archive(home / "onrecord.db") as archive:
            write_brief(archive.corpus(), home / "brief")
            write_bundle(archive, next(iter(archive.stories())).id, home / "brief" / "bundle.zip")
        made.append(
            {p.relative_to(home): p.read_bytes() for p in sorted((home / "brief").rglob("*")) if p.is_file()}
        )
    assert {path.name for path in made[0]} >= {"brief.html", "bundle.zip"}
    assert made[0] == made[1]


# ------------------------------------------------------------------ mending after corrections


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM derived",
        "UPDATE articles SET statements = zeroblob(9)",
        "INSERT INTO article_search (article_search) VALUES ('delete-all')",
    ],
)
def test_what_was_removed_and_corrected_stays_so_when_an_archive_is_mended(tmp_path, damage):
    home = tmp_path / "a"
    read(home)
    with Archive(home / "onrecord.db") as archive:
        ids = {a.article.given_id: a.article.id for a in archive.articles()}
        archive.correct(
            Correction("remove", about="article", articles=(ids["f2"],)),
            Correction("mark", about="outlet", articles=(ids["f1"],), verdict="wrong", value="Island Voice"),
        )
    before = tables(home)
    connection = sqlite3.connect(home / "onrecord.db")
    with connection:
        connection.execute(damage)
    connection.close()
    found = repair(home / "onrecord.db", tagger=RuleTagger())
    assert found.before.faults
    assert found.after.faults == []
    assert tables(home) == before
    with Archive(home / "onrecord.db") as archive:
        assert sorted(a.article.outlet for a in archive.articles()) == ["Harbour Post", "Island Voice"]
        assert len(archive.corrections()) == 2


@pytest.mark.slow
def test_a_bundle_takes_along_every_correction_that_concerns_it(tmp_path):
    home = tmp_path / "a"
    read(home)
    with Archive(home / "onrecord.db") as archive:
        ids = {a.article.given_id: a.article.id for a in archive.articles()}
        outlet = Correction(
            "mark", about="outlet", articles=(ids["f1"],), verdict="wrong", value="Island Voice"
        )
        other = Correction("mark", about="outlet", articles=(ids["f0"],), verdict="wrong", value="Tarn News")
        archive.correct(Correction("merge", names=("Uma Lind", "U. Lind")), outlet, other)
        archive.correct(Correction("undo", undoes=3))
        story = next(s for s in archive.stories() if ids["f1"] in s.article_ids)
        write_bundle(archive, story.id, tmp_path / "story.zip")
    shutil.unpack_archive(tmp_path / "story.zip", tmp_path / "b")
    with Archive(tmp_path / "b" / "onrecord.db") as archive:
        outlets = {a.article.given_id: a.article.outlet for a in archive.articles()}
        assert outlets["f1"] == "Island Voice"
        assert outlets["f0"] == "Harbour Post"
        assert [c.action for c in archive.corrections()] == ["mark", "mark", "undo"]
