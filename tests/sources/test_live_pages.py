"""A live page is its posts, each below the day and hour that its time element gives."""

from __future__ import annotations

from onrecord.sources import read

POST = "<li class=post><time datetime='2031-05-{day}T{hour}:00+02:00'>{hour}</time><h3>{head}</h3><p>{words}</p></li>"


def page(title, posts):
    return (
        f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{posts}</main></body></html>"
    )


def text_of(tmp_path, html):
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    skipped = []
    found = list(read([tmp_path / "a.html"], on_skip=skipped.append))
    assert not skipped
    return found[0].text


FIRST = POST.format(
    day="05", hour="23:40", head="Ferry aground", words="The ferry is aground off Penlow, the pilots say."
)
LATER = POST.format(
    day="06", hour="07:15", head="Ferry afloat", words="“She floats,” said the harbour master, Ida Orr."
)
ASKS = "<div class=newsletter-signup><p>Get our alerts by mail every morning, for nothing, for ever, at once.</p></div>"


def test_posts_stand_below_their_day_and_hour_as_the_page_orders_them(tmp_path):
    text = text_of(tmp_path, page("Ferry aground: live", f"{ASKS}<ol>{LATER}{FIRST}</ol>"))
    assert text.split("\n\n") == [
        "6 May 2031, 07:15", "Ferry afloat\n“She floats,” said the harbour master, Ida Orr.",
        "5 May 2031, 23:40", "Ferry aground\nThe ferry is aground off Penlow, the pilots say.",
    ]  # fmt: skip


def test_a_page_with_times_that_is_not_live_stays_one_story(tmp_path):
    text = text_of(tmp_path, page("Ferry aground", f"<ol>{LATER}{FIRST}</ol>"))
    assert "6 May 2031, 07:15" not in text
