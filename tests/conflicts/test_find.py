"""What two outlets tell differently is found; what merely differs in detail is not."""

from __future__ import annotations

import pytest

from onrecord import conflicts
from onrecord.records import AnnotatedArticle, Article, Dating, Span, Speaker, Statement, Story, Timex


def item(name: str, text: str, *, day: str = "2031-03-05", dates: dict[str, str] | None = None):
    timexes = []
    for words, value in (dates or {}).items():
        start = text.index(words)
        timexes.append(Timex(name, start, start + len(words), "DATE", value, value, value, value))
    article = Article(
        id=name,
        given_id=name,
        path="memory",
        item=0,
        sha256="",
        outlet=f"Outlet {name}",
        title=None,
        url=None,
        byline=None,
        dateline=None,
        credit=None,
        language="en",
        text=text,
        text_map=(),
        blocks=(),
        published=Dating(day, day, day),
    )
    return AnnotatedArticle(article, timexes=tuple(timexes))


def find(*items: AnnotatedArticle, speakers=None):
    story = Story("s", "", tuple(i.article.id for i in items), None, None, "l")
    return conflicts.find(story, {i.article.id: i for i in items}, (), speakers or {})


def kinds(*items: AnnotatedArticle) -> list[str]:
    return [c.kind for c in find(*items)]


NUMBERS = [
    ("A 48-page indictment names the banker.", "The 47-page indictment of the banker was read out.", True),
    (
        "Ferro hid losses of $3.6 million at the bank.",
        "At the bank, losses of $3.5 million were hidden by Ferro.",
        True,
    ),
    ("There were dozens of arrests.", "More than 200 people were arrested.", True),
    ("Police counted 23 steps on the stairs.", "There are 19 independent steps, police said.", True),
    ("The dam cost about $4 million.", "The dam cost $4.02 million.", False),
    ("It has grown by $1.4 billion.", "It has grown by $1.375 billion.", False),
    ("More than 200 people came.", "A crowd of 215 people came.", False),
    ("Two witnesses saw it.", "Three witnesses heard it.", False),
    ("The vote on March 11 counted.", "Seven districts counted.", False),
]


@pytest.mark.parametrize(("one", "two", "clash"), NUMBERS)
def test_numbers_of_one_thing(one, two, clash):
    assert kinds(item("a", one), item("b", two)) == (["number"] if clash else [])


def test_a_number_both_articles_give_is_no_conflict():
    one = item("a", "The 48-page indictment was read.")
    two = item("b", "The 47-page indictment was read. An older 48-page indictment was not.")
    assert kinds(one, two) == []


def test_a_later_and_higher_count_is_explained_by_time():
    one = item("a", "Doctors treated 31 wounded passengers of the ferry Marigold.", day="2031-03-05")
    two = item("b", "Doctors treated 36 wounded passengers of the ferry Marigold.", day="2031-03-06")
    (found,) = find(one, two)
    assert found.explained_by_time
    assert "later article" in found.note


def test_dates_of_one_event():
    one = item(
        "a",
        "A staffer of deputy Lund apologized Saturday for the postcard.",
        dates={"Saturday": "2031-03-01"},
    )
    two = item(
        "b", "On Friday apologized a staffer for a postcard about Lund.", dates={"Friday": "2031-02-28"}
    )
    assert kinds(one, two) == ["date"]


def test_dates_of_two_events_are_no_conflict():
    one = item(
        "a",
        "A staffer of deputy Lund apologized Saturday for the postcard.",
        dates={"Saturday": "2031-03-01"},
    )
    two = item(
        "b", "The postcard of Lund's staffer was printed Friday in Tessin.", dates={"Friday": "2031-02-28"}
    )
    assert kinds(one, two) == []


def test_terms_of_years():
    one = item("a", "Castor Aldermay held the seat from 1967 to 1979.")
    two = item("b", "The seat of Castor Aldermay, who served from 1966 to 1978, is vacant.")
    assert kinds(one, two) == ["date"]


def test_two_spellings_of_one_name():
    one = item("a", "Former premier Vincente Aldermay spoke.")
    two = item("b", "Former premier Vicente Aldermay spoke.")
    (found,) = find(one, two)
    assert found.kind == "name"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Dmitry Aldermay spoke.", "Dmitri Aldermay spoke."),
        ("The Norlander Aldermay spoke.", "The Norland Aldermay spoke."),
        ("Martin Aldermay spoke.", "Marta Lund spoke."),
    ],
)
def test_other_names_and_romanisations_are_no_conflict(one, two):
    assert kinds(item("a", one), item("b", two)) == []


def test_the_same_words_with_a_not():
    one = item(
        "a",
        "To pass this ordinance in the next weeks would materially raise the risk of a collapse of the dam.",
    )
    two = item(
        "b",
        "Not to pass this ordinance in the next weeks would materially raise the risk of a collapse of the dam.",
    )
    assert kinds(one, two) == ["polarity"]


def test_not_only_denies_nothing():
    one = item(
        "a", "The ordinance would materially raise the risk of a collapse of the Corvin dam this spring."
    )
    two = item(
        "b",
        "The ordinance would not only materially raise the risk of a collapse of the Corvin dam this spring.",
    )
    assert kinds(one, two) == []


def quote(name: str, who: str, speaker: str):
    text = f"“You were trusted with the winter coats of a whole town,” {who} said."
    end = text.index("”") + 1
    made = Statement(
        f"st-{name}",
        name,
        "direct",
        "speech",
        "assert",
        (Span(end + 1, end + 1 + len(who)),),
        (Span(len(text) - 5, len(text) - 1),),
        (Span(0, end),),
        0.9,
        speaker_id=speaker,
        speaker=who,
        source_text=who,
    )
    plain = item(name, text)
    return AnnotatedArticle(plain.article, statements=(made,))


def test_the_same_words_in_two_mouths():
    speakers = {s.id: s for s in (Speaker("1", "Almut Reve", "person"), Speaker("2", "Dorn Habel", "person"))}
    (found,) = find(quote("a", "Almut Reve", "1"), quote("b", "Dorn Habel", "2"), speakers=speakers)
    assert found.kind == "attribution"


def test_a_spokesman_is_not_another_mouth():
    reve = Speaker("1", "Almut Reve", "person")
    habel = Speaker("2", "Dorn Habel", "person", acts_for=("1",))
    assert (
        find(quote("a", "Almut Reve", "1"), quote("b", "Dorn Habel", "2"), speakers={"1": reve, "2": habel})
        == ()
    )


def test_articles_of_one_outlet_are_not_held_against_each_other():
    one, two = item("a", NUMBERS[0][0]), item("b", NUMBERS[0][1])
    same = Article(
        **{f: getattr(two.article, f) for f in Article.__dataclass_fields__} | {"outlet": "Outlet a"}
    )
    assert find(one, AnnotatedArticle(same)) == ()


def test_places_show_the_value_and_order_is_no_matter():
    one, two = item("a", NUMBERS[0][0]), item("b", NUMBERS[0][1])
    (found,) = find(one, two)
    assert "48-page" in one.article.text[found.a.start : found.a.end]
    assert "47-page" in two.article.text[found.b.start : found.b.end]
    assert find(two, one) == (found,)


@pytest.mark.parametrize(
    "text", ["", "1 " * 20_000, "$" * 5000, "“" * 500, "9" * 100_000, "not " * 4000, "A." * 9000]
)
def test_odd_text_is_searched_without_complaint(text):
    assert isinstance(find(item("a", text), item("b", text + " ")), tuple)
