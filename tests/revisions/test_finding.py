"""What an outlet changed under one address: quotations, numbers, times and headlines apart from spelling."""

from __future__ import annotations

import pytest

import onrecord

BODY = (
    "The harbour board of Velm will close the north quay for three weeks in May, its chairwoman said on Monday.\n\n"
    '"Nobody will be stranded, and the ferries will sail from the south pier," Ada Voss told the Courier.\n\n'
    "The repairs cost 4.2 million crowns. A museum has asked for the old crane, and two families still live in its "
    "shadow. The board meets again after the summer."
)


def page(body, title="Velm quay to close in May", day="2031-03-03", note=""):
    paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n\n"))
    return (
        f'<html lang="en"><head><title>{title} | Velm Courier</title><meta property="og:site_name" content="Velm Courier">'
        f'<link rel="canonical" href="https://courier.example/quay?utm_source=x"><meta property="article:published_time" '
        f'content="{day}"></head><body><article><h1>{title}</h1>{paragraphs}{note}</article></body></html>'
    )


@pytest.fixture
def revised(tmp_path):
    def read(*pages):
        for number, content in enumerate(pages):
            (tmp_path / f"{number}.html").write_text(content, encoding="utf-8")
        with onrecord.open(tmp_path / "a.db", create=True) as archive:
            archive.read([tmp_path])
            texts = {item.article.id: item.article.text for item in archive.articles()}
            return [
                (r, [(c.kind, words(c.before, texts), words(c.after, texts), c.noted) for c in r.changes])
                for r in archive.revisions()
            ]

    return read


def words(place, texts):
    return texts[place.article_id][place.start : place.end] if place else None


def test_quotation_number_time_and_headline(revised):
    later = (
        BODY.replace("4.2 million", "6.8 million")
        .replace("in May", "in June")
        .replace("Nobody", "No passenger")
    )
    (found,) = revised(page(BODY), page(later, title="Velm quay to close in June", day="2031-03-04"))
    revision, changes = found
    assert (revision.ordered, revision.trivial, revision.correction) == (True, False, None)
    assert revision.name == "courier.example/quay"
    assert [kind for kind, *_ in changes] == ["headline", "date", "quote", "number"]
    assert ("number", "4.2", "6.8", False) in changes
    assert ("quote", "Nobody", "No passenger", False) in changes


def test_spelling_alone_is_trivial_and_marks_are_no_change(revised):
    (found,) = revised(page(BODY), page(BODY.replace("stranded", "strandet"), day="2031-03-04"))
    assert found[0].trivial
    assert found[1] == [("spelling", "stranded", "strandet", False)]


def test_white_space_and_marks_are_no_revision(revised):
    assert (
        revised(
            page(BODY), page(BODY.replace('"', "“", 1).replace("crane, and", "crane - and"), day="2031-03-04")
        )
        == []
    )


def test_a_note_of_correction_is_kept_and_tied_to_what_it_names(revised):
    note = (
        "<p>Correction: an earlier version of this article said that the repairs cost 4.2 million crowns.</p>"
    )
    later = BODY.replace("4.2 million", "6.8 million").replace("families", "households")
    (found,) = revised(page(BODY), page(later, day="2031-03-04", note=note))
    assert found[0].correction.startswith("Correction:")
    assert found[1] == [("number", "4.2", "6.8", True), ("wording", "families", "households", False)]


def test_other_news_under_one_address_is_no_revision(revised):
    other = "Snow fell on the hills of Orla for the ninth day. Schools will stay shut, and milk is flown in by the army."
    assert revised(page(BODY), page(other * 3, title="Snow in Orla", day="2031-03-04")) == []


def test_without_days_the_order_is_said_to_be_unknown(revised):
    found = revised(page(BODY), page(BODY.replace("4.2 million", "6.8 million")))
    assert [revision.ordered for revision, _ in found] == [False]


def test_the_page_of_the_article_shows_what_changed(tmp_path):
    pytest.importorskip("starlette")
    from onrecord.views import article as views_of_articles

    for number, body in enumerate((BODY, BODY.replace("4.2 million", "6.8 <million>"))):
        content = page(body.replace("<", "&lt;"), day=f"2031-03-0{number + 3}")
        (tmp_path / f"{number}.html").write_text(content, encoding="utf-8")
    with onrecord.open(tmp_path / "a.db", create=True) as archive:
        archive.read([tmp_path])
        (revision,) = archive.revisions()
        later = views_of_articles.article(archive, revision.later_id, raw=False).revised[0]
        assert later.other == "earlier"
        assert revision.earlier_id in later.href
        assert [change.before for change in later.changes if change.kind == "number"] == ["4.2"]
        assert views_of_articles.article(archive, revision.earlier_id, raw=False).revised[0].other == "later"


@pytest.mark.parametrize("longest", [60, 4000])
def test_words_behind_the_last_that_are_compared_are_not_taken_for_gone(revised, monkeypatch, longest):
    monkeypatch.setattr("onrecord.revisions.finding._LONGEST", longest)
    later = BODY.replace("The harbour board", "After two years of talks, the harbour board")
    (found,) = revised(page(BODY), page(later, day="2031-03-04"))
    assert [change for change in found[1] if change[2] is None] == []
    assert found[1][0][2].startswith("After two years")
