"""Search takes what people type: words must all occur, quoted words are a phrase, nothing is syntax."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord import store
from onrecord.records import Filter
from onrecord.store import search
from onrecord.store.filters import forms_query, fts_query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("quay open", '"quay" "open"'),
        ('"stay open" quay', '"stay open" "quay"'),
        ("it's", '"it\'s"'),
        ("a OR b*", '"a" "OR" "b*"'),
        ("-- '", '""'),
        ("", '""'),
    ],
)
def test_words_become_quoted_terms(typed, query):
    assert fts_query(typed) == query


@pytest.mark.parametrize(
    ("typed", "met", "missed"),
    [
        ("rent", ["rents", "rented"], ["rental"]),
        ("struck", ["strike", "strikes"], []),
        ("agencies", ["agency"], []),
        ("Venn's", ["venn"], []),
        ("news", ["news"], ["new"]),
        ("new", ["new"], ["news"]),
        ("death", ["deaths"], ["die"]),
        ("feed", ["feeds"], ["fee"]),
        ("bring", ["brought"], ["bred"]),
        ('"rent"', ["rent"], ["rents"]),
        ("“rent”", ["rent"], ["rents"]),
        ("U.S.", ["U.S."], ["us"]),
    ],
)
def test_a_word_alone_is_met_by_its_forms(typed, met, missed):
    terms = [part.strip('"()') for part in forms_query(typed).split(" OR ")]
    assert set(met) <= set(terms)
    assert not set(missed) & set(terms)


def test_every_word_or_phrase_must_be_met():
    assert forms_query('"stay open" quay') == '("stay open") AND ("quay" OR "quayed" OR "quaying" OR "quays")'
    assert forms_query("-- '") == '""'


@pytest.fixture(scope="module")
def rents(tmp_path_factory):
    """An archive whose statements speak of rents, one of them of the rent."""
    folder = tmp_path_factory.mktemp("rents")
    for number, said in enumerate(
        ("Rents will fall in both harbour districts", "The rent was never the council's to set"), 1
    ):
        (folder / f"{number}.txt").write_text(
            f"Published Time: 2031-03-0{number}\nTitle: A word on housing {number}\nAuthor: Quay Gazette\nText:\n"
            f'"{said}," Ilka Venn said.\nNobody else spoke.\n',
            "utf-8",
        )
    with onrecord.open(folder / "a.db", create=True) as archive:
        archive.read([folder / "1.txt", folder / "2.txt"])
        yield archive


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("rent", ["rent", "Rents"]),
        ("rents", ["Rents", "rent"]),
        ("renting", ["Rents", "rent"]),
        ('"rent"', ["rent"]),
        ('"rents will"', ["Rents"]),
        ("rental", []),
    ],
)
def test_what_holds_the_word_as_written_comes_first(rents, typed, found):
    statements = rents.statements_by_id(rents.find(Filter(words=typed)).statement_ids)
    texts = {a.article.id: a.article.text for a in rents.articles()}
    said = [s.content_text(texts[s.article_id]) for s in statements]
    assert sorted(found) == sorted(w for s in said for w in ("Rents", "rent") if w in s)
    if typed in ("rent", "rents"):
        assert found[0] in said[0]
    assert {hit.excerpt.split()[0].strip('"') for hit in rents.search(typed) if hit.statement_id} == {
        {"rent": "The", "Rents": "Rents"}[word] for word in found
    }


@pytest.mark.parametrize("typed", ["rent", "rents", '"rent"', "venn"])
@pytest.mark.parametrize(("offset", "limit"), [(0, 1), (1, 1), (0, 9)])
def test_the_best_are_the_same_when_only_they_are_looked_up(rents, monkeypatch, typed, offset, limit):
    asked = Filter(words=typed)
    found = rents.find(asked, offset=offset, limit=limit)
    monkeypatch.setattr(search, "_MOST_LOOKED_AT", 0)
    assert rents.find(asked, offset=offset, limit=limit) == found


def test_a_fragment_is_no_best_match_however_few_are_looked_at(tmp_path):
    words = ["The rent", "Rent is not what this council was ever asked to decide upon", "Never the rent"]
    path = tmp_path / "rows.jsonl"
    rows = [
        {"outlet": "Quay Gazette", "date": f"2031-03-0{n}", "text": f'"{said}," Ilka Venn said.'}
        for n, said in enumerate(words, 1)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with onrecord.open(tmp_path / "a.db", create=True) as archive:
        archive.read([path])
        with archive.database.reading() as connection:
            asked = {"words": forms_query("rent"), "written": fts_query("rent")}
            assert search._ranked(connection, asked, 3) is None  # two of three are fragments
        best = archive.statements_by_id(archive.find(Filter(words="rent")).statement_ids)
        text = archive.article(best[0].article_id).article.text
        assert "Rent is not" in best[0].content_text(text)


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    """An archive without articles."""
    database = store.Database(tmp_path_factory.mktemp("search") / "onrecord.db")
    yield database.connection
    database.close()


@given(st.text(max_size=40))
def test_no_input_breaks_the_query(nothing, typed):
    assert store.search.statements(nothing, typed) == []
    assert store.search.articles(nothing, typed) == []
