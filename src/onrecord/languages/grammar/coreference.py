"""What a language supplies to follow a reference through an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class CoreferenceGrammar(Grammar):
    """Nouns and patterns by which references are read; words are in lower case.

    Attributes:
        vague: heads so wide that what narrows them down must agree as well.
        shared: offices that several people of one article hold, those of ``vague`` among them.
        others: words for somebody who was not spoken of before.
        before_days: words that stand before a day or month.
        held_for: roles held for somebody: who is in focus is not taken for one unless introduced as one.
        spokesman: the office of whoever speaks for a body.
        sole: offices that nobody holds two of at a time.
        governing: offices whose holders have an ``administration``.
        administration: the noun of what a head of state leads.
        any_body: nouns for whichever body spoke last; ``companies``: nouns for the company in focus,
            ``overseers`` for the public body; ``firms``: a noun for a company -> words of public bodies'
            names that such a company bears as well; ``based``: how a word ends that tells where it sits.
        same_bodies: a noun of a body, or a word of its name -> those that tell the same of it.
        never_names: capitalised words that are no name.
        generations: what follows a name and tells it from a parent's ("jr").
        younger: before the name of a child that is a parent's, too.
        body_links: words that link a body's name to what stands before it ("director *of*").
        office_links: between an office and a name that it is held with ("adviser *to* Brill").
        issuer_links: between a document and who issued it; ``published_links``: one that is in print.
        joining: words within the name of a body; ``inner``: those of them before an office's field;
            ``ands``: words that join two fields of one office.
        inside_names: small words that the name of a body holds.
        name_words: function words that a name in a headline may hold.
        said_nouns: nouns of what is said; ``in_which``: what follows such a noun before its clause.
        held_against: between a person and the words he is reproached with.
        noun_before: before a cue that is a noun; ``present``: a cue that is a verb in the present.
        letters: letter of a party -> its noun; ``party``: a party and state after a name (groups ``party``
            and ``state``).
        apposition: what may link a name to an apposition after it; ``apposition_end``: where that ends.
        before_comma: the phrase before a comma at the end of a stretch (group 1).
        objects: what follows a verb in a clause, and no participle.
        adjective_endings: endings of adjectives that stand before an office.
        opening: conjunctions of clauses that stand before their main one ("when", "although").
        connecting: a word before what opens a sentence ("*But* in his report, …").
        of_others: what is hardly the subject's own that stands behind it ("In *her absence*, Brill …").
        hanging: a word that opens a phrase hung before its sentence's subject: "early", a participle.
        phrase_openers: words that may open a noun phrase, determiners aside; ``partitive``: the one of
            them that does not.
        lengths: endings of words that tell how long a document is.
        media, of_media: nouns of papers, stations and pages; what narrows them down to nobody. ``lettered``:
            those of them whose names may be letters ("KTV").
        before_one: words of a phrase that is no unnamed group though it ends in the plural.
        told_before: what opens a phrase for a group that was told of before.
        owners: possessives that stand before a title.
        name_owners: possessives that open names of bodies: "*Our* Harvest".
        one: the word before an apposition that is one of several; ``who``-clauses hang on it too.
        joiners: words that join two persons; ``conjunction``: the one that makes them speak together.
        agent: the preposition before who does something in the passive.
        told: participles of verbs whose object is the one spoken to.
        answers: verbs and nouns of what whoever was asked says; ``continues``: verbs of whoever speaks on.
        whose: opens a clause about what a noun has; ``speaking``: participles of how or where one speaks.
        former, latter: for the first and the second of two just named.
        located: between a body and the town where it sits.
        sources: prepositions before who issued a document.
        seen: participles before the agent who has a document and did not issue it ("papers *seen* by").
        office_room: the word for an office's house, as written ("Attorney’s *Office*").
        note: how a note to readers opens (a correction): it is prose, though it is set like furniture.
        roster: how a line opens that lists who takes part: it names people, though its words have capitals.
        places_before: prepositions before a name that only a place or body has ("in", "across").
        people_endings: what makes the name of a people of that of a country.
        subjects, only_owners: pronouns of one person that are subjects, and that own something.
        acts: a word after a name that shows its subject: "was", "married".
        topics: what opens a sentence that tells on whom or what the next quotation is.
        own_pronouns: tells that whoever was just named goes by "they".
        role: behind it stands in what office somebody acts ("as").
        finite: forms of "be", "have" and the like, which open what is said of a subject; ``naming``: verbs
            whose participle may have a name behind it ("a man *called* the Baron"). ``past``: past forms;
            ``passive``: what stands behind one that is a participle ("an aide quoted *by*").
        clause_words: subjects and verbs by which a phrase is a clause, and names nobody;
            ``clause_links``: behind which a clause tells of the noun before ("critics of *what* they call").
    """

    section: ClassVar[str] = "coreference"
    vague: frozenset[str]
    shared: frozenset[str]
    others: frozenset[str]
    before_days: frozenset[str]
    held_for: frozenset[str]
    spokesman: str
    sole: frozenset[str]
    governing: frozenset[str]
    administration: str
    any_body: frozenset[str]
    companies: frozenset[str]
    overseers: frozenset[str]
    firms: Mapping[str, frozenset[str]]
    same_bodies: Mapping[str, frozenset[str]]
    based: str
    never_names: frozenset[str]
    generations: frozenset[str]
    younger: frozenset[str]
    body_links: frozenset[str]
    inside_names: frozenset[str]
    name_words: frozenset[str]
    said_nouns: frozenset[str]
    in_which: tuple[str, ...]
    held_against: frozenset[str]
    noun_before: re.Pattern[str]
    present: re.Pattern[str]
    letters: Mapping[str, str]
    party: re.Pattern[str]
    apposition: re.Pattern[str]
    apposition_end: re.Pattern[str]
    before_comma: re.Pattern[str]
    objects: frozenset[str]
    adjective_endings: tuple[str, ...]
    office_links: frozenset[str]
    issuer_links: frozenset[str]
    published_links: frozenset[str]
    joining: frozenset[str]
    inner: frozenset[str]
    ands: frozenset[str]
    opening: frozenset[str]
    connecting: frozenset[str]
    of_others: frozenset[str]
    hanging: re.Pattern[str]
    phrase_openers: frozenset[str]
    partitive: str
    lengths: tuple[str, ...]
    before_one: frozenset[str]
    media: frozenset[str]
    of_media: frozenset[str]
    lettered: frozenset[str]
    told_before: frozenset[str]
    owners: frozenset[str]
    name_owners: frozenset[str]
    one: str
    joiners: frozenset[str]
    conjunction: str
    agent: str
    told: frozenset[str]
    answers: frozenset[str]
    continues: frozenset[str]
    whose: str
    speaking: frozenset[str]
    former: str
    latter: str
    located: str
    sources: frozenset[str]
    seen: frozenset[str]
    office_room: str
    note: re.Pattern[str]
    roster: re.Pattern[str]
    places_before: frozenset[str]
    people_endings: tuple[str, ...]
    topics: frozenset[str]
    subjects: frozenset[str]
    only_owners: frozenset[str]
    acts: re.Pattern[str]
    own_pronouns: re.Pattern[str]
    role: str
    finite: frozenset[str]
    naming: frozenset[str]
    past: re.Pattern[str]
    passive: frozenset[str]
    clause_words: frozenset[str]
    clause_links: frozenset[str]
