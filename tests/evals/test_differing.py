"""The invented pairs that differ, and those that do not: whole, and drawn in two halves within each kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.records import Finding, Place


@pytest.fixture
def differing(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import differing

    return differing


def test_every_pair_has_two_outlets_and_its_words_once_in_each(differing):
    pairs = [pair for name in differing.SETS for pair in differing.load(name)]
    assert len({p.name for p in pairs}) == len(pairs) == 48 + 52 + 60
    for pair in pairs:
        assert len(set(pair.outlets)) == len(pair.texts) == 2
        for text, words in zip(pair.texts, pair.words or (), strict=pair.words is not None):
            assert words in text


def test_each_kind_is_cut_in_half(differing):
    kinds = Counter((name, p.kind, p.half) for name in differing.SETS for p in differing.load(name))
    assert all(abs(kinds[name, kind, "seen"] - kinds[name, kind, "unseen"]) <= 1 for name, kind, _ in kinds)


def test_a_clash_is_found_only_where_its_own_words_stand(differing):
    pair = next(p for p in differing.load() if p.name == "bridge-opening")
    texts = dict(zip(("a", "b"), pair.texts, strict=True))

    def finding(*words):
        places = tuple(
            Place(key, text.index(w), text.index(w) + len(w))
            for (key, text), w in zip(texts.items(), words, strict=True)
        )
        return Finding("f", "s", "date", (), (), places, shown=True)

    corpus = type("Read", (), {"articles": [_item(key, text) for key, text in texts.items()]})
    assert differing.has(finding("on Thursday", "on Friday"), pair, list(texts), corpus)
    assert not differing.has(finding("ten weeks", "Ten weeks"), pair, list(texts), corpus)


def _item(key, text):
    article = type("Article", (), {"id": key, "text": text})
    return type("Item", (), {"article": article})
