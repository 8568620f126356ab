"""``onrecord read --map``: the user's word on which column is which part of an article."""

from __future__ import annotations

from typer.testing import CliRunner

from onrecord.cli import app

BODY = "The ferry will not sail in May, the board said on Monday. Two cracks were found in her side."


def test_a_mapped_column_is_read_and_a_part_that_is_none_is_wrong_usage(tmp_path):
    table = tmp_path / "a.csv"
    table.write_text(f'kopf,klartext\nFerry laid up,"{BODY}"\n', encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(table), "--explain", "--map", "text=klartext, title=kopf"])
    assert done.exit_code == 0
    assert "Ferry laid up" in done.output
    wrong = CliRunner().invoke(app, ["read", str(table), "--explain", "--map", "body=klartext"])
    assert wrong.exit_code == 2
    assert "PART=COLUMN" in wrong.output
