"""Sets of which only the tokens are kept, as text that reads as it was printed.

ECB+ has one line a sentence and Timeline17 too, with a blank before every mark. What two outlets tell
differently is looked for in text as outlets print it, so blanks, quotation marks and brackets are put back.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import stories

Row = dict[str, str]
# Of Timeline17 the same text comes again with another day: as many characters tell it.
_SAME = 400
_MENDED = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r" ([,.;:!?%)\]])", r"\1"),
        (r"([(\[$£€]) ", r"\1"),
        (r" (n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1"),
        (r"`` ?", "“"),
        (r" ?''", "”"),
        (r"(\d): (\d\d)\b", r"\1:\2"),
        (r"(\d)\. (\d)", r"\1.\2"),
        (r"(\d), (\d{3})\b", r"\1,\2"),
    )
)
_LINE = (
    (re.compile(r"(^|\s)\" ([^\"]*?) ?\"(?=\s|$|[,.])"), r'\1"\2"'),
    (re.compile(r"(\w) - (\w)"), r"\1-\2"),
    (re.compile(r" +"), " "),
)


def printed(text: str) -> str:
    """Tokens with blanks between them as they were printed."""
    for pattern, instead in _MENDED:
        text = pattern.sub(instead, text)
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    for pattern, instead in _LINE:
        line = pattern.sub(instead, line)
    return line.strip()


def ecb(path: Path) -> Iterator[Row]:
    """The articles of ECB+ in the shared archive."""
    for row in stories.ecb(path):
        yield {"id": f"ecb-{row['id']}", "text": printed(str(row["text"]))}


def timeline17(path: Path) -> Iterator[Row]:
    """The articles of Timeline17 in the shared archive, each text once, with their days."""
    csv.field_size_limit(sys.maxsize)
    with tarfile.open(path) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            file = tar.extractfile(member) if member.name.endswith("outputwithpub.csv") else None
            if file is None:
                continue
            topic, seen = Path(member.name).parent.name, set()
            rows = csv.DictReader(io.StringIO(file.read().decode("utf8", "replace")))
            for n, row in enumerate(rows):
                text = printed(row["text"])
                if text[:_SAME] not in seen:
                    seen.add(text[:_SAME])
                    yield {"id": f"t17-{topic}-{n:04d}", "date": row["date"], "text": text}
