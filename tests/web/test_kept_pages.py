"""Pages that are kept: after every write each is what a server that kept nothing would make."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from onrecord.archive import Archive
from onrecord.records import Correction
from onrecord.web import create_app

LINK = re.compile(r'href="(/(?:stories|storylines|speakers|articles)[^"#]*)"')
FIRST = ("/", "/speakers", "/search?q=sluice", "/search?q=pears", "/search?q=brill", "/v1/search?words=open")

# Another outlet's report of the same day, a later one on the same matter, one that has nothing in common.
LATER = {
    "report.txt": """Published Time: 2031-03-05
Title: Minister Brill: sluice opens in May
Author: Tarn Herald
Text:
The sluice of Tarn will open in May, Osten Brill, the water minister, said on Tuesday.
"The sluice will open in June unless the engineers find another crack," Brill said.
""",
    "later.txt": """Published Time: 2031-03-09
Title: Sluice of Tarn stays shut
Author: Coastal Wire
Text:
The sluice will not open in May, the water minister Osten Brill said on Saturday.
Mira Tal, who grows pears in Vennborg, said that Brill had promised otherwise.
""",
    "museum.txt": """Published Time: 2031-03-09
Title: A museum of kites
Author: Northern Gazette
Text:
"Kites belong in the air," the curator Odo Lenk said on Friday.
""",
}


def client(path):
    return TestClient(create_app(path), base_url="http://127.0.0.1:8431")


def reachable(browser):
    found = dict.fromkeys(FIRST)
    for address in (waiting := list(FIRST)):
        for link in LINK.findall(browser.get(address).text):
            if link not in found:
                found[link] = None
                waiting.append(link)
    return list(found)


def add(name):
    def write(archive, home):
        (home / name).write_text(LATER[name], "utf-8")
        archive.read([home / name])

    return write


def article_of(archive, outlet):
    return next(item.article.id for item in archive.articles() if item.article.outlet == outlet)


def remove(archive, home):
    del home
    archive.correct(Correction("remove", about="article", articles=(article_of(archive, "Coastal Wire"),)))


def undo(archive, home):
    remove(archive, home)
    archive.correct(Correction("undo", undoes=1))


def merge(archive, home):
    del home
    archive.correct(Correction("merge", names=("Osten Brill", "Mira Tal")))


def rename_an_outlet(archive, home):
    del home
    told = (article_of(archive, "Northern Gazette"),)
    archive.correct(
        Correction(
            "mark", about="outlet", articles=told, verdict="wrong", value="Northern Gazette of Vennborg"
        )
    )


WRITES = {
    "an article of a known story": add("report.txt"),
    "a later article of known speakers": add("later.txt"),
    "an article that has nothing in common": add("museum.txt"),
    "an article that is removed": remove,
    "a correction that is taken back": undo,
    "two speakers who are one": merge,
    "another outlet": rename_an_outlet,
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_after_a_write_no_page_shows_what_it_has_changed(archive_file, tmp_path, write):
    with client(archive_file) as browser:
        addresses = reachable(browser)
        for address in addresses:
            browser.get(address)
        with Archive(archive_file) as archive:
            write(archive, tmp_path)
        kept = {address: browser.get(address) for address in addresses}
    with client(archive_file) as anew:
        for address, page in kept.items():
            fresh = anew.get(address)
            assert (page.status_code, page.text) == (fresh.status_code, fresh.text), address
