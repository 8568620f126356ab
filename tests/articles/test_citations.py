"""A citation above a text or below it says who wrote it, where and when; in any style, and only if it is of this text."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.dates import publish
from onrecord.records import RawDocument, Span
from onrecord.text import View

TITLE = "Ferry laid up for the winter"
BODY = (
    "The ferry to Olm will not sail again before May, the harbour board said on Monday.\n\n"
    '"Two cracks were found, and one would have been enough," said its engineer, Ida Orr.\n\n'
    "The board has asked a yard in Velm for a price."
)
STYLES = {
    "MLA": 'Quill, Nora. "{}." Olm Herald, 14 Sept. 2031, olmherald.example/ferry. Accessed 3 Oct. 2031.',
    "MLA, in print": "Quill, Nora. “{}.” Olm Herald, 14 Sept. 2031, p. A3.",
    "APA": "Quill, N. (2031, September 14). {}. Olm Herald. https://olmherald.example/ferry",
    "APA, two writers": "Quill, N., & Tait, O. (2031, September 14). {}. *Olm Herald*, p. A3.",
    "Harvard": "Quill, N. (2031) ‘{}’, Olm Herald, 14 September. Available at: https://olm.example/f (Accessed: 3 May 2032).",
    "Chicago": "Nora Quill, “{},” Olm Herald, September 14, 2031, https://olmherald.example/ferry.",
    "an encyclopedia's": 'Quill, Nora (14 September 2031). "{}". Olm Herald. Retrieved 3 October 2031.',
    "its source": "{{{{cite news |last=Quill |first=Nora |date=14 September 2031 |title={} |work=Olm Herald}}}}",
    "IEEE": 'N. Quill, "{}," Olm Herald, Sep. 14, 2031. [Online]. Available: https://olmherald.example/ferry',
    "AMA": "1. Quill N. {}. Olm Herald. September 14, 2031. Accessed October 3, 2031.",
    "a law review's": "Nora Quill, {}, Olm Herald (Sept. 14, 2031), https://olmherald.example/ferry.",
    "a German one": "Quill, Nora: {}. In: Olm Herald, 14 September 2031, p. 5.",
}


def read(text):
    article = clean(RawDocument("a.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text))))
    prose = [block.span.of(article.text) for block in article.blocks if block.kind == "paragraph"]
    return article, publish(View(article)).day, "\n".join(prose)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("above", [True, False])
def test_a_citation_of_any_style_is_a_record(style, above):
    line = STYLES[style].format(TITLE)
    article, day, prose = read(f"{line}\n\n{BODY}" if above else f"{TITLE}\n\n{BODY}\n\n{line}\n")
    assert (article.title, article.outlet, day) == (TITLE, "Olm Herald", "2031-09-14")
    assert "Quill" in article.byline
    assert "Quill" not in prose
    assert "price" in prose


@pytest.mark.parametrize("title", ["Millers' hall to close", "Millers hall to close"])
def test_an_apostrophe_in_a_title_closes_no_quotation_marks(title):
    line = f'Quill, Nora. "{title}." Olm Herald, 14 Sept. 2031, p. 7.'
    article, day, _ = read(f"{line}\n\n{BODY}")
    assert (article.title, article.outlet, day) == (title, "Olm Herald", "2031-09-14")


def test_a_citation_without_a_title_needs_to_say_where_or_when_it_was_looked_up():
    line = "Quill, Nora (14 September 2031). Olm Herald, p. 3. Retrieved 3 May 2032 from a database."
    assert read(f"{TITLE}\n\n{BODY}\n\n{line}")[0].outlet == "Olm Herald"


def test_another_text_that_is_cited_is_not_this_one():
    line = STYLES["MLA"].format("Bridge closed to lorries")
    article, day, _ = read(f"{TITLE}\n\n{BODY}\n\n{line}")
    assert article.title == TITLE
    assert day is None


def test_a_sentence_about_an_article_is_no_citation():
    line = "Nora Quill, “Ferry laid up,” the headline of the Olm Herald on 14 September 2031, made nobody laugh in Olm."
    assert line in read(f"{line}\n\n{BODY}")[2]


@pytest.mark.parametrize(("name", "outlet"), [("Olm Herald", "Olm Herald"), ("Published:", None)])
def test_a_word_before_a_day_is_no_paper(name, outlet):
    line = f"Velm votes. The talks of Velm and Olm go on for a month. https://olm.example/a {name} 2031-09-14"
    assert read(f"{line}\n\n{BODY}")[0].outlet == outlet
