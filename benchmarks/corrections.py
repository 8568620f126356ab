"""Random corrections and undos over random small archives: nothing moves but what was named.

Each archive holds invented articles on a few matters. After every correction all statements, speakers, days,
outlets and stories that it does not name must be as they were; after reading the articles again everything
must be as before, and once all corrections are taken back, as at the start.

    python benchmarks/corrections.py --number 500 --seed 1
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import hardware
from rules import RuleTagger

from onrecord.archive import Archive
from onrecord.records import Correction, Place, Statement
from onrecord.records.corrections import Verdict
from onrecord.views import correcting

_NAMES = ("Petra Solveig", "Jonas Hale", "Ilka Venn", "Tomas Reil", "Harald Osk", "Pia Lorn", "Corvin Mills")
_OUTLETS = ("Harbour Post", "Coastal Wire", "Northern Gazette")
_MATTERS = {
    "the tram": ("will run again on the upper line", "needs twelve new wagons before winter"),
    "the reservoir": ("holds less water than last summer", "will be filled when the treaty is signed"),
    "the ferry": ("sails twice a day from Oskhaven", "is too old for another season at sea"),
}
_A_ROUND = 10  # corrections an archive

State = dict[str, dict[str, object]]
Moved = set[tuple[str, str]]
Made = tuple[Correction, Callable[[str, str], bool]]


@dataclass(slots=True)
class Result:
    """What became of the corrections."""

    made: Counter[str] = field(default_factory=Counter)
    strayed: list[str] = field(default_factory=list)
    unequal: list[str] = field(default_factory=list)


def write_inputs(chance: random.Random, path: Path) -> None:
    """Six to nine articles: some outlets tell the same sayings on one day, each with one of its own."""
    rows = []
    for number, (matter, sayings) in enumerate(_MATTERS.items()):
        first, second = chance.sample(_NAMES, 2)
        for outlet in chance.sample(_OUTLETS, chance.randint(2, 3)):
            own = chance.choice(_NAMES)
            text = (
                f"{first}, the mayor of Tarn, said on Monday that {matter} {sayings[0]}. “It {sayings[0]},”"
                f" {first.split()[1]} said. {second} said that {matter} {sayings[1]}."
                f" {own} told {outlet} that nobody in Tarn had asked about {matter}."
            )
            day = f"2031-{3 + 2 * number:02}-{chance.randint(4, 6):02}"
            rows.append({"outlet": outlet, "date": day, "title": f"Tarn and {matter}", "text": text})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def state_of(archive: Archive) -> State:
    """Whatever a correction could move, by ids that it should not."""
    items = list(archive.articles())
    return {
        "outlet": {i.article.id: i.article.outlet for i in items},
        "day": {i.article.id: i.article.published.edtf for i in items},
        "speaker": {s.id: (s.speaker_id, s.speaker) for i in items for s in i.statements},
        "spans": {s.id: (s.source, s.cue, s.content, s.corrected) for i in items for s in i.statements},
        "said": {s.id: s.said.edtf for i in items for s in i.statements},
        "story": {a: s.id for s in archive.stories() for a in s.article_ids},
        "utterance": {
            r.statement_id: tuple(sorted(x.statement_id for x in u.renderings))
            for u in archive.utterances()
            for r in u.renderings
        },
    }


def moved(before: State, after: State) -> Moved:
    """What differs: (table, key)."""
    return {
        (name, key)
        for name, table in before.items()
        for key in table.keys() | after[name].keys()
        if table.get(key) != after[name].get(key)
    }


class Round:
    """Corrections of one archive, each with what it may move."""

    def __init__(self, archive: Archive, chance: random.Random) -> None:
        self._archive, self._chance = archive, chance
        items = list(archive.articles())
        self._every = [s for i in items for s in i.statements]
        self._statements = {s.id: s for s in self._every if s.source}
        self._articles = sorted(i.article.id for i in items)
        self._texts = {i.article.id: i.article.text for i in items}
        self._state = state_of(archive)

    def make(self) -> tuple[str, Made] | None:
        """One of a random kind, with its name; None where the archive has nothing for it."""
        name = self._chance.choice(sorted(_KINDS))
        made = _KINDS[name](self)
        return None if made is None else (name, made)

    def _one(self) -> Statement | None:
        return self._chance.choice(list(self._statements.values())) if self._statements else None

    def _named(self, *tables: str, keys: set[str]) -> Callable[[str, str], bool]:
        return lambda table, key: table in tables and key in keys

    def _in_stories(self, articles: Sequence[str]) -> set[str]:
        """The articles of their stories with their statements: all that comparing them again may move."""
        told = self._state["story"]
        mates = {a for a in told if told[a] in {told.get(x) for x in articles}}
        return mates | {s.id for s in self._every if s.article_id in mates}

    def split_speaker(self) -> Made | None:
        """One statement is somebody else's."""
        if (one := self._one()) is None:
            return None
        told = correcting.given_to(self._archive, [one.id], self._chance.choice(("Ada Quill", "")))
        return told, lambda table, key: (table == "speaker" and key == one.id) or table == "utterance"

    def merge_speakers(self) -> Made | None:
        """Two speakers are one."""
        known = sorted({(s.id, s.name) for s in self._archive.speakers()})
        if len(known) < 2:
            return None
        chosen = self._chance.sample(known, 2)
        ids, names = {key for key, _ in chosen}, tuple(name for _, name in chosen)
        bearing = {s.id for s in self._archive.speakers() if {s.name, *s.variants} & {*names}}
        held = {s for s, (who, _) in self._speakers().items() if who in ids | bearing}
        told = Correction("merge", names)
        return told, lambda table, key: (table == "speaker" and key in held) or table == "utterance"

    def _speakers(self) -> dict[str, tuple[str | None, str | None]]:
        return {k: v for k, v in self._state["speaker"].items() if isinstance(v, tuple)}

    def utterance(self) -> Made | None:
        """A statement is set apart, or put together with another one."""
        if (one := self._one()) is None or (other := self._one()) is None:
            return None
        merge = one.id != other.id and self._chance.random() < 0.5
        ids = [one.id, other.id] if merge else [one.id]
        near = self._in_stories([one.article_id, other.article_id])
        return correcting.utterance(self._archive, ids, one=merge), self._named("utterance", keys=near)

    def story(self) -> Made | None:
        """An article is told in another story, or two stories are one."""
        one, other = self._chance.sample(self._articles, 2)
        told = self._state["story"]
        if one not in told or other not in told:
            return None
        near = self._in_stories([one, other])
        allowed = self._named("story", "utterance", "day", "said", keys=near)
        if told[one] != told[other]:
            return correcting.one_story(self._archive, [str(told[one]), str(told[other])]), allowed
        return correcting.another_story(self._archive, [one]), allowed

    def outlet(self) -> Made:
        """An article is another outlet's."""
        key = self._chance.choice(self._articles)
        told = Correction("mark", about="outlet", articles=(key,), verdict="wrong", value="Island Voice")
        return told, self._named("outlet", keys={key})

    def date(self) -> Made:
        """An article is of another day."""
        key = self._chance.choice(self._articles)
        value = self._chance.choice(("2031-03-07", "2031-03", ""))
        own = {s.id for s in self._statements.values() if s.article_id == key}
        told = Correction("mark", about="date", articles=(key,), verdict="wrong", value=value)
        near = self._in_stories([key])
        return (
            told,
            lambda table, at: (
                (table == "day" and at == key)
                or (table == "said" and at in own)
                or (table == "utterance" and at in near)
            ),
        )

    def mark(self) -> Made | None:
        """A statement is right or wrong: nothing moves."""
        if (one := self._one()) is None:
            return None
        place = Place(one.article_id, one.source[0].start, one.source[-1].end, one.id)
        verdict: Verdict = self._chance.choice(("right", "wrong"))
        told = Correction("mark", places=(place,), about="statement", verdict=verdict)
        return told, self._named(keys=set())

    def span(self) -> Made | None:
        """One statement is cut otherwise: less is said, or somebody else's name is its source."""
        if (one := self._one()) is None:
            return None
        words = one.content_text(self._texts[one.article_id], " ").split()
        if self._chance.random() < 0.5 and len(words) > 3:
            cut = " ".join(words[: self._chance.randint(2, len(words) - 1)])
            told, tables = correcting.recut(self._archive, one.id, content=cut), {"spans", "said"}
        else:
            names = [n for n in _NAMES if n in self._texts[one.article_id]]
            told = correcting.recut(self._archive, one.id, source=self._chance.choice(names))
            tables = {"spans", "said", "speaker"}
        near = self._in_stories([one.article_id])
        return (
            told,
            lambda table, key: (table in tables and key == one.id) or (table == "utterance" and key in near),
        )

    def remove(self) -> Made:
        """An article is no part of the archive; speakers and stories that it held together may part."""
        key = self._chance.choice(self._articles)
        near = self._in_stories([key])
        own = {s.id for s in self._every if s.article_id == key}
        voices = {who for s, (who, _) in self._speakers().items() if s in own}
        heard = {s for s, (who, _) in self._speakers().items() if who in voices}

        def may(table: str, at: str) -> bool:
            return at in near or table in ("story", "utterance") or (table == "speaker" and at in heard)

        return Correction("remove", about="article", articles=(key,)), may


