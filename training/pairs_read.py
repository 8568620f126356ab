"""Reads the articles that have labelled utterances with the product's own stages, for ``pairs.py``.

    PYTHONPATH=src python -m training.pairs_read ../shared OUT.pickle [--tagger rules|neural|default]

They are the cross-outlet benchmark's and those of ``training/labels/utterances.json``. What is written:
``{"articles": {id: AnnotatedArticle}, "speakers": {id: Speaker}}``, statements with their joined speakers.
Needs the product's environment; ``pairs.py`` needs scikit-learn and reads the pickle.
"""

from __future__ import annotations

import argparse
import json
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path

from onrecord import identity, languages, pipeline, sources, statements
from onrecord.records import AnnotatedArticle, Skipped, Speaker
from onrecord.statements.neural import NeuralTagger
from training import labelled
from training.rules import RuleTagger


def read(
    found: list[dict[str, str]], tagger: statements.Tagger
) -> tuple[dict[str, AnnotatedArticle], dict[str, Speaker]]:
    """Annotate every row and join the speakers of all."""

    def on_skip(skipped: Skipped) -> None:
        raise SystemExit(f"{skipped.where}: {skipped.reason}")

    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "rows.jsonl"
        plain.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
        raws = sources.read([plain], on_skip=on_skip)
        items = {i.article.id: i for i in pipeline.annotate(raws, tagger, on_skip=on_skip)}
    chains = (local for item in items.values() for local in item.speakers)
    joined, who = identity.join(chains, language=languages.of(None))
    named = {speaker.id: speaker for speaker in joined}
    return {key: pipeline.name_speakers(item, who, named) for key, item in items.items()}, named


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tagger", choices=("rules", "neural", "default"), default="default")
    options = parser.parse_args()
    made: dict[str, Callable[[], statements.Tagger]] = {
        "rules": RuleTagger,
        "neural": NeuralTagger,
        "default": statements.default_tagger,
    }
    tagger = made[options.tagger]()
    articles, named = read(labelled.rows(options.shared), tagger)
    options.out.write_bytes(pickle.dumps({"articles": articles, "speakers": named}))
    print(f"{len(articles)} articles, {sum(len(a.statements) for a in articles.values())} statements")


if __name__ == "__main__":
    main()
