"""What a language supplies to find who said what in a sentence: the words in and around a cue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class CueGrammar(Grammar):
    """Words that part source, cue and content, all in lower case.

    The verbs that hand on somebody's words are in the lexicon.

    Attributes:
        said_nouns: nouns for something said ("statement").
        documents: nouns for something written that may itself be a source.
        utterances: noun for what somebody utters -> words that what is uttered may begin with.
        charges: nouns whose owner the text often leaves out ("accusations").
        take_object: base forms of verbs whose object is the one spoken to.
        take_infinitive: base forms of verbs whose infinitive is what was said.
        tells: base forms of verbs that name the one spoken to and never stand after a quotation with their
            source behind them.
        says: finite forms of the plainest verbs of saying; ``said`` those that are no infinitive.
        of: a mark of an utterance that tells nothing once it is told who uttered it.
        clear_verbs: finite forms of verbs of speech that are nothing else, with whatever object.
        naming: verbs of speech that also give names or call things off.
        headline_verbs: verbs by which a headline names its source last.
        headline_stops: words behind that source that open what else happened ("says Olm *as* boats leave").
        saying: participles by which a document speaks ("a report saying …").
        further: participles that begin another clause of the same source after a pause.
        wanted: verb whose object a relative clause may leave before it -> words that may follow where the
            object has gone.
        apologised: finite forms of verbs of apology; ``for_this`` begins what the apology is for.
        hearsay: adverbs that hand on what nobody in particular has said.
        according: the words, in order, that put a source after what it said or before it.
        per: a word that does so; articles: what stands before a noun after it.
        estimating: verbs that give a figure ("put the toll at 12").
        telling, asking: finite forms of verbs that name whom one speaks to; ``objects``: pronouns for them.
        contrasts: conjunctions before a second main clause.
        source_of_document: between a document and who issued it ("a statement from …").
        as_said: begins a clause whose comma is followed by what was said ("As Olm said, …").
        auxiliaries, adverbs: between a source and its cue verb.
        passives: auxiliaries that turn a verb around.
        perfect: auxiliaries that open a clause of what did not happen ("had Olm said").
        past_verbs: verbs in the past that no infinitive looks like.
        boundaries: where the noun phrase of a source cannot go on, read backwards from the cue.
        adjuncts: words that begin a time, place or occasion.
        of_office: those of them that may belong to a source ("at the New School"); ``never_office`` that only
            seem to.
        topics: those of them after which a verb's content may still follow ("about").
        calendar: days, months and units of time.
        before_nouns: before what looks like a cue verb, these make it a noun or an infinitive.
        pronouns, determiners: words that begin a noun phrase.
        indefinite: determiners of what is not known yet.
        subjects: pronouns that can only be subjects.
        possessives: owners in one word.
        possessive_endings: of a noun that owns; ``plural_possessive`` of several; ``possessive_marks`` alone.
        pronoun_stems: words after which such an ending is a verb ("it’s").
        first_persons: sources that are the speaker itself, or nobody in particular.
        leads: words before the subject of a clause.
        subordinators: open a clause with a subject of its own whose speech is asserted.
        inner: open a clause or phrase inside a sentence.
        markers: conjunctions that begin what was said; ``that`` is the plainest one.
        infinitive: the word before an infinitive.
        relatives: open a clause about the noun before them; ``personal_relative`` about a person.
        joins: joins equals.
        both: an adverb that is part of a source.
        appositives: words that begin a description after a name and a comma.
        with_participle: words before a participle that shares the subject of the clause before.
        issued: words that tell of a document who issued it and when; ``past_participles`` are its verbs.
        uttered_by: between an utterance and who uttered it.
        utterance_adjectives: words of time between an owner and what he uttered.
        utterance_days: words of time between an utterance and what it begins with, besides the calendar.
        links_documents: between a document and the one that it belongs to ("the preface to the report").
        goes_on: words after a wanted thing that go on with what it was wanted for.
        phrase_joins: words inside the name of what somebody wanted.
        object_particles: last words of a verb of two that surely has what was said after it ("called for").
        ending_manner, ending_past, ending_participle, ending_plural: how such words end.
    """

    section: ClassVar[str] = "cues"
    said_nouns: frozenset[str]
    documents: frozenset[str]
    utterances: Mapping[str, frozenset[str]]
    charges: frozenset[str]
    take_object: frozenset[str]
    take_infinitive: frozenset[str]
    tells: frozenset[str]
    says: frozenset[str]
    said: frozenset[str]
    of: str
    clear_verbs: frozenset[str]
    naming: frozenset[str]
    headline_verbs: frozenset[str]
    headline_stops: frozenset[str]
    saying: frozenset[str]
    further: frozenset[str]
    wanted: Mapping[str, frozenset[str]]
    apologised: frozenset[str]
    for_this: str
    hearsay: frozenset[str]
    according: tuple[str, str]
    per: str
    articles: frozenset[str]
    estimating: frozenset[str]
    telling: frozenset[str]
    asking: frozenset[str]
    objects: frozenset[str]
    contrasts: tuple[str, ...]
    source_of_document: frozenset[str]
    as_said: str
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    passives: frozenset[str]
    perfect: frozenset[str]
    past_verbs: frozenset[str]
    boundaries: frozenset[str]
    adjuncts: frozenset[str]
    of_office: frozenset[str]
    never_office: frozenset[str]
    topics: frozenset[str]
    calendar: frozenset[str]
    before_nouns: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    subjects: frozenset[str]
    possessives: frozenset[str]
    possessive_endings: tuple[str, ...]
    plural_possessive: tuple[str, ...]
    possessive_marks: frozenset[str]
    pronoun_stems: frozenset[str]
    first_persons: frozenset[str]
    leads: frozenset[str]
    subordinators: frozenset[str]
    inner: frozenset[str]
    markers: frozenset[str]
    that: str
    infinitive: str
    relatives: frozenset[str]
    personal_relative: str
    joins: str
    both: str
    appositives: frozenset[str]
    with_participle: frozenset[str]
    issued: frozenset[str]
    past_participles: frozenset[str]
    uttered_by: frozenset[str]
    utterance_adjectives: frozenset[str]
    utterance_days: frozenset[str]
    links_documents: frozenset[str]
    goes_on: frozenset[str]
    phrase_joins: frozenset[str]
    object_particles: frozenset[str]
    ending_manner: str
    ending_past: str
    ending_participle: str
    ending_plural: str
