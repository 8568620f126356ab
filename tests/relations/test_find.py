"""What two outlets tell differently is found; what merely differs in detail is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from onrecord import conflicts, relations
from onrecord.records import (
    AnnotatedArticle,
    Dating,
    LocalSpeaker,
    Mention,
    Name,
    Office,
    Rendering,
    Span,
    Speaker,
    Statement,
    Story,
    Timex,
    Utterance,
)
from onrecord.relations import counts, telling
from onrecord.relations.times import Times
from onrecord.text import view_all


def item(name: str, text: str, *, day: str = "2031-03-05", dates: dict[str, str] | None = None):
    timexes = []
    for words, value in (dates or {}).items():
        start = text.index(words)
        timexes.append(Timex(name, start, start + len(words), "DATE", value, value, value, value))
    article = builders.article(text, name, outlet=f"Outlet {name}", published=builders.day(day))
    return AnnotatedArticle(article, timexes=tuple(timexes))


def related(*items: AnnotatedArticle, speakers=None, utterances=()):
    story = Story("s", "", tuple(i.article.id for i in items), None, None, "l")
    articles = {i.article.id: i for i in items}
    return relations.read(story, articles, utterances, speakers or {}, view_all(articles))


def find(*items: AnnotatedArticle, speakers=None, utterances=()):
    return conflicts.draw(related(*items, speakers=speakers, utterances=utterances))


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
    ("The fund has grown by $349 billion.", "The fund has grown by $350 billion.", False),
    ("The fund has grown by $187 billion.", "The fund has grown by $187.5 billion.", False),
    ("The fund has grown by $352 billion.", "The fund has grown by $361 billion.", True),
    ("The ferry will raise its fares by 10%.", "The ferry will raise its fares by 12 per cent.", True),
    ("The ferry carried 200 pilgrims to Tolmey.", "The ferry carried 187 pilgrims to Tolmey.", False),
    ("The ferry carried 10 pilgrims to Tolmey.", "The ferry carried 12 pilgrims to Tolmey.", True),
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


def test_a_day_of_the_year_is_one_whatever_year_was_guessed():
    words = "the council passed the harbour levy on"
    guessed = item("a", f"On that feast {words} May 3.", dates={"May 3": "2031-05-03"})
    known = item("b", f"It was then that {words} 3 May.", dates={"3 May": "2012-05-03"})
    other = item("b", f"It was then that {words} 9 May.", dates={"9 May": "2012-05-09"})
    assert kinds(guessed, known) == []
    assert kinds(guessed, other) == ["date"]


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
    ("one", "two", "told"),
    [
        ("Vincente Aldermay", "Vicente Aldermay", ["name"]),
        ("the Harbour Riders", "the Harbour Rides", []),
        ("the Harbour Traders", "the Harbour Trades", []),
        ("the Harbour Rodens", "the Harbour Redens", ["name"]),
        ("the Harbour Skelders", "the Harbour Skeldes", ["name"]),
    ],
)
def test_a_word_made_of_another_is_no_other_spelling(one, two, told):
    assert kinds(item("a", f"They slept with {one} there."), item("b", f"They ate with {two} here.")) == told


def test_a_spelling_is_told_once_for_a_story_by_the_articles_published_first():
    items = [
        item("a", "The envoy Vincente Aldermay slept.", day="2031-03-09"),
        item("b", "Premier Vincente Aldermay spoke.", day="2031-03-07"),
        item("c", "Minister Vicente Aldermay spoke.", day="2031-03-08"),
        item("d", "Premier Vicente Aldermay sang.", day="2031-03-06"),
    ]
    (found,) = find(*items)
    assert found.note == "the name is spelled “Vicente” and “Vincente”"
    assert (found.a.article_id, found.b.article_id) == ("d", "b")
    assert find(*reversed(items)) == (found,)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Dmitry Aldermay spoke.", "Dmitri Aldermay spoke."),
        ("The Norlander Aldermay spoke.", "The Norland Aldermay spoke."),
        ("Martin Aldermay spoke.", "Marta Lund spoke."),
        ("Aldermay’s Adviser Lund spoke.", "Aldermay’s Advisor Lund spoke."),
        ("Mohammad Aldermay spoke.", "Mohammed Aldermay spoke."),
        ("Torabbo Aldermay spoke.", "Torabbu Aldermay spoke."),
        ("The ferry to New Vincente sank.", "The ferry to New Vicente sank."),
        ("Venla Aldermay spoke.", "Venlah Aldermay spoke."),
        ("Orvik Aldermay spoke.", "Orvikh Aldermay spoke."),
        ("Lt Gen Prolat Aldermay spoke.", "Gen. Prolit Lund spoke."),
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


def test_a_not_of_another_clause_denies_nothing():
    said = "the harbour is at war with the reeds in the same way as it is with the tide and its allies"
    for before in ("But make no mistake, ", "I do not know, "):
        assert kinds(item("a", f"{before}{said}."), item("b", f"So {said} around the strait.")) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "I have not moved a stone, I have not sold any of the harbour's land to the board of Serrin.",
            "I have not sold any of the harbour's land to the board of Serrin.",
        ),
        (
            "I didn't have – did not have any talks with the board of Serrin about the harbour.",
            "I did not have any talks with the board of Serrin about the harbour.",
        ),
        (
            "Why aren›t the boats of Serrin asked about the tolls at the northern harbour?",
            "Why aren't the boats of Serrin asked about the tolls at the northern harbour?",
        ),
        (
            "Their boats didn't sail – some of the crew were sent to the northern harbour of Serrin for rest.",
            "Some of the crew were sent to the northern harbour of Serrin for rest.",
        ),
    ],
)
def test_a_sentence_cut_elsewhere_or_begun_anew_denies_nothing(one, two):
    assert kinds(item("a", one), item("b", two)) == []


def test_not_only_denies_nothing():
    one = item(
        "a", "The ordinance would materially raise the risk of a collapse of the Corvin dam this spring."
    )
    two = item(
        "b",
        "The ordinance would not only materially raise the risk of a collapse of the Corvin dam this spring.",
    )
    assert kinds(one, two) == []


def quote(name: str, who: str, speaker: str, said="You were trusted with the winter coats of a whole town"):
    text = f"“{said},” {who} said."
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


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Our own wells are dry", ["attribution"]),
        ("Wells run dry", []),  # three words
        ("We are not what we were", []),  # six that tell nothing
    ],
)
def test_a_short_quotation_is_known_by_all_of_its_words(said, found):
    speakers = {s.id: s for s in (Speaker("1", "Almut Reve", "person"), Speaker("2", "Dorn Habel", "person"))}
    pair = quote("a", "Almut Reve", "1", said), quote("b", "Dorn Habel", "2", said)
    # Behind the fold: news repeats too few such words for anybody to have counted how often it holds.
    assert [(c.kind, c.shown) for c in find(*pair, speakers=speakers)] == [(kind, False) for kind in found]


def test_a_short_quotation_within_a_longer_one_is_not_it():
    speakers = {s.id: s for s in (Speaker("1", "Almut Reve", "person"), Speaker("2", "Dorn Habel", "person"))}
    short, long = "Our own wells are dry", "Our own wells are dry at noon"
    pair = quote("a", "Almut Reve", "1", short), quote("b", "Dorn Habel", "2", long)
    assert find(*pair, speakers=speakers) == ()


def test_a_spokesman_of_a_body_is_not_another_mouth_and_tells_more_exactly_whose_words_they_are():
    reve = Speaker("1", "Harbour Authority", "organisation")
    habel = Speaker("2", "Dorn Habel", "person", acts_for=("1",))
    pair = quote("a", "Harbour Authority", "1"), quote("b", "Dorn Habel", "2")
    (found,) = related(*pair, speakers={"1": reve, "2": habel})
    assert find(*pair, speakers={"1": reve, "2": habel}) == ()
    assert (found.kind, found.what) == ("more_exact", "attribution")
    assert (found.a.article_id, found.b.article_id) == ("a", "b")
    (turned,) = related(*reversed(pair), speakers={"1": reve, "2": habel})
    assert (turned.a, turned.b) == (found.a, found.b)


def test_a_persons_spokesman_may_repeat_that_persons_words():
    reve = Speaker("1", "Almut Reve", "person")
    habel = Speaker("2", "Dorn Habel", "person", acts_for=("1",))
    pair = quote("a", "Almut Reve", "1"), quote("b", "Dorn Habel", "2")
    assert related(*pair, speakers={"1": reve, "2": habel}) == ()


def saying(name: str, text: str, content: str, *, speaker: str | None = None, dates=None):
    """An article of which ``content`` is a statement."""
    plain = item(name, text, dates=dates)
    start = text.index(content)
    made = Statement(
        f"st-{name}",
        name,
        "indirect",
        "speech",
        "assert",
        (),
        (),
        (Span(start, start + len(content)),),
        0.9,
        speaker_id=speaker,
    )
    return replace(plain, statements=(made,))


def utterance(*items: AnnotatedArticle) -> Utterance:
    renderings = (Rendering(s.id, s.article_id, s.content, "paraphrase") for i in items for s in i.statements)
    return Utterance("u", "s", None, Dating(), tuple(renderings))


IN_ONE_UTTERANCE = [
    ("The paving will take two years", "that the paving would take nine years", ["number"]),
    ("some 12,000 villagers left the valley", "that 70,000 villagers had left the valley", ["number"]),
    ("12,000 had left the valley for good", "that 70,000 villagers left the valley", ["number"]),
    ("a rise of rents by 3 percent", "that rents would rise by 30 percent", ["number"]),
    ("about 12,000 villagers left the valley", "that 12,300 villagers had left the valley", []),
    ("more than 12,000 villagers left the valley", "that 14,000 villagers left the valley", []),
    ("The paving will take two years", "that the ferry stops for nine years", []),
    (
        "The paving of quays, moles and sluices will cost two crowns",
        "that the paving by guilds from Tarn, coopers and all, came to nine crowns",
        [],
    ),
    (
        "the valley lost two mills and nine barns of the valley",
        "that the valley lost nine barns of the valley",
        [],
    ),
]


@pytest.mark.parametrize(("one", "two", "expected"), IN_ONE_UTTERANCE)
def test_numbers_in_renderings_of_one_utterance(one, two, expected):
    items = [saying("a", f"{one}, Reve said.", one), saying("b", f"Reve said {two}.", two)]
    found = find(*items, utterances=[utterance(*items)])
    assert [c.kind for c in found] == expected


RETOLD = [
    (
        "The gates of the Alder dam will be opened only after the harvest",
        "that the river board opens the gates of the Alder dam",
        [("condition_lost", "condition", "only after the harvest")],
    ),
    (
        "Unless the state pays, the waterworks at Alder will be closed for repairs",
        "that the waterworks at Alder would be closed for repairs in May",
        [("condition_lost", "condition", "Unless the state pays")],
    ),
    (
        "the waterworks at Alder are closed for repairs, and the mole will open if the state pays",
        "that the waterworks at Alder would be closed for repairs",
        [],
    ),
    (
        "The gates of the Alder dam will be opened if the wardens agree",
        "that, provided the wardens agree, the gates of the Alder dam will be opened",
        [],
    ),
    (
        "The gates of the Alder dam will be opened unless the storm returns",
        "that, provided the weather holds, the gates of the Alder dam will be opened",
        [],
    ),
    (
        "The wardens of Alder do not rule out opening the gates of the dam if a dry spring leaves them short",
        "that the wardens of Alder plan opening the gates of the dam",
        [],
    ),
    (
        "The gates of the Alder dam will be opened if the wardens agree",
        "that the Tarn sluice opens with the gates of the dam",
        [],
    ),
    (
        "Hulda Gries refuses to withdraw from the race for warden of the waterworks",
        "that Hulda Gries withdraws from the race for warden of the waterworks",
        [("clash", "polarity", None)],
    ),
    (
        "the well of Alder is safe to drink from",
        "that the well of Alder is still not safe to drink from",
        [("clash", "polarity", None)],
    ),
    (
        "the well of Alder is safe to drink from",
        "that the well of Alder is safe to drink from, not that anybody asked",
        [],
    ),
    (
        "a cable plant for three hundred workers will be built in Fenwick",
        "that the cable plant, with work for many, would be built in Orley",
        [("clash", "place", None)],
    ),
    ("a cable plant will be built in Fenwick", "that a regatta would be held in Orley", []),
]


@pytest.mark.parametrize(("one", "two", "expected"), RETOLD)
def test_one_claim_in_other_words(one, two, expected):
    items = [
        saying("a", f"{one}, she said.", one, speaker="r"),
        saying("b", f"She said {two}.", two, speaker="r"),
    ]
    found = related(*items, utterances=[utterance(*items)])
    assert [(r.kind, r.what) for r in found] == [kind[:2] for kind in expected]
    assert not any(r.shown for r in found if not r.note.startswith("the same words"))
    for relation, (*_, words) in zip(found, expected, strict=True):
        assert words is None or words in relation.note


def test_claims_of_two_speakers_are_not_one():
    one, two, _ = RETOLD[0]
    items = [
        saying("a", f"{one}, she said.", one, speaker="r"),
        saying("b", f"He said {two}.", two, speaker="h"),
    ]
    assert related(*items, utterances=[utterance(*items)]) == ()


def test_numbers_in_nearly_the_same_words_of_one_speaker():
    one, two = "The paving will take two years", "that the paving would take nine years"
    texts = f"{one}, Reve said.", f"Reve said {two}."
    assert [
        c.kind for c in find(saying("a", texts[0], one, speaker="r"), saying("b", texts[1], two, speaker="r"))
    ] == ["number"]
    assert find(saying("a", texts[0], one, speaker="r"), saying("b", texts[1], two, speaker="h")) == ()


@pytest.mark.parametrize(
    ("first", "second", "days", "expected"),
    [
        ("May 2", "May 22", ("2031-05-02", "2031-05-22"), ["date"]),
        ("May 2", "the second of May", ("2031-05-02", "2031-05-02"), []),
        ("Friday", "Friday", ("2031-05-02", "2031-05-09"), []),
    ],
)
def test_dates_in_renderings_of_one_utterance(first, second, days, expected):
    one, two = f"the ferry Marigold will sail on {first}", f"that the ferry Marigold would sail on {second}"
    items = [
        saying("a", f"Reve said {one}.", one, dates={first: days[0]}),
        saying("b", f"Reve said {two}.", two, dates={second: days[1]}),
    ]
    found = find(*items, utterances=[utterance(*items)])
    assert [c.kind for c in found] == expected


FRONTED = (
    "The council passed the harbour levy on Tuesday.",
    "On Wednesday, the council voted for the harbour levy.",
)


def test_a_date_at_the_head_of_a_sentence_dates_its_verb():
    one = item("a", FRONTED[0], dates={"Tuesday": "2031-03-04"})
    two = item("b", FRONTED[1], dates={"Wednesday": "2031-03-05"})
    assert kinds(one, two) == ["date"]


PLACES = [
    ("The ferry Anholt ran aground near Kerenza with forty pilgrims.", True),
    ("The ferry Anholt ran aground off Tolmey Head with forty pilgrims.", False),
    ("The ferry Anholt ran aground in Orvany with forty pilgrims, near Tolmey.", False),
    ("The pilgrims prayed in Kerenza for the ferry Anholt.", False),
    ("A tug that came to help, her captain said later, ran out of oil and out of luck near Kerenza.", False),
]


@pytest.mark.parametrize(("text", "clash"), PLACES)
def test_places_of_one_event(text, clash):
    other = "Forty pilgrims were rescued after the ferry Anholt ran aground off Tolmey."
    assert kinds(item("a", text), item("b", other)) == (["place"] if clash else [])


def test_where_a_person_is_named_after_in_is_no_place():
    one = item("a", "The pilgrims sang in Kerenza Vale’s choir on the ferry Anholt.")
    named = replace(one, names=(Name(21, 33, "person"),))
    assert kinds(named, item("b", "The pilgrims sang in Tolmey on the ferry Anholt.")) == []


def office(name: str, text: str, who: str, title: str, *, day: str = "2031-03-05"):
    one = item(name, text, day=day)
    at = text.index(who)
    chain = LocalSpeaker(
        f"{name}-1",
        name,
        who,
        "person",
        offices=(Office(title),),
        mentions=(Mention(name, at, at + len(who)),),
    )
    return replace(one, speakers=(chain,))


OFFICES = [
    ("Petra Solveig", "the assistant harbour warden", "Petra Solveig", "the harbour warden", True),
    ("Petra Solveig", "then deputy harbour warden", "Petra K. Solveig", "the harbour warden", True),
    ("Petra Solveig", "the former harbour warden", "Petra Solveig", "the harbour warden", False),
    ("Petra Solveig", "the harbour warden", "Greta Solveig", "the harbour warden", True),
    ("Pete Solveig", "the harbour warden", "Peter Solveig", "the harbour warden", False),
    ("P. Solveig", "the harbour warden", "Greta Solveig", "the harbour warden", False),
    ("Petra Solveig", "the harbour warden", "Petronella Solveig", "the harbour warden", False),
    ("Petra Solveig", "a lighthouse keeper", "Greta Solveig", "a lighthouse keeper", False),
    ("Petra Solveig", "the assistant harbour warden", "Petra Solveig", "a shipowner", False),
]


@pytest.mark.parametrize(("one", "first", "two", "second", "clash"), OFFICES)
def test_ranks_and_first_names_of_one_office(one, first, two, second, clash):
    items = [
        office("a", f"{one}, {first}, saw the wreck.", one, first),
        office("b", f"The wreck was seen by {two}, {second}.", two, second),
    ]
    assert kinds(*items) == (["name"] if clash else [])


DONE = "Treasurer Dorn Habel has been charged, the court said."
STATUSES = [
    ("Dorn Habel is expected to be indicted this week.", True),
    ("Treasurer Dorn Habel, who kept the books of the mill, was not charged in court.", True),
    ("Dorn Habel should be charged, relatives said.", False),
    ("Dorn Habel could be charged, relatives feared.", False),
    ("Under Dorn Habel they were not charged with treason.", False),
    ("Dorn Habel was never charged with smuggling.", False),
    ("Dorn Habel was indicted, people in the court said.", False),
    ("Viktor Onsager is expected to be indicted this week.", False),
    ("Dorn Habel was expected to be charged; late on Friday Dorn Habel was charged.", False),
]


@pytest.mark.parametrize(("text", "clash"), STATUSES)
def test_what_was_done_here_and_not_there(text, clash):
    assert kinds(item("a", text), item("b", DONE)) == (["polarity"] if clash else [])


def test_a_status_that_came_later_is_explained_by_time():
    before = item("a", STATUSES[0][0], day="2031-03-03")
    (found,) = find(before, item("b", DONE))
    assert found.explained_by_time
    after = item("a", STATUSES[0][0], day="2031-03-07")
    (found,) = find(after, item("b", DONE))
    assert not found.explained_by_time


def test_how_much_of_a_thing_is_meant():
    one = item("a", "The decree demands tonnage certificates for nearly all ferry crossings of the strait.")
    two = item("b", "The decree demands tonnage certificates for all ferry crossings.")
    assert kinds(one, two) == ["other"]
    unlike = item("b", "All ferry crossings were late on the feast.")
    assert kinds(one, unlike) == []


def test_articles_of_one_outlet_are_not_held_against_each_other():
    one, two = item("a", NUMBERS[0][0]), item("b", NUMBERS[0][1])
    same = replace(two.article, outlet="Outlet a")
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


@pytest.mark.usefixtures("as_if_held")
def test_counts_of_one_thing_by_one_verb_on_one_occasion_stand_in_the_open():
    one = item("a", "The storm killed 58 people in the harbour of Serrin on Friday, the warden said.")
    two = item("b", "The storm killed 59 people in the harbour of Serrin on Friday, the warden said.")
    (found,) = find(one, two)
    assert (found.kind, found.shown) == ("number", True)


@pytest.mark.parametrize(
    ("one", "two", "shown"),
    [
        (
            "A storm in the night killed 58 people at Serrin.",
            "At least 59 people were killed in the storm.",
            True,
        ),
        (
            "A storm killed 58 people at Serrin.",
            "A poll said 59 people were killed in the storm at Serrin.",
            False,
        ),
        ("A storm killed 58 people at Serrin.", "The storm at Serrin injured 59 people.", False),
        ("A storm killed 58 people at Serrin.", "The storm at Serrin killed 59 sheep.", False),
        ("A storm killed 58 people at Serrin.", "The storm at Serrin killed 81 people.", True),
        ("A storm killed 58 people at Serrin.", "The storm at Serrin killed 95 people.", False),
        ("A storm killed 58 people at Velm.", "The storm killed 59 people at Corvath.", False),
        ("In the storm 58 people died.", "In all 59 people died at Serrin.", True),
        ("In the storm 58 people died.", "So far 59 people died at Serrin.", False),
        ("The mill at Serrin cut 85 jobs.", "The mill at Serrin shed 58 posts.", True),
        ("The mill at Serrin cut 85 jobs.", "The mill at Serrin filled 58 posts.", False),
        ("The mill at Serrin cut 85 jobs.", "The mill at Serrin shed 58 tonnes.", False),
        ("In the storm 58 people died.", "In all 59 people slept at Serrin.", False),
        ("In the blast six were injured at Serrin.", "The blast at Serrin wounded eight others.", True),
        ("In the blast six were injured at Serrin.", "The blast at Serrin amazed eight others.", False),
        ("In the blast six were injured at Serrin.", "The blast at Serrin wounded eight horses.", False),
        ("Six injured amid the blast were helped.", "In the blast eight people were injured.", True),
        ("The mill at Serrin hired six others.", "The mill at Serrin recruited eight people.", False),
    ],
)
def test_what_counts_as_one_count(one, two, shown):
    views = view_all({n: item(n, t) for n, t in (("a", one), ("b", two))})
    told = [item(n, t) for n, t in (("a", one), ("b", two))]
    a, b = (telling.telling_of(i, views[i.article.id], {}, {}) for i in told)
    (pair,) = [(x, y) for x in a.values for y in b.values]
    assert counts.one_count(*pair, Times(told[0].article, told[1].article)) is shown


def test_of_two_counts_in_one_sentence_each_is_of_what_befell_it():
    one, two = item("a", "The blast killed five people and injured eight."), item("b", "Six were {}.")
    for fate, differing in (("injured", {("8", "6")}), ("killed", {("5", "6")})):
        other = item("b", f"In the blast at the mill six were {fate}.")
        views = view_all({"a": one, "b": other})
        a, b = (telling.telling_of(i, views[i.article.id], {}, {}) for i in (one, other))
        times = Times(one.article, two.article)
        found = {
            (f"{x.told.value:g}", f"{y.told.value:g}")
            for x in a.values
            for y in b.values
            if counts.one_count(x, y, times)
        }
        assert found == differing


def test_a_count_of_a_day_long_past_is_of_another_occasion():
    then = "In 2026, a storm killed 59 people at Serrin."
    told = [item("a", "A storm killed 58 people at Serrin."), item("b", then, dates={"2026": "2026"})]
    told[1] = replace(
        told[1],
        timexes=tuple(replace(t, earliest="2026-01-01", latest="2026-12-31") for t in told[1].timexes),
    )
    views = view_all({i.article.id: i for i in told})
    a, b = (telling.telling_of(i, views[i.article.id], {}, {}) for i in told)
    pair = a.values[0], next(v for v in b.values if v.kind == "count")
    assert not counts.one_count(*pair, Times(told[0].article, told[1].article))


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("2031-03-05T09:00:00+01:00", "2031-03-05T21:30:00+01:00", "later"),
        ("2031-03-05T21:30:00+01:00", "2031-03-05T09:00:00+01:00", "clash"),
        ("2031-03-05T09:00:00+01:00", "2031-03-05T08:00:00Z", "clash"),
        ("2031-03-05T09:00:00+01:00", "2031-03-05T21:30:00", "clash"),
        ("2031-03-05", "2031-03-05T21:30:00", "clash"),
    ],
)
def test_a_toll_that_rises_by_the_evening_is_later_news(one, two, kind):
    told = [
        item("a", "The storm killed 58 people in the harbour of Serrin, the warden said."),
        item("b", "The storm killed 61 people in the harbour of Serrin, the warden said."),
    ]
    dated = [
        replace(i, article=replace(i.article, published=replace(i.article.published, basis=f"date: “{at}”")))
        for i, at in zip(told, (one, two), strict=True)
    ]
    articles = {i.article.id: i for i in dated}
    story = Story("s", "", tuple(articles), None, None, "l")
    (found,) = relations.read(story, articles, (), {}, view_all(articles))
    assert (found.kind, found.what) == (kind, "number")
