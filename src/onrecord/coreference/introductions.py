"""What an article says of a person where it names them: titles before, appositions after, "who is …"."""

from __future__ import annotations

import re

from onrecord.coreference.mentions import NameMention
from onrecord.coreference.page import Page
from onrecord.names.roles import PERSON_HEADS, Description, describe, without_number
from onrecord.records import Span

# Words walked to the left of a name for its title, and to the right for an apposition.
_LEFT, _RIGHT = 12, 24
# Words of a body between an office and the name, and what links the two.
_BODY = 5
# Words of the longest phrase taken for an apposition before a name, and what it opens with.
_LONGEST = 14
_TITLE_GAPS = (" ", "'", "’", ". ", "' ", "’ ")


def introduce(page: Page, mentions: list[NameMention]) -> None:
    """Fills ``roles`` of every person (or possible person) in ``mentions``."""
    for index, mention in enumerate(mentions):
        if mention.kind not in ("person", "unknown"):
            continue
        before = _before(page, mention) or _office_of(page, mention)
        if before:
            mention.roles.append(before)
        mention.roles.extend(_after(page, mention, mentions[index + 1 : index + 2]))
        if not mention.roles:
            leading = _left_apposition(page, mention)
            if leading and not _ends_in_person(mention, mentions[index - 1 : index]):
                mention.roles.append(leading)
        _counterpart(mentions, index, mention)


def _before(page: Page, mention: NameMention) -> Description | None:
    """The title in front of a name: "former Russian Premier", "Fox News host", "its editor"."""
    at = mention.words.start
    head = mention.title_words.start if mention.title_words else at - 1
    if not mention.title_words and not _is_office_before(page, at):
        return None
    begin = head
    while begin > 0 and at - begin < _LEFT and _belongs(page, begin - 1):
        begin -= 1
    low = [w.strip(".") for w in page.lower[begin:at]]
    found = describe(low, page.text[page.starts[begin] : page.ends[at - 1]])
    return found if found.kind == "person" else None


def _is_office_before(page: Page, at: int) -> bool:
    if at == 0 or page.gap(at - 1) != " " or page.sentence[at - 1] != page.sentence[at]:
        return False
    return without_number(page.lower[at - 1]) in PERSON_HEADS


def _belongs(page: Page, index: int) -> bool:
    """Whether word ``index`` is part of the title that the word after it belongs to."""
    if page.sentence[index] != page.sentence[index + 1] or page.gap(index) not in _TITLE_GAPS:
        return False
    word = page.lower[index]
    if word in page.rules.owners:
        return True
    if _is_verb(page, index):
        return False
    if page.is_owner(index) or (index and page.is_possessive(index - 1)):
        return True  # "*Brill's* aide": its "s" is a word of its own
    if word in page.function_words or word in page.phrases.calendar:  # "On *Monday* Mayor Brill"
        return False
    is_title = word in PERSON_HEADS or word in page.persons.titles
    owned = index > 1 and page.is_possessive(index - 2)
    return is_title or owned or page.is_capital(index) or _adjective(page, word)  # "Brill's *longtime* aide"


def _is_verb(page: Page, index: int) -> bool:
    """Whether word ``index`` is a verb before an office: "would *repeal* Mayor Brill’s", "*he’s* mayor"."""
    lexicon, at = page.language.lexicon, index - (index > 0 and page.is_possessive(index - 1))
    if page.is_possessive(at) and lexicon.has(f"{page.lower[at]}'s", "contraction"):
        return True
    helped = index > 0 and page.gap(index - 1) == " " and lexicon.has(page.lower[index - 1], "modal")
    return helped and not page.is_capital(index) and page.lower[index] not in page.phrases.former


def _office_of(page: Page, mention: NameMention) -> Description | None:
    """An office with its body in front of a name: "Ambassador to the Isle League Ann Brill"."""
    at = mention.words.start
    body = _capitals_before(page, at, lowest=max(0, at - _BODY))
    head = _head_linked_to(page, body) if body < at else None
    if head is None or page.sentence[head] != page.sentence[at]:
        return None
    begin = _capitals_before(page, head)
    found = describe(page.lower[begin:at], page.text[page.starts[begin] : page.ends[at - 1]])
    return found if found.kind == "person" else None


def _capitals_before(page: Page, at: int, *, lowest: int = 0) -> int:
    """The first of the capitalised words that stand right before word ``at``, none below ``lowest``."""
    while at > lowest and page.gap(at - 1) == " " and page.is_capital(at - 1):
        at -= 1
    return at


def _head_linked_to(page: Page, body: int) -> int | None:
    """The head of an office whose body begins at word ``body``: "*Ambassador* to the Isle League"."""
    link = body - 1
    if link > 0 and page.lower[link] == page.phrases.definite and page.gap(link) == " ":
        link -= 1
    if link < 1 or page.lower[link] not in page.rules.office_links or page.gap(link - 1) != " ":
        return None
    return link - 1 if page.lower[link - 1] in PERSON_HEADS else None


