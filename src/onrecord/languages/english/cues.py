"""English cue words: by which words a text hands on what somebody said, thought, planned or wrote.

The verbs are in the lexicon. What stands here is the words around them.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import CueGrammar

# Nouns that stand for something said ("the ministry's statement that …").
SAID_NOUNS = LEXICON.nouns("said")

# Verbs of a person asked about something; the asker's words follow ("asked whether …").
TAKE_OBJECT = frozenset(v for v in LEXICON.verbs("addresses", forms=("base",)) if " " not in v)

# Participles of verbs whose object is the one spoken to.
TOLD = LEXICON.verbs("addresses", forms=("participle",)) | {"pressed", "quizzed", "grilled", "questioned"}

# Verbs whose infinitive is what was said ("promised to pay").
TAKE_INFINITIVE = LEXICON.verbs("infinitive", forms=("base",))

AUXILIARIES = LEXICON.words("auxiliary") | {"not", "never"}

ADVERBS = frozenset(
    """also later then again once even just already now each both still further furthermore instead
    however meanwhile too only often always sometimes soon earlier yesterday today separately
    himself herself itself themselves since ever first long so simply""".split()
)

# Before a word that looks like a cue verb: it is a noun ("no plans", "for guarantees") or an infinitive.
BEFORE_NOUNS = frozenset(
    """of to no any for with over from into by between against under ’s 's other more new public
    official""".split()
)

# Where a noun phrase that is the source cannot go on, reading backwards from the cue.
BOUNDARIES = frozenset(
    """that but which when while as because since after before where if though although how what
    why whether so then than with and or who whom whose until unless yet nor like despite except
    because where without""".split()
)

PRONOUNS = frozenset("he she they it we i you who one some many others both this these".split())

DETERMINERS = (
    LEXICON.words("article")
    | LEXICON.words("possessive")
    | LEXICON.words("demonstrative")
    | frozenset("some several many two three".split())
)

# Words that begin an adjunct (time, place, occasion) and so end a source or an addressee.
ADJUNCTS = frozenset(
    """on in at during by after before when while as about from for to last this earlier late early
    via through yesterday today tomorrow tonight monday tuesday wednesday thursday friday
    saturday sunday regarding over following amid ahead with without through because if since
    until adding noting saying replying speaking citing referring answering commenting""".split()
)

CALENDAR = LEXICON.words(classes=("calendar",)) - LEXICON.words("festival")

# ------------------------------------------------------------------ modes

# What a source is called when it is something written.
DOCUMENTS = LEXICON.nouns("written")

# Adjectives of attitude ("are angry about").
FEELINGS = frozenset(
    """afraid angry anxious aware certain comfortable concerned confident convinced dissatisfied
    eager excited frustrated furious glad happy hopeful interested nervous open optimistic
    pessimistic proud ready reluctant sceptical skeptical sure suspicious tired unhappy unsure
    upset willing worried wary""".split()
)

# Fixed phrases: "is expected to", "is set to", "is considering a move".
PLANS = (
    r"\b(?:is|are|was|were|been|being) "
    r"(?:expected|set|due|slated|scheduled|poised|about|considering|weighing|mulling)"
)

BELIEF_NOUNS = LEXICON.nouns("belief")
PLAN_NOUNS = LEXICON.nouns("plan")

# ------------------------------------------------------------------ second hand

# Sources that are the speaker itself, or nobody in particular, inside what it is quoted with.
FIRST_PERSONS = frozenset("i we you it this that those there who which what one every nobody".split())

# Verbs by which a headline names its source last ("Port to close, says Olm").
HEADLINE_VERBS = frozenset(
    """says say said warns claims reports insists admits announces vows asserts alleges maintains declares
    argues laments rues avers assures clarifies predicts""".split()
)

# Verbs of speech that are nothing else, with whatever object.
CLEAR_VERBS = frozenset(
    """accused accuses admitted admits agreed agrees announced announces apologised apologized
    asked called calls confirmed confirms denied denies expressed expresses insisted insists
    pledged pledges praised praises promised promises reaffirmed reaffirms reiterated rejected
    rejects stressed stresses thanked thanks told tells urged urges vowed vows warned warns
    advised claimed claims described ordered""".split()
)

# The plainest verbs of all, and the forms of "be" that turn a verb around ("was asked").
SAYS = frozenset("said says say told tells".split())
PASSIVES = LEXICON.words("be") - {"am"}

# Words before the subject of a clause.
LEADS = frozenset("that and but also so then because since while as to".split())

# What opens a clause with a subject of its own whose speech is asserted ("if" leaves it open).
SUBORDINATORS = frozenset("that because since after before although though while when where".split())

# Verbs of speech that also give names or call things off.
NAMING = frozenset("called calls".split())

# Owners in one word, and what "’s" makes no owner of ("it’s", "that’s").
POSSESSIVES = LEXICON.words("possessive", "third_person")
PRONOUN_STEMS = frozenset("it that he she who what there here let".split())

# Participles by which a document speaks ("a report saying …").
SAYING = frozenset(
    """saying claiming alleging stating arguing asserting announcing warning suggesting declaring
    insisting reporting confirming denying urging demanding accusing criticising criticizing
    condemning concluding""".split()
)

# Verbs that end what a noun of the next table is about, since no infinitive looks like them.
PAST_VERBS = frozenset(
    "said says told came went drew made led left met set showed shows caused raised sparked prompted".split()
)

# Nouns for what somebody utters, each with the words that what is uttered may begin with ("Olm’s offer
# to …", "her denial of …"); a mere topic ("comments about …") is nothing uttered.
UTTERANCES: dict[str, frozenset[str]] = {
    noun: frozenset(marks.split())
    for nouns, marks in (
        ("promise pledge vow offer refusal plea", "to that"),
        ("call demand request appeal proposal", "to for that"),
        (
            "promises pledges vows offers calls demands requests appeals proposals pleas",
            "to for that",
        ),
        ("statement claim comment remark announcement warning assertion allegation argument", "that"),
        ("suggestion declaration admission contention prediction recommendation complaint", "that"),
        ("statements claims comments remarks warnings assertions allegations accusations", "that"),
        ("accusation insistence", "that"),
        ("denial", "of that"),
        ("defence defense criticism condemnation endorsement", "of"),
    )
    for noun in nouns.split()
}

# Verbs whose object a relative clause may leave before them ("the sum that Olm demanded"), each with the
# words that may follow where the object has gone.
_GONE = "and or but as in on at by during since after before last this when while though although"
WANTED: dict[str, frozenset[str]] = {
    verb: frozenset(f"{_GONE} {further}".split())
    for verbs, further in (
        ("requested", "to for from"),
        ("demanded sought", "for from"),
        ("proposed promised pledged offered", "for"),
        ("denied denies disputed disputes opposed opposes rejected rejects", ""),
        ("condemned denounced criticised criticized advocated endorsed", ""),
    )
    for verb in verbs.split()
}

APOLOGISED = frozenset("apologised apologises apologized apologizes".split())

# What tells of a document who issued it and when ("a letter *sent by* Olm *on* Monday saying …").
PAST_PARTICIPLES = frozenset("issued published released sent signed written".split())
ISSUED = PAST_PARTICIPLES | frozenset("by from in of on to".split())

# Adverbs that hand on what nobody in particular has said.
HEARSAY = frozenset("reportedly allegedly purportedly supposedly".split())

CHARGES = frozenset("accusations allegations claims charges speculation suggestions rumors rumours".split())

GRAMMAR = CueGrammar(
    said_nouns=SAID_NOUNS,
    documents=DOCUMENTS,
    utterances=UTTERANCES,
    charges=CHARGES,
    take_object=TAKE_OBJECT,
    take_infinitive=TAKE_INFINITIVE,
    tells=frozenset({"tell"}),
    says=SAYS,
    said=frozenset({"said", "says", "told", "tells"}),
    of="of",
    clear_verbs=CLEAR_VERBS,
    naming=NAMING,
    headline_verbs=HEADLINE_VERBS,
    headline_stops=frozenset({"after", "ahead", "amid", "as", "before", "despite", "following", "while"}),
    saying=SAYING,
    further=frozenset({"according", "adding", "noting", "saying"}),
    wanted=WANTED,
    apologised=APOLOGISED,
    for_this="for",
    hearsay=HEARSAY,
    according=("according", "to"),
    per="per",
    estimating=frozenset({"put", "puts"}),
    telling=frozenset({"told", "tells"}),
    asking=frozenset({"asked", "asks"}),
    objects=frozenset({"me", "him", "her", "us", "them"}),
    contrasts=("but", "while"),
    articles=frozenset({"the", "a", "an"}),
    source_of_document=frozenset({"from", "by"}),
    as_said="as",
    auxiliaries=AUXILIARIES,
    adverbs=ADVERBS,
    passives=PASSIVES,
    perfect=frozenset({"had", "should", "were"}),
    past_verbs=PAST_VERBS,
    boundaries=BOUNDARIES,
    adjuncts=ADJUNCTS,
    of_office=frozenset({"for", "in", "at", "on"}),
    never_office=frozenset({"on"}),
    topics=frozenset({"about", "with", "over"}),
    calendar=CALENDAR,
    before_nouns=BEFORE_NOUNS,
    pronouns=PRONOUNS,
    determiners=DETERMINERS,
    indefinite=frozenset({"a", "an"}),
    subjects=frozenset({"he", "she", "they"}),
    possessives=POSSESSIVES,
    possessive_endings=("’s", "'s"),
    plural_possessive=("s’", "s'"),
    possessive_marks=frozenset({"’", "'"}),
    pronoun_stems=PRONOUN_STEMS,
    first_persons=FIRST_PERSONS,
    leads=LEADS,
    subordinators=SUBORDINATORS,
    inner=SUBORDINATORS | {"but", "despite", "amid"},
    markers=frozenset({"that", "whether"}),
    that="that",
    infinitive="to",
    relatives=frozenset({"who", "that", "which"}),
    personal_relative="who",
    joins="and",
    both="both",
    appositives=frozenset({"a", "an", "the", "who", "director", "head"}),
    with_participle=frozenset({"by", "while", "in"}),
    issued=ISSUED,
    past_participles=PAST_PARTICIPLES,
    uttered_by=frozenset({"by", "from"}),
    utterance_adjectives=frozenset({"and", "early", "earlier"}),
    utterance_days=frozenset({"on", "last", "this"}),
    links_documents=frozenset({"to", "of", "in"}),
    goes_on=frozenset({"to", "for", "from"}),
    phrase_joins=frozenset({"for", "and"}),
    object_particles=frozenset({"for", "on", "out"}),
    ending_manner="ly",
    ending_past="ed",
    ending_participle="ing",
    ending_plural="s",
)
