"""Nouns for people by what they do, which of them can name the same role, and words that group them.

``SAME_ROLE``: one line per role; any word of a line can be used of a person introduced with another one.
``BROADER``: general noun -> roles (first words of a ``SAME_ROLE`` line, or plain nouns) it covers.
Multi-word roles are written with spaces; lower case, singular.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

SAME_ROLE = """
spokesman,spokeswoman,spokesperson,press secretary,press officer,press aide,communications director
spokesman,director of communications,communications pro,press spokesman,press service chief,media adviser
president,head of state,commander in chief,commander-in-chief,president-elect
prime minister,premier,head of government,taoiseach
chancellor
foreign minister,foreign secretary,minister of foreign affairs,top diplomat,chief diplomat
foreign minister,secretary of state,external affairs minister
defense minister,defence minister,defense secretary,defence secretary,secretary of defense
defense minister,minister of defense,minister of defence,defense chief,pentagon chief
finance minister,finance secretary,treasury secretary,chancellor of the exchequer,secretary of the treasury
finance minister,minister of finance
interior minister,home secretary,interior secretary,secretary of the interior,minister of the interior
governor,gov
senator,sen
representative,congressman,congresswoman,rep,member of congress
speaker,speaker of the house,house speaker
majority leader,senate majority leader,house majority leader
minority leader,senate minority leader,house minority leader
majority whip,senate majority whip,house majority whip
minority whip,senate minority whip,house minority whip
mayor
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
general,commander,military chief
special counsel
inspector general,ig,watchdog
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
boss=chief executive,chairman,director
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
PERSON_NOUNS = frozenset(
    """
    man woman boy girl person teenager youth resident neighbor neighbour witness victim survivor suspect
    defendant plaintiff accuser attacker gunman shooter driver pilot passenger tourist visitor voter
    supporter critic opponent rival counterpart colleague friend ally partner protester demonstrator
    activist organizer organiser campaigner volunteer donor student teacher principal pupil doctor nurse
    surgeon physician patient farmer worker employee trader investor banker broker analyst consultant
    engineer architect artist designer filmmaker producer director editor publisher blogger poet historian
    philosopher economist scientist biologist astronomer physicist chemist engineer soldier marine sailor
    veteran guard officer policeman policewoman detective inspector agent spy informant source insider
    whistleblower hacker expert fellow specialist pollster strategist lobbyist operative fundraiser veteran
    newcomer native citizen immigrant refugee migrant father mother parent son daughter brother sister wife
    husband widow cousin uncle aunt nephew niece grandson granddaughter grandfather grandmother girlfriend
    boyfriend pastor priest reverend minister rabbi imam bishop cleric monk nun preacher evangelist
    missionary player quarterback striker goalkeeper captain coach referee champion athlete runner boxer
    golfer winner owner landlord tenant founder co-founder chairman president treasurer trustee regent dean
    provost superintendent clerk registrar coroner commissioner councilman councilwoman councillor councilor
    alderman selectman assemblyman assemblywoman legislator lawmaker mp congressman congresswoman delegate
    senator premier dictator strongman rebel commander colonel general major captain lieutenant sergeant
    admiral marshal prisoner inmate hostage negotiator mediator arbitrator interpreter translator aide
    adviser advisor staffer intern assistant deputy secretary undersecretary chief boss leader founder
    pioneer legend icon celebrity star singer rapper musician composer actor actress comedian host anchor
    presenter model mogul tycoon billionaire millionaire businessman businesswoman entrepreneur heir heiress
    developer broker realtor accountant auditor lawyer attorney prosecutor judge juror justice politician
    republican democrat independent conservative liberal libertarian progressive socialist populist
    nationalist communist moderate hawk front-runner frontrunner nominee candidate contender hopeful
    challenger incumbent governor mayor sheriff ambassador envoy diplomat consul official executive manager
    spokesman spokeswoman spokesperson representative speaker professor scholar academic researcher author
    writer novelist columnist commentator pundit journalist reporter correspondent photographer cameraman
    broadcaster watchdog pontiff pope king queen prince princess monarch emperor chancellor biographer
    ghostwriter successor predecessor member author mother-in-law father-in-law son-in-law senior freshman
    sophomore tech astronaut firefighter paramedic deputy trooper ranger warden nominee texan
    """.split(),
)

# Plural or collective heads: a group, never one person.
GROUP_NOUNS = frozenset(
    """
    people men women officials sources lawmakers senators representatives congressmen republicans democrats
    conservatives liberals critics supporters opponents advocates activists experts analysts economists
    scientists researchers scholars investigators prosecutors lawyers attorneys judges police authorities
    officers agents witnesses residents neighbors neighbours voters protesters demonstrators students
    teachers doctors nurses workers employees aides advisers advisors staffers members leaders politicians
    governors mayors ministers diplomats ambassadors executives allies friends relatives parents families
    family colleagues others many some several few both two three four five six seven eight nine ten dozens
    hundreds thousands millions americans russians reporters journalists commentators pundits observers
    insiders operatives strategists donors groups organizations organisations companies firms businesses
    countries nations states governments rebels militants insurgents troops soldiers veterans survivors
    victims users customers consumers investors traders bankers farmers writers authors scholars editors
    candidates contenders hopefuls rivals presidents kings legislators delegates women's surrogates
    proponents backers fans detractors skeptics sceptics birthers evangelicals catholics muslims jews
    christians jurors defendants plaintiffs historians bishops pollsters counterparts respondents crowd
    public majority half percent most pair duo trio team crew staff panel jury
    """.split(),
)

