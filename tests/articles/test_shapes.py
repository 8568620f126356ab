"""How outlets lay out their pages, told without knowing the outlet."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

HEAD = "Minister rules out grain tax rise"
ONE = (
    "The ministry of finance said on Monday that it would not raise the tax on grain this year, ending weeks "
    "of rumour. The decision was taken at a late meeting on Sunday."
)
TWO = (
    '"We will not touch the tax," Minister Pell Hart told reporters in Dover Bay. He said that farmers had '
    "suffered enough from the drought."
)
LAYOUTS = {
    "caption labels on their own lines": (
        (
            f"Grain tax: {HEAD}\n\nPublished\n3 March 2021\n\nShare\n\nImage source, Getty Images\nImage caption,\n"
            f"The minister at a farm in January\n\n{ONE}\n\n{TWO}\n\nRelated Topics\nTax\nFarming"
        ),
        (
            "headline furniture furniture furniture caption caption caption paragraph paragraph furniture "
            "furniture furniture"
        ),
        {"title": f"Grain tax: {HEAD}", "date": "3 March 2021"},
    ),
    "a byline without By before the date": (
        (
            f"{HEAD}\n\nHart says farmers have suffered enough\n\nJane Doe in Dover Bay\nMon 3 Mar 2021 14.32 GMT\n\n"
            f"{ONE}\n\n{TWO}"
        ),
        "headline subheadline furniture furniture paragraph paragraph",
        {"title": HEAD, "byline": "Jane Doe", "date": "Mon 3 Mar 2021 14.32 GMT"},
    ),
    "a section and a stamp in capitals above": (
        (
            f"WORLD NEWS\nMARCH 3, 2021 / 2:32 PM / UPDATED 3 YEARS AGO\n\n{HEAD}\n\nBy Jane Doe\n\n"
            f"DOVER BAY (Reuters) - {ONE}\n\n{TWO}\n\nReporting by Jane Doe; Editing by John Roe"
        ),
        "furniture furniture headline furniture dateline paragraph paragraph furniture",
        {"title": HEAD, "byline": "Jane Doe", "outlet": "Reuters", "credit": "Reuters"},
    ),
    "a day with dots before the headline": (
        f"15:41 03.03.2021\n{HEAD}\n\nDOVER BAY. March 3 (Interfax) - {ONE}\n\n{TWO}",
        "furniture headline dateline paragraph paragraph",
        {"title": HEAD, "outlet": "Interfax", "date": "15:41 03.03.2021"},
    ),
    "source, date and editor between bars": (
        f"{HEAD}\nSource: Hinhua | 2021-03-03 20:15:11 | Editor: aa\n\nDOVER BAY, March 3 (Hinhua) -- {ONE}",
        "headline furniture dateline paragraph",
        {"outlet": "Hinhua", "date": "2021-03-03"},
    ),
    "a sub-headline with a full stop": (
        (
            f"News|Agriculture\n\n{HEAD}\n\nGovernment says farmers have suffered enough.\n\nPublished On 3 Mar 2021\n\n"
            f"{ONE}\n\n{TWO}\n\nSOURCE: DOVER AND NEWS AGENCIES"
        ),
        "furniture headline subheadline furniture paragraph paragraph furniture",
        {"title": HEAD, "date": "Published On 3 Mar 2021"},
    ),
    "a credited file photo under the headlines": (
        (
            f"3 Mar, 2021 14:32\n{HEAD}\nThe government says farmers have suffered enough\n"
            f"FILE PHOTO. Minister Pell Hart. © Dover / Ann Lee\n\n{ONE}\n\n{TWO}\n\nREAD MORE: Farmers march on capital"
        ),
        "furniture headline subheadline caption paragraph paragraph furniture",
        {"title": HEAD},
    ),
    "the site's name behind a bar, and an address": (
        f"{HEAD} | Dover Times\nhttps://dovertimes.example/2021/03/03/grain\n\n{ONE}\n\n{TWO}",
        "headline furniture paragraph paragraph",
        {"title": HEAD, "url": "https://dovertimes.example/2021/03/03/grain", "outlet": "Dover Times"},
    ),
    "a record in bold Markdown": (
        f"**Title:** {HEAD}\n**Source:** Dover Times\n**Date:** 2021-03-03\n\n{ONE}",
        "headline paragraph",
        {"title": HEAD, "outlet": "Dover Times", "date": "2021-03-03"},
    ),
    "a title line alone": (f"Title: {HEAD}\n{ONE}\n{TWO}", "headline paragraph paragraph", {"title": HEAD}),
    "a headline in capitals": (f"{HEAD.upper()}\n{ONE}\n{TWO}", "headline paragraph paragraph", {}),
    "a transcript": (
        f"PELL HART: Good morning.\n\nQUESTION: Will you raise the tax?\n\nPELL HART: No. {ONE}",
        "paragraph paragraph paragraph",
        {"title": None},
    ),
    "one paragraph": (ONE, "paragraph", {"title": None, "outlet": None}),
    "an agency's closing credit": (
        f"Dover Bay (AFP) – {ONE}\n\n{TWO}\n\n© 2021 AFP",
        "dateline paragraph paragraph furniture",
        {"outlet": "Agence France-Presse", "credit": "AFP", "title": None},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name):
    text, kinds, fields = LAYOUTS[name]
    made = clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))
    assert [block.kind for block in made.blocks] == kinds.split()
    for field, value in fields.items():
        assert (made.fields.get("date") if field == "date" else getattr(made, field)) == value


@pytest.mark.parametrize("label", ["LIVE", "UPDATE 2", "EXCLUSIVE"])
def test_a_label_in_capitals_heads_an_article_and_speaks_not(label):
    text = f"{label}: Storm batters the coast\n9 Nov 2031, 21:14\n\n{ONE}\n\n{TWO}"
    made = clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))
    assert (made.title, made.fields["date"]) == (f"{label}: Storm batters the coast", "9 Nov 2031, 21:14")
