"""Whether the join tells names apart and together: invented pairs, labelled before the join was written.

usage: python evals/name_pairs.py

Each pair becomes two chains of two articles; the prediction is whether ``identity.join`` gives them one
record. ``name_pairs.f1`` is over the pairs that are the same person or organisation.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import identity, languages
from onrecord.languages.english.speakers import offices as data
from onrecord.languages.english.speakers.countries import PLACES
from onrecord.names.persons import parse
from onrecord.names.roles import describe
from onrecord.records import LocalSpeaker, Office, SpeakerType, stable_id

PAIRS = Path(__file__).resolve().parent / "data" / "name_pairs.jsonl"


def pairs() -> list[dict[str, Any]]:
    """The labelled pairs."""
    return [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def _type(name: str) -> SpeakerType:
    words = [w.strip(".,()").casefold() for w in name.split()]
    if any(w in data.ORGANISATION_WORDS for w in words) or name.casefold().removeprefix("the ") in PLACES | {
        "kremlin"
    }:
        return "person" if parse(name).titles and parse(name).full else "organisation"
    if (name.isupper() and " " not in name and len(name) < 6) or "&" in name or " and " in name:
        return "organisation"
    kind = describe(words).kind
    if name[0].islower() or kind == "group":
        return (
            "group"
            if kind == "group"
            else "office"
            if kind == "person" and not parse(name).parts
            else "person"
        )
    return "person"


def chain(side: dict[str, Any], article: str) -> LocalSpeaker:
    """One side of a pair as a chain of an article of its own."""
    offices = [o for held in side.get("offices", []) for o in held.split(", ")]
    gender = next((o for o in offices if o in ("he", "she")), None)
    name = parse(side["name"])
    return LocalSpeaker(
        id=stable_id("local", article, side["name"]),
        article_id=article,
        name=side["name"],
        type=_type(side["name"]),
        offices=tuple(Office(o) for o in offices if o not in ("he", "she")),
        gender=gender or name.gender,
    )


def wrong() -> Iterator[tuple[dict[str, Any], bool]]:
    """Pairs that are not joined as labelled, with what the join said."""
    for pair in pairs():
        a, b = chain(pair["a"], "a"), chain(pair["b"], "b")
        _, owner = identity.join([a, b], language=languages.of("en"))
        said = owner[a.id] == owner[b.id]
        if said != pair["same"]:
            yield pair, said


def measure(shared: Path) -> dict[str, float]:  # noqa: ARG001 - every eval takes it
    """Precision, recall and F1 of "same", in percent."""
    total = pairs()
    mistakes = list(wrong())
    false = sum(said for _, said in mistakes)
    missed = len(mistakes) - false
    right = sum(p["same"] for p in total) - missed
    return {
        "name_pairs.precision": 100 * right / (right + false),
        "name_pairs.recall": 100 * right / (right + missed),
        "name_pairs.f1": 200 * right / (2 * right + false + missed),
    }


if __name__ == "__main__":
    for pair, said in wrong():
        print(pair["id"], pair["trap"], pair["a"], pair["b"], "joined" if said else "apart")
    json.dump(measure(Path()), sys.stdout, indent=1)
    print()
