"""Pages and the brief as paper: no word that is shown is cut, and a brief takes no page more than it has articles."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.queries import Queries
from onrecord.reports import write_brief

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def read_pdf():
    """What a PDF holds: its words, without what parts them, and its number of pages."""
    reading = pytest.importorskip("pdfminer.high_level", reason="pdfminer is not installed")
    pages = pytest.importorskip("pdfminer.pdfpage")

    def read(data):
        text = unicodedata.normalize("NFKC", reading.extract_text(io.BytesIO(data)))
        return re.sub(r"\W+", "", text), sum(1 for _ in pages.PDFPage.get_pages(io.BytesIO(data)))

    return read


def printed(page, read_pdf):
    """Words of the page as it is laid out for paper that its PDF lacks, and how many pages that has."""
    page.emulate_media(media="print")
    found, pages = read_pdf(page.pdf(format="A4", prefer_css_page_size=True))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # which opens its folds, as printing does
    shown = unicodedata.normalize("NFKC", page.evaluate("document.body.innerText"))
    words = set(re.findall(r"\w+", shown))
    assert words
    return {word for word in words if word not in found}, pages


def test_no_word_of_a_page_is_cut_on_paper(page, read_pdf, address):
    page.goto(address)
    missing, _ = printed(page, read_pdf)
    assert missing == set()


def test_what_would_be_cut_on_paper_is_told(page, read_pdf, names):
    page.goto(names["article"])
    page.evaluate("""() => {
        const gone = document.createElement("p");
        gone.textContent = "Quillfeather";
        Object.assign(gone.style, { position: "absolute", left: "4000px" });
        document.querySelector("main").append(gone);
    }""")
    missing, _ = printed(page, read_pdf)
    assert missing == {"Quillfeather"}


def test_a_brief_of_twelve_articles_takes_twelve_pages_at_most(page, read_pdf, tmp_path):
    with Archive(tmp_path / "onrecord.db") as archive:
        archive.read([EXAMPLES])
        assert archive.totals()["articles"] == 12
    with Queries(tmp_path / "onrecord.db") as queries:
        page.goto(write_brief(queries.corpus(), tmp_path / "brief").as_uri())
    missing, pages = printed(page, read_pdf)
    assert (missing, pages <= 12) == (set(), True)
