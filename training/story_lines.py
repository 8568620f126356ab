"""Titles and bodies of news texts, for invented layouts to be set around."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from training import layout_forms


def stories(path: Path, most: int) -> list[layout_forms.Story]:
    """Titles and bodies of news texts; of a body the lines that are surely its own."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in islice(map(json.loads, rows), 0, most * 3, 3):
            body = _own_lines([line.strip() for line in row["text"].split("\n") if line.strip()])
            if row["title"] and len(body) >= 3:
                found.append(layout_forms.Story(" ".join(row["title"].split()), tuple(body)))
    return found


def _own_lines(lines: Sequence[str]) -> list[str]:
    """Sentences, and short lines that stand between sentences."""
    sure = [layout_forms.is_prose(line) for line in lines]
    kept = []
    for index, line in enumerate(lines):
        between = 0 < index < len(lines) - 1 and sure[index - 1] and sure[index + 1]
        short = between and line[-1] in '.?!"”:' and len(line.split()) >= 2
        if (sure[index] or short) and not re.search(r"©|https?:|@\w|[Ss]ign up|[Nn]ewsletter|Photo", line):
            kept.append(line)
    return kept
