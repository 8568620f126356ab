"""Nouns for people by what they do, which of them can name the same role, and words that group them.

``SAME_ROLE``: one line per role; any word of a line can be used of a person introduced with another one.
``BROADER``: general noun -> roles (first words of a ``SAME_ROLE`` line, or plain nouns) it covers.
Multi-word roles are written with spaces; lower case, singular.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import OfficeGrammar

SAME_ROLE = """
spokesman,spokeswoman,spokesperson,press secretary,press officer,press aide,communications director
spokesman,director of communications,communications pro,press spokesman,press service chief,media adviser
president,head of state,commander in chief,commander-in-chief,president-elect
first lady
first gentleman
prime minister,premier,head of government,taoiseach,pm
chancellor
chief minister,cm
foreign minister,foreign secretary,minister of foreign affairs,top diplomat,chief diplomat
foreign minister,secretary of state,external affairs minister,fm,eam
defense minister,defence minister,defense secretary,defence secretary,secretary of defense
defense minister,minister of defense,minister of defence,defense chief,pentagon chief
finance minister,finance secretary,treasury secretary,chancellor of the exchequer,secretary of the treasury
finance minister,minister of finance
interior minister,home secretary,interior secretary,secretary of the interior,minister of the interior
governor,gov
senator,sen
representative,congressman,congresswoman,rep,member of congress
speaker,speaker of the house,house speaker
leader of the opposition,opposition leader,lop,leader of opposition
majority leader,senate majority leader,house majority leader
minority leader,senate minority leader,house minority leader
majority whip,senate majority whip,house majority whip
minority whip,senate minority whip,house minority whip
mayor
councillor,councilor,cllr,councilman,councilwoman,council member
sergeant,sgt
lieutenant,lt
captain,capt
major,maj
colonel,col
admiral,adm
detective,det
inspector,insp
superintendent,supt
vice president,vice-president,veep,running mate
ambassador,envoy
chief executive,chief executive officer,ceo,c.e.o.
chairman,chairwoman,chair,chairperson
general secretary,secretary-general,secretary general
attorney general,top prosecutor
prosecutor,district attorney,u.s. attorney,state's attorney,federal prosecutor,united states attorney
lawyer,attorney,counsel,defense attorney,defense lawyer,solicitor,barrister
judge,justice,jurist,magistrate
chief of staff,staff chief
police chief,chief of police,police commissioner,chief
sheriff
campaign manager,campaign chief,campaign chairman,campaign chairwoman
host,anchor,presenter,broadcaster,television host,radio host,talk show host
comedian,comic,comedienne
director,head,chief,administrator
professor,associate professor,assistant professor,scholar,academic
researcher,scientist
economist
businessman,businesswoman,mogul,tycoon,magnate,billionaire,developer,entrepreneur
king,monarch
queen,monarch
pope,pontiff
archbishop,cardinal,bishop,prelate
ayatollah,supreme leader
general,gen,commander,military chief
special counsel
inspector general,ig
candidate,contender,hopeful,presidential candidate,presidential hopeful,presidential contender
nominee,standard-bearer,presumptive nominee
front-runner,frontrunner
reporter,journalist,correspondent,newsman
columnist,commentator,pundit
author,writer,novelist
actor,actress,star
singer,musician
coach,manager
secretary,minister
adviser,advisor,aide,strategist,counselor,counsellor,staffer,assistant
"""

BROADER = """
leader=president,prime minister,chancellor,general secretary,chairman,king,majority leader,minority leader
leader=speaker,pope,ayatollah
official=spokesman,secretary,director,deputy,adviser,ambassador,commissioner,administrator,foreign minister
official=defense minister,finance minister,interior minister,police chief,prosecutor,attorney general
official=undersecretary,mayor,inspector general,officer,special counsel,chief of staff
diplomat=ambassador,foreign minister,director,deputy foreign minister,consul,official,general secretary
lawmaker=senator,representative,speaker,majority leader,minority leader,delegate,assemblyman,assemblywoman
lawmaker=majority whip,minority whip
republican=majority whip,minority whip
democrat=majority whip,minority whip
leader=majority whip,minority whip
lawmaker=councilman,councilwoman,mp,legislator
legislator=senator,representative,speaker,majority leader,minority leader,delegate,assemblyman
legislator=assemblywoman,lawmaker,mp
politician=senator,representative,governor,president,candidate,mayor,lawmaker,prime minister,nominee
republican=senator,representative,governor,president,candidate,nominee,speaker,mayor,majority leader
republican=minority leader
democrat=senator,representative,governor,president,candidate,nominee,speaker,mayor,majority leader
democrat=minority leader
minister=foreign minister,defense minister,finance minister,interior minister,prime minister
secretary=foreign minister,defense minister,finance minister,interior minister
executive=chief executive,president,chairman,director,vice president
boss=chief executive,chairman,director,manager
chief=director,chairman,chief executive,police chief,president
head=director,chairman,chief executive,president
expert=professor,researcher,economist,analyst,director,fellow
scholar=professor,researcher,fellow
academic=professor,researcher,fellow
analyst=researcher,economist,director,fellow
politician=senator,representative,governor,president,candidate,mayor,nominee
candidate=nominee,front-runner
contender=nominee,front-runner,candidate
hopeful=nominee,front-runner,candidate
star=host,actor,singer
celebrity=host,actor,singer,comedian
personality=host,columnist
officer=police chief,general,sheriff,detective,sergeant
aide=spokesman,campaign manager,adviser
clergyman=archbishop,pastor,priest,reverend
prelate=archbishop
incumbent=senator,representative,governor,president,mayor
executive=chief executive
journalist=reporter,columnist,editor,host
writer=author,columnist,editor,reporter
icon=justice,actor,singer,judge
"""

# Roles whose holders speak for their country, for the body they lead or serve, and for whoever hired them.
STATE_HEADS = frozenset(
    {
        "president", "vice president", "prime minister", "deputy prime minister", "chancellor", "minister",
        "foreign minister", "deputy foreign minister", "defense minister", "finance minister",
        "interior minister", "deputy minister", "secretary", "ambassador", "consul", "diplomat", "envoy",
        "negotiator", "official", "leader", "spokesman", "king", "queen",
    }
)  # fmt: skip
BODY_HEADS = frozenset(
    {
        "president", "director", "chairman", "chief executive", "general secretary", "spokesman", "secretary",
        "commissioner", "executive director", "official", "deputy director", "leader", "head", "executive",
        "chief of staff",
    }
)  # fmt: skip
AGENT_HEADS = frozenset({"spokesman", "lawyer", "campaign manager"})

# Heads of noun phrases that mean one person (singular). Roles above and broader nouns are added to these.
PERSON_NOUNS = LEXICON.nouns("person", forms=("base",))

# Plural or collective heads: a group, never one person.
GROUP_NOUNS = (
    LEXICON.nouns("person", forms=("plural",))
    | LEXICON.nouns("members", forms=("plural",))
    | LEXICON.nouns("group", forms=("base",))
    | frozenset(
        """
        many some several few both two three four five six seven eight nine ten dozens hundreds thousands
        millions half most others percent women's
        """.split()
    )
)

# Those who are named by whom they stand by ("Jonas Abelt’s lawyers"); his rivals and colleagues are not.
FOLLOWERS = LEXICON.nouns("follower", forms=("plural",)) | LEXICON.nouns("follower", "group", forms=("base",))

# Those who speak in the document just spoken of.
AUTHORS = LEXICON.nouns("author", forms=("plural",))

# Groups that are "it" as well as "they".
COLLECTIVES = LEXICON.nouns("collective", forms=("base",))

# Heads that mean an organisation when no name is given ("the ministry", "the company").
ORGANISATION_NOUNS = LEXICON.nouns("body", forms=("base",))

# Heads that mean something written or published.
DOCUMENT_NOUNS = LEXICON.nouns("document")

# Documents that are read as speaking for themselves; the others speak for whoever issued them, or not at all.
# One of them: what "polls" say, nobody can look up.
SELF_STANDING = LEXICON.nouns("self_standing", forms=("base",))

# What is published "in" a paper, which then speaks through it.
PUBLISHED = LEXICON.nouns("published")
# "The testimony of Brill" is hers; "a review of Brill", "the indictment of Brill" are not.
SPOKEN = LEXICON.nouns("spoken")

# Words of a name that mark it as an organisation's, wherever they stand in it.
ORGANISATION_WORDS = LEXICON.nouns("body_name", forms=("base",))

# Last words of names that stand for the whole name after "the": "the Journal", "the Institute".
SHORT_NAMES = LEXICON.nouns("short_name", forms=("base",))

# Words before the "and" of one name ("Fish and Wildlife Service", "Ways and Means").
COORDINATED = frozenset(
    """
    fish food housing health science energy commerce labor labour education arts trade securities customs
    immigration alcohol drugs tobacco transportation judiciary ways oversight banking environment children
    rural veterans consumer budget law justice peace trust ethics rules intelligence research media
    communications information culture sports agriculture fisheries defense defence homeland safety security
    disease telecommunications standards planning finance industry business economy technology
    """.split(),
)

# What a company's name may lose in the next sentence ("Northrop" for "Northrop Industries").
CORPORATE_WORDS = LEXICON.nouns("corporate", forms=("base",))

# Words of a name that mark it as neither person nor organisation.
THING_WORDS = LEXICON.nouns("thing_name", forms=("base",)).union(
    LEXICON.words("weekday"), LEXICON.words("month") - LEXICON.words("short"), LEXICON.words("festival")
)

FAMOUS_ACRONYMS: dict[str, str] = {
    "FBI": "Federal Bureau of Investigation",
    "CIA": "Central Intelligence Agency",
    "NSA": "National Security Agency",
    "DOJ": "Justice Department",
    "DHS": "Department of Homeland Security",
    "EPA": "Environmental Protection Agency",
    "IRS": "Internal Revenue Service",
    "RNC": "Republican National Committee",
    "DNC": "Democratic National Committee",
    "NRA": "National Rifle Association",
    "NAACP": "NAACP",
    "ACLU": "American Civil Liberties Union",
    "AARP": "AARP",
    "NATO": "NATO",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "EU": "European Union",
    "E.U.": "European Union",
    "IMF": "International Monetary Fund",
    "WHO": "World Health Organization",
    "WTO": "World Trade Organization",
    "IAEA": "International Atomic Energy Agency",
    "OPEC": "OPEC",
    "AP": "Associated Press",
    "BBC": "BBC",
    "CNN": "CNN",
    "NBC": "NBC",
    "ABC": "ABC",
    "CBS": "CBS",
    "FDA": "Food and Drug Administration",
    "CDC": "Centers for Disease Control and Prevention",
    "FCC": "Federal Communications Commission",
    "SEC": "Securities and Exchange Commission",
    "CBO": "Congressional Budget Office",
    "GAO": "Government Accountability Office",
    "NASA": "NASA",
    "GOP": "Republican Party",
    "G.O.P.": "Republican Party",
    "NYPD": "New York Police Department",
    "HUD": "Department of Housing and Urban Development",
    "HHS": "Department of Health and Human Services",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "ECB": "European Central Bank",
    "ICE": "Immigration and Customs Enforcement",
    "TSA": "Transportation Security Administration",
    "FAA": "Federal Aviation Administration",
    "DEA": "Drug Enforcement Administration",
    "ATF": "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    "NCAA": "National Collegiate Athletic Association",
    "NFL": "National Football League",
    "AFL-CIO": "AFL-CIO",
    "UNHCR": "UN refugee agency",
    "UNICEF": "UNICEF",
    "ISIS": "Islamic State",
    "ISIL": "Islamic State",
    "PLO": "Palestine Liberation Organization",
    "IDF": "Israel Defense Forces",
}

GRAMMAR = OfficeGrammar(
    state_heads=STATE_HEADS,
    body_heads=BODY_HEADS,
    agent_heads=AGENT_HEADS,
    group_nouns=GROUP_NOUNS,
    followers=FOLLOWERS,
    authors=AUTHORS,
    collectives=COLLECTIVES,
    document_nouns=DOCUMENT_NOUNS,
    self_standing=SELF_STANDING,
    published=PUBLISHED,
    spoken=SPOKEN,
    organisation_words=ORGANISATION_WORDS,
    short_names=SHORT_NAMES,
    coordinated=COORDINATED,
    corporate_words=CORPORATE_WORDS,
    thing_words=THING_WORDS,
)