_KINDS: dict[str, Callable[[Round], Made | None]] = {
    "split speaker": Round.split_speaker,
    "merge speakers": Round.merge_speakers,
    "utterance": Round.utterance,
    "story": Round.story,
    "outlet": Round.outlet,
    "date": Round.date,
    "mark": Round.mark,
    "span": Round.span,
    "remove": Round.remove,
}


def correct(archive: Archive, chance: random.Random, result: Result, most: int) -> None:
    """Make up to ``most`` corrections, a third of them taken back at once."""
    for _ in range(most):
        before = state_of(archive)
        found = Round(archive, chance).make()
        if found is None:
            continue
        name, (told, allowed) = found
        archive.correct(told)
        result.made[name] += 1
        strayed = sorted(x for x in moved(before, state_of(archive)) if not allowed(*x))
        result.strayed += [f"{name}: {table} {key}" for table, key in strayed]
        if chance.random() < 0.34:
            archive.correct(Correction("undo", undoes=len(archive.corrections())))
            result.made["undo"] += 1
            if state_of(archive) != before:
                result.unequal.append(f"undone {name}")


def try_out(seed: int, result: Result, most: int) -> None:
    """One archive: correct it at random, read it again, take everything back."""
    chance = random.Random(seed)  # noqa: S311 - a trial to be repeated, not a secret
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        write_inputs(chance, source)
        with Archive(Path(folder) / "onrecord.db") as archive:
            archive.read([source], tagger=RuleTagger())
            start = state_of(archive)
            correct(archive, chance, result, most)
            after = state_of(archive)
            archive.read([source], tagger=RuleTagger())
            if state_of(archive) != after:
                result.unequal.append(f"seed {seed}: read again")
            for kept in reversed(archive.corrected()):
                if kept.holds and kept.correction.action != "undo":
                    archive.correct(Correction("undo", undoes=kept.number))
                    result.made["undo"] += 1
            if state_of(archive) != start:
                result.unequal.append(f"seed {seed}: all taken back")


def main() -> None:
    """Correct until there were as many corrections and undos as asked for, and tell what strayed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--number", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    result, began, seed = Result(), time.perf_counter(), asked.seed
    while result.made.total() < asked.number:
        try_out(seed, result, _A_ROUND)
        seed += 1
        print(seed - asked.seed, "archives,", result.made.total(), "corrections,", flush=True)
        print(len(result.strayed), "strayed,", len(result.unequal), "not as before", flush=True)
    told = {
        "archives": seed - asked.seed,
        "made": dict(sorted(result.made.items())),
        "strayed": result.strayed,
        "unequal": result.unequal,
        "seconds": round(time.perf_counter() - began),
    }
    print(json.dumps(told, indent=1))
    print(hardware.save(__file__, told))


if __name__ == "__main__":
    main()
