"""The part of a marked source that says who speaks: without clauses, asides and what was cut off after it."""

from __future__ import annotations

from onrecord.coreference.page import Page
from onrecord.languages.grammar import RoleGrammar
from onrecord.names.persons import is_given
from onrecord.names.roles import PERSON_HEADS, Description, describe

# A source of more words may have swallowed its verb.
_LONG = 6
_PAUSES = frozenset(",;(–—-―")
_EDGES = ' ,.:;—–-"“”'


def core(page: Page, words: range) -> range:
    """``words`` up to the first relative clause, aside or verb that follows the noun.

    "Tern Isle Club, *a group that sued*"; "the letter, *which teachers signed*"; "Olm, *of the guild*";
    "officials *clearly raised the stakes*". A source that is all clause stays as it is.
    """
    stop = next((i for i in words[1:] if _breaks(page, words, i)), words.stop)
    while stop - 1 > words.start and page.words[stop - 1] in page.function_words:  # "the US" is no "us"
        stop -= 1
    return range(words.start, stop)


def _breaks(page: Page, words: range, at: int) -> bool:
    """Whether what begins at word ``at`` only says more of what stands before it."""
    word, gap = page.lower[at], page.gap(at - 1).strip()
    if word in page.phrases.relatives or _opens_clause(page, at):
        return True
    if gap and set(gap) <= _PAUSES and (word in page.phrases.determiners or word in page.phrases.asides):
        return True
    if gap == "," and word in page.phrases.prepositions - page.rules.opening:
        return True
    verb = len(words) > _LONG and word.endswith("ly") and at + 1 < words.stop
    return verb and page.lower[at + 1].endswith("ed") and bool(describe(page.lower[words.start : at]).head)


def _opens_clause(page: Page, at: int) -> bool:
    """Whether "where", "when" or "although" stands behind a noun: "members of the Diet *where* they rule"."""
    opens = page.lower[at] in (page.rules.clause_links | page.rules.opening) - page.phrases.prepositions
    return opens and not page.is_capital(at) and page.lower[at - 1] not in page.phrases.prepositions


def without_whose(page: Page, words: range) -> range:
    """``words`` without an aside that only tells whose or by whom: "the union, *whose head is Brill*, said".

    "The board, *chaired by Brill’s husband*"; "Olm, *speaking through his solicitor, Ann Reve*": nobody named
    there speaks.
    """
    asides = (i for i in words[1:] if page.gap(i - 1).strip()[:1] in _PAUSES and _tells_whose(page, words, i))
    stop = next(asides, words.stop)
    return range(words.start, stop)


def _tells_whose(page: Page, words: range, at: int) -> bool:
    if not page.gap(at - 1).strip():
        return False
    if page.lower[at] == page.rules.whose or page.lower[at] in page.rules.speaking:
        return True
    return at + 1 < words.stop and page.lower[at + 1] == page.rules.agent and page.words[at].islower()


def parts_of(page: Page, words: range) -> list[range]:
    """``words`` cut at commas and at "and"."""
    found, start = [], words.start
    for i in words:
        if page.lower[i] == page.rules.conjunction:
            found.append(range(start, i))
            start = i + 1
        elif i > start and page.gap(i - 1).strip() == ",":
            found.append(range(start, i))
            start = i
    return [part for part in (*found, range(start, words.stop)) if len(part)]


def may_stand_before(page: Page, word: str) -> bool:
    """Whether a lower-case word may stand between the beginning of a name's phrase and the name."""
    persons, phrases, places = page.persons, page.phrases, page.places
    groups = (persons.titles, persons.honorifics, PERSON_HEADS, phrases.determiners, phrases.former)
    return any(word in group for group in (*groups, places.demonyms, places.state_of))


def before_place(page: Page, start: int, stop: int) -> int:
    """Where the name of an issuer ends, before a place ("… *in Karst*") or a day ("… *on Monday*")."""
    narrowing = page.phrases.prepositions - {page.rules.partitive}
    stop = next((i for i in range(start + 1, stop) if page.lower[i] in narrowing), stop)
    while stop - start > 1 and page.lower[stop - 1] in page.phrases.calendar:
        stop -= 1
    return stop


def is_nobody(page: Page, words: range) -> bool:
    """Whether a phrase names nobody: "many"; or whoever a speaker means: "our staff", no "US mayors"."""
    empty = page.phrases.quantifiers | page.phrases.determiners
    first, low = page.words[words.start], page.low(words)
    own = low[0] in page.pronouns.first_person and not (first.isupper() and len(first) > 1)
    return own or empty.issuperset(low)


def is_doer(page: Page, words: range) -> bool:
    """Whether ``words`` are all of a phrase that calls another by what they do: "his *welder* said"."""
    last = words[-1]
    after = page.lower[last + 1] if page.gap(last) == " " else ""
    doers = page.language.grammar(RoleGrammar).doers
    is_whole = not after or after in page.language.lexicon.verbs("says")
    return (
        page.lower[words.start] in page.pronouns.possessives and page.lower[last].endswith(doers) and is_whole
    )


def without_clause(page: Page, said: Description) -> Description | None:
    """``said`` up to the subject or verb of a clause grown onto it: "a clerk *I met*"; None if nobody's left.

    "*That is why* clerks" is nobody's name; "clerks who *are* members" tells of the clerks.
    """
    words = said.text.split()
    low = [w.casefold().replace("’", "'").strip(_EDGES) for w in words]
    cut = next((i for i, word in enumerate(low) if word in page.rules.clause_words), len(low))
    if cut == len(low) or not page.rules.clause_links.isdisjoint(low[1:cut]):
        return said
    kept = describe(low[:cut], " ".join(words[:cut]).rstrip(_EDGES))
    return kept if kept.head and kept.kind == said.kind else None


def without_occasion(page: Page, text: str) -> str:
    """What somebody is called without when and in what it was said: "Brill Mills *in a statement Monday*".

    "*Among* clerks"; "messages seen by the Courier *late Monday*".
    """
    words, phrases = text.split(), page.phrases
    low = [w.casefold().strip(_EDGES) for w in words]
    start = int(len(words) > 1 and low[0] in phrases.prepositions)
    stop = len(words)
    while stop - start > 1 and low[stop - 1] in phrases.calendar:
        stop -= 1
    while start < stop - 1 < len(words) - 1 and low[stop - 1] in page.rules.before_days:
        stop -= 1
    links = (i for i in range(start + 1, stop - 1) if low[i] in phrases.channel_prepositions)
    link = next((i for i in links if low[i + 1] in phrases.determiners), stop)
    is_channel = link < stop and describe(low[link + 1 : stop]).kind == "document"
    return " ".join(words[start : link if is_channel else stop])


def is_capital_by_place(page: Page, words: range) -> bool:
    """Whether a word has its capital only from where it stands: "*And*", "*Footage* shows", "*Pro*: …".

    So has one of grammar, one that the article writes small as well, and a common one that is a label.
    """
    at, low = words.start, page.lower[words.start]
    if len(words) > 1 or page.headline[at] or (page.words[at].isupper() and len(page.words[at]) > 1):
        return False
    if low in page.function_words or low in page.phrases.quantifiers:
        return True
    if not page.first[at] or low in page.capitals_inside or is_given(low):
        return False
    if not page.gap(at).lstrip().startswith(":"):
        return low in page.plain
    is_common = low in page.plain or page.language.rarity(low) < page.language.rarities.unlisted
    return is_common and not low.endswith(
        page.language.grammar(RoleGrammar).doers
    )  # "Operator: Good morning"
