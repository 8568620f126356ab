"""What a person does in the app, done in Chromium."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.slow


def open_story(page):
    page.goto("/")
    page.get_by_role("link", name=re.compile("sluice", re.IGNORECASE)).first.click()
    page.wait_for_url("**/stories/*")


def test_stories_are_chosen_in_the_picture_and_by_words(page):
    page.goto("/")
    page.locator(".over-time a").first.click()
    page.wait_for_url("**since=2029*")
    assert page.locator(".line").count() == 1
    page.goto("/")
    page.get_by_label("words or people").fill("Brill")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**q=Brill*")
    assert "luice" in page.locator(".line").inner_text()


def test_a_story_answers_who_said_it_who_else_has_it_and_what_differs(page):
    open_story(page)
    assert "numbers differ" in page.locator(".first .point").first.inner_text()
    first = page.locator(".first .point", has_text="Brill").first
    assert first.bounding_box()["y"] < 900
    first.get_by_role("link", name=re.compile("renderings side by side")).click()
    page.get_by_role("link", name="all 2 renderings", exact=True).first.click()
    page.wait_for_url("**/utterances/*")
    chosen = page.get_by_label("laid beside")
    before = page.locator(".say").first.inner_text()
    chosen.select_option(index=1 - chosen.evaluate("s => s.selectedIndex"))
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**base=*")
    assert page.locator(".say").first.inner_text() != before


def test_an_origin_is_left_out_and_the_address_says_so(page):
    open_story(page)
    box = page.locator(".switches input").first
    box.check()
    page.wait_for_url("**without=*")
    told = page.locator(".standing").first.inner_text()
    assert told
    page.reload()
    assert page.locator(".switches input").first.is_checked()
    assert page.locator(".standing").first.inner_text() == told


def test_a_search_is_narrowed_and_walked_by_keys(page):
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("sluice")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=sluice")
    page.locator(".facets").get_by_role("link", name="Coastal Wire").click()
    page.wait_for_url("**outlet=Coastal*")
    texts = page.locator(".quoted").all_inner_texts()
    assert texts
    assert all("Coastal Wire" in text for text in texts)
    page.keyboard.press("j")
    assert page.locator(".at").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*")
    page.keyboard.press("p")
    page.wait_for_url("**/speakers")


def test_a_story_is_walked_by_keys_from_where_the_focus_is(page):
    open_story(page)
    first, second = page.locator("[data-item]").nth(0), page.locator("[data-item]").nth(1)
    page.keyboard.press("j")
    assert first.evaluate("e => e.contains(document.activeElement) && e.classList.contains('at')")
    second.locator("a").last.focus()
    page.keyboard.press("k")
    assert first.evaluate("e => e.contains(document.activeElement)")
    assert page.locator(".at").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*")


def test_a_person_has_words_and_names_and_an_article_its_file(page):
    page.goto("/speakers")
    page.get_by_role("link", name="Osten Brill").click()
    assert "unless the engineers find another crack" in page.locator("#said").inner_text()
    assert page.locator("#names").inner_text()
    page.locator("#said .say a").first.click()
    page.wait_for_url("**/articles/*")
    page.get_by_role("link", name="beside its file").click()
    assert "Published Time" in page.locator(".raw").inner_text()


def test_two_articles_are_compared_by_their_names(page):
    page.goto("/compare")
    page.get_by_label("one", exact=True).fill("Harbour Post")
    page.get_by_label("the other").fill("Tarn to open the sluice")
    page.get_by_role("button", name="Show").click()
    page.get_by_text("stand in both").wait_for()
    both = page.locator(".pairrow").first.inner_text()
    assert "Harbour Post" in both
    assert "Coastal Wire" in both
    page.get_by_role("link", name="Swap").click()
    page.wait_for_url("**/compare?a=*")
    assert page.locator(".texts h2").first.inner_text() == "Coastal Wire"


def test_a_correction_is_made_shown_and_taken_back(page):
    open_story(page)
    page.get_by_role("link", name="wrong?", exact=True).first.click()
    page.get_by_text("Somebody else said it").click()
    page.get_by_label("who (empty: not known)").fill("Ada Quill")
    page.locator("details[open]").get_by_label("who says so").fill("reader")
    page.locator("details[open]").get_by_role("button").click()
    page.wait_for_url("**/corrections")
    assert "Ada Quill" in page.locator(".quoted").first.inner_text()
    page.goto("/speakers?q=Ada+Quill")
    assert page.get_by_role("link", name="Ada Quill").count() == 1
    page.goto("/corrections")
    page.get_by_role("button", name=re.compile("^Take correction")).first.click()
    page.locator(".undone").first.wait_for()
    page.goto("/speakers?q=Ada+Quill")
    assert page.get_by_role("link", name="Ada Quill").count() == 0


def test_a_watch_is_begun_and_ended(page):
    page.goto("/search?q=sluice")
    page.get_by_role("link", name="Watch for them").click()
    assert page.get_by_label("words", exact=True).input_value() == "sluice"
    page.get_by_role("button", name="Watch", exact=True).click()
    page.get_by_role("button", name="End the watch sluice").click()
    page.get_by_text("Nothing is watched yet").wait_for()


def test_a_pasted_article_is_added_while_its_progress_shows(page):
    page.goto("/add")
    page.get_by_label("Or paste an article").fill(
        "“Ferries will sail again,” the harbour master Nils Oke said."
    )
    page.get_by_label("outlet").fill("Island Voice")
    page.locator("form").filter(has=page.locator("textarea")).get_by_role("button").click()
    page.wait_for_url("**/add/*")
    page.get_by_role("heading", name="1 article added").wait_for(timeout=120_000)
    page.get_by_role("link", name="The newest stories").click()
    assert "Island Voice" in page.locator("main").inner_text()
    page.goto("/speakers?q=Nils+Oke")
    page.get_by_role("link", name="Nils Oke").click()
    page.locator("#said .say a").first.click()
    page.get_by_role("link", name="is something wrong?").click()
    page.get_by_text("It does not belong into this archive").click()
    page.get_by_role("button", name="Remove it").click()
    page.wait_for_url("**/corrections")
    page.goto("/?outlet=Island+Voice")
    assert "No story matches" in page.locator("main").inner_text()


def test_what_has_the_focus_is_never_under_the_bar(page):
    open_story(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        under = page.evaluate(
            """() => {
                const e = document.activeElement, r = e.getBoundingClientRect();
                const bars = [...document.querySelectorAll("header.app, nav.toc")];
                const hit = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
                return hit !== null && bars.some((b) => b.contains(hit) && !b.contains(e));
            }"""
        )
        assert not under, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
