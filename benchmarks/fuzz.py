"""Coverage-guided fuzzing: bytes that reach new code are kept and changed on, by atheris.

Each target takes bytes and must not raise, lose or lie; the tests replay the corpus through the same targets,
where atheris need not be there. The corpus (``benchmarks/corpus``) is invented and small; what a run finds
beside it goes to ``--found``, a crash with its input to the folder it is started in. ``--seconds`` are of the
processor, which a busy machine gives fewer of; a run that reaches no code of ours says so and fails.

    pip install atheris
    python benchmarks/fuzz.py readers --seconds 600
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any
from urllib.parse import quote

from mutated import faults
from rules import RuleTagger

from onrecord import articles, dates, sources
from onrecord.archive import Archive
from onrecord.errors import ItemError
from onrecord.records import AnnotatedArticle, Article, RawDocument, Skipped, Span
from onrecord.reports.exports import EXPORTS
from onrecord.sources import decoding
from onrecord.text import View

CORPUS = Path(__file__).with_name("corpus")
_LONGEST = 4096
_FIELDS = ("title", "outlet", "author", "date", "url", "id")


class FoundError(Exception):
    """A target broke what it promises."""


def _named(skipped: list[Skipped]) -> None:
    for skip in skipped:
        if "not understood" in skip.reason or "cannot be read (" in skip.reason:
            raise FoundError(f"{skip.error}: {skip.reason}")


def readers(data: bytes) -> None:
    """Any bytes as an input: an article or a named reason."""
    skipped: list[Skipped] = []
    found = list(sources.read(["-"], stdin=io.BytesIO(data), on_skip=skipped.append))
    _named(skipped)
    if data.strip() and not found and not skipped:
        raise FoundError("vanished")
    for raw in found:
        raw.text.encode()  # storable


def cleaner(data: bytes) -> None:
    """Any text as a document: every character of the article that has a place equals the one there."""
    text = data.decode("utf-8", "replace")
    raw = RawDocument(
        "a.txt", 0, "", "text/html" if data[:1] == b"<" else "text/plain", text, Span(0, len(text))
    )
    try:
        article = articles.clean(raw)
    except ItemError:
        return
    for fault in faults(AnnotatedArticle(article, (), (), (), ())):
        raise FoundError(fault)
    for start, at, length in article.text_map:
        mine, theirs = article.text[start : start + length], articles.normalise(text[at : at + length])
        joined = theirs.replace("\n", " ")  # a line end within a paragraph may be a space
        if len(mine) != len(theirs) or any(
            a not in (b, c) for a, b, c in zip(mine, theirs, joined, strict=True)
        ):
            raise FoundError(f"{mine!r} is not {theirs!r}")


def times(data: bytes) -> None:
    """Any text with a date of its own: time expressions lie in it."""
    date, _, text = data.decode("utf-8", "replace").partition("\n")
    article = Article(
        id="a", given_id=None, path="a", item=0, sha256="", outlet=None, title=None, url=None, byline=None,
        dateline=None, credit=None, language="en", text=text, text_map=((0, 0, len(text)),), blocks=(),
        fields={"date": date},
    )  # fmt: skip
    dated = dates.date_article(View(article), (), (), None)
    for timex in dated.timexes:
        if not 0 <= timex.start < timex.end <= len(text):
            raise FoundError(f"{timex.start}-{timex.end} of {len(text)}")


def decoder(data: bytes) -> None:
    """Any bytes with any declared encoding: text, or a named reason."""
    declared, _, body = data.partition(b"\n")
    try:
        text, _ = decoding.decode(body, "a", declared.decode("latin-1") or None)
    except ItemError:
        return
    text.encode("utf-8", "surrogatepass")


def exporters(data: bytes) -> None:
    """Any words in every field of an article: each export is written, and holds no control character."""
    parts = data.decode("utf-8", "replace").split("\n")
    row = dict(zip(_FIELDS, parts, strict=False))
    said = parts[len(_FIELDS)] if len(parts) > len(_FIELDS) else "no"
    row["text"] = (
        f"Ilka Venn of Vennborg said on Monday that {said}.\n\n“{said},” she told the council of Tarn."
    )
    home = _home()
    shutil.copyfile(home / "empty.db", home / "onrecord.db")
    skipped: list[Skipped] = []
    with Archive(home / "onrecord.db") as archive:
        archive.read(
            ["-"], stdin=io.BytesIO(json.dumps(row).encode()), tagger=RuleTagger(), on_skip=skipped.append
        )
        _named(skipped)
        corpus = archive.corpus()
    for name, export in EXPORTS.items():
        if name != "parquet" or len(data) % 8 == 0:  # takes as long as all others, and escapes nothing
            export(corpus, home / "out")


@cache
def _home() -> Path:
    """A folder with an archive in which nothing is, which costs more to make than to copy."""
    home = Path(tempfile.mkdtemp())
    Archive(home / "empty.db").close()
    return home


def app(data: bytes) -> None:
    """Any path, parameters and form: the app answers, and never with a fault of its own."""
    method, _, rest = data.decode("utf-8", "replace").partition("\n")
    address, _, body = rest.partition("\n")
    path = "/" + quote(address.lstrip("/"), safe="/?=&%:")
    if method.startswith("P"):
        kind = "application/json" if body[:1] in "{[" else "application/x-www-form-urlencoded"
        answer = _client().post(path, content=body.encode(), headers={"content-type": kind})
    else:
        answer = _client().get(path, headers={"cookie": quote(body[:200])})
    if answer.status_code >= 500:
        raise FoundError(f"{answer.status_code} for {method} {path}")


@cache
def _client() -> Any:  # noqa: ANN401 - of an extra
    from starlette.testclient import TestClient  # noqa: PLC0415

    from onrecord.web import create_app  # noqa: PLC0415

    home = Path(tempfile.mkdtemp())
    row = {"id": "1", "outlet": "Tarn Post", "text": "The sluice opens, Osten Brill said on Monday."}
    (home / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    with Archive(home / "onrecord.db") as archive:
        archive.read([home / "a.jsonl"], tagger=RuleTagger())
    client = TestClient(
        create_app(home / "onrecord.db"), base_url="http://127.0.0.1", follow_redirects=False,
        raise_server_exceptions=False,
    )  # fmt: skip
    return client.__enter__()


TARGETS: dict[str, Callable[[bytes], None]] = {
    f.__name__: f for f in (readers, cleaner, times, decoder, exporters, app)
}


def corpus_of(target: str) -> list[bytes]:
    """The kept inputs of one target."""
    return [path.read_bytes() for path in sorted((CORPUS / target).iterdir())]


def ours() -> list[FunctionType]:
    """Every function of the package that is there: of modules, of classes, and those behind a decorator."""
    found = [value for value in gc.get_objects() if isinstance(value, FunctionType)]
    return [f for f in found if str(f.__module__).startswith("onrecord.")]


class Counted:
    """A target that ends the run when it has had its seconds of the processor."""

    def __init__(self, target: Callable[[bytes], None], seconds: float) -> None:
        self._target, self._seconds = target, seconds
        self._inputs, self._ended = 0, False
        self._began = time.process_time()

    def __call__(self, data: bytes) -> None:
        """Try one input."""
        self._target(data)
        self._inputs += 1
        spent = time.process_time() - self._began
        if spent > self._seconds and not self._ended:
            self._ended = True
            print(f"{self._inputs} inputs in {spent:.0f} seconds of the processor", flush=True)
            os.kill(os.getpid(), signal.SIGUSR1)  # libFuzzer writes its figures and ends


def main() -> None:
    """Fuzz one target; it ends at a crash or when its time is over."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600, help="of the processor")
    parser.add_argument(
        "--runs", type=int, default=-1, help="inputs tried at most; -1: as many as time allows"
    )
    parser.add_argument("--found", default="fuzz-found", help="folder for inputs that reached new code")
    asked = parser.parse_args()
    atheris = importlib.import_module("atheris")  # no dependency: whoever fuzzes installs it

    from onrecord.web import guard  # noqa: PLC0415

    guard.Pace.allows = lambda *_: True  # type: ignore[method-assign] # a person's would be met at once

    target = TARGETS[asked.target]
    target(b"")  # whatever is imported late is there before it is instrumented
    functions = ours()
    for function in functions:
        atheris.instrument_func(function)
    print(f"{len(functions)} functions are watched", flush=True)
    found = Path(asked.found) / asked.target
    found.mkdir(parents=True, exist_ok=True)
    limits = [
        f"-max_len={_LONGEST}",
        "-timeout=600",
        f"-runs={asked.runs}",
    ]
    folders = [str(found), str(CORPUS / asked.target)]
    atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", *folders], Counted(target, asked.seconds))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
