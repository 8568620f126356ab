"""Speakers within one article: every statement's source to the person, organisation or document it means."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence

from onrecord.languages.english.speakers import offices as data
from onrecord.languages.english.speakers.countries import DEMONYMS, NATION_OF, PLACES
from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.languages.english.speakers.pronouns import FIRST_PERSON, IMPERSONAL, PRONOUNS, RELATIVE
from onrecord.records import Article, LocalSpeaker, Mention, Name, Office, Span, Statement, hull, stable_id
from onrecord.speakers import antecedents, introductions, mentions
from onrecord.speakers.antecedents import Scene
from onrecord.speakers.entities import Cast, Entity
from onrecord.speakers.names import compare, parse
from onrecord.speakers.organisations import organisation_key
from onrecord.speakers.page import Page, page
from onrecord.speakers.roles import Description, describe

PRODUCER = "speakers.resolve/1"
# "They" and "it" go back to whoever spoke at most this many sentences ago.
_NEAR = 3


def resolve(
    article: Article, statements: Sequence[Statement], names: Sequence[Name]
) -> tuple[LocalSpeaker, ...]:
    """Whom the sources of ``statements`` mean, as chains of mentions inside ``article``.

    Args:
        article: The article; offsets of all else point into its text.
        statements: Its statements; their ``source`` spans may be empty, nested or in the headline.
        names: What a name finder has found; types are believed, an empty or noisy list does no harm.

    Returns:
        One record per person, organisation, group or document that some statement is attributed to or that
        a name in the text mentions, in order of first mention. A statement whose source cannot be told
        apart belongs to a chain with ``name`` None.
    """
    return Resolver(article, names).resolve(statements)


class Resolver:
    """The state of one article while its sources are read in text order."""

    def __init__(self, article: Article, names: Iterable[Name]) -> None:
        self.article = article
        self.page: Page = page(article)
        found = mentions.find(self.page, names)
        introductions.introduce(self.page, found)
        self.cast = Cast(self.page, found)
        self.cast.add_all(article.id, found)
        headlined = {w for w, h in zip(self.page.lower, self.page.headline, strict=True) if h}
        self.scene = Scene(self.page, self.cast.entities, headlined=frozenset(headlined))
        self.how: dict[str, str] = {}

    # -------------------------------------------------------------- statements

    def resolve(self, statements: Sequence[Statement]) -> tuple[LocalSpeaker, ...]:
        """The chains of the article, with the statements that belong to each."""
        ordered = sorted((s for s in statements if s.content), key=lambda s: _anchor(s).start)
        owner: dict[str, Entity] = {}
        pronouns = self._pronouns()
        for statement in ordered:
            anchor = _anchor(statement).start
            while pronouns and self.page.starts[pronouns[0]] < anchor:
                self._read_pronoun(pronouns.pop(0))
            entity = self._speaker(statement, ordered, owner)
            if entity is not None:
                owner[statement.id] = entity
                entity.statement_ids.append(statement.id)
                if not statement.headline:
                    self.scene.last_speaker = entity
                    end = max(_anchor(statement).end, hull(statement.content).end)
                    self.scene.last_speaker_sentence = (
                        self.page.sentence[min(self.page.at(end - 1), len(self.page) - 1)]
                        if len(self.page)
                        else 0
                    )
        self._float(ordered, owner)
        return self._records()

    def _speaker(
        self, statement: Statement, others: Sequence[Statement], owner: dict[str, Entity]
    ) -> Entity | None:
        if not statement.source:
            return None
        span = hull(statement.source)
        words = self.page.range(span)
        if not words:
            return None
        low = [self.page.lower[i] for i in words]
        if len(low) == 1 and low[0] in FIRST_PERSON:
            return self._first_person(span, others, owner)
        entity = self.refer(span, words, low)
        return entity or self._unresolved(span, statement)

    def refer(self, span: Span, words: range, low: list[str]) -> Entity | None:
        """The entity that the words of ``span`` refer to, or None."""
        if low[0] in RELATIVE and len(low) == 1:
            return self._relative(words.start, span)
        if low[0] in PRONOUNS and (len(low) == 1 or low[-1] in ("himself", "herself", "themselves")):
            return self._pronoun(words.start, span)
        if low[0] in IMPERSONAL and len(low) == 1:
            return self._impersonal(words.start, span)
        return self._by_name(span, words, low) or self._by_description(span, words, low)

    # -------------------------------------------------------------- pronouns

    def _pronouns(self) -> list[int]:
        """Third-person pronouns outside quotations and headlines, by word index."""
        p = self.page
        return [
            i
            for i, low in enumerate(p.lower)
            if low in ("he", "she", "his", "her", "him") and not p.quoted[i] and not p.headline[i]
        ]

    def _read_pronoun(self, at: int) -> None:
        """A pronoun that is nobody's source keeps its antecedent in the reader's mind."""
        best = antecedents.choose(antecedents.rank(self.scene, at, PRONOUNS[self.page.lower[at]]))
        if best is not None:
            self._mention(best.entity, at, Span(self.page.starts[at], self.page.ends[at]), "pronoun")

    def _mention(self, entity: Entity, at: int, span: Span, how: str) -> Entity:
        if all((m.start, m.end) != (span.start, span.end) for m in entity.mentions[-4:]):
            entity.mentions.append(Mention(self.article.id, span.start, span.end, how))
            insort(entity.at, at)
            if self.page.lower[at] in ("his", "her"):
                entity.possessive_at.add(at)
        return entity

    def _pronoun(self, at: int, span: Span) -> Entity | None:
        gender = PRONOUNS[self.page.lower[at]]
        if gender == "they":
            return self._plural(at, span)
        best = antecedents.choose(antecedents.rank(self.scene, at, gender))
        if best is None:
            return None
        return self._mention(best.entity, at, span, f"pronoun: {antecedents.explain(best)}")

    def _recent(self, at: int) -> Entity | None:
        last = self.scene.last_speaker
        near = last is not None and self.page.sentence[at] - self.scene.last_speaker_sentence <= _NEAR
        return last if near else None

    def _plural(self, at: int, span: Span) -> Entity | None:
        last = self._recent(at)
        if last is not None and last.type in ("group", "organisation", "document"):
            return self._mention(last, at, span, "they: the group that spoke last")
        return None

    def _impersonal(self, at: int, span: Span) -> Entity | None:
        last = self._recent(at)
        if last is not None and last.type in ("organisation", "document"):
            return self._mention(last, at, span, "it: the organisation or document that spoke last")
        return None

    def _relative(self, at: int, span: Span) -> Entity | None:
        """ "Ann Brill, who said": the nearest name before in the sentence, past an apposition."""
        for index in range(at - 1, max(-1, at - 40), -1):
            if self.page.sentence[index] != self.page.sentence[at]:
                break
            entity = self.cast.by_word.get(index)
            if (
                entity is not None
                and (entity.type == "person" or self.page.lower[at] != "who")
                and index not in entity.possessive_at
            ):
                return self._mention(entity, at, span, "relative pronoun")
        return None

    def _first_person(
        self, span: Span, others: Sequence[Statement], owner: dict[str, Entity]
    ) -> Entity | None:
        """ "I" inside a quotation is whoever is quoted."""
        for other in others:
            if other.id in owner and any(c.contains(span) for c in other.content):
                return owner[other.id]
        return None

    # -------------------------------------------------------------- names

    def _by_name(self, span: Span, words: range, low: list[str]) -> Entity | None:
        """A source that names its speaker, alone or with title and apposition."""
        people: list[tuple[int, Entity]] = []
        organisations: list[tuple[int, Entity]] = []
        for index in words:
            entity = self.cast.by_word.get(index)
            if entity is None or self._dependent(words, index):
                continue
            kind = people if entity.type == "person" else organisations
            if all(e is not entity for _, e in kind):
                kind.append((index, entity))
        if len(people) > 1 and self._coordinated(people):
            return self._several([e for _, e in people], span, words.start)
        if people:
            return people[0][1]
        said = describe(low)
        if organisations and said.kind in ("none", "organisation"):
            return organisations[0][1]
        if organisations and said.kind == "document":
            return organisations[0][1]
        return self._named_anew(span, words, low)

    def _dependent(self, words: range, index: int) -> bool:
        """Whether the name at ``index`` only narrows another noun down: "Brill's lawyer", "a spokesman for Brill"."""
        page, entity = self.page, self.cast.by_word[index]
        begin = index
        while begin - 1 >= words.start and self.cast.by_word.get(begin - 1) is entity:
            begin -= 1
        end = index
        while end + 1 < words.stop and self.cast.by_word.get(end + 1) is entity:
            end += 1
        before = [page.lower[i] for i in range(words.start, begin)]
        after = [page.lower[i] for i in range(end + 1, words.stop)]
        follows = page.text[page.ends[end] : page.ends[end] + 2]
        if (follows in ("'s", "’s") or follows[:1] in ("'", "’")) and after:
            return describe(after).kind not in ("document",)
        if before and any(
            w in ("for", "of", "to", "with", "at", "in", "from", "by", "on", "about", "against")
            for w in before
        ):
            comma = "," in page.text[page.ends[words.start] : page.starts[begin]]
            if describe(before).kind == "document" and before[-1] in ("by", "from", "of"):
                return False
            return not comma or entity.type != "person"
        if entity.type != "person" and after and not follows.startswith(","):
            said = describe(after)
            if said.kind in ("person", "group") and said.head:
                return True
        return False

    def _coordinated(self, people: list[tuple[int, Entity]]) -> bool:
        between = self.page.lower[people[0][0] : people[-1][0]]
        return "and" in between or "or" in between

    def _several(self, people: list[Entity], span: Span, at: int) -> Entity:
        name = (
            " and ".join([", ".join(e.name or "" for e in people[:-1]), people[-1].name or ""])
            if len(people) > 1
            else people[0].name
        )
        for known in self.cast.entities:
            if known.type == "group" and known.name == name:
                return self._mention(known, at, span, "the same persons")
        return self._new("group", name or "", span, at, "several persons")

    def _named_anew(self, span: Span, words: range, low: list[str]) -> Entity | None:
        """A name where none was found by its capitals: headlines, first words, capitals of places."""
        text = span.of(self.page.text).strip(' ,.:;—–-"“”')
        bare = text.removeprefix("the ").removeprefix("The ")
        if not bare or not any(self.page.words[i][0].isupper() for i in words):
            return None
        name = parse(text)
        if len(name.parts) <= 4:
            match = self.cast.by_short_name(name, words.start) if not name.full else None
            match = match or next(
                (
                    e
                    for e in self.cast.entities
                    if e.type == "person" and name.full and compare(name, e.best).same
                ),
                None,
            )
            if match is not None:
                return self._mention(match, words.start, span, "name")
        key = bare.casefold()
        known = self.cast.organisation(bare)
        if known is not None:
            return self._mention(known, words.start, span, "name")
        if key in METONYMS or (key in PLACES and key in NATION_OF) or bare in data.FAMOUS_ACRONYMS:
            return self._organisation(bare, span, words.start)
        said = describe(low)
        if said.kind == "none" and self._capitalised(words):
            if name.full and name.gender and len(name.parts) <= 4:
                entity = Entity("person", name, names=[text], parsed=[name], gender=name.gender, name=bare)
                self.cast.add(entity)
                return self._mention(entity, words.start, span, "named only here")
            if key not in DEMONYMS and len(words) <= 7:
                return self._organisation(bare, span, words.start)
        return None

    def _capitalised(self, words: range) -> bool:
        small = {"of", "the", "and", "for", "on", "in", "at", "to", "de", "&"}
        return all(self.page.words[i][0].isupper() or self.page.lower[i] in small for i in words)

    def _organisation(self, name: str, span: Span, at: int) -> Entity:
        entity = Entity("organisation", parse(name), names=[name], name=name)
        low = name.casefold()
        if low in METONYMS:
            entity.canonical = METONYMS[low][0]
        self.cast.add(entity, organisation_key(name))
        return self._mention(entity, at, span, "name")

    # -------------------------------------------------------------- descriptions

    def _by_description(self, span: Span, words: range, low: list[str]) -> Entity | None:
        said = describe(low, span.of(self.page.text).strip(' ,.:;—–-"“”'))
        owners = frozenset(
            self.page.lower[i]
            for i in words
            if self.page.text[self.page.ends[i] : self.page.ends[i] + 1] in ("'", "’")
        )
        if said.kind == "person":
            return self._described_person(said, span, words, owners)
        if said.kind == "organisation":
            return self._described_organisation(said, span, words.start)
        if said.kind == "document":
            return self._described_document(said, span, words)
        if said.kind == "group":
            return self._group(said, span, words.start)
        return None

    def _described_person(
        self, said: Description, span: Span, words: range, owners: frozenset[str]
    ) -> Entity | None:
        headline = self.page.headline[words.start]
        if said.definite or headline:
            found = antecedents.fitting(self.scene, said, words.start, owners)
            if found is not None:
                return self._mention(
                    found[0], words.start, span, f"description fits its office ({found[1]:.1f})"
                )
        return None

    def _described_organisation(self, said: Description, span: Span, at: int) -> Entity | None:
        """ "The ministry": the last organisation whose name holds the noun; "the group": the last that spoke."""
        best: tuple[int, Entity] | None = None
        for entity in self.cast.entities:
            if entity.type != "organisation" or not entity.name:
                continue
            words = set(entity.name.casefold().split())
            before = [a for a in entity.at if a < at]
            if said.head in words and before and (best is None or before[-1] > best[0]):
                best = (before[-1], entity)
        if best is not None and said.definite:
            return self._mention(best[1], at, span, f"the {said.head} named before")
        last = self._recent(at)
        if (
            last is not None
            and last.type == "organisation"
            and said.head in ("group", "organization", "organisation", "company", "agency")
        ):
            return self._mention(last, at, span, "the organisation that spoke last")
        return (
            None
            if said.head in ("group", "organization")
            else self._own_words("organisation", said, span, at)
        )

    def _described_document(self, said: Description, span: Span, words: range) -> Entity | None:
        """A document speaks for whoever issued it, when the text says who; else for itself."""
        page = self.page
        for index in words:  # "a statement from the ministry", "a White House report", "Brill's letter"
            entity = self.cast.by_word.get(index)
            if entity is not None:
                return self._mention(entity, words.start, span, f"its {said.head}")
        if said.owner:
            best = (
                antecedents.choose(antecedents.rank(self.scene, words.start, PRONOUNS.get(said.owner)))
                if said.owner in PRONOUNS
                else None
            )
            if best is not None:
                return self._mention(best.entity, words.start, span, f"{said.owner} {said.head}")
        if said.definite:
            last = self._recent(words.start)
            noun = said.head
            near = page.text[max(0, span.start - 1200) : span.start].casefold()
            if last is not None and noun in near:
                return self._mention(last, words.start, span, f"the {noun} spoken of before")
        return self._own_words("document", said, span, words.start)

    def _group(self, said: Description, span: Span, at: int) -> Entity:
        return self._own_words("group", said, span, at)

    def _own_words(self, kind: str, said: Description, span: Span, at: int) -> Entity:
        """A source with no name but its description, which is then what it is called."""
        text = said.text
        for article in ("the ", "The ", "a ", "A ", "an ", "An "):
            text = text.removeprefix(article)
        for known in self.cast.entities:
            if known.type == kind and known.name and known.name.casefold() == text.casefold():
                return self._mention(known, at, span, "same words")
        return self._new(kind, text, span, at, "its own words")

    def _new(self, kind: str, name: str, span: Span, at: int, how: str) -> Entity:
        entity = Entity(kind, parse(name), names=[name], name=name)  # type: ignore[arg-type]
        self.cast.add(entity)
        return self._mention(entity, at, span, how)

    def _unresolved(self, span: Span, statement: Statement) -> Entity:
        entity = Entity("unknown", parse(""), name=None)
        self.cast.add(entity)
        return self._mention(entity, self.page.range(span).start, span, "not resolved")

    # -------------------------------------------------------------- sources that are not written

    def _float(self, ordered: Sequence[Statement], owner: dict[str, Entity]) -> None:
        """A quotation with no source belongs to its neighbour in the same paragraph, if to anybody."""
        text = self.page.text
        for index, statement in enumerate(ordered):
            if statement.id in owner or statement.source:
                continue
            here = hull(statement.content)
            for other in (
                ordered[index - 1] if index else None,
                ordered[index + 1] if index + 1 < len(ordered) else None,
            ):
                if other is None or other.id not in owner or owner[other.id].name is None:
                    continue
                there = hull(other.content)
                between = text[min(here.end, there.end) : max(here.start, there.start)]
                if "\n" not in between and len(between) < 200:
                    owner[statement.id] = owner[other.id]
                    owner[statement.id].statement_ids.append(statement.id)
                    break

    # -------------------------------------------------------------- records

    def _records(self) -> tuple[LocalSpeaker, ...]:
        kept = [
            e
            for e in self.cast.entities
            if e.mentions and (e.statement_ids or e.type in ("person", "organisation"))
        ]
        return tuple(self._record(e) for e in sorted(kept, key=lambda e: (e.mentions[0].start, e.name or "")))

    def _record(self, entity: Entity) -> LocalSpeaker:
        seen = sorted(set(entity.mentions), key=lambda m: (m.start, m.end))
        variants = tuple(
            dict.fromkeys(n for n in [*entity.names, entity.canonical] if n and n != entity.name)
        )
        offices = tuple(
            Office(title=r.text, organisation=_organisation_of(r)) for r in entity.roles if r.text and r.head
        )
        return LocalSpeaker(
            id=stable_id("local", self.article.id, seen[0].start, seen[0].end, entity.type, entity.name),
            article_id=self.article.id,
            name=entity.name,
            type=entity.type,
            variants=variants,
            offices=offices,
            mentions=tuple(seen),
            acts_for=tuple(_principals(entity)),
            statement_ids=tuple(entity.statement_ids),
            evidence=tuple(dict.fromkeys(m.how for m in seen if m.how not in ("name", "surname", "pronoun"))),
            producer=PRODUCER,
            gender=entity.gender,
        )


def _organisation_of(role: Description) -> str | None:
    for metonym, (canonical, _) in METONYMS.items():
        if metonym in role.marks or canonical.casefold() in role.marks:
            return canonical
    return None


def _principals(entity: Entity) -> list[str]:
    if entity.type == "organisation" and entity.name:
        low = entity.name.casefold().removeprefix("the ")
        if low in METONYMS and METONYMS[low][1]:
            return [METONYMS[low][1] or ""]
        nation = NATION_OF.get(low)
        if nation and nation.casefold() != low:
            return [nation]
        first = NATION_OF.get(low.split()[0]) if low.split() else None
        return [first] if first and first.casefold() != low else []
    return [o for r in entity.roles if r.head == "spokesman" and (o := _organisation_of(r))]


def _anchor(statement: Statement) -> Span:
    return hull(statement.source) if statement.source else hull(statement.content)
