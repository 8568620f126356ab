"""The trained reader on invented articles: forms of news, company, order, and hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from onrecord.records import Article, Attribution, Block, Span
from onrecord.statements import default_tagger
from onrecord.statements.neural import NeuralTagger


@pytest.fixture(scope="module")
def tagger() -> NeuralTagger:
    return NeuralTagger(threads=2)


def article(text: str, blocks: tuple[Block, ...] = ()) -> Article:
    return builders.article(text, blocks=blocks)


def shown(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(s.of(text) for s in spans)


def read(tagger: NeuralTagger, text: str) -> list[tuple[str, str, str]]:
    [reading] = tagger.read([article(text)])
    return [(shown(text, a.source), shown(text, a.cue), shown(text, a.content)) for a in reading.attributions]


def test_a_quotation_in_two_parts_is_one_statement(tagger):
    text = "“We will open the port on Monday,” Harbour Minister Ilka Venn said. “Nobody will be turned away.”"
    assert read(tagger, text) == [
        (
            "Harbour Minister Ilka Venn",
            "said",
            "“We will open the port on Monday,” | “Nobody will be turned away.”",
        )
    ]


def test_every_statement_keeps_its_own_speaker(tagger):
    text = (
        "“The treaty is dead,” union leader Tomas Reil said on Friday.\n\n"
        "The minister, Ilka Venn, replied that talks would go on. She added that ferries would be free."
    )
    found = read(tagger, text)
    assert [(who, how) for who, how, _ in found] == [
        ("union leader Tomas Reil", "said"),
        ("The minister, Ilka Venn,", "replied"),
        ("She", "added"),
    ]


@pytest.mark.parametrize(
    ("opening", "closing"), [("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’"), ("'", "'"), ("«", "»")]
)
def test_every_style_of_marks(tagger, opening, closing):
    text = f"{opening}We will not sign anything this year,{closing} Tomas Reil, the union leader, said on Friday."
    [(source, cue, content)] = read(tagger, text)
    assert "Reil" in source
    assert cue.startswith("said")
    assert content == f"{opening}We will not sign anything this year,{closing}"


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "The talks have been postponed until spring, the foreign ministry said.",
            "the foreign ministry",
            "postponed",
        ),
        (
            "According to the Harbour Post, the island will get a radar station.",
            "the Harbour Post",
            "radar station",
        ),
        ('Osk told reporters: "We have not received any request."', "Osk", "not received any request"),
        (
            "The spokeswoman denied that money had been paid to the islanders.",
            "The spokeswoman",
            "money had been paid",
        ),
    ],
)
def test_forms_of_reporting(tagger, text, speaker, said):
    [(source, cue, content)] = read(tagger, text)
    assert source == speaker
    assert cue
    assert said in content


def test_spans_are_trimmed_and_lie_in_the_text(tagger):
    text = "  “Stay,”   said Mara Lind .\n\n\n  She refused to leave the island. "
    [reading] = tagger.read([article(text)])
    for span in (s for a in reading.attributions for part in (a.source, a.cue, a.content) for s in part):
        assert span.of(text) == span.of(text).strip() != ""


def test_furniture_is_not_read(tagger):
    text = "“Buy now,” the advert said.\n\n“We wait,” Ilka Venn said."
    cut = text.index("\n")
    blocks = (Block("furniture", 0, cut), Block("paragraph", cut + 2, len(text)))
    [reading] = tagger.read([article(text, blocks)])
    assert [shown(text, a.source) for a in reading.attributions] == ["Ilka Venn"]


def test_an_article_is_read_alike_in_any_company(tagger):
    texts = [
        "“We wait,” Ilka Venn said.",
        "The minister said that the port would open. " * 40,
        "No word of anybody here.",
        "",
    ]
    alone = [tagger.read([article(t)])[0] for t in texts]
    assert tagger.read([article(t) for t in texts]) == alone
    assert tagger.read([article(t) for t in reversed(texts)]) == alone[::-1]
    assert NeuralTagger(threads=1).read([article(t) for t in texts]) == alone


def test_names_come_from_the_same_pass(tagger):
    text = "Ilka Venn told reporters in Oslo on Friday that Germany would join the talks."
    [reading] = tagger.read([article(text)])
    names = {n.span.of(text): n.type for n in reading.names}
    assert names["Ilka Venn"] == "person"
    assert names["Germany"] == "place"


def test_confidence_is_a_probability(tagger):
    text = "“We wait,” Ilka Venn said. Some believe so. Plans were drawn up as if to say no."
    [reading] = tagger.read([article(text)])
    assert all(0.0 < a.confidence < 1.0 for a in reading.attributions)


def test_nobody_is_read_out_of_nothing(tagger):
    assert tagger.read([]) == []
    for text in ("", "\n\n", "___", "“”", "\u202e", "🙂" * 50):
        [reading] = tagger.read([article(text)])
        assert all(isinstance(a, Attribution) for a in reading.attributions)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB said. ,“”\"'«»—\n:\u00a0\u200bé🙂ש"), max_size=300))
def test_odd_text_never_breaks_a_span(tagger, text):
    [reading] = tagger.read([article(text)])
    for a in reading.attributions:
        assert a.content
        for span in (*a.source, *a.cue, *a.content):
            assert 0 <= span.start < span.end <= len(text)


def test_a_long_line_is_read_to_its_end(tagger):
    line = "The minister said that the port would open and “nobody” would pay "
    text = line * 300  # a step that is quadratic in the line would take minutes
    [reading] = tagger.read([article(text)])
    assert max(span.end for a in reading.attributions for span in a.content) > len(text) - 2 * len(line)


def test_the_packaged_reader_is_loaded_once():
    assert default_tagger() is default_tagger()