def _adjective(page: Page, word: str) -> bool:
    return word.endswith(page.rules.adjective_endings) or "-" in word


def _after(page: Page, mention: NameMention, following: list[NameMention]) -> list[Description]:
    """Party and state in brackets, then an apposition or a clause with "is"; ``following``: the next name."""
    found = []
    offset = mention.span.end
    party = page.rules.party.match(page.text, offset, offset + 40)
    if party:
        found.append(_party(page, party))
        offset = party.end() - (party.group()[-1] != ")")
    opening = page.rules.apposition.match(page.text, offset, offset + 24)
    if opening is None:
        return found
    place = _apposed(page, opening.end())
    words = [page.lower[i] for i in page.inside(place)][:_RIGHT]
    if not words or words[0] == page.rules.whose or _participle(page, place.start):
        return found
    if words[0] in page.rules.joiners or _is_listed(page, page.at(place.start), following):
        return found
    described = describe(words, place.of(page.text).strip())
    comma = page.text[offset : opening.end()].strip() in (",", "")
    opens = comma or words[0] in page.phrases.determiners or words[0] in PERSON_HEADS
    return [*found, described] if described.kind == "person" and opens else found


def _apposed(page: Page, start: int) -> Span:
    """The characters of the apposition that begins at ``start``; none where a clause begins there."""
    stop = page.rules.apposition_end.search(page.text, start, start + 200)
    finish = stop.start() if stop else min(len(page.text), start + 120)
    whole = page.inside(Span(start, finish))
    if whole and page.lower[whole.start] == page.rules.role:  # "Brill, *as* chairman, …"
        whole = whole[1:]
        start = page.starts[whole.start] if whole else start
    inside = _before_clause(page, whole)
    if inside.stop < whole.stop:
        finish = page.ends[inside[-1]] if inside else start
    return Span(start, finish)


def _is_listed(page: Page, first: int, following: list[NameMention]) -> bool:
    """Whether what begins at word ``first`` is the next of a list: "Ann Olm, *Karst Gov. Jo Brill* and …"."""
    name = next((m for m in following if m.kind == "person"), None)
    if name is None or not first <= name.words.start < first + _LEFT:
        return False
    if page.is_owner(name.words.stop - 1):
        return False
    lead = range(first, name.words.start)
    if page.lower[first] == page.phrases.definite and _goes_on(page, name.words.stop - 1):
        lead = lead[1:]  # "Ann Olm, *the former governor Jo Brill* and …"
    return not any(page.lower[i] in page.function_words or page.is_owner(i) for i in lead)


def _goes_on(page: Page, last: int) -> bool:
    """Whether a list goes on, or ends, behind the name that ends with word ``last``."""
    after = page.lower[last + 1] if last + 1 < len(page) else ""
    return page.gap(last)[:1] in (",", ".", ";") or after in page.rules.ands


def _participle(page: Page, start: int) -> bool:
    """Whether a verb with its object begins at ``start`` (", recalled Norvalia's envoy"), no apposition."""
    at = page.at(start)
    if at + 1 >= len(page) or not page.lower[at].endswith("ed") or page.lower[at] in page.phrases.former:
        return False
    return page.lower[at + 1] in page.phrases.determiners or page.words[at + 1][0].isupper()


def _before_clause(page: Page, words: range) -> range:
    """The words of an apposition before what is joined to it as a clause: "an aide to Olm *and has met him*".

    None where the phrase is a clause itself ("With Brill, *the mayor has met* …"), or opens as none does: "in
    Karst". What stands behind "who" tells of the noun before.
    """
    if words and page.lower[words.start] in page.phrases.prepositions:
        return words[:0]
    for i in words:
        if i > words.start and page.lower[i] in page.rules.clause_links:
            return words
        if _is_finite(page, i, words):
            joiner = max((j for j in range(words.start, i) if page.lower[j] in page.rules.ands), default=0)
            is_subject = any(page.lower[j] in page.phrases.determiners for j in range(joiner + 1, i))
            return words[:0] if not joiner or is_subject else range(words.start, joiner)
    return words


def _is_finite(page: Page, i: int, words: range) -> bool:
    """Whether word ``i`` of a phrase is a clause's verb: "has", "*lost* a", "the mayor *implied* over"."""
    low, after = page.lower[i], page.lower[i + 1] if i + 1 in words else ""
    if low in page.rules.finite:
        return True
    if not after or page.gap(i) != " " or low in page.rules.naming or not page.rules.past.match(low):
        return False
    if after in page.rules.objects:
        return after not in page.phrases.prepositions or (i > words.start and _heads(page, i - 1))
    says = low in page.language.lexicon.verbs("says", forms=("past",))
    return says and i > words.start and _heads(page, i - 1) and after not in page.rules.passive


