"""Each page shows what it is asked for, links to where it stands, and escapes whatever articles hold."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from onrecord.archive import Archive
from onrecord.records import Correction, Office, stable_id
from onrecord.reports.brief.wording import held
from onrecord.web import create_app

LINK = re.compile(r'href="(/[^"#]*)')


def links(text, start):
    return [href.replace("&amp;", "&") for href in LINK.findall(text) if href.startswith(start)]


def story_of(browser):
    return links(browser.get("/?q=sluice").text, "/stories/")[0]


def test_the_index_lists_matters_and_filters_them(browser):
    text = browser.get("/").text
    assert "Pears fail in the Vennborg orchards" in text
    assert "2 stories" in text
    assert "Pears" not in browser.get("/?q=sluice").text
    assert "Pears" in browser.get("/?outlet=Northern+Gazette").text
    assert "luice" not in browser.get("/?since=2029-01&until=2029-12").text
    assert "No story matches" in browser.get("/?since=2040").text
    people = browser.get("/?q=Mira+Tal").text
    assert "Pears" in people
    assert "Sluice" not in people


def test_a_story_shows_who_says_what_and_leads_to_it(browser):
    text = browser.get(story_of(browser)).text
    assert "Osten Brill" in text
    assert "unless the engineers find another crack" in text
    assert links(text, "/articles/")
    assert links(text, "/speakers/")


def test_every_link_on_the_main_pages_leads_somewhere(browser):
    seen, waiting = set(), ["/", "/speakers", "/search?q=sluice", "/compare"]
    while waiting and len(seen) < 80:
        page = waiting.pop()
        if page in seen or page.startswith(("/watches", "/correct")):
            continue
        seen.add(page)
        answer = browser.get(page)
        assert answer.status_code == 200, page
        if answer.headers["content-type"].startswith("text/html"):
            waiting += links(answer.text, "/")
    assert {p.split("/")[1].split("?")[0] for p in seen} >= {
        "stories",
        "speakers",
        "articles",
        "storylines",
    } - {"storylines"}


def test_anchors_that_links_point_at_are_there(browser):
    story = browser.get(story_of(browser)).text
    targets = re.findall(r'href="(/articles/[^"#]+)#([^"]+)"', story)
    assert targets
    for page, anchor in set(targets):
        assert f'id="{anchor}"' in browser.get(page).text


def test_hostile_text_is_shown_and_not_run(browser):
    for page in ("/", story_of(browser), "/search?q=%3Cscript%3E", "/?q=%22%3E%3Ci%3E"):
        text = browser.get(page).text
        assert "<b>soon</b>" not in text
        assert "<script>" not in text
        assert '"><i>' not in text
    assert "&lt;b&gt;soon&lt;/b&gt;" in browser.get("/").text


def test_no_page_asks_anything_of_another_machine(browser):
    for page in ("/", story_of(browser), "/speakers", "/add"):
        loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', browser.get(page).text)
        assert loaded
        assert all(address.startswith("/static/") for address in loaded)


def test_a_speaker_has_what_it_said_and_what_was_said_of_it(browser):
    page = links(browser.get("/speakers?q=Brill").text, "/speakers/")[0]
    text = browser.get(page).text
    assert "The sluice will open unless the engineers find another crack" in text
    assert "Why these names are one" in text


def test_an_article_stands_beside_its_file(browser):
    page = next(p for p in links(browser.get(story_of(browser)).text, "/articles/") if "?" not in p)
    text = browser.get(page + "?raw=1").text
    assert '<pre class="raw"' in text
    assert "Published Time" in text
    assert "The file is not shown" not in text


def test_an_article_whose_file_was_not_kept_is_shown_without_it(browser, monkeypatch):
    monkeypatch.setattr("onrecord.queries.Queries.raw_of", lambda *_: None)
    page = next(p for p in links(browser.get(story_of(browser)).text, "/articles/") if "?" not in p)
    assert "read the file again" in browser.get(page + "?raw=1").text


def test_two_articles_show_the_passages_that_both_have(browser):
    page = next(p for p in links(browser.get(story_of(browser)).text, "/compare?"))
    text = browser.get(page).text
    assert "one story" in text
    assert "that both report" in text


def test_an_article_without_an_outlet_is_called_by_its_file_and_a_denial_stands_beside_its_words(tmp_path):
    for name, outlet in (("one.txt", "Author: Harbour Post\n"), ("two.txt", "")):
        told = f"Title: Tarn to open the sluice\n{outlet}Text:\nThe sluice opens in May, Osten Brill said."
        denied = " Brill denied that the sluice would leak." if name == "one.txt" else ""
        (tmp_path / name).write_text(f"Published Time: 2031-03-05\n{told}{denied}\n", "utf-8")
    with Archive(tmp_path / "onrecord.db") as archive:
        archive.read([tmp_path / "one.txt", tmp_path / "two.txt"])
        ids = {a.article.outlet: a.article.id for a in archive.articles()}
    with TestClient(create_app(tmp_path / "onrecord.db"), base_url="http://127.0.0.1:8431") as asked:
        one, two = (asked.get(f"/articles/{ids[outlet]}").text for outlet in ("Harbour Post", None))
    assert ">two.txt</a>" in one
    assert ids[None] not in re.sub(r'href="[^"]*"', "", one)
    assert ">Harbour Post</a>" in two
    assert "denies" in one
    assert "denies" not in two


def test_articles_to_compare_are_found_by_file_title_or_outlet(browser):
    text = browser.get("/compare?a=post.txt&b=coastal+wire").text
    assert "stand in both" in text
    assert "Which one of these?" in browser.get("/compare?a=sluice&b=orchard.txt").text
    assert "No article is called “quarry”" in browser.get("/compare?a=quarry").text


def test_a_rendering_can_be_laid_beside_any_other(browser):
    page = links(browser.get(story_of(browser)).text, story_of(browser) + "/utterances/")[0]
    text = browser.get(page).text
    bases = re.findall(r'<option value="([^"]+)"', text)
    assert len(bases) > 1
    for base in bases:
        shown = browser.get(f"{page}?base={base}").text
        assert f'<option value="{base}" selected>' in shown
        assert 'class="side"' in shown


def test_what_has_not_changed_is_not_sent_again(browser):
    first = browser.get("/")
    again = browser.get("/", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, br", "gzip"), ("gzip;q=0.5", "gzip"), ("gzip;q=0", None), ("br", None), ("identity", None)],
)
def test_a_page_is_sent_as_its_asker_takes_it(browser, accepted, encoding):
    answer = browser.get("/", headers={"accept-encoding": accepted})
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.text == browser.get("/").text


@pytest.mark.parametrize("page", ["/stories/x", "/articles/x", "/speakers/x", "/storylines/x", "/x"])
def test_what_is_not_there_is_said_plainly(browser, page):
    answer = browser.get(page)
    assert answer.status_code == 404
    assert "<h1>" in answer.text
    assert "onrecord.db" not in answer.text


@pytest.mark.parametrize(
    "query", ["page=0", "page=99999999999", "page=x", "since=", "order=drop+table", "q=%22"]
)
def test_odd_questions_get_a_page(browser, query):
    assert browser.get(f"/?{query}").status_code == 200
    assert browser.get(f"/speakers?{query}").status_code == 200
    assert browser.get(f"/search?{query}").status_code == 200


@pytest.mark.parametrize("day", ["%00", "soon", "2031-13", "2031-02-30", "2031-3-4", "-"])
def test_what_is_no_day_is_said_and_never_left_aside(browser, day):
    for page in (f"/?since={day}", f"/search?q=sluice&said_until={day}"):
        answer = browser.get(page)
        assert answer.status_code == 400, page
        assert "day" in answer.text


def test_days_that_end_before_they_begin_are_said(browser):
    for page in ("/?since=2031&until=2030", "/search?q=sluice&said_since=2031&said_until=2030"):
        answer = browser.get(page)
        assert answer.status_code == 400, page
        assert "2031 is after 2030" in answer.text


def test_what_somebody_said_of_something_is_asked_on_their_page(browser):
    page = re.search(r'href="(/speakers/([^"]+))">Osten Brill', browser.get("/speakers").text)
    form = re.search(
        r'<form class="filter" action="/search".*?</form>', browser.get(page[1]).text, re.DOTALL
    )[0]
    assert f'name="speaker" value="{page[2]}"' in form
    assert 'name="q"' in form
    found = browser.get("/search", params={"speaker": page[2], "q": "crack"}).text
    assert "crack" in found
    assert "Lena Roth" not in found.partition("<h2>Statements")[2]


def test_a_month_or_year_narrows_a_search_as_a_whole(browser):
    every = browser.get("/search?q=sluice").text.count('class="say"')
    assert every
    for period in ("2031", "2031-03"):
        page = f"/search?q=sluice&published_since={period}&published_until={period}"
        assert browser.get(page).text.count('class="say"') == every
    assert "No statement matches" in browser.get("/search?q=sluice&published_since=2031-04").text


def test_a_search_is_narrowed_by_what_it_found(browser):
    text = browser.get("/search?q=sluice").text
    assert "Harbour Post" in text
    narrow = re.findall(r'href="(\?[^"]*outlet=Coastal[^"]*)"', text)
    assert narrow
    one = browser.get("/search" + narrow[0].replace("&amp;", "&")).text
    assert "Coastal Wire" in one
    assert "Harbour Post" not in one
    assert "No statement matches" in browser.get("/search?q=sluice&said_until=1999-01-01").text
    wrong = browser.get("/search?kind=nonsense&q=sluice")
    assert wrong.status_code == 400
    assert "not one of direct, mixed, indirect" in wrong.text


def test_facets_are_told_in_plain_words(tmp_path):
    (tmp_path / "gate.txt").write_text(
        "Published Time: 2031-03-05\nTitle: The sluice of Tarn\nText:\n"
        "The sluice of Tarn is old, the minister Osten Brill said on Tuesday.\n"
        "“The sluice may open in May,” Brill said. He denied that the sluice was cracked.\n",
        "utf-8",
    )
    with Archive(tmp_path / "gate.db") as archive:
        archive.read([tmp_path / "gate.txt"])
    with TestClient(create_app(tmp_path / "gate.db"), base_url="http://127.0.0.1:8431") as browser:
        text = browser.get("/search?q=sluice").text
        narrowed = browser.get("/search?q=sluice&stance=assert").text
    assert ">says</a>" in text
    assert ">quoted</a>" in text
    assert ">assert</a>" not in text
    assert "how: <b>says</b>" in narrowed


def test_an_office_is_told_once_and_a_description_is_none():
    told = (
        Office("the President"),
        Office("President"),
        Office("a man of whom nobody at all had heard"),
        Office("President", "Tarn"),
    )
    assert [(o.title, o.organisation) for o in held(told)] == [
        ("the President", None),
        ("President", "Tarn"),
    ]


def test_an_address_of_before_leads_to_where_its_articles_are(archive_file):
    with Archive(archive_file) as archive:
        both = next(s for s in archive.stories() if len(s.article_ids) == 2)
        first, second = both.article_ids
        archive.correct(Correction("split", about="story", articles=(second,), apart_from=(first,)))
        alone = archive.story_of(second)
        assert alone.id == stable_id("story", second) != both.id
        archive.correct(Correction("undo", undoes=1))
        assert archive.story_of(second).id == both.id
    with TestClient(create_app(archive_file), base_url="http://127.0.0.1:8431") as browser:
        for before, now in (
            (f"/stories/{alone.id}", f"/stories/{both.id}"),
            (f"/stories/{alone.id}/utterances/utt-1", f"/stories/{both.id}"),
            (f"/storylines/{stable_id('storyline', second)}", f"/storylines/{both.storyline_id}"),
        ):
            answer = browser.get(before, follow_redirects=False)
            assert (answer.status_code, answer.headers["location"]) == (307, now)
            assert browser.get(before).status_code == 200
        for nowhere in ("/stories/story-0", f"/stories/{both.id}/utterances/none", "/storylines/none"):
            assert browser.get(nowhere).status_code == 404


def test_the_index_tells_what_differs_in_the_stories_that_it_lists(browser):
    for asked, differs in (("/", True), ("/?q=sluice", True), ("/?q=pears", False)):
        text = browser.get(asked).text
        assert ("What differs" in text, "numbers differ" in text) == (differs, differs)
        assert (
            "in Coastal Wire and Harbour Post" in text or "in Harbour Post and Coastal Wire" in text
        ) is differs
    link = re.search(r'<a href="(/stories/[^"#]+)#(finding-[^"]+)">', browser.get("/").text)
    assert f'id="{link[2]}"' in browser.get(link[1]).text


def test_two_articles_are_marked_against_each_other(browser):
    page = next(p for p in links(browser.get(story_of(browser)).text, "/compare?"))
    text = browser.get(page).text
    assert "<mark" in text
    assert re.search(r'<mark class="(?:only|chg)"> ?unless the engineers find another crack', text)
    assert "compared with" not in text


def test_what_is_said_is_marked_in_the_file_beside_an_article(browser):
    page = next(p for p in links(browser.get(story_of(browser)).text, "/articles/") if "?" not in p)
    text = browser.get(page + "?raw=1").text
    raw = text[text.index('<pre class="raw"') : text.index("</pre>")]
    marked = dict(re.findall(r'<span class="m c" id="raw-(st-[^"]+)">([^<]+)</span>', raw))
    assert any("The sluice will open" in words for words in marked.values())
    assert all(f'id="in-{key}"' in text for key in marked)
    assert "Published Time" not in "".join(marked.values())


def test_who_says_how_much_is_told_alike_at_the_side_and_below(browser):
    text = browser.get(story_of(browser)).text
    told = dict(
        re.findall(r'<a href="/speakers/[^"]+">([^<]+)</a> <span class="when">(?:[^<]*· )?(\d+)<', text)
    )
    listed = dict(
        re.findall(r"<summary><b>([^<]+)</b> <span class=\"when\">(?:[^<]*· )?(\d+) statement", text)
    )
    assert told
    assert told == {name: number for name, number in listed.items() if name in told}


def test_a_page_tells_which_part_of_the_app_it_belongs_to(browser):
    current = re.compile(r'<a href="([^"]+)" aria-current="(page|true)">')
    assert current.findall(browser.get("/").text) == [("/", "page")]
    assert current.findall(browser.get(story_of(browser)).text) == [("/", "true")]
    speaker = links(browser.get("/speakers?q=Brill").text, "/speakers/")[0]
    assert current.findall(browser.get(speaker).text) == [("/speakers", "true")]
    assert current.findall(browser.get("/search?q=sluice").text) == []


@pytest.mark.parametrize("asked", ["/v1", "/v1/"])
def test_the_address_of_the_api_tells_what_is_there_with_and_without_a_stroke(browser, asked):
    answer = browser.get(asked, follow_redirects=False)
    assert answer.status_code == 200
    assert answer.json()["links"]["statements"] == "/v1/statements"
    wrong = browser.get(f"{asked}?unknown=1", follow_redirects=False)
    assert wrong.status_code == 400
    assert "unknown" in wrong.json()["detail"]
