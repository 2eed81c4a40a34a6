"""The stakeholders of a brief, gathered while its items are bound: one per party, not per name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from newsbrief.analysis.lexicon.offices import HONORIFICS, ROLE_HEADS
from newsbrief.analysis.names import described, roles
from newsbrief.analysis.names.entities import Entity, Register
from newsbrief.analysis.reading import Reading
from newsbrief.cached import cached_property
from newsbrief.grounding import locate
from newsbrief.sections.heads import DETERMINERS, apposed, head
from newsbrief.sections.item import Item, changed, numbered, unchecked
from newsbrief.sections.phrase import may_name
from newsbrief.sections.unnamed import Unnamed
from newsbrief.span import Span
from newsbrief.wire import LONGEST_PHRASE

PartyKind = Literal["person", "organisation", "government", "group"]
_ARTICLES = frozenset({"the", "a", "an"})


class Stakeholder(Item):
    """A person, organisation, government or group that acts or speaks in the article.

    ``role`` and ``affiliation`` are the article's own words. ``mentions`` are all places that name
    it. An unnamed source ("a campaign spokesman") stands under the words of the article.
    """

    name: str
    kind: PartyKind
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]


_stakeholder = unchecked(Stakeholder)


class Parties:
    """Turns names into stakeholders; two names of one party give the same stakeholder."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._reading = reading
        self._parties: list[Stakeholder] = []
        self._entity_of: dict[str, int] = {}  # id -> entity number
        self._index: dict[int | str, int] = {}  # entity number or folded name -> place in the list
        self._sources: dict[tuple[int, int], str | None] = {}  # where asked for -> id
        self._known: dict[str, tuple[PartyKind, int] | None] = {}
        self._unnamed = Unnamed()

    @property
    def _entities(self) -> Sequence[Entity]:
        return self._reading.entities

    @cached_property
    def _register(self) -> Register:
        return Register(self._entities)

    @cached_property
    def _holders(self) -> dict[str, int | None]:
        """The person of each office, and of its noun alone, as headlines have it: "minister says".
        None where several have it."""
        offices: dict[str, int | None] = {}
        nouns: dict[str, int | None] = {}
        for n, entity in enumerate(self._entities):
            if entity.kind == "person" and (role := entity.role):
                office = role.casefold()
                noun = office.rpartition(" ")[2]
                offices[office] = None if office in offices else n
                nouns[noun] = None if noun in nouns else n
        return nouns | {office: n for office, n in offices.items() if n is not None}

    def told(self, ids: Collection[str]) -> tuple[Stakeholder, ...]:
        """Those of ``ids``, the most prominent first, with the role and the affiliation that the
        text states where nobody else did. Behind those that have a name come the others, in the
        order in which they were first asked for."""
        last = len(self._entities)
        wanted = [party for party in self._parties if party.id in ids]
        wanted.sort(key=lambda party: self._entity_of.get(party.id, last))
        return tuple(map(self._complete, wanted))

    def _complete(self, party: Stakeholder) -> Stakeholder:
        number = self._entity_of.get(party.id)
        if number is None:
            return party
        entity = self._entities[number]
        role = party.role or entity.role
        affiliation = party.affiliation or entity.affiliation
        if (role, affiliation) == (party.role, party.affiliation):
            return party
        return changed(party, role=role, affiliation=affiliation)

    def named(self, name: str) -> Stakeholder | None:
        """The party that ``name`` stands for; None where the article does not hold the name, or
        it is none."""
        if (at := self._index.get(name.casefold())) is not None:
            return self._parties[at]
        if (entity := self._register.named(name)) is not None:
            return self.of_entity(entity)
        if len(name) > LONGEST_PHRASE:
            return None
        match = locate(self._text, name)
        # The other way round at the start of a sentence: "Cyber experts". A grant is nobody's name.
        other = f"{name[:1].swapcase()}{name[1:]}"
        if match is None and (" " in name or described.kind(other.lower()) == "group"):
            match = locate(self._text, other)
        return self._mentioned(match.span, by_model=True) if match else None

    def named_in(self, span: Span) -> Iterator[tuple[str, int]]:
        """Each name within ``span``, and the number of its entity. Not what names nobody, "At least
        seven people", which the analysis takes for a party in a lead alone."""
        for mention, entity in self._register.within(span):
            words = self._text[mention.start : mention.end]
            if not words.rpartition(" ")[2].islower():
                yield words, entity

    def role_of(self, party: Stakeholder) -> str | None:
        """The role of ``party``, as a model or else the text states it."""
        number = self._entity_of.get(party.id)
        return party.role or (None if number is None else self._entities[number].role)

    def kind_of(self, name: str) -> PartyKind | None:
        """What the analysis takes ``name`` for; None where it knows nobody of that name."""
        entity = self._register.named(name)
        return None if entity is None else self._entities[entity].kind

    def known_as(self, name: str) -> tuple[PartyKind, int] | None:
        """The kind and the number of the only party that ``name`` can mean, of which the first
        words may be an office's; not of a group, which goes by many names."""
        if name not in self._known:
            words = name.split(" ")
            found = (self._register.named(" ".join(words[n:])) for n in range(len(words)))
            number = next((number for number in found if number is not None), None)
            kind = "group" if number is None else self._entities[number].kind
            self._known[name] = None if number is None or kind == "group" else (kind, number)
        return self._known[name]

    def at(self, span: Span) -> Stakeholder | None:
        """The party mentioned at ``span``; under those very words where no name is their head.
        None where they are nobody ("No one"), or name nobody ("represent a", "The economy")."""
        place = span.start, span.end
        if place not in self._sources:  # three quotes in a row may have one cue
            found = self._mentioned(span)
            self._sources[place] = found.id if found else None
        id = self._sources[place]
        return None if id is None else self._parties[self._index[id]]

    def _mentioned(self, span: Span, by_model: bool = False) -> Stakeholder | None:
        """``by_model``: a model names those words, which may mean somebody whose kind the analysis
        cannot tell, and are not taken for what another party is called again by."""
        words = self._text[span.start : span.end]
        if described.is_nobody(words) or words.startswith("whose "):
            return None
        if (entity := head(span, self._text, self._register)) is not None:
            return self.of_entity(entity)
        if words.count(" ") < 3 and (entity := self._called(words)) is not None:
            return self.of_entity(entity)
        if not by_model and (entity := apposed(span, self._text, self._register)) is not None:
            return self.of_entity(entity)
        kind = described.kind(words) or ("person" if by_model else None)
        if kind is None or not (may_name(words) or (by_model and self._may_follow_the(span))):
            return None
        key, mention = words.casefold(), span.of(self._text)
        if not by_model and (at := self._by_model(key, span)) is not None:
            return self._mention_again(at, mention)
        if by_model or (at := self._unnamed.known(words)) is None:
            role = self._relation(span) if kind == "person" else None
            told = _stakeholder(name=words, kind=kind, role=role, mentions=(mention,))
            party = self._keep(key, told)
            if not by_model:
                self._unnamed.add(words, self._index[key])
            return party
        return self._mention_again(at, mention)

    def _by_model(self, key: str, span: Span) -> int | None:
        """The party that a model named without the article that the text has: a "federal judge",
        for "a federal judge" at that place and for "the federal judge"."""
        article, _, bare = key.partition(" ")
        at = self._index.get(bare) if article in _ARTICLES else None
        if at is None or article == "the":
            return at
        return at if any(m in span for m in self._parties[at].mentions) else None

    def _may_follow_the(self, span: Span) -> bool:
        """Whether the text has an article before what may name somebody behind one: "the state
        weather service", where "state" by itself may be a verb."""
        words = self._text[span.start : span.end]
        before = self._text[max(0, span.start - 5) : span.start].split(" ")
        if " " not in words or len(before) < 2 or before[-2].lower() not in DETERMINERS:
            return False
        return may_name(f"the {words}")

    def _called(self, words: str) -> int | None:
        """The only person of that surname, which the analysis took for a word ("Mr. English",
        "Black"), or of that office ("Taoiseach", "minister")."""
        front, _, noun = words.rpartition(" ")
        if noun[:1].isupper() and (not front or front.rstrip(".") in HONORIFICS):
            entity = self._register.named(noun)
            if entity is not None and self._entities[entity].kind == "person":
                return entity
        titled = noun.lower() in ROLE_HEADS and front.partition(" ")[0].lower() not in DETERMINERS
        return self._holders.get(words.casefold()) if titled else None

    def _relation(self, span: Span) -> str | None:
        """What a lone given name is told to be: "his wife, Ann, said"."""
        if not (words := self._text[span.start : span.end]).isalpha() or words.islower():
            return None
        stated = roles.before(self._text, max(0, span.start - 60), span.start, span.end)
        return self._text[stated.span.start : stated.span.end] if stated else None

    def _mention_again(self, at: int, mention: Span) -> Stakeholder:
        party = self._parties[at]
        if mention not in party.mentions:
            mentions = tuple(sorted((*party.mentions, mention), key=lambda span: span.start))
            self._parties[at] = changed(party, mentions=mentions)
        return self._parties[at]

    def of_entity(self, number: int) -> Stakeholder:
        """The stakeholder for entity ``number`` of the analysis."""
        if (at := self._index.get(number)) is not None:
            return self._parties[at]
        entity: Entity = self._entities[number]
        return self._keep(
            number,
            _stakeholder(
                name=entity.name,
                kind=entity.kind,
                aliases=entity.aliases,
                mentions=tuple([m if m.text else m.of(self._text) for m in entity.mentions]),
            ),
        )

    def describe(
        self,
        party: Stakeholder,
        kind: PartyKind,
        role: str | None,
        affiliation: str | None,
    ) -> Stakeholder:
        """``party`` with what another witness knows of it; words it has already stay. Who is a
        person or a government the text knows better: a model of 0.5 billion parameters took
        ministers and agencies for governments."""
        at = self._index[party.id]
        if party.id in self._entity_of and not {kind, party.kind} <= {"organisation", "group"}:
            kind = party.kind
        role, affiliation = role or party.role, affiliation or party.affiliation
        if (kind, role, affiliation) != (party.kind, party.role, party.affiliation):
            self._parties[at] = changed(party, kind=kind, role=role, affiliation=affiliation)
        return self._parties[at]

    def _keep(self, key: int | str, party: Stakeholder) -> Stakeholder:
        at = self._index.get(key)
        if at is not None:
            return self._parties[at]
        at = len(self._parties)
        self._parties.append(numbered(party, f"s{at + 1}"))
        if isinstance(key, int):
            self._entity_of[party.id] = key
        for name in (key, f"s{at + 1}", party.name.casefold(), *map(str.casefold, party.aliases)):
            self._index.setdefault(name, at)
        return self._parties[at]
