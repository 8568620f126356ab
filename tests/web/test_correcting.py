"""Corrections in the browser: made, shown where they matter, listed, taken back, out and in as a table."""

from __future__ import annotations

import html
import re

import pytest


def secret_of(client):
    return re.search(r'name="secret" value="([0-9a-f]+)"', client.get("/add").text).group(1)


def send(browser, **fields):
    answer = browser.post("/correct", data={"secret": secret_of(browser), **fields}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer


def story_of(browser):
    return re.search(r'href="(/stories/[^"#?]+)', browser.get("/?q=sluice").text).group(1)


def statement_of(browser):
    return re.search(
        r'href="/correct\?about=statement&amp;id=([^"]+)"', browser.get(story_of(browser)).text
    ).group(1)


def test_somebody_else_said_it(browser):
    key = statement_of(browser)
    assert "Somebody else said it" in browser.get(f"/correct?about=statement&id={key}").text
    send(browser, what="speaker", id=key, name="Ada <i>Quill", note="I asked her", by="jo")
    assert "Ada &lt;i&gt;Quill" in browser.get(story_of(browser)).text
    listed = browser.get("/corrections").text
    assert "I asked her" in listed
    assert "jo" in listed
    send(browser, what="undo", id="1")
    assert "Quill" not in browser.get(story_of(browser)).text
    assert "taken back" in browser.get("/corrections").text


def test_words_are_cut_otherwise_and_shown_as_a_readers(browser):
    key = statement_of(browser)
    form = browser.get(f"/correct?about=statement&id={key}").text
    told = re.search(r'<textarea name="content"[^>]*>([^<]+)', form).group(1)
    shorter = " ".join(html.unescape(told).split()[:3])
    source = html.unescape(re.search(r'name="source"[^>]*value="([^"]*)"', form).group(1))
    cue = html.unescape(re.search(r'name="cue"[^>]*value="([^"]*)"', form).group(1))
    send(browser, what="cut", id=key, source=source, cue=cue, content=shorter, by="jo")
    again = browser.get(f"/correct?about=statement&id={key}").text
    assert f">{shorter}</textarea>" in html.unescape(again)
    assert "words corrected by jo" in browser.get(story_of(browser)).text
    row = browser.get(f"/v1/statements/{key}").json()
    assert (row["words"], row["corrected"]) == (shorter, True)
    assert "statement cut otherwise" in browser.get("/corrections").text
    answer = browser.post(
        "/correct",
        data={"secret": secret_of(browser), "what": "cut", "id": key, "content": "words of nobody"},
    )
    assert answer.status_code == 409
    assert "does not have the words" in answer.text
    send(browser, what="undo", id="1")
    assert told in browser.get(f"/correct?about=statement&id={key}").text


def test_an_outlet_and_a_date_are_corrected_and_shown_as_such(browser):
    page = re.search(r'href="(/articles/([^"#?]+))', browser.get(story_of(browser)).text)
    send(browser, what="outlet", id=page[2], outlet="Harbour Mail")
    send(browser, what="date", id=page[2], date="2031-03-06")
    text = browser.get(page[1]).text
    assert "Harbour Mail" in text
    assert "a reader says so" in text
    assert "Corrected by readers" in text
    assert "Corrected by readers" in browser.get(story_of(browser)).text


def test_a_removed_article_is_gone_until_it_is_put_back(browser):
    key = re.search(r'href="/articles/([^"#?]+)', browser.get("/search?q=pears").text).group(1)
    send(browser, what="remove", id=key)
    assert browser.get(f"/articles/{key}").status_code == 404
    assert "Pears" not in browser.get("/").text
    send(browser, what="undo", id="1")
    assert browser.get(f"/articles/{key}").status_code == 200


def test_the_table_goes_out_and_comes_in_edited(browser):
    key = re.search(r'href="/articles/([^"#?]+)', browser.get(story_of(browser)).text).group(1)
    send(browser, what="outlet", id=key, outlet="=Mail")
    table = browser.get("/corrections.csv").text
    assert "'=Mail" in table
    edited = table.replace("'=Mail", "Harbour Mail")
    files = {"files": ("corrections.csv", edited.encode())}
    browser.post("/corrections", data={"secret": secret_of(browser)}, files=files)
    assert "Harbour Mail" in browser.get(f"/articles/{key}").text
    again = browser.get("/corrections.csv").text
    assert len(again.splitlines()) == 4
    files = {"files": ("corrections.csv", again.encode())}
    browser.post("/corrections", data={"secret": secret_of(browser)}, files=files)
    assert browser.get("/corrections.csv").text == again


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "speaker", "id": "st-none"},
        {"what": "date", "id": "art-none", "date": "2031-03-04"},
        {"what": "undo", "id": "7"},
        {"what": "undo", "id": "x"},
        {"what": "merge", "id": "x", "name": "Nobody"},
        {"what": "nonsense", "id": "x"},
    ],
)
def test_what_is_not_there_cannot_be_corrected(browser, fields):
    answer = browser.post("/correct", data={"secret": secret_of(browser), **fields})
    assert answer.status_code in (400, 409)
    assert "Nobody has corrected anything yet" in browser.get("/corrections").text


@pytest.mark.parametrize(
    "query", ["about=statement&id=x", "about=article&id=x", "about=speaker&id=x", "about=x&id=x"]
)
def test_a_form_for_what_is_not_there_says_so(browser, query):
    assert browser.get(f"/correct?{query}").status_code == 404