# Those who are named by whom they stand by ("Jonas Abelt’s lawyers"); his rivals and colleagues are not.
FOLLOWERS = frozenset(
    """
    aides advisers advisors lawyers attorneys team staff staffers surrogates supporters backers fans family
    relatives parents friends allies spokesmen deputies strategists people
    """.split()
)

# Those who speak in the document just spoken of.
AUTHORS = frozenset("writers authors signers signatories drafters".split())

# Groups that are "it" as well as "they".
COLLECTIVES = frozenset(
    "panel jury team crew staff crowd family duo trio pair force group committee board".split()
)

# Heads that mean an organisation when no name is given ("the ministry", "the company").
ORGANISATION_NOUNS = frozenset(
    """
    ministry department agency bureau office administration government cabinet parliament congress senate
    house court committee subcommittee commission council board panel authority service force army navy
    military police party campaign company firm corporation bank fund group organization organisation
    association union federation league coalition alliance foundation institute institution center centre
    university college school church hospital newspaper magazine network station channel website site outlet
    broadcaster publication paper daily weekly tabloid journal airline manufacturer maker retailer giant
    startup team club league embassy consulate delegation mission secretariat think-tank charity nonprofit
    watchdog regulator lobby chamber legislature assembly task-force command headquarters state country
    nation city county kingdom republic regime junta militia movement pac super-pac
    """.split(),
)

# Heads that mean something written or published.
DOCUMENT_NOUNS = frozenset(
    """
    report statement letter memo memorandum document documents filing lawsuit complaint indictment affidavit
    poll survey study analysis article story op-ed column editorial book memoir transcript email e-mail
    emails e-mails tweet post blog release law bill act constitution amendment treaty agreement resolution
    order ruling opinion decision verdict plan proposal budget draft text advertisement ad commercial video
    audio recording tape speech remarks paper readout communique communiqué note message petition manifesto
    platform rule rules regulation regulations guidelines policy code data figures records census index
    website page site headline biography review audit findings recommendation recommendations charges brief
    motion testimony declaration program programme documentary film song interview press-release
    announcement publication projections estimates forecast accusations allegations claims response reply
    excerpts slogan banner sign
    """.split(),
)

# Documents that are read as speaking for themselves; the others speak for whoever issued them, or not at all.
SELF_STANDING = frozenset(
    """
    report letter memo memorandum document documents filing lawsuit complaint indictment affidavit poll
    survey study analysis article story op-ed editorial book memoir transcript law bill act constitution
    amendment treaty agreement resolution ruling opinion verdict plan budget draft manifesto code census
    biography audit petition testimony declaration documentary film song order warrant deposition brief
    obituary
    """.split(),
)

# What is published "in" a paper, which then speaks through it.
PUBLISHED = frozenset("article story op-ed editorial column piece essay report investigation".split())
# "The testimony of Brill" is hers; "a review of Brill", "the indictment of Brill" are not.
SPOKEN = frozenset(
    "statement remarks testimony speech words letter text opinion ruling budget plan tweet memo".split()
)

# Words of a name that mark it as an organisation's, wherever they stand in it.
ORGANISATION_WORDS = frozenset(
    """
    ministry department agency bureau office administration government cabinet parliament congress senate
    court committee subcommittee commission council board authority service services force forces army navy
    corps guard party campaign company corp corporation inc llc ltd plc gmbh bank fund group organization
    organisation association union federation league coalition alliance foundation institute institution
    center centre university college school academy church hospital news times post journal herald tribune
    gazette magazine network radio television tv press agency airlines airways motors industries systems
    technologies society club embassy consulate chamber legislature assembly trust conference caucus pac
    exchange museum library partners holdings enterprises international communications media laboratory
    laboratories labs observatory registry reserve treasury pentagon kremlin house knesset bundestag duma
    nations front brigade brigades division task brothers sons associates lobby republicans democrats
    conservatives liberals greens
    """.split(),
)

# Last words of names that stand for the whole name after "the": "the Journal", "the Institute".
SHORT_NAMES = frozenset(
    """
    times post journal herald tribune gazette globe courier star sun mail guardian chronicle examiner
    observer register enterprise caller club institute foundation association university college bank
    council commission conference union league center centre society federation coalition alliance agency
    """.split(),
)

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
CORPORATE_WORDS = frozenset(
    """
    company corp corporation inc llc ltd plc gmbh group airlines airways motors industries
    systems technologies
    holdings enterprises international partners brothers sons associates communications computer
    computers airplanes financial pharmaceuticals energy foods stores
    """.split(),
)

# Words of a name that mark it as neither person nor organisation.
THING_WORDS = frozenset(
    """
    act bill law amendment constitution treaty agreement accord deal resolution report war day week month
    year prize award street avenue road boulevard square park river lake mountain mount island islands bay
    sea ocean airport station bridge tower building hall hotel stadium arena county city state province
    region district valley coast hurricane tropical storm festival olympics games cup bowl election
    elections convention debate show movie book series magazine twitter facebook instagram youtube internet
    christmas thanksgiving easter ramadan bible quran koran english spanish french arabic monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september
    october november december god jesus islam christianity judaism medicare medicaid obamacare spring summer
    autumn winter earth mars moon republic kingdom peninsula boulevard plaza highway
    """.split(),
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
