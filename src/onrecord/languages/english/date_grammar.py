"""The grammar of English time expressions, over the categories of ``english.dates``.

A pattern is a regular expression over category and group names; ``{name}`` stands for a fragment. Extents
follow the TimeML annotation guidelines 1.2.1 (prepositions outside; approximators, "ago" and modifiers
inside).
"""

from __future__ import annotations

from collections.abc import Mapping

GROUPS: Mapping[str, tuple[str, ...]] = {
    "SMALL": ("D12", "D31"),
    "DIGITS": ("D12", "D31", "D99", "BIG", "DECIMAL", "YEAR4"),
    "CARD": ("CARD1", "TEEN", "TENS"),
    "ORD": ("ORDNUM", "ORDWORD", "SECOND"),
    "UNIT": ("DUNIT", "QUARTER", "WEEKEND"),
    "UNITS": ("DUNITS", "QUARTERS", "WEEKENDS"),
    "ANYUNIT": ("DUNIT", "QUARTER", "TUNIT", "DUNITS", "QUARTERS", "TUNITS", "WEEKENDS", "WEEKEND"),
    "LOOKS_AHEAD": ("SHALL", "WILL", "TIMETABLED"),
    "LOOKS_BACK": ("WAS", "HAD"),
    "BACK": ("AGO", "EARLIER", "BEFORE"),
    "ON_TO": ("LATER", "AFTER", "HENCE"),
    "DIRECTION": ("LAST", "NEXT", "THIS", "PAST", "COMING"),
    "CHAIN": ("PREVIOUS", "FOLLOWING", "SAME", "THAT"),
    "CHAINALONE": ("PREVIOUS", "SAME", "THAT"),
    "SEASONANY": ("SEASON", "SEASONWEAK"),
    "PREPOSITION": (
        "IN",
        "OF",
        "ON",
        "TO",
        "FROM",
        "BY",
        "PREP",
        "SINCE",
        "FOR",
        "AFTER",
        "BEFORE",
        "WITHIN",
        "UNTIL",
        "AND",
        "AS",
    ),
}

FRAGMENTS: Mapping[str, str] = {
    "edge": (
        "(?: THE? (?: START | END | MIDDLE ) OF | THE? (?: EARLY | LATE | MID ) HYPHEN? | "
        "SOMETIME IN? | EARLIER | LATER ) "
    ),
    "approx": "(?: APPROX | NO? MORE THAN | AT LEAST | UP TO ) ",
    "weekday": "(?: WEEKDAY | WEEKDAYABBR DOT? ) ",
    "month": "(?: MONTHFULL | MONTHABBR DOT? | MAY ) ",
    "day": "(?: SMALL | ORD ) ",
    "number": (
        "(?: DIGITS FRACTION | DIGITS SCALE? | CARD (?: HYPHEN? CARD )? SCALE{0,3} | A SCALE | A? "
        "COUPLE OF? | A? VAGUE | A? HALF (?: DOZEN | A )? | FRACTION | A? DOZEN | A | DIGITS AND "
        "A HALF | CARD AND A HALF ) "
    ),
    "plain": "(?: DIGITS FRACTION? | CARD (?: HYPHEN CARD )? | COUPLE | VAGUE ) ",
    "counted": "(?: ANYUNIT | PERCENT ) ",
    "span": "{number}(?: (?: TO | OR | HYPHEN | AND ) {number})?",
    "spelled": (
        "(?: TEEN HYPHEN? (?: TENS (?: HYPHEN? CARD1 )? | TEEN ) | CARD1 SCALE (?: AND? (?: "
        "CARD1 | TEEN ))? ) "
    ),
    "year": "(?: YEAR4 | {spelled}) ",
    "clock": "(?: CLOCK AMPM? | D12 AMPM | D12 OCLOCK | NOON ) ",
    "zone": "(?: OPEN ZONE CLOSE | ZONE | (?: LOCAL | [.] ) TIMEWORD ) ",
    # Behind a day that "last", "next" or "gone" follows: "Sunday last" ends there, "Sunday last season" not.
    "ends": "(?= COMMA | DOT | BREAK | CLOSE | PREPOSITION | AT | WAS | WILL | SHALL |$)",
    "behind": "(?: LAST | NEXT (?! TO ) | GONE | COMING | PAST ) {ends}",
    "fiscal_year": "(?: FISCALYEAR (?: {year}| D12 | D31 | D99 )) ",
    "dated": (
        "(?: {weekday}(?: COMMA )? (?: THE )? )? (?: {month}{day}(?: COMMA? {year})? | {day}OF? "
        "{month}(?: COMMA? {year})? )"
    ),
    "yearago": "(?: DUNIT HYPHEN? (?: EARLIER | AGO )) ",
    "which_day": (
        "(?: {dated}| (?: LAST | NEXT | THIS COMING? | THE? CHAIN )? {weekday}| TODAY | ISO | "
        "SLASHDATE | DOTDATE ) "
    ),
}

