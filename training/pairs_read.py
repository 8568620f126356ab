"""Reads the benchmark's articles with the product's own stages, for ``pairs.py`` to train on.

    python training/pairs_read.py ../shared OUT.pickle [--tagger rules|neural|default]

What is written: ``{"articles": {id: AnnotatedArticle}, "speakers": {id: Speaker}}``, statements with their
joined speakers. Needs the product's environment; ``pairs.py`` needs scikit-learn and reads the pickle.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path

from onrecord import pipeline, sources, speakers, statements
from onrecord.records import AnnotatedArticle, Skipped, Speaker
from onrecord.statements.neural import NeuralTagger


def read(rows: Path, tagger: statements.Tagger) -> tuple[dict[str, AnnotatedArticle], dict[str, Speaker]]:
    """Annotate every row of a gzipped JSONL file and join its speakers."""

    def on_skip(skipped: Skipped) -> None:
        raise SystemExit(f"{skipped.where}: {skipped.reason}")

    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "rows.jsonl"
        kept = [json.loads(line) for line in gzip.decompress(rows.read_bytes()).splitlines()]
        lines = [json.dumps({k: r[k] for k in ("id", "outlet", "date", "text")}) for r in kept]
        plain.write_text("\n".join(lines), encoding="utf-8")
        raws = sources.read([plain], on_skip=on_skip)
        items = {i.article.id: i for i in pipeline.annotate(raws, tagger, on_skip=on_skip)}
    found, who = speakers.join(local for item in items.values() for local in item.speakers)
    named = {speaker.id: speaker for speaker in found}
    return {key: pipeline.name_speakers(item, who, named) for key, item in items.items()}, named


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tagger", choices=("rules", "neural", "default"), default="default")
    options = parser.parse_args()
    made: dict[str, Callable[[], statements.Tagger]] = {
        "rules": statements.RuleTagger,
        "neural": NeuralTagger,
        "default": statements.default_tagger,
    }
    tagger = made[options.tagger]()
    articles, named = read(options.shared / "data/basil/dev.jsonl.gz", tagger)
    options.out.write_bytes(pickle.dumps({"articles": articles, "speakers": named}))
    print(f"{len(articles)} articles, {sum(len(a.statements) for a in articles.values())} statements")


if __name__ == "__main__":
    main()
