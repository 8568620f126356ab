"""Inputs made to hurt, each at two sizes: what each ends in, its processor time, how that grows, its memory.

Every input is read, cleaned and annotated (by the rules reader) in a process of its own. An input of words is
given at a quarter of ``--size`` characters and at all of them; growth is the power of the length that the
time grows with, told where the time is worth it. Files that pack more than they seem, or name what they
should not, are read once.

    python benchmarks/hostile.py --size 200000
    python benchmarks/hostile.py --only quotation bomb
"""

from __future__ import annotations

import argparse
import functools
import gzip
import io
import json
import math
import os
import resource
import sys
import tarfile
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import hardware
from rules import RuleTagger

from onrecord import pipeline, sources
from onrecord.records import Skipped

_WORTH = 0.2  # seconds from which growth is told
_BOMB = 100 * 2**20  # bytes that each bomb unpacks to
_LONG_AGO = "Ilka Venn said on Monday that the ferry would sail. "


@dataclass(frozen=True, slots=True)
class Cost:
    """What one input took, and what it ended in."""

    bytes: int
    seconds: float
    mib: float
    outcome: str


def _numbered(form: str) -> Callable[[int], str]:
    """So many characters of sentences that differ, so that none is read once for all."""

    def made(size: int) -> str:
        each = len(form.format(n=10_000))
        return "".join(form.format(n=n) for n in range(10_000, 10_000 + size // each))

    return made


def _piece(piece: str) -> Callable[[int], str]:
    return lambda size: _LONG_AGO + piece * (size // len(piece))


TEXTS: dict[str, Callable[[int], str]] = {
    "quotation marks, straight": _piece('"'),
    "quotation marks, opened": _piece("“"),
    "quotation marks, in pairs": _piece("“”"),
    "quotation marks in one another": lambda size: _LONG_AGO + "“‘" * (size // 4) + "’”" * (size // 4),
    "quotation every few words": _numbered("“No, {n},” Mr. Orr said. "),
    "quotations of a word each": _numbered('The "{n}" and '),
    "quotation that never closes": lambda size: "“" + _numbered("It waits for {n} ships. ")(size),
    "one paragraph": _numbered("The council of Tarn has met about quay {n} and put it off. "),
    "one sentence": _numbered("the council of Tarn, which met about quay {n}, "),
    "one word": _piece("a"),
    "short words of many speakers": _numbered("Ida Orr{n} of Tarn said on May 4 no to it. She is at sea. "),
    "speakers without end": _numbered("Ada Quill{n}, Osten Brill{n}, "),
    "an office beside its namesake": _piece("Anna Brill came. Premier Brill slept. "),
    "one name after another": _piece("Ada Quill, "),
    "paragraphs of a word": _numbered("Ferries{n}\n\n"),
    "line ends": _piece("\n"),
    "blanks": _piece(" "),
    "brackets": _piece("("),
    "brackets in one another": lambda size: _LONG_AGO + "(" * (size // 2) + ")" * (size // 2),
    "dots": _piece(". "),
    "initials": _piece("A. "),
    "days": _numbered("on Monday, March 4, {n}, "),
    "days at the edges": _piece("0000-00-00 9999-12-31 2031-02-30 "),
    "figures": _piece("1,"),
    "addresses": _numbered("http://a.example/{n}?a=b "),
    "heads": _piece("Title: no\nBy Ida Orr\n"),
    "list items": _numbered("- {n} ships\n"),
    "labels": _numbered("SPEAKER {n}: no\n"),
    "right to left": _piece("שלום אמר "),
    "directions": _piece("\u202e\u202dno "),
    "no width": _piece("n\u200bo\u2060 "),
    "marks on one letter": _piece("e\u0301\u0302"),
    "halves of characters": _piece("\ud83d"),
}  # fmt: skip

PAGES: dict[str, Callable[[int], str]] = {
    "page: elements in one another": lambda size: "<div>" * (size // 5) + _LONG_AGO,
    "page: bold that never closes": lambda size: _LONG_AGO + "<b>no " * (size // 6),
    "page: tables in one another": lambda size: "<table><tr><td>" * (size // 15) + _LONG_AGO,
    "page: paragraphs": lambda size: f"<p>{_LONG_AGO}</p>" * (size // 60),
    "page: attributes": lambda size: "<p " + 'a="b" ' * (size // 6) + ">" + _LONG_AGO,
    "page: entities": lambda size: "<p>" + "&amp;" * (size // 5) + _LONG_AGO,
    "page: comments": lambda size: "<p>" + "<!--" * (size // 4) + _LONG_AGO,
    "page: links": lambda size: "<p>" + '<a href="/a">no</a> ' * (size // 20) + _LONG_AGO,
}

ROWS: dict[str, Callable[[int], str]] = {
    "row: a list in lists": lambda size: '{"text": "' + _LONG_AGO + '", "a": ' + "[" * size,
    "row: a text of escapes": lambda size: '{"text": "' + _LONG_AGO + "\\ud83d" * (size // 6) + '"}',
    "table: quotation marks": lambda size: "title,text\nno," + '"' * size,
    "table: columns": lambda size: "title,text" + ",a" * (size // 2) + "\nno," + _LONG_AGO,
    "mail: heads": lambda size: "From: a@b.example\n" + "X-A: =?x?q?\n" * (size // 12) + "\n" + _LONG_AGO,
    "mail: parts in one another": lambda size: (
        "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(size // 60))
        + _LONG_AGO
    ),
}


def _zipped(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            made.writestr(name, data)
    return held.getvalue()


def _in_zips(data: bytes, times: int) -> bytes:
    for n in range(times):
        data = _zipped((f"{n}.zip" if n else "a.txt", data))
    return data


def _tarred(*links: tuple[str, str]) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as made:
        for name, target in links:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            made.addfile(entry)
    return held.getvalue()


def _pdf(data: bytes) -> bytes:
    """One page with one packed stream."""
    packed = zlib.compress(data)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
        % (len(packed), packed)
    )


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "no"}">' for n in range(10))
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
)
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"


def _warc(data: bytes) -> bytes:
    answer = _HTTP + gzip.compress(data)
    return _WARC % (len(answer), answer)


def _charset(name: str) -> bytes:
    return f'<html><meta charset="{name}"><p>{_LONG_AGO * 8}</html>'.encode()


_FEED = (
    "<rss><channel><item><title>{}</title><description>No, Venn said.</description></item></channel></rss>"
)
_OUTSIDE = '<!ENTITY e SYSTEM "file:///etc/passwd">'
_LINKS = (("a.txt", "/etc/passwd"), ("b.txt", "/dev/zero"), ("c.txt", "c.txt"))
_CHARSETS = ("zlib_codec", "rot13", "utf-7", "idna", "unicode_escape", "no-such")


def _xml(entities: str, title: str) -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE a [{entities}]>{_FEED.format(title)}'.encode()


def _docx(body: bytes) -> bytes:
    return _zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body))


# Name -> what the file is called, and its bytes.
FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "bomb: zip": ("a.zip", lambda: _zipped(("a.txt", bytes(_BOMB)))),
    "bomb: zips in one another": ("a.zip", lambda: _in_zips(_LONG_AGO.encode() * (_BOMB // 100), 6)),
    "bomb: gzip": ("a.txt.gz", lambda: gzip.compress(b"no " * (_BOMB // 3))),
    "bomb: WARC": ("a.warc", lambda: _warc(b"<p>no " * (_BOMB // 6))),
    "bomb: DOCX": ("a.docx", lambda: _docx(b"<a>" + b" " * _BOMB)),
    "bomb: PDF": ("a.pdf", lambda: _pdf(b" " * _BOMB)),
    "bomb: XML entities": ("a.xml", lambda: _xml(_LAUGHS, "&l9;")),
    "XML: a file named as an entity": ("a.xml", lambda: _xml(_OUTSIDE, "&e;")),
    "zip: names that climb": ("a.zip", lambda: _zipped(("../../../tmp/climbed.txt", _LONG_AGO.encode()))),
    "tar: links": ("a.tar", lambda: _tarred(*_LINKS)),
    **{f"charset: {name}": ("a.html", functools.partial(_charset, name)) for name in _CHARSETS},
}


def _special(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is no file, or no file of its own."""
    os.mkfifo(folder / "pipe.txt")
    yield "a pipe that nobody writes to", folder / "pipe.txt"
    (folder / "zero.txt").symlink_to("/dev/zero")
    yield "a link to a device without end", folder / "zero.txt"
    (folder / "loop").mkdir()
    (folder / "loop" / "again").symlink_to(folder / "loop")
    yield "a folder that holds itself", folder / "loop"


def read(path: Path) -> tuple[float, str]:
    """Processor time of one input, and what it ended in."""
    skipped: list[Skipped] = []
    started = time.process_time()
    raws = sources.read([path], on_skip=skipped.append)
    found = sum(1 for _ in pipeline.annotate(raws, RuleTagger(), on_skip=skipped.append))
    reasons = sorted({s.reason for s in skipped})
    told = [f"{found} article{'s' if found != 1 else ''}"] if found or not reasons else []
    return time.process_time() - started, "; ".join([*told, *reasons[:2]])


def read_once(folder: Path) -> None:
    """Have in memory what is loaded late, so that no input pays for it."""
    for name, made in (("a.txt", TEXTS["one paragraph"]), ("a.html", PAGES["page: paragraphs"])):
        (folder / name).write_text(made(3000), "utf-8")
        read(folder / name)


def cost(path: Path) -> Cost:
    """``read`` in a process of its own: what it took, or how the process ended."""
    size = sum(p.stat().st_size for p in ([path] if path.is_file() else ()) if not p.is_symlink())
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        seconds, outcome = read(path)
        mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(say, json.dumps(asdict(Cost(size, seconds, mib, outcome[:400]))).encode())
        os._exit(0)
    os.close(say)
    with os.fdopen(hear, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return (
        Cost(**json.loads(told)) if told else Cost(size, math.nan, math.nan, f"ended the process ({status})")
    )


def grown(small: Cost, large: Cost) -> float | None:
    """The power of the length that the time grows with; None where it takes too little to tell."""
    if large.seconds < _WORTH:
        return None
    return math.log(large.seconds / max(small.seconds, 1e-3)) / math.log(4)


def measure(folder: Path, size: int, only: Sequence[str]) -> Iterator[tuple[str, Cost, float | None]]:
    """Each input by its name, what it cost, and how that grows."""
    of_words = [("a.txt", TEXTS), ("a.html", PAGES), ("a.jsonl", ROWS)]
    for file, cases in of_words:
        for name, made in cases.items():
            if not any(part in name for part in only):
                continue
            costs = []
            for n in (size // 4, size):
                path = folder / f"{n}-{file if ':' not in name else _NAMED.get(name.partition(':')[0], file)}"
                path.write_bytes(made(n).encode("utf-8", "surrogatepass"))
                costs.append(cost(path))
            yield name, costs[1], grown(costs[0], costs[1])
    for name, (label, build) in FILES.items():
        if any(part in name for part in only):
            (folder / label).write_bytes(build())
            yield name, cost(folder / label), None
    for name, path in _special(folder):
        if any(part in name for part in only):
            yield name, cost(path), None


_NAMED = {"table": "a.csv", "mail": "a.eml"}


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where an input ended its process or its time grows faster than it should."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=200_000, help="characters of the larger input")
    parser.add_argument("--growth", type=float, default=1.3)
    parser.add_argument("--only", nargs="*", default=[""], help="parts of names")
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args(arguments)
    rows = []
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        read_once(Path(folder))
        for name, spent, power in measure(Path(folder), asked.size, asked.only):
            bad += math.isnan(spent.seconds) or (power or 0.0) > asked.growth
            grows = f"n^{power:.1f}" if power is not None else ""
            each = 1e6 * spent.seconds / max(spent.bytes, 1)
            figures = (
                f"{spent.bytes:>9} B {spent.seconds:7.2f} s {each:6.1f} µs/B {grows:6} {spent.mib:5.0f} MiB"
            )
            print(f"{name:34} {figures}  {spent.outcome[:90]}", flush=True)
            rows.append({"name": name, "growth": power, **asdict(spent)})
    if asked.save:
        hardware.save(__file__, {"arguments": list(arguments), "inputs": rows})
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
