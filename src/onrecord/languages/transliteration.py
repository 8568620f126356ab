"""One key for the spellings that romanisation gives one name.

``romanise`` folds what differs between common romanisations of Cyrillic, Arabic and Greek names and what
typewriters make of diacritics: Dmitry/Dmitri/Dmitriy, Sergei/Sergey, Pletnyov/Pletnev, Hussein/Hussain,
Jürgen/Juergen. ``loose`` folds more (vowel quality, Ukrainian h against Russian g) and is evidence only where
the given names agree by themselves. ``east_asian`` folds Wade-Giles, pinyin and the Korean romanisations.
All three give keys, not words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ʿ": "",
        "ʾ": "",
    }
    | dict.fromkeys("'’‘`´ʼ.-‐‑", ""),
)

# In this order; each pattern is what one system writes and another does not.
_ROMANISATIONS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^ye", "e"),  # Yevgeny, Yelena
        (r"x", "ks"),  # Alexei, Aleksei
        (r"(?<=[aiou])ye", "e"),
        (r"(?<=[^\Waeiou])j(?=[aeou])|(?<=\w{3}[aei])j$", "i"),  # Ilja, Sergej
        (r"y|j(?=[aeiou]\w*v(?:a|ich)?$)", "i"),  # Zhukovych, Sergey, Natalya
        (r"(?<=[bcdfgklmnprstvz])io(?=[dvmrlnsk])", "e"),  # Fyodor, Pletnyov, Semyon
        (r"(?<=sh|ch|zh)ov(?=a?$)", "ev"),  # Chernyshov
        (r"ou|oo", "u"),  # Mansouri, Youssef
        (r"ee|ie(?=r$)", "i"),  # Nadeer
        (r"q", "k"),  # Qasim
        (r"ck", "k"),
        (r"ph", "f"),
        (r"ae", "a"),  # ä, and æ after it
        (r"oe", "o"),
        (r"ue(?!$)", "u"),
        (r"ai(?=[nds])|ei", "ei"),  # Hussain, Faisal
        (r"([a-z])\1", r"\1"),
        (r"(?<=[^aeiou])ii$|ii$|ij$", "i"),
    )
)

# Given names that are one name in different languages or systems; every name of a line equals the others.
EQUIVALENTS = """
alexander aleksandr aleksander oleksandr alyaksandr alexandr alexandre alexandros aliaksandr
alexei aleksei aleksey alexey oleksiy oleksii
vladimir volodymyr uladzimir wladimir
nikolai nikolay mykola nicolai
mikhail mykhailo mihail mikhael michail
sergei sergey serhiy serhii siarhei sergiy
andrei andrey andriy andrii
dmitry dmitri dmitriy dmytro dimitri dimitry dzmitry
yevgeny evgeny yevhen evgeni eugeni evgeniy jevgeny jewgeni
pyotr petr petro piotr
pavel pavlo pawlo
yuri yury yuriy iurii jurij juri
igor ihor
oleg oleh
ekaterina yekaterina kateryna katerina jekaterina
olga olha
elena yelena olena helena jelena
ksenia xenia kseniya
natalia natalya nataliya natalie
anna hanna ganna
tatiana tatyana tetiana tetyana
yulia julia yuliya iuliia julija
vasily vasiliy vasyl vassily
ilya illia
ivan iwan
maksim maxim maksym
kirill kyrylo
nikita mykyta
konstantin kostyantyn constantin
grigory hryhoriy grigori
arseny arseniy arsenii
giorgos georgios george yorgos yiorgos
yannis ioannis john giannis yiannis
nikos nikolaos nicholas
mohammed muhammad mohamed mohammad muhammed mohamad mehmed mehmet mahomet
ahmed ahmad ahmet
mahmoud mahmud mahmood
hussein hussain husayn hossein husein hussayn
hassan hasan
ibrahim ebrahim
youssef yusuf yousef yousuf yusef joussef
khaled khalid
omar umar
osama usama
ali aly
faisal faysal feisal
saeed said sayed saïd saed
abdul abdel abd abdal abdoul abdulla
abdullah abdallah abdulah
rahman rehman
moammar muammar muammer
mustafa mostafa moustafa
sharif sherif cherif shareef
abubakar abubakr aboubakar
suleiman sulaiman soleiman suleyman
tariq tarek tareq tarik
walid waleed
yasser yasir
bashir basheer
nasser nasir naser
zein zayn zain
aisha aicha ayesha
fatima fatemeh fatma
zainab zeinab zaynab
yitzhak itzhak isaac yitzchak
binyamin benjamin
moshe moses
yaakov yakov jakov jacob
yaroslav jaroslav iaroslav
shimon simon
chaim haim
"""

# First word of an East Asian name written surname first; those of one line are one surname.
EAST_ASIAN_SURNAMES = """
kim gim
lee yi ri rhee li
park pak bak
choi choe
jung jeong chung chong zhong
kang gang
cho jo joh zhao chao
yoon yun
jang chang zhang
lim rim im lin
han
oh o
seo suh
shin sin
kwon gwon
hwang
ahn an
song sung soong
ryu yoo yu you
hong
moon mun
yang
bae pae
baek paek paik
nam
wang
liu
chen
huang
zhou chow chou
wu
xu hsu
sun
hu
zhu chu
gao kao
he ho
guo kuo
ma
luo lo
liang
xie hsieh
tang
xu
deng teng
feng
cao tsao
peng
zeng tseng
xiao hsiao
tian tien
dong tung
pan
yuan
cai tsai
jiang chiang
du
ye yeh
cheng
su
wei
lu
ding ting
ren jen
shen
yao
lü
jin chin
xi hsi
tan
wen
bo po
mao
qian chien
qin
kong kung
xiong hsiung
nguyen
tran
pham
hoang
phan
vu vo
dang
bui
ngo
truong
"""


def _groups(table: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(table.split("\n")):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@lru_cache(maxsize=1 << 16)
def unaccented(word: str) -> str:
    """``word`` in lower case without diacritics, apostrophes, hyphens or stops; æ, ø, ß spelt out."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """The key of one word of a name; equal for spellings that differ only by romanisation."""
    key = unaccented(word)
    for pattern, replacement in _ROMANISATIONS:
        key = pattern.sub(replacement, key)
    return key


@lru_cache(maxsize=1 << 16)
def given_key(word: str) -> str:
    """The key of a given name: as ``romanise``, and German or Polish w for v (Pawel, Iwan)."""
    return romanise(word).replace("w", "v")


_LOOSE = (
    ("kh", "h"),
    ("g", "h"),
    ("dh", "d"),
    ("th", "t"),
    ("o", "u"),
    ("e", "i"),
    ("w", "v"),
    ("tz", "z"),
    ("ts", "z"),
)


@lru_cache(maxsize=1 << 16)
def loose(word: str) -> str:
    """A wider key: also vowel quality (o/u, e/i) and h/g/kh, as Arabic and Ukrainian names vary."""
    key = romanise(word)
    for written, folded in _LOOSE:
        key = key.replace(written, folded)
    return re.sub(r"([a-z])\1", r"\1", key)


# Wade-Giles and Korean writings against pinyin and Revised Romanisation, by sound class.
_EAST_ASIAN = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:hs|x|sh)", "s"),
        (r"^(?:ts|tz|z(?!h)|c(?!h))", "z"),
        (r"^(?:zh|ch|j|q)", "j"),
        (r"^[kg]", "k"),
        (r"^[td]", "t"),
        (r"^[pb]", "p"),
        (r"^w(?=u|oo)", ""),
        (r"ung$", "ong"),
        (r"ien", "ian"),
        (r"oo", "u"),
        (r"ee", "i"),
        (r"eo", "o"),
        (r"eu", "u"),
    )
)


@lru_cache(maxsize=1 << 14)
def east_asian(syllables: str) -> str:
    """The key of the given part of a Chinese or Korean name; syllables separated by hyphens or spaces."""
    keys = []
    for syllable in re.split(r"[-\s]+", syllables):
        key = unaccented(syllable)
        for pattern, replacement in _EAST_ASIAN:
            key = pattern.sub(replacement, key)
        keys.append(key)
    return "".join(keys)


_EQUIVALENT = _groups(EQUIVALENTS)
_EQUIVALENT_KEYS: dict[str, frozenset[int]] = {}
for _name, _lines in _EQUIVALENT.items():
    _EQUIVALENT_KEYS[given_key(_name)] = _EQUIVALENT_KEYS.get(given_key(_name), frozenset()) | _lines
_SURNAMES = _groups(EAST_ASIAN_SURNAMES)


def equivalent(a: str, b: str) -> bool:
    """Whether two given names are one name in two languages or romanisations (Volodymyr, Vladimir)."""
    return bool(_lines_of(a) & _lines_of(b))


def _lines_of(given: str) -> frozenset[int]:
    """The lines of ``EQUIVALENTS`` that hold ``given``, as written or in another romanisation."""
    return _EQUIVALENT.get(unaccented(given)) or _EQUIVALENT_KEYS.get(given_key(given), frozenset())


def has_equivalents(given: str) -> bool:
    """Whether ``given`` is a name that is romanised in several ways: its bearer's surname may be, too."""
    return bool(_lines_of(given))


def east_asian_surnames(word: str) -> frozenset[int]:
    """The East Asian surnames ``word`` may write, as numbers; empty when it writes none."""
    return _SURNAMES.get(unaccented(word), frozenset())


def representative(given: str) -> str:
    """One name for all equivalents of ``given``: the first of its line, else its own key."""
    lines = _lines_of(given)
    name = EQUIVALENTS.split("\n")[min(lines)].split(maxsplit=1)[0] if lines else given
    return given_key(name)
