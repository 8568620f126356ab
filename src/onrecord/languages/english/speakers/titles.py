"""Words before and after a personal name that are no part of it."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

# Courtesy and rank, single words, lower case without full stop.
HONORIFICS = frozenset(
    """
    mr mrs ms miss mister dr prof professor sir dame lord lady madam madame hon honorable honourable rev
    reverend fr father sister brother sheikh sheik shaykh sultan emir imam ayatollah rabbi mullah pope
    cardinal archbishop bishop patriarch metropolitan king queen prince princess duke duchess baron baroness
    count countess tsar emperor empress crown majesty highness excellency herr frau señor señora doña
    garda gardaí gda
    smt shri shrimati sri kumari begum maulana mufti alhaji alhaja hajia haji hajj ustaz malam datuk dato tun
    tengku datin puan encik tuan ven cllr mx adv hrh hm monsignor mgr signor signora sig monsieur mme mlle
    h.e h.r.h
    gen lt col maj capt sgt cpl pvt adm cmdr brig seri cik toh engr barr pst evang otunba mazi mallam
    mzee mwalimu ustad pandit vidushi swami retd
    sp ssp dsp asp acp dcp insp hon'ble gov sen rep del atty supt det insp ofc cmsr his her their
    """.split(),
)

# Offices that stand before a name, single words; longer ones ("attorney general") are found by their parts.
TITLES = frozenset(
    """
    president vice-president premier chancellor minister secretary undersecretary governor lieutenant mayor
    senator representative congressman congresswoman assemblyman assemblywoman councilman councilwoman
    councillor councilor delegate deputy ambassador envoy consul attorney general solicitor justice judge
    chief chairman chairwoman chair chairperson speaker leader whip director commissioner commander colonel
    major captain sergeant corporal private admiral marshal sheriff detective inspector superintendent
    officer agent constable spokesman spokeswoman spokesperson press counsel counselor strategist adviser
    advisor aide manager pollster coach author actor actress singer comedian businessman businesswoman
    billionaire mogul developer candidate nominee hopeful frontrunner front-runner founder co-founder ceo
    cfo coo owner editor reporter correspondent columnist anchor host commentator analyst economist
    historian scientist professor lawyer prosecutor activist evangelist pastor reverend vicar chaplain
    former ex acting interim incoming outgoing then-president ex-president ex-governor late incumbent
    presumptive senior junior first lady second gentleman prime foreign defense defence interior finance
    treasury state homeland security national education energy labor labour health justice trade commerce
    vice deputy assistant associate executive managing under permanent special counterpart colleague
    democrat democratic republican independent conservative liberal libertarian gop libertarian tory sen rep
    gov gen lt col dr mr mrs ms campaign communications house senate majority minority district county city
    supreme court police fire presidential vice-presidential dictator tycoon magnate star quarterback
    striker captain goalkeeper keeper rapper filmmaker director-general secretary-general governor-elect
    president-elect mayor-elect attorney-general brigadier vice-admiral lawmaker mp mep msp td academic
    researcher expert consultant fundraiser donor operative lobbyist pro tem pro-tem editor-in-chief
    commander-in-chief editor-at-large chief-of-staff superdelegate commentator pundit blogger talk radio
    personality mogul gunman suspect victim mla mlc cm mk mlas tánaiste taoiseach seneschal bailiff provost
    reeve chieftain oba emir nawab sarpanch collector pm fm eam
    """.split(),
)

# Words of TITLES that only narrow one down: none consists of them alone ("Foreign Relations").
MODIFIERS = frozenset(
    """
    foreign defense defence interior finance treasury state homeland security national education energy
    labor labour health trade commerce campaign communications house senate majority minority district
    county city supreme court police fire presidential vice-presidential prime vice deputy assistant
    associate executive managing under permanent special democratic conservative liberal libertarian gop
    tory former ex acting interim incoming outgoing late incumbent presumptive talk radio star press senior
    junior first second personality independent pro tem pro-tem
    """.split(),
)

SUFFIXES: dict[str, str] = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "v": "v",
}
DEGREES = frozenset(
    "phd ph.d md m.d jd j.d esq cbe obe mbe kbe mp mep qc kc cpa rn usn usaf ret dds mba ph d".split(),
)

# Particles that open a surname (all but the first word of a name).
PARTICLES = frozenset(
    """
    al el ul bin ibn bint binti binte abu ben bar van von der den de del della di da das do dos du des la le
    las los st saint ter ten zu zur af av y e san santa mac mc o'
    """.split(),
)
ARTICLES_ARABIC = frozenset({"al", "el", "ul", "as", "ash", "an", "ar", "at", "ad"})