# (kind, pattern): the resolver of that kind gets the matched categories with their values. The longest match
# wins; among equals the one listed first. A pattern with a capture group means that group alone.
RULES: tuple[tuple[str, str], ...] = (
    ("iso", "ISO"),
    ("slash", "SLASHDATE"),
    ("dotted", "DOTDATE"),
    ("named", "NAMEDDAY"),
    ("named", "({month}D12 )(?= ATTACKS )"),
    ("calendar", "{edge}? {dated}"),
    ("first_day", "(?<! MONEY )( SMALL )(?: AND | HYPHEN | TO | OR ) {day}OF? {month}"),
    (
        "nth_weekday",
        "THE? (?: ORDWORD | SECOND | ORDNUM | LAST ) WEEKDAY (?: OF | IN ) {month}(?: COMMA? {year})?",
    ),
    ("day_but_one", "THE? DUNIT (?: BEFORE | AFTER ) TODAY"),
    ("week_ago", "WEEKDAY A DUNIT AGO | A DUNIT FROM WEEKDAY"),
    ("week_on", "(?: WEEKDAY | TODAY ) DUNIT (?! HYPHEN | AGO | EARLIER | LATER | BEFORE | AFTER | FROM )"),
    ("week_on", "(?<! DIGITS | SCALE | PERCENT | ONCE )(?<! DIGITS .)( A DUNIT ON? (?: WEEKDAY | TODAY ))"),
    ("ago_from", "{number}(?: DUNIT | DUNITS ) AGO ON? (?: WEEKDAY | TODAY )"),
    ("this_last", "THIS DUNIT (?: LAST | NEXT ) DUNIT"),
    ("day_of_week", "WEEKDAY OF? (?: LAST | NEXT | THIS ) DUNIT"),
    ("weekday_after", "THE WEEKDAY (?: AFTER | BEFORE ) (?= COMMA | DOT | BREAK )"),
    ("of_month", "(?: THE )? ORDNUM OFMONTH DOT?"),
    ("before_last", "THE (?: DUNIT | WEEKEND ) (?: BEFORE LAST | AFTER NEXT )"),
    ("hours_at", "(?<= AT )( APPROX? (?: YEAR4 | BIG ) TUNITS )"),
    ("hours", "(?: YEAR4 | BIG ) TUNITS"),
    ("hours", "(?: YEAR4 | BIG ) TUNITS COMMA? ON? {which_day}"),
    ("day_of_month", "(?<= ON )( THE ORDNUM )(?= COMMA | DOT | BREAK )"),
    (
        "next_day",
        (
            "{month}SMALL (?: AND | HYPHEN | TO | OR )( SMALL (?: COMMA {year})? )"
            "(?! {counted}| PERCENT | SCALE )"
        ),
    ),
    ("calendar", "{edge}? {weekday}(?: COMMA )? (?: THE )? ORDNUM "),
    ("calendar", "{edge}? {month}(?: OF | COMMA )? {year}"),
    (
        "calendar",
        (
            "{edge}? (?: THE? {day}OF? )? {month}{day}? (?: OF | COMMA )? (?: LAST | THIS | NEXT | THAT | "
            "THE? (?: SAME | FOLLOWING | PREVIOUS )) DUNIT"
        ),
    ),
    ("calendar", "{edge}? (?: DIRECTION COMING? | THE CHAIN | CHAINALONE )? (?: MONTHFULL | MONTHABBR DOT )"),
    ("calendar", "(?: {dated}| {month}){behind}"),
    ("calendar", "{edge}? (?: DIRECTION | THE? CHAIN ) MAY | (?<= PREPOSITION ) MAY | {edge}MAY"),
    ("time", "{clock}{zone}? COMMA? ON? {which_day}DAYPART?"),
    ("time", "{edge}? {which_day}(?: AT )? {clock}{zone}?"),
    ("time", "{edge}? {which_day}{edge}? (?: DAYPART | NOON )"),
    ("time", "{edge}? DAYPART {which_day}"),
    ("time", "{edge}? WEEKDAY DAYPART {behind}"),
    ("time", "{clock}{zone}?(?: TONIGHT | TODAY )?"),
    ("time", "D12 IN THE DAYPART"),
    ("time", "MID HYPHEN? DAYPART"),
    ("day", "{edge}? TODAY"),
    ("time", "{edge}? TONIGHT"),
    ("time", "OVERNIGHT"),
    ("time", "{edge}? (?: THIS | LAST | THAT | THE CHAIN | NEXT | THE NEXT ) DAYPART"),
    # "Power was out following Saturday's storm": the day itself; "the following Saturday" is another one.
    ("weekday", "{edge}? (?: DIRECTION COMING? | THE CHAIN | CHAINALONE )? WEEKDAY"),
    ("weekday", "(?: THIS )? WEEKDAY {behind}"),
    ("year_span", "YEAR4 (?: HYPHEN | SLASH )(?: D12 | D31 | D99 )(?! HYPHEN | SLASH | {counted})"),
    ("year", "{edge}? (?: THE DUNIT )? {year} | THE YEAR4 PERIOD"),
    # "In twenty ten", as people say it; "twenty ten-acre lots" are no year, nor is "by twenty ten people".
    ("year", "(?<= IN | SINCE ) TENS HYPHEN? (?: TEEN | TENS (?: HYPHEN? CARD1 )? )(?! HYPHEN | ANYUNIT )"),
    ("decade", "{edge}? (?: DECADE | THE APOS? DECADE2 | APOS DECADE2 | THE DECADEWORD )"),
    ("decade", "THE (?: EARLY | LATE ) (?: APOS? DECADE2 | DECADEWORD )"),
    ("century", "{edge}? (?: THE )? ORD HYPHEN? DUNIT"),
    (
        "season",
        (
            "{edge}? (?: THE | THE? DIRECTION | THIS PAST | THE? CHAIN ) (?: EARLY | LATE | MID )? "
            "SEASONANY (?: OF? {year})?"
        ),
    ),
    ("season", "{edge}? SEASONANY OF? {year}(?:(?: HYPHEN | SLASH )(?: D12 | D31 | D99 ))?"),
    ("season", "(?: EARLY | LATE | MID ) HYPHEN? SEASONWEAK"),
    ("season", "{edge}? SEASON"),
    (
        "quarter",
        (
            "{edge}? (?: THE (?: {year}| {yearago}| LATEST | CURRENT )? | DIRECTION DUNIT POSS | "
            "{year}| {yearago})? (?: FISCAL HYPHEN? )? ORD QUARTER (?: OF? (?: {year}| DIRECTION "
            "DUNIT ))?"
        ),
    ),
    ("quarter", "THE? LAST QUARTER OF (?: {year}| DIRECTION DUNIT )"),
    ("quarter", "(?: FISCAL )? ORD HYPHEN QUARTER"),
    ("quarter", "{year}POSS (?: FISCAL )? ORD QUARTER"),
    ("quarter", "QUARTERNAME (?: OF )? (?: {year}| {fiscal_year})?"),
    ("month_quarter", "{month}HYPHEN? QUARTER (?: OF? {year})?"),
    ("half", "HALFNAME (?: OF )? (?: {year}| {fiscal_year})"),
    ("fiscal", "{fiscal_year}"),
    ("half", "{edge}? THE? (?: ORD | LAST ) HALF OF (?: THE )? (?: {year}| DIRECTION DUNIT | DUNIT )"),
    ("fiscal", "THE? (?: CURRENT | LATEST | LAST | NEXT | THIS )? FISCAL (?: DUNIT )? {year}"),
    ("fiscal", "THE? (?: CURRENT | LATEST | LAST | NEXT | THIS | PREVIOUS )? FISCAL DUNIT"),
    (
        "relative",
        (
            "{edge}? THE? (?: DIRECTION | THIS PAST | CURRENT | LATEST ) (?: DUNIT | WEEKEND | "
            "QUARTER )(?: OR SO )?"
        ),
    ),
    ("relative", "(?: EARLIER | LATER | EARLY | LATE | SOMETIME ) IN THE (?: DUNIT | QUARTER )"),
    ("latest", "THE LATEST PERIOD | THE {year}QUARTER | LAST DUNIT POSS QUARTER"),
    ("chain", "{edge}? THE? CHAIN SAME? (?: DUNIT | WEEKEND | QUARTER )"),
    ("ended_unit", "THE (?: FISCAL | TRADING )? DUNIT (?= ENDED )"),
    ("the_unit", "THE (?: QUARTER | WEEKEND | TRADING? DUNIT )(?! AFTER | BEFORE LAST )"),
    (
        "edge_unit",
        "THE? (?: START | END | MIDDLE ) OF (?: THE | THIS | LAST | NEXT ) (?: DUNIT | WEEKEND | QUARTER )",
    ),
    ("year_end", "DUNIT (?: POSS | HYPHEN )? END"),
    (
        "ago",
        "{approx}? {span}HYPHEN? ANYUNIT OLD? (?: AGO | EARLIER | LATER | HENCE | FROM NOW | FROM TODAY )",
    ),
    ("ago", "DUNITS AGO"),
    (
        "yearago",
        (
            "THE DUNIT HYPHEN? (?: EARLIER | AGO ) (?: ORD? QUARTER | PERIOD ) | DUNIT HYPHEN (?: "
            "EARLIER | AGO ) (?: ORD? QUARTER | PERIOD )?"
        ),
    ),
    (
        "lately",
        (
            "(?: THE )? (?: LAST | PAST | NEXT | COMING | PREVIOUS | FOLLOWING ) {span}TRADING? "
            "ANYUNIT (?: OR SO )?"
        ),
    ),
    (
        "lately",
        (
            "(?: THE )? (?: RECENT | COMING | PAST | FUTURE ) (?: DUNITS | QUARTERS | WEEKENDS | "
            "TUNITS )(?: AND DUNITS )?"
        ),
    ),
    (
        "rate",
        "(?: DIGITS | SCALE | PERCENT | UNITS | TUNITS ) ( A (?: DUNIT | TUNIT ))(?! AGO | EARLIER | LATER )",
    ),
    ("age", "(?: THE | A )? {number}HYPHEN? (?: DUNIT | DUNITS ) HYPHEN? OLD"),
    (
        "duration",
        (
            "{approx}? (?: THE )? (?: ORD | LATEST | ADDITIONAL )? {span}(?: TRADING | ADDITIONAL | "
            "MORE ){0,3} ANYUNIT (?: HYPHEN? LONG | PERIOD )? (?: AND A HALF )?"
        ),
    ),
    ("duration", "{approx}? {plain}HYPHEN (?: DUNIT | WEEKEND | TUNIT | SECOND )(?: HYPHEN LONG )?"),
    ("duration", "{approx}? A DUNIT (?: AND A HALF | OR CARD1 )"),
    ("bare_units", "DUNITS (?: OR (?: DUNITS | TUNITS ))?"),
    ("set", "EACH OTHER? {number}? (?: ANYUNIT | {weekday}| DAYPART | SEASONANY | {month})"),
    ("set", "ADVSET"),
    ("set", "{edge}? WEEKDAYS DAYPARTS?"),
    ("set", "WEEKDAY DAYPARTS"),
    ("set", "(?: ONCE | CARD ) A (?: DUNIT | TUNIT )"),
    ("ref", "RIGHT NOW | NOW | REFPRESENT | MORE? REFPAST"),
    ("ref", "THE NEAR? FUTURE | THE PAST | THE PRESENT | THE NEAR TERM | THESE DUNITS | THAT TIMEWORD"),
    ("ref", "CURRENT | (?<! AS ) REFFUTURE (?! AS )"),
    ("holiday", "{edge}? (?: LAST | NEXT | THIS )? HOLIDAY (?: DUNIT | WEEKEND )? (?: COMMA? {year})?"),
)