def test_the_brief_beside_the_archive_is_written_anew(browser, archive_file):
    brief = archive_file.parent / "brief.html"
    brief.write_text("old", "utf-8")
    send(browser, what="speaker", id=statement_of(browser), name="Ada Quill")
    assert "Ada Quill" in brief.read_text("utf-8")


def test_an_article_is_told_apart_and_put_back_among_the_others(browser):
    story = story_of(browser)
    form = browser.get(f"/correct?about=story&id={story.split('/')[-1]}").text
    articles = re.findall(r'name="article" value="([^"]+)"', form)
    assert len(articles) == 2
    send(browser, what="another story", id=story, article=articles[1])
    assert "1 article" in browser.get(story_of(browser)).text
    told = browser.get("/corrections").text
    assert "not the story they were given" in told
    send(browser, what="undo", id="1")
    assert (
        len(
            re.findall(r'name="article"', browser.get(f"/correct?about=story&id={story.split('/')[-1]}").text)
        )
        == 2
    )
    answer = send(
        browser, what="one story", id=story.split("/")[-1], named="Pears fail in the Vennborg orchards"
    )
    assert answer.status_code == 303
    assert "3 articles" in browser.get("/").text
    wrong = {"what": "one story", "id": story.split("/")[-1], "named": "nothing at all"}
    assert browser.post("/correct", data={"secret": secret_of(browser), **wrong}).status_code == 409


def test_what_readers_say_stands_at_the_statement_and_in_the_brief(browser, archive_file):
    (archive_file.parent / "brief.html").write_text("old", "utf-8")
    key = statement_of(browser)
    send(browser, what="wrong", id=key, value="the <i>whole</i> sentence", by="jo")
    told = "wrong, says jo: the &lt;i&gt;whole&lt;/i&gt; sentence"
    assert told in browser.get(story_of(browser)).text
    assert told in (archive_file.parent / "brief.html").read_text("utf-8")
    send(browser, what="undo", id="1")
    assert told not in browser.get(story_of(browser)).text


@pytest.mark.parametrize(("start", "end"), [(0, 10**30), (2**63, 2**63 + 1), (-5, -1), (9, 2)])
def test_a_place_outside_its_article_is_refused(browser, start, end):
    article = browser.get("/v1/articles").json()["data"][0]["id"]
    place = {"article_id": article, "start": start, "end": end}
    told = {"action": "split", "about": "speaker", "names": ["Ada Quill"], "places": [place]}
    answer = browser.post("/v1/corrections", json=told)
    assert (answer.status_code, "beyond the text" in answer.text) == (409, True)
    assert browser.get("/v1/corrections").json()["data"] == []


def test_more_words_than_a_statement_has_are_not_looked_for(browser, monkeypatch):
    key = statement_of(browser)
    monkeypatch.setattr("onrecord.views.correcting._MOST_WORDS", 2)
    told = {"secret": secret_of(browser), "what": "cut", "id": key, "content": "the sluice would open in May"}
    answer = browser.post("/correct", data=told)
    assert (answer.status_code, "does not have the words" in answer.text) == (409, True)


@pytest.mark.parametrize("number", ["x", "²", "-1", "9" * 30])
def test_what_is_no_number_of_a_correction_is_said_so(browser, number):
    sent = browser.post("/correct", data={"secret": secret_of(browser), "what": "undo", "id": number})
    assert sent.status_code == 409
    assert "there is no correction" in sent.text


def test_statements_that_may_be_one_are_offered_and_joined(browser):
    key = statement_of(browser)
    form = browser.get(f"/correct?about=statement&id={key}").text
    offered = re.findall(r'name="same" value="([^"]+)"', form)
    assert offered
    assert key not in offered
    assert send(browser, what="together", id=key, same=offered[0]).headers["location"] == "/corrections"
    again = browser.get(f"/correct?about=statement&id={key}").text
    assert offered[0] not in re.findall(r'name="same" value="([^"]+)"', again)
    answer = browser.post("/correct", data={"secret": secret_of(browser), "what": "together", "id": key})
    assert answer.status_code == 409
    assert "choose" in answer.text


def test_a_claim_is_judged_with_both_sides_before_the_reader(browser):
    text = browser.get(story_of(browser)).text
    key = re.search(r"about=claim&amp;id=([^\"]+)", text).group(1)
    form = browser.get(f"/correct?about=claim&id={key}").text
    assert "Harbour Post" in form
    assert "Coastal Wire" in form
    assert form.count("said that") == 2


def test_a_correction_leads_to_what_it_is_about(browser):
    key = statement_of(browser)
    send(browser, what="right", id=key)
    page = re.search(r'<a href="(/articles/[^"#]+)#(in-[^"]+)">see it', browser.get("/corrections").text)
    assert f'id="{page[2]}"' in browser.get(page[1]).text


def test_a_table_that_is_not_utf8_is_refused_and_changes_nothing(browser):
    key = re.search(r'href="/articles/([^"#?]+)', browser.get(story_of(browser)).text).group(1)
    send(browser, what="outlet", id=key, outlet="Courrier de l’été")
    table = browser.get("/corrections.csv").text
    files = {"files": ("corrections.csv", table.encode("cp1252"))}
    answer = browser.post("/corrections", data={"secret": secret_of(browser)}, files=files)
    assert answer.status_code == 409
    assert "not UTF-8" in answer.text
    assert browser.get("/corrections.csv").text == table
