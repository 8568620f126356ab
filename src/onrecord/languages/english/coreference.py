"""English nouns and patterns by which a reference is followed through an article."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.english.cues import SAID_NOUNS, TOLD
from onrecord.languages.english.speakers.phrases import ABBREVIATED, DETERMINERS
from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.english.words import IRREGULAR
from onrecord.languages.grammar import CoreferenceGrammar

_VAGUE = frozenset("republican democrat official person man woman source insider".split())
_STOP = "".join(rf"(?<!\b{w.title()})" for w in sorted(ABBREVIATED)) + r"(?<!\b[A-Z])\."
# Past forms that no rule gives; nouns and adjectives of that table are left out.
_NO_VERBS = (
    "men women children people persons lives wives feet better best worse worst dead death deaths".split()
)
_PAST = "|".join(form for form in IRREGULAR if form not in _NO_VERBS)

# Nouns that one body is called by in turn, and the words of its name that tell as much.
_SAME_BODIES = """
airline carrier airways airlines
bank lender bancorp
carmaker automaker motors
chipmaker semiconductor semiconductors
drugmaker pharmaceutical pharmaceuticals pharma
insurer insurance assurance
railway railroad railways
regulator watchdog
charity nonprofit non-profit
university college school academy polytechnic
supermarket retailer
"""

GRAMMAR = CoreferenceGrammar(
    vague=_VAGUE,
    shared=_VAGUE.union(
        """
        candidate nominee leader lawmaker senator representative adviser lawyer member reporter spokesman
        politician expert activist officer author professor
        """.split()
    ),
    others=frozenset("other another second latter next new fellow".split()),
    spokesman="spokesman",
    before_days=frozenset("on in since until by last next this every early late".split()),
    held_for=frozenset(
        {"spokesman", "lawyer", "adviser", "campaign manager", "running mate", "counterpart", "deputy"}
        | {"inspector general"}
    ),
    sole=frozenset(
        {
            "president",
            "vice president",
            "prime minister",
            "chancellor",
            "chief minister",
            "leader of the opposition",
            "minister",
            "foreign minister",
            "defense minister",
            "finance minister",
            "interior minister",
            "deputy foreign minister",
            "deputy minister",
            "secretary",
            "governor",
            "mayor",
            "senator",
            "representative",
            "ambassador",
            "consul",
            "judge",
            "prosecutor",
            "attorney general",
            "sheriff",
            "king",
            "queen",
            "pope",
            "archbishop",
            "general",
        }
    ),
    governing=frozenset({"president", "governor"}),
    administration="administration",
    any_body=frozenset("group organization organisation company agency firm outlet body".split()),
    companies=frozenset("company firm corporation group".split())
    | LEXICON.nouns("business", forms=("base",)),
    overseers=frozenset({"regulator", "watchdog"}),
    firms={"lender": frozenset({"bank"})},
    same_bodies={
        w: frozenset(line.split()) for line in _SAME_BODIES.strip().splitlines() for w in line.split()
    },
    based="-based",
    never_names=frozenset(
        (
            "i i'm i've i'd i'll it's that's he's she's ok let's who's what's here's there's where's how's"
        ).split()
    ),
    generations=frozenset({"jr", "sr", "ii", "iii", "iv"}),
    younger=frozenset({"younger"}),
    body_links=frozenset({"of", "for", "at", "with"}),
    inside_names=frozenset({"of", "for", "and", "on", "the", "&"}),
    name_words=frozenset({"of", "the", "and", "for", "on", "in", "at", "to", "de", "&", "la", "von", "van"}),
    said_nouns=SAID_NOUNS,
    in_which=("in", "which"),
    held_against=frozenset({"over", "for", "about"}),
    noun_before=re.compile(r"(?:the|an?|other|such)\s", re.IGNORECASE),
    # No form of "be" or "have".
    present=re.compile(r"(?!(?:is|was|has)\b)[A-Za-z]+[^\Ws]s\b"),
    letters={"r": "republican", "d": "democrat", "i": "independent"},
    party=re.compile(
        r"\s*[,(]\s*(?P<party>[RDI]|Republican|Democrat|Independent)"
        r"\s*(?:[-–—/]|\bof\b|\bfrom\b)?\s*(?P<state>(?:[A-Z][\w.]+ ?){0,2})[,).]"
    ),
    apposition=re.compile(
        r"(?:,|\s(?:--|[-–—])|—|–)\s*(?:who\s+(?:is|was|has been|serves as|served as)\s+|(?:is|was)\s+)?"
        r"|\s+(?:is|was|became|who is|who was|as)\s+(?=(?:the|an?|his|her|their|its)\s)"
        r"|\s*\("
    ),
    apposition_end=re.compile(
        rf"[,;:()—–\n\"“”]|\s--\s|{_STOP}|\bwho\b|\bsaid\b|\btold\b|\bsays\b|\band\b(?= (?:said|told|who))"
    ),
    before_comma=re.compile(r"(?:^|[.;:,—–\n(\"“”]|\band\b)([^.;:,—–\n(\"“”]{3,110}),\s*$"),
    # "pointed to", but "accused of", "hired by".
    objects=DETERMINERS.union("to that it him them how why what he she they".split()),
    adjective_endings=("al", "ial", "ive", "ic", "an", "er", "or", "ar", "ary", "ent", "eral"),
    office_links=frozenset({"to", "of", "at", "for"}),
    issuer_links=frozenset({"by", "from", "of"}),
    published_links=frozenset({"in"}),
    joining=frozenset({"of", "for", "and", "&"}),
    inner=frozenset({"of", "for", "on"}),
    ands=frozenset({"and", "&"}),
    opening=frozenset(
        "when while after before although though as because once since until if unless whenever".split()
    ),
    connecting=frozenset(
        "but yet and so even however still then also afterward afterwards later meanwhile instead".split()
    ),
    of_others=frozenset("absence behalf honor honour memory place stead".split()),
    hanging=re.compile(
        r"""(?:\w+(?:ing|ed)|whilst|true|together|early|late|shortly|soon|later|originally|regardless|prior
        |amid|thanks|unlike|like|despite|unaware)$""",
        re.VERBOSE,
    ),
    phrase_openers=frozenset("some many several other few most those these one of".split()),
    partitive="of",
    lengths=("-page", "-word", "-minute"),
    media=LEXICON.nouns("medium"),
    lettered=frozenset({"network", "station", "channel"}),
    of_media=frozenset("news television tv cable radio".split()),
    before_one=frozenset("the this these those such his her its".split()),
    told_before=frozenset({"the", "these", "those"}),
    owners=frozenset({"his", "her", "their", "its"}),
    name_owners=frozenset({"our"}),
    one="one",
    joiners=frozenset({"and", "or"}),
    conjunction="and",
    agent="by",
    told=TOLD,
    answers=LEXICON.words("answers"),
    continues=frozenset({"continued", "continues"}),
    whose="whose",
    speaking=frozenset({"speaking", "writing", "acting", "appearing"}),
    former="former",
    latter="latter",
    located="in",
    sources=frozenset({"by", "from"}),
    seen=frozenset(
        "acquired consulted examined heard obtained read received reviewed seen studied viewed".split()
    ),
    office_room="Office",
    note=re.compile(
        r"\W{0,3}(?:corrections?|clarifications?|editor['’]s note|amended|updated?)\b", re.IGNORECASE
    ),
    roster=re.compile(
        r"\W{0,3}(?:participants?|(?:members )?present|in attendance|attend(?:ees|ing)|panel(?:l?ists)?"
        r"|speakers?|witnesses|guests?|hosts?|moderators?)\s*:",
        re.IGNORECASE,
    ),
    places_before=frozenset(
        "in across throughout inside outside near around into northern southern eastern".split()
    )
    | frozenset("western central downtown greater".split()),
    people_endings=("n", "an", "ian", "ans", "ns", "ians", "ese", "i", "is", "ish", "er", "ers"),
    topics=frozenset({"on", "regarding", "concerning"}),
    subjects=frozenset({"he", "she"}),
    only_owners=frozenset({"his", "hers"}),
    acts=re.compile(
        rf"(?:{_PAST}|would|will|could|can|also|then|later|never|became|[a-z]{{2,}}[^\We]ed|[a-z]{{2,}}[^\Ws]s)$"
    ),
    own_pronouns=re.compile(
        r"\b(?:uses?|using|used|goes by|go by|prefers?) (?:the )?(?:pronouns? )?[“\"]?they\b|\bthey/them\b"
        r"|\b(?:who is|who identifies as|identif(?:ies|ied) as) (?:non-?binary|genderqueer|agender)\b",
        re.IGNORECASE,
    ),
    role="as",
    finite=LEXICON.words("auxiliary") - {"be", "been", "being", "doing", "done", "having"},
    naming=frozenset(
        """appointed awarded called considered crowned declared deemed denied dubbed elected given made named
        nicknamed offered owed paid shown taught told turned""".split()
    ),
    past=re.compile(rf"\b(?:{_PAST}|[a-z]{{2,}}[^\We]ed)$"),
    passive=frozenset("as at by for from in of on to with".split()),
    clause_words=frozenset(
        "i we they he she there let's is are was were am has have had do does did".split()
    ),
    clause_links=LEXICON.words("relative") | LEXICON.words("interrogative"),
)
