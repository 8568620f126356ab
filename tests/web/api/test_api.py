"""The API: every kind by page and by id, filters, tags, problems, and a description that holds."""

from __future__ import annotations

import json

import jsonschema
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

import builders
from onrecord.queries import Queries
from onrecord.records import AnnotatedArticle, Corpus
from onrecord.records.asking import Filter
from onrecord.reports.tables import TABLES
from onrecord.store import Database, tables
from onrecord.views.kinds import KINDS
from onrecord.web.api import create_api

LISTED = [name for name in KINDS if name != "speakers"]


def test_every_table_can_be_asked_for():
    assert set(KINDS) == set(TABLES) - {"timexes"}


@pytest.mark.parametrize("kind", KINDS)
def test_pages_hold_every_record_once_and_as_described(client, kind):
    description = client.get("/v1/openapi.json").json()
    whole = client.get(f"/v1/{kind}?limit=200").json()
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get(
            f"/v1/{kind}", params={"limit": 2, "cursor": cursor} if cursor else {"limit": 2}
        ).json()
        seen += [row["id"] for row in page["data"]]
        cursor = page["next"]
    assert seen == [row["id"] for row in whole["data"]]
    assert len(seen) == len(set(seen))
    assert seen or kind in ("relations", "findings", "facts", "standing")
    told = description["paths"][f"/{kind}"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    jsonschema.validate(whole, told | {"components": description["components"]})


@pytest.mark.parametrize("kind", LISTED)
def test_a_record_is_found_by_its_id_as_its_page_shows_it(client, kind):
    for row in client.get(f"/v1/{kind}").json()["data"][:3]:
        assert client.get(f"/v1/{kind}/{row['id']}").json() == row
    missing = client.get(f"/v1/{kind}/none-such")
    assert missing.status_code == 404
    assert missing.headers["content-type"] == "application/problem+json"


def test_a_statement_stands_alone(client):
    row = client.get("/v1/statements", params={"words": "great interest"}).json()["data"][0]
    article = client.get(f"/v1/articles/{row['article_id']}").json()
    assert row["words"] == " … ".join(article["text"][s["start"] : s["end"]] for s in row["content"])
    assert (row["outlet"], row["title"]) == (article["outlet"], article["title"])
    assert client.get(f"/v1/articles/{row['article_id']}/timexes").json()["data"]
    assert client.get("/v1/articles/none-such/timexes").status_code == 404


def test_filters_narrow(client):
    stories = client.get("/v1/stories").json()["data"]
    told = max(stories, key=lambda s: len(s["article_ids"]))["id"]
    inside = {a for s in stories if s["id"] == told for a in s["article_ids"]}
    for kind in ("statements", "timeline", "silences"):
        found = client.get(f"/v1/{kind}", params={"story": told}).json()["data"]
        assert found, kind
        assert {row["article_id"] for row in found} <= inside
    entries = client.get("/v1/timeline", params={"clock": "about"}).json()["data"]
    assert {e["clock"] for e in entries} == {"about"}
    line = stories[0]["storyline_id"]
    whole = client.get("/v1/chronicle", params={"storyline": line}).json()["data"]
    part = client.get("/v1/chronicle", params={"storyline": line, "story": told}).json()["data"]
    assert {r["id"] for r in part} == {r["id"] for r in whole if r["story_id"] == told}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("spk-marrend", {"spk-marrend"}),
        ("Marrend", {"spk-marrend"}),
        ("m", {"spk-marrend", "spk-ministry"}),
        ("Mar Il", {"spk-marrend"}),
        ("arrend", set()),
        ("spk-marren", set()),
    ],
)
def test_a_speaker_is_asked_for_by_a_whole_id_or_as_words_of_the_name_begin(client, asked, meant):
    rows = client.get("/v1/statements", params={"speaker": asked}).json()["data"]
    assert {row["speaker_id"] for row in rows} == meant


def test_what_has_no_day_is_counted_beside(client):
    found = client.get("/v1/statements", params={"said_since": "2024-01-01"}).json()
    everything = client.get("/v1/statements?limit=200").json()["data"]
    assert "perhaps" not in client.get("/v1/statements").json()
    undated = [r for r in everything if r["said_earliest"] is None and r["said_latest"] is None]
    assert found["perhaps"] >= len(undated) > 0


def test_search_counts_what_it_can_be_narrowed_to(client, tunnel_archive):
    found = client.get("/v1/search", params={"words": "tunnel", "limit": 2}).json()
    with Queries(tunnel_archive) as queries:
        matching = queries.page_of_statements(Filter(words="tunnel"), limit=200)
    assert (found["total"], found["complete"]) == (len(matching), True)
    for facet in ("outlet", "kind", "stance", "speaker"):
        for value in found["facets"][facet]:
            narrowed = client.get("/v1/search", params={"words": "tunnel", facet: value["value"]}).json()
            assert narrowed["total"] == value["count"], (facet, value)
    seen, cursor = [], None
    while True:
        page = client.get(
            "/v1/search", params={"words": "tunnel", "limit": 2} | ({"cursor": cursor} if cursor else {})
        )
        seen += [row["id"] for row in page.json()["data"]]
        cursor = page.json()["next"]
        if cursor is None:
            break
        assert 'rel="next"' in page.headers["link"]
    assert sorted(seen) == sorted(s.id for s in matching)
    shared = [row for row in found["data"] if row["told_by"] > 1]
    for row in shared:
        assert client.get("/v1/statements", params={"claim": row["claim_id"]}).json()["data"]


