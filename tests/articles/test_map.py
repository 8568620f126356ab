"""The text of an article maps back to the raw document, character by character, and loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import clean, normalise
from onrecord.articles.drafts import Draft, Edit
from onrecord.articles.headers import find_header
from onrecord.errors import NoArticleError
from onrecord.records import Article, RawDocument, Span

PIECES = st.sampled_from(
    [
        "The ministry of Norland said on Monday that the talks would go on.",
        "“We are not there yet,” Ada Voss told reporters.",
        '"No," she said.',
        '"It is not on the table.',
        "the talks.Officials",
        "Norland TiesNotwithstanding the cold",
        "NORHAVEN, March 3 (Norwire) — ",
        "Title: Talks go on",
        "Published: 2031-03-03",
        "Text:",
        "govern-",
        "ment",
        "and so the long line runs on to the next one without any mark",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u2028",
        "&amp;",
        "&nbsp;",
        "donâ€™t",
        "caf\u00c3\u00a9",
        "naïve",
        "😀",
        "عاجل",
        "Новости",
        "---",
        '."The',
        "a.m.Tuesday",
        "https://example.org/A.Bout",
        "\x00",
        "\x1c",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def raw_document(text, fields=None, media_type="text/plain", region=None):
    return RawDocument("a.txt", 0, "0" * 64, media_type, text, region or Span(0, len(text)), fields or {})


def cleaned(raw) -> Article | None:
    try:
        return clean(raw)
    except NoArticleError:
        return None


def check_map(article, raw):
    """Runs ascend, stay inside the region, and their characters equal the raw ones as declared."""
    before = 0
    for text_start, raw_start, length in article.text_map:
        assert length > 0
        assert before <= text_start
        assert text_start + length <= len(article.text)
        assert raw.region.start <= raw_start
        assert raw_start + length <= raw.region.end
        before = text_start + length
        mine = article.text[text_start : text_start + length]
        theirs = normalise(raw.text[raw_start : raw_start + length])
        assert all(a == b or (a == " " and b == "\n") for a, b in zip(mine, theirs, strict=True))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_every_mapped_character_equals_its_raw_one(text):
    raw = raw_document(text)
    article = cleaned(raw)
    if article is not None:
        check_map(article, raw)


@given(TEXTS, st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost_outside_a_header_record(text, markup):
    raw = raw_document("Norland votes. " + text, media_type="text/html" if markup else "text/plain")
    article = cleaned(raw)
    lines = "\n".join(raw.text.splitlines())  # whatever ends them
    if article is None or find_header(lines) is not None:  # a title and "Published: …" below it are one
        return
    mapped = {r + n for _, r, length in article.text_map for n in range(length)}
    lost = {n for n in range(len(raw.text)) if n not in mapped}
    # What may go: white space, invisible characters, entities and garbling (replaced), a wrapping hyphen.
    for place in lost:
        char = raw.text[place]
        garbled = not char.isascii() or "&" in raw.text[max(0, place - 6) : place + 1]
        assert char.isspace() or ord(char) < 32 or garbled or char == "-", (place, char)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_cleaning_is_deterministic_and_blocks_tile_the_text(text):
    raw = raw_document(text)
    article = cleaned(raw)
    if article is None:
        return
    assert clean(raw) == article
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        assert not article.text[end : block.start].strip()
        end = block.end
    assert not article.text[end:].strip()


@given(TEXTS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_region_is_cleaned_as_if_it_stood_alone(text, other):
    alone = cleaned(raw_document(text))
    region = Span(len(other), len(other) + len(text))
    within = raw_document(other + text + other, region=region)
    inside = cleaned(within)
    assert (alone is None) == (inside is None)
    if alone is not None and inside is not None:
        check_map(inside, within)
        assert inside.text == alone.text
        assert inside.id == alone.id


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5), st.text(max_size=4))))
def test_edits_keep_the_map(text, wanted):
    edits, at = [], 0
    for start, length, new in sorted(wanted):
        if start >= at and start + length <= len(text):
            edits.append(Edit(start, start + length, new))
            at = start + length
    draft = Draft.of(text, Span(0, len(text))).edit(edits)
    for text_start, raw_start, length in draft.runs:
        assert draft.text[text_start : text_start + length] == text[raw_start : raw_start + length]
    kept = len(text) - sum(edit.end - edit.start for edit in edits)
    assert sum(length for _, _, length in draft.runs) == kept


def test_clean_text_is_one_run():
    text = "The ministry said nothing new.\n\nIt will meet on Monday, officials said.\n"
    article = clean(raw_document(text, media_type="application/jsonl"))
    assert article.text == text.strip()
    assert article.text_map == ((0, 0, len(text.strip())),)


def test_plain_spaces_and_line_ends_keep_one_run():
    text = "The ministry\u00a0said nothing new.\u2028It will meet on\tMonday, officials said."
    article = clean(raw_document(text))
    assert article.text == "The ministry said nothing new.\nIt will meet on Monday, officials said."
    assert len(article.text_map) == 1


def test_garbled_characters_are_mended_and_have_no_raw_place():
    text = "The minister didnâ€™t answer, and the cafÃ© where they met stayed shut on Monday."
    article = clean(raw_document(text))
    assert "didn’t answer" in article.text
    assert "café where" in article.text
    check_map(article, raw_document(text))


def test_text_in_other_scripts_is_left_alone():
    text = "Министр иностранных дел заявил в понедельник, что переговоры продолжатся."
    assert clean(raw_document(text)).text == text


@pytest.mark.parametrize("text", ["", " \n ", "12", "...", "\ufeff", "a b c"])
def test_no_letters_is_no_article(text):
    with pytest.raises(NoArticleError):
        clean(raw_document(text))
