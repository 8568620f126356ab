"""Pairs of passages to teach the cross-encoder: paraphrases, one event in two reports, one utterance.

Other people's annotated pairs come first (SICK, MSR paraphrases, coreference of actions in ECB+'s training
part), then the labelled events. The benchmark is never among them.
"""

from __future__ import annotations

import io
import random
import re
import tarfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.models.crossencoder import Passage, PassageReader
from onrecord.utterances.passages import NOBODY, passage
from onrecord.utterances.scoring import ExplicitScorer
from training.pairs import Event

Example = tuple[Passage, Passage, float]

_EVENT_PAIRS, _COREFERENT = 6000, 0.4
_TRIES = 12  # mentions looked at for one hard pair of two events
_WHOLE = [(0, 1 << 20)]


@dataclass(frozen=True)
class _Mention:
    """A mention of an action in its sentence; ``chain`` names the event it is one of."""

    topic: str
    document: str
    chain: str
    text: str
    spans: tuple[tuple[int, int], ...]

    def trigger(self) -> set[str]:
        return {self.text[a:b].lower()[:4] for a, b in self.spans}


def generic(shared: Path, reader: PassageReader) -> list[Example]:
    """Sentence pairs of SICK (entailed or not) and MSR, and mentions of actions of ECB+."""

    def whole(sentence: str) -> Passage:
        return reader.read(NOBODY, sentence, _WHOLE)

    out: list[Example] = []
    with tarfile.open(shared / "data/pairs/sick_msr.tar.gz") as archive:
        for part in ("train", "val"):
            rows = _rows(archive, f"data/para/msr/msr-para-{part}.tsv")
            # Label, two ids, two sentences.
            out += [(whole(r[3]), whole(r[4]), float(r[0])) for r in rows if r[4:] and r[0] in ("0", "1")]
        rows = _rows(archive, "data/sts/sick2014/SICK_train.txt")[1:]
        out += [(whole(r[1]), whole(r[2]), float(r[4] == "ENTAILMENT")) for r in rows]
    return out + _event_pairs(_mentions(shared / "data/ecbplus/train_dev.tar.gz"), reader)


def _rows(archive: tarfile.TarFile, name: str) -> list[list[str]]:
    file = archive.extractfile(name)
    if file is None:
        raise FileNotFoundError(name)
    return [line.split("\t") for line in io.TextIOWrapper(file, encoding="utf-8").read().splitlines()]


def _mentions(path: Path) -> list[_Mention]:
    """Every mention of an action that some relation ties to others of its topic."""
    found = []
    with tarfile.open(path) as archive:
        for member in archive:
            name = re.search(r"(\d+)_\d+ecb(?:plus)?\.xml$", member.name)
            file = archive.extractfile(member) if name else None
            if name and file:
                found += _of_document(name[1], member.name, ET.fromstring(file.read()))  # noqa: S314 - our data
    return found


def _of_document(topic: str, document: str, root: ET.Element) -> list[_Mention]:
    tokens = root.findall("token")
    sentence = {t.get("t_id"): t.get("sentence") for t in tokens}
    anchors: dict[str | None, tuple[str, list[str | None]]] = {}
    instances: dict[str | None, str | None] = {}
    for mark in root.find("Markables") or ():
        at = [a.get("t_id") for a in mark.findall("token_anchor")]
        if at:
            anchors[mark.get("m_id")] = (mark.tag, at)
        else:
            instances[mark.get("m_id")] = mark.get("instance_id") or mark.get("RELATED_TO")
    found = []
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        if not relation.tag.startswith("CROSS") or target is None:
            continue
        chain = f"{topic}:{relation.get('note') or instances.get(target.get('m_id'))}"
        for source in relation.findall("source"):
            tag, at = anchors.get(source.get("m_id"), ("", []))
            if not tag.startswith(("ACTION", "NEG_ACTION")):
                continue
            text, spans = "", []
            for token in tokens:
                if token.get("sentence") == sentence[at[0]]:
                    text += " " if text else ""
                    word = token.text or ""
                    if token.get("t_id") in at:
                        spans.append((len(text), len(text) + len(word)))
                    text += word
            found.append(_Mention(topic, document, chain, text, tuple(spans)))
    return found


def _event_pairs(mentions: list[_Mention], reader: PassageReader) -> list[Example]:
    """Mentions of one action in two documents, and of two actions of one topic that look alike."""
    rng = random.Random(3)  # noqa: S311 - no secrets
    chains, topics = defaultdict(list), defaultdict(list)
    for mention in mentions:
        chains[mention.chain].append(mention)
        topics[mention.topic].append(mention)
    shared = [c for c in chains.values() if len({m.document for m in c}) > 1]
    pairs: list[tuple[_Mention, _Mention, float]] = []
    while len(pairs) < _EVENT_PAIRS * _COREFERENT:
        one, two = rng.sample(rng.choice(shared), 2)
        if one.document != two.document and one.text != two.text:
            pairs.append((one, two, 1.0))

    def alike(one: _Mention, two: _Mention) -> int:
        words = set(one.text.lower().split()) & set(two.text.lower().split())
        return len(words) + 5 * bool(one.trigger() & two.trigger())

    names = list(topics)
    while len(pairs) < _EVENT_PAIRS:
        members = topics[rng.choice(names)]
        one = rng.choice(members)
        others = [
            m
            for m in rng.sample(members, min(_TRIES, len(members)))
            if m.chain != one.chain and m.document != one.document
        ]
        if others:
            likest = max(range(len(others)), key=[alike(one, m) for m in others].__getitem__)
            pairs.append((one, others[likest], 0.0))

    def read(mention: _Mention) -> Passage:
        return reader.read(NOBODY, mention.text, mention.spans)

    return [(read(one), read(two), same) for one, two, same in pairs]


class Labelled:
    """Pairs of points of different articles; each epoch draws other pairs that are not one utterance.

    ``hard`` of them, for each pair that is one, are drawn by how alike they look, ``plain`` evenly.
    """

    def __init__(self, events: list[Event], reader: PassageReader, hard: float, plain: float) -> None:
        self.yes: list[Example] = []
        self.no: list[Example] = []
        likeness: list[float] = []
        for event in events:
            points = event.made.points
            read = [reader.read(*passage(p)) for p in points]
            odds = ExplicitScorer().odds(event.table)
            for row, (i, j) in enumerate(event.pairs):
                if points[i].article.id == points[j].article.id:
                    continue
                (self.yes if event.answers[row] else self.no).append((read[i], read[j], event.answers[row]))
                if not event.answers[row]:
                    likeness.append(float(odds[row]))
        weights = np.exp(0.7 * np.clip(np.array(likeness), -8, 2))
        self._chances: npt.NDArray[np.float64] = weights / weights.sum()
        self._hard, self._plain = hard, plain

    def epoch(self, seed: int) -> list[Example]:
        """All pairs that are one utterance, with as many others as asked for."""
        rng = np.random.default_rng(seed)
        size = len(self.yes)
        hard = rng.choice(len(self.no), int(self._hard * size), replace=False, p=self._chances)
        plain = rng.choice(len(self.no), int(self._plain * size), replace=False)
        return self.yes + [self.no[k] for k in (*hard, *plain)]
