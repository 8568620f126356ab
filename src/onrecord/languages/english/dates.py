"""English time words by category, each with its value.

The finder in ``onrecord.dates`` turns each word into one category and searches ``date_grammar`` in the
string of categories, so that no rule looks at letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.languages.english.date_grammar import FRAGMENTS, GROUPS, RULES
from onrecord.languages.english.holidays import HOLIDAYS
from onrecord.languages.english.numerals import CARDINALS, ORDINALS, SCALES, TEENS, TENS
from onrecord.languages.english.sentences import TITLES
from onrecord.languages.english.vocabulary import LEXICON
from onrecord.languages.grammar import DateGrammar

Values = Mapping[str, object]

MONTHS_FULL = {
    "January": 1,
    "February": 2,
    "April": 4,
    "June": 6,
    "July": 7,
    "August": 8,
    "September": 9,
    "October": 10,
    "November": 11,
    "December": 12,
}
MONTHS_SHORT = {
    "Jan": 1,
    "Feb": 2,
    "Febr": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sep": 9,
    "Sept": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
WEEKDAYS = {
    "Monday": 1,
    "Tuesday": 2,
    "Wednesday": 3,
    "Thursday": 4,
    "Friday": 5,
    "Saturday": 6,
    "Sunday": 7,
}
# Words that are also names, verbs or abbreviations: they count only beside a date.
WEEKDAYS_SHORT = {
    "Mon": 1,
    "Tue": 2,
    "Tues": 2,
    "Wed": 3,
    "Weds": 3,
    "Thu": 4,
    "Thur": 4,
    "Thurs": 4,
    "Fri": 5,
    "Sat": 6,
    "Sun": 7,
}

AMERICAN_ZONES = ("EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "ET", "PT", "CT", "MT")
OTHER_ZONES = (
    *("GMT", "UTC", "BST", "CET", "CEST", "MSK", "IST", "JST", "AEST", "AEDT", "ACST", "ACDT", "AWST"),
    *("NZST", "NZDT", "WAT", "CAT", "EAT", "SAST", "PKT", "NPT", "PHT", "SGT", "HKT", "MYT", "WIB", "AST"),
)

# Days known by a name in figures.
NAMED_DAYS = {"9/11": "2001-09-11"}

# Words that tell whether a clause looks ahead or back, where weekdays and months leave it open.
PLANNING = ("scheduled", "expected", "expects", "planned", "planning", "hopes", "hoping", "intends", "wants")
AWAITING = (
    "payable",
    "effective",
    "redeemable",
    "due",
    "going",
    "begins",
    "starts",
    "opens",
    "expire",
    "expires",
)
MODALS = ("would", "could", "may", "might", "unless", "must", "should", "can", "ready", "set")
# Present forms that with a day tell of a timetable: "talks resume Thursday".
TIMETABLED = (
    *("resume", "resumes", "meet", "meets", "convenes", "faces", "heads", "hosts", "arrives", "returns"),
    *("travels", "goes", "go", "launches", "plans", "aims", "vows"),
)
AUXILIARIES = ("was", "were", "did", "has", "have", "been", "said", "told", "says")
# Months that people are called by.
FIRST_NAMES = frozenset(("April", "May", "June", "August"))
# Words in -ed that are no past forms.
NOT_PAST = frozenset(
    ("need", "succeed", "proceed", "exceed", "speed", "feed", "seed", "breed", "bleed", "heed", "indeed")
)
IRREGULAR_PAST = (
    "went",
    "came",
    "took",
    "saw",
    "began",
    "met",
    "held",
    "gave",
    "lost",
    "rose",
    "fell",
    "left",
)

# Capitalised words only; all other entries match in any case.
PROPER: Mapping[str, Values] = {
    "MONTHFULL": MONTHS_FULL,
    "MONTHABBR": MONTHS_SHORT,
    "MAY": {"May": 5, "March": 3},
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYABBR": WEEKDAYS_SHORT,
    "WEEKDAYS": {f"{name}s": number for name, number in WEEKDAYS.items()},
    "ZONE": dict.fromkeys((*AMERICAN_ZONES, *OTHER_ZONES), 0),
    "QUARTERNAME": {"Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4},
    "HALFNAME": {"H1": 1, "H2": 2},
    "FISCALYEAR": {"FY": 0},
}

WORDS: Mapping[str, Values] = {
    "THE": {"the": 0},
    "A": {"a": 1, "an": 1},
    "OF": {"of": 0},
    "IN": {"in": 0},
    "ON": {"on": 0},
    "AT": {"at": 0},
    "TO": {"to": 0},
    "FOR": {"for": 0},
    "FROM": {"from": 0},
    "BY": {"by": 0},
    "AND": {"and": 0, "&": 0},
    "OR": {"or": 0},
    "SO": {"so": 0},
    "PREP": dict.fromkeys(("during", "between", "throughout", "through", "circa"), 0),
    "UNTIL": dict.fromkeys(("until", "till"), 1),
    "AS": {"as": 0},
    "SINCE": {"since": 0},
    "WITHIN": {"within": 0},
    "LAST": {"last": -1},
    "NEXT": {"next": 1},
    "THIS": {"this": 0},
    "THESE": {"these": 0},
    "PAST": {"past": -1},
    "THAT": {"that": 0, "those": 0},
    "SAME": {"same": 0},
    "PREVIOUS": {"previous": -1, "preceding": -1, "prior": -1},
    "FOLLOWING": {"following": 1, "subsequent": 1, "ensuing": 1},
    "COMING": {"coming": 1, "upcoming": 1},
    "LATEST": {"latest": 0},
    "CURRENT": {"current": 0},
    "RECENT": {"recent": -1},
    "FUTURE": {"future": 1},
    "PRESENT": {"present": 0},
    "AGO": {"ago": -1},
    "EARLIER": {"earlier": -1},
    "LATER": {"later": 1},
    "BEFORE": {"before": -1},
    "AFTER": {"after": 1},
    "AHEAD": {"ahead": 1},
    "HENCE": {"hence": 1},
    "GONE": {"gone": -1},
    # "The 14th inst.", of this month, the last or the next.
    "OFMONTH": {"inst": 0, "instant": 0, "ult": -1, "ultimo": -1, "prox": 1, "proximo": 1},
    "NOW": {"now": 0},
    "RIGHT": {"right": 0},
    "EARLY": {"early": "START"},
    "LATE": {"late": "END"},
    "MID": {"mid": "MID"},
    "MIDDLE": {"middle": "MID"},
    "START": {"beginning": "START", "start": "START", "outset": "START"},
    "END": {"end": "END", "close": "END"},
    "EACH": {"each": 1, "every": 1},
    "OTHER": {"other": 2},
    "ONCE": {"once": 1, "twice": 2, "thrice": 3},
    "PER": {"per": 0},
    "ADVSET": {
        "daily": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "yearly": "P1Y",
        "annually": "P1Y",
        "hourly": "PT1H",
        "nightly": "P1D",
        "biweekly": "P2W",
        "fortnightly": "P2W",
        "biannually": "P6M",
    },
    "FISCAL": {"fiscal": 0, "financial": 0},
    "HALF": {"half": 2},
    "OLD": {"old": 0},
    "DUNIT": {
        "day": "D",
        "week": "W",
        "month": "M",
        "year": "Y",
        "decade": "DE",
        "century": "CE",
        "fortnight": "FN",
    },
    "DUNITS": {
        "days": "D",
        "weeks": "W",
        "months": "M",
        "years": "Y",
        "decades": "DE",
        "centuries": "CE",
        "fortnights": "FN",
        "yrs": "Y",
    },
    "QUARTER": {"quarter": "Q"},
    "QUARTERS": {"quarters": "Q"},
    "WEEKEND": {"weekend": "WE"},
    "WEEKENDS": {"weekends": "WE"},
    "TUNIT": {"hour": "H", "minute": "MIN"},
    "TUNITS": {"hours": "H", "minutes": "MIN", "seconds": "S", "hrs": "H", "mins": "MIN"},
    "SECOND": {"second": 2},
    "PERIOD": {"period": 0},
    "TRADING": {"trading": 0, "business": 0, "working": 0, "straight": 0, "consecutive": 0, "full": 0},
    "SEASON": {"summer": "SU", "winter": "WI", "autumn": "FA"},
    "SEASONWEAK": {"spring": "SP", "fall": "FA"},
    "SEASONS": {"summers": "SU", "winters": "WI", "springs": "SP"},
    "DAYPART": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"},
    "DAYPARTS": {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"},
    "NOON": {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
    "TODAY": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "TONIGHT": {"tonight": 0},
    "OVERNIGHT": {"overnight": -1},
    "REFPRESENT": dict.fromkeys(("currently", "presently", "nowadays"), "PRESENT_REF"),
    "REFPAST": dict.fromkeys(("recently", "lately"), "PAST_REF"),
    "TERM": {"term": 0},
    "REFFUTURE": {"soon": "FUTURE_REF"},
    "NEAR": {"near": 0, "short": 0, "distant": 0},
    "TIMEWORD": {"time": 0},
    "MOMENT": {"moment": 0},
    "LOCAL": {"local": 0},
    "ATTACKS": dict.fromkeys(("attack", "attacks", "terror", "terrorist", "hijackings"), 0),
    "LONG": {"long": 0},
    "CARD1": CARDINALS,
    "TEEN": TEENS,
    "TENS": TENS,
    "SCALE": SCALES,
    "ORDWORD": ORDINALS,
    "DECADEWORD": {
        "twenties": 2,
        "thirties": 3,
        "forties": 4,
        "fifties": 5,
        "sixties": 6,
        "seventies": 7,
        "eighties": 8,
        "nineties": 9,
    },
    "VAGUE": {"several": 0, "few": 0, "many": 0},
    "COUPLE": {"couple": 2},
    "DOZEN": {"dozen": 12},
    "APPROX": dict.fromkeys(
        ("about", "around", "nearly", "almost", "roughly", "approximately", "over", "some", "under"), 0
    ),
    "MORE": {"more": 0, "less": 0, "fewer": 0, "longer": 0},
    "THAN": {"than": 0},
    "LEAST": {"least": 0, "most": 0},
    "UP": {"up": 0},
    "NO": {"no": 0},
    "ADDITIONAL": {"additional": 0, "another": 1, "entire": 0, "whole": 0, "extra": 0},
    "SOMETIME": {"sometime": 0},
    "AMPM": {"am": 0, "pm": 0},
    "OCLOCK": {"o'clock": 0, "o’clock": 0},
    "ENDED": {"ended": 0, "ending": 0},
    "ARE": {"is": 0, "are": 0},
    "SHALL": {"will": 1, "ll": 1, "shall": 1},
    "WILL": dict.fromkeys((*PLANNING, *AWAITING, *MODALS), 1),
    "TIMETABLED": dict.fromkeys(TIMETABLED, 1),
    "HAD": {"had": -1},
    "WAS": dict.fromkeys((*AUXILIARIES, *IRREGULAR_PAST, "made", "found", "got"), -1),
}

PUNCTUATION: Values = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "HYPHEN",
    "—": "DASH",
    "‑": "HYPHEN",
    "/": "SLASH",
    "$": "MONEY",
    "£": "MONEY",
    "€": "MONEY",
    "%": "PERCENT",
    "(": "OPEN",
    ")": "CLOSE",
}

GRAMMAR = DateGrammar(
    proper=PROPER,
    words=WORDS,
    punctuation=PUNCTUATION,
    groups=GROUPS,
    fragments=FRAGMENTS,
    rules=RULES,
    holidays=HOLIDAYS,
    named_days=NAMED_DAYS,
    months={name.lower(): n for name, n in (*MONTHS_FULL.items(), *MONTHS_SHORT.items(), ("May", 5))},
    weekdays=WEEKDAYS,
    first_names=FIRST_NAMES,
    past_form=re.compile(r"[a-z]{2,}ed"),
    not_past=NOT_PAST,
    documents=LEXICON.nouns("document") | {"minutes"},
    dating=frozenset({"of", "dated"}),
    titles=TITLES,
    range_joiners=frozenset(("through", "until", "till", "-", "–")),
    weekday_joiners=frozenset(("to", "through", "until", "till", "-", "–")),
    range_pairs={"from": "to", "between": "and"},
    decisions={"pledged": 1, "promised": 1, "vowed": 1, "resolved": 1, "decided": 0, "agreed": 0, "opted": 0},
    auxiliaries_ahead=frozenset(("been", "to")),
    passive="be",
    manner=re.compile(r"[a-z]{2,}ly"),
)
