"""Files as agencies send them: each gives its story, or a clear word that there is none in it.

usage: python evals/wires.py [SHARED]

``formats/wire`` and ``formats/newsml_g2``: files of some thirty agencies and the standards' own examples,
without gold. ``answered``: files that give articles or are refused for a reason that is no failure of the
reader. ``kept``: of the files' long paragraphs (what stands in a ``p``, written out or as an entity, whatever
the format) those that an article has. ``titled``: articles of XML and JSON files that have a title.
"""

from __future__ import annotations

import html
import re
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import corpora

from onrecord.articles import clean
from onrecord.articles.features import fold
from onrecord.errors import ItemError
from onrecord.records import Article
from onrecord.sources import read

# What a reader says that came to grief.
FAILED = re.compile(r"cannot be (?:read|parsed)|not valid|not JSON|binary data|broken")
_PARAGRAPH = re.compile(r"<p(?: [^<>]{0,200})?>\s*([^<>]{120,4000})</p>", re.IGNORECASE)


def files(shared: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file of the two sets."""
    for name in ("wire", "newsml_g2"):
        path = shared / "data" / "formats" / f"{name}.tar.gz"
        if path.exists():
            with tarfile.open(path) as packed:
                for info in packed:
                    stream = packed.extractfile(info) if info.isfile() else None
                    if stream is not None:
                        yield f"{name}/{PurePosixPath(info.name).name}", stream.read()


def opened(name: str, data: bytes) -> tuple[list[Article], list[str]]:
    """Articles and refusals of one file."""
    reasons: list[str] = []
    found: list[Article] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / PurePosixPath(name).name
        path.write_bytes(data)
        for raw in read([path], on_skip=lambda skip: reasons.append(skip.reason)):
            try:
                found.append(clean(raw))
            except ItemError as error:
                reasons.append(error.reason)
    return found, reasons


def paragraphs(data: bytes) -> list[str]:
    """The long paragraphs anywhere in a file, folded, each once."""
    text = html.unescape(data.decode("utf-8", "replace")).replace("\\n", " ").replace("\\", "")
    return list(dict.fromkeys(fold(html.unescape(each)) for each in _PARAGRAPH.findall(text)))


def measure(shared: Path) -> dict[str, float]:
    """Figures in percent; empty where the files are not there."""
    answered, kept, titled = [], [], []
    for name, data in files(shared):
        articles, reasons = opened(name, data)
        answered.append(bool(articles) or (bool(reasons) and not any(map(FAILED.search, reasons))))
        text = " ".join(fold(article.text) for article in articles)
        kept += [paragraph in text for paragraph in paragraphs(data)]
        titled += [article.title is not None for article in articles if name.endswith((".xml", ".json"))]
    groups = {"answered": answered, "kept": kept, "titled": titled}
    return {key: 100 * sum(hits) / len(hits) for key, hits in groups.items() if hits}


if __name__ == "__main__":
    folder = corpora.asked()
    for name_, data_ in files(folder):
        got, why = opened(name_, data_)
        lost = [p for p in paragraphs(data_) if p not in " ".join(fold(article.text) for article in got)]
        if lost or any(map(FAILED.search, why)):
            print(f"{name_}: {len(lost)} paragraphs lost; {len(got)} articles, {why[:2]} {lost[:1]}"[:300])
    print({key: round(value, 1) for key, value in measure(folder).items()})