def _heads(page: Page, i: int) -> bool:
    return page.lower[i] in PERSON_HEADS


def _party(page: Page, match: re.Match[str]) -> Description:
    """Read "D-Ill." as "democrat of illinois"."""
    party = match["party"].casefold()
    state = match["state"].strip(" .").casefold()
    states = page.places.state_of
    place = states.get(state) or states.get(state + ".") or state
    return describe(
        [page.rules.letters.get(party, party), page.rules.partitive, place.casefold()],
        match.group().strip(" ,()."),
    )


def _left_apposition(page: Page, mention: NameMention) -> Description | None:
    """The phrase before the comma in "the committee's chairman, Ann Brill"."""
    text, start = page.text, mention.span.start
    if mention.title_words:
        start = page.starts[mention.title_words.start]
    if text[start - 2 : start] != ", " or text[mention.span.end : mention.span.end + 1] not in (
        ",",
        ".",
        ";",
        " ",
    ):
        return None
    match = page.rules.before_comma.search(text[max(0, start - 130) : start])
    if match is None:
        return None
    begin = max(0, start - 130) + match.start(1)
    words = page.inside(Span(begin, start - 2))
    whole = text[begin : begin + 1].isupper() or bool({"'", "’"} & set(text[begin:start]))
    # the phrase may hang on a verb or a preposition: start it at its last determiner or capital
    for first in words:
        tail = page.lower[first : words.stop]
        if len(tail) > _LONGEST or not page.phrases.reporting.isdisjoint(tail):
            continue
        if _tells(page, range(first, words.stop)):
            continue  # "Agents have met Brill's wife, Anna Brill", "he shot a boy, Jan Brill"
        if not (whole and _leads(page, words, first)) and not _opens(page, words, first):
            continue
        if _ends_in_another(page, range(first, words.stop)):
            continue
        found = describe(tail, text[page.starts[first] : start - 2])
        if found.kind == "person":
            return found
    return None


def _tells(page: Page, phrase: range) -> bool:
    """Whether a phrase holds the subject or the verb of a clause."""
    is_clause = not page.rules.clause_words.isdisjoint(page.low(phrase))
    return is_clause or _before_clause(page, phrase).stop < phrase.stop


def _ends_in_another(page: Page, phrase: range) -> bool:
    """Whether a phrase ends with somebody else's relative: "President Brill and *his wife*, Anna Brill"."""
    owned = (i for i in phrase[1:-1] if page.lower[i] in page.rules.owners)
    return any(
        page.lower[i - 1] != page.rules.partitive and describe(page.lower[i : phrase.stop]).kind == "person"
        for i in owned
    )


def _ends_in_person(mention: NameMention, before: list[NameMention]) -> bool:
    """Whether the phrase before a comma ends with a name: "*President Brill*, Anna Brill and Olm"."""
    return any(m.kind == "person" and m.span.end == mention.span.start - len(", ") for m in before)


def _leads(page: Page, words: range, first: int) -> bool:
    """Whether word ``first`` begins the stretch before the comma with a word that means something."""
    low = page.lower[first]
    return first == words.start and low not in page.function_words and low not in page.phrases.calendar


def _opens(page: Page, words: range, first: int) -> bool:
    """Whether an apposition can begin at word ``first``, by it or by the word before."""
    if page.lower[first] in page.phrases.determiners or page.lower[first] == page.rules.one:
        return True
    before = page.lower[first - 1] if first > words.start else ""
    if before in page.phrases.reporting:
        return True
    return before in page.phrases.prepositions and page.is_capital(first) and _owns(page, first)


def _owns(page: Page, at: int) -> bool:
    """Whether the name that begins at word ``at`` is a possessive: "from *Ann Brill's* lawyer"."""
    while page.gap(at) == " " and page.words[at + 1][0].isupper():
        at += 1
    return page.text[page.ends[at] : page.ends[at] + 1] in ("'", "’")


def _counterpart(mentions: list[NameMention], index: int, mention: NameMention) -> None:
    """In "President A and his Norvalian counterpart B", B holds A's office for the other country."""
    for place, role in enumerate(mention.roles):
        if role.head != "counterpart" or index == 0:
            continue
        for earlier in reversed(mentions[max(0, index - 3) : index]):
            model = next((r for r in earlier.roles if r.head != "counterpart"), None)
            if model is not None:
                marks = {m for m in role.marks if m.startswith("@")} | {
                    m for m in model.marks if not m.startswith("@")
                }
                mention.roles[place] = Description(
                    head=model.head, kind="person", marks=frozenset(marks), text=role.text
                )
                break
