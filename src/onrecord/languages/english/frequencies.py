"""How common English words are in news: articles of 9,998 with a word, by half powers of 2.

Counted by ``training/word_frequencies.py`` over titles and first 6,000 characters of US and British
news of 2012-2020. ``BANDS[b]`` holds the words found in about ``2 ** (b / 2)`` articles; a word in no
band was in fewer than 99. Names that fill the news of those years stand here too: "Washington"
tells stories apart no better than "week" does.
"""

from __future__ import annotations

from onrecord.languages.grammar import Frequencies

ARTICLES = 9998
# A typical count of a word that is in no band.
UNLISTED = 19

BANDS: dict[int, str] = {
    26: """
make new president
""",
    25: """
american called come first get house including last like now people republican see state take time trump year
""",
    24: """
act back campaign continue country day democrats election former give go going good government issue know
left month national need obama officials part point political public report right show support think two want
washington way week white work
""",
    23: """
administration allow america asked began believe bill candidate care case change clear congress deal
democratic department donald efforts end face far federal following force found general group held help john
keep law lead leaders long look lost means meeting members million move nation next number office party place
plan policy presidential press put question really recent run security senate sign speaking start statement
story talk things three trying united vote well win wrote york
""",
    22: """
2016 actually address ago agreement already announced appeared argued associated attack away bad based become
big break bring building business center certain chief claims clinton close committee concerns conservative
consider control court create current death debate decision directly director earlier early enough expected
fact failed feel fight focus four friday gop great happened health hearing high home hope however important
increase interest interview investigation job justice later life likely line little lot major majority man
matter media monday money nearly noted offer open order others past pay percent post potential power problem
process program protect provide push race raised reason record released remain result rules second secretary
seeking seems sen senator sent service set several side something spending stand stop suggested system term
thursday today top tuesday turn use used view voters war wednesday world
""",
    21: """
1 10 20 2019 2020 able accused adding agency aides almost always answer anything attempt attorney barack
cause chairman challenge charges children city cnn committed community company congressional cost course cuts
daily decades decided defend defense demand described details different discuss economic economy event
evidence example executive explained fall family final fire five foreign fox free full funding further future
growing hand hard head hillary history hours idea image immigration individual information instead involved
joined judge key killed kind large late lawmakers legal legislation let level liberal limit live local march
mark measure message military moment morning name night nominee nothing often operation opinion opposed
organization outside particularly passed personal photos play politics poll position possible previous
primary promised rate reach read received reform related rep repeatedly reporters require respond response
return rise role school senior serious served share short significant similar site social south special
speech staff step strong sunday supporters sure target tax team threat together true tweeted twitter
understand university using vice video warned watch women words
""",
    20: """
11 15 2 2012 2014 2017 2018 3 30 5 access account acknowledged advertisement adviser agenda ahead air alleged
allies anyone appeal approach approved april area armed attention authorities avoid ban battle became below
benefits black blame block border briefing budget bush california caption carry chance check choice choose
cited citizens civil click conducted conference confirmed contributed cover coverage crime criminal crisis
criticism criticized critics data david declared declined deep delivered denied determine development
difficult district drew drive dropped due easy effect else email enforcement enter especially establishment
everyone everything exactly expand experience experts expressed fair families favor fear figure file
financial florida form forward friends gain george goal gov governor ground gun half higher hill hit host
human illegal immigrants impact independent indicated insisted institute intelligence international january
joe july june lack latest launch leadership learned list longer lower lying main market meanwhile michael
middle mike minority movement necessary negotiations newsletters nomination north november officers opponents
opportunity opposition pass paul perhaps police politicians prepared present presidency pressure prevent
private probably project proposal quickly reduce referring refused rejected remarks represent representatives
request research reuters review risk robert russia russian sanders saturday sense shift shooting simply
single situation six small someone soon source speaker spokesman stay strategy street strike struggling study
supreme test texas third thousands threatened ties total trade treatment tried union urged victory violation
violence visit wait wall whole workers worried wrong young
""",
    19: """
100 12 14 18 2008 2010 2011 2013 2015 25 4 40 50 6 7 8 9 ability accept activists activity additional
admitted advance advocates affairs affected age agreed aimed allegations alone amendment amid amount analysis
analysts ap apparently apply article assault attend august available average bank barr bernie biden biggest
bipartisan bit board book broad buy capital capitol carolina central china class colleagues college common
communications compared complete concluded conditions conflict connection constitution constitutional contact
conversation copyright coronavirus corporate counsel count county couple credit critical crowd damage
dangerous date december defeat deputy designed difference divided documents dollars doubt dozen earned east
education eight emerged employees encourage energy engaged ensure entire essentially estimated eventually
exchange existing extend eyes facebook failure fbi february fellow field firm fix floor freedom front fully
game gathered generation getty global granted growth guy handling heart heavily highlights huge hundreds hurt
identified ignore immediately impeachment improve income indeed industry influence initially inside insurance
intended investment iowa iraq james labor largely largest lawyer legislative letter light linked listen llc
love low maintain manage massive mayor mcconnell medical mind minister minutes mission mitch mitt moderate
mostly multiple network obamacare obvious occurred october ohio old online options original page parents
partisan path period permission phone pick piece played pledge politico poor popular population powerful
practice praised predicted pretty price priorities produce products professor progress progressive promote
proposed protests prove published pull rally range re-election reaction ready reality reflect regarding
regulations relationship remember removed replace resources respect responsible rest restrictions revealed
romney room roughly safe safety save scheduled seats secret secure sell separate september series sessions
seven signal solution sometimes son sort sound specific spread stage standard status students subject success
successful suffered summer supposed surprise telling terrorist thanks throughout throw tough track travel
trouble trust truth ultimately update usa values veterans victims virginia voice w walk weapons website
weekend west willing yes
""",
    18: """
13 16 17 19 2009 21 22 24 60 abc above absolutely abuse achieve addition advantage affordable afternoon
agents alternative ambassador andrew announcement annual apart appearance appointed appropriate approval
arizona army arrested arrived asserted assessment audience author background balance ballot basic basis beat
behavior belief bid body boost broader career cast caucus caught celebrate ceo chair chamber chris chuck
climate coalition collection complained completely compromise confidence consequences consistent consumers
contain content contest contrast controversial controversy convention convicted convinced cooperation core
correct council cross cruz culture cycle dc debt defined delay democracy demonstrations depends deserve
disagree dismissed dispute domestic donors door double drug effective effectively eliminate elizabeth embrace
emergency endorsed enlarge entirely equal era eric european evening exposed factor faith false familiar
father feature fewer fill finance fine finish fiscal food formally foundation frequently frustration fuel
fundamental gas greater green hampshire happy hate hide highest hiring homeland honor hopeful hospital impose
incident inquiry instance intent internal introduced iran islamic j jeff jim joint jones journal journalists
judiciary kids laid land language larger lawsuit liberty location longtime manager mandate mass massachusetts
matt maybe mccain mexico midterm mistake monitor mother mueller muslim nancy narrow natural nbc none normal
nuclear obtained ongoing otherwise outcome overall overwhelming pac pandemic panel paper participate partners
pelosi pennsylvania percentage picture platform please pm pose positive possibility prime principles privacy
probe proceedings prominent prompted prosecutors prospect protesters provision purpose pursue questioned
quoted racial radical ranks realize recognize red reference region regular religious rely repeal reprint
residents resolve responsibility retired revenue rhetoric richard rival roll round ryan s san scandal science
scott search select sexual shock shown shut shutdown simple slow so-called society southern specifically
stake star steve strategist survey suspect swing syria t table task technology ted television temporary tens
tensions terrorism testify testimony toggle tom town traditional trail training trial trip troops tv type
typically ukraine unclear undermine unemployment unlikely usually various vast version violent vowed wage
wake warren water wave weak welcome whatever widely wife william wisconsin wish witnesses worth
""",
    17: """
2000 23 26 27 28 29 31 70 90 abandoned abortion accomplish accusations ad adam adopted ads adults aggressive
al alarm angeles anger angry anybody applied aside assistance assume authorized aware bear behalf ben bigger
billionaire blasted bloomberg blow blue bob boehner bomb born bottom branch british brother brown bureau
burning c cabinet camp canceled captured carefully cash cbs century charles chicago chinese christian church
cia circumstances citizenship clash clean closely closer co code collapse colorado combat combined commission
compete complaint complicated comprehensive conclusion condemned confident confirmation confront confusion
congressman conspiracy constant construction contract controlled coordinated corruption counter covid-19
crucial d danger daughter deadline deadly deficit degree delayed delegates dems deportation desire destroy
device disappointed disaster disease distancing division doctors dominated donations draft dream duty eager
echoed economists editor electoral elements embarrassing emphasized employers employment enacted enemy
enforce environment error escalating europe everybody exception exercise expansion explicitly extreme
extremely facilities fake famous fast favorite feet fit flag folks forget founder founding fourth frankly
front-runner fundraising gap gay georgia god graham guarantee guard guilty hall harder harm harry headlines
healthcare heat hispanic historic historically honest https husband identity ideological illness imagine
immediate impossible inbox incumbent informed infrastructure initiative interference internet investigators
invited isis island israel jan jersey johnson jr jumped justify kentucky kevin kick king knowledge korea
leaked legislature lift lindsey lobbying locked long-term magazine mainstream management marco margin
marriage martin maryland match material medicare memo mention mentioned michigan miles minimum mixed model
modern moral motivated mounting murder narrative nationwide nature negative neighbors net nevada newspaper
nine nobody notice npr objections obstruction odds oil outbreak outlets outlined outrage oversight owners
package park passage patients peace pence pentagon perfect perform performance permanent permits personnel
peter physical plus portion possibly prefer presence prior prison procedures professional prohibit proper
property prosecution proud punish purchase putin qualified quarter quiet r racist radio rallies rand rare
reagan recall recession regardless regime registered relatively relief reminded reopen replay requirements
reserve resign resolution restore reverse rich rick rid road roots rubio rush sales sanctions sarah scale
scene schumer score season sector seized sentence sept settled shape sharp signature slammed slightly smaller
solve space sparked split spokeswoman spot spring staffers stance stick stock store strength stressed
stronger substantial succeed suddenly suit surge surrounding surveillance survive susan suspended sweeping
tactics tape taxpayers tea teaching tend terror theory thomas thus tone tool topic touch touted transition
treasury trend trigger trillion twice un unable unfair unlike unprecedented unusual v vehicle vermont
virtually virus vulnerable wealthy wearing weigh western widespread wing wonder wounded yesterday zero
""",
    16: """
1000 200 2001 2004 2006 2007 35 36 45 500 80 abroad accountable active advice advised advocacy affiliated
afford afghanistan afp african african-american airport alabama alert alliance alongside amy anthony
anticipated anyway anywhere apologize applications arkansas arrivals aspects assets assistant assured
attitude attract b backlash barely basically battleground belong benghazi bias blood bolster boston box boys
brand brett brian bridge britain broadcast burden cable cameras canada candidacy cap capacity card chain
challenger channel chaos character characterized cheers christopher circle circuit civilians classified club
coast cold collins collusion color columbia column columnist comey command commander commerce commercial
compelling competitive complex computer consensus consideration consulting contenders context contrary cops
corps counterparts crack craft cultural curb customers customs d-calif d-n dan dark de dec dedicated deemed
definition demographic denounced deployed destroyed devastating dianne digital dinner diplomatic diplomats
disclose discovered discrimination disrupt distinction distribution diverse dog drag dramatic dramatically
driver dynamic e ease eastern edge editorial edward electorate eligible elite elsewhere encounter endorsement
enormous environmental equipment estate et examined exempt exit expectations expenses expensive expire
explanation extent extra extraordinary extremists f fans fate fed female fighters flight flood flow fly frame
france francisco fraud french fresh function gang gen gender germany giant girls google grab graduate grand
greatest guess guide hacking halt handful harassment harris harvard healthy high-profile hikes hinted hot
hotel households hunt ideology illinois implemented implications importance impression indiana indictment
infected injured innocent inspector inspired instructed insults integrity intense intervention involvement
iranian jail jay jeb joke jonathan joseph judicial jury kelly kennedy kerry kim labeled lady latino leaning
lee legacy legitimate lengthy lessons leverage libya literally loans looming losses louisiana machine manner
manufacturing map married masks meddling medicaid memory mental merely methods mexican migrants militants
minnesota misleading missile missouri mocked momentum moscow msnbc neighborhood nonprofit northern nov
numerous obligation observers oct offensive oh ok older operatives oval overhaul overseas overseeing overturn
owned pack pain paint pair partial patrick pattern peaceful penalty perceived perspective pete phase phrase
pic pitch plants players pleaded plenty plot polarization poverty practical precedent preserve privately
privilege profile proof quality racism rapidly realdonaldtrump reasonable recommended recover recovery
recruit reduction refugees regional reid relative relevant religion removal renewed replied republic
reputation researchers resignation resistance restaurant resume retirement revelations rifle right-wing
ripped rock ron ronald sad scared scenario scientists screen scrutiny sean section sentiment severe ship shop
sick silence size skeptical skills slate smart socialist soldiers solid somebody somehow speculation
spokesperson sponsored sports spotlight square st stayed steady stem stephen steven stolen storm straight
strategic strengthen stretch strip structure stuff stunning style submitted subpoena subsequent summit super
surfaced surveys sustained swift syrian tank teachers tear tech technical tenure terrible territory text
theme therefore ticket tip title tonight tour traffic transfer turnout two-thirds uncertainty
unconstitutional underscores undocumented unfortunately unified universal unveiled upcoming upset users utah
valley veto vision vital vladimir volunteers warming warrant waste wealth whistleblower wide wild willingness
wind window winner writer y younger zone
""",
    15: """
1.5 10000 100000 1980s 1990s 1992 2003 2005 300 32 33 34 37 38 400 41 43 44 46 47 48 49 51 52 53 55 65 75
absence absolute absurd academic accompanied accord accountability accurate achievement actively actors
adjusted administrator admission advertising afraid africa aftermath aggressively aisle alaska alex
alexandria aligned alive alter amazing ambitions amnesty anchor ann anonymity anonymous anti-trump anymore
appreciate approximately arab arabia art asia assigned assist atlantic attached attorneys attributed
automatic awaiting awarded baby backers balk ball bargaining barrier bay bbc beijing bend benjamin besides
bet biased birth bitter blind blog blunt boasted bold bond booker borrowing boss bound breach breath
breitbart brooks brutal bunch bus businessman buttigieg calculated calm campus capabilities capable carter
category catholic ceiling celebrity centrist ceremony champion chanted chemical childhood christie christmas
clarify client cliff climb closest cohen collective combination comfortable commentary commentators
commissioner communist comparison competition comply conceded concentrated concept concessions concrete
confrontation connecticut constituents consultant contend contentious contractors contradicted contributor
cook copy corner correspondent cory crash crazy credibility credible crushing cry custody dakota daniel dean
declaration deeper defenders deferred definitely defund defying deliberate demonstrators denial departure
deported depression designated desk desperate destruction detained detention devoted dig disclosure
disgusting display dissent distraction disturbing diversity divisive dnc doj don doug drinking drone earth
eat ed edition el elderly embassy emotional empower empty enable enduring engagement engineering english
enjoy enjoyed enrollment enterprise entertainment enthusiasm entities entitlement entry epa epidemic episode
equality erupted escape ethics evaluate everywhere evil exceed excited excluded excuse execution existence
exploit explore explosive exports extension extensive farm fashion faster fatal fault favorable feb feed fees
fence fifth filibuster film firearms flat flawed fleeing flip flynn ford forum framework fulfill fundraiser
furious gates gear german gift giuliani grassroots greeted greg grip gross guardian guest guidance guidelines
h hailed hammer hanging harsh headquarters hell heritage hero holder hole holiday hollywood hook hostile
huckabee humanitarian hunter hurricane ice ideals ii illustrates implement imports improvement inappropriate
inauguration inc incentives incredibly independence industrial inequality inflation influential injuries
insiders insurers intellectual interactions interfere interior interpreted intervene investigative investors
invoked irs islam isolated israeli items jack jackson japan jared jason jordan josh journalism kamala kasich
kavanaugh knock korean landmark lashed latter laughing league left-wing legalization legislators length
libertarian licensing lisa london longstanding loopholes loud louis lowest loyal loyalty m mail male manafort
manhattan manipulate marine mary massacre mccarthy meaningful memorial mere merits mess michelle middle-class
miller ministry minor misconduct miss modest moreover motion motive movie nationalist native nato navy nearby
negotiators neil nevertheless nice nixon nonetheless nonpartisan norms notably nowhere ny oath objective
observed occasional occasions occupied offense oklahoma op-ed optimistic ordinary oregon organizers ousted
outright overcome overnight p paris parliament partnership pat patriot patrol pause peak pending perception
personality persuade pew philadelphia photograph plain playback plea poised pollster pompeo pool pope
populist possession poured prayer precisely predecessor premiums president-elect presumptive pretend prevail
prisoners profits profound propaganda prosperity proven providers publication punch pundits qaeda quit quo
r-ky rage rail ramp rape rarely rationale readers rebels rebuke recognition recommendations refusal regret
regulatory reiterated reluctant remarkable reminder replacement rescue resist resort respondents retain
retaliation retreat revised revive revolution reward ridiculous riots rob robust rod roger route rural
sacrifice same-sex sandy satisfied saudi scheme schiff scholars scope scrambling sea sensitive server
settlement sex shadow shake shame shield shooter short-term shouting showdown shrinking sight silent slip
smith solely somewhat spare speed spike spin spirit spurred spy stalled statewide statistics steele stimulus
stone stream strict string strongest stuck subscribe subsidies substance suburbs sue sued sufficient suicide
sum supplies supply suppress surely survivors switch sworn tackle tally tariffs telephone tennessee thorough
threshold tight tired toll tomorrow tougher tower tradition tragedy transcript transform transparency
transportation tremendous tune turkey uk ukrainian ultimate unacceptable underlying understood unfolded
unilaterally unique unity unknown unleashed unpopular unsupported uphold upper urban urgent utterly va
variety vary verify versus vetting vietnam visas vox walker watchdog weaken weather web weight welfare whip
withdraw withhold wolf workforce wrongdoing youth youtube
""",
    14: """
1.3 150 1970s 1994 1996 1999 200000 2002 250000 39 42 5000 50000 54 56 57 58 59 600 63 64 67 abruptly absent
accelerated acceptable accident accommodate administrative adversaries advisor afterward agriculture aircraft
airlines airstrikes alan alexander alienating aliens alike allocated altogether amazon ambitious ammunition
analyzed anniversary anxiety apology applauded applause apple appointees arguably arrangement asian assad
assassination assembly assumption assurances asylum atlanta aug australia auto automatically avenue avert
awful bag bankruptcy bannon barbara barriers bashar beach beautiful bed bin blessing bloc bolton boom bother
bragged brain brave brennan bright brokered brushed brutality buck bulk bullets buried calif caller cancer
carbon carney carson casualties caution cautious cell chairwoman chapter charlie chart chase cheap chilling
chip circulated civic clause cleveland clinics clip clock closure clothing cloud co-founder coal cole comfort
commented compensation competitors compiled component compound concealed conn conscience consent constituency
consumed contempt conventional convert cool cotton counterterrorism courage crackdown credentials crew crises
critique cuba cuomo daca dallas damn dare database davis decisive decrease decried deductions default
defendant defensive delaware deleted deliberately dependent depicted deploy derail description desperately
detect determination detroit dhs dialogue dick dictate dictator differ difficulty dignity diminished
diplomacy dirty disagreed disappeared disapprove disastrous discipline discourage discourse discredit
discretion dislike dismantle disproportionately distinguished distorted documented doomed downplayed drama
dreamers dress drilling dubbed dump earnest educational egypt elaborate electronic elementary elevated
emissions emphasis employ endangered endless energized england enhanced equity equivalent etc ethnic eu
evangelical eve everyday evident evolved exacerbated exclusive exploded explosion facilitate factory fade
fallout farmers federation feinstein felony ferguson fierce finger fla flake floated floyd foes followers
footage football forceful forecast forever forge fort forth fortune foster freeze fun gallup garden garner
gary gdp generous genuine glad globe gold golf gonna gradually grappling grassley grave grim guaranteed
gubernatorial gulf gunman gut hard-line hatch hatred hawaii hawks heels height heightened helicopter helpful
henry historian horrible horrific hostage hostility houston howard humanity hundred imminent implementation
implied improper inaccurate incorrect incredible india indian inevitable infamous inherently initiated inner
innovation insight installed intensified intentionally interpretation interrupted intimidation invasion
invitation iraqi islamist italy jake jefferson jerry jet jewish jimmy joshua journey julian jurisdiction
justification justin kansas ken killer kingdom klobuchar kremlin kushner l la lamented landscape lane larry
las laura lawful leftist leg legitimacy liability license lieutenant lifetime likewise lincoln lingering
litigation loaded lobbyists lockdown losers low-income lt lunch lynch mad makers manchin mandatory
manufacturers marijuana marketplace master math matthew maximum medicine miami midnight midst migration
minimize mining minneapolis mirror mississippi mnuchin mob mobile mobilize mom montana mood moore mouth music
mutual nebraska nervous netanyahu nonsense notable notified notorious novel nra nsa nursing o o'rourke
obama-era obsessed obstacles ocasio-cortez offset optimism org origins outrageous outreach outsider outspoken
owe ownership pacific pact painful palestinian panic parenthood participants partisanship passengers paycheck
payroll pen peninsula perry persist persistent petition phenomenon physician pile pin pipeline pivot plagued
plaintiffs planet playbook plunge pocket poison politicized popularity portrayed positioned postponed posture
pounds preferences preliminary preparation prescription presiding presumably priebus principal print
prioritize prize pro procedural producer proponents protocols provoked purported pursuit pyongyang quarantine
r-n r-ohio r-s r-texas raid random reassure rebuild recipients reckless recount referendum registration rein
reince reinforce relentless reliable rendered republican-controlled resonate respectively restrained retail
reversal rhode rice rigged ring river rnc rocket rodham rollout ross routine routinely row rudy ruin rumors
safeguard safer salary sample scientific scrap screaming seal segment separately setback shed shelter sheriff
shore shortage shots sidelines significance sink sister skepticism skip slash sleep slideshow slogan smear
smile smoke soared soft somewhere sophisticated sorry soul soviet span specify spectrum spell stability
stable stamps standoff stark statute steer stir strain strange stumbling stupid subsidized suburban successor
summary supportive supremacists surprisingly surrender surrogates suspicion swaths sway symbol symbolic
symptoms talent teen teenager tehran televised temperatures tendency terminate theater thoughts thwart ticked
tightening timeline tiny todd tolerate toxic tracing tragic translate transparent trap tree truck twist ugly
unanimous uncertain uncomfortable uncovered undecided undercut underway unexpected uniform uninsured unlawful
unnecessary unrest unsuccessful upheld urgency useful vacation vague valid valuable van vegas verdict viable
vicious viewers viral visitors vocal voluntary vs wade wary wash whenever wider wikileaks wilson winter wiped
wire wisdom wise witch withdrawal withdrew witnessed working-class workplace worldwide wrapped xi yeah yemen
yield yorker
""",
    13: """
1.2 1.6 1980 20000 3000 30000 500000 62 800 abolish academy acceptance acquired affirmed amplified anderson
angela applicants arena array assembled atmosphere attackers attendees authoritarian awkward bail ballistic
baltimore bash bench beto bigotry bizarre boots bow boycott bullying bureaucracy calendar canadian castro cdc
census chad championed chancellor chaotic charity charlottesville christine closed-door cnbc compliance
complied congratulations consolidate consulate convene conway currency curtail cyber dad debbie deepening
delivery denver descended deter diagnosed dire disgrace displayed disregard dossier douglas downtown durbin
economically efficient emotions entitled erase ernst erode evacuated exaggerated excessive exclusively
exposure extremism finalized flew franklin freshman full-time gesture glenn golden gorsuch grade grasp
grateful gridlock hackers handgun hannity harmful heal horror hurdle hw in-person inability index indicator
inevitably injustice inspection jeffrey jennifer jobless jong k lake last-minute lately likelihood lone lucky
maneuver marathon meantime mechanism membership mitchell mitigate mogul mohammed mortgage mountain mulvaney
murkowski n nationalism navigate neutral nod nunes offended orchestrated pakistan pathway pilot portray pray
problematic proposition protective publisher pure r-ariz reconsider regain repair revolutionary rosenstein
roy sam sequester shine shoulder shuttered smooth soil soldier son-in-law staggering steep stump substantive
sun suspicious tag terrified terry thin thrive tolerance tony trafficking transactions transgender treaty
turmoil unarmed undo unnamed unsubscribe unwilling upended venture vigorously volume walter would-be yelling
""",
}

GRAMMAR = Frequencies(articles=ARTICLES, unlisted=UNLISTED, bands=BANDS)