def test_an_answer_that_is_at_hand_is_not_sent_again(client):
    first = client.get("/v1/statements?limit=3")
    again = client.get("/v1/statements?limit=3", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/v1/statements?limit=2", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200
    head = client.head("/v1/statements?limit=3")
    assert (head.headers["etag"], head.content) == (first.headers["etag"], b"")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/v1/statements?limit=0", "limit"),
        ("/v1/statements?limit=1e3", "limit"),
        ("/v1/statements?outlett=x", "did you mean outlet"),
        (
            "/v1/statements?said_since=yesterday",
            "said_since: 'yesterday' is not a day, month or year; write it as 2031-03-04",
        ),
        ("/v1/statements?said_since=2031-02-30", "said_since"),
        ("/v1/statements?said_since=2031&said_until=2030", "2031 is after 2030"),
        ("/v1/search?published_since=2031-05&published_until=2031-04", "no day is asked for"),
        ("/v1/statements?kind=spoken", "direct"),
        ("/v1/statements?words=a&words=b", "twice"),
        ("/v1/articles?level=deny", "no parameter"),
        ("/v1/articles?published_since=2031-13", "published_since"),
        ("/v1/articles?stance=denies", "deny"),
        ("/v1/search?confidence=nan", "confidence: 'nan' is not from 0 to 1"),
        ("/v1/search?confidence=much", "confidence: 'much' is not from 0 to 1"),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(client, address, told):
    answer = client.get(address)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.json()["detail"]


def test_other_addresses_and_methods_are_problems_too(client):
    missing = client.get("/v1/nonsense")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")
    refused = client.delete("/v1/statements")
    assert refused.status_code == 405
    assert set(refused.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert refused.json()["status"] == 405


def test_a_correction_is_handed_on_when_it_speaks_of_what_is_there(client, kept):
    merge = {"action": "merge", "names": ["Tobin Vael", "Vael"], "note": "one man"}
    done = client.post("/v1/corrections", json=merge)
    assert done.status_code == 201
    assert [c.names for c in kept] == [("Tobin Vael", "Vael")]
    for wrong, status in (
        (b'{"action": "merge", "names": []}', 409),
        (b'{"action": "split", "places": [{"article_id": "none", "start": 0, "end": 1}]}', 409),
        (b'{"action": "remove", "about": "article", "articles": ["none"]}', 409),
        (b'{"action": "burn"}', 422),
        (b"[" * 100_000, 422),
        (b'{"action": "split", "places": [{"article_id": "\\ud800", "start": 0, "end": 1}]}', 422),
        (b'{"action": "merge", "names": ["Tobin Vael", "\\udfff"]}', 422),
        (b"{", 422),
        (b" " * (1 << 20) + b"{}", 413),
    ):
        sent = client.post("/v1/corrections", content=wrong, headers={"content-type": "application/json"})
        assert sent.status_code == status, wrong[:60]
    assert client.post("/v1/corrections", content=json.dumps(merge)).status_code == 415
    assert len(kept) == 1
    assert client.get("/v1/corrections").json() == {"data": []}


def test_refusals_of_the_server_are_problems_below_v1(tunnel_archive):
    from starlette.testclient import TestClient

    from onrecord.web import create_app
    from onrecord.web.guard import digest_of

    app = create_app(tunnel_archive, hosts=("testserver",), token=digest_of("secret"))
    with TestClient(app) as guarded:
        refused = guarded.get("/v1/statements")
        assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
        assert refused.headers["www-authenticate"] == "Bearer"
        assert guarded.post("/v1/corrections", json={"action": "merge"}).status_code == 401
        told = guarded.get("/v1/statements?limit=1", headers={"authorization": "Bearer secret"})
        assert told.json()["data"]
        elsewhere = guarded.get("/v1/statements", headers={"host": "evil.example"})
        assert elsewhere.json()["status"] == 421


def test_a_thousand_statements_are_paged_without_gap_or_repeat_while_articles_arrive(tmp_path):
    def told(number, sayings):
        of = builders.article(" ".join(f"Saying {number}-{n} ends." for n in range(sayings)), f"a{number:03}")
        said = [builders.statement(of, f"Saying {number}-{n} ends") for n in range(sayings)]
        return AnnotatedArticle(of, statements=tuple(said))

    corpus = Corpus(tuple(told(n, 25) for n in range(40)))
    path = builders.archived(tmp_path / "onrecord.db", corpus)
    database = Database(path)
    api = create_api(lambda: Queries(path), lambda _: None)
    seen, cursor, arrived = [], "", 0
    with TestClient(Starlette(routes=[Mount("/v1", app=api)])) as opened:
        while cursor is not None:
            asked = {"limit": 50} | ({"cursor": cursor} if cursor else {})
            page = opened.get("/v1/statements", params=asked).json()
            seen += [row["id"] for row in page["data"]]
            cursor, arrived = page["next"], arrived + 1
            with database.transaction() as connection:
                tables.put_article(connection, told(500 + arrived * 7, 2), story_keys="{}", reading=2)
    database.close()
    assert len(seen) == len(set(seen))
    assert {s.id for item in corpus.articles for s in item.statements} <= set(seen)
