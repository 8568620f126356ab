"""Houses, streets and capitals that speak for a government or an office.

``METONYMS``: name in lower case without "the" -> (canonical name, on whose behalf it speaks). Capitals
speak for their country by ``countries.NATION_OF``; they are listed here only where they need more.
"""

from __future__ import annotations

METONYMS: dict[str, tuple[str, str | None]] = {
    "kremlin": ("Kremlin", "Russia"),
    "white house": ("White House", "United States"),
    "oval office": ("White House", "United States"),
    "west wing": ("White House", "United States"),
    "foggy bottom": ("U.S. State Department", "United States"),
    "state department": ("U.S. State Department", "United States"),
    "u.s. state department": ("U.S. State Department", "United States"),
    "pentagon": ("Pentagon", "United States"),
    "defense department": ("Pentagon", "United States"),
    "department of defense": ("Pentagon", "United States"),
    "capitol hill": ("U.S. Congress", "United States"),
    "congress": ("U.S. Congress", "United States"),
    "u.s. congress": ("U.S. Congress", "United States"),
    "downing street": ("Downing Street", "Britain"),
    "10 downing street": ("Downing Street", "Britain"),
    "no. 10": ("Downing Street", "Britain"),
    "number 10": ("Downing Street", "Britain"),
    "whitehall": ("British government", "Britain"),
    "westminster": ("British Parliament", "Britain"),
    "élysée": ("Élysée", "France"),
    "elysee": ("Élysée", "France"),
    "elysée": ("Élysée", "France"),
    "quai d'orsay": ("French Foreign Ministry", "France"),
    "matignon": ("French prime minister's office", "France"),
    "bundestag": ("Bundestag", "Germany"),
    "zhongnanhai": ("Zhongnanhai", "China"),
    "blue house": ("Blue House", "South Korea"),
    "miraflores": ("Miraflores", "Venezuela"),
    "casa rosada": ("Casa Rosada", "Argentina"),
    "planalto": ("Planalto", "Brazil"),
    "knesset": ("Knesset", "Israel"),
    "duma": ("State Duma", "Russia"),
    "state duma": ("State Duma", "Russia"),
    "bankova": ("Ukrainian presidential office", "Ukraine"),
    "verkhovna rada": ("Verkhovna Rada", "Ukraine"),
    "malacañang": ("Malacañang", "Philippines"),
    "malacanang": ("Malacañang", "Philippines"),
    "berlaymont": ("European Commission", "European Union"),
    "brussels": ("European Union", None),
    "holy see": ("Vatican", None),
    "scotland yard": ("Metropolitan Police", None),
    "langley": ("CIA", "United States"),
    "fed": ("Federal Reserve", None),
    "turtle bay": ("United Nations", None),
}

# Adjectives that name an institution: "the presidential spokesman" speaks for it.
ADJECTIVES: dict[str, str] = {
    "presidential": "president",
    "vice-presidential": "vice president",
    "gubernatorial": "governor",
    "mayoral": "mayor",
    "ministerial": "minister",
    "senatorial": "senator",
    "congressional": "congress",
    "papal": "pope",
    "royal": "king",
    "prosecutorial": "prosecutor",
    "judicial": "judge",
}

# Country -> the house of its head of state or government: "the Russian presidential spokesman" is the
# Kremlin's.
SEATS: dict[str, str] = {
    "Russia": "kremlin",
    "United States": "white house",
    "Britain": "downing street",
    "France": "élysée",
    "South Korea": "blue house",
    "Venezuela": "miraflores",
    "Brazil": "planalto",
    "Argentina": "casa rosada",
    "Philippines": "malacañang",
}
