"""Names of months in the languages whose papers print English texts or frame them: for date lines alone.

What an article says of days is the matter of its own language's grammar.
"""

from __future__ import annotations

_NAMES = {
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de-AT": "jänner feber maerz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr-7bit": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta"
    " syyskuuta lokakuuta marraskuuta joulukuuta",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου"
    " νοεμβρίου δεκεμβρίου",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
}
MONTHS: dict[str, int] = {
    name: number for names in _NAMES.values() for number, name in enumerate(names.split(), 1)
}


# Of what the shortening gives: "5 pro-2031 rallies" is no day.
_ENGLISH_WORDS = frozenset(("pro", "list", "led", "dub", "lip"))


def _shortened() -> dict[str, int]:
    """The names' first three or four letters, where no two months begin so."""
    found: dict[str, set[int]] = {}
    for name, number in MONTHS.items():
        for size in (3, 4):
            found.setdefault(name[:size], set()).add(number)
    return {
        short: numbers.pop()
        for short, numbers in found.items()
        if len(numbers) == 1 and short not in _ENGLISH_WORDS
    }


# As papers shorten them: "8 févr. 2031", "8. Dez. 2031".
SHORT_MONTHS: dict[str, int] = _shortened() | MONTHS
# What stands beside a day in numbers where papers write the month first, and where they write the day first:
# a clock's zone, a word of a language, an hour past twelve.
MONTH_FIRST_BESIDE = r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|A[KD]?[SD]T|Eastern|Pacific)\b"
DAY_FIRST_BESIDE = (
    r"\b(?:GMT|BST|CES?T|EES?T|WES?T|IST|AES?T|AED?T|NZS?T|SAST|EAT|WAT|MSK|Uhr|kl)\b"
    r"|\b(?:publié|mis à jour|le|em|às|publicad[oa]|pubblicato|vom|den|publisert|publicerad)"
    r"(?= [^\W\d]{0,9},? ?\d)"
    r"|(?<![\d:])(?:1[3-9]|2[0-3]):[0-5]\d(?! ?[ap]\.?m\b)"
)
# A day as those languages write it: "5. Oktober 2021", "1 de diciembre de 2017", "le 1er mars 2020".
WORLD_DAY = (
    r"\b(?P<world_day>\d{1,2})(?:\.|er|º|°)?[ /-]?(?:de |di )?"
    rf"(?P<world_month>{'|'.join(sorted(SHORT_MONTHS, key=len, reverse=True))})\b\.?(?: del?|,)?[ /-]"
    r"(?P<world_year>(?:19|20)\d\d)\b"
)
